// unit → sentences → runs of whole clauses → valued by figures, names, dates, status, topic → best within a budget
import type { Citation, Unit, UnitId } from '../bulletin/bulletin.ts';
import type { RankedUnit } from '../search/engine.ts';
import { overlap, readRuns, type ClauseRun } from './clause-runs.ts';
import type { IntentContext } from './intent.ts';
import { joinRuns } from './joined-runs.ts';
import { createRepetitionFinder } from './repetition.ts';

/** Words of one unit worth telling; `also`: other units that say the same. */
export interface DigestPart {
  readonly citation: Citation;
  readonly also: readonly Citation[];
}

type Pools = ReadonlyMap<UnitId, readonly ClauseRun[]>;

export interface DigestOptions {
  /** Characters for all units together. */
  readonly budget: number;
  /** Further characters, for whole sentences only. */
  readonly slack?: number;
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
const ATTENTION = 28;
const PER_CHARACTER = 0.012;
const LONGEST_RUN = 160;
/** What the first run of a unit is worth beside what it tells. */
const START = { own: 1.1, aside: -0.6, sanction: 2, heading: 9 };
/** Characters that must be left for a further run. */
const LEAST_LEFT = 20;
const SPREAD_RUN = 90;
const STATUS_RUN = 60;
/** What a unit loses of its worth that has none of the topic's words. */
const FAR = 0.7;
/** Further runs are worth telling from this value on. */
const WORTH = { whole: 0.3, aside: 0.6, spread: 2 };

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
 * The runs of clauses that tell most for their length, every unit having a start over a second run of another, while
 * the budget lasts. A unit whose best run only repeats what another unit said is cited beside that one.
 */
export function digestUnits(
  context: IntentContext,
  ids: readonly UnitId[],
  options: DigestOptions,
): Map<UnitId, DigestPart[]> {
  const units = ids.map((id) => context.lookup.get(id)).filter((unit) => unit !== undefined);
  const pools = new Map(
    units.map((unit) => {
      const focus = { ranked: options.ranked?.get(unit.id), on: focusOf(unit.id, options) };
      return [unit.id, readRuns(context, unit, focus, LONGEST_RUN)];
    }),
  );
  const told = new Told();
  if (options.spread === true) spreadOut(units, pools, told, options.budget);
  else tellMost(units, pools, told, options);
  const room = options.spread === true ? 0 : options.budget + (options.slack ?? 0);
  return told.byUnit(ids, context.bulletin.source, room);
}

/** At most one run of every problem, the densest first. */
function spreadOut(units: readonly Unit[], pools: Pools, told: Told, budget: number): void {
  let left = budget;
  const firsts = units
    .map((unit) => ({ unit, run: bestRun(pools.get(unit.id) ?? [], SPREAD_RUN) }))
    .filter((first): first is { unit: Unit; run: ClauseRun } => first.run !== null)
    .sort((a, b) => density(b.run, b.run.value) - density(a.run, a.run.value));
  const parents = new Set<string>();
  for (const { unit, run } of firsts) {
    if (parents.has(unit.parent ?? unit.id) || told.attach(run)) continue;
    const cost = run.text.length + MARK;
    if ((cost > left && told.count > 0) || run.value < WORTH.spread) continue;
    told.add(run);
    parents.add(unit.parent ?? unit.id);
    left -= cost;
  }
}

/** What is beside the topic waits until the topic's own units have told what is worth it. */
function tellMost(units: readonly Unit[], pools: Pools, told: Told, options: DigestOptions): void {
  let left = options.budget;
  const silent = new Set(units.map(({ id }) => id));
  const own = units.filter(({ id }) => options.aside?.has(id) !== true);
  const nearnessOf = readNearness(options.ranked);
  for (const group of [own, units]) {
    for (;;) {
      const next = pickNext(group, pools, told, { left, silent, nearnessOf, options });
      if (next === null) break;
      const first = silent.delete(next.unit);
      if (first && !next.unit.startsWith('D') && told.attach(next)) continue;
      told.add(next);
      left -= next.text.length + MARK;
    }
  }
}

interface Standing {
  readonly left: number;
  /** Units nothing was told of yet. */
  readonly silent: ReadonlySet<UnitId>;
  readonly nearnessOf: (id: UnitId) => number;
  readonly options: DigestOptions;
}

/** The run that is new and tells most for its length; a unit that is mostly told has little left to say. */
function pickNext(units: readonly Unit[], pools: Pools, told: Told, standing: Standing): ClauseRun | null {
  const { left, silent, nearnessOf, options } = standing;
  let best: ClauseRun | null = null;
  let most = 0;
  for (const unit of units) {
    const aside = options.aside?.has(unit.id) === true;
    const first = silent.has(unit.id);
    if (!first && left < LEAST_LEFT) continue;
    const longest = options.statusOnly === true && first ? STATUS_RUN : LONGEST_RUN;
    const least = first ? -Infinity : aside ? WORTH.aside : WORTH.whole;
    const near = 1 - FAR * (1 - nearnessOf(unit.id));
    const fresh = 1 - told.lengthOf(unit.id) / unit.text.length;
    for (const run of pools.get(unit.id) ?? []) {
      if (
        run.value < least ||
        (run.text.length > longest && run.last > run.first && unit.kind !== 'sanction')
      )
        continue;
      if (run.text.length + MARK > left && told.count > 0) continue;
      const gain = near * (first ? Math.max(0.05, run.value + startOf(unit, aside)) : run.value * fresh);
      const worth = density(run, gain);
      if (worth <= most || (!first && (told.touches(run) || told.repeats(run)))) continue;
      best = run;
      most = worth;
    }
  }
  return best;
}

/** How well a unit matches the topic beside the one that does best, 0…1. */
function readNearness(ranked: DigestOptions['ranked']): (id: UnitId) => number {
  if (ranked === undefined || ranked.size === 0) return () => 1;
  const best = Math.max(...[...ranked.values()].map(({ score }) => score));
  return (id) => (ranked.get(id)?.score ?? 0) / best;
}

/** What it is worth that a unit is told of at all. */
function startOf(unit: Unit, aside: boolean): number {
  if (isHeading(unit)) return START.heading;
  if (unit.kind === 'sanction') return START.sanction;
  return aside ? START.aside : START.own;
}

/** 「党纪政务处分情况(13人)」: the head-count of a list is told before its members. */
function isHeading({ kind, id }: Unit): boolean {
  return kind === 'sanction' && id.endsWith('.0');
}

function focusOf(unit: UnitId, { aside, statusOnly }: DigestOptions): 'all' | 'topic' | 'status' {
  if (statusOnly === true) return 'status';
  return aside?.has(unit) === true ? 'topic' : 'all';
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

function density(run: ClauseRun, worth: number): number {
  return worth / (run.text.length + ATTENTION);
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

  /** `budget`: what is left of it goes into whole sentences. */
  byUnit(ids: readonly UnitId[], source: string, budget: number): Map<UnitId, DigestPart[]> {
    let room = budget - sumLengths(this.#runs.map(({ run }) => run));
    return new Map(
      ids.map((id) => {
        const own = this.#runs.filter(({ run }) => run.unit === id);
        const runs = own.map(({ run }) => run).sort((a, b) => a.span.start - b.span.start);
        const joined = joinRuns(source, runs, Math.max(0, room));
        room -= sumLengths(joined) - sumLengths(runs);
        const parts = joined.map((run) => ({
          citation: citeRun(run),
          also: own.flatMap((one) => (overlap(one.run.span, run.span) ? one.also : [])),
        }));
        return [id, parts];
      }),
    );
  }
}

function sumLengths(runs: readonly ClauseRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.length + MARK, 0);
}

function citeRun({ unit, span, text }: ClauseRun): Citation {
  return { unit, span, quote: text };
}
