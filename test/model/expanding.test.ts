import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withPatience, type Patience } from '../../src/answer/ask-json.ts';
import { expandUnit, type ExpansionLine } from '../../src/answer/expand.ts';
import { createModel } from '../../src/answer/model.ts';
import { createAdmission } from '../../src/answer/admission.ts';
import { createBreaker } from '../../src/answer/breaker.ts';
import type { Guard, ModelUse } from '../../src/answer/guarded.ts';
import { createRewrite } from '../../src/answer/rewrite.ts';
import { readDoneUnits, runExpansion, type ExpansionProgress } from '../../src/commands/expansion-job.ts';
import { readExpansions } from '../../src/search/expansion.ts';
import { context, prompts } from './scene.ts';
import { startScriptedServer, streamText, type ScriptedServer } from './scripted-server.ts';

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer(() => undefined);
});
afterAll(() => server.close());
beforeEach(() => {
  server.requests.length = 0;
});

const { lookup } = context;
const { bulletin } = lookup;
const signal = AbortSignal.timeout(20_000);
const connect = (): ReturnType<typeof createModel> =>
  createModel({ baseUrl: server.baseUrl, model: 'scripted', apiKey: null });

function answer(text: string): void {
  server.behave = (_, response) => {
    streamText(response, text);
  };
}

describe('everyday wordings for a unit', () => {
  const expand = (): Promise<ExpansionLine[]> => {
    const unit = lookup.get('M37');
    if (unit === undefined) throw new Error('no M37');
    return expandUnit(unit, '第37条', { model: connect(), prompt: prompts.expand, signal });
  };

  it('are lines the index reads, with the words of the unit they ask about', async () => {
    answer(
      JSON.stringify({
        expansions: [
          {
            quote: '可新增2700个学位',
            queries: ['新学校能多收多少娃', ' 新学校能多收多少娃 ', '红星那边能加几个学位'],
          },
          { quote: null, queries: ['红星小学啥时候能盖好'] },
        ],
      }),
    );
    const lines = await expand();
    expect(lines).toEqual([
      { unit: 'M37', quote: '可新增2700个学位', queries: ['新学校能多收多少娃', '红星那边能加几个学位'] },
      { unit: 'M37', queries: ['红星小学啥时候能盖好'] },
    ]);
    const { expansions, diagnostics } = readExpansions(
      bulletin,
      lines.map((l) => JSON.stringify(l)).join('\n'),
    );
    expect(expansions).toHaveLength(3);
    expect(diagnostics).toEqual([]);
  });

  it('are left out where the quotation is not verbatim or the wording no question', async () => {
    const queries = ['红星小学啥时候能盖好'];
    answer(
      `好的：\n\`\`\`json\n${JSON.stringify({
        expansions: [
          { quote: '可新增2800个学位', queries },
          { quote: '', queries: ['', '?', 'x'.repeat(200)] },
          { queries },
        ],
      })}\n\`\`\``,
    );
    expect(await expand()).toEqual([{ unit: 'M37', queries }]);
  });

  it('fail when the answer has another shape', async () => {
    answer('{"expansions":"none"}');
    await expect(expand()).rejects.toMatchObject({ failure: 'content' });
  });
});

describe('a run over many units', () => {
  const units = lookup.measures.slice(0, 6);
  const line = (unit: string): ExpansionLine => ({ unit, queries: ['这条说了啥'] });

  it('goes on where it stopped, and reports every unit', async () => {
    let file = `${JSON.stringify(line('M1'))}\n${JSON.stringify(line('M2'))}\n{"unit":"M3","que`;
    const reports: ExpansionProgress[] = [];
    const result = await runExpansion({
      units,
      done: readDoneUnits(file),
      expand: ({ id }) => Promise.resolve([line(id)]),
      append: (jsonl) => (file += `\n${jsonl}`),
      report: (progress) => reports.push(progress),
      concurrency: 2,
      signal,
    });
    expect(result).toEqual({ written: 4, failed: [] });
    expect(reports.map(({ unit }) => unit)).toEqual(['M3', 'M4', 'M5', 'M6']);
    expect(reports.at(-1)).toMatchObject({ finished: 4, total: 4, queries: 1 });
    expect([...readDoneUnits(file)].sort()).toEqual(units.map(({ id }) => id));
  });

  it('skips a unit that fails and stops when the endpoint keeps failing', async () => {
    const asked: string[] = [];
    const job = {
      units: lookup.measures,
      done: new Set<string>(),
      append: () => undefined,
      report: () => undefined,
    };
    const result = await runExpansion({
      ...job,
      expand: ({ id }) => {
        asked.push(id);
        return id === 'M2' ? Promise.resolve([line(id)]) : Promise.reject(new Error('gone'));
      },
      concurrency: 1,
      signal,
    });
    expect(asked).toEqual(['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7']);
    expect(result).toEqual({ written: 1, failed: ['M1', 'M3', 'M4', 'M5', 'M6', 'M7'] });
  });
});

describe('background work is patient', () => {
  const pauses: number[] = [];
  const patience: Patience = {
    tries: 4,
    pauseMs: 100,
    longestPauseMs: 250,
    sleep: (ms) => {
      pauses.push(ms);
      return Promise.resolve();
    },
  };
  const ask = async (): Promise<string> => {
    let text = '';
    const request = { system: 's', user: 'u', maxTokens: 10, output: 'text', signal } as const;
    for await (const piece of connect().stream(request)) text += piece;
    return text;
  };
  beforeEach(() => {
    pauses.length = 0;
  });

  it('waits as long as retry-after says, longer after every failure', async () => {
    const statuses = [429, 503, 500];
    server.behave = (_, response) => {
      const status = statuses.shift();
      if (status === undefined) streamText(response, '好');
      else response.writeHead(status, status === 429 ? { 'retry-after': '3' } : {}).end('{}');
    };
    expect(await withPatience(ask, patience, signal)).toBe('好');
    expect(pauses).toEqual([3_000, 200, 250]);
  });

  it('does not repeat what will not pass', async () => {
    server.behave = (_, response) => void response.writeHead(401).end('{}');
    await expect(withPatience(ask, patience, signal)).rejects.toMatchObject({ status: 401 });
    expect(server.requests).toHaveLength(1);
  });
});

describe('a question in other words, for the search alone', () => {
  const uses: ModelUse[] = [];
  const rewrite = (asker: { signal?: AbortSignal } = {}): Promise<string[]> => {
    const now = (): number => performance.now();
    const guard: Guard = {
      model: connect(),
      breaker: createBreaker({ failures: 5, coolDownMs: 1_000, now }),
      admission: createAdmission({ concurrency: 1, perUser: 5, windowMs: 1_000, now }),
      observe: (use) => uses.push(use),
      now,
    };
    return createRewrite(guard, prompts.rewrite, 400)('楼上乱搭的那个咋办', null, asker);
  };

  it('comes back as a few short queries', async () => {
    answer('{"queries":["楼顶违建 整治","<b>违建</b>","两违 处置","顶楼搭盖","第四个"]}');
    expect(await rewrite()).toEqual(['楼顶违建 整治', '两违 处置', '顶楼搭盖']);
    expect(uses.at(-1)).toMatchObject({
      prompt: expect.stringMatching(/^rewrite@/u) as string,
      fellBack: null,
    });
  });

  it('or not at all, when the model fails or dawdles, or the asker has gone; each is counted with its reason', async () => {
    answer('我不知道');
    expect(await rewrite()).toEqual([]);
    expect(uses.at(-1)?.fellBack).toMatch(/^content/u);
    server.behave = () => undefined;
    expect(await rewrite()).toEqual([]);
    expect(uses.at(-1)?.fellBack).toMatch(/in time/u);
    expect(await rewrite({ signal: AbortSignal.abort() })).toEqual([]);
    expect(uses.at(-1)?.fellBack).toMatch(/^aborted/u);
  });
});
