// 拆掉的占几成, 剩几条没落地 → a whole and a part of it, told in one matter → part÷whole, whole−part
import { findAmounts } from '../text/amounts.ts';
import { countOneThing, isChange, isQuoted, readRows } from './figure-rows.ts';
import { isLeftOut, type PlacedFigure } from './figure-place.ts';
import { readAskedUnits } from './figure-ask.ts';
import { countAlike, fitsUnits, isRelative, meets } from './figure-words.ts';
import type { IntentContext } from './intent.ts';
import { areKinds, isDatedOtherwise, isDenied, isOtherKindBehind, saidElsewhere } from './no-part.ts';
import {
  askedUnits,
  createPartMatcher,
  findMatters,
  focusOf,
  type Matter,
  isArabic,
  wordsBetween,
} from './matter.ts';
import { closes, leavesRest, nearness, sameSentence } from './told-together.ts';

/** `wholes`: one figure, or the row whose sum is the whole. */
export interface WholePart {
  readonly matter: Matter;
  readonly wholes: readonly [PlacedFigure, ...PlacedFigure[]];
  /** One figure, or as many side by side as there are wholes: 对16个…、7个…,已对11个…、1个…予以清退. */
  readonly parts: readonly [PlacedFigure, ...PlacedFigure[]];
  readonly worth: number;
  /** The question names the whole by its number. */
  readonly isGiven: boolean;
}

/** What speaks for a pair: the part's own words, the whole named by its number, the passage it stands in, one sentence. */
const WORTH = {
  part: 1.6,
  given: 0.5,
  focus: 0.6,
  together: 1.1,
  done: 0.35,
  total: 0.1,
  breath: 0.3,
  whole: 0.5,
  item: -0.4,
  itsTotal: 0.4,
};
/** Weight of the words of the part that must stand at its figure, where nothing else tells which part is meant. */
const LEAST_MET = 1.5;
/** The same as a share of them. */
const LEAST_SHARE = 0.2;
/** 395宗里拆掉的: one word is enough where it is all the label says, and the whole is known. */
const WELL_TOLD = 0.75;
/** A part this well told may stand in the sentence behind its whole. */
const SURE_SHARE = 0.3;
const TELLS = 0.15;
/** Share of the whole's name that must stand at it. */
const NAMED = 0.35;
const MOST_MATTERS = 3;

/** 已完成129条, 正式运营42家, 办结8件: finished, as far as it goes. */
export const DONE =
  /完成|办结|解决|收回|清退|拆除|落实|整改(?!监督)|运营|入驻|化解|销号|追缴|催缴|盘活|搬迁|更换|达标|拨付|召开|处置|办理|关停|取缔|挂网|实施|退出|辞去|备案/u;
/** 剩余6处, 尚未收回, 正在推进: what is left. */
export const LEFT_OVER = /剩|未|尚|其余|余下|没|正在|正有序|推进中|不予|拟|计划/u;

export interface Sought {
  /** The words of the part. */
  readonly label: string;
  /** The part is what is finished; whichever finished part there is will do where the label fits none. */
  readonly done: boolean;
  /** The whole by its name; null where the question does not say. */
  readonly whole: string | null;
  /** What the finished part must say of itself: 追缴 of 追缴率. */
  readonly verb?: string;
  /** The part is what is left: 没办完的. */
  readonly left?: boolean;
  /** The words of the question that tell of the whole: 2012年以后进国企的亲戚. */
  readonly about?: string;
  readonly matters?: readonly Matter[];
}

/** 件数占总件数多大比例: the measure meant, where several are told in one breath. */
const CALLED = /(?:件|人|户|宗)数/u;

/** The pair that fits best; null where no figure is known to be the part asked for. */
export function findWholePart(
  context: IntentContext,
  { label, done, whole: named, verb = '', left: rest = false, about = '', matters }: Sought,
): WholePart | null {
  const match = createPartMatcher(context);
  // 长期参与的 tells the one from the other.
  const tells = (a: PlacedFigure, b: PlacedFigure): boolean =>
    Math.abs(match(label, a).share - match(label, b).share) > TELLS;
  const { text } = context.question;
  const given = findAmounts(text).filter(({ value, unit }) => unit !== '' && value >= 5);
  const asked = askedUnits(text);
  const called = CALLED.exec(text)?.[0] ?? '';
  const measures = new Set(called === '' ? [] : readAskedUnits(called));
  const isNamed = (whole: PlacedFigure): boolean => named !== null && match(named, whole).share >= NAMED;
  // 收上来的问题里立项的: what stands in front of 里 is the whole, where the part does not say it too.
  const isTellingOf = (whole: PlacedFigure, part: PlacedFigure): boolean => {
    const [a, b] = [whole, part].map((figure) => (about === '' ? 0 : match(about, figure).share));
    return a !== undefined && b !== undefined && a >= NAMED && a - b > TELLS;
  };
  const isTold = (whole: PlacedFigure): boolean => given.some((amount) => meets(whole, amount));
  const pairs = (matters ?? findMatters(context))
    .slice(0, MOST_MATTERS)
    .flatMap((matter, rank): WholePart[] => {
      const amounts = matter.figures.filter(
        (figure) =>
          figure.kind === 'amount' &&
          !isRelative(figure) &&
          !isChange(figure) &&
          !isQuoted(matter, figure) &&
          isArabic(figure),
      );
      // 已盘活6.37万平方米,其中:…1.18万平方米: the total tells what is done, not its items.
      const listed = new Map(
        readRows(matter, () => true).flatMap(({ figures, total }) =>
          total === null ? [] : figures.map((figure) => [figure, total] as const),
        ),
      );
      return amounts.flatMap((part) =>
        wholesOf(matter, amounts, part, {
          total: listed.get(part),
          isNamed: (whole) => isNamed(whole) || isTellingOf(whole, part),
          isTold,
        }).flatMap((wholes): WholePart[] => {
          const [whole] = wholes;
          const isGiven = wholes.length === 1 && isTold(whole);
          if (given.some((amount) => meets(part, amount)) && !isGiven) return [];
          if (asked.size > 0 && done && !asked.has(part.measured) && !asked.has(whole.measured)) return [];
          if (named !== null && !wholes.some(isNamed)) return [];
          const fit = wholes.length > 1 ? match(label, part) : match(label, part, whole);
          const [segment = '', clause = ''] = part.around;
          const finished =
            (verb !== '' && segment.includes(verb)) ||
            DONE.test(segment) ||
            (DONE.test(clause) && segment.length < 8);
          const left = saysLeft(part);
          if (isLeftOut(part) && !/[外非]/u.test(label)) return [];
          if (!fitsUnits(part, measures) || (!done && !rest && isDenied(label, part))) return [];
          if (saidElsewhere(context, matter, [part, whole], label)) return [];
          if (isDatedOtherwise(label, part) || isOtherKindBehind(whole, part)) return [];
          if ((done && left) || (rest && !left) || !segment.includes(verb)) return [];
          // Kinds side by side are no whole of what is done; what is done and what is left are.
          if (done && wholes.length > 1 && !wholes.some(({ around }) => LEFT_OVER.test(around[0] ?? '')))
            return [];
          const bothGiven = isGiven && given.some((amount) => meets(part, amount));
          const known =
            bothGiven ||
            (rest && isGiven) ||
            (done
              ? finished || (fit.share >= SURE_SHARE && DONE.test(clause))
              : ((isGiven || isCalled(label, segment)) && fit.share >= WELL_TOLD) ||
                (fit.met >= LEAST_MET && fit.share >= LEAST_SHARE));
          if (!known) return [];
          const near =
            (isGiven && sameSentence(whole, part)) ||
            closes(amounts, whole, part) ||
            leavesRest(amounts, whole, part)
              ? 1
              : nearness(matter, whole, part);
          const enough = isGiven || fit.share >= SURE_SHARE ? 0.5 : 1;
          if (wholes.length === 1 && near < enough) return [];
          // 建立监督群200个。…查办问题3个: a whole of another sentence is told of in the question.
          if (near < 1 && !isGiven && wholes.length === 1 && match(text, whole).share < TELLS) return [];
          if (near < 1 && !countOneThing([whole, part])) return [];
          // 累计收回40处…剩余6处: what is done is no whole of what is left.
          if (rest && wholes.length === 1 && isDone(whole)) return [];
          if (wholes.length === 1 && !sameColumn(matter, amounts, whole, part)) return [];
          const worth =
            WORTH.part * fit.share +
            (isGiven ? WORTH.given : 0) +
            WORTH.focus * Math.max(focusOf(matter, part.clause), focusOf(matter, whole.clause)) +
            WORTH.together * near +
            (wholes.length === 1 && part.part.start === whole.part.start ? WORTH.breath : 0) +
            (about === '' ? 0 : WORTH.whole * Math.max(...wholes.map((one) => match(about, one).share))) +
            (done && DONE.test(listed.get(part)?.around[0] ?? '') ? WORTH.item : 0) +
            (!done && listed.get(part) === whole ? WORTH.itsTotal : 0) +
            (done && finished ? WORTH.done : 0) +
            (/累计|[总共]/u.test(clause) ? WORTH.total : 0) -
            rank * 0.3;
          const own = { wholes, parts: [part] as const };
          // 16个里清退的: the whole by its number is none of several.
          const joined = isGiven ? own : joinRows(matter, amounts, wholes, part, tells);
          return [{ matter, ...joined, worth, isGiven }];
        }),
      );
    });
  const inSentence = (pair: WholePart): boolean => sameSentence(pair.wholes[0], pair.parts[0]);
  // 意见864条,解决840个。…解决299件: what is done of a whole is told with it, where it is.
  const told = pairs.filter(
    (pair) =>
      !done ||
      inSentence(pair) ||
      !pairs.some((other) => other.wholes[0] === pair.wholes[0] && inSentence(other)),
  );
  // 87件里的: a whole named by its number is the one meant, wherever else a pair would fit.
  told.sort((a, b) => Number(b.isGiven) - Number(a.isGiven) || b.worth - a.worth);
  return told[0] ?? null;
}

/** “1+X”监督 of 「其中开展“1+X”监督53次」: the label stands there letter by letter. */
function isCalled(label: string, segment: string): boolean {
  const name = label.replace(/[“”"\s]|的$/gu, '');
  return name.length >= 3 && segment.replace(/[“”]/gu, '').toLowerCase().includes(name);
}

/** 剩余6处, 正在办理10件12人: what stands before the first figure is said of the second too. */
export function saysLeft({ around: [segment = '', clause = ''], text }: PlacedFigure): boolean {
  return LEFT_OVER.test(segment.startsWith(text) ? clause : segment);
}

function isDone({ around: [segment = '', clause = ''], text }: PlacedFigure): boolean {
  return /已|累计/u.test(clause) && DONE.test(segment.startsWith(text) ? clause : segment);
}

/** What is known of the wholes of a part. */
interface Known {
  readonly total: PlacedFigure | undefined;
  /** By the asker's name for the whole, or by its number. */
  readonly isNamed: (whole: PlacedFigure) => boolean;
  readonly isTold: (whole: PlacedFigure) => boolean;
}

/** Larger figures of the same kind, the nearest ones; and the row of kinds a part belongs to, where no total of it is printed. */
function wholesOf(
  matter: Matter,
  amounts: readonly PlacedFigure[],
  part: PlacedFigure,
  { total, isNamed, isTold }: Known,
): (readonly [PlacedFigure, ...PlacedFigure[]])[] {
  const larger = amounts.filter(
    (figure) =>
      figure.value > part.value &&
      countAlike(figure, part) &&
      (figure === total || isTold(figure) || !LEFT_OVER.test(figure.around[0] ?? '')) &&
      !sideBySide(matter, figure, part),
  );
  const rows = readRows(matter, ({ measured }) => measured === part.measured).filter(
    ({ figures, total: sum }) => figures.includes(part) && sum === null && areKinds(matter, figures),
  );
  const inRow = new Set(rows.flatMap(({ figures }) => figures));
  // 收集意见800条,采纳500条,答复200条: what the asker calls the whole is one figure of them.
  const named = larger.filter(
    (figure) => inRow.has(figure) && figure.span.start < part.span.start && isNamed(figure),
  );
  return [
    ...larger.filter((figure) => !inRow.has(figure)).map((figure): [PlacedFigure] => [figure]),
    ...(named.length > 0
      ? named.map((figure): [PlacedFigure] => [figure])
      : rows.map(({ figures }) => figures)),
  ];
}

/** Nothing but 、 or 和 between them: 16个…、7个…, 119家…和27家…; one is no part of the other. */
function sideBySide(matter: Matter, a: PlacedFigure, b: PlacedFigure): boolean {
  const [first, second] = a.span.start < b.span.start ? [a, b] : [b, a];
  const between = wordsBetween(matter, first.span.end, second.span.start);
  return /、|和$/u.test(between) && !/[,;:。(]|其中|已/u.test(between);
}

/** Figures of the measure of `figure`, side by side with it. */
function besides(matter: Matter, amounts: readonly PlacedFigure[], figure: PlacedFigure): PlacedFigure[] {
  return amounts.filter((other) => other.measured === figure.measured && sideBySide(matter, figure, other));
}

/** 16个…、7个…,已对11个…、1个…予以清退: the second part is none of the first whole. */
function sameColumn(
  matter: Matter,
  amounts: readonly PlacedFigure[],
  whole: PlacedFigure,
  part: PlacedFigure,
): boolean {
  const rows = [whole, part].map((figure) => ({ figure, others: besides(matter, amounts, figure) }));
  const [wholes, parts] = rows.map(({ others }) => others.length);
  const [first, second] = rows.map(
    ({ figure, others }) => others.filter((other) => other.span.start < figure.span.start).length,
  );
  return wholes !== parts || first === second;
}

/** Wholes side by side and as many parts, where the label tells none of them from the others. */
function joinRows(
  matter: Matter,
  amounts: readonly PlacedFigure[],
  wholes: WholePart['wholes'],
  part: PlacedFigure,
  tells: (a: PlacedFigure, b: PlacedFigure) => boolean,
): Pick<WholePart, 'wholes' | 'parts'> {
  const [whole] = wholes;
  const others = besides(matter, amounts, part);
  const siblings = besides(matter, amounts, whole);
  const joined =
    wholes.length === 1 &&
    siblings.length > 0 &&
    siblings.length === others.length &&
    !siblings.some((other) => tells(whole, other));
  return joined ? { wholes: [whole, ...siblings], parts: [part, ...others] } : { wholes, parts: [part] };
}
