// request → scope (which units) → count by status → one claim a measure, under its problem's heading → Draft
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import { STATUS_LABELS, type Status } from '../ledger/ledger.ts';
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
import { LENGTH_ONLY, readLength, readSummaryRequest, type SummaryRequest } from './summary-request.ts';
import { findScope, type SummaryScope } from './summary-scope.ts';

/** Below this many characters headings are left out. */
const WITH_HEADINGS = 200;
/** Characters when no length is asked for: so many a unit, at least and at most. */
const DEFAULT_LENGTH = { base: 450, perUnit: 85, most: 1800 };
const STATUSES: readonly Status[] = ['completed', 'in_progress', 'long_term'];

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
  score: (context) => {
    const request = readRequest(context);
    if (request === null) return 0;
    return request.explicit || findScope(context, request) !== null ? 0.85 : 0;
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
  const { text } = question;
  if (turn?.intent === 'summary' && LENGTH_ONLY.test(text)) {
    const before = readSummaryRequest(turn.question);
    return before === null ? null : { ...before, length: readLength(text), explicit: true };
  }
  return readSummaryRequest(text);
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
  const { units } = scope;
  const { lookup } = context;
  const length =
    request.length ??
    Math.min(DEFAULT_LENGTH.most, DEFAULT_LENGTH.base + units.length * DEFAULT_LENGTH.perUnit);
  const counts = countByStatus(context, request, scope);
  const headings = length >= WITH_HEADINGS ? headingsOf(context, scope) : new Map<UnitId, Citation>();
  const spent = (counts?.text.length ?? 0) + sumLengths([...headings.values()].map(({ quote }) => quote));
  const digest = digestUnits(context, units, {
    budget: Math.max(40, length - spent),
    ranked: scope.ranked,
    aside: new Set(units.filter((id) => !scope.problems.includes(lookup.get(id)?.parent ?? ''))),
  });
  const told = units.filter((id) => (digest.get(id) ?? []).length > 0);
  const claims = told.map((id) => claimUnit(context, id, digest.get(id) ?? [], headings, told));
  const covered = new Set(claims.flatMap(({ citations }) => citations.map(({ unit }) => unit)));
  const untold = units.filter((id) => !covered.has(id));
  return draftAnswer({
    claims: [...(counts === null ? [] : [counts]), ...claims],
    notes: noteCoverage(scope, untold),
    candidates,
    list: untold.length > 0 ? [...told, ...untold] : [],
    shown: untold.length > 0 ? told.length : 0,
    suggestions: request.length === null ? ['简短一点', '详细一点'] : [],
  });
}

/** 「养老服务方面,通报载明相关整改措施5条(涉及问题15、60),其中已完成3条、正在推进2条。」 */
function countByStatus(
  { facts, lookup }: IntentContext,
  request: SummaryRequest,
  scope: SummaryScope,
): DraftClaim | null {
  const measures = scope.units.map((id) => facts.get(id)).filter((one) => one !== undefined);
  if (measures.length < 2) return null;
  const counts = STATUSES.map((status) => ({
    label: STATUS_LABELS[status],
    count: measures.filter((one) => one.status.value === status).length,
  })).filter(({ count }) => count > 0);
  const problems = new Set(measures.map(({ problem }) => problem));
  const labels = [...problems]
    .map((id) => (id === null ? '' : lookup.shortLabel(id).replace(/^问题/u, '')))
    .filter((label) => label !== '');
  const named = labels.length > 0 && labels.length <= 6 ? `(涉及问题${labels.join('、')})` : '';
  const parts =
    counts.length === 1 && request.status !== null
      ? ''
      : `,其中${counts.map(({ label, count }) => `${label}${count}条`).join('、')}`;
  const kind = request.status === null ? '' : STATUS_LABELS[request.status];
  const text = `${scope.label === '' ? '' : `${scope.label}方面,`}通报载明${kind}的整改措施${measures.length}条${named}${parts}。`;
  return claim(
    text.replace('载明的', '载明相关'),
    measures.map(({ status }) => status.citation),
    { computed: [`${measures.length}条`, ...counts.map(({ count }) => `${count}条`)] },
  );
}

/** The heading of every problem taken whole, without its full stop. */
function headingsOf({ lookup }: IntentContext, scope: SummaryScope): Map<UnitId, Citation> {
  return new Map(
    scope.problems.map((id) => {
      const whole = lookup.cite(id);
      const quote = whole.quote.replace(/[。\s]+$/u, '');
      return [
        id,
        { unit: id, span: { start: whole.span.start, end: whole.span.start + quote.length }, quote },
      ];
    }),
  );
}

/** The first measure of a problem carries its heading: 「针对养老服务滞后…问题:…」. */
function claimUnit(
  { lookup }: IntentContext,
  id: UnitId,
  parts: readonly DigestPart[],
  headings: ReadonlyMap<UnitId, Citation>,
  told: readonly UnitId[],
): DraftClaim {
  const parent = lookup.get(id)?.parent ?? '';
  const heading =
    told.find((other) => lookup.get(other)?.parent === parent) === id ? headings.get(parent) : undefined;
  const text = parts
    .map(({ citation }) => citation.quote.replace(/^(?:同时|此外|另外)[,，]/u, ''))
    .join('。');
  return claim(`${heading === undefined ? '' : `${heading.quote}:`}${text}。`, [
    ...parts.flatMap(({ citation, also }) => [citation, ...also]),
    ...(heading === undefined ? [] : [heading]),
  ]);
}

function noteCoverage(scope: SummaryScope, untold: readonly UnitId[]): string[] {
  const rest = untold.length === 0 ? '' : `,限于篇幅未逐条写出其中${untold.length}条`;
  return scope.units.length < 2
    ? []
    : [`以下据通报原文摘编,覆盖${scope.units.length}条${rest};状态按原文判断。`];
}

function sumLengths(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}
