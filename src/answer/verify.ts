// claim → quotes exact? → what it states (titles, dates, figures, bodies) → each in the cited units, or computed
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import type { DraftClaim } from '../intents/intent.ts';
import type { Amount } from '../text/amounts.ts';
import { containsSpan } from '../text/span.ts';
import { readEvidence, type Evidence, type EvidenceContext } from './evidence.ts';
import { findLabels } from './labels.ts';
import { findListCounts } from './listed.ts';
import { sameUnit } from './measure-words.ts';
import {
  agreesWithDate,
  blank,
  normalizeForFacts,
  readNormalized,
  readStated,
  type Stated,
} from './stated.ts';

export interface DroppedClaim {
  readonly claim: DraftClaim;
  /** For the audit record, never for the chat. */
  readonly why: string;
}

export interface VerifiedClaims {
  readonly passed: DraftClaim[];
  readonly dropped: DroppedClaim[];
}

/**
 * The gate every answer passes, whoever wrote it: quotes are verbatim and inside their unit, and every figure, date,
 * 《title》 and body a claim states stands in the units it cites, or among the numbers the program computed.
 */
export function verifyClaims(claims: readonly DraftClaim[], context: EvidenceContext): VerifiedClaims {
  const result: VerifiedClaims = { passed: [], dropped: [] };
  for (const claim of claims) {
    const why = refuteClaim(claim, context);
    if (why === null) result.passed.push(claim);
    else result.dropped.push({ claim, why });
  }
  return result;
}

/** Why the claim does not stand; null when it does. */
export function refuteClaim(claim: DraftClaim, context: EvidenceContext): string | null {
  if (claim.text.trim() === '') return 'empty text';
  for (const citation of claim.citations) {
    const why = refuteCitation(citation, context);
    if (why !== null) return why;
  }
  const units = [...new Set(claim.citations.map(({ unit }) => unit))];
  const verbatim = units.some((id) => context.lookup.get(id)?.text.includes(claim.text) === true);
  return verbatim ? null : refuteStatement(claim, units, context);
}

function refuteCitation({ unit: id, span, quote }: Citation, { lookup }: EvidenceContext): string | null {
  const unit = lookup.get(id);
  if (unit === undefined) return `no unit ${id}`;
  if (quote === '' || lookup.bulletin.source.slice(span.start, span.end) !== quote) {
    return `quote is not verbatim in ${id}`;
  }
  return containsSpan(unit.span, span) ? null : `quote lies outside ${id}`;
}

function refuteStatement(
  claim: DraftClaim,
  units: readonly UnitId[],
  context: EvidenceContext,
): string | null {
  const evidence = readEvidence(context);
  const text = normalizeForFacts(claim.text);
  const sources = units.map((id) => evidence.stated(id));
  const printed = sources.map((source) => source.text);
  const unstated = [...findLabels(text, context.lookup), ...findListCounts(text, printed)];
  const stated = readNormalized(
    blank(
      text,
      unstated.sort((a, b) => a.start - b.start),
    ),
    null,
  );
  const computed = claim.computed.length === 0 ? null : readStated(claim.computed.join('\n'));
  if (computed !== null) sources.push(computed);
  const ordinals = units.map((id) => Number(context.lookup.get(id)?.ordinal ?? Number.NaN));
  // a computed 「31」 may be shown as 31条
  const counted = computed?.amounts.filter(({ unit }) => unit === '').map(({ value }) => value) ?? [];
  return (
    refuteTitles(stated, sources, units, evidence) ??
    refuteDates(stated, sources) ??
    refuteFigures(stated, sources, new Set(ordinals), new Set(counted)) ??
    refuteBodies(stated.text, sources, units, evidence)
  );
}

function refuteTitles(
  stated: Stated,
  sources: readonly Stated[],
  units: readonly UnitId[],
  evidence: Evidence,
): string | null {
  const wrong = stated.titles.find((title) => {
    if (sources.some((source) => source.text.includes(title))) return false;
    const named = evidence.documents.get(title);
    return !units.some((id) => named?.has(id) === true);
  });
  return wrong === undefined ? null : `title 《${wrong}》 is not in the cited units`;
}

function refuteDates(stated: Stated, sources: readonly Stated[]): string | null {
  const wrong = stated.dates.find(
    (date) => !sources.some((source) => source.dates.some((printed) => agreesWithDate(date, printed))),
  );
  return wrong === undefined ? null : `date ${wrong.text} is not in the cited units`;
}

function refuteFigures(
  stated: Stated,
  sources: readonly Stated[],
  ordinals: ReadonlySet<number>,
  counted: ReadonlySet<number>,
): string | null {
  const wrong = stated.amounts.find(
    (amount) =>
      !(amount.unit === '' && ordinals.has(amount.value)) &&
      !counted.has(amount.value) &&
      !sources.some((source) => statesAmount(source, amount)),
  );
  if (wrong !== undefined) return `figure ${wrong.text} is not in the cited units`;
  const loose = stated.digits.find((digits) => !sources.some((source) => printsDigits(source.text, digits)));
  return loose === undefined ? null : `digits ${loose} are not in the cited units`;
}

/** The same value in the same unit, whichever way it is printed: 1.6亿元 = 16000万元, 十条 = 10条. */
function statesAmount(source: Stated, amount: Amount): boolean {
  // 08名 is not 8名
  if (/^0\d/u.test(amount.text)) return printsDigits(source.text, amount.text);
  const printed = source.amounts.some(
    (other) => other.value === amount.value && sameUnit(other.unit, amount.unit),
  );
  return printed || (amount.unit === '' && printsDigits(source.plain, amount.text));
}

const CHINESE_DIGIT = /[一二三四五六七八九十百千]/u;

/** `digits` as a whole number of `text`: not a part of a longer one, nor of one counted in 万 or 亿. */
function printsDigits(text: string, digits: string): boolean {
  const chinese = CHINESE_DIGIT.test(digits.charAt(0));
  const bare = /\d$/u.test(digits);
  for (let at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + digits.length);
    const begins = chinese ? !CHINESE_DIGIT.test(before) : !/[\d.]/u.test(before);
    if (begins && !(bare && /[\d万亿千百]/u.test(after))) return true;
  }
  return false;
}

/** Whole, or in two parts: 「区委召开常委会会议」 prints 区委常委会. */
function printsBody(text: string, form: string): boolean {
  if (text.includes(form)) return true;
  for (let at = 2; at + 2 <= form.length; at += 1) {
    if (text.includes(form.slice(0, at)) && text.includes(form.slice(at))) return true;
  }
  return false;
}

/** 城管局 where 城市管理局 is printed: the same characters in the same order in a longer form of a body. */
function abbreviates(form: string, text: string, { bodies }: Evidence): boolean {
  if (
    bodies.some(
      ({ form: long }) => long.length > form.length && text.includes(long) && endsSpread(long, form),
    )
  )
    return true;
  // 「某某区城市管理局党组」 is no body of the ledger.
  return (
    form.length >= SHORTEST_VARIANT &&
    [...text.matchAll(FORMAL_NAME)].some(([long]) => endsSpread(long, form))
  );
}

/** 某某区城市管理局, wherever it begins. */
const FORMAL_NAME = /[\u3400-\u9fff]{2,12}(?:局|委员会|办公室|中心)(?=党组|党委|[^\u3400-\u9fff])/gu;

/** How many characters may lie between two of an abbreviation. */
const WIDEST_GAP = 3;

/** The long name ends with the short one's characters in their order, at most `WIDEST_GAP` others between two. */
function endsSpread(long: string, short: string): boolean {
  if (short === '') return true;
  const last = short.slice(-1);
  if (!long.endsWith(last)) return false;
  const rest = short.slice(0, -1);
  if (rest === '') return true;
  for (let gap = 0; gap <= WIDEST_GAP; gap += 1)
    if (endsSpread(long.slice(0, long.length - 1 - gap), rest)) return true;
  return false;
}

/** 区纪委监委 where 「区纪委常委会」 is printed: another form of the same body, if only inside a longer name. */
function printsVariant(name: string, form: string, text: string, { bodies }: Evidence): boolean {
  return bodies.some(
    (body) =>
      body.name === name &&
      body.form !== form &&
      body.form.length >= SHORTEST_VARIANT &&
      text.includes(body.form),
  );
}
const SHORTEST_VARIANT = 3;

function refuteBodies(
  text: string,
  sources: readonly Stated[],
  units: readonly UnitId[],
  evidence: Evidence,
): string | null {
  let rest = text;
  for (const { form, name, units: named } of evidence.bodies) {
    if (!rest.includes(form)) continue;
    const stands =
      units.some((id) => named.has(id)) ||
      sources.some(({ text: printed }) => printsBody(printed, form)) ||
      sources.some(({ text: printed }) => abbreviates(form, printed, evidence)) ||
      sources.some(({ text: printed }) => printsVariant(name, form, printed, evidence));
    if (!stands) {
      return `body ${form} is not in the cited units`;
    }
    rest = rest.replaceAll(form, '\u0001'.repeat(form.length));
  }
  return null;
}
