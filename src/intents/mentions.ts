// phrases + units → where each unit prints one of them: exactly, or in a form close to it
import type { Citation, Unit, UnitId } from '../bulletin/bulletin.ts';
import {
  compileExact,
  compileHeadless,
  compileNear,
  compileShared,
  compileShortened,
  compileTurned,
  cutTail,
  type FindPhrase,
} from './phrase.ts';
import { citeAround } from './quote.ts';

/** One unit that mentions what was asked for. */
export interface Mention {
  readonly unit: UnitId;
  /** The clause it stands in. */
  readonly citation: Citation;
  /** The phrase as the unit prints it. */
  readonly printed: string;
  /** False where the unit prints a form close to the phrase: 党建工作巡诊 for 党建巡诊. */
  readonly exact: boolean;
}

/** A system is told from what it manages. */
const NAMED_APPARATUS = /(?:管理|服务|监管)系统$/u;
/** A core may stand in this many units before it says too little: 老旧小区 for 老旧小区改造. */
const MOST_BY_CORE = 10;

/**
 * Units that mention one of the phrases, in document order. `literal` counts only the exact words, whatever quotes or
 * blanks stand inside; else units that print a close form follow with `exact: false`.
 */
export function findMentions(
  units: readonly Unit[],
  source: string,
  phrases: readonly string[],
  literal: boolean,
): Mention[] {
  const found = new Map<UnitId, Mention>();
  for (const phrase of phrases) addMatches(found, units, source, compileExact(phrase), true);
  if (!literal) for (const phrase of phrases) addClose(found, units, source, phrase);
  return units.flatMap((unit) => found.get(unit.id) ?? []);
}

function addClose(found: Map<UnitId, Mention>, units: readonly Unit[], source: string, phrase: string): void {
  const near = [compileNear, compileShortened, compileShared, compileHeadless, compileTurned];
  for (const find of near.map((compile) => compile(phrase))) {
    if (find !== null) addMatches(found, units, source, find, false);
  }
  // …管理系统, where some print the whole: …管理 is another thing.
  const core = NAMED_APPARATUS.test(phrase) && found.size > 0 ? null : cutTail(phrase);
  if (core === null) return;
  const byCore = new Map<UnitId, Mention>();
  addMatches(byCore, units, source, compileExact(core), false);
  if (byCore.size > MOST_BY_CORE) return;
  for (const mention of byCore.values()) if (!found.has(mention.unit)) found.set(mention.unit, mention);
}

function addMatches(
  found: Map<UnitId, Mention>,
  units: readonly Unit[],
  source: string,
  find: FindPhrase,
  exact: boolean,
): void {
  for (const unit of units) {
    if (found.has(unit.id)) continue;
    const match = find(unit);
    if (match === null) continue;
    const start = unit.body.start + match.index;
    const span = { start, end: start + match[0].length };
    const citation = citeAround(unit, source, span);
    found.set(unit.id, { unit: unit.id, citation, printed: match[0], exact });
  }
}
