// 「由…」 of a claim → the part of a sentence it restates → does the source name another one there?
import { countShared, readGrams } from './alignment.ts';
import type { Stated } from './stated.ts';

/** 「由区委书记谈话提醒」: who does it. */
const AGENT =
  /由(?<agent>[\u3400-\u9fff]{2,10}?)(?=对|分别|进行|牵头|负责|谈话|批评|约谈|带队|包案|亲自|找)/gu;
/** So much more must be shared with the one part than with any other. */
const MARGIN = 3;

/**
 * Why the claim has something done by another than the source: 「报告不完整的,由区委书记谈话」 where he speaks to those
 * named before, and the mayor to these; null when it does not.
 */
export function refuteAgents(claim: string, sources: readonly Stated[]): string | null {
  if (!claim.includes('由')) return null;
  const parts = sources.flatMap(({ text }) => splitParts(text));
  for (const part of splitParts(claim)) {
    for (const { 0: words, groups } of part.matchAll(AGENT)) {
      const agent = groups?.['agent'] ?? '';
      if (!parts.some((source) => source.includes(`由${agent}`))) continue;
      const grams = readGrams(part.replace(words, '\u0001'));
      const scored = parts
        .map((source) => ({ source, shared: countShared(grams, readGrams(source)) }))
        .sort((a, b) => b.shared - a.shared);
      const [best, next] = scored;
      if (best === undefined || best.source.includes(agent) || !best.source.includes('由')) continue;
      if (best.shared - (next?.shared ?? 0) >= MARGIN) return `「由${agent}」 where the source names another`;
    }
  }
  return null;
}

function splitParts(text: string): string[] {
  return text.split(/[;。\n]/u).filter((part) => part !== '');
}
