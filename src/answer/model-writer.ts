import { createAdmission } from './admission.ts';
import { createBreaker, type Breaker } from './breaker.ts';
import { createModel, type Model, type ModelSettings } from './model.ts';
import { createWordTagger } from './wording.ts';
import { createWriter, type ModelUse, type Write } from './writer.ts';

/** Limits of the optional model; the defaults are those of the issue. */
export interface WriterLimits {
  readonly firstClaimMs?: number;
  readonly totalMs?: number;
  /** Questions the model works on at once; further ones get the extractive answer. */
  readonly concurrency?: number;
  /** Uses per person and day. */
  readonly perUserDaily?: number;
}

export interface ModelWriter {
  readonly model: Model;
  /** Rewords an extractive draft; never rejects. */
  readonly summarizeWithModel: Write;
  readonly breaker: Pick<Breaker, 'state'>;
}

const DAY_MS = 86_400_000;

/** The optional summarizer with everything it needs; loads and sends nothing before it is first used. */
export function createModelWriter(
  settings: ModelSettings,
  limits: WriterLimits = {},
  observe?: (use: ModelUse) => void,
  now: () => number = () => performance.now(),
): ModelWriter {
  const model = createModel(settings);
  const breaker = createBreaker({ failures: 5, coolDownMs: 30_000, now });
  const admission = createAdmission({
    concurrency: limits.concurrency ?? 4,
    perUser: limits.perUserDaily ?? 50,
    windowMs: DAY_MS,
    now,
  });
  const summarizeWithModel = createWriter({
    model,
    breaker,
    admission,
    createTagger: createWordTagger,
    firstClaimMs: limits.firstClaimMs ?? 6_000,
    totalMs: limits.totalMs ?? 60_000,
    now,
    ...(observe === undefined ? {} : { observe }),
  });
  return { model, summarizeWithModel, breaker };
}
