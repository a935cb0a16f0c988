// filter → the measures that fit, in document order, each with the words that make it fit
import type { Citation, Unit, UnitId } from '../bulletin/bulletin.ts';
import type { MeasureFacts } from '../ledger/ledger.ts';
import { splitClauses } from '../text/sentences.ts';
import { MOST_AKIN, type MentionFilter } from './filter-names.ts';
import type { LedgerFilter } from './ledger-filter.ts';
import type { IntentContext } from './intent.ts';
import { findMentions } from './mentions.ts';
import { citeAround, trimCitation } from './quote.ts';
import type { DeadlineRange } from './deadline-slot.ts';

/** One measure of a list. */
export interface Row {
  readonly unit: UnitId;
  /** The words that matter: the mention, the deadline, the deciding phrase of the status. */
  readonly citation: Citation;
  /** False where the measure prints a form close to what was asked for. */
  readonly exact: boolean;
}

type Test = (facts: MeasureFacts, unit: Unit) => Omit<Row, 'unit'> | null;

/** The measures that fit every part of the filter, in document order. */
export function selectMeasures(context: IntentContext, filter: LedgerFilter): Row[] {
  const tests = readTests(context, filter);
  const left = new Set(filter.without);
  return context.ledger.measures.flatMap((facts): Row[] => {
    const unit = context.lookup.get(facts.unit);
    if (unit === undefined || left.has(unit.id)) return [];
    const passed = tests.map((test) => test(facts, unit));
    if (passed.includes(null)) return [];
    const quotes = passed.filter((result) => result !== null);
    const [first] = quotes;
    return [
      {
        unit: unit.id,
        citation: first?.citation ?? citeStart(context, unit),
        exact: quotes.every((quote) => quote.exact),
      },
    ];
  });
}

/** Tests in the order in which their words are worth quoting. */
function readTests(context: IntentContext, filter: LedgerFilter): Test[] {
  const { bulletin } = context;
  const tests: Test[] = filter.mentions.map((mention) => testMention(context, mention));
  const { document, organization, deadline, status, section, problem, within } = filter;
  if (document !== null) {
    tests.push((facts, unit) => {
      const named = facts.documents.find(({ name }) => document.names.has(name));
      return named === undefined ? null : quoteOf(citeAround(unit, bulletin.source, named.citation.span));
    });
  }
  if (organization !== null) {
    tests.push((facts, unit) => {
      const mentions = facts.organizations.filter(({ name }) => organization.names.has(name));
      const wanted = organization.leads ? mentions.filter(({ role }) => role === '牵头') : mentions;
      const plain = wanted.find(({ elliptic }) => !elliptic);
      if (plain !== undefined) {
        // 区委常委、组织部部长: a body whose level is left out is not printed as asked.
        const exact = organization.printed.test(plain.citation.quote);
        return quoteOf(citeAround(unit, bulletin.source, plain.citation.span), exact);
      }
      const match = organization.leads ? null : organization.printed.exec(unit.text);
      if (match !== null) {
        const start = unit.body.start + match.index;
        // 柳桥、河西等2个社区: not printed as asked.
        const exact = match[0].replace(/[\s“”]/gu, '').length === organization.asked.length;
        return quoteOf(citeAround(unit, bulletin.source, { start, end: start + match[0].length }), exact);
      }
      const [elliptic] = wanted;
      return elliptic === undefined
        ? null
        : quoteOf(citeAround(unit, bulletin.source, elliptic.citation.span), false);
    });
  }
  if (deadline?.none === true) {
    tests.push(({ deadlines, status: { value, citation } }, unit) =>
      deadlines.length === 0 && value === 'in_progress'
        ? quoteOf(citeAround(unit, bulletin.source, citation.span, true))
        : null,
    );
  } else if (deadline !== null) {
    tests.push((facts, unit) => {
      const due = facts.deadlines.find((due) => fitsDeadline(deadline, due));
      return due === undefined ? null : quoteOf(citeAround(unit, bulletin.source, due.task.span));
    });
  }
  if (status !== null) {
    tests.push((facts, unit) =>
      facts.status.value === status
        ? quoteOf(citeAround(unit, bulletin.source, facts.status.citation.span, true))
        : null,
    );
  }
  const inside = (holds: boolean, unit: Unit): Omit<Row, 'unit'> | null =>
    holds ? quoteOf(citeStart(context, unit)) : null;
  if (section !== null) tests.push((_, unit) => inside(unit.path.includes(section), unit));
  if (problem !== null) tests.push((_, unit) => inside(unit.path.includes(problem), unit));
  if (within.length > 0) tests.push((_, unit) => inside(within.includes(unit.id), unit));
  return tests;
}

function quoteOf(citation: Citation, exact = true): Omit<Row, 'unit'> {
  return { citation, exact };
}

function testMention(context: IntentContext, mention: MentionFilter): Test {
  const { lookup, bulletin } = context;
  const groups = mention.all ? mention.phrases.map((phrase) => [phrase]) : [mention.phrases];
  const found = groups.map(
    (phrases) =>
      new Map(
        findMentions(lookup.measures, bulletin.source, phrases, mention.literal).map((one) => [
          one.unit,
          one,
        ]),
      ),
  );
  const printed = new Set(found.flatMap((group) => [...group.keys()])).size;
  const akin = mention.akin.filter((id) => !found.some((group) => group.has(id)));
  const told = new Set([...mention.byWords, ...(akin.length > printed * MOST_AKIN + 2 ? [] : akin)]);
  return (_, unit) => {
    const ones = found.map((group) => group.get(unit.id));
    const [one] = ones;
    if (one === undefined || ones.includes(undefined)) {
      return told.has(unit.id)
        ? quoteOf(mention.places?.get(unit.id) ?? citeWords(context, unit, mention.asked), false)
        : null;
    }
    return quoteOf(
      one.citation,
      ones.every((other) => other?.exact === true),
    );
  };
}

/** The clause of the unit that holds most of the words. */
function citeWords(context: IntentContext, unit: Unit, words: string): Citation {
  const [ranked] = context.engine.rank(words, { within: new Set([unit.id]), limit: 1 });
  const best = [...(ranked?.clauses ?? [])].sort((a, b) => b.share - a.share)[0];
  return best === undefined
    ? citeStart(context, unit)
    : trimCitation(unit, context.bulletin.source, best.span);
}

interface Due {
  readonly citation: Citation;
  readonly date: string | null;
  readonly passed: boolean | null;
}

function fitsDeadline(range: DeadlineRange, { date, passed, citation }: Due): boolean {
  if (range.edge !== '' && !Array.from(range.edge).some((edge) => citation.quote.includes(edge)))
    return false;
  if (range.passed) return passed === true;
  if (range.from === null && range.to === null) return true;
  if (date === null) return false;
  if (range.from === null) return range.to !== null && date <= range.to;
  return date >= range.from && (range.to === null || date <= range.to);
}

/** An opening that says nothing alone: a date, 针对…问题, 截至目前. */
const OPENING = /^(?:[\d年月日至到—–-]+|(?:针对|关于|根据|结合|通过|为)[^,，]*|截至[^,，]*|目前|同时|近期)$/u;
const TELLING = 14;

/** The measure's first clauses, up to one that says something. */
export function citeStart({ bulletin }: IntentContext, unit: Unit): Citation {
  const clauses = splitClauses(bulletin.source, unit.body);
  const first = clauses.findIndex(({ start, end }) => {
    const text = bulletin.source.slice(start, end).replace(/[,，。;；:：]+$/u, '');
    return text.length >= TELLING && !OPENING.test(text);
  });
  const clause = clauses[Math.max(0, first)] ?? unit.body;
  return citeAround(unit, bulletin.source, {
    start: clause.start,
    end: Math.min(clause.end, clause.start + 2),
  });
}
