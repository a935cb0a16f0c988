// question → ranked units → best passage → enough of the question met? → the words that answer, their status, the other side
import type { UnitId } from '../bulletin/bulletin.ts';
import type { RankedUnit } from '../search/engine.ts';
import type { MatchedClause } from '../search/query-match.ts';
import { rememberEach } from '../text/remember.ts';
import { draftAttribute } from './attributes.ts';
import { claimConflict } from './conflicts.ts';
import {
  claim,
  draftAnswer,
  draftRefusal,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import { gatherPassages } from './answer-set.ts';
import { supplyAct } from './asked-act.ts';
import { supplyAsked, withOpeningDate } from './asked-words.ts';
import { readAskingPart } from './asking-part.ts';
import { answersInConversation } from './in-conversation.ts';
import { rankUnits, readPassages } from './rank-units.ts';
import { judgeAnswer, type Verdict } from './judge.ts';
import { otherSides } from './other-sides.ts';
import { citePassage, sentenceAround, type Passage } from './passage.ts';
import { draftHandling } from './problem.ts';
import { asksForProblems } from './problems-list.ts';
import { asksForStatus, claimStatus } from './status-claim.ts';
import { findKnownNames } from './surnames.ts';

/** The general case: a fact asked for in any words, answered by the passage that states it. */
export const factIntent: Intent = {
  name: 'fact',
  examples: ['闲置房产盘活了多少', '红星小学 学位', '区级医院什么时候投入使用', '老人吃饭的地方都开门了吗'],
  ceiling: 0.89,
  score: (context) => (context.question.text === '' ? 0 : answersInConversation(context) ? 0.89 : 0.3),
  draft: (context) => draftFact(context),
};

/** The message answered as a single fact; remembered, because several intents look at it. */
export const draftFact = rememberEach((context: IntentContext): Draft => {
  const attribute = draftAttribute(context);
  if (attribute !== null) return attribute;
  const ranked = rankUnits(context);
  const candidates = ranked.slice(0, 10).map(({ unit }) => unit);
  const { passages } = readPassages(context);
  const verdict = judgePassages(context, ranked, passages);
  if (verdict === null) return refuseWithout(context, candidates);
  const { best } = verdict;
  if (verdict.refusal !== null) {
    const near = `最接近的是${context.lookup.label(best.unit)}。`;
    const suggestions = [context.lookup.label(best.unit)];
    return draftRefusal(verdict.refusal, `${verdict.message}${near}`, { candidates, suggestions });
  }
  const read = new Map(ranked.map((unit) => [unit.unit, unit.clauses]));
  const { source } = context.bulletin;
  const clausesOf = (unit: UnitId): readonly MatchedClause[] => read.get(unit) ?? [];
  const { completed, text, askedFor } = context.question;
  const asked = { text: completed ?? text, askedFor };
  const gathered = gatherPassages(source, best, passages, clausesOf);
  const supplied = supplyAsked(source, asked, gathered, passages, clausesOf);
  const close = supplyAct(context, supplied, clausesOf).map((passage) =>
    withOpeningDate(source, passage, clausesOf(passage.unit)),
  );
  const headings = close.every(({ unit }) => context.lookup.get(unit)?.kind === 'problem');
  return headings && !asksForProblems(context.question.text)
    ? draftHandling(context, best.unit)
    : answerWith(context, close, candidates);
});

/** Nothing was found at all: in the units the question names, or in the bulletin. */
function refuseWithout({ question, lookup }: IntentContext, candidates: readonly UnitId[]): Draft {
  const named = question.references.flatMap(({ units }) => units).slice(0, 10);
  if (named.length === 0)
    return draftRefusal('not-in-bulletin', '通报里没有找到与此有关的内容。', { candidates });
  const labels = named.map((id) => lookup.label(id));
  return draftRefusal('not-in-bulletin', `${labels.join('、')}没有写到所问的内容。`, {
    candidates: named,
    suggestions: labels.slice(0, 1),
  });
}

/** How far below the best passage another may lie that holds the kind of words the best one lacks. */
const NEXT_BEST = 0.65;
/** Share of the question a passage of another unit must hold, beside the best one: 花了多少钱 is not answered by another project's sum. */
const AS_MUCH = 0.8;
const MOST_TRIED = 12;

/** The verdict on the best passage, or on a close one that holds what the best one lacks. */
function judgePassages(
  context: IntentContext,
  ranked: readonly RankedUnit[],
  passages: readonly Passage[],
): (Verdict & { readonly best: Passage }) | null {
  const [first] = passages;
  if (first === undefined) return null;
  let refused: (Verdict & { readonly best: Passage }) | null = null;
  let elsewhere = true;
  for (const best of passages.slice(0, MOST_TRIED)) {
    const unit = ranked.find((one) => one.unit === best.unit);
    if (unit === undefined) break;
    const close =
      best.score >= first.score * NEXT_BEST &&
      (best.unit === first.unit || best.share >= first.share * AS_MUCH) &&
      (best === first || knowsNames(context, first, best) || goesOn(context, first, best));
    if (!close && !isAboutSamePerson(context, first, best)) continue;
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
    /^(?:截至|截止|目前|至今|其中|累计|[共已])/u.test(other.quote)
  );
}

/** 出纳判了几年: one passage says who the cashier is, another what came of that person. */
function isAboutSamePerson({ bulletin }: IntentContext, first: Passage, other: Passage): boolean {
  return findKnownNames(first.quote, bulletin.source).some((name) => other.quote.includes(name));
}

function answerWith(
  context: IntentContext,
  chosen: readonly Passage[],
  candidates: readonly UnitId[],
): Draft {
  const claims: DraftClaim[] = chosen.map((passage) => {
    const citation = citePassage(passage);
    const heading = context.lookup.get(passage.unit)?.kind === 'problem';
    return claim(heading ? `反馈的问题:${citation.quote.replace(/^针对/u, '')}` : citation.quote, [citation]);
  });
  if (asksForStatus(context.question.text)) {
    const stated = claimStatus(context, chosen[0]?.unit ?? '').filter(({ text }) =>
      claims.every((known) => !text.includes(known.text)),
    );
    claims.push(...stated.slice(0, 1));
  }
  const quotes = chosen.map((passage) => citePassage(passage));
  claims.push(...otherSides(context, quotes).map((conflict) => claimConflict(context, conflict, 'item')));
  return draftAnswer({
    claims,
    candidates: [...new Set([...chosen.map(({ unit }) => unit), ...candidates])].slice(0, 10),
    suggestions: ['原文', '这个问题还有哪些措施'],
  });
}
