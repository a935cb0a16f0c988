// claim → praise, rank, cause, frequency and the like → does a source say any of it?
import { countShared, readGrams } from './alignment.ts';
import type { Stated } from './stated.ts';

/** What a model likes to add, and what of the same kind in a source founds it, in whatever words. */
const ADDITIONS: readonly { readonly kind: string; readonly says: RegExp; readonly founds: RegExp }[] = [
  {
    // 「表现突出,受到上级充分肯定」
    kind: 'praise',
    says: /肯定|好评|表彰|表扬|赞誉|称赞|点赞|(?:表现|成绩|成效)(?:十分|非常|较为)?(?:突出|显著|明显|优异|亮眼)|前列|前茅|圆满|满意(?!率|度)/u,
    founds:
      /肯定|好评|表彰|表扬|赞誉|称赞|点赞|突出|显著|明显|优秀|优异|先进|领先|示范|典型|前列|前茅|圆满|满意(?!率|度)/u,
  },
  {
    // 「在全市率先制定」, 「首次召开」; which number is the largest may be seen
    kind: 'rank',
    says: /率先|首[次个家创批](?!书记)|独家/u,
    founds: /率先|首|唯一|独家|最早|第[一1]|居/u,
  },
  {
    // 「每月开展了2批次检查」
    kind: 'frequency',
    says: /每[年月周天日季]|逐[年月周日]/u,
    founds: /每|逐|按[年月周日季]|[年月周日季]度|[一1][年月周日季]|年均|常态/u,
  },
  {
    // 「仅12家区直单位」
    kind: 'onliness',
    says: /仅(?!仅)|只有|只(?=\d)/u,
    founds: /仅|只|唯一|单|才|不足|尚/u,
  },
  {
    // 「基本已督促整改到位」
    kind: 'hedge',
    says: /基本(?=已|上|完成|到位|整改|解决|办结|消除)/u,
    founds: /基本|大部|绝大|多数|主要|大体|初步|%/u,
  },
  {
    // 「暂停试点提升」
    kind: 'halt',
    says: /暂停|停止|中止|终止|取消(?!资格)|叫停/u,
    founds: /停|中止|终止|取消|撤销|废|暂缓|不再/u,
  },
  {
    // 「集体访再出现」, 「违建再有」
    kind: 'recurrence',
    // 「充分发表意见,再集体研究」 is no more than an order
    says: /(?<![不未没有无免得能]|[,;](?=再(?!出现|发生|次|度|犯|现|有)))再(?=[\u3400-\u9fff])(?![说生就加由者到把在开])/u,
    founds: /再|重新|多次|又|反弹|反复|择期|后|待|继续|先/u,
  },
  {
    // 「按照省市信访局建议」 for 「按照…要求」
    kind: 'advice',
    says: /建议/u,
    founds: /建议|意见|提出|提议|评议/u,
  },
];

/** Why the claim adds praise, a rank and the like that no source founds; null when it adds none. */
export function refuteAdditions(claim: string, sources: readonly Stated[]): string | null {
  for (const { kind, says, founds } of ADDITIONS) {
    const word = says.exec(claim)?.[0];
    if (word === undefined || sources.some(({ text }) => founds.test(text))) continue;
    return `adds ${kind} (${word}) of which the source says nothing`;
  }
  return null;
}

/** 「由于市里高度重视,…」, 「因资金长期不足,…」: the reason given. */
const CAUSE = /(?:由于|因为|鉴于|得益于|因(?![此而故为]))(?<reason>[^,;。]{6,})/gu;
/** Share of the reason's pairs of characters that the sources must print. */
const LEAST = 0.34;

/** Why the claim gives a reason of which no source speaks; null when it does not. */
export function refuteReasons(claim: string, sources: readonly Stated[]): string | null {
  const printed = new Set(sources.flatMap(({ text }) => [...readGrams(text)]));
  const reasons = Array.from(claim.matchAll(CAUSE), ({ groups }) => groups?.['reason'] ?? '');
  const foreign = reasons.find((reason) => {
    const grams = readGrams(reason);
    return countShared(grams, printed) < LEAST * grams.size;
  });
  return foreign === undefined ? null : `gives a reason (${foreign}) the source does not`;
}
