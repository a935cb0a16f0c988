// two things compared → whether a figure is of the one asked about, and which of two told in a row is whose
import { findAmounts } from '../text/amounts.ts';
import type { PlacedFigure } from './figure-place.ts';

export type Pair = readonly [PlacedFigure, PlacedFigure];

/** 建成 is told as 完工 or 投入使用, 出得早 as 印发: words of one event, in the asker's speech and in the bulletin's. */
const EVENTS: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [/[开动]工|动建|动手|[开启]建|进场/u, /(?<!未)[开动]工(?!作)|动建|进场施工|启动施工|开始施工|开建/u],
  [
    /建[成好完]|完工|竣工|投[用产]|投入使用|启用|落成|盖[好完]|修[好完]|交付|能用|用上/u,
    /建成|完工|竣工|完成施工|投[用产]|投入使用|启用|落成|完成修复|建设完工|交付/u,
  ],
  [
    /(?:哪一?[份个]|谁)(?:文件|办法)?(?:先|早|更早)?(?:出(?![动席现])|发(?![现展生放给])|印发|下发|出台|制定|下)(?:得|的|来|台)?(?:更|比较)?(?:先|早|晚)?/u,
    /印发|下发|出台|制定|发出|转发|联合下发|通过/u,
  ],
];

/** How the bulletin tells of the event that both are compared by; null where the question names none of these. */
export function readEvent(text: string): RegExp | null {
  return EVENTS.find(([asked]) => asked.test(text))?.[1] ?? null;
}

/** 60个无物业小区: the number the asker gives tells the row, where one of the figures stands beside it. */
export function withGiven(label: string, figures: readonly PlacedFigure[]): readonly PlacedFigure[] {
  const given = findAmounts(label).filter(({ value }) => value >= TELLING);
  const beside = figures.filter(({ value, around }) =>
    given.some((one) => one.value !== value && around[3]?.includes(one.text) === true),
  );
  return given.length > 0 && beside.length > 0 ? beside : figures;
}
/** Smaller numbers stand everywhere. */
const TELLING = 10;

/** 区级医院, 柳岸小学: a body or place that its first words tell from others of its kind. */
const OF_A_KIND =
  /(?:医院|小学|中学|幼儿园|学校|社区|街道|地块|公司|集团|小区|广场|大厦|经合社|合作社|党组|中队)$/u;

/** True where the figure's clause names another of the label's kind: 柳河社区医院 for 区级医院. */
export function isOfAnother(label: string, { around: [, clause = ''] }: PlacedFigure): boolean {
  const kind = OF_A_KIND.exec(label)?.[0];
  if (kind === undefined || label.length < kind.length + 2 || !clause.includes(kind)) return false;
  // 无物业的小区 is printed as 无物业小区.
  const own = label.slice(0, -kind.length).replace(/的$/u, '');
  return !clause.includes(own.slice(-2));
}

/** 非公党建培训: what it is called by in the end stands in the paragraph before the figure, or is a name of its own. */
export function mentionsHead(label: string, { around }: PlacedFigure): boolean {
  const head = /[\p{Script=Han}]{2}$/u.exec(label)?.[0] ?? '';
  return !COMMON_HEAD.test(head) || around[4]?.includes(head) === true;
}
/** What is held or done in many ways; other heads may be told in other words. */
const COMMON_HEAD = /培训|讲座|会议|活动|调研|检查|考核|巡查|宣讲|投诉|项目|线索/u;

/** True where the sentence, up to the figure's clause, prints the label in one piece. */
export function namesWhole(label: string, { around }: PlacedFigure): boolean {
  return around.slice(0, 4).some((words) => words.includes(label));
}

/** 甲集团、乙集团分别于9月18日、9月28日: told in a row, each date is of the one that stands at its place. */
export function inOrder([first, second]: readonly [string, string], [a, b]: Pair): Pair {
  const sentence = a.around[3] ?? '';
  if (a.sentence.start !== b.sentence.start || !sentence.includes('分别')) return [a, b];
  const [earlier, later] = a.span.start < b.span.start ? [a, b] : [b, a];
  const apart = later.span.start - earlier.span.end;
  const places = [sentence.indexOf(first), sentence.indexOf(second)] as const;
  if (apart > ROW || places.includes(-1)) return [a, b];
  return places[0] < places[1] ? [earlier, later] : [later, earlier];
}
/** What stands between the dates of a row: 、. */
const ROW = 2;
