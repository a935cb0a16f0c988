// 856户,完成率86.99% → the whole the bulletin does not print, and what is left of it: 856户÷86.99%≈984户
import { findAmounts } from '../text/amounts.ts';
import { createLabelMatcher, findFigures } from './figure-match.ts';
import type { PlacedFigure } from './figure-place.ts';
import { isChange } from './figure-rows.ts';
import { countAlike, fitsUnits, isRelative } from './figure-words.ts';
import type { Draft, IntentContext } from './intent.ts';
import { ASKS_LEFT } from './left.ts';
import { askedUnits, focusOf, findMatters } from './matter.ts';
import { draftFigures } from './reckoned.ts';
import { SHARE } from './share.ts';

/** 按完成率倒推, 占80.49%: the asker speaks of the rate. */
const BY_RATE = /倒推|反推|推算|倒算|折算|反算|率|占|\d%/u;
const WHOLE =
  /(?:倒推|反推|推算|倒算|折算|反算)|(?:总共|一共|原有|原来|本来|应该?|全部)(?:该|有|是|要)*[^,。?]{0,6}(?:多少|几)|总(?:数|量|额|户数|人数|支出|收入|投资|面积)[^,。?]{0,6}(?:多少|几)/u;
const ASKS = /多少|几(?!乎)/u;
/** Share of the question that must stand near the part. */
const ENOUGH = 0.35;
/** The rate the question repeats tells which one is meant. */
const GIVEN = 0.5;
const READ_UNITS = 5;

interface Rated {
  readonly part: PlacedFigure;
  readonly rate: PlacedFigure;
  readonly fit: number;
}

/** Null where no whole or rest is asked for, or the bulletin prints the whole. */
export function draftByRate(context: IntentContext): Draft | null {
  const before = draftPeriodBefore(context);
  if (before !== null) return before;
  const { text } = context.question;
  const given = findAmounts(text).filter(({ unit }) => unit === '%');
  const asksLeft = ASKS_LEFT.test(text);
  // 没搬完的占多少: a share is no number of those left.
  if (asksLeft && given.length === 0 && SHARE.test(text)) return null;
  if (!ASKS.test(text) || !(asksLeft || (BY_RATE.test(text) && (WHOLE.test(text) || given.length > 0))))
    return null;
  const found = findRated(
    context,
    given.map(({ value }) => value),
  );
  if (found === null) return null;
  const { part, rate } = found;
  if (!asksLeft && !WHOLE.test(text) && !asksNamed(text, rate)) return null;
  const whole = sayLike(part.value / (rate.value / 100), part);
  const wholes = `${part.text}÷${rate.text}≈${whole.text}`;
  if (!asksLeft) return draftFigures(context, [part, rate], wholes, [whole.text]);
  const left = sayLike(whole.value - part.value, part);
  const said = `${wholes},${whole.text}−${part.text}≈${left.text}`;
  return draftFigures(context, [part, rate], said, [whole.text, left.text]);
}

/** 去年同期大约多少(按同比倒推): the figure of the period before, where only this one and its change are printed. */
const PERIOD_BEFORE = /去年|上一?年|前一年|(?:上年|去年)?同期/u;
/** 去年 alone may be the year the bulletin tells of; 同期 is the period before. */
const SAME_PERIOD = /同期/u;
const ROUGHLY = /估算|大约|大概|约(?=多少|几)|能算|算(?:一?下|得?出|下来)/u;
const BACKWARDS = /倒推|反推|推算|倒算|折算|反算|按(?:照)?(?:同比|增[长幅速])/u;
/** (按同比倒推), 按增长率算: how, not what. */
const REQUEST = new RegExp(
  `(?:按|根据|照)[^,，。?()]{0,6}(?:${BACKWARDS.source})|${BACKWARDS.source}|${ROUGHLY.source}`,
  'gu',
);
const GROWN = /上升|增长|比增|增加|提高|增/u;
const FALLEN = /下降|减少|降低|比降/u;

function draftPeriodBefore(context: IntentContext): Draft | null {
  const { text } = context.question;
  const asked = BACKWARDS.test(text) || (SAME_PERIOD.test(text) && ROUGHLY.test(text));
  if (!asked || !PERIOD_BEFORE.test(text) || !ASKS.test(text)) return null;
  const about = text.replace(PERIOD_BEFORE, ' ').replace(REQUEST, ' ');
  const match = createLabelMatcher(context);
  const units = askedUnits(text);
  const figures = findFigures(context, [about], READ_UNITS);
  const pairs = figures.flatMap((rate, at): Rated[] => {
    if (rate.measured !== '%' || !isChange(rate) || !/同比|比增|比降/u.test(rate.around[0] ?? '')) return [];
    return figures
      .slice(Math.max(0, at - MOST_BEFORE), at)
      .filter((_, index, near) => near.slice(index + 1).every(({ measured }) => measured !== '%'))
      .filter((part) => belongs(part, rate) && fitsUnits(part, units))
      .map((part) => ({ part, rate, fit: match(about, part) }));
  });
  pairs.sort((a, b) => b.fit - a.fit);
  const [best] = pairs;
  if (best === undefined || best.fit < ENOUGH) return null;
  const { part, rate } = best;
  const said = rate.around[0] ?? '';
  if (!GROWN.test(said) && !FALLEN.test(said)) return null;
  const sign = FALLEN.test(said) ? -1 : 1;
  const before = sayLike(part.value / (1 + (sign * rate.value) / 100), part);
  const formula = `${part.text}÷(1${sign < 0 ? '−' : '+'}${rate.text})≈${before.text}`;
  return draftFigures(context, [part, rate], `${formula}(通报未载明,按同比倒推)`, [before.text, '1']);
}

/** 立案57件64人,同比上升54.1%: so many figures may share a change. */
const MOST_BEFORE = 2;

/** The part and its rate, told in one breath, that fit the question best. */
function findRated(context: IntentContext, given: readonly number[]): Rated | null {
  const { text } = context.question;
  const [meant] = findMatters(context);
  if (meant === undefined) return null;
  const match = createLabelMatcher(context);
  const units = askedUnits(text);
  const figures = findFigures(context, [text], READ_UNITS);
  const pairs = figures.flatMap((rate, at): Rated[] => {
    const part = figures[at - 1];
    if (part === undefined || !isShare(rate) || !belongs(part, rate)) return [];
    if (!fitsUnits(part, units) || printsWhole(figures, part)) return [];
    const repeated = given.includes(rate.value);
    if (given.length > 0 && !repeated) return [];
    const focus = part.unit === meant.unit.id ? focusOf(meant, part.clause) : 0;
    const own = match(text, part);
    return own < ENOUGH ? [] : [{ part, rate, fit: own + focus + (repeated ? GIVEN : 0) }];
  });
  pairs.sort((a, b) => b.fit - a.fit);
  return pairs[0] ?? null;
}

/** 完成率86.99%, 占…的比重达80.49%; no growth, no opinion, nothing that is all of it. */
function isShare(figure: PlacedFigure): boolean {
  const said = /(?<!满意|查实|合格|支持)率|占|比重|比例/u.test(figure.around[1] ?? '');
  return figure.measured === '%' && said && !isChange(figure) && figure.value > 0 && figure.value < 100;
}

/** The part stands right in front of its rate, in the clause before it or in the same one. */
function belongs(part: PlacedFigure, rate: PlacedFigure): boolean {
  const together = part.part.start === rate.part.start && part.sentence.start === rate.sentence.start;
  return part.kind === 'amount' && !isRelative(part) && part.unit === rate.unit && together;
}

/** 137条…已完成129条,完成率94.16%: the whole stands in front of the part. */
function printsWhole(figures: readonly PlacedFigure[], part: PlacedFigure): boolean {
  return figures.some(
    (figure) =>
      figure.kind === 'amount' &&
      figure.unit === part.unit &&
      figure.part.start === part.part.start &&
      figure.span.start < part.span.start &&
      figure.value > part.value &&
      countAlike(figure, part),
  );
}

/** 占一般公共预算支出的比重: what is asked for is called as the rate's whole. */
function asksNamed(text: string, rate: PlacedFigure): boolean {
  const whole = /占(?<whole>[^,，。;；]{3,}?)的?(?:比[重例]|\d|达)/u.exec(rate.around[1] ?? '')?.groups?.[
    'whole'
  ];
  const asking = text.split(/[,，]/u).find((piece) => ASKS.test(piece)) ?? text;
  return whole !== undefined && asking.includes(whole.slice(-4));
}

/** Things are whole; a sum of money is as exact as its rate, four digits. */
function sayLike(value: number, { text, measured }: PlacedFigure): { text: string; value: number } {
  const [word, factor] = text.includes('亿') ? ['亿', 1e8] : text.includes('万') ? ['万', 1e4] : ['', 1];
  const scaled = value / factor;
  const rounded = word === '' || scaled >= 1000 ? Math.round(scaled) : Number(scaled.toPrecision(4));
  return { text: `${String(rounded)}${word}${measured}`, value: rounded * factor };
}
