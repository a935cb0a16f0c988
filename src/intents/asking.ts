// question + passage → how it asks, against how the everyday wordings around that passage ask
import { ASKS_DAY, readAskKinds, readPairs } from '../search/ask-kinds.ts';
import { rememberEach } from '../text/remember.ts';
import type { Question } from '../question/question.ts';
import type { IntentContext } from './intent.ts';
import type { Around } from './lack-counted.ts';
import { sentenceAround, type Passage } from './passage.ts';

/** What is asked of a passage in hundreds of wordings is what it answers: nobody asks there for what it leaves out. */
export interface Asking extends Around {
  /** How usual the question's ways of asking are around the passage, as the sum of their logarithms: 0 and below. */
  readonly usual: number;
  /** Ways of asking nobody used around the passage, by number. */
  readonly unasked: ReadonlySet<number>;
  /** Share of the question's pairs of characters that are speech (the bulletin never prints them) used around the passage. */
  readonly speech: number;
  /** Logarithm of how many everyday wordings there are around the passage. */
  readonly wordings: number;
  /** Share of the question, by rare pairs of characters, in one wording that asks in the same ways. */
  readonly closest: number;
  /** Share of the pairs around the question word that stand in the passage's sentence or in a wording around it. */
  readonly focusKnown: number;
  /** 1 where a day is asked for. */
  readonly asksDay: number;
}

/** What is looked at in the question, whatever passage is judged. */
interface Asked {
  readonly kinds: readonly number[];
  readonly pairs: readonly string[];
  readonly focus: readonly string[];
}

const ASK_WORD = /多少|(?<!哪|这|那|好)几|什么|啥|哪|谁|怎|咋|为何|何时|多大|多高|多长|吗|没有?[?？]*$|是否/u;
/** How far before and behind the question word its focus reaches. */
const FOCUS = { before: 3, behind: 4 };
/** Where a question has no question word, its focus is half known. */
const NO_FOCUS = 0.6;

const readAsked = rememberEach(({ text }: Question): Asked => {
  const word = ASK_WORD.exec(text);
  const from = Math.max(0, (word?.index ?? 0) - FOCUS.before);
  const focus = word === null ? '' : text.slice(from, word.index + word[0].length + FOCUS.behind);
  return { kinds: readAskKinds(text), pairs: [...readPairs(text)], focus: [...readPairs(focus)] };
});

export function measureAsking(
  { engine, question, bulletin }: Pick<IntentContext, 'engine' | 'question' | 'bulletin'>,
  text: string,
  best: Passage,
): Asking {
  const { asksNear, isPrinted, pairRarity } = engine;
  const asked = readAsked(question);
  const near = asksNear(best.unit, best.span);
  const kinds = readAskKinds(text);
  const speech = [...readPairs(text)].filter((pair) => !isPrinted(pair));
  const times = kinds.map((kind) => near.kinds.get(kind) ?? 0);
  const sentence = readPairs(sentenceAround(bulletin.source, best));
  const weigh = (list: readonly string[]): number => list.reduce((sum, pair) => sum + pairRarity(pair), 0);
  const met = asked.focus.filter((pair) => near.pairs.has(pair) || sentence.has(pair));
  return {
    usual: times.reduce((sum, count) => sum + Math.log((count + 0.5) / (near.lines + 1)), 0) / 10,
    unasked: new Set(kinds.filter((kind) => !near.kinds.has(kind))),
    speech: speech.length === 0 ? 0.5 : speech.filter((pair) => near.pairs.has(pair)).length / speech.length,
    wordings: Math.log(near.lines + 1) / 5,
    closest: near.closest(asked.pairs, asked.kinds),
    focusKnown: asked.focus.length === 0 ? NO_FOCUS : weigh(met) / weigh(asked.focus),
    nearPairs: near.pairs,
    nearCounted: near.counted,
    asksDay: asked.kinds.includes(ASKS_DAY) ? 1 : 0,
  };
}
