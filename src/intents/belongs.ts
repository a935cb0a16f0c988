// 第162条属于哪个问题, 它归在哪个方面 → the problem the unit stands under and the section of both
import type { UnitId } from '../bulletin/bulletin.ts';
import { namesNothing } from '../question/bare-words.ts';
import { claim, draftAnswer, type DraftClaim, type Intent, type IntentContext } from './intent.ts';
import { claimSection } from './section-counts.ts';

const ASKS =
  /(?:(?:属于|归属?(?:在|到|于)?|算(?:在|到|作)?|针对|对应|回应|整改)的?(?:的?是)?(?:哪(?:一)?(?:个|条|项|类)?|什么|第几(?:个|条)?)|(?:是|在|放在|写在)(?:哪(?:一)?(?:个|类|大)?|第几个?))(?:大)?(?:反馈)?(?:问题|方面|部分|板块|章节?)(?:下面|底下|里面?|当?中|的|提出|反馈|整改)*[?。!呢啊]*$/u;
const OF_SECTION = /方面|部分|板块|章/u;

export const belongsIntent: Intent = {
  name: 'belongs',
  examples: ['第162条属于哪个问题', '措施53是针对哪个问题的', '第148条归在哪个方面'],
  score: (context) => (ASKS.test(context.question.text) && unitAskedAbout(context) !== null ? 0.97 : 0),
  draft: (context) => {
    const unit = unitAskedAbout(context);
    if (unit === null) return draftAnswer({});
    const { lookup, question } = context;
    const path = [...(lookup.get(unit)?.path ?? [])].reverse();
    const problem = path.find((id) => lookup.get(id)?.kind === 'problem');
    const section = path.find((id) => lookup.get(id)?.kind === 'section');
    const heading = problem === undefined ? [] : claimProblem(context, unit, problem);
    const place = section === undefined ? [] : claimSection(context, section);
    return draftAnswer({
      claims: OF_SECTION.test(question.text) || heading.length === 0 ? [...place, ...heading] : heading,
      candidates: [unit, ...path].slice(0, 10),
      suggestions: ['这个问题还有哪些措施', lookup.label(unit)],
    });
  },
};

function claimProblem({ lookup }: IntentContext, unit: UnitId, problem: UnitId): DraftClaim[] {
  const heading = lookup.cite(problem);
  return [claim(`${lookup.label(unit)}属于${lookup.label(problem)}:${heading.quote}`, [heading])];
}

/** The one unit named by its number, or, where nothing else is named, the one the conversation is about. */
function unitAskedAbout({ question, lookup, turn }: IntentContext): UnitId | null {
  const named = question.references.flatMap(({ units }) => units);
  const bare = namesNothing(question.text.replace(ASKS, ''));
  const spoken = [...question.about, ...(turn?.history[0]?.units ?? [])];
  const measures = (named.length > 0 ? named : bare ? spoken : []).filter(
    (id) => lookup.get(id)?.kind === 'measure',
  );
  return named.length > 1 ? null : (measures[0] ?? null);
}
