// measures or problems counted group by group → their sum, their gap, their mean, their shares of all, each citing what it counts
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import type { Status } from '../ledger/ledger.ts';
import { formatNumber, formatShare } from './figure-words.ts';
import { claim, type DraftClaim, type IntentContext } from './intent.ts';

export interface Asked {
  readonly kind: 'section' | 'problem';
  readonly groups: readonly UnitId[];
  readonly problems: boolean;
  readonly measures: boolean;
  readonly status: Status | null;
  readonly sum: boolean;
  /** Which one has most or least is asked; only that one and the next are shown of many. */
  readonly most: 'most' | 'least' | null;
  /** By how much the largest exceeds the smallest is asked too. */
  readonly gap: boolean;
  /** 平均每个方面多少条: the sum over the number of groups. */
  readonly mean: boolean;
  /** 各占几成, 共占几成: of all measures or problems. */
  readonly share: 'each' | 'sum' | null;
}

export interface Counted {
  readonly id: UnitId;
  readonly claims: readonly DraftClaim[];
  /** Of what the groups are compared by: the last thing counted. */
  readonly size: number;
}

/** 「计算:37个−14个=23个」: the largest group less the smallest, citing all of both. */
export function claimGap(sorted: readonly Counted[]): DraftClaim[] {
  const ends = [sorted[0], sorted.at(-1)].flatMap((group) => group?.claims.at(-1) ?? []);
  const [large, small] = ends.sort((a, b) => b.citations.length - a.citations.length);
  const unit = large?.computed[0]?.replace(/^\d+/u, '');
  if (large === undefined || small === undefined || unit === undefined) return [];
  const terms = [large, small].map(({ citations }) => `${citations.length}${unit}`);
  const gap = `${large.citations.length - small.citations.length}${unit}`;
  const citations = [...large.citations, ...small.citations];
  return [claim(`计算:${terms.join('−')}=${gap}`, citations, { computed: [...terms, gap] })];
}

/** 「计算:310条÷4个方面≈每个方面77.5条」 of the last thing counted. */
export function claimMeans({ problems, measures }: Asked, groups: readonly Counted[]): DraftClaim[] {
  const unit = measures ? '条' : '个';
  if (problems && measures) return [];
  const citations = groups.flatMap(({ claims }) => claims.flatMap((one): Citation[] => [...one.citations]));
  const [total, of] = [`${String(citations.length)}${unit}`, `${String(groups.length)}个`];
  const mean = `${formatNumber(citations.length / groups.length)}${unit}`;
  const said = `计算:${total}÷${of}方面≈每个方面${mean}`;
  return citations.length === 0 ? [] : [claim(said, citations, { computed: [total, of, mean] })];
}

/** 「计算:30个÷120个=25%」 of each section, or of all named, over the measures or problems of the bulletin. */
export function claimShares(
  { lookup }: IntentContext,
  { share, problems, measures }: Asked,
  groups: readonly Counted[],
): DraftClaim[] {
  if (problems === measures) return [];
  const unit = measures ? '条' : '个';
  const all = `${String((measures ? lookup.measures : lookup.problems).length)}${unit}`;
  const cited = groups.map(({ claims }) => claims.flatMap((one): Citation[] => [...one.citations]));
  return (share === 'sum' ? [cited.flat()] : cited)
    .filter((citations) => citations.length > 0)
    .map((citations) => {
      const part = `${String(citations.length)}${unit}`;
      const percent = formatShare(citations.length, Number.parseInt(all, 10));
      return claim(`计算:${part}÷${all}≈${percent}`, citations, { computed: [part, all, percent] });
    });
}

/** 「计算:88+113=201条」 for each thing counted, citing all of it. */
export function claimSums({ problems, measures }: Asked, groups: readonly Counted[]): DraftClaim[] {
  const kinds = [...(problems ? ['个'] : []), ...(measures ? ['条'] : [])];
  return kinds.flatMap((unit): DraftClaim[] => {
    const own = groups.flatMap(({ claims }) => claims.filter(({ computed }) => computed[0]?.endsWith(unit)));
    const terms = own.map(({ citations }) => citations.length);
    const total = terms.reduce((sum, term) => sum + term, 0);
    const computed = [...terms.map(String), ...terms.map((term) => `${term}${unit}`), `${total}${unit}`];
    const citations = own.flatMap((one): Citation[] => [...one.citations]);
    return citations.length === 0
      ? []
      : [claim(`计算:${terms.join('+')}=${total}${unit}`, citations, { computed })];
  });
}
