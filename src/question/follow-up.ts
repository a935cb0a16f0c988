// message + previous turn → units it points back to, or a new topic
import type { UnitId } from '../bulletin/bulletin.ts';
import type { SearchEngine } from '../search/engine.ts';
import { NUMERAL_CHARACTERS } from '../text/numerals.ts';
import { namesNothing } from './bare-words.ts';
import { completeEllipsis } from './ellipsis.ts';
import type { Turn } from './turn.ts';

const N = `[\\d${NUMERAL_CHARACTERS}]{1,3}`;
/** Words that point back: 它呢, 那责任单位是谁, 其中硕士呢, 没退的还有多少. */
const POINTS_BACK =
  /^(?:那(?!里|儿|些年)|那么|它|他们?|她|这(?:个|条|项|些|里|家|事)?(?!次)|其中|其他|其余|剩下|剩余|没|未|尚|仍|还(?:有|剩|差|缺)|另外|此外|同样|具体|为什么|为啥|原因|什么时候|啥时候|何时|哪一?[天日年月]|几[号月时]|谁|哪个(?:单位|部门|文件)|多少|几|怎么|责任单位|牵头|总投资|面积)|(?:它|其|该项目|这个项目|这件事|该案|这案子|这条|(?<!\p{L}{3})这个|上面|前者|后者|那个|[这那]批)|哪(?:一)?(?:个|类|种|项|处|家)[^,。?]{0,6}最[多少高低大小]|呢[?。!]*$|^哪(?:一)?(?:条|个|项)(?!措施|举措|问题|方面)[^,。?]{0,4}(?:没|未|还|已|完|正在)|^(?:又|共|一共|总共)?(?:查|揪|找|排查|发现|检查)出?(?:了|来)*(?:多少|几)/u;
const SWITCH =
  /^(?:那)?(?:换成|换到|换个|改成|改问|再问|再说说?|说说|另问|如果是).+?(?:的)?(?:呢|方面|情况)?(?:[,?。]|$)/u; // 换成教育的呢
const RETURN =
  /(?:再|又|那)?(?:(?:回到|刚才|刚刚|之前|前面|开头|最开始|一开始)(?:我)?(?:说的|问的|提到的|讲的)?)+/u; // 回到刚才那个官司
const REJECT =
  /^(?:哦|哎|啊|唉|呃)?,?(?:(?:不是(?:问)?(?:这个|这条|这件|它)?|不对|错了|[搞弄说打问]错了|我(?:问|说)的不是(?:这个|这条)?)[,。!]*)+/u; // 不是这个

const MEANT = /^我?(?:是)?(?:想)?(?:问|说|指|要|看)(?:的)?(?:是)?/u; // 我问的是, 我是说

/** 不对,我是说第97个问题 → 第97个问题. */
export function dropRejection(text: string): string {
  const rest = text.replace(REJECT, '');
  return rest === text ? text : rest.replace(MEANT, '');
}

export interface FollowUp {
  readonly about: readonly UnitId[];
  readonly previous: string | null;
  /** The message without the words that only point back or switch. */
  readonly text: string;
  /** True when the message points back in so many words; false when it is merely short. */
  readonly pointing: boolean;
  /** True when nothing but what the conversation is about can be meant: 他判了几年, 名单给我, 总投资多少. */
  readonly bound: boolean;
}

const NONE = { about: [], previous: null, pointing: false, bound: false };
/** 他, 这人, 这8家, 这些人: a pronoun for what was just spoken of. */
const PRONOUN =
  /^(?:那|那么)?(?:[它他她](?!们)|该)|(?:^|,|点一下|说说|把)(?:这|那)(?:[\d两俩几三四五]+|些|个|位)?(?:人|个人|(?:家|个|名|位|处|户|件|栋|笔)(?=$|[的叫是有在都分名里中怎谁什哪多,?。]|具体|又))(?!呢)|^(?:那|这)?(?:俩|[两三几])(?:个|家|位|处|项|条|人|者)?(?:加起来|加一起|一共|总共|合计|分别|各自|都|各)|(?:那|这)(?:个|位)(?:人)?(?:又)?(?:是|叫|姓)(?:谁|啥|什么)|^(?:都|分别)?叫(?:什么|啥)/u;
/** 其中党员几个, 那没入库的呢: a part of what was just told. */
const OF_THE_TOLD =
  /^(?:那)?其中[^,。?]{1,8}(?:多少|几|谁)[^,。?]{0,2}[?。!]*$|^(?:那)?没[^,。?]{1,4}的呢?[?。!]*$/u;
/** A message of so few content terms may well lean on what was said before. */
const SHORT = 5;

/**
 * Decides whether the message leans on the previous turn: it points back (它呢, 没退的还有多少), it is short (培训分几期), or
 * the units of that turn know its words as well as others do. Ranking then prefers those units, so that a new topic still wins.
 */
export function resolveFollowUp(
  text: string,
  turn: Turn | null,
  quoted: readonly UnitId[],
  engine: SearchEngine,
): FollowUp {
  const previous = turn?.question ?? null;
  if (quoted.length > 0) {
    const bound = namesNothing(text) || PRONOUN.test(text);
    return { about: quoted, previous, text, pointing: true, bound };
  }
  if (turn === null || (turn.units.length === 0 && turn.history.length === 0)) return { ...NONE, text };
  if (REJECT.test(text)) {
    const noun = dropRejection(text);
    if (noun === '') return { ...NONE, text };
    // 我问的是面积: something else of the same matter.
    if (namesNothing(noun))
      return { about: turn.units, previous: turn.question, text: noun, pointing: true, bound: true };
    // 我问巡察那个: the last question, asked of another thing.
    return { ...NONE, text: noun, previous: swapsSubject(noun, turn) ? turn.question : null };
  }
  const switched = SWITCH.exec(text);
  if (switched !== null) {
    const noun = text.replace(/^(?:那)?(?:换成|换到|换个|改成|改问|再问|如果是)/u, '');
    return swapsSubject(noun, turn)
      ? { about: turn.units, previous: turn.question, text: noun, pointing: false, bound: false }
      : { ...NONE, text: noun };
  }
  if (RETURN.test(text)) {
    const place = recallPlace(text, turn);
    if (place !== null) return place;
    const rest = text.replace(RETURN, '').replace(/^(?:的|那个|那件|那)+/u, '');
    const units = recallUnits(rest, turn, engine);
    if (units.length > 0) return { about: units, previous: null, text: rest, pointing: true, bound: false };
  }
  if (turn.units.length === 0) return { ...NONE, text };
  const bound =
    namesNothing(text) ||
    PRONOUN.test(text) ||
    OF_THE_TOLD.test(text) ||
    isNextInRow(
      text,
      [turn.question, ...turn.history.slice(0, 2).map(({ question }) => question)].join('\n'),
    );
  const pointing = bound || POINTS_BACK.test(text);
  const leans = pointing || countTerms(text, engine) <= SHORT || leansOn(text, turn, engine);
  if (!leans) return { ...NONE, text };
  return { about: turn.units, previous: turn.question, text, pointing, bound };
}

/** 我问巡察那个, 换成教育的呢: a noun that takes over what was asked last. */
function swapsSubject(noun: string, { question }: Turn): boolean {
  return completeEllipsis(noun, question) !== null;
}

/** 最开始问的那个, 刚才那个: a place in the conversation and no words of the matter. */
const BY_PLACE =
  /^(?:那|再)?(?:回到|说回|再说|看)*(?<place>最开始|一开始|最早|开头|第一个问题|刚才|刚刚|之前|前面|上一个问题|上个问题)(?:我)?(?:问|说|提到|讲)?(?:过)?(?:的)?(?:那|第一)?(?:个|件事?|条|题|问题)?(?:的)?(?<rest>.*)$/u;
const PLACES_ONLY = 2;

function recallPlace(text: string, turn: Turn): FollowUp | null {
  const groups = BY_PLACE.exec(text)?.groups;
  const rest = groups?.['rest'] ?? '';
  const words = rest.replace(/^[,、是]/u, '');
  const first = /最|开头|一开始|第一/u.test(groups?.['place'] ?? '');
  if (groups === undefined || (!first && words.length > PLACES_ONLY)) return null;
  const past = first ? turn.history.at(-1) : turn.history[0];
  if (past === undefined || past.units.length === 0) return null;
  const asks = words.length > PLACES_ONLY;
  return {
    about: past.units,
    previous: past.question,
    text: asks ? words : past.question,
    pointing: true,
    bound: asks,
  };
}

/** 第三轮呢 after 第二轮: another of the same row. */
function isNextInRow(text: string, previous: string): boolean {
  const counter = new RegExp(`^(?:那)?第${N}(?<counter>[\\p{L}]{1,2}?)(?:的)?(?:呢)?[?。]*$`, 'u').exec(text)
    ?.groups?.['counter'];
  return counter !== undefined && new RegExp(`第${N}${counter}`, 'u').test(previous);
}

function countTerms(text: string, engine: SearchEngine): number {
  return new Set(engine.tokenize(text, { dropStopwords: true }).filter((term) => !term.startsWith('#'))).size;
}

/** True when the turn's units know the message about as well as the best unit of the bulletin. */
function leansOn(text: string, turn: Turn, engine: SearchEngine): boolean {
  const [best] = engine.rank(text, { limit: 1 });
  const [own] = engine.rank(text, { limit: 1, within: new Set(turn.units) });
  return own !== undefined && (best === undefined || own.coverage >= best.coverage * 0.8);
}

/** The turn of the conversation that knows the message best. */
function recallUnits(text: string, turn: Turn, engine: SearchEngine): readonly UnitId[] {
  const turns = [{ question: turn.question, units: turn.units }, ...turn.history];
  const all = new Set(turns.flatMap((one) => one.units));
  const [best] = engine.rank(text, { limit: 1, within: all });
  const found = turns.find((one) => best !== undefined && one.units.includes(best.unit));
  return found?.units ?? turn.history[0]?.units ?? turn.units;
}
