// figures bounded by the question (完成率超过90%, 涉及100人以上) → measures that print such a figure, each quoting it
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import { STATUS_LABELS, type Figure } from '../ledger/ledger.ts';
import { rememberEach } from '../text/remember.ts';
import { readFigureCondition, type FigureBound, type FigureCondition } from './figure-condition.ts';
import { createLabelMatcher, figuresOf, type MatchLabel } from './figure-match.ts';
import type { PlacedFigure } from './figure-place.ts';
import { isChange } from './figure-rows.ts';
import { claim, draftAnswer, draftRefusal, type Draft, type Intent, type IntentContext } from './intent.ts';
import { SHOWN_ROWS } from './list-draft.ts';
import { speaksOfSanctions } from './sanction-filter.ts';
import { citeAround, showQuote } from './quote.ts';

export const figuresBeyondIntent: Intent = {
  name: 'figures-beyond',
  examples: ['完成率超过90%的有哪些', '金额超过1亿的措施', '处罚超过100万的', '涉及100人以上的'],
  score: (context) => (readCondition(context) === null ? 0 : 0.98),
  draft: (context) => {
    const condition = readCondition(context);
    return condition === null ? draftAnswer({}) : draftBeyond(context, condition);
  },
};

/** Null for a class the bulletin itself names so (设计合同金额100万以上的项目): no figure is bounded by its reader. */
const readCondition = rememberEach((context: IntentContext): FigureCondition | null => {
  const { question, lookup } = context;
  if (question.followUp || question.references.length > 0) return null;
  const condition = readFigureCondition(question.text);
  if (condition === null) return null;
  const named = /[\d.]+[万亿]?.{0,3}以[上下内]$/u.exec(condition.asked)?.[0];
  if (
    named !== undefined &&
    condition.metric !== '' &&
    lookup.measures.some(({ text }) => text.includes(named))
  )
    return null;
  return speaksOfSanctions(context) && !condition.units.includes('元') ? null : condition;
});

function draftBeyond(context: IntentContext, condition: FigureCondition): Draft {
  const { bulletin, facts: known, engine, question } = context;
  const rows = selectFigures(context, condition);
  if (rows.length === 0) {
    const candidates = engine.rank(question.text, { limit: 10 }).map(({ unit }) => unit);
    const said = `通报的整改措施没有载明${sayCondition(condition)}的数字。`;
    return draftRefusal('not-in-bulletin', said, { candidates });
  }
  const count = `${rows.length}条`;
  const text = `载明${sayCondition(condition)}的整改措施共${count}`;
  const total = claim(
    text,
    rows.map(({ citations: [first] }) => first),
    { computed: [count, condition.asked] },
  );
  const shown = rows.slice(0, SHOWN_ROWS).map(({ unit, citations }) => {
    const status = known.get(unit)?.status.value;
    const mark = status === undefined ? '' : `[${STATUS_LABELS[status]}] `;
    const quotes = citations.map((citation) => showQuote(citation, bulletin.source));
    return claim(`${mark}${quotes.join(';')}`, citations, { kind: 'item' });
  });
  return draftAnswer({
    claims: [total, ...shown],
    candidates: rows.slice(0, 10).map(({ unit }) => unit),
    list: rows.map(({ unit }) => unit),
    shown: Math.min(rows.length, SHOWN_ROWS),
    suggestions: rows.length > SHOWN_ROWS ? ['更多', '展开第1个'] : ['展开第1个'],
  });
}

function sayCondition({ asked, noun }: FigureCondition): string {
  return noun === '' ? asked : `${asked}的${noun}`;
}

interface BeyondRow {
  readonly unit: UnitId;
  readonly citations: readonly [Citation, ...Citation[]];
}

/** So many figures of one measure are quoted. */
const QUOTED = 3;

/** The measures with a figure that meets the condition, in document order, with the words around each such figure. */
function selectFigures(context: IntentContext, condition: FigureCondition): BeyondRow[] {
  const match = createLabelMatcher(context);
  return context.ledger.measures.flatMap(({ unit: id, figures }): BeyondRow[] => {
    const unit = context.lookup.get(id);
    if (unit === undefined) return [];
    const quotes = new Map(
      figuresOf(context, id).flatMap((placed) => {
        const own = figures.find(({ citation }) => citation.span.start === placed.span.start);
        if (own === undefined || !meetsCondition(own, placed, condition, match)) return [];
        const citation = citeAround(unit, context.bulletin.source, placed.span);
        return [[citation.span.start, citation] as const];
      }),
    );
    const [first, ...rest] = [...quotes.values()].slice(0, QUOTED);
    return first === undefined ? [] : [{ unit: id, citations: [first, ...rest] }];
  });
}

function meetsCondition(
  figure: Figure,
  placed: PlacedFigure,
  { metric, noun, units, bound }: FigureCondition,
  match: MatchLabel,
): boolean {
  if (!units.includes(figure.unit) || !isBeyond(figure, bound)) return false;
  // 办结率同比上升19.87%: how far a rate rose is no rate
  if (isChange(placed) && !CHANGE.test(metric)) return false;
  return measures(metric, figure, placed, match) && (noun === '' || isToldOf(noun, placed, match));
}

const CHANGE = /升|降|增|减|提高|高出/u;

const MORE = /[多余来]|^(?:超|突破|逾)/u;
const LESS = /^(?:近|不足)/u;

/** 1400多万 is over 1400万, 近1800万 is under 1800万. */
export function isBeyond(
  { value, approximate, citation }: Pick<Figure, 'value' | 'approximate' | 'citation'>,
  { value: limit, over, inclusive }: FigureBound,
): boolean {
  if (value !== limit) return over ? value > limit : value < limit;
  if (approximate && MORE.test(citation.quote)) return over;
  if (approximate && LESS.test(citation.quote)) return !over;
  return inclusive;
}

/** The words, or others of the same meaning, right at the figure. */
const AT_FIGURE = 0.85;
/** 汽车南站封房搬迁完成率: the rate at the figure, the rest near it. */
const NEAR = 0.6;
const HEAD = 3;
/** 满意率, 占比: names of one figure each, which have no other words. */
const RATE = /率|[占比]比|比[例重]$/u;
/** 处罚金额, 开展次数, 投资额: what the unit says already. */
const KIND_OF_FIGURE = /(?:总?金额|总?额|款|资金|总数|数量|次数|场次|人数|面积)$/u;

/** The figure is one of the metric: its counted phrase is called so, or the words between the figure before it and this one are. */
function measures(metric: string, figure: Figure, placed: PlacedFigure, match: MatchLabel): boolean {
  const { around, span, segment } = placed;
  const before = (around[0] ?? '').slice(0, span.start - segment.start);
  const core = metric.replace(KIND_OF_FIGURE, '');
  if (core === '' || figure.of.includes(core) || before.includes(core)) return true;
  const head = metric.slice(-HEAD);
  if (metric.length > HEAD + 1 && match(metric, placed) >= NEAR && before.includes(head)) return true;
  return !RATE.test(metric) && match(core, atFigure(placed)) >= AT_FIGURE;
}

/** 100人以上的培训: a 培训 is told of where the figure stands. */
function isToldOf(noun: string, placed: PlacedFigure, match: MatchLabel): boolean {
  return (
    placed.around.slice(0, 2).some((near) => near.includes(noun)) ||
    match(noun, atFigure(placed)) >= AT_FIGURE
  );
}

/** The figure with no words but its own segment's. */
function atFigure(placed: PlacedFigure): PlacedFigure {
  return { ...placed, around: placed.around.slice(0, 1) };
}
