// 第162条属于哪个问题, 它归在哪个方面, 第67个问题在哪个方面 → the problem the unit stands under and the section of both
import type { UnitId } from '../bulletin/bulletin.ts';
import { namesNothing } from '../question/bare-words.ts';
import { claim, draftAnswer, type DraftClaim, type Intent, type IntentContext } from './intent.ts';
import { claimSection } from './section-counts.ts';

const UNDER =
  '(?:从?属于|归(?:属|类|口|入|到|在|于)*|算(?:在|到|作)?|针对|对应|对着|回应|整改|解决|冲着|为了?(?:整改|解决)?|(?:挂|列|放|写|排|落|分|记|摆)(?:在|到|入|于)|在|是|来自|出自|隶属于?)';
const WHICH = '(?:哪(?:一)?(?:个|条|项|类|号)?|什么|啥|第?几(?:个|条|号)?)';
const ABOVE = '(?:大)?(?:反馈|整改|上级)?的?(?:问题|方面|部分|板块|章节?)';
/** 属于哪个问题, 归在哪个问题下, 是解决什么问题的; 对应的问题是, 所属问题; 的问题是什么. */
const ASKS = new RegExp(
  [
    `${UNDER}的?(?:都|分别|各)?(?:是)?${WHICH}${ABOVE}(?:名下|下面?|底下|里面?|当?中|的|提出|反馈|整改|管|来的?)*[?。!呢啊吗]*$`,
    `(?:所属|所在|所?(?:针对|对应)|归属|上级|从属)的?(?:是)?${ABOVE}(?:编?号)?(?:都|分别)?(?:是|为|叫|呢)?(?:${WHICH}(?:问题)?)?[?。!呢啊]*$`,
    `的问题(?:是|叫)${WHICH}[?。!呢啊]*$`,
    `${UNDER}问题(?:几|多少号?)(?:名下|下面?|底下|里面?|的)*[?。!呢啊]*$`,
    `针对的?(?:是)?(?:什么|啥)(?:提出|制定|出台|定|写|设)?(?:出?来)?的?[?。!呢啊]*$`,
  ].join('|'),
  'u',
);
const OF_SECTION = /方面|部分|板块|章/u;
/** 第8条和第9条是同一个问题吗, 是一个问题的吗: of two or more, whether they stand under one. */
const SAME = /(?:同一?|是一)个?(?:大)?(?:反馈)?(?:问题|方面|部分|板块)/u;

export const belongsIntent: Intent = {
  name: 'belongs',
  examples: [
    '第162条属于哪个问题',
    '措施53是针对哪个问题的',
    '第148条归在哪个方面',
    '第108条和第112条是同一个问题吗',
  ],
  score: (context) => {
    const { text } = context.question;
    const units = unitsAskedAbout(context);
    return units.length > 0 && (ASKS.test(text) || (units.length > 1 && SAME.test(text))) ? 0.97 : 0;
  },
  draft: (context) => {
    const { lookup, question } = context;
    const units = unitsAskedAbout(context);
    const ofSection = OF_SECTION.test(question.text);
    const claims = units.flatMap((unit) => claimAbove(context, unit, ofSection));
    const paths = units.map((unit) => [...(lookup.get(unit)?.path ?? [])].reverse());
    const [unit = ''] = units;
    return draftAnswer({
      claims,
      notes: SAME.test(question.text) ? [sayWhether(context, units, ofSection)] : [],
      candidates: [...new Set([...units, ...paths.flat()])].slice(0, 10),
      suggestions: units.length > 1 ? [] : ['这个问题还有哪些措施', lookup.label(unit)],
    });
  },
};

function claimAbove(context: IntentContext, unit: UnitId, ofSection: boolean): DraftClaim[] {
  const problem = findAbove(context, unit, 'problem');
  const section = findAbove(context, unit, 'section');
  const heading = problem === null ? [] : claimProblem(context, unit, problem);
  const place = section === null ? [] : claimSection(context, section);
  return ofSection || heading.length === 0 ? [...place, ...heading] : heading;
}

/** The nearest unit of the kind above it, itself where it is a problem. */
function findAbove({ lookup }: IntentContext, id: UnitId, kind: 'problem' | 'section'): UnitId | null {
  const path = [...(lookup.get(id)?.path ?? []), id];
  return path.findLast((one) => lookup.get(one)?.kind === kind) ?? null;
}

function claimProblem({ lookup }: IntentContext, unit: UnitId, problem: UnitId): DraftClaim[] {
  const heading = lookup.cite(problem);
  const said = unit === problem ? '' : `${lookup.label(unit)}属于`;
  return [claim(`${said}${lookup.label(problem)}:${heading.quote}`, [heading])];
}

/** 「是同一个问题。」 */
function sayWhether(context: IntentContext, units: readonly UnitId[], ofSection: boolean): string {
  const above = new Set(units.map((unit) => findAbove(context, unit, ofSection ? 'section' : 'problem')));
  return `${above.size === 1 ? '是' : '不是'}同一个${ofSection ? '方面' : '问题'}。`;
}

/** Units named by number, or, where nothing else is named, the one the conversation is about. */
function unitsAskedAbout({ question, lookup, turn }: IntentContext): readonly UnitId[] {
  const named = question.references.flatMap(({ units }) => units);
  const bare = namesNothing(question.text.replace(ASKS, ''));
  const spoken = [...question.about, ...(turn?.history[0]?.units ?? [])];
  const ofSection = OF_SECTION.test(question.text);
  const found = (named.length > 0 ? named : bare ? spoken : []).filter((id) => {
    const kind = lookup.get(id)?.kind;
    // 第6个问题属于哪个方面
    return kind === 'measure' || (kind === 'problem' && ofSection && named.length > 0);
  });
  return named.length > 0 ? (found.length === named.length ? found : []) : found.slice(0, 1);
}
