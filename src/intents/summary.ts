// request → scope (which units) → count by status → one claim a measure, under its problem's heading → Draft
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import { digestUnits, type DigestPart } from './digest.ts';
import {
  claim,
  draftAnswer,
  draftRefusal,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import { countMeasures, countSections } from './summary-counts.ts';
import { LENGTH_ONLY, readLength, readSummaryRequest, type SummaryRequest } from './summary-request.ts';
import { findScope, type SummaryScope } from './summary-scope.ts';

/** Above lists and overviews of the same subject: who says 汇总 wants a text. */
const SCORE = 0.87;
/** Below this many characters headings are left out, and the opening says no more than the counts. */
const WITH_HEADINGS = 400;
/** 300字左右 is kept to like this. */
const ABOUT = 1.1;
/**
 * Characters when no length is asked for: so many hold the key facts of nearly every measure; a long measure, which has
 * more of them, is given more (`share` of its own length). `all`: without opening and headings, `broad` and `status` with
 * them.
 */
const DEFAULT_LENGTH = {
  base: 200,
  perUnit: 40,
  share: 0.5,
  all: 3000,
  broad: 1400,
  status: { base: 450, perUnit: 100, share: 0 },
};
/** Of the default length, for sentences told whole. */
const SLACK = 0.15;
/** Of a summary of everything, the share that tells what stands outside the measures. */
const FRAME = 0.3;
/** More measures than this are too many to tell each: the most telling of every problem instead. */
const BROAD = 30;
/** Before what other problems' measures say of the topic. */
const LINK = '此外,';

export const summaryIntent: Intent = {
  name: 'summary',
  examples: [
    '汇总一下养老服务整改情况',
    '给领导写个信访积案化解情况简报',
    '老旧小区改造整改小结',
    '概括一下问题15的整改',
    '用300字总结国有房产整改',
    '违规兼职取酬整改梳理',
    '归纳区民政局负责的整改措施',
    '汇总还没完成的整改事项',
  ],
  ceiling: SCORE,
  score: (context) => {
    const request = readRequest(context);
    if (request === null) return 0;
    return request.explicit || findScope(context, request) !== null ? SCORE : 0;
  },
  draft: (context) => {
    const request = readRequest(context);
    const scope = request === null ? null : findScope(context, request);
    const candidates = context.engine.rank(request?.topic ?? context.question.text).map(({ unit }) => unit);
    if (request === null || scope === null) return refuse(request, candidates);
    return summarize(context, request, scope, candidates);
  },
};

/** 「短一点」 after a summary asks for the same summary again. */
function readRequest({ question, turn }: IntentContext): SummaryRequest | null {
  if (turn?.intent === 'summary' && LENGTH_ONLY.test(question.text)) {
    const earlier = [turn, ...turn.history].map((one) => readSummaryRequest(one.question));
    const before = earlier.find((request) => request !== null) ?? null;
    return before === null ? null : { ...before, length: readLength(question.text), explicit: true };
  }
  return readSummaryRequest(question.text);
}

function refuse(request: SummaryRequest | null, candidates: readonly UnitId[]): Draft {
  const topic = request === null || request.topic === '' ? '这一主题' : `“${request.topic}”`;
  return draftRefusal('not-in-bulletin', `通报中没有找到与${topic}相关的整改内容,无法汇总。`, { candidates });
}

function summarize(
  context: IntentContext,
  request: SummaryRequest,
  scope: SummaryScope,
  candidates: readonly UnitId[],
): Draft {
  const { lookup } = context;
  const statusOnly = request.status !== null;
  const broad = scope.units.filter((id) => context.facts.has(id)).length > BROAD && !statusOnly;
  const length =
    request.length === null ? defaultLength(context, scope, broad, statusOnly) : request.length * ABOUT;
  const isShort = request.length !== null && request.length < WITH_HEADINGS;
  const counts = [
    countMeasures(context, scope, { status: request.status, isShort }),
    ...(broad && !isShort ? countSections(context, scope) : []),
  ].filter((one) => one !== null);
  const whole = new Set(scope.problems);
  const isAside = (id: UnitId): boolean =>
    whole.size > 0 && context.facts.has(id) && !whole.has(lookup.get(id)?.parent ?? '');
  const units = [...scope.units.filter((id) => !isAside(id)), ...scope.units.filter(isAside)];
  const headings = isShort || broad ? new Map<UnitId, Citation>() : headingsOf(context, scope);
  const frame = digestUnits(context, scope.frame, { budget: length * FRAME, spread: true });
  const before = [...frame]
    .filter(([id]) => isBefore(context, id, units))
    .flatMap(([, parts]) => claimFrame(parts));
  const after = [...frame]
    .filter(([id]) => !isBefore(context, id, units))
    .flatMap(([, parts]) => claimFrame(parts));
  const spent = sumLengths([
    ...[...before, ...counts, ...after].map(({ text }) => text),
    ...[...headings.values()].map(({ quote }) => `${quote}:`),
    LINK,
  ]);
  const digest = digestUnits(context, units, {
    budget: request.length === null && !broad && !statusOnly ? length : Math.max(40, length - spent),
    slack: request.length === null ? length * SLACK : 0,
    ranked: scope.ranked,
    aside: new Set(units.filter((id) => scope.named || isAside(id))),
    statusOnly,
    spread: broad,
  });
  const told = units.filter((id) => (digest.get(id) ?? []).length > 0);
  const firstAside = told.find(isAside);
  const claims = told.map((id) => {
    const heading = headings.get(lookup.get(id)?.parent ?? '');
    const isFirst = told.find((other) => lookup.get(other)?.parent === heading?.unit) === id;
    const link = id === firstAside && told[0] !== id ? LINK : '';
    return claimUnit(digest.get(id) ?? [], isFirst ? heading : undefined, link);
  });
  const covered = new Set(claims.flatMap(({ citations }) => citations.map(({ unit }) => unit)));
  const untold = units.filter((id) => !covered.has(id));
  return draftAnswer({
    claims: [...before, ...counts, ...claims, ...after],
    notes: noteCoverage(request, scope, untold),
    candidates,
    list: untold.length > 0 ? [...told, ...untold] : [],
    shown: untold.length > 0 ? told.length : 0,
    suggestions: request.length === null ? ['简短一点', '详细一点'] : [],
  });
}

function defaultLength(
  { lookup }: IntentContext,
  { units }: SummaryScope,
  broad: boolean,
  statusOnly: boolean,
): number {
  if (broad) return DEFAULT_LENGTH.broad;
  const { base, perUnit, share } = statusOnly ? DEFAULT_LENGTH.status : DEFAULT_LENGTH;
  const lengths = units.map((id) => perUnit + share * (lookup.get(id)?.text.length ?? 0));
  return Math.min(
    DEFAULT_LENGTH.all,
    lengths.reduce((sum, length) => sum + length, base),
  );
}

/** The heading of every problem taken whole, without its full stop. */
function headingsOf({ lookup }: IntentContext, scope: SummaryScope): Map<UnitId, Citation> {
  return new Map(
    scope.problems.map((id) => {
      const { span, quote: whole } = lookup.cite(id);
      const quote = whole.replace(/[。\s]+$/u, '');
      return [id, { unit: id, span: { start: span.start, end: span.start + quote.length }, quote }];
    }),
  );
}

/** 「针对养老服务滞后…问题:2023年5月以来,…。截至2023年10月上旬,…。」 */
function claimUnit(parts: readonly DigestPart[], heading: Citation | undefined, link: string): DraftClaim {
  const words = parts.map(({ citation }) => citation.quote.replace(/^(?:同时|此外|另外)[,，]/u, ''));
  const text = `${link}${heading === undefined ? '' : `${heading.quote}:`}${words.join('。')}。`;
  const citations = parts.flatMap(({ citation, also }) => [citation, ...also]);
  return claim(text, heading === undefined ? citations : [...citations, heading]);
}

function isBefore({ lookup }: IntentContext, id: UnitId, units: readonly UnitId[]): boolean {
  return (lookup.get(id)?.position ?? 0) < (lookup.get(units[0] ?? '')?.position ?? 0);
}

function claimFrame(parts: readonly DigestPart[]): DraftClaim[] {
  return parts.length === 0 ? [] : [claimUnit(parts, undefined, '')];
}

function noteCoverage(
  { topic, parts }: SummaryRequest,
  { units, missing, readAs }: SummaryScope,
  untold: readonly UnitId[],
): string[] {
  const notes = readAs === null ? [] : [`通报中没有“${topic}”的说法,以下按“${readAs}”汇总。`];
  const meant = missing.length > 0 && missing.length === parts.length;
  if (meant) notes.push(`通报中没有“${missing.join('”“')}”的字样,以下是意思最接近的内容。`);
  if (units.length > 1) {
    const rest = untold.length === 0 ? '' : `,限于篇幅有${untold.length}条未逐条写出`;
    notes.push(`以下据通报原文摘编,覆盖${units.length}条${rest};状态按原文判断。`);
  }
  if (missing.length > 0 && !meant) notes.push(`通报中没有找到与“${missing.join('”“')}”相关的内容。`);
  return notes;
}

function sumLengths(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}
