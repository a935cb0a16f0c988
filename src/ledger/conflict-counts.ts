// claims → those that count one thing by their label → different values → same period and scope, or not
import { scopeDifferences } from './claim-scope.ts';
import type { Claim } from './claims.ts';
import { groupPairs, type ClaimPair } from './conflict-groups.ts';
import type { GramIndex } from './grams.ts';
import type { Conflict } from './ledger.ts';

/** Rarity a label needs before two equal ones are taken for the same thing: 工作专班 (7) is not enough, 专题推进会 is. */
const SPECIFIC = 12;
/** Groups of four rare characters two passages share when they speak of one matter: 基层小微权力监督平台. */
const SAME_MATTER = 3;
/** A contradiction needs more of them. */
const SAME_OCCASION = 8;
/** Labels every office reports: they compare only with their subject, which the clause does not hold. */
const GENERIC =
  /(?:率|占比|比重|金额|面积|总投资|投资额|纳统额|年度投资|完成投资|总额)$|处分|谈话|立案|批评教育|形态|函询|组织处理|问责|移送|清退|调岗|降薪|(?:上升|增长|提升|下降|减少|比增|超序时进度)$/u;
/** Nouns that count a different thing in each measure: 单位, 小区, 入驻企业. */
const COMMON_NOUN =
  /^(?:.{0,2}(?:单位|小区|企业|项目|问题|会|活动|社区|街道|干部|人员|工作|房产|情况|机制|措施|举措|制度|专班|课|党员)|.)$|相关单位|有关单位/u;
/** Two printed figures this close are one figure, rounded, when the text says 近, 约, 余. */
const ROUNDING = 0.1;

/** Different figures for one thing, joined into one conflict per thing counted. */
export function findCountConflicts(claims: readonly Claim[], grams: GramIndex): Conflict[] {
  const comparable = claims.filter((claim) => claim.label.length >= 2);
  const pairs = [
    ...findRoundings(comparable),
    ...pairEqualLabels(comparable).flatMap(([a, b]) => compare(a, b, claims, grams)),
    ...pairLongerLabels(comparable, grams).flatMap(([a, b]) => compareScopes(a, b, claims, grams)),
  ];
  return groupPairs(pairs);
}

/** 136处…涉及金额1754.83万元 / 136处,涉及金额近1800万元: the figure beside it is the same, so this one is too. */
function findRoundings(claims: readonly Claim[]): ClaimPair[] {
  return pairEqualLabels(claims).flatMap(([a, b]) =>
    isRounded(a, b) && sharesFigure(a, b, claims) ? [{ a, b, kind: 'rounding' as const, reasons: [] }] : [],
  );
}

function compare(a: Claim, b: Claim, claims: readonly Claim[], grams: GramIndex): ClaimPair[] {
  if (GENERIC.test(a.label) || COMMON_NOUN.test(a.label) || agree(a, b, claims)) return [];
  const specific = grams.weight(a.label) >= SPECIFIC;
  // 宣讲500余场,受众1万多人次 / 宣讲活动750余场,受众1万多人次: the same count beside it, but of what is not said
  if (!specific && !sharesFigure(a, b, claims)) return [];
  const reasons = [...scopeDifferences(a, b), ...(specific ? [] : ['统计口径未写明'])];
  if (reasons.length > 0) return [{ a, b, kind: 'different-scope', reasons }];
  if (a.limited || b.limited || !sameOccasion(a, b, grams)) return [];
  return [{ a, b, kind: isRounded(a, b) ? 'rounding' : 'contradiction', reasons }];
}

/** Beyond the label: the same period, the same body acting, or rare words around both (区委、区政府召开…等60场会议). */
function sameOccasion(a: Claim, b: Claim, grams: GramIndex): boolean {
  if (a.period !== null) return true;
  if (a.subject.length >= 2 && a.subject === b.subject) return true;
  return grams.matter(a.context + a.sentence, b.context + b.sentence) >= SAME_OCCASION;
}

/** One label is the other with words in front, or both hold the same quoted name: never a contradiction, at most scope. */
function compareScopes(a: Claim, b: Claim, claims: readonly Claim[], grams: GramIndex): ClaimPair[] {
  const short = a.label.length <= b.label.length ? a.label : b.label;
  if ([a.label, b.label].some((label) => GENERIC.test(label) || /相关单位|有关单位/u.test(label))) return [];
  if (COMMON_NOUN.test(short) || agree(a, b, claims)) return [];
  const matter = grams.matter(a.context + a.sentence, b.context + b.sentence);
  const periods = a.period !== b.period;
  if (matter < SAME_MATTER && !(periods && grams.shared(a.label, b.label) >= SPECIFIC)) return [];
  const reasons = [...scopeDifferences(a, b), '统计对象的表述不同'];
  return [{ a, b, kind: 'different-scope', reasons }];
}

function pairEqualLabels(claims: readonly Claim[]): [Claim, Claim][] {
  const byLabel = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${claim.kind}|${claim.label}`;
    byLabel.set(key, [...(byLabel.get(key) ?? []), claim]);
  }
  return [...byLabel.values()]
    .flatMap((group) =>
      group.flatMap((a, index) => group.slice(index + 1).map((b): [Claim, Claim] => [a, b])),
    )
    .filter(([a, b]) => differ(a, b));
}

function pairLongerLabels(claims: readonly Claim[], grams: GramIndex): [Claim, Claim][] {
  return claims.flatMap((a, index) =>
    claims
      .slice(index + 1)
      .filter((b) => a.kind === b.kind && a.label !== b.label && differ(a, b) && oneThing(a, b, grams))
      .map((b): [Claim, Claim] => [a, b]),
  );
}

function oneThing(a: Claim, b: Claim, grams: GramIndex): boolean {
  const [short, long] = a.label.length <= b.label.length ? [a.label, b.label] : [b.label, a.label];
  if (long.endsWith(short)) return true;
  const named =
    a.names.some((name) => b.names.includes(name) || b.label.includes(name)) ||
    b.names.some((name) => a.label.includes(name));
  return named && grams.shared(short, long) >= 0.6 * grams.weight(short);
}

function differ(a: Claim, b: Claim): boolean {
  return a.unit.id !== b.unit.id && a.figure.value !== b.figure.value;
}

/** One measure states the other's number too: they agree, and the different figure counts something else. */
function agree(a: Claim, b: Claim, claims: readonly Claim[]): boolean {
  const states = (unit: string, claim: Claim): boolean =>
    claims.some(
      (other) =>
        other.unit.id === unit && other.kind === claim.kind && other.figure.value === claim.figure.value,
    );
  return states(a.unit.id, b) || states(b.unit.id, a);
}

function sharesFigure(a: Claim, b: Claim, claims: readonly Claim[]): boolean {
  const beside = (claim: Claim): Claim[] =>
    claims.filter(
      (other) => other.unit.id === claim.unit.id && other.sentence === claim.sentence && other !== claim,
    );
  return beside(a).some((x) =>
    beside(b).some((y) => x.figure.value > 2 && x.figure.value === y.figure.value && x.kind === y.kind),
  );
}

function isRounded(a: Claim, b: Claim): boolean {
  if (!a.figure.approximate && !b.figure.approximate) return false;
  return Math.abs(a.figure.value - b.figure.value) <= ROUNDING * Math.max(a.figure.value, b.figure.value);
}
