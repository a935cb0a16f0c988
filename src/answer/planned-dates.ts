// date of a claim that tells what is done → does every source that prints the date plan for it?
import { clauseAt, clausesOf } from './alignment.ts';
import { isOpen, readStage } from './stage-words.ts';
import { agreesWithDate, blank, type Stated, type StatedDate } from './stated.ts';

/** Why something is told as done by a date for which it is planned: 「已于11月底前进场」 for 「11月底前进场」; null when nothing is. */
export function refutePlannedDates(claim: Stated, sources: readonly Stated[]): string | null {
  const wrong = claim.dates.find((date) => tellsDone(claim, date) && isPlanned(date, sources));
  return wrong === undefined ? null : `says finished by ${wrong.text}, for which the source plans it`;
}

/** The clause without its date: 「前」 is part of it. */
function tellsDone(claim: Stated, { span, month, part }: StatedDate): boolean {
  if (month === null && part === null) return false;
  const clause = clauseAt(clausesOf(claim), span.start);
  if (clause === undefined || !/已|(?<!为)了/u.test(clause.text)) return false;
  const start = span.start - clause.start;
  return readStage(blank(clause.text, [{ start, end: start + span.end - span.start }])) === 'finished';
}

function isPlanned(date: StatedDate, sources: readonly Stated[]): boolean {
  const printed = sources.flatMap((source) =>
    source.dates
      .filter((other) => agreesWithDate(date, other) && agreesWithDate(other, date))
      .map(({ span }) => clauseAt(clausesOf(source), span.start)),
  );
  return printed.length > 0 && printed.every((clause) => clause !== undefined && isOpen(clause.text));
}
