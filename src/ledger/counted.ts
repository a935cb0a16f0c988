import type { Span } from '../text/span.ts';

/** Verbs and adverbs between a noun and its number: 已盘活6.37万平方米, 累计接待331批次. */
const BETWEEN =
  /(?:已经|已|共|累计|总计|合计|达到|达|为|约|近|超过|超|突破|有|至|到|仅|均|全部|先后|完成|实现|新增|开展|召开|举办|组织|发出|通报|涉及)+$/u;

/**
 * The noun phrase a figure counts: behind it where one follows (3500多名干部 → 干部), else the words before it in the
 * clause (办结率达97.22% → 办结率). Empty when neither stands there.
 */
export function readCounted(text: string, amount: Span, sentence: Span): string {
  const behind =
    /^(?:的)?([\u4e00-\u9fff“”"A-Za-z0-9+()（）]{1,16}?)(?=[,，。;；、:：!?！？\n]|$|已|均|被|由|进行|开展|并|和|及|予以)/u.exec(
      text.slice(amount.end, sentence.end),
    )?.[1];
  if (behind !== undefined && behind.length >= 2) return behind;
  const before = /[^,，。;；、:：!?！？\n]*$/u.exec(text.slice(sentence.start, amount.start))?.[0] ?? '';
  return before
    .replace(BETWEEN, '')
    .replace(/^.*(?:以来|期间|其中)/u, '')
    .trim();
}
