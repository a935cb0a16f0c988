// 期限最晚的是哪条, 所有工程里交付排得最晚的是哪个, 哪个月到期的最多 → the last or first deadlines, or the month that holds most
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import type { Deadline } from '../ledger/ledger.ts';
import { rememberEach } from '../text/remember.ts';
import { claim, draftAnswer, type Draft, type Intent, type IntentContext } from './intent.ts';

const DUE =
  '到期|期限|时限|限期|截止|(?:该|要|应|须|得|才能?)?(?:完成|办结|做完|完工|竣工|交付|投用|投入使用|建成)';
const END = '最(?:后|靠)?(?<end>晚|早|后|前|先|远|近|迟)';
const EXTREME = [
  new RegExp(`(?:${DUE})[^,。?]{0,8}${END}`, 'u'),
  new RegExp(`${END}[^,。?]{0,8}(?:${DUE})`, 'u'),
];
const MONTH = new RegExp(
  `哪一?个?月份?[^,。?]{0,8}(?:${DUE})[^,。?]{0,10}最(?<end>多|少|集中)|(?:${DUE})[^,。?]{0,10}最(?<end2>多|少|集中)的?(?:是)?哪一?个?月`,
  'u',
);
/** 交付最晚: of what is to stand then, not of a step on the way. */
const BUILT = /完工|竣工|交付|投用|投入使用|建成/u;
/** Nothing else may be said: 红星小学最晚什么时候完成 asks of that one. */
const SAYS_NOTHING = new RegExp(
  `${DUE}|完成|最|[晚早后前先远近迟多少靠]|集中|措施|举措|整改|通报|所有|全部|各|工程|项目|条目|任务|事项|写明|载明|明确|列|排|安排|计划|预计|写|里[面头]?|当中|中|其中|哪一?[个条项年月些]|哪|什么时候|何时|几月|月份?|年|时间|[那这]|一|个|条|项|得|的|是|在|有|到|了|和|分别|大概|呢|[?。,、!]`,
  'gu',
);

interface Asked {
  readonly kind: 'unit' | 'month';
  readonly last: boolean;
  readonly built: boolean;
}

interface Due {
  readonly unit: UnitId;
  readonly deadline: Deadline;
  readonly date: string;
}

export const deadlineExtremesIntent: Intent = {
  name: 'deadline-extremes',
  examples: ['期限最晚的是哪一条', '哪个月到期的措施最多'],
  ceiling: 0.97,
  score: (context) => (readAsked(context) === null || readDues(context).length === 0 ? 0 : 0.97),
  draft: (context) => {
    const asked = readAsked(context);
    if (asked === null) return draftAnswer({ refusal: 'unclear' });
    return asked.kind === 'month' ? draftMonths(context, asked) : draftExtreme(context, asked);
  },
};

const readAsked = rememberEach(({ question }: IntentContext): Asked | null => {
  const { text, references } = question;
  if (references.length > 0 || text.replace(SAYS_NOTHING, '').trim() !== '') return null;
  const built = BUILT.test(text);
  const month = MONTH.exec(text)?.groups;
  if (month !== undefined) return { kind: 'month', last: (month['end'] ?? month['end2']) !== '少', built };
  const end = EXTREME.map((pattern) => pattern.exec(text)?.groups?.['end']).find(
    (found) => found !== undefined,
  );
  return end === undefined || !/哪|什么|何时|几/u.test(text)
    ? null
    : { kind: 'unit', last: /[晚后远迟]/u.test(end), built };
});

/** Every deadline with a day. */
function readDues({ ledger }: IntentContext): Due[] {
  return ledger.measures.flatMap(({ unit, deadlines }) =>
    deadlines.flatMap((deadline) =>
      deadline.date === null ? [] : [{ unit, deadline, date: deadline.date }],
    ),
  );
}

function draftExtreme(context: IntentContext, { last, built }: Asked): Draft {
  const all = readDues(context);
  const own = built ? all.filter(({ deadline }) => BUILT.test(deadline.task.quote)) : all;
  const dues = [...(own.length > 0 ? own : all)].sort((a, b) =>
    last ? b.date.localeCompare(a.date) : a.date.localeCompare(b.date),
  );
  const first = dues.filter(({ date }) => date === dues[0]?.date);
  const { lookup } = context;
  const claims = first.flatMap(({ unit, deadline: { task } }) => {
    const problem = lookup.get(lookup.get(unit)?.parent ?? '');
    const heading = problem === undefined ? [] : [claim(problem.text, [lookup.cite(problem.id)])];
    return [claim(task.quote, [task]), ...heading];
  });
  return draftAnswer({
    claims,
    notes: [`按写明的时限,${last ? '最晚' : '最早'}的是:`],
    candidates: first.map(({ unit }) => unit),
    list: first.map(({ unit }) => unit),
    suggestions: ['有时限的措施有哪些'],
  });
}

function draftMonths(context: IntentContext, { last }: Asked): Draft {
  const byMonth = new Map<string, Map<UnitId, Citation>>();
  for (const { unit, deadline, date } of readDues(context)) {
    const month = date.slice(0, 7);
    const units = byMonth.get(month) ?? new Map<UnitId, Citation>();
    if (!units.has(unit)) units.set(unit, deadline.task);
    byMonth.set(month, units);
  }
  const sizes = [...byMonth.values()].map(({ size }) => size);
  const end = last ? Math.max(...sizes) : Math.min(...sizes);
  const claims = [...byMonth]
    .filter(([, units]) => units.size === end)
    .map(([month, units]) => {
      const [year = '', number = ''] = month.split('-');
      const label = `${year}年${String(Number(number))}月`;
      const count = `${String(units.size)}条`;
      return claim(`${label}到期的整改措施共${count}`, [...units.values()], { computed: [count, label] });
    });
  const units = claims.flatMap(({ citations }) => citations.map(({ unit }) => unit));
  return draftAnswer({
    claims,
    notes: [`按写明的时限,到期措施最${last ? '多' : '少'}的月份:`],
    candidates: units.slice(0, 10),
    list: units,
  });
}
