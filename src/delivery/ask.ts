import type { Answer, AnswerClaim } from '../answer/answer.ts';
import type { UnitId } from '../bulletin/bulletin.ts';
import type { Status } from '../ledger/ledger.ts';
import type { DroppedClaim } from './audit.ts';
import type { Turn } from '../question/turn.ts';
import type { Document } from '../render/document.ts';

export interface AskContext {
  /** What the conversation was about; absent for a new one. */
  readonly turn?: Turn;
  /** Units of the bot message this message replies to (Telegram reply, a quote in other apps). */
  readonly quotedUnits?: readonly UnitId[];
  /** Which bulletin; absent: the one `turn` was about, else the default one. */
  readonly bulletin?: string;
  /** Key for per-user budgets of the optional model; never logged. */
  readonly user?: string;
  /** Called for every verified claim of a model-written answer as it passes the gate. */
  readonly onClaim?: (claim: AnswerClaim) => void;
  /** Ends a model's work once nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
}

export interface Reply {
  readonly answer: Answer;
  /** The same answer as blocks, for a channel's own dialect. */
  readonly document: Document;
  /** To be passed back as `context.turn` with the conversation's next message. */
  readonly turn: Turn;
  /** Messages a person could send next, as buttons: 「第148条原文」, 「更多」. At most 6. */
  readonly suggestions: readonly string[];
  /** What the gate did not let through, and why: for the audit record, never for the chat. */
  readonly dropped: readonly DroppedClaim[];
}

/** All a channel knows of the brain. Never rejects for a bad question: a refusal is an answer. */
export type Ask = (text: string, context: AskContext) => Promise<Reply>;

/** Unit look-up for channels that show a unit in full (drawer, buttons). */
export interface UnitView {
  readonly bulletin: string;
  readonly unit: UnitId;
  /** 第148条 / 问题49 / 四(一)5. */
  readonly label: string;
  readonly kind: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly path: readonly { readonly unit: UnitId; readonly label: string; readonly heading: string }[];
  readonly previous: UnitId | null;
  readonly next: UnitId | null;
  /** Ledger status with the words that decide it; null for units that are no measures. */
  readonly status: { readonly value: string; readonly label: string; readonly evidence: string } | null;
}

export interface BulletinView {
  readonly id: string;
  readonly title: string;
  readonly published: string | null;
  readonly data: string | null;
  readonly units: number;
  readonly problems: number;
  readonly measures: number;
  /** How many measures stand in each status, as read from the words of the bulletin. */
  readonly statuses: Readonly<Record<Status, number>>;
  /** Questions for a newcomer, from `seeds/<id>.examples`; empty where there is no such file. */
  readonly examples: readonly string[];
}

/** What the server knows besides asking. */
export interface Library {
  readonly bulletins: () => readonly BulletinView[];
  readonly unit: (bulletin: string, unit: UnitId) => UnitView | null;
}
