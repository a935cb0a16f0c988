// 柳桥街道的朋友问,哪几条写着他们街道 → words that point back to a name of the same message, replaced by the name
import type { IntentContext } from './intent.ts';
import { compileExact } from './phrase.ts';

/** 他们街道, 我们这个小区, 咱社区: whose it is, and the kind of thing the name ended with. */
const WHOSE = /(?:[我他她它俺]们|咱们?)(?:[这那]个?)?(?<kind>\p{Script=Han}{2})/u;
/** What names of a kind end with, where it is not the kind itself. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  学校: ['小学', '中学', '幼儿园', '学院'],
  单位: ['局', '中心', '公司', '集团', '医院', '办公室'],
  部门: ['局', '中心', '办公室'],
};
/** How much of a name stands in front of its kind. */
const LONGEST_HEAD = 6;
const CLAUSE_END = /[,。?!;:]/u;
const ASKS = /哪|几|多少|什么|怎|谁|吗/u;

/** 哪几条提过它, 走访过人家的: what was named in front, said again. */
const AGAIN =
  /(?<=^[^,。?!]{2,}[,。?!].*)(?<verb>(?:提|讲|说|写|谈|点|涉|走访|联系|查|管|带|帮|用)(?:到|过|了|及|着)+)(?:它|他|她|人家|这[个家件]?(?:事儿?)?)们?(?=[的,。?!]|$)/u;

/** 我住柳桥街道,…说到我们街道的: the name instead of what points to it, without the clause that only tells whose it is. */
export function resolvePointing(context: IntentContext): string {
  const text = context.question.text.replace(AGAIN, '$<verb>');
  const pointing = WHOSE.exec(text);
  if (pointing === null || pointing.index < 1) return text;
  const kind = pointing.groups?.['kind'] ?? '';
  const before = text.slice(0, pointing.index);
  const [found] = [kind, ...(ENDS[kind] ?? [])].flatMap((end) => nameEnding(context, before, end) ?? []);
  if (found === undefined) return text;
  const { name, at } = found;
  const start = text.slice(0, at).search(/[^,。?!;:]*$/u);
  const behind = before.slice(at);
  const clause = CLAUSE_END.exec(behind);
  if (ASKS.test(text.slice(start, at + (clause?.index ?? 0)))) return text;
  const kept = clause === null ? '' : behind.slice(clause.index + 1);
  return `${text.slice(0, start)}${kept}${name}${text.slice(pointing.index + pointing[0].length)}`;
}

/** 我家住在, 我是, 跟: in front of a name, not part of it. */
const BEFORE_NAME = /^(?:我们?|咱们?|俺|家?住在?|家在|来自|是|在|替|帮|给|问|跟|有|个|的)+/u;
/** What a printed name may stand behind. */
const NAME_START = /(?:^|[是在住到来自属归去和与跟替给的,。?!;:、])$/u;

/** The name that ends so, as measures print it, else as far as it goes back in its clause; `at` is behind it. */
function nameEnding(
  { lookup }: IntentContext,
  text: string,
  end: string,
): { readonly name: string; readonly at: number } | null {
  const at = text.lastIndexOf(end);
  if (at < 1) return null;
  const before = text.slice(0, at);
  for (let length = Math.min(LONGEST_HEAD, at); length >= 1; length -= 1) {
    const name = before.slice(-length) + end;
    if (!NAME_START.test(before.slice(0, -length))) continue;
    const find = compileExact(name);
    if (lookup.measures.some((unit) => find(unit) !== null)) return { name, at: at + end.length };
  }
  const head = (/[^,。?!;:、的]*$/u.exec(before)?.[0] ?? '').replace(BEFORE_NAME, '');
  return head === '' || head.length > LONGEST_HEAD ? null : { name: head + end, at: at + end.length };
}
