// claim clause → what it denies → is it denied, lacking or not yet done in the clauses it restates? does it drop a denial?
import {
  alignClause,
  countShared,
  findAnchored,
  findNeighbours,
  readGrams,
  type Clause,
} from './alignment.ts';
import { cutLexical, readDenials, type Denial } from './denials.ts';
import { isImplied } from './implied.ts';
import { isOpen } from './stage-words.ts';

/** 「没有未落实」 */
const TWICE = /(?:未|没有|无法)(?:开展|进行)?(?:尚|暂|还)?(?:未|没有)/u;

/**
 * Why the clause denies what its sources do not, or states what they deny; null when they agree.
 * @param above the headings above the units: 「至今未能收回问题」 is said of its measures too
 */
export function refuteNegation(
  clause: Clause,
  aligned: readonly Clause[],
  sources: readonly (readonly Clause[])[],
  above: readonly Clause[],
): string | null {
  if (TWICE.test(clause.text) && !sources.flat().some(({ text }) => TWICE.test(text))) return 'denies twice';
  const all = readDenials(clause.text);
  const own = all.filter((denial) => !isImplied(denial, clause, aligned, sources));
  const counts = new Map<string, number>();
  for (const denial of own) {
    const { scope, grams } = denial;
    const head = scope.slice(0, 2);
    counts.set(head, (counts.get(head) ?? 0) + 1);
    // 「2.08万平方米未收回」 where 2.08万平方米 are 「累计收回」
    const anchored = findAnchored(clause, sources);
    if (
      !denial.bare &&
      head.length === 2 &&
      anchored.length > 0 &&
      anchored.every((source) => onlyAffirms(source, head))
    ) {
      return `denies 「${head}」 where the source affirms it`;
    }
    const printed = isPrinted(head, sources);
    const local = alignClause({ ...clause, text: scope, grams }, clause.grams, sources);
    const near = findNeighbours([...aligned, ...local], sources);
    const theirs = sources.flat().flatMap((source) =>
      readDenials(source.text)
        .filter(
          (other) =>
            near.includes(source) ||
            ((!printed || (denial.forbids && other.forbids)) &&
              countShared(denial.object, other.object) > SAME_OBJECT),
        )
        .map((other) => ({ ...other, source })),
    );
    if (
      !printed &&
      above.some((source) => readDenials(source.text).some((other) => other.scope.slice(0, 2) === head))
    )
      continue;
    const founding = theirs.filter((other) => founds(other, denial, { aligned, local, sources }));
    // 「前期未纳入管理的216处全部没有纳入管理」: denied twice, once by the source
    if (founding.length < (counts.get(head) ?? 1) || theirs.length < own.length) {
      return `denies 「${scope.slice(0, 4)}」 where the source does not`;
    }
    if (deniesOfOther(clause.text, founding, sources))
      return `denies 「${scope.slice(0, 4)}」 of another number than the source`;
  }
  return refuteDropped(clause, all, aligned, sources);
}

const COUNTED = /\d{2,}(?![年月日号.\d])[\u3400-\u9fff]/gu;

/** 「28个不符合标准」 of 「28个均已进场;剩余4个…不符合标准」: the source counts others where it denies. */
function deniesOfOther(
  text: string,
  founding: readonly { readonly source: Clause }[],
  sources: readonly (readonly Clause[])[],
): boolean {
  const numbers = text.match(COUNTED) ?? [];
  const [number] = numbers;
  if (number === undefined || numbers.length > 1) return false;
  const counts = new RegExp(`(?<![\\d.])\\d+${number.slice(-1)}`, 'u');
  const printed = new RegExp(`(?<![\\d.])${number}`, 'u');
  const parts = founding.map(({ source }) => readPart(source, sources));
  return (
    parts.length > 0 &&
    parts.every((part) => counts.test(part) && !printed.test(part)) &&
    sources.flat().some((source) => printed.test(source.text))
  );
}

/** The clauses between two semicolons around one. */
function readPart(clause: Clause, sources: readonly (readonly Clause[])[]): string {
  const clauses = sources.find((all) => all[clause.index] === clause) ?? [];
  const sentence = clauses.filter((other) => other.sentence === clause.sentence);
  const at = sentence.indexOf(clause);
  const begins = sentence.findLastIndex((other, index) => index < at && /;$/u.test(other.text)) + 1;
  const ends = sentence.findIndex((other, index) => index >= at && /;$/u.test(other.text));
  return sentence
    .slice(begins, ends < 0 ? undefined : ends + 1)
    .map(({ text }) => text)
    .join('');
}

/** So many pairs of characters make the object of two denials the same. */
const SAME_OBJECT = 3;

interface Surroundings {
  readonly aligned: readonly Clause[];
  /** Source clauses that say what is denied. */
  readonly local: readonly Clause[];
  readonly sources: readonly (readonly Clause[])[];
}

/** 「不全」, 「不够」: what something is said to lack. */
const STATE = /^(?:全(?!部|面|体|区|市)|齐|够|完整|准确|规范|及时|到位)/u;

/** The source's denial says what the claim's does. */
function founds(
  other: Denial & { readonly source: Clause },
  { scope, grams, object, describes, unable, bare, before }: Denial,
  { aligned, local, sources }: Surroundings,
): boolean {
  const head = scope.slice(0, 2);
  // 「前期未纳入管理的216处全部纳入管理」 founds no 「216处尚未纳入管理」
  if (other.describes && !describes && countAffirmed(head, [[other.source]]) > 0) return false;
  if (other.occurrence && local.some((source) => follows(source, other.source))) return true;
  if (scope.charAt(0) === other.scope.charAt(0)) return true;
  if ([...grams].some((gram) => other.listed.has(gram))) return true;
  // 「补正后还是没有」 for 「在补正环节仍未提供」
  if (bare && countShared(grams, readGrams(other.before)) > 0) return true;
  // 「…的答复没有了」 for 「未再出现…的答复情况」
  if (bare && countShared(readGrams(before), other.object) > 1) return true;
  // 「资料不全」 for 「未能提供规定资料」, 「报告不全」 for 「报告不完整」
  if (STATE.test(scope) && other.source.text.includes(before.slice(-2))) return true;
  if (head.length > 1 && isPrinted(head, sources)) return false;
  // 「不明显」 for 「不显」
  if (scope.charAt(1) === other.scope.charAt(0)) return true;
  // 「尚未收到…监督检查任务」 for 「尚未下达…监督检查任务」
  if (countShared(object, other.object) >= SAME_OBJECT) return true;
  // 「改不了」 for 「暂无法进行改造」, 「没谈拢」 for 「未达成一致」: other words, in the clause that says the rest
  return (
    aligned.includes(other.source) &&
    ((unable && other.unable) || countShared(readGrams(before), readGrams(other.before)) > 0)
  );
}

function isPrinted(head: string, sources: readonly (readonly Clause[])[]): boolean {
  return sources.flat().some(({ text }) => text.includes(head));
}

function follows(source: Clause, before: Clause): boolean {
  return source.sentence === before.sentence && source.index >= before.index;
}

/** 「集体访都没有发生」: of a verb that stands alone the subject is denied. */
const HAPPENS = /^(?:有?发生|出现|存在)[,。;]?$/u;

/** 「未发现问题」 restated as 「发现问题」. */
const PERMITS = /可以|允许|准许/u;
const STILL = /仍然?|依然|照旧|依旧|保留/u;
const NO_LONGER = /取消|改变|作废|废止|撤销/u;
const HAPPENING = /出现|发生|存在|有/u;
/** So much of what has not happened must be spoken of. */
const MOST = 0.6;

/** 「防止违规指定等问题出现」 for 「杜绝出现违规指定…」 */
const PREVENTS = /(?:防止|避免|谨防|以免|防范)[^,;。]*/gu;

function refuteDropped(
  { text, grams }: Clause,
  own: readonly Denial[],
  aligned: readonly Clause[],
  sources: readonly (readonly Clause[])[],
): string | null {
  const plain = cutLexical(text);
  const occurring = plain.replace(PREVENTS, '');
  const affirms = (head: string, forbidden: boolean): boolean =>
    head.length === 2 &&
    (forbidden || HAPPENS.test(head) ? occurring : plain).includes(head) &&
    !own.some(
      ({ scope, before, behind, occurrence, bare, unable }) =>
        scope.includes(head) ||
        // 「提供不了」 for 「无法提供」
        (unable && (before.slice(-1) + scope).includes(head)) ||
        (occurrence && behind.includes(head)) ||
        (bare && before.includes(head)) ||
        (HAPPENS.test(behind) && before.includes(head)),
    );
  // 「前期未纳入管理的…全部纳入管理」 denies and affirms
  const heads = aligned.map((source) =>
    readDenials(source.text)
      .map(({ scope, forbids }) => ({ head: scope.slice(0, 2), forbids }))
      .filter(({ head, forbids }) => affirms(head, forbids) && countAffirmed(head, [[source]]) === 0),
  );
  if (heads.every((found) => found.length > 0)) return 'drops a negation';
  // 「出现大规模集体访」 for 「未发生大规模集体访」
  const happens = HAPPENING.test(occurring) && own.length === 0;
  const denied = (source: Clause): boolean =>
    readDenials(source.text).some(
      ({ occurrence, object }) =>
        occurrence && object.size > SAME_OBJECT && countShared(object, grams) >= object.size * MOST,
    );
  if (happens && aligned.some(denied)) return 'states what the source says has not happened';
  // 「国企可以…指定」 for 「严禁…指定」
  const forbidden = (source: Clause): boolean =>
    readDenials(source.text).some(
      ({ object }) => object.size > 0 && countShared(object, grams) > SAME_OBJECT,
    );
  if (PERMITS.test(plain) && own.length === 0 && sources.flat().some(forbidden))
    return 'permits what the source forbids';
  // 「仍作为清运结算方式使用」 for 「已取消以“四方”签字作为清运结算的方式」
  const still = STILL.test(plain) && own.length === 0 && !NO_LONGER.test(plain);
  if (still && aligned.every((source) => NO_LONGER.test(source.text)))
    return 'says still where the source says no longer';
  const onlyDenied = sources
    .flat()
    .flatMap((source) => readDenials(source.text))
    .map(({ scope, forbids }) => ({ head: scope.slice(0, 2), forbids }))
    .find(({ head, forbids }) => affirms(head, forbids) && countAffirmed(head, sources) === 0);
  return onlyDenied === undefined ? null : `states 「${onlyDenied.head}」 which the source only denies`;
}

/** What is to come is not affirmed yet: 「剩余13个项目均可在10月底前完成」. */
function onlyAffirms(source: Clause, head: string): boolean {
  if (isOpen(source.text)) return false;
  // 「材料不规范」 for 「无法提供规范材料」
  if (readDenials(source.text).some(({ behind }) => behind.includes(head))) return false;
  return countAffirmed(head, [[source]]) === source.text.split(head).length - 1 && source.text.includes(head);
}

function countAffirmed(head: string, sources: readonly (readonly Clause[])[]): number {
  return sources.flat().reduce((sum, { text }) => {
    const denied = readDenials(text).filter(({ scope }) => scope.slice(0, 4).includes(head)).length;
    return sum + (text.split(head).length - 1) - denied;
  }, 0);
}
