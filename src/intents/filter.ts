// question → slots taken off → what is left is a problem, a section, a document, a body or words to be found → LedgerFilter
import { rememberEach } from '../text/remember.ts';
import type { UnitId } from '../bulletin/bulletin.ts';
import type { Status } from '../ledger/ledger.ts';
import type { IntentContext } from './intent.ts';
import {
  readClose,
  readPrinted,
  type DocumentFilter,
  type MentionFilter,
  type Names,
  type OrganizationFilter,
} from './filter-names.ts';
import { findPrintedProblem, findProblem } from './problem-name.ts';
import { phraseVariants, readShape, stripShape, type Shape } from './shape.ts';
import { readDeadline, type DeadlineRange } from './deadline-slot.ts';
import { readSection, readStatus } from './slots.ts';

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
};

export function isEmptyFilter(filter: LedgerFilter): boolean {
  const { status, section, problem, deadline, organization, document, mentions, within } = filter;
  const slots = [status, section, problem, deadline, organization, document];
  return slots.every((slot) => slot === null) && mentions.length === 0 && within.length === 0;
}

/** 这个问题, 那类问题下面: the words before it name a problem. */
const PROBLEM_CUE = /(?:[这那该]个?|的)?问题(?:下面|底下|下|里|中|的|项下)?[,，]?$/u;
const AIMED = /针对/u;
/** Words that narrow nothing: 目前, 整改事项, 全部. */
const GENERIC =
  /^(?:通报|全部|所有|整个|区里|我区|目前|现在|当前|今年|截至|为止|里面?|其中|下面|底下|当中|整改了?|事项|任务|工作|项目|完成|到底|大概|大约|分别|具体|对应|一共|事情?|事儿|事项|东西|内容|写明|写着|的)+$|^(?:里面?|中|上)?\p{Script=Han}{1,2}[着过了]\p{Script=Han}?$/u;
/** 牵头或参与: any part in it. */
const TAKES_PART =
  /(?:亲自|直接)?(?:牵头(?:或者?|和|及|、|与)(?:者|是)?(?:参与|配合|协助|承办)|(?:参与|配合|协助)(?:或者?|和|及|、|与)牵头)(?:的|了|办理?|负责|落实|整改)*/u;
const LEAD = /(?:由|是|以)?(?:其|它|他们)?牵头(?:的|负责|落实|整改)*/u;

/** Remembered for the message: every intent of the ledger reads it. */
export const readFilter = rememberEach((context: IntentContext): FilterReading => {
  const { question, lookup } = context;
  const shape = readShape(question.text);
  let text = question.references.reduce(
    (rest, { text: written }) => rest.replace(written, '\u0001'),
    withoutGloss(question.text),
  );
  const deadline = readDeadline(context, text);
  text = deadline?.rest ?? text;
  const status = readStatus(text);
  text = status?.rest ?? text;
  const section = readSection(text, lookup);
  text = section?.rest ?? text;
  text = text.replace(TAKES_PART, '\u0001');
  const leads = LEAD.test(text);
  text = text.replace(LEAD, '\u0001');
  const problem = question.references.find(({ kind, units }) => kind === 'problem' && units.length > 0)
    ?.units[0];
  const base: LedgerFilter = {
    ...NO_FILTER,
    status: status?.value ?? null,
    deadline: deadline?.value ?? null,
    section: section?.value ?? sectionOf(context),
    problem: problem ?? null,
    within: question.followUp ? measuresAbout(context) : [],
  };
  const parts = text
    .split('\u0001')
    .flatMap(stripShape)
    .flatMap((part) => splitAtCommas(context, part))
    .filter((part) => !GENERIC.test(part));
  const read = readParts(context, { filter: base, shape, unknown: [], problemByName: false }, parts, leads);
  return { ...read, unknown: read.unknown.filter((part) => !saysNothing(context, read.filter, part)) };
});

/** 八项规定这根弦在几条里(就是提到八项规定的条数): what the asker says in other words between brackets is said already. */
function withoutGloss(text: string): string {
  return text.replace(/\((?:也?就是(?:说)?|即|指的?是?|意思是)[^()]*\)/gu, '');
}

/** 连家船,船工上岸: pieces where no measure prints the whole; 老没有医院,那个问题 is one piece. */
function splitAtCommas({ lookup }: IntentContext, part: string): string[] {
  const joined = part.replace(/[,，](?=[这那]个?问题)/gu, '');
  const printed = lookup.measures.some(({ text }) => text.includes(joined));
  return printed ? [joined] : joined.split(/[,，]/u).filter((piece) => piece.length >= 2);
}

/** 安排学过 beside 《…》, 经手 beside 区财政局: a few common words narrow nothing once a name is read. */
function saysNothing(
  { engine }: IntentContext,
  { document, organization, mentions }: LedgerFilter,
  part: string,
): boolean {
  const quoted = document !== null || mentions.some(({ literal }) => literal);
  if (!quoted && organization === null) return false;
  if (part.length > SHORT_PART) return false;
  const words = engine.tokenize(part, { dropStopwords: true, wordsOnly: true });
  return quoted || words.every((word) => engine.knows(word));
}

const SHORT_PART = 5;

function readParts(
  context: IntentContext,
  reading: FilterReading,
  parts: readonly string[],
  leads: boolean,
): FilterReading {
  return parts.reduce((so, part): FilterReading => {
    const cue = PROBLEM_CUE.test(part) || AIMED.test(context.question.text);
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
    const close = so.shape.literal ? null : readClose(context, variants);
    if (close !== null) return { ...so, filter: addNames(so.filter, close) };
    const problem = so.filter.problem === null ? findProblem(context, bare, false) : null;
    if (problem !== null) return { ...so, filter: { ...so.filter, problem }, problemByName: true };
    return { ...so, unknown: [...so.unknown, part] };
  }, reading);
}

function addNames(filter: LedgerFilter, names: Names): LedgerFilter {
  switch (names.kind) {
    case 'organization':
      return { ...filter, organization: names.organization };
    case 'document':
      return { ...filter, document: names.document };
    case 'mention':
      return { ...filter, mentions: [...filter.mentions, names.mention] };
  }
}

/** A section named by number (第二部分(三)) that holds measures. */
function sectionOf({ question, lookup }: IntentContext): UnitId | null {
  const reference = question.references.find(({ kind }) => kind === 'section');
  const id = reference?.units.find((unit) => lookup.within(unit).some(({ kind }) => kind === 'measure'));
  return id ?? null;
}

/** 其中哪些没完成: the measures of what the conversation is about. */
function measuresAbout({ question, turn, lookup }: IntentContext): UnitId[] {
  const shown = turn !== null && turn.list.length > 0 ? turn.list : question.about;
  return shown.flatMap((id) =>
    lookup.get(id)?.kind === 'measure' ? [id] : lookup.measuresOf(id).map((unit) => unit.id),
  );
}
