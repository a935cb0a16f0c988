// 派驻机构呢 after 四种形态处理了多少人次 → 派驻机构多少人次: the last question's frame with another noun
import { ASK_WORDS } from './ask-words.ts';

/** 大气的呢, 那贸促会呢, 其中处级的, 马上就办那个, 只是谈话提醒的?: a noun and nothing asked. */
const NOUN_ONLY =
  /^(?:那么?|还有|其中|至于|只是|光是|单是)*(?<noun>[^,。?!]{1,18}?)(?:(?:的|那边|这边|方面|那块|这块|那个|这个|那边的|这块的)?呢|的|那个|那边|那块|方面)[?。!]*$/u;
/** Words that ask by themselves. */
const ASKS = new RegExp(
  `${ASK_WORDS}|为何|如何|是不是|是否|有没有|吗|原文|全文|下一|上一|更多|展开|责任|牵头|期限|进展|名单`,
  'u',
);
/** What a question asks for, with the word that counts it: 多少人次, 几年, 什么时候, 怎么处理的. */
const ASK =
  /(?:多少|几)(?:个百分点|平方米|公里|人次|批次|场次|个月|钱|[个家人名位件起宗条项处套栋户场次期批份艘根元亿万年天岁倍])?|百分之几|(?:什么|啥)时候|何时|几时|哪天|是谁|由谁|哪(?:个|家|些)(?:单位|部门|公司|机构|街道)|(?:怎么|如何|咋)(?:样|处理|处置|解决|整改|安排|招标|选)?的?|为什么|为啥|到(?:哪|什么|啥)(?:一步|程度|地步)了?/gu;
/** Words a noun may not consist of: they point at what is there already. */
const POINTER =
  /^(?:它|他们?|她|这(?:个|条|项|些|里)?|那(?:个|条|项|些|里)?|剩下|剩余|其余|其他|别|另外)的?$/u;

/** 实名举报办结后的满意率: the measure is asked for without a question word. */
const MEASURED =
  /(?:满意|办结|完成|整改|入驻|上座|合格|覆盖|达标|增长|开工|结案|化解)率|(?:总?投资|资金|罚没?|补偿|合同)额|(?:比例|占比|增幅|增速)(?=[?。!]*$)/u;

/** 完成率呢: a measure that is asked for itself. */
const RATE = /率$/u;

/** 弄好的呢, 剩下的呢: how many, whatever was asked before. */
const PARTICIPLE = /^(?:已经?)?[弄做办建盖改搞修拆退罚追收](?:好|完|成|掉|了)$|^没.{1,2}$/u;

/** 没物业的搞定几个了: what came of them is asked of the next ones too; 拆了的 says it itself. */
const DONE_ASK = /(?<done>(?:搞定|[弄做办改搞修][完好成]|整改|完成|收回|追回|拆除|拆|清退))了?(?:多少|几)/u;
const ENDED = /[了完掉没未过]|已/u;

/** 追缴了多少: money, without saying so. */
const OF_MONEY =
  /(?:追缴|收缴|上缴|退还|退赔|挪用|罚没?|赔偿?|花|拨付?|投资)(?:了|过|掉|出)?多少|[没未](?:退|缴|交)的(?:还)?(?:有|剩)?多少/u;

/** The message with the ask of `previous`; null when it asks something itself or names nothing. */
export function completeEllipsis(text: string, previous: string): string | null {
  const noun = NOUN_ONLY.exec(text)?.groups?.['noun'];
  if (noun === undefined || ASKS.test(noun) || RATE.test(noun) || POINTER.test(noun) || !/\p{L}/u.test(noun))
    return null;
  const ask =
    previous.match(ASK)?.at(-1) ??
    MEASURED.exec(previous)?.[0] ??
    (PARTICIPLE.test(noun) ? '多少' : undefined);
  if (ask === undefined) return null;
  const counted = ask === '多少' && OF_MONEY.test(previous) ? '多少钱' : ask;
  const done = ENDED.test(noun) ? '' : (DONE_ASK.exec(previous)?.groups?.['done'] ?? '');
  // 弄好几个 would ask nothing.
  return `${noun}${/^[\p{L}]+的$/u.test(text) || /[好哪这那]$/u.test(noun) ? '的' : ''}${done}${counted}`;
}

/** 其中没完成的, 做完的呢: where matters stand and nothing else. */
const STANDING_ONLY =
  /^(?:那|其中|里面|里头)*(?<which>还?(?:没有?|未|尚未)(?:完成|[做办弄改搞]完|办结|整改完?)|(?:已经?)?(?:完成|[做办弄改搞]完|办结)了?|(?:正|还)在(?:推进|办|整改)|长期坚持)的(?:呢)?[?。!]*$/u;

/** 其中没完成的, after a list: those of its rows; null for other messages. */
export function askForRows(text: string): string | null {
  const which = STANDING_ONLY.exec(text)?.groups?.['which'];
  return which === undefined ? null : `其中${which}的有哪些`;
}

/** 都叫啥, 分别叫什么名字, 名单给我一份, 是哪两位. */
const ASKS_NAMES =
  /^(?:那|它们|他们|这些)*(?:都|分别|各)?(?:叫(?:做)?(?:什么|啥)(?:名字|名称|名)?|(?:名字|姓名|名单)(?:呢|是什么|给我|发我|来|一份|列一下|列出来|有吗|有没有)*|(?:具体)?是?(?:谁|哪(?:[两几些三四五]|\d+)(?:个|位|名|人|家|处)?(?:人)?)(?:啊|呀|呢)?)[?。!]*$/u;
/** Things that were counted are asked which they are; persons only where a list of them is printed, of those punished. */
const COUNTS_THINGS = /(?:多少|几)(?:个(?!人)|家|处|条|项|座|所|栋|支|种|批|场)/u;
const COUNTS_PERSONS =
  /(?:干部|人员|同志|党员|职工|书记|主任|代表|教师|老师|医生|社工|[^,。]人)(?:一共|总共|共|有|是)*(?:多少|几)个?[?。!]*$/u;
const COUNTS_PUNISHED =
  /(?<=(?:诫勉|处分|警告|清退|降职|降薪|免职|组织处理)[^,。]{0,4})(?:多少|几)(?:个人?|人|名|位)/u;

/** 都叫啥 after 打造了几个夜市 → 打造了哪些夜市; null where nothing of a kind that has names was counted. */
export function askForNames(text: string, previous: string): string | null {
  if (!ASKS_NAMES.test(text)) return null;
  if (COUNTS_PUNISHED.test(previous)) return previous.replace(COUNTS_PUNISHED, '哪些人');
  if (COUNTS_PERSONS.test(previous)) return null;
  return COUNTS_THINGS.test(previous) ? previous.replace(COUNTS_THINGS, '哪些') : null;
}
