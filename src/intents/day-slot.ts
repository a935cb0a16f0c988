// 去年8月25日办的那场招投标培训, 9.20全区…培训会 → measures that print the day and hold most of the other words
import type { UnitId } from '../bulletin/bulletin.ts';
import type { MentionFilter } from './filter-names.ts';
import type { IntentContext } from './intent.ts';
import type { Read } from './slots.ts';

const DAY =
  /(?:[去今前]年|(?:19|20)\d{2}年?)?(?<!\d)(?<month>1[0-2]|[1-9])(?:月|\.)(?<day>3[01]|[12]\d|[1-9])(?:[日号]|(?![\d.%万亿元个]))(?:那天|当天|上午|下午)?/u;
/** Share of the best measure's coverage that another of the day must have. */
const NEAR_BEST = 0.55;

export interface Day {
  /** 8月25日. */
  readonly asked: string;
  /** The measures that print it. */
  readonly units: readonly UnitId[];
}

/** Null where the question names no day, or one no measure prints. */
export function readDay({ lookup }: IntentContext, text: string): Read<Day> | null {
  const match = DAY.exec(text);
  if (match === null) return null;
  const asked = `${match.groups?.['month'] ?? ''}月${match.groups?.['day'] ?? ''}日`;
  const printed = new RegExp(`(?<!\\d)${asked}`, 'u');
  const units = lookup.measures.flatMap(({ id, text: own }) => (printed.test(own) ? [id] : []));
  return units.length === 0 ? null : { value: { asked, units }, rest: text.replace(match[0], '\u0001') };
}

/** The measures of the day that hold most of `words`, all of them where there are no words. */
export function findOnDay({ engine }: IntentContext, day: Day, words: string): MentionFilter {
  const within = new Set(day.units);
  const ranked = words === '' ? [] : engine.rank(words, { within, limit: day.units.length });
  const best = Math.max(0, ...ranked.map(({ coverage }) => coverage));
  const near = ranked.filter(({ coverage }) => coverage >= best * NEAR_BEST).map(({ unit }) => unit);
  const asked = words === '' ? day.asked : `${day.asked}”和“${words}`;
  return { asked, phrases: [], literal: true, all: false, byWords: words === '' ? day.units : near };
}
