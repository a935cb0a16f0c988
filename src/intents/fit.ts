import type { RankedUnit } from '../search/engine.ts';
import { NUMERAL_CHARACTERS } from '../text/numerals.ts';
import { rememberEach } from '../text/remember.ts';
import type { IntentContext } from './intent.ts';
import { measureAsking, type Asking } from './asking.ts';
import { readAskingPart } from './asking-part.ts';
import type { Passage } from './passage.ts';

/** How well a passage meets the question; every share is of the weight of its content words, 0…1. */
export interface Fit extends Asking {
  /** Share that stands literally in the unit and is rare or long: the asker speaks its language. */
  readonly named: number;
  /** Content words of the question nothing around the passage knows, heaviest first. */
  readonly missing: readonly string[];
  /** Share of the missing words. */
  readonly missingShare: number;
  /** Share of the missing words that stand elsewhere in the bulletin: the passage is about something else. */
  readonly elsewhere: number;
  /** Share of the missing words that neither the bulletin nor any everyday wording knows. */
  readonly nowhere: number;
  /** Missing share of the words right around the question word: the attribute asked for. */
  readonly focusMissing: number;
  /** How many content words there are: 1 for eight and more. */
  readonly length: number;
  /** Most similar everyday wording of the unit. */
  readonly wording: number;
  /** Share of the question's terms known to the unit, its wordings or its heading. */
  readonly known: number;
  /** How well the passage holds the kind of words asked for. */
  readonly typed: number;
  /** Share of the question's terms found literally in the passage and its sentence. */
  readonly literal: number;
  /** Share of the question's single characters met around the passage, by weight. */
  readonly letters: number;
  /** Length of the question: 1 for thirty characters. */
  readonly characters: number;
}

/** Words of asking: 啥原因 asks for a reason in so many words, and no passage need hold them. */
const QUESTION_WORD =
  /多少|几|什么|哪|谁|怎|咋|啥|如何|是否|有没有|一共|总共|拢共|统共|^(?:原因|缘由|缘故|全称|全名)$/u;
/** Verbs of progress and words of time: said of anything, so their absence says nothing. */
export const SAID_OF_ANYTHING =
  /^(?:推进|解决|开始|行动|进行|开展|处理|整改|办理|完成|结束|动工|开工|盖好|盖完|建成|建好|建设|使用|用上|启用|投用|落实|实施|今年|以后|最后|最终|进展|结果|主要|措施|问题|工作|项目|通报|文件|内容|改造|改建|出来|做完|弄完|搞定|打算|准备|安排|一起|升级|提升|新入|给予|推动|负责|涉及|成绩|变化|成效|效果|弄得|治得|办得|改得|地方|办法|法子|招数|方法|方式|途径|介绍|概括|总结|小结|做个|一捋|直接|出处|手里|手上|[增涨降]幅|幅度|结案|办结|了结|完结|修好|收尾|分别|各自)$/u;
/** Words that only hold a sentence together, cut in two characters: 那块地, 没有, 实际, 不知道. */
const HOLDS_TOGETHER =
  /^(?:没有|一家|[那这][块个些天场位两事件回次]|实际|前后|办到|是从|得出|不知|还要|还差|还剩|[一两三]个|一[些场次起直条份句张封笔批]|就行|如下|大家|有人|当[时年]|[上下]头|同时|[拿领得收接]到|[区市县省]里|[去上往]年|同期|多大|最[早晚]|引来|两[边头方]|以[来前]|之[前后间]|阵子|那阵|原本|本来|急用|急等|[咱俺我]们?区|做成|办成|弄成|没[整弄办做搞改]|来着|这么[久多大长高]|那么|专门|具体|就是|体现|因为|各[占搬花投罚拆完收])$/u;
/** 一百三十, 多条: a number as people say it is met by its value; it is not missing where its words are. */
const COUNTS_ONLY = new RegExp(
  `^(?:[${NUMERAL_CHARACTERS}百千万来多几]+|[多几两][条个家件项户处位名人次])$`,
  'u',
);
/** 去年看到说…, 我还以为又是不了了之: how the asker came to ask. */
const MUSING =
  /(?:我|咱|大家)?(?:还|一直|本来|原本|原)以为[^,。]{0,20}[,。]|(?:去年|前年)[^,。]{0,3}(?:看到|看见|听到|听人|听说)[说讲]?/gu;
/** 疾控大楼(实验室)投资多大: said beside the name, which the passage need not print. */
const ASIDE = /(?<=\p{Script=Han})\([^()]{1,10}\)(?=\p{Script=Han})/gu;
/** 进展到什么阶段, 建到什么程度, 哪个部门去约谈的: asks how far it got or for a body; a passage need not print the word. */
const WHICH_STAGE =
  /(?:[建办做改弄搞推干修整走查审]|进展|推进|进行|落实|整改|修复|施工|装修)?(?:到|得)了?(?:什么|啥|哪(?:一)?个?)(?:阶段|地步|程度|环节)|(?:什么|啥|哪(?:一)?个?)(?:阶段|地步|程度|环节|(?:部门|单位|机构)(?=[来去]?[^的,。?!是有]))/gu;
/** 能不能告诉我 asks for nothing by itself. */
const POLITE = /(?:能不能|可不可以|能否|可以)(?:请你?)?(?:告诉|讲给|说给)(?:一下|下)?我?(?:一下|下)?/u;
/** Below this rarity a word that stands in the unit says little about it. */
const RARE = 4.5;

/** The half of the measuring that looks at the question alone. */
interface Asked {
  /** The clauses that ask. */
  readonly asking: string;
  /** Content words. */
  readonly words: readonly string[];
  /** Content words right around the question words. */
  readonly focus: readonly string[];
  /** Single characters. */
  readonly letters: readonly string[];
}

/** Read once a message, however many passages are judged. */
const readAsked = rememberEach(({ engine, question, bulletin }: IntentContext): Asked => {
  const told = question.text.replace(MUSING, '').replace(ASIDE, '').replace(WHICH_STAGE, ' ');
  const words = [...new Set(engine.tokenize(told, { dropStopwords: true, wordsOnly: true }))].filter(
    (word) =>
      !QUESTION_WORD.test(word) &&
      !SAID_OF_ANYTHING.test(word) &&
      !HOLDS_TOGETHER.test(word) &&
      !/^\d|^[个家人件条次些][里中上的内]?|[的了着过吗呢]$/u.test(word) &&
      !bulletin.meta.title.includes(word),
  );
  const terms = engine.tokenize(question.text, { dropStopwords: true, unigrams: true });
  return {
    asking: readAskingPart(told.replace(POLITE, '')),
    words,
    focus: readFocus(question.text, words),
    letters: [...new Set(terms)].filter((term) => term.length === 1),
  };
});

/** A passage is found for one message: what was measured stays with it. */
const measurePassage = rememberEach((best: Passage, context: IntentContext, top: RankedUnit): Fit => {
  const { engine, lookup, bulletin } = context;
  const { asking, words, focus, letters } = readAsked(context);
  const near = engine.termsNear(best.unit, best.span);
  const text = lookup.get(best.unit)?.text ?? '';
  const named = words.filter((word) => text.includes(word) && (word.length >= 3 || engine.idf(word) > RARE));
  const attributes = words.filter((word) => !named.includes(word));
  const inNear = (term: string): boolean => near.has(engine.numberOf(term) ?? -1);
  const knows = (word: string): boolean => {
    const terms = engine.tokenize(word, {});
    const concepts = terms.filter((term) => term.startsWith('#'));
    const pieces = terms.filter((term) => !term.startsWith('#'));
    return (
      concepts.some(inNear) ||
      (pieces.length > 0 && pieces.filter(inNear).length / pieces.length >= 0.5) ||
      isPrintedApart(text, word)
    );
  };
  const weigh = (list: readonly string[]): number =>
    list.reduce((sum, word) => sum + Math.max(2, engine.idf(word)), 0);
  const missing = attributes
    .filter((word) => !COUNTS_ONLY.test(word) && !knows(word))
    .sort((a, b) => weigh([b]) - weigh([a]));
  const total = weigh(words) || 1;
  const stated = missing.filter((word) => bulletin.source.includes(word));
  return {
    named: weigh(named) / total,
    missing,
    missingShare: weigh(missing) / total,
    elsewhere: weigh(stated) / total,
    nowhere: weigh(missing.filter((word) => !stated.includes(word) && !engine.knows(word))) / total,
    focusMissing: shareMissing(focus, named, missing, weigh),
    length: Math.min(words.length, LONG) / LONG,
    wording: top.lines[0]?.similarity ?? 0,
    known: top.known,
    typed: best.typed,
    literal: best.share,
    letters: shareOfLetters(engine, letters, inNear),
    characters: asking.length / USUAL_LENGTH,
    ...measureAsking(context, asking, best),
  };
});

export function measureFit(context: IntentContext, top: RankedUnit, best: Passage): Fit {
  return measurePassage(best, context, top);
}

/** 省市 of 「省、市首店5家」: two characters with hardly anything between them. */
function isPrintedApart(text: string, word: string): boolean {
  const [first = '', second = '', ...more] = word;
  return (
    second !== '' &&
    more.length === 0 &&
    /^\p{Script=Han}+$/u.test(word) &&
    BETWEEN.some((mark) => text.includes(first + mark + second))
  );
}

const BETWEEN = Array.from('、,，和与及');

/** The question's single characters known around the passage, by their weight. */
function shareOfLetters(
  { idf }: IntentContext['engine'],
  letters: readonly string[],
  inNear: (term: string) => boolean,
): number {
  const weigh = (list: readonly string[]): number =>
    list.reduce((sum, letter) => sum + (idf(letter) || RAREST_LETTER), 0);
  return weigh(letters.filter(inNear)) / (weigh(letters) || 1);
}

const RAREST_LETTER = 2;
const USUAL_LENGTH = 30;

const LONG = 8;
const ASK_WORD =
  /多少|(?<!哪|这|那|好)几|什么|啥|哪|谁|怎|咋|为何|何时|多大|多高|多长|吗|没有?[?？]*$|是否/gu;
/** How far from the question word its attribute stands: 由哪家单位承担设计, 旁边有几个车位. */
const FOCUS_REACH = 6;

/** Content words of the clause around the question words. */
function readFocus(text: string, words: readonly string[]): string[] {
  const windows = Array.from(text.matchAll(ASK_WORD), (match): [number, number] => {
    const clauseStart = Math.max(text.lastIndexOf(',', match.index), text.lastIndexOf('。', match.index)) + 1;
    const clauseEnd = text.indexOf(',', match.index);
    return [
      Math.max(clauseStart, match.index - FOCUS_REACH),
      Math.min(clauseEnd < 0 ? text.length : clauseEnd, match.index + match[0].length + FOCUS_REACH),
    ];
  });
  return words.filter((word) => {
    const at = text.indexOf(word);
    return windows.some(([from, to]) => at < to && from < at + word.length);
  });
}

function shareMissing(
  focus: readonly string[],
  named: readonly string[],
  missing: readonly string[],
  weigh: (words: readonly string[]) => number,
): number {
  const attributes = focus.filter((word) => !named.includes(word));
  if (attributes.length === 0) return 0;
  return weigh(attributes.filter((word) => missing.includes(word))) / weigh(attributes);
}
