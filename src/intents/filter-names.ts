// a phrase → the document, the body or the words it names; forms with most detail first
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import type { Organization } from '../ledger/ledger.ts';
import { compareTitles } from '../ledger/titles.ts';
import type { IntentContext } from './intent.ts';
import { findMentions } from './mentions.ts';
import { findByWords, hasFigure } from './mention-words.ts';
import { findTopical, wholeConcepts } from './topical.ts';
import { exactSource, sharedSource } from './phrase.ts';
import { ALL, isMentioned, isPrinted, readPhrases, type Known } from './named-phrases.ts';

export interface OrganizationFilter {
  /** As the asker put it. */
  readonly asked: string;
  /** Canonical names meant. */
  readonly names: ReadonlySet<string>;
  /** Only where the bulletin gives the body this role. */
  readonly leads: boolean;
  /** Finds the asked form itself, also inside a longer name: 区委两新工委 in 区委两新工委联席会议. */
  readonly printed: RegExp;
}

export interface DocumentFilter {
  readonly asked: string;
  /** Canonical names meant. */
  readonly names: ReadonlySet<string>;
}

export interface MentionFilter {
  readonly asked: string;
  /** One of these. */
  readonly phrases: readonly string[];
  readonly literal: boolean;
  /** All of the phrases must stand in the measure, not one of them: 同时提到, 都涉及. */
  readonly all: boolean;
  /** Units that tell it in other words or another order. */
  readonly byWords: readonly UnitId[];
  /** Units beside those that print it, told of in words of the same meaning. */
  readonly akin: readonly UnitId[];
  /** Where the matter is told, of units that were found by it as a whole. */
  readonly places?: ReadonlyMap<UnitId, Citation>;
}

export type Names =
  | { readonly kind: 'organization'; readonly organization: OrganizationFilter }
  | { readonly kind: 'document'; readonly document: DocumentFilter }
  | { readonly kind: 'mention'; readonly mention: MentionFilter };

/** The document, the body or the words the first fitting variant names as some measure prints them; null when none does. */
export function readPrinted(
  context: IntentContext,
  variants: readonly string[],
  literal: boolean,
  leads: boolean,
): Names | null {
  for (const variant of variants) {
    const document = readDocument(context, variant);
    if (document !== null) return { kind: 'document', document };
  }
  if (!literal || leads) {
    for (const variant of variants) {
      const organization = readOrganization(context, variant, leads);
      if (organization !== null) return { kind: 'organization', organization };
    }
  }
  return readMention(context, variants, literal, isPrinted);
}

const TITLED = /^[^《》]*《[^《》]*》[^《》]*$/u;

/** Words no measure prints in one piece: a form close to them. */
export function readNear(context: IntentContext, variants: readonly string[]): Names | null {
  return variants.some((variant) => TITLED.test(variant))
    ? null
    : readMention(context, variants, false, isMentioned);
}

/** The last resort: measures that tell it in another order or in words of the same meaning. */
export function readByWords(context: IntentContext, variants: readonly string[]): Names | null {
  const [phrase = ''] = variants;
  if (variants.some((variant) => TITLED.test(variant))) return null;
  const told = findByWords(context, phrase);
  const units = told.length > 0 ? told : findTopical(context, phrase);
  if (units.length === 0) return null;
  return {
    kind: 'mention',
    mention: { asked: phrase, phrases: [phrase], literal: false, all: false, byWords: units, akin: [] },
  };
}

function readMention(
  context: IntentContext,
  variants: readonly string[],
  literal: boolean,
  known: Known,
): Names | null {
  for (const variant of variants) {
    const phrases = readPhrases(context, variant, known);
    const all = phrases.length > 1 && ALL.test(context.question.text);
    if (phrases.length > 0) {
      const [phrase = ''] = phrases;
      const organization = literal || phrases.length > 1 ? null : readOrganization(context, phrase, false);
      if (organization !== null) return { kind: 'organization', organization };
      const figured = phrases.some(hasFigure) ? null : readFigured(context, variant, phrases);
      if (figured !== null) return { kind: 'mention', mention: figured };
      const byWords =
        !literal && phrases.length === 1 && hasFigure(phrase) ? findByWords(context, phrase) : [];
      return {
        kind: 'mention',
        mention: {
          asked: phrases.join(all ? '”和“' : '”或“'),
          phrases,
          literal,
          all,
          byWords,
          // 元宵、清明: a fixed pair, not two subjects.
          akin:
            literal ||
            all ||
            phrase.includes('、') ||
            (NAMES_WORDS.test(context.question.text) && known === isPrinted)
              ? []
              : phrases.flatMap((one) => findAkin(context, one, phrases.length > 1)),
        },
      };
    }
  }
  return null;
}

/** 提到防汛的, 防汛这个词出现在哪: the words themselves are looked for; 讲防汛的, 跟防汛有关的: what they mean. */
const NAMES_WORDS = /提到|提及|提过|写到|写有|写着|点到|点名|出现|字样|见于|含有|带有/u;

/** 120人次“四种形态”, the figure beside the words quoted: where both stand. */
function readFigured(
  context: IntentContext,
  variant: string,
  phrases: readonly string[],
): MentionFilter | null {
  const [quoted = '', ...more] = phrases;
  if (more.length > 0 || quoted === variant || !hasFigure(variant.replace(quoted, ''))) return null;
  const printing = findMentions(context.lookup.measures, context.bulletin.source, [quoted], true);
  const told = findByWords(context, variant);
  const byWords = printing.map(({ unit }) => unit).filter((id) => told.includes(id));
  if (byWords.length === 0) return null;
  const asked = variant.replace(/[“”]/gu, '');
  return { asked, phrases: [], literal: true, all: false, byWords, akin: [] };
}

/** More units told of in words of the same meaning than this many for each that prints them: the meaning is too wide. */
export const MOST_AKIN = 2;

/** Units beside those that print the words; of one of several things none where they are too many beside it alone. */
function findAkin(context: IntentContext, phrase: string, listed: boolean): readonly UnitId[] {
  const akin = findTopical(context, phrase);
  if (!listed || akin.length === 0) return akin;
  const { lookup, bulletin } = context;
  const printed = new Set(
    findMentions(lookup.measures, bulletin.source, [phrase], false).map(({ unit }) => unit),
  );
  const beside = akin.filter((id) => !printed.has(id));
  return beside.length > printed.size * MOST_AKIN + 2 ? [] : beside;
}

/** A printed title ends like one, or stands in 《》: 反馈意见整改方案, 《…管理办法》. */
const DOCUMENT_END = /(?:方案|办法|意见|通知|细则|规定|条例|制度|清单|措施|函|计划|章程|规程|准则|目录)$/u;
const SHORTEST_TITLE = 6;

/** 经合社集体资产管理办法. */
export function endsLikeTitle(words: string): boolean {
  return DOCUMENT_END.test(words) && words.length >= SHORTEST_TITLE;
}

function readDocument({ ledger }: IntentContext, phrase: string): DocumentFilter | null {
  const [quoted, ...more] = [...phrase.matchAll(/《([^《》]+)》/gu)].map((match) => match[1]);
  if (more.length > 0) return null;
  const asked = quoted ?? phrase;
  if (quoted === undefined && !endsLikeTitle(asked)) return null;
  const plain = compact(asked);
  const titled = ledger.documents.filter(({ titles }) => titles.some((title) => compact(title) === plain));
  const found =
    titled.length > 0
      ? titled
      : ledger.documents.filter(({ titles }) =>
          titles.some((title) => compact(title).includes(plain) || compareTitles(title, asked) !== 'other'),
        );
  if (found.length === 0) return null;
  const titles = found.length === 1 ? (found[0]?.titles ?? []) : [];
  // No title says it in one piece: named by its own.
  const named = titles.some((title) => compact(title).includes(plain)) ? undefined : titles[0];
  const printed = titles.find((title) => compact(title) === plain) ?? named;
  return { asked: `《${printed ?? asked}》`, names: new Set(found.map(({ name }) => name)) };
}

/** Without blanks and in lower case, as questions are read. */
function compact(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s“”]/gu, '')
    .toLowerCase();
}

const LEVEL = /^[省市区县旗]/u;

/** The body printed so; without its level where one body is meant (城管局, 金科局). */
export function readOrganization(
  { ledger, lookup, engine }: IntentContext,
  phrase: string,
  leads: boolean,
): OrganizationFilter | null {
  const asked = phrase.replace(/(?:的)?(?:单位|部门)$/u, '');
  const printed = (body: Organization): boolean => body.name === asked || body.variants.includes(asked);
  const leveled = (body: Organization): boolean =>
    [body.name, ...body.variants].some((form) => LEVEL.test(form) && form.slice(1) === asked);
  const exact = ledger.organizations.filter(printed);
  const near =
    exact.length > 0 || LEVEL.test(asked) || asked.length < 3 ? exact : ledger.organizations.filter(leveled);
  const meant = leads && near.length > 1 ? ownLevelOf(ledger.organizations, near) : near;
  if (meant.length === 0) return readAlias({ ledger, lookup, engine }, asked, leads);
  if (exact.length === 0 && meant.length > 1) return null;
  if (!meant.some(({ units }) => units.some((id) => lookup.get(id)?.kind === 'measure'))) return null;
  const printedAs = bodySource(asked, ledger.organizations);
  return {
    asked,
    names: new Set(meant.map(({ name }) => name)),
    leads,
    printed: new RegExp(printedAs, 'iu'),
  };
}

/** The pattern of a body's name, alone or in a row with others; a level in front would make it another level's. */
export function bodySource(name: string, bodies: readonly Organization[]): string {
  const foreign = LEVEL.test(name) ? '' : `(?<![${otherLevels(bodies)}])`;
  return [exactSource(name), sharedSource(name)]
    .flatMap((form) => (form === null ? [] : foreign + form))
    .join('|');
}

/** Any body, where the bulletin says that it leads. */
export function readLeading({ ledger }: IntentContext): OrganizationFilter {
  const names = new Set(ledger.organizations.map(({ name }) => name));
  return { asked: '某个单位', names, leads: true, printed: /^/u };
}

/** What bodies are called: a name that ends so may be another name of a body the bulletin prints. */
const BODY_END = /(?:局|委|办|院|部|会|中心|集团|公司|大队|队)$/u;

/** 住建局, 区卫健委 for the one body of their thesaurus group that the bulletin prints (区建设局, 区卫健局). */
function readAlias(
  { ledger, lookup, engine }: Pick<IntentContext, 'ledger' | 'lookup' | 'engine'>,
  asked: string,
  leads: boolean,
): OrganizationFilter | null {
  if (!BODY_END.test(asked) || asked.length < 3) return null;
  const groups = new Set(wholeConcepts(engine, asked.replace(LEVEL, '')));
  const level = LEVEL.exec(asked)?.[0] ?? ownLevel(ledger.organizations);
  const [body, ...others] = ledger.organizations.filter(
    ({ name, units }) =>
      BODY_END.test(name) &&
      name.startsWith(level) &&
      units.some((id) => lookup.get(id)?.kind === 'measure') &&
      wholeConcepts(engine, name.replace(LEVEL, '')).some((group) => groups.has(group)),
  );
  if (body === undefined || others.length > 0) return null;
  return {
    asked: body.name,
    names: new Set([body.name]),
    leads,
    printed: new RegExp(exactSource(body.name), 'iu'),
  };
}

const LEVELS = Array.from('省市区县旗');

/** 纪委监委牵头: of the bodies called so at several levels the one of the bulletin's own. */
function ownLevelOf(all: readonly Organization[], bodies: readonly Organization[]): readonly Organization[] {
  const own = bodies.filter(({ name }) => name.startsWith(ownLevel(all)));
  return own.length === 1 ? own : bodies;
}

/** The bulletin's own level: the one most bodies carry. */
function ownLevel(bodies: readonly Organization[]): string {
  const count = (level: string): number => bodies.filter(({ name }) => name.startsWith(level)).length;
  return [...LEVELS].sort((a, b) => count(b) - count(a))[0] ?? '';
}

function otherLevels(bodies: readonly Organization[]): string {
  const own = ownLevel(bodies);
  return LEVELS.filter((level) => level !== own).join('');
}
