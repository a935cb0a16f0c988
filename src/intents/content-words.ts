// message → the words that say what it is about, without those that only ask
import { ASK_WORDS } from '../question/ask-words.ts';
import type { IntentContext } from './intent.ts';

/** Question words, and numbers with what they count. */
const ASKING_WORD = new RegExp(
  `${ASK_WORDS}|何|^前前后后$|^[这那][位个批]$|^[去上往]年$|^同期$|^[区市县省]里$|^[\\d一两二三四五六七八九十]+\\p{L}$`,
  'u',
);

/** 哪个部门去约谈的: asks for a kind of thing, which a passage need not call so. */
const ASKED_KIND = /(?:什么|啥|哪(?:一)?[个家]?)(?:阶段|地步|程度|环节|部门|单位|机构)/gu;

export function contentWords({ engine, question }: IntentContext): string[] {
  return engine
    .tokenize(question.text.replace(ASKED_KIND, ' '), { dropStopwords: true, wordsOnly: true })
    .filter((word) => !ASKING_WORD.test(word));
}
