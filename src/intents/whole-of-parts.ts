// 环保投诉一共多少件, 靠退休总共消化几人, 牵涉几名干部 → the parts one passage tells, where it prints no whole of them
import { collectGrams } from '../ledger/grams.ts';
import { PERSONS } from '../text/amounts.ts';
import { isAside, type PlacedFigure } from './figure-place.ts';
import { chooseRow, isChange, isQuoted, readRows, type Row } from './figure-rows.ts';
import { countAlike, fitsUnits, isRelative, isTime, sameMeasure } from './figure-words.ts';
import type { IntentContext } from './intent.ts';
import {
  askedUnits,
  createPartMatcher,
  findMatters,
  focusOf,
  isArabic,
  wordsBetween,
  type Matter,
} from './matter.ts';
import { splitAsks } from './several-parts.ts';
import { maskQuotes } from './shape.ts';
import { readTermLabels } from './sum-labels.ts';
import { DONE, LEFT_OVER } from './whole-part.ts';

/** 一共多少, 总量, 原先几处, 牵涉几名: asks for the whole of something. */
const ASKS_WHOLE =
  /(?:[一总统拢]共|共计|共|合计|总计|加起来|前后|原先|原来|本来|最开始|起初)[^,，。?]{0,14}(?:多少|几)|(?:多少|几)[^,，。?]{0,8}[,，]?(?:[一总统拢]共|合计)$|总(?:量|数|额|人数|人次|批次|件数|户数|金额|场次|次数|宗数)|(?:牵涉|涉及|牵扯|牵连|波及)(?:到|了)?[^,，。?]{0,4}(?:多少|几)/u;
const EACH = /其中|各(?!类|种|项|地|街)|分别|哪|最(?!开始|初)|平均|率|(?<![侵霸抢强])占|比/u;
/** 原先总计多少处: what was there at first, whatever was done of it since. */
const AT_FIRST = /原先|原来|本来|最开始|起初|当初/u;
/** Words that say that a whole is asked for, and nothing of what. */
const ASKING = new RegExp(
  `[一总统拢]共|共计|合计|总计|加起来|前后|总(?:量|数|额)|类|牵涉|涉及|牵扯|牵连|波及|多少|几|到底|究竟|大概|大约|${AT_FIRST.source}`,
  'gu',
);
const COUNTER = /[件个家处条起场次份户名人项宗](?=\s|$)/gu;
/** 另退休消化3人: more of the same. */
const MORE = /另(?!一)|其余|此外|还/u;
/** The parts may stand so far from the passage that answers. */
const ENOUGH = 0.75;
/** A printed whole may be rounded: 750余场 for 756. */
const NEAR_WHOLE = 0.02;

export function asksForWhole(text: string): boolean {
  const plain = maskQuotes(text).text;
  return ASKS_WHOLE.test(plain) && !EACH.test(plain) && splitAsks(text).length === 1;
}

/** Null where no whole is asked for, or it is printed, or what is told side by side are no parts of it. */
export function findWholeOfParts(context: IntentContext): readonly PlacedFigure[] | null {
  const { text } = context.question;
  if (!asksForWhole(text)) return null;
  const units = askedUnits(text);
  const fits = (figure: PlacedFigure): boolean =>
    figure.kind === 'amount' &&
    !isRelative(figure) &&
    !isTime(figure.measured) &&
    isArabic(figure) &&
    fitsUnits(figure, units);
  const rows = findMatters(context).flatMap((matter) => [
    ...readRows(matter, fits),
    ...readRepeated(matter, fits),
    ...(asksForDone(text) ? [] : readDoneAndLeft(matter, fits)),
  ]);
  const row = chooseRow(context, rows);
  if (row === null) return null;
  const [first] = row.figures;
  const last = row.figures.at(-1) ?? first;
  const focus = Math.max(focusOf(row.matter, first.clause), focusOf(row.matter, last.clause));
  return focus >= ENOUGH &&
    areParts(row, asksForDone(text)) &&
    !printsWhole(context, row) &&
    meansAll(context, row)
    ? row.figures
    : null;
}

/** 收回, 退了多少: what was done is asked for, not what there was; 原先总计多少处 asks for all, whatever was done of it. */
function asksForDone(text: string): boolean {
  return !AT_FIRST.test(text) && (DONE.test(text) || LEFT_OVER.test(text) || DEED.test(text));
}
const DEED = /[缴拆搬还追领]|退(?!休)|收(?!到)/u;

/** 扣减土方外运金额373万元。…扣减土方外运金额5.3万元: told in the same words in two sentences. */
function readRepeated(matter: Matter, fits: (figure: PlacedFigure) => boolean): Row[] {
  const groups = new Map<string, PlacedFigure[]>();
  for (const figure of matter.figures) {
    const lead = wordsBetween(matter, figure.segment.start, figure.span.start);
    if (!fits(figure) || isAside(figure) || lead.length < LEAST_LEAD || /累计|[总共]/u.test(lead)) continue;
    const key = `${lead} ${figure.measured}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].flatMap((figures): Row[] => {
    const [a, b, ...others] = figures;
    if (a === undefined || b === undefined || a.sentence.start === b.sentence.start) return [];
    const values = new Set(figures.map(({ value }) => value));
    return values.size < figures.length ? [] : [{ matter, figures: [a, b, ...others], total: null }];
  });
}

const LEAST_LEAD = 6;

/** 累计收回53处…剩余8处暂未收回, 已追缴168人…未退款48人: what is done and what is left make the whole. */
function readDoneAndLeft(matter: Matter, fits: (figure: PlacedFigure) => boolean): Row[] {
  const amounts = matter.figures.filter((figure) => fits(figure) && !isAside(figure));
  return amounts.filter(isLeft).flatMap((left): Row[] => {
    const before = amounts.filter(
      (figure) =>
        figure.sentence.start === left.sentence.start &&
        figure.span.start < left.span.start &&
        figure.measured === left.measured &&
        !isLeft(figure) &&
        /已|累计/u.test(figure.around[1] ?? ''),
    );
    const done = before.find(({ around }) => /累计/u.test(around[1] ?? '')) ?? before.at(-1);
    return done === undefined ? [] : [{ matter, figures: [done, left], total: null }];
  });
}

function isLeft({ around, text }: PlacedFigure): boolean {
  const [segment = '', clause = '', part = ''] = around;
  const own = segment.startsWith(text) ? clause : segment;
  // 未退款金额262562元,共涉及48人: counted beside what is left.
  const beside = /^[共均]?涉及/u.test(own) ? (part.split(text)[0] ?? '') : '';
  return LEFT_OVER.test(own) || LEFT_OVER.test(beside);
}

/** The words of each figure of a list, without those in front of the first that are said of all: 噪声污染投诉件19812件, 大气污染投诉2152件. */
function piecesOf({ matter, figures }: Row): string[] {
  const pieces = figures.map((figure, at) => {
    const before = figures[at - 1]?.span.end ?? 0;
    // “甲馆”累计接待132批次3048人次: whose figure it is stands in front of another figure.
    const words = wordsBetween(matter, Math.max(figure.part.start, before), figure.span.start);
    const lead = words.split(/[,:]|(?<!“[^”]*)[、和与]|(?<![涉普以])及/u).at(-1) ?? '';
    return { lead, behind: behindOf(matter, figure).split('的')[0] ?? '' };
  });
  const longest = Math.max(0, ...pieces.slice(1).map(({ lead }) => lead.length)) + 1;
  return pieces.map(({ lead, behind }, at) => `${at === 0 ? lead.slice(-longest) : lead}${behind}`);
}

const BETWEEN = /[、和与及]/u;
const QUOTES = /[“”]/gu;

/** 27家数字内容产业链企业的企业库: up to the next mark. */
function behindOf(matter: Matter, { span, sentence }: PlacedFigure): string {
  return (
    wordsBetween(matter, span.end, sentence.end).split(/[、,;:()]|和(?=\d)|\d(?=[件个家处起条场])/u)[0] ?? ''
  );
}

/** Items of a list, or more of the same behind a comma; not a whole and what was done of it, nor one stage and the next. */
export function areParts(row: Row, done: boolean): boolean {
  const { matter, figures, total } = row;
  if (total !== null || !sameMeasure(figures)) return false;
  const [first] = figures;
  if (figures.some(({ sentence }) => sentence.start !== first.sentence.start)) return true;
  const pieces = piecesOf(row);
  const left = figures.filter(isLeft).length;
  if (left > 0 && left < figures.length) return figures.length === 2 && !done;
  const stages = pieces.map((piece) => DONE.test(piece));
  return figures.slice(1).every((figure, at) => {
    const before = figures[at] ?? first;
    const between = wordsBetween(matter, before.span.end, figure.span.start);
    if (/其中/u.test(between)) return false;
    if (!/[,:;]/u.test(between)) return BETWEEN.test(between);
    if (stages[at] !== stages[at + 1] && !PERSONS.includes(first.measured)) return false;
    const [a = '', b = ''] = [before, figure].map(({ around }) => around[1]?.slice(0, 2) ?? '');
    return /;/u.test(between) || MORE.test(between) || (a.length === 2 && a === b);
  });
}

/** The whole, or a larger figure of the same in front of the parts, is printed; or one that says 共 fits the question as well. */
function printsWhole(context: IntentContext, { matter, figures }: Row): boolean {
  const match = createPartMatcher(context);
  const { text } = context.question;
  const [first] = figures;
  const sum = figures.reduce((total, { value }) => total + value, 0);
  const fit = Math.max(...figures.map((figure) => match(text, figure).share));
  return matter.figures.some((figure) => {
    if (figure.kind !== 'amount' || figures.includes(figure) || !countAlike(figure, first)) return false;
    if (isChange(figure) || isQuoted(matter, figure)) return false;
    if (Math.abs(figure.value - sum) <= sum * NEAR_WHOLE) return true;
    const inFront = figure.span.start < first.span.start && figure.sentence.start === first.sentence.start;
    if (inFront && figure.value > sum) return true;
    return /累计|[总共]/u.test(figure.around[0] ?? '') && match(text, figure).share >= fit;
  });
}

/** 噪声投诉一共多少件: words of the question that stand at one part and not at the others ask for that one. */
function meansAll({ question: { text, dates } }: IntentContext, row: Row): boolean {
  const { matter, figures } = row;
  if (figures.some(isLeft) || readTermLabels(text).length === figures.length) return true;
  // 企业库里一共多少家: what holds all of them.
  const [, holder = ''] = behindOf(matter, figures.at(-1) ?? figures[0]).split('的');
  if (holder.length >= 2 && text.includes(holder)) return true;
  const asked = dates
    .reduce((rest, date) => rest.replace(date.text, ' '), text)
    .replace(ASKING, ' ')
    .replace(COUNTER, ' ')
    .replace(QUOTES, '');
  return namesNoneOrAll(asked, piecesOf(row));
}

/** Words that stand with some of the pieces and not with all choose those, unless each has such words. */
export function namesNoneOrAll(asked: string, pieces: readonly string[]): boolean {
  const pairs = [...collectGrams(asked, 2)];
  const told = pieces
    .map((piece) => piece.replace(QUOTES, '').toLowerCase())
    .map((piece) => pairs.filter((pair) => piece.includes(pair)));
  const named = told.filter((own) => own.some((pair) => !told.every((other) => other.includes(pair))));
  return named.length === 0 || named.length === pieces.length;
}
