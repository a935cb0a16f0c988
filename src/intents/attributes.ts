// a follow-up that names nothing but an attribute: 还有多少没完成, 什么时候要改完, 那责任单位是谁 → the ledger's fact on that unit
import type { UnitId } from '../bulletin/bulletin.ts';
import { namesNothing } from '../question/bare-words.ts';
import { splitClauses, splitSentences } from '../text/sentences.ts';
import { draftAsOf } from './as-of.ts';
import { lacksEnd } from './completion-date.ts';
import { contentWords } from './content-words.ts';
import { readConversation } from './conversation-units.ts';
import {
  claim,
  draftAnswer,
  draftRefusal,
  type Draft,
  type DraftClaim,
  type IntentContext,
} from './intent.ts';
import { ASKS_HANDLING, HANDLING } from './handling.ts';
import { draftMostSpokenOf } from './most.ts';
import { draftPersonTold } from './person-told.ts';
import { findPassages, sentenceAround } from './passage.ts';
import { findKnownNames, findNames } from './surnames.ts';
import { findRestCounted } from './rest-counted.ts';
import { asksForStatus, claimDeadlines, claimStatus } from './status-claim.ts';

const DEADLINE = /什么时候|啥时候|何时|期限|时限|截止|多久|哪天|几月/u;
const RESPONSIBLE =
  /(?:责任|牵头|主管|负责|承办|配合)(?:的)?(?:单位|部门)|谁(?:在|来|去)?(?:负责|牵头|主管|管|[承修]?建|修|盖|办|盯|抓|跟)|哪个(?:单位|部门)(?:负责|牵头|管)?/u;
/** 比去年涨了多少: said in other words than the bulletin's 同比上升. */
const GROWTH = /比(?:去年|上年|往年|同期)|同比|环比/u;

/** 区长叫什么名字: one holder to a bulletin, whoever is asked about. */
const POST = /书记|[局区县市镇]长/u;

/** Says that something shown was wrong without saying what is wanted. */
const REJECTED = /^(?:不是(?:这个|这条|它|的)?|不对|错了|不是这个意思)[,。!]*$/u;

/** Null when the message names more than an attribute; asks back when it is not known whose. */
export function draftAttribute(context: IntentContext): Draft | null {
  const { question, facts, lookup } = context;
  const told = draftPersonTold(context);
  if (told !== null) return told;
  const bare = namesNothing(question.text);
  const nameless = !/\p{L}/u.test(question.text);
  const unnamed = bare && question.about.length === 0 && !POST.test(question.text);
  if (nameless || REJECTED.test(question.text) || unnamed) return askBack(context);
  const stated = draftMostSpokenOf(context) ?? draftAsOf(context) ?? draftPlace(context);
  if (stated !== null) return stated;
  const absent = draftNameless(context) ?? draftNamed(context) ?? draftUnknown(context);
  if (absent !== null) return absent;
  const unit = question.about.find((id) => facts.has(id));
  if (unit === undefined || !bare) return null;
  const label = lookup.label(unit);
  if (RESPONSIBLE.test(question.text)) {
    const beside = findBeside(context, unit);
    // Another measure on the same matter, cited beside the first or not, may name the body the first does not.
    for (const id of [unit, ...question.about, ...(context.turn?.near ?? []), ...beside]) {
      const claims = claimRoles(context, id);
      if (claims.length > 0) return answer(id, claims);
    }
    for (const id of [unit, ...question.about, ...beside]) {
      const agents = claimAgents(context, id);
      if (agents.length > 0) return answer(id, agents);
    }
    return draftRefusal('not-in-bulletin', `${label}未载明责任单位。`, {
      candidates: [unit],
      suggestions: ['原文'],
    });
  }
  if (ASKS_HANDLING.test(question.text)) {
    const claims = claimHandling(context, unit);
    if (claims.length > 0) return answer(unit, claims);
  }
  const measure = facts.get(unit);
  if (DEADLINE.test(question.text) && measure !== undefined) {
    const claims = claimDeadlines(measure);
    if (claims.length > 0) return answer(unit, claims);
    // Where matters stand is known, when they end is not.
    if (lacksEnd(question.text, '', measure.deadlines))
      return draftRefusal('not-in-bulletin', `${label}未载明完成的时间。`, {
        claims: claimStatus(context, unit),
        candidates: [unit],
        suggestions: ['原文'],
      });
  }
  const counting = findRestCounted(context);
  if (counting === null && !asksForStatus(question.text)) return null;
  return answer(counting ?? unit, claimStatus(context, counting ?? unit));
}

/** Measures under the same problem that name what the conversation named: 连家船 of 连家船码头做到哪步了. */
function findBeside({ question, turn, lookup, engine }: IntentContext, unit: UnitId): UnitId[] {
  const said = [question.previous ?? '', ...(turn?.history ?? []).map((past) => past.question)].slice(0, 4);
  const own = lookup.get(unit);
  const names = engine
    .tokenize(said.join(','), { dropStopwords: true, wordsOnly: true })
    .filter((word) => word.length >= 3 && own?.text.includes(word) === true);
  return lookup
    .measuresOf(own?.parent ?? '')
    .filter(({ text }) => names.some((name) => text.includes(name)))
    .map(({ id }) => id);
}

/** So little of the message known to what was spoken of is no answer to 他现在关在哪个监狱. */
const LEAST_KNOWN = 0.5;

/** What can only be asked of the units of the conversation, and they do not say. */
function draftUnknown(context: IntentContext): Draft | null {
  const { question, lookup } = context;
  const [unit] = question.about;
  if (!question.bound || unit === undefined || contentWords(context).length === 0) return null;
  if (asksForStatus(question.text) || GROWTH.test(question.text) || RESPONSIBLE.test(question.text))
    return null;
  const reading = readConversation(context);
  if (reading !== null && reading.known >= LEAST_KNOWN) return null;
  return draftRefusal('not-in-bulletin', `${lookup.label(unit)}没有写到所问的内容。`, {
    candidates: [unit],
    suggestions: ['原文'],
  });
}

/** 他是谁, 哪两个人, 名单给我, 这8家叫什么. */
const ASKS_WHO =
  /(?:他|她|这人|那人|这位|那位|人)(?:们)?(?:又|都|分别)?(?:是|叫|姓)(?:谁|啥|什么|哪)|哪[几两些\d]?个?(?:个人|人|位|名)|^(?:是)?谁[?。]*$|(?:的|了)(?:是|都)?(?:是)?谁[?。]*$|(?:这|那)(?:个|位)(?:人)?(?:又)?(?:是|叫|姓)(?:谁|啥|什么)|^(?:都|分别)?叫(?:什么|啥)|姓名|名字/u;
const ASKS_WHICH =
  /(?:家|个|处|所|单位|企业|公司|小区|街道)(?:具体|分别|都)?(?:是|叫)(?:什么|啥|哪些|哪几)|点(?:一下|个|下).{0,8}名|名单|具体(?:是|有)?哪[几些]/u;
/** Names in a row: 区财政局、区国资中心; after 分别为, 包括. */
const ROW_OF_NAMES =
  /(?:公司|街道|局|社区|小区|学校|小学|中学|幼儿园|集团|经合社|中心|院|委|办)(?:、|和|及)[^,。;、]{2,20}|(?:分别(?:为|是)|包括|即|如)[^,。;]{2,}/u;

/** 那个150个出自哪一条: where what was told stands, with the words themselves. */
const WHERE =
  /^(?:.{0,12}[,，])?(?:这|那|它|是)?(?:个|句)?(?:数字?|话)?(?:(?:是)?(?:出自|来自|写在|见于?)(?:通报)?(?:的|里)?(?:哪里|哪儿|(?:第几|哪一?)条)|(?:是|在)?(?:通报)?(?:的|里)?(?:第几|哪一?)条)(?:里|的|写的|说的)?[?。!]*$/u;

function draftPlace(context: IntentContext): Draft | null {
  const { question, lookup, turn } = context;
  const [unit] = question.about;
  if (unit === undefined || turn === null || !WHERE.test(question.text)) return null;
  const told = [turn, ...turn.history].flatMap(({ told: places = [] }) => places);
  const place = told.find((one) => one.unit === unit);
  if (place === undefined) return null;
  const { start, end } = place;
  const quote = context.bulletin.source.slice(start, end);
  const citation = { unit, span: { start, end }, quote };
  return answer(unit, [claim(`${lookup.label(unit)}:“${quote}”`, [citation])]);
}

/** Names asked for that the sentence last answered from does not give; null when it may. */
function draftNameless(context: IntentContext): Draft | null {
  const { question, lookup, bulletin, engine } = context;
  const who = ASKS_WHO.test(question.text);
  if (question.about.length === 0 || !question.bound || !(who || ASKS_WHICH.test(question.text))) return null;
  const asked = { text: question.previous ?? question.text, askedFor: ['content'] as const };
  const ranked = engine.rank(asked.text, { within: new Set(question.about), limit: 3 });
  const [last] = findPassages(bulletin.source, ranked, asked);
  if (last === undefined) return null;
  const sentence = sentenceAround(bulletin.source, last);
  if (findNames(sentence).length > 0 || (!who && ROW_OF_NAMES.test(sentence))) return null;
  if (who && namesWhere(context, contentWords(context))) return null;
  const missing = who ? '姓名' : '名单';
  return draftRefusal(
    'not-in-bulletin',
    `通报提到了这件事,但未载明${missing}。最接近的是${lookup.label(last.unit)}。`,
    {
      candidates: [last.unit],
      suggestions: ['原文'],
    },
  );
}

/** 走备案的那位是谁: a sentence of what is spoken of holds the words and a name. */
function namesWhere({ question, lookup }: IntentContext, words: readonly string[]): boolean {
  return (
    words.length > 0 &&
    question.about
      .flatMap((id) => lookup.get(id)?.text.split(/[。;；\n]/u) ?? [])
      .some((sentence) => words.every((word) => sentence.includes(word)) && findNames(sentence).length > 0)
  );
}

/** 名字?, after a sentence that gives it. */
function draftNamed({ question, lookup, bulletin }: IntentContext): Draft | null {
  const unit = lookup.get(question.about[0] ?? '');
  if (unit?.kind !== 'sanction' || !question.bound || !NAME_ONLY.test(question.text)) return null;
  return findKnownNames(unit.text, bulletin.source).length === 0
    ? null
    : answer(unit.id, [claim(lookup.cite(unit.id).quote, [lookup.cite(unit.id)])]);
}

const NAME_ONLY =
  /^(?:那|他|她|的|这人|那人|是|叫)*(?:名字|姓名|谁|叫(?:什么|啥)(?:名字)?|姓(?:什么|啥))(?:呢|是什么|是)?[?。!]*$/u;

/** 它完成了吗 as the first message, 不是这个, 「-1」: nothing to search for; what came close is offered. */
function askBack({ turn, lookup }: IntentContext): Draft {
  const near = (turn?.near ?? []).slice(0, 3);
  const choices = near.map((id) => lookup.label(id));
  const hint =
    choices.length === 0
      ? '请说出是哪件事,或告诉我条号(如“第12条”)。'
      : `您要问的是${choices.join('、')},还是别的事?请说具体些。`;
  return draftRefusal('unclear', `没看明白问的是哪一条。${hint}`, { candidates: near, suggestions: choices });
}

function answer(unit: UnitId, claims: readonly DraftClaim[]): Draft {
  return draftAnswer({ claims, candidates: [unit], suggestions: ['原文', '下一条'] });
}

const MOST_SENTENCES = 3;

/** The sentences that say what was done with those concerned. */
function claimHandling({ lookup, bulletin }: IntentContext, unit: UnitId): DraftClaim[] {
  const body = lookup.get(unit)?.body;
  if (body === undefined) return [];
  const text = bulletin.source.slice(body.start, body.end);
  return splitSentences(text)
    .map(({ start, end }) => ({
      start,
      text: text
        .slice(start, end)
        .trimEnd()
        .replace(/[。;；]$/u, ''),
    }))
    .filter(({ text: sentence }) => HANDLING.test(sentence))
    .slice(0, MOST_SENTENCES)
    .map(({ start, text: sentence }) => {
      const quote = sentence.trimStart();
      const from = body.start + start + sentence.indexOf(quote);
      return claim(quote, [{ unit, span: { start: from, end: from + quote.length }, quote }]);
    });
}

/** 由社区书记领办, 由区发改局、建设局等职能部门抽取: who does it, without being called responsible. */
const AGENT =
  /由(?!于|此|来)[^,，。;；]{2,30}?(?:牵头|负责|责任人|领办|包案|抽取|组织|实施|承担|承建|督促|跟进|主抓|成立|落实)|被[^,，。;；]{2,12}?(?:办理|受理|查处)|(?:责任|建设|施工|业主)单位(?!和|、|的|落|主|加|及|一)[^,，。;；]{2,12}/u;

/** The clauses that say by whom, of a unit whose bodies have no role. */
function claimAgents({ bulletin, lookup }: IntentContext, unit: UnitId): DraftClaim[] {
  const body = lookup.get(unit)?.body;
  if (body === undefined) return [];
  return splitClauses(bulletin.source, body)
    .map(({ start, end }) => ({
      start,
      quote: bulletin.source.slice(start, end).replace(/[,，;；。]$/u, ''),
    }))
    .filter(({ quote }) => AGENT.test(quote))
    .slice(0, MOST_SENTENCES)
    .map(({ start, quote }) => claim(quote, [{ unit, span: { start, end: start + quote.length }, quote }]));
}

/** The clauses that give a body a role: 「由区房管局牵头」. */
function claimRoles({ facts, bulletin, lookup }: IntentContext, unit: UnitId): DraftClaim[] {
  const body = lookup.get(unit)?.body;
  if (body === undefined) return [];
  const clauses = splitClauses(bulletin.source, body);
  const roles = (facts.get(unit)?.organizations ?? []).filter(({ role }) => role !== null);
  const spans = new Set(
    roles.map(({ citation }) =>
      clauses.find(({ start, end }) => start <= citation.span.start && citation.span.end <= end),
    ),
  );
  return [...spans]
    .filter((span) => span !== undefined)
    .map((span) => {
      const quote = bulletin.source.slice(span.start, span.end).replace(/[,，;；。]$/u, '');
      return claim(quote, [{ unit, span: { start: span.start, end: span.start + quote.length }, quote }]);
    });
}
