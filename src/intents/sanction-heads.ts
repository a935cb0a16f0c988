// 只处理一个人的, 一条点了四个人的, 一次涉及两人以上的 → how many persons an item of the list must count
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';

/** Bounds of the persons of one item, both meant as well. */
export interface Heads {
  readonly least: number;
  readonly most: number;
  /** The words of the message that say so. */
  readonly written: string;
  /** For the answer: 每项4人, 每项2人以上. */
  readonly label: string;
  /** The number in it. */
  readonly computed: readonly string[];
}

const COUNTS =
  '(?:有|是|处理|处分|诫勉|警告|问责|涉及到?|牵涉到?|牵扯到?|带出|包括|写|点|列|管|算)名?(?:了|到|着)?';
/** 只处理一个人的: of one item, by 只. */
const ONLY = `(?:只|仅|就)(?:${COUNTS})?(?:了|到)?`;
/** 一条点了四个人的, 每项涉及两人: of one item, by its counter. */
const ITEM = `(?:一|每|单)(?:条|项|次|下子?)(?:里面?|就|共|都)*${COUNTS}`;
const BARE = `(?<![\\d人])(?:涉及|牵涉|牵扯)(?:到|了)?`;
const HEADS = new RegExp(
  `(?:(?:${ONLY}|${ITEM}|${BARE}(?=[^,。?]{1,8}的(?:有|共|一共|是)?(?:几|多少|哪)[一几]?(?:项|条)))(?:不止|超过|多于)?|不止|超过|多于)(?<n>[${NUMERAL_CHARACTERS}]|\\d{1,2})个?(?:人|名|位)(?<side>以上|及以上|往上|以下|以内)?的?|(?<!\\d)(?<n2>[${NUMERAL_CHARACTERS}]|\\d{1,2})个?(?:人|名|位)(?:干部|同志)?(?:一起|同时|一并|一块儿?)`,
  'u',
);

/** 一项就点了好几个人的, 一次处理多个人的, 不止一个人的. */
const MANY =
  /(?:(?:一|同一|单)项(?:里面?|里头|就|中)*|一次(?:性|就)*|同时|一下子)?(?:点|涉及|处理|牵涉|牵扯|写|有|列|包括|诫勉|处分)?(?:了|到|着)?(?:好几个?|多个?|不止一个?|不只一个?|两个以上)(?:人|名|位)(?:干部|同志)?(?:在一起)?(?:的(?!姓|名字)|(?=[?。!]*$))/u;

/** Null where the message bounds no item by its persons. */
export function readHeads(text: string): Heads | null {
  const found = HEADS.exec(text);
  const number = parseInteger(found?.groups?.['n'] ?? found?.groups?.['n2'] ?? '');
  if (found === null || number === null) {
    const many = MANY.exec(text)?.[0];
    return many === undefined
      ? null
      : { least: 2, most: Infinity, written: many, label: '每项不止1人', computed: ['1人'] };
  }
  const { side = '' } = found.groups ?? {};
  const [written] = found;
  const persons = `${number}人`;
  const same = { written, computed: [persons] };
  if (/不止|超过|多于/u.test(written))
    return { ...same, least: number + 1, most: Infinity, label: `每项超过${persons}` };
  if (/上/u.test(side)) return { ...same, least: number, most: Infinity, label: `每项${persons}以上` };
  if (side !== '') return { ...same, least: 1, most: number, label: `每项${persons}以下` };
  return { ...same, least: number, most: number, label: `每项${persons}` };
}
