/** Who may use the model now: so many at once, one per person, so many a day per person. */
export interface Admission {
  /** A function that gives the place back, or why there is none. */
  readonly enter: (user: string | undefined) => (() => void) | 'busy' | 'budget';
}

export interface AdmissionOptions {
  readonly concurrency: number;
  /** Requests a person may make in `windowMs`. */
  readonly perUser: number;
  readonly windowMs: number;
  readonly now: () => number;
}

/** People remembered at once; the oldest are forgotten first. */
const MOST_USERS = 10_000;

export function createAdmission({ concurrency, perUser, windowMs, now }: AdmissionOptions): Admission {
  let running = 0;
  const inside = new Set<string>();
  const spent = new Map<string, { readonly since: number; readonly count: number }>();
  const spend = (user: string): boolean => {
    const known = spent.get(user);
    const fresh = known === undefined || now() - known.since >= windowMs;
    const entry = fresh ? { since: now(), count: 1 } : { since: known.since, count: known.count + 1 };
    if (entry.count > perUser) return false;
    spent.delete(user);
    spent.set(user, entry);
    const [oldest] = spent.keys();
    if (spent.size > MOST_USERS && oldest !== undefined) spent.delete(oldest);
    return true;
  };
  return {
    enter: (user) => {
      if (running >= concurrency || (user !== undefined && inside.has(user))) return 'busy';
      if (user !== undefined && !spend(user)) return 'budget';
      running += 1;
      if (user !== undefined) inside.add(user);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        running -= 1;
        if (user !== undefined) inside.delete(user);
      };
    },
  };
}
