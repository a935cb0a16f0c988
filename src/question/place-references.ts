// 第二段, 最后一句, 倒数第二句, 后半段, 结尾怎么写的 → where in a unit
import { parseInteger } from '../text/numerals.ts';
import { N } from './number-lists.ts';
import type { UnitPlace } from './question.ts';

/** 那段, 的那一段, 的一句. */
const THE = '(?:的)?(?:那|这)?(?:个)?(?:一|1)?(?:个|小)?';
const LAST = '(?:最后|最末|末尾|末了|末|结尾|收尾|尾)(?:面|头)?';
const FIRST = '(?:开头|开篇|最前|最开头|打头|起头|头|首)(?:面)?';
/** 最后两句: how many, under a group name of its own. */
const few = (name: string): string => `(?:的)?(?:面)?(?<${name}>[两二三四五几2-5])(?:个)?`;
const GRAIN =
  '(?:(?<paragraph>(?:自然)?段(?:落|话)?(?!时间))|(?<sentence>句(?:话|子)?)|(?<part>(?:部分|块|截)(?!目)))';
/** 第二段, 倒数第二句, 最后两句, 末尾那段, 后一段, 首句, 中间那段. */
const COUNTED = new RegExp(
  `(?:(?<back>倒数)?第(?<n>${N})(?:个)?(?!部分|块|截)|(?<last>${LAST}(?:${few('few')}|${THE})|后${few('few2')}|[后下](?:面)?(?:一|那一?))|(?<first>${FIRST}(?:${few('few3')}|${THE})|前${few('few4')}|[前上](?:面)?(?:一|那一?))|(?<middle>(?:中间|当中)${THE}))${GRAIN}`,
  'u',
);
/** 后半段, 下半部分, 前一半, 最后半句; not 上半年. */
const HALF =
  /(?:(?<last>最?[后下]|末尾?)|(?<first>[前上]|开头))(?:的)?(?:一|那)?半(?:(?<sentence>句(?:话)?)|(?:段|部分|截|块|条|篇)|(?=[?。,!的]|[讲说写是]|$))/u;
/** 结尾怎么写的, 开头: one sentence, where nothing else follows. */
const BARE =
  /(?:的)?(?:(?<last>结尾|末尾|收尾)|(?<first>开头|开篇))(?:部分|处)?(?=$|[,。?!]|的?(?:是|都|又)?(?:怎|咋|如何|写|讲|说|提)|(?:的)?话|(?:念|发|给)我?)/u;

/** Every place of the message, in its order; none where it names none. */
export function readPlaces(text: string): UnitPlace[] {
  const places: UnitPlace[] = [];
  let rest = text;
  for (;;) {
    const found = [COUNTED, HALF, BARE]
      .map((pattern) => pattern.exec(rest))
      .filter((match) => match !== null)
      .sort((a, b) => a.index - b.index || b[0].length - a[0].length)[0];
    if (found === undefined) return places;
    places.push(toPlace(found[0], found.groups ?? {}));
    rest = rest.slice(found.index + found[0].length);
  }
}

type Groups = Readonly<Record<string, string | undefined>>;

function toPlace(text: string, groups: Groups): UnitPlace {
  const { n, back, last, few: few1, few2, few3, few4, middle, sentence, paragraph, part } = groups;
  const written = few1 ?? few2 ?? few3 ?? few4;
  const count = written === undefined ? 1 : (parseInteger(written) ?? 2);
  const number = parseInteger(n ?? '') ?? 1;
  const from = middle !== undefined ? 0 : (back ?? last) === undefined ? number : -number;
  const half = /半/u.test(text);
  const grain = half
    ? sentence === undefined
      ? 'half'
      : 'clauses'
    : paragraph !== undefined
      ? 'paragraph'
      : part !== undefined
        ? 'half'
        : 'sentence';
  return { text, grain, from, count };
}

/** The message without the words of places: 二百一十七条后半段讲什么 → 二百一十七条讲什么. */
export function withoutPlaces(text: string, places: readonly UnitPlace[]): string {
  return places.reduce((rest, place) => rest.replace(place.text, ' '), text).trim();
}
