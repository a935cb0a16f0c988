// words that frame any request, shared by the readers of messages
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';

/** 请, 麻烦帮我, 能不能给领导: politeness and for whom, at the start. For use inside a regular expression. */
export const POLITE =
  '(?:请|帮忙?|帮我|替我|给我|麻烦|劳烦|能不能|能否|可不可以|可以|你|您|我|想|要|想要|需要|再|先|就|来|快|然后|顺便|最后|(?:给|帮|替)(?:老|大|分管|主管|上级|我们|咱们?)?(?:领导|书记|区长|主任|局长|大家|上级|老板)|们|一下|,)*';

const COUNT = `(?<n>\\d{2,4}|[${NUMERAL_CHARACTERS}]{2,5}|[百千](?=[来多把]))[来多把]?\\s*个?字`;
const COUNTED = new RegExp(COUNT, 'u');

/** 300字, 两百个字, 百来字: the number of characters a message asks for; null where it names none. */
export function readCharacters(text: string): number | null {
  return parseInteger(COUNTED.exec(text)?.groups?.['n'] ?? '');
}

const ABOUT = '(?:左右|以内|之内|以下|上下|出头|内)?';
/** 300字左右, 不超过两百个字, 一百来字. */
export const CHARACTER_LENGTH = `(?:(?:(?:不|别|不要|不得)?(?:超过|多于)|控制在|大约|大概|约|最多|顶多)?${COUNT.replace('?<n>', '?:')}${ABOUT})`;
/** A length in characters or sentences: 三四句话. */
export const COUNTED_LENGTH = `(?:${CHARACTER_LENGTH}|(?:不超过)?[一两二三四五六七八几\\d]{1,2}句(?:话)?${ABOUT})`;
