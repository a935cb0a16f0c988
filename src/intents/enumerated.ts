// 修订好了几部办法, 列出来的路子有几种, 讲课的有几位 → the titles, kinds or speakers listed in the matter, counted and named
import type { Citation } from '../bulletin/bulletin.ts';
import { readRows } from './figure-rows.ts';
import { claim, draftAnswer, type Draft, type IntentContext } from './intent.ts';
import { findFartherMatters, findMatters, focusOf, isArabic, type Matter } from './matter.ts';
import { trimCitation } from './quote.ts';
import { splitAsks } from './several-parts.ts';
import { nameAtEnd } from './surnames.ts';

/** 登台讲课的点了几位名字, 讲座请了几位老师: those who speak are counted by name. */
const PERSONS = /(?:多少|几)[个位名](?:人|人名|名字|老师|专家)?/u;
const SPEAKS = /讲课|授课|登台|主讲|讲座/u;
const COUNTS = /(?:多少|(?<![哪第好这那前])几)(?<unit>[种类份部个项件])(?!月|百分|小时)/u;
const DOCUMENTS = /办法|规定|文件|制度|方案|意见|通知|条例|细则|机制|章程/u;
/** Counted by the bulletin's own order, see count.ts. */
const COUNTED_ELSEWHERE = /措施|举措|问题|方面/u;
const KINDS = /路子|办法|法子|方式|途径|类型|种类|手段|几[种类]|多少[种类]/u;

interface Listed {
  readonly items: readonly string[];
  readonly citations: readonly Citation[];
}

/** Null when the bulletin prints the number, or lists nothing of the kind asked for. */
export function draftEnumerated(context: IntentContext): Draft | null {
  const { text } = context.question;
  const speakers = PERSONS.test(text) && SPEAKS.test(text);
  const unit = COUNTS.exec(text)?.groups?.['unit'];
  // The words first: finding the matter ranks and reads units.
  if ((!speakers && unit === undefined) || COUNTED_ELSEWHERE.test(text) || splitAsks(text).length > 1)
    return null;
  const [matter] = findMatters(context);
  if (matter === undefined || matter.passages.length === 0) return null;
  if (speakers) return draftSpeakers(context, matter);
  return unit === undefined ? null : draftCount(matter, readListed(context, matter, text, unit), unit);
}

function draftSpeakers(context: IntentContext, matter: Matter): Draft | null {
  for (const one of [matter, ...findFartherMatters(context)]) {
    const speakers = readSpeakers(context, one);
    if (speakers !== null) return draftCount(one, speakers, '位');
  }
  return null;
}

function draftCount(matter: Matter, listed: Listed | null, unit: string): Draft | null {
  if (listed === null || listed.items.length < 2) return null;
  const result = `${String(listed.items.length)}${unit}`;
  return draftAnswer({
    claims: [
      ...listed.citations.map((citation) => claim(citation.quote, [citation])),
      claim(`计算:逐一计数(${listed.items.join('、')}),共${result}`, listed.citations, {
        computed: [result],
      }),
    ],
    candidates: [matter.unit.id],
    suggestions: ['原文'],
  });
}

/** 由甲作“…”讲座,邀请某校乙作“…”讲座: those who speak, by name. */
function readSpeakers({ bulletin }: IntentContext, { unit }: Matter): Listed | null {
  const spoken = [
    ...unit.text.matchAll(/[由请][^。;；]*?(?<words>\p{Script=Han}{2,3})(?:作|讲授|主讲|授课)(?=[“《])/gu),
  ];
  const names = spoken.map(({ groups }) => nameAtEnd(groups?.['words'] ?? ''));
  if (spoken.length === 0 || names.includes('')) return null;
  const citations = spoken.map((match) => {
    const start = unit.body.start + unit.text.indexOf(match[0]);
    return trimCitation(unit, bulletin.source, { start, end: start + match[0].length });
  });
  return { items: names, citations };
}

function readListed(context: IntentContext, matter: Matter, text: string, unit: string): Listed | null {
  if (/[份部个项件]/u.test(unit) && DOCUMENTS.test(text)) return readDocuments(context, matter);
  return /[种类]/u.test(unit) || KINDS.test(text) ? readKinds(context, matter) : null;
}

/** Every title the measure prints, once. */
function readDocuments({ bulletin, facts }: IntentContext, { unit, figures }: Matter): Listed | null {
  const documents = facts.get(unit.id)?.documents ?? [];
  const seen = new Map(documents.map((document) => [document.citation.quote, document.citation]));
  const titles = [...seen.values()];
  const isPrinted = figures.some(
    ({ measured, around }) => /^[份部个项件]$/u.test(measured) && DOCUMENTS.test(around[0] ?? ''),
  );
  if (isPrinted) return null;
  const citations = titles.map(({ span }) => trimCitation(unit, bulletin.source, span));
  return { items: citations.map(({ quote }) => quote), citations };
}

const LEAST_KINDS = 3;

/** The items of the row of figures that answers: 提供安置用房盘活1.93万平方米; … */
function readKinds({ bulletin }: IntentContext, matter: Matter): Listed | null {
  const rows = readRows(matter, ({ measured }) => !/[%‰]|百分点/u.test(measured)).filter(
    ({ figures }) => figures.length >= LEAST_KINDS && figures.every(isArabic),
  );
  const weighed = rows.map((row) => ({
    row,
    focus: focusOf(matter, row.figures[0].part) + row.figures.length / 100,
  }));
  weighed.sort((a, b) => b.focus - a.focus);
  const [best] = weighed;
  if (best === undefined || best.focus < 0.8) return null;
  const { figures } = best.row;
  const last = figures.at(-1) ?? figures[0];
  const span = { start: figures[0].segment.start, end: last.segment.end };
  const items = figures.map(({ around }) => (around[0] ?? '').replace(/^其中[:,]?/u, ''));
  return { items, citations: [trimCitation(matter.unit, bulletin.source, span)] };
}
