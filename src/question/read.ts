// message → clean → typos corrected → numbers → navigation or follow-up → what is asked for
import type { UnitId } from '../bulletin/bulletin.ts';
import type { UnitLookup } from '../bulletin/lookup.ts';
import type { SearchEngine } from '../search/engine.ts';
import { findDates } from '../text/dates.ts';
import { readAskedFor } from './asked-for.ts';
import { readNavigation, resolveFollowUp } from './follow-up.ts';
import { cleanMessage } from './noise.ts';
import type { Correction, Question } from './question.ts';
import { readReferences } from './references.ts';
import type { Turn } from './turn.ts';

export interface ReadingContext {
  readonly lookup: UnitLookup;
  readonly engine: SearchEngine;
  readonly turn: Turn | null;
  readonly quotedUnits: readonly UnitId[];
  /** Corrects typos towards words of the bulletin and its dictionary. */
  readonly correct: (text: string) => { readonly text: string; readonly corrections: readonly Correction[] };
}

/** Typos corrected everywhere but in unit numbers: 第1条至第3条 holds no 条子. */
function correctWords(
  text: string,
  { lookup, correct }: ReadingContext,
): ReturnType<ReadingContext['correct']> {
  const written = [...new Set(readReferences(text, lookup).map((reference) => reference.text))];
  const pieces = written.reduce<string[]>(
    (parts, number) =>
      parts.flatMap((part) => part.split(number).flatMap((rest, i) => (i === 0 ? [rest] : [number, rest]))),
    [text],
  );
  const read = pieces.map((piece) =>
    written.includes(piece) ? { text: piece, corrections: [] } : correct(piece),
  );
  return { text: read.map((one) => one.text).join(''), corrections: read.flatMap((one) => one.corrections) };
}

/** Never throws; a message of nothing but noise gives an empty `text`. */
export function readQuestion(message: string, context: ReadingContext): Question {
  const clean = cleanMessage(message);
  const { text: corrected, corrections } = correctWords(clean.text, context);
  const year = Number(context.lookup.bulletin.meta.dataAsOf?.slice(0, 4) ?? Number.NaN);
  const base = {
    original: message,
    corrections,
    carriedOrders: clean.carriedOrders,
    dates: findDates(corrected, Number.isNaN(year) ? {} : { year }),
  };
  const navigation = readNavigation(corrected, context.turn);
  if (navigation !== null) {
    const about = context.quotedUnits.length > 0 ? context.quotedUnits : (context.turn?.units ?? []);
    return {
      ...base,
      text: corrected,
      references: [],
      askedFor: ['content'],
      about,
      followUp: true,
      previous: null,
      navigation,
    };
  }
  const references = readReferences(corrected, context.lookup);
  if (references.length > 0) {
    const askedFor = readAskedFor(corrected);
    return {
      ...base,
      text: corrected,
      references,
      askedFor,
      about: [],
      followUp: false,
      previous: null,
      navigation,
    };
  }
  const follow = resolveFollowUp(corrected, context.turn, context.quotedUnits, context.engine);
  const own = readAskedFor(follow.text);
  const askedFor = own[0] === 'content' && follow.previous !== null ? readAskedFor(follow.previous) : own;
  return {
    ...base,
    text: follow.text,
    references,
    askedFor,
    about: follow.about,
    followUp: follow.pointing,
    previous: follow.previous,
    navigation,
  };
}
