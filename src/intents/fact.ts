// question → ranked units → best passage → enough of the question met? → the words that answer, their status, the other side
import type { UnitId } from '../bulletin/bulletin.ts';
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
import { answersInConversation } from './in-conversation.ts';
import { rankUnits, readPassages } from './rank-units.ts';
import { judgePassages } from './judge-passages.ts';
import { otherSides } from './other-sides.ts';
import { citePassage, type Passage } from './passage.ts';
import { draftHandling } from './problem.ts';
import { asksForProblems } from './problems-list.ts';
import { asksForRest, asksForStatus, claimStatus } from './status-claim.ts';

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
  const verdict = judgePassages(context);
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
  const [first] = close;
  const heading = first !== undefined && context.lookup.get(first.unit)?.kind === 'problem';
  return heading && !asksForProblems(context.question.text)
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
  const unit = chosen[0]?.unit ?? '';
  if (asksForStatus(context.question.text) || asksForRest(context, unit)) {
    const stated = claimStatus(context, unit).filter(({ text }) =>
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
