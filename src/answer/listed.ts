import type { Span } from '../text/span.ts';

/** 「A、B和C 3个项目」, 「“甲”“乙”两个基地」: a number right behind what it counts. */
const COUNT = /[两二三四五六七八九2-9](?=(?:个|家|项|处|所|条|名|人(?!次)|位|类|种|座|场)(?!月|百分点))/gu;
const LONGEST_LIST = 120;
const WORDS = '两二三四五六七八九';

/** Numbers that only count what the text lists right before them; they state nothing the list does not. */
export function findListCounts(text: string): Span[] {
  if (text.search(COUNT) < 0) return [];
  // 「“马上就办、真抓实干”」 is one item
  const plain = text.replace(/“[^“”]*”/gu, (quoted) => `“${'\u0001'.repeat(quoted.length - 2)}”`);
  return [...plain.matchAll(COUNT)].flatMap((match) => {
    const number = match[0];
    const start = match.index;
    const list = /[^,;。:!?\n]*$/u.exec(plain.slice(Math.max(0, start - LONGEST_LIST), start))?.[0] ?? '';
    const value = /\d/u.test(number) ? Number(number) : Math.max(2, WORDS.indexOf(number) + 1);
    const items = list.split(/、|以及|及|和|与|(?<=”)(?=“)/u).map((item) => item.trim());
    const counted = items.length === value && items.every((item) => item.length >= 2 && !/\d$/u.test(item));
    return counted ? [{ start, end: start + number.length }] : [];
  });
}
