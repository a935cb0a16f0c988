// the intents that answer from the ledger; intents.ts puts them beside the others
import { belongsIntent } from './belongs.ts';
import { besideIntent } from './beside.ts';
import { compareIntent } from './compare.ts';
import { computeIntent } from './compute.ts';
import { conflictsIntent } from './conflicts.ts';
import { countGroupsIntent } from './count-groups.ts';
import { countIntent } from './count.ts';
import { deadlineExtremesIntent } from './deadline-extremes.ts';
import { eitherIntent } from './either.ts';
import { figuresBeyondIntent } from './figures-beyond.ts';
import type { Intent } from './intent.ts';
import { listIntent } from './list.ts';
import { mostMentionedIntent } from './most-mentioned.ts';
import { namedBodiesIntent } from './named-bodies.ts';
import { outlineIntent } from './outline.ts';
import { overviewIntent } from './overview.ts';
import { pagingIntent } from './paging.ts';
import { personIntent } from './person.ts';
import { problemIntent } from './problem.ts';
import { problemStatusIntent } from './problem-status.ts';
import { problemsListIntent } from './problems-list.ts';
import { restatedIntent } from './restated.ts';
import { toldInBothIntent } from './told-in-both.ts';
import { sanctionGroupsIntent } from './sanction-groups.ts';
import { sanctionRepeatsIntent } from './sanction-repeats.ts';
import { sanctionSumsIntent } from './sanction-sums.ts';
import { sanctionsIntent } from './sanctions.ts';
import { sectionProgressIntent } from './section-progress.ts';
import { severalIntent } from './several.ts';

export const LEDGER_INTENTS: readonly Intent[] = [
  listIntent,
  countIntent,
  countGroupsIntent,
  sanctionGroupsIntent,
  sanctionRepeatsIntent,
  sanctionSumsIntent,
  sanctionsIntent,
  personIntent,
  problemIntent,
  problemStatusIntent,
  problemsListIntent,
  compareIntent,
  deadlineExtremesIntent,
  eitherIntent,
  computeIntent,
  conflictsIntent,
  restatedIntent,
  toldInBothIntent,
  sectionProgressIntent,
  severalIntent,
  mostMentionedIntent,
  namedBodiesIntent,
  overviewIntent,
  pagingIntent,
  belongsIntent,
  outlineIntent,
  figuresBeyondIntent,
  besideIntent,
];
