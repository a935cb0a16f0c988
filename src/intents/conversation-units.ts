// follow-up → what was cited, its neighbours, what was spoken of before → the nearest ring that knows the words, or none
import type { UnitId } from '../bulletin/bulletin.ts';
import type { AskedFor } from '../question/question.ts';
import type { RankedUnit } from '../search/engine.ts';
import { rememberEach } from '../text/remember.ts';
import { foldWidth } from '../text/width.ts';
import { contentWords } from './content-words.ts';
import { conversationRings } from './conversation-rings.ts';
import { measureFit, SAID_OF_ANYTHING } from './fit.ts';
import type { IntentContext } from './intent.ts';
import { ASKS_HANDLING, HANDLING } from './handling.ts';
import { judgeAnswer } from './judge.ts';
import { keepNaming } from './naming-sentences.ts';
import { findPassages, sentenceAround, type Passage } from './passage.ts';
import { readStanding, REST } from './standing.ts';

/** How well the best passage of some units meets the message. */
export interface Reading {
  readonly ranked: readonly RankedUnit[];
  /** Share of the message's content words known there, 0…1; 1 when it has none. */
  readonly known: number;
  /** Share of them that are rare or long and stand there literally. */
  readonly named: number;
  /** Similarity of the best everyday wording. */
  readonly wording: number;
  /** How well the passage holds the kind of words asked for, 0…1. */
  readonly typed: number;
  readonly refused: boolean;
}

/** So much less than the whole bulletin a ring may know: what was just spoken of comes first. */
const SLACK = [
  { pointing: 0.25, short: 0.05 },
  { pointing: 0.1, short: 0.02 },
  { pointing: 0.02, short: 0 },
] as const;
const LEAST_KNOWN = 0.5;
const READ_UNITS = 8;
export const ABOUT_BONUS = 0.9;
const NEAR_BONUS = 0.12;

/** Units of the conversation that answer the message; null when it speaks of something else. */
export const readConversation = rememberEach((context: IntentContext): Reading | null => {
  const { question } = context;
  const rings = conversationRings(context);
  const free = readWithin(context, null, 0);
  let nearest: Reading | null = null;
  let best: Reading | null = null;
  const readings = rings.map((ring, i) => readWithin(context, ring, i === 0 ? ABOUT_BONUS : NEAR_BONUS));
  for (const [i, slack] of SLACK.entries()) {
    const ring = rings[i];
    if (ring === undefined) break;
    if (question.bound && i === SLACK.length - 1) break;
    const reading = readings[i] ?? null;
    const next = question.bound && i >= SLACK.length - 2 ? null : (readings[i + 1] ?? null);
    if (reading === null || isToldFarther(context, reading, next)) continue;
    if (i > 0 && isFarFetched(context, reading)) continue;
    nearest ??= reading;
    if (i < SLACK.length - 1 && (best === null || reading.known > best.known)) best = reading;
    if (reading.known < LEAST_KNOWN || reading.refused) continue;
    const most = free === null || free.refused ? 0 : free.known;
    const allowed = question.followUp ? slack.pointing : slack.short;
    const literal =
      holdsFigures(context, ring) &&
      reading.named >= (free?.named ?? 0) * (REPLACES.test(question.text) ? MOST_NAMED : LEAST_NAMED) &&
      !isWordedElsewhere(context, reading, free) &&
      printsAsMuch(context, reading, free);
    if (question.bound && literal) return reading;
    if (question.bound) continue;
    const told = i < SLACK.length - 1 || question.followUp || reading.named > 0;
    if (told && literal && reading.known >= most - allowed && reading.typed >= Math.min(1, free?.typed ?? 0))
      return reading;
  }
  if (question.bound) return nearest;
  // The matter is known and what is asked of it is absent: another matter's words are no answer (租金一平方多少).
  const elsewhere =
    free !== null && best !== null && (speaksOfOther(free, best) || !printsAsMuch(context, best, free));
  const words = contentWords(context).length;
  return !elsewhere && (words <= 1 || (best?.refused === true && words <= FEW_WORDS)) ? best : null;
});

/** An everyday wording of another unit fits the message far better (城管执法大队那边呢); what is left is left of the matter. */
function isWordedElsewhere(context: IntentContext, reading: Reading, free: Reading | null): boolean {
  const { question } = context;
  if (free === null || !question.followUp || question.bound || REST.test(question.text)) return false;
  const words = contentWords(context);
  if (words.length > 0 && words.every((word) => textOf(context, reading).includes(word))) return false;
  return free.wording >= SURE_WORDING && free.wording - reading.wording >= FAR_BETTER;
}

/** What the best unit prints. */
function textOf({ lookup }: IntentContext, { ranked }: Reading): string {
  return lookup.get(ranked[0]?.unit ?? '')?.text ?? '';
}

/** 欠租的呢,清了几处: where another unit prints the words and the one of the ring none of them, that one is meant. */
function printsAsMuch(context: IntentContext, reading: Reading, free: Reading | null): boolean {
  if (free === null || free.refused || context.question.bound || reading.wording >= free.wording) return true;
  const text = textOf(context, free);
  const words = tellingWords(context).filter((word) => text.includes(word));
  const own = textOf(context, reading);
  return words.length === 0 || words.some((word) => own.includes(word));
}

/** 啥时候开工: asked of anything, so no word of a matter. */
function tellingWords(context: IntentContext): readonly string[] {
  const dated = context.question.askedFor[0] === 'date';
  return contentWords(context).filter((word) => !dated || !SAID_OF_ANYTHING.test(word));
}

/**
 * 巡察制度弄了几项 after a unit about inspections, 现在办结了几件 after one that counts what came in: a neighbour's everyday wording asks
 * just that, or the neighbour alone prints a word of it.
 */
function isToldFarther(context: IntentContext, reading: Reading, next: Reading | null): boolean {
  const words = tellingWords(context);
  if (next === null || next.refused || next.known < reading.known || next.typed < reading.typed) return false;
  // 挪了多少 after a sentence: the sum stands elsewhere.
  if (next.typed === 1 && reading.typed < 1 && SAID_ONCE.has(context.question.askedFor[0] ?? 'content'))
    return true;
  const holds = (one: Reading): boolean => words.some((word) => textOf(context, one).includes(word));
  if (words.length >= 2 && next.wording >= SURE_WORDING && next.wording - reading.wording >= FAR_BETTER)
    return true;
  // 醉驾查了几起 of a unit that counts 酒后驾驶, beside one that only speaks of 醉驾: the nearer one is worded so.
  return !holds(reading) && holds(next) && reading.wording - next.wording < CLEARLY_MORE;
}

/** 有多少个摊位, of a unit on another problem that counts 摊点: it neither prints the words nor is ever worded so. */
function isFarFetched({ question, lookup }: IntentContext, { ranked, named, wording }: Reading): boolean {
  const parentOf = (id: UnitId | undefined): UnitId | null => lookup.get(id ?? '')?.parent ?? null;
  const beside = question.about.some((id) => parentOf(id) === parentOf(ranked[0]?.unit));
  return !question.bound && !beside && named === 0 && wording < WORDED;
}
const WORDED = 0.15;

/** Words of a kind that is told from others without doubt. */
const SAID_ONCE: ReadonlySet<AskedFor> = new Set(['amount', 'date']);

/** 那102家养老机构: a number that stands nowhere in what was spoken of names something else; years are judged later. */
function holdsFigures({ question, lookup }: IntentContext, ring: ReadonlySet<UnitId>): boolean {
  const figures = question.text.match(/\d{2,}(?![\d年])/gu) ?? [];
  const texts = [...ring].map((id) => foldWidth(lookup.get(id)?.text ?? ''));
  return figures.every((figure) => texts.some((text) => text.includes(figure)));
}

/** True when the whole bulletin knows the message clearly better: by words of its own or by an everyday wording. */
function speaksOfOther(free: Reading, best: Reading): boolean {
  if (free.named - best.named >= LEAST_NAMED) return true;
  // 当时挪走了多少钱: what was spoken of knows nothing of it, another unit all of it.
  if (best.known === 0 && free.known === 1 && free.typed === 1 && !free.refused && free.wording >= TOLD)
    return true;
  return free.known - best.known >= CLEARLY_MORE && (free.named > best.named || free.wording >= SURE_WORDING);
}

/** Of the words that stand literally somewhere, so many must stand in what was spoken of. */
const LEAST_NAMED = 0.5;
/** 那位街道书记呢: another subject is put in the last one's place, so nearly all of its name must stand there. */
const MOST_NAMED = 0.75;
const REPLACES = /呢[?。!]*$/u;
const CLEARLY_MORE = 0.2;
const SURE_WORDING = 0.5;
const TOLD = 0.4;
const FAR_BETTER = 0.35;
const FEW_WORDS = 3;

export function readWithin(
  context: IntentContext,
  within: ReadonlySet<UnitId> | null,
  aboutBonus: number,
): Reading | null {
  const { question, engine, lookup } = context;
  const bonus = new Map<UnitId, number>();
  if (within !== null) question.about.forEach((id, i) => bonus.set(id, aboutBonus * (i === 0 ? 1 : 0.8)));
  const elliptic = question.completed !== null || question.bound;
  // 那谁包的案: nothing to search for but what was asked before.
  const bare = within !== null && contentWords(context).length === 0;
  const leaning = elliptic || bare || aboutBonus === ABOUT_BONUS ? question.previous : null;
  const found = engine
    .rank(question.text, {
      limit: 20,
      bonus,
      ...(within === null ? {} : { within }),
      ...(leaning === null ? {} : { leaning }),
    })
    .filter(({ unit }) => lookup.get(unit)?.kind !== 'problem');
  if (within === null) return readRanked(context, found);
  const naming = keepNaming(context, found);
  const whole = naming === found ? null : readRanked(context, found);
  const read = readRanked(context, naming);
  const kept = read !== null && !standsIn(context, found) ? { ...read, known: read.known * UNSAID } : read;
  if (whole === null || kept === null || question.completed !== null) return kept;
  return kept.refused || kept.typed < whole.typed ? whole : kept;
}

/** The best passage of the units, or one that knows clearly more of the message. */
function readRanked(context: IntentContext, ranked: readonly RankedUnit[]): Reading | null {
  const { question, bulletin } = context;
  const passages = findPassages(bulletin.source, ranked.slice(0, READ_UNITS), question);
  const read = passages.slice(0, READ_PASSAGES).flatMap((passage) => {
    const top = ranked.find(({ unit }) => unit === passage.unit);
    if (top === undefined) return [];
    const fit = measureFit(context, top, passage);
    return [{ passage, top, fit, known: 1 - fit.missingShare }];
  });
  const [first] = read;
  if (first === undefined) return null;
  const knowing = read.find(
    ({ known, passage }) => known > first.known + CLEARLY_MORE && passage.typed >= first.passage.typed,
  );
  const best = knowing ?? first;
  return {
    ranked: knowing === undefined ? ranked : [knowing.top],
    named: best.fit.named,
    known: best.known,
    wording: best.fit.wording,
    typed: tellsHandling(context, best.passage) ? best.passage.typed : 0,
    refused: judgeAnswer(context, best.top, best.passage).refusal !== null,
  };
}

const READ_PASSAGES = 5;
const OF_PERSONS = /人|[他她谁]|干部|领导|责任|书记|主任/u;

/** False where 拒不退钱的人怎么处理的 meets a sentence in which nobody is dealt with. */
function tellsHandling({ question, bulletin }: IntentContext, passage: Passage): boolean {
  if (!ASKS_HANDLING.test(question.text) || !OF_PERSONS.test(question.text)) return true;
  return HANDLING.test(sentenceAround(bulletin.source, passage));
}

/** What a ring knows of a figure that none of its units states. */
const UNSAID = 0.4;

/** False where 拆了的 or 剩下的 asks for a figure and no unit says how many were pulled down or are left. */
function standsIn({ question, lookup }: IntentContext, ranked: readonly RankedUnit[]): boolean {
  const standing = question.completed === null ? null : readStanding(question.text);
  if (standing === null || question.askedFor[0] !== 'amount') return true;
  return ranked.some(({ unit }) =>
    foldWidth(lookup.get(unit)?.text ?? '')
      .split(/[,，。;；]/u)
      .some((clause) => standing.test(clause) && /\d/u.test(clause)),
  );
}
