import type { Confidence } from './ledger.ts';

/** A way the genre says that a concrete, finite task is not finished; the clause it matches is the evidence. */
export interface Phenomenon {
  readonly name: string;
  readonly confidence: Confidence;
  /** Tested against one clause. */
  readonly pattern: RegExp;
  /** The same words meaning something else; tested against the clause. */
  readonly unless?: RegExp;
  /** Must hold of the whole sentence. */
  readonly sentence?: RegExp;
  /** Must not hold of the whole sentence. */
  readonly unlessSentence?: RegExp;
}

/** 「正」 as 「正在」, never the 正 of 公正, 纠正, 改正, 修正. */
const UNDERWAY =
  '(?:正在|(?<![公纠改修补真端反校方严指订])正(?=进行|推进|开展|加快|打造|积极|持续|陆续|有序|稳步|抓紧|逐步|全力|办理|处于|对接|协调|进一步|按序时|按照|序时|由|与|筹|谋划|组织|着手|建设|施工|实施|编制|申报|申请|审|履行|等待))';

/**
 * Most explicit first. `UNFINISHED` decides `in_progress`: STATUS_GUIDE.md, 「未完成/正在推进」. Each comment is a real
 * phrase the rule was written for.
 */
export const UNFINISHED: readonly Phenomenon[] = [
  {
    // 「剩余37个老旧小区正陆续加快开展路面破除」「其余正序时推进」「剩余13个项目均可在2023年10月底前完成」「其余5人正在审查调查中」
    name: 'remaining-count',
    confidence: 'certain',
    pattern: /(?:剩余|剩下|其余|余下|尚余|尚有)/u,
    sentence:
      /(?:剩余|剩下|其余|余下|尚余|尚有)[^。;；]*(?:正(?!式|确|常|面|职)|序时|暂未|尚未|未(?:完成|收回|整改|到位)|(?:拟|计划)(?=\d|于|在)|预计|力争|确保|[底日月年]前|陆续|推进)/u,
    // 「其余30名…总体较好,先予以留用」「其余21名…公开招聘」: the rest of a group, each dealt with
    unless: /(?:其余|剩余)\d*(?:余)?[名人位](?![^,，。]*(?:正在|尚未|暂未))|具备/u,
  },
  {
    // 「状元地块正在加快推进封房搬迁」「正进行装修和设备采购」「纠纷案正由市检察院审理」
    name: 'under-way',
    confidence: 'certain',
    pattern: new RegExp(UNDERWAY, 'u'),
    // 「正在谋划实施的…等小额工程,均已明确…」: an attribute of something else that is done
    unless: /正在[^,，。]{0,12}的/u,
  },
  {
    // 「目前整改工作正有序推进中」「调查取证在办理中」
    name: 'under-way',
    confidence: 'certain',
    pattern:
      /(?:推进|办理|审理|审查调查|进行|建设|施工|实施|筹备|编制|整改|洽谈|审批|招标|公示)(?:之)?中[,，。;；)]?$/u,
    unless: /已|完成|过程中/u,
  },
  {
    // 「16个项目按序时进度稳步推进」「土壤污染修复治理项目正按序时进度推进」
    name: 'on-schedule',
    confidence: 'certain',
    pattern: /(?:按|按照)?序时(?:进度)?[^,，。]{0,6}(?:推进|进行|实施|建设)/u,
    unless: /超序时|细化|倒排序时/u,
  },
  {
    // 「剩余8处房产暂未收回」「暂无法进行改造」「尚未下达…任务」
    name: 'not-yet',
    confidence: 'certain',
    pattern:
      /(?:尚未|暂未|仍未|还未|未能如期)(?=完成|收回|整改|办结|落实|启动|开工|动工|拆除|建成|到位|竣工|解决|处置|结案|缴|退|腾|搬迁|签约|出台|印发|下达|投用|移交|验收|进行|改造|取得|获批|批复|开展)|暂无法|暂不具备|尚需|仍需|还需/u,
    // 「对历年开展尚未完成结算的项目」: an attribute
    unless: /(?:尚未|暂未|仍未|还未)[^,，。]{0,10}的/u,
  },
  {
    // 「待养护完成后安装钢引桥」「待判决结果出具后」「待中央批复后」「需待审理结果出具后再行推进」
    name: 'awaiting',
    confidence: 'certain',
    pattern: /(?<![等对接招期善看虐优])待(?!遇|办|岗|业|命|人|在|定)[^,，。]{2,24}(?:后|之后|再)/u,
  },
  {
    // 「已重新修订《…办法》初稿,计划2023年10月底印发实施」「征求意见稿」
    name: 'draft',
    confidence: 'likely',
    pattern: /初稿|征求意见稿|送审稿|(?:正|已)[^,，。]{0,4}征求[^,，。]{0,12}意见$/u,
    unlessSentence: /(?:正式)?(?:印发|出台|下发)(?!实施)(?=《|了|并)/u,
  },
  {
    // 「计划2023年10月16日开标」「计划以增资入股的方式,推动社会福利中心运营」「我区计划通过外部交流学习…」
    name: 'plan',
    confidence: 'certain',
    pattern:
      /(?:^|[,，:：]|我[区市县省]|[区局街道办司团位门校院]|并|也|均|目前|已|现|初步)(?:计划|拟)(?=\d|[一二两三四五六七八九十]{1,3}月|于|在|通过|以|到|年内|年底|明年|今年|本月|下月|近期|开展|启动|实施|建设|推进|印发|出台|完成|对|将)/u,
    unless: /(?:行动|学习|年度|投资|工作|改造|倒排|清单|谋划|原|按|列入)计划/u,
  },
  {
    // 「力争年内投用」「力争早日获市政府批准启动征收」「争取2024年上半年完工」
    name: 'striving',
    confidence: 'certain',
    pattern: /力争|争取(?=在|于|年|早日|尽快|尽早|\d{4}年|\d{1,2}月)|有望(?=在|于|年|早日|\d)/u,
    // 「力争招引更多高潜力、高成长性企业落地」: an aim without an end
    unless: /力争(?:招引)?(?:更多|更好|更大|做到|实现更|不断|形成)/u,
  },
  {
    // 「大厦预计2023年年底整体竣工」「预计2025年秋季投入使用」
    name: 'forecast-of-task',
    confidence: 'certain',
    pattern:
      /预计[^,，。]*(?:竣工|完工|投用|投入使用|建成|完成|交付|开工|动工|启动|开业|运营|印发|出台|落地|验收|进场|通车|开放|到位)/u,
    // 「预计全年纳税达1000万元」「预计比增10%」: forecasts that are no tasks
    unless: /预计(?:全年)?[^,，。]{0,10}(?:销售|纳税|产值|营收|增长|比增|收入|规模|增幅)/u,
  },
  {
    // 「已在…网上实施采购,现已进入编制标书阶段」「现已进入公告发布与报名阶段」
    name: 'at-stage',
    confidence: 'certain',
    pattern: /(?:进入|处于|转入)[^,，。]{0,16}阶段/u,
    unless: /新(?:的)?阶段|新发展阶段/u,
  },
  {
    // 「下一步,我区将根据中央部署…」「后续立即启动全过程工程咨询招标程序」「我区将持续跟踪并全力推进问题整改」
    name: 'next-step',
    confidence: 'likely',
    pattern:
      /(?:下一步|下一阶段|下阶段|接下来|后续)[^。]*(?:将|启动|推进|完成|开展|落实)|(?:^|[,，]|我[区市县省局]|委|部|局|街道|公司|集团|经合社|并|也)将(?:继续|持续|根据|按照|密切|尽快|重点|全力|积极|依法依规|适时)/u,
    // intent without a task: 「后续将继续加大对市民重点投诉问题整治查处力度」「进一步丰富课程体系」
    unless:
      /后续(?:处置|整改|跟踪|监督|监管|管理|服务|工作|新增|表现|评估|进展)|加大[^,，。]*力度|丰富|提升|深化|强化|完善/u,
  },
  {
    // 「区委第三轮巡察发现6家被巡察单位…,将重点督促抓好整改」「全力追缴未退款项」
    name: 'open-remainder',
    confidence: 'likely',
    pattern: /(?:追缴|清退|清收|追回|催收|收回)未[^,，。]{0,4}(?:款|退|缴)/u,
  },
  {
    // 「推动相关单位尽快整改到位」「抓好156项问题整改工作,确保按时整改到位」
    name: 'to-be-rectified',
    confidence: 'unsure',
    pattern: /(?:尽快|抓紧|按时|按期|如期)[^,，。]{0,6}(?:整改|完成|销号|清退|到位)/u,
    unless: /已|均/u,
  },
  {
    // 「依法推进395宗违建处置」「提速51个老旧小区改造进度」: a counted whole being worked on, no word that it is done
    name: 'counted-pursuit',
    confidence: 'likely',
    pattern:
      /(?:推进|推动|加快|提速|开展)\d+(?:个|宗|处|项|户|栋|条)[^,，。]{0,14}(?:处置|整改|改造|提升|建设|清理|进度)/u,
    unless: /已|完成|全部/u,
  },
  {
    // 「179个城市更新品质提升项目加快实施」「加快建设“连家船民上岸点”新思想实践基地」「加快施工进度」
    name: 'speeding-up',
    confidence: 'unsure',
    pattern:
      /(?:加快|提速|全力|加紧|抓紧)(?:推进|推动|促进|建设|实施|打造)?[^,，。]{0,36}(?:项目|工程|基地|展示馆|地块|征迁|征收|施工|建设|改造|结算|装修|搬迁)/u,
    unless:
      /(?:工作|机制|体系|制度|效能|领域|审批)|^为|加快(?:办理|推进)[^,，。]{0,10}(?:审|件)|(?:部门|单位)加快|等项目$/u,
    unlessSentence: /已(?:全部|全面)?(?:完成|建成|竣工|完工|投用)|建设完工|召开[^。]*会议/u,
  },
];
