// quotes that answer → the conflicts of the ledger they touch, as far as the asker should see the other side
import type { Citation } from '../bulletin/bulletin.ts';
import type { Conflict, ConflictSide } from '../ledger/ledger.ts';
import { containsSpan } from '../text/span.ts';
import { conflictsTouching } from './conflicts.ts';
import { figuresOf } from './figure-match.ts';
import type { PlacedFigure } from './figure-place.ts';
import { fitsUnits, samePeriod } from './figure-words.ts';
import type { IntentContext } from './intent.ts';
import { askedUnits } from './matter.ts';
import { sharePairs } from './topic-names.ts';

const MOST = 2;
/** Share of what is counted that the question must say. */
const NAMED = 0.5;

/**
 * Contradictions always; where a figure is asked for, also another figure of the same thing counted over the same time
 * (办结诉求541件 / 559件) or the same one rounded (1754.83万元 / 近1800万元). Both are shown, nothing is reconciled.
 */
export function otherSides(context: IntentContext, quotes: readonly Citation[]): readonly Conflict[] {
  const { askedFor, text } = context.question;
  return conflictsTouching(context.ledger, [], quotes)
    .filter(
      (conflict) =>
        conflict.kind === 'contradiction' ||
        (askedFor[0] === 'amount' &&
          // The same figure rounded is told wherever it is asked for, whatever it is called.
          (conflict.kind === 'rounding' || namesCounted(conflict.topic, text)) &&
          countsAsAsked(context, conflict.sides)),
    )
    .slice(0, MOST);
}

/** 开展宣讲: the verb in front names nothing that is counted; “护河爱水、清洁家园”专项活动 may be named by half. */
function namesCounted(topic: string, text: string): boolean {
  const counted = topic.replace(/^(?:累计|共|已)*(?:开展|召开|举办|组织|新?引进|接待|完成)/u, '');
  const halves = counted.includes('、') ? counted.split(/[“”、]/u).filter((half) => half.length >= 4) : [];
  return sharePairs(counted, text) >= NAMED || halves.some((half) => text.includes(half));
}

/** All counted over one time, where the question names one, and some in the unit asked for: 多少人受警醒 does not ask how many meetings. */
function countsAsAsked(context: IntentContext, sides: readonly ConflictSide[]): boolean {
  const units = askedUnits(context.question.text);
  const figures = sides.map((side) => placeSide(context, side));
  const [first] = figures;
  const dated = context.question.dates.length > 0;
  return (
    first !== undefined &&
    figures.every((one) => one !== undefined && (!dated || samePeriod(first, one))) &&
    figures.some((one) => one !== undefined && fitsUnits(one, units))
  );
}

function placeSide(
  context: IntentContext,
  { citation: { unit, span } }: ConflictSide,
): PlacedFigure | undefined {
  return figuresOf(context, unit).find((figure) => containsSpan(span, figure.span));
}
