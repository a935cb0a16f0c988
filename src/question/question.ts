import type { UnitId } from '../bulletin/bulletin.ts';
import type { DateMention } from '../text/dates.ts';

/** What kind of words would answer: a figure, a date, a person, a body … */
export type AskedFor =
  | 'amount'
  | 'date'
  | 'person'
  | 'organization'
  | 'place'
  | 'document'
  | 'reason'
  | 'manner'
  | 'yes-no'
  | 'content';

/** A correction of a typo or a pinyin spelling, shown to the asker when it changed the meaning. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** A unit named by number: 第148条, 问题49, 四(一)5, M148, 上一条. */
export interface Reference {
  /** As written in the message. */
  readonly text: string;
  readonly kind: 'measure' | 'problem' | 'section' | 'sanction';
  /** Units that exist under that number; empty when out of range. */
  readonly units: readonly UnitId[];
  /** The number asked for, for 「只有1—297条」. */
  readonly number: number;
  /** The problem the number is counted in: 问题2的第(1)条; null where it counts through the bulletin. */
  readonly under: UnitId | null;
  /** Where in the unit (第二段, 最后一句), coarse before fine; empty for all of it. */
  readonly places: readonly UnitPlace[];
}

/** 第二段, 最后两句, 后半段, 中间那段, 最后半句. */
export interface UnitPlace {
  /** As written in the message. */
  readonly text: string;
  readonly grain: 'paragraph' | 'half' | 'sentence' | 'clauses';
  /** 1-based from the start, below zero from the end (-1 the last), 0 in the middle. */
  readonly from: number;
  /** How many from there: 最后两句. */
  readonly count: number;
}

/** Moving about in what was shown: 上一条, 下一条, 原文, 说短点, 更多, 展开第二个, 这个问题还有哪些措施. */
export type Navigation =
  | { readonly to: 'next' | 'previous' | 'full' | 'brief' | 'more' | 'siblings' }
  | { readonly to: 'item'; readonly item: number };

/** A message as understood, follow-ups already resolved against the previous turn. */
export interface Question {
  /** The message as sent. */
  readonly original: string;
  /** What is asked, noise removed, typos corrected, simplified script; what retrieval sees. */
  readonly text: string;
  readonly corrections: readonly Correction[];
  readonly references: readonly Reference[];
  readonly askedFor: readonly AskedFor[];
  readonly dates: readonly DateMention[];
  /** Units of the conversation the message points back to (它, 那责任单位是谁, a reply to a bot message). */
  readonly about: readonly UnitId[];
  /** True when the message points back in so many words (它, 那, 剩下的); false when it may stand alone. */
  readonly followUp: boolean;
  /** True when nothing but what the conversation is about can be meant (他判了几年, 名单给我). */
  readonly bound: boolean;
  /** A bare noun with what the previous question asked of another (派驻机构呢 → 派驻机构多少人次); null for other messages. */
  readonly completed: string | null;
  /** The previous question as understood, when this one leans on it. */
  readonly previous: string | null;
  readonly navigation: Navigation | null;
  /** True when the message carried orders to the program, markup or long quotations; they change nothing. */
  readonly carriedOrders: boolean;
  /** True when the message held nothing but orders to the program. */
  readonly onlyOrders: boolean;
}
