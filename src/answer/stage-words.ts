// words of stage in a clause → finished, open (under way or planned), both, neither

/** What goes on is called so: 「正对接…」, 「还在打造…」, 「仍在协商」, 「眼下在做方案」. */
const WORK =
  '有序|陆续|积极|持续|加快|稳步|抓紧|进行|进一步|推进|开展|打造|全力|逐步|实施|对接|办|施工|建设|装修|改造|招|洽谈|筹备|组织|谋划|研究|编制|协商|协调|整改|审|处理|核|追|调查|优化|完善|跟踪|督促|推动|联动|调度|做|封|修|征|拆|谈';
/** 「都在加快实施」, 「也在引导开展」; not 「都在整改方案里」. */
const ALSO_AT_WORK = `[也都均皆]在(?![\\u3400-\\u9fff]{2}(?:方案|工作|期|会|范围|台账|清单|中))[\\u3400-\\u9fff]{0,2}(?:${WORK})`;
/** 「处于装修改造阶段」 「已进入编制标书阶段」 「正有序推进」 「按序时进度推进」 「正由市检察院审理」 「推进中」 「还在养护。」 */
export const UNDER_WAY = new RegExp(
  [
    '正在',
    `(?<![公纠修补真端反校方严指订]|(?<!整)改)正(?=${WORK}|由|处于|序时|按|采|会同|与)`,
    // not 「推进中遇到的困难」, 「通报件办理中查出问题3个」: in the course of it
    '(?:推进|进行|办理|审理|审查调查|建设|施工|整改|装修|改造)(?:之)?中(?=[,。;:、)的]|\\d|$)',
    '按[\\u3400-\\u9fff]{0,4}(?:进度|节点|时序)[\\u3400-\\u9fff]{0,4}(?:推进|实施|进行|开展|在做)',
    '序时(?:进度)?[\\u3400-\\u9fff]{0,4}(?:推进|实施|进行|开展)',
    `(?:眼下|[还仍尚])在(?=${WORK}|$)`,
    ALSO_AT_WORK,
    '(?:眼下|[还仍尚])在(?![全省市区前列])(?=[\\u3400-\\u9fff、]{1,14}[,。;:]?$)',
    // not 「进入第5期…培训班」
    '(?:处于|处在|进入)[^,。;]{0,12}(?:阶段|(?<!\\d)期)',
  ].join('|'),
  'u',
);
/** 「也在引导开展」 says no more than that it is done these days: 「引导…开展工作」. */
export const AT_WORK = new RegExp(ALSO_AT_WORK, 'u');
/** 「计划2023年10月底印发」 「拟实施」 「将于年内动建」 「预计年底竣工」 「力争年内投用」 「待审理结果出具后」 「10月底前完成」 */
export const PLANNED =
  /(?<!倒排|学习|行动|年度|投资|[类原按])计划(?!$|[,。;、)”》的书表和及与或内中外数总生部倒]|一律|任务|执行|落实|要求|方案|经济|单列|名单|目标|时间|进度|项目|完成情况)|(?<![模原])拟(?!定|录用|任|人选|的|》|内)|(?<![即必务])将(?=(?:督促|加大|加强|深化|探索|强化|巩固|协调|引导|指导|支持|鼓励|组织|开展|建设|推动|推进|促进|完成)(?![^,。;]*(?:纳入|列入|作为|归入|抄送|结合))|跟踪|配合|于|在|由|对|根据|按|继续|持续|通过|进一步|密切|重点|严格|集中|择优|及时|依法(?!必须)|会|\d{4}年|\d{1,2}月|要|启动|重新|再|进行)|预计|预期|估计|(?<!工作)打算|力争|争取|(?<!原|本来|原先|原本)定[在于](?=\d|[今明]年)|后再|(?:确保|保证|要求)(?=[^,，。]{0,12}(?:到位|完成|投用|竣工))|计划中(?=[,。;]|$)|有望|(?<!核)准备(?!案)|下一步|接下来|往后|目标(?:是|为|:)(?=[^,。;]{0,4}\d)|(?:[要需得须]|(?<=^|[,;。:]))等(?=[^,。;]{1,14}(?:后|才|再))|(?<!委员|常委|[议协大妇例工机社])会(?=继续|持续|进一步|密切|不断|逐步)|(?<![等对接招期善看虐优])待(?=[^遇办岗业命人在定])|(?:月底|年底|年内|旬|(?<=\d)[日月])前(?!期|往)/u;
/** 「已完成」 「全部清零」 「建成投用」 */
export const FINISHED =
  /已(?!有的|启动|着手|(?:经|全面|正式)?(?:启动|着手|开始))|完成(?!率|任务的|时限|情况|后)|(?:完工|办结|竣工|建成|投用)(?!后)|了结|清零|完毕|(?<!尽快[^,。]{0,6})到位|(?<!(?:推进|推动|促进|助力|加快)[^,。]{0,14})落地(?!工作|事宜|事项|一事)|结束|(?<=[做办改谈装修审查建走交发])完(?![成善整全备])|有了?(?:结论|结果)|(?<=[\u4e00-\u9fff])了(?!解|结)/u;
/** 「还没竣工」, 「尚未批准征收」: finished is denied; not 「未办结的线索」, which only describes. */
const UNFINISHED =
  /(?:未|没有?)(?:能|被|曾|全部|正式)?[\u3400-\u9fff]{0,3}?(?:完成|完工|办结|竣工|建成|投用|投入使用|开业|结束|了结|结案|到位|落地|收回|解决|印发|[\u3400-\u9fff](?:好|完(?!成|工|毕)))(?![\u3400-\u9fff]{0,8}的|[率期])/gu;
/** 「对未完成的整改事项」 finishes nothing. */
const DESCRIBED =
  /未(?:能|曾|全部|按期|按时)?(?:完成|办结|完工|竣工|建成|落地|到位|结束)[\u3400-\u9fff]{0,4}的/gu;
/** 「已…」 「完毕」: finished, even beside a word of progress; not 「已进入编制标书阶段」. */
export const DONE = /已(?!有的|经?(?:进入|处于|转入|到)[^,;。]{0,12}阶段)|完毕/u;
/** A whole task that is over: 「已完成整改」 「均已办结」 「整改到位」; not 「已启动」. */
export const FINISHED_TASK =
  /已(?:经|全部|全面|基本|均|都|顺利|如期|提前)?(?:完成|完工|办结|建成|竣工|整改|结束|收回|解决|到位|投用|拆除)|(?:全部|全面|均|都)(?:完成|办结|整改到位|收回|解决)|(?:完成(?!率|任务的|时限|情况)|完工|办结|竣工|建成)(?!后)|清零|完毕|(?<![未没不]|没有|尽快)(?:整改|落实)到位/u;
/** What may be restated as 「正在…」: 「加快建设…基地」. */
export const GOING_ON = /加快|提速|推进|持续|确保|保证|抓好|继续|启动|落实/u;
/** What may be restated as 「也在…」, 「都在…」. */
export const CONTINUOUS = new RegExp(
  `${GOING_ON.source}|引导|指导|推动|加强|深化|开展|组织|鼓励|支持|督促`,
  'u',
);
/** 「已启动30名…的招录工作」 is no 「已招录30名」. */
export const STARTED = /已(?:经|全面|正式)?(?:启动|着手|动工|开工|开建|开始)|开始/u;
/** Speaks of what is to come: 「今后要报党组会研究」, 「10月底前要办完」. */
export const TO_COME =
  /今后|往后|接下来|下一步|后续|[也还都]会(?!议)|才[能会可]|(?<![重主需紧必只首求想不简纲摘概])要(?![求点素害闻员是么件务约领职案塞道目闻])/u;
/** What is to be done each time, and so from now on: 「每个…项目需报局党组会研究」. */
export const NORMATIVE = /每[年月季周半]|定期|需|须|应(?![急用对聘届])|要求|严格|不得|严禁|今后|坚决/u;
/** What may be restated as 「将…」: 「集中力量攻坚,确保尽快整改到位」. */
export const INTENDED = /确保|保证|适时|择期|另行|继续|持续/u;

export type Stage = 'finished' | 'open' | 'both' | 'neither';

/** Also what only describes: 「正在谋划实施的…等小额工程,均已明确由…」. */
export const BRACKETS =
  /[(（][^()（）]*[)）]|拟[\u3400-\u9fff]{2,6}的(?!是)|正在?(?:谋划|筹划|推进|建设|实施|办理|整改|审理|施工|改造|装修|开展)+的(?![有是为])(?=[\u3400-\u9fff])/gu;

/** Words in brackets qualify, they do not decide: 「正在办理22件26人(已立案未结案)」. */
export function readStage(text: string): Stage {
  const plain = text.replace(BRACKETS, '');
  const done = cutUnfinished(plain);
  const open = namesOpen(plain) || done !== plain;
  if (open) return DONE.test(done) ? 'both' : 'open';
  return FINISHED.test(cutDescribed(plain)) ? 'finished' : 'neither';
}

/** The text without what it says is not finished. */
export function cutUnfinished(text: string): string {
  return text.replace(UNFINISHED, '');
}

/** The text without what it only describes as not finished. */
export function cutDescribed(text: string): string {
  return text.replace(DESCRIBED, '');
}

/** Prints a word for what is under way or planned. */
export function namesOpen(text: string): boolean {
  return UNDER_WAY.test(text) || PLANNED.test(text);
}

/** Says that something is under way or planned, whatever else is over. */
export function isOpen(text: string): boolean {
  return ['open', 'both'].includes(readStage(text));
}

/** 「判决结果尚未出具」 says it too. */
export function leavesOpen(text: string): boolean {
  return text.split(/(?<=[,;:。])/u).some(leavesClauseOpen);
}

function leavesClauseOpen(text: string): boolean {
  return (
    isOpen(text) ||
    TO_COME.test(text) ||
    /在[\u3400-\u9fff]{2,4}[,。;]?$/u.test(text) ||
    // 「改建目标:2025年3月动工」
    /(?:目标|计划|打算|安排)(?:是|为)?:$/u.test(text) ||
    // 「吊装、焊接中」
    /(?<!工作|清单|过程|项目|名单|方案|范围|[其集当之期心])中[,。;]?$/u.test(text) ||
    /[尚暂还仍](?:未|没|无)/u.test(text)
  );
}
