// 「被清退的,正文说几个,名单上又是谁」: what the measures and the list of sanctions tell of one thing → both, each cited
import type { Sanction } from '../ledger/ledger.ts';
import { PERSONS } from '../text/amounts.ts';
import { rememberEach } from '../text/remember.ts';
import { createLabelMatcher, findFigures } from './figure-match.ts';
import { citeFigure, type PlacedFigure } from './figure-place.ts';
import { claim, draftAnswer, type Draft, type Intent, type IntentContext } from './intent.ts';
import { holdsMeasure, readMeasures } from './sanction-words.ts';

const IN_TEXT = '正文|(?:整改)?(?:措施|举措)(?:里|中|部分)|前(?:面|文|边)';
const IN_LIST = '第[四4]部分|名单|后(?:面|文|边)的?处[理分]';
/** 正文和第四部分数字一致吗, 前面说1名,第四部分是谁, 正文的人数和名单对得上吗. */
const BOTH = new RegExp(`(?:${IN_TEXT})[^。]*(?:${IN_LIST})|(?:${IN_LIST})[^。]*(?:${IN_TEXT})`, 'u');
const PLACES = new RegExp(`(?:${IN_TEXT}|${IN_LIST})(?:里|中|上|的)*`, 'gu');
/** Share of the question that must stand near the figure of the measures. */
const ENOUGH = 0.35;
const READ_UNITS = 6;
const MOST_ITEMS = 5;

export const toldInBothIntent: Intent = {
  name: 'told-in-both',
  examples: ['被清退的,正文里说几名,第四部分又列了谁', '降职降薪的,整改措施里几个,名单上是哪些人'],
  ceiling: 0.96,
  score: (context) => (findBoth(context) === null ? 0 : 0.96),
  draft: (context) => draftBoth(context, findBoth(context)),
};

interface Both {
  /** Of one measure, all that count persons so punished. */
  readonly figures: readonly PlacedFigure[];
  readonly items: readonly Sanction[];
}

/** Null where either side does not tell of the measure of punishment asked about. */
const findBoth = rememberEach((context: IntentContext): Both | null => {
  const { text } = context.question;
  if (!BOTH.test(text)) return null;
  const measures = readMeasures(text);
  if (measures.length === 0) return null;
  const items = context.ledger.sanctions.filter(({ measure }) =>
    measures.some((asked) => holdsMeasure(measure.value, asked)),
  );
  const topics = text
    .split(/[,;。?]/u)
    .filter((clause) => readMeasures(clause).length > 0)
    .map((clause) => clause.replace(PLACES, ' '));
  const match = createLabelMatcher(context);
  const told = findFigures(context, [text, ...topics], READ_UNITS)
    .filter(({ unit }) => context.lookup.get(unit)?.kind === 'measure')
    .filter(({ kind, measured }) => kind === 'amount' && PERSONS.includes(measured))
    .filter(({ around: [segment = ''] }) => measures.some((asked) => segment.includes(asked)));
  const [best] = told
    .map((figure) => ({ figure, fit: Math.max(...topics.map((topic) => match(topic, figure))) }))
    .filter(({ fit }) => fit >= ENOUGH)
    .sort((a, b) => b.fit - a.fit);
  const figures = told.filter(({ unit }) => unit === best?.figure.unit);
  return figures.length === 0 || items.length === 0 || items.length > MOST_ITEMS ? null : { figures, items };
});

function draftBoth({ lookup, bulletin }: IntentContext, both: Both | null): Draft {
  const unit = lookup.get(both?.figures[0]?.unit ?? '');
  if (both === null || unit === undefined) return draftAnswer({ refusal: 'unclear' });
  const quotes = both.figures.map((figure) => citeFigure(unit, bulletin.source, figure));
  const told = quotes.filter(
    ({ span }, index) => quotes.findIndex((other) => other.span.start === span.start) === index,
  );
  const items = both.items.map((one) => lookup.cite(one.unit));
  return draftAnswer({
    claims: [
      ...told.map((quote) => claim(`${lookup.label(unit.id)}作“${quote.quote}”`, [quote])),
      ...items.map((item) => claim(item.quote, [item], { kind: 'item' })),
    ],
    notes: ['通报中不同位置的说法并列如下,未作调和。'],
    candidates: [unit.id, ...both.items.map((one) => one.unit)],
  });
}
