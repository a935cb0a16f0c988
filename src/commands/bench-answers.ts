// questions → answered in process, beside the same texts asked of a bare MiniSearch, in turn → times of both
import MiniSearch from 'minisearch';
import { answerMessage } from '../assistant.ts';
import type { Brain } from '../brains.ts';
import type { Turn } from '../question/turn.ts';
import { quantile } from './eval-table.ts';
import type { ExpectedQuestion } from './question-set.ts';

export interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly mean: number;
}

export interface AnswerTimes {
  readonly questions: number;
  readonly answers: Times;
  /** Ranking alone: what of an answer's time is search. */
  readonly ranking: Times;
  /** The same texts asked of MiniSearch as it comes: default tokenizer, one field, the units' texts. */
  readonly bare: Times;
  /** Texts for which bare MiniSearch returned nothing. */
  readonly bareEmpty: number;
  /** Median answer over median bare query, measured in one run, interleaved. */
  readonly ratio: number;
  /** Answers a second, one after the other on one core. */
  readonly throughput: number;
  /** Milliseconds of the slowest messages, slowest first. */
  readonly slowest: readonly (readonly [string, number])[];
}

/** Milliseconds; per message the median of `rounds` after one round that warms the machine up. */
export function measureAnswers(brain: Brain, sets: readonly ExpectedQuestion[], rounds: number): AnswerTimes {
  const index = createBareIndex(brain);
  const samples = new Map<string, { text: string; answer: number[]; rank: number[]; bare: number[] }>();
  let bareEmpty = 0;
  for (let round = 0; round <= rounds; round += 1) {
    for (const [n, { turns }] of sets.entries()) {
      let turn: Turn | undefined;
      for (const [i, { q }] of turns.entries()) {
        const asked = time(() => answerMessage(brain, q, turn === undefined ? {} : { turn }, null));
        turn = asked.result.turn;
        const found = time(() => index.search(q));
        if (round === 0) {
          if (found.result.length === 0) bareEmpty += 1;
          samples.set(`${n} ${i}`, { text: q, answer: [], rank: [], bare: [] });
          continue;
        }
        const sample = samples.get(`${n} ${i}`);
        sample?.answer.push(asked.ms);
        sample?.bare.push(found.ms);
      }
    }
    // By itself: what was just answered is remembered, and would be ranked in no time.
    for (const sample of samples.values()) {
      const { ms } = time(() => brain.engine.rank(sample.text));
      if (round > 0) sample.rank.push(ms);
    }
  }
  const each = [...samples.values()];
  const answers = summarizeTimes(each.map(({ answer }) => quantile(answer, 0.5)));
  const bare = summarizeTimes(each.map((sample) => quantile(sample.bare, 0.5)));
  return {
    questions: each.length,
    answers,
    ranking: summarizeTimes(each.map(({ rank }) => quantile(rank, 0.5))),
    bare,
    bareEmpty,
    ratio: answers.p50 / bare.p50,
    throughput: 1000 / answers.mean,
    slowest: each
      .map(({ text, answer }) => [text, quantile(answer, 0.5)] as const)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 10),
  };
}

function createBareIndex({ bulletin }: Brain): MiniSearch {
  const index = new MiniSearch({ fields: ['text'] });
  index.addAll(bulletin.units.map(({ id, text }) => ({ id, text })));
  return index;
}

function time<T>(work: () => T): { readonly result: T; readonly ms: number } {
  const began = performance.now();
  const result = work();
  return { result, ms: performance.now() - began };
}

function summarizeTimes(times: readonly number[]): Times {
  return {
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    mean: times.reduce((sum, ms) => sum + ms, 0) / Math.max(1, times.length),
  };
}
