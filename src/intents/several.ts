// 「A多少,B又是哪天」: a question that asks several things → each answered from its own passage, each cited
import { readAskedFor } from '../question/asked-for.ts';
import type { Question } from '../question/question.ts';
import { findAmounts } from '../text/amounts.ts';
import { findDates } from '../text/dates.ts';
import { rememberEach } from '../text/remember.ts';
import { draftFact } from './fact-draft.ts';
import { readAskedUnits } from './figure-ask.ts';
import { citePassage, findPassages, followPassage, type Passage } from './passage.ts';
import { claim, draftAnswer, type Intent, type IntentContext } from './intent.ts';
import { judgeAnswer, judgeScope } from './judge.ts';
import { splitAsks } from './several-parts.ts';

const READ_UNITS = 8;
/** Below this a passage is not sure enough to stand beside another. */
const LEAST_SCORE = 1.2;
/** A part may have to do with its second best where the best answers another. */
const NEAR_BEST = 0.7;
const MOST_CANDIDATES = 5;
/** Added to a passage that would answer its part alone. */
const ANSWERS = 0.15;
/** 100余家次 for 多少次: an amount in another measure. */
const LEAST_TYPED = 0.4;

export const severalIntent: Intent = {
  name: 'several',
  examples: [
    '第三轮巡察哪天结束现场,书记哪天听的汇报',
    '纪委约谈了多少人次,效能办约谈了多少人',
    '苍霞人家2023年总接待和7月以来各多少人次',
  ],
  score: (context) => {
    const { references, followUp } = context.question;
    if (references.length > 0 || followUp) return 0;
    const parts = splitAsks(context.question.text);
    if (parts.length < 2) return 0;
    const passages = findEachPart(context, parts);
    return passages !== null && new Set(passages.map(({ unit }) => unit)).size > 1 ? 0.76 : 0;
  },
  draft: (context) => {
    const passages = findEachPart(context, splitAsks(context.question.text)) ?? [];
    const claims = passages.map((passage) => {
      const citation = citePassage(passage);
      return claim(citation.quote, [citation]);
    });
    return draftAnswer({ claims, candidates: [...new Set(passages.map(({ unit }) => unit))] });
  },
};

/** A passage for every part, none twice; null when one has none. Remembered for the message, which is scored before it is answered. */
const findEachPart = rememberEach(
  (context: IntentContext, parts: readonly string[]): readonly Passage[] | null => {
    const found = parts.map((part) => findCandidates(context, part));
    if (!found.some(({ sure }) => sure) || draftFact(context).refusal !== null) return null;
    const all = assignPassages(
      found.map(({ passages }) => passages),
      [],
    );
    return all?.passages ?? null;
  },
);

/** A passage with the units of measure its part asks for. */
interface Candidate extends Passage {
  readonly units: readonly string[];
  /** True when it would answer the part alone. */
  readonly answers: boolean;
}

interface Candidates {
  /** Best first; they hold the kind of words the part asks for. */
  readonly passages: readonly Candidate[];
  /** True when one of them answers the part beyond doubt. */
  readonly sure: boolean;
}

function findCandidates(context: IntentContext, text: string): Candidates {
  const { engine, bulletin } = context;
  const year = Number(bulletin.meta.dataAsOf?.slice(0, 4) ?? '0');
  const dates = findDates(text, { year });
  const question: Question = { ...context.question, text, askedFor: readAskedFor(text), dates };
  const scene = { ...context, question };
  const ranked = engine.rank(text, { limit: READ_UNITS, leaning: context.question.text });
  const held = findPassages(bulletin.source, ranked, question).filter(
    (passage) => passage.typed >= LEAST_TYPED && judgeScope(scene, passage) === null,
  );
  const [best] = held;
  if (best === undefined) return { passages: [], sure: false };
  const near = held
    .filter(({ score }) => score >= Math.max(LEAST_SCORE, best.score * NEAR_BEST))
    .slice(0, MOST_CANDIDATES);
  const units = readAskedUnits(text);
  const passages = near.map((passage): Candidate => {
    const unit = ranked.find((one) => one.unit === passage.unit);
    const answers = unit !== undefined && judgeAnswer(scene, unit, passage).refusal === null;
    const followed = followPassage(bulletin.source, passage, unit?.clauses ?? []);
    return { ...followed, units, answers, score: passage.score + (answers ? ANSWERS : 0) };
  });
  return { passages, sure: passages.some(({ answers }) => answers) };
}

/** One candidate of each part, no two overlapping, with the greatest sum of scores; null when there is no such choice. */
function assignPassages(
  parts: readonly (readonly Candidate[])[],
  taken: readonly Candidate[],
): { readonly passages: readonly Passage[]; readonly worth: number } | null {
  const [first, ...rest] = parts;
  if (first === undefined) return { passages: [], worth: 0 };
  let best: { readonly passages: readonly Passage[]; readonly worth: number } | null = null;
  for (const passage of first) {
    if (taken.some((other) => overlaps(passage, other) && !holdsBoth(passage, other))) continue;
    const others = assignPassages(rest, [...taken, passage]);
    if (others === null) continue;
    const worth = passage.score + others.worth;
    if (best === null || worth > best.worth) best = { passages: [passage, ...others.passages], worth };
  }
  return best;
}

function overlaps(a: Passage, b: Passage): boolean {
  return a.unit === b.unit && a.span.start < b.span.end && b.span.start < a.span.end;
}

/** One passage with a figure for each of two parts: 「7轮次,清理…垃圾约75吨」. */
function holdsBoth(a: Candidate, b: Candidate): boolean {
  const printed = findAmounts(a.quote).map(({ unit }) => unit);
  const first = printed.findIndex((unit) => a.units.includes(unit));
  return first >= 0 && printed.some((unit, index) => index !== first && b.units.includes(unit));
}
