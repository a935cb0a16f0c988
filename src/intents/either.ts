// 「是600余场还是750余场」: every place that prints one of the figures asked about, and what is printed instead of the other
import { rememberEach } from '../text/remember.ts';
import type { Unit } from '../bulletin/bulletin.ts';
import { findAmounts, type Amount } from '../text/amounts.ts';
import { containsSpan } from '../text/span.ts';
import { createLabelMatcher, figuresOf, findFigures } from './figure-match.ts';
import { citeFigure, type PlacedFigure } from './figure-place.ts';
import { fitsUnits, meets } from './figure-words.ts';
import { claim, draftAnswer, type Draft, type Intent, type IntentContext } from './intent.ts';
import { askedUnits } from './matter.ts';

/** 是600余场还是750余场, 到底开了20场还是19场; 有的地方写20场,有的地方写18场. */
const EITHER = /(?<first>[^,。?]{1,12}),?还是(?<second>[^,。?]{1,12})/u;
const PLACES =
  /(?:有的|有些|一)(?:地方|处|条)?又?(?:写|说|是|作)的?[是成]?(?<first>[^,。?]{1,12}),(?:有的|有些|另?一)(?:地方|处|条)?又?(?:写|说|是|作)的?[是成]?(?<second>[^,。?]{1,12})/u;
/** 一会儿300场一会儿450场, 又有一处说450场, 哪个为准: two figures the asker has read. */
const TWO_READ =
  /一会儿?[^。?]{2,16}一会儿?|(?:又|还|也|另外?)(?:有)?一(?:处|条|个地方)|一处[^。?]{1,16}一处|前面[^。?]{2,24}后面|怎么又|这(?:俩|两个数)|哪个(?:数字?)?(?:才)?(?:是)?(?:对|准|为准)|对不上|不一样|矛盾/u;
/** Share of the question that must stand near a figure: little where it is the very figure asked about. */
const ENOUGH = { printed: 0.15, other: 0.35, beside: 0.3 };
/** The same share of the best. */
const NEAR_BEST = 0.6;
const MOST_PLACES = 2;
const READ_UNITS = 6;

export const eitherIntent: Intent = {
  name: 'either',
  examples: ['宣讲累计场次是500余场还是750余场', '警示教育会到底开了20场还是19场'],
  score: (context) => {
    const places = readPlaces(context);
    if (places === null || places.figures.length < 2) return 0;
    // Both numbers are printed, and the asker names them: nothing tells more of them.
    return places.missing.length === 0 ? SCORE.both : SCORE.one;
  },
  draft: (context) => draftEither(context, readPlaces(context)),
};

/** Above the sums, and above all that is told of a figure in several places; see restated.ts. */
const SCORE = { both: 0.89, one: 0.82 };

type Either = readonly [Amount, Amount];

/** 一千七百多万还是快一千八百万: spoken numbers of this size without a measure are money. */
const SPOKEN_MONEY = /(?<=[一二两三四五六七八九十百千][多来余]?[万亿])(?=[,。?]|还是|$)/gu;

function readEither(message: string): Either | null {
  const [first, second] = readFigures(message.replace(SPOKEN_MONEY, '元')) ?? [];
  const asWritten = (amount: Amount): Amount =>
    message.includes(amount.text) ? amount : { ...amount, text: amount.text.replace(/元$/u, '') };
  return first === undefined || second === undefined ? null : [asWritten(first), asWritten(second)];
}

function readFigures(text: string): Either | null {
  const groups = (EITHER.exec(text) ?? PLACES.exec(text))?.groups;
  if (groups === undefined) return TWO_READ.test(text) ? readTwo(text) : null;
  const first = asMoney(findAmounts(groups['first'] ?? '').at(-1));
  const second = asMoney(findAmounts(groups['second'] ?? '')[0]);
  if (first === undefined || second === undefined || first.unit === '' || first.unit !== second.unit)
    return null;
  return [first, second];
}

/** The only two figures of one measure that a message gives. */
function readTwo(text: string): Either | null {
  const figures = findAmounts(text)
    .map((amount) => asMoney(amount))
    .filter((amount) => amount !== undefined)
    .filter(({ unit, value }) => !NO_MEASURE.test(unit) && value > 1);
  const alike = figures.filter(({ unit }) => unit === figures.at(-1)?.unit);
  const [first, second, more] = alike;
  return first !== undefined && second !== undefined && more === undefined && first.value !== second.value
    ? [first, second]
    : null;
}

/** Years and days tell when. */
const NO_MEASURE = /^[年月日天号届]?$/u;

/** 1754.83万: what is counted in 万 or 亿 without a measure is money. */
function asMoney(amount: Amount | undefined): Amount | undefined {
  return amount?.unit === '' && /[万亿]$/u.test(amount.text) ? { ...amount, unit: '元' } : amount;
}

/** 是500多场还是750多场,受众多少: what else is asked, told in the sentences that print the two. */
function findBeside(context: IntentContext, figures: readonly PlacedFigure[]): PlacedFigure[] {
  const match = createLabelMatcher(context);
  const asks = context.question.text
    .split(/[,，;；。?]/u)
    .filter((piece) => !/还是/u.test(piece) && ASKS.test(piece));
  const near = [...new Set(figures.map(({ unit }) => unit))]
    .flatMap((unit) => figuresOf(context, unit))
    .filter(
      (figure) =>
        figure.kind === 'amount' &&
        figures.every((known) => known.span.start !== figure.span.start) &&
        figures.some(({ sentence }) => sentence.start === figure.sentence.start),
    );
  return asks.flatMap((ask) => {
    const units = askedUnits(ask);
    const fitting = near
      .filter((figure) => fitsUnits(figure, units))
      .map((figure) => ({ figure, fit: match(ask, figure) }))
      .filter(({ fit }) => fit >= ENOUGH.beside)
      .sort((a, b) => b.fit - a.fit);
    // 垃圾各清了多少: one of each place.
    const places = /各/u.test(ask) ? [...new Set(fitting.map(({ figure }) => figure.unit))] : [null];
    return places.flatMap((place) =>
      fitting
        .filter(({ figure }) => place === null || figure.unit === place)
        .slice(0, 1)
        .map(({ figure }) => figure),
    );
  });
}

const ASKS = /多少|(?<![哪这那])几/u;

interface Places {
  readonly figures: readonly PlacedFigure[];
  /** Figures asked about that the bulletin prints nowhere near the topic. */
  readonly missing: readonly Amount[];
}

const readPlaces = rememberEach((context: IntentContext): Places | null => {
  const asked = readEither(context.question.text);
  return asked === null ? null : findPlaces(context, asked);
});

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
  const all = context.bulletin.units.filter(isTold).flatMap((unit) => figuresOf(context, unit.id));
  const found = asked.map((amount) => {
    const printed = all.filter((figure) => figure.kind === 'amount' && isPrinted(figure, amount));
    // 615场 is no 600余场 where that is printed.
    const exact = printed.filter(({ value }) => value === amount.value);
    return best(exact.length > 0 ? exact : printed, MOST_PLACES, ENOUGH.printed);
  });
  const missing = asked.filter((_, index) => (found[index] ?? []).length === 0);
  const printed = found.flat();
  if (missing.length === 0 || printed.length === 0) return { figures: printed, missing };
  const known = new Set(printed.map(({ unit }) => unit));
  const others = findFigures(context, [context.question.text, topic], READ_UNITS).filter(
    ({ unit, measured }) => !known.has(unit) && inTurns(measured) === inTurns(asked[0].unit),
  );
  return { figures: [...printed, ...best(others, 1, ENOUGH.other)], missing };
}

/** Measures, and the text around them. */
function isTold({ kind }: Unit): boolean {
  return kind === 'measure' || kind === 'section';
}

/** 130人 as 130名, 7轮 as 7轮次, 一千两百多万 as 1230.5万元. */
function isPrinted(figure: PlacedFigure, { unit, ...amount }: Amount): boolean {
  return meets({ ...figure, measured: inTurns(figure.measured) }, { ...amount, unit: inTurns(unit) });
}

function inTurns(unit: string): string {
  return unit.replace(/(?<=^[轮场批期])次$/u, '');
}

function draftEither(context: IntentContext, places: Places | null): Draft {
  if (places === null) return draftAnswer({ refusal: 'unclear' });
  const { lookup, bulletin } = context;
  const { figures, missing } = places;
  const quoted = new Set<number>();
  const claims = figures.flatMap((figure) => {
    const unit = lookup.get(figure.unit);
    if (unit === undefined) return [];
    const citation = citeFigure(unit, bulletin.source, figure);
    const known = quoted.has(citation.span.start);
    quoted.add(citation.span.start);
    return known ? [] : [claim(`${lookup.label(unit.id)}作“${citation.quote}”`, [citation])];
  });
  const told = claims.flatMap(({ citations }) => citations.map(({ span }) => span));
  const others = findBeside(context, figures).filter(
    ({ span }) => !told.some((one) => containsSpan(one, span)),
  );
  const beside = others.flatMap((figure) => {
    const unit = lookup.get(figure.unit);
    const citation = unit === undefined ? null : citeFigure(unit, bulletin.source, figure);
    return citation === null ? [] : [claim(citation.quote, [citation])];
  });
  const absent = missing.map(({ text }) => `通报未载明“${text}”。`);
  const differ =
    new Set(figures.map(({ value }) => value)).size > 1 ? ['通报中不同位置的数字并列如下,未作调和。'] : [];
  return draftAnswer({
    claims: [...claims, ...beside],
    notes: [...differ, ...absent],
    candidates: [...new Set(figures.map(({ unit }) => unit))],
  });
}
