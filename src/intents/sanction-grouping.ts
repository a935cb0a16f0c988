// 按档次各几人, 哪类事由人数最多, 城投几个、国投几个 → by what the items of part four are grouped, and which items
import type { SanctionKind } from '../ledger/ledger.ts';
import type { IntentContext } from './intent.ts';
import { readSanctionFilter, speaksOfSanctions, type SanctionFilter } from './sanction-filter.ts';
import { namedKinds, readMeasures } from './sanction-words.ts';

/** By the measure taken, by what it was taken for, by the kind of the list, or by names that stand in the items. */
export type GroupedBy = 'measure' | 'ground' | 'kind' | 'name';

export interface SanctionGrouping {
  readonly by: GroupedBy;
  /** The names asked for, of groups by name; the measures asked for, of groups by measure; empty for every one. */
  readonly labels: readonly string[];
  /** The items that are grouped. */
  readonly filter: SanctionFilter;
  /** Which group counts most or fewest persons is asked. */
  readonly most: 'most' | 'least' | null;
}

const HOW_MANY = '(?:多少|(?<!哪)几)(?:个人|个|名|位|人(?!次)|项)';
/** 各几人, 各处理多少人, 每类几人, 各是几个人; 分别有多少人. */
const EACH = new RegExp(
  `(?:各|分别|每一?(?:类|种|档|项))(?:自|是|有|占|处理|处分|涉及|列)*(?:了|的)?${HOW_MANY}`,
  'u',
);
/** 哪一类事由人数最多, 人最多的是哪种方式. */
const MOST =
  /(?:哪|什么)[^,。?]{0,10}(?:人(?:数)?)?最(?<end>多|少)|人(?:数)?最(?<of>多|少)的?(?:是|有)?[^,。?]{0,4}(?:哪|什么)/u;
const A_CLASS =
  /(?:哪|什么)一?(?:个|种|类|档)?(?:事由|原因|缘由|情形|处理|处分|方式|档次?|措施|等级)|哪一?[种类档]/u;
const BY_MEASURE =
  /按?(?:照)?(?:处分|处理|处置)?的?(?:档次?|等次|等级|种类|类别|类型|类|轻重|方式|措施|结果)(?:来)?(?:分|看|算|统计|归类)?|(?:哪几|哪一?|几|什么)(?:种|类|档)(?:处理|处分)?(?:方式|措施)?|处[理分](?:方式|措施|结果)/gu;
const BY_GROUND =
  /按?(?:照)?(?:事由|原因|缘由|由头|情形|事项)(?:来)?(?:分|看|算|统计|归类)?|(?:因为?)?(?:什么|啥)(?:事|原因)|(?:一项|一条)一?[项条]的?|逐[项条]|每一?[项条]/gu;

/** Null where the message does not ask for persons of part four group by group. */
export function readSanctionGrouping(context: IntentContext): SanctionGrouping | null {
  const { text, references } = context.question;
  if (!speaksOfSanctions(context) || /举措|整改措施/u.test(text)) return null;
  if (references.some(({ kind }) => kind === 'measure' || kind === 'problem')) return null;
  const most = readMost(text);
  const labels = readLabels(text);
  if (!EACH.test(text) && most === null && labels.length < 2) return null;
  const plain = text
    .replace(NUMBER_TOLD, '')
    .replace(MOST, keepKind)
    .replace(ASKED_CLASS, ' ')
    .replace(EACH, ' ');
  const by = readBy(text, labels);
  if (by === null) return null;
  const base = by === 'name' || by === 'kind' ? cutLabels(plain, labels) : cutMeasures(plain);
  const filter = readBase(context, base);
  if (filter === null) return null;
  const kept = by === 'measure' ? readMeasures(text) : labels;
  const narrowed = by !== 'measure' || filter.kinds.length > 0 ? filter : { ...filter, measures: kept };
  return { by, labels: by === 'ground' || by === 'kind' ? [] : kept, filter: narrowed, most };
}

/** 哪个事由被诫勉的人最多: which list it is stays said. */
function keepKind(said: string): string {
  return ` ${/诫勉|组织处理|(?:党纪|政务|党内)*处分/u.exec(said.replace(/(?:什么|哪一?[种个类档])处分/u, ''))?.[0] ?? ''} `;
}

function readMost(text: string): SanctionGrouping['most'] {
  if (EITHER.test(text)) return 'most';
  const groups = A_CLASS.test(text) ? MOST.exec(text)?.groups : undefined;
  if (groups === undefined) return null;
  return (groups['end'] ?? groups['of']) === '少' ? 'least' : 'most';
}

/** 组织处理12人, 13个受处分的人, 诫勉的27人里: the number of all, told by the asker. */
const NUMBER_TOLD = /的?(?:那|这)?\d+(?:个人|人|名|位|个)(?:里面?|当?中|之中)?(?=[^\d]|$)/gu;
const ASKED_CLASS =
  /[,，]?(?:都)?(?:有|是|分了?|包括)?(?:哪|几|什么)(?:几|一)?(?:个|种|类|档)(?:处[理分])?(?:事由|原因|方式|措施)?[,，]?/gu;

function readBy(text: string, labels: readonly string[]): GroupedBy | null {
  if (labels.length >= 2) {
    const measures = labels.filter((label) => readMeasures(label).length > 0);
    if (measures.length === labels.length) return 'measure';
    const kinds = labels.filter((label) => namedKinds(label).length > 0);
    return kinds.length === labels.length ? (/[项条]/u.test(text) ? 'kind' : null) : 'name';
  }
  if (new RegExp(BY_GROUND.source, 'u').test(text)) return 'ground';
  if (new RegExp(BY_MEASURE.source, 'u').test(text)) return holdsOneMeasure(text) ? 'ground' : 'measure';
  return null;
}

/** 诫勉: a list whose items all name one measure is told apart by its grounds. */
function holdsOneMeasure(text: string): boolean {
  const kinds: readonly SanctionKind[] = namedKinds(text);
  return kinds.length === 1 && kinds[0] === 'admonition';
}

/** 城投系统几个、国投系统几个; 属于鳌峰街道的有几个,属于新港街道的有几个. */
const ONE_BY_ONE = new RegExp(
  `(?<label>[^,，、;。?]{2,16}?)的?(?:各|又|都|分别)?(?:有|是|占|列了?)?(?:了)?${HOW_MANY}`,
  'gu',
);
/** 警告、严重警告、政务警告各多少人; 背严重警告的和背一般警告的各几个. */
const LISTED = new RegExp(
  `(?<list>[^,，。?]{2,20}?(?:[、和跟与及][^,，。?]{2,16}?)+)的?(?:,|[三两几]类)*${EACH.source}`,
  'u',
);
/** 城投的多还是国投的多. */
const EITHER = /(?<a>[^,，、;。?里中]{2,10}?)的?(?:人)?多[,，]?还是(?<b>[^,，、;。?]{2,10}?)的?(?:人)?多/u;
const AFFIX =
  /^.*[里中,:](?=.{2})|^(?:其中|属于?|来自|因为?|是|在|被|受到?|背|挨|给予?)+|(?:系统|那边|这边|那头|下[属面]|一边|口子?|单位|的|人|干部|职工|里头?)+$/gu;

/** The names or measures counted one by one; empty where no two are. */
function readLabels(text: string): string[] {
  const list = LISTED.exec(text)?.groups?.['list'];
  const either = EITHER.exec(text)?.groups;
  const found =
    either !== undefined
      ? [either['a'] ?? '', either['b'] ?? '']
      : list === undefined
        ? [...text.matchAll(ONE_BY_ONE)].map(({ groups }) => groups?.['label'] ?? '')
        : list.split(/[、和跟与及]/u);
  const labels = found.map((label) => label.replace(AFFIX, '').replace(AFFIX, ''));
  return labels.length >= 2 && labels.every((label) => label.length >= 2) ? labels : [];
}

function cutLabels(text: string, labels: readonly string[]): string {
  const [first = ''] = labels;
  const at = text.indexOf(first);
  return (at < 0 ? text : text.slice(0, at)).replace(/(?:属于?|来自|是|[,，])+$/u, '');
}

function cutMeasures(text: string): string {
  return text.replace(BY_MEASURE, ' ').replace(BY_GROUND, ' ');
}

/** 被组织处理的干部职工: persons, whoever they are. */
const STAFF = /(?<=的)(?:干部职工|干部|职工|人员|同志|人)(?=[,，\s]|$)/gu;

/** The items meant by what stands beside the grouping; null where it names something no item has. */
function readBase(context: IntentContext, text: string): SanctionFilter | null {
  const base = text
    .replace(/[?。!]/gu, ' ')
    .replace(STAFF, ' ')
    .trim();
  const scene = { ...context, question: { ...context.question, text: base } };
  const filter = readSanctionFilter(scene);
  return filter.unknown.length > 0 ? null : filter;
}
