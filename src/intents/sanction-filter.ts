// question → kinds and measures of sanction, words of the ground or the post → the items of part four that fit
import type { Unit, UnitId } from '../bulletin/bulletin.ts';
import type { SanctionKind } from '../ledger/ledger.ts';
import { rememberEach } from '../text/remember.ts';
import { findByMeaning } from './by-meaning.ts';
import { namesNothing, namingWords } from './pieces.ts';
import type { IntentContext } from './intent.ts';
import { hasFigure } from './mention-words.ts';
import { findMentions, type Mention } from './mentions.ts';
import {
  EXCLUDED,
  holdsMeasure,
  KIND_LABELS,
  LIST_WORDS,
  MEASURE,
  namedKinds,
  readMeasures,
} from './sanction-words.ts';
import { readHeads, type Heads } from './sanction-heads.ts';
import { bodyOfPersons, findClass, findPostsAt, formsOfBody, formsOfKind } from './sanction-persons.ts';
import { cover, lastPost, readParts, type Part } from './sanction-parts.ts';
import { phraseVariants, trimEdges } from './shape.ts';

/** Items one part of the question names, with the words of each that were asked for (null when only their sense was). */
export interface SanctionGroup {
  readonly asked: readonly string[];
  readonly items: ReadonlyMap<UnitId, Mention | null>;
  /** 学校的人: what tells of the persons meant; of any where it is left out. */
  readonly told?: RegExp;
}

/** What narrows the items of part four. */
export interface SanctionFilter {
  /** Empty for any kind. */
  readonly kinds: readonly SanctionKind[];
  /** 党内警告, 免职: the measures as asked; an item has one of them or one of the kinds; empty for any. */
  readonly measures: readonly string[];
  /** An item must stand in each group; none for all items. */
  readonly groups: readonly SanctionGroup[];
  /** 总务主任, 校长: only persons of these posts are counted; empty for all. */
  readonly posts: readonly string[];
  /** 跟近亲繁殖没关系的, 不算严重警告: items left out. */
  readonly without: ReadonlySet<UnitId>;
  /** The measures and kinds of them as the message calls them. */
  readonly excluded: readonly string[];
  /** 只处理一个人的: so many persons an item must count; null for any. */
  readonly heads: Heads | null;
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
    /诫勉|处分|组织处理|(?:被|受|挨)(?:到|过|了)?(?:处理|处罚|收拾|处分)|处理了|几项处理|问责|名单/u.test(
      text,
    ) ||
    MEASURE.test(text) ||
    readMeasures(text).length > 0
  );
}

/** 诫勉的20人里, 诫勉的9项中: the number of all, told by the asker. */
const OF_SO_MANY = /的?\d+(?:个人|人|名|位|项|条)(?:里面?|当?中|之中)/u;

/** 校长(含原任): says that former ones count too. */
const INCLUDED = /\((?:也?含|包括|算上|连同?)[^()]*\)/gu;

/** 一项就诫勉了四个人的: the kind stands in the words that count persons. */
const KIND_OF_HEADS = /诫勉|处分|组织处理/u;

/** Remembered for the message: the score and the draft both read it. */
export const readSanctionFilter = rememberEach((context: IntentContext): SanctionFilter => {
  const { question } = context;
  const heads = readHeads(question.text);
  const sections = question.references.filter(({ kind }) => kind === 'section');
  const whole = sections
    .reduce((rest, { text: written }) => rest.replace(written, '\u0001'), question.text)
    .replace(heads?.written ?? '', `\u0001${KIND_OF_HEADS.exec(heads?.written ?? '')?.[0] ?? ''}\u0001`)
    .replace(OF_SO_MANY, '\u0001')
    .replace(INCLUDED, '');
  const excluded = [...whole.matchAll(EXCLUDED)].map(({ groups = {} }) =>
    findExcluded(context, Object.values(groups).join('')),
  );
  const text = whole.replace(EXCLUDED, '\u0001');
  const measures = readMeasures(text);
  const kinds = readKinds(context, text, measures);
  const { groups, posts, unknown } = readGroups(context, readParts(text), measures.length > 0 ? [] : kinds);
  return {
    kinds,
    measures,
    groups,
    posts,
    without: new Set(excluded.flatMap(({ units }) => [...units])),
    excluded: excluded.flatMap(({ asked, units }) => (units.length > 0 ? [...asked] : [])),
    heads,
    unknown,
  };
});

/** 挨处分或者处理的, 受处分处理的: whatever it was. */
const EITHER = /(?<!党纪|政务|党内)处分(?:或者?|和|与|、|还是|及)?处理|处理(?:或者?|和|与|、|还是|及)?处分/u;

/** 受党内警告的加上被诫勉的: a kind beside a measure; 党纪处分里受党内警告的: a kind that holds it says no more. */
function readKinds({ ledger }: IntentContext, text: string, measures: readonly string[]): SanctionKind[] {
  const holding = new Set(
    ledger.sanctions
      .filter(({ measure }) => measures.some((asked) => holdsMeasure(measure.value, asked)))
      .map(({ kind }) => kind),
  );
  const beside = text.replace(LIST_WORDS, '').replace(new RegExp(MEASURE.source, 'gu'), '');
  const kinds = EITHER.test(beside) ? [] : namedKinds(beside);
  return kinds.some((kind) => holding.has(kind)) && kinds.length === 1
    ? []
    : kinds.filter((kind) => !holding.has(kind));
}

/** Items of a measure or with the words that the message leaves out, and the measures or kinds they are of. */
function findExcluded(
  context: IntentContext,
  words: string,
): { readonly asked: readonly string[]; readonly units: readonly UnitId[] } {
  const measures = readMeasures(words);
  const kinds = measures.length > 0 ? [] : namedKinds(words);
  if (measures.length + kinds.length > 0) {
    const left = context.ledger.sanctions.filter(
      ({ kind, measure }) =>
        kinds.includes(kind) || measures.some((asked) => holdsMeasure(measure.value, asked)),
    );
    return {
      asked: [...measures, ...kinds.map((kind) => KIND_LABELS[kind])],
      units: left.map(({ unit }) => unit),
    };
  }
  // Bodies and figures of items that are left out stand in none that is cited.
  const groups = readParts(words).flatMap(({ part }) => readGroup(context, part) ?? []);
  return { asked: [], units: groups.flatMap(({ items }) => [...items.keys()]) };
}

function readGroups(
  context: IntentContext,
  parts: readonly Part[],
  kinds: readonly SanctionKind[],
): Pick<SanctionFilter, 'groups' | 'posts' | 'unknown'> {
  const groups: SanctionGroup[] = [];
  const posts: string[] = [];
  const unknown: string[] = [];
  for (const { part, isGround } of parts) {
    const group = withinKinds(context, readGroup(context, part), part, kinds);
    if (group === null && (isGround || !namesNothing(context, part))) unknown.push(part);
    if (group === null) continue;
    groups.push(group);
    const printed = [...group.items.values()].some((mention) => mention !== null);
    const named = printed ? group.asked.filter((words) => POST.test(words)) : [];
    posts.push(...named.map((words) => words.replace(/^.*的/u, '')));
  }
  return { groups, posts, unknown };
}

/** 公房租金那类事,诫勉里的: where the words are only meant, and by items of other kinds, those of the kinds asked for that mean them. */
function withinKinds(
  context: IntentContext,
  group: SanctionGroup | null,
  part: string,
  kinds: readonly SanctionKind[],
): SanctionGroup | null {
  if (group === null || kinds.length === 0) return group;
  const inside = context.ledger.sanctions.flatMap(({ kind, unit }) => (kinds.includes(kind) ? [unit] : []));
  const fits = [...group.items].some(([unit, mention]) => mention !== null || inside.includes(unit));
  if (fits || namesNothing(context, part)) return group;
  const meant = findByMeaning(context, part, inside);
  return meant.length === 0 ? group : { asked: [], items: new Map(meant.map((id) => [id, null])) };
}

/** 总务主任, 校长 at the end of what is asked: persons are meant by their post. */
const POST =
  /(?:书记|主任|局长|部长|科长|处长|所长|院长|校长|园长|厂长|队长|经理|职员|科员|专员|会计|出纳|委员|助理|经办)$/u;

/** 校长园长: a post right behind a post. */
const POST_BESIDE = new RegExp(
  `(?<=${POST.source.replace('$', '')})(?=\\p{Script=Han}{0,4}${POST.source})`,
  'u',
);

/** 水务系统的干部: the field whole where an item prints it, else the bodies of that name. */
function personsOf(context: IntentContext, written: string): string | null {
  const body = bodyOfPersons(written);
  const field = `${body ?? ''}系统`;
  const printed = body !== null && written.startsWith(field);
  return printed && sanctionItems(context).some(({ text }) => text.includes(field)) ? field : body;
}

/** The part whole where an item has it, else each thing it lists; null where an item has none of it. */
function readGroup(context: IntentContext, written: string): SanctionGroup | null {
  const ofClass = findClass(context, written);
  if (ofClass !== null) return ofClass;
  const part = personsOf(context, written) ?? written;
  const listed = part.replace(POST_BESIDE, '、');
  const at = findPostsAt(context, listed, POST);
  if (at !== null) return at;
  const whole = readPiece(context, listed, false);
  if (whole !== null) return whole;
  const pieces = listed
    .split(/、|或者?|也好|以及|还有|加上?|(?:和|与|及)(?!谐)/u)
    .map(trimEdges)
    .filter((piece) => piece.length >= 2);
  const found = pieces.map((piece) => readPiece(context, piece, true));
  const known = found.filter((group) => group !== null);
  // 公家房子租金、被占: the second says nothing without the first.
  if (known.length < pieces.length)
    return pieces.some((piece) => namesNothing(context, piece)) ? meanWords(context, part) : null;
  if (known.length === 0) return null;
  return {
    asked: known.flatMap(({ asked }) => [...asked]),
    items: new Map(known.flatMap(({ items }) => [...items])),
  };
}

/** By its words, by words that together make it up, by the post at its end, by its sense. */
function readPiece(context: IntentContext, piece: string, listed: boolean): SanctionGroup | null {
  const items = sanctionItems(context);
  const search = (words: string): SanctionGroup | null => {
    const forms = [...formsOfKind(words), ...formsOfBody(context.ledger, words)];
    const found = findMentions(items, context.bulletin.source, forms, false);
    return found.length === 0
      ? null
      : { asked: [words], items: new Map(found.map((mention) => [mention.unit, mention])) };
  };
  const unquoted = piece.replace(/[“”"「」]/gu, '');
  for (const words of phraseVariants(unquoted)) {
    const found = search(words);
    if (found !== null) return found;
  }
  const joined = /、|或者?|也好|以及|加上?|和|与|及/u.test(piece) && !listed;
  if (joined) return null;
  const covered = readPieces(items, unquoted);
  if (covered !== null) return covered;
  const named = readNames(context, items, unquoted);
  if (named !== null && (named.asked.length > 1 || !POST.test(unquoted))) return named;
  const post = search(/[^的]*$/u.exec(unquoted)?.[0] ?? '') ?? search(lastPost(unquoted));
  if (post !== null && POST.test(unquoted)) return post;
  return meanWords(context, unquoted);
}

/** The items that mean the words; null where none does, or too many. */
function meanWords(context: IntentContext, words: string): SanctionGroup | null {
  if (namesNothing(context, words)) return null;
  const items = sanctionItems(context).map(({ id }) => id);
  const meant = findByMeaning(context, words, items);
  return meant.length === 0 || meant.length > items.length * MOST_MEANT
    ? null
    : { asked: [], items: new Map(meant.map((id) => [id, null])) };
}

/** Words that mean so large a share of the items mean none of them. */
const MOST_MEANT = 0.4;

/** 那笔挪用公款的案子 → the items that print every word of it that names something, and the verbs that any of them prints. */
function readNames(context: IntentContext, items: readonly Unit[], words: string): SanctionGroup | null {
  const names = hasFigure(words) ? [] : namingWords(context, words);
  const named =
    names.length === 0 ? [] : items.filter(({ text }) => names.every((name) => text.includes(name)));
  const verbs = context.engine
    .tokenize(words, { wordsOnly: true })
    .filter((word) => named.some(({ text }) => text.includes(word)));
  const found = named.filter(({ text }) => verbs.every((verb) => text.includes(verb)));
  return found.length === 0
    ? null
    : { asked: [...new Set([...verbs, ...names])], items: new Map(found.map(({ id }) => [id, null])) };
}

/** 拒缴租金 → 拒缴 and 租金, in every item that has all (长期拒缴公房租金); null when none does. */
function readPieces(items: readonly Unit[], words: string): SanctionGroup | null {
  const found = items.filter(({ text }) => cover(words, text));
  return found.length === 0 ? null : { asked: [words], items: new Map(found.map(({ id }) => [id, null])) };
}

function sanctionItems({ ledger, lookup }: IntentContext): Unit[] {
  return ledger.sanctions.flatMap(({ unit }) => lookup.get(unit) ?? []);
}
