// 从开工到验收拖了几年, 在区里待了多少天 → the two dates of one matter → the days, months and years between them
import { citeAround, trimCitation } from './quote.ts';
import type { Unit } from '../bulletin/bulletin.ts';
import { collectGrams } from '../ledger/grams.ts';
import { figuresOf } from './figure-match.ts';
import type { PlacedFigure } from './figure-place.ts';
import { claim, draftAnswer, type Draft, type IntentContext } from './intent.ts';
import { createPartMatcher, findMatters, focusOf, wordsBetween } from './matter.ts';
import { readPassages } from './rank-units.ts';

const ASKS =
  /(?:隔|相差|历时|耗时|用时|拖|花|待|呆|蹲|住|驻|搞|用|过|等|晚|早|经过|持续|开展|进行|中间|前后|一共|总共)了?(?:大概|大约|大约)?(?:有|是)?(?:了)?(?:多久|多长时间|多长|多少(?:天|年|个月|日)|几(?:天|年|个月|日))|(?:到|至|后).{0,12}?(?:多久|多长时间|(?:多少|几)(?:天|年|个月))/u;
/** 从开工到验收, 被开除到判下来, 移交比验收晚: what happened at either end. */
const ENDS = [
  /(?:从|自|由)(?<a>[^,，。?]{2,}?)(?:到|至|直到)(?!底)(?<b>[^,，。?]{2,})/u,
  /(?<a>[^,，。?]{2,}?)(?:到|至)(?!底)(?<b>[^,，。?]{2,})/u,
  /(?<a>[^,，。?]{2,}?)(?:以后|之后|后)[,，]?(?:又|再)?(?:过|隔|等)?了?(?:多久|多长时间|(?:多少|几)(?:天|个月|年))(?:才|就)?(?<b>[^,，。?]{2,})/u,
  /(?<b>[^,，。?]{2,}?)比(?<a>[^,，。?]{2,}?)[晚早迟]/u,
];
/** What the end is called is followed by the question: 判下来,中间隔了多久. */
const QUESTION_PART =
  /(?:,|，)?(?:中间|前后|一共|总共|到底|大概)*(?:隔|相差|历时|耗时|用时|拖|花|用|过|等|经过|持续)?了?(?:有)?(?:多久|多长|多少|几(?:天|年|个)).*$/u;
/** 体育馆那栋主体封顶: whose end it is stands in front. */
const SUBJECT =
  /^(?<subject>[^,，。?]{2,12}?)的?[这那](?:个|栋|幢|座|楼|边|条|块|处|项|所|家|头)*(?:项目|工程|大楼|楼|房子)?的?(?<end>[^,，。?]{2,})$/u;
/** Share of an end's words that must stand with its date. */
const ENOUGH = { end: 0.1, both: 0.5 };
/** The same where the two dates stand in different units. */
const ENOUGH_APART = { end: 0.3, both: 0.8 };

/** 首尾日都算, 含首尾, 头尾两天都算进去: both days are counted. */
const INCLUSIVE =
  /[(（]?(?:包?含|算上|连|把)?(?:首尾|头尾|起止|起讫|两头)(?:两?[日天])?(?:都|也|均|两天)*(?:算(?:上|进去?|在内)?|包?含|在内|计入)?[)）]?/u;
/** 从头到尾几天: no two ends. */
const ALL_THROUGH = /从头到尾|自始至终|前前后后/u;

/** Null where no stretch of time is asked for, or its two dates are not told to the day. */
export function draftElapsed(context: IntentContext): Draft | null {
  const inclusive = INCLUSIVE.test(context.question.text);
  const text = context.question.text.replace(INCLUSIVE, '').replace(ALL_THROUGH, '一共');
  if (!(ASKS.test(text) || (inclusive && DAYS.test(text))) || findMatters(context).length === 0) return null;
  const groups = ENDS.map((pattern) => pattern.exec(text)?.groups).find((found) => found !== undefined);
  const a = groups?.['a'];
  const b = groups?.['b']?.replace(QUESTION_PART, '');
  const named = SUBJECT.exec(a ?? '')?.groups;
  const subject = named?.['subject'] ?? text.slice(0, text.indexOf(a ?? ''));
  const ends =
    a === undefined || b === undefined || b.length < 2
      ? findPeriod(context)
      : findEnds(context, readEvents(context, subject), named?.['end'] ?? a, b);
  return ends === null ? null : draftBetween(context, ends, inclusive);
}

const DAYS = /(?:多少|几)[天日]/u;

type Ends = readonly [PlacedFigure, PlacedFigure];

/** Units that may tell of either end: what is found for the question, the lead, which dates the inspection itself, and the signature. */
function readUnits(context: IntentContext): Unit[] {
  const { lookup, bulletin } = context;
  const ids = [
    ...findMatters(context).map(({ unit }) => unit.id),
    ...readPassages(context).ranked.map(({ unit }) => unit),
    ...[...bulletin.units.slice(0, 1), ...bulletin.units.slice(-1)].map(({ id }) => id),
  ];
  return [...new Set(ids)].flatMap((id) => lookup.get(id) ?? []);
}

function daysOf(context: IntentContext, unit: Unit): PlacedFigure[] {
  const asOf = /截[至止]/u.test(context.question.text);
  return figuresOf(context, unit.id).filter(
    ({ kind, text, span }) =>
      kind === 'date' &&
      /日$|^\d{4}[-./]\d{1,2}[-./]\d{1,2}$/u.test(text) &&
      // 截至10月18日: nothing happened on that day.
      (asOf || !/截[至止]$/u.test(wordsBetween({ unit }, span.start - 2, span.start))),
  );
}

/** 这份通报发出来, 公开通报: the day that is printed as 发布时间. */
const PUBLISHED =
  /(?:通报|公告|报告)(?:.{0,4}?)(?:发|公布|公开|挂|登|出炉|出来|见报|印)|(?:发布|公布|公开|发出?)(?:了)?(?:这份|本|此|该)?(?:整改)?(?:情况)?(?:通报|公告)|^(?:发布|公布|公开)(?:日期?|时间|那天|当天|出来|了)?$/u;

/** 4月17日至5月29日: nothing but a stroke between the days of a period. */
const THROUGH = /^[至到—–~-]$/u;

/** Share of what the question is about that the unit of an event must name. */
const SPEAKS = 0.5;

interface DatedEvent {
  readonly date: PlacedFigure;
  /** It opens or closes a period; null where it does neither. */
  readonly side: 'open' | 'close' | null;
}

/** Every day that is told, with the words that belong to it; both days of a period have the words behind it. */
function readEvents(context: IntentContext, subject: string): DatedEvent[] {
  const match = createPartMatcher(context);
  const named = subject.replace(/[从自由被,，]/gu, '');
  return readUnits(context).flatMap((unit) => {
    const told = daysOf(context, unit);
    const [first] = told;
    // 柳岸小学从开工到完工: another building was begun and finished as well.
    const speaks =
      named.length < 2 ||
      first === undefined ||
      match(named, { ...first, around: [unit.text] }).share >= SPEAKS;
    const days = speaks ? told : [];
    const joins = (from: PlacedFigure | undefined, to: PlacedFigure | undefined): boolean =>
      from !== undefined &&
      to !== undefined &&
      THROUGH.test(wordsBetween({ unit }, from.span.end, to.span.start));
    return days.map((date, at): DatedEvent => {
      const next = days[at + 1];
      const opens = joins(date, next);
      const event =
        opens && next !== undefined ? tellEvent(unit, next, days[at + 2]) : tellEvent(unit, date, next);
      return {
        date: { ...date, around: event.around },
        side: opens ? 'open' : joins(days[at - 1], date) ? 'close' : sideTold(event),
      };
    });
  });
}

/** 9月7日完成现场巡察 closes something, 9月7日启动巡察 opens it. */
function sideTold({ around }: PlacedFigure): DatedEvent['side'] {
  const words = around[0] ?? '';
  return /完成|结束|办结/u.test(words) ? 'close' : BEGUN.test(words) ? 'open' : null;
}

/** Share of the question that must stand at a period outside the passage that answers. */
const ENOUGH_PERIOD = 0.4;

/** 2023年4月17日至5月29日: a period printed as such, in the sentence that answers, or told in the words of the question. */
function findPeriod(context: IntentContext): Ends | null {
  const match = createPartMatcher(context);
  const asked = context.question.text.replace(ASKS, ' ');
  const found = readUnits(context).flatMap((unit) => {
    const matter = findMatters(context).find((one) => one.unit.id === unit.id);
    const days = daysOf(context, unit);
    return days.flatMap((from, at) => {
      const to = days[at + 1];
      if (to === undefined || !THROUGH.test(wordsBetween({ unit }, from.span.end, to.span.start))) return [];
      const focus = matter === undefined ? 0 : focusOf(matter, from.clause);
      const { share } = match(asked, tellEvent(unit, to, days[at + 2]));
      return focus > 0.9 || share >= ENOUGH_PERIOD
        ? [{ ends: [from, to] as const, worth: Math.max(focus, share) }]
        : [];
    });
  });
  found.sort((x, y) => y.worth - x.worth);
  return found[0]?.ends ?? null;
}

/** What it adds that both ends are told in one unit. */
const ONE_UNIT = 0.3;
/** The day of a period that a label means. */
const ITS_SIDE = 1.7;
const FINISHED = /结束|[完走撤]/u;
const BEGUN = /开始|进驻|启动/u;

/** The dates whose own words (up to the next date) fit the two ends best. */
function findEnds(context: IntentContext, told: readonly DatedEvent[], a: string, b: string): Ends | null {
  const match = createPartMatcher(context);
  // 巡视结束 means the day a period closes, 巡视开始 the day it opens.
  const fits = (label: string, { date, side }: DatedEvent, last = false): number => {
    if (PUBLISHED.test(label)) return isPublication(context, date) ? 1 : 0;
    if (isPublication(context, date)) return 0;
    const meant = BEGUN.test(label) ? 'open' : FINISHED.test(label) ? 'close' : null;
    // 巡视反馈 is known to mean 巡视 too: the day that says it letter by letter comes first.
    // 福利中心竣工验收: whose it is stands in front of what happened.
    const deed =
      label.length > LONGEST_DEED ? match(label.slice(-LONGEST_DEED), date).share * WITHOUT_SUBJECT : 0;
    const own = Math.max(match(label, date).share, deed) + LITERAL * sharePairs(label, date);
    // 到移交: 完成移交 rather than 开始移交.
    if (meant === null && last && side === 'open') return own * OTHER_SIDE;
    return own * (meant !== null && side === meant ? ITS_SIDE : 1);
  };
  // 红星小学开标: the school is named with other days too; where one tells of the deed, the others are not meant.
  const ends = (label: string, last: boolean): { date: PlacedFigure; share: number }[] => {
    const deeds = told.map(({ date }) => match(label.slice(-2), date).share);
    const isTold = deeds.some((share) => share >= SURE_DEED);
    return told.flatMap((event, at) =>
      isTold && (deeds[at] ?? 0) <= NO_DEED && !PUBLISHED.test(label)
        ? []
        : [{ date: event.date, share: fits(label, event, last) }],
    );
  };
  const first = ends(a, false);
  const second = ends(b, true);
  const pairs = first.flatMap((from) =>
    second.flatMap((to) => {
      if (from.date.value >= to.date.value) return [];
      const together = from.date.unit === to.date.unit;
      const least = together ? ENOUGH : ENOUGH_APART;
      if (!together && !shareProblem(context, from.date.unit, to.date.unit)) return [];
      const sum = from.share + to.share;
      if (Math.min(from.share, to.share) < least.end || sum < least.both) return [];
      const worth = sum + (together ? ONE_UNIT : 0);
      return [{ ends: [from.date, to.date] as const, worth }];
    }),
  );
  pairs.sort((x, y) => y.worth - x.worth);
  return pairs[0]?.ends ?? null;
}

const LONGEST_DEED = 4;
const SURE_DEED = 0.8;
const NO_DEED = 0.3;
const WITHOUT_SUBJECT = 0.9;
const OTHER_SIDE = 0.9;

/** What it adds that an end's words stand at the date letter by letter. */
const LITERAL = 0.1;

function sharePairs(label: string, { around }: PlacedFigure): number {
  const pairs = [...collectGrams(label, 2)];
  return pairs.filter((pair) => around[1]?.includes(pair) === true).length / Math.max(1, pairs.length);
}

/** 发布时间: 2024-01-26, or the day under the signature. */
function isPublication({ bulletin }: IntentContext, { value, unit }: PlacedFigure): boolean {
  const { published } = bulletin.meta;
  const ends = [bulletin.units[0]?.id, bulletin.units.at(-1)?.id];
  return published !== null && value === Date.parse(published) / MS_PER_DAY && ends.includes(unit);
}

/** Dates of two problems tell of two things; the lead dates what all of it rests on. */
function shareProblem({ lookup }: IntentContext, a: string, b: string): boolean {
  const [first, second] = [lookup.get(a), lookup.get(b)];
  return first?.parent === second?.parent || first?.kind !== 'measure' || second?.kind !== 'measure';
}

/** A date with the words that belong to it: before it in its clause, behind it up to the next date or full stop. */
function tellEvent(unit: Unit, date: PlacedFigure, next: PlacedFigure | undefined): PlacedFigure {
  const stop = Math.min(
    date.sentence.end,
    next?.sentence.start === date.sentence.start ? next.span.start : date.sentence.end,
  );
  const words = wordsBetween({ unit }, date.span.end, stop);
  const before = wordsBetween({ unit }, date.clause.start, date.span.start);
  return { ...date, around: [words, `${before}${words}`] };
}

/** Both days quoted, and the time between them. */
export function draftBetween(
  { bulletin, lookup }: IntentContext,
  [from, to]: Ends,
  inclusive = false,
): Draft {
  const citations = [from, to].flatMap((date) => {
    const unit = lookup.get(date.unit);
    if (unit === undefined) return [];
    return date.sentence.end - date.sentence.start <= LONGEST
      ? [trimCitation(unit, bulletin.source, date.sentence)]
      : [citeAround(unit, bulletin.source, date.span, true)];
  });
  const kept = citations.filter(
    ({ span }, at) => citations.findIndex((other) => other.span.start === span.start) === at,
  );
  const days = `${String(to.value - from.value)}天`;
  const both = inclusive ? [`${String(to.value - from.value + 1)}天`, '两天'] : [];
  const whole = sayMonths(from.value, to.value);
  const months = whole === '' ? '' : `(${whole})`;
  const counted = both[0] === undefined ? '' : `,首尾两天都算共${both[0]}`;
  const said = `计算:${from.text}到${to.text},相隔${days}${months}${counted}`;
  const computed = [days, ...both, whole, ...whole.split(/(?<=[年月])/u)].filter((one) => one !== '');
  return draftAnswer({
    claims: [...kept.map((citation) => claim(citation.quote, [citation])), claim(said, kept, { computed })],
    candidates: [...new Set([from.unit, to.unit])],
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
