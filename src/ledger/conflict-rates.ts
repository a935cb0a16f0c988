import { scopeDifferences } from './claim-scope.ts';
import type { Claim } from './claims.ts';
import type { Conflict } from './ledger.ts';

const CHANGE = /(?:同比|环比)?(?:上升|增长|提升|增加|下降|减少|提高|降低)$|比增$|超序时进度$/u;
/** Subjects every office has: 办结率同比上升 says nothing about whose. */
const GENERIC_SUBJECT = /^(?:.{0,4}[率额数量]|比|同比|查实率|满意率|办结率|.{0,3})$/u;

/** One subject's change over one period given with two values: 自办案件 188.2% / 488.2%. */
export function findRateConflicts(claims: readonly Claim[]): Conflict[] {
  const changes = claims.filter((claim) => claim.kind === '%' && CHANGE.test(claim.label));
  return changes.flatMap((a, index) =>
    changes.slice(index + 1).flatMap((b) => {
      const subject = a.label.replace(CHANGE, '');
      if (a.unit.id === b.unit.id || a.label !== b.label || GENERIC_SUBJECT.test(subject)) return [];
      if (a.figure.value === b.figure.value) return [];
      const scope = scopeDifferences(a, b);
      const figures = `${a.figure.citation.quote}和${b.figure.citation.quote}`;
      const period = a.period === null ? '' : `${a.period},`;
      return [
        {
          kind: scope.length === 0 ? ('contradiction' as const) : ('different-scope' as const),
          topic: a.label,
          why:
            scope.length === 0
              ? `${period}“${subject}”的增减幅度前后不一:一处为${a.figure.citation.quote},另一处为${b.figure.citation.quote}。`
              : `“${subject}”的增减幅度有${figures}两个数字,但${scope.join('、')},不能直接相比。`,
          sides: [
            { citation: a.figure.citation, figure: a.figure.citation.quote },
            { citation: b.figure.citation, figure: b.figure.citation.quote },
          ] as const,
        },
      ];
    }),
  );
}
