// what is told of one unit → pieces of one sentence joined → pieces that lean given what they lean on
import { leansOnWords, mayEnd, mayStart } from './clause-cuts.ts';
import { joinClauses, type ClauseRun } from './clause-runs.ts';

/** Characters worth reading so that two pieces of a sentence are one, a piece has its subject, a sentence its end. */
const WORTH = { gap: 60, subject: 90, beginning: 45, end: 24 };

/**
 * 「3名予以降职」 and 「1名予以调岗」 of one sentence are told as it prints them; 「并缴纳2亿元」 with the clause before it; 「未发生
 * 集体访」 with 「无进京访」 that ends its sentence. `runs`: of one unit, in document order; `room`: characters to spend.
 */
export function joinRuns(source: string, runs: readonly ClauseRun[], room: number): ClauseRun[] {
  let left = room;
  const told: ClauseRun[] = [];
  const widen = (run: ClauseRun, first: number, last: number, most: number): ClauseRun => {
    const wider = joinClauses(run.unit, source, run.sentence, [first, last]);
    const cost = wider.text.length - run.text.length;
    if (cost > Math.min(most, left)) return run;
    left -= cost;
    return wider;
  };
  for (const run of runs) {
    const before = told.at(-1);
    if (before?.sentence === run.sentence) {
      const joined = widen(before, before.first, run.last, run.text.length + WORTH.gap);
      if (joined !== before) {
        left += run.text.length;
        told[told.length - 1] = joined;
        continue;
      }
    }
    told.push(
      before?.sentence === run.sentence ? run : widen(run, findSubject(run), run.last, WORTH.subject),
    );
  }
  return told.map((run, index) => {
    const next = run.last + 1;
    const isTold = told[index + 1]?.sentence === run.sentence && told[index + 1]?.first === next;
    const tells = (run.sentence[next]?.value ?? 0) > 0 && mayEnd(run.sentence, next);
    return tells && !isTold ? widen(run, run.first, next, WORTH.end) : run;
  });
}

/** The clause to begin with: the sentence's own beginning where it is near, or what a leaning run leans on. */
function findSubject({ sentence, first, text, span }: ClauseRun): number {
  if (span.start - (sentence[0]?.span.start ?? 0) <= WORTH.beginning) return 0;
  if (!leansOnWords(text)) return first;
  const before = sentence.findLastIndex(
    (clause, at) => at < first && (at === 0 || (mayStart(sentence, at) && !leansOnWords(clause.text))),
  );
  return before < 0 ? first : before;
}
