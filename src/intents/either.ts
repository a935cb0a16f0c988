// 「是500余场还是750余场」: every place that prints one of the figures asked about, and what is printed instead of the other
import { findAmounts, type Amount } from '../text/amounts.ts';
import { createLabelMatcher, figuresOf, findFigures } from './figure-match.ts';
import { citeFigure, type PlacedFigure } from './figure-place.ts';
import { claim, draftAnswer, type Draft, type Intent, type IntentContext } from './intent.ts';

/** 是500余场还是750余场, 到底开了20场还是19场; 有的地方写20场,有的地方写18场. */
const EITHER = /(?<first>[^,。?]{1,12})还是(?<second>[^,。?]{1,12})/u;
const PLACES =
  /(?:有的|有些|一)(?:地方|处|条)?又?(?:写|说|是|作)的?[是成]?(?<first>[^,。?]{1,12}),(?:有的|有些|另?一)(?:地方|处|条)?又?(?:写|说|是|作)的?[是成]?(?<second>[^,。?]{1,12})/u;
/** Share of the question that must stand near a figure: little where it is the very figure asked about. */
const ENOUGH = { printed: 0.15, other: 0.35 };
/** The same share of the best. */
const NEAR_BEST = 0.6;
const MOST_PLACES = 2;
const READ_UNITS = 6;

export const eitherIntent: Intent = {
  name: 'either',
  examples: ['宣讲累计场次是500余场还是750余场', '警示教育会到底开了20场还是19场'],
  score: (context) => {
    const asked = readEither(context.question.text);
    return asked !== null && findPlaces(context, asked).figures.length >= 2 ? 0.82 : 0;
  },
  draft: (context) => draftEither(context, readEither(context.question.text)),
};

type Either = readonly [Amount, Amount];

function readEither(text: string): Either | null {
  const groups = (EITHER.exec(text) ?? PLACES.exec(text))?.groups;
  const first = findAmounts(groups?.['first'] ?? '').at(-1);
  const second = findAmounts(groups?.['second'] ?? '')[0];
  if (first === undefined || second === undefined || first.unit === '' || first.unit !== second.unit)
    return null;
  return [first, second];
}

interface Places {
  readonly figures: readonly PlacedFigure[];
  /** Figures asked about that the bulletin prints nowhere near the topic. */
  readonly missing: readonly Amount[];
}

function findPlaces(context: IntentContext, asked: Either): Places {
  const match = createLabelMatcher(context);
  const topic = asked
    .reduce((text, { text: figure }) => text.replace(figure, ' '), context.question.text)
    .replace(/还是|(?:有的|有些|另?一)(?:地方|处|条)?又?(?:写|说|是|作)的?[是成]?|出处|分别在哪里?/gu, ' ');
  const best = (figures: readonly PlacedFigure[], limit: number, enough: number): PlacedFigure[] => {
    const fitting = figures
      .map((figure) => ({ figure, fit: match(topic, figure) }))
      .filter(({ fit }) => fit >= enough)
      .sort((a, b) => b.fit - a.fit);
    const top = fitting[0]?.fit ?? 0;
    return fitting
      .filter(({ fit }) => fit >= top * NEAR_BEST)
      .slice(0, limit)
      .map(({ figure }) => figure);
  };
  const all = context.lookup.measures.flatMap((unit) => figuresOf(context, unit.id));
  const found = asked.map(({ value, unit }) =>
    best(
      all.filter((figure) => figure.kind === 'amount' && figure.value === value && figure.measured === unit),
      MOST_PLACES,
      ENOUGH.printed,
    ),
  );
  const missing = asked.filter((_, index) => (found[index] ?? []).length === 0);
  const printed = found.flat();
  if (missing.length === 0 || printed.length === 0) return { figures: printed, missing };
  const known = new Set(printed.map(({ unit }) => unit));
  const others = findFigures(context, [context.question.text, topic], READ_UNITS).filter(
    ({ unit, measured }) => !known.has(unit) && measured === asked[0].unit,
  );
  return { figures: [...printed, ...best(others, 1, ENOUGH.other)], missing };
}

function draftEither(context: IntentContext, asked: Either | null): Draft {
  if (asked === null) return draftAnswer({ refusal: 'unclear' });
  const { lookup, bulletin } = context;
  const { figures, missing } = findPlaces(context, asked);
  const claims = figures.flatMap((figure) => {
    const unit = lookup.get(figure.unit);
    if (unit === undefined) return [];
    const citation = citeFigure(unit, bulletin.source, figure);
    return [claim(`${lookup.label(unit.id)}作“${citation.quote}”`, [citation])];
  });
  const absent = missing.map(({ text }) => `通报未载明“${text}”。`);
  const differ =
    new Set(figures.map(({ value }) => value)).size > 1 ? ['通报中不同位置的数字并列如下,未作调和。'] : [];
  return draftAnswer({
    claims,
    notes: [...differ, ...absent],
    candidates: [...new Set(figures.map(({ unit }) => unit))],
  });
}
