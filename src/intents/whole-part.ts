// 拆掉的占几成, 剩几条没落地 → a whole and a part of it, told in one matter → part÷whole, whole−part
import { findAmounts, type Amount } from '../text/amounts.ts';
import { isChange, isQuoted, readRows } from './figure-rows.ts';
import type { PlacedFigure } from './figure-place.ts';
import { countAlike, countsThings } from './figure-words.ts';
import type { IntentContext } from './intent.ts';
import {
  askedUnits,
  createPartMatcher,
  findMatters,
  focusOf,
  type Matter,
  isArabic,
  wordsBetween,
} from './matter.ts';

/** `wholes`: one figure, or the row whose sum is the whole. */
export interface WholePart {
  readonly matter: Matter;
  readonly wholes: readonly [PlacedFigure, ...PlacedFigure[]];
  /** One figure, or as many side by side as there are wholes: 对16个…、7个…,已对11个…、1个…予以清退. */
  readonly parts: readonly [PlacedFigure, ...PlacedFigure[]];
  readonly worth: number;
}

/** What speaks for a pair: the part's own words, the whole named by its number, the passage it stands in, one sentence. */
const WORTH = { part: 1.6, given: 0.5, focus: 0.6, together: 1.1, done: 0.35, total: 0.1 };
/** Weight of the words of the part that must stand at its figure, where nothing else tells which part is meant. */
const LEAST_MET = 1.5;
/** The same as a share of them, where the whole is not named by its number. */
const LEAST_SHARE = 0.2;
/** A part this well told may stand in the sentence behind its whole. */
const SURE_SHARE = 0.3;
const TELLS = 0.15;
/** Share of the whole's name that must stand at it. */
const NAMED = 0.35;
/** 业务外6件: what does not belong. */
const EXCEPT = /[外非](?=\d)/u;
const MOST_MATTERS = 2;

/** 已完成129条, 正式运营42家, 办结8件: finished, as far as it goes. */
const DONE =
  /完成|办结|解决|收回|清退|拆除|落实|整改(?!监督)|运营|入驻|化解|销号|追缴|盘活|搬迁|更换|达标|拨付|召开|处置|办理|关停|取缔|挂网|实施|退出|辞去|备案/u;
/** 剩余8处, 尚未收回, 正在推进: what is left. */
export const LEFT_OVER = /剩|未|尚|其余|余下|没|正在|正有序|推进中|不予|拟|计划/u;

export interface Sought {
  /** The words of the part. */
  readonly label: string;
  /** The part is what is finished; whichever finished part there is will do where the label fits none. */
  readonly done: boolean;
  /** The whole by its name; null where the question does not say. */
  readonly whole: string | null;
}

/** The pair that fits best; null where no figure is known to be the part asked for. */
export function findWholePart(
  context: IntentContext,
  { label, done, whole: named }: Sought,
): WholePart | null {
  const match = createPartMatcher(context);
  // 长期参与的 tells the one from the other.
  const tells = (a: PlacedFigure, b: PlacedFigure): boolean =>
    Math.abs(match(label, a).share - match(label, b).share) > TELLS;
  const { text } = context.question;
  const given = findAmounts(text).filter(({ value, unit }) => unit !== '' && value >= 5);
  const asked = askedUnits(text);
  const pairs = findMatters(context)
    .slice(0, MOST_MATTERS)
    .flatMap((matter, rank): WholePart[] => {
      const amounts = matter.figures.filter(
        (figure) =>
          figure.kind === 'amount' &&
          !/^[%‰]|百分点|倍/u.test(figure.measured) &&
          !isChange(figure) &&
          !isQuoted(matter, figure) &&
          isArabic(figure),
      );
      return amounts.flatMap((part) =>
        wholesOf(matter, amounts, part).flatMap((wholes): WholePart[] => {
          const [whole] = wholes;
          const isGiven = wholes.length === 1 && given.some((amount) => meets(whole, amount));
          if (given.some((amount) => meets(part, amount)) && !isGiven) return [];
          if (asked.size > 0 && done && !asked.has(part.measured) && !asked.has(whole.measured)) return [];
          if (named !== null && wholes.every((figure) => match(named, figure).share < NAMED)) return [];
          const fit = match(label, part, whole);
          const [segment = '', clause = ''] = part.around;
          const finished = DONE.test(segment) || (DONE.test(clause) && segment.length < 8);
          const left = LEFT_OVER.test(segment);
          if (done && left) return [];
          const known = done
            ? finished || (fit.share >= SURE_SHARE && DONE.test(clause))
            : fit.met >= LEAST_MET && (isGiven || fit.share >= LEAST_SHARE);
          if (!known) return [];
          const near = nearness(matter, whole, part);
          const enough = isGiven || fit.share >= SURE_SHARE ? 0.5 : 1;
          if (wholes.length === 1 && near < enough) return [];
          const worth =
            WORTH.part * fit.share * (EXCEPT.test(segment) && !EXCEPT.test(label) ? 0.5 : 1) +
            (isGiven ? WORTH.given : 0) +
            WORTH.focus * Math.max(focusOf(matter, part.clause), focusOf(matter, whole.clause)) +
            WORTH.together * near +
            (done && finished ? WORTH.done : 0) +
            (/累计|[总共]/u.test(clause) ? WORTH.total : 0) -
            rank * 0.3;
          return [{ matter, ...joinRows(matter, amounts, wholes, part, tells), worth }];
        }),
      );
    });
  pairs.sort((a, b) => b.worth - a.worth);
  return pairs[0] ?? null;
}

/** Larger figures of the same kind, the nearest ones; and the row of kinds a part belongs to, where no total of it is printed. */
function wholesOf(
  matter: Matter,
  amounts: readonly PlacedFigure[],
  part: PlacedFigure,
): (readonly [PlacedFigure, ...PlacedFigure[]])[] {
  const larger = amounts.filter(
    (figure) =>
      figure.value > part.value &&
      countAlike(figure, part) &&
      !LEFT_OVER.test(figure.around[0] ?? '') &&
      !sideBySide(matter, figure, part),
  );
  const rows = readRows(matter, ({ measured }) => measured === part.measured).filter(
    ({ figures, total }) => figures.includes(part) && total === null && figures.length >= 3,
  );
  const inRow = new Set(rows.flatMap(({ figures }) => figures));
  return [
    ...larger.filter((figure) => !inRow.has(figure)).map((figure): [PlacedFigure] => [figure]),
    ...rows.map(({ figures }) => figures),
  ];
}

/** Nothing but 、 between them: 16个…、7个…; one is no part of the other. */
function sideBySide(matter: Matter, a: PlacedFigure, b: PlacedFigure): boolean {
  const [first, second] = a.span.start < b.span.start ? [a, b] : [b, a];
  const between = wordsBetween(matter, first.span.end, second.span.start);
  return between.includes('、') && !/[,;:。(]|其中|已/u.test(between);
}

/** Headings that print their counts one under the other: 其他情况(260人), 诫勉谈话处理情况(27人). */
const HEADINGS = 60;

/** 1 in one sentence behind the whole, or in the next that begins with 其中; 0.5 in the next; 0 elsewhere. */
function nearness(matter: Matter, whole: PlacedFigure, part: PlacedFigure): number {
  if (whole.span.start > part.span.start) return 0;
  if (whole.sentence.start === part.sentence.start) return 1;
  const between = wordsBetween(matter, whole.sentence.end, part.sentence.start);
  if (between.length > 1 && matter.unit.text.length > HEADINGS) return 0;
  return wordsBetween(matter, part.sentence.start, part.sentence.start + 2) === '其中' ? 1 : 0.5;
}

/** Wholes side by side and as many parts, where the label tells none of them from the others. */
function joinRows(
  matter: Matter,
  amounts: readonly PlacedFigure[],
  wholes: WholePart['wholes'],
  part: PlacedFigure,
  tells: (a: PlacedFigure, b: PlacedFigure) => boolean,
): Pick<WholePart, 'wholes' | 'parts'> {
  const beside = (figure: PlacedFigure): readonly PlacedFigure[] =>
    amounts.filter((other) => other.measured === figure.measured && sideBySide(matter, figure, other));
  const [whole] = wholes;
  const others = beside(part);
  const siblings = beside(whole);
  const joined =
    wholes.length === 1 &&
    siblings.length > 0 &&
    siblings.length === others.length &&
    !siblings.some((other) => tells(whole, other));
  return joined ? { wholes: [whole, ...siblings], parts: [part, ...others] } : { wholes, parts: [part] };
}

/** 八百多条 is met by 864条, 137条 by 137条; 260人 by 260名. */
export function meets(
  { value, measured }: PlacedFigure,
  { value: asked, unit, approximate, text }: Amount,
): boolean {
  const alike =
    measured === unit ||
    (countsThings(measured) && countsThings(unit)) ||
    /^[人名位]$/u.test(unit) === /^[人名位]$/u.test(measured);
  if (!alike) return false;
  if (value === asked) return true;
  const step = 10 ** Math.max(1, String(Math.round(asked)).replace(/^\d*?(0*)$/u, '$1').length);
  return approximate && /[多余]/u.test(text) && value > asked && value < asked + step;
}
