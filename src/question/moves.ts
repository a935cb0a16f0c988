// 下一条, 原文, 更多, 展开第二个, 这个问题还有哪些措施 → where to in what was shown
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';
import type { Navigation } from './question.ts';
import type { Turn } from './turn.ts';

const N = `[\\d${NUMERAL_CHARACTERS}]{1,3}`;
const PLEASE =
  '(?:那|再|接着|麻烦|请|调出|调取|显示|帮我|给我|把|看一下|看下|看|往|翻到|翻|跳到|到|说说|念|来)*';
const END = '[?。!]*$';
/** What is asked of a row as such: 呢, 讲的什么, 说了啥, 的内容是什么, 怎么写的. */
const AS_SUCH =
  '(?:呢|(?:又|都)?(?:是|讲|说|写|做|提)(?:的|了|到)?(?:是)?(?:个)?(?:些)?(?:什么|啥|谁)|的?(?:具体)?内容(?:是(?:什么|啥))?|怎么(?:说|写|讲)的|(?:给我|也|再)?(?:看看|看一下|看下)|发我|吧|一下)*';
const stepTo = (direction: string): RegExp =>
  new RegExp(
    `^${PLEASE}${direction}(?:面|边)?的?(?:一|1|那)?(?:条|个|项)(?:措施|举措)?${AS_SUCH}${END}`,
    'u',
  );

type Move = 'next' | 'previous' | 'full' | 'brief' | 'more' | 'siblings';

const MOVES: readonly (readonly [RegExp, Move])[] = [
  [stepTo('(?:上|前)'), 'previous'], // 上一条, 往前一条说的啥
  [stepTo('(?:下|后)'), 'next'], // 再下一条, 下一条讲的什么
  [
    /^(?:把|看|给我|帮我|发|贴|念|要|显示|请|附上?|下|一|它的|该条|这段|[这那][两三几]?[条项个]|的|全部|完整|再|那|来)*(?:原文|原话|全文|完整内容|原句|原来怎么写的|展开|全部内容)(?:呢|看看|发我|发一下|发过来|给我|一下|吧|贴出来|贴上来|贴|念|一遍|念给我听|调出来|是(?:什么|啥)|怎么(?:写|说)的)*[?。!]*$/u,
    'full',
  ], // 原文
  [
    /^(?:(?:你|这|也|能不能|能|可以|请|给我|再|还是|有点|了|吧|嘛|吗|呗|我)*(?:太(?:长|啰嗦|绕|复杂)|(?:(?:说|讲|写|用|换)(?:得|成)?)?(?:简单|简短|简洁|精简|短|明白|通俗|直白|人话|大白话|白话|一句话)(?:一?点|一?些|一下)?(?:儿)?(?:概括|回答)?|[没看听]不?[看听]?[懂明]白?|再说一遍|长话短说|说重点|挑重点|直接说结论)(?:了|吧|嘛|呗|呢|啊|说|讲)*(?![了吧嘛呗]|[说讲](?!得|成|重点))[,。!?]*)+$/u,
    'brief',
  ], // 太长了短点, 说人话
  [
    /^(?:更多|继续(?:列|说|看)?|(?:接着|继续)?(?:往下|接着)(?:说|列|看|念)?|下一页|全部列出来|都列出来|再(?:来|列)(?:几条|几个|一些))[?。!]*$/u,
    'more',
  ], // 更多
  [
    /^(?:那)?(?:这|该|同|那)(?:一)?个?问题(?:的|名下|底下|下面|下|里)?(?:还|一共|总共|都)?(?:有)?(?:哪些|哪几|几条|什么(?:措施|举措)|多少(?:条|措施|举措)|其他|其它|别的)/u,
    'siblings',
  ], // 这个问题还有哪些措施
  [
    /^(?:那|它|他)?(?:的)?(?:底下|下面|名下|项下|下头|对应|相应|针对(?:它|这个|这个问题|此问题))(?:的)?(?:(?:都|一共|总共|又|还)*(?:有|是)?(?:哪些|哪几条?|几条|多少条|什么|啥)(?:整改)?(?:措施|举措)|(?:整改)?(?:措施|举措)(?:都|一共|总共|分别)*(?:有|是)?(?:哪些|哪几条?|几条|多少条|什么|啥))(?:[,，]|呢|都|一下|列出来|列一下|列一列|报一下)*[?。!]*$/u,
    'siblings',
  ], // 底下几条措施,列出来
  [
    /^(?:那|除了(?:这|那)条?,?)*(?:还有|另外|其他|别的)(?:有)?(?:哪些|哪几条|什么|别的|其他|其它)?(?:整改)?(?:措施|举措)(?:呢|吗|没有?|列一下|列出来)*[?。!]*$/u,
    'siblings',
  ], // 还有别的措施吗
];
const OPENING = '(?:那|里面|里头|其中|这里面|这里头|展开|看|打开|说说|讲讲|把|单独|再)*';
/** What is asked of a row that is opened: 详细说说, 是什么, 的情况. */
const OPENED =
  '(?:呢|具体|详细|展开|说说看?|讲讲|看看|(?:说|讲)(?:一下|详细点)|(?:讲|说|是)(?:的)?(?:什么|啥|谁|哪个|哪条)|是怎么回事|怎么(?:样|改的|说的)|的(?:详情|内容|情况|原文))*';
const ITEM = new RegExp(`^${OPENING}第?(?<n>${N})(?<of>个|项|条)?${OPENED}${END}`, 'u'); // 展开第二个
const ORDINAL = new RegExp(
  `^${OPENING}(?<which>头一|第一|最后一|最后那|最末一|末一|倒数第一)(?:个|项|条)(?:问题|措施|举措)?${OPENED}${END}`,
  'u',
); // 头一个问题是什么, 最后一个呢
/** Asks for the rest of a list where one is unfinished, else for what is left of the matter. */
const REST = /^(?:还有(?:呢|吗|没有)?|剩下的(?:呢)?|其余的?(?:呢)?|后面的(?:呢)?)[?。!]*$/u;

/**
 * Moving about in what was shown; null when the message is a question of its own. Without a previous turn the message
 * still moves, so that it is asked back rather than searched for.
 */
export function readNavigation(text: string, turn: Turn | null): Navigation | null {
  // A list is not told in one passage.
  const listed = (turn?.list.length ?? 0) > 1;
  for (const [pattern, to] of MOVES) if (pattern.test(text) && !(to === 'brief' && listed)) return { to };
  if (REST.test(text) && turn !== null && turn.list.length > turn.shown) return { to: 'more' };
  const ordinal = ORDINAL.exec(text)?.groups?.['which'];
  if (ordinal !== undefined && turn !== null && turn.list.length > 1)
    return { to: 'item', item: /最|末|倒数/u.test(ordinal) ? turn.list.length : 1 };
  const item = ITEM.exec(text)?.groups;
  if (item === undefined) return null;
  const number = parseInteger(item['n'] ?? '');
  if (number === null || number < 1) return null;
  // 第12条 is a number of the bulletin.
  if (item['of'] === '条')
    return placeInList(item['n'] ?? '', turn) === null ? null : { to: 'item', item: number };
  const several = turn !== null && (turn.list.length > 1 || turn.units.length > 1);
  const opens = /^展开/u.test(text) && /第|[个项]/u.test(text);
  return opens || (several && /第|展开/u.test(text)) ? { to: 'item', item: number } : null;
}

/** 第二条, in words, after a list of at least two rows: its place there; null for a number of the bulletin. */
function placeInList(written: string, turn: Turn | null): number | null {
  const number = /\d/u.test(written) ? null : parseInteger(written);
  return turn !== null && turn.list.length > 1 && number !== null && number <= turn.list.length
    ? number
    : null;
}

/** 最后那条定了什么制度. */
const LAST_ROW = new RegExp(
  `^${OPENING}(?<text>(?:最后|末尾|最末)的?(?:那|一|那一)(?:个|项|条))(?!问题|措施|举措|整改)`,
  'u',
);
const ROW = new RegExp(
  `^${OPENING}(?<text>第(?<n>${N})(?<of>个|项|条))(?!问题|月|阶段|季度|批|轮|方面|部分)`,
  'u',
);

/** 第二条说详细点,长期参与的清掉几个: a row of the list last shown, of which more is asked; its words and its place. */
export function readRow(
  text: string,
  turn: Turn | null,
): { readonly text: string; readonly number: number } | null {
  if (turn === null || turn.list.length < 2) return null;
  const last = LAST_ROW.exec(text)?.groups?.['text'];
  if (last !== undefined) return { text: last, number: turn.list.length };
  const groups = ROW.exec(text)?.groups;
  if (groups === undefined) return null;
  const written = groups['n'] ?? '';
  const number = groups['of'] === '条' ? placeInList(written, turn) : parseInteger(written);
  return number === null || number < 1 || number > turn.list.length
    ? null
    : { text: groups['text'] ?? '', number };
}
