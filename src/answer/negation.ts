import { alignClause, findNeighbours, readGrams, type Clause } from './alignment.ts';

/** Words in which 不, 未, 无, 没 deny nothing. */
const LEXICAL =
  /不(?:断|仅|但|动产|少于|忘|懈|力|足|良|同|得不|限|低于|高于|超过|定期)|未来|无人机|无障碍|无物业|非(?:遗|公|税|常|法)/gu;
/** 「暂未收回」 「不符合改造标准」 「无法进行改造」 「没有再出现」 「免予处分」 */
const NEGATION = /尚未|暂未|并未|还未|仍未|从未|未|没有|没|无法|无(?!锡)|不|免予|拒绝|停止|禁止/gu;
/** How far a negation reaches, in characters. */
const REACH = 6;

interface Denial {
  /** What is denied: the words behind the negation, up to the next one. */
  readonly scope: string;
  readonly grams: ReadonlySet<string>;
}

function readDenials(text: string): Denial[] {
  const plain = text.replace(LEXICAL, (word) => '\u0001'.repeat(word.length));
  return [...plain.matchAll(NEGATION)].map((match) => {
    const behind = plain
      .slice(match.index + match[0].length)
      .replace(/^(?:再|能|予|被|要|曾|会|在|有|宜)/u, '');
    const scope = behind.slice(0, REACH).replace(/(?<=.)(?:[未没不无、，,“”]|免予).*$/u, '');
    return { scope, grams: readGrams(scope) };
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
    const local = alignClause({ ...clause, text: scope, grams }, clause.grams, sources);
    const theirs = findNeighbours([...aligned, ...local], sources).flatMap(({ text }) => readDenials(text));
    const founding = theirs.filter(
      (other) =>
        scope.charAt(0) === other.scope.charAt(0) || [...grams].some((gram) => other.grams.has(gram)),
    );
    // 「前期未纳入管理的216处全部没有纳入管理」: denied twice, once by the source
    if (founding.length < (counts.get(head) ?? 1) || theirs.length < own.length) {
      return `denies 「${scope.slice(0, 4)}」 where the source does not`;
    }
  }
  return refuteDropped(clause, own, aligned, sources);
}

/** 「未发现问题」 restated as 「发现问题」. */
function refuteDropped(
  { text }: Clause,
  own: readonly Denial[],
  aligned: readonly Clause[],
  sources: readonly (readonly Clause[])[],
): string | null {
  const affirms = (head: string): boolean =>
    head.length === 2 && text.includes(head) && !own.some(({ scope }) => scope.includes(head));
  const heads = aligned.map((source) =>
    readDenials(source.text)
      .map(({ scope }) => scope.slice(0, 2))
      .filter(affirms),
  );
  if (heads.every((found) => found.length > 0)) return 'drops a negation';
  const onlyDenied = sources
    .flat()
    .flatMap((source) => readDenials(source.text))
    .map(({ scope }) => scope.slice(0, 2))
    .find((head) => affirms(head) && countAffirmed(head, sources) === 0);
  return onlyDenied === undefined ? null : `states 「${onlyDenied}」 which the source only denies`;
}

function countAffirmed(head: string, sources: readonly (readonly Clause[])[]): number {
  return sources.flat().reduce((sum, { text }) => {
    const denied = readDenials(text).filter(({ scope }) => scope.startsWith(head)).length;
    return sum + (text.split(head).length - 1) - denied;
  }, 0);
}
