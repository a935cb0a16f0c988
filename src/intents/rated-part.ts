// 80名新人…,其中女性占比60% → the part a rate tells (80名×60%=48名), and what is not of it (100%−60%=40%)
import { findAmounts } from '../text/amounts.ts';
import type { PlacedFigure } from './figure-place.ts';
import { isChange } from './figure-rows.ts';
import { countAlike, fitsUnits, formatNumber, isRelative, isTime, meets } from './figure-words.ts';
import type { Draft, IntentContext } from './intent.ts';
import { askedUnits, createPartMatcher, findMatters, isArabic, type Matter, wordsBetween } from './matter.ts';
import { draftFigures } from './reckoned.ts';

/** 80名新人里女性大概几个: the part, and how many of it. */
const PART =
  /(?:里[面头]?|(?:当|其)?中)[,，]?(?<part>[^,，。?占率]{2,14}?)的?(?:人|干部|同志)?(?:大概|大约|约|一共|总共|共|能|应该?|会|算下来)*(?:有|是)?(?:多少|(?<![哪第])几)(?!成|倍)/u;
/** 非民生的占多少, 不是女性的占比, 没办结的占几成: what is not of the part. */
const BEYOND =
  /(?:非|不是|不属于?|没有?|未)(?<part>[^,，。?占]{2,10}?)的?(?:支出|部分|那部分|人|干部|事项)?的?(?:占|比[例重]|百分之)[^,，。?]{0,6}(?:多少|几|多大|$)/u;
/** 其余的占多少: of the share the asker tells. */
const REST =
  /(?:其余|余下|剩下?|其他|其它|别的)[^,，。?]{0,8}(?:占|百分之|比[例重])[^,，。?]{0,6}(?:多少|几|多大|$)/u;
/** 大专以下的占多少, 超过40岁的占多少 where 大专及以上, 40周岁以下 is printed. */
const BOUND =
  /(?:超过?|大于|小于|不到|未到|低于)?(?<part>\d+|\p{Script=Han}{2})(?:学历|周岁|岁)?(?<side>以[上下])(?:学历)?的?(?:人|干部)?的?(?:占|比[例重]|百分之)/u;
/** Share of the part's words that must stand at its rate. */
const TOLD = 0.6;
/** How much better the rate meant must be told than another. */
const APART = 0.15;

/** Share of what the question is about that must stand in the sentence. */
const ABOUT = 0.65;

/** Null where no part by its rate is asked for, or the bulletin prints its number. */
export function draftRatedPart(context: IntentContext): Draft | null {
  const { text } = context.question;
  const part = PART.exec(text)?.groups?.['part'];
  if (part === undefined || /%|占|率/u.test(text)) return null;
  const units = askedUnits(text);
  const given = findAmounts(text).filter(({ unit, value }) => !/^$|岁$/u.test(unit) && value >= 5);
  for (const matter of findMatters(context)) {
    const rate = findRate(context, matter, part);
    const whole = rate === null || !isTold(context, rate, PART) ? null : findWhole(matter, rate);
    if (rate === null || whole === null || !fitsUnits(whole, units) || units.size === 0) continue;
    if (given.length > 0 && !given.some((amount) => meets(whole, amount))) continue;
    const value = (whole.value * rate.value) / 100;
    const result = `${String(Math.round(value))}${whole.measured}`;
    const exact = !whole.approximate && !rate.approximate && Number.isInteger(Number(value.toFixed(6)));
    const said = `${whole.text}×${rate.text}${exact ? '=' : '≈'}${result}`;
    return draftFigures(context, [whole, rate], said, [result]);
  }
  return null;
}

/** Null where not the rest of a share is asked for, or the bulletin prints it. */
export function draftRestOfShare(context: IntentContext): Draft | null {
  const { text } = context.question;
  const given = findAmounts(text).find(({ unit }) => unit === '%');
  const bound = BOUND.exec(text)?.groups;
  const part = BEYOND.exec(text)?.groups?.['part'];
  if (part === undefined && bound === undefined && (given === undefined || !REST.test(text))) return null;
  for (const matter of findMatters(context)) {
    const shares = matter.figures.filter(isShare);
    const rate =
      part !== undefined
        ? findRate(context, matter, part)
        : shares.find((figure) =>
            bound === undefined
              ? figure.value === given?.value
              : boundsOtherwise(figure, bound['part'] ?? '', bound['side'] ?? ''),
          );
    if (rate === null || rate === undefined || (given !== undefined && rate.value !== given.value)) continue;
    if (given === undefined && !isTold(context, rate, part === undefined ? BOUND : BEYOND)) continue;
    const rest = 100 - rate.value;
    if (shares.some(({ value }) => Math.abs(value - rest) < 1e-6)) continue;
    const result = `${formatNumber(rest)}%`;
    return draftFigures(context, [rate], `100%−${rate.text}=${result}`, [result, '100%']);
  }
  return null;
}

/** 占比75%, 比重达62.5%, 办结率97%: no growth, no opinion, nothing that is all of it. */
function isShare(figure: PlacedFigure): boolean {
  const said = /(?<!满意|支持|知晓|同比)率|占|比重|比例/u.test(figure.around[0] ?? '');
  return figure.measured === '%' && said && isArabic(figure) && !isChange(figure) && figure.value < 100;
}

/** The one share whose own words are those of the part. */
function findRate(context: IntentContext, matter: Matter, part: string): PlacedFigure | null {
  const match = createPartMatcher(context);
  const numbers: readonly string[] = part.match(/\d+/gu) ?? [];
  const told = matter.figures
    .filter((figure) => isShare(figure) && numbers.every((number) => figure.around[1]?.includes(number)))
    .map((figure) => ({
      figure,
      share: Math.max(...tellingOf(matter, figure).map((one) => match(part, one).share)),
    }))
    .sort((a, b) => b.share - a.share);
  const [best, next] = told;
  if (best === undefined || best.share < TOLD) return null;
  return next !== undefined && best.share - next.share < APART ? null : best.figure;
}

/** 教师里大专以上的: what the part is of is told in the sentence of the rate, or the share of others would be taken. */
function isTold(context: IntentContext, rate: PlacedFigure, asked: RegExp): boolean {
  const about = context.question.text.replace(asked, ' ').trim();
  const sentence = rate.around[3] ?? '';
  return createPartMatcher(context)(about, { ...rate, around: [sentence] }).share >= ABOUT;
}

/** 新招聘80名…,其中女性占比60%: the count that 其中 speaks of; none where the part is counted beside its rate. */
function findWhole(matter: Matter, rate: PlacedFigure): PlacedFigure | null {
  const before = matter.figures.filter(
    (figure) =>
      figure.kind === 'amount' &&
      isArabic(figure) &&
      !isRelative(figure) &&
      !isTime(figure.measured) &&
      !/岁$/u.test(figure.measured) &&
      figure.sentence.start === rate.sentence.start &&
      figure.span.end <= rate.span.start,
  );
  const whole = before.at(-1);
  if (whole === undefined) return null;
  const between = wordsBetween(matter, whole.span.end, rate.span.start);
  const counted = before.filter((figure) => countAlike(figure, whole)).length;
  return /其中/u.test(between) && counted === 1 ? whole : null;
}

/** 教育支出3000万元,占总支出的比重达20%: what the share is of is told at the figure in front of it. */
function tellingOf({ figures }: Matter, rate: PlacedFigure): readonly PlacedFigure[] {
  const before = figures.filter(
    ({ kind, part, span }) =>
      kind === 'amount' && part.start === rate.part.start && span.end <= rate.span.start,
  );
  const [last] = before.slice(-1);
  return last !== undefined && /^占/u.test(rate.around[1] ?? '') ? [rate, last] : [rate];
}

/** 大专及以上 where 大专以下 is asked for, and the other way round. */
function boundsOtherwise({ around }: PlacedFigure, part: string, side: string): boolean {
  const other = side === '以下' ? '上' : '下';
  return new RegExp(`(?<!\\d)${part}(?:学历|周岁|岁)?(?:及|或|含)?以${other}`, 'u').test(around[1] ?? '');
}
