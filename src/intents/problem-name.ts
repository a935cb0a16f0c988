import type { UnitId } from '../bulletin/bulletin.ts';
import type { IntentContext } from './intent.ts';
import { compileExact, compileNear } from './phrase.ts';

/** Share of the words' weight a heading must hold when it does not print them in one piece; less where the asker says 问题. */
const ENOUGH = { named: 0.42, unnamed: 0.62 };
/** How many times better than the next heading it must be. */
const LEAD = 1.25;
const SHORTEST = 3;

/**
 * The problem whose heading says `words`: printed in it, or the one heading that holds most of them
 * (教育资源短缺, 国有房产闲置侵占, 历史遗留两违). Null when none or several do equally.
 * @param named whether the asker calls it a problem (那个问题, 问题下面)
 */
export function findProblem({ lookup, engine }: IntentContext, words: string, named: boolean): UnitId | null {
  const plain = words.replace(/^针对/u, '').trim();
  if (plain.length < SHORTEST) return null;
  const printed = findPrintedProblem({ lookup }, plain);
  if (printed !== null) return printed;
  const within = new Set(lookup.problems.map((unit) => unit.id));
  const ranked = engine.rank(plain, { within, limit: 20 });
  const [best, next] = [...ranked].sort((a, b) => b.coverage - a.coverage);
  if (best === undefined || best.coverage < (named ? ENOUGH.named : ENOUGH.unnamed)) return null;
  return next === undefined || best.coverage >= next.coverage * LEAD ? best.unit : null;
}

/** The only problem whose heading prints the words in one piece, or with filler words inside. */
export function findPrintedProblem({ lookup }: Pick<IntentContext, 'lookup'>, words: string): UnitId | null {
  const plain = words.replace(/^针对/u, '').trim();
  if (plain.length < SHORTEST) return null;
  for (const pattern of [compileExact(plain), compileNear(plain)]) {
    const holding = lookup.problems.filter((unit) => {
      if (pattern === null) return false;
      pattern.lastIndex = 0;
      return pattern.test(unit.text);
    });
    const [only, ...others] = holding;
    if (only !== undefined && others.length === 0) return only.id;
  }
  return null;
}
