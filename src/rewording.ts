// prepared extractive answer → prompt that fits it → model's verified claims, or none
import type { DroppedClaim } from './answer/verify.ts';
import type { Write } from './answer/writer.ts';
import type { Brain } from './brains.ts';
import type { UnitId } from './bulletin/bulletin.ts';
import type { AskContext, Reply } from './delivery/ask.ts';
import type { Draft, DraftClaim } from './intents/intent.ts';
import { readCharacters } from './intents/request-words.ts';
import type { PromptName, Prompts } from './prompts.ts';
import type { Question } from './question/question.ts';
import type { Turn } from './question/turn.ts';

/** An answer found and verified, before it has wording. */
export interface PreparedAnswer {
  readonly brain: Brain;
  /** The message as sent. */
  readonly message: string;
  readonly question: Question;
  readonly turn: Turn | null;
  readonly intent: string;
  /** With its verified claims only. */
  readonly draft: Draft;
  /** As the intent gave it. */
  readonly drafted: Draft;
  readonly dropped: readonly DroppedClaim[];
  /** Of `performance.now()`. */
  readonly started: number;
}

export interface Rewording {
  /** Null: the extractive claims stand. */
  readonly claims: readonly DraftClaim[] | null;
  readonly writer: string;
  readonly dropped: Reply['dropped'];
}

/** Rewords what is verified, or leaves it; never rejects. */
export type Reword = (prepared: PreparedAnswer, context: AskContext) => Promise<Rewording | null>;

/** Broad questions are worth a model's wording; a single fact is best in the bulletin's own words. */
export function createReword(write: Write, prompts: Prompts): Reword {
  return async (prepared, context) => {
    const { brain, draft, message } = prepared;
    const name = choosePrompt(prepared);
    if (name === null) return null;
    const summary = name !== 'answer';
    const cited = [...new Set(draft.claims.flatMap(({ citations }) => citations.map(({ unit }) => unit)))];
    const evidence: readonly UnitId[] = summary
      ? cited
      : [...new Set([...cited, ...draft.candidates.slice(0, 4)])];
    const result = await write({
      question: message,
      prompt: prompts[name],
      draft,
      evidence,
      context: brain,
      length: readCharacters(message),
      coverage: summary ? 'all' : 'chosen',
      ...(context.user === undefined ? {} : { user: context.user }),
      ...(context.signal === undefined ? {} : { signal: context.signal }),
      ...(context.onClaim === undefined ? {} : { onClaim: context.onClaim }),
    });
    return {
      claims: result.fellBack === null ? result.draft.claims : null,
      writer: result.writer,
      dropped: result.dropped.map(({ text, units, why }) => ({ text, units: [...units], reason: why })),
    };
  };
}

function choosePrompt({ intent, question, draft, brain }: PreparedAnswer): PromptName | null {
  if (draft.refusal !== null || draft.claims.length === 0) return null;
  switch (intent) {
    case 'problem':
      return 'summary-problem';
    case 'overview':
      return 'summary-section';
    case 'summary': {
      if (question.references.some(({ kind }) => kind === 'problem')) return 'summary-problem';
      if (question.references.some(({ kind }) => kind === 'section')) return 'summary-section';
      const { organizations } = brain.ledger;
      const named = organizations.some(({ variants }) =>
        variants.some((name) => name.length > 2 && question.text.includes(name)),
      );
      return named ? 'summary-organization' : 'summary-topic';
    }
    case 'fact':
      return question.askedFor.some((kind) => kind === 'manner' || kind === 'reason') ? 'answer' : null;
    default:
      return null;
  }
}
