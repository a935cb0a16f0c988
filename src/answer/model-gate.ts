// model's claim → ids in the evidence? → every stated fact in the cited units? → names, status, support → passed or verbatim
import type { Citation, Unit, UnitId } from '../bulletin/bulletin.ts';
import type { UnitLookup } from '../bulletin/lookup.ts';
import { claim as buildClaim, type DraftClaim } from '../intents/intent.ts';
import { refuteAdditions, refuteReasons } from './additions.ts';
import { clausesOf, splitIntoClauses } from './alignment.ts';
import { refuteAgents } from './agents.ts';
import { refutePlannedDates } from './planned-dates.ts';
import { refuteSwappedFigures, refuteSwappedNames } from './swaps.ts';
import { findSuppliedBodies } from './supplied.ts';
import { refuteCompletion } from './completion.ts';
import { refuteEndedNames } from './ended-names.ts';
import { readEvidence, type Evidence, type EvidenceContext } from './evidence.ts';
import { refuteFigureClauses } from './figure-clauses.ts';
import { refuteFigurePlaces, refuteNamePlaces, refuteRepeatedFigures } from './places.ts';
import { refuteExactness } from './exactness.ts';
import { findAddressed } from './labels.ts';
import { findWordedCounts } from './listed.ts';
import { namesOf, refuteBorrowedNames, refuteKnownNames, refuteNearNames } from './near-names.ts';
import { cutGaps, measureNovelty, measureSupport, refuteNewWords } from './novelty.ts';
import { refuteEndings } from './outcomes.ts';
import { chooseSentences, quotableSentences, quoteSentence } from './quote.ts';
import { blank, normalizeForFacts, readNormalized, type Stated } from './stated.ts';
import { refutePraise, refuteSanctions, refuteTendency } from './tendency.ts';
import { refuteClaim } from './verify.ts';
import type { TagWords } from './wording.ts';

/** A claim as the model wrote it. */
export interface ModelClaim {
  readonly text: string;
  readonly units: readonly UnitId[];
}

export interface GateContext extends EvidenceContext {
  /** Units whose text the model was given. */
  readonly allowed: ReadonlySet<UnitId>;
  readonly tag: TagWords;
}

/** `replaced`: the verbatim sentence the claim should have restated. `why` is for the audit record, never for the chat. */
export type Verdict =
  | { readonly kind: 'passed'; readonly claim: DraftClaim }
  | { readonly kind: 'replaced'; readonly claim: DraftClaim; readonly why: string }
  | { readonly kind: 'dropped'; readonly why: string };

const SHORTEST = 4;
const LONGEST = 400;
/** Share of the claim's words that must stand in the sentences it restates; faithful rewordings lie above .75. */
const SUPPORT_FLOOR = 0.7;
/** A problem is a heading of few words, which may all be others: 「津补贴发放过滥」 for 「滥发津补贴」. */
const HEADING_FLOOR = 0.5;
/** The same for each unit of a claim that cites several. */
const SHARE_FLOOR = 0.3;
/** A sentence must be this close to a failed claim to stand in for it. */
const REPLACEMENT_FLOOR = 0.35;
const MARKUP = /https?:|<[a-z/!]|```|\]\(|[\u0000-\u0008\u000b-\u001f]/iu;
/** 「通报未载明…」 is the program's to say: no unit can bear it. */
const ABSENCE = /^(?:该|本)?通报(?:中)?(?:并)?(?:未|没有)(?:载明|提及|提到|说明|公布|披露)/u;

/** Checks one claim of a model the moment it is complete, before anyone sees it. */
export function checkModelClaim(written: ModelClaim, context: GateContext): Verdict {
  const text = stripMarks(written.text);
  const refused = refuteForm(text, written.units, context.allowed);
  if (refused !== null) return { kind: 'dropped', why: refused };
  const units = [...new Set(written.units)]
    .map((id) => context.lookup.get(id))
    .filter((unit): unit is Unit => unit !== undefined);
  const normalized = normalizeForFacts(text);
  const why = refuteWording(text, normalized, units, context);
  if (why === null) return { kind: 'passed', claim: buildClaim(text, cite(normalized, units, context)) };
  const sentence = closestSentence(normalized, units, context);
  return sentence === null ? { kind: 'dropped', why } : { kind: 'replaced', claim: sentence, why };
}

/** Models like to repeat the ids inside the text: 「…学位。[M37]」. */
function stripMarks(text: string): string {
  return text.replace(/\s*[[(（【〔](?:[MPSDE]\d+(?:\.\d+)?[、,，\s]*)+[\])）】〕]/gu, '').trim();
}

function refuteForm(text: string, units: readonly UnitId[], allowed: ReadonlySet<UnitId>): string | null {
  if (text.length < SHORTEST || text.length > LONGEST) return `text of ${text.length} characters`;
  if (MARKUP.test(text)) return 'markup, address or control character';
  if (units.length === 0) return 'no unit';
  const foreign = units.find((id) => !allowed.has(id));
  if (foreign !== undefined) return `unit ${foreign.slice(0, 20)} was not in the evidence`;
  return ABSENCE.test(text) ? 'states an absence' : null;
}

function refuteWording(
  text: string,
  normalized: string,
  units: readonly Unit[],
  context: GateContext,
): string | null {
  const { lookup, tag } = context;
  const evidence = readEvidence(context);
  const sources = units.map(({ id }) => evidence.stated(id));
  const whole = units.map(({ id }) => lookup.cite(id));
  const [first, ...rest] = whole;
  if (first === undefined) return 'no unit';
  const counts = findWordedCounts(
    normalized,
    sources.map((source) => source.text),
  );
  const stated = readNormalized(blank(normalized, counts), null);
  const names = [...new Set(sources.flatMap((source) => namesOf(source, evidence, tag)))];
  const bodies = findForms(normalized, evidence.forms);
  const others = names.filter((name) => !evidence.forms.has(name)).map((name) => ({ form: name, name }));
  const plain = blank(normalized, bodies);
  const figures = [...stated.amounts, ...stated.dates].map(({ span }) => span);
  const around = readAround(units, evidence);
  const printed = [...sources, ...around].map((source) => source.text);
  const novelty = measureNovelty(plain, printed);
  const supplied = findSuppliedBodies(normalized, sources, readProblems(units, context, evidence), evidence);
  const borne = supplied.length === 0 ? text : blank(normalized, supplied);
  return (
    refuteClaim({ text: borne, citations: [first, ...rest], kind: 'statement', computed: [] }, context) ??
    refuteAddresses(normalized, units, context) ??
    refuteKnownNames(normalized, [...sources, ...around], evidence) ??
    refuteNearNames(plain, names, novelty.gaps, sources, tag) ??
    refuteEndedNames(plain, printed, tag) ??
    refuteNewWords(plain, cutGaps(novelty.gaps, figures), printed, tag) ??
    refuteBorrowedNames(plain, cutGaps(novelty.gaps, figures), evidence, tag) ??
    refuteExactness(stated, sources) ??
    refuteTendency(stated, sources) ??
    refuteSanctions(normalized, sources) ??
    refutePraise(normalized, units.every(isProblem) ? sources.map((source) => source.text) : null) ??
    refuteFigurePlaces(stated, sources) ??
    refuteRepeatedFigures(stated, sources) ??
    refuteFigureClauses(stated, sources) ??
    refuteSwappedFigures(stated, sources) ??
    refutePlannedDates(stated, sources) ??
    refuteAgents(normalized, sources) ??
    refuteNamePlaces(normalized, sources, [...evidence.bodies, ...others]) ??
    refuteSwappedNames(normalized, sources, [...evidence.bodies, ...others], evidence.forms) ??
    refuteCompletion(
      normalized,
      sources.map(clausesOf),
      units.every((unit) => isPlan(unit, lookup)),
      around.flatMap(clausesOf),
    ) ??
    refuteSupport(normalized, units, around, context) ??
    refuteAdditions(normalized, [...sources, ...around]) ??
    refuteReasons(normalized, [...sources, ...around]) ??
    refuteEndings(clausesOf(stated), sources.map(clausesOf))
  );
}

/**
 * What stands above the units is said of them: 「博奥城」 of the problem for 「小区」 of its measure; and the bulletin's own
 * place and matter of each: 「青禾区」 for 「我区」, 「巡视整改」. Words, no facts.
 */
function readAround(units: readonly Unit[], { title, stated }: Evidence): Stated[] {
  const above = new Set(units.flatMap(({ path }) => path));
  for (const { id } of units) above.delete(id);
  return [title, ...[...above].map(stated)];
}

/** The problems the units are measures for. */
function readProblems(units: readonly Unit[], { lookup }: GateContext, { stated }: Evidence): Stated[] {
  const above = new Set(units.flatMap(({ path }) => path));
  return [...above].filter((id) => lookup.get(id)?.kind === 'problem').map(stated);
}

/** 「第148条」 must be a unit the claim cites, or one above it. */
function refuteAddresses(text: string, units: readonly Unit[], { lookup }: GateContext): string | null {
  const cited = new Set(units.flatMap(({ id, path }) => [id, ...path]));
  const wrong = findAddressed(text, lookup).find((candidates) => !candidates.some((id) => cited.has(id)));
  return wrong === undefined ? null : `speaks of ${wrong.join(', ')} and cites it not`;
}

function refuteSupport(
  text: string,
  units: readonly Unit[],
  around: readonly Stated[],
  { lookup }: GateContext,
): string | null {
  const sentences = units.map((unit) => chooseSentences(text, unit, lookup).map((sentence) => sentence.text));
  const support = measureSupport(text, [...sentences.flat(), ...around.map((source) => source.text)]);
  const floor = units.every(isProblem) ? HEADING_FLOOR : SUPPORT_FLOOR;
  if (support < floor) return `support ${support.toFixed(2)} below ${floor}`;
  // a heading above another cited unit is at home in the claim: [P2, M4]
  const above = new Set(units.flatMap(({ path }) => path));
  const idle = units.find(
    ({ id, text: own }, index) =>
      !above.has(id) &&
      measureNovelty(text, sentences[index] ?? []).support < SHARE_FLOOR &&
      !isRestated(own, text) &&
      !bearsClause(text, sentences[index] ?? []),
  );
  return idle === undefined || units.length === 1 ? null : `unit ${idle.id} does not bear the claim`;
}

/** A heading of few words is at home where most of them are said: 「党纪政务处分情况(13人)」. */
function isRestated(heading: string, claim: string): boolean {
  const own = normalizeForFacts(heading);
  return own.length <= LONGEST_HEADING && measureSupport(own, [claim]) >= SUPPORT_FLOOR;
}
const LONGEST_HEADING = 40;

/** One of several clauses is this unit's. */
function bearsClause(text: string, sentences: readonly string[]): boolean {
  return splitIntoClauses(text).some(
    (clause) => clause.grams.size >= LEAST_CLAUSE && measureSupport(clause.text, sentences) >= SUPPORT_FLOOR,
  );
}
const LEAST_CLAUSE = 4;

/** Stands in 「对持续整改的工作打算」: everything there is to come. */
function isPlan({ id, path }: Unit, lookup: UnitLookup): boolean {
  return [...path, id].some((at) => PLANS.test(lookup.get(at)?.text ?? ''));
}
const PLANS = /^[^\n]{0,20}(?:打算|计划|安排)\s*(?:\n|$)/u;

function isProblem({ kind }: Unit): boolean {
  return kind === 'problem';
}

function findForms(text: string, forms: ReadonlySet<string>): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const form of forms) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
      spans.push({ start: at, end: at + form.length });
    }
  }
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

function cite(text: string, units: readonly Unit[], { lookup }: GateContext): Citation[] {
  return units.flatMap((unit) => {
    const chosen = chooseSentences(text, unit, lookup);
    return chosen.length === 0
      ? [lookup.cite(unit.id)]
      : chosen.map((sentence) => quoteSentence(unit, sentence, lookup));
  });
}

function closestSentence(text: string, units: readonly Unit[], context: GateContext): DraftClaim | null {
  const { lookup } = context;
  const scored = units.flatMap((unit) =>
    quotableSentences(unit, lookup.bulletin.source).map((sentence) => ({
      unit,
      sentence,
      support: measureNovelty(text, [sentence.text]).support,
    })),
  );
  const best = scored.sort((a, b) => b.support - a.support)[0];
  if (best === undefined || best.support < REPLACEMENT_FLOOR) return null;
  const citation = quoteSentence(best.unit, best.sentence, lookup);
  return citation.quote.length > LONGEST ? null : buildClaim(citation.quote, [citation]);
}
