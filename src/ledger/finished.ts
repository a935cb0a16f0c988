/**
 * Words by which a clause reports a discrete finished action: 「印发《…》」「召开9次」「立案57件64人」「已全部办结」「设计单位…
 * 均采用公开招投标选定」「推动全区各单位建章立制92项」.
 */
const DONE =
  /(?<![未待年])已(?!有的)|完成(?!率|任务的|时限|情况|不|后)|办结|了结|清零|印发|重申|出台|制定(?!的)|制订|修订|下发|转发|发布|发出|审议通过|研究通过|召开|举办|举行|组建|成立|设立|建立[^,，。]{0,24}(?:台账|清单|群|专班|组|库)|建成|累计|立案|查处|给予|处分|通报|约谈|处理|诫勉|提醒谈话|谈话提醒|批评教育|追缴|收回|清退|拆除|挂牌|加挂|开工|竣工|投用|入选|获评|获得|推出|发放|拨付|招聘|招录|录用|引进|审核把关|带队|赴|整改到位|接访|接待|受理|表彰|签订|免去|调整为|取消|撤销|上线|推送|拍摄|选派|提拔|排查出|发现[^,，。]{0,30}问题\d|判处|移送|选定|委托|聘请|确定|决定|撰写|创作|列席|评审|建章立制|开展[^,，。]{0,30}(?:培训|专项|回头看|自查|督查|检查|调研|巡察|清理|督导)/u;

/** 「2023年9月20日」「7月以来」「先后」: the action is dated; a clause of its own dates the next one. */
const DATED = /\d{4}年\d{1,2}月|\d{1,2}月\d{1,2}日|以来|截至|至今|期间|近期|先后/u;

/** 「20场」「3500多名」「1754.83万元」「16次」: the action is counted. */
const COUNTED =
  /\d[\d.,]*(?:余|多)?[万亿]?(?:余|多)?(?:场|次|件|人|名|个|项|条|家|处|户|元|起|篇|份|期|批|轮|宗|平方米|公里|栋|套|%|部|辆|吨)/u;

/**
 * A standing practice without an end: 「每月定期对…102家养老服务机构进行全覆盖线上巡检」「持续加大…力度」「常态化监督检查」「坚持考用结合」
 * 「认真执行区委常委会议事规则」「一律不予批准用编」.
 */
const STANDING =
  /常态化|长效|持续|坚持|定期|不断|始终|每[年月周日季]|每半年|一律|严格(?:按照|执行|落实|遵守|规范|程序|选任|招聘)|严[禁抓把控防]|认真(?:执行|落实|履行)|牢固树立|牢牢|坚决|切实(?:履行|扛起|担负)|动态(?:管控|管理|监测)|实时|及时(?:跟踪|掌握|提醒|发现)|日常|今后|优先|适时/u;

/** 「进一步压实…责任」「加强…」「不断提升…」: general intent, counts little beside a finished action. */
const INTENT =
  /强化|加强|深化|加大|压实|督促|引导|鼓励|确保|杜绝|防止|注重|规范|健全|完善|优化|提升|推动|发挥/u;

/** How strongly one clause reports something done, and how strongly it describes a standing practice. */
export interface Leaning {
  readonly done: number;
  readonly standing: number;
}

/** @param before the text of the clause before it in the sentence, which may carry the date */
export function weighClause(clause: string, before: string): Leaning {
  const acts = DONE.test(clause);
  const dated = DATED.test(clause) || (DATED.test(before) && before.length < 24);
  const done = acts
    ? 1 + (COUNTED.test(clause) ? 0.5 : 0) + (dated ? 0.5 : 0)
    : COUNTED.test(clause)
      ? 0.5
      : 0;
  const standing = STANDING.test(clause) ? 1 : INTENT.test(clause) && !acts ? 0.25 : 0;
  return { done, standing };
}
