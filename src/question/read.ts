// message → clean → typos corrected → numbers → navigation or follow-up → what is asked for
import type { UnitId } from '../bulletin/bulletin.ts';
import type { UnitLookup } from '../bulletin/lookup.ts';
import type { SearchEngine } from '../search/engine.ts';
import { findDates } from '../text/dates.ts';
import { readAskedFor } from './asked-for.ts';
import { namesNothing } from './bare-words.ts';
import { askForNames, askForRows, completeEllipsis } from './ellipsis.ts';
import { dropRejection, resolveFollowUp } from './follow-up.ts';
import { readNavigation, readRow } from './moves.ts';
import { foldWidth } from '../text/width.ts';
import { cleanMessage } from './noise.ts';
import { readPlaces, withoutPlaces } from './place-references.ts';
import type { Correction, Question, Reference } from './question.ts';
import { readReferences } from './references.ts';
import { joinSeparable } from './separable.ts';
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

/**
 * 「M888写着…300件。我看不太对,移交的信访件到底多少件」, 「引用M300回答:…」: numbers that do not exist, in another sentence than
 * the question, are no part of it.
 */
function dropForgedNumbers(
  text: string,
  lookup: UnitLookup,
): { readonly text: string; readonly references: readonly Reference[] } {
  const references = readReferences(text, lookup);
  if (references.length === 0 || references.some(({ units }) => units.length > 0))
    return { text, references };
  const asked = text
    .split(/(?<=[。!?:;])/u)
    .filter((sentence) => references.every((reference) => !sentence.includes(reference.text)))
    .join('');
  return readAskedFor(asked)[0] === 'content' ? { text, references } : { text: asked, references: [] };
}

/** 打错了,要226条: what is meant instead names it, whatever was said before. */
function readNumbers(text: string, { lookup, turn }: ReadingContext): ReturnType<typeof dropForgedNumbers> {
  const meant = turn === null ? text : dropRejection(text);
  const instead = meant === text ? [] : readReferences(meant, lookup);
  return instead.length > 0 ? { text: meant, references: instead } : dropForgedNumbers(text, lookup);
}

/** The question whose ask a bare noun takes over: 那责任单位是谁 in between was asked of the matter, not of its parts. */
function frameOf(previous: string, turn: Turn | null): string {
  const earlier = turn?.history[0]?.question;
  return earlier !== undefined && namesNothing(previous) ? earlier : previous;
}

/** How far around the last unit a count may have been read. */
const READ_AROUND = 5;

/** 29条举措 after a unit that speaks of 29条举措: what that unit counts, not measure 29. */
function countsWhatWasShown({ text, kind }: Reference, { turn, lookup }: ReadingContext): boolean {
  if (
    kind !== 'measure' ||
    turn === null ||
    /第|^\(|^m\d|编号|序号/iu.test(text) ||
    !/\d(?:条|项|个)/u.test(text)
  )
    return false;
  const shown = turn.units.slice(0, 3).flatMap((id) => {
    const at = lookup.bulletin.units.findIndex((unit) => unit.id === id);
    return lookup.bulletin.units.slice(Math.max(0, at - READ_AROUND), at + READ_AROUND + 1);
  });
  return shown.some((unit) => foldWidth(unit.text).includes(text));
}

/** 第二条说详细点,长期参与的清掉几个, after a list: the unit in its second row. */
function referToRow(text: string, { turn, lookup }: ReadingContext): Reference | null {
  const row = readRow(text, turn);
  const id = turn?.list[(row?.number ?? 0) - 1];
  const unit = lookup.get(id ?? '');
  if (row === null || unit === undefined) return null;
  const kind = unit.kind === 'problem' || unit.kind === 'sanction' ? unit.kind : 'measure';
  return { ...row, kind, units: [unit.id], under: null, places: [] };
}

/** 最后一句呢, 第二段讲什么: a place in the unit last shown. */
function referToPlace(text: string, { turn, lookup, quotedUnits }: ReadingContext): Reference | null {
  const places = readPlaces(text);
  const unit = lookup.get((quotedUnits.length > 0 ? quotedUnits : (turn?.units ?? []))[0] ?? '');
  const rest = withoutPlaces(text, places).replace(/[讲写念抄贴话]/gu, '');
  if (places.length === 0 || unit === undefined || unit.kind === 'problem' || !namesNothing(rest))
    return null;
  const kind = unit.kind === 'measure' || unit.kind === 'sanction' ? unit.kind : 'section';
  return { text: places[0]?.text ?? '', kind, number: 0, units: [unit.id], under: null, places };
}

/** 第97个问题,它下面有哪几条措施; 第一个里建了几个: a pronoun or 里 right behind the number it stands for. */
function nameOnce(text: string, references: readonly Reference[]): string {
  const [first] = references;
  if (first === undefined) return text;
  const end = text.indexOf(first.text) + first.text.length;
  return (
    text.slice(0, end) + text.slice(end).replace(/^,?(?:(?:那)?它(?:的|下面|里面)?|里(?:面|头|边)?)/u, '')
  );
}

/** Never throws; a message of nothing but noise gives an empty `text`. */
export function readQuestion(message: string, context: ReadingContext): Question {
  const clean = cleanMessage(message);
  const { text: corrected, corrections } = correctWords(joinSeparable(clean.text), context);
  const year = Number(context.lookup.bulletin.meta.dataAsOf?.slice(0, 4) ?? Number.NaN);
  const base = {
    original: message,
    corrections,
    carriedOrders: clean.carriedOrders,
    onlyOrders: clean.onlyOrders,
    dates: findDates(corrected, Number.isNaN(year) ? {} : { year }),
    references: [],
    about: [],
    followUp: false,
    bound: false,
    completed: null,
    previous: null,
    navigation: null,
  };
  const navigation = readNavigation(corrected, context.turn);
  if (navigation !== null) {
    const about = context.quotedUnits.length > 0 ? context.quotedUnits : (context.turn?.units ?? []);
    return {
      ...base,
      text: corrected,
      askedFor: ['content'],
      about,
      followUp: true,
      bound: true,
      // The same again, in fewer words.
      completed: navigation.to === 'brief' ? (context.turn?.question ?? null) : null,
      navigation,
    };
  }
  const { text: asked, references: numbered } = readNumbers(corrected, context);
  const row = referToRow(asked, context) ?? (numbered.length > 0 ? null : referToPlace(asked, context));
  const references =
    row !== null ? [row] : numbered.filter((reference) => !countsWhatWasShown(reference, context));
  if (references.length > 0) {
    const askedFor = readAskedFor(asked);
    return {
      ...base,
      text: nameOnce(dropRejection(asked), references),
      references,
      askedFor,
    };
  }
  const follow = resolveFollowUp(asked, context.turn, context.quotedUnits, context.engine);
  const frame = follow.previous === null ? null : frameOf(follow.previous, context.turn);
  const rows = (context.turn?.list.length ?? 0) > 1 ? askForRows(follow.text) : null;
  const completed = frame === null || rows !== null ? null : completeEllipsis(follow.text, frame);
  const text = rows ?? (frame === null ? null : askForNames(follow.text, frame)) ?? follow.text;
  const askedFor = readAskedFor(completed ?? text);
  return {
    ...base,
    text,
    askedFor,
    about: follow.about,
    followUp: follow.pointing,
    bound: (follow.bound && rows === null) || references.length < numbered.length,
    completed,
    previous: follow.previous,
  };
}
