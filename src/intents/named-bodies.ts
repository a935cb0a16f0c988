// 通报点到名字的街道有几个, 名单里写到哪几个社区, 标题里点了几个街道 → the bodies of a kind by name, each with all units that print it
import type { Unit } from '../bulletin/bulletin.ts';
import { NUMERAL_CHARACTERS } from '../text/numerals.ts';
import { rememberEach } from '../text/remember.ts';
import { BODY_KINDS, findBodies } from './body-names.ts';
import {
  claim,
  draftAnswer,
  draftRefusal,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import { namedKinds } from './sanction-words.ts';

/** Where the names are looked for. */
export type Scope = 'all' | 'measures' | 'problems' | 'sanctions';

interface Asked {
  /** 一条措施都没提到的街道: names the bulletin prints elsewhere only. */
  readonly absent: boolean;
  readonly kind: string;
  readonly scope: Scope;
  readonly units: readonly Unit[];
}

const KIND = `(?<kind>${BODY_KINDS.join('|')})`;
const ASKS: readonly RegExp[] = [
  new RegExp(`(?:多少|(?<!哪)几)(?:个|家)(?:不同的?)?${KIND}`, 'u'), // 几个街道
  new RegExp(`(?:哪(?:几|些|[两三四五])|什么)(?:个|家)?${KIND}`, 'u'), // 哪几个街道
  new RegExp(
    `${KIND}(?:的名字?)?(?:[一总]共|共|都|分别)*(?:有|是)?(?:多少|几|哪几|哪些)(?:个|家)?(?=[?。!,]|$)`,
    'u',
  ), // 街道有几个
  new RegExp(
    `${KIND}(?:里面?|里头|当中|中)[^,。?]{1,12}(?:有|是)(?:多少|几|哪几|哪些)(?:个|家)?(?=[?。!,]|$)`,
    'u',
  ), // 街道里被点名的有几个
  new RegExp(
    `(?:名字?|提到|点到|点名|出现|写到)(?:过|了|的)*${KIND}(?:都|分别)?(?=[,。?]*(?:列|报|数|整理|统计|名单))`,
    'u',
  ), // 出现过名字的街道,列一下
  new RegExp(`${KIND}(?:是不是|是否)?(?:都|全都|全部)(?:被)?[^,。?]{0,10}(?:[吗么]|了没|没有)[?。]*$`, 'u'), // 十个街道都被措施点到了吗
];
/** 没提到, 一条都没点名. */
const ABSENT =
  /(?:一(?:条|项|处|次)(?:措施|举措)?(?:都|也)?)?(?:没有?|未|从未|不曾)(?:被)?(?=提|点|写|出现|涉及|露面|列)/gu;
/** A name is printed: 点名, 写到, 出现. */
const NAMED =
  /点名|点到|点了|点过|被点|提到|提及|提了|写到|写了|写进|出现|涉及|露面|说到|讲到|列[入了到]|名字|上榜|上名单|上了/u;
const SCOPES: readonly (readonly [Scope, RegExp])[] = [
  ['sanctions', /第[四4]部分|名单|处分|诫勉|组织处理|被处理|问责/u],
  ['problems', /标题|题目|(?:反馈|整改)?问题(?:名称?|里|中|当中)/u],
  ['measures', /措施|举措/u],
];
/** Words that ask, count, or say where; another word would narrow what is counted. */
const SAYS_NOTHING = new RegExp(
  [
    NAMED.source,
    '分属|来自|涉及到?|人员|干部|的人|第[四4]部分|处理|党纪|政务|处分|组织|诫勉谈话|诫勉|问责|名单|被处理|反馈|整改|问题|标题|题目|名称|措施|举措|通报|全文|正文|全篇|通篇|从头到尾|整[份篇]|里面?|里头|当中|其中|区里|全区|我区|我们区?',
    `(?:\\d+|[${NUMERAL_CHARACTERS}]+)(?:个|份|条|类|种)`,
    '(?:多少|哪?几|哪些|哪[两三四五]|什么)(?:个|家)?',
    '(?:[一总拢]共|共计|加起来|加一块|合起来|分别|具体|不同|都|共|还|也|被|过|有|是|的|了|上|中|在|到|名|叫|请|列出来?|列一下|数一下|统计一下|一下|呢|吗|啊|呀)',
    '[?。!,、;:“”()\\s]',
  ].join('|'),
  'gu',
);

export const namedBodiesIntent: Intent = {
  name: 'named-bodies',
  examples: ['通报从头到尾点到名字的街道有几个', '第四部分名单里写到哪几个社区', '问题标题里点名了几个街道'],
  ceiling: 0.96,
  score: (context) => (readAsked(context) === null ? 0 : 0.96),
  draft: (context) => {
    const asked = readAsked(context);
    return asked === null ? draftAnswer({ refusal: 'unclear' }) : draftBodies(context, asked);
  },
};

const readAsked = rememberEach((context: IntentContext): Asked | null => {
  const { text, references } = context.question;
  if (references.some(({ kind }) => kind !== 'section')) return null;
  const kind = ASKS.map((pattern) => pattern.exec(text)?.groups?.['kind']).find(
    (found) => found !== undefined,
  );
  if (kind === undefined || /最|以上|超过|不止|[两2]次/u.test(text)) return null;
  const absent = text.search(ABSENT) >= 0;
  const rest = text.replaceAll(kind, '').replace(ABSENT, '').replace(SAYS_NOTHING, '');
  if (rest.length > 0) return null;
  const scope = readScope(text);
  if (scope !== 'sanctions' && !NAMED.test(text)) return null;
  return { absent, kind, scope, units: unitsOf(context, scope) };
});

/** Where the message says the names stand. */
export function readScope(text: string): Scope {
  return SCOPES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'all';
}

export function unitsOf(
  { lookup, bulletin, ledger, question }: IntentContext,
  scope: Scope,
): readonly Unit[] {
  if (scope === 'measures') return lookup.measures;
  if (scope === 'problems') return lookup.problems;
  if (scope === 'all') return bulletin.units;
  const kinds = namedKinds(question.text);
  return ledger.sanctions
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .flatMap(({ unit }) => lookup.get(unit) ?? []);
}

export const SCOPE_NAMES: Readonly<Record<Scope, string>> = {
  all: '通报',
  measures: '整改措施中',
  problems: '问题标题中',
  sanctions: '处理名单中',
};
/** Each of so many bodies gets a line of its own. */
const SHOWN = 12;

function draftBodies(context: IntentContext, { absent, kind, scope, units }: Asked): Draft {
  const found = findBodies(context, kind, units);
  const named = new Set(found.map(({ name }) => name));
  const elsewhere = absent
    ? findBodies(context, kind, context.bulletin.units).filter(({ name }) => !named.has(name))
    : [];
  const bodies = absent ? elsewhere : found;
  const where = SCOPE_NAMES[scope];
  const says = absent ? '没有点到' : '点到';
  if (bodies.length === 0 && absent)
    return draftRefusal('not-in-bulletin', `通报点到名字的${kind},${where}都点到了。`);
  if (bodies.length === 0) return draftRefusal('not-in-bulletin', `${where}没有点到${kind}的名字。`);
  const total = `${String(bodies.length)}个`;
  const names = bodies.map(({ name }) => name).join('、');
  const rows = (bodies.length > SHOWN ? [] : bodies).map(({ name, citations }): DraftClaim => {
    const times = `${String(citations.length)}处`;
    return claim(`${name}:${absent ? '只在别处提到,' : ''}${times}`, citations, {
      kind: 'item',
      computed: [times],
    });
  });
  const first = bodies.flatMap(({ citations }) => (rows.length > 0 ? citations.slice(0, 1) : citations));
  const printing = [...new Set(bodies.flatMap(({ citations }) => citations.map(({ unit }) => unit)))];
  return draftAnswer({
    claims: [claim(`${where}${says}名字的${kind}共${total}:${names}`, first, { computed: [total] }), ...rows],
    candidates: printing.slice(0, 10),
    list: printing,
    shown: 0,
  });
}
