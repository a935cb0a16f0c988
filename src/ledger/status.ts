// clauses → an unfinished task? in_progress : mostly finished actions? completed : long_term
import type { Unit } from '../bulletin/bulletin.ts';
import { citeSpan } from './cite.ts';
import { readClauses, type Clause } from './clauses.ts';
import { weighClause } from './finished.ts';
import type { Confidence, StatusFact } from './ledger.ts';
import { findPartialCounts } from './partial.ts';
import { UNFINISHED, type Phenomenon } from './unfinished.ts';

/**
 * The status of a measure, judged from its own text after STATUS_GUIDE.md: any finite task reported as unfinished makes it
 * `in_progress`; otherwise discrete finished actions make it `completed`; otherwise it is a standing practice, `long_term`.
 */
export function deriveStatus(unit: Unit, source: string): StatusFact {
  const clauses = readClauses(unit, source);
  const { finished, remaining } = findPartialCounts(unit, source, clauses);
  const found = findUnfinished(clauses);
  if (found !== null) {
    return {
      value: 'in_progress',
      citation: citeSpan(unit, source, found.clause.span),
      confidence: found.phenomenon.confidence,
      rule: found.phenomenon.name,
      finished,
      remaining,
    };
  }
  return { ...judgeBalance(unit, source, clauses), finished: [], remaining: [] };
}

/** True where the clause names the problem, not what was done about it: 「针对…尚未…问题」. */
function namesProblem(clause: Clause): boolean {
  return /^(?:针对|关于|发现)/u.test(clause.text) && /问题/u.test(clause.text);
}

function findUnfinished(clauses: readonly Clause[]): { clause: Clause; phenomenon: Phenomenon } | null {
  for (const phenomenon of UNFINISHED) {
    const clause = clauses.find((candidate) => showsPhenomenon(candidate, phenomenon));
    if (clause !== undefined) return { clause, phenomenon };
  }
  return null;
}

export function showsPhenomenon(clause: Clause, phenomenon: Phenomenon): boolean {
  if (namesProblem(clause) || !phenomenon.pattern.test(clause.text)) return false;
  if (phenomenon.unless?.test(clause.text) === true) return false;
  if (phenomenon.sentence?.test(clause.sentence) === false) return false;
  return phenomenon.unlessSentence?.test(clause.sentence) !== true;
}

type Judged = Pick<StatusFact, 'value' | 'citation' | 'confidence' | 'rule'>;

function judgeBalance(unit: Unit, source: string, clauses: readonly Clause[]): Judged {
  const sentences = new Map<number, { clauses: Clause[]; done: number; standing: number }>();
  for (const clause of clauses) {
    const leaning = weighClause(clause.text);
    const entry = sentences.get(clause.sentenceIndex) ?? { clauses: [], done: 0, standing: 0 };
    entry.clauses.push(clause);
    entry.done = Math.max(entry.done, leaning.done);
    entry.standing += leaning.standing ? 1 : 0;
    sentences.set(clause.sentenceIndex, entry);
  }
  const all = [...sentences.values()];
  const reporting =
    all.filter((entry) => entry.done >= 2).length + all.filter((entry) => entry.done === 1).length / 2;
  const share = all.length === 0 ? 0 : reporting / all.length;
  const completed = share > 0.4;
  const confidence: Confidence =
    Math.abs(share - 0.4) > 0.35 ? 'certain' : Math.abs(share - 0.4) > 0.15 ? 'likely' : 'unsure';
  const evidence = pickEvidence(clauses, completed);
  const span = evidence?.span ?? unit.body;
  return {
    value: completed ? 'completed' : 'long_term',
    citation: citeSpan(unit, source, span),
    confidence,
    rule: completed ? 'finished-actions' : 'standing-practice',
  };
}

function pickEvidence(clauses: readonly Clause[], completed: boolean): Clause | undefined {
  const scored = clauses.map((clause) => {
    const { done, standing } = weighClause(clause.text);
    return {
      clause,
      score: completed
        ? done
        : (standing ? 1 : 0) + (/常态化|每[年月周季]|定期|持续|坚持/u.test(clause.text) ? 1 : 0),
    };
  });
  return scored.reduce<(typeof scored)[number] | undefined>(
    (best, next) => (best === undefined || next.score > best.score ? next : best),
    undefined,
  )?.clause;
}
