// pairs of claims → one conflict per thing counted, its sides in document order → words
import type { Claim } from './claims.ts';
import type { Conflict, ConflictKind, ConflictSide } from './ledger.ts';

/** Two figures for one thing and why they may differ (empty for a contradiction). */
export interface ClaimPair {
  readonly a: Claim;
  readonly b: Claim;
  readonly kind: ConflictKind;
  readonly reasons: readonly string[];
}

interface Group {
  readonly kind: ConflictKind;
  readonly sides: Set<Claim>;
  readonly reasons: Set<string>;
}

/**
 * Pairs of one kind that share a side, or whose sides stand in the same sentences (331批次8475人次 / 132批次3048人次),
 * become one conflict; a contradiction is never widened by figures of another scope.
 */
export function groupPairs(pairs: readonly ClaimPair[]): Conflict[] {
  const groups: Group[] = [];
  for (const { a, b, kind, reasons } of pairs) {
    const joined: Group = { kind, sides: new Set([a, b]), reasons: new Set(reasons) };
    const touching = groups.filter((group) => group.kind === kind && touches(group, [a, b]));
    for (const group of touching) {
      group.sides.forEach((side) => joined.sides.add(side));
      group.reasons.forEach((reason) => joined.reasons.add(reason));
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(joined);
  }
  return groups.flatMap(writeConflict);
}

function touches(group: Group, pair: readonly Claim[]): boolean {
  if (pair.some((claim) => group.sides.has(claim))) return true;
  const sentences = new Set([...group.sides].map((side) => side.sentence));
  return pair.every((claim) => sentences.has(claim.sentence));
}

function writeConflict({ kind, sides, reasons }: Group): Conflict[] {
  const ordered = [...sides].sort((a, b) => a.figure.citation.span.start - b.figure.citation.span.start);
  const [first, second, ...rest] = ordered.map(sideOf);
  if (first === undefined || second === undefined) return [];
  return [
    {
      kind,
      topic: topicOf(ordered),
      why: explain(kind, ordered, [...reasons]),
      sides: [first, second, ...rest],
    },
  ];
}

function sideOf(claim: Claim): ConflictSide {
  return { citation: claim.figure.citation, figure: claim.figure.citation.quote };
}

/** The shortest printed name of what is counted. */
function topicOf(claims: readonly Claim[]): string {
  const [shortest] = claims
    .map((claim) => claim.printed.replace(/^(?:推动|全区各单位|全区|累计|共|先后)+(?=.{2})/u, ''))
    .sort((a, b) => a.length - b.length);
  return shortest ?? '';
}

function explain(kind: ConflictKind, claims: readonly Claim[], reasons: readonly string[]): string {
  const figures = claims.map((claim) => claim.figure.citation.quote + periodOf(claim, kind)).join('、');
  const thing = `「${topicOf(claims)}」`;
  if (kind === 'rounding') return `${thing}两处指同一数字,一处为概数:${figures}。`;
  if (kind === 'contradiction') {
    const period = claims[0]?.period ?? null;
    return `同样是${thing}${period === null ? '' : `(${period})`},两处口径相同而数字不同:${figures}。`;
  }
  return `同样说${thing},但${reasons.join('、')}:${figures},不能直接相比。`;
}

function periodOf(claim: Claim, kind: ConflictKind): string {
  if (kind !== 'different-scope') return '';
  return `(${claim.period ?? '未写时段'})`;
}
