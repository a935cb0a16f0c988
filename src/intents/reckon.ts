// question → what is to be reckoned from the figures of its matter → the figures quoted, 计算: terms, operator, result
import { rememberEach } from '../text/remember.ts';
import { findAverage, findSurplus, findTaskRate } from './averages.ts';
import { draftByRate } from './by-rate.ts';
import { draftCheck } from './checks.ts';
import { findCompanions } from './companions.ts';
import { findDoneParts } from './done-parts.ts';
import { draftElapsed } from './elapsed.ts';
import { draftEnumerated } from './enumerated.ts';
import { formatMean, sayDifference } from './figure-words.ts';
import type { Draft, IntentContext } from './intent.ts';
import { draftLeft } from './left.ts';
import { findMonthly } from './monthly.ts';
import { draftMost } from './most.ts';
import { draftNamedAndRest } from './named-and-rest.ts';
import { draftRatedPart, draftRestOfShare } from './rated-part.ts';
import { draftDivision, draftFigures, draftTotals } from './reckoned.ts';
import { maskQuotes } from './shape.ts';
import { draftShare, SHARE } from './share.ts';
import { findSums } from './sums.ts';
import { findWholeOfParts } from './whole-of-parts.ts';

/** Null when nothing is to be reckoned, or the figures it takes are not told in one matter. */
export const draftReckoning = rememberEach((context: IntentContext): Draft | null => {
  if (context.question.references.some(({ kind }) => kind === 'problem' || kind === 'sanction')) return null;
  return (
    draftCheck(context) ??
    draftElapsed(context) ??
    draftMost(context) ??
    draftDoneParts(context) ??
    draftSurplus(context) ??
    draftTaskRate(context) ??
    draftMonthly(context) ??
    draftMean(context) ??
    draftRestOfShare(context) ??
    draftShare(context) ??
    draftRatedPart(context) ??
    draftLeft(context) ??
    draftByRate(context) ??
    draftSums(context) ??
    draftWholeOfParts(context) ??
    draftNamedAndRest(context) ??
    draftEnumerated(context)
  );
});

function draftSums(context: IntentContext): Draft | null {
  if (SHARE.test(maskQuotes(context.question.text).text)) return null;
  const sums = findSums(context);
  if (sums === null) return null;
  const [first = []] = sums;
  const all = sums.length > 1 ? sums : [first, ...findCompanions(context, first)];
  return draftTotals(
    context,
    all.map((figures) => ({ label: '', figures })),
  );
}

function draftWholeOfParts(context: IntentContext): Draft | null {
  const parts = findWholeOfParts(context);
  if (parts === null) return null;
  return draftTotals(
    context,
    [parts, ...findCompanions(context, parts)].map((figures) => ({ label: '', figures })),
  );
}

function draftMean(context: IntentContext): Draft | null {
  const terms = findAverage(context);
  if (terms === null) return null;
  const [amount, count] = terms;
  const result = formatMean(amount.value / count.value, amount);
  return draftFigures(context, terms, `${amount.text}÷${count.text}≈每${count.measured}${result}`, [result]);
}

function draftMonthly(context: IntentContext): Draft | null {
  const found = findMonthly(context);
  if (found === null) return null;
  const { amount, months } = found;
  const [span, result] = [`${String(months)}个月`, formatMean(amount.value / months, amount)];
  return draftFigures(context, [amount], `${amount.text}÷${span}≈每月${result}`, [span, result]);
}

function draftSurplus(context: IntentContext): Draft | null {
  const terms = findSurplus(context);
  if (terms === null) return null;
  const { text, result } = sayDifference(...terms);
  return draftFigures(context, terms, text, [result]);
}

function draftTaskRate(context: IntentContext): Draft | null {
  const terms = findTaskRate(context);
  return terms === null ? null : draftDivision(context, [terms[1]], [terms[0]]);
}

function draftDoneParts(context: IntentContext): Draft | null {
  const parts = findDoneParts(context);
  return parts === null ? null : draftTotals(context, parts);
}
