// names the cited units print → the claim prints one with another character → a name from nowhere
import { rememberEach } from '../text/remember.ts';
import { countShared, readGrams, splitIntoClauses } from './alignment.ts';
import { isGeneric } from './ended-names.ts';
import type { Evidence } from './evidence.ts';
import { isNameCharacter, isOrdinary, type Gap } from './novelty.ts';
import type { Stated } from './stated.ts';
import { beginsWithSurname, type TagWords } from './wording.ts';

/** 红星小学, 状元地块, 凤湖社区: two characters and an ending; not 「由各街道」. */
const ENDED =
  /(?:(?![各等该其我由及与对把被将需须应向请])[\u3400-\u9fff]){2}(?:(?:小学|中学|大学)(?!习)|学校|幼儿园|学院|医院|地块|小区|社区|街道|街区|新村|公寓|广场|产业园|公园|大厦|中心|基地|集团|公司|局|法院|银行|夜市|协会|工作室|经合社)/gu;
const QUOTED = /“([^“”\n]{2,30})”/gu;

/** What a unit names, normalised: bodies, learned names, quoted words, persons, names by their endings. */
export const namesOf = rememberEach(
  (stated: Stated, evidence: Evidence, tag: TagWords): readonly string[] => {
    const { text } = stated;
    const names = new Set<string>();
    for (const { form } of evidence.bodies) if (form.length >= 3 && text.includes(form)) names.add(form);
    for (const name of evidence.names) if (text.includes(name)) names.add(name);
    for (const [, quoted = ''] of text.matchAll(QUOTED)) if (quoted.length >= 3) names.add(quoted);
    // 「推动集团成员校」 names no 推动集团
    // 「负责人街道营商环境办主任」 names no 责人街道
    const starts = new Set<number>();
    let at = 0;
    for (const { word } of tag(text)) {
      starts.add(at);
      at += word.length;
    }
    for (const { index, 0: name } of text.matchAll(ENDED))
      if (!starts.has(index)) continue;
      else if (!isVerb(name.slice(0, 2), tag) && !isGeneric(name.slice(0, 2))) names.add(name);
    for (const { word, tag: kind } of tag(text)) {
      if (
        word.length >= 2 &&
        !/\d/u.test(text.charAt(text.indexOf(word) - 1)) &&
        (/^n[rs]/u.test(kind) || (kind === 'x' && word.length <= 3 && beginsWithSurname(word)))
      )
        names.add(word);
    }
    return [...names];
  },
);

function isVerb(word: string, tag: TagWords): boolean {
  return tag(word).every(({ tag: kind }) => kind === 'v');
}

/** Why a quotation or a name the bulletin repeats elsewhere does not stand in the cited units; null when all do. */
export function refuteKnownNames(
  claim: string,
  sources: readonly Stated[],
  { names }: Evidence,
): string | null {
  const quoted = [...claim.matchAll(/[“"「『]([^“”"「」『』\n]{2,60})[”"」』]/gu)].map(
    ([, words = '']) => words,
  );
  const printed = sources.flatMap(({ text }) =>
    [...text.matchAll(/“([^“”]+)”/gu)].map(([, words = '']) => words),
  );
  // 「选人用人“回头看”」 where it stands without quotation marks
  const invented = quoted.find(
    (words) =>
      !printed.some((other) => other.includes(words)) &&
      !sources.some(({ text }) =>
        names.includes(words) ? printsThere(text, words, claim) : text.includes(words),
      ),
  );
  const known = names.find(
    (name) => name.length >= 3 && claim.includes(name) && !sources.some(({ text }) => printsName(text, name)),
  );
  const wrong = invented ?? known;
  return wrong === undefined ? null : `name ${wrong} is not in the cited units`;
}

/** So many pairs of characters beside the name make two clauses the same. */
const SAME = 4;

/** 「进行“回头看”」 for 「进行回头看」: a known name without its quotation marks, beside the same character. */
function printsThere(text: string, words: string, claim: string): boolean {
  const at = claim.indexOf(words);
  const before = claim
    .slice(0, at - 1)
    .replace(/[了过]$/u, '')
    .slice(-1);
  const behind = claim.charAt(at + words.length + 1);
  const clause = splitIntoClauses(claim).find(
    ({ start, text: own }) => start <= at && at < start + own.length,
  );
  const grams = readGrams(clause?.text.replaceAll(words, '\u0001') ?? '');
  const alike = splitIntoClauses(text).some(
    (source) => source.text.includes(words) && countShared(grams, source.grams) >= SAME,
  );
  if (alike) return true;
  return [before + words, words + behind].some(
    (phrase) => phrase.length > words.length && /^[\u3400-\u9fff]+$/u.test(phrase) && text.includes(phrase),
  );
}

/** Whole, or with more between its beginning and its end: 海荣供应链平台经济产业园 is 海荣产业园. */
function printsName(text: string, name: string): boolean {
  if (text.includes(name)) return true;
  const parts = /^(?<head>[\u3400-\u9fff]{2})(?<end>[\u3400-\u9fff]{2,3})$/u.exec(name)?.groups;
  return (
    parts !== undefined && new RegExp(`${parts['head']}[\\u3400-\\u9fff]{1,8}${parts['end']}`, 'u').test(text)
  );
}

/**
 * Why the claim seems to print a changed name: 「红日小学」 where the unit prints 红星小学; null when it does not.
 * @param gaps what of the claim no source prints: a changed character lies in one of them
 */
export function refuteNearNames(
  claim: string,
  names: readonly string[],
  gaps: readonly Gap[],
  sources: readonly Stated[],
  tag: TagWords,
): string | null {
  // 「区城管执法队伍」 beside 区城管局: what follows 区城管 is another word, and printed
  const printed = findStarts(
    claim,
    tag,
    (_, word) =>
      word.length > 1 && !isNameCharacter(word.charAt(0)) && sources.some(({ text }) => text.includes(word)),
  );
  const verbs = findStarts(claim, tag, (kind) => /^(?:v[dign]?|r|d|p|c|u\w*|y)$/u.test(kind));
  for (const name of names) {
    if (name.length < 2 || claim.includes(name)) continue;
    if (name.length >= LONG) {
      for (let at = 0; at + name.length <= claim.length; at += 1) {
        const window = claim.slice(at, at + name.length);
        const changed = changedAt(window, name);
        if (changed === null || sources.some(({ text }) => text.includes(window))) continue;
        if (standsApart(window, name, changed, sources)) continue;
        if (changed === name.length - 1 && printed.has(at + changed)) continue;
        return `name ${window} instead of ${name}`;
      }
    }
    for (const gap of gaps) {
      for (let at = Math.max(0, gap.start - name.length + 1); at < gap.end; at += 1) {
        const window = claim.slice(at, at + name.length);
        const changed = changedAt(window, name);
        if (changed === null || at + changed < gap.start || at + changed >= gap.end) continue;
        // 「对整改抓得多频繁」 beside 整改办
        const runsOn =
          changed === name.length - 1 &&
          (printed.has(at + changed) ||
            (verbs.has(at + changed) && !isNameCharacter(window.charAt(changed))));
        if (!runsOn && !standsApart(window, name, changed, sources)) {
          return `name ${window} instead of ${name}`;
        }
      }
    }
  }
  return null;
}

/** Where the words of the claim begin that are of such parts of speech. */
function findStarts(
  claim: string,
  tag: TagWords,
  wanted: (kind: string, word: string) => boolean,
): ReadonlySet<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const { word, tag: kind } of tag(claim)) {
    if (wanted(kind, word)) starts.add(at);
    at += word.length;
  }
  return starts;
}

/** Words that stand in so few units belong to what those are about. */
const RARE = 4;

/**
 * Why a gap seems to hold a name from another unit: three characters that only few units print, all of them in nouns or
 * words the dictionary does not know; null when none does.
 */
export function refuteBorrowedNames(
  claim: string,
  gaps: readonly Gap[],
  { countUnits }: Evidence,
  tag: TagWords,
): string | null {
  const starts = findStarts(claim, tag, () => true);
  for (const { text, start } of gaps) {
    const nominal = tag(text)
      .map(({ word, tag: kind }) =>
        /^(?:n|x|j)/u.test(kind) || (word.length === 1 && !kind.startsWith('v') && !isOrdinary(word))
          ? word
          : ' '.repeat(word.length),
      )
      .join('');
    for (const { index, 0: run } of nominal.matchAll(/[\u3400-\u9fff]{3,}/gu)) {
      // the 「理结果」 of 「处理结果」 is no word
      if (!starts.has(start + index)) continue;
      for (let at = 0; at + 3 <= run.length; at += 1) {
        const words = run.slice(at, at + 3);
        // 「都在范围内」: a place in general
        // 「按计划」
        const count = isOrdinary(words) || /[内外里间]$|^[按据照]/u.test(words) ? 0 : countUnits(words);
        if (count > 0 && count <= RARE) return `words ${words} stand in other units only`;
      }
    }
  }
  return null;
}

/** 「整改中遇到」 beside 整改办: the printed words 整改 with a function word, no changed name. */
function standsApart(window: string, name: string, changed: number, sources: readonly Stated[]): boolean {
  const atEnd = changed === name.length - 1;
  // 「检查组与街道」 for 「检查组和街道」
  if (CONJUNCTION.test(window.charAt(changed)) && CONJUNCTION.test(name.charAt(changed))) return true;
  // 「推进社会福利中心」 beside 区社会福利中心
  if (changed === 0 && LEVEL.test(name) && !LEVEL.test(window) && !isNameCharacter(window.charAt(0)))
    return true;
  // 「涉及青禾的问题」 beside 青禾区: no name ends so
  if (atEnd && name.length > 2 && /[的了和与及等在是]/u.test(window.charAt(changed))) return true;
  if (!isOrdinary(window.charAt(changed)) || (changed !== 0 && !atEnd)) return false;
  const rest = atEnd ? name.slice(0, -1) : name.slice(1);
  return rest.length >= 2 && sources.some(({ text }) => text.replaceAll(name, '\u0001').includes(rest));
}

const CONJUNCTION = /^[和与及]$/u;
const LEVEL = /^[国省市区县镇乡街]/u;

/** From this length on one changed character is no accident, wherever the characters come from. */
const LONG = 4;

/** Where two names of one length differ when they differ in one Chinese character; null otherwise. */
function changedAt(window: string, name: string): number | null {
  if (window.length !== name.length) return null;
  // 林杭 / 林航: of two characters the first is the surname
  if (name.length === 2 && (window.charAt(0) !== name.charAt(0) || !beginsWithSurname(name))) return null;
  let changed: number | null = null;
  for (let i = 0; i < name.length; i += 1) {
    if (window.charAt(i) === name.charAt(i)) continue;
    if (changed !== null || !/[\u3400-\u9fff]/u.test(window.charAt(i))) return null;
    changed = i;
  }
  return changed;
}
