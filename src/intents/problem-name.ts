// words → the problem whose heading says them, or as many problems as the asker counts
import type { UnitId } from '../bulletin/bulletin.ts';
import type { IntentContext } from './intent.ts';
import { parseInteger } from '../text/numerals.ts';
import { compileExact, compileNear } from './phrase.ts';
import { findTopical } from './topical.ts';

/** Share of the words' weight a heading must hold when it does not print them in one piece; less where the asker says 问题, or how many. */
const ENOUGH = { named: 0.42, unnamed: 0.62, counted: 0.2 };
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

/** Share of the measures printing the words that stand under one problem. */
const MOST = 0.7;

/** 福利中心那个问题: no heading says it, but most measures that print it stand under one problem. */
export function findProblemByMeasures(
  { lookup }: Pick<IntentContext, 'lookup'>,
  words: string,
): UnitId | null {
  const find = compileExact(words);
  const printing = words.length < SHORTEST ? [] : lookup.measures.filter((unit) => find(unit) !== null);
  const under = lookup.problems.map(({ id }) => ({
    id,
    count: printing.filter(({ path }) => path.includes(id)).length,
  }));
  const best = under.find(({ count }) => count >= 2 && count >= printing.length * MOST);
  return best?.id ?? null;
}

/** The only problem whose heading prints the words in one piece, or with filler words inside. */
export function findPrintedProblem({ lookup }: Pick<IntentContext, 'lookup'>, words: string): UnitId | null {
  const plain = words.replace(/^针对/u, '').trim();
  if (plain.length < SHORTEST) return null;
  for (const find of [compileExact(plain), compileNear(plain)]) {
    if (find === null) continue;
    const [only, ...others] = lookup.problems.filter((unit) => find(unit) !== null);
    if (only !== undefined && others.length === 0) return only.id;
  }
  return null;
}

/** 渣土的两个问题, 违规兼职…,两个问题都算上: so many problems, told by the words before. */
const SO_MANY =
  /(?<words>[^,。?!]{2,12}?)(?:摊上|占了?|有|列了?|那|这|的|里)*(?<![哪第有])(?<n>[两二三四五六])个问题|(?<first>[^,。?!]{2,12}?)(?:一共|总共|总计|合计|拢共|加起来)[^。?!]*(?<![哪第])(?<m>[两二三四五六])个问题/u;

/** True when the message speaks of so many problems, not of one. */
export function countsProblems(text: string): boolean {
  return SO_MANY.test(text);
}

/** The problems a message counts and names in words, when exactly as many headings say them; empty otherwise. */
export function findCountedProblems(context: IntentContext): UnitId[] {
  const groups = SO_MANY.exec(context.question.text)?.groups;
  const count = parseInteger(groups?.['n'] ?? groups?.['m'] ?? '');
  const words = groups?.['words'] ?? groups?.['first'] ?? '';
  if (count === null || words === '') return [];
  const { lookup, engine } = context;
  const inOrder = (ids: readonly UnitId[]): UnitId[] =>
    lookup.problems.map(({ id }) => id).filter((id) => ids.includes(id));
  const told = findTopical(context, words, lookup.problems);
  if (told.length === count) return inOrder(told);
  const within = new Set(lookup.problems.map(({ id }) => id));
  const ranked = engine.rank(words, { within, limit: count + 1 });
  const [last, next] = [ranked[count - 1], ranked[count]];
  if (last === undefined || last.coverage < ENOUGH.counted) return [];
  return next === undefined || last.score >= next.score * LEAD
    ? inOrder(ranked.slice(0, count).map(({ unit }) => unit))
    : [];
}
