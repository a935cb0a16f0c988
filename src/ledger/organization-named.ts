// type word (街道, 社区, 公司, 经合社, 领导小组) → words to its left → cut at the last word that belongs to no name
import type { Span } from '../text/span.ts';

const HAN = '\\u4e00-\\u9fff';
interface NamedType {
  /** Type word with what may follow it inside the name. */
  readonly pattern: RegExp;
  /** Longest and shortest proper name in front, in characters. */
  readonly most: number;
  readonly least: number;
}

const NAMED: readonly NamedType[] = [
  // 洋中街道, 鳌峰街道党工委, 上海街道办事处, 洋中街道金斗社区
  {
    pattern: new RegExp(
      `街道(?:党工委|办事处|人大工委|纪工委|城管中队|财政所|营商环境办|[${HAN}]{2,4}?社区(?!治理|建设|书记|工作))?(?!办公)`,
      'gu',
    ),
    most: 2,
    least: 2,
  },
  // 瀛东社区, 苍霞新城社区, 金斗社区居委会
  { pattern: /社区(?:居委会|党委|党总支)?(?!卫生服务中心|医院)/gu, most: 4, least: 2 },
  // 福州靠谱之宝公司, 厦门均达房地产资产咨询评估有限公司, 乐呵集团, 永荣控股
  {
    pattern: /(?:集团)?(?:有限责任|股份有限|有限)公司|公司|集团|控股|银行|律师事务所|事务所/gu,
    most: 22,
    least: 2,
  },
  // 红旗经合社, 祥坂经合社, 省律师协会
  { pattern: /经合社|经济合作社|协会|商会/gu, most: 6, least: 2 },
  // 整改专项小组, 意识形态专项组, “1234”工作机制领导小组, 国有(集体)房产清理工作小组
  {
    pattern: /领导小组(?:办公室)?|专项小组|工作小组|专项组|督导组|督查组|专班|联席会议|指挥部/gu,
    most: 24,
    least: 2,
  },
];

/** Verbs, prepositions and titles in front of a name; the name starts behind the last of them. */
const STOP = new RegExp(
  `^.*(?:组织(?!人事)|成立|组建|由|会同|委托|聘请|邀请|指导|引导|督促|推动|推进|打造|对接|前往|带队|赴|协调|支持|业主方|业主单位|代建单位|责任单位|原|时任|现任|下属|所属|旗下|局属|通过|建立|完善|` +
    `抽调|抽取|设立|下设|深入|联系|依托|吸引|针对|关于|责成|以及|其中|比如|加强|加大|强化|召开|开展|履行|作为|参加|列席|担任|依据|根据|按照|参照|结合|接管|进驻|` +
    `[与及由在对将把被等于的了各该向从至到给让和为]|分别|已|还|并|进行|会上|目前)(?=.)`,
  'su',
);
/** What is no proper name although it stands where one could: 各街道, 属地街道, 精品社区, 下属公司, 工作专班. */
const COMMON =
  /^(?:全区|我区|各区|各|属地|所在|相关|有关|所有|部分|包街|挂钩|挂钩联系|挂点|联系|辖区|本|该|十|十个|两个|多个|上述|各个|试点|精品|星级|完整|达标|先进|城市|农村|老旧|智慧|新|和谐|美丽|平安|居家|街|街道|区直|每个|医|学|学校|机关|企业|国有|集体|民营|股份|房产|建设|代建|施工|监理|业主|设计|物业|评估|第三方|二级|一级|子|分|母|总|下属|所属|属|直属|局属|国企|专业|相应资质|建筑|相关建筑|教育|学科|成员|跨|工作|个|各工作|整改|专项|集中|巡视|政府|党委|区域|基层|现代|市属|区属|有限|上市|投资|科技|重点|龙头|知名|头部|平台|大型|关于|书记|主任)$/u;

/** Bodies named by type word and proper name, as spans of `text`. */
export function findNamed(text: string): Span[] {
  const spans: Span[] = [];
  for (const { pattern, most, least } of NAMED) {
    for (const match of text.matchAll(pattern)) {
      const start = nameStart(text, match.index, most, least);
      if (start !== null) spans.push({ start, end: match.index + match[0].length });
    }
  }
  return spans;
}

function nameStart(text: string, typeAt: number, most: number, least: number): number | null {
  const from = Math.max(0, typeAt - most);
  const window = text.slice(from, typeAt);
  const open = openPart(window);
  const name = open.replace(STOP, '');
  if (name.length < least || COMMON.test(name) || /^[\d一二三四五六七八九十]+[个家条支类]?$/u.test(name))
    return null;
  if (/[\d]/u.test(name) && !/“/u.test(name)) return null;
  return typeAt - name.length;
}

/** The part of the window a name may reach into: closed quotes and brackets belong to it, other marks end it. */
function openPart(window: string): string {
  let at = window.length;
  while (at > 0) {
    const char = window.charAt(at - 1);
    if (/[\u4e00-\u9fffA-Za-z0-9]/u.test(char)) {
      at -= 1;
      continue;
    }
    const opening = char === '”' ? '“' : /[)）]/u.test(char) ? '(' : null;
    const open = opening === null ? -1 : window.lastIndexOf(opening, at - 1);
    if (open < 0 || at - open > 14) break;
    at = open;
    if (opening === '“') break;
  }
  return window.slice(at);
}
