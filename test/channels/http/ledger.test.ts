import fc from 'fast-check';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createHttpChannel } from '../../../src/channels/http/channel.ts';
import { selectMeasures } from '../../../src/channels/http/ledger-query.ts';
import { createTestHost } from '../host.ts';
import { readTestLibrary } from '../library.ts';
import { createScriptedAsk } from '../scripted.ts';

const world = readTestLibrary();
const { measures } = world.ledger;
const channel = createHttpChannel(createTestHost(world, createScriptedAsk(world, [])), {
  ledger: (id) => (id === world.bulletin.id ? world.ledger : null),
});
const app = channel.routes ?? new Hono();

interface Listing {
  readonly bulletin: string;
  readonly total: number;
  readonly count: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly measures: readonly {
    readonly unit: string;
    readonly status: string;
    readonly evidence: { readonly text: string; readonly start: number; readonly end: number };
  }[];
}

async function list(query: string): Promise<Listing> {
  const response = await app.request(`/api/ledger${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Listing;
}

describe('GET /api/ledger', () => {
  it('lists every measure of the default bulletin once, with the words that decide its status', async () => {
    const all = await list('');
    expect([all.bulletin, all.total, all.count, all.measures.length]).toEqual([
      'taijiang-2024',
      297,
      297,
      297,
    ]);
    expect(new Set(all.measures.map(({ unit }) => unit)).size).toBe(297);
    for (const { evidence } of all.measures) {
      expect(world.bulletin.source.slice(evidence.start, evidence.end)).toBe(evidence.text);
    }
  });

  it('counts by status so that the counts add up to all', async () => {
    const { statuses, total } = await list('');
    expect(Object.values(statuses).reduce((sum, count) => sum + count, 0)).toBe(total);
    for (const [status, count] of Object.entries(statuses)) {
      expect((await list(`?status=${status}`)).count).toBe(count);
    }
  });

  it('reads a status in Chinese, and 未完成 as in progress', async () => {
    const unfinished = await list(`?status=${encodeURIComponent('未完成')}`);
    expect(unfinished).toEqual(await list('?status=in_progress'));
    expect(unfinished.measures.every(({ status }) => status === 'in_progress')).toBe(true);
  });

  it('joins statuses by commas and combines filters', async () => {
    const two = await list('?status=in_progress,long_term&section=s2.2');
    expect(two.count).toBeGreaterThan(0);
    for (const { unit, status } of two.measures) {
      expect(status).not.toBe('completed');
      expect(measures.find((facts) => facts.unit === unit)?.section).toBe('S2.2');
    }
  });

  it('lists what was due on a date or before', async () => {
    const due = await list('?dueBefore=2023-10-31');
    const expected = measures.filter(({ deadlines }) =>
      deadlines.some(({ date }) => date !== null && date <= '2023-10-31'),
    );
    expect(due.measures.map(({ unit }) => unit)).toEqual(expected.map(({ unit }) => unit));
  });

  it('is the same under the address of its bulletin', async () => {
    const response = await app.request('/api/bulletins/taijiang-2024/ledger?status=long_term');
    expect(await response.json()).toEqual(await list('?status=long_term'));
  });

  it.each([
    'status=done',
    'dueBefore=2023-13-01',
    'dueBefore=soon',
    'organization=',
    'organisation=x',
    'status=completed&status=long_term',
  ])('refuses ?%s with 400 instead of showing everything', async (query) => {
    const response = await app.request(`/api/ledger?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toHaveProperty('error.message');
  });

  it('never answers any query string with a server error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const response = await app.request(`/api/ledger?${encodeURIComponent(text).replace(/%3D/gu, '=')}`);
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });
});

describe('names in the ledger query', () => {
  const [sample] = measures;
  const citation = sample?.status.citation;
  if (sample === undefined || citation === undefined) throw new Error('no measures');
  const mention = { citation, role: null, elliptic: false };
  const ledger = {
    ...world.ledger,
    measures: [
      { ...sample, unit: 'M1', organizations: [{ ...mention, name: '区教育局' }] },
      { ...sample, unit: 'M2', organizations: [{ ...mention, name: '区金融和科技局' }] },
      {
        ...sample,
        unit: 'M3',
        documents: [{ title: '工作方案(试行)', name: '工作方案', number: null, citation }],
      },
    ],
    organizations: [
      { name: '区教育局', variants: [], units: ['M1'] },
      { name: '区金融和科技局', variants: ['区金科局'], units: ['M2'] },
    ],
    documents: [{ name: '工作方案', titles: ['工作方案', '工作方案(试行)'], units: ['M3'] }],
  };
  const select = (query: Record<string, string>) => {
    const selected = selectMeasures(ledger, query);
    return selected.ok ? selected.value.map(({ unit }) => unit) : selected.problem;
  };

  it('finds a body by any of its names, or by a part of one', () => {
    expect(select({ organization: '区金科局' })).toEqual(['M2']);
    expect(select({ organization: '金融' })).toEqual(['M2']);
    expect(select({ organization: '局' })).toEqual(['M1', 'M2']);
    expect(select({ organization: '无此单位' })).toEqual([]);
  });

  it('finds a document by any of its titles, with or without 《》', () => {
    expect(select({ document: '《工作方案(试行)》' })).toEqual(['M3']);
    expect(select({ document: '方案' })).toEqual(['M3']);
  });
});
