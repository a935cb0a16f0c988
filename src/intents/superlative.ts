// 哪一类最少, 三处里头哪个来的人最多 → a row of figures told together, compared
import type { UnitId } from '../bulletin/bulletin.ts';
import { findAmounts } from '../text/amounts.ts';
import { rememberEach } from '../text/remember.ts';
import { foldWidth } from '../text/width.ts';
import { countCommon } from './as-of.ts';
import { namingWords } from './core-words.ts';
import { claim, draftAnswer, type Draft, type Intent, type IntentContext } from './intent.ts';
import { trimCitation } from './quote.ts';

/** What is compared stands between 哪 and 最. */
const ASKS =
  /哪(?<of>[^,。?]{0,9})(?:最|更|比较)(?<most>多|少|高|低|大|小)|最(?<which>多|少|高|低|大|小)的?(?:又)?是?(?:哪|什么)(?<of2>[^,。?是有]{0,4})|占大头的?是?哪(?<of3>[^,。?]{0,4})|哪(?<of4>[^,。?]{0,6})占大头/u;
/** Measures, problems and sections are counted by intents of their own. */
const OTHER = /措施|举措|方面|部分|板块|哪(?:一)?个问题|问题最/u;
/** 完成率最低的地块: a rate stands in a clause behind the name of whose it is, see `most.ts`. */
const RATE = /率|占比|比例/u;
/** 哪种办法, 哪条路子: names no kind of its own. */
const GENERAL_KIND =
  /^(?:办法|法子|方式|路子|渠道|地方|类别|类型|手段|途径|情况|数量|面积|人数|金额|场次|次数)$/u;
const LEAST_ITEMS = { spoken: 2, found: 3 };
const MOST_UNITS = 3;
const READ_UNITS = 6;
/** Share of the question a unit must hold that nobody spoke of before. */
const KNOWN = 0.2;

export const superlativeIntent: Intent = {
  name: 'superlative',
  examples: ['近三年环保投诉里哪一类最少', '闲置房产盘活的各种路子里哪一种面积最大'],
  score: (context) => (context.question.about.length === 0 && compareRow(context) !== null ? 0.84 : 0),
  draft: (context) => compareRow(context) ?? draftAnswer({ refusal: 'not-in-bulletin' }),
};

interface Item {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: number;
}

/** Null when no such row stands in what was spoken of. */
export function draftSuperlative(context: IntentContext): Draft | null {
  return context.question.about.length === 0 ? null : compareRow(context);
}

/** The row of what was spoken of, else of what retrieval finds. Remembered for the message. */
const compareRow = rememberEach((context: IntentContext): Draft | null => {
  const { question, turn, lookup, bulletin } = context;
  const groups = ASKS.exec(question.text)?.groups;
  if (groups === undefined || OTHER.test(question.text)) return null;
  if (question.about.length === 0 && RATE.test(question.text)) return null;
  const which = groups['most'] ?? groups['which'] ?? '多';
  const kind = groups['of'] ?? groups['of2'] ?? groups['of3'] ?? groups['of4'] ?? '';
  const spokenOf = question.about.length > 0;
  const least = spokenOf ? LEAST_ITEMS.spoken : LEAST_ITEMS.found;
  const before = (turn?.history ?? []).slice(0, MOST_UNITS).map((past) => past.question);
  const asked = [question.text, question.previous, ...before].join('\n');
  const rows = findUnits(context).flatMap((id) => {
    const unit = lookup.get(id);
    if (unit === undefined) return [];
    const text = bulletin.source.slice(unit.body.start, unit.body.end);
    // Semicolons part the items of a row, so sentences end at full stops only.
    return Array.from(text.matchAll(/[^。\n]+/gu), ({ 0: sentence, index }) => {
      const row = readRow(sentence, unit.body.start + index, asked);
      const told = spokenOf ? row.map((item) => item.text).join('') : sentence;
      return { unit, row, sentence, spoken: countCommon(asked, told) };
    });
  });
  const [best] = rows
    .filter(({ row, spoken }) => row.length >= least && spoken > 0)
    .filter(({ sentence }) => spokenOf || tellsKind(context, kind, sentence))
    .sort((a, b) => b.spoken - a.spoken || b.row.length - a.row.length);
  const first = best?.row[0];
  const last = best?.row.at(-1);
  if (best === undefined || first === undefined || last === undefined) return null;
  const { unit, row } = best;
  const smallest = /少|低|小/u.test(which);
  const found = row.reduce((best, item) =>
    (smallest ? item.value < best.value : item.value > best.value) ? item : best,
  );
  const citation = trimCitation(unit, bulletin.source, { start: first.start, end: last.end });
  return draftAnswer({
    claims: [claim(`${citation.quote}。最${which}的是:${found.text}`, [citation])],
    candidates: [unit.id],
    suggestions: ['原文'],
  });
});

/** What was spoken of; without that, what retrieval finds for the question. */
function findUnits({ question, engine }: IntentContext): readonly UnitId[] {
  if (question.about.length > 0) return question.about.slice(0, MOST_UNITS);
  const topic = question.text.replace(ASKS, ' ');
  return engine
    .rank(topic.trim().length < 4 ? question.text : topic, { limit: READ_UNITS })
    .filter(({ coverage }) => coverage >= KNOWN)
    .map(({ unit }) => unit);
}

/** 哪个街道: the kind of thing asked for must be told of beside the row. */
function tellsKind(context: IntentContext, kind: string, sentence: string): boolean {
  return namingWords(context, kind.replace(/^(?:[一几]?[个家种类项处条]|一)/u, ''))
    .filter((word) => !GENERAL_KIND.test(word) && !word.includes('的'))
    .every((word) => sentence.includes(word));
}

/** Items counted in the same unit: 进机关108场、进学校60场; the total before 其中 is none of them. */
function readRow(text: string, start: number, asked: string): readonly Item[] {
  const from = Math.max(0, text.indexOf('其中'));
  const items = new Map<string, Item[]>();
  for (const match of text.slice(from).matchAll(/(?:“[^”]*”|[^、,，;；。\n])+/gu)) {
    const at = start + from + match.index;
    const label = match[0].replace(/^其中[::]?/u, '');
    for (const { value, unit } of findAmounts(foldWidth(label)))
      items.set(unit, [
        ...(items.get(unit) ?? []),
        { start: at, end: at + match[0].length, text: label, value },
      ]);
  }
  const rows = [...items]
    .map(([unit, row]) => [unit, withoutTotal(row)] as const)
    .filter(([unit, row]) => unit !== '' && !/[年月日]/u.test(unit) && row.length >= LEAST_ITEMS.spoken);
  const meant = rows.filter(([unit]) => asked.includes(unit));
  const near = rows.filter(([unit]) => Array.from(unit).some((char) => asked.includes(char)));
  return (meant[0] ?? near[0] ?? rows.sort(([, a], [, b]) => b.length - a.length)[0])?.[1] ?? [];
}

/** 查处17人,给予处分1人、提醒16人: the total in front is none of its parts. */
function withoutTotal(row: readonly Item[]): readonly Item[] {
  const [first, ...parts] = row;
  const sum = parts.reduce((total, { value }) => total + value, 0);
  return parts.length > 1 && first?.value === sum ? parts : row;
}
