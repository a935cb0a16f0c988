// what the asker takes for granted (判了无期, 败诉, 停建, 百分百搬完了) ↔ what the unit that came closest states → the contradiction
import { readPairs } from '../search/ask-kinds.ts';
import { findAmounts } from '../text/amounts.ts';
import { foldWidth } from '../text/width.ts';

/** Words that assert an outcome; `held`: words of a unit in which it may be true; `against`: words that deny it. */
interface Premise {
  readonly name: string;
  readonly asserted: RegExp;
  readonly held?: RegExp;
  readonly against?: RegExp;
}

const PREMISES: readonly Premise[] = [
  {
    name: '法院已经判了输赢',
    asserted: /胜诉|败诉|[打赢输](?:赢|了官司)|终审|二审/u,
    held: /胜诉|败诉|终审|二审/u,
  }, // 终审我方败诉,赔了多少
  { name: '判了无期或死刑', asserted: /无期|死刑|死缓|缓刑/u, held: /无期|死刑|死缓|缓刑/u },
  { name: '判了刑', asserted: /被判刑|判了刑|坐了?牢|刑满/u, held: /判处|判刑|徒刑/u },
  { name: '合并', asserted: /合并(?:成|为|以?后|了)/u, held: /合并(?!调查)|并入/u },
  { name: '解散或撤销', asserted: /解散|撤销(?!处分|星级)|裁撤/u, held: /解散|撤销|撤并|裁撤|注销|撤/u },
  { name: '倒闭', asserted: /倒闭|破产|跑路/u, held: /倒闭|破产|注销|关闭/u },
  {
    name: '关停',
    asserted:
      /^(?!.*(?:重新|恢复|重开|[又再]开))[^]*(?:关停|停业|歇业|关门(?!开|学|念|听|研|讨|议|部署|检讨|整|思|商|会))/u, // 关门念文件 shuts nothing down
    held: /关停|关闭|停业|停|取缔|闲置|注销/u,
    against: /全部(?:正常)?(?:营业|运营|开业)/u,
  },
  { name: '停建或烂尾', asserted: /停建|烂尾|停工|下马/u, held: /停建|停工|烂尾|停滞|暂停|延期|滞后/u },
  { name: '作废', asserted: /作废|废止/u, held: /作废|废止|取消|废除/u },
  {
    name: '继续沿用',
    asserted: /继续沿用|决定沿用|照旧沿用|决定保留/u,
    held: /沿用|保留|继续(?:执行|使用)/u,
  },
  {
    name: '下降',
    asserted:
      /(?:下滑|下跌|负增长|下降|减少)[^。]{0,10}(?:原因|为什么|为何|为啥|怎么回事)|(?:为什么|为何|为啥)[^。]{0,16}(?:下滑|下跌|下降)/u,
    held: /下滑|下跌|下降|减少|负增长|回落/u,
  },
  {
    name: '一个也没有',
    asserted: /(?:一[家个户条件处]|全)都没|没有一[家个户条件处]|还是一[家个]/u,
    against: /(?:已|均|都|已经)?全部(?:正常|完成|到位|整改)|均已|100%/u,
  },
  {
    // 超编拖到现在没解决,卡在哪个环节
    name: '还没有解决',
    asserted:
      /(?:拖到(?:现在|今天)|至今|到现在|一直|迟迟|始终)(?:都|也|还|仍)?(?:没有?|未)(?:能)?[^,。]{0,4}(?:解决|整改|落实|完成|到位|办好|办成|处理|建成|开工|动工|拆|退|收回)[^。]*(?:哪|谁|什么|啥|怎么|为何|原因)|卡在(?:了)?(?:哪|什么)/u,
    against:
      /^(?![^]*(?:尚未|正在|暂未|暂无|暂时|剩余|下一步|推进中|待))[^]*(?:已|均|全部)(?:全部|经|整改)*(?:完成|解决|到位|开工|动工|清退|收回|拆除)/u,
  },
  {
    name: '可以',
    asserted: /(?:论证|鉴定|评估|认定)(?:说|认为|结果|结论)?[^,。不没]{0,20}(?:可以|能够?|安全|合格|符合)/u,
    against: /不建议|不宜|不符合|不合格|不能|不具备/u,
  },
];

/** The premise the unit does not bear out; null when nothing is taken for granted or all of it stands there. */
export function findFalsePremise(
  question: string,
  unit: string,
  finished: boolean,
  passage = '',
): string | null {
  const text = foldWidth(unit);
  const denied = findDenied(question, foldWidth(passage));
  if (denied !== null) return denied;
  const premise = PREMISES.find(
    ({ asserted, held, against }) =>
      asserted.test(question.replace(BEFORE, ' ')) &&
      !ASKED.test(question) &&
      ((held !== undefined && !held.test(text)) || (against !== undefined && against.test(text))),
  );
  if (premise !== undefined) return premise.name;
  const change = CHANGED.exec(question)?.[0];
  if (change !== undefined && !statesBoth(change, text)) return change;
  if (!finished && DAY_OF_ALL.test(question) && !/100%|全部/u.test(foldWidth(passage))) return '全部完成';
  return !finished && ALL_DONE.test(question) && !PLANNED.test(question) ? '全部完成' : null;
}

/** 暂未发现存在新增违规发放津补贴问题, 未发现虚假整改 */
const NOT_FOUND = /(?:未|没有?)(?:再|能)?发现(?:存在|有)?(?<what>[^,。;]{2,30})/gu;
/** 查出哪几家新增违规, 新揪出来的加起来多少万: something was found, says the question. */
const SAYS_FOUND =
  /(?:查|揪|找|翻|挖|抓|排查|检查|自查)(?:出|到)(?:来)?[^,。?]*(?:哪|谁|多少(?:钱|万|元|亿))|(?:发现|新增|冒出)(?:了|来)?[^,。?]*(?:哪|谁)/u;
const LEAST_SHARED = 2;
/** 其他违规兼职: besides those known. */
const FURTHER = /^(?:新增|新的|其[他它]|别的)/u;
const ASKS_FURTHER = /新|其[他它]|别的|另外|还有/u;

/** What the question says was found and the passage says was not. */
function findDenied(question: string, passage: string): string | null {
  if (!SAYS_FOUND.test(question) || ASKED.test(question)) return null;
  const asked = readPairs(question);
  const denied = Array.from(passage.matchAll(NOT_FOUND), ({ groups }) => groups?.['what'] ?? '');
  const shared = (what: string): number => [...readPairs(what)].filter((pair) => asked.has(pair)).length;
  const isDenied = (what: string): boolean =>
    FURTHER.test(what) ? ASKS_FURTHER.test(question) && shared(what) > 0 : shared(what) >= LEAST_SHARED;
  return denied.some(isDenied) ? '查出了' : null;
}

/** 从1.5亿元压减到8000万元: both figures are taken for granted. */
const CHANGED =
  /[从由][^,。]{0,4}\d[^,。]{0,8}(?:减|降|缩|压|增|加|涨|升|提高|扩|变|改|调)[^,。\d]{0,4}[到至为成]了?\d[\d.]*(?:万|亿)?(?:元|平方米|户|人|个|家|%)?/u;

function statesBoth(change: string, unit: string): boolean {
  const stated = findAmounts(unit);
  return findAmounts(change).every(({ value }) => stated.some((amount) => amount.value === value));
}

/** 以前老关门: how it was says nothing about how it ended. */
const BEFORE = /(?:以前|从前|原来|原先|过去|早先|当初)[^,。?!]{0,12}/gu;
/** 有没有关停, 是不是败诉了 ask whether it is so. */
const ASKED = /有没有|是不是|是否|会不会|吗[?]?$|没有[?]?$/u;
/** 楼顶违建全部拆完花了多少: finished, says a question that goes on to ask something else. */
const ALL_DONE =
  /(?:百分百|百分之百|100%|全部|全都)(?:都)?(?:已经|已)?[^,。吗没未]{0,3}[\u4e00-\u9fff](?:完|好|光|清)(?:了|以?后)?[,]?[^。]{0,14}(?:谁|哪|多少|几|什么|怎么)/u;
/** 是哪天全部收回来的, 哪天百分百搬完的 */
const DAY_OF_ALL =
  /(?:哪一?[天年月日]|什么时候|啥时候|何时|几号)[^,。?]{0,8}(?:百分百|百分之百|100%|全部|全都)[^,。?]{0,4}(?:[完好光清]|回来?|到位)了?的[?。]*$/u;
const PLANNED = /要花|还要|还得|需要?|预计|计划|打算|什么时候|何时|能|会|得多|哪[天年月]/u;
