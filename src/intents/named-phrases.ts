// a phrase → the one or more things it names as measures print them: what is quoted, what it lists, the place before its kinds
import type { UnitLookup } from '../bulletin/lookup.ts';
import { rememberEach, rememberRecent } from '../text/remember.ts';
import type { IntentContext } from './intent.ts';
import { findMentions } from './mentions.ts';
import { compileExact, GENERAL_TAIL } from './phrase.ts';

/** Whether measures print the words, or a form close to them. */
export type Known = (context: IntentContext, words: string) => boolean;

/** 小工程措施写了竞争性磋商 → 竞争性磋商: what stands behind the verb is what is to be found. */
const VERB_INSIDE =
  /^.*(?:措施|举措|条|里|中)(?:提到|涉及|讲到|谈到|说到|写到|写了|写着|点到|包含|出现|引用)(?:过|了)?/u;
/** 同时提到A和B, A和B都涉及的. */
export const ALL =
  /同时|共同|一起|(?:都|均)(?:提到|涉及|讲|有(?!哪|什么|多少|几)|写|出现|参与|包含)|既[^,。?]*又/u;
/** 甲、乙,任意一家; 其中之一: each counts alone. */
const EITHER = /任意?(?:一|哪)|(?:其中|当中)(?:之|任)?一|之一|随便(?:一|哪)|任何(?:一|哪)|有一个就算/u;
const JOINED = /[、/]|或者?|以及|(?:和|与|及|跟|同)/u;

/** 监督执纪“四种形态”, “好帮手”小程序: words beside what is quoted only describe it; “柳桥人家”生活馆 is one name. */
const FOCUS = new RegExp(`^[^“”]*“(?<words>[^“”]+)”(?:${GENERAL_TAIL.source})?$`, 'u');
/** 1+X监督: a code of signs is the name, as if it were quoted. */
const CODE = /^(?<code>[\da-z]+(?:\+[\da-z]+)+)\p{Script=Han}{2}$/iu;
/** 河西那一带(街道、医院、夜市): the place, then kinds of things there; 柳桥地块(柳桥新村、柳桥小区) lists names. */
const PLACE = /^(?<place>[^()]{2,}?)(?:[这那]一?[带片块]|一带)(?:儿|地方|地块|地|区域)?\([^()]+\)$/u;
/** 疾控(实验室、大楼、中心): kinds of things by the name. */
const KINDS = /^(?<name>[^()]{2,})\((?<kinds>[^()]*、[^()]*)\)$/u;
const WIDE = 0.03;

/** True when a thing in the row is told of so widely that it is a kind of things, not a name. */
function listsKinds({ lookup }: IntentContext, row: string): boolean {
  return row.split('、').some((kind) => {
    const find = compileExact(kind);
    return lookup.measures.filter((unit) => find(unit) !== null).length > lookup.measures.length * WIDE;
  });
}

/** 上过人民日报: the verb in front of the first of several names. */
const LEAD_VERB = /^\p{Script=Han}{1,2}[过了着到](?=\p{Script=Han}{2})/u;
const QUOTED = /[“"「『《]([^“”"「」『』《》]+)[”"」』》]/gu;

/** The phrase whole where a measure prints it, else what it lists: 柳桥地块(柳桥新村、柳桥小区), 小学、中学、幼儿园. */
export function readPhrases(context: IntentContext, phrase: string, known: Known): string[] {
  const inner = phrase.replace(VERB_INSIDE, '');
  const focus =
    FOCUS.exec(inner)?.groups?.['words'] ??
    PLACE.exec(inner)?.groups?.['place'] ??
    CODE.exec(inner)?.groups?.['code'] ??
    '';
  if (known(context, focus)) return [focus];
  const either = EITHER.test(context.question.text);
  if (!either && known(context, unquote(inner))) return [unquote(inner)];
  const kinds = KINDS.exec(inner)?.groups;
  if (kinds !== undefined && known(context, kinds['name'] ?? '') && listsKinds(context, kinds['kinds'] ?? ''))
    return [kinds['name'] ?? ''];
  const quoted = [...inner.matchAll(QUOTED)].map((match) => match[1] ?? '');
  if (quoted.length > 0) {
    const beside = quoted.length < 2 ? [] : inner.replace(QUOTED, '、').split(JOINED);
    return [...quoted, ...beside].filter((words) => words.length >= 2 && known(context, words));
  }
  const parts = splitAtBrackets(inner, (name) => isPrinted(context, name))
    .flatMap((piece) => (!either && known(context, piece) ? [piece] : piece.split(JOINED)))
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= 2)
    .map((piece) => (known(context, piece) ? piece : piece.replace(LEAD_VERB, '')));
  const printed = parts.filter((piece) => known(context, piece));
  return printed.length === parts.length || (known === isMentioned && parts.length > 1) ? printed : [];
}

/** 国有(集体)房产 is one name; 柳桥地块(柳桥新村)拆迁 names two things. */
const INSIDE_NAME = /(?<=\p{Script=Han}{2})\((?<inside>[^()、]{1,6})\)(?=\p{Script=Han}{2})/gu;

function splitAtBrackets(words: string, isKnown: (name: string) => boolean): string[] {
  const kept = words.replace(INSIDE_NAME, (brackets: string, inside: string, at: number) =>
    isKnown(words.slice(at - 2, at + brackets.length + 2)) ? `\ue200${inside}\ue201` : brackets,
  );
  return kept.split(/[()]/u).map((piece) => piece.replace('\ue200', '(').replace('\ue201', ')'));
}

/** Of the words last asked about, by bulletin: a message is read in many ways, each with the same words. */
const knownWords = rememberEach(({ measures }: UnitLookup, source: string) => {
  const printed = rememberRecent<boolean>(MOST_WORDS);
  const mentioned = rememberRecent<boolean>(MOST_WORDS);
  return {
    isPrinted: (words: string) =>
      printed(words, () => {
        const find = compileExact(words);
        return measures.some((unit) => find(unit) !== null);
      }),
    isMentioned: (words: string) =>
      mentioned(words, () => findMentions(measures, source, [words], false).length > 0),
  };
});
const MOST_WORDS = 300;

export function isPrinted({ lookup, bulletin }: IntentContext, words: string): boolean {
  return words.length >= 2 && knownWords(lookup, bulletin.source).isPrinted(words);
}

export function isMentioned({ lookup, bulletin }: IntentContext, words: string): boolean {
  return words.length >= 2 && knownWords(lookup, bulletin.source).isMentioned(words);
}

function unquote(words: string): string {
  return words.replace(/[“”"「」『』《》]/gu, '').trim();
}
