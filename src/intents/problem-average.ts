// 平均每个问题几条措施 → the numbers the bulletin states, or those of a section, and what comes of them
import type { UnitId } from '../bulletin/bulletin.ts';
import { formatNumber } from './figure-words.ts';
import { claim, draftAnswer, type Draft, type IntentContext } from './intent.ts';
import {
  claimMeasures,
  claimProblems,
  claimSection,
  findTotals,
  measuresOf,
  problemsOf,
} from './section-counts.ts';

/** How many measures a problem has on average, of all or of one section. */
export function draftAverage(context: IntentContext, section: UnitId | null): Draft {
  if (section !== null) return draftSectionAverage(context, section);
  const totals = findTotals(context);
  if (totals === null) {
    const message = '通报未载明问题和举措的总数,无法计算平均数。';
    return draftAnswer({ notes: [message], refusal: 'not-in-bulletin' });
  }
  const { citation, problems, measures } = totals;
  const average = String(Math.round((measures / problems) * 100) / 100);
  const text = `${citation.quote}。计算:${measures}条÷${problems}个问题≈每个问题${average}条`;
  return draftAnswer({
    claims: [claim(text, [citation], { computed: [`${average}条`] })],
    candidates: [citation.unit],
  });
}

/** 「计算:41条÷14个问题≈每个问题2.93条」 of one section, citing all it counts. */
function draftSectionAverage(context: IntentContext, section: UnitId): Draft {
  const problems = claimProblems(context, problemsOf(context, section));
  const measures = claimMeasures(context, measuresOf(context, section));
  const [of, all] = [problems.citations.length, measures.citations.length];
  const average = `${formatNumber(all / of)}条`;
  const text = `计算:${all}条÷${of}个问题≈每个问题${average}`;
  const computed = claim(text, [...measures.citations, ...problems.citations], {
    computed: [average, `${all}条`, `${of}个问题`, `${of}个`],
  });
  return draftAnswer({
    claims: [...claimSection(context, section), problems, measures, computed],
    candidates: [section],
  });
}
