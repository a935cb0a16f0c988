import type { Bulletin } from '../bulletin/bulletin.ts';

/**
 * Where the genre says that names are companies: 「赴永荣控股、新中冠等辖区重点平台经济企业」, 「加大对朴朴等新零售龙头企业」,
 * 「新中冠旗下极客严选」.
 */
const LISTED =
  /(?:对接|赴|对|与|向|支持|引进|走访|引导|指导)(?<names>[\u4e00-\u9fffA-Za-z]{2,6}(?:、[\u4e00-\u9fffA-Za-z]{2,6}){0,4})等(?:[\u4e00-\u9fff]{0,10})(?:企业|公司)/gu;
const BRAND =
  /(?<owner>[\u4e00-\u9fff]{2,4})旗下(?:品牌)?(?<brand>[\u4e00-\u9fff]{3,5}?)(?=已|实现|纳统|通过|累计|、|,|，|。)/gu;
const COMPANY_KINDS = ['电商', '科技', '集团', '公司', '商贸', '物流'];
const GENERIC = /^(?:相关|有关|重点|部分|多家|国有|民营|龙头|平台|服务|帮扶|企业|行业)/u;

/** Short names of companies the bulletin introduces as such, without their type word. */
export function learnCompanies(bulletin: Bulletin): string[] {
  const names = new Set<string>();
  for (const unit of bulletin.units) {
    for (const match of unit.text.matchAll(LISTED)) {
      for (const name of (match.groups?.['names'] ?? '').split('、'))
        if (!GENERIC.test(name)) names.add(name);
    }
    for (const match of unit.text.matchAll(BRAND))
      if (match.groups?.['brand']) names.add(match.groups['brand']);
  }
  // 朴朴 → 朴朴电商
  const longer = [...names].flatMap((name) => COMPANY_KINDS.map((kind) => name + kind));
  return [...names, ...longer];
}
