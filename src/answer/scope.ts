// words of wholeness (均, 都, 全部) in a claim clause → does a source say so of the same things?
import { countShared, findAnchored, findNeighbours, readGrams, type Clause } from './alignment.ts';
import { agreesOnEach } from './each.ts';
import { readStage, TO_COME } from './stage-words.ts';

/** 「均已」 「全部」 「所有」: the whole of something. */
const WHOLE =
  /全部|全都|均(?!值|价|衡)|都(?!市|督)|所有|一律|全面|全员|全体|全数|皆|(?<![\d两几])(?<each>[件个项条户家人])\k<each>/gu;
/** What is said of all: the words around, in characters. */
const REACH = 16;
/** So many character pairs shared say that the same things are meant: 「均已办结」 for 「全部了结」. */
const MUCH = 4;
const SOME = 2;
/** Weaker words of wholeness, enough in a source: 「实现宣讲全覆盖」, 「逐案办结」. */
const ENTIRE = /全(?!国|省|市|区|县)|既[^。;]{0,40}也|各(?=[项类级家]|单位|部门|街道)|逐[一案件个项条户]/u;
/** 「A、B都在其中」, 「10个街道都在覆盖之内」 says of what is named that it belongs, not that it is all. */
const MEMBERS = /^[都均皆](?:已)?[在属][^,;。]{0,6}(?:其中|其列|之列|之内|范围|里面|行列)/u;
/** 「面试都还没进行」: how far the denial goes is its own check's concern. */
const NOT_YET = /^[都均](?:还|尚)[没未]/u;
/** 「还没有全部结束」 says of no whole. */
const NOT_ALL = /(?:没有?|未|不|非)$/u;
/** 「洋中街道全部清退,69人」: the number in the next clause tells what is spoken of. */
export function widen(
  near: readonly Clause[],
  said: string,
  clause: Clause,
  sources: readonly (readonly Clause[])[],
): readonly Clause[] {
  const anchored = findAnchored({ ...clause, grams: readGrams(said) }, sources);
  const more = findNeighbours(anchored, sources);
  return more.length === 0 ? near : [...new Set([...near, ...more])];
}

/** 「五个办法都完成了修订」 for 「已完成对《…》《…》的修订」: of all that is listed. */
function listsAll(behind: ReadonlySet<string>, near: readonly Clause[]): boolean {
  return near.some(
    ({ text, grams }) =>
      (text.match(/》(?:、|和)?《/gu)?.length ?? 0) > 0 &&
      readStage(text) === 'finished' &&
      countShared(behind, grams) >= SOME,
  );
}

/** 「招聘一律公开进行」 for 「一律采取公开方式进行」, wherever it stands. */
function rules(behind: ReadonlySet<string>, sources: readonly (readonly Clause[])[]): boolean {
  return sources.flat().some(({ text, grams }) => text.includes('一律') && countShared(behind, grams) > 0);
}

/** 「一律退文」 for 「坚决予以退文处理」: a rule, no count. */
const RULE = /坚决|严禁|必须|不得|严格/u;

/** 「1015条均已整改」 where the source says 均 of something else. */
export function refuteScope(
  own: Clause,
  clause: Clause,
  said: string,
  claim: string,
  near: readonly Clause[],
  sources: readonly (readonly Clause[])[],
): string | null {
  const { text } = clause;
  for (const match of text.matchAll(WHOLE)) {
    // 「每个月都要督办」 counts no whole
    if (match[0] === '都' && /每[^,;。]{1,4}$/u.test(text.slice(0, match.index))) continue;
    if (MEMBERS.test(text.slice(match.index)) || NOT_ALL.test(text.slice(0, match.index))) continue;
    // said of the clause before, which has been checked
    if (match.index < text.length - own.text.length) continue;
    const before = said.slice(0, Math.max(0, said.length - text.length + match.index));
    // 「从底价评估到交付房屋都作了规范」
    if (/从[^,;。]+到[^,;。]*$/u.test(before)) continue;
    if (NOT_YET.test(text.slice(match.index)) && !/\d/u.test(before)) continue;
    const behind = readGrams(text.slice(match.index + match[0].length).slice(0, REACH));
    const ahead = readGrams(before.slice(-REACH));
    // 「剩余13个均可在10月底前完成」 founds no 「做完了,一个不剩」
    const over = readStage(text) === 'finished' && !TO_COME.test(text);
    const saying = near.filter((source) => !(over && readStage(source.text) === 'open'));
    const founded = saying.some(
      (source) =>
        source.text.includes('100%') ||
        ((source.text.search(WHOLE) >= 0 || ENTIRE.test(source.text)) &&
          ((behind.size === 0 && source.text.search(WHOLE) >= 0 && countAhead(ahead, source, near) >= SOME) ||
            [source, ...findNext(source, near)].some((clause) => countShared(behind, clause.grams) > 0) ||
            countAhead(ahead, source, near) >= leastAhead(match[0], source.text))),
    );
    if (match[0] === '一律' && (near.some((source) => RULE.test(source.text)) || rules(behind, sources)))
      continue;
    if (countsTheSame(before, behind, sources) || listsAll(behind, near)) continue;
    if (distributes(match[0], behind, clause, near) || countsAll(claim, behind, near, sources)) continue;
    if (!founded && !agreesOnEach(before, behind, clause, sources))
      return 'says all where the source does not';
  }
  return null;
}

/** 「均已严格按规定,通过…平台选取」 */
function findNext(source: Clause, near: readonly Clause[]): Clause[] {
  if (source.text.length > LONGEST_LEAD) return [];
  return near.filter(({ sentence, index }) => sentence === source.sentence && index === source.index + 1);
}
const LONGEST_LEAD = 10;

/** 「开工率…,投资完成率…,均超序时进度」: no completion, and the source says it too. */
function distributes(
  word: string,
  behind: ReadonlySet<string>,
  { text }: Clause,
  near: readonly Clause[],
): boolean {
  return (
    /^[均都皆]$/u.test(word) &&
    readStage(text) === 'neither' &&
    near.some((source) => countShared(behind, source.grams) >= 3)
  );
}

/** 「3500多名干部都已轮训」 for 「完成3500多名干部轮训」: the source calls the number finished, and no other number. */
function countsAll(
  claim: string,
  behind: ReadonlySet<string>,
  near: readonly Clause[],
  sources: readonly (readonly Clause[])[],
): boolean {
  const own = new Set(readNumbers(claim));
  const counting = near.filter(({ text }) => {
    const numbers = readNumbers(text);
    return numbers.length > 0 && numbers.every((number) => own.has(number)) && readStage(text) === 'finished';
  });
  // 「67个全都已进场」 where 67个 are 「摸排」 and others 「均已进场」
  const saying = sources.flat().filter((source) => countShared(behind, source.grams) > 0);
  return counting.length > 0 && (saying.length === 0 || saying.some((source) => counting.includes(source)));
}

function readNumbers(text: string): string[] {
  return text.match(/\d+(?:\.\d+)?/gu) ?? [];
}

/** 「13件积案全部由处级领导包案」 for 「由10名处级领导干部包案13件信访积案」: the deed is said of that very number. */
function countsTheSame(
  before: string,
  behind: ReadonlySet<string>,
  sources: readonly (readonly Clause[])[],
): boolean {
  const number = readNumbers(before).at(-1);
  if (number === undefined || behind.size === 0) return false;
  if (number.length < 2) return countsFewTheSame(before, number, behind, sources);
  return sources.flat().some(
    ({ text, grams }) =>
      readNumbers(text).includes(number) &&
      (countShared(behind, grams) >= Math.min(SOME, behind.size) ||
        // 「15家单位都覆盖到了」 for 「覆盖15家单位」
        [...behind].some((verb) => text.includes(verb + number))) &&
      !LIMITED.test(text),
  );
}
/** 「7名不合适的,都作了调整」 for 「对7名不合适的及时予以调整」: of one digit, with what it counts. */
function countsFewTheSame(
  before: string,
  number: string,
  behind: ReadonlySet<string>,
  sources: readonly (readonly Clause[])[],
): boolean {
  const counted = new RegExp(`(?<![\\d.])${number}[\\u3400-\\u9fff]{2}`, 'gu');
  const words = before.match(counted)?.at(-1);
  if (words === undefined) return false;
  return sources
    .flat()
    .some(
      ({ text, grams }) => text.includes(words) && countShared(behind, grams) >= SOME && !LIMITED.test(text),
    );
}

/** 「其中162项」, 「已整改946条」 beside the number: not of all of it. */
const LIMITED = /其中|仅|部分|除|(?:已|完成|整改|收回|办结|拆除)[\u3400-\u9fff]{0,4}\d/u;

/** 均, 都, 全部 say the same of each thing; 全面 says it of the work. */
const EACH = /全部|全都|均|都|所有|一律|皆/u;

function leastAhead(word: string, source: string): number {
  if (source.includes(word)) return SOME;
  return EACH.test(word) && EACH.test(source) ? MUCH : Infinity;
}

/** What is all may stand in the clause before: 「积案33件,均已办结」. */
function countAhead(grams: ReadonlySet<string>, source: Clause, near: readonly Clause[]): number {
  const before = near.filter(
    ({ sentence, index }) => sentence === source.sentence && index === source.index - 1,
  );
  return Math.max(...[source, ...before].map((clause) => countShared(grams, clause.grams)));
}
