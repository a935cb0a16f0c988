// what is counted → how many there are, each count citing what it counts, and 计算: terms, operator, result
import { citeStatus } from './status-claim.ts';
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import { STATUS_LABELS, type Status } from '../ledger/ledger.ts';
import { formatNumber, formatShare } from './figure-words.ts';
import { claim, draftAnswer, type Draft, type DraftClaim, type IntentContext } from './intent.ts';
import { claimStatuses, DERIVED_STATUS } from './list-draft.ts';
import { claimMeasures, claimProblems, claimSection, measuresOf, problemsOf } from './section-counts.ts';
import type { Part, Tally } from './tally.ts';

/** A part as it is counted, with what it counts. */
interface Counted {
  readonly part: Part;
  /** None where there is nothing to count. */
  readonly claims: readonly DraftClaim[];
  readonly citations: readonly Citation[];
}

export function draftTally(context: IntentContext, tally: Exclude<Tally, { kind: 'count' }>): Draft {
  switch (tally.kind) {
    case 'statuses':
      return draftStatuses(context, tally.section);
    case 'share':
      return draftShares(context, tally);
    case 'sum':
      return draftSum(context, tally.parts);
    case 'gap':
      return tally.rates ? draftRateGap(context, tally.parts) : draftGap(context, tally.parts);
    case 'rest':
      return draftRest(context, tally);
    case 'times':
      return draftTimes(context, tally);
  }
}

/** The measures of the section, or all, by status: they add up. */
export function draftStatuses(context: IntentContext, section: UnitId | null): Draft {
  const units = measuresIn(context, section);
  const statuses = claimStatuses(context, units);
  const terms = statuses.map(({ citations }) => String(citations.length));
  const total = `${String(units.length)}条`;
  const sum = compute(
    statuses.flatMap(({ citations }) => [...citations]),
    `${terms.join('+')}=${total}`,
    [total, ...terms.map((term) => `${term}条`)],
  );
  return draftCounted(context, [section], [...statuses, ...sum], true);
}

function measuresIn(context: IntentContext, section: UnitId | null): UnitId[] {
  return section === null ? context.lookup.measures.map(({ id }) => id) : measuresOf(context, section);
}

/** 「计算:70条÷300条≈23.33%」 for each part, behind the statuses of the whole where it is told by them. */
function draftShares(
  context: IntentContext,
  { parts, whole, problems, together }: Extract<Tally, { kind: 'share' }>,
): Draft {
  const unit = problems ? '个' : '条';
  const statuses = parts.some(({ status }) => status !== null);
  const byStatus =
    statuses && whole.status === null && parts.every(({ section }) => section === whole.section);
  const counted = parts.map((part) => count(context, part, problems));
  const all = count(context, whole, problems);
  const terms = together
    ? [counted.flatMap(({ citations }) => citations)]
    : counted.map((one) => one.citations);
  const shares = terms.flatMap((citations) => {
    const share = formatShare(citations.length, all.citations.length);
    const own = counted.map((one) => `${String(one.citations.length)}${unit}`);
    const [part, total] = [`${String(citations.length)}${unit}`, `${String(all.citations.length)}${unit}`];
    const sum = own.join('+');
    const said = together ? `${sum}=${part};${part}÷${total}≈${share}` : `${part}÷${total}≈${share}`;
    return compute(byStatus ? all.citations : citations, said, [share, part, total, ...own]);
  });
  const derived = statuses || whole.status !== null;
  if (byStatus) {
    const own = claimStatuses(context, measuresIn(context, whole.section));
    return draftCounted(context, [whole.section], [...own, ...shares], derived);
  }
  const wholes = whole.section === null && whole.status === null ? [] : headed(context, all);
  const own = counted.flatMap((one) => headed(context, one));
  return draftCounted(context, [], [...wholes, ...own, ...shares], derived);
}

/** 「计算:40条+30条=70条」 */
function draftSum(context: IntentContext, parts: readonly Part[]): Draft {
  const counted = parts.map((part) => count(context, part));
  const citations = counted.flatMap((one) => one.citations);
  const terms = counted.map((one) => `${String(one.citations.length)}条`);
  const total = `${String(citations.length)}条`;
  const sum = compute(citations, `${terms.join('+')}=${total}`, [...terms, total]);
  const sections = parts.map(({ section }) => section);
  return draftCounted(context, sections, [...counted.flatMap(({ claims }) => claims), ...sum], true);
}

/** 「计算:200条−40条=160条」, citing all of both. */
function draftGap(context: IntentContext, parts: readonly [Part, Part]): Draft {
  const counted = parts.map((part) => count(context, part));
  const [more = 0, less = 0] = counted.map(({ citations }) => citations.length).sort((a, b) => b - a);
  const said = subtract(
    more,
    less,
    counted.flatMap(({ citations }) => citations),
  );
  const claims = counted.flatMap((one) => headed(context, one));
  const derived = parts.some(({ status }) => status !== null);
  return draftCounted(context, [], [...claims, ...said], derived);
}

/** 「计算:200条÷40条≈5倍」, citing all of both. */
function draftTimes(
  context: IntentContext,
  { parts, problems, percent }: Extract<Tally, { kind: 'times' }>,
): Draft {
  const counted = parts.map((part) => count(context, part, problems));
  const [own = 0, other = 0] = counted.map(({ citations }) => citations.length);
  const times = percent
    ? formatShare(own, Math.max(1, other))
    : `${formatNumber(own / Math.max(1, other))}倍`;
  const unit = problems ? '个' : '条';
  const terms = [own, other].map((size) => `${String(size)}${unit}`);
  const citations = counted.flatMap((one) => one.citations);
  const said = other === 0 ? [] : compute(citations, `${terms.join('÷')}≈${times}`, [times, ...terms]);
  const derived = parts.some(({ status }) => status !== null);
  return draftCounted(context, [], [...counted.flatMap((one) => headed(context, one)), ...said], derived);
}

/** 「计算:已完成54条÷88条≈61.36%」 of either, and how far they are apart. */
function draftRateGap(context: IntentContext, parts: readonly [Part, Part]): Draft {
  const rates = parts.map(({ section, status }) => {
    const [own, all] = [count(context, { section, status }), count(context, { section, status: null })];
    const [part, whole] = [own.citations.length, Math.max(1, all.citations.length)];
    const share = (part / whole) * 100;
    const percent = formatShare(part, whole);
    const terms = [own, all].map(({ citations }) => `${String(citations.length)}条`);
    const said = `${terms.join('÷')}≈${percent}`;
    const heading = section === null ? [] : claimSection(context, section);
    const claims = [...heading, ...compute(own.citations, said, [percent, ...terms])];
    return { share, claims, citations: own.citations };
  });
  const [more = 0, less = 0] = rates.map(({ share }) => share).sort((a, b) => b - a);
  const gap = `${formatNumber(more - less)}个百分点`;
  const said = `${formatNumber(more)}%−${formatNumber(less)}%≈${gap}`;
  const citations = rates.flatMap((rate) => [...rate.citations]);
  return draftCounted(
    context,
    [],
    [
      ...rates.flatMap(({ claims }) => claims),
      ...compute(citations, said, [gap, `${formatNumber(more)}%`, `${formatNumber(less)}%`]),
    ],
    true,
  );
}

/** 「计算:300条−220条=80条」 */
function draftRest(context: IntentContext, { whole, part }: Extract<Tally, { kind: 'rest' }>): Draft {
  const [all, own] = [count(context, whole), count(context, part)];
  const said = subtract(all.citations.length, own.citations.length, all.citations);
  return draftCounted(
    context,
    [whole.section, part.section],
    [...all.claims, ...own.claims, ...said],
    part.status !== null,
  );
}

function subtract(more: number, less: number, citations: readonly Citation[]): DraftClaim[] {
  const terms = [`${String(more)}条`, `${String(less)}条`];
  const gap = `${String(more - less)}条`;
  return compute(citations, `${terms.join('−')}=${gap}`, [...terms, gap]);
}

/** A count behind the heading of its section. */
function headed(context: IntentContext, { part: { section }, claims }: Counted): DraftClaim[] {
  return [...(section === null ? [] : claimSection(context, section)), ...claims];
}

function count(context: IntentContext, { section, status }: Part, problems = false): Counted {
  const part = { section, status };
  const units = measuresIn(context, section);
  const all = context.lookup.problems.map(({ id }) => id);
  const claims = problems
    ? [claimProblems(context, section === null ? all : problemsOf(context, section))]
    : status === null
      ? [claimMeasures(context, units)]
      : claimOfStatus(context, units, status);
  return { part, claims, citations: claims.flatMap(({ citations }) => [...citations]) };
}

/** 「正在推进的共12条」, citing what decides each; none where none has it. */
export function claimOfStatus(
  context: IntentContext,
  units: readonly UnitId[],
  status: Status,
): DraftClaim[] {
  const citations = citeStatus(context, units, status);
  const size = `${String(citations.length)}条`;
  const text = `${STATUS_LABELS[status]}的共${size}`;
  return citations.length === 0 ? [] : [claim(text, citations, { kind: 'item', computed: [size] })];
}

/** None where nothing is counted that could be cited. */
function compute(citations: readonly Citation[], text: string, computed: readonly string[]): DraftClaim[] {
  return citations.length === 0 ? [] : [claim(`计算:${text}`, citations, { computed })];
}

/** The headings of the sections in front of the counts. */
function draftCounted(
  context: IntentContext,
  named: readonly (UnitId | null)[],
  claims: readonly DraftClaim[],
  derived: boolean,
): Draft {
  const sections = [...new Set(named.flatMap((section) => section ?? []))];
  return draftAnswer({
    claims: [...sections.flatMap((id) => claimSection(context, id)), ...claims],
    notes: derived ? [DERIVED_STATUS] : [],
    candidates: sections,
    suggestions: derived ? ['哪些还没完成'] : [],
  });
}
