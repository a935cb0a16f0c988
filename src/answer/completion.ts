// claim clause → aligned source clauses → do negation, completion, plan and scope words agree?
import { alignClause, readGrams, splitIntoClauses, type Clause } from './alignment.ts';

/** Words in which 不, 未, 无, 没 deny nothing. */
const LEXICAL =
  /不(?:断|仅|但|动产|少于|忘|懈|力|足|良|同|得不|限|低于|高于|超过|定期)|未来|无人机|无障碍|无物业|非(?:遗|公|税|常|法)/gu;
/** 「暂未收回」 「不符合改造标准」 「无法进行改造」 「没有再出现」 「免予处分」 */
const NEGATION = /尚未|暂未|并未|还未|仍未|从未|未|没有|没|无法|无(?!锡)|不|免予|拒绝|停止|禁止/gu;
/** 「正在加快推进封房搬迁」 「正有序推进」 「按序时进度推进」 「正由市检察院审理」 「推进中」 */
const UNDER_WAY =
  /正在|(?<![公纠修补真端反校方严指订]|(?<!整)改)正(?=有序|陆续|积极|持续|加快|稳步|抓紧|由|进行|进一步|推进|开展|处于|序时|按|打造|全力|逐步|实施|对接|办理|施工|建设|装修|招|采|洽谈|筹备)|(?:推进|进行|办理|审理|审查调查|建设|施工|整改|装修|改造)(?:之)?中(?!心|央|学|小|国|标)|序时|仍在|还在|尚在/u;
/** 「计划2023年10月底印发」 「拟实施」 「将于年内动建」 「预计年底竣工」 「力争年内投用」 「待审理结果出具后」 */
const PLANNED =
  /(?:(?<!倒排|学习|行动|年度|投资|改造)计划|拟)(?!定|录用|任|人选|的|》|内|项目)|(?<![即必务])将(?=于|在|由|对|根据|按|继续|持续|通过|进一步|密切|重点|严格|集中|择优|及时|依法|会|\d|要|完成|开展|建设|推动|组织|启动|重新|再|进行)|预计|力争|争取|有望|准备|下一步|(?<![等对接招期善看虐优])待(?=[^遇办岗业命人在定])|(?:月底|年底|年内|旬|日|月)前(?!期|往)/u;
/** 「已完成」 「均已办结」 「全部清零」 「建成投用」 */
const FINISHED =
  /已(?!有的)|完成(?!率|任务的|时限)|完工|办结|了结|清零|竣工|建成|投用|完毕|到位|落地|结束|(?<=[\u4e00-\u9fff])了(?!解|结)/u;
/** 「完成整改」 without 已: the strongest way to say that something is over. */
const FINISHED_TASK =
  /已(?:经|全部|全面|基本|均|都|顺利|如期|提前)?(?:完成|完工|办结|建成|竣工|整改|结束|收回|解决|到位|投用|拆除)|(?:全部|全面|均|都)(?:完成|办结|整改到位|收回|解决)|完成(?!率|任务的|时限|后)|完工|办结|竣工|建成|清零|完毕|(?:整改|落实)到位/u;
/** 「均已」 「全部」 「所有」: the whole of something. */
const WHOLE = /全部|全都|均(?!值|价|衡)|都(?!市|督)|所有|一律|全面|全员|全体|全数|皆|100%/u;

/** What may be restated as 「正在…」: 「加快建设…基地」. */
const GOING_ON = /加快|提速|推进|持续/u;
/** What may be restated as 「将…」: 「集中力量攻坚,确保尽快整改到位」. */
const INTENDED = /确保|适时|继续|持续/u;
/** How many clauses around the aligned one, in its sentence, may hold the word that covers it. */
const REACH = 2;

/** Why the claim's negation, completion, plan or scope words do not agree with its sources; null when they do. */
export function refuteCompletion(claim: string, sources: readonly (readonly Clause[])[]): string | null {
  const whole = readGrams(claim);
  const clauses = splitIntoClauses(claim);
  for (const clause of clauses) {
    const said = clauses
      .filter((other) => other.sentence === clause.sentence && other.start <= clause.start)
      .map(({ text }) => text)
      .join('');
    const aligned = alignClause(clause, whole, sources);
    if (aligned.length === 0) continue;
    const near = findNeighbours([...aligned, ...findAnchored(clause, sources)], sources);
    const why =
      refuteNegation(clause, aligned, sources) ??
      refuteStatus(clause.text, said, aligned, near) ??
      refuteScope(clause.text, near);
    if (why !== null) return why;
  }
  return null;
}

/** Source clauses that print a number of the clause: 「175个项目中已完成162项」 restates two of them. */
function findAnchored(clause: Clause, sources: readonly (readonly Clause[])[]): Clause[] {
  const numbers = [...clause.grams].filter((gram) => /^\d{2,}/u.test(gram));
  return sources.flat().filter((source) => numbers.some((number) => source.grams.has(number)));
}

/** The clauses themselves and those next to them in their sentences. */
function findNeighbours(aligned: readonly Clause[], sources: readonly (readonly Clause[])[]): Clause[] {
  return sources.flatMap((clauses) => {
    const hits = aligned.filter((hit) => clauses[hit.index] === hit);
    return clauses.filter((clause) =>
      hits.some((hit) => hit.sentence === clause.sentence && Math.abs(hit.index - clause.index) <= REACH),
    );
  });
}

interface Denial {
  /** What is denied: the words behind the negation. */
  readonly scope: string;
  readonly grams: ReadonlySet<string>;
}

function readDenials(text: string): Denial[] {
  const plain = text.replace(LEXICAL, (word) => '\u0001'.repeat(word.length));
  return [...plain.matchAll(NEGATION)].map((match) => {
    const behind = plain
      .slice(match.index + match[0].length)
      .replace(/^(?:再|能|予|被|要|曾|会|在|有|宜)/u, '');
    return { scope: behind.slice(0, 9), grams: readGrams(behind.slice(0, 9)) };
  });
}

function refuteNegation(
  clause: Clause,
  aligned: readonly Clause[],
  sources: readonly (readonly Clause[])[],
): string | null {
  const own = readDenials(clause.text);
  for (const { scope, grams } of own) {
    const local = alignClause({ ...clause, text: scope, grams }, clause.grams, sources);
    const theirs = findNeighbours([...aligned, ...local], sources).flatMap(({ text }) => readDenials(text));
    const founded = theirs.some(
      (other) =>
        scope.charAt(0) === other.scope.charAt(0) || [...grams].some((gram) => other.grams.has(gram)),
    );
    if (!founded) return `denies 「${scope.slice(0, 4)}」 where the source does not`;
  }
  if (own.length > 0) return null;
  // 「未发现问题」 restated as 「发现问题」
  const dropped = aligned.every(({ text }) =>
    readDenials(text).some(({ scope }) => scope.length >= 2 && clause.text.includes(scope.slice(0, 2))),
  );
  return dropped ? 'drops a negation' : null;
}

/** @param said the claim's sentence up to this clause: 「面试计划11月进行,10月先开展资格复审」 is planned throughout */
function refuteStatus(
  text: string,
  said: string,
  aligned: readonly Clause[],
  near: readonly Clause[],
): string | null {
  const underWay = UNDER_WAY.test(text);
  const planned = PLANNED.test(text);
  const finished = FINISHED_TASK.test(text) && !planned;
  const all = (test: (source: string) => boolean): boolean => aligned.every((source) => test(source.text));
  const some = (test: (source: string) => boolean): boolean => near.some((source) => test(source.text));
  const isOpen = (source: string): boolean => UNDER_WAY.test(source) || PLANNED.test(source);
  if (!isOpen(said) && all((source) => isOpen(source) && !FINISHED.test(source))) {
    return FINISHED.test(text)
      ? 'says finished where the source says under way or planned'
      : 'drops that it is under way or planned';
  }
  if (finished && !some((source) => FINISHED.test(source) || /100%/u.test(source))) {
    return 'says finished where the source does not';
  }
  if (underWay && !finished && all((source) => FINISHED_TASK.test(source) && !isOpen(source))) {
    return 'says under way where the source says finished';
  }
  if (underWay && !some((source) => isOpen(source) || GOING_ON.test(source))) {
    return 'says under way where the source does not';
  }
  if (planned && !some((source) => isOpen(source) || INTENDED.test(source)))
    return 'says planned where the source does not';
  return null;
}

function refuteScope(text: string, near: readonly Clause[]): string | null {
  if (!WHOLE.test(text)) return null;
  const founded = near.some((clause) => WHOLE.test(clause.text) || /全(?!国|省|市|区|县)/u.test(clause.text));
  return founded ? null : 'says all where the source does not';
}
