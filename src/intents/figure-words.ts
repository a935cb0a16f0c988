// figures → 「19812件−2152件=17660件」: computations as they are shown, with the numbers the program computed
import { PERSONS, type Amount } from '../text/amounts.ts';
import type { PlacedFigure } from './figure-place.ts';

/** As printed: 297.17万元. */
export function formatFigure({ text }: PlacedFigure): string {
  return text;
}

/** At most `digits` after the point, more where the number is below one: 13.08, 0.484. */
export function formatNumber(value: number, digits = 2): string {
  const rounded = Math.abs(value) < 1 ? Number(value.toPrecision(3)) : Number(value.toFixed(digits));
  return String(rounded);
}

/** 「68.18%」. */
export function formatShare(part: number, all: number): string {
  return `${formatNumber((part / all) * 100)}%`;
}

/** A value in the base unit as the bulletin would print it: 2971700 元 → 297.17万元 when one of the terms is printed in 万. */
function formatLike(value: number, like: readonly PlacedFigure[]): string {
  const measured = like[0]?.measured ?? '';
  const scale = like.every(({ text }) => text.includes('亿'))
    ? '亿'
    : like.every(({ text }) => /[万亿]/u.test(text))
      ? '万'
      : '';
  const factor = scale === '亿' ? 100_000_000 : scale === '万' ? 10_000 : 1;
  return `${formatNumber(value / factor)}${scale}${measured}`;
}

/** A mean in the scale its sum is printed in, one scale lower where it would begin with 0.0: 0.484万元, 397.38万元. */
export function formatMean(mean: number, { text, measured }: PlacedFigure): string {
  const scales = [
    { word: '亿', factor: 100_000_000 },
    { word: '万', factor: 10_000 },
    { word: '', factor: 1 },
  ];
  const printed = scales.findIndex(({ word }) => word === '' || text.includes(word));
  const { word, factor } = scales.slice(printed).find((scale) => mean / scale.factor >= 0.1) ?? {
    word: '',
    factor: 1,
  };
  return `${formatNumber(mean / factor)}${word}${measured}`;
}

export interface Computation {
  readonly text: string;
  /** The result as shown. */
  readonly result: string;
}

export function sayDifference(larger: PlacedFigure, smaller: PlacedFigure): Computation {
  const points = larger.measured === '%';
  const value = larger.value - smaller.value;
  const result = points ? `${formatNumber(value)}个百分点` : formatLike(value, [larger, smaller]);
  return { text: `${larger.text}−${smaller.text}${mark(larger, smaller)}${result}`, result };
}

export function saySum(figures: readonly PlacedFigure[]): Computation {
  const total = figures.reduce((sum, { value }) => sum + value, 0);
  const result = formatLike(total, figures);
  return { text: `${figures.map(({ text }) => text).join('+')}${mark(...figures)}${result}`, result };
}

/** Rounded terms (近, 约, 余) give a rounded result. */
function mark(...figures: readonly PlacedFigure[]): string {
  return figures.some(({ approximate }) => approximate) ? '≈' : '=';
}

/** 285名 and 8人 may be set against each other, 场 and 人次 may not. */
export function sameMeasure(figures: readonly PlacedFigure[]): boolean {
  return new Set(figures.map(({ measured }) => (PERSONS.includes(measured) ? '人' : measured))).size <= 1;
}

/** %, ‰, 个百分点, 倍: a share or a multiple of something else. */
export function isRelative({ measured }: Pick<PlacedFigure, 'measured'>): boolean {
  return /[%‰]|百分点|倍/u.test(measured);
}

/** 15天, 3个月: how long, of which nothing is counted. */
export function isTime(measured: string): boolean {
  return /^(?:天|日|个月|月|年|小时)$/u.test(measured);
}

const THINGS = /^(?:条|个|项|件|起|宗|处)$/u;

/** 条, 个, 件: things are counted in one word or another. */
export function countsThings(measured: string): boolean {
  return THINGS.test(measured);
}

/** 4起, 6件, 395宗: cases are counted in one word or another. */
export function countsCases({ measured }: Pick<PlacedFigure, 'measured'>): boolean {
  return /^(?:件|起|宗)$/u.test(measured);
}

/** 864条意见, 解决问题840个: figures of one measure, or things counted in different words. */
export function countAlike(a: PlacedFigure, b: PlacedFigure): boolean {
  return sameMeasure([a, b]) || (countsThings(a.measured) && countsThings(b.measured));
}

/** False only where both figures say the period they are counted over and the periods begin on different days. */
export function samePeriod(a: PlacedFigure, b: PlacedFigure): boolean {
  const [first] = a.periods;
  const [second] = b.periods;
  if (first?.start === undefined || second?.start === undefined) return true;
  return first.start === second.start || a.sentence.start === b.sentence.start;
}

/** 八百多条 is met by 864条, 137条 by 137条; 260人 by 260名. */
export function meets(
  { value, measured }: PlacedFigure,
  { value: asked, unit, approximate, text }: Amount,
): boolean {
  const alike =
    measured === unit ||
    (countsThings(measured) && countsThings(unit)) ||
    (PERSONS.includes(unit) && PERSONS.includes(measured));
  if (!alike) return false;
  if (value === asked) return true;
  const step = 10 ** Math.max(1, String(Math.round(asked)).replace(/^\d*?(0*)$/u, '$1').length);
  return approximate && /[多余]/u.test(text) && value > asked && value < asked + step;
}

const HEADS = new Set([...PERSONS, '人次']);

/** 多少人 is met by 64人, 3500多名 and 8475人次; whatever is counted where no unit is asked for. */
export function fitsUnits({ measured }: PlacedFigure, units: ReadonlySet<string>): boolean {
  return (
    units.size === 0 ||
    units.has(measured) ||
    (HEADS.has(measured) && [...units].some((unit) => HEADS.has(unit)))
  );
}
