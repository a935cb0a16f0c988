// 「A和B各多少」「A多少、能B多少」: one figure per thing asked for, each with its own citation
import type { UnitId } from '../bulletin/bulletin.ts';
import { findDates } from '../text/dates.ts';
import { readAskedUnits } from './figure-ask.ts';
import { agreePeriod, createLabelMatcher, findFigures, type MatchLabel } from './figure-match.ts';
import { citeFigure, type PlacedFigure } from './figure-place.ts';
import { claim, draftAnswer, type Draft, type Intent, type IntentContext } from './intent.ts';
import { maskQuotes, trimEdges } from './shape.ts';

/** 苍霞人家2023年总接待和7月以来各多少人次. */
const EACH =
  /^(?<first>.{2,40}?)(?:和|与|跟|、|以及)(?<second>.{2,40}?)(?:,|都)*(?:各|分别|各自)(?:是|有|为|自)*(?<rest>[^,]*(?:多少|几)[^?。]*)/u;
/** 总投资多少、能新增多少学位: every piece asks. */
const ASKS = /多少|几(?!乎)|多高|多大/u;
const SEPARATOR = /[、,]|和|以及|还有/u;
/** Share of a piece, and of its subject, that must stand near its figure. */
const ENOUGH = { piece: 0.4, subject: 0.4 };
/** Of a figure's worth: the piece's words, the subject's, the period's agreement. */
const WEIGHTS = { piece: 1, subject: 0.7, period: 0.5 };
const READ_UNITS = 5;

export const eachIntent: Intent = {
  name: 'each',
  examples: ['红星小学总投资多少、能新增多少学位'],
  score: (context) => {
    if (context.question.references.length > 0 || context.question.followUp) return 0;
    const pieces = readPieces(context);
    if (pieces.length < 2) return 0;
    const figures = findEach(context, pieces);
    return figures === null ? 0 : new Set(figures.map(({ unit }) => unit)).size > 1 ? 0.7 : 0;
  },
  draft: (context) => {
    const pieces = readPieces(context);
    return draftEach(context, pieces, findEach(context, pieces));
  },
};

interface Piece {
  readonly asks: string;
  /** What all pieces are about; empty when the first names nothing known. */
  readonly subject: string;
  readonly units: readonly string[];
}

function readPieces(context: IntentContext): Piece[] {
  const masked = maskQuotes(context.question.text.replace(/[?。!]+$/u, ''));
  const groups = EACH.exec(masked.text)?.groups;
  const subject = readSubject(context);
  const piece = (asks: string): Piece => ({
    asks: trimEdges(masked.restore(asks)).replace(subject, ''),
    subject,
    units: readAskedUnits(asks),
  });
  if (groups !== undefined) {
    const rest = groups['rest'] ?? '';
    return [groups['first'] ?? '', groups['second'] ?? ''].map((label) => ({
      ...piece(label),
      units: readAskedUnits(rest),
    }));
  }
  const pieces = masked.text.split(SEPARATOR).filter((part) => part.length >= 2);
  return subject !== '' && pieces.every((part) => ASKS.test(part)) ? pieces.map(piece) : [];
}

/** The longest name the ledger knows that opens the question. */
function readSubject({ ledger, question }: IntentContext): string {
  const opening = question.text.replace(/^[“"]/u, '');
  const names = [
    ...ledger.names.map(({ name }) => name),
    ...ledger.organizations.flatMap(({ name, variants }) => [name, ...variants]),
  ].filter((name) => name.length >= 3 && opening.startsWith(name));
  return names.sort((a, b) => b.length - a.length)[0] ?? '';
}

/** Figures of one unit are preferred to better ones from several when they lose no more than this each. */
const ONE_UNIT = 0.15;

/** The best figure of every piece, none twice, all in one unit where one has them; null when a piece has none. */
function findEach(context: IntentContext, pieces: readonly Piece[]): PlacedFigure[] | null {
  const match = createLabelMatcher(context);
  const choose = (within: UnitId | null): { figures: PlacedFigure[]; worth: number } | null => {
    const figures: PlacedFigure[] = [];
    let worth = 0;
    for (const piece of pieces) {
      const best = findOne(context, piece, match, { taken: figures, within });
      if (best === null) return null;
      figures.push(best.figure);
      worth += best.worth;
    }
    return { figures, worth };
  };
  const free = choose(null);
  if (free === null) return null;
  const enough = free.worth - ONE_UNIT * pieces.length;
  const units = [...new Set(free.figures.map(({ unit }) => unit))];
  const together =
    units.length === 1 ? free : units.map(choose).find((one) => one !== null && one.worth >= enough);
  return (together ?? free).figures;
}

interface Among {
  readonly taken: readonly PlacedFigure[];
  /** Only figures of this unit; null for any. */
  readonly within: UnitId | null;
}

function findOne(
  context: IntentContext,
  { asks, subject, units }: Piece,
  match: MatchLabel,
  { taken, within }: Among,
): { readonly figure: PlacedFigure; readonly worth: number } | null {
  const dates = findDates(asks, { year: Number(context.bulletin.meta.dataAsOf?.slice(0, 4) ?? '0') });
  const words = dates.reduce((text, { text: date }) => text.replace(date, ''), asks);
  const figures = findFigures(context, [`${subject}${asks}`, context.question.text], READ_UNITS).filter(
    (figure) =>
      figure.kind === 'amount' &&
      !taken.some(({ span }) => span.start === figure.span.start) &&
      (within === null || figure.unit === within) &&
      (units.length === 0 || units.includes(figure.measured)) &&
      (subject === '' || match(subject, figure) >= ENOUGH.subject),
  );
  const [best] = figures
    .map((figure) => {
      const fit = words.length < 2 ? 1 : match(words, figure);
      const near = subject === '' ? 0 : match(subject, figure);
      const period = agreePeriod(figure, dates[0]);
      return { figure, fit, worth: WEIGHTS.piece * fit + WEIGHTS.subject * near + WEIGHTS.period * period };
    })
    .filter(({ fit }) => fit >= ENOUGH.piece)
    .sort((a, b) => b.worth - a.worth);
  return best ?? null;
}

function draftEach(
  context: IntentContext,
  pieces: readonly Piece[],
  figures: readonly PlacedFigure[] | null,
): Draft {
  if (figures === null) return draftAnswer({ refusal: 'not-in-bulletin' });
  const claims = figures.flatMap((figure, index) => {
    const unit = context.lookup.get(figure.unit);
    if (unit === undefined) return [];
    const citation = citeFigure(unit, context.bulletin.source, figure);
    const label = pieces[index]?.asks.replace(/(?:能|可|共|总共|一共)?(?:多少|几).*$/u, '') ?? '';
    return [claim(label.length < 2 ? citation.quote : `${label}:${citation.quote}`, [citation])];
  });
  return draftAnswer({ claims, candidates: [...new Set(figures.map(({ unit }) => unit))] });
}
