// question → ranked units → best passage → enough of the question met? → the words that answer, their status, the other side
import type { UnitId } from '../bulletin/bulletin.ts';
import type { RankedUnit } from '../search/engine.ts';
import { draftAttribute } from './attributes.ts';
import { claimConflicts } from './conflict-claims.ts';
import {
  claim,
  draftAnswer,
  draftRefusal,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import { judgeAnswer, type Verdict } from './judge.ts';
import { citePassage, findPassages, followPassage, type Passage } from './passage.ts';
import { asksForStatus, claimStatus } from './status-claim.ts';

/** Units the second stage reads. */
const READ_UNITS = 8;
/** Follow-ups prefer what the conversation is about. */
const POINTING_BONUS = 0.9;
const SHORT_BONUS = 0.4;
const SIBLING_BONUS = 0.12;

/** The general case: a fact asked for in any words, answered by the passage that states it. */
export const factIntent: Intent = {
  name: 'fact',
  examples: ['闲置房产盘活了多少', '红星小学 学位', '区级医院什么时候投入使用', '老人吃饭的地方都开门了吗'],
  score: ({ question }) => (question.text === '' ? 0 : 0.3),
  draft: (context) => {
    const attribute = draftAttribute(context);
    if (attribute !== null) return attribute;
    const ranked = rankUnits(context);
    const candidates = ranked.slice(0, 10).map(({ unit }) => unit);
    const passages = findPassages(context.bulletin.source, ranked.slice(0, READ_UNITS), context.question);
    const verdict = judgePassages(context, ranked, passages);
    if (verdict === null)
      return draftRefusal('not-in-bulletin', '通报里没有找到与此有关的内容。', { candidates });
    const { best } = verdict;
    if (verdict.refusal !== null) {
      const near = `最接近的是${context.lookup.label(best.unit)}。`;
      const suggestions = [context.lookup.label(best.unit)];
      return draftRefusal(verdict.refusal, `${verdict.message}${near}`, { candidates, suggestions });
    }
    const read = new Map(ranked.map((unit) => [unit.unit, unit.clauses]));
    const follow = (passage: Passage): Passage =>
      followPassage(context.bulletin.source, passage, read.get(passage.unit) ?? []);
    return answerWith(
      context,
      follow(best),
      passages.filter((passage) => passage !== best).map(follow),
      candidates,
    );
  },
};

/** How far below the best passage another may lie that holds the kind of words the best one lacks. */
const NEXT_BEST = 0.75;
const MOST_TRIED = 6;

/** The verdict on the best passage, or on a close one that holds what the best one lacks. */
function judgePassages(
  context: IntentContext,
  ranked: readonly RankedUnit[],
  passages: readonly Passage[],
): (Verdict & { readonly best: Passage }) | null {
  const [first] = passages;
  if (first === undefined) return null;
  let refused: (Verdict & { readonly best: Passage }) | null = null;
  for (const best of passages.slice(0, MOST_TRIED)) {
    const unit = ranked.find((one) => one.unit === best.unit);
    if (unit === undefined || best.score < first.score * NEXT_BEST) break;
    const verdict = { ...judgeAnswer(context, unit, best), best };
    if (verdict.refusal === null) return verdict;
    refused ??= verdict;
    if (!verdict.elsewhere) break;
  }
  return refused;
}

function rankUnits(context: IntentContext): RankedUnit[] {
  const { engine, question, lookup } = context;
  const bound = question.references.flatMap((reference) =>
    reference.units.flatMap((id) => [id, ...lookup.measuresOf(id).map((unit) => unit.id)]),
  );
  if (bound.length > 0) return engine.rank(withoutReferences(context), { within: new Set(bound), limit: 10 });
  if (question.about.length === 0) return engine.rank(question.text, { limit: 20 });
  const bonus = new Map<UnitId, number>();
  for (const id of question.about) {
    for (const sibling of lookup.measuresOf(lookup.get(id)?.parent ?? ''))
      bonus.set(sibling.id, SIBLING_BONUS);
  }
  const about = question.followUp ? POINTING_BONUS : SHORT_BONUS;
  question.about.forEach((id, i) => bonus.set(id, about * (i === 0 ? 1 : 0.8)));
  const options = { bonus, limit: 20, ...(question.previous === null ? {} : { leaning: question.previous }) };
  if (namesNothingNew(context))
    return engine.rank(question.text, { ...options, within: new Set(bonus.keys()) });
  const ranked = engine.rank(question.text, options);
  const known = new Set(ranked.map(({ unit }) => unit));
  const own = engine
    .rank(question.text, { ...options, within: new Set(question.about) })
    .filter(({ unit }) => !known.has(unit));
  return [...ranked, ...own].sort((a, b) => b.score - a.score);
}

/** A message of so few words that names no project or body of its own speaks of what the conversation is about. */
const FEW_WORDS = 2;

function namesNothingNew({ engine, question, ledger, lookup }: IntentContext): boolean {
  const words = engine.tokenize(question.text, { dropStopwords: true, wordsOnly: true });
  if (words.length > FEW_WORDS) return false;
  const known = question.about.map((id) => lookup.get(id)?.text ?? '').join('\n');
  const names = [
    ...ledger.names.map(({ name }) => name),
    ...ledger.organizations.flatMap(({ variants }) => variants),
  ];
  const named = names.filter((name) => name.length >= 3 && question.text.includes(name));
  const rare = words.some(
    (word) => word.length >= 2 && !known.includes(word) && engine.idf(word) > RARE_WORD,
  );
  return named.every((name) => known.includes(name)) && (question.followUp || !rare);
}

/** As rare as the name of a project. */
const RARE_WORD = 5;

function withoutReferences({ question }: IntentContext): string {
  return question.references.reduce((text, { text: written }) => text.replace(written, ' '), question.text);
}

function answerWith(
  context: IntentContext,
  best: Passage,
  others: readonly Passage[],
  candidates: readonly UnitId[],
): Draft {
  const chosen = [best, ...furtherPassages(context, best, others)];
  const claims: DraftClaim[] = chosen.map((passage) => {
    const citation = citePassage(passage);
    return claim(citation.quote, [citation]);
  });
  if (asksForStatus(context.question.text)) {
    const stated = claimStatus(context, best.unit).filter(({ text }) =>
      claims.every((known) => !text.includes(known.text)),
    );
    claims.push(...stated.slice(0, 1));
  }
  claims.push(
    ...claimConflicts(
      context,
      chosen.map((passage) => citePassage(passage)),
    ),
  );
  return draftAnswer({
    claims,
    candidates: [...new Set([...chosen.map(({ unit }) => unit), ...candidates])].slice(0, 10),
    suggestions: ['原文', '这个问题还有哪些措施'],
  });
}

/** Part of the question the best passage leaves open: 「总投资多少、能新增多少学位」 stands in two places. */
const OPEN_SHARE = 0.28;

function furtherPassages(
  { question }: IntentContext,
  best: Passage,
  passages: readonly Passage[],
): Passage[] {
  const several = /[、,，和及].*(?:多少|几|什么|哪|谁|咋|怎)|分别|各(?:是|有|为)?(?:多少|几)|都有/u.test(
    question.text,
  );
  if (!several) return [];
  const further = passages
    .slice(0, 12)
    .filter(
      (passage) =>
        passage.typed >= 1 && passage.score > best.score * 0.45 && newShare(passage, best) >= OPEN_SHARE,
    )
    .sort((a, b) => newShare(b, best) - newShare(a, best));
  return further.slice(0, 1);
}

/** How much of what `passage` meets is not met by `best`, relative to what `best` meets. */
function newShare(passage: Passage, best: Passage): number {
  const fresh = [...passage.found].filter((term) => !best.found.has(term)).length;
  return fresh / Math.max(1, best.found.size + fresh);
}
