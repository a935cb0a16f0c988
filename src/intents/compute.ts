// question → operation → figures of one unit of measure, cited → 计算: terms, operator, result
import type { Citation } from '../bulletin/bulletin.ts';
import { plainVerb, readOperation, type Operation } from './compute-ask.ts';
import { findDoneAndLeft, findRate, findRemainder } from './compute-done.ts';
import { findAverage, findShares, findSurplus } from './compute-ratio.ts';
import { findCounted, findDifference, findLabelled, findParts, type Terms } from './compute-terms.ts';
import { draftReckoning } from './reckon.ts';
import { namesBoth } from './sums.ts';
import type { PlacedFigure } from './figure-place.ts';
import { citeFigure } from './figure-place.ts';
import {
  formatMean,
  formatNumber,
  sameMeasure,
  sayDifference,
  saySum,
  type Computation,
} from './figure-words.ts';
import {
  claim,
  draftAnswer,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';

export const computeIntent: Intent = {
  name: 'compute',
  examples: [
    '三处新思想实践基地2023年7月以来接待参观学习加起来多少人次',
    '理论宣讲进机关、学校、社区、企业、网络五项相加是多少场',
    '平均每个社区的办公经费是多少万元',
    '其他处理260人里,除掉诫勉的还有多少人',
  ],
  score: (context) => {
    if (context.question.references.some(({ kind }) => kind !== 'section' && kind !== 'measure')) return 0;
    const operation = readOperation(context.question.text);
    if (operation !== null && findTerms(context, operation) !== null) return 0.83;
    if (draftReckoning(context) === null) return 0;
    return namesBoth(context.question.text) ? 0.885 : 0.82;
  },
  draft: (context) => {
    const operation = readOperation(context.question.text);
    const terms = operation === null ? null : findTerms(context, operation);
    if (operation === null || terms === null)
      return draftReckoning(context) ?? draftAnswer({ refusal: 'not-in-bulletin' });
    return draftComputation(context, operation, terms);
  },
};

/** Null when the bulletin does not print what the operation needs. */
function findTerms(context: IntentContext, operation: Operation): Terms | null {
  switch (operation.kind) {
    case 'parts':
      return findParts(context, operation);
    case 'average':
      return findAverage(context, operation);
    case 'difference':
      return findDifference(context, operation);
    case 'surplus':
      return findSurplus(context, operation);
    case 'remainder':
      return findRemainder(context, operation);
    case 'rate':
      return findRate(context, operation);
    case 'share':
      return findShares(context, operation) ?? findDoneShare(context, operation);
    case 'sum':
      return findSums(context, operation);
  }
}

/** 395宗里拆掉的占几成: what is done over the whole. */
function findDoneShare(context: IntentContext, operation: Operation): Terms | null {
  return findRate(context, { ...operation, labels: operation.labels.slice(0, 1).map(plainVerb) });
}

/** One sum per unit asked for: 合计多少件多少人. */
function findSums(context: IntentContext, operation: Operation): Terms | null {
  const sums = [operation.units, ...operation.moreUnits].map((units) =>
    findSum(context, { ...operation, units }),
  );
  const found = sums.filter((sum) => sum !== null);
  if (found.length < sums.length) return null;
  return { figures: found.flatMap(({ figures }) => figures), groups: found.flatMap(({ groups }) => groups) };
}

function findSum(context: IntentContext, operation: Operation): Terms | null {
  return operation.labels.length < 2
    ? findCounted(context, operation)
    : (findLabelled(context, operation) ?? findDoneAndLeft(context, operation));
}

function draftComputation(context: IntentContext, operation: Operation, { figures, groups }: Terms): Draft {
  const citations = citeAll(context, figures);
  const mixed =
    !['average', 'remainder', 'rate'].includes(operation.kind) &&
    groups.some((group) => !sameMeasure(group.figures));
  const stated = citations.map((citation) => claim(citation.quote, [citation]));
  if (mixed) {
    return draftAnswer({
      claims: stated,
      notes: ['这些数字的单位不同,不作计算。'],
      candidates: [...new Set(figures.map(({ unit }) => unit))],
    });
  }
  const computed = groups.map((group): DraftClaim => {
    const own = citeAll(context, group.figures);
    const { text, result } = compute(operation, group.figures);
    return claim(`${group.label === '' ? '' : `${group.label}:`}计算:${text}`, own, { computed: [result] });
  });
  return draftAnswer({
    claims: [...stated, ...computed],
    candidates: [...new Set(figures.map(({ unit }) => unit))],
  });
}

/** One citation per place, figures of one clause together. */
function citeAll({ lookup, bulletin }: IntentContext, figures: readonly PlacedFigure[]): Citation[] {
  const citations = new Map<number, Citation>();
  for (const figure of figures) {
    const unit = lookup.get(figure.unit);
    if (unit === undefined) continue;
    const citation = citeFigure(unit, bulletin.source, figure);
    citations.set(citation.span.start, citation);
  }
  return [...citations.values()];
}

function compute({ kind }: Operation, figures: readonly PlacedFigure[]): Computation {
  const [first, second] = figures;
  if (first === undefined || second === undefined) return { text: '', result: '' };
  switch (kind) {
    case 'sum':
    case 'parts':
      return saySum(figures);
    case 'difference':
    case 'surplus':
    case 'remainder':
      return sayDifference(first, second);
    case 'rate':
    case 'share': {
      const result = `${formatNumber((second.value / first.value) * 100)}%`;
      return { text: `${second.text}÷${first.text}≈${result}`, result };
    }
    case 'average': {
      const mean = first.value / second.value;
      const result = formatMean(mean, first);
      return { text: `${first.text}÷${second.text}≈每${second.measured}${result}`, result };
    }
  }
}
