// 哪种处理用得最多, 靠哪种法子盘活的面积最大 → the row of figures told side by side → its greatest or least, by name
import { trimCitation } from './quote.ts';
import { readAskedUnits } from './figure-ask.ts';
import { chooseRow, readRows, type Row } from './figure-rows.ts';
import type { PlacedFigure } from './figure-place.ts';
import { fitsUnits } from './figure-words.ts';
import { claim, draftAnswer, type Draft, type IntentContext } from './intent.ts';
import { draftFirstOrLast } from './first-or-last.ts';
import { findFartherMatters, findMatters, type Matter } from './matter.ts';

/** 最多的是哪种, 哪一类最少, 哪个最慢, 占大头的是哪个: what is chosen, and by which end. */
const CHOOSES = /最(?<end>多|少|大|小|高|低|长|短|快|慢)|(?<head>[占是]?大头)|(?<big>占比最大)/u;
const WHICH = /哪(?!家的)|什么|啥/u;
/** 哪个地块, 哪家公司, 最多的小区叫什么: what is chosen from. */
const CHOSEN =
  /哪一?(?:个|家|块|处|条|支|批)?(?<noun>\p{Script=Han}{2})|最.的(?<called>\p{Script=Han}{2})(?=[是叫])/u;
/** Fewer figures side by side are no list to choose from. */
const LEAST_ITEMS = 3;
/** Measures and problems are counted by intents of their own; 最新, 最后 choose nothing. */
const OTHER = /措施|举措|问题|方面|部分/u;
const KINDS = /法子|办法|方式|路子|类型|地方|情况|处理|手段|种类|途径/u;

/** Null when the question chooses nothing, or nothing it may choose from is told. */
export function draftMost(context: IntentContext): Draft | null {
  const { text } = context.question;
  const dated = draftFirstOrLast(context);
  if (dated !== null) return dated;
  const groups = CHOOSES.exec(text)?.groups;
  if (groups === undefined || !WHICH.test(text) || OTHER.test(text)) return null;
  const least = /少|小|低|短|慢/u.test(groups['end'] ?? '');
  const asked = new Set(readMeasure(text));
  const meant = (figure: PlacedFigure): boolean => fitsUnits(figure, asked);
  const readAll = (matters: readonly Matter[]): Row[] =>
    matters.flatMap((matter) => readRows(matter, meant)).filter((row) => mayBeChosen(context, row));
  const near = readAll(findMatters(context));
  const row = chooseRow(context, near.length > 0 ? near : readAll(findFartherMatters(context)));
  return row === null ? null : draftChoice(context, row, least, groups['end'] ?? '多');
}

/** 哪家最多: asked of what was spoken of. */
export function draftMostSpokenOf(context: IntentContext): Draft | null {
  return context.question.about.length === 0 ? null : draftMost(context);
}

/** 完成率最低, 来的人最多: the words before 最 say what is measured, else the question does; how far it got is told in a rate. */
function readMeasure(text: string): readonly string[] {
  if (/最[快慢]/u.test(text)) return ['%'];
  const before = /(?<metric>[^,。?的里中]{1,6})(?:用得|来得)?最/u.exec(text)?.groups?.['metric'] ?? '';
  const own = readAskedUnits(`${before.replace(/^.*哪\p{Script=Han}/u, '')}最多`);
  return own.length > 0
    ? own
    : readAskedUnits(text.replace(/几(?=\p{Script=Han}{1,6}(?:里|中|之中|当中))/gu, ''));
}

/** 哪个街道投诉最多: a row that names no 街道 holds no answer. */
function mayBeChosen({ question }: IntentContext, { figures }: Row): boolean {
  const groups = CHOSEN.exec(question.text)?.groups;
  const noun = groups?.['called'] ?? groups?.['noun'];
  if (figures.length < LEAST_ITEMS) return false;
  if (noun === undefined || KINDS.test(noun) || !CLASS.test(noun)) return true;
  return (
    figures.filter((figure) => new RegExp(`(?<![各全个])${noun}`, 'u').test(sayItem(figure))).length >= 2
  );
}

/** What names a class of places, bodies or times. */
const CLASS =
  /街道|社区|小区|学校|小学|单位|部门|公司|企业|医院|地块|项目|基地|中心|集团|专班|月份|年份|干部|领导/u;

/** The words an item of a row is told in: 提供安置用房盘活1.93万平方米; of a bare 完成率86.99% its clause, or what stands before it. */
function sayItem({ around, text }: PlacedFigure): string {
  const [segment = '', clause = '', part = ''] = around;
  const own = segment.replace(text, '').replace(/[约近共率数额计达为完成面积涉及金额\d年]/gu, '');
  const chosen = own.length >= 2 ? segment : clause.length > segment.length + 4 ? clause : part;
  return chosen.replace(/^其中[:,]?|^[,,、;;]|[,,、;;。]$/gu, '');
}

/** The row is quoted with the words in front of it while it stays this short. */
const LONGEST = 200;

function draftChoice({ bulletin }: IntentContext, row: Row, least: boolean, degree: string): Draft {
  const { figures, matter } = row;
  const values = figures.map(({ value }) => value);
  const extreme = least ? Math.min(...values) : Math.max(...values);
  const found = figures.filter(({ value }) => value === extreme);
  const [first] = figures;
  const last = figures.at(-1) ?? first;
  const end = last.segment.end;
  const start = [first.part, first.clause, first.segment].find((span) => end - span.start <= LONGEST)?.start;
  const citation = trimCitation(matter.unit, bulletin.source, { start: start ?? first.segment.start, end });
  const items = found.map(sayItem).join('、');
  return draftAnswer({
    claims: [claim(`${citation.quote}。最${degree}的是:${items}`, [citation])],
    candidates: [matter.unit.id],
    suggestions: ['原文'],
  });
}
