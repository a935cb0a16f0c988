import { createAdmission } from './admission.ts';
import { createBreaker, type Breaker } from './breaker.ts';
import type { Guard, ModelUse } from './guarded.ts';
import { createModel, type Model, type ModelSettings } from './model.ts';
import type { OutputMode } from './claim-reader.ts';
import type { Prompt } from './prompt.ts';
import { createRewrite, type Rewrite } from './rewrite.ts';
import { createWordTagger, type TagWords } from './wording.ts';
import { createWriter, type Write } from './writer.ts';

/** Limits of the optional model. */
export interface WriterLimits {
  /** A person waits no longer than this for the first verified claim. */
  readonly firstClaimMs: number;
  readonly totalMs: number;
  /** Questions the model works on at once; further ones get the extractive answer. */
  readonly concurrency: number;
  /** Uses per person and day. */
  readonly perUserDaily: number;
  /** How long a question may be rewritten for retrieval. */
  readonly rewriteMs: number;
}

export const WRITER_LIMITS: WriterLimits = {
  firstClaimMs: 6_000,
  totalMs: 60_000,
  concurrency: 4,
  perUserDaily: 50,
  rewriteMs: 3_000,
};

export interface ModelWriter {
  readonly model: Model;
  /** Loads the dictionary and asks the endpoint what it can do; for start-up, in the background. */
  readonly prepare: (signal: AbortSignal) => Promise<OutputMode>;
  /** Rewords an extractive draft; never rejects. */
  readonly summarizeWithModel: Write;
  /** Other wordings of a question, under the same limits. */
  readonly createRewrite: (prompt: Prompt) => Rewrite;
  readonly breaker: Pick<Breaker, 'state'>;
}

export interface ModelWriterOptions {
  readonly limits?: Partial<WriterLimits>;
  readonly observe?: (use: ModelUse) => void;
  /** Milliseconds of a steady clock. */
  readonly now?: () => number;
  readonly createTagger?: () => TagWords;
}

const DAY_MS = 86_400_000;

/** The optional summarizer with everything it needs; loads and sends nothing before it is first used. */
export function createModelWriter(settings: ModelSettings, options: ModelWriterOptions = {}): ModelWriter {
  const { now = () => performance.now(), createTagger = createWordTagger, observe } = options;
  const { firstClaimMs, totalMs, concurrency, perUserDaily, rewriteMs } = {
    ...WRITER_LIMITS,
    ...options.limits,
  };
  const model = createModel(settings);
  const breaker = createBreaker({ failures: 5, coolDownMs: 30_000, now });
  const admission = createAdmission({ concurrency, perUser: perUserDaily, windowMs: DAY_MS, now });
  let tagger: TagWords | null = null;
  const tag: TagWords = (text) => (tagger ??= createTagger())(text);
  const guard: Guard = { model, breaker, admission, now, ...(observe === undefined ? {} : { observe }) };
  return {
    model,
    summarizeWithModel: createWriter({ ...guard, tag, firstClaimMs, totalMs }),
    breaker,
    createRewrite: (prompt) => createRewrite(guard, prompt, rewriteMs),
    prepare: (signal) => {
      tag('预备');
      return model.probe(signal);
    },
  };
}
