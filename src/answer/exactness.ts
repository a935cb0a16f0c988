import type { Stated } from './stated.ts';
import { sameUnit } from './measure-words.ts';

/** 「近1800万元」 lies below, 「500余场」 above what is printed. */
const BELOW = /(?:近|不足|不到|将近|接近|少于|低于)$|(?:不足|不到|接近|低于)[^,;。\d]{1,8}的$/u;
const ABOVE = /(?:超过|超|突破|逾|多于|高于|大于)$/u;

type Side = 'below' | 'above' | 'about' | 'exact';

/** Why the claim makes a rounded figure exact, or moves it to the other side; null when it does neither. */
export function refuteExactness(claim: Stated, sources: readonly Stated[]): string | null {
  for (const amount of claim.amounts) {
    const printed = sources.flatMap((source) =>
      source.amounts
        .filter(({ value, unit }) => value === amount.value && sameUnit(unit, amount.unit))
        .map((other) => readSide(source.text, other)),
    );
    if (printed.length === 0) continue;
    const own = readSide(claim.text, amount);
    const agrees = printed.some(
      (side) =>
        side === own || side === 'exact' || (own !== 'exact' && (own === 'about' || side === 'about')),
    );
    if (!agrees) return `figure ${amount.text} is ${printed[0] ?? ''} in the source`;
    if (own !== 'exact' && own !== 'about' && printed.every((side) => side === 'exact')) {
      return `figure ${amount.text} is exact in the source`;
    }
  }
  return null;
}

function readSide(text: string, amount: Stated['amounts'][number]): Side {
  const before = text.slice(Math.max(0, amount.span.start - 12), amount.span.start);
  // 「比序时进度超12.5个百分点」, 「超过500米的任务」 compare
  const compares =
    /比[^,;。\d]{1,12}$/u.test(before) ||
    /^的?(?:年度|全年)?(?:任务|目标|计划|指标)/u.test(text.slice(amount.span.end));
  if (compares && ABOVE.test(before)) return 'exact';
  if (BELOW.test(before)) return 'below';
  if (/[余多]/u.test(amount.text) || /^(?:以上|余)/u.test(text.slice(amount.span.end))) return 'above';
  if (ABOVE.test(before)) return 'above';
  return amount.approximate ? 'about' : 'exact';
}
