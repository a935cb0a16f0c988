// 第148条, 第12至15条, 第三部分(二), 四(一)5, 上一条, 原文 → the unit itself
import type { UnitId } from '../bulletin/bulletin.ts';
import { readAskedFor } from '../question/asked-for.ts';
import type { Reference } from '../question/question.ts';
import { formatChineseNumeral } from '../text/numerals.ts';
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
import { listedUnits, navigationTargets } from './navigation.ts';
import { citePassage, findPassages } from './passage.ts';
import { asksForStatus, claimStatus } from './status-claim.ts';
import { leftoverShare } from './leftover.ts';
import { claimPlaces, sayMissingPlace } from './unit-place.ts';

/** A unit this long is shown whole when its content is asked for; longer ones by digest, whole on 原文. */
const SHOWN_WHOLE = 900;
const DIGEST = 400;
const BRIEF = 110;
/** Share of the last question the unit holds where something of it was asked, not only its number. */
const ASKED_OF = 0.3;
/** Units shown for one message; the rest is paged. */
const MOST_SHOWN = 60;

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
    const { references, navigation, text } = context.question;
    if (navigation !== null) return 0.97;
    if (references.length === 0) return 0;
    if (references.every((reference) => reference.kind === 'problem' && reference.units.length > 0))
      return 0.2;
    if (references.every((reference) => reference.units.length === 0)) return 0.96;
    // 举措191末尾一段: whatever else is said, a paragraph is asked for.
    if (references.some(({ places }) => places.length > 0)) return 0.9;
    // 诫勉第1条几个人, 四(一)5为什么: a sanction is one sentence, which tells all of it.
    const whole = references.every(({ kind }) => kind === 'sanction') && OF_SANCTION.test(text);
    return !whole && leftoverShare(context) > 0.5 ? 0.25 : 0.9;
  },
  draft: (context) => {
    if (context.question.navigation !== null) return showNavigation(context);
    const { references } = context.question;
    const missing = references.filter((reference) => reference.units.length === 0);
    const units = references.flatMap((reference) => reference.units);
    if (units.length === 0) return refuseNumber(context, missing);
    const shown = references.filter(({ units: [id] }) => id !== undefined).slice(0, MOST_SHOWN);
    const claims = shown.flatMap((reference) => showReference(context, reference, shown.length));
    const notes = [
      ...(missing.length > 0 ? [rangeMessage(context, missing)] : []),
      ...references.flatMap(({ units, places }) => sayMissingPlace(context, units[0] ?? '', places)),
      ...nameOtherReadings(context),
      ...(units.length > MOST_SHOWN ? [`共${units.length}条,先列前${MOST_SHOWN}条,发“更多”看后面的。`] : []),
    ];
    return draftAnswer({
      claims,
      notes,
      candidates: units.slice(0, 10),
      list: units.length > 1 ? units : [],
      shown: Math.min(units.length, MOST_SHOWN),
      suggestions: units.length > MOST_SHOWN ? ['更多'] : suggest(context, units),
    });
  },
};

function showReference(context: IntentContext, reference: Reference, count: number): DraftClaim[] {
  return reference.units.flatMap((id) => {
    const placed = reference.places.length > 0 ? claimPlaces(context, id, reference.places) : null;
    if (placed !== null) return placed;
    const status = asksForStatus(context.question.text) ? claimStatus(context, id) : [];
    if (status.length > 0) return status;
    if (WHOLE.test(context.question.text)) return showWhole(context, id);
    return showUnit(context, id, count > 1 ? Math.max(120, Math.floor(1800 / count)) : DIGEST, count === 1);
  });
}

const OF_SANCTION =
  /谁|(?:几|多少)个?[人位名]|哪[几些]?[位个人]|(?:什么|啥)(?:处分|处理|职务|原因|问题|事)|为(?:什么|啥|何)|因为|怎么(?:处理|处分)/u;
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

function showNavigation(context: IntentContext): Draft {
  const { navigation } = context.question;
  const targets = navigationTargets(context);
  if (targets.length === 0) return refuseMove(context);
  const { cite, label } = context.lookup;
  const claims =
    navigation?.to === 'brief'
      ? showBriefly(context, targets[0] ?? '')
      : navigation?.to === 'full'
        ? targets.slice(0, 3).map((id) => claim(`${label(id)}:${cite(id).quote}`, [cite(id)]))
        : targets.flatMap((id) =>
            showUnit(context, id, Math.max(60, Math.floor(900 / targets.length)), targets.length === 1),
          );
  const listed =
    navigation?.to === 'siblings' ? targets : navigation?.to === 'item' ? listedUnits(context) : [];
  return draftAnswer({
    claims,
    candidates: targets.slice(0, 10),
    list: listed,
    // Opening one row leaves the list where it was.
    shown: navigation?.to === 'item' ? (context.turn?.shown ?? listed.length) : listed.length,
    suggestions: suggest(context, targets),
  });
}

/** 太长了短点: what answers the last question, in one passage; of a unit that was shown, what tells most. */
function showBriefly(context: IntentContext, id: UnitId): DraftClaim[] {
  const { turn, engine, bulletin } = context;
  const text = turn?.question ?? '';
  const [ranked] = engine.rank(text, { within: new Set([id]), limit: 1 });
  const asked = { text, askedFor: readAskedFor(text) };
  const [best] =
    ranked !== undefined && ranked.coverage >= ASKED_OF ? findPassages(bulletin.source, [ranked], asked) : [];
  const quotes = best === undefined ? digestUnit(context, id, BRIEF) : [citePassage(best)];
  return quotes.map((quote) => claim(quote.quote, [quote]));
}

/** Nowhere to move: nothing was shown, the list is at its end, the unit is the first or last. */
function refuseMove(context: IntentContext): Draft {
  const { question, turn } = context;
  const listed = listedUnits(context);
  const kept = { list: turn?.list ?? [], shown: turn?.shown ?? 0, candidates: listed.slice(0, 10) };
  if (listed.length === 0)
    return draftRefusal('unclear', '前面没有可以接着看的条目,请告诉我条号(如“第12条”)或想问的事。');
  switch (question.navigation?.to) {
    case 'item':
      return draftRefusal('out-of-range', `前面只列了${listed.length}项。`, kept);
    case 'next':
      return draftRefusal('out-of-range', '这已经是最后一条。', kept);
    case 'previous':
      return draftRefusal('out-of-range', '这已经是第一条。', kept);
    default:
      return draftRefusal('unclear', '这里没有可以列出的措施,请告诉我条号或想问的事。', kept);
  }
}

/** 「处分第3条」 is measure 3; the third items of the sanctions are named beside it. */
function nameOtherReadings({ question, lookup }: IntentContext): string[] {
  const [first] = question.references;
  const part = lookup.sanctions[0]?.path[0]?.slice(1).split('.')[0];
  if (first?.kind !== 'measure' || first.under !== null || part === undefined) return [];
  const spoken = new RegExp(
    `处分|处理|诫勉|问责|第(?:${part}|${formatChineseNumeral(Number(part))})(?:大)?部分`,
    'u',
  );
  if (question.references.length > 1 || !spoken.test(question.text)) return [];
  const others = lookup.sanctions.filter(({ id }) => id.endsWith(`.${first.number}`));
  return others.length === 0
    ? []
    : [`若指处理情况中的第${first.number}项,请发“${others.map(({ id }) => lookup.label(id)).join('”“')}”。`];
}

function refuseNumber(context: IntentContext, missing: readonly Reference[]): Draft {
  return draftRefusal('out-of-range', rangeMessage(context, missing));
}

function rangeMessage({ lookup }: IntentContext, missing: readonly Reference[]): string {
  const numbers = [...new Set(missing.map((reference) => reference.number))].join('、');
  const [first] = missing;
  if (first !== undefined && first.under !== null)
    return `${lookup.label(first.under)}共${lookup.measuresOf(first.under).length}条措施,没有第${numbers}条。`;
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
