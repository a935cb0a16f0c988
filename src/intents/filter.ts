// question → slots taken off → what is left is a problem, a section, a document, a body or words to be found → LedgerFilter
import { rememberEach } from '../text/remember.ts';
import type { UnitId } from '../bulletin/bulletin.ts';
import type { Status } from '../ledger/ledger.ts';
import type { IntentContext } from './intent.ts';
import {
  readByWords,
  readLeading,
  readNear,
  readPrinted,
  type DocumentFilter,
  type MentionFilter,
  type Names,
  type OrganizationFilter,
} from './filter-names.ts';
import { findMentions } from './mentions.ts';
import { findCore, namesNothing, type Core } from './core-words.ts';
import { countsProblems, findPrintedProblem, findProblem } from './problem-name.ts';
import { maskQuotes, phraseVariants, readShape, stripShape, type Shape } from './shape.ts';
import { findOnDay, readDay } from './day-slot.ts';
import { readDeadline, type DeadlineRange } from './deadline-slot.ts';
import { readSection, readStatus, sectionName } from './slots.ts';

/** What narrows the measures of the bulletin; every field that is set must hold. */
export interface LedgerFilter {
  readonly status: Status | null;
  readonly section: UnitId | null;
  readonly problem: UnitId | null;
  readonly deadline: DeadlineRange | null;
  readonly organization: OrganizationFilter | null;
  readonly document: DocumentFilter | null;
  readonly mentions: readonly MentionFilter[];
  /** Measures the conversation is about. */
  readonly within: readonly UnitId[];
  /** Measures left out: 除了从严治党那块, 小学不算. */
  readonly without: readonly UnitId[];
}

export interface FilterReading {
  readonly filter: LedgerFilter;
  readonly shape: Shape;
  /** Words of the question no measure knows. */
  readonly unknown: readonly string[];
  /** True when a problem was named by its heading's words, not by number. */
  readonly problemByName: boolean;
}

export const NO_FILTER: LedgerFilter = {
  status: null,
  section: null,
  problem: null,
  deadline: null,
  organization: null,
  document: null,
  mentions: [],
  within: [],
  without: [],
};

export function isEmptyFilter(filter: LedgerFilter): boolean {
  const { status, section, problem, deadline, organization, document, mentions, within } = filter;
  const slots = [status, section, problem, deadline, organization, document];
  return slots.every((slot) => slot === null) && mentions.length === 0 && within.length === 0;
}

/** 这个问题, 那类问题下面, 急难愁盼的事底下: the words before it name a problem. */
const PROBLEM_CUE =
  /(?:的(?:事情?|事儿|毛病)[,，]?(?:下面|底下)|(?:[这那该]个?|的)?问题(?:下面|底下|下|里|中|的|项下)?)[,，]?$/u;
const AIMED = /针对/u;
/** Words that narrow nothing: 目前, 整改事项, 全部. */
const GENERIC =
  /^(?:通报|全部|所有|整个|区里|我区|目前|现在|当前|今年|截至|为止|里面?|其中|下面|底下|项下|名下|里头|当中|整改了?|事项|任务|工作|项目|工程|完成|到底|大概|大约|分别|具体|对应|一共|事情?|事儿|事项|东西|内容|写明|写着|的|\d+(?:个|条|项)(?:问题)?)+$|^(?:里面?|中|上)?\p{Script=Han}{1,2}[着过了]\p{Script=Han}?$/u;
/** 牵头或参与, whatever part it takes. */
const TAKES_PART =
  /(?:亲自|直接)?(?:牵头(?:或者?|和|及|、|与)(?:者|是)?(?:参与|配合|协助|承办)|(?:参与|配合|协助)(?:或者?|和|及|、|与)牵头)(?:的|了|办理?|负责|落实|整改)*/u;
const LEAD = /(?:由|是|以)?(?:其|它|他们)?牵头(?:的|负责|落实|整改)*/u;

/** 哪些条写了牵头单位, 明确了牵头部门的: led by whatever body. */
const LEADING_BODY =
  /(?:有|写|载|标|注|明确|说|指定|给出)(?:了|着|明|出|清楚|明确|写|载|说)*(?:由谁|谁)?(?:来)?(?:的)?牵头(?:单位|部门|的?是谁)?的?/u;

/** Remembered for the message: every intent of the ledger reads it. */
export const readFilter = rememberEach((context: IntentContext): FilterReading => {
  const { question, lookup } = context;
  const meant = withoutRemarks(question.text);
  const shape = { ...readShape(meant), literal: readShape(meant).literal || LITERALLY.test(question.text) };
  const plain = question.references
    .reduce((rest, { text: written }) => rest.replace(written, '\u0001'), meant)
    .replace(DESCRIBED, '\u0001');
  // 提到“常态化”的: words quoted are no slots.
  const masked = maskQuotes(plain);
  let { text } = masked;
  const deadline = readDeadline(context, text);
  text = deadline?.rest ?? text;
  const status = readStatus(text);
  text = status?.rest ?? text;
  const section = readSection(text, lookup);
  text = section?.rest ?? text;
  text = text.replace(TAKES_PART, '\u0001');
  const anyLeads = LEADING_BODY.test(text);
  text = text.replace(LEADING_BODY, '\u0001');
  const leads = LEAD.test(text);
  text = text.replace(LEAD, '\u0001');
  const problems = question.references.flatMap(({ kind, units }) => (kind === 'problem' ? units : []));
  const several = problems.length > 1;
  const day = readDay(context, text);
  text = day?.rest ?? text;
  const base: LedgerFilter = {
    ...NO_FILTER,
    status: status?.value ?? null,
    deadline: deadline?.value ?? null,
    section: section?.value ?? sectionOf(context),
    organization: anyLeads ? readLeading(context) : null,
    problem: several ? null : (problems[0] ?? null),
    without: findExcluded(context, question.text),
    within: withinOf(context, problems),
  };
  const parts = text
    .split('\u0001')
    .flatMap((part) => stripShape(masked.restore(part)))
    .flatMap((part) => splitAtCommas(context, part))
    .filter((part) => !GENERIC.test(part));
  const telling = parts.filter((part) => !namesNothing(context, part));
  if (day !== null) {
    const mention = findOnDay(context, day.value, telling.join(''));
    return { filter: { ...base, mentions: [mention] }, shape, unknown: [], problemByName: false };
  }
  const dropped = parts.filter((part) => !telling.includes(part));
  const read = readParts(
    context,
    { filter: base, shape, unknown: [], problemByName: false },
    telling.length > 0 ? telling : parts,
    leads,
  );
  const unknown = read.unknown.filter(
    (part) => !saysNothing(context, read.filter, part) && !namesSection(context, read.filter, part),
  );
  return {
    ...read,
    unknown: unknown.length === 0 || telling.length === 0 ? unknown : [...unknown, ...dropped],
  };
});

/** 八项规定这根弦在几条里(就是提到八项规定的条数): what the asker says in other words between brackets is said already. */
const GLOSS = /\((?:也?就是(?:说)?|即|指的?是?|意思是)[^()]*\)/gu;
/** (字面出现), 民政局(带不带“区”字都算), …?有的地方没带“区”字,也要算上: how the asker wants it counted. */
const COUNTED_SO =
  /\((?:只|仅|就)?(?:按|看|数|算|要|指)?(?:字面|原文|原词|原话)[^()]*\)|\([^()]*(?:[带写]不[带写]|不管|不论|无论|没带)[^()]*\)|[,。?;](?:[^,。?;]*(?:没[带写]|不管|不论|无论|有的|省略|简称)[^。?;]*)?(?:也|都|就)(?:要|得|应该?)?(?:算|计|数)(?:上|进去|进来|在内|一个)?[^,。?;]{0,2}$/gu;
const LITERALLY = /字面|原词/u;
/** 监察建议书(纪检监察建议书也算): another form of the same. */
const COUNTED_TOO = /(?:也|都|同样)(?:要|得)?(?:算|计)(?:上|进去|在内|数)?(?=\))/gu;
/** 除第一部分外,还在哪些措施里提到; 小学不算; 博奥城以外也要: left out, or explicitly not. */
const EXCEPT =
  /除(?:了|开|去)?(?<but>[^,。?]{1,14}?)(?:之外|以外|外|(?=,))[,]?(?:还|另|其他|别的(?:方面|地方)?)?|(?<=^|[,。?;(])(?<not>[^,。?;()]{2,12}?)(?:就|都|可)?(?:不|别|不要|不用)(?:算|计|数)(?:上|进去|在内)?(?=[,。?;)]|$)|(?<=^|[,。?;(])[^,。?;()]{2,12}?(?:之外|以外)的?也(?:要|算)(?=[,。?;)]|$)/gu;
/** 问题13(教育), 信访那一块的问题24: words that describe what is named by its number. */
const DESCRIBED = /[^,。?;\u0001]{2,10}(?:这|那)一?(?:块|摊)的\u0001|\u0001\([^()]*\)/gu;

/** The measures of the section, or with the words, that the message leaves out. */
function findExcluded({ lookup, bulletin }: IntentContext, text: string): UnitId[] {
  return [...text.matchAll(EXCEPT)].flatMap(({ groups }): UnitId[] => {
    const words = groups?.['but'] ?? groups?.['not'] ?? '';
    if (words === '') return [];
    const section = readSection(words, lookup)?.value;
    if (section !== undefined)
      return lookup.measures.filter(({ path }) => path.includes(section)).map(({ id }) => id);
    const [phrase] = stripShape(words);
    return phrase === undefined
      ? []
      : findMentions(lookup.measures, bulletin.source, [phrase], true).map(({ unit }) => unit);
  });
}

/** 第三方面(组织路线): words of the very section that is read. */
function namesSection({ lookup }: IntentContext, { section }: LedgerFilter, part: string): boolean {
  return section !== null && sectionName(lookup, section).includes(part.replace(/[()]/gu, ''));
}

/** The question without remarks on how it is meant. */
export function withoutRemarks(text: string): string {
  return text.replace(GLOSS, '').replace(COUNTED_SO, '').replace(COUNTED_TOO, '').replace(EXCEPT, '');
}

/** 连家船,船工上岸: pieces where no measure prints the whole; 老没有医院,那个问题 is one piece. */
function splitAtCommas({ lookup }: IntentContext, part: string): string[] {
  const joined = part.replace(/[,，](?=[这那]个?问题)/gu, '');
  const printed = lookup.measures.some(({ text }) => text.includes(joined));
  return printed ? [joined] : joined.split(/[,，]/u).filter((piece) => piece.length >= 2);
}

/** 带到了一笔, 安排学过 beside 《…》, 经手 beside 区财政局: words that narrow nothing once a name is read. */
function saysNothing(context: IntentContext, filter: LedgerFilter, part: string): boolean {
  const { document, organization, mentions } = filter;
  const quoted = document !== null || mentions.some(({ literal }) => literal);
  const slots = [filter.section, filter.problem, filter.status, filter.deadline];
  const named = quoted || organization !== null || mentions.length > 0 || slots.some((slot) => slot !== null);
  if (named && namesNothing(context, part)) return true;
  if ((!quoted && organization === null) || part.length > SHORT_PART) return false;
  const words = context.engine.tokenize(part, { dropStopwords: true, wordsOnly: true });
  return quoted || words.every((word) => context.engine.knows(word));
}

const SHORT_PART = 5;

function readParts(
  context: IntentContext,
  reading: FilterReading,
  parts: readonly string[],
  leads: boolean,
): FilterReading {
  return parts.reduce((so, part): FilterReading => {
    const { text } = context.question;
    const cue = (PROBLEM_CUE.test(part) || AIMED.test(text)) && !countsProblems(text);
    const bare = part.replace(PROBLEM_CUE, '').replace(/[,，]+$/u, '');
    if (cue && so.filter.problem === null) {
      const problem = findProblem(context, bare, true);
      if (problem !== null) return { ...so, filter: { ...so.filter, problem }, problemByName: true };
    }
    const variants = phraseVariants(cue ? bare : part);
    const printed = readPrinted(context, variants, so.shape.literal, leads);
    if (printed !== null) return { ...so, filter: addNames(so.filter, printed) };
    const headed = so.filter.problem === null ? findPrintedProblem(context, bare) : null;
    if (headed !== null) return { ...so, filter: { ...so.filter, problem: headed }, problemByName: true };
    const near = so.shape.literal ? null : readNear(context, variants);
    if (near !== null) return { ...so, filter: addNames(so.filter, near) };
    const core = findCore(context, bare);
    if (core !== null) return { ...so, filter: addNames(so.filter, nameCore(context, core, so, leads)) };
    const close =
      so.shape.literal || namesSection(context, so.filter, bare) ? null : readByWords(context, variants);
    if (close !== null) return { ...so, filter: addNames(so.filter, close) };
    const problem = so.filter.problem === null ? findProblem(context, bare, false) : null;
    if (problem !== null) return { ...so, filter: { ...so.filter, problem }, problemByName: true };
    return { ...so, unknown: [...so.unknown, part] };
  }, reading);
}

/** One piece may be a body or a document; several must all stand in the measure. */
function nameCore(
  context: IntentContext,
  { phrases, units }: Core,
  { shape }: FilterReading,
  leads: boolean,
): Names {
  const one = phrases.length === 1 ? readPrinted(context, phrases, shape.literal, leads) : null;
  const asked = phrases.join('”和“');
  return (
    one ?? {
      kind: 'mention',
      mention: { asked, phrases: [], literal: true, all: true, byWords: units, akin: [] },
    }
  );
}

function addNames(filter: LedgerFilter, names: Names): LedgerFilter {
  switch (names.kind) {
    case 'organization':
      return { ...filter, organization: names.organization };
    case 'document':
      return { ...filter, document: names.document };
    case 'mention':
      return { ...filter, mentions: addMention(filter.mentions, names.mention) };
  }
}

/** 直播带货之类的,哪些条讲到直播: of words and a longer form of them the wider is meant. */
function addMention(mentions: readonly MentionFilter[], added: MentionFilter): readonly MentionFilter[] {
  const [words = ''] = added.phrases;
  const narrower = (mention: MentionFilter): boolean =>
    words !== '' && !mention.all && mention.phrases.some((phrase) => phrase.includes(words));
  return mentions.some(({ phrases }) => phrases.some((phrase) => phrase !== '' && words.includes(phrase)))
    ? mentions
    : [...mentions.filter((mention) => !narrower(mention)), added];
}

/** A section named by number (第二部分(三)) that holds measures. */
function sectionOf({ question, lookup }: IntentContext): UnitId | null {
  const reference = question.references.find(({ kind }) => kind === 'section');
  const id = reference?.units.find((unit) => lookup.within(unit).some(({ kind }) => kind === 'measure'));
  return id ?? null;
}

/** 第12条和第15条哪条还没落实, 问题3和问题5没完成的: more than one number names what is chosen from. */
function withinOf(context: IntentContext, problems: readonly UnitId[]): UnitId[] {
  const { references, followUp } = context.question;
  if (problems.length > 1) return measuresUnder(context, problems);
  const measures = references.flatMap(({ kind, units }) => (kind === 'measure' ? units : []));
  if (measures.length > 1) return [...new Set(measures)];
  return followUp ? measuresAbout(context) : [];
}

/** 其中哪些没完成: the measures of what the conversation is about. */
function measuresAbout({ question, turn, lookup }: IntentContext): UnitId[] {
  const shown = turn !== null && turn.list.length > 0 ? turn.list : question.about;
  return measuresUnder({ lookup }, shown);
}

function measuresUnder({ lookup }: Pick<IntentContext, 'lookup'>, units: readonly UnitId[]): UnitId[] {
  return units.flatMap((id) =>
    lookup.get(id)?.kind === 'measure' ? [id] : lookup.measuresOf(id).map((unit) => unit.id),
  );
}
