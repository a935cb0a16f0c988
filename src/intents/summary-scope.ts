// request → numbered units | the last answer's units | a body's measures | a section | a topic | everything; then by status
import type { Unit, UnitId } from '../bulletin/bulletin.ts';
import type { RankedUnit } from '../search/engine.ts';
import { findAmounts } from '../text/amounts.ts';
import { rememberEach } from '../text/remember.ts';
import { findByMeaning } from './by-meaning.ts';
import type { IntentContext } from './intent.ts';
import { findBody } from './summary-body.ts';
import { findPunished } from './summary-punished.ts';
import type { SummaryRequest } from './summary-request.ts';
import { plainText, sharePairs } from './topic-names.ts';
import { findTopic, inOrder } from './topic.ts';

/** What a summary is about. */
export interface SummaryScope {
  /** Words for 「…方面」, found verbatim in the units; empty when there are none. */
  readonly label: string;
  /** Problems of which every measure belongs, in document order. */
  readonly problems: readonly UnitId[];
  /** Measures, or other units where the subject stands outside the measures, in document order. */
  readonly units: readonly UnitId[];
  readonly ranked: ReadonlyMap<UnitId, RankedUnit>;
  /** Subjects of the request that nothing in the units found speaks of. */
  readonly missing: readonly string[];
  /** A wider subject taken for the one the bulletin does not name: 教育 for 基础教育. */
  readonly readAs: string | null;
  /** Of a summary of everything: the sections that hold no measures. */
  readonly frame: readonly UnitId[];
  /** The units are those that name a body: only what they say of it belongs. */
  readonly named: boolean;
}

/** Null when the bulletin has nothing about it. Remembered for the message, which is scored before it is answered. */
export const findScope: (context: IntentContext, request: SummaryRequest) => SummaryScope | null =
  rememberEach(readScope);

function readScope(context: IntentContext, request: SummaryRequest): SummaryScope | null {
  const all = findAll(context, request);
  const found = all === null || !request.sanctions ? all : addSanctions(context, request.topic, all);
  if (found === null || request.status === null) return found;
  const units = found.units.filter((id) => context.facts.get(id)?.status.value === request.status);
  return units.length === 0 ? null : { ...found, units, problems: [], frame: [] };
}

/** The items of part four that speak of the topic. */
function addSanctions(context: IntentContext, topic: string, scope: SummaryScope): SummaryScope {
  const items = context.ledger.sanctions.map(({ unit }) => unit);
  return { ...scope, units: [...scope.units, ...findByMeaning(context, topic, items)] };
}

function findAll(context: IntentContext, request: SummaryRequest): SummaryScope | null {
  const { question } = context;
  const { topic, parts } = request;
  const named = question.references.flatMap(({ units }) => units);
  if (named.length > 0) return scopeOf(context, '', named);
  if (question.references.length > 0) return null;
  const spoken = OF_CONVERSATION.test(question.original) ? unitsSpokenOf(context) : [];
  if (spoken.length > 0) return scopeOf(context, '', spoken);
  const part = findPart(context, topic);
  if (part !== null) return scopeOf(context, '', [part.id]);
  const punished = findPunished(context, request.said);
  if (punished.length > 0) return scopeOf(context, '', punished);
  if (topic === '' && question.about.length > 0) return scopeOf(context, '', question.about);
  if (topic === '') return { ...scopeOf(context, '', everything(context)), frame: frameOf(context) };
  const body = findBody(context, topic);
  if (body !== null) {
    const ranked = context.engine.rank(body.name, { limit: body.units.length, within: new Set(body.units) });
    return {
      ...scopeOf(context, body.name, body.units),
      ranked: new Map(ranked.map((unit) => [unit.unit, unit])),
      named: true,
    };
  }
  const section = findSection(context, topic);
  if (section !== null) return scopeOf(context, topic, [section.id]);
  const outside = findOutside(context, topic);
  if (outside.length > 0) return scopeOf(context, '', outside);
  const about = findTopic(context, topic, parts);
  if (about === null) return null;
  const { readAs } = about;
  const said = readAs === null ? readLabel(context, parts, about.units) : { label: readAs, missing: [] };
  return { ...about, ...said, frame: [], named: false };
}

/** 把刚聊的总结两句, 上面说的这些汇总一下. */
const OF_CONVERSATION =
  /(?:刚(?:才|刚)?|前面|上面|之前|以上)(?:我们|咱们?|我|你)?(?:都|所)?(?:聊|说|问|讲|谈|查|提)(?:到|过|了)?的?|(?:我们|咱们?)(?:聊|谈|说)(?:过|了)?的/u;
const PER_TURN = 2;

/** What the answers of the conversation cited first, earliest first. */
function unitsSpokenOf({ turn }: IntentContext): UnitId[] {
  if (turn === null) return [];
  const turns = [{ units: turn.units }, ...turn.history].reverse();
  return [...new Set(turns.flatMap(({ units }) => units.slice(0, PER_TURN)))];
}

/** Headings stand for what is under them. */
function scopeOf(context: IntentContext, label: string, ids: readonly UnitId[]): SummaryScope {
  const { lookup } = context;
  const leaves = ids.flatMap((id) => {
    const within = lookup.within(id);
    const measures = within.filter(({ kind }) => kind === 'measure');
    if (measures.length > 0) return measures.map((unit) => unit.id);
    return [id, ...within.map((unit) => unit.id)];
  });
  const units = inOrder(context, leaves);
  const whole = lookup.problems.filter(({ id }) => {
    const measures = lookup.measuresOf(id);
    return measures.length > 0 && measures.every((unit) => units.includes(unit.id));
  });
  return {
    label,
    problems: whole.map(({ id }) => id),
    units,
    ranked: new Map(),
    missing: [],
    readAs: null,
    frame: [],
    named: false,
  };
}

/** What people call the parts that hold no measures, and a word of their heading. */
const PARTS: readonly { readonly asks: RegExp; readonly heading: RegExp }[] = [
  {
    asks: /(?:组织|领导|部署)(?:领导|实施|推进|推动|开展|落实|的)*(?:了)?(?:这次|本次|这轮|本轮|此次)?(?:的)?(?:省委)?(?:巡视|整改)|整改[^,。]{0,8}(?:组织|领导)/u,
    heading: /组织.{0,4}整改/u,
  },
  {
    asks: /(?:下一步|下步|接下来|下一阶段|今后|后续|往后|以后|将来)[^,。]{0,10}(?:打算|计划|安排|部署|怎么|如何|怎样|做法|方向|整改|思路)|持续整改[^,。]{0,4}(?:打算|计划|安排|思路)/u,
    heading: /打算|下一步|下步/u,
  },
];
const PART_FILLER =
  /区委区政府|区委|区政府|区里|我区|全区|党委|主要负责人|领导班子|书记|组织|领导|部署|实施|推进|推动|开展|落实|巡视|持续|整改|工作|[这本此][次轮]|下一步|下步|接下来|下一阶段|今后|后续|往后|以后|将来|打算|计划|安排|思路|方向|做法|[一二三四五六几]个?(?:方面|部分)|分(?:成|为)?了?哪?几(?:[个块条]|方面|部分)*|第[一二三四]部分|是|都|还|又|有|要|会|怎么样?|怎样|如何|哪些|什么|啥|按|从|准备|继续|抓|做|干|写|的|了|[,、\s]/gu;

/** 区委怎么组织这次整改, 下一步打算: a part without measures, by what it tells. */
function findPart({ lookup, bulletin, question }: IntentContext, topic: string): Unit | null {
  const part = PARTS.find(({ asks }) => asks.test(question.text));
  if (part === undefined || topic.replace(PART_FILLER, '').length >= 2) return null;
  const found = bulletin.units.find(
    ({ kind, id, text }) => kind === 'section' && id.endsWith('.0') && part.heading.test(text),
  );
  if (found === undefined) return null;
  return lookup.within(found.id).some(({ kind }) => kind === 'measure') ? null : found;
}

/** 组织路线方面 ↔ 「落实新时代党的组织路线方面」: nearly all of the topic stands in one heading of a part with measures. */
function findSection({ lookup, bulletin }: IntentContext, topic: string): Unit | null {
  const sections = bulletin.units.filter(
    (unit) => unit.kind === 'section' && !unit.id.endsWith('.0') && lookup.within(unit.id).length > 0,
  );
  return sections.find((unit) => topic.length >= 4 && plainText(unit).includes(topic)) ?? null;
}

function everything({ lookup }: IntentContext): UnitId[] {
  return lookup.measures.map(({ id }) => id);
}

/** Sections without measures, the title page left out. */
function frameOf({ bulletin, lookup }: IntentContext): UnitId[] {
  return bulletin.units
    .filter(({ kind, position }) => kind === 'section' && position > 0)
    .filter(({ id }) => !lookup.within(id).some(({ kind }) => kind === 'measure'))
    .map(({ id }) => id);
}

/** Share of the topic that must stand in a unit outside the measures. */
const OUTSIDE = 0.45;
/** 租住公房未交房租 is told of in a punishment too, and is no summary of punishments. */
const PUNISHED = /处分|处理|处罚|问责|诫勉|谈话|被查|免职|追责/u;
/** How many times better than the best measure a section must be. */
const LEAD = 1.1;

/** Share of the topic's pairs of characters in the title of a section that is about it. */
const TITLED = 0.3;

/** Units outside the measures (处分情况, 下一步打算) when the best answer to the topic is one of them. */
function findOutside({ engine, lookup }: IntentContext, topic: string): UnitId[] {
  const titled = lookup.sanctions.find(
    (unit) => unit.id.endsWith('.0') && topic.length >= 2 && plainText(unit).includes(topic),
  );
  if (titled !== undefined) return [titled.id];
  const [best, ...others] = engine.rank(topic, { limit: 5 });
  const unit = best === undefined ? undefined : lookup.get(best.unit);
  if (best === undefined || unit === undefined || best.coverage < OUTSIDE) return [];
  const measured = lookup.within(unit.id).some(({ kind }) => kind === 'measure');
  if (unit.kind === 'sanction' && !PUNISHED.test(topic)) return [];
  if (unit.kind === 'sanction') return unit.id.endsWith('.0') ? [unit.id] : [unit.parent ?? unit.id];
  const rival = others.find((other) => lookup.get(other.unit)?.kind === 'measure');
  const leads = best.score >= (rival?.score ?? 0) * LEAD;
  // 新思想实践基地 stands in a plan and in the measures: these tell of it, the plan of what is to come.
  const [title = ''] = plainText(unit).split('。');
  const share = sharePairs(topic, plainText(unit));
  const told =
    sharePairs(topic, title) < TITLED &&
    lookup.measures.some((one) => sharePairs(topic, plainText(one)) >= share);
  return unit.kind === 'section' && !measured && leads && !told ? [unit.id] : [];
}

/** A subject names the scope when most of its pairs of characters stand in the units found. */
const SPOKEN = { label: 0.55, missing: 0.3 };

function readLabel(
  { lookup }: IntentContext,
  parts: readonly string[],
  units: readonly UnitId[],
): { label: string; missing: string[] } {
  const parents = units.map((id) => lookup.get(id)?.parent ?? '');
  const text = [...new Set([...parents, ...units])].map((id) => plainText(lookup.get(id))).join('\n');
  const shares = parts.map((part) => ({ part, share: sharePairs(part, text) }));
  const sayable = shares.every(
    ({ part, share }) =>
      share >= SPOKEN.label && !/[\d《]|怎么|如何|哪些|什么|啥/u.test(part) && findAmounts(part).length === 0,
  );
  return {
    label: sayable ? parts.join('、') : '',
    missing: shares.filter(({ share }) => share < SPOKEN.missing).map(({ part }) => part),
  };
}
