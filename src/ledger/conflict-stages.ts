// names of projects → what each clause says about their stage → started or done here, planned or under way there
import type { Bulletin } from '../bulletin/bulletin.ts';
import type { Conflict, Ledger } from './ledger.ts';
import { readSayings, type Saying } from './project-sayings.ts';

/** Stages this far apart cannot both be the present state. */
const APART = 2;
const STARTED = 5;

/** A project under construction in one measure and planned or out to tender in another; done here, pushed on there. */
export function findStageConflicts(bulletin: Bulletin, names: Ledger['names']): Conflict[] {
  // 机床厂宿舍地块 and 机床厂宿舍地块周边道路项目 tell the same story: the longest name tells it
  const told = new Map<string, Conflict>();
  const longest = [...names].sort((a, b) => a.name.length - b.name.length);
  for (const { name, units } of longest) {
    const sayings = readSayings(bulletin, name, units);
    for (const conflict of [...compareStages(name, sayings), ...compareCompletion(name, sayings)]) {
      told.set(conflict.sides.map(({ citation }) => citation.unit).join(' '), conflict);
    }
  }
  return [...told.values()];
}

function compareStages(name: string, sayings: readonly Saying[]): Conflict[] {
  const late = sayings.filter(({ stage }) => stage !== null && stage >= STARTED);
  const early = sayings.filter(({ stage }) => stage !== null && stage < STARTED);
  const pairs = crossUnits(late, early).filter(
    ([a, b]) => a.stage !== null && b.stage !== null && a.stage - b.stage >= APART,
  );
  return write(
    `项目进度:${name}`,
    `同一项目「${name}」一处称已开工实施,另一处仍在谋划或招标采购阶段。`,
    pairs.flat(),
  );
}

function compareCompletion(name: string, sayings: readonly Saying[]): Conflict[] {
  const done = sayings.filter(({ activity }) => activity?.done === true);
  const going = sayings.filter(({ activity }) => activity?.done === false);
  const pairs = crossUnits(done, going).filter(
    ([a, b]) =>
      a.activity?.kind === b.activity?.kind || a.activity?.kind === null || b.activity?.kind === null,
  );
  return write(`项目进度:${name}`, `「${name}」一处称已完成,另一处称仍在推进。`, pairs.flat());
}

function crossUnits(left: readonly Saying[], right: readonly Saying[]): [Saying, Saying][] {
  return left.flatMap((a) =>
    right.filter((b) => a.citation.unit !== b.citation.unit).map((b): [Saying, Saying] => [a, b]),
  );
}

function write(topic: string, why: string, sayings: readonly Saying[]): Conflict[] {
  const citations = [...new Map(sayings.map(({ citation }) => [citation.span.start, citation])).values()];
  const ordered = citations.sort((a, b) => a.span.start - b.span.start);
  const [first, second, ...rest] = ordered.map((citation) => ({ citation, figure: null }));
  if (first === undefined || second === undefined) return [];
  return [{ kind: 'contradiction', topic, why, sides: [first, second, ...rest] }];
}
