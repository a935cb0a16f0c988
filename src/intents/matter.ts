// question → the units and sentences that state what it is about, best first → their figures, and how well words fit each
import type { Unit, UnitId } from '../bulletin/bulletin.ts';
import type { RankedUnit } from '../search/engine.ts';
import { rememberEach, rememberRecent } from '../text/remember.ts';
import { findAmounts } from '../text/amounts.ts';
import type { Span } from '../text/span.ts';
import { foldWidth } from '../text/width.ts';
import { expectedUnits } from './answer-type.ts';
import { readAskedUnits } from './figure-ask.ts';
import { figuresOf } from './figure-match.ts';
import type { PlacedFigure } from './figure-place.ts';
import { fitsUnits, isTime, meets } from './figure-words.ts';
import type { IntentContext } from './intent.ts';
import { judgeScope } from './judge.ts';
import { unknownBody } from './other-scope.ts';
import { findPassages, type Passage } from './passage.ts';
import { readPassages } from './rank-units.ts';
import { findKnownNames } from './surnames.ts';

/** A unit that speaks of what is asked. */
export interface Matter {
  readonly unit: Unit;
  readonly ranked: RankedUnit;
  /** Its amounts and dates, in document order. */
  readonly figures: readonly PlacedFigure[];
  /** Its passages by how well they fit the question, best first. */
  readonly passages: readonly Passage[];
}

/** A unit whose best passage is worth less than this share of the best one speaks of something else. */
const NEAR_BEST = 0.8;
/** The same where none of the nearer units counts what is asked for. */
const COUNTS_BEST = 0.55;
const MOST_MATTERS = 3;

/** The matters a question may mean; none where it speaks of another place, year, person or body. */
export const findMatters = rememberEach((context: IntentContext): readonly Matter[] => {
  const { question } = context;
  if (asksElsewhere(context)) return [];
  const { ranked, found: passages } = readPassages(context);
  const near = readMatters(context, ranked, passages, NEAR_BEST);
  // Spans of time are reckoned from dates.
  const units = new Set([...askedUnits(question.text)].filter((unit) => !isTime(unit)));
  const counts = ({ figures }: Matter): boolean =>
    figures.some((figure) => figure.kind === 'amount' && fitsUnits(figure, units));
  if (units.size === 0 || near.some(counts)) return near;
  // A heading or an outlook may fit best, but what is counted is told in a unit a little farther off.
  const farther = readMatters(context, ranked, passages, COUNTS_BEST, counts);
  return farther.length > 0 ? farther : near;
});

/** True where the question speaks of another place, year, person or body, or nothing fits it. */
export const asksElsewhere = rememberEach((context: IntentContext): boolean => {
  const [best] = readPassages(context).found;
  return best === undefined || judgeScope(context, best) !== null || unknownBody(context) !== null;
});

/** Units that are about something else than the best one but may still hold the figures asked for. */
export const findFartherMatters = rememberEach((context: IntentContext): readonly Matter[] => {
  const ranked = readPassages(context).ranked.filter(({ coverage }) => coverage >= KNOWN);
  return findMatters(context).length === 0
    ? []
    : readMatters(context, ranked, findPassages(context.bulletin.source, ranked, context.question), 0);
});

/** Share of the question a unit must hold to be looked at. */
const KNOWN = 0.2;

function readMatters(
  context: IntentContext,
  ranked: readonly RankedUnit[],
  passages: readonly Passage[],
  nearBest: number,
  counts: (matter: Matter) => boolean = () => true,
): readonly Matter[] {
  const names = findKnownNames(context.question.text, context.bulletin.source);
  const least = (passages[0]?.score ?? 0) * nearBest;
  const ids = [...new Set(passages.map(({ unit }) => unit))];
  const most = nearBest < NEAR_BEST ? ids.length : MOST_MATTERS;
  const matters = ids.slice(0, most).flatMap((id): Matter[] => {
    const unit = context.lookup.get(id);
    const own = passages.filter((passage) => passage.unit === id);
    const found = ranked.find((one) => one.unit === id);
    if (unit === undefined || found === undefined || (own[0]?.score ?? 0) < least) return [];
    if (names.some((name) => !unit.text.includes(name)) || !holdsGiven(context, id)) return [];
    return [{ unit, ranked: found, figures: figuresOf(context, id), passages: own }];
  });
  return matters.filter(counts);
}

/** 3419处房产的面积: a figure that tells which matter is meant, where the bulletin prints it, stands in the unit. */
function holdsGiven(context: IntentContext, id: UnitId): boolean {
  const figures = figuresOf(context, id);
  const { bulletin, question } = context;
  const text = question.references.reduce((rest, one) => rest.replace(one.text, ' '), question.text);
  return findAmounts(text)
    .filter(
      ({ text: written, value, unit }) =>
        value >= PINNED && /^\d/u.test(written) && !/^[年月日号天%]?$/u.test(unit),
    )
    .filter(
      ({ number, approximate }) =>
        approximate || new RegExp(`(?<![\\d.])${String(number)}(?![\\d.])`, 'u').test(bulletin.source),
    )
    .every((amount) => figures.some((figure) => figure.value === amount.value || meets(figure, amount)));
}

/** The words of a matter between two offsets of the source, in half-width characters. */
export function wordsBetween({ unit }: Pick<Matter, 'unit'>, start: number, end: number): string {
  return foldWidth(unit.text.slice(start - unit.body.start, Math.max(start, end) - unit.body.start));
}

/** 1280万元, 近1800万元; not 三个 of “三个如何”. */
export function isArabic({ text }: PlacedFigure): boolean {
  return /^\D?\d/u.test(foldWidth(text));
}

/** Smaller numbers are counted by anyone: 三处, 4个问题. */
const PINNED = 30;

const PERCENT = new Set(['%', '‰', '个百分点']);

/** 这几块地, 几个人, 多大比例: the general word says no unit of its own. */
export const COUNTS_NOTHING =
  /多大(?=的?比)|(?<=[这那])几\p{Script=Han}|(?<=多少|几)个(?=[人名位](?!次)|干部|同志)/gu;

/** The units an amount asked for may have, without the percentages a rate is told in. */
export function askedUnits(text: string): ReadonlySet<string> {
  const expected = [...expectedUnits(text.replace(COUNTS_NOTHING, ''))].filter(
    (unit) => !PERCENT.has(unit) && unit !== '成',
  );
  return new Set([...expected, ...readAskedUnits(text).filter((unit) => !PERCENT.has(unit))]);
}

/** How good the passage around `span` is, as a share of the unit's best: the sentence that is asked about comes first. */
export function focusOf({ passages }: Matter, span: Span): number {
  const best = passages[0]?.score ?? 1;
  const own = passages.find((passage) => passage.span.start < span.end && span.start < passage.span.end);
  return own === undefined ? 0 : Math.max(0, own.score / best);
}

/** What a word counts in the figure's own segment, and in its clause. */
const NEARNESS = [1, 0.7];
/** A synonym of the thesaurus, and the characters of a word (自己查办 ↔ 自办). */
const SYNONYM = 0.9;
const LETTERS = 0.6;
/** Weight of a word the bulletin does not know, and of one character. */
const UNKNOWN = 3;
const LETTER = 1;

export interface PartFit {
  /** Weight of the words of the label that stand at the figure. */
  readonly met: number;
  /** The same as a share of all its words. */
  readonly share: number;
}

export type MatchPart = (label: string, figure: PlacedFigure, against?: PlacedFigure) => PartFit;

/**
 * How much of a label (拆掉的, 自己查办) stands right at a figure; words that stand at `against` (the whole) as well tell nothing of
 * the part. One matcher a message.
 */
export const createPartMatcher = rememberEach(({ engine }: Pick<IntentContext, 'engine'>): MatchPart => {
  const wordsOf = rememberRecent<readonly string[]>(MOST_LABELS);
  const conceptsOf = rememberRecent<ReadonlySet<string>>(MOST_PLACES);
  const readConcepts = (words: string): ReadonlySet<string> =>
    conceptsOf(words, () => new Set(engine.tokenize(words).filter((term) => term.startsWith('#'))));
  const holds = (printed: string, word: string): number => {
    const place = printed.toLowerCase(); // “1+X” is asked for as “1+x”
    if (place.includes(word)) return 1;
    if (word.length === 1) return 0;
    const known = readConcepts(place);
    if ([...readConcepts(word)].some((concept) => known.has(concept))) return SYNONYM;
    const letters = Array.from(word).filter((letter) => place.includes(letter)).length;
    return (LETTERS * letters) / word.length;
  };
  const weigh = (word: string): number =>
    word.length === 1 ? LETTER : engine.knows(word) ? engine.idf(word) : UNKNOWN;
  return (label, figure, against) => {
    // 女的: the particle is met anywhere.
    const words = wordsOf(label, () => [
      ...new Set(
        engine
          .tokenize(label, { dropStopwords: true, wordsOnly: true, unigrams: true })
          .map((word) => word.replace(/(?<=.)的$/u, '')),
      ),
    ]);
    const named = label.replace(/[“”"\s]/gu, '');
    // “其他处理”: common words are a name where they stand in one piece.
    if (named.length >= LEAST_NAME && figure.around[0]?.toLowerCase().includes(named) === true)
      return { met: NAMED_WHOLE, share: 1 };
    let met = 0;
    let total = 0;
    for (const word of words) {
      const beyond = against === undefined ? 1 : 1 - holds(wordsBefore(against, figure), word);
      if (beyond < 0.2) continue;
      const weight = weigh(word);
      const near = NEARNESS.map((share, level) => share * holds(figure.around[level] ?? '', word));
      total += weight;
      met += weight * Math.min(beyond, Math.max(...near));
    }
    return { met, share: total === 0 ? 0 : met / total };
  };
});

/** 1280万元扶持资金已拨付960万元: the whole's own words, up to where the part's begin. */
function wordsBefore({ around, segment }: PlacedFigure, part: PlacedFigure): string {
  const words = around[0] ?? '';
  const shared = segment.start < part.segment.start && part.segment.start < segment.end;
  return shared ? words.slice(0, part.segment.start - segment.start) : words;
}

const LEAST_NAME = 4;
const NAMED_WHOLE = 6;
const MOST_LABELS = 20;
const MOST_PLACES = 400;
