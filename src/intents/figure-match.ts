// label (金科局, 未退, 封房搬迁完成率) × placed figure → how much of the label stands near the figure
import type { UnitId } from '../bulletin/bulletin.ts';
import type { Tokenize } from '../search/tokenizer.ts';
import type { DateMention } from '../text/dates.ts';
import { rememberEach } from '../text/remember.ts';
import type { IntentContext } from './intent.ts';
import { placeFigures, type PlacedFigure } from './figure-place.ts';

/** What a word counts by where it stands: in the figure's segment, clause, part, sentence, paragraph, anywhere in the unit. */
const NEARNESS = [1, 0.92, 0.85, 0.6, 0.5, 0.3];
/** Weight of a word the bulletin does not know. */
const UNKNOWN = 3;

/** A synonym of the thesaurus says nearly as much as the word: 投入使用 for 投用. */
const SYNONYM = 0.9;

/** Added for a label that stands there in one piece; tells 其他处理 from 组织处理. */
const WHOLE = 0.2;

interface Term {
  readonly text: string;
  readonly weight: number;
  readonly concepts: readonly string[];
}

export type MatchLabel = (label: string, figure: PlacedFigure) => number;

/**
 * The matcher of one message: 0 (nothing of the label near the figure) … 1 (all its words in the figure's own segment), and
 * a little more where it stands there in one piece.
 * Words weigh by rarity; a word is met by itself or by a synonym.
 */
export const createLabelMatcher = rememberEach(({ engine }: IntentContext): MatchLabel => {
  const labels = new Map<string, readonly Term[]>();
  const termsOf = (label: string): readonly Term[] => {
    const known = labels.get(label);
    if (known !== undefined) return known;
    const texts = [...new Set(engine.tokenize(label, { dropStopwords: true, unigrams: true }))];
    const terms = texts
      .filter((text) => !/^[=#]/u.test(text))
      .map((text) => ({
        text,
        weight: engine.knows(text) ? engine.idf(text) : text.length === 1 ? 0.5 : UNKNOWN,
        concepts: text.length === 1 ? [] : readConcepts(text, engine.tokenize),
      }));
    labels.set(label, terms);
    return terms;
  };
  const nearness = ({ text, concepts: meant }: Term, around: readonly string[]): number => {
    const level = lowerCased(around).findIndex((words) => words.includes(text));
    const own = NEARNESS[level] ?? 0;
    if (own >= SYNONYM || meant.length === 0) return own;
    const close = conceptsAround(around, engine.tokenize).findIndex((known) =>
      meant.some((concept) => known.has(concept)),
    );
    return Math.max(own, SYNONYM * (NEARNESS[close] ?? 0));
  };
  return (label, figure) => {
    const terms = termsOf(label);
    const total = terms.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) return 0;
    const met = terms.reduce((sum, term) => sum + term.weight * nearness(term, figure.around), 0);
    const whole = { text: label.replace(/[“”"\s]/gu, '').toLowerCase(), weight: 0, concepts: [] };
    return met / total + WHOLE * nearness(whole, figure.around);
  };
});

function readConcepts(text: string, tokenize: Tokenize): string[] {
  return tokenize(text).filter((term) => term.startsWith('#'));
}

const lowerCased = rememberEach((around: readonly string[]): readonly string[] =>
  around.map((words) => words.toLowerCase()),
);

/** Synonyms count in the figure's segment, clause and part. */
const conceptsAround = rememberEach(
  (around: readonly string[], tokenize: Tokenize): readonly ReadonlySet<string>[] =>
    around.slice(0, 3).map((words) => new Set(readConcepts(words, tokenize))),
);

/** Figures of the units that retrieval finds for any of `queries`, each unit once, best first. */
export function findFigures(
  context: IntentContext,
  queries: readonly string[],
  limit: number,
): PlacedFigure[] {
  const { engine, question } = context;
  const units = new Set<UnitId>(question.about);
  for (const query of queries) for (const { unit } of engine.rank(query, { limit })) units.add(unit);
  return [...units].flatMap((id) => figuresOf(context, id));
}

export function figuresOf({ lookup, bulletin }: IntentContext, id: UnitId): readonly PlacedFigure[] {
  const unit = lookup.get(id);
  if (unit === undefined || unit.kind === 'problem') return [];
  const above = lookup.get(unit.parent ?? '');
  return placeRemembered(unit, bulletin.source, above?.kind === 'problem' ? above.text : '');
}

const placeRemembered = rememberEach(placeFigures);

/** 1 when the figure is counted from the day asked for, −1 when from another, 0 when no date is asked for. */
export function agreePeriod({ periods }: PlacedFigure, asked: DateMention | undefined): number {
  if (asked === undefined) return 0;
  return periods[0]?.start === asked.start ? 1 : -1;
}
