// 完成率超过90%的有哪些, 涉及100人以上的措施 → what is measured, the bound, and what is bounded
import { findAmounts, PERSONS, type Amount } from '../text/amounts.ts';
import { parseChineseNumeral } from '../text/numerals.ts';
import { readAskedUnits } from './figure-ask.ts';
import { withoutRemarks, withoutWishes } from './remarks.ts';
import { trimEdges } from './shape.ts';

/** Which side of the bound is meant, and whether the bound itself is. */
export interface FigureBound {
  readonly value: number;
  readonly over: boolean;
  readonly inclusive: boolean;
}

/** Figures that a list of measures is narrowed to. */
export interface FigureCondition {
  /** As asked, for the answer: 完成率超过90%. */
  readonly asked: string;
  /** What is measured: 完成率, 处罚; empty where any figure of the unit is meant (金额, 涉及). */
  readonly metric: string;
  /** What is counted or described, behind the figure: 100人以上的培训; empty for 措施, 项目. */
  readonly noun: string;
  /** Base units the figure may be counted in. */
  readonly units: readonly string[];
  readonly bound: FigureBound;
}

const OVER = '(?:不低于|不少于|不小于|不下|至少|超过了?|超出|超|高于|大于|多于|突破|达到了?|达|过了?|上了?)';
const UNDER = '(?:不超过|不高于|不大于|不多于|低于|少于|小于|不到|不足|没到|没超过|未达到?|没达到?)';
const NUMBER =
  '(?:百分之)?[\\d.,一二两三四五六七八九十百千万亿半]+[万亿]?(?:多|余)?(?:[%‰]|个百分点|\\p{Script=Han}{1,3}?)?';
const SUFFIX = '(?:\\((?:含|不含)\\))?(?:及)?(?<suffix>以上|以下|以内|之上|之下|往上|起步)?';
/** 完成率超过90%, 涉及100人以上: the words measured, the bound, its side. */
const CONDITION = `(?<metric>[^,。?!、;的]{0,12}?)(?:在|是|为)?(?:(?<under>${UNDER})|(?<over>${OVER}))?(?<number>${NUMBER})${SUFFIX}`;
const MEASURES = '(?:整改)?(?:措施|举措|条目)';
const ASKS = `(?:(?:都|分别|一共|总共|具体)*(?:有|是)?(?:哪些|哪几[条个项家处]|哪[条个项]|什么|啥|(?:多少|几)(?:条|个|项|处)(?:${MEASURES})?)|(?:给我|麻烦|请|都|全部)*(?:列|找|挑|拎|理|筛|数)(?:一[列找挑理筛数下]|出来?|全|下|个清单|个单子))`;
const SHAPES: readonly RegExp[] = [
  new RegExp(`^${CONDITION}的(?<noun>[^,。?!、;的]{0,8}?)${ASKS}(?:呢|呀|啊)?[?。!]*$`, 'u'), // 完成率超过90%的项目有哪些
  new RegExp(`^${CONDITION}的(?<noun>(?:${MEASURES}|项目|工程|事项|事情)?)[?。!]*$`, 'u'), // 处罚超过100万的
  new RegExp(
    `^(?:有)?(?:哪些|哪几[条个项]|哪[条个项]|多少(?:条|个)|几[条个项])(?<noun>${MEASURES}|项目|工程|事项|地方|数字|数据|里)?(?:里|中|的|,)*${CONDITION}(?:的|了)?[?。!]*$`,
    'u',
  ), // 哪些项目投资超过1亿
];
/** What stands before the condition and asks: 帮我找找通报里. */
const LEAD_IN =
  /^(?:请问|请|麻烦|帮忙|帮我|给我|我想[看查找]?|想[看查找]|看看|找找|查查|查一下|找一下|列一下|列出|找出|挑出|筛出|(?:在)?(?:这份|整个)?通报(?:里面?|中|上)?|(?:整改)?(?:措施|举措)(?:里面?|中|当中)|[,:])+/u;
/** Any figure of the unit: the word says only of what kind the figure is. */
const ANY_FIGURE =
  /^(?:涉及到?|牵涉到?|涉|总|的|资金|金额|数额|数目|款项|钱数?|款|数字|数据|数量|百分比|比例|比率|人数|人员|参加|规模|面积|有|写着?|提到|载明)+$/u;
const ANY_NOUN = new RegExp(
  `^(?:${MEASURES}|条|项目|工程|事项|事情?|东西|内容|地方|情况|数字|数据|里|指标|工作|任务|单位|部门|都)*$`,
  'u',
);

/** Null where the message bounds no figure. */
export function readFigureCondition(text: string): FigureCondition | null {
  const meant = withoutWishes(withoutRemarks(text)).replace(LEAD_IN, '');
  const groups = SHAPES.map((shape) => shape.exec(meant)?.groups).find((found) => found !== undefined);
  if (groups === undefined) return null;
  const { under, over, suffix = '', number = '' } = groups;
  if (under === undefined && over === undefined && suffix === '') return null;
  const said = groups['metric'] ?? '';
  const metric = trimEdges(said);
  const noun = trimEdges(groups['noun'] ?? '');
  const amount = readAmount(number);
  if (amount === null) return null;
  const units = unitsOf(amount, `${metric}${noun}`, number);
  if (units.length === 0) return null;
  const below = under !== undefined || /下|内/u.test(suffix);
  const named = ANY_FIGURE.test(metric) ? '' : metric.replace(/^(?:涉及到?|参加)/u, '');
  const side = under ?? over ?? '';
  return {
    asked: `${said}${side}${number}${suffix}`,
    metric: named,
    noun: ANY_NOUN.test(noun) ? '' : noun,
    units,
    bound: {
      value: amount.value,
      over: !below,
      inclusive: suffix !== '' || /^(?:不(?!到|足)|至少|达)/u.test(side),
    },
  };
}

function readAmount(number: string): Pick<Amount, 'value' | 'unit'> | null {
  const percent = /^百分之(?<of>.+)$/u.exec(number)?.groups?.['of'];
  if (percent !== undefined) {
    const value = /^[\d.]+$/u.test(percent) ? Number(percent) : parseChineseNumeral(percent);
    return value === null ? null : { value, unit: '%' };
  }
  const whole = ({ span }: Amount): boolean => span.start === 0 && span.end === number.length;
  const counted = findAmounts(number).find(whole);
  if (counted !== undefined) return counted;
  // 一亿, 一百万: a Chinese numeral counts only with a unit.
  const bare = findAmounts(`${number}元`)[0];
  return bare?.text === `${number}元` ? { value: bare.value, unit: '' } : null;
}

/** 超过1亿, 100万以上: of money where nothing else is said; no unit where the bound has neither unit nor 万. */
function unitsOf({ unit }: Pick<Amount, 'unit'>, words: string, number: string): readonly string[] {
  if (PERSONS.includes(unit)) return PERSONS;
  if (unit !== '') return TIMES.test(unit) ? [] : [unit];
  const kinds = readAskedUnits(words);
  return kinds.length > 0 ? kinds : /[万亿]/u.test(number) ? ['元'] : [];
}

/** 2023年以后, 九月以上: points and ranks are no sizes. */
const TIMES = /^(?:年|月|日|号|级|届|代|版|周岁|岁)$/u;
