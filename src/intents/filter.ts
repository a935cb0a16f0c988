// question → slots taken off → what is left is a problem, a section, a document, a body or words to be found → LedgerFilter
import { rememberEach } from '../text/remember.ts';
import type { UnitId } from '../bulletin/bulletin.ts';
import { namesNothing } from './pieces.ts';
import { findOnDay, readDay } from './day-slot.ts';
import { readDeadline } from './deadline-slot.ts';
import { readLeading, readOrganization } from './filter-names.ts';
import { namesSection, readParts } from './filter-parts.ts';
import type { IntentContext } from './intent.ts';
import { NO_FILTER, type FilterReading, type LedgerFilter } from './ledger-filter.ts';
import { withoutGlosses } from './glosses.ts';
import { findMentions } from './mentions.ts';
import { isPrinted } from './named-phrases.ts';
import { resolvePointing } from './pointing.ts';
import { compileExact } from './phrase.ts';
import { EXCEPT, meansLiterally, withoutRemarks, withoutWishes } from './remarks.ts';
import { maskQuotes, phraseVariants, readShape, stripShape } from './shape.ts';
import { selectMeasures } from './select.ts';
import { readSection, readStatus, unquoteSection } from './slots.ts';

/** Words that narrow nothing: 目前, 整改事项, 全部. */
const GENERIC =
  /^(?:通报|全部|所有|整个|区里|我区|目前|现在|当前|今年|截至|为止|里面?|其中|下面|底下|项下|名下|里头|当中|整改了?|事项|任务|工作|项目|工程|是|完成|到底|大概|大约|分别|具体|对应|一共|事[情儿]|活儿?|东西|内容|写明|写着|[某哪]?件?事|能(?:查|找|看)[到着]|的|问题[和与跟、]|\d+(?:个|条|项)(?:问题)?)+$|^(?:里面?|中|上)?\p{Script=Han}{1,2}[着过了]\p{Script=Han}?$/u;
/** 牵头或参与, whatever part it takes. */
const TAKES_PART =
  /(?:亲自|直接)?(?:牵头(?:或者?|和|及|、|与)(?:者|是)?(?:参与|配合|协助|承办|责任|协办)(?:方|单位|部门)?|(?:参与|配合|协助)(?:或者?|和|及|、|与)牵头)(?:的|了|办理?|负责|落实|整改)*/u;
const LEAD = /(?:由|是|以)?(?:其|它|他们)?牵头(?:的|负责|落实|整改)*/u;

/** 哪些条写了牵头单位, 明确了牵头部门的: led by whatever body. */
const LEADING_BODY =
  /(?:有|写|载|标|注|明确|说|指定|给出)(?:了|着|明|出|清楚|明确|写|载|说)*(?:由谁|谁)?(?:来)?(?:的)?牵头(?:单位|部门|的?是谁)?的?/u;

/** Remembered for the message: every intent of the ledger reads it. */
export const readFilter = rememberEach((context: IntentContext): FilterReading => {
  const { question, lookup } = context;
  const said = withoutRemarks(withoutGlosses(context, resolvePointing(context)));
  const meant = withoutWishes(said);
  const written = readShape(said);
  const shape = { ...written, literal: written.literal || meansLiterally(question.text) };
  const plain = question.references
    .reduce((rest, { text: written }) => rest.replace(written, '\u0001'), meant)
    .replace(DESCRIBED, '\u0001');
  // 提到“常态化”的: words quoted are no slots.
  const masked = maskQuotes(unquoteSection(plain, lookup));
  let { text } = masked;
  const deadline = readDeadline(context, text);
  text = deadline?.rest ?? text;
  const status = readStatus(text);
  text = status?.rest ?? text;
  const section = readSection(text, lookup);
  text = section?.rest.replace(DESCRIBED, '\u0001') ?? text;
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
    .flatMap((part) => splitScope(context, part))
    .filter((part) => !GENERIC.test(part));
  const telling = parts.filter((part) => tells(context, part));
  if (day !== null) {
    const mention = findOnDay(context, day.value, telling.join(''));
    return {
      filter: { ...base, mentions: [mention] },
      shape,
      unknown: [],
      parts: [],
      loose: false,
      problemByName: false,
    };
  }
  const dropped = parts.filter((part) => !telling.includes(part));
  const named = withoutTold(context, telling.length > 0 ? telling : parts);
  const unread = { filter: base, shape, unknown: [], parts: named, loose: false, problemByName: false };
  const read = readParts(context, unread, named, leads);
  const unknown = read.unknown.filter(
    (part) => !saysNothing(context, read.filter, part) && !namesSection(context, read.filter, part),
  );
  return {
    ...read,
    unknown: unknown.length === 0 || telling.length === 0 ? unknown : [...unknown, ...dropped],
  };
});

/** 微党课搞得挺热闹,哪些条写了微党课: a part that says more of what another names says nothing new. */
function withoutTold(context: IntentContext, parts: readonly string[]): string[] {
  return parts.filter(
    (part) => !parts.some((other) => other !== part && part.includes(other) && isPrinted(context, other)),
  );
}

/** Words quoted, or with something named in them; in 有柳湾桥 without the verb in front. */
function tells(context: IntentContext, part: string): boolean {
  return (
    /[“《]/u.test(part) ||
    phraseVariants(part).some((words) => !namesNothing(context, words) || isRareName(context, words))
  );
}

/** 上下楼: cut in two by the dictionary, yet so few measures print it whole that it is a name. */
function isRareName({ lookup }: IntentContext, words: string): boolean {
  if (words.length < SHORTEST_NAME || words.length > SHORT_PART) return false;
  const find = compileExact(words);
  const printing = lookup.measures.filter((unit) => find(unit) !== null).length;
  return printing > 0 && printing <= MOST_RARE;
}
const SHORTEST_NAME = 3;
const MOST_RARE = 5;

/** 问题13(教育), 信访那一块的问题24, 信访那块,问题24底下: words that describe what is named by its number. */
const DESCRIBED =
  /[^,。?;\u0001]{2,16}(?:这|那)(?:一?(?:块|摊)(?:的|儿?[,，])|[几两三四五六]?个)\u0001(?:里头|里面?|名下|底下|下面|当中|之中)?|[^,。?;()\u0001]{2,16}[这那]一?[块摊]\(\u0001\)|\u0001\([^()]*\)|\((?:仅|只)?(?:限于?|看|在)?\u0001\)/gu;

/** The measures of the section, of the status, or with the words, that the message leaves out. */
function findExcluded(context: IntentContext, text: string): UnitId[] {
  const { lookup, bulletin } = context;
  return [...text.matchAll(EXCEPT)].flatMap(({ groups }): UnitId[] => {
    const [words = ''] = ['but', 'not', 'besides', 'lacks', 'absent'].flatMap((name) => groups?.[name] ?? []);
    if (words === '') return [];
    const section = readSection(words, lookup)?.value;
    if (section !== undefined)
      return lookup.measures.filter(({ path }) => path.includes(section)).map(({ id }) => id);
    const status = readStatus(words);
    if (status !== null && stripShape(status.rest).join('') === '')
      return selectMeasures(context, { ...NO_FILTER, status: status.value }).map(({ unit }) => unit);
    const [phrase] = stripShape(words);
    const organization = phrase === undefined ? null : readOrganization(context, phrase, false);
    if (organization !== null)
      return selectMeasures(context, { ...NO_FILTER, organization }).map(({ unit }) => unit);
    return phrase === undefined
      ? []
      : findMentions(lookup.measures, bulletin.source, [phrase], true).map(({ unit }) => unit);
  });
}

/** 连家船,船工上岸: pieces where no measure prints the whole; 老没有医院,那个问题 is one piece. */
function splitAtCommas({ lookup }: IntentContext, part: string): string[] {
  const joined = part.replace(/[,，](?=[这那]个?问题)/gu, '');
  const printed = lookup.measures.some(({ text }) => text.includes(joined));
  return printed ? [joined] : joined.split(/[,，]/u).filter((piece) => piece.length >= 2);
}

/** 积案里明说“全部办结”的, 消防这块讲“回头看”的: where the quoted words are to stand, in front of them. */
const SCOPE =
  /^(?<scope>\p{Script=Han}{2,8}?)(?:(?:[这那]一?(?:块|边|头|摊)|方面|里面?|里头|当中)(?:儿|的)?)(?:都|也|有|明|直接|专门|明确)*(?:[说讲写搞提做谈](?:到|过|了|明|着|的)?)?(?<quoted>“[^”]+”)的?$/u;

function splitScope(context: IntentContext, part: string): string[] {
  const { scope, quoted } = SCOPE.exec(part)?.groups ?? {};
  if (scope === undefined || quoted === undefined || namesNothing(context, scope)) return [part];
  return [scope, quoted];
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

/** A section named by number (第二部分(三)) that holds measures. */
function sectionOf({ question, lookup }: IntentContext): UnitId | null {
  // (第二部分不算): left out.
  const meant = withoutRemarks(question.text);
  const reference = question.references.find(({ kind, text }) => kind === 'section' && meant.includes(text));
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
