// 下一步打算分成哪几项, 问题归在哪四个方面, 第四部分分几类 → the part whose headings are asked for, by its number or by what it is about
import type { Unit } from '../bulletin/bulletin.ts';
import type { IntentContext } from './intent.ts';
import { parseInteger } from '../text/numerals.ts';

const HOW_MANY = '(?:哪|几|多少)(?:几|些|[两三四五六七])?(?:个|大|小)*';
/** 分成哪几块, 讲了哪几点, 从哪些方面抓, 四个方面分别是什么. */
const ASKS = new RegExp(
  '(?:(?:划分|归纳|分|归|列|讲|写|说|谈|提|包括|包含|有|由|从|抓|下设|是)(?:了|出|成|为|有|的|是|都|又|到|在|开)*' +
    `|^)${HOW_MANY}(?<unit>块|项|点|条|类|种|方面|部分|节|板块|标题|小标题)(?:抓|推进|着手|入手|组成|构成)?` +
    '|[两三四五六七几](?:个|大)*(?<named>方面|部分|板块|块|点|项)(?:分别|各自?|具体|都)*(?:是|指|叫|有)(?:什么|啥|哪些?|哪几(?:个|项|点))',
  'u',
);
/** Units of what stands in a part beside its headings: its measures or sanctions. */
const COUNTS_ITEMS = /项|条|点/u;
/** 下一步的打算, 后续持续整改. */
const PLANS = /下一?步|今后|往后|接下来|后续|后面|打算|持续整改/u;
const PLAN_HEADING = /打算|下一步|今后|努力方向/u;
/** Words that say nothing of what a part holds. */
const PLAIN =
  /通报|公告|全部|所有|里头|里面|里|下面|底下|当中|中|上|这|那|内容|主要|总体|具体|分别|一共|总共|各自?|都|共|又|准备|打算|计划|安排|部署|思路|方向|将|会|要|怎么|如何|工作|持续|整改|继续|抓|推进|请|帮我|麻烦|总结|给我|列(?:出来?|一下|举)?|说(?:一下|说)?|什么|标题|小?标题|是|叫|的|了|呢|和|与|到|在|给|,|[?。!()、]|下一?步|今后|往后|接下来|后续|后面|应该?/gu;
/** What the problems of a bulletin and its measures are called. */
const PROBLEMS = /\d*[个条]?(?:反馈|指出|提出|查出)?的?(?:问题|措施|举措)|省委|巡视组?|反馈|整改/gu;
const SHORTEST_SHARED = 2;

/** The part whose headings are asked for, and nothing else; null for none. */
export function findPart(context: IntentContext): Unit | null {
  const { question, lookup, bulletin } = context;
  const { references, text } = question;
  const said = references.reduce((rest, { text: written }) => rest.replace(written, ''), text);
  const asks = ASKS.exec(said);
  if (asks === null || question.followUp) return null;
  const parts = bulletin.units.filter(
    (unit) => /^S[1-9]\d*\.0$/u.test(unit.id) && headingsUnder(context, unit).length > 1,
  );
  const named = references.flatMap(({ kind, units }) => (kind === 'section' ? units : []));
  if (references.length > 0 && (named.length !== 1 || references.length > 1)) return null;
  const rest = said.replace(asks[0], ' ');
  const unit = asks.groups?.['unit'] ?? asks.groups?.['named'] ?? '';
  const fitting = parts.filter((part) => {
    const items = lookup.within(part.id).some(({ kind }) => kind === 'measure' || kind === 'sanction');
    if (items && COUNTS_ITEMS.test(unit)) return false;
    if (named.length > 0) return named.includes(part.id) && saysNothing(rest, part);
    if (PLAN_HEADING.test(lineOf(part))) return PLANS.test(rest) && saysNothing(rest, part);
    // 问题分成哪几个方面: only problems stand in parts of that kind.
    return (
      unit === '方面' &&
      lookup.within(part.id).some(({ kind }) => kind === 'problem') &&
      /问题|措施|举措|^\s*[^\s]?\s*$/u.test(rest) &&
      saysNothing(rest.replace(PROBLEMS, ''), part)
    );
  });
  const [part, ...others] = fitting;
  if (part === undefined || others.length > 0) return null;
  // 分哪五个方面, 分几个方面 after another answer: not those of this part.
  const told = parseInteger(NUMBER.exec(asks[0])?.[0] ?? '');
  const alone =
    context.turn === null || references.length > 0 || /问题|措施|举措/u.test(rest) || PLANS.test(rest);
  return alone && (told === null || told === headingsUnder(context, part).length) ? part : null;
}

const NUMBER = /[两三四五六七](?=个|大|块|项|点|条|类|种|方面|部分|节|板块)/u;

/** Nothing but words of the part's own heading and words that say nothing. */
function saysNothing(rest: string, part: Unit): boolean {
  const heading = lineOf(part);
  return rest
    .split(/[,。?!()\s]/u)
    .every((piece) => withoutShared(piece, heading).replace(PLAIN, '').length < SHORTEST_SHARED);
}

/** The words without the runs of two characters and more that the heading prints. */
function withoutShared(words: string, heading: string): string {
  let left = '';
  for (let at = 0; at < words.length;) {
    let length = words.length - at;
    while (length >= SHORTEST_SHARED && !heading.includes(words.slice(at, at + length))) length -= 1;
    if (length < SHORTEST_SHARED) left += words.charAt(at);
    at += Math.max(1, length >= SHORTEST_SHARED ? length : 1);
  }
  return left;
}

function headingsUnder({ lookup }: IntentContext, part: Unit): Unit[] {
  return lookup
    .within(part.id)
    .filter(({ id, kind, parent }) => parent === part.id && (kind === 'section' || /^D\d+\.0$/u.test(id)));
}

function lineOf({ text }: Unit): string {
  return text.split('\n')[0]?.trim() ?? '';
}
