// unit → sentences → runs of whole clauses → valued by figures, names, dates, status, topic → best within a budget
import type { Citation, Unit, UnitId } from '../bulletin/bulletin.ts';
import type { RankedUnit } from '../search/engine.ts';
import { containsSpan } from '../text/span.ts';
import { overlap, readRuns, type ClauseRun } from './clause-runs.ts';
import type { IntentContext } from './intent.ts';

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
}

/** Characters a run costs besides its own: marks, punctuation, attention. */
const OVERHEAD = 14;
const LONGEST_RUN = 130;
/** What a clause that holds the whole topic is worth, in figures. */
const FOCUS = { whole: 0.6, aside: 3 };
/** A run repeats another when it shares this much of its bigrams, or all its figures and this much. */
const REPEATED = { bigrams: 0.72, withFigures: 0.4 };

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
  const longest = Math.min(LONGEST_RUN, Math.max(36, (options.budget / Math.max(1, units.length)) * 1.1));
  const pools = new Map(
    units.map((unit) => {
      const weight = options.aside?.has(unit.id) === true ? FOCUS.aside : FOCUS.whole;
      const ranked = options.ranked?.get(unit.id);
      return [unit.id, readRuns(context, unit, { ranked, weight }, LONGEST_RUN)];
    }),
  );
  const told = new Told();
  let left = options.budget;
  const firsts = units
    .map((unit) => ({ unit, run: bestRun(pools.get(unit.id) ?? [], longest) }))
    .filter((first): first is { unit: Unit; run: ClauseRun } => first.run !== null)
    .sort((a, b) => density(b.run) - density(a.run));
  for (const { run } of firsts) {
    if (told.attach(run)) continue;
    const cost = run.text.length + OVERHEAD;
    if (cost > left && told.count > 0) continue;
    told.add(run);
    left -= cost;
  }
  const rest = [...pools.values()].flat().sort((a, b) => density(b) - density(a));
  for (const run of rest) {
    if (left < 20) break;
    if (run.value < 1 || run.text.length + OVERHEAD > left) continue;
    if (told.touches(run) || told.repeats(run)) continue;
    told.add(run);
    left -= run.text.length + OVERHEAD;
  }
  return told.byUnit(ids);
}

function bestRun(runs: readonly ClauseRun[], longest: number): ClauseRun | null {
  const fitting = runs.filter((run) => run.text.length <= longest);
  const pool = fitting.length > 0 ? fitting : runs;
  const worth = (run: ClauseRun): number => run.value - run.text.length * 0.012;
  return pool.reduce<ClauseRun | null>(
    (best, run) => (best === null || worth(run) > worth(best) ? run : best),
    null,
  );
}

function density(run: ClauseRun): number {
  return run.value / (run.text.length + OVERHEAD + 20);
}

/** What the summary has told so far. */
class Told {
  readonly #runs: { readonly run: ClauseRun; readonly also: Citation[] }[] = [];

  get count(): number {
    return this.#runs.length;
  }

  add(run: ClauseRun): void {
    this.#runs.push({ run, also: [] });
  }

  /** Cites `run` beside a run of another unit that says the same; false when there is none. */
  attach(run: ClauseRun): boolean {
    const same = this.#runs.find((told) => told.run.unit !== run.unit && repeats(run, told.run));
    same?.also.push(citeRun(run));
    return same !== undefined;
  }

  repeats(run: ClauseRun): boolean {
    return this.#runs.some((told) => repeats(run, told.run));
  }

  touches(run: ClauseRun): boolean {
    return this.#runs.some(({ run: { unit, span } }) => unit === run.unit && overlap(span, run.span));
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

function repeats(run: ClauseRun, told: ClauseRun): boolean {
  if (run.unit === told.unit && containsSpan(told.span, run.span)) return true;
  let common = 0;
  for (const bigram of run.bigrams) if (told.bigrams.has(bigram)) common += 1;
  const share = run.bigrams.size === 0 ? 0 : common / run.bigrams.size;
  const figuresTold = run.figures.size > 0 && [...run.figures].every((figure) => told.figures.has(figure));
  return share >= REPEATED.bigrams
    ? figuresTold || run.figures.size === 0
    : figuresTold && share >= REPEATED.withFigures;
}

function citeRun({ unit, span, text }: ClauseRun): Citation {
  return { unit, span, quote: text };
}
