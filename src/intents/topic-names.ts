// topic → names of projects, places and persons in it → units that hold them
import type { Unit, UnitId } from '../bulletin/bulletin.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { normalizeText } from '../text/normalize.ts';
import { rememberEach } from '../text/remember.ts';
import type { IntentContext } from './intent.ts';
import { findKnownNames } from './surnames.ts';

/** True when the unit holds one of the names the topic holds; always when the topic holds none. */
export type HoldsNames = (unit: UnitId) => boolean;

/** A name in more measures than this is a common noun: 老旧小区. */
const RAREST = 10;
/** 锦川供应链平台经济产业园 is 锦川产业园: this share of a name's pairs of characters is enough. */
const SAME = 0.7;

/** 柳岸小学建设进展 is about 柳岸小学, not about schools and building. */
export function readTopicNames({ ledger, lookup, bulletin }: IntentContext, topic: string): HoldsNames {
  const places = rareNames(ledger).filter((name) => topic.includes(name));
  const names = [...places, ...findKnownNames(topic, bulletin.source)];
  if (names.length === 0) return () => true;
  const kept = new Map<UnitId, boolean>();
  return (unit) => {
    const known = kept.get(unit);
    if (known !== undefined) return known;
    const text = plainText(lookup.get(unit));
    const holds = names.some((name) => sharePairs(name, text) >= SAME);
    kept.set(unit, holds);
    return holds;
  };
}

const rareNames = rememberEach(({ names }: Ledger): readonly string[] =>
  names
    .filter(({ units }) => units.length <= RAREST)
    .map(({ name }) => normalizeText(name).text)
    .filter((name) => name.length > 2),
);

/** The unit's text, normalised; empty for no unit. */
export function plainText(unit: Unit | undefined): string {
  return unit === undefined ? '' : normalizedUnit(unit);
}

const normalizedUnit = rememberEach(({ text }: Unit): string => normalizeText(text).text);

/** Share of the phrase's pairs of neighbouring characters that stand in the text, 0…1. */
export function sharePairs(phrase: string, text: string): number {
  let found = 0;
  for (let i = 0; i + 1 < phrase.length; i += 1) if (text.includes(phrase.slice(i, i + 2))) found += 1;
  return phrase.length < 2 ? 0 : found / (phrase.length - 1);
}
