// claim → clauses → source clauses they restate → negation, stage and scope words must agree
import {
  alignClause,
  countShared,
  findAnchored,
  findNeighbours,
  readGrams,
  splitIntoClauses,
  type Clause,
} from './alignment.ts';
import { denies, refuteNegation } from './negation.ts';
import { refuteParts } from './parts.ts';
import { readStage, refuteStage } from './stage-words.ts';

/** 「均已」 「全部」 「所有」: the whole of something. */
const WHOLE =
  /全部|全都|均(?!值|价|衡)|都(?!市|督)|所有|一律|全面|全员|全体|全数|皆|(?<each>[件个项条户家人])\k<each>/gu;
/** A clause of hardly more than a word of stage says it of what stands before: 「…33件,正在推进」. */
const SHORTEST = 5;

/** Why the claim's negation, completion, plan or scope words do not agree with its sources; null when they do. */
export function refuteCompletion(claim: string, sources: readonly (readonly Clause[])[]): string | null {
  const whole = readGrams(claim);
  const clauses = splitIntoClauses(claim);
  for (const [at, own] of clauses.entries()) {
    const before = clauses[at - 1];
    // 「截至目前,」 says nothing yet
    if (before === undefined && isShort(own)) continue;
    const clause = joinShort(own, before);
    const aligned = alignClause(clause, whole, sources);
    if (aligned.length === 0 && denies(clause.text)) return 'denies what the source does not speak of';
    if (aligned.length === 0) continue;
    const said = clauses
      .filter((other) => other.sentence === own.sentence && other.start <= own.start)
      .map(({ text }) => text)
      .join('');
    const near = findNeighbours([...aligned, ...findAnchored(clause, sources)], sources);
    const why =
      refuteNegation(clause, aligned, sources) ??
      refuteStage(clause, said, readNext(own, clauses[at + 1]), aligned, near, sources) ??
      refuteScope(clause, said, claim, near, sources) ??
      refuteParts(own, claim, sources);
    if (why !== null) return why;
  }
  return null;
}

function readNext({ sentence }: Clause, next: Clause | undefined): string {
  return next?.sentence === sentence ? next.text : '';
}

function isShort({ text }: Clause): boolean {
  return text.replace(/[^\u3400-\u9fff\d]/gu, '').length <= SHORTEST;
}

function joinShort(clause: Clause, before: Clause | undefined): Clause {
  if (!isShort(clause) || before === undefined) return clause;
  const text = before.text + clause.text;
  return { ...clause, text, grams: new Set([...before.grams, ...clause.grams]) };
}

/** What is said of all: the words around, in characters. */
const REACH = 16;
/** So many character pairs shared say that the same things are meant: 「均已办结」 for 「全部了结」. */
const MUCH = 4;
const SOME = 2;
/** Weaker words of wholeness, enough in a source: 「实现宣讲全覆盖」, 「逐案办结」. */
const ENTIRE = /全(?!国|省|市|区|县)|逐[一案件个项条户]/u;
/** 「一律退文」 for 「坚决予以退文处理」: a rule, no count. */
const RULE = /坚决|严禁|必须|不得|严格/u;

/** 「1015条均已整改」 where the source says 均 of something else. */
function refuteScope(
  clause: Clause,
  said: string,
  claim: string,
  near: readonly Clause[],
  sources: readonly (readonly Clause[])[],
): string | null {
  const { text } = clause;
  for (const match of text.matchAll(WHOLE)) {
    const before = said.slice(0, said.length - text.length + match.index);
    const behind = readGrams(text.slice(match.index + match[0].length).slice(0, REACH));
    const ahead = readGrams(before.slice(-REACH));
    const founded = near.some(
      (source) =>
        source.text.includes('100%') ||
        ((source.text.search(WHOLE) >= 0 || ENTIRE.test(source.text)) &&
          (behind.size === 0 ||
            [source, ...findNext(source, near)].some((clause) => countShared(behind, clause.grams) > 0) ||
            countAhead(ahead, source, near) >= leastAhead(match[0], source.text))),
    );
    if (match[0] === '一律' && near.some((source) => RULE.test(source.text))) continue;
    if (distributes(match[0], behind, clause, near) || countsAll(claim, behind, near, sources)) continue;
    if (!founded && !agreesOnEach(before, clause, sources)) return 'says all where the source does not';
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

/** 「区教育局、区文旅局都收到过」 where the source names one after the other, 「分别」. */
function namesSeparately(listed: string, sources: readonly (readonly Clause[])[]): boolean {
  const items = (/[^,;。:]*$/u.exec(listed)?.[0] ?? '').split(/、|以及|及|和|与/u);
  if (items.length < 2 || items.some((item) => item.length < 2)) return false;
  return sources.some((clauses) =>
    clauses.some(({ text, sentence }) => {
      const whole = clauses.filter((other) => other.sentence === sentence).map((other) => other.text);
      return text.includes('分别') && items.every((item) => whole.join('').includes(item));
    }),
  );
}

/** 「可研报告编制、装修设计和代理单位抽取都已完成」: of each thing that is listed the source says the same. */
function agreesOnEach(listed: string, clause: Clause, sources: readonly (readonly Clause[])[]): boolean {
  const stage = readStage(clause.text);
  if (namesSeparately(listed, sources)) return true;
  return [/、|以及|及|和|与/u, /[、,]|以及|及|和|与/u].some((separator) => {
    const items = listed.split(separator).map((item) => readGrams(item));
    if (items.length < 2) return false;
    const homes = items.map((grams) => alignClause({ ...clause, grams }, clause.grams, sources));
    const [first = []] = homes;
    return (
      first.some((source) => homes.every((home) => home.includes(source))) ||
      (stage !== 'neither' && homes.every((home) => home.some(({ text }) => readStage(text) === stage)))
    );
  });
}
