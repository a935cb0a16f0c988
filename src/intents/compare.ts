// two things compared → the figure of each in the same unit, each with its own citation → which is more, by how much
import { rememberEach } from '../text/remember.ts';
import { findAmounts } from '../text/amounts.ts';
import { findDates } from '../text/dates.ts';
import { agreeOnRemainder, asksForRemainder } from './answer-type.ts';
import type { Citation } from '../bulletin/bulletin.ts';
import { readAskedUnits, readComparison, type Comparison } from './figure-ask.ts';
import { createLabelMatcher, figuresOf, findFigures, type MatchLabel } from './figure-match.ts';
import { citeFigure, type PlacedFigure } from './figure-place.ts';
import {
  isOfAnother,
  inOrder,
  mentionsHead,
  namesWhole,
  readEvent,
  withGiven,
  type Pair,
} from './compared.ts';
import { formatFigure, isTime, sameMeasure, samePeriod, sayDifference } from './figure-words.ts';
import { asksElsewhere } from './matter.ts';
import {
  claim,
  draftAnswer,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';

/** Share of a label that must stand near its figure. */
const ENOUGH = { amount: 0.62, date: 0.5 };
/** The same of what is compared; a date must stand in one clause with what happens on it. */
const ENOUGH_METRIC = { amount: 0.5, date: 0.65 };
/** Of a figure's worth: the label's own words, what is compared, the whole question. */
const WEIGHTS = { label: 1.4, metric: 0.8, matter: 0.4, question: 0.5, sameSentence: 0.3, sameUnit: 0.15 };
const READ_UNITS = 5;

export const compareIntent: Intent = {
  name: 'compare',
  examples: [
    '噪声投诉和大气污染投诉哪个多',
    '区级医院跟红星小学,哪个先投用',
    '雁塔二地块和状元新村,哪个搬迁完成率高',
  ],
  ceiling: 0.8,
  score: (context) => (context.question.references.length > 0 || readCompared(context) === null ? 0 : 0.8),
  draft: (context) => {
    const compared = readCompared(context);
    return compared === null
      ? draftAnswer({ refusal: 'not-in-bulletin' })
      : draftPair(context, compared.comparison, compared.pair);
  },
};

interface Compared {
  readonly comparison: Comparison;
  readonly pair: Pair;
}

const readCompared = rememberEach((context: IntentContext): Compared | null => {
  const comparison = readComparison(context.question.text);
  // 外地的和本区的,哪个早
  if (comparison === null || asksElsewhere(context)) return null;
  const pair = findPair(context, comparison);
  return pair === null ? null : { comparison, pair };
});

/** 完成的和未完成的: a status alone names no matter either. */
const ONLY_STATUS =
  /^(?:已经?|还|都|全部|没有?|未|尚未|正在)*(?:完成|办结|推进|[做办]完|落实)了?的?(?:措施|举措|条数)?$/u;

function namesOnlyTime(label: string): boolean {
  const rest = findDates(label).reduce((text, { text: date }) => text.replace(date, ''), label);
  return rest.replace(/[份底初的]/gu, '') === '';
}

/** The two figures in one unit of measure that fit their labels best; null when either label has none. */
function findPair(context: IntentContext, { labels, metric, matter, byDate }: Comparison): Pair | null {
  const { text } = context.question;
  // 「9月份的噪声投诉比8月少了几成」: a month alone names nothing that any figure could be told by.
  if (labels.some((label) => namesOnlyTime(label) || ONLY_STATUS.test(label))) return null;
  const asked = byDate ? [] : readAskedUnits(text);
  const manyOf = MANY.test(text) && !MONEY.test(text);
  const event = byDate ? readEvent(text) : null;
  const match = createLabelMatcher(context);
  const weigh = (figure: PlacedFigure, label: string): number =>
    WEIGHTS.label * match(label, figure) +
    WEIGHTS.metric * (metric.length < 2 ? 0 : match(metric, figure)) +
    WEIGHTS.matter * (matter.length < 2 ? 0 : match(matter, figure)) +
    WEIGHTS.question * match(text, figure);
  const figures = readPlaces(context, labels).filter(({ kind, measured }) =>
    byDate
      ? kind === 'date'
      : kind === 'amount' && (asked.length === 0 ? !manyOf || isCount(measured) : asked.includes(measured)),
  );
  const rest = asksForRemainder(text);
  const counted = byDate
    ? figures
    : figures
        .filter(({ text: written, around }) => !(around[0] ?? '').includes(`第${written}`))
        .filter(({ around }) => rest || agreeOnRemainder(true, around[0] ?? '') < 0);
  const timed =
    !byDate &&
    SPEED.test(text) &&
    counted.some((one) => isTime(one.measured) && labels.some((label) => match(label, one) >= ENOUGH.amount));
  const meant = timed ? counted.filter(({ measured }) => isTime(measured)) : counted;
  const known =
    event !== null
      ? meant.filter(({ around }) => event.test(around[1] ?? ''))
      : metric.length < 2
        ? meant
        : meant.filter((figure) => match(metric, figure) >= ENOUGH_METRIC[byDate ? 'date' : 'amount']);
  const [first, second] = labels.map((label) => {
    const fitting = withGiven(label, known)
      .filter((figure) => !isOfAnother(label, figure) && (byDate || mentionsHead(label, figure)))
      .filter((figure) => match(label, figure) >= ENOUGH[byDate ? 'date' : 'amount']);
    const whole = byDate ? fitting.filter((figure) => namesWhole(label, figure)) : [];
    return (whole.length > 0 ? whole : fitting)
      .map((figure) => ({ figure, worth: weigh(figure, label) }))
      .sort((a, b) => b.worth - a.worth)
      .slice(0, 12);
  });
  let best: { pair: Pair; worth: number } | null = null;
  for (const a of first ?? []) {
    for (const b of second ?? []) {
      if (!sameMeasure([a.figure, b.figure]) || sameFigure(a.figure, b.figure)) continue;
      // 有物业小区和无物业小区: each is told by its own words, not by those of the other.
      if (crossed(match, labels, a.figure, b.figure)) continue;
      const worth = a.worth + b.worth + kinship(a.figure, b.figure);
      if (best === null || worth > best.worth) best = { pair: [a.figure, b.figure], worth };
    }
  }
  return best === null ? null : inOrder(labels, best.pair);
}

/** 诫勉谈话和组织处理: counted by the headings of the list; anything else where the search finds it. */
function readPlaces(context: IntentContext, labels: Comparison['labels']): readonly PlacedFigure[] {
  const { text } = context.question;
  const parents = context.ledger.sanctions.map(({ unit }) => context.lookup.get(unit)?.parent ?? '');
  const heads = [...new Set(parents)].flatMap((parent) => figuresOf(context, parent));
  if (labels.every((label) => heads.some(({ around }) => around[4]?.includes(label)))) return heads;
  const queries = [text, ...labels.map((label) => `${label} ${text}`), ...labels];
  return findFigures(context, queries, READ_UNITS);
}

/** True where the two labels would fit the figures as well the other way round. */
function crossed(
  match: MatchLabel,
  [a, b]: Comparison['labels'],
  first: PlacedFigure,
  second: PlacedFigure,
): boolean {
  return match(a, first) + match(b, second) < match(b, first) + match(a, second) + TOLD_APART;
}

const TOLD_APART = 0.05;

/** Two figures of one sentence, or of one unit, are told as a pair more often than two from anywhere. */
function kinship(a: PlacedFigure, b: PlacedFigure): number {
  if (a.sentence.start === b.sentence.start) return WEIGHTS.sameSentence;
  return a.unit === b.unit ? WEIGHTS.sameUnit : 0;
}

function sameFigure(a: PlacedFigure, b: PlacedFigure): boolean {
  // 39名…39名 of one measure: one figure told twice, not two compared.
  return a.span.start === b.span.start || (a.kind === 'amount' && a.unit === b.unit && a.text === b.text);
}

/** 60个无物业小区提升 → 无物业小区提升: the asker's figure is no statement of the bulletin. */
function speakLabel(label: string): string {
  const counted = findAmounts(label).filter(({ span }) => label.charAt(span.start - 1) !== '第');
  return counted.reduceRight((text, { span }) => text.slice(0, span.start) + text.slice(span.end), label);
}

function draftPair(context: IntentContext, { labels: asked, byDate }: Comparison, pair: Pair): Draft {
  const labels = [speakLabel(asked[0]), speakLabel(asked[1])] as const;
  const [a, b] = pair;
  const citations = pair.map((figure) => citeOne(context, figure));
  const together = a.part.start === b.part.start;
  const shown: DraftClaim[] = together
    ? citations
        .filter(({ span }, at) => at === 0 || span.start !== citations[0]?.span.start)
        .map((citation) => claim(citation.quote, [citation]))
    : citations.map((citation, index) => claim(`${labels[index] ?? ''}:${citation.quote}`, [citation]));
  const notes: string[] = [];
  if (byDate) shown.push(claimOrder(labels, pair, citations));
  else if (samePeriod(a, b))
    shown.push(claimDifference(labels, pair, citations, SPEED.test(context.question.text)));
  else notes.push('两个数字的统计时段不同,不作计算。');
  return draftAnswer({ claims: shown, notes, candidates: [...new Set(pair.map(({ unit }) => unit))] });
}

function citeOne({ lookup, bulletin }: IntentContext, figure: PlacedFigure): Citation {
  const unit = lookup.get(figure.unit);
  return unit === undefined
    ? { unit: figure.unit, span: figure.span, quote: figure.text }
    : citeFigure(unit, bulletin.source, figure);
}

/** 哪个多: things are counted, unless money or a rate is asked for. */
const MANY = /(?<!钱|元|率)[多少](?:一?些|一点)?[?。]?$/u;
const MONEY = /纳统|销售|营收|投资|税|贷|钱|金额|消费|花|罚/u;

function isCount(measured: string): boolean {
  return !/^[元%]|百分点|平方|公里|亩|米$/u.test(measured) && !isTime(measured);
}

/** 谁搬得快, 哪个更慢. */
const SPEED = /快|慢/u;

function claimOrder(labels: Comparison['labels'], [a, b]: Pair, citations: readonly Citation[]): DraftClaim {
  const text = a.value === b.value ? `两者同时` : `${a.value < b.value ? labels[0] : labels[1]}在先`;
  return claim(`比较:${text}(${a.text}、${b.text})`, citations);
}

function claimDifference(
  labels: Comparison['labels'],
  [a, b]: Pair,
  citations: readonly Citation[],
  speed: boolean,
): DraftClaim {
  const more = a.value >= b.value ? 0 : 1;
  const [larger, smaller] = more === 0 ? [a, b] : [b, a];
  if (larger.value === smaller.value) return claim(`比较:两者相同,均为${formatFigure(larger)}`, citations);
  const { text, result } = sayDifference(larger, smaller);
  // 15天 is faster than 20天.
  const said = speed && isTime(larger.measured) ? `${labels[1 - more] ?? ''}更快` : `${labels[more]}更多`;
  return claim(`比较:${said};计算:${text}`, citations, { computed: [result] });
}
