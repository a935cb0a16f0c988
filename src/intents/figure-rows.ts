// figures of a matter → rows of one measure told side by side (进机关108场、进学校60场…), without the whole they are parts of
import { isAside, type PlacedFigure } from './figure-place.ts';
import { countsThings, sameMeasure } from './figure-words.ts';
import { createPartMatcher, findMatters, focusOf, type Matter, wordsBetween } from './matter.ts';
import type { IntentContext } from './intent.ts';
import { countTerms } from './sum-labels.ts';

export interface Row {
  readonly matter: Matter;
  readonly figures: readonly [PlacedFigure, PlacedFigure, ...PlacedFigure[]];
  /** A total of the same figures that the sentence prints, exact or not; null when it prints none. */
  readonly total: PlacedFigure | null;
}

/** A printed total may be rounded: 750余场 for 756. */
const NEAR_TOTAL = 0.02;
/** So many figures side by side are a list, whatever the question calls it. */
const A_LIST = 3;
const LIST_BONUS = 0.4;
/** 那三个基地: a list of so many. */
const COUNTED_BONUS = 0.5;
/** The row stands in the sentence that answers. */
const SENTENCE_BONUS = 0.2;

/** Every row of a matter whose figures `fits`, in document order. */
export function readRows(matter: Matter, fits: (figure: PlacedFigure) => boolean): Row[] {
  const groups = new Map<string, PlacedFigure[]>();
  for (const figure of matter.figures) {
    if (figure.kind !== 'amount' || isChange(figure) || isQuoted(matter, figure) || !fits(figure)) continue;
    if (isAside(figure)) continue;
    const key = `${String(figure.sentence.start)} ${figure.measured}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].flatMap((group) =>
    splitRow(matter, group).flatMap((row) => toRow(matter, row)),
  );
}

/** 同比上升54.1%, 超序时进度13.42个百分点: tells of a change, not of a state. */
export function isChange({ around, measured }: PlacedFigure): boolean {
  return (
    /^(?:%|个百分点|倍)$/u.test(measured) &&
    /同比|环比|上升|下降|增长|增幅|比增|增速|超序时|快于|减少|提升(?=\d)/u.test(around[0] ?? '')
  );
}

/** “两个确立”, 《…十条》: part of a name. */
export function isQuoted({ unit }: Matter, { span }: PlacedFigure): boolean {
  const before = wordsBetween({ unit }, unit.body.start, span.start);
  return (
    before.lastIndexOf('“') > before.lastIndexOf('”') || before.lastIndexOf('《') > before.lastIndexOf('》')
  );
}

/** A row ends where more than one mark stands between two figures, or where a figure is the sum of those behind it. */
function splitRow(matter: Matter, group: readonly PlacedFigure[]): PlacedFigure[][] {
  const rows: PlacedFigure[][] = [];
  group.forEach((figure, at) => {
    const row = rows.at(-1);
    const before = row?.at(-1);
    if (
      row === undefined ||
      before === undefined ||
      isApart(matter, before, figure) ||
      isSum(before, group.slice(at)) ||
      isComplete(matter, row)
    )
      rows.push([figure]);
    else row.push(figure);
  });
  return rows;
}

/** 339户全部搬迁封房,完成率100%;雁塔二地块…566户: marks count, those behind figures of another measure do not. */
function isApart({ unit, figures }: Matter, a: PlacedFigure, b: PlacedFigure): boolean {
  const between = wordsBetween({ unit }, a.span.end, b.span.start).replace(/[(][^()]*[)]/gu, '');
  const others = figures.filter(({ span }) => span.start >= a.span.end && span.end <= b.span.start);
  return (between.match(/[,;:。]/gu) ?? []).length - others.length > 1;
}

/** 有4名综合表现一般,2名…,2名…: the whole of all that follows it up to the semicolon. */
function isSum(whole: PlacedFigure, behind: readonly PlacedFigure[]): boolean {
  const rest = behind.filter(({ part }) => part.start === whole.part.start);
  return rest.length >= 2 && rest.reduce((sum, { value }) => sum + value, 0) === whole.value;
}

/** 对285名作出处理,处级8人、科级277人,已给予处分13人、…: told in full once it sums up to the whole in front of it. */
function isComplete({ figures }: Matter, row: readonly PlacedFigure[]): boolean {
  const [first] = row;
  const sum = row.reduce((total, { value }) => total + value, 0);
  return (
    row.length >= 2 &&
    first !== undefined &&
    figures.some(
      (figure) =>
        figure.value === sum &&
        sameMeasure([figure, first]) &&
        figure.sentence.start === first.sentence.start &&
        figure.span.start < first.span.start,
    )
  );
}

function toRow(matter: Matter, group: readonly PlacedFigure[]): Row | [] {
  const text = matter.unit.text;
  const offset = matter.unit.body.start;
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) return [];
  const inside = text.slice(first.span.end - offset, last.span.start - offset).search(/其中/u);
  // 新收回1处、面积0.01万平方米,累计收回53处、面积2.08万平方米: the one running total holds what stands before it.
  const said = group.flatMap(({ around, clause }, at) =>
    /累计/u.test(around[1] ?? '') && group[at - 1]?.clause.start !== clause.start ? [at] : [],
  );
  const running = said.length === 1 ? (said[0] ?? 0) : 0;
  if (inside < 0 && running > 0) return toRow(matter, group.slice(running));
  const listed = inside < 0 ? [...group] : group.filter(({ span }) => span.start >= first.span.end + inside);
  const parts = withoutClosing(listed);
  const head = parts[0];
  const rest = parts.slice(1);
  const sum = rest.reduce((total, { value }) => total + value, 0);
  const leads = head !== undefined && rest.length >= 2 && Math.abs(head.value - sum) <= sum * NEAR_TOTAL;
  const [a, b, ...others] = leads ? rest : parts;
  if (a === undefined || b === undefined) return [];
  const row: Row['figures'] = [a, b, ...others];
  if (!countOneThing(row)) return [];
  const value = row.reduce((total, figure) => total + figure.value, 0);
  const total =
    matter.figures.find(
      (figure) =>
        !row.includes(figure) &&
        sameMeasure([figure, a]) &&
        figure.sentence.start === a.sentence.start &&
        Math.abs(figure.value - value) <= value * NEAR_TOTAL,
    ) ?? null;
  return { matter, figures: row, total };
}

/** 办结65件、正在办理22件、处理87件: the figure behind all that it sums up is none of them. */
function withoutClosing(figures: readonly PlacedFigure[]): readonly PlacedFigure[] {
  const last = figures.at(-1);
  const parts = figures.slice(0, -1);
  const sum = parts.reduce((total, { value }) => total + value, 0);
  return parts.length >= 2 && last?.value === sum ? parts : figures;
}

/** 10个街道52个社区 count different things; 14个有物业小区,62个无物业小区 the same, and so do 22份、8份. */
export function countOneThing(row: readonly PlacedFigure[]): boolean {
  const nouns = row
    .filter(({ measured }) => countsThings(measured) || measured === '家')
    .map(({ around, span, segment }) => (around[0] ?? '').slice(span.end - segment.start))
    .filter((noun) => noun.length >= 2 && !/^[^\p{Script=Han}]|^已|^[尚均未全正]/u.test(noun));
  const [first = '', ...rest] = nouns;
  const pairs = Array.from({ length: Math.max(0, first.length - 1) }, (_, at) => first.slice(at, at + 2));
  return rest.length === 0 || pairs.some((pair) => rest.every((noun) => noun.includes(pair)));
}

/** Words that choose from a row, and that no item of it holds. */
const CHOOSING = /最\p{Script=Han}{1,2}|哪一?[个家块处条种类]?/gu;

/** What speaks for a row: the question's words at its figures, how near it stands to the passage that answers, whether it is a list. */
function weighRow(context: IntentContext, { matter, figures }: Row): number {
  const highest = findMatters(context)[0]?.passages[0]?.score ?? 1;
  const match = createPartMatcher(context);
  const { text, dates } = context.question;
  // 七月以来: a date stands with every row counted since.
  const named = dates.reduce((rest, date) => rest.replace(date.text, ' '), text).replace(CHOOSING, ' ');
  const met = figures.map((figure) => match(named, figure).share);
  const [first] = figures;
  const span = { start: first.span.start, end: (figures.at(-1) ?? first).span.end };
  const worth = (matter.passages[0]?.score ?? 0) / highest;
  const counted = countTerms(text) === figures.length ? COUNTED_BONUS : 0;
  const listed = figures.length >= A_LIST ? LIST_BONUS : 0;
  const [best] = matter.passages;
  const there =
    best !== undefined && first.sentence.start <= best.span.start && best.span.end <= first.sentence.end;
  return Math.max(...met) + focusOf(matter, span) * worth + listed + counted + (there ? SENTENCE_BONUS : 0);
}

/** The row the question means, the best of all matters; null when none of its measure is told side by side. */
export function chooseRow(context: IntentContext, rows: readonly Row[]): Row | null {
  const weighed = rows.map((row) => ({ row, weight: weighRow(context, row) }));
  weighed.sort((a, b) => b.weight - a.weight);
  return weighed[0]?.row ?? null;
}
