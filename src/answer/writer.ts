// extractive draft + evidence → model's claims, each gated as it completes → a draft, or the extractive one as it was
import type { UnitId } from '../bulletin/bulletin.ts';
import type { Draft, DraftClaim } from '../intents/intent.ts';
import type { AnswerClaim } from './answer.ts';
import { createClaimReader, type ReadClaim } from './claim-reader.ts';
import { composeClaim } from './compose.ts';
import { untilAborted, type Deadlines } from './deadlines.ts';
import type { EvidenceContext } from './evidence.ts';
import { packContradictions, packMaterial } from './evidence-text.ts';
import { createFence } from './fence.ts';
import { createGatekeeper, type DroppedClaim, type Gatekeeper } from './gatekeeper.ts';
import { NO_EVIDENCE, useModel, type Guard, type UseRecord } from './guarded.ts';
import { ModelError } from './model-error.ts';
import { fillPrompt, type Prompt } from './prompt.ts';
import { mergeClaims } from './merge.ts';
import type { TagWords } from './wording.ts';

export interface WriteRequest {
  /** The message as sent; passed on as data. */
  readonly question: string;
  readonly prompt: Prompt;
  /** The extractive answer: what stands when the model does not. */
  readonly draft: Draft;
  /** What the model may read and cite, best first. */
  readonly evidence: readonly UnitId[];
  readonly context: EvidenceContext;
  /** Characters asked for; null for no wish. */
  readonly length: number | null;
  /** `all`: units the model leaves out are added from the extractive draft (summaries). */
  readonly coverage: 'all' | 'chosen';
  readonly user?: string;
  readonly signal?: AbortSignal;
  /** Every claim as it passes. */
  readonly onClaim?: (claim: AnswerClaim) => void;
}

export interface WriteResult {
  readonly draft: Draft;
  /** `llm:<model>@<prompt version>`, or `extractive`. */
  readonly writer: string;
  /** Why the extractive draft stands; null when the model wrote. */
  readonly fellBack: string | null;
  /** For the audit record, never for the chat. */
  readonly dropped: readonly DroppedClaim[];
}

export interface WriterOptions extends Guard {
  readonly tag: TagWords;
  readonly firstClaimMs: number;
  readonly totalMs: number;
}

export type Write = (request: WriteRequest) => Promise<WriteResult>;

/** Never rejects: whatever the model does, the answer is verified claims or the extractive draft. */
export function createWriter(options: WriterOptions): Write {
  const { model, firstClaimMs, totalMs } = options;
  return async (request) => {
    const { draft, prompt, user, signal, coverage } = request;
    let gatekeeper: Gatekeeper | null = null;
    const use = { prompt, firstMs: firstClaimMs, totalMs, user, signal };
    const failure =
      draft.refusal !== null || draft.claims.length === 0
        ? 'nothing to reword'
        : await useModel(options, use, (deadlines, record) =>
            runModel(request, options, deadlines, record, (opened) => (gatekeeper = opened)),
          );
    const judged = gatekeeper as Gatekeeper | null;
    const dropped = judged?.dropped() ?? [];
    if (failure !== null || judged === null)
      return { draft, writer: 'extractive', fellBack: failure ?? 'no claim', dropped };
    return {
      draft: { ...draft, claims: mergeClaims(draft.claims, judged.claims(), coverage) },
      writer: `llm:${model.name}@${prompt.version}`,
      fellBack: null,
      dropped,
    };
  };
}

/** Null when the model has written to the end, else why not. */
async function runModel(
  request: WriteRequest,
  { model, tag }: Pick<WriterOptions, 'model' | 'tag'>,
  deadlines: Deadlines,
  record: UseRecord,
  open: (gatekeeper: Gatekeeper) => void,
): Promise<string | null> {
  const { prompt, context, question } = request;
  const { lookup, ledger } = context;
  const fence = createFence([question, lookup.bulletin.source]);
  const material = packMaterial(request.evidence, lookup, fence, prompt.max_evidence);
  if (material.units.size === 0) return NO_EVIDENCE;
  const mode = model.mode();
  const filled = fillPrompt(prompt, mode === 'lines' ? 'lines' : 'json', {
    request: fence.enclose(question),
    length: request.length === null ? '不限，但要简短' : `全部要点合计约 ${request.length} 字`,
    evidence: material.text,
    contradictions: packContradictions(ledger.conflicts, material.units, fence),
    fence: fence.mark,
  });
  const gatekeeper = createGatekeeper({ ...context, allowed: material.units, tag }, prompt.max_items);
  open(gatekeeper);
  const reader = createClaimReader(mode);
  const take = (items: readonly ReadClaim[]): void => {
    for (const item of items) {
      const claim = gatekeeper.judge(item);
      record.passed = gatekeeper.claims().length;
      record.failed = gatekeeper.dropped().length;
      if (claim === null) continue;
      deadlines.firstPassed();
      emit(request, claim);
    }
  };
  const pieces = model.stream(
    { ...filled, maxTokens: prompt.max_tokens, output: 'claims', signal: deadlines.signal },
    (usage) => {
      record.usage = usage;
    },
  );
  for (;;) {
    const next = await untilAborted(pieces.next(), deadlines.signal);
    if (next === null) throw new ModelError('aborted', 'aborted');
    if (next.done === true) break;
    take(reader.push(next.value));
    const verdict = gatekeeper.verdict(false);
    if (verdict !== null) return verdict;
  }
  take(reader.end());
  return gatekeeper.verdict(true);
}

/** A listener's mistake must not cost the answer. */
function emit(request: WriteRequest, claim: DraftClaim): void {
  try {
    request.onClaim?.(composeClaim(claim));
  } catch {
    // The claim is in the final answer all the same.
  }
}
