// jieba's dictionary → the words of the language, with their frequency
import { dict } from '@node-rs/jieba/dict.js';

const HAN_WORD = /^[\u3400-\u9fff]+$/u;
/** Long words rarer than this are compounds that cut well into their parts; short ones keep jieba from inventing words. */
const RARE = 5;
const LONG = 4;

interface Entry {
  readonly line: string;
  readonly word: string;
  readonly frequency: number;
}

function readLines(): Entry[] {
  return new TextDecoder()
    .decode(dict)
    .split('\n')
    .map((line) => {
      const [word = '', frequency = '0'] = line.split(' ');
      return { line, word, frequency: Number(frequency) };
    });
}

/** Words of jieba's dictionary with their corpus frequency (of about 60 million). */
export function readCommonWords(): Map<string, number> {
  return new Map(
    readLines()
      .filter(({ word }) => HAN_WORD.test(word))
      .map(({ word, frequency }) => [word, frequency]),
  );
}

/** The lines of jieba's dictionary that are worth loading. */
export function readCommonLines(): Buffer {
  const lines = readLines()
    .filter(({ word, frequency }) => frequency >= RARE || word.length < LONG)
    .map(({ line }) => `${line}\n`);
  return Buffer.from(lines.join(''));
}
