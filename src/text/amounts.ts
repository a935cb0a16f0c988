import { NUMERAL_CHARACTERS, parseChineseNumeral } from './numerals.ts';
import { rememberRecent } from './remember.ts';
import type { Span } from './span.ts';
import { foldWidth } from './width.ts';

/** A figure with its unit as it stands in the text, and its value in the base unit. */
export interface Amount {
  readonly span: Span;
  readonly text: string;
  /** The printed number: 6.37 for 6.37万平方米. */
  readonly number: number;
  /** `number` × 万/亿: 63700 for 6.37万平方米; 94.16 for 94.16%. */
  readonly value: number;
  /** The unit without 万/亿: 平方米, 元, %, 人次, 个; empty when none follows. */
  readonly unit: string;
  /** 近, 约, 余, 多, 超, 突破: the text itself says the figure is not exact. */
  readonly approximate: boolean;
}

/** 13名, 13人 and 13位 count the same. */
export const PERSONS: readonly string[] = ['人', '名', '位'];

/** Units as the genre prints them, longest first: 人次 before 人, 个百分点 before 个. */
const UNITS = [
  '个百分点',
  '个小时',
  '个工作日',
  '平方公里',
  '平方米',
  '立方米',
  '公里',
  '公顷',
  '平方',
  '平米',
  '人次',
  '人/天',
  '件次',
  '家次',
  '批次',
  '场次',
  '轮次',
  '条次',
  '户次',
  '频次',
  '期次',
  '分钟',
  '小时',
  '周岁',
  '个月',
  '年度',
  '倍',
  '元',
  '人',
  '名',
  '位',
  '户',
  '家',
  '件',
  '起',
  '处',
  '个',
  '项',
  '条',
  '场',
  '次',
  '期',
  '篇',
  '份',
  '批',
  '轮',
  '栋',
  '幢',
  '座',
  '层',
  '套',
  '间',
  '宗',
  '亩',
  '吨',
  '米',
  '辆',
  '艘',
  '根',
  '支',
  '部',
  '本',
  '册',
  '款',
  '类',
  '种',
  '年',
  '天',
  '日',
  '月',
  '岁',
  '周',
  '分',
  '笔',
  '门',
  '把',
  '张',
  '块',
  '片',
  '所',
  '号',
  '版',
  '级',
  '成',
  '届',
  '稿',
  '幅',
  '代',
  '屏',
  '堂',
  '只',
  '台',
  '棵',
  '株',
];
/** 四部分, 两代表: the first character of another word is no unit. */
const NOT_BEFORE: Readonly<Record<string, string>> = { 部: '(?!分|门|署|长|队|委)', 代: '(?!表|建|理)' };
const UNIT_PATTERN = UNITS.map((unit) => unit.replace('/', '\\/') + (NOT_BEFORE[unit] ?? '')).join('|');
const AMOUNT = new RegExp(
  `(?<lead>近|约|超过|超|突破|逾|不足|达|共)?(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[${NUMERAL_CHARACTERS}]+)` +
    `(?<scale>[百千]?[万亿]|千|百)?(?<more>多|余|来)?(?<scale2>[万亿])?(?<unit>%|‰|${UNIT_PATTERN})?`,
  'gu',
);
/** What people say for a unit that is printed otherwise. */
const SPOKEN_UNITS: Readonly<Record<string, string>> = { 平米: '平方米' };
const SCALES: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 10_000,
  亿: 100_000_000,
  百万: 1_000_000,
  千万: 10_000_000,
  百亿: 10_000_000_000,
  千亿: 100_000_000_000,
};

/**
 * Every figure of `text`: 6.37万平方米, 94.16%, 近1800万元, 500余场, 3500多名, 十条, 1,436人次. Chinese numerals count only
 * with a unit and a value above one (一方面 is no figure); dates and document numbers are left to `dates.ts`.
 */
export function findAmounts(text: string): readonly Amount[] {
  return remember(text, () => readAmounts(text));
}

/** A message and the clauses it is compared with are read for their figures many times over. */
const remember = rememberRecent<readonly Amount[]>(2000, 400);

function readAmounts(text: string): Amount[] {
  const amounts: Amount[] = [];
  const folded = foldWidth(text);
  for (const match of folded.matchAll(AMOUNT)) {
    const groups = match.groups ?? {};
    const written = groups['number'] ?? '';
    const arabic = /^\d/.test(written);
    const unit = SPOKEN_UNITS[groups['unit'] ?? ''] ?? groups['unit'] ?? '';
    const number = arabic ? Number(written.replaceAll(',', '')) : parseChineseNumeral(written);
    if (number === null || !Number.isFinite(number)) continue;
    if (!arabic && (unit === '' || number < 2 || '年月日号级届成'.includes(unit))) continue;
    const before = folded.charAt(match.index - 1);
    if (arabic && /[A-Za-z.\d]/.test(before)) continue;
    const lead = groups['lead'] ?? '';
    const start = match.index + lead.length;
    const end = match.index + match[0].length;
    const scale = (SCALES[groups['scale'] ?? ''] ?? 1) * (SCALES[groups['scale2'] ?? ''] ?? 1);
    amounts.push({
      span: { start, end },
      text: text.slice(start, end),
      number,
      value: Number((number * scale).toPrecision(12)),
      unit,
      approximate: groups['more'] !== undefined || /近|约|超|突破|逾|不足/.test(lead),
    });
  }
  return amounts;
}
