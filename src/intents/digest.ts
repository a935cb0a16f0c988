// unit → sentences → runs of whole clauses → valued by figures, names, dates, status, topic → best within a budget
import type { Citation, Unit, UnitId } from '../bulletin/bulletin.ts';
import type { RankedUnit } from '../search/engine.ts';
import { overlap, readRuns, type ClauseRun } from './clause-runs.ts';
import type { IntentContext } from './intent.ts';
import { createRepetitionFinder } from './repetition.ts';

/** Words of one unit worth telling; `also`: other units that say the same. */
export interface DigestPart {
  readonly citation: Citation;
  readonly also: readonly Citation[];
}

export interface DigestOptions {
  /** Characters for all units together. */
  readonly budget: number;
  /** How the units match the topic; their matching clauses are preferred. */
  readonly ranked?: ReadonlyMap<UnitId, RankedUnit>;
  /** Units of which only what matches the topic is of interest. */
  readonly aside?: ReadonlySet<UnitId>;
  /** Only how far the units have come is of interest. */
  readonly statusOnly?: boolean;
  /** At most one unit of every problem, for subjects too wide to tell all of. */
  readonly spread?: boolean;
}

/** The mark that ends a run. */
const MARK = 1;
/** What reading one more run costs, in characters; what a character of the first run of a unit costs its value. */
const ATTENTION = 33;
const PER_CHARACTER = 0.012;
const LONGEST_RUN = 100;
/** Of a unit's share of the budget, what its first run may take. */
const FIRST_SHARE = 0.85;
const SHORTEST_RUN = 40;
const SPREAD_RUN = 90;
const STATUS_RUN = 60;
/** Further runs are worth telling from this value on. */
const WORTH = { whole: 0.7, aside: 1.5, spread: 2 };

/**
 * The clauses of a unit that carry most figures, named things, dates and its status, in document order, within
 * `budget` characters (at least one run of clauses), verbatim.
 */
export function digestUnit(context: IntentContext, id: UnitId, budget: number): Citation[] {
  const unit = context.lookup.get(id);
  if (unit === undefined) return [];
  const parts = digestUnits(context, [id], { budget }).get(id) ?? [];
  return parts.map(({ citation }) => citation);
}

/**
 * One run of clauses for every unit the budget allows, the most telling first, then further runs while it lasts. A
 * unit whose best run only repeats what another unit said is cited beside that one.
 */
export function digestUnits(
  context: IntentContext,
  ids: readonly UnitId[],
  options: DigestOptions,
): Map<UnitId, DigestPart[]> {
  const units = ids.map((id) => context.lookup.get(id)).filter((unit) => unit !== undefined);
  const longest = longestFirst(units.length, options);
  const pools = new Map(
    units.map((unit) => {
      const focus = { ranked: options.ranked?.get(unit.id), on: focusOf(unit.id, options) };
      return [unit.id, readRuns(context, unit, focus, LONGEST_RUN)];
    }),
  );
  const told = new Told();
  let left = options.budget;
  const firsts = units
    .map((unit) => ({ unit, run: bestRun(pools.get(unit.id) ?? [], longest) }))
    .filter((first): first is { unit: Unit; run: ClauseRun } => first.run !== null)
    .sort((a, b) => Number(isHeading(b.unit)) - Number(isHeading(a.unit)) || density(b.run) - density(a.run));
  const parents = new Set<string>();
  for (const { unit, run } of firsts) {
    if (options.spread === true && parents.has(unit.parent ?? unit.id)) continue;
    if (unit.kind !== 'sanction' && told.attach(run)) continue;
    const cost = run.text.length + MARK;
    if (cost > left && told.count > 0) continue;
    if (options.spread === true && run.value < WORTH.spread) continue;
    told.add(run);
    parents.add(unit.parent ?? unit.id);
    left -= cost;
  }
  const rest = (options.spread === true ? [] : units).flatMap((unit) => {
    const least = options.aside?.has(unit.id) === true ? WORTH.aside : WORTH.whole;
    return (pools.get(unit.id) ?? []).filter((run) => run.value >= least);
  });
  while (left >= 20) {
    const next = pickNext(rest, told, left, context);
    if (next === null) break;
    told.add(next);
    left -= next.text.length + MARK;
  }
  return told.byUnit(ids);
}

/** 「党纪政务处分情况(13人)」: the head-count of a list is told before its members. */
function isHeading({ kind, id }: Unit): boolean {
  return kind === 'sanction' && id.endsWith('.0');
}

function focusOf(unit: UnitId, { aside, statusOnly }: DigestOptions): 'all' | 'topic' | 'status' {
  if (statusOnly === true) return 'status';
  return aside?.has(unit) === true ? 'topic' : 'all';
}

/** How long the first run of a unit may be, so that every unit has its turn. */
function longestFirst(count: number, { budget, spread, statusOnly }: DigestOptions): number {
  if (statusOnly === true) return STATUS_RUN;
  if (spread === true) return SPREAD_RUN;
  return Math.min(LONGEST_RUN, Math.max(SHORTEST_RUN, (budget / Math.max(1, count)) * FIRST_SHARE));
}

function bestRun(runs: readonly ClauseRun[], longest: number): ClauseRun | null {
  const fitting = runs.filter((run) => run.text.length <= longest);
  const pool = fitting.length > 0 ? fitting : runs;
  const worth = (run: ClauseRun): number => run.value - run.text.length * PER_CHARACTER;
  return pool.reduce<ClauseRun | null>(
    (best, run) => (best === null || worth(run) > worth(best) ? run : best),
    null,
  );
}

/** The densest run that is new; a unit that is mostly told has little left to say. */
function pickNext(
  runs: readonly ClauseRun[],
  told: Told,
  left: number,
  { lookup }: IntentContext,
): ClauseRun | null {
  let best: ClauseRun | null = null;
  let most = 0;
  for (const run of runs) {
    if (run.text.length + MARK > left) continue;
    const length = lookup.get(run.unit)?.text.length ?? 1;
    const worth = density(run) * (1 - told.lengthOf(run.unit) / length);
    if (worth <= most || told.touches(run) || told.repeats(run)) continue;
    best = run;
    most = worth;
  }
  return best;
}

function density(run: ClauseRun): number {
  return run.value / (run.text.length + ATTENTION);
}

/** What the summary has told so far. */
class Told {
  readonly #runs: { readonly run: ClauseRun; readonly also: Citation[] }[] = [];
  readonly #repeats = createRepetitionFinder();

  get count(): number {
    return this.#runs.length;
  }

  add(run: ClauseRun): void {
    this.#runs.push({ run, also: [] });
  }

  /** Cites `run` beside a run of another unit that says the same; false when there is none. */
  attach(run: ClauseRun): boolean {
    const same = this.#runs.find((told) => told.run.unit !== run.unit && this.#repeats(run, told.run));
    same?.also.push(citeRun(run));
    return same !== undefined;
  }

  repeats(run: ClauseRun): boolean {
    return this.#runs.some((told) => this.#repeats(run, told.run));
  }

  touches(run: ClauseRun): boolean {
    return this.#runs.some(({ run: { unit, span } }) => unit === run.unit && overlap(span, run.span));
  }

  lengthOf(unit: UnitId): number {
    return this.#runs.reduce((sum, { run }) => sum + (run.unit === unit ? run.text.length : 0), 0);
  }

  byUnit(ids: readonly UnitId[]): Map<UnitId, DigestPart[]> {
    const sorted = [...this.#runs].sort((a, b) => a.run.span.start - b.run.span.start);
    return new Map(
      ids.map((id) => [
        id,
        sorted
          .filter(({ run }) => run.unit === id)
          .map(({ run, also }) => ({ citation: citeRun(run), also })),
      ]),
    );
  }
}

function citeRun({ unit, span, text }: ClauseRun): Citation {
  return { unit, span, quote: text };
}
