// type word (街道, 社区, 公司, 经合社, 领导小组) → words to its left → proper name without verbs and titles → span
import type { Span } from '../text/span.ts';
import { cutName, openPart } from './name-boundary.ts';

const HAN = '\\u4e00-\\u9fff';
interface NamedType {
  /** Type word with what may follow it inside the name. */
  readonly pattern: RegExp;
  /** Longest proper name in front, in characters. */
  readonly most: number;
  /** What stands there without naming one body: 各, 属地, 精品, 下属. */
  readonly common: RegExp;
}

const NAMED: readonly NamedType[] = [
  // 江城靠谱之宝公司, 厦门均达房地产资产咨询评估有限公司, 乐呵集团, 永荣控股, 上海建纬(江城)律师事务所
  {
    pattern:
      /(?:集团)?(?:有限责任|股份有限|有限)公司|公司|集团(?!成员|品牌|化|军)|控股(?!企业)|银行(?!卡)|事务所/gu,
    most: 22,
    common:
      /^(?:其|本|各|子|分|母|总|国有|集体|民营|股份|房产|建设|代建|施工|监理|业主|设计|物业|评估|第三方|二级|一级|教育|学科|紧密型教育|建筑|专业|资产|有限|上市|投资|科技|重点|知名|头部|平台|大型|供应链|供应链子|内容|企业|所属二级|建筑施工)$|子$|内容$/u,
  },
  // 红旗经合社, 祥坂经合社, 省律师协会, 招标协会
  {
    pattern: /经合社|经济合作社|协会(?!会议)|(?<!会)商会/gu,
    most: 6,
    common: /^(?:社区|股份|各|村|行业|相关)$|、/u,
  },
  // 整改专项小组, 意识形态专项组, “1234”工作机制领导小组, 国有(集体)房产清理工作小组
  {
    pattern:
      /领导小组(?:办公室)?|专项小组|工作小组|专项组|督导组|督查组|专班|联席会议(?!制度)|指挥部(?!\+|设置)/gu,
    most: 26,
    common:
      /^(?:工作|各|跨|专项|项目|专门|大|四大|个|一人一|每个|工作推进|集中|相应|临时|干部监督|整改工作推进)$|跨$|[\d一二三四五六七八九十]+[个项]|各$|一人一$/u,
  },
];

/** Streets and communities have short names, found by their neighbourhood: see `findStreets`. */
const STREET = new RegExp(
  `([${HAN}]{2})街道(?:党工委|办事处|人大工委|纪工委|城管中队|财政所|(?:(?![、，和及与]|街道)[${HAN}]){2,4}?社区(?:居委会|党委)?(?!治理|建设|工作|养老))?`,
  'gu',
);
const COMMUNITY = new RegExp(
  `([${HAN}]{2,4}?)社区(?:居委会|党委|党总支)?(?!卫生服务|医院|养老|党组织|书记和)`,
  'gu',
);
const NO_STREET =
  /[各和及与的等由向对给为]|[条街]$|属地|所在|相关|有关|挂钩|联系|包街|实现|十个|其他|部分|全区|我区|辖区|机关|部门|单位|责人/u;
/** What may stand right in front of a street's or community's name. */
const CLEAN_LEFT =
  /(?:^|[^\u4e00-\u9fff]|[由对在向和及与赴为将给至从]|时任|原|[省市区县]|街道|推进|组织|指导|针对|涉及|学习|属地|责任单位)$/u;

/** Bodies named by type word and proper name, as spans of `text`. */
export function findNamed(text: string): Span[] {
  const spans: Span[] = [...findStreets(text), ...findCommunities(text)];
  for (const { pattern, most, common } of NAMED) {
    for (const match of text.matchAll(pattern)) {
      const before = openPart(text.slice(Math.max(0, match.index - most), match.index));
      const name = cutName(before)?.replace(/^(?:19|20)\d{2}年(?=.{2})/u, '') ?? null;
      // 学习江城八中教育集团紧密型教育集团的管理模式: a group inside a group's name is a name of its own
      if (
        name === null ||
        (match[0] === '集团' && name.includes('集团')) ||
        common.test(name) ||
        hasLooseNumber(name)
      )
        continue;
      spans.push({ start: match.index - name.length, end: match.index + match[0].length });
    }
  }
  return spans;
}

/** 青禾区2023年旧屋区改造…指挥部 keeps its year; other digits outside quotes count something. */
function hasLooseNumber(name: string): boolean {
  return /\d/u.test(name.replace(/(?:19|20)\d{2}年|“[^”]*”/gu, ''));
}

/** 柳桥街道, 石鼓街道党工委, 柳桥街道金斗社区: two characters, at a clean left edge or met in this text before. */
function findStreets(text: string): Span[] {
  return [...text.matchAll(STREET)].flatMap((match) => {
    const name = match[1] ?? '';
    const clean = CLEAN_LEFT.test(text.slice(Math.max(0, match.index - 4), match.index));
    if (NO_STREET.test(name) || (!clean && text.split(`${name}街道`).length < 3)) return [];
    return [{ start: match.index, end: match.index + match[0].length }];
  });
}

/** 瀛东社区、柳桥新城社区: in a row of communities, behind a district or a title (鼓楼区凤湖社区, 时任凤凰社区工作人员). */
function findCommunities(text: string): Span[] {
  return [...text.matchAll(COMMUNITY)].flatMap((match) => {
    const whole = openPart(text.slice(Math.max(0, match.index - 6), match.index) + (match[1] ?? ''));
    const name = whole.replace(/^.*(?:[省市区县]|街道|时任|原)(?=.{2})/su, '');
    const start = match.index + (match[1] ?? '').length - name.length;
    const end = match.index + match[0].length;
    const proper = cutName(name);
    if (proper === null) return [];
    const at = start + name.length - proper.length;
    const titled = /(?:[省市区县]|街道|时任|原)$/u.test(text.slice(0, at));
    const inRow =
      /社区、$/u.test(text.slice(0, at)) || new RegExp(`^、[${HAN}]{2,4}社区`, 'u').test(text.slice(end));
    const common = /^(?:精品|星级|试点|完整|达标|先进|街道|城市|农村|智慧|全区|机关|企业|学校)$/u.test(
      proper,
    );
    return (titled || inRow) && !common && proper.length <= 4 ? [{ start: at, end }] : [];
  });
}
