import type { Span } from '../text/span.ts';

/** What a figure counts, read from its clause. */
export interface Counted {
  /** The noun phrase with its predicate as printed: 宣讲, 办结率, 自办案件同比上升; empty when unclear. */
  readonly of: string;
  /** 同比上升, 比增 …: the figure is a change, not a state. */
  readonly change: string | null;
}

const CHANGE =
  /(?:(?:同比|环比|比\d{1,2}月)*(?:上升|增长|提升|增加|下降|减少|提高|降低)|比增|增幅|增速|同比增幅|超序时进度|快于序时进度)(?:达|了|为|约|近|超)?$/u;
/** Adverbs and verbs of having between a noun and its number: 已累计接待331批次, 办结率达97.22%. */
const BETWEEN =
  /(?:已经|已|共计|共|累计|总计|合计|总数|达到|达|为|约|近|超过|超|突破|逾|不足|有|到|至|仅|均|各|分别|先后|全部|今年|了|约为|计|陆续)+$/u;
/** Words that open the counted phrase; what stands before them belongs to the sentence: 其中, 以来, 由…. */
const OPENS =
  /^.*(?:以来|期间|其中|截至目前|目前|共有|通过(?!率)|按照|对(?!象|外)|将|由|与|及(?!时)|并|把|给(?!予)|为(?!民)|向|从(?!严)|组织(?!生活))(?=.{2})/su;
/** Where the noun behind a figure ends: at a verb, a particle, a figure or punctuation. */
const NOUN_BEHIND =
  /^(?:的)?(?:召开|开展|组织|现场|举办|发出|下发)?(?<noun>(?:[\u4e00-\u9fffA-Za-z+]|“[^“”]{1,20}”){2,18}?)(?=[^\u4e00-\u9fffA-Za-z+“]|$|已|均|被|由|进行|开展|并|和(?=\d)|予以|给予|列入|推广|实施|参加|逐一|作出|集中|正在|正按|未|存在|办理|提供|(?<!作)为(?!民)|(?<!拆)分(?!别|局|管)|的|全部|完成|涉及|在(?!建)|获|加快|形成)/u;
const STATE_UNITS = new Set([
  '%',
  '‰',
  '个百分点',
  '倍',
  '元',
  '平方米',
  '平方公里',
  '立方米',
  '亩',
  '吨',
  '米',
  '公里',
  '公顷',
]);

/**
 * Reads what the amount at `amount` counts inside its sentence. `previous` is what the figure before it in the same
 * sentence counts: 接待331批次8475人次 counts one thing twice, 自办案件49件,同比上升188.2% tells more of the same.
 */
export function readCounted(
  text: string,
  amount: Span & { readonly unit: string },
  sentence: Span,
  previous: { readonly end: number; readonly of: string } | null,
): Counted {
  const before = /[^,，。;；:：!?！？\n]*$/u.exec(text.slice(sentence.start, amount.start))?.[0] ?? '';
  const since =
    previous === null ? before : before.slice(Math.max(0, before.length - (amount.start - previous.end)));
  const change = CHANGE.exec(since)?.[0] ?? null;
  if (change !== null) {
    const subject = cleanSubject(since.slice(0, since.length - change.length));
    const inherited = previous === null ? '' : previous.of.replace(CHANGE, '');
    return {
      of: (subject.length >= 2 ? subject : inherited) + change.replace(/[达了为约近超]$/u, ''),
      change,
    };
  }
  if (previous !== null && /^[、和及(（]?$/u.test(text.slice(previous.end, amount.start)))
    return { of: previous.of, change };
  if (!STATE_UNITS.has(amount.unit)) {
    const noun = NOUN_BEHIND.exec(text.slice(amount.end, sentence.end))?.groups?.['noun'];
    if (noun !== undefined && !/^(?:以内|以上|以下|左右|以来|已|均|正|并|其中|全部|尚|暂未)/u.test(noun))
      return { of: noun, change };
  }
  return { of: cleanSubject(since), change };
}

function cleanSubject(words: string): string {
  return words
    .replace(BETWEEN, '')
    .replace(/^[、和及与]/u, '')
    .replace(/^(?:[^“”]|“[^“”]*”)*[、](?![一二三四五六七八九十]+批)(?=.{2})/su, '')
    .replace(OPENS, '')
    .replace(/^截[至止](?:(?:19|20)\d{2}年)?(?:\d{1,2}月)?(?:\d{1,2}日|底|[上中下]旬)?(?=.{2})/u, '')
    .replace(/^(?:(?:19|20)\d{2}年)?(?:\d{1,2}(?:[—–-]\d{1,2})?月)?(?=.{2})/u, '')
    .replace(/^(?:来|以来|已|共|累计|先后|均)+/u, '')
    .replace(BETWEEN, '')
    .trim();
}
