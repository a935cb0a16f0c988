// 立案1人、谈话提醒2人、函询3人 → 一共处理多少人: every way of dealing with persons that one sentence tells
import { PERSONS } from '../text/amounts.ts';
import type { PlacedFigure } from './figure-place.ts';
import type { IntentContext } from './intent.ts';
import { findMatters, isArabic } from './matter.ts';
import { namesNoneOrAll } from './whole-of-parts.ts';

/** 一共处理多少人: those dealt with in one way and in another. */
export const HANDLED =
  /(?:一共|总共|共计|拢共|统共|前后|合计)[^,。?]{0,4}(?:处理|问责|处分|查处|追责)了?(?:多少|几)个?(?:[人名位]|(?:党员)?干部)/u;

/** 立案3件3人,…批评教育帮助和处理19人: every way of dealing with persons that the sentence tells, where no total of them is printed. */
export function findHandled(context: IntentContext): readonly PlacedFigure[] | null {
  const [matter] = findMatters(context);
  const [best] = matter?.passages ?? [];
  if (matter === undefined || best === undefined) return null;
  const persons = matter.figures.filter(
    (figure) =>
      PERSONS.includes(figure.measured) &&
      isArabic(figure) &&
      figure.sentence.start <= best.span.start &&
      best.span.start < figure.sentence.end,
  );
  const handled = persons.filter(({ around }) => HANDLING.test(around[1] ?? ''));
  const others = persons.slice(handled.length);
  const told = handled.every(
    (figure, at) => figure === persons[at] && !/[共对]/u.test(figure.around[0] ?? ''),
  );
  // 诫勉3人,提醒2人,并约谈设计单位工作人员2名: what is told behind them is another matter.
  const clauses = handled.map(({ around }) => (around[1] ?? '').replace(EVERY_HANDLING, ' '));
  return handled.length >= 2 &&
    told &&
    namesNoneOrAll(context.question.text, clauses) &&
    others.every(({ measured }) => measured !== handled[0]?.measured)
    ? handled
    : null;
}

const HANDLING = /立案|处分|处理|诫勉|谈话|批评|提醒|检查|问责|查处|函询|留置/u;
const EVERY_HANDLING = new RegExp(HANDLING.source, 'gu');
