import { findDates } from '../text/dates.ts';
import { formatChineseNumeral, parseInteger } from '../text/numerals.ts';
import { foldWidth } from '../text/width.ts';
import type { IntentContext } from './intent.ts';
import { sentenceAround, type Passage } from './passage.ts';

/** 去年看到说…, 2022年听人讲: the year dates what the asker remembers, not the fact. */
const REMEMBERED =
  /(?:去年|前年|(?:19|20)\d{2}年)(?:\d{1,2}月(?:份)?|年?[底初末中]|[春夏秋冬](?:天|季))?(?:的时候|那会儿?|那时|那阵子?)?(?:我们?|我家|咱们?|大家|街坊|邻居)?(?:就|还|也|好像|似乎|曾经?)*(?:看到|看见|听到|听见|听人|听说|听|看|刷到|读到|记得|有人[说讲]|说是|都[说讲在]|问过|打听)/gu;

/**
 * A year or period the question asks for that the passage's unit does not state: 2025年 where the unit speaks of
 * 2023年, 全年 where it counts 1—8月. Null when the passage fits.
 */
export function otherYear(
  { question, bulletin, lookup, today }: IntentContext,
  best: Passage,
): string | null {
  const unit = lookup.get(best.unit);
  const text = foldWidth(`${unit?.text ?? ''}\n${lookup.get(unit?.parent ?? '')?.text ?? ''}`);
  const data = bulletin.meta.dataAsOf?.slice(0, 4) ?? '';
  const asked = question.text.replace(REMEMBERED, '');
  const until = bulletin.meta.dataAsOf ?? bulletin.meta.published;
  for (const date of findDates(asked)) {
    const year = date.start?.slice(0, 4);
    if (year === undefined || date.precision === 'vague') continue;
    if (
      until !== null &&
      (date.start ?? '') > until &&
      OUTCOME.test(asked.slice(asked.indexOf(date.text)).slice(0, OUTCOME_REACH))
    )
      return date.text;
    const written = /(?:19|20)\d{2}/u.exec(date.text)?.[0];
    if (written === undefined) continue;
    const undated = written === data && !/(?:19|20)\d{2}年/u.test(sentenceAround(bulletin.source, best));
    if (!text.includes(written) && !undated) return `${written}年`;
  }
  const relative = /明年|(?<!以)后年(?!年)|(?<![比较跟同与和])去年|前年/u.exec(asked)?.[0];
  if (relative !== undefined && today !== null) {
    const meant = Number(today.slice(0, 4)) + ({ 明年: 1, 后年: 2, 去年: -1, 前年: -2 }[relative] ?? 0);
    // What the bulletin tells without a year is of the year of its data.
    // 明年要改的小区: the year after the data, or after the day of publication.
    const afterData =
      relative === '明年' && (text.includes(String(Number(data) + 1)) || /下一?年度/u.test(text));
    if (String(meant) !== data && !afterData && !text.includes(String(meant)))
      return `${meant}年(${relative})`;
  }
  const wholeYear = /全年|整年|一整年|到年底[^,。]{0,2}(?:一共|总共|共)/u.exec(question.text);
  if (wholeYear !== null && !/全年|年度|年内/u.test(text) && /1[—-]\d{1,2}月/u.test(best.quote))
    return '全年';
  return otherMonth(asked, sentenceAround(bulletin.source, best)) ?? otherOrdinal(question.text, text);
}

/** The year asked for where the passage's own words are dated in another: 2022年30批次 tells nothing of 2023. */
export function datedOtherwise({ question }: IntentContext, { quote }: Passage): string | null {
  const dated: readonly string[] = quote.match(/(?:19|20)\d{2}(?=年)/gu) ?? [];
  const asked = question.text.replace(REMEMBERED, '').match(/(?:19|20)\d{2}(?=年)/gu) ?? [];
  const other = dated.length > 0 && asked.length > 0 && !asked.some((year) => dated.includes(year));
  return other ? `${asked[0] ?? ''}年` : null;
}

/** 实际收了几个班, 后来开成了没有: what came of it, asked of a day after the bulletin. */
const OUTCOME =
  /实际|(?:最终|最后|后来|结果|真的)[^,。]{0,12}[了过]|又[^,。]{1,12}了|[\u4e00-\u9fff][了过](?:没|几|多少|哪|谁|什么|吗|吧)|[改修建盖拆搬装](?:完|好|成)(?:几|多少)|[完成开通](?:了)?没有?/u;

/** How far behind its date an outcome stands. */
const OUTCOME_REACH = 26;

const MONTH = /(?<![\d—~至到-])(?<month>1[0-2]|[1-9])月(?:份)?(?![\d以—~至到-]|\d|[底初末中]|以来|起)/gu;
const MONTHS = /(?<from>\d{1,2})月?[—~至到-](?<to>\d{1,2})月|(?<one>\d{1,2})月/gu;

/** 8月份排第几 of a sentence on September: a month asked for that the sentence, dated to the month, does not speak of. */
function otherMonth(question: string, sentence: string): string | null {
  const told = Array.from(sentence.matchAll(MONTHS), ({ groups }) => ({
    from: Number(groups?.['from'] ?? groups?.['one']),
    to: Number(groups?.['to'] ?? groups?.['one']),
  }));
  if (told.length === 0) return null;
  for (const { 0: words, groups } of question.matchAll(MONTH)) {
    const month = Number(groups?.['month']);
    if (!told.some(({ from, to }) => from <= month && month <= to)) return words;
  }
  return null;
}

/** 第四轮巡察, 第4季度: a unit that speaks of the third is no answer. */
const ORDINAL = /第(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})(?<of>轮|批|届|期|季度|阶段)/gu;
/** 第一二轮: two of them in a row. */
const IN_A_ROW = /^[一二三四五六七八九]{2,}$/u;
/** What people call a round of anything: 街区第二阶段 ↔ 街区二期. */
const ROUNDS = ['轮', '批', '期', '阶段'];

function otherOrdinal(question: string, text: string): string | null {
  const asked = Array.from(question.matchAll(ORDINAL), ({ 0: words, groups }) => {
    const { n = '', of = '' } = groups ?? {};
    const numbers = IN_A_ROW.test(n) ? Array.from(n) : [n];
    const isWritten = numbers.every(
      (one) => writeOrdinal(one, of).some((ordinal) => text.includes(ordinal)) || isFirstOfAll(one, of, text),
    );
    return { words, isWritten };
  });
  // 是第六批还是第七批: either.
  const either = question.includes('还是') && asked.some(({ isWritten }) => isWritten);
  return either ? null : (asked.find(({ isWritten }) => !isWritten)?.words ?? null);
}

/** 第一批开工的, 新学校第一届: the first there was, of a unit that tells no second from it. */
function isFirstOfAll(numeral: string, of: string, text: string): boolean {
  return parseInteger(numeral) === 1 && !new RegExp(`第[\\d一二三四五六七八九十]+${of}`, 'u').test(text);
}

/** 第三批 as it may be printed: 第3批, 第三轮, 三期; 首批 for the first. */
function writeOrdinal(numeral: string, of: string): string[] {
  const number = parseInteger(numeral) ?? 0;
  const chinese = formatChineseNumeral(number);
  return (ROUNDS.includes(of) ? ROUNDS : [of]).flatMap((round) => [
    `第${chinese}${round}`,
    `第${number}${round}`,
    ...(number === 1 ? [`首${round}`] : [`${chinese}${round}`]),
  ]);
}

const BODY = /[\u4e00-\u9fff]{1,}(?:局|馆|妇联|残联|医院|法院|检察院|派出所)$/u;

/** 区妇联, 退役军人事务局: a body the bulletin never speaks of. */
export function unknownBody({ question, bulletin, engine }: IntentContext): string | null {
  const words = engine.tokenize(question.text, { dropStopwords: true, wordsOnly: true });
  return (
    words.find((word) => BODY.test(word) && !bulletin.source.includes(word) && !engine.knows(word)) ?? null
  );
}
