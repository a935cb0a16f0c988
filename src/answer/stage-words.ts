// claim clause → its stage (finished, open, both, neither) → the stages of the source clauses it restates → do they agree?
import { alignClause, readGrams, type Clause } from './alignment.ts';

/** What goes on is called so: 「正对接…」, 「还在打造…」, 「仍在协商」, 「眼下在做方案」. */
const WORK =
  '有序|陆续|积极|持续|加快|稳步|抓紧|进行|进一步|推进|开展|打造|全力|逐步|实施|对接|办|施工|建设|装修|改造|招|洽谈|筹备|组织|谋划|研究|编制|协商|协调|整改|审|处理|核|追|调查|优化|完善|做|封|修|征|拆|谈';
/** 「处于装修改造阶段」 「已进入编制标书阶段」 「正有序推进」 「按序时进度推进」 「正由市检察院审理」 「推进中」 「还在养护。」 */
const UNDER_WAY = new RegExp(
  [
    '正在',
    `(?<![公纠修补真端反校方严指订]|(?<!整)改)正(?=${WORK}|由|处于|序时|按|采|会同|与)`,
    '(?:推进|进行|办理|审理|审查调查|建设|施工|整改|装修|改造)(?:之)?中(?!心|央|学|小|国|标)',
    '按[\\u3400-\\u9fff]{0,4}(?:进度|节点|时序)[\\u3400-\\u9fff]{0,4}(?:推进|实施|进行|开展|在做)',
    '序时(?:进度)?[\\u3400-\\u9fff]{0,4}(?:推进|实施|进行|开展)',
    `(?:眼下|[还仍尚])在(?=${WORK}|$)`,
    '(?:眼下|[还仍尚也])在(?![全省市区前列])(?=[\\u3400-\\u9fff、]{1,8}[,。;]?$)',
    '(?:处于|处在|进入)[^,。;]{0,12}(?:阶段|期)',
  ].join('|'),
  'u',
);
/** 「计划2023年10月底印发」 「拟实施」 「将于年内动建」 「预计年底竣工」 「力争年内投用」 「待审理结果出具后」 「10月底前完成」 */
const PLANNED =
  /(?<!倒排|学习|行动|年度|投资|[类原按])计划(?!$|[,。;、)”》的书表和及与或内中外数总生部倒]|一律|任务|执行|落实|要求|方案|经济|单列|名单|目标|时间|进度|项目|完成情况)|(?<!模)拟(?!定|录用|任|人选|的|》|内)|(?<![即必务])将(?=于|在|由|对|根据|按|继续|持续|通过|进一步|密切|重点|严格|集中|择优|及时|依法(?!必须)|会|\d{4}年|\d{1,2}月|要|完成|开展|建设|推动|推进|促进|组织|启动|重新|再|进行)|预计|预期|估计|(?<!工作)打算|力争|争取|后再|(?:确保|保证|要求)(?=[^,，。]{0,12}(?:到位|完成|投用|竣工))|计划中(?=[,。;]|$)|有望|(?<!核)准备(?!案)|下一步|(?<!委员|常委|[议协大妇例工机社])会(?=继续|持续|进一步|密切|不断|逐步|于)|(?<![等对接招期善看虐优])待(?=[^遇办岗业命人在定])|(?:月底|年底|年内|旬|日|月)前(?!期|往)/u;
/** 「已完成」 「全部清零」 「建成投用」 */
const FINISHED =
  /已(?!有的|启动|着手)|完成(?!率|任务的|时限|后)|(?:完工|办结|竣工|建成|投用)(?!后)|了结|清零|完毕|到位|(?<!(?:推进|推动|促进|助力|加快)[^,。]{0,14})落地|结束|(?<=[\u4e00-\u9fff])了(?!解|结)/u;
/** 「已…」 「完毕」: finished, even beside a word of progress. */
const DONE = /已(?!有的)|完毕/u;
/** A whole task that is over: 「已完成整改」 「均已办结」 「整改到位」; not 「已启动」. */
const FINISHED_TASK =
  /已(?:经|全部|全面|基本|均|都|顺利|如期|提前)?(?:完成|完工|办结|建成|竣工|整改|结束|收回|解决|到位|投用|拆除)|(?:全部|全面|均|都)(?:完成|办结|整改到位|收回|解决)|(?:完成(?!率|任务的|时限)|完工|办结|竣工|建成)(?!后)|清零|完毕|(?<![未没不]|没有)(?:整改|落实)到位/u;
/** What may be restated as 「正在…」: 「加快建设…基地」. */
const GOING_ON = /加快|提速|推进|持续|确保|保证|抓好|继续|启动|落实/u;
/** 「已启动30名…的招录工作」 is no 「已招录30名」. */
const STARTED = /已(?:经|全面|正式)?(?:启动|着手|动工|开工|开建)/u;
/** What may be restated as 「将…」: 「集中力量攻坚,确保尽快整改到位」. */
const INTENDED = /确保|保证|适时|继续|持续/u;

type Stage = 'finished' | 'open' | 'both' | 'neither';

/** Also what only describes: 「正在谋划实施的…等小额工程,均已明确由…」. */
const BRACKETS =
  /[(（][^()（）]*[)）]|拟[\u3400-\u9fff]{2,6}的|正在?(?:谋划|筹划|推进|建设|实施|办理|整改|审理|施工|改造|装修|开展)+的(?![有是为])(?=[\u3400-\u9fff])/gu;

/** Words in brackets qualify, they do not decide: 「正在办理22件26人(已立案未结案)」. */
export function readStage(text: string): Stage {
  const plain = text.replace(BRACKETS, '');
  const open = UNDER_WAY.test(plain) || PLANNED.test(plain);
  if (open) return DONE.test(plain) ? 'both' : 'open';
  return FINISHED.test(plain) ? 'finished' : 'neither';
}

/** Says that something is under way or planned, whatever else is over. */
export function isOpen(text: string): boolean {
  return ['open', 'both'].includes(readStage(text));
}

/** 「判决结果尚未出具」 says it too. */
function leavesOpen(text: string): boolean {
  return isOpen(text) || /[尚暂还仍](?:未|没|无)/u.test(text);
}

/** 「计划以增资入股的方式,推动…投入运营」: what a plan names goes on into the next clause. */
function readSourceStage(clause: Clause, sources: readonly (readonly Clause[])[]): Stage {
  const own = readStage(clause.text);
  const before = sources.find((clauses) => clauses[clause.index] === clause)?.[clause.index - 1];
  const planned =
    own === 'neither' &&
    before?.sentence === clause.sentence &&
    PLANNED.test(before.text) &&
    readStage(before.text) === 'open';
  return planned ? 'open' : own;
}

/** 「力争2024年5月动工,2025年12月底投用」: what a plan names goes on. */
function readOwnStage(text: string, before: string): Stage {
  const own = readStage(text);
  return own === 'finished' && !DONE.test(text) && PLANNED.test(before) && readStage(before) === 'open'
    ? 'open'
    : own;
}

/**
 * @param said the claim's sentence up to this clause: 「面试计划11月进行,10月先开展资格复审」 is planned throughout
 * @param next the clause behind it: 「还剩37个老旧小区,正陆续破除路面」
 */
export function refuteStage(
  clause: Clause,
  said: string,
  next: string,
  aligned: readonly Clause[],
  near: readonly Clause[],
  sources: readonly (readonly Clause[])[],
): string | null {
  const { text } = clause;
  const stages = aligned.map((source) => readStage(source.text));
  const allOpen = stages.every((stage) => stage === 'open');
  const goesOn = GOING_ON.test(text) && aligned.every((source) => !PLANNED.test(source.text));
  if (allOpen && readStage(text) === 'neither' && !goesOn && ![said, next].some(leavesOpen)) {
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
    refuteUnmarked(clause, near) ??
    refuteFinishedObject(text, sources) ??
    refuteUnfounded(text, near)
  );
}

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
  const starts = (source: string): boolean => STARTED.test(source) && !STARTED.test(text);
  const going = aligned.every(
    (source, at) =>
      stages[at] === 'open' ||
      (stages[at] === 'neither' && starts(source.text)) ||
      (whole && stages[at] === 'neither' && GOING_ON.test(source.text) && !isFinishedNext(source, sources)),
  );
  if ((own === 'finished' || own === 'both') && going) {
    return 'says finished where the source says under way or planned';
  }
  const over = aligned.every((source, at) => stages[at] === 'finished' && FINISHED_TASK.test(source.text));
  return own === 'open' && over ? 'says under way or planned where the source says finished' : null;
}

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

/** 「拟出台的政策」 restated as 「出台的政策」: what follows the source's word of stage, without any such word. */
function refuteUnmarked(clause: Clause, near: readonly Clause[]): string | null {
  if (UNDER_WAY.test(clause.text) || PLANNED.test(clause.text) || leavesOpen(clause.text)) return null;
  for (const { text } of near) {
    for (const pattern of [UNDER_WAY, PLANNED]) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const behind = text.slice(match.index + match[0].length);
      const scope = behind.slice(0, /^\d/u.test(behind) ? WINDOW : WINDOW / 2);
      if (scope.length >= WINDOW / 2 && clause.text.includes(scope)) {
        return `states 「${scope}」 which the source says is under way or planned`;
      }
    }
  }
  return null;
}

/** 「已完成装修」 「已招标」: the marker, then what was finished. */
const OBJECT =
  /已(?:经|全部|全面|基本|均|都)?(?:完成|办结|建成)?(?:进行|开展|加快|推进|实施|启动)?(?<object>(?!完工|竣工|建成|投用|整改)[\u3400-\u9fff]{2})/gu;

/** What the claim calls finished and every clause of the sources that names it calls under way or planned. */
function refuteFinishedObject(text: string, sources: readonly (readonly Clause[])[]): string | null {
  const plain = text.replace(BRACKETS, '');
  const behind = [...plain.matchAll(OBJECT)].map((match) => match.groups?.['object'] ?? '');
  // 「已完成由…进行的初核」: what was finished may stand last
  const last =
    readStage(text) === 'finished' && FINISHED_TASK.test(plain)
      ? (/[\u3400-\u9fff]{2}(?=[,。;]?$)/u.exec(plain)?.[0] ?? '')
      : '';
  for (const object of [...behind, last].filter((word) => word !== '' && !FINISHED.test(word))) {
    const naming = sources.flat().filter((source) => source.text.includes(object));
    if (naming.length > 0 && naming.every((source) => readStage(source.text) === 'open')) {
      return `calls 「${object}」 finished, the source calls it under way or planned`;
    }
  }
  return null;
}

/** 「收回被侵占房产53处」: counted, so done. The verb is what stands behind 已 in the claim. */
function countsDone(source: string, text: string): boolean {
  if (!/\d/u.test(source) || readStage(source) !== 'neither') return false;
  const verbs = text.matchAll(/已(?:经|全部|陆续|先后|累计)?(?<verb>[\u3400-\u9fff]{2})/gu);
  return [...verbs].some(({ groups }) => source.includes(groups?.['verb'] ?? '\u0000'));
}

/** A word of stage that nothing around the aligned clauses founds. */
function refuteUnfounded(text: string, near: readonly Clause[]): string | null {
  const planned = PLANNED.test(text);
  const some = (test: (source: string) => boolean): boolean => near.some((source) => test(source.text));
  const names = (source: string): boolean => UNDER_WAY.test(source) || PLANNED.test(source);
  const isOver = (source: string): boolean => ['finished', 'both'].includes(readStage(source));
  const founds = (source: string): boolean =>
    isOver(source) || source.includes('100%') || countsDone(source, text);
  if (!planned && FINISHED_TASK.test(text) && !some(founds)) {
    return 'says finished where the source does not';
  }
  const already = /已(?:经)?(?<verb>加快|推进|持续|继续|积极|跟踪|抓好)/u.exec(text)?.groups?.['verb'];
  if (already !== undefined && !some((source) => source.includes(`已${already}`))) {
    return 'says already where the source does not';
  }
  if (
    UNDER_WAY.test(text.replace(BRACKETS, '')) &&
    !some((source) => names(source) || GOING_ON.test(source))
  ) {
    return 'says under way where the source does not';
  }
  if (planned && !some((source) => names(source) || (/[将会]/u.test(text) && INTENDED.test(source)))) {
    return 'says planned where the source does not';
  }
  return null;
}
