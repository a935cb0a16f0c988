import type { Claim } from './claims.ts';

/** What a meeting or campaign was for, in the clause behind its count: 专题研究选人用人工作. */
const PURPOSE = /^(?:专题|专门)?(?:研究|围绕|涉及|部署|针对|学习|听取|审议)/u;
const FILLER = /专题|专门|研究|部署|推动|推进|工作|问题|落实|解决|先后|进一步|全面|[和与及、的]/gu;
/** Sections that announce what comes next: their counts are not the state reported in part two. */
const PLAN = /^S3\./u;

/** Why two figures with one label need not agree; empty when period, purpose and part are the same. */
export function scopeDifferences(a: Claim, b: Claim): string[] {
  const reasons: string[] = [];
  if (a.period !== b.period)
    reasons.push(a.period === null || b.period === null ? '一处未写时段' : '时段不同');
  if (!samePurpose(a, b)) reasons.push('所涉事项不同');
  if (PLAN.test(a.unit.id) !== PLAN.test(b.unit.id)) reasons.push('一处是下一步打算');
  return reasons;
}

/** 「专题研究部署整改工作」 and 「部署推动问题整改」 agree; 「专题研究选人用人工作」 limits the count to one subject. */
function samePurpose(a: Claim, b: Claim): boolean {
  const left = PURPOSE.test(a.behind) ? a.behind : null;
  const right = PURPOSE.test(b.behind) ? b.behind : null;
  if (left === null && right === null) return true;
  if (left === null || right === null) return false;
  const words = left
    .replace(FILLER, ' ')
    .split(' ')
    .filter((word) => word.length >= 2);
  return words.some((word) => right.includes(word));
}
