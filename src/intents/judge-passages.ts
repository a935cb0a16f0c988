// passages in the order of the search and in the new one → whether one answers, and which
import type { RankedUnit } from '../search/engine.ts';
import { rememberEach } from '../text/remember.ts';
import { readAskingPart } from './asking-part.ts';
import { isSure } from './confidence.ts';
import { measureFit } from './fit.ts';
import type { IntentContext } from './intent.ts';
import { judgeAnswer, type Verdict } from './judge.ts';
import { countedThing } from './lack-counted.ts';
import { OPENS_WITH_TIME, sentenceAround, type Passage } from './passage.ts';
import { readPassages } from './rank-units.ts';
import { findKnownNames } from './surnames.ts';

/** The verdict on one passage. */
export interface PassageVerdict extends Verdict {
  readonly best: Passage;
}

/**
 * The order of the search decides whether the bulletin answers, the new one which passage does: ranking once more looks for what
 * the question asks, and finds something like it for questions nothing answers. Where the two disagree the new first passage
 * must be sure. Null where nothing was found. Judged once a message, however many intents look at it.
 */
export const judgePassages = rememberEach((context: IntentContext): PassageVerdict | null => {
  const { ranked, found, passages } = readPassages(context);
  const searched = judgeInOrder(context, ranked, found);
  if (searched === null) return null;
  const again = judgeInOrder(context, ranked, passages);
  if (again === null || again.refusal !== null) return searched;
  if (searched.refusal === null) return again;
  const open = searched.elsewhere || searched.lacking !== undefined;
  const same = printsCounted(context, again.best) && knowsNames(context, searched.best, again.best);
  return open && same && isSureOf(context, ranked, again.best) ? again : searched;
});

/** 上市公司有几家: one passage lacks them; another that counts companies must print the very word. */
function printsCounted({ bulletin, question }: IntentContext, passage: Passage): boolean {
  const thing = countedThing(question.text);
  return thing === null || sentenceAround(bulletin.source, passage).includes(thing);
}

/** Whether a passage answers the message beyond doubt. */
export function isSurelyTold(context: IntentContext): boolean {
  const verdict = judgePassages(context);
  return verdict?.refusal === null && isSureOf(context, readPassages(context).ranked, verdict.best);
}

function isSureOf(context: IntentContext, ranked: readonly RankedUnit[], passage: Passage): boolean {
  const top = ranked.find(({ unit }) => unit === passage.unit);
  return top !== undefined && isSure(measureFit(context, top, passage));
}

/** How far below the best passage another may lie that holds the kind of words the best one lacks. */
const NEXT_BEST = 0.65;
/** Share of the question a passage of another unit must hold, beside the best one: 花了多少钱 is not answered by another project's sum. */
const AS_MUCH = 0.8;
const MOST_TRIED = 12;

/** The verdict on the first passage, or on a close one that holds what the first one lacks. */
function judgeInOrder(
  context: IntentContext,
  ranked: readonly RankedUnit[],
  passages: readonly Passage[],
): PassageVerdict | null {
  const [first] = passages;
  if (first === undefined) return null;
  let refused: PassageVerdict | null = null;
  let elsewhere = true;
  for (const best of passages.slice(0, MOST_TRIED)) {
    const unit = ranked.find((one) => one.unit === best.unit);
    if (unit === undefined) break;
    const close =
      best.score >= first.score * NEXT_BEST &&
      (best.unit === first.unit || best.share >= first.share * AS_MUCH) &&
      (best === first || knowsNames(context, first, best) || goesOn(context, first, best));
    if (!close && !isAboutSamePerson(context, first, best) && !isUnder(context, first, best)) continue;
    if (!elsewhere && refused !== null && !printsLacking(context, refused, best)) continue;
    const verdict = { ...judgeAnswer(context, unit, best), best };
    if (verdict.refusal === null) return verdict;
    refused ??= verdict;
    elsewhere &&= verdict.elsewhere;
    if (!elsewhere && refused.lacking === undefined) break;
  }
  return refused;
}

/** Of so few words that one passage lacks another may print the first: 制度修订哪天报的. */
const FEW_LACKING = 2;

function printsLacking({ bulletin }: IntentContext, { lacking = [] }: Verdict, best: Passage): boolean {
  const [first] = lacking;
  return (
    first !== undefined &&
    lacking.length <= FEW_LACKING &&
    sentenceAround(bulletin.source, best).includes(first)
  );
}

/** From this rarity on a word tells one matter from another; longer ones always do. */
const TELLING = 3.5;

/**
 * 柳岸社区医院花了多少钱: what the question names and the first passage prints must be known around the other too, or its sum
 * is another project's.
 */
function knowsNames({ engine, question, bulletin }: IntentContext, first: Passage, other: Passage): boolean {
  const sentence = sentenceAround(bulletin.source, first);
  const near = engine.termsNear(other.unit, other.span);
  const beside = sentenceAround(bulletin.source, other);
  const asked = readAskingPart(question.text);
  const dated = asked.match(/\d{1,2}月/gu) ?? [];
  if (dated.some((month) => sentence.includes(month) && !beside.includes(month))) return false;
  return engine
    .tokenize(asked, { dropStopwords: true, wordsOnly: true })
    .filter((word) => !/^\d/u.test(word) && (word.length >= 3 || engine.idf(word) > TELLING))
    .filter((word) => sentence.includes(word))
    .every((word) => engine.tokenize(word, {}).some((term) => near.has(engine.numberOf(term) ?? -1)));
}

/** 推广新模式…。截至目前,共搜集意见864条: the next sentence, which opens with a time or a total, speaks of the same. */
function goesOn({ bulletin }: IntentContext, first: Passage, other: Passage): boolean {
  if (other.unit !== first.unit) return false;
  const between = bulletin.source.slice(first.span.end, other.span.start);
  return (
    first.span.end <= other.span.start &&
    between.trim().length <= 1 &&
    (OPENS_WITH_TIME.test(other.quote) || /^(?:其中|累计|[共已])/u.test(other.quote))
  );
}

const HOW_FAR = /(?:结案|办结|了结|[做办查处]完)了?(?:吗|没)|[办查处做]到了?(?:什么|啥|哪)|进展|怎么?样了/u;

/** “灯下黑”那条线索结案了吗: the heading has the name, a measure under it tells. */
function isUnder({ lookup, question }: IntentContext, first: Passage, other: Passage): boolean {
  if (!HOW_FAR.test(question.text)) return false;
  return lookup.get(first.unit)?.kind === 'problem' && lookup.get(other.unit)?.parent === first.unit;
}

/** 出纳判了几年: one passage says who the cashier is, another what came of that person. */
function isAboutSamePerson({ bulletin }: IntentContext, first: Passage, other: Passage): boolean {
  return findKnownNames(first.quote, bulletin.source).some((name) => other.quote.includes(name));
}
