// figure or sanction of the claim → what is said of it → the source says the opposite, or another sanction
import { clauseAt, clausesOf, countShared, readGrams } from './alignment.ts';
import { sameUnit } from './measure-words.ts';
import type { Stated } from './stated.ts';

const RISE = /增(?!设|资|补|强)|上升|提高|升高|上涨|提升|高[于出]|超(?:出|过|序时|前)?|多[了于]/u;
const FALL = /下降|减少|降低|下滑|[少降减低][了于到]|压降|落后/u;

type Tendency = 'rise' | 'fall';

function readTendency(text: string): Tendency | null {
  const rises = RISE.test(text);
  return rises === FALL.test(text) ? null : rises ? 'rise' : 'fall';
}

/** Why a share of the claim rises where the source has it fall: 「增加四成」 for 「同比下降40%」; null when none does. */
export function refuteTendency(claim: Stated, sources: readonly Stated[]): string | null {
  const readAt = (stated: Stated, at: number): Tendency | null =>
    readTendency(clauseAt(clausesOf(stated), at)?.text ?? '');
  for (const amount of claim.amounts.filter(({ unit }) => /%|百分点/u.test(unit))) {
    const own = readAt(claim, amount.span.start);
    const theirs = sources.flatMap((source) =>
      source.amounts
        .filter(({ value, unit }) => value === amount.value && sameUnit(unit, amount.unit))
        .map(({ span }) => readAt(source, span.start)),
    );
    const opposed = theirs.length > 0 && theirs.every((other) => other !== null && other !== own);
    if (own !== null && opposed) return `figure ${amount.text} goes the other way in the source`;
  }
  return null;
}

/** 「党内严重警告」 is more than 「党内警告」. */
const SANCTION =
  /(?:党内|政务)严重警告|(?:党内|政务)警告|严重警告|警告|记大过|记过|降级|撤销(?=[^,;。]{0,6}职务)|撤职|开除党籍|开除公职|留党察看|免职|清退|降职降薪|调岗降薪|诫勉|批评教育|留置|判处有期徒刑/gu;

/** 「免去领导职务」 is 免职. */
const REMOVED = /免去[^,;。]{0,20}职务/u;

/** Why the claim names a sanction that no source prints; null when all are printed. */
export function refuteSanctions(claim: string, sources: readonly Stated[]): string | null {
  const printed = new Set(
    sources.flatMap(({ text }) => (REMOVED.test(text) ? ['免职'] : []).concat(text.match(SANCTION) ?? [])),
  );
  const known = (sanction: string): boolean =>
    printed.has(sanction) || ['党内', '政务'].some((kind) => printed.has(kind + sanction));
  const wrong = claim.match(SANCTION)?.find((sanction) => !known(sanction));
  return wrong === undefined ? null : `sanction ${wrong} is not in the cited units`;
}

/** What is wrong with something: nearly every problem says one such word. */
const COMPLAINT =
  /[不未没无非缺欠差乱弱松难慢低少短滞失漏浅虚空贪违超拖懒散滥擅混重多偏]|问题|隐患|风险|摆设|过场|折扣|恶劣|消极|薄弱|形式/u;
/** The words that end a heading say what is wrong: 「…近亲繁殖问题」, 「…责任层层递减」. */
const PREDICATE = 4;

/** A problem restated as praise: 「社区治理走在前列」 for 「社区治理对标不够问题」. */
export function refutePraise(claim: string, problems: readonly string[] | null): string | null {
  if (problems === null || COMPLAINT.test(claim)) return null;
  const own = readGrams(claim);
  const repeats = problems.some((heading) => {
    const words = heading.replace(/(?:的)?(?:问题)?[。;]?$/u, '').slice(-PREDICATE);
    return countShared(own, readGrams(words)) > 0;
  });
  return repeats ? null : 'states a problem without what is wrong';
}
