// message → is a summary asked for? → length, status, and the topic in parts
import type { Status } from '../ledger/ledger.ts';
import { parseInteger } from '../text/numerals.ts';
import { COUNTED_LENGTH, POLITE, readCharacters } from './request-words.ts';
import { readStatus } from './slots.ts';
import { readSubjects, stripTalk } from './summary-topic.ts';
import { readRequestWords } from './summary-words.ts';

/** What a request for a summary says. */
export interface SummaryRequest {
  /** The subject without request, length and filler words; empty when none is named. */
  readonly topic: string;
  /** Subjects joined by 和, 、 or a comma; one entry, `topic`, where nothing is joined. */
  readonly parts: readonly string[];
  /** The message without request and length: its subjects and what is asked about them. */
  readonly said: string;
  readonly status: Status | null;
  /** Characters asked for (300字), or by word (简短, 三句话, 详细); null when left to the program. */
  readonly length: number | null;
  /** See `RequestWords`. */
  readonly explicit: boolean;
  /** 处理人的也带上. */
  readonly sanctions: boolean;
}

/** Asks for one thing, not for a text. */
const QUESTION =
  /多少|几[个条项家次场件人名处户]|谁|何时|什么时候|啥时候|哪天|哪[一]?年|多久|哪个|哪家|哪位|为什么|为啥|吗[?？]?$/u;
const SOFT_QUESTION = /哪些|什么|啥|怎么|如何|有没有|是否/u;

/** 短一点, 详细些, 写成300字, 压缩到100字: the last summary again at another length. */
export const LENGTH_ONLY = new RegExp(
  `^${POLITE}(?:太长了?|太短了?)?,?再?(?:写|改|压|缩|压缩|浓缩|扩|扩写|展开|精简|简化)?(?:成|到|为)?(?:${COUNTED_LENGTH}(?:就行)?|再?(?:短|简短|精简|简单|简要|详细|具体|长)一?[点些]儿?|详细版|简短版|简版)的?(?:吧|就行|就好)?[。!]*$`,
  'u',
);

const COUNT = new RegExp(COUNTED_LENGTH, 'gu');
const SENTENCES = /(?<n>[一两二三四五六七八几\d])(?<more>[二三四五六七八九])?句(?:话)?/u;
/** Characters by word, and for each sentence asked for. */
const LENGTHS = { short: 150, brief: 300, full: 800, sentence: 100 };

/** 起草一份处分决定, 开个证明: another paper than a summary. */
const OTHER_PAPER =
  /(?:写|拟|起草|出|做|开)(?:一|1)?(?:个|份|张|篇)[^,。]{0,14}(?:决定|通知|公函|证明|合同|协议|讲话稿|检讨|申请)/u;

/** …每半月听一次汇报,写在哪几条: the places are asked for. */
const ASKS_WHERE =
  /[,;](?:都|是|分别|又)*(?:写|记|列|提|讲|说|出现|见)(?:到|了|过)?(?:在|于)?(?:哪|第)几[条项][^,。;]*$/u;

/** Null when the message asks for no summary. `text`: the message as understood (normalised). */
export function readSummaryRequest(text: string): SummaryRequest | null {
  if (OTHER_PAPER.test(text) || ASKS_WHERE.test(text)) return null;
  const words = readRequestWords(joinBrackets(text));
  if (words === null) return null;
  const { rest, explicit, written } = words;
  const asked = stripTalk(rest);
  if (!written && (QUESTION.test(asked) || (!explicit && SOFT_QUESTION.test(asked)))) return null;
  const status = DESCRIBES.test(rest) ? null : readStatus(rest);
  const about = (status?.rest ?? rest)
    .replace(/\u0001/gu, ' ')
    .replace(SANCTIONS_TOO, ' ')
    .replace(COUNT, ' ')
    .replace(LENGTH_WORDS, ' ');
  const parts = readSubjects(about);
  return {
    topic: parts.join('、'),
    parts,
    said: about.trim(),
    status: status?.value ?? null,
    length: readLength(text),
    explicit,
    sanctions: SANCTIONS_TOO.test(text),
  };
}

/** 长期闲置的房产: how long it has been so, no status of a measure. */
const DESCRIBES = /长期(?!坚持|整改|推进|落实|抓|的|$)/u;

/** 国有(集体)房产. */
function joinBrackets(text: string): string {
  return text.replace(/(?<!的)\(([^()]{1,4})\)(?=\p{L})/gu, '$1');
}

export function readLength(text: string): number | null {
  const count = readCharacters(text);
  if (count !== null) return Math.min(3000, Math.max(60, count));
  const sentences = SENTENCES.exec(text)?.groups;
  if (sentences !== undefined) {
    const most = parseInteger(sentences['more'] ?? sentences['n'] ?? '');
    return (most ?? 3) * LENGTHS.sentence;
  }
  if (/简短|短(?:一)?[点些]|精简|简版|太长/u.test(text)) return LENGTHS.short;
  if (/简要(?!情况|说明|材料|汇报)|简单/u.test(text)) return LENGTHS.brief;
  return /详细|全面(?!从严)|具体|展开|长(?:一)?[点些]|太短/u.test(text) ? LENGTHS.full : null;
}

const LENGTH_WORDS =
  /(?:不超过|控制在|大约|约|别超过|不要超过|别多于)(?=\s|$)|(?:要|写)?(?:简短|简要|精简|详细)(?:一)?[点些]?(?:的|地)?|[一两三四五几]{1,2}句话|一段话|分(?:问题|条)(?:写|列)/gu;

/** 处理人的也带上: the items of part four that belong to the subject are wanted too. */
const SANCTIONS_TOO =
  /(?:处理|处分|问责|诫勉)(?:了)?(?:的)?(?:人员?|干部|名单|情况)?(?:的)?(?:也|一并|都|一起)*(?:要)?(?:带上|写上|算上|列上|加上|写进去)/u;
