// 名单里几个名字出现了两回, 既受处分又被诫勉的是谁 → names that stand in several items of part four, each item cited whole
import type { Sanction, SanctionKind } from '../ledger/ledger.ts';
import { rememberEach } from '../text/remember.ts';
import { claim, draftAnswer, draftRefusal, type Draft, type Intent, type IntentContext } from './intent.ts';
import { findPersonIn } from './person-name.ts';
import { peopleOf } from './sanction-people.ts';
import { KIND_LABELS, namedKinds } from './sanction-words.ts';

const LISTS = /名单|榜|第[四4]部分|诫勉|处[分理]|问责|点名|通报/u;
const PERSONS = /名字|重名|姓名|人|谁|干部|责任人|[几哪]?[个位]/u;
const TWICE = '(?:(?<!哪)[两2二]|不止一|不只一|超过一|好几|多)(?:回|次|遍|处)(?:以上)?';
/** 出现过两回, 不止一次被处理, 重复上榜, 处理了又诫勉. */
const REPEATED = new RegExp(
  `(?:出现|上榜|露面|上过?|被?(?:点名|点|处理|处分|问责|列|提)|挨|受|在|写)[^,。?]{0,8}${TWICE}|${TWICE}[^,。?]{0,6}(?:出现|上榜|上名单|被|受|挨|露面|点名)|[两2二](?:份|个|张)名单|重复(?:出现|上榜|上名单|被?(?:点名|处理|处分))?|重名|一人多次`,
  'u',
);
/** 既受处分又被诫勉, 同时在处分和诫勉两份名单. */
const BOTH =
  /既[^,。?]{1,12}(?:又|也|还)|(?:挨|被|受)[^,。?]{2,8}又(?:挨|被|受)|(?:同时|都)[^,。?]{0,8}(?:和|又|与|、)|[和与跟][^,。?]{1,10}(?:里|上|中)?都|两(?:份|个|张|类)(?:名单|处理)?(?:里|上|中)?都/u;
/** 整改措施里: of measures, not of persons. */
const ELSEWHERE = /措施|举措|数字|数据|项目|问题线索/u;

interface Asked {
  /** Kinds of which a name must stand in each; empty where several items of any kind will do. */
  readonly kinds: readonly SanctionKind[];
}

interface Repeated {
  readonly name: string;
  readonly items: readonly Sanction[];
}

export const sanctionRepeatsIntent: Intent = {
  name: 'sanction-repeats',
  examples: ['第四部分名单里有几个名字出现了两回', '哪些人既受处分又被诫勉'],
  ceiling: 0.97,
  score: (context) => (readAsked(context) === null ? 0 : 0.97),
  draft: (context) => draftRepeats(context, readAsked(context) ?? { kinds: [] }),
};

const readAsked = rememberEach((context: IntentContext): Asked | null => {
  const { question, ledger } = context;
  const { text, references } = question;
  if (ledger.sanctions.length === 0 || ELSEWHERE.test(text) || !LISTS.test(text) || !PERSONS.test(text))
    return null;
  if (references.some(({ kind }) => kind !== 'section') || findPersonIn(context, text) !== null) return null;
  const kinds = namedKinds(text);
  if (BOTH.test(text) && kinds.length > 1) return { kinds };
  return REPEATED.test(text) && kinds.length < 2 ? { kinds: [] } : null;
});

function draftRepeats(context: IntentContext, { kinds }: Asked): Draft {
  const found = findRepeated(context).filter(({ items }) =>
    kinds.every((kind) => items.some((item) => item.kind === kind)),
  );
  const both = kinds.map((kind) => KIND_LABELS[kind]).join('、');
  const where = kinds.length > 0 ? `同时列在${both}中` : '在处理名单中重复出现';
  if (found.length === 0) return draftRefusal('not-in-bulletin', `没有一个名字${where}。`);
  const { lookup } = context;
  const units = [...new Set(found.flatMap(({ items }) => items.map(({ unit }) => unit)))];
  const total = `${String(found.length)}个`;
  const names = found.map(({ name }) => name).join('、');
  return draftAnswer({
    claims: [
      claim(
        `${where}的名字。计算:共${total}:${names}`,
        units.map((unit) => lookup.cite(unit)),
        { computed: [total] },
      ),
      ...units.map((unit) => claim(lookup.cite(unit).quote, [lookup.cite(unit)], { kind: 'item' })),
    ],
    notes: ['同名的是否为同一人,通报没有说明。'],
    candidates: units.slice(0, 10),
    list: units,
    shown: units.length,
  });
}

function findRepeated(context: IntentContext): Repeated[] {
  const byName = new Map<string, Sanction[]>();
  for (const sanction of context.ledger.sanctions)
    for (const name of new Set(peopleOf(context, sanction).map((person) => person.name)))
      byName.set(name, [...(byName.get(name) ?? []), sanction]);
  return [...byName].map(([name, items]) => ({ name, items })).filter(({ items }) => items.length > 1);
}
