// claim → clauses → source clauses they restate → negation, stage and scope words must agree
import {
  alignClause,
  findAnchored,
  findNeighbours,
  readGrams,
  splitIntoClauses,
  type Clause,
} from './alignment.ts';
import { refuteNegation } from './negation.ts';
import { refuteStage } from './stage-words.ts';

/** 「均已」 「全部」 「所有」: the whole of something. */
const WHOLE = /全部|全都|均(?!值|价|衡)|都(?!市|督)|所有|一律|全面|全员|全体|全数|皆/gu;
/** A clause of hardly more than a word of stage says it of what stands before: 「…33件,正在推进」. */
const SHORTEST = 5;

/** Why the claim's negation, completion, plan or scope words do not agree with its sources; null when they do. */
export function refuteCompletion(claim: string, sources: readonly (readonly Clause[])[]): string | null {
  const whole = readGrams(claim);
  const clauses = splitIntoClauses(claim);
  for (const [at, own] of clauses.entries()) {
    const before = clauses[at - 1];
    // 「截至目前,」 says nothing yet
    if (before === undefined && isShort(own)) continue;
    const clause = joinShort(own, before);
    const aligned = alignClause(clause, whole, sources);
    if (aligned.length === 0) continue;
    const said = clauses
      .filter((other) => other.sentence === own.sentence && other.start <= own.start)
      .map(({ text }) => text)
      .join('');
    const near = findNeighbours([...aligned, ...findAnchored(clause, sources)], sources);
    const why =
      refuteNegation(clause, aligned, sources) ??
      refuteStage(clause, said, aligned, near, sources) ??
      refuteScope(clause.text, near);
    if (why !== null) return why;
  }
  return null;
}

function isShort({ text }: Clause): boolean {
  return text.replace(/[^\u3400-\u9fff\d]/gu, '').length <= SHORTEST;
}

function joinShort(clause: Clause, before: Clause | undefined): Clause {
  if (!isShort(clause) || before === undefined) return clause;
  const text = before.text + clause.text;
  return { ...clause, text, grams: new Set([...before.grams, ...clause.grams]) };
}

/** What all are said to have done: the words behind, in characters. */
const REACH = 16;
/** A weaker word of wholeness, enough in a source: 「实现宣讲全覆盖」. */
const ENTIRE = /全(?!国|省|市|区|县)/u;

/** 「1015条均已整改」 where the source says 均 of something else. */
function refuteScope(text: string, near: readonly Clause[]): string | null {
  for (const match of text.matchAll(WHOLE)) {
    const behind = readGrams(text.slice(match.index + match[0].length).slice(0, REACH));
    const founded = near.some(
      (clause) =>
        clause.text.includes('100%') ||
        ((clause.text.search(WHOLE) >= 0 || ENTIRE.test(clause.text)) &&
          (behind.size === 0 || [...behind].some((gram) => clause.grams.has(gram)))),
    );
    if (!founded) return 'says all where the source does not';
  }
  return null;
}
