// 第148条, 第12至15条, 第三部分(二), 四(一)5, 上一条, 原文 → the unit itself
import type { Citation, Unit, UnitId } from '../bulletin/bulletin.ts';
import type { Reference } from '../question/question.ts';
import { digestUnit } from './digest.ts';
import {
  claim,
  draftAnswer,
  draftRefusal,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import { navigationTargets } from './navigation.ts';
import { asksForStatus, claimStatus } from './status-claim.ts';
import { leftoverShare } from './leftover.ts';

/** A unit this long is shown whole when its content is asked for; longer ones by digest, whole on 原文. */
const SHOWN_WHOLE = 900;
const DIGEST = 400;

export const lookupIntent: Intent = {
  name: 'lookup',
  examples: [
    '第148条',
    '措施148的内容',
    '第12至15条讲什么',
    '148、150和152条',
    'M148',
    '一百四十八条完成了吗',
    '第三部分(二)',
  ],
  score: (context) => {
    const { references, navigation } = context.question;
    if (navigation !== null) return navigation.to === 'more' ? 0 : 0.97;
    if (references.length === 0) return 0;
    if (references.every((reference) => reference.kind === 'problem' && reference.units.length > 0))
      return 0.2;
    if (references.every((reference) => reference.units.length === 0)) return 0.96;
    return leftoverShare(context) > 0.5 ? 0.25 : 0.9;
  },
  draft: (context) => {
    if (context.question.navigation !== null) return showNavigation(context);
    const { references } = context.question;
    const missing = references.filter((reference) => reference.units.length === 0);
    const units = references.flatMap((reference) => reference.units);
    if (units.length === 0) return refuseNumber(context, missing);
    const claims = references.flatMap((reference) => showReference(context, reference, units.length));
    const notes = missing.length > 0 ? [rangeMessage(context, missing)] : [];
    return draftAnswer({
      claims,
      notes,
      candidates: units.slice(0, 10),
      list: units.length > 1 ? units : [],
      shown: units.length,
      suggestions: suggest(context, units),
    });
  },
};

function showReference(context: IntentContext, reference: Reference, count: number): DraftClaim[] {
  return reference.units.flatMap((id) => {
    const status = asksForStatus(context.question.text) ? claimStatus(context, id) : [];
    if (status.length > 0) return status;
    if (reference.paragraph !== null) return showParagraph(context, id, reference.paragraph);
    if (WHOLE.test(context.question.text)) return showWhole(context, id);
    return showUnit(context, id, count > 1 ? Math.max(120, Math.floor(1800 / count)) : DIGEST, count === 1);
  });
}

const WHOLE = /全文|原文|原话|完整|全部内容|逐字|一字不/u;

function showWhole({ lookup }: IntentContext, id: UnitId): DraftClaim[] {
  return [claim(`${lookup.label(id)}:${lookup.cite(id).quote}`, [lookup.cite(id)])];
}

/** Whole where it is short (or `full`), else the sentences that carry most. */
function showUnit(context: IntentContext, id: UnitId, budget: number, alone: boolean): DraftClaim[] {
  const { label, cite, get } = context.lookup;
  const unit = get(id);
  if (unit === undefined) return [];
  if (alone && unit.text.length <= SHOWN_WHOLE) return [claim(`${label(id)}:${unit.text}`, [cite(id)])];
  const digest = unit.text.length <= budget ? [cite(id)] : digestUnit(context, id, budget);
  return [
    claim(`${label(id)}:${digest.map((part) => part.quote).join('……')}`, digest, {
      kind: alone ? 'statement' : 'item',
    }),
  ];
}

function showParagraph(context: IntentContext, id: UnitId, paragraph: number): DraftClaim[] {
  const unit = context.lookup.get(id);
  if (unit === undefined) return [];
  const paragraphs = splitParagraphs(unit);
  const index = paragraph === -1 ? paragraphs.length : paragraph;
  const chosen = paragraphs[index - 1] ?? paragraphs.at(-1);
  if (chosen === undefined) return [];
  const number = String(paragraphs.indexOf(chosen) + 1);
  return [
    claim(`${context.lookup.label(id)}第${number}段:${chosen.quote}`, [chosen], { computed: [number] }),
  ];
}

function splitParagraphs(unit: Unit): Citation[] {
  const parts: Citation[] = [];
  let offset = 0;
  for (const line of unit.text.split('\n')) {
    const quote = line.trim();
    const start = unit.body.start + offset + line.indexOf(quote);
    if (quote !== '') parts.push({ unit: unit.id, span: { start, end: start + quote.length }, quote });
    offset += line.length + 1;
  }
  return parts;
}

function showNavigation(context: IntentContext): Draft {
  const { navigation } = context.question;
  const targets = navigationTargets(context);
  const [first] = targets;
  if (first === undefined) {
    return draftRefusal('unclear', '前面没有可以接着看的条目,请告诉我条号(如“第12条”)或想问的事。');
  }
  const { cite, label } = context.lookup;
  const claims =
    navigation?.to === 'full'
      ? targets.slice(0, 3).map((id) => claim(`${label(id)}:${cite(id).quote}`, [cite(id)]))
      : targets.flatMap((id) =>
          showUnit(context, id, Math.max(120, Math.floor(1800 / targets.length)), targets.length === 1),
        );
  return draftAnswer({ claims, candidates: targets.slice(0, 10), suggestions: suggest(context, targets) });
}

function refuseNumber(context: IntentContext, missing: readonly Reference[]): Draft {
  return draftRefusal('out-of-range', rangeMessage(context, missing));
}

function rangeMessage({ lookup }: IntentContext, missing: readonly Reference[]): string {
  const numbers = [...new Set(missing.map((reference) => reference.number))].join('、');
  const [first] = missing;
  if (first?.kind === 'problem') return `通报没有第${numbers}个问题:问题编号为1—${lookup.problems.length}。`;
  if (first?.kind === 'sanction') return `通报的处理情况中没有第${numbers}项。`;
  if (first?.kind === 'section') return `通报没有这一部分(“${first.text}”)。`;
  return `通报没有第${numbers}条:整改举措编号为1—${lookup.measures.length}。`;
}

function suggest({ lookup }: IntentContext, units: readonly UnitId[]): string[] {
  const [only] = units;
  if (only === undefined || units.length > 1) return [];
  const unit = lookup.get(only);
  return unit?.kind === 'measure' ? ['原文', '上一条', '下一条', '这个问题还有哪些措施'] : ['原文'];
}
