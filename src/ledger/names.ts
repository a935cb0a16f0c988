// text → “…” and words that end like a project or place → those named repeatedly → units that hold them
import type { Bulletin, Unit, UnitId } from '../bulletin/bulletin.ts';
import type { Ledger } from './ledger.ts';
import { cutName, openPart } from './name-boundary.ts';

/** How projects and places of the genre end: 红星小学, 状元地块, 恒大天璟二期, 南公河口街区, 青禾数智港, 供应链平台经济产业园. */
const ENDING =
  /小学(?!生|学位)|中学(?![习生])|(?<=[一二三四五六七八九十])中(?=新|扩|改|$)|幼儿园|附中|(?<!社区)医院|福利中心|审执中心|展示中心|体验中心|活动中心|文体中心|数据中心|地块|小区|新村|新苑|新城|公寓|街区|步行街|大街|大道|夜市|广场|商圈|产业园|创业园|示范园|园区|公园|大厦|大楼|生活馆|展示馆|文化馆|纪念馆|会馆|体育中心|实践基地|直播基地|示范基地|码头|监督平台|监管平台|管理系统|工程(?!科|处|领域|款|师|类|项目|发包|建设|施工)|项目(?!部|指挥部|建设施工)|试点区|示范区|实验室|数智港|科创港|[一二三四]期/gu;
const QUOTED = /“([^“”\n]{3,20})”/gu;
/** Words that make a description of a class, not the name of one thing: 老旧小区, 重点项目, 工程项目, 周边地块. */
const CLASS =
  /(?:老旧|纪委监委|未整治|已整治|未改造|的)$|^(?:老旧|新建|旧改|改造|重点|工程|建设|小额|小规模|政府投资小规模|政府采购|采购|招商|招标|民生|实事|为民办实事|民办实事|相关|具体|类|类投资|投资|各类|试点|周边|有物业|无物业|改扩建|无障碍设施|惠民|品牌|党建|党建品牌|民心|拆除|出让|住宅|一般|主题|公立|私立|优质|属|区属|同类|所在|综合|配套|规范|全市|城市|城区|生活|基础设施|设计|施工|监理|代建|业主|前期|城市更新|提升|整治|专项|监督|重大|重点建设|新|大型|商业|教育|卫生|储备|储备项目或|设施|区|市|省|级|级医|新型|领航|四微|微|一线领办|领办|违规指定|闲置|长者)$/u;
/** Quotations that are mottos and numbers rather than names: 12345, 1+X, 一岗双责 stay names people ask for. */
const NUMBER_ONLY = /^[\d+]+$/u;
const REACH = 24;

/**
 * Projects, places, slogans and brands the bulletin names at least twice, learned from repetition alone.
 * `name` is a form as printed; `units`, in document order, are all that contain it.
 */
export function learnNames(bulletin: Bulletin): Ledger['names'] {
  const candidates = new Set(bulletin.units.flatMap(findNames));
  const whole = bulletin.units.map(({ text }) => text.replace(/《[^《》]*》/gu, '')).join('\n');
  // 会同调研柳溪小学 counts for 柳溪小学, which another measure names alone
  const repeated = [...candidates].filter((name) => whole.indexOf(name) !== whole.lastIndexOf(name));
  const named = repeated.map((name) => ({ name, units: unitsNaming(bulletin, name) }));
  return named
    .filter(
      ({ name, units }) =>
        // 红星小学建设 adds nothing to 红星小学 where the shorter name stands in the same units and is longer elsewhere too
        !named.some(
          (other) =>
            other.name !== name &&
            other.name.includes(name) &&
            other.units.length === units.length &&
            name.length <= 4,
        ),
    )
    .sort((a, b) => b.units.length - a.units.length || (a.name < b.name ? -1 : 1));
}

function findNames(unit: Unit): string[] {
  const text = unit.text.replace(/《[^《》]*》/gu, (title) => '　'.repeat(title.length));
  const quoted = [...text.matchAll(QUOTED)].map((match) => match[1] ?? '');
  const ended = [...text.matchAll(ENDING)].flatMap((match) => {
    const window = text.slice(Math.max(0, match.index - REACH), match.index);
    const open = openPart(window);
    if (open.length === REACH) return [];
    const proper = cutName(open)?.replace(/^(?:19|20)\d{2}年/u, '') ?? '';
    const known = proper.length >= 2 || (proper.length === 1 && match[0] === '中');
    if (!known || CLASS.test(proper) || /^[\d.]|["“][^”]*$|^[^“]*”/u.test(proper)) return [];
    return [proper + match[0]];
  });
  return [...quoted.filter((name) => !NUMBER_ONLY.test(name)), ...ended];
}

function unitsNaming(bulletin: Bulletin, name: string): UnitId[] {
  return bulletin.units.filter((unit) => unit.text.includes(name)).map((unit) => unit.id);
}
