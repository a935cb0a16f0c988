// 「从严治党方面的举措占全部的比例」: measures or problems of one section over all of them, counted by the program
import type { UnitId } from '../bulletin/bulletin.ts';
import { formatNumber } from './figure-words.ts';
import { claim, draftAnswer, type Draft, type IntentContext } from './intent.ts';
import { claimMeasures, claimProblems, claimSection, measuresOf, problemsOf } from './section-counts.ts';
import { readSection } from './slots.ts';

export interface SectionShare {
  readonly section: UnitId;
  readonly problems: boolean;
}

/** 占比, 占几成, 百分之几. */
export const SHARE = /完成率|占比|占(?:了|到)?(?:多少|几成|多大|百分之)|(?:比例|比重)|几成|百分之几/u;
/** What may stand beside the section: the things counted and the words of a share. */
const SHARE_WORDS =
  /占比|占了?到?|多少|几成|多大|百分之几?|比例|比重|全部|所有|总数?|整个|整改|反馈|措施|举措|条数|问题|数量|大概|大约|约|一共|共|里面?|当?中|的|了|是|为|有|在|呢|吗|\d+|[条个项,。?、\s\u0001]/gu;

/** Null unless the message asks for nothing but the share of one section. */
export function readSectionShare({ question, lookup }: IntentContext): SectionShare | null {
  const { text } = question;
  if (!SHARE.test(text) || !/措施|举措|问题/u.test(text)) return null;
  const section = readSection(text, lookup);
  if (section === null || section.rest.replace(SHARE_WORDS, '') !== '') return null;
  return { section: section.value, problems: !/措施|举措/u.test(text) };
}

export function draftSectionShare(context: IntentContext, { section, problems }: SectionShare): Draft {
  const { lookup } = context;
  const counted = problems
    ? claimProblems(context, problemsOf(context, section))
    : claimMeasures(context, measuresOf(context, section));
  const all = (problems ? lookup.problems : lookup.measures).length;
  const unit = problems ? '个' : '条';
  const share = `${formatNumber((counted.citations.length / all) * 100)}%`;
  const terms = [`${counted.citations.length}${unit}`, `${all}${unit}`];
  const text = `计算:${terms.join('÷')}≈${share}`;
  const computed = claim(text, counted.citations, { computed: [share, ...terms] });
  return draftAnswer({
    claims: [...claimSection(context, section), counted, computed],
    candidates: [section],
  });
}
