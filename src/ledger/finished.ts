/**
 * Words by which a clause reports a discrete finished action: 「印发《…》」「召开9次」「立案57件64人」「已全部办结」.
 * Weight 2 where the words alone say so, 1 where a count or date beside an action says so.
 */
const DONE =
  /(?<!未|待|年)已|已经|完成(?!率|任务的|时限|情况|不)|办结|了结|清零|印发|出台|制定|制订|修订|下发|转发|发布|发出|召开|举办|举行|组建|成立|设立|建立[^,，。]{0,20}(?:制度|机制|台账|清单|群|专班|组)|建成|开展[^,，。]{0,30}(?:\d|次|场)|累计|立案|查处|给予|处分|通报|约谈|处理|诫勉|追缴|收回|清退|拆除|培训|挂牌|加挂|开工|竣工|投用|入选|获评|获得|推出|发放|拨付|招聘|招录|录用|引进|审议通过|纳入|列入|整改到位|接访|走访|接待|受理|评选|表彰|签订|免去|调整为|取消|撤销|上线|推送|拍摄|选派|提拔|核查|排查出|共发现|发现[^,，。]{0,24}问题\d/u;

/** 「2023年9月20日」「7月以来」: the action is dated. */
const DATED = /\d{4}年\d{1,2}月|\d{1,2}月\d{1,2}日|以来|截至|期间|近期|先后/u;

/** 「20场」「3500多名」「1754.83万元」: the action is counted. */
const COUNTED =
  /\d[\d.,]*(?:余|多)?[万亿]?(?:场|次|件|人|名|个|项|条|家|处|户|元|起|篇|份|期|批|轮|宗|平方米|公里|栋|套|%|部|辆|吨)/u;

/**
 * A standing practice without an end: 「每月定期…巡检」「持续加大…力度」「常态化监督检查」「坚持考用结合」「认真执行…规则」.
 */
const STANDING =
  /常态化|长效|持续|坚持|定期|不定期|不断|始终|每[年月周日季]|每半年|每季度|一律|坚决(?!予以)|严格|认真(?:执行|落实|履行)|牢固树立|牢牢|切实|强化|加强|深化|加大|压实|严把|落实|督促|引导|鼓励|动态(?:管控|管理|监测)|确保|严禁|杜绝|防止|注重|规范|健全|完善|优化|提升|推动|发挥|结合/u;

/** How strongly one clause reports something done (0–3) and whether it describes a standing practice. */
export interface Leaning {
  readonly done: number;
  readonly standing: boolean;
}

export function weighClause(clause: string): Leaning {
  const done = (DONE.test(clause) ? 1 : 0) + (COUNTED.test(clause) ? 1 : 0) + (DATED.test(clause) ? 1 : 0);
  return { done, standing: STANDING.test(clause) };
}
