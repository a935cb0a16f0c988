import type { RankedUnit } from '../search/engine.ts';
import type { IntentContext } from './intent.ts';
import type { Passage } from './passage.ts';

/** How well a passage meets the question; every share is 0…1. */
export interface Fit {
  /** Weight of the question's words that stand literally in the unit and are rare or long: the asker speaks its language. */
  readonly named: number;
  /** Share of the other content words known around the passage. */
  readonly attribute: number;
  /** Content words of the question nothing around the passage knows, heaviest first. */
  readonly missing: readonly string[];
  /** Missing words that are terms of the bulletin itself, used elsewhere in it: the passage is about something else. */
  readonly misplaced: number;
  /** Most similar everyday wording of the unit. */
  readonly wording: number;
  readonly coverage: number;
  /** Share of the question's terms known to the unit, its wordings or its heading. */
  readonly known: number;
}

const QUESTION_WORD = /多少|几|什么|哪|谁|怎|咋|啥|如何|是否|有没有|一共|总共|拢共|统共/u;
/** Below this rarity a word that stands in the unit says little about it. */
const RARE = 4.5;

export function measureFit(
  { engine, question, lookup, bulletin }: IntentContext,
  top: RankedUnit,
  best: Passage,
): Fit {
  const near = engine.termsNear(best.unit, best.span);
  const text = lookup.get(best.unit)?.text ?? '';
  const words = [...new Set(engine.tokenize(question.text, { dropStopwords: true, wordsOnly: true }))].filter(
    (word) => !QUESTION_WORD.test(word) && !/^\d/u.test(word),
  );
  const named = words.filter((word) => text.includes(word) && (word.length >= 3 || engine.idf(word) > RARE));
  const attributes = words.filter((word) => !named.includes(word));
  const inNear = (term: string): boolean => near.has(engine.numberOf(term) ?? -1);
  const knows = (word: string): boolean => {
    const terms = engine.tokenize(word, {});
    const concepts = terms.filter((term) => term.startsWith('#'));
    const pieces = terms.filter((term) => !term.startsWith('#'));
    return (
      concepts.some(inNear) || (pieces.length > 0 && pieces.filter(inNear).length / pieces.length >= 0.5)
    );
  };
  const weigh = (list: readonly string[]): number =>
    list.reduce((sum, word) => sum + Math.max(2, engine.idf(word)), 0);
  const missing = attributes.filter((word) => !knows(word)).sort((a, b) => weigh([b]) - weigh([a]));
  let known = 0;
  for (const term of top.known) known += top.shares.get(term) ?? 0;
  return {
    named: weigh(named) / (weigh(words) || 1),
    attribute: attributes.length === 0 ? 1 : 1 - weigh(missing) / (weigh(attributes) || 1),
    missing,
    misplaced: missing.filter((word) => word.length >= 3 && bulletin.source.includes(word)).length,
    wording: top.lines[0]?.similarity ?? 0,
    coverage: top.coverage,
    known,
  };
}
