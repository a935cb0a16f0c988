// claim clause that says all is done → the source counts a part of it, or what is left → not all
import { countShared, findAnchored, readGrams, type Clause } from './alignment.ts';
import { readStage, TO_COME } from './stage-words.ts';

const NUMBER = /\d+(?:\.\d+)?/gu;
/** 「395宗违建已全部拆除」, 「欠款均已追缴」: the deed that is said of the whole. */
const WHOLE_DEED = /(?:全部|全都|全数|均|都)已?经?(?:完成|予以|得到)?(?<deed>[\u3400-\u9fff]{2})/gu;
const SAYS_ALL = /全部|全都|全数|均|都|所有/u;
/** 「未退款金额262562元」, 「剩余13个项目」: counted, and not done. */
const LEFT =
  /(?:(?<!前所)未(?!来|成年)|没有?|剩余|剩下|还剩|其余|余下|尚有|仍有)[^,;。\d]{0,8}(?<number>\d+(?:\.\d+)?)/u;
/** So many pairs of characters make a subject the same. */
const SAME = 4;
/** What is left stands so few clauses behind what is done. */
const BEHIND = 3;
/** 「勉强运行食堂数量减少21个」: fewer is not none. */
const FEWER = /(?:减少|下降|压降|压减|降低)了?\d/u;

/**
 * Why a clause says of all what the source says of a part; null when it does not.
 * @param claim the whole text: its numbers tell which part of the source is meant
 */
export function refuteParts(
  clause: Clause,
  claim: string,
  sources: readonly (readonly Clause[])[],
): string | null {
  const deeds = [...clause.text.matchAll(WHOLE_DEED)];
  // 「年内要全部完成」
  if (TO_COME.test(clause.text)) return null;
  if (deeds.length === 0 || !['finished', 'both'].includes(readStage(clause.text))) return null;
  const own = new Set(claim.match(NUMBER));
  const partly = deeds.some(({ groups }) => countsPart(groups?.['deed'] ?? '', own, sources));
  if (partly) return 'says all where the source counts a part';
  const subject = readGrams(clause.text.slice(0, deeds[0]?.index));
  const fewer = sources
    .flat()
    .some((source) => FEWER.test(source.text) && countShared(subject, source.grams) >= SAME);
  if (fewer) return 'says all where the source says fewer';
  const homes = findAnchored({ ...clause, grams: readGrams(claim) }, sources);
  const around = sources.flatMap((clauses) =>
    clauses.filter((_, at) =>
      clauses.slice(Math.max(0, at - BEHIND), at + 1).some((before) => homes.includes(before)),
    ),
  );
  const left = around.some(({ text }) => {
    const number = LEFT.exec(text)?.groups?.['number'];
    return number !== undefined && !own.has(number);
  });
  return left && !around.some(({ text }) => SAYS_ALL.test(text))
    ? 'says all where the source counts what is left'
    : null;
}

/** Wherever the source speaks of the deed as done, it counts it, and by no number of the claim. */
function countsPart(
  deed: string,
  own: ReadonlySet<string>,
  sources: readonly (readonly Clause[])[],
): boolean {
  const naming = sources.flat().filter(({ text }) => text.includes(deed) && readStage(text) !== 'open');
  return (
    naming.length > 0 &&
    naming.every(({ text }) => {
      const number = readCounted(text, deed);
      return number !== null && !own.has(number) && !SAYS_ALL.test(text);
    })
  );
}

/** 162 of 「已完成项目162项」: the number right behind the deed. */
function readCounted(text: string, deed: string): string | null {
  const behind = text.slice(text.indexOf(deed) + deed.length);
  return /^了?[\u3400-\u9fff]{0,4}?(?<number>\d+(?:\.\d+)?)/u.exec(behind)?.groups?.['number'] ?? null;
}
