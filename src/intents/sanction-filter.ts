// question → kinds and measures of sanction, words of the ground or the post → the items of part four that fit
import type { Unit, UnitId } from '../bulletin/bulletin.ts';
import type { Sanction, SanctionKind } from '../ledger/ledger.ts';
import { findByMeaning } from './by-meaning.ts';
import type { IntentContext } from './intent.ts';
import { findMentions, type Mention } from './mentions.ts';
import {
  EXCLUDED,
  KINDS,
  LIST_WORDS,
  MEASURE,
  PERSON_WORDS,
  readMeasures,
  SANCTION_WORDS,
} from './sanction-words.ts';
import { phraseVariants, stripShape, trimEdges } from './shape.ts';

/** Items one part of the question names, with the words of each that were asked for (null when only their sense was). */
export interface SanctionGroup {
  readonly asked: readonly string[];
  readonly items: ReadonlyMap<UnitId, Mention | null>;
}

/** What narrows the items of part four. */
export interface SanctionFilter {
  /** Empty for any kind. */
  readonly kinds: readonly SanctionKind[];
  /** 党内警告, 免职: the measures as asked, one of them; empty for any. */
  readonly measures: readonly string[];
  /** An item must stand in each group; none for all items. */
  readonly groups: readonly SanctionGroup[];
  /** 总务主任, 校长: only persons of these posts are counted; empty for all. */
  readonly posts: readonly string[];
  /** Words no item has. */
  readonly unknown: readonly string[];
}

/** True when the message speaks of sanctions against persons. */
export function speaksOfSanctions({ question, lookup }: IntentContext): boolean {
  const { text, references } = question;
  const named = references.some(
    ({ kind, units }) =>
      kind === 'section' && units.some((id) => lookup.within(id).some((unit) => unit.kind === 'sanction')),
  );
  return (
    named ||
    /诫勉|处分|组织处理|(?:被|受)(?:到|了)?(?:处理|处罚|收拾)|处理了|几项处理|问责|(?:处理|点名)名单/u.test(
      text,
    ) ||
    MEASURE.test(text) ||
    readMeasures(text).length > 0
  );
}

/** 被诫勉的人里面, 名单上: says which list, no more. */
const EDGES =
  /^(?:[里中内上]头?|是?因为?|跟|与|和|同|由|被|给予|予以|为了?|人员?里?面?头?|有关|关于|针对|其中|以及)+|(?:的|而|,|有关|相关|那?案子|问题|里头?|里面|名单|上|加起来|加一块儿?|受)+$/gu;
const NO_PART = /^(?:通报|公布|其中|人员|责任人|谈话|名单|干部|领导|哪些|都有|还有|目前|一共|情况)$/u;

export function readSanctionFilter(context: IntentContext): SanctionFilter {
  const { question } = context;
  const sections = question.references.filter(({ kind }) => kind === 'section');
  const text = sections
    .reduce((rest, { text: written }) => rest.replace(written, '\u0001'), question.text)
    .replace(EXCLUDED, '\u0001');
  const measures = readMeasures(text);
  const kinds = KINDS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
  const parts = text
    .replace(PERSON_WORDS, '\u0001')
    .replace(SANCTION_WORDS, '\u0001')
    .replace(LIST_WORDS, '\u0001')
    .split(/[\u0001,，;]/u)
    .flatMap(stripShape)
    .map((part) => trimEdges(part).replace(EDGES, ''))
    .filter((part) => part.length >= 2 && !NO_PART.test(part));
  const base = { kinds: measures.length === 0 ? kinds : [], measures };
  const groups: SanctionGroup[] = [];
  const posts: string[] = [];
  const unknown: string[] = [];
  for (const part of parts) {
    const group = readGroup(context, part);
    if (group === null) unknown.push(part);
    else {
      groups.push(group);
      posts.push(
        ...group.asked.filter((words) => POST.test(words)).map((words) => words.replace(/^.*的/u, '')),
      );
    }
  }
  return { ...base, groups, posts, unknown };
}

/** 总务主任, 校长 at the end of what is asked: persons are meant by their post. */
const POST =
  /(?:书记|主任|局长|部长|科长|处长|所长|院长|校长|园长|厂长|队长|经理|职员|科员|专员|会计|出纳|委员|助理|经办)$/u;

/** The part whole where an item has it, else each thing it lists; null where an item has none of it. */
function readGroup(context: IntentContext, part: string): SanctionGroup | null {
  const whole = readPiece(context, part, false);
  if (whole !== null) return whole;
  const pieces = part
    .split(/[、]|或者?|以及|还有|加上?|(?:和|与|及)(?!谐)/u)
    .map(trimEdges)
    .filter((piece) => piece.length >= 2);
  const found = pieces.map((piece) => readPiece(context, piece, true));
  const known = found.filter((group) => group !== null);
  if (known.length === 0 || known.length < pieces.length) return null;
  return {
    asked: known.flatMap(({ asked }) => [...asked]),
    items: new Map(known.flatMap(({ items }) => [...items])),
  };
}

/** By its words, by words that together make it up, by the post at its end, by its sense. */
function readPiece(context: IntentContext, piece: string, listed: boolean): SanctionGroup | null {
  const items = sanctionItems(context);
  const search = (words: string): SanctionGroup | null => {
    const found = findMentions(items, context.bulletin.source, [words], false);
    return found.length === 0
      ? null
      : { asked: [words], items: new Map(found.map((mention) => [mention.unit, mention])) };
  };
  const unquoted = piece.replace(/[“”"「」]/gu, '');
  for (const words of phraseVariants(unquoted)) {
    const found = search(words);
    if (found !== null) return found;
  }
  const joined = /[、]|或者?|以及|加上?|和|与|及/u.test(piece) && !listed;
  if (joined) return null;
  const covered = readPieces(items, unquoted);
  if (covered !== null) return covered;
  const post = search(/[^的]*$/u.exec(unquoted)?.[0] ?? '') ?? search(lastPost(unquoted));
  if (post !== null && POST.test(unquoted)) return post;
  const meant = findByMeaning(
    context,
    unquoted,
    items.map(({ id }) => id),
  );
  return meant.length === 0 ? null : { asked: [], items: new Map(meant.map((id) => [id, null])) };
}

/** 学校总务主任 → 总务主任. */
function lastPost(words: string): string {
  return /(?:总务|副)?[\p{Script=Han}]{0,2}$/u.exec(words)?.[0] ?? '';
}

/** 拒缴租金 → 拒缴 and 租金, in every item that has all (长期拒缴公房租金); null when none does. */
function readPieces(items: readonly Unit[], words: string): SanctionGroup | null {
  const found = items.filter(({ text }) => cover(words, text));
  return found.length === 0 ? null : { asked: [words], items: new Map(found.map(({ id }) => [id, null])) };
}

/** True when pieces of two characters and more, each standing in `text`, make up `words`. */
function cover(words: string, text: string): boolean {
  let rest = words.replace(/[的和与及、,]/gu, '');
  if (rest.length < 4) return false;
  while (rest.length >= 2) {
    let length = rest.length;
    while (length >= 2 && !(text.includes(rest.slice(0, length)) && rest.length - length !== 1)) length -= 1;
    if (length < 2) return false;
    rest = rest.slice(length);
  }
  return rest === '';
}

function sanctionItems({ ledger, lookup }: IntentContext): Unit[] {
  return ledger.sanctions.flatMap(({ unit }) => lookup.get(unit) ?? []);
}

/** An item that fits, with the words of it that were asked for (null when nothing was) and the persons meant. */
export interface SanctionRow {
  readonly sanction: Sanction;
  readonly mention: Mention | null;
  readonly persons: number;
}

/** The items that fit every part of the filter, in document order. */
export function selectSanctions(context: IntentContext, filter: SanctionFilter): SanctionRow[] {
  return context.ledger.sanctions.flatMap((sanction): SanctionRow[] => {
    if (filter.kinds.length > 0 && !filter.kinds.includes(sanction.kind)) return [];
    const fits =
      filter.measures.length === 0 ||
      filter.measures.some((asked) => holdsMeasure(sanction.measure.value, asked));
    if (!fits) return [];
    const mentions = filter.groups.map(({ items }) => items.get(sanction.unit));
    if (mentions.includes(undefined)) return [];
    const persons = countPersons(context, sanction, filter);
    return persons === 0 ? [] : [{ sanction, mention: mentions[0] ?? null, persons }];
  });
}

/** 政务警告 is a 政务处分. */
export function holdsMeasure(printed: string, asked: string): boolean {
  return printed.includes(asked.replace(/处分$/u, ''));
}

/** All persons of the item, or those whose post ends with one of the posts asked for, or who are named with the body asked for. */
function countPersons(
  { lookup }: IntentContext,
  sanction: Sanction,
  { posts, groups }: SanctionFilter,
): number {
  const outside = (lookup.get(sanction.unit)?.text ?? '').replace(sanction.ground.quote, '');
  if (posts.length > 0) {
    const named = new RegExp(
      `(?:${posts.join('|')})(?:[(（][^()（）]*[)）])?[\\u4e00-\\u9fff]{2,3}?(?=[、,，;；。(（]|等|予以|均|被|对|工作|在|违|长期|负)`,
      'gu',
    );
    return [...outside.matchAll(named)].length;
  }
  if (sanction.persons === 1) return 1;
  const beside = groups.flatMap(({ items }) => items.get(sanction.unit)?.printed ?? []);
  const counts = beside.map((words) => outside.split(words).length - 1).filter((count) => count > 0);
  return Math.min(sanction.persons, ...counts);
}
