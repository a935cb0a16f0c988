import { alignClause, findAnchored, findNeighbours, readGrams, type Clause } from './alignment.ts';

/** Words in which 不, 未, 无, 没 deny nothing. */
const LEXICAL =
  /不(?:断|仅|但|动产|少于|忘|懈|力|足|良|同|得不|限|低于|高于|超过|定期)|未来|无人机|无障碍|无物业|非(?:遗|公|税|常|法)/gu;
/** 「暂未收回」 「不符合改造标准」 「无法进行改造」 「没有再出现」 「免予处分」 */
const NEGATION = /尚未|暂未|并未|还未|仍未|从未|未|没有|没|无法|无(?!锡)|不|免予|拒绝|停止|禁止|严禁|杜绝/gu;
/** How far a negation reaches, in characters. */
const REACH = 6;

/** 「临时增加议题不允许」: what is denied stands before. */
const PERMISSION = /^[允准容]?许/u;

interface Denial {
  /** What is denied: the words behind the negation, up to the next one. */
  readonly scope: string;
  readonly grams: ReadonlySet<string>;
  /** Denies that the rest of its sentence occurs: 「未出现…将必须招标的项目变相指定国有企业承接的情况」. */
  readonly occurrence: boolean;
}

const OCCURRENCE = /^(?:出现|发生|存在)/u;

function readDenials(text: string): Denial[] {
  const plain = text.replace(LEXICAL, (word) => '\u0001'.repeat(word.length));
  return [...plain.matchAll(NEGATION)].map((match) => {
    const behind = plain
      .slice(match.index + match[0].length)
      .replace(/^(?:再|能|得|准|予以|予|被|要|曾|会|在|有|宜)?(?:进行|开展)?/u, '');
    if (PERMISSION.test(behind)) {
      const scope = /[\u3400-\u9fff]*$/u.exec(plain.slice(0, match.index))?.[0].slice(-REACH - 2) ?? '';
      return { scope, grams: readGrams(scope), occurrence: false };
    }
    const scope = behind.slice(0, REACH).replace(/(?<=.)(?:[未没不无、，,“”]|免予).*$/u, '');
    return { scope, grams: readGrams(scope), occurrence: OCCURRENCE.test(behind) };
  });
}

/** Why the clause denies what its sources do not, or states what they deny; null when they agree. */
export function refuteNegation(
  clause: Clause,
  aligned: readonly Clause[],
  sources: readonly (readonly Clause[])[],
): string | null {
  const own = readDenials(clause.text);
  const counts = new Map<string, number>();
  for (const { scope, grams } of own) {
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
        (other.occurrence && local.some((source) => follows(source, other.source))) ||
        scope.charAt(0) === other.scope.charAt(0) ||
        [...grams].some((gram) => other.grams.has(gram)),
    );
    // 「前期未纳入管理的216处全部没有纳入管理」: denied twice, once by the source
    if (founding.length < (counts.get(head) ?? 1) || theirs.length < own.length) {
      return `denies 「${scope.slice(0, 4)}」 where the source does not`;
    }
  }
  return refuteDropped(clause, own, aligned, sources);
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
