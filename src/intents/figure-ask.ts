// question → the unit asked for, the things compared and what is asked of them
import { PERSONS } from '../text/amounts.ts';
import { maskQuotes, trimEdges } from './shape.ts';

const MEASURES =
  '个百分点|人次|批次|批|场次|轮次|轮|件次|平方米|平方|公里|场|次|件|起|家|户|处|宗|项|条|期|份|吨|亩|米|间|套|栋|辆|人|名|位|个';
/** 多少场, 几轮次; 多少万元 and 多少钱 are 元. */
const EXPLICIT = new RegExp(`(?:多少|(?<![这那])几)(?:[万亿])?(?<unit>${MEASURES}|元|钱|块)`, 'u');
/** What the asker calls a kind of figure without its unit. */
const SPOKEN: readonly (readonly [RegExp, readonly string[]])[] = [
  [/人(?:数|员)?(?:更|最|比较)?(?:多|少)/u, PERSONS],
  [/人次/u, ['人次']],
  [/批次/u, ['批次']],
  [/轮次/u, ['轮次']],
  [/百分点/u, ['个百分点']],
  [/率|百分之|占比|比重|比例/u, ['%']],
  [/户数/u, ['户']],
  [/件数/u, ['件']],
  [/宗数/u, ['宗']],
  [
    /钱|款(?!待)|[\d万亿几少美]元|(?:多少|几)[万亿](?=$|[?。,])|金额|经费|投资|罚|补贴|奖金|租金|[拉带]动消费|销售额|营收|支出|收入/u,
    ['元'],
  ],
  [/平方|面积/u, ['平方米', '平方']],
  [/场次|场/u, ['场']],
  [/人数/u, PERSONS],
];

/** Base units the answer may be counted in: 多少场 → 场, 多少钱 → 元, 完成率 → %; empty when the question does not say. */
export function readAskedUnits(text: string): readonly string[] {
  const explicit = EXPLICIT.exec(text)?.groups?.['unit'];
  if (explicit === '元' || explicit === '钱' || explicit === '块') return ['元'];
  if (explicit !== undefined && PERSONS.includes(explicit)) return PERSONS;
  if (explicit === '批') return ['批次', '批'];
  if (explicit === '轮') return ['轮次', '轮'];
  if (explicit !== undefined) return [explicit];
  return SPOKEN.find(([pattern]) => pattern.test(text))?.[1] ?? [];
}

/** Every unit the question names behind 多少 or 几: 多少件多少人 → 件, 人. */
export function readAllUnits(text: string): (readonly string[])[] {
  const found = [...text.matchAll(new RegExp(EXPLICIT.source, 'gu'))].map(([match]) => readAskedUnits(match));
  return found.length > 0 ? found : [readAskedUnits(text)];
}

/** Two things and what is asked of them. */
export interface Comparison {
  readonly labels: readonly [string, string];
  /** What is compared: 封房搬迁完成率, 投用; empty when only more or less is asked. */
  readonly metric: string;
  /** What both are of, in front of them or behind: 退补贴这件事,甲局和乙街道…. */
  readonly matter: string;
  /** The question asks which comes first or last in time. */
  readonly byDate: boolean;
}

const JOIN = '(?:和|跟|与|同|、|比|还是|以及)';
const WHICH =
  '(?:哪一?(?:个|家|边|处|头|里|方|条|种|份|块|轮|类|项|场|所|批|样|片|拨|支|段|栋|座|只)|谁|相差|差(?=多少|几|距))';
/** A和B,哪个…多; A跟B哪个先…; A与B相差多少. */
const WHICH_OF = new RegExp(
  `^(?<a>.{1,40}?)${JOIN}(?<b>[^,]{1,60}?)(?<between>(?:,[^,]*?)?,?)${WHICH}(?<metric>.*)$`,
  'u',
);
/** A比B多多少. */
const MORE_THAN =
  /^(?<a>.{1,40}?)比(?<b>[^,]{1,40}?)(?<between>)(?<metric>(?:多|少|高|低|大|小)(?:了|出)?[^,多少]{0,6}?)(?:多少|几)/u;
const TIME = /先|早|晚(?!会)|后(?!来|续)|时间/u;
const SIZE = /多|少|高|低|大|小|长|短|快|慢/u;
/** 更多, 差多少件, 先, 做得: words of the comparison itself. */
const DEGREE =
  /(?:[做办开搞来干弄出讲拿用]|进行|完成)得(?=[多少高低大小长短快慢先早晚更较比]|$)|(?:相差|差距|差|多|少)(?:了|出)?(?:多少|几)[^,]{0,4}|(?:更|较|比较|要|的)*(?:多|少|高|低|大|小|长|短|快|慢)(?:一?些|一点)?$|(?:更|较)?(?:先|早|晚|后)|,/gu;
/** 两个基地, 这三处: counts the labels. */
const COUNTED = /(?:这|那)?[两二三四五](?:个|处|家|者|项|条|类)[^,]*$/u;
/** 甲局和乙街道比,哪家多. */
const SET_AGAINST = /(?:相|作|做|比)?(?:比|对比|比较|相比)(?:一下|起来)?$/u;

/** Null when the question compares nothing. */
export function readComparison(text: string): Comparison | null {
  const masked = maskQuotes(text.replace(/[?。!]+$/u, ''));
  const groups = (WHICH_OF.exec(masked.text) ?? MORE_THAN.exec(masked.text))?.groups;
  if (groups === undefined) return null;
  // 排查出来的企业,关停的和升级的: what both are of stands in front.
  const own = /[^,]{2,}$/u.exec(groups['a'] ?? '')?.[0] ?? groups['a'] ?? '';
  const first = trimEdges(masked.restore(own));
  const second = trimEdges(
    masked.restore(
      (groups['b'] ?? '')
        .replace(COUNTED, '')
        .replace(/的?(?:数目|数量)$/u, '')
        .replace(SET_AGAINST, ''),
    ),
  );
  const before = (groups['a'] ?? '').slice(0, -own.length);
  const matter = masked.restore(`${before}${groups['between'] ?? ''}`.replace(/[,，]|这件?事|的时候/gu, ''));
  const asked = groups['metric'] ?? '';
  const compares = SIZE.test(asked) || TIME.test(asked) || /相?差/u.test(masked.text);
  if (first.length < 2 || second.length < 2 || !compares) return null;
  const metric = masked.restore(
    asked
      .replace(/^了?(?:多少|几)\p{Script=Han}{0,2}$/u, '')
      .replace(DEGREE, '')
      .replace(DEGREE, ''),
  );
  const { head, labels } = shareHead(first, second);
  return {
    labels,
    metric: trimEdges(metric),
    matter: `${matter}${head}`,
    byDate: TIME.test(asked) && !SIZE.test(asked),
  };
}

/** 检控类举报查实率和办结率, 宣讲进社区和进机关: what stands in front of the first is of both. */
function shareHead(a: string, b: string): { head: string; labels: readonly [string, string] } {
  // 有物业和无物业的小区
  const { own = '', noun = '' } = /^(?<own>.+?)的(?<noun>.{2,4})$/u.exec(b)?.groups ?? {};
  if (own.length === a.length && own.at(-1) === a.at(-1))
    return { head: '', labels: [`${a}${noun}`, `${own}${noun}`] };
  const tail = a.length - b.length;
  const alike = tail >= 2 && b.length >= 3 && (a.at(-1) === b.at(-1) || a.charAt(tail) === b.charAt(0));
  return alike ? { head: a.slice(0, tail), labels: [a.slice(tail), b] } : { head: '', labels: [a, b] };
}
