// clauses → an unfinished task? in_progress : mostly finished actions? completed : long_term
import type { Unit } from '../bulletin/bulletin.ts';
import { citeSpan } from './cite.ts';
import { readClauses, type Clause } from './clauses.ts';
import { weighClause } from './finished.ts';
import type { Confidence, Deadline, StatusFact } from './ledger.ts';
import { findPartialCounts, findShortfall } from './partial.ts';
import { UNFINISHED, type Phenomenon } from './unfinished.ts';

/**
 * The status of a measure, judged from its own text after STATUS_GUIDE.md: a single finite task reported as unfinished makes it
 * `in_progress`; otherwise discrete finished actions make it `completed`; otherwise it is a standing practice, `long_term`.
 */
export function deriveStatus(unit: Unit, source: string, deadlines: readonly Deadline[]): StatusFact {
  const clauses = readClauses(unit, source);
  const open = findOpenTask(unit, source, clauses, deadlines);
  if (open === null) return { ...judgeBalance(unit, source, clauses), finished: [], remaining: [] };
  return { value: 'in_progress', ...open, ...findPartialCounts(unit, source, clauses) };
}

type OpenTask = Pick<StatusFact, 'citation' | 'confidence' | 'rule'>;

/** Explicit words first, then an announced date, then a share below the whole, then the weaker phenomena. */
function findOpenTask(
  unit: Unit,
  source: string,
  clauses: readonly Clause[],
  deadlines: readonly Deadline[],
): OpenTask | null {
  const explicit = findPhenomenon(unit, source, clauses, true);
  if (explicit !== null) return explicit;
  const deadline = deadlines.at(-1);
  if (deadline !== undefined)
    return { citation: deadline.task, confidence: 'certain', rule: 'announced-date' };
  const shortfall = findShortfall(clauses);
  if (shortfall !== null) {
    return { citation: citeSpan(unit, source, shortfall.span), confidence: 'likely', rule: 'part-of-total' };
  }
  return findPhenomenon(unit, source, clauses, false);
}

function findPhenomenon(
  unit: Unit,
  source: string,
  clauses: readonly Clause[],
  certain: boolean,
): OpenTask | null {
  for (const phenomenon of UNFINISHED) {
    if ((phenomenon.confidence === 'certain') !== certain) continue;
    const clause = clauses.find((candidate) => showsPhenomenon(candidate, phenomenon));
    if (clause === undefined) continue;
    const { name: rule, confidence } = phenomenon;
    return { citation: citeSpan(unit, source, clause.span), confidence, rule };
  }
  return null;
}

function showsPhenomenon(clause: Clause, phenomenon: Phenomenon): boolean {
  if (namesProblem(clause) || !phenomenon.pattern.test(clause.text)) return false;
  if (phenomenon.unless?.test(clause.text) === true) return false;
  if (phenomenon.sentence?.test(clause.sentence) === false) return false;
  return phenomenon.unlessSentence?.test(clause.sentence) !== true;
}

/** True where the clause names the problem, not what was done about it: 「针对…尚未…问题」. */
function namesProblem(clause: Clause): boolean {
  return /^(?:针对|关于|发现)/u.test(clause.text) && /问题/u.test(clause.text);
}

/** Share of finished actions from which a measure counts as completed. */
const COMPLETED_SHARE = 0.46;

type Judged = Pick<StatusFact, 'value' | 'citation' | 'confidence' | 'rule'>;

function judgeBalance(unit: Unit, source: string, clauses: readonly Clause[]): Judged {
  const weighed = clauses.map((clause, index) => {
    const previous = clauses[index - 1];
    const before = previous?.sentenceIndex === clause.sentenceIndex ? previous.text : '';
    return { clause, ...weighClause(clause.text, before) };
  });
  const done = weighed.reduce((sum, entry) => sum + entry.done, 0);
  const standing = weighed.reduce((sum, entry) => sum + entry.standing, 0);
  const share = done + standing === 0 ? 0.5 : done / (done + standing);
  const completed = share >= COMPLETED_SHARE;
  const distance = Math.abs(share - COMPLETED_SHARE);
  const confidence: Confidence = distance > 0.25 ? 'certain' : distance > 0.1 ? 'likely' : 'unsure';
  const best = weighed.reduce<(typeof weighed)[number] | undefined>((found, next) => {
    const better = completed ? next.done > (found?.done ?? -1) : next.standing > (found?.standing ?? -1);
    return better ? next : found;
  }, undefined);
  return {
    value: completed ? 'completed' : 'long_term',
    citation: citeSpan(unit, source, best?.clause.span ?? unit.body),
    confidence,
    rule: completed ? 'finished-actions' : 'standing-practice',
  };
}
