/** Two limits on one piece of work: until the first verified claim, and for all of it. */
export interface Deadlines {
  readonly signal: AbortSignal;
  /** The first claim has passed: only the total limit goes on. */
  readonly firstPassed: () => void;
  /** Which limit ended the work; null when none did. */
  readonly missed: () => 'first' | 'total' | null;
  readonly clear: () => void;
  /** Ends the work from outside. */
  readonly stop: () => void;
}

/** @param outer ends the work too, e.g. when the asker has gone */
export function startDeadlines(firstMs: number, totalMs: number, outer: AbortSignal | undefined): Deadlines {
  const controller = new AbortController();
  let missed: 'first' | 'total' | null = null;
  const stop = (): void => {
    controller.abort();
  };
  const expire = (which: 'first' | 'total') => (): void => {
    missed ??= which;
    stop();
  };
  const first = setTimeout(expire('first'), firstMs);
  const total = setTimeout(expire('total'), totalMs);
  if (outer?.aborted === true) stop();
  outer?.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    firstPassed: () => {
      clearTimeout(first);
    },
    missed: () => missed,
    stop,
    clear: () => {
      clearTimeout(first);
      clearTimeout(total);
      outer?.removeEventListener('abort', stop);
    },
  };
}

/** What `work` gives, or null as soon as the signal aborts, whether or not `work` listens to it. */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) {
    work.catch(() => undefined);
    return null;
  }
  let leave = (): void => undefined;
  const aborted = new Promise<null>((resolve) => {
    leave = () => {
      resolve(null);
    };
    signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', leave);
    work.catch(() => undefined);
  }
}
