// 「A多少,B又是哪天」: a message that asks several things → each answered as a question of its own, each cited
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import { readAskedFor } from '../question/asked-for.ts';
import { namesNothing } from '../question/bare-words.ts';
import type { Question } from '../question/question.ts';
import { findDates } from '../text/dates.ts';
import { containsSpan } from '../text/span.ts';
import { rememberEach } from '../text/remember.ts';
import { aboutIntent } from './about.ts';
import { agreeOnRemainder, asksForRemainder } from './answer-type.ts';
import { asksForShares } from './breakdown.ts';
import { overlap } from './clause-runs.ts';
import { countIntent } from './count.ts';
import { draftFact } from './fact.ts';
import { readFilter } from './filter.ts';
import { createLabelMatcher, figuresOf } from './figure-match.ts';
import { fitsUnits, isRelative } from './figure-words.ts';
import {
  claim,
  draftAnswer,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import { askedUnits } from './matter.ts';
import { citePassage, findPassages, followPassage } from './passage.ts';
import { judgeScope } from './judge.ts';
import { readOpening } from './opening-name.ts';
import { namingWords } from './pieces.ts';
import { personIntent } from './person.ts';
import { restatedIntent } from './restated.ts';
import { sanctionsIntent } from './sanctions.ts';
import { asksApart, splitAsks, subjectOf } from './several-parts.ts';
import { findKnownNames } from './surnames.ts';

const READ_UNITS = 8;
/** A passage this good may answer an ask that nothing answers beyond doubt, beside one that is answered. */
const LEAST = { score: 1.2, typed: 0.4 };
const TYPED = 0.9;
/** Above this the list of part four answers: 背警告的都有谁. */
const LISTS = 0.6;
/** Above everything that would answer one ask of the message and leave the others. */
const SCORE = { plain: 0.76, punished: 0.9, apart: 0.95 };

export const severalIntent: Intent = {
  name: 'several',
  examples: [
    '第三轮巡察哪天结束现场,书记哪天听的汇报',
    '纪委约谈了多少人次,效能办约谈了多少人',
    '苍霞人家2023年总接待和7月以来各多少人次',
  ],
  ceiling: SCORE.apart,
  score: (context) => {
    const { references, followUp, text } = context.question;
    if (references.length > 0 || followUp || asksForShares(text) || countsSection(context)) return 0;
    const answers = answerEach(context);
    if (answers === null) return 0;
    if (asksApart(text) && answers.every(({ sure }) => sure)) return SCORE.apart;
    return answers.some(({ byList }) => byList) ? SCORE.punished : SCORE.plain;
  },
  draft: (context) => joinAnswers(answerEach(context) ?? []),
};

/** 第三方面问题和措施分别有几: one count, of a section. */
function countsSection(context: IntentContext): boolean {
  // Most messages are told by a look: reading the filter takes longer than all else here.
  if (!context.question.text.includes('问题') || !/措施|举措|条/u.test(context.question.text)) return false;
  const { filter, shape } = readFilter(context);
  return filter.section !== null && shape.countProblems && shape.countMeasures;
}

interface Answered {
  readonly claims: readonly DraftClaim[];
  readonly notes: readonly string[];
  readonly candidates: readonly UnitId[];
  /** Answered beyond doubt. */
  readonly sure: boolean;
  readonly byList: boolean;
}

/** An answer for every ask, or that there is none; null where the message asks one thing or is better answered whole. */
const answerEach = rememberEach((context: IntentContext): readonly Answered[] | null => {
  const asks = splitAsks(context.question.text, readOpening(context));
  if (asks.length < 2) return null;
  const answers: Answered[] = [];
  for (const [at, ask] of asks.entries()) {
    const scene = readAsk(context, ask);
    const own = answerAsk(scene, at === 0);
    const sure =
      own?.sure === true
        ? own
        : (answerWithSubject(context, ask, asks[0] ?? '') ?? answerWithout(context, ask, at));
    const answer = sure ?? own ?? sayUnanswered(ask);
    const told = answers.flatMap(({ claims }) => claims).flatMap(({ citations }) => citations);
    const isNew = answer.claims.length === 0 || answer.claims.some((one) => !isTold(one, told));
    const both = tellsOfPerson(context, ask, told) || holdsForEach(scene, asks.slice(0, at), answer.claims);
    const other = isNew || both ? null : answerPerhaps(scene, told);
    answers.push(other === null ? answer : { ...other, sure: answer.sure });
    // What the message is about must be known before one of its asks may stay open.
    if (answer.claims.length === 0 && answers[0]?.sure !== true) return null;
  }
  const sure = answers.filter((answer) => answer.sure).length;
  if (sure === 0) return null;
  const silent = answers.some(({ claims }) => claims.length === 0);
  if (silent && draftFact(context).refusal !== 'not-in-bulletin') return null;
  return silent || sure === answers.length || draftFact(context).refusal === null ? answers : null;
});

/** Kinds of words that one sentence holds; 结果怎么样 is told by any. */
const HELD = /^(?:amount|date|person|organization)$/u;

/** 13件积案谁包案,办结率多少: what names nothing is asked of what the first ask is about. */
function answerWithSubject(context: IntentContext, ask: string, first: string): Answered | null {
  const subject = subjectOf(first);
  const [kind = ''] = readAskedFor(ask);
  if (ask === first || !HELD.test(kind) || !namesNothing(ask) || namingWords(context, subject).length === 0)
    return null;
  return answerAsk(readAsk(context, `${subject} ${ask}`), false);
}

/** 净土工程项目数、排污口个数: what the first is about is not what the second is asked of. */
function answerWithout(context: IntentContext, ask: string, at: number): Answered | null {
  const bare = /(?<=\s)\S+$/u.exec(ask)?.[0];
  const scene = bare === undefined || at === 0 ? null : readAsk(context, bare);
  if (scene === null || !namesMatter(scene)) return null;
  const answer = answerAsk(scene, false);
  return answer?.sure === true ? answer : null;
}

/** The scene of one ask; the rest of the message is what it leans on. */
function readAsk(context: IntentContext, text: string): IntentContext {
  const { question, bulletin } = context;
  const year = Number(bulletin.meta.dataAsOf?.slice(0, 4) ?? '0');
  const ask: Question = {
    ...question,
    text,
    askedFor: readAskedFor(text),
    dates: findDates(text, { year }),
    previous: question.text,
  };
  return { ...context, question: ask, turn: null };
}

function answerAsk(scene: IntentContext, first: boolean): Answered | null {
  for (const intent of [sanctionsIntent, personIntent, aboutIntent, countIntent]) {
    if (intent.score(scene) <= LISTS) continue;
    // 完成率多少, after another ask, is not that of all measures.
    if (intent === countIntent && !first && !COUNTS.test(scene.question.text)) continue;
    const { claims, notes, candidates, refusal } = intent.draft(scene);
    if (refusal === null && claims.length > 0)
      return {
        claims,
        notes,
        candidates,
        sure: true,
        byList: intent === sanctionsIntent || intent === countIntent,
      };
  }
  // The figure of each place that prints one, where the ask says of what.
  if ((first || namesMatter(scene)) && restatedIntent.score(scene) > 0) {
    const { claims, notes, candidates } = restatedIntent.draft(scene);
    if (claims.length > 0) return { claims, notes, candidates, sure: true, byList: false };
  }
  const alone = { ...scene, question: { ...scene.question, previous: null } };
  // The rest of the message may hide what the ask itself names.
  const drafts = [scene, alone].map((one) => draftFact(one)).filter(({ refusal }) => refusal === null);
  const met = namesMatter(scene) ? drafts.map((draft) => weighAsk(scene, draft)) : [0];
  const best = drafts[met.indexOf(Math.max(...met))];
  if (best !== undefined) {
    const { claims, notes, candidates } = best;
    return { claims, notes, candidates, sure: true, byList: false };
  }
  return answerPerhaps(scene);
}

const COUNTS = /措施|举措|问题|条/u;

/** As rare as the name of a matter: an ask with such a word says itself what it is about. */
const RARE = 4.5;

/** 解决问题几个, 拆了多少: what is asked of any matter. */
const ASKS_ONLY = /多少|几|问题$/u;

/** 其中专门研究党建的几次: leans on what was asked before. */
const LEANS = /(?:^|\s)(?:其中|里[面头]|那|这|它)/u;

function namesMatter(scene: IntentContext): boolean {
  if (LEANS.test(scene.question.text)) return false;
  return namingWords(scene, scene.question.text)
    .filter((word) => !ASKS_ONLY.test(word))
    .some((word) => scene.engine.idf(word) >= RARE);
}

/** Weight of the words of the ask that are known around the first words of its answer. */
function weighAsk({ engine, question }: IntentContext, { claims: [first] }: Draft): number {
  const [citation] = first?.citations ?? [];
  if (citation === undefined) return 0;
  const near = engine.termsNear(citation.unit, citation.span);
  const terms = new Set(engine.tokenize(question.text, { dropStopwords: true }));
  return [...terms]
    .filter((term) => near.has(engine.numberOf(term) ?? -1))
    .reduce((sum, term) => sum + engine.idf(term), 0);
}

/** 「“书记听汇报的地点”,通报未载明。」 */
function sayUnanswered(text: string): Answered {
  const asked = text.replace(/[?。!]+$/u, '');
  return { claims: [], notes: [`“${asked}”,通报未载明。`], candidates: [], sure: false, byList: false };
}

/** The best passage that holds the kind of words asked for; none of `told`: two asks seldom have one answer. */
function answerPerhaps(scene: IntentContext, told: readonly Citation[] = []): Answered | null {
  const { engine, bulletin, question } = scene;
  const ranked = engine.rank(question.text, { limit: READ_UNITS, leaning: question.previous ?? '' });
  // Beside an answer told already another must hold the very unit asked for.
  const typed = told.length > 0 && question.askedFor[0] === 'amount' ? TYPED : LEAST.typed;
  const best = findPassages(bulletin.source, ranked, question).find(
    (passage) =>
      passage.typed >= typed &&
      !told.some(({ unit, span }) => unit === passage.unit && overlap(span, passage.span)) &&
      judgeScope(scene, passage) === null,
  );
  if (best === undefined || best.score < LEAST.score) return null;
  const clauses = ranked.find(({ unit }) => unit === best.unit)?.clauses ?? [];
  const citation = citePassage(followPassage(bulletin.source, best, clauses));
  const claims = [claim(citation.quote, [citation])];
  return { claims, notes: [], candidates: [best.unit], sure: false, byList: false };
}

/** 赵六和钱七各是怎么处理的: one sentence tells of both. */
function tellsOfPerson({ bulletin }: IntentContext, text: string, told: readonly Citation[]): boolean {
  const names = findKnownNames(text, bulletin.source);
  return names.length > 0 && names.every((name) => told.some(({ quote }) => quote.includes(name)));
}

/** Share of an ask that must stand near a figure which a sentence told before holds for it. */
const OWN = 0.6;
/** 增长多少, 占比多少: without a unit only a share or a change is known by its word. */
const SHARE = /率|占比|比重|比例|[增升降涨]/u;

/** 巡河1057人次,解决问题386个: one sentence answers two asks where it holds a figure, or a date, for each. */
function holdsForEach(
  scene: IntentContext,
  before: readonly string[],
  claims: readonly DraftClaim[],
): boolean {
  const { text } = scene.question;
  const [kind] = scene.question.askedFor;
  const alike = before.filter((ask) => readAskedFor(ask)[0] === kind);
  if (kind === 'date') return findDates(claims.map((one) => one.text).join()).length > alike.length;
  const units = askedUnits(text);
  if (kind !== 'amount' || (units.size === 0 && !SHARE.test(text))) return false;
  const rest = asksForRemainder(text);
  const fitting = claims
    .flatMap(({ citations }) => citations)
    .flatMap(({ unit, span }) => figuresOf(scene, unit).filter((figure) => containsSpan(span, figure.span)))
    .filter((figure) => figure.kind === 'amount' && agreeOnRemainder(rest, figure.around[1] ?? '') >= 0)
    .filter((figure) => (units.size === 0 ? isRelative(figure) : fitsUnits(figure, units)));
  const rivals = before.filter((ask) => fitting.some((figure) => fitsUnits(figure, askedUnits(ask))));
  if (fitting.length <= rivals.length) return false;
  if (fitting.length === 1) return true;
  const match = createLabelMatcher(scene);
  return fitting.some(
    (figure) => match(text, figure) >= OWN && before.every((ask) => match(ask, figure) < match(text, figure)),
  );
}

function isTold({ citations }: DraftClaim, told: readonly Citation[]): boolean {
  return citations.every(({ unit, span }) =>
    told.some((other) => other.unit === unit && other.span.start <= span.start && span.end <= other.span.end),
  );
}

/** In the order of the asks; what two asks share is told once. */
function joinAnswers(answers: readonly Answered[]): Draft {
  const told: Citation[] = [];
  const claims = answers
    .flatMap((answer) => answer.claims)
    .filter((one) => {
      if (isTold(one, told)) return false;
      told.push(...one.citations);
      return true;
    });
  const first = answers.flatMap(({ candidates }) => candidates.slice(0, 1));
  const rest = answers.flatMap(({ candidates }) => candidates.slice(1));
  return draftAnswer({
    claims,
    notes: [...new Set(answers.flatMap(({ notes }) => notes))],
    candidates: [...new Set([...first, ...rest])].slice(0, 10),
  });
}
