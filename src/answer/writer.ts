// extractive draft + evidence → model's claims, each gated as it completes → a draft, or the extractive one as it was
import type { UnitId } from '../bulletin/bulletin.ts';
import type { Draft, DraftClaim } from '../intents/intent.ts';
import type { Admission } from './admission.ts';
import type { AnswerClaim } from './answer.ts';
import type { Breaker } from './breaker.ts';
import { createClaimReader, type ReadClaim } from './claim-reader.ts';
import { composeClaim } from './compose.ts';
import { startDeadlines, untilAborted, type Deadlines } from './deadlines.ts';
import type { EvidenceContext } from './evidence.ts';
import { packContradictions, packMaterial } from './evidence-text.ts';
import { createFence } from './fence.ts';
import { createGatekeeper, type DroppedClaim, type Gatekeeper } from './gatekeeper.ts';
import type { Model, TokenUsage } from './model.ts';
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

/** One use of the model, for metrics. */
export interface ModelUse {
  readonly model: string;
  readonly prompt: string;
  readonly fellBack: string | null;
  readonly seconds: number;
  /** Null where the endpoint does not count. */
  readonly usage: TokenUsage | null;
  readonly passed: number;
  readonly failed: number;
}

export interface WriterOptions {
  readonly model: Model;
  readonly breaker: Breaker;
  readonly admission: Admission;
  readonly tag: TagWords;
  readonly firstClaimMs: number;
  readonly totalMs: number;
  readonly observe?: (use: ModelUse) => void;
  readonly now: () => number;
}

export type Write = (request: WriteRequest) => Promise<WriteResult>;

/** Never rejects: whatever the model does, the answer is verified claims or the extractive draft. */
export function createWriter(options: WriterOptions): Write {
  const { model, breaker, admission, now } = options;
  return async (request) => {
    const kept = (why: string, dropped: readonly DroppedClaim[] = []): WriteResult => ({
      draft: request.draft,
      writer: 'extractive',
      fellBack: why,
      dropped,
    });
    if (request.draft.refusal !== null || request.draft.claims.length === 0) return kept('nothing to reword');
    const entered = admission.enter(request.user);
    if (typeof entered === 'string') return kept(entered);
    if (!breaker.allow()) {
      entered();
      return kept('breaker open');
    }
    const started = now();
    const run: Run = { usage: null, gatekeeper: null };
    const deadlines = startDeadlines(options.firstClaimMs, options.totalMs, request.signal);
    let failure: string | null;
    try {
      failure = await runModel(request, options, deadlines, run);
      settle(breaker, failure, null, request.signal);
    } catch (error) {
      failure = describe(error, deadlines);
      settle(breaker, failure, error, request.signal);
    } finally {
      deadlines.stop();
      deadlines.clear();
      entered();
    }
    const { gatekeeper } = run;
    options.observe?.({
      model: model.name,
      prompt: `${request.prompt.name}@${request.prompt.version}`,
      fellBack: failure,
      seconds: (now() - started) / 1000,
      usage: run.usage,
      passed: gatekeeper?.claims().length ?? 0,
      failed: gatekeeper?.dropped().length ?? 0,
    });
    if (failure !== null || gatekeeper === null) return kept(failure ?? 'no claim', gatekeeper?.dropped());
    return {
      draft: {
        ...request.draft,
        claims: mergeClaims(request.draft.claims, gatekeeper.claims(), request.coverage),
      },
      writer: `llm:${model.name}@${request.prompt.version}`,
      fellBack: null,
      dropped: gatekeeper.dropped(),
    };
  };
}

interface Run {
  usage: TokenUsage | null;
  gatekeeper: Gatekeeper | null;
}

/** Null when the model has written to the end, else why not. */
async function runModel(
  request: WriteRequest,
  { model, tag }: Pick<WriterOptions, 'model' | 'tag'>,
  deadlines: Deadlines,
  run: Run,
): Promise<string | null> {
  const { prompt, context, question } = request;
  const { lookup, ledger } = context;
  const fence = createFence([question, lookup.bulletin.source]);
  const material = packMaterial(request.evidence, lookup, fence, prompt.max_evidence);
  if (material.units.size === 0) return 'no evidence';
  const mode = model.mode();
  const filled = fillPrompt(prompt, mode === 'lines' ? 'lines' : 'json', {
    request: fence.enclose(question),
    length: request.length === null ? '不限，但要简短' : `全部要点合计约 ${request.length} 字`,
    evidence: material.text,
    contradictions: packContradictions(ledger.conflicts, material.units, fence),
    fence: fence.mark,
  });
  const gatekeeper = createGatekeeper({ ...context, allowed: material.units, tag }, prompt.max_items);
  run.gatekeeper = gatekeeper;
  const reader = createClaimReader(mode);
  const take = (items: readonly ReadClaim[]): void => {
    for (const item of items) {
      const claim = gatekeeper.judge(item);
      if (claim === null) continue;
      deadlines.firstPassed();
      emit(request, claim);
    }
  };
  const pieces = model.stream(
    { ...filled, maxTokens: prompt.max_tokens, output: 'claims', signal: deadlines.signal },
    (usage) => {
      run.usage = usage;
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

function describe(error: unknown, deadlines: Deadlines): string {
  const missed = deadlines.missed();
  if (missed !== null) return missed === 'first' ? 'no verified claim in time' : 'not finished in time';
  return error instanceof ModelError ? `${error.failure}: ${error.message}` : 'unexpected error';
}

/** Endpoint failures count; text that fell at the gate is no failure of the endpoint, an asker who left neither. */
function settle(
  breaker: Breaker,
  failure: string | null,
  error: unknown,
  signal: AbortSignal | undefined,
): void {
  if (error === null) {
    if (failure === 'no evidence') breaker.release();
    else breaker.succeed();
  } else if (signal?.aborted === true) breaker.release();
  else breaker.fail(error instanceof ModelError ? error.retryAfterMs : 0);
}
