import { parseInteger } from '../text/numerals.ts';
import type { BulletinFormat, MeasureStart } from './format.ts';
import type { OutlineLine } from './outline.ts';

/** 一是…。二是…; also at the start of a paragraph. */
const CHAIN = /(?<=^|[。;；::\s])(?:([一二三四五六七八九十]+)是)(?=\S)/gu;

/**
 * Measures are the links of a 一是/二是 chain, or, where a problem has no chain, the paragraphs under its heading:
 * `1.关于…问题。` / `一是加强…。二是开展…。`
 */
export const chainedFormat: BulletinFormat = {
  name: 'chained',
  score: (source, outline) =>
    outline
      .filter((line) => line.opening === 'text')
      .reduce((sum, line) => sum + findChain(source, line).length, 0),
  findMeasures: (source, lines) => {
    const chain = lines.flatMap((line) => findChain(source, line));
    const bracketed = lines.filter((line) => line.opening === 'bracketed');
    if (chain.length >= 2 && bracketed.length === 0) return chain;
    const starts = bracketed.length > 0 ? bracketed : lines;
    return starts.map(({ start, bodyStart, ordinal, value, number }) => ({
      start,
      bodyStart,
      ordinal,
      value,
      line: number,
    }));
  },
};

function findChain(source: string, line: OutlineLine): MeasureStart[] {
  const text = source.slice(line.start, line.end);
  const links: MeasureStart[] = [];
  for (const match of text.matchAll(CHAIN)) {
    const value = parseInteger(match[1] ?? '');
    if (value !== links.length + 1 && value !== 1 && links.length > 0) continue;
    const first = links.length === 0 && text.slice(0, match.index).trim() === '';
    links.push({
      start: first ? line.start : line.start + match.index,
      bodyStart: line.start + match.index + match[0].length,
      ordinal: match[1] ?? null,
      value,
      line: line.number,
    });
  }
  return links;
}
