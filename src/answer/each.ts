// things a claim lists and says the same of (「A、B和C都已完成」) → does the source say it of each of them?
import { alignClause, countShared, readGrams, type Clause } from './alignment.ts';
import { AT_WORK, CONTINUOUS, isOpen, readStage } from './stage-words.ts';

/** 「区教育局、区文旅局都收到过」 where the source names one after the other, 「分别」. */
function namesSeparately(listed: string, sources: readonly (readonly Clause[])[]): boolean {
  const items = (/[^,;。:]*$/u.exec(listed)?.[0] ?? '')
    .replace(/[两二三四五六七八九][家个处所人者]$/u, '')
    .split(/、|以及|及|和|与/u);
  if (items.length < 2 || items.some((item) => item.length < 2)) return false;
  return sources.some((clauses) =>
    clauses.some(({ text, sentence }) => {
      const whole = clauses.filter((other) => other.sentence === sentence).map((other) => other.text);
      return text.includes('分别') && items.every((item) => whole.join('').includes(item));
    }),
  );
}

function isOneSentence(
  homes: readonly (readonly Clause[])[],
  behind: ReadonlySet<string>,
  sources: readonly (readonly Clause[])[],
): boolean {
  return sources.some((clauses) => {
    const inside = homes.map((home) => home.find((source) => clauses[source.index] === source));
    const [first] = inside;
    return (
      first !== undefined &&
      inside.every((home) => home?.sentence === first.sentence && !isOpen(home.text)) &&
      inside.some((home) => home !== undefined && countShared(behind, home.grams) > 0)
    );
  });
}

/** 「可研报告编制、装修设计和代理单位抽取都已完成」: of each thing that is listed the source says the same. */
export function agreesOnEach(
  listed: string,
  behind: ReadonlySet<string>,
  clause: Clause,
  sources: readonly (readonly Clause[])[],
): boolean {
  const stage = readStage(clause.text);
  if (namesSeparately(listed, sources)) return true;
  return [/、|以及|及|和|与/u, /[、,]|以及|及|和|与/u].some((separator) => {
    const items = listed.split(separator).map((item) => readGrams(item));
    if (items.length < 2) return false;
    const homes = items.map((grams) => alignClause({ ...clause, grams }, clause.grams, sources));
    const [first = []] = homes;
    return (
      first.some((source) => homes.every((home) => home.includes(source))) ||
      (stage !== 'neither' && homes.every((home) => home.some(({ text }) => readStage(text) === stage))) ||
      // 「A和B都在制定」
      (AT_WORK.test(clause.text) &&
        homes.every((home) =>
          home.some(({ text, grams }) => CONTINUOUS.test(text) || countShared(behind, grams) > 0),
        )) ||
      // 「A、B和C都被免职」 of 「对A、B,C予以免职」
      (!/\d(?![\d年月日.])/u.test(listed) && isOneSentence(homes, behind, sources))
    );
  });
}
