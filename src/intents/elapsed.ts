// 从开工到验收拖了几年, 在区里待了多少天 → the two dates of one matter → the days, months and years between them
import { citeAround, trimCitation } from './quote.ts';
import type { PlacedFigure } from './figure-place.ts';
import { claim, draftAnswer, type Draft, type IntentContext } from './intent.ts';
import { createPartMatcher, findMatters, focusOf, wordsBetween, type Matter } from './matter.ts';

const ASKS =
  /(?:隔|相差|历时|耗时|用时|拖|花|待|呆|搞|用|过|等|晚|早|经过|持续|开展|进行|中间|前后|一共|总共)了?(?:大概|大约|大约)?(?:有|是)?(?:了)?(?:多久|多长时间|多长|多少(?:天|年|个月|日)|几(?:天|年|个月|日))|(?:到|至).{2,}?(?:多久|多长时间|(?:多少|几)(?:天|年|个月))/u;
/** 从开工到验收, 被开除到判下来, 移交比验收晚: what happened at either end. */
const ENDS = [
  /(?:从|自|由)(?<a>[^,，。?]{2,}?)(?:到|至|直到)(?!底)(?<b>[^,，。?]{2,})/u,
  /(?<a>[^,，。?]{2,}?)(?:到|至)(?!底)(?<b>[^,，。?]{2,})/u,
  /(?<b>[^,，。?]{2,}?)比(?<a>[^,，。?]{2,}?)[晚早迟]/u,
];
/** What the end is called is followed by the question: 判下来,中间隔了多久. */
const QUESTION_PART =
  /(?:,|，)?(?:中间|前后|一共|总共|到底|大概)*(?:隔|相差|历时|耗时|用时|拖|花|用|过|等|经过|持续)?了?(?:有)?(?:多久|多长|多少|几(?:天|年|个)).*$/u;
/** Share of an end's words that must stand with its date. */
const ENOUGH = { end: 0.1, both: 0.5 };

/** Null where no stretch of time is asked for, or its two dates are not told to the day. */
export function draftElapsed(context: IntentContext): Draft | null {
  const { text } = context.question;
  if (!ASKS.test(text)) return null;
  const groups = ENDS.map((pattern) => pattern.exec(text)?.groups).find((found) => found !== undefined);
  const a = groups?.['a'];
  const b = groups?.['b']?.replace(QUESTION_PART, '');
  for (const matter of findMatters(context)) {
    const days = matter.figures.filter(({ kind, text: date }) => kind === 'date' && /日$/u.test(date));
    const pair =
      a === undefined || b === undefined || b.length < 2
        ? findPeriod(matter, days)
        : findEnds(context, matter, days, a, b);
    if (pair !== null) return draftBetween(context, matter, pair);
  }
  return null;
}

type Ends = readonly [PlacedFigure, PlacedFigure];

/** 2023年4月17日至5月29日: a period printed as such, in the sentence that answers. */
function findPeriod(matter: Matter, days: readonly PlacedFigure[]): Ends | null {
  const [best] = days.flatMap((from, at) => {
    const to = days[at + 1];
    if (to === undefined) return [];
    const between = wordsBetween(matter, from.span.end, to.span.start);
    const focus = focusOf(matter, from.clause);
    return /^[至到—–~-]$/u.test(between) && focus > 0.9 ? [{ ends: [from, to] as const, focus }] : [];
  });
  return best?.ends ?? null;
}

/** The dates whose own words (up to the next date) fit the two ends best. */
function findEnds(
  context: IntentContext,
  matter: Matter,
  days: readonly PlacedFigure[],
  a: string,
  b: string,
): Ends | null {
  const match = createPartMatcher(context);
  const told = days.map((date, at) => tellEvent(matter, date, days[at + 1]));
  const pairs = told.flatMap((from) =>
    told.flatMap((to) => {
      if (from.value >= to.value) return [];
      const first = match(a, from).share;
      const second = match(b, to).share;
      const enough = Math.min(first, second) >= ENOUGH.end && first + second >= ENOUGH.both;
      return enough ? [{ ends: [from, to] as const, worth: first + second }] : [];
    }),
  );
  pairs.sort((x, y) => y.worth - x.worth);
  return pairs[0]?.ends ?? null;
}

/** A date with the words that belong to it: before it in its clause, behind it up to the next date or full stop. */
function tellEvent(matter: Matter, date: PlacedFigure, next: PlacedFigure | undefined): PlacedFigure {
  const stop = Math.min(
    date.sentence.end,
    next?.sentence.start === date.sentence.start ? next.span.start : date.sentence.end,
  );
  const words = wordsBetween(matter, date.span.end, stop);
  const before = wordsBetween(matter, date.clause.start, date.span.start);
  return { ...date, around: [words, `${before}${words}`] };
}

function draftBetween({ bulletin }: IntentContext, { unit }: Matter, [from, to]: Ends): Draft {
  const citations = [from, to].map((date) =>
    date.sentence.end - date.sentence.start <= LONGEST
      ? trimCitation(unit, bulletin.source, date.sentence)
      : citeAround(unit, bulletin.source, date.span, true),
  );
  const kept = citations.filter(
    ({ span }, at) => citations.findIndex((other) => other.span.start === span.start) === at,
  );
  const days = `${String(to.value - from.value)}天`;
  const whole = sayMonths(from.value, to.value);
  return draftAnswer({
    claims: [
      ...kept.map((citation) => claim(citation.quote, [citation])),
      claim(`计算:${from.text}到${to.text},相隔${days}${whole === '' ? '' : `(${whole})`}`, kept, {
        computed: [days, whole, ...whole.split(/(?<=[年月])/u)].filter((one) => one !== ''),
      }),
    ],
    candidates: [unit.id],
    suggestions: ['原文'],
  });
}

const LONGEST = 110;
const MS_PER_DAY = 86_400_000;

/** 3年5个月6天 between two days since 1970; empty below a month. */
function sayMonths(from: number, to: number): string {
  const a = new Date(from * MS_PER_DAY);
  const b = new Date(to * MS_PER_DAY);
  let months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  if (b.getUTCDate() < a.getUTCDate()) months -= 1;
  if (months <= 0) return '';
  const start = new Date(Date.UTC(a.getUTCFullYear(), a.getUTCMonth() + months, a.getUTCDate()));
  const rest = Math.round((b.getTime() - start.getTime()) / MS_PER_DAY);
  const years = Math.floor(months / 12);
  const parts = [
    years > 0 ? `${String(years)}年` : '',
    months % 12 > 0 ? `${String(months % 12)}个月` : '',
    rest > 0 ? `${String(rest)}天` : '',
  ];
  return parts.join('');
}
