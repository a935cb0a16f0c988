// unit → its counts → parts against their total, rates against their counts → what does not add up
import type { Bulletin, Unit } from '../bulletin/bulletin.ts';
import type { Claim } from './claims.ts';
import type { Conflict } from './ledger.ts';

/** Totals inside one measure that its own parts contradict. `claims` are those of the bulletin, in order. */
export function findPartConflicts(bulletin: Bulletin, claims: readonly Claim[]): Conflict[] {
  return bulletin.units.flatMap((unit) => {
    const own = claims.filter((claim) => claim.unit.id === unit.id);
    return [...checkRemainders(own), ...checkRates(own), ...checkUntreated(unit, own)];
  });
}

/** 共60个…已完成33个…剩余27个: the counts from the total to the remainder, all but the total, make the total. */
function checkRemainders(claims: readonly Claim[]): Conflict[] {
  return claims.flatMap((rest, index) => {
    if (!/(?:剩余|剩下|尚余)$/u.test(headOf(rest))) return [];
    const done = claims[index - 1];
    const total = claims[index - 2];
    if (done === undefined || total === undefined) return [];
    const plain = [rest, done, total].every((claim) => claim.kind === rest.kind && !claim.figure.approximate);
    if (!plain || !/(?:已|完成|办结|整改|拆除|收回)/u.test(headOf(done)) || done.sentence !== rest.sentence)
      return [];
    const before = claims.slice(0, index - 1).filter((claim) => claim.kind === rest.kind);
    const sum = round(done.figure.value + rest.figure.value);
    // any earlier count of the measure may be the total meant: 126个…124个…105个…62个…剩余43个
    if (before.some((claim) => claim.figure.value === sum) || total.figure.value < done.figure.value)
      return [];
    return [
      write(
        [total, done, rest],
        `合计与分项:${total.printed}`,
        `${done.figure.citation.quote}与剩余的${rest.figure.citation.quote}相加为${sum}${rest.figure.unit},与所载总数${total.figure.citation.quote}不符。`,
      ),
    ];
  });
}

/** 137条…已完成129条,完成率94.16%: the rate is the quotient, as exactly as it is printed. */
function checkRates(claims: readonly Claim[]): Conflict[] {
  return claims.flatMap((rate, index) => {
    const done = claims[index - 1];
    const total = claims[index - 2];
    if (rate.kind !== '%' || !/(?:完成|办结|整改|解决|销号)率$/u.test(rate.printed)) return [];
    if (done === undefined || total === undefined || done.kind !== total.kind) return [];
    if (![done, total].every((claim) => claim.sentence === rate.sentence && !claim.figure.approximate))
      return [];
    if (!/(?:已|完成|办结|整改|解决)/u.test(headOf(done)) || done.figure.value > total.figure.value)
      return [];
    const exact = (done.figure.value / total.figure.value) * 100;
    const digits = /\.(\d+)/u.exec(rate.figure.citation.quote)?.[1]?.length ?? 0;
    if (Math.abs(exact - rate.figure.value) <= 10 ** -digits) return [];
    return [
      write(
        [total, done, rate],
        `比率与件数:${rate.printed}`,
        `${done.figure.citation.quote}除以${total.figure.citation.quote}应为${exact.toFixed(Math.max(digits, 1))}%,所载为${rate.figure.citation.quote}。`,
      ),
    ];
  });
}

/**
 * 39名…2名予以降职降薪,2名予以调岗降薪…3名予以调岗降薪,1名…予以清退。其余30名未处理: those dealt with and the rest make
 * the total of the paragraph.
 */
function checkUntreated(unit: Unit, claims: readonly Claim[]): Conflict[] {
  return claims.flatMap((rest, index) => {
    if (rest.kind !== '人' || !/其余$/u.test(headOf(rest)) || !/^未(?:处理|处置|作处理)/u.test(rest.printed))
      return [];
    const paragraph =
      unit.text.lastIndexOf('\n', rest.figure.citation.span.start - unit.body.start) + unit.body.start;
    const earlier = claims
      .slice(0, index)
      .filter((claim) => claim.kind === '人' && claim.figure.citation.span.start > paragraph);
    const total = earlier[0];
    const treated = earlier.filter((claim) => /(?:予以|给予|被)/u.test(tailOf(claim)));
    if (total === undefined || treated.length === 0 || treated.includes(total)) return [];
    const handled = treated.reduce((sum, claim) => sum + claim.figure.value, 0);
    const left = total.figure.value - handled;
    if (left === rest.figure.value) return [];
    const parts = treated.map((claim) => claim.figure.value).join('+');
    return [
      write(
        [total, ...treated, rest],
        `合计与分项:${total.printed}`,
        `总数${total.figure.citation.quote},已处理${parts}=${handled}名,应余${left}名,所载为其余${rest.figure.citation.quote}。`,
      ),
    ];
  });
}

function headOf(claim: Claim): string {
  return claim.clause.slice(0, claim.clause.indexOf(claim.figure.citation.quote));
}

function tailOf(claim: Claim): string {
  return claim.clause.slice(claim.clause.indexOf(claim.figure.citation.quote));
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}

function write(
  claims: readonly [Claim, Claim, ...Claim[]] | readonly Claim[],
  topic: string,
  why: string,
): Conflict {
  const [first, second, ...rest] = claims.map((claim) => ({
    citation: claim.figure.citation,
    figure: claim.figure.citation.quote,
  }));
  if (first === undefined || second === undefined) throw new RangeError('a conflict has at least two sides');
  return { kind: 'contradiction', topic, why, sides: [first, second, ...rest] };
}
