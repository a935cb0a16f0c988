// several sections or problems → measures or problems of each, their sum, the most of them
import { claimOfStatus } from './tally-draft.ts';
import { rememberEach } from '../text/remember.ts';
import type { UnitId } from '../bulletin/bulletin.ts';
import {
  claim,
  draftAnswer,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import { findPersonIn } from './person-name.ts';
import {
  claimGap,
  claimMeans,
  claimShares,
  claimSums,
  type Asked,
  type Counted,
} from './count-group-claims.ts';
import { DERIVED_STATUS } from './list-draft.ts';
import { claimMeasures, claimProblems, claimSection, measuresOf, problemsOf } from './section-counts.ts';
import { parseInteger } from '../text/numerals.ts';
import { findCountedProblems } from './problem-name.ts';
import { readShape } from './shape.ts';
import { contentSections } from '../bulletin/sections.ts';
import { spellSections } from './section-lists.ts';
import { readSection, readStatus } from './slots.ts';

/** 四个方面各有多少, 每个方面几条, 各部分分别多少, 四个方面加起来. */
const BY_SECTION =
  /(?:(?<!第)[一二两三四五六七八九十\d]个?|各个?|每个?|几个?)(?:大)?(?:方面|部分|板块|块|类)(?:都|里|中|的)?(?:各|分别|都)?/u;
const EACH = /各|每|分别/u;
/** 平均每个方面多少条, 每个方面平均几条, 四个方面平均下来一个方面多少条. */
const MEAN =
  /平均(?:下来|分到)?(?:每|一)个?(?:大)?(?:方面|部分|板块)|(?:[每一两二三四五\d])个?(?:大)?(?:方面|部分|板块)(?:的|里|措施|举措|问题)*平均|(?:其他|其余|剩下的?|各)(?:[两三四五]个)?(?:方面|部分|板块)平均/u;
/** 四个方面各完成几条. */
const DONE = /完成了?(?:多少|几)(?:条|项)/u;
const SHARE = /占|百分之|比例|比重|几成/u;
const SUM = /加起来|相加|加在?一(?:块儿?|起)|合起来|合计|总和|之和|一共|总共|拢共|共有|总[数量]/u;
/** 前两个方面, 后三个部分. */
const SOME_OF = /(?<end>前|头|后|最后)(?<n>[两二三四五六七八九\d])个?(?:大)?(?:方面|部分|板块)/u;
/** 哪个方面的措施最多, 哪个问题措施最多, 问题13和问题37哪个措施多. */
const MOST =
  /哪(?:一)?个?(?:方面|部分|板块|问题)[^,。?]{0,8}(?:多|少)|哪[^,。?]{0,10}(?:(?:最|更)[多少]|[多少](?=[些?。呢]|一些|$))|(?:主要|大多|大半|多半|集中)[^,。?]{0,6}哪一?个?(?:方面|部分|板块)|(?:最多|最少)[^,。?]{0,6}(?:是)?哪|最[多少]的(?:一?个)?(?:方面|部分|板块)|最[多少]的?[跟和与比]最[多少]/u;
/** 问题25和26底下有几条还没弄完. */
const HOW_MANY = /(?:多少|(?<![哪第])几)(?:条|项)/u;
const OF_PROBLEMS =
  /哪(?:一|几|些)?个?问题[^,。?]{0,8}(?:措施|举措)|(?:措施|举措)(?:的)?(?:条数|数量?|列|定|写|有)?(?:得|的)?最(?:多|少)的?(?:是|有)?(?:哪[几些一]?个?)?问题|问题(?:里面?|中|当中|下面?|底下|名下)[^,。?]{0,4}最[多少]的?[^,。?]{0,4}(?:几|多少)条|(?:一个|单个|每个)问题[^,。?]{0,4}最[多少][^,。?]{0,6}(?:措施|举措)/u;

export const countGroupsIntent: Intent = {
  name: 'groups',
  examples: [
    '四个方面各有多少个问题',
    '第一方面和第二方面一共多少条措施',
    '哪个方面的措施最多',
    '问题13和问题37哪个措施多',
  ],
  score: (context) => {
    const asked = readGroups(context);
    if (asked === null || asked.groups.length < 2) return 0;
    // 某人在这一部分出现几次,各是什么: asked of the person, not of the parts.
    if (findPersonIn(context, context.question.text) !== null) return 0;
    // 哪一类最少 after a row of figures is asked of that row.
    const { question, lookup } = context;
    const named = findReferred(context).length > 1 || spellSections(question.text, lookup) !== question.text;
    return named || /方面|部分|板块|措施|举措|问题/u.test(context.question.text) ? 0.96 : 0.5;
  },
  draft: (context) => {
    const asked = readGroups(context);
    return asked === null ? draftAnswer({ refusal: 'unclear' }) : draftGroups(context, asked);
  },
};

const readGroups = rememberEach((context: IntentContext): Asked | null => {
  const { text, references } = context.question;
  const shape = readShape(text);
  const most = readMost(text);
  const status = readStatus(text)?.value ?? (DONE.test(text) ? 'completed' : null);
  const gap = GAP.test(text);
  const counts =
    gap ||
    MEAN.test(text) ||
    shape.countMeasures ||
    shape.countProblems ||
    status !== null ||
    (SHARE.test(text) && /措施|举措|问题/u.test(text)) ||
    /(?:措施|举措|问题)(?:数|最|多|少|加|各|合|相?差)/u.test(text) ||
    (HOW_MANY.test(text) && SUM.test(text) && findReferred(context).length > 1);
  if (!counts && most === null) return null;
  const sections = readSections(context);
  const named = references.flatMap(({ kind, units }) => (kind === 'problem' ? units : []));
  const problems = OF_PROBLEMS.test(text)
    ? context.lookup.problems.map(({ id }) => id)
    : named.length > 0
      ? expandRange(context, named)
      : findCountedProblems(context);
  if (references.some(({ kind }) => kind === 'measure' || kind === 'sanction')) return null;
  const sum = SUM.test(text) || (status !== null && HOW_MANY.test(text) && !gap);
  const mean = MEAN.test(text);
  const share = !SHARE.test(text) || status !== null ? null : EACH.test(text) ? 'each' : 'sum';
  const base = { status, sum, most, gap, mean, share } as const;
  if (sections.length >= 2 && (sum || gap || mean || most !== null || share !== null || EACH.test(text))) {
    const onlyProblems = /问题/u.test(text) && !/措施|举措/u.test(text) && status === null;
    const onlyMeasures = !/问题/u.test(text);
    return { ...base, kind: 'section', groups: sections, problems: !onlyMeasures, measures: !onlyProblems };
  }
  if (problems.length >= 2 && /措施|举措|条/u.test(text) && (sum || gap || most !== null)) {
    return { ...base, kind: 'problem', groups: problems, problems: false, measures: true };
  }
  return null;
});

/** 最多, 最少 of the groups; null when neither is asked. */
function readMost(text: string): Asked['most'] {
  if (!MOST.test(text) && !(OF_PROBLEMS.test(text) && /最[多少]/u.test(text))) return null;
  // 措施少一些: fewer than others, where neither end is named.
  const end =
    /(?:最|更)(?<end>多|少)/u.exec(text)?.groups?.['end'] ?? (/(?<!多)少/u.test(text) ? '少' : '多');
  return end === '少' ? 'least' : 'most';
}

/** 除了组织路线方面,其余三个方面; 第二方面以外的各方面: all but those named. */
const ALL_BUT = /(?:方面|部分|板块|块)(?:以外|之外|除外)/u;
const BUT = /(?:除(?:了|去|开|掉)?|刨去|去掉)(?=[^,?。]*?(?:方面|部分|板块|块))/u;

/** 二(三)和二(四): sections by their numbers. */
function findReferred({ question, lookup }: IntentContext): UnitId[] {
  const sections = contentSections(lookup);
  return question.references.flatMap(({ kind, units }) =>
    kind === 'section' ? units.filter((id) => sections.includes(id)) : [],
  );
}

/** 商贸转型和新业态发展,哪一块做得多: of two matters, neither of them a section. */
const OF_MATTERS = /[^,。?]{2,}(?:和|跟|与|、|还是)[^,。?]{2,}[,]?(?:这?两[块头边个])?哪一?块/u;

/** All content sections for 四个方面, 哪个方面; those named for 第一方面和第二方面. */
function readSections(context: IntentContext): readonly UnitId[] {
  const { question, lookup } = context;
  if (OF_PROBLEMS.test(question.text)) return [];
  const some = SOME_OF.exec(question.text)?.groups;
  const count = parseInteger(some?.['n'] ?? '');
  if (some !== undefined && count !== null) {
    const sections = contentSections(lookup);
    return some['end']?.endsWith('后') === true ? sections.slice(-count) : sections.slice(0, count);
  }
  const referred = findReferred(context);
  if (referred.length > 1) return referred;
  const named: UnitId[] = [];
  let text = spellSections(question.text.replace(BUT, ''), lookup);
  for (let found = readSection(text, lookup); found !== null; found = readSection(text, lookup)) {
    if (named.includes(found.value)) break;
    named.push(found.value);
    text = found.rest;
  }
  if (named.length > 0 && (BUT.test(question.text) || ALL_BUT.test(question.text)))
    return contentSections(lookup).filter((id) => !named.includes(id));
  if (named.length > 0) return named;
  if (OF_MATTERS.test(question.text)) return [];
  const all =
    BY_SECTION.test(question.text) ||
    /哪(?:一)?个?(?:方面|部分|板块|块)|(?:方面|部分|板块)(?:是|在)哪|最[多少]的(?:一?个)?(?:方面|部分|板块)/u.test(
      question.text,
    );
  return all ? contentSections(lookup) : [];
}

/** 最多的比最少的多几个, 最多和最少差多少, 第二方面比第四方面的问题多几个. */
const GAP =
  /比[^,。?]{2,24}?(?:多|少)(?:了|出来?)?(?:几|多少)(?:个|条|项)|(?:比|和|跟|与)[^,。?]{0,8}最[多少][^,。?]{0,8}(?:[多少]|相?差)了?(?:几|多少)|(?:相差|差距|差)(?:了|是|有|为)?(?:几|多少)/u;

/** 问题10到问题15 names six. */
function expandRange({ lookup, question }: IntentContext, named: readonly UnitId[]): UnitId[] {
  const [first, last, ...more] = named;
  if (first === undefined || last === undefined || more.length > 0) return [...named];
  if (!/\d\s*(?:个|号)?(?:问题)?\s*(?:到|至|—|-|~)/u.test(question.text)) return [...named];
  const ids = lookup.problems.map(({ id }) => id);
  return ids.slice(ids.indexOf(first), ids.indexOf(last) + 1);
}

function draftGroups(context: IntentContext, asked: Asked): Draft {
  const counted = asked.groups.map((id): Counted => {
    const own = countGroup(context, asked, id);
    return { id, claims: own.claims, size: own.size };
  });
  const sorted = asked.most === null ? counted : sortBySize(counted, asked.most);
  const shown = asked.kind === 'problem' && asked.groups.length > 10 ? tiesOfFirst(sorted) : counted;
  const claims = shown.flatMap(({ id, claims: own }) => [...claimGroup(context, asked, id), ...own]);
  const [top] = sorted;
  const ties = sorted.filter(({ size }) => size === top?.size);
  const best =
    asked.most === null || top === undefined
      ? []
      : [
          claim(
            `比较:${ties.map(({ id }) => context.lookup.label(id)).join('、')}${asked.most === 'most' ? '最多' : '最少'}`,
            ties.flatMap(({ id }) =>
              claimGroup(context, asked, id).flatMap(({ citations }) => [...citations]),
            ),
          ),
        ];
  return draftAnswer({
    claims: [
      ...claims,
      ...(asked.sum || asked.mean ? claimSums(asked, counted) : []),
      ...(asked.mean ? claimMeans(asked, counted) : []),
      ...(asked.share === null ? [] : claimShares(context, asked, counted)),
      ...best,
      ...(asked.kind === 'problem' && asked.most !== null && ties.length > 1
        ? [claimTies(context, ties)]
        : []),
      ...(asked.gap && (asked.most !== null || counted.length === 2) ? claimGap(sorted) : []),
    ],
    notes: asked.status === null ? [] : [DERIVED_STATUS],
    candidates: asked.groups.slice(0, 10),
  });
}

/** 「这样的问题共6个」: how many have as many as the first. */
function claimTies({ lookup }: IntentContext, ties: readonly Counted[]): DraftClaim {
  const number = `${String(ties.length)}个`;
  const citations = ties.map(({ id }) => lookup.cite(id));
  return claim(`这样的问题共${number}`, citations, { computed: [number] });
}

function countGroup(
  context: IntentContext,
  { kind, problems, measures, status }: Asked,
  id: UnitId,
): Pick<Counted, 'claims' | 'size'> {
  const own =
    kind === 'section' ? measuresOf(context, id) : context.lookup.measuresOf(id).map((unit) => unit.id);
  const under = problems && kind === 'section' ? problemsOf(context, id) : [];
  const claims = under.length > 0 ? [claimProblems(context, under)] : [];
  if (!measures) return { claims, size: under.length };
  if (status === null) return { claims: [...claims, claimMeasures(context, own)], size: own.length };
  const ofStatus = claimOfStatus(context, own, status);
  return { claims: [...claims, ...ofStatus], size: ofStatus[0]?.citations.length ?? 0 };
}

/** The group's heading in its own words. */
function claimGroup(context: IntentContext, { kind }: Asked, id: UnitId): DraftClaim[] {
  const { lookup } = context;
  if (kind === 'section') return claimSection(context, id);
  const unit = lookup.get(id);
  return unit === undefined ? [] : [claim(`${lookup.label(id)}:${unit.text}`, [lookup.cite(id)])];
}

function sortBySize(groups: readonly Counted[], most: 'most' | 'least'): Counted[] {
  return [...groups].sort((a, b) => (most === 'most' ? b.size - a.size : a.size - b.size));
}

/** Of many groups only those as large as the first, at most so many. */
function tiesOfFirst(sorted: readonly Counted[]): Counted[] {
  return sorted.filter(({ size }) => size === sorted[0]?.size).slice(0, MOST_TIES);
}
const MOST_TIES = 8;
