// claim clause → its stage → the stages of the source clauses it restates → do they agree?
import { readOwnStage, readSourceStage } from './source-stage.ts';
import { refuteForeseen } from './foreseen.ts';
import { alignClause, countShared, findNeighbours, readGrams, type Clause } from './alignment.ts';
import {
  AT_WORK,
  BRACKETS,
  cutDescribed,
  cutUnfinished,
  NORMATIVE,
  TO_COME,
  FINISHED_TASK,
  CONTINUOUS,
  GOING_ON,
  INTENDED,
  isOpen,
  leavesOpen,
  namesOpen,
  PLANNED,
  readStage,
  STARTED,
  UNDER_WAY,
  type Stage,
} from './stage-words.ts';

/**
 * @param said the claim's sentence up to this clause: 「面试计划11月进行,10月先开展资格复审」 is planned throughout
 * @param next the clause behind it: 「还剩37个老旧小区,正陆续破除路面」
 * @param plans the units cited are of a part that plans: 「对持续整改的工作打算」
 */
export function refuteStage(
  clause: Clause,
  said: string,
  next: string,
  aligned: readonly Clause[],
  near: readonly Clause[],
  sources: readonly (readonly Clause[])[],
  plans: boolean,
): string | null {
  const { text } = clause;
  // what is not done yet is the other checks' concern
  const allOpen = aligned.every((source) => readStage(source.text) === 'open' && namesOpen(source.text));
  const goesOn = GOING_ON.test(text) && aligned.every((source) => !PLANNED.test(source.text));
  if (
    allOpen &&
    !namesOpen(text) &&
    !/:$/u.test(text) &&
    readStage(text) === 'neither' &&
    !goesOn &&
    ![said, next].some(leavesOpen)
  ) {
    return 'drops that it is under way or planned';
  }
  const own = readOwnStage(text, said.slice(0, said.length - text.length));
  return (
    contradictStages(own, text, aligned, sources) ??
    readWindows(clause)
      .filter(({ open }) => own === 'both' || open === (own === 'open'))
      .map(({ open, window }) =>
        contradictStages(
          open ? 'open' : 'finished',
          text,
          alignClause(window, clause.grams, sources),
          sources,
        ),
      )
      .find((why) => why !== null) ??
    refuteForeseen(text, said, near, sources) ??
    refuteUnfounded(text, near, sources.flat(), plans)
  );
}

const OTHER = /^(?:另|其余|后者|前者)?一?[个处家项]|^[前后]者/u;
/** 「原计划分两期实施」: a plan that came to nothing. */
const FORMER = /原(?:计划|拟|定)/u;

/** What is said of any work. */
const STEPS = /正在|推进|整改|完成|实施|进行|开展|落实|有序|工作|计划|预计|力争/gu;

function contradictStages(
  own: Stage,
  text: string,
  aligned: readonly Clause[],
  sources: readonly (readonly Clause[])[],
): string | null {
  if (aligned.length === 0) return null;
  const stages = aligned.map((source) => readSourceStage(source, sources));
  // a whole task (已完成), not a step of it
  const whole = FINISHED_TASK.test(text);
  const former = aligned.every((source) => FORMER.test(source.text)) && !FORMER.test(text);
  if ((own === 'finished' || own === 'both') && former) return 'says finished where the source once planned';
  const starts = (source: string): boolean => STARTED.test(source) && !STARTED.test(text);
  const going = aligned.every(
    (source, at) =>
      stages[at] === 'open' ||
      (stages[at] === 'neither' && starts(source.text)) ||
      (whole && stages[at] === 'neither' && GOING_ON.test(source.text) && !isFinishedNext(source, sources)),
  );
  // 「已立案未结案」, printed so in brackets
  const printed = [...text.matchAll(/已[\u3400-\u9fff]{2,5}/gu)].map(([words]) => words);
  const quoted =
    printed.length > 0 && printed.every((words) => aligned.some((source) => source.text.includes(words)));
  if (
    (own === 'finished' || own === 'both') &&
    going &&
    !quoted &&
    !isFinishedBeside(text, aligned, sources)
  ) {
    return 'says finished where the source says under way or planned';
  }
  // 「一个已修复,一个还在修复」: which one, only the other clause tells
  const other =
    OTHER.test(text) &&
    sources.flat().some((source) => isOpen(source.text) && countShared(readGrams(text), source.grams) > 0);
  // 「桥面还在修」: as much is said of it where it is under way
  const tail = /[^,;:。]*.?$/u.exec(text)?.[0] ?? '';
  const grams = readGrams(tail.replace(STEPS, '\u0001'));
  const shared = Math.max(...aligned.map((source) => countShared(grams, source.grams)));
  const elsewhere =
    own === 'open' &&
    !/\d/u.test(tail) &&
    sources
      .flat()
      .some((source) => isOpen(source.text) && countShared(grams, source.grams) >= Math.max(1, shared));
  const over =
    !other &&
    !elsewhere &&
    aligned.every((source, at) => stages[at] === 'finished' && FINISHED_TASK.test(source.text));
  return own === 'open' && over ? 'says under way or planned where the source says finished' : null;
}

/** 「招录已走完笔试」: what stands behind 已 is finished in a clause beside the one that begins it. */
function isFinishedBeside(
  text: string,
  aligned: readonly Clause[],
  sources: readonly (readonly Clause[])[],
): boolean {
  const [, before = '', behind = ''] = /(?<before>[^,;。]{0,2})已(?<behind>[^,;。]*)/u.exec(text) ?? [];
  const alone =
    behind.length <= VERB && !sources.flat().some((source) => source.text.includes(behind.slice(-2)));
  const words = readGrams(alone ? before : behind);
  if (words.size === 0 || aligned.some((source) => countShared(words, source.grams) > 0)) return false;
  return findNeighbours(aligned, sources).some(
    (source) => readStage(source.text) === 'finished' && countShared(words, source.grams) > 0,
  );
}

/** 「笔试已考完」: no more than the deed stands behind. */
const VERB = 3;

/** 「发现落实…方面问题15个,推动有关单位及时整改到位」 */
function isFinishedNext(clause: Clause, sources: readonly (readonly Clause[])[]): boolean {
  const next = sources.find((clauses) => clauses[clause.index] === clause)?.[clause.index + 1];
  return next?.sentence === clause.sentence && readStage(next.text) === 'finished';
}

/** How far around a word of stage its subject stands: 「62个正在推进整改」. */
const WINDOW = 8;

/** 「已经招录30名」 for 「正在招录30名」: a number behind says what it is about. */
const ALREADY = /已(?:经|全部|陆续|先后|累计)?(?=[\u3400-\u9fff]{1,3}\d)/u;

/** Each word of stage with what stands around it in its clause, to be aligned by itself. */
function readWindows(clause: Clause): { readonly open: boolean; readonly window: Clause }[] {
  return [UNDER_WAY, PLANNED, FINISHED_TASK, ALREADY].flatMap((pattern, index) => {
    const match = pattern.exec(clause.text);
    if (match === null) return [];
    const before = clause.text.slice(Math.max(0, match.index - WINDOW), match.index);
    const behind = clause.text.slice(match.index + match[0].length).slice(0, WINDOW);
    const left = /[^,;:]*$/u.exec(before)?.[0] ?? '';
    const right = /^[^,;:]*/u.exec(behind)?.[0] ?? '';
    // 「175个项目中已完成162项」: a number behind the word says what it is about
    const text = /\d{2}/u.test(right) ? right : `${left}\u0001${right}`;
    return [{ open: index < 2, window: { ...clause, text, grams: readGrams(text) } }];
  });
}

/** 「收回被侵占房产53处」: counted, so done. The verb is what stands behind 已 in the claim. */
function countsDone(source: string, text: string): boolean {
  if (!/\d/u.test(source) || readStage(source) !== 'neither') return false;
  const verbs = text.matchAll(
    /已(?:经|全部|陆续|先后|累计)?(?<verb>(?!督促|推动|推进|跟踪|加强|引导|指导|协调)[\u3400-\u9fff]{2})/gu,
  );
  return [...verbs].some(({ groups }) => source.includes(groups?.['verb'] ?? '\u0000'));
}

/** 「尚在打造」, 「还在逐步开展」, 「正在试运行」: what is done these days, where the source says no more than that. */
const DOING = /(?:[还仍尚也都均]在|正在|(?<![公纠修补真端反校方严指订改])正)(?<verb>[\u3400-\u9fff]{2})/u;

/** So many pairs of characters make two clauses the same. */
const SAME = 4;
function restates(text: string, source: string): boolean {
  return countShared(readGrams(text), readGrams(source)) >= SAME;
}

/** 「今后…都要报党组会」 needs a plan in the source, or a rule. */
const LATER = /今后|往后|接下来|下一步/u;

/** 「正跟踪督促按时整改到位」: what is urged is not done yet. */
const AIMED =
  /(?<!已|已经)(?:督促|敦促|催促|确保|力促|务求|力求|要求)[^,;。已]{0,10}(?:(?:整改|落实|办理)?到位|完成|办结)(?!了)/gu;

/** A word of stage that nothing around the aligned clauses founds. */
function refuteUnfounded(
  text: string,
  near: readonly Clause[],
  all: readonly Clause[],
  plans: boolean,
): string | null {
  const planned = PLANNED.exec(text)?.[0];
  const some = (test: (source: string) => boolean, among = near): boolean =>
    among.some((source) => test(source.text));
  const isOver = (source: string): boolean => ['finished', 'both'].includes(readStage(source));
  const founds = (source: string): boolean =>
    isOver(source) || source.includes('100%') || countsDone(source, text);
  if (
    planned === undefined &&
    FINISHED_TASK.test(cutDescribed(cutUnfinished(text)).replace(AIMED, '')) &&
    !TO_COME.test(text) &&
    !some(founds)
  ) {
    return 'says finished where the source does not';
  }
  const already = /已(?:经)?(?:完成)?(?<verb>加快|推进|持续|继续|积极|跟踪|抓好)/u.exec(text)?.groups?.[
    'verb'
  ];
  if (already !== undefined && !some((source) => source.includes(`已${already}`))) {
    return 'says already where the source does not';
  }
  const goesOn = AT_WORK.test(text) ? CONTINUOUS : GOING_ON;
  const doing = DOING.exec(text)?.groups?.['verb'];
  const doesIt = (source: string): boolean =>
    doing !== undefined &&
    source.includes(doing) &&
    readStage(source) === 'neither' &&
    !/\d(?!a)/u.test(source);
  if (
    UNDER_WAY.test(text.replace(BRACKETS, '')) &&
    !some((source) => namesOpen(source) || goesOn.test(source) || doesIt(source)) &&
    !some((source) => doing !== undefined && source.includes(doing) && namesOpen(source), all) &&
    !some((source) => goesOn.test(source) && !/\d/u.test(source) && restates(text, source), all)
  ) {
    return 'says under way where the source does not';
  }
  if (planned === undefined && !LATER.test(text)) return null;
  const intends = (source: string): boolean =>
    namesOpen(source) ||
    (/[将会]/u.test(text) && INTENDED.test(source)) ||
    (LATER.test(text) && (NORMATIVE.test(source) || INTENDED.test(source))) ||
    // 「拟改造的」 for 「改造谋划项目」
    (planned === '拟' && /谋划/u.test(source)) ||
    // 「尚待审批」 for 「已报省政府审批」
    (planned === '待' && /报|送审|申请/u.test(source)) ||
    // 「分为近期、中远期两类计划」, 「明确…交楼目标」
    (planned !== undefined && planned.length > 1 && source.includes(planned.slice(0, 2)));
  const alike = all.filter(({ grams }) => countShared(readGrams(text), grams) > 1);
  return (plans && !/[拟划]/u.test(planned ?? '')) || some(intends, [...near, ...alike])
    ? null
    : 'says planned where the source does not';
}
