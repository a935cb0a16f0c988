import { claim, draftAnswer, type Draft } from '../../src/intents/intent.ts';
import { createModelWriter, type ModelWriter, type WriterLimits } from '../../src/answer/model-writer.ts';
import type { ModelUse } from '../../src/answer/guarded.ts';
import type { WriteRequest, WriteResult } from '../../src/answer/writer.ts';
import { createWordTagger } from '../../src/answer/wording.ts';
import { readPrompts } from '../../src/prompts.ts';
import { readRealBulletin } from '../answer/real-bulletin.ts';
import type { ScriptedServer } from './scripted-server.ts';

export const context = readRealBulletin();
export const prompts = await readPrompts();
const { lookup } = context;
const tag = createWordTagger();
tag('预备');

/** The extractive answer to 「红星小学和十四中的建设进展」: two sentences, word for word. */
export const draft: Draft = draftAnswer({
  claims: ['M37', 'M35'].map((id) => {
    const { quote } = lookup.cite(id);
    return claim(quote, [lookup.cite(id)]);
  }),
  candidates: ['M37', 'M35'],
});

export const FAITHFUL = [
  { text: '红星小学新建项目预计2025年秋季投入使用,可新增2700个学位。', units: ['M37'] },
  { text: '十四中新改扩建工程已于2023年7月开工。', units: ['M35'] },
] as const;

export interface Scene {
  readonly writer: ModelWriter;
  readonly uses: ModelUse[];
  /** Claims in the order listeners saw them. */
  readonly seen: string[];
  readonly write: (parts?: Partial<WriteRequest>) => Promise<WriteResult>;
}

export function createScene(
  server: Pick<ScriptedServer, 'baseUrl'>,
  limits: Partial<WriterLimits> = {},
  now?: () => number,
): Scene {
  const uses: ModelUse[] = [];
  const seen: string[] = [];
  const writer = createModelWriter(
    { baseUrl: server.baseUrl, model: 'scripted', apiKey: null },
    {
      limits: { firstClaimMs: 10_000, totalMs: 20_000, ...limits },
      observe: (use) => uses.push(use),
      createTagger: () => tag,
      ...(now === undefined ? {} : { now }),
    },
  );
  const write = (parts: Partial<WriteRequest> = {}): Promise<WriteResult> =>
    writer.summarizeWithModel({
      question: '红星小学和十四中的建设进展如何?',
      prompt: prompts.answer,
      draft,
      evidence: ['M37', 'M35', 'M20'],
      context,
      length: null,
      coverage: 'chosen',
      onClaim: ({ text }) => seen.push(text),
      ...parts,
    });
  return { writer, uses, seen, write };
}
