import { expect, it } from 'vitest';
import { createMetrics } from '../../src/metrics.ts';

const use = {
  model: 'qwen3',
  prompt: 'answer@00000000',
  fellBack: null,
  seconds: 1,
  usage: { prompt: 1_500_000, completion: 200_000 },
  passed: 2,
  failed: 0,
};

it('tokens are counted, and what they cost at the prices given', async () => {
  const metrics = createMetrics({ in: 2, out: 8 });
  metrics.countModelUse(use);
  metrics.countModelUse({ ...use, usage: null });
  const page = await metrics.page.render();
  expect(page).toContain('model_tokens_total{model="qwen3",direction="in"} 1500000');
  expect(page).toContain('model_tokens_total{model="qwen3",direction="out"} 200000');
  expect(page).toContain('model_cost_total{model="qwen3",direction="in"} 3');
  expect(page).toContain('model_cost_total{model="qwen3",direction="out"} 1.6');
  expect(page).toContain('model_uses_total{model="qwen3",prompt="answer@00000000",outcome="written"} 2');
});

it('without prices nothing is said of costs', async () => {
  const metrics = createMetrics();
  metrics.countModelUse(use);
  expect(await metrics.page.render()).not.toContain('model_cost_total{');
});

it('what an endpoint says of its failure is no label', async () => {
  const metrics = createMetrics();
  metrics.countModelUse({ ...use, fellBack: 'http: 400 the question was 谁被处理了' });
  const page = await metrics.page.render();
  expect(page).toContain('outcome="http"');
  expect(page).not.toContain('谁被处理了');
});
