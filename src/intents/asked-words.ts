// passages shown → do they hold the figure, the date or the rest that is asked for? if not, the words of the same unit that do
import type { Question } from '../question/question.ts';
import type { MatchedClause } from '../search/query-match.ts';
import { findDates } from '../text/dates.ts';
import {
  agreeOnRemainder,
  asksForRemainder,
  countedUnits,
  expectedUnits,
  matchUnits,
} from './answer-type.ts';
import { OPENS_WITH_TIME, type Passage } from './passage.ts';
import { overlapsAny } from './answer-set.ts';

/** What a sentence may grow to where its end holds what is asked for. */
const LONGEST = 240;
/** Share of the question another sentence of the unit must hold. */
const LEAST_SHARE = 0.12;
/** 2023年5月19日, before the clause it dates. */
const LONGEST_OPENER = 24;

/** 弄好的几个, 做完了多少, 几个建成了. */
const ASKS_FINISHED =
  /(?:[弄做办建盖改搞修](?:好|完|成|掉)|完成|办结)了?的?[^,。]{0,4}(?:多少|几)|(?:多少|几)\p{L}?(?:已经?)?(?:[弄做办建盖改搞修](?:好|完|成|掉)|完成|办结)/u;
const FINISHED = /已|完成|办结|建成|到位/u;

/** 六个人都处理完了吗, 全部到位没有: what is not yet done answers it as well. */
const ASKS_ALL_DONE =
  /(?:都|全部?)(?:已经?)?\p{Script=Han}{0,4}(?:完|好|齐|到位|了结|完成|办结|解决)了?(?:吗|没有?|么)[?。]*$/u;

type Asked = Pick<Question, 'text' | 'askedFor'>;

/** Whether words hold what is asked for; null where nothing is asked that words of one kind would answer. */
function readHolds({ text, askedFor: [kind] }: Asked): ((words: string) => boolean) | null {
  if (ASKS_ALL_DONE.test(text))
    return (words) => agreeOnRemainder(true, words) === 1 && countedUnits(words).length > 0;
  const rest = asksForRemainder(text);
  const finished = !rest && ASKS_FINISHED.test(text);
  const units = expectedUnits(text);
  if (kind !== 'amount' || (units.size === 0 && !rest && !finished)) return null;
  // 470个小区排查出多少条: what the asker counts is no answer.
  const told = text.match(/\d+\p{L}/gu) ?? [];
  const untold = (words: string): string =>
    told.reduce((left, figure) => left.replaceAll(figure, ' '), words);
  return (words) =>
    matchUnits(countedUnits(untold(words)), units) === 1 &&
    (!rest || agreeOnRemainder(true, words) === 1) &&
    (!finished || FINISHED.test(words));
}

/**
 * 「…开展试点提升60个,已完成33个,剩余27个」: the sentence is followed to the clause that answers 还剩几个; where no sentence shown
 * does, the next best one of the same unit is shown beside it.
 */
export function supplyAsked(
  source: string,
  question: Asked,
  chosen: readonly Passage[],
  passages: readonly Passage[],
  clausesOf: (unit: string) => readonly MatchedClause[],
): readonly Passage[] {
  const holds = readHolds(question);
  const [best] = chosen;
  if (holds === null || best === undefined) return chosen;
  const holding = (passage: Passage): boolean =>
    clausesWithin(clausesOf(passage.unit), passage).some(({ span }) =>
      holds(source.slice(span.start, span.end)),
    );
  if (chosen.some(holding)) return chosen;
  for (const passage of chosen) {
    if (passage.unit !== best.unit) continue;
    const grown = growTo(source, passage, clausesOf(passage.unit), holds);
    if (grown !== null) return chosen.map((one) => (one === passage ? grown : one));
  }
  const other = passages.find(
    (passage) =>
      passage.unit === best.unit &&
      passage.share >= LEAST_SHARE &&
      !overlapsAny(passage, chosen) &&
      holding(passage),
  );
  const told =
    other ??
    passages.find((passage) => followsOn(source, best, passage) && holding(passage)) ??
    clauseBehind(source, best, clausesOf(best.unit), holds);
  return told === null ? chosen : [...chosen, told];
}

/** The passage opens the next sentence, and goes on with the same. */
function followsOn(source: string, best: Passage, other: Passage): boolean {
  if (other.unit !== best.unit || other.span.start < best.span.end) return false;
  return (
    /^[^。\n]*。\s?$/u.test(source.slice(best.span.end, other.span.start)) &&
    OPENS_WITH_TIME.test(other.quote)
  );
}

/** The clause of the best passage's sentence that holds what is asked for, where the sentence is too long to show. */
function clauseBehind(
  source: string,
  best: Passage,
  clauses: readonly MatchedClause[],
  holds: (words: string) => boolean,
): Passage | null {
  const sentence = clauses.find(
    ({ span }) => span.start <= best.span.start && best.span.start < span.end,
  )?.sentence;
  const told = clauses.find(
    ({ span, sentence: own }) =>
      own === sentence && span.start >= best.span.end && holds(source.slice(span.start, span.end)),
  );
  if (told === undefined) return null;
  const quote = source.slice(told.span.start, told.span.end).replace(/[,，;；。]$/u, '');
  return { ...best, span: { start: told.span.start, end: told.span.start + quote.length }, quote };
}

function clausesWithin(clauses: readonly MatchedClause[], { span }: Passage): readonly MatchedClause[] {
  return clauses.filter((clause) => span.start <= clause.span.start && clause.span.end <= span.end);
}

/** The passage up to the first clause behind it in its sentence that holds what is asked for; null where none does. */
function growTo(
  source: string,
  passage: Passage,
  clauses: readonly MatchedClause[],
  holds: (words: string) => boolean,
): Passage | null {
  const last = clauses.findIndex(({ span }) => span.end === passage.span.end);
  const { sentence } = clauses[last] ?? {};
  const found = clauses.find(
    (clause, at) =>
      last >= 0 &&
      at > last &&
      clause.sentence === sentence &&
      holds(source.slice(clause.span.start, clause.span.end)),
  );
  if (found === undefined || found.span.end - passage.span.start > LONGEST) return null;
  return cut(source, passage, passage.span.start, found.span.end);
}

/** 「2023年5月19日,完成项目建设竣工验收」: a date that stands alone before the passage in its sentence belongs to it. */
export function withOpeningDate(
  source: string,
  passage: Passage,
  clauses: readonly MatchedClause[],
): Passage {
  const first = clauses.findIndex(({ span }) => span.start === passage.span.start);
  const before = clauses[first - 1];
  if (before === undefined || before.sentence !== clauses[first]?.sentence) return passage;
  const { start, end } = before.span;
  if (end - start > LONGEST_OPENER) return passage;
  const words = source.slice(start, end);
  const [date] = findDates(words);
  const alone = date !== undefined && date.precision !== 'vague' && words.replace(date.text, '').length <= 4;
  return alone ? cut(source, passage, start, passage.span.end) : passage;
}

function cut(source: string, passage: Passage, start: number, end: number): Passage {
  return { ...passage, span: { start, end }, quote: source.slice(start, end) };
}
