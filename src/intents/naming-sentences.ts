// ranked units of a conversation → only their sentences that hold the message's very words
import type { RankedUnit } from '../search/engine.ts';
import { contentWords } from './content-words.ts';
import type { IntentContext } from './intent.ts';
import { OPENS_WITH_TIME } from './passage.ts';
import { readStanding } from './standing.ts';

/** Most of the message's words stand in one sentence. */
const MOST_WORDS = 0.6;

/** Where sentences hold the message's very words (被侵占的呢), only those are read, not what they stand beside. */
export function keepNaming(context: IntentContext, ranked: readonly RankedUnit[]): readonly RankedUnit[] {
  const { engine, bulletin } = context;
  const { question } = context;
  const standing = readStanding(question.text);
  const words = contentWords(context).map((word) => ({ word, weight: Math.max(1, engine.idf(word)) }));
  const named = words.reduce((sum, { weight }) => sum + weight, 0);
  const all = named === 0 && standing !== null ? 1 : named;
  const counts = question.askedFor[0] === 'amount';
  const byFigures = question.completed !== null && counts;
  const weigh = (text: string): number => {
    const stands = standing?.test(text) === true && (named > 0 || /\d/u.test(text)) ? all : 0;
    return words.reduce((sum, { word, weight }) => sum + weight * shareIn(text, word), stands);
  };
  const weighed = ranked.map(({ clauses }) => {
    const sentences = new Map<number, { start: number; end: number }>();
    for (const { sentence, span } of clauses)
      sentences.set(sentence, { start: sentences.get(sentence)?.start ?? span.start, end: span.end });
    // 柳河街道高度重视…。目前已清退69人: the first sentence of a paragraph names whose the others are.
    let lead = 0;
    let before = -1;
    return new Map(
      [...sentences].map(([sentence, { start, end }]): [number, number] => {
        const own = weigh(bulletin.source.slice(start, end));
        if (before < 0 || bulletin.source.slice(before, start).includes('\n'))
          lead = byFigures ? own * OF_PARAGRAPH : 0;
        before = end;
        return [sentence, Math.max(own, lead)];
      }),
    );
  });
  const most = Math.max(0, ...weighed.flatMap((sentences) => [...sentences.values()]));
  if (most === 0 || most < all * MOST_WORDS) return ranked;
  return ranked.flatMap((unit, i) => {
    const naming = (sentence: number): boolean => (weighed[i]?.get(sentence) ?? 0) >= most * NEAR_MOST;
    const goesOn = (sentence: number): boolean => {
      const opening = unit.clauses.find((clause) => clause.sentence === sentence)?.span;
      return opening !== undefined && OPENS_WITH_TIME.test(bulletin.source.slice(opening.start, opening.end));
    };
    const clauses = unit.clauses.filter(
      ({ sentence }) => naming(sentence) || (counts && naming(sentence - 1) && goesOn(sentence)),
    );
    return clauses.some(({ sentence }) => naming(sentence)) ? [{ ...unit, clauses }] : [];
  });
}
const NEAR_MOST = 0.75;
const OF_PARAGRAPH = 0.8;

/** The pieces of a word stand there apart: 发展党员 in 发展非公党员7名. */
const IN_PIECES = 0.8;

function shareIn(text: string, word: string): number {
  if (text.includes(word)) return 1;
  const pieces = word.match(/[\p{L}\d]{2}/gu) ?? [];
  return pieces.length >= 2 && pieces.every((piece) => text.includes(piece)) ? IN_PIECES : 0;
}
