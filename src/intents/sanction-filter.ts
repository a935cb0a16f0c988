// question → kinds and measures of sanction, words of the ground → the items of part four that fit
import type { Unit } from '../bulletin/bulletin.ts';
import type { Sanction, SanctionKind } from '../ledger/ledger.ts';
import type { IntentContext } from './intent.ts';
import { findMentions, type Mention } from './mentions.ts';
import { phraseVariants, stripShape, trimEdges } from './shape.ts';

/** What narrows the items of part four. */
export interface SanctionFilter {
  /** Empty for any kind. */
  readonly kinds: readonly SanctionKind[];
  /** 党内警告, 免职: the measures as asked, one of them; empty for any. */
  readonly measures: readonly string[];
  /** Words of the ground or of the item, one of each group; empty for all items. */
  readonly words: readonly (readonly string[])[];
  /** Words no item has. */
  readonly unknown: readonly string[];
}

const KINDS: readonly (readonly [SanctionKind, RegExp])[] = [
  ['admonition', /诫勉/u],
  ['organizational', /组织处理|组织调整/u],
  ['disciplinary', /党纪|政务|党内|处分/u],
];
/** Measures of the genre as people name them, long ones first. */
const MEASURE =
  /党内严重警告|党内警告|政务警告|留党察看|开除党籍|记大过|记过|撤职|撤销|降职降薪|调岗降薪|降职|降薪|调岗|清退|免职|调整岗位|严重警告|警告/u;
const SANCTION_WORDS =
  /(?:被|受到?|给予|予以|遭到?|挨了?|共|一共|总共)*(?:党纪政务处分|党纪处分|政务处分|党内严重警告|党内警告|政务警告|严重警告|警告|组织处理|其他处理|诫勉谈话|诫勉处理|诫勉|降职降薪|调岗降薪|降职|降薪|调岗|清退|免职|调整岗位|处分|处理|问责|追责)(?:处分|处理)?(?:情况|事项|的|了|过)*(?:或者?|和|、)?/gu;
const PERSON_WORDS =
  /(?:一共|总共|共计|合计|总计|加起来|共|都|各|有|是|了|分|列|列了)*(?:多少|哪?几|哪些)(?:个|名|位)?(?:人员|人次|人|名|位|干部|责任人|项|条)?|(?:的)?(?:人员|责任人|干部|人)(?:里面?|中|当中)(?=[^\s]|$)|人数|(?:有|是)谁/gu;
const PART = /(?:第[一二三四五六七八九十]+部分|通报|名单|附件)(?:里面?|中|的|公布的)*/gu;

/** True when the message speaks of sanctions against persons. */
export function speaksOfSanctions({ question, lookup }: IntentContext): boolean {
  const { text, references } = question;
  const named = references.some(
    ({ kind, units }) =>
      kind === 'section' && units.some((id) => lookup.within(id).some((unit) => unit.kind === 'sanction')),
  );
  return (
    named || /诫勉|处分|组织处理|被处理|受(?:到)?处理|处理了|几项处理|问责/u.test(text) || MEASURE.test(text)
  );
}

export function readSanctionFilter(context: IntentContext): SanctionFilter {
  const { question } = context;
  const sections = question.references.filter(({ kind }) => kind === 'section');
  const text = sections.reduce((rest, { text: written }) => rest.replace(written, '\u0001'), question.text);
  const measures = [...text.matchAll(new RegExp(MEASURE.source, 'gu'))].map(([found]) => found);
  const kinds = KINDS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
  const parts = text
    .replace(PERSON_WORDS, '\u0001')
    .replace(SANCTION_WORDS, '\u0001')
    .replace(PART, '\u0001')
    .split('\u0001')
    .flatMap(stripShape)
    .map((part) =>
      trimEdges(part).replace(
        /^(?:[里中内]|是?因为?|跟|与|和|同|由|被|给予|予以)+|(?:的|而|,|有关|相关|案子|问题)+$/gu,
        '',
      ),
    )
    .filter((part) => part.length >= 2 && !/^(?:通报|公布|其中|人员|责任人|谈话)$/u.test(part));
  const words: (readonly string[])[] = [];
  const unknown: string[] = [];
  for (const part of parts) {
    const known = readWords(context, part);
    const pieces = known.length > 0 ? [] : readPieces(context, part);
    if (known.length > 0) words.push(known);
    else if (pieces.length > 0) words.push(...pieces.map((piece) => [piece]));
    else unknown.push(part);
  }
  return { kinds: measures.length === 0 ? kinds : [], measures, words, unknown };
}

/** The part whole where an item has it, else what it lists: 小学、中学、幼儿园. */
function readWords(context: IntentContext, part: string): string[] {
  const items = sanctionItems(context);
  const has = (words: string): boolean =>
    findMentions(items, context.bulletin.source, [words], false).length > 0;
  const whole = phraseVariants(part).find(has);
  if (whole !== undefined) return [whole];
  const pieces = part.split(/[、,]|或者?|以及|和|与|及/u).filter((piece) => piece.length >= 2);
  return pieces.length > 1 ? pieces.filter(has) : [];
}

/** 拒缴租金 → 拒缴 and 租金, where one item has both (长期拒缴公房租金); empty otherwise. */
function readPieces(context: IntentContext, part: string): string[] {
  const found = sanctionItems(context).map(({ text }) => cover(part, text));
  return found.find((pieces) => pieces.length > 0) ?? [];
}

/** The fewest pieces of two characters and more, each standing in `text`, that make up `words`; empty when none do. */
function cover(words: string, text: string): string[] {
  const pieces: string[] = [];
  let rest = words.replace(/[的和与及、,]/gu, '');
  while (rest.length >= 2) {
    let length = rest.length;
    while (length >= 2 && !(text.includes(rest.slice(0, length)) && rest.length - length !== 1)) length -= 1;
    if (length < 2) return [];
    pieces.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return rest === '' ? pieces : [];
}

function sanctionItems({ ledger, lookup }: IntentContext): Unit[] {
  return ledger.sanctions.flatMap(({ unit }) => lookup.get(unit) ?? []);
}

/** An item that fits, with the words of it that were asked for (null when nothing was). */
export interface SanctionRow {
  readonly sanction: Sanction;
  readonly mention: Mention | null;
}

/** The items that fit every part of the filter, in document order. */
export function selectSanctions(context: IntentContext, filter: SanctionFilter): SanctionRow[] {
  const items = sanctionItems(context);
  const found = filter.words.map(
    (group) =>
      new Map(
        findMentions(items, context.bulletin.source, group, false).map((mention) => [mention.unit, mention]),
      ),
  );
  return context.ledger.sanctions.flatMap((sanction): SanctionRow[] => {
    if (filter.kinds.length > 0 && !filter.kinds.includes(sanction.kind)) return [];
    const fits =
      filter.measures.length === 0 || filter.measures.some((asked) => fitsMeasure(sanction, asked));
    if (!fits) return [];
    const mentions = found.map((group) => group.get(sanction.unit));
    if (mentions.includes(undefined)) return [];
    return [{ sanction, mention: mentions[0] ?? null }];
  });
}

/** 警告 means every warning, 党内警告 not 党内严重警告. */
function fitsMeasure({ measure }: Sanction, asked: string): boolean {
  return measure.value.includes(asked);
}
