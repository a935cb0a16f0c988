// claim → clauses → source clauses they restate → negation, stage and scope words must agree
import {
  alignClause,
  findAnchored,
  findNeighbours,
  readGrams,
  splitIntoClauses,
  type Clause,
} from './alignment.ts';
import { denies, foldUniversals, readDenials } from './denials.ts';
import { refuteNegation } from './negation.ts';
import { refuteParts } from './parts.ts';
import { refuteScope, widen } from './scope.ts';
import { DONE, isOpen } from './stage-words.ts';
import { refuteStage } from './stages.ts';

/** A clause of hardly more than a word of stage says it of what stands before: 「…33件,正在推进」. */
const SHORTEST = 5;

/**
 * Why the claim's negation, completion, plan or scope words do not agree with its sources; null when they do.
 * @param plans the units are of a part that plans
 * @param above the headings above the units
 */
export function refuteCompletion(
  text: string,
  sources: readonly (readonly Clause[])[],
  plans: boolean,
  above: readonly Clause[] = [],
): string | null {
  const claim = foldUniversals(text);
  const whole = readGrams(claim);
  const clauses = splitIntoClauses(claim);
  for (const [at, own] of clauses.entries()) {
    const before = clauses[at - 1];
    // 「截至目前,」 says nothing yet
    if (before === undefined && isShort(own)) continue;
    const [clause, aligned] = alignDenying(joinShort(own, before), before, clauses[at + 1], whole, sources);
    // 「还没改完的有多少?」 asks for what the next clause says
    if (QUESTION.test(own.text) && (aligned.length === 0 || asksOfDenied(own, sources))) continue;
    if (aligned.length === 0 && denies(clause.text)) return 'denies what the source does not speak of';
    if (aligned.length === 0) continue;
    const said = clauses
      .filter((other) => other.sentence === own.sentence && other.start <= own.start)
      .map(({ text }) => text)
      .join('');
    const near = findNeighbours([...aligned, ...findAnchored(clause, sources)], sources);
    const next = readNext(own, clauses[at + 1]);
    const why =
      (isShort(own) ? refuteShort(own, whole, sources) : null) ??
      refuteNegation(clause, aligned, sources, above) ??
      (QUESTION.test(own.text) ? null : refuteStage(clause, said, next, aligned, near, sources, plans)) ??
      refuteScope(own, clause, said, claim, widen(near, said + next, clause, sources), sources) ??
      refuteParts(own, claim, sources);
    if (why !== null) return why;
  }
  return null;
}

/** 「不合改造标准,所以暂时没法改」: a denial in other words is understood from the clause beside it. */
function alignDenying(
  clause: Clause,
  before: Clause | undefined,
  next: Clause | undefined,
  whole: ReadonlySet<string>,
  sources: readonly (readonly Clause[])[],
): [Clause, readonly Clause[]] {
  const aligned = alignClause(clause, whole, sources);
  if (aligned.length > 0 || !denies(clause.text)) return [clause, aligned];
  const beside = [before, next].find((other) => other !== undefined && other.sentence === clause.sentence);
  if (beside === undefined) return [clause, aligned];
  const joined = { ...clause, grams: new Set([...clause.grams, ...beside.grams]) };
  return [joined, alignClause(joined, whole, sources)];
}

/** 「7处房产为什么收不回?」 of 「剩余8处房产暂未收回」 */
function asksOfDenied({ text }: Clause, sources: readonly (readonly Clause[])[]): boolean {
  const asked = readDenials(text);
  const denied = sources.flat().flatMap((source) => readDenials(source.text));
  return (
    asked.length > 0 &&
    asked.every(({ scope }) => denied.some((other) => other.scope.charAt(0) === scope.charAt(0)))
  );
}

const QUESTION = /(?:多少|哪|什么|怎|为何|如何|几[个项处件条人名家]|谁).*\?$/u;

function readNext({ sentence }: Clause, next: Clause | undefined): string {
  return next?.sentence === sentence ? next.text : '';
}

function isShort({ text }: Clause): boolean {
  return text.replace(/[^\u3400-\u9fff\d]/gu, '').length <= SHORTEST;
}

/** 「招标已经进行」: of few words, but a source says just these are under way. */
function refuteShort(
  own: Clause,
  whole: ReadonlySet<string>,
  sources: readonly (readonly Clause[])[],
): string | null {
  const homes = alignClause(own, whole, sources);
  const open = homes.length > 0 && homes.every(({ text }) => isOpen(text));
  return open && DONE.test(own.text) ? 'says finished where the source says under way or planned' : null;
}

function joinShort(clause: Clause, before: Clause | undefined): Clause {
  if (!isShort(clause) || before === undefined) return clause;
  const text = before.text + clause.text;
  return { ...clause, text, grams: new Set([...before.grams, ...clause.grams]) };
}
