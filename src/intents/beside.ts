// 甲局、乙局分别在哪几条, 消防和台风各有几条 → each body, document or word by itself: how many measures name it, and which
import type { Ledger } from '../ledger/ledger.ts';
import { rememberEach } from '../text/remember.ts';
import { readOrganization, readPrinted } from './filter-names.ts';
import { addNames } from './filter-parts.ts';
import { claim, draftAnswer, draftRefusal, type Draft, type Intent, type IntentContext } from './intent.ts';
import { NO_FILTER, type LedgerFilter } from './ledger-filter.ts';
import { claimCounts, claimRows } from './list-draft.ts';
import { selectMeasures, type Row } from './select.ts';
import { phraseVariants, trimEdges } from './shape.ts';

export const besideIntent: Intent = {
  name: 'beside',
  examples: ['区民政局和区教育局分别在哪几条', '区财政局、区审计局各牵头几条', '消防和台风各有几条'],
  score: (context) => (readThings(context) === null ? 0 : 0.97),
  draft: (context) => draftBeside(context, readThings(context) ?? []),
};

/** 分别, 各: each by itself. */
const EACH = /分别|各(?!单位|部门|街道|类|项)/u;
/** 在哪几条, 各几条, 被提到几次: measures are asked for. */
const MEASURES = /(?:哪[几些]?|第几|多少|几)(?:条|项|号|次|处)|(?:措施|举措|条目)|编号|条号/u;
/** All else such a question says. */
const SAID =
  /请问?|麻烦|帮我?|给我|查|找|看|列|数|一下|出来|通报|整改|措施|举措|条目|条号|编号|里面?|中|分别|各自?|都|是|在|有|被|写|提到|提及|提|出现|露面|涉及|点名|说到|讲到|牵头|负责|参与|干|做|办|了|过|的|啥|什么|些|事情?|活儿?|工作|哪|几|多少|第|条|项|号|次|处|这|那|两个?|俩|单位|部门|局|家|一共|总共|共|呢|吗|[,。?!、\s]/gu;
/** What is told apart, then that it is: 消防和台风各, 《…》《…》分别. */
const WORDS =
  /^(?:请问|麻烦|帮我|查一?下|看看)*(?:措施(?:里|中)?)?(?:提到|涉及|讲到)?(?<list>[^,。?]{2,60}?)(?:的)?(?:,|都|这两[个样]|措施|举措)*(?:分别|各自?)(?<rest>[^,。?]*(?:哪[几些]?|第几|多少|几)(?:条(?!例)|项措施)[^,。?]*)[?。]*$/u;
const BETWEEN = /[、,]|以及|还有|(?<=》)(?=《)|(?<=.{2})(?:和|与|跟|及)(?=.{2})/u;
const JOINT = /^(?:、|,|和|与|跟|及|以及|还有)$/u;
/** Rows told for each of the bodies. */
const SHOWN_EACH = 5;

/** The things named in a row, where the message asks for the measures of each; null otherwise. */
const readThings = rememberEach((context: IntentContext): readonly Thing[] | null => {
  const { text, references } = context.question;
  if (!EACH.test(text) || !MEASURES.test(text) || references.length > 0) return null;
  return readBodies(context) ?? readWords(context);
});

interface Thing {
  /** As the asker put it. */
  readonly asked: string;
  readonly leads: boolean;
  /** Null where no measure knows it. */
  readonly filter: LedgerFilter | null;
}

function readBodies(context: IntentContext): readonly Thing[] | null {
  const { text } = context.question;
  const named = findNames(text, formsOf(context.ledger));
  const apart = named.slice(1).map(({ start }, at) => text.slice(named[at]?.end ?? 0, start));
  if (named.length < 2 || !apart.every((between) => JOINT.test(between))) return null;
  const [first, last] = [named[0]?.start ?? 0, named.at(-1)?.end ?? 0];
  if (`${text.slice(0, first)},${text.slice(last)}`.replace(SAID, '') !== '') return null;
  const leads = /牵头/u.test(text);
  const bodies = named.map(({ name }) => readOrganization(context, name, leads));
  return bodies.every((body) => body !== null)
    ? bodies.map((organization) => ({
        asked: organization.asked,
        leads,
        filter: { ...NO_FILTER, organization },
      }))
    : null;
}

/** 消防和台风各有几条, 《A》《B》分别在哪几条: at least one of them stands in a measure. */
function readWords(context: IntentContext): readonly Thing[] | null {
  const groups = WORDS.exec(context.question.text)?.groups;
  if (groups === undefined || (groups['rest'] ?? '').replace(SAID, '') !== '') return null;
  const asked = (groups['list'] ?? '').split(BETWEEN).map(trimEdges);
  if (asked.length < 2 || asked.some((words) => words.length < 2)) return null;
  const things = asked.map((words): Thing => {
    const names = readPrinted(context, phraseVariants(words), false, false);
    return { asked: words, leads: false, filter: names === null ? null : addNames(NO_FILTER, names) };
  });
  return things.some(({ filter }) => filter !== null) ? things : null;
}

interface Named {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The forms that stand in the text, in order; of forms inside one another the longest. */
function findNames(text: string, forms: readonly string[]): Named[] {
  const found: Named[] = [];
  for (const name of forms) {
    const start = text.indexOf(name);
    const end = start + name.length;
    if (start >= 0 && found.every((other) => end <= other.start || other.end <= start))
      found.push({ name, start, end });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Names of bodies as printed and without their level (民政局), longest first. */
const formsOf = rememberEach(({ organizations }: Pick<Ledger, 'organizations'>): readonly string[] => {
  const printed = organizations.flatMap(({ name, variants }) => [name, ...variants]);
  const short = printed.flatMap((name) => (/^[省市区县旗]/u.test(name) ? [name.slice(1)] : []));
  return [...new Set([...printed, ...short])]
    .filter(({ length }) => length >= 3)
    .sort((a, b) => b.length - a.length);
});

function draftBeside(context: IntentContext, things: readonly Thing[]): Draft {
  const told = things.map((thing) => ({
    thing,
    rows: thing.filter === null ? [] : selectMeasures(context, thing.filter),
  }));
  const notes = told.flatMap(({ thing, rows }) => (rows.length > 0 ? [] : [sayNone(thing)]));
  const units = [...new Set(told.flatMap(({ rows }) => rows.map(({ unit }) => unit)))];
  if (units.length === 0) return draftRefusal('not-in-bulletin', notes.join(''));
  const claims = told.flatMap(({ thing: { filter }, rows }) =>
    filter === null || rows.length === 0
      ? []
      : [...claimCounts(context, filter, rows), ...claimRows(context, rows.slice(0, SHOWN_EACH))],
  );
  return draftAnswer({
    claims: [...claims, ...claimTogether(told)],
    notes,
    candidates: units.slice(0, 10),
    list: units,
    shown: units.length,
  });
}

function sayNone({ asked, leads }: Thing): string {
  return leads ? `通报没有载明由${asked}牵头的措施。` : `没有一条整改措施提到${asked}。`;
}

/** 「其中同时提到的1条」, where measures name all of them. */
function claimTogether(told: readonly { readonly thing: Thing; readonly rows: readonly Row[] }[]) {
  const [first, ...others] = told;
  const shared = (first?.rows ?? []).filter(({ unit }) =>
    others.every(({ rows }) => rows.some((row) => row.unit === unit)),
  );
  if (shared.length === 0) return [];
  const count = `${shared.length}条`;
  const verb = first?.thing.leads === true ? '由它们共同牵头' : '同时提到它们';
  const citations = shared.map(({ citation }) => citation);
  return [claim(`其中${verb}的共${count}`, citations, { computed: [count] })];
}
