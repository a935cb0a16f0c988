// 去年8月25日办的那场招投标培训, 9.20全区…培训会 → measures that print the day and hold most of the other words
import type { UnitId } from '../bulletin/bulletin.ts';
import type { MentionFilter } from './filter-names.ts';
import type { IntentContext } from './intent.ts';
import type { Read } from './slots.ts';

const DAY =
  /(?:(?<relative>[去今前])年|(?<year>(?:19|20)\d{2})年?)?(?<!\d)(?<month>1[0-2]|[1-9])(?:月|\.)(?<day>3[01]|[12]\d|[1-9])(?:[日号]|(?![\d.%万亿元个]))(?:那天|当天|上午|下午)?/u;
/** Share of the best measure's coverage that another of the day must have. */
const NEAR_BEST = 0.55;

export interface Day {
  /** 8月25日. */
  readonly asked: string;
  /** The measures that print it. */
  readonly units: readonly UnitId[];
}

const YEARS_AGO: Readonly<Record<string, number>> = { 今: 0, 去: 1, 前: 2 };

/** The year in front of the day, in words or counted from `today`; null where none is named. */
function readYear(groups: Readonly<Record<string, string | undefined>>, today: string | null): number | null {
  const ago = YEARS_AGO[groups['relative'] ?? ''];
  if (ago !== undefined) return today === null ? null : Number(today.slice(0, 4)) - ago;
  return groups['year'] === undefined ? null : Number(groups['year']);
}

/** The year printed last before a day: 「2023年8月30日、9月20日」. */
function yearBefore(text: string, at: number): number | null {
  const year = [...text.slice(0, at).matchAll(/(?<!\d)\d{4}(?=年)/gu)].at(-1);
  return year === undefined ? null : Number(year[0]);
}

/** Null where the question names no day, or one no measure prints. */
export function readDay({ lookup, today }: IntentContext, text: string): Read<Day> | null {
  const match = DAY.exec(text);
  if (match?.groups === undefined) return null;
  const { month = '', day = '' } = match.groups;
  const asked = `${month}月${day}日`;
  const year = readYear(match.groups, today);
  const printed = new RegExp(`(?<!\\d)${asked}`, 'gu');
  const units = lookup.measures.flatMap(({ id, text: own }) =>
    [...own.matchAll(printed)].some(({ index }) => year === null || yearBefore(own, index) === year)
      ? [id]
      : [],
  );
  return units.length === 0 ? null : { value: { asked, units }, rest: text.replace(match[0], '\u0001') };
}

/** The measures of the day that hold most of `words`, all of them where there are no words. */
export function findOnDay({ engine }: IntentContext, day: Day, words: string): MentionFilter {
  const within = new Set(day.units);
  const ranked = words === '' ? [] : engine.rank(words, { within, limit: day.units.length });
  const best = Math.max(0, ...ranked.map(({ coverage }) => coverage));
  const near = ranked.filter(({ coverage }) => coverage >= best * NEAR_BEST).map(({ unit }) => unit);
  const asked = words === '' ? day.asked : `${day.asked}”和“${words}`;
  return {
    asked,
    phrases: [],
    literal: true,
    all: false,
    byWords: words === '' ? day.units : near,
    akin: [],
  };
}
