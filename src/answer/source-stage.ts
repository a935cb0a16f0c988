// clause → its stage, with the plan of the clause before it
import type { Clause } from './alignment.ts';
import { DONE, FINISHED, PLANNED, readStage, TO_COME, type Stage } from './stage-words.ts';

/** 「计划以增资入股的方式,推动…投入运营」: what a plan names goes on into the next clause. */
export function readSourceStage(clause: Clause, sources: readonly (readonly Clause[])[]): Stage {
  const own = readStage(clause.text);
  const before = sources.find((clauses) => clauses[clause.index] === clause)?.[clause.index - 1];
  const planned =
    own === 'neither' &&
    before?.sentence === clause.sentence &&
    PLANNED.test(before.text) &&
    readStage(before.text) === 'open';
  return planned ? 'open' : own;
}

/** 「力争2025年3月动工,2026年9月底投用」: what a plan names goes on. */
export function readOwnStage(text: string, before: string): Stage {
  const own = readStage(text);
  const toCome = TO_COME.exec(text);
  const planned =
    (PLANNED.test(before) && readStage(before) === 'open') ||
    (toCome !== null && FINISHED.test(text.slice(toCome.index)));
  return own === 'finished' && !DONE.test(text) && planned ? 'open' : own;
}
