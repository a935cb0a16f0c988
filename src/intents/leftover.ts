import type { IntentContext } from './intent.ts';

/** Words that ask for a unit as such: 第148条*讲什么*, *内容*发我, *完成*了吗. */
const GENERIC =
  /\(\d{1,3}\)|[打翻]开|翻到|[发来给要复]制?一份|念一?[下遍]|逐字|原原本本|完完整整|一字不[漏差改]|原话|原文|全文|引言|导语|前言|[两三几]段|几件事|内容|主要|讲的?|说的?|写的?|提到|是什么|什么|啥|哪些|完成|了没|没有|进展|进度|程度|情况|怎么样?|咋样|如何|状态|期限|时候|何时|整改|措施|举措|问题|通报|条|项|号|段|部分|发我|一下|看看|查|给我|请|告诉|展开|[调找翻拉拿贴念打发]?(?:出来|过来|打开)|[调找]出|调取|再?(?:说|讲)(?:得)?(?:详细|具体|清楚)一?点|详细|具体|介绍|解释|对应|落实|到位|到|的|了|吗|呢|吧|是|有|把|我|和|谁|在|那|还|剩|多少|最后|里面?|中|,|\?|。|《|》|:/gu;

/** Share of the message that is about something besides the unit numbers it names, 0 (nothing) … 1. */
export function leftoverShare({ question, engine }: IntentContext): number {
  let rest = question.text;
  for (const { text } of question.references) rest = rest.replace(text, ' ');
  rest = rest.replace(GENERIC, ' ').trim();
  if (rest.replace(/\s/gu, '').length <= 1) return 0;
  const terms = engine
    .tokenize(rest, { dropStopwords: true })
    .filter((term) => term.length > 1 && !term.startsWith('#'));
  return Math.min(1, terms.length / 3);
}
