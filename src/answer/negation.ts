// claim clause → what it denies → is it denied, lacking or not yet done in the clauses it restates? does it drop a denial?
import { alignClause, findAnchored, findNeighbours, readGrams, type Clause } from './alignment.ts';
import { isOpen, readStage } from './stage-words.ts';

/** Words in which 不, 未, 无, 没 deny nothing. */
const LEXICAL =
  /不(?:断|仅|但|动产|少|忘|懈|力|足|良|同|得不|限|低于|高于|超过|定期)|未(?:来|成年)|无人机|无障碍|无物业|非(?:遗|公|税|常|法)/gu;
/** 「暂未收回」 「不符合改造标准」 「无法进行改造」 「没有再出现」 「免予处分」 */
const NEGATION =
  /未|没有|没|无法|无(?!锡)|不|免予|(?:拒绝|停止|禁止|严禁|杜绝)(?=[\u3400-\u9fff])|拒(?![绝不])/gu;
/** 「卫生专技人员短缺」 「营商环境欠佳」 「消极对待」: what a denial may restate without one being printed. */
const LACK =
  /缺|空白|不足|匮乏|欠|消极|滞后|薄弱|[弱虚淡]化|偏弱|宽松|松散|乏力|无力|不力|流于|浮于|打折扣|形同虚设|走过场|拖|逾期|超期|边缘化|混乱|突出问题/u;
/** 「尚无结果」 where it is still under way, 「判决结果尚未出具」 for 「待判决结果出具后」 */
const NOT_YET = /[尚暂还仍]$/u;
/** How far a negation reaches, in characters. */
const REACH = 6;

/** 「临时增加议题不允许」: what is denied stands before. */
const PERMISSION = /^[允准容]?许/u;

interface Denial {
  /** What is denied: the words behind the negation, up to the next one. */
  readonly scope: string;
  readonly grams: ReadonlySet<string>;
  /** Also of what is listed behind it: 「未专题分析…形势、解决短板问题」 denies both. */
  readonly listed: ReadonlySet<string>;
  /** Denies that the rest of its sentence occurs: 「未出现…将必须招标的项目变相指定国有企业承接的情况」. */
  readonly occurrence: boolean;
  /** Only describes what is spoken of: 「前期未纳入管理的216处」. */
  readonly describes: boolean;
  /** 「尚未出具」, and nothing else in its clause says that it is under way: the clause may be two joined. */
  readonly notYet: boolean;
}

const OCCURRENCE = /^(?:出现|发生|存在)/u;

function readDenials(text: string): Denial[] {
  const plain = text.replace(LEXICAL, (word) => '\u0001'.repeat(word.length));
  return [...plain.matchAll(NEGATION)].map((match) => {
    const before = plain.slice(0, match.index);
    const behind = plain
      .slice(match.index + match[0].length)
      .replace(/^(?:再|能|得|准|予以|予|被|要|曾|会|在|有|宜)?(?:进行|开展)?/u, '');
    const kind = {
      occurrence: OCCURRENCE.test(behind),
      describes: DESCRIBES.test(behind),
      notYet: NOT_YET.test(before) && !isOpen(readAround(before, behind)),
    };
    if (PERMISSION.test(behind)) {
      const scope = /[\u3400-\u9fff]*$/u.exec(before)?.[0].slice(-REACH - 2) ?? '';
      const grams = readGrams(scope);
      return { ...kind, scope, grams, listed: grams, occurrence: false };
    }
    const scope = cutScope(behind);
    const [, ...more] = (/^[^,;。:]*/u.exec(behind)?.[0] ?? '').split('、');
    const listed = new Set([scope, ...more.map(cutScope)].flatMap((part) => [...readGrams(part)]));
    return { ...kind, scope, grams: readGrams(scope), listed };
  });
}

function readAround(before: string, behind: string): string {
  return (/[^,;。:]*$/u.exec(before)?.[0] ?? '') + (/^[^,;。:]*/u.exec(behind)?.[0] ?? '');
}

const DESCRIBES = /^[^,;。:]{1,12}的/u;

function cutScope(behind: string): string {
  return behind.slice(0, REACH).replace(/(?<=.)(?:[未没不无、，,“”]|免予).*$/u, '');
}

export function denies(text: string): boolean {
  return readDenials(text).length > 0;
}

/** 「没有未落实」 */
const TWICE = /(?:未|没有|无法)(?:尚|暂|还)?(?:未|没有)/u;

/** Why the clause denies what its sources do not, or states what they deny; null when they agree. */
export function refuteNegation(
  clause: Clause,
  aligned: readonly Clause[],
  sources: readonly (readonly Clause[])[],
): string | null {
  if (TWICE.test(clause.text) && !sources.flat().some(({ text }) => TWICE.test(text))) return 'denies twice';
  const all = readDenials(clause.text);
  const own = all.filter((denial) => !isImplied(denial, aligned, sources));
  const counts = new Map<string, number>();
  for (const { scope, grams, describes } of own) {
    const head = scope.slice(0, 2);
    counts.set(head, (counts.get(head) ?? 0) + 1);
    // 「2.08万平方米未收回」 where 2.08万平方米 are 「累计收回」
    const anchored = findAnchored(clause, sources);
    if (head.length === 2 && anchored.length > 0 && anchored.every((source) => onlyAffirms(source, head))) {
      return `denies 「${head}」 where the source affirms it`;
    }
    const local = alignClause({ ...clause, text: scope, grams }, clause.grams, sources);
    const theirs = findNeighbours([...aligned, ...local], sources).flatMap((source) =>
      readDenials(source.text).map((denial) => ({ ...denial, source })),
    );
    const founding = theirs.filter(
      (other) =>
        // 「前期未纳入管理的216处全部纳入管理」 founds no 「216处尚未纳入管理」
        !(other.describes && !describes && countAffirmed(head, [[other.source]]) > 0) &&
        ((other.occurrence && local.some((source) => follows(source, other.source))) ||
          scope.charAt(0) === other.scope.charAt(0) ||
          // 「不明显」 for 「不显」
          (scope.charAt(1) === other.scope.charAt(0) && !isPrinted(head, sources)) ||
          [...grams].some((gram) => other.listed.has(gram))),
    );
    // 「前期未纳入管理的216处全部没有纳入管理」: denied twice, once by the source
    if (founding.length < (counts.get(head) ?? 1) || theirs.length < own.length) {
      return `denies 「${scope.slice(0, 4)}」 where the source does not`;
    }
  }
  return refuteDropped(clause, all, aligned, sources);
}

function isPrinted(head: string, sources: readonly (readonly Clause[])[]): boolean {
  return sources.flat().some(({ text }) => text.includes(head));
}

/** Nothing is denied in so many words, but something is lacking, or not yet done. */
function isImplied(
  { scope, notYet }: Denial,
  aligned: readonly Clause[],
  sources: readonly (readonly Clause[])[],
): boolean {
  const head = /^[\u3400-\u9fff]{1,2}/u.exec(scope)?.[0] ?? '';
  if (head === '') return false;
  const naming = sources.flat().filter(({ text }) => text.includes(head));
  const near = findNeighbours(aligned, sources);
  if (notYet) {
    return naming.length > 0
      ? naming.every(({ text }) => isOpen(text))
      : near.some(({ text }) => isOpen(text)) && !aligned.some(({ text }) => readStage(text) === 'finished');
  }
  return naming.length === 0 && near.some(({ text }) => LACK.test(text));
}

function follows(source: Clause, before: Clause): boolean {
  return source.sentence === before.sentence && source.index >= before.index;
}

/** 「未发现问题」 restated as 「发现问题」. */
function refuteDropped(
  { text }: Clause,
  own: readonly Denial[],
  aligned: readonly Clause[],
  sources: readonly (readonly Clause[])[],
): string | null {
  const plain = text.replace(LEXICAL, '\u0001');
  const affirms = (head: string): boolean =>
    head.length === 2 && plain.includes(head) && !own.some(({ scope }) => scope.includes(head));
  // 「前期未纳入管理的…全部纳入管理」 denies and affirms
  const heads = aligned.map((source) =>
    readDenials(source.text)
      .map(({ scope }) => scope.slice(0, 2))
      .filter((head) => affirms(head) && countAffirmed(head, [[source]]) === 0),
  );
  if (heads.every((found) => found.length > 0)) return 'drops a negation';
  const onlyDenied = sources
    .flat()
    .flatMap((source) => readDenials(source.text))
    .map(({ scope }) => scope.slice(0, 2))
    .find((head) => affirms(head) && countAffirmed(head, sources) === 0);
  return onlyDenied === undefined ? null : `states 「${onlyDenied}」 which the source only denies`;
}

function onlyAffirms(source: Clause, head: string): boolean {
  return countAffirmed(head, [[source]]) === source.text.split(head).length - 1 && source.text.includes(head);
}

function countAffirmed(head: string, sources: readonly (readonly Clause[])[]): number {
  return sources.flat().reduce((sum, { text }) => {
    const denied = readDenials(text).filter(({ scope }) => scope.startsWith(head)).length;
    return sum + (text.split(head).length - 1) - denied;
  }, 0);
}
