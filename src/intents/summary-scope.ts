// request → numbered units | the last answer's units | a body's measures | a section | a topic | everything; then by status
import type { Unit, UnitId } from '../bulletin/bulletin.ts';
import type { RankedUnit } from '../search/engine.ts';
import { normalizeText } from '../text/normalize.ts';
import { rememberEach } from '../text/remember.ts';
import { findByMeaning } from './by-meaning.ts';
import type { IntentContext } from './intent.ts';
import type { SummaryRequest } from './summary-request.ts';
import { sharePairs } from './topic-names.ts';
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
  if (topic === '' && question.about.length > 0) return scopeOf(context, '', question.about);
  if (topic === '') return { ...scopeOf(context, '', everything(context)), frame: frameOf(context) };
  const body = findBody(context, topic);
  if (body !== null) {
    const ranked = context.engine.rank(body.name, { limit: body.units.length, within: new Set(body.units) });
    return {
      ...scopeOf(context, body.name, body.units),
      ranked: new Map(ranked.map((unit) => [unit.unit, unit])),
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
  return { ...about, ...said, frame: [] };
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
  };
}

const BODY_FILLER =
  /牵头|负责|参与|承担|涉及|主管|主抓|相关|有关|提到|整改|措施|举措|任务|工作|情况|事项|问题|落实|[这那]边|通报|[几那这]件|事儿?|里面?|的|了/gu;

/** 区民政局负责的整改措施: the message names one body and nothing else. */
function findBody({ ledger, facts }: IntentContext, topic: string): { name: string; units: UnitId[] } | null {
  let best: { name: string; form: string; units: readonly UnitId[] } | null = null;
  for (const { name, variants, units } of ledger.organizations) {
    for (const variant of [name, ...variants]) {
      const form = normalizeText(variant).text;
      if (form.length > Math.max(2, best?.form.length ?? 0) && topic.includes(form))
        best = { name, form, units };
    }
  }
  if (best === null || topic.replace(best.form, '').replace(BODY_FILLER, '') !== '') return null;
  const units = best.units.filter((id) => facts.has(id));
  return units.length === 0 ? null : { name: best.name, units };
}

/** 组织路线方面 ↔ 「落实新时代党的组织路线方面」: nearly all of the topic stands in one heading of a part with measures. */
function findSection({ lookup, bulletin }: IntentContext, topic: string): Unit | null {
  const sections = bulletin.units.filter(
    (unit) => unit.kind === 'section' && !unit.id.endsWith('.0') && lookup.within(unit.id).length > 0,
  );
  return sections.find((unit) => topic.length >= 4 && normalizeText(unit.text).text.includes(topic)) ?? null;
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

/** Units outside the measures (处分情况, 下一步打算) when the best answer to the topic is one of them. */
function findOutside({ engine, lookup }: IntentContext, topic: string): UnitId[] {
  const titled = lookup.sanctions.find(
    ({ id, text }) => id.endsWith('.0') && topic.length >= 2 && normalizeText(text).text.includes(topic),
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
  return unit.kind === 'section' && !measured && leads ? [unit.id] : [];
}

/** A subject names the scope when most of its pairs of characters stand in the units found. */
const SPOKEN = { label: 0.55, missing: 0.3 };

function readLabel(
  { lookup }: IntentContext,
  parts: readonly string[],
  units: readonly UnitId[],
): { label: string; missing: string[] } {
  const parents = units.map((id) => lookup.get(id)?.parent ?? '');
  const text = [...new Set([...parents, ...units])]
    .map((id) => normalizeText(lookup.get(id)?.text ?? '').text)
    .join('\n');
  const shares = parts.map((part) => ({ part, share: sharePairs(part, text) }));
  const sayable = shares.every(({ part, share }) => share >= SPOKEN.label && !/[\d《]/u.test(part));
  return {
    label: sayable ? parts.join('、') : '',
    missing: shares.filter(({ share }) => share < SPOKEN.missing).map(({ part }) => part),
  };
}
