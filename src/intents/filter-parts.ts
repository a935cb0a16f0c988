// the parts of a question → bodies, documents, words, a problem: each added to the filter; what nothing knows is left
import type { UnitId } from '../bulletin/bulletin.ts';
import { findApposed, findCore, findDescribed, type Core } from './core-words.ts';
import { readByWords, readNear, readPrinted, type MentionFilter, type Names } from './filter-names.ts';
import type { IntentContext } from './intent.ts';
import { hasFigure } from './mention-words.ts';
import { NO_FILTER, type FilterReading, type LedgerFilter } from './ledger-filter.ts';
import { readListed } from './listed-names.ts';
import { countsProblems, findPrintedProblem, findProblem, findProblemByMeasures } from './problem-name.ts';
import { selectMeasures } from './select.ts';
import { phraseVariants, type Shape } from './shape.ts';
import { sectionName } from '../bulletin/sections.ts';

/** 这个问题, 那类问题下面, 急难愁盼的事底下: the words before it name a problem. */
const PROBLEM_CUE =
  /(?:的(?:事情?|事儿|毛病)[,，]?(?:下面|底下|名下|里头|里面)|(?:[这那该]个?|的)?问题(?:下面|底下|名下|里头|里面|当中|之中|下|里|中|上|的|项下)?)[,，]?$/u;
/** 福利中心那个问题. */
const POINTED_OUT = /[这那该]个问题/u;
const AIMED = /针对/u;
/** 柳桥那栋楼、那个产业园: the second points back to the first. */
const POINTS_BACK = /(?:、|还有|和)[这那]一?(?:个|栋|家|片|块|条|座|处|幢)[^、]{1,8}$/u;

/** 他们单位, 这家企业: nothing before says which. */
const UNTOLD =
  /^(?:(?:[我他她它俺]们|咱们?)(?:[这那]?个)?|[这那该](?:家|所|位))(?:单位|公司|企业|学校|街道|社区|部门|小区|医院|老板)被?$/u;

/** Each part read in turn: the first way that fits it is what it means. */
export function readParts(
  context: IntentContext,
  reading: FilterReading,
  parts: readonly string[],
  leads: boolean,
): FilterReading {
  return parts.reduce((so, written): FilterReading => {
    const part = written.replace(POINTS_BACK, '') || written;
    if (namesSection(context, so.filter, part)) return so;
    if (UNTOLD.test(part) && !context.question.followUp) return { ...so, unknown: [...so.unknown, part] };
    const { text } = context.question;
    const cue = (PROBLEM_CUE.test(part) || AIMED.test(text)) && !countsProblems(text);
    const bare = part.replace(PROBLEM_CUE, '').replace(/[,，]+$/u, '');
    if (cue && so.filter.problem === null) {
      const problem =
        findProblem(context, bare, true) ??
        (POINTED_OUT.test(part) ? findProblemByMeasures(context, bare) : null);
      if (problem !== null) return { ...so, filter: { ...so.filter, problem }, problemByName: true };
    }
    const variants = phraseVariants(cue ? bare : part);
    const printed = readPrinted(context, variants, so.shape.literal, leads);
    if (printed !== null) return { ...so, filter: addNames(so.filter, printed) };
    const headed = so.filter.problem === null ? findPrintedProblem(context, bare) : null;
    if (headed !== null) return { ...so, filter: { ...so.filter, problem: headed }, problemByName: true };
    const listed = so.shape.literal
      ? null
      : readListed(context, bare, (piece) => measuresNamed(context, piece));
    // 老人、孩子 may each be said of anything.
    const many = listed?.kind === 'mention' && listed.mention.byWords.length > MOST_LISTED;
    if (listed !== null)
      return many ? addLoosely(so, listed) : { ...so, filter: addNames(so.filter, listed) };
    const near = so.shape.literal ? null : readNear(context, variants);
    if (near !== null) return { ...so, filter: addNames(so.filter, near) };
    const core = findCore(context, bare);
    // 300多人参加的防汛培训: the figure tells it from others; other words may stand apart.
    const counted =
      core !== null && !so.shape.literal && hasFigure(bare) ? readByWords(context, variants) : null;
    if (
      counted?.kind === 'mention' &&
      core?.units.every((id) => counted.mention.byWords.includes(id)) === true
    )
      return addLoosely(so, counted);
    if (core !== null) return addLoosely(so, nameCore(context, core, so.shape, leads));
    const close = so.shape.literal ? null : readByWords(context, variants);
    if (close !== null) return addLoosely(so, close);
    const named = !so.shape.literal || bare.includes('问题');
    const problem = so.filter.problem === null && named ? findProblem(context, bare, false) : null;
    if (problem !== null) return { ...so, filter: { ...so.filter, problem }, problemByName: true };
    const loose = so.shape.literal ? null : findLoosely(context, bare);
    if (loose !== null) return addLoosely(so, nameCore(context, loose, so.shape, leads));
    return { ...so, unknown: [...so.unknown, part] };
  }, reading);
}

/** A body by its name is what is meant, whatever else is said; pieces of other words may be of another matter. */
function addLoosely(so: FilterReading, names: Names): FilterReading {
  const body = names.kind === 'organization' && names.organization.asked.length >= SHORTEST_BODY;
  return { ...so, filter: addNames(so.filter, names), loose: so.loose || !body };
}
const SHORTEST_BODY = 3;
const MOST_LISTED = 12;

/** The last resort: verbs taken off names, then a rare name that all else said belongs to, or that stands behind it. */
function findLoosely(context: IntentContext, part: string): Core | null {
  return findCore(context, part, true) ?? findDescribed(context, part) ?? findApposed(context, part);
}

/** The measures of one of several things in a row, by the same ways as of one thing alone. */
function measuresNamed(context: IntentContext, piece: string): readonly UnitId[] {
  const variants = phraseVariants(piece);
  const names =
    readPrinted(context, variants, false, false) ??
    readNear(context, variants) ??
    readByWords(context, variants);
  if (names === null || names.kind === 'mention') {
    const described = findDescribed(context, piece)?.units ?? [];
    const core =
      described.length > 0 || names !== null ? described : (findCore(context, piece, true)?.units ?? []);
    if (names === null) return core;
    return selectMeasures(context, addNames(NO_FILTER, names))
      .map(({ unit }) => unit)
      .concat(core);
  }
  return selectMeasures(context, addNames(NO_FILTER, names)).map(({ unit }) => unit);
}

/** One piece may be a body or a document; several must all stand in the measure. */
function nameCore(
  context: IntentContext,
  { phrases, units }: Core,
  { literal }: Shape,
  leads: boolean,
): Names {
  const one = phrases.length === 1 ? readPrinted(context, phrases, literal, leads) : null;
  const asked = phrases.join('”和“');
  return (
    one ?? {
      kind: 'mention',
      mention: { asked, phrases: [], literal: true, all: true, byWords: units, akin: [] },
    }
  );
}

export function addNames(filter: LedgerFilter, names: Names): LedgerFilter {
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

/** (组织路线), 就是组织路线那块, 巡视整改和成果运用里: what stands around the name of a section. */
const ROUND_NAME = /[()]|^(?:也?就是|即)|[这那](?:一)?[块摊]$|(?:里面?|里头|当中|之中|中|下面?)[,]?$/gu;

/** 第三方面(组织路线): words of the very section that is read. */
export function namesSection(
  { lookup }: IntentContext,
  { section }: Pick<LedgerFilter, 'section'>,
  part: string,
): boolean {
  return section !== null && sectionName(lookup, section).includes(part.replace(ROUND_NAME, ''));
}
