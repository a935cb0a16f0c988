// every member of a counted set asked for (是哪5家, 名单, 分别由谁) ↔ a unit that prints the number and no names beside it
import { formatChineseNumeral, parseInteger } from '../text/numerals.ts';

const NUMBER = '\\d+|[一二两三四五六七八九十]{1,3}';
const KINDS = '个家处所条户件项座栋支名位只场种起宗';
const MEMBER = `(?<![第\\d.一二两三四五六七八九十])(?<count>${NUMBER})(?:余|多)?(?<kind>[${KINDS}])(?!月)`;
/** What asks for the members behind their number. */
const EACH = [
  '(?:分别|各自|都)[^,。多几]{0,6}(?:什么|啥|哪|谁|何)(?!方面)',
  '具体(?:是|叫)?(?:什么|啥|哪|谁)',
  '(?:是|有|都)哪[几些]',
  '(?:的|店|校|[,])[^,。]{0,4}(?:名字|名单|名称|清单)',
  '名(?:单|称|字)(?:$|[?。,]|(?:都|分别)?(?:是|叫)?(?:什么|啥|哪))',
  '叫什么|叫啥|点名|[逐挨](?:个|一|条)列',
].join('|');
const SET = [
  new RegExp(`^.*${MEMBER}.*?(?:${EACH})`, 'u'),
  // 三家企业,另两家叫什么: not all of the whole.
  new RegExp(`^(?!.*(?:另外?|其余|其他)(?:${NUMBER})[${KINDS}]).*?${MEMBER}.*?(?:${EACH})`, 'u'),
  // 8条道路拆分招标,追责的是谁: another subject behind the comma is no member of the set.
  new RegExp(`${MEMBER}[^,。?]*?,?[系是](?:何人|谁)(?=[?。!,呀啊呢]|$)`, 'u'),
  new RegExp(`(?:是|分别|到|就)[^,。]{0,3}哪${MEMBER}`, 'u'),
];
/** What opens a list behind its number: 8个,分别为…; 3家:…; 5项,包括…. */
const OPENS_LIST = /分别|包括|即|具体为|一是|[:《“(]/u;
/** So many names side by side are a list, even of a longer set. */
const A_LIST = 3;
/** What opens one behind the clause that counts: 8个。一是…; not ,释放“…”信号. */
const OPENS_NEXT = /^(?::|[,;。](?:分别|包括|即|具体为|一是|其中))/u;

/** “四清”指的是哪四清, 三查具体是哪三查: a slogan that counts what it stands for. */
const SLOGAN = new RegExp(
  `(?<words>(?<n>[两二三四五六七八九十])(?<of>\\p{Script=Han}))[^,。]{0,8}(?:是|指|包括|有)[^,。]{0,4}哪\\k<n>[个种项]?\\k<of>`,
  'u',
);

function namesNoSlogan(text: string, unit: string): boolean {
  const words = SLOGAN.exec(text)?.groups?.['words'];
  return (
    words !== undefined &&
    unit.includes(words) &&
    !new RegExp(`${words}[”"]?(?:即|是指|包括|[:(])`, 'u').test(unit)
  );
}

/** True when the unit prints the number of the set and, at none of the places, names beside it. */
export function countsWithoutNaming(text: string, unit: string): boolean {
  if (namesNoSlogan(text, unit)) return true;
  return SET.some((pattern) => {
    const { count = '', kind = '' } = pattern.exec(text)?.groups ?? {};
    return countsWithoutNames(unit, parseInteger(count) ?? 0, kind);
  });
}

function countsWithoutNames(unit: string, count: number, kind: string): boolean {
  if (count < 2) return false;
  const same = /[名位]/u.test(kind) ? '[名位人]' : kind;
  const printed = new RegExp(
    `(?<![\\d.第])(?:${count}|${formatChineseNumeral(count)})(?=[余多]?${same})`,
    'gu',
  );
  const places = Array.from(unit.matchAll(printed), ({ index }) => index);
  return places.length > 0 && !places.some((at) => namesBeside(unit, at, count));
}

function namesBeside(unit: string, at: number, count: number): boolean {
  const before =
    unit
      .slice(0, at)
      .split(/[,;。:]/u)
      .at(-1) ?? '';
  const behind = unit.slice(at);
  const [clause = ''] = behind.split(/[,;。]/u);
  return (
    `${before}${clause}`.split('、').length >= Math.min(count, A_LIST) ||
    OPENS_LIST.test(clause) ||
    OPENS_NEXT.test(behind.slice(clause.length))
  );
}
