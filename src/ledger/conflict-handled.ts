import type { Claim } from './claims.ts';
import type { Conflict } from './ledger.ts';

/** 依规依纪依法处理干部87件270人; 对285名责任人作出处理. Not 组织处理12人, 其他处理260人, 含市纪委处理3人. */
const TOTAL_BEFORE = /(?:依法|依纪|共|累计|合计)处理(?:党员)?(?:干部|党员|责任人)?(?:\d+件)?$/u;
const TOTAL_BEHIND = /^(?:责任人员|责任人|党员干部|干部|党员)(?:作出|进行|给予)(?:了)?处理/u;

/** The lead of the sanctions part gives the number of persons dealt with twice, and differently. */
export function findHandledConflicts(claims: readonly Claim[]): Conflict[] {
  const totals = claims.filter((claim) => {
    const { quote } = claim.figure.citation;
    const at = claim.clause.indexOf(quote);
    return (
      claim.kind === '人' &&
      (TOTAL_BEFORE.test(claim.clause.slice(0, at)) ||
        TOTAL_BEHIND.test(claim.clause.slice(at + quote.length)))
    );
  });
  return totals.flatMap((a, index) =>
    totals
      .slice(index + 1)
      .filter((b) => a.unit.id === b.unit.id && a.figure.value !== b.figure.value)
      .map((b): Conflict => {
        const [left, right] = [a.figure.citation, b.figure.citation];
        return {
          kind: 'contradiction',
          topic: '线索处理人数',
          why: `同一部分对处理人数的总数有两个说法:一处处理${left.quote},另一处处理${right.quote}。`,
          sides: [
            { citation: left, figure: left.quote },
            { citation: right, figure: right.quote },
          ],
        };
      }),
  );
}
