// a phrase → the document, the body or the words it names; forms with most detail first
import type { UnitId } from '../bulletin/bulletin.ts';
import type { UnitLookup } from '../bulletin/lookup.ts';
import type { Organization } from '../ledger/ledger.ts';
import { compareTitles } from '../ledger/titles.ts';
import { rememberEach, rememberRecent } from '../text/remember.ts';
import type { IntentContext } from './intent.ts';
import { findMentions } from './mentions.ts';
import { findByWords, hasFigure } from './mention-words.ts';
import { findTopical, wholeConcepts } from './topical.ts';
import { compileExact, exactSource, GENERAL_TAIL } from './phrase.ts';

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

type Known = (context: IntentContext, words: string) => boolean;

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
            literal || all || phrase.includes('、')
              ? []
              : phrases.flatMap((one) => findTopical(context, one)),
        },
      };
    }
  }
  return null;
}

/** A printed title ends like one, or stands in 《》: 反馈意见整改方案, 《…管理办法》. */
const DOCUMENT_END = /(?:方案|办法|意见|通知|细则|规定|条例|制度|清单|措施|函|计划|章程|规程|准则|目录)$/u;
const SHORTEST_TITLE = 6;

function readDocument({ ledger }: IntentContext, phrase: string): DocumentFilter | null {
  const [quoted, ...more] = [...phrase.matchAll(/《([^《》]+)》/gu)].map((match) => match[1]);
  if (more.length > 0) return null;
  const asked = quoted ?? phrase;
  if (quoted === undefined && !(DOCUMENT_END.test(asked) && asked.length >= SHORTEST_TITLE)) return null;
  const plain = compact(asked);
  const titled = ledger.documents.filter(({ titles }) => titles.some((title) => compact(title) === plain));
  const found =
    titled.length > 0
      ? titled
      : ledger.documents.filter(({ titles }) =>
          titles.some((title) => compact(title).includes(plain) || compareTitles(title, asked) !== 'other'),
        );
  if (found.length === 0) return null;
  const printed = found.length === 1 ? found[0]?.titles.find((title) => compact(title) === plain) : undefined;
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
  if (meant.length === 0 || (exact.length === 0 && meant.length > 1)) return null;
  if (!meant.some(({ units }) => units.some((id) => lookup.get(id)?.kind === 'measure'))) return null;
  const foreign = LEVEL.test(asked) ? '' : `(?<![${otherLevels(ledger.organizations)}])`;
  return {
    asked,
    names: new Set(meant.map(({ name }) => name)),
    leads,
    printed: new RegExp(foreign + exactSource(asked), 'iu'),
  };
}

/** Any body, where the bulletin says that it leads. */
export function readLeading({ ledger }: IntentContext): OrganizationFilter {
  const names = new Set(ledger.organizations.map(({ name }) => name));
  return { asked: '某个单位', names, leads: true, printed: /(?!)/u };
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

/** 小工程措施写了竞争性磋商 → 竞争性磋商: what stands behind the verb is what is to be found. */
const VERB_INSIDE =
  /^.*(?:措施|举措|条|里|中)(?:提到|涉及|讲到|谈到|说到|写到|写了|写着|点到|包含|出现|引用)(?:过|了)?/u;
/** 同时提到A和B, A和B都涉及的. */
const ALL = /同时|共同|一起|(?:都|均)(?:提到|涉及|讲|有(?!哪|什么|多少|几)|写|出现|参与|包含)|既[^,。?]*又/u;
const JOINED = /[、/]|或者?|以及|(?:和|与|及|跟|同)/u;

/** 监督执纪“四种形态”, “易说事”小程序: words beside what is quoted only describe it; “柳桥人家”生活馆 is one name. */
const FOCUS = new RegExp(`^[^“”]*“(?<words>[^“”]+)”(?:${GENERAL_TAIL.source})?$`, 'u');
/** 义洲那一带(街道、医院、夜市): the place, then kinds of things there; 状元地块(状元新村、状元小区) lists names. */
const PLACE = /^(?<place>[^()]{2,}?)(?:[这那]一?[带片块]|一带)(?:儿|地方)?\([^()]+\)$/u;
/** 上过人民日报: the verb in front of the first of several names. */
const LEAD_VERB = /^\p{Script=Han}{1,2}[过了着到](?=\p{Script=Han}{2})/u;
const QUOTED = /[“"「『《]([^“”"「」『』《》]+)[”"」』》]/gu;

/** The phrase whole where a measure prints it, else what it lists: 状元地块(状元新村、状元小区), 小学、中学、幼儿园. */
function readPhrases(context: IntentContext, phrase: string, known: Known): string[] {
  const inner = phrase.replace(VERB_INSIDE, '');
  const focus = FOCUS.exec(inner)?.groups?.['words'] ?? PLACE.exec(inner)?.groups?.['place'] ?? '';
  if (known(context, focus)) return [focus];
  if (known(context, unquote(inner))) return [unquote(inner)];
  const quoted = [...inner.matchAll(QUOTED)].map((match) => match[1] ?? '');
  if (quoted.length > 0) {
    const beside = quoted.length < 2 ? [] : inner.replace(QUOTED, '、').split(JOINED);
    return [...quoted, ...beside].filter((words) => words.length >= 2 && known(context, words));
  }
  const parts = inner
    .split(/[()]/u)
    .flatMap((piece) => (known(context, piece) ? [piece] : piece.split(JOINED)))
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= 2)
    .map((piece) => (known(context, piece) ? piece : piece.replace(LEAD_VERB, '')));
  const printed = parts.filter((piece) => known(context, piece));
  return printed.length === parts.length || (known === isMentioned && parts.length > 1) ? printed : [];
}

/** Of the words last asked about, by bulletin: a message is read in many ways, each with the same words. */
const knownWords = rememberEach(({ measures }: UnitLookup, source: string) => {
  const printed = rememberRecent<boolean>(MOST_WORDS);
  const mentioned = rememberRecent<boolean>(MOST_WORDS);
  return {
    isPrinted: (words: string) =>
      printed(words, () => {
        const find = compileExact(words);
        return measures.some((unit) => find(unit) !== null);
      }),
    isMentioned: (words: string) =>
      mentioned(words, () => findMentions(measures, source, [words], false).length > 0),
  };
});
const MOST_WORDS = 300;

function isPrinted({ lookup, bulletin }: IntentContext, words: string): boolean {
  return words.length >= 2 && knownWords(lookup, bulletin.source).isPrinted(words);
}

function isMentioned({ lookup, bulletin }: IntentContext, words: string): boolean {
  return words.length >= 2 && knownWords(lookup, bulletin.source).isMentioned(words);
}

function unquote(words: string): string {
  return words.replace(/[“”"「」『』《》]/gu, '').trim();
}
