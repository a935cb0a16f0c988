// filter read by pieces or not at all ↔ the measures that tell of the matter as a whole
import type { UnitId } from '../bulletin/bulletin.ts';
import { rememberEach } from '../text/remember.ts';
import { readFilter } from './filter.ts';
import type { IntentContext } from './intent.ts';
import { isEmptyFilter, type FilterReading, type LedgerFilter } from './ledger-filter.ts';
import { findMembers, type Matter } from './members.ts';
import { endsLikeTitle, readByWords } from './filter-names.ts';
import { addNames } from './filter-parts.ts';
import { hasFigure } from './mention-words.ts';
import { selectMeasures } from './select.ts';
import { POINTS } from './told-otherwise.ts';

/**
 * The filter of a list or a count. What the bulletin prints is looked for as it is; a matter said in everyday words
 * (师傅带徒弟 for 师徒帮带, M123) is met as a whole, where rules would take it by what pieces of it are printed.
 */
export const readListFilter = rememberEach((context: IntentContext): FilterReading => {
  const reading = readFilter(context);
  const matter = readMatter(context, reading);
  if (matter === null) return reading;
  const name = reading.parts.map(nameMatter).join('');
  // 修地铁, 湿地公园: what so few characters name is printed in some order, or not told of.
  const short = plain(name).length <= LONGEST_SHORT;
  const words = short ? readByWords(context, [name]) : null;
  const members = short ? [] : findMembers(context, matter);
  const bare = withoutNames(reading.filter);
  if (words !== null) return { ...reading, filter: addNames(bare, words), unknown: [] };
  if (members.length === 0) return { ...reading, filter: bare, unknown: reading.parts.map(nameMatter) };
  const places = new Map(
    members.flatMap(({ unit, citation }) => (citation === null ? [] : [[unit, citation] as const])),
  );
  const mention = {
    asked: FIGURE.test(name) ? '' : name,
    phrases: [],
    literal: true,
    all: true,
    byWords: members.map(({ unit }) => unit),
    akin: [],
    places,
  };
  return { ...reading, filter: { ...bare, mentions: [mention] }, unknown: [] };
});

/** 哪几条, 条目都给我: measures are asked for in so many words; 犯了哪条 asks what was done, …的举措一共多少条 what one holds. */
const ASKS_FOR_MEASURES =
  /(?:措施|举措|条目|条款)(?![^,。?]*(?:多少|几)[条项])|编号|条号|(?:哪些|哪几|第几|好几)[条项]|几条(?:里|措施|举措)|[写提讲说]在哪|(?:有关|相关|沾边|挂钩|搭边)的?(?:内容|东西|地方)?[?。!]*$|[列找挑拎](?:全|齐|一下|出来)/u;

/** Null where the words are printed, quoted, or told apart by a figure that rules have found, and where no measures are asked for. */
function readMatter(context: IntentContext, reading: FilterReading): Matter | null {
  const { filter, shape, unknown, parts, loose } = reading;
  const words = parts.join(' ');
  if ((!loose && unknown.length === 0) || POINTS.test(words)) return null;
  if (!ASKS_FOR_MEASURES.test(context.question.text)) return null;
  if (shape.literal || context.question.followUp || words.length < SHORTEST || /[“《]/u.test(words))
    return null;
  if (filter.organization?.leads === true || context.bulletin.source.includes(words)) return null;
  const ids = (narrowed: LedgerFilter): UnitId[] => selectMeasures(context, narrowed).map(({ unit }) => unit);
  const byRule = unknown.length > 0 ? [] : ids(filter);
  const sure = hasFigure(words) || endsLikeTitle(words) || isReadWhole(filter, words);
  if (byRule.length > 0 && sure) return null;
  const slots = withoutNames(filter);
  const within = isEmptyFilter(slots) ? context.lookup.measures.map(({ id }) => id) : ids(slots);
  return { words, within: new Set(within), byRule };
}
const SHORTEST = 2;

function withoutNames(filter: LedgerFilter): LedgerFilter {
  return { ...filter, mentions: [], organization: null, document: null };
}

/** Names of up to so many characters are read well by rules that read the whole of them. */
const SHORT_NAME = 6;
const WHOLE = 0.75;
const LONGEST_SHORT = 5;
/** The gate asks for a source of every figure; those of the asker have none. */
const FIGURE = /[\d百千万]|[一二两三四五六七八九十几][余多来]?[家件个次条项人名场处]/u;

/** 抗台风, 台风防汛: every word of a short name is met in one sentence. */
function isReadWhole({ mentions, organization, document }: LedgerFilter, words: string): boolean {
  const named = [...mentions, organization, document].map((names) => plain(names?.asked ?? '')).join('');
  const { length } = plain(words);
  return length <= SHORT_NAME && named.length >= length * WHOLE;
}

/** 跟拆违建, 在管喝酒开车的事: the matter itself. */
function nameMatter(part: string): string {
  return part.replace(
    /^(?:跟|和|与|把|对|讲|说|关于|有关|涉及|正?在[管抓搞做])(?=.{2})|(?:的事情?|[这那]一?[块摊])$/gu,
    '',
  );
}

function plain(words: string): string {
  return words.replace(/”[和或]“|[^\p{L}\d]/gu, '');
}
