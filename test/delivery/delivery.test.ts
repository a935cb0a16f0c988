import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { createAuditedAsk } from '../../src/delivery/audited-ask.ts';
import { openDelivery, RETENTION_MS, type Delivery } from '../../src/delivery/delivery.ts';
import { StoreError } from '../../src/delivery/store.ts';

const NOW = 1_700_000_000_000;
const HOUR = 3_600_000;
const ANSWER: Answer = {
  id: 'a1',
  question: '第148条',
  bulletin: 'b',
  intent: 'lookup',
  text: '已完成14个〔148〕',
  claims: [{ text: '已完成14个', units: ['M148'] }],
  citations: [{ unit: 'M148', label: '第148条', quote: '已完成14个', start: 3, end: 9 }],
  candidates: ['M148'],
  refused: false,
  reason: null,
  writer: 'extractive',
  asOf: { published: null, data: null },
  elapsedMs: 1,
};
const DROPPED = [{ text: '已完成15个', units: ['M148'], reason: 'figure 15 not in M148' }];
const newPath = (): string => join(mkdtempSync(join(tmpdir(), 'delivery-')), 'data', 'assistant.db');

describe('a database of deliveries', () => {
  let delivery: Delivery;
  beforeEach(async () => {
    delivery = await openDelivery(':memory:');
  });
  afterEach(() => {
    delivery.close();
  });
  const receive = (channel: string, dedupeKey: string, now = NOW): string =>
    delivery.inbox.receive({ channel, dedupeKey, chat: '甲', payload: '{}' }, now);

  test('knows a key again for longer than Telegram repeats it, per channel', () => {
    expect([receive('telegram', '7'), receive('telegram', '7'), receive('wecom', '7')]).toEqual([
      'new',
      'duplicate',
      'new',
    ]);
    const message = delivery.inbox.claim('telegram', NOW);
    delivery.inbox.finish(message?.id ?? 0, 'done', NOW);
    delivery.purge(NOW + 48 * HOUR);
    expect(receive('telegram', '7', NOW + 48 * HOUR)).toBe('duplicate');
    delivery.purge(NOW + RETENTION_MS.inbox + 1);
    expect(receive('telegram', '7')).toBe('new');
  });

  test('keeps what is not finished whatever its age', () => {
    receive('telegram', '7');
    delivery.purge(NOW + 400 * 24 * HOUR);
    expect(delivery.inbox.depth('telegram')).toBe(1);
  });

  test('keeps a button by its action, so that equal buttons have one short token', () => {
    const unit = {
      kind: 'unit' as const,
      bulletin: '很长的通报编号'.repeat(20),
      unit: 'M148',
      inPlace: false,
    };
    const token = delivery.buttons.save(unit, NOW);
    expect(token).toMatch(/^[\w-]{16}$/);
    expect(delivery.buttons.save({ ...unit }, NOW)).toBe(token);
    expect(delivery.buttons.save({ ...unit, inPlace: true }, NOW)).not.toBe(token);
    expect(delivery.buttons.find(token, NOW)).toEqual(unit);
    expect(delivery.buttons.find('unknown', NOW)).toBeNull();
  });

  test('a button in use outlives its retention, one forgotten does not', () => {
    const used = delivery.buttons.save({ kind: 'ask', text: '更多' }, NOW);
    const idle = delivery.buttons.save({ kind: 'ask', text: '原文' }, NOW);
    const later = NOW + RETENTION_MS.audit - HOUR;
    expect(delivery.buttons.find(used, later)).toEqual({ kind: 'ask', text: '更多' });
    delivery.purge(later + 2 * HOUR);
    expect(delivery.buttons.find(used, later)).not.toBeNull();
    expect(delivery.buttons.find(idle, later)).toBeNull();
  });

  test('the audit gives back every answer with what the gate dropped, for 200 days', () => {
    const entry = { channel: 'web', at: NOW, answer: ANSWER, dropped: DROPPED };
    delivery.audit.record(entry);
    expect(delivery.audit.find('a1')).toEqual([entry]);
    delivery.purge(NOW + RETENTION_MS.audit);
    expect(delivery.audit.find('a1')).toHaveLength(1);
    delivery.purge(NOW + RETENTION_MS.audit + 1);
    expect(delivery.audit.find('a1')).toEqual([]);
  });

  test('a transaction that fails leaves nothing behind', () => {
    const half = (): void => {
      delivery.transact(() => {
        delivery.audit.record({ channel: 'web', at: NOW, answer: ANSWER, dropped: [] });
        throw new Error('half-way');
      });
    };
    expect(half).toThrow('half-way');
    expect(delivery.audit.find('a1')).toEqual([]);
  });

  test('an answer given at once is recorded, and given even when it cannot be', async () => {
    const failures: string[] = [];
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (_: object, text: string) => failures.push(text),
    };
    const turn = {
      bulletin: 'b',
      question: '',
      intent: '',
      units: [],
      near: [],
      list: [],
      shown: 0,
      history: [],
    };
    const reply = { answer: ANSWER, document: { blocks: [] }, turn, suggestions: [], dropped: [] };
    const to = { audit: delivery.audit, channel: 'web', clock: () => NOW, log };
    const ask = createAuditedAsk(() => Promise.resolve(reply), to);
    expect(await ask('第148条', {})).toBe(reply);
    expect(delivery.audit.find('a1')).toHaveLength(1);
    delivery.close();
    expect(await ask('第148条', {})).toBe(reply);
    expect(failures).toEqual(['answer not recorded in the audit']);
  });
});

describe('a database file', () => {
  test('is made with its folder, survives closing, and takes no write once closed', async () => {
    const path = newPath();
    const first = await openDelivery(path);
    first.audit.record({ channel: 'web', at: NOW, answer: ANSWER, dropped: [] });
    expect(first.writable()).toBe(true);
    first.close();
    expect(first.writable()).toBe(false);
    expect(() => first.audit.purge(NOW)).toThrow(StoreError);
    const second = await openDelivery(path);
    expect(second.audit.find('a1')).toHaveLength(1);
    second.close();
  });

  test('keeps a write-ahead log', async () => {
    const path = newPath();
    (await openDelivery(path)).close();
    expect(new Database(path).prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
  });

  test('of a newer version, of another program or out of reach is refused with advice', async () => {
    const path = newPath();
    (await openDelivery(path)).close();
    const newer = new Database(path);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    await expect(openDelivery(path)).rejects.toThrow(/newer version \(schema 99\)/);
    const text = newPath().replace('/data/', '/');
    writeFileSync(
      text,
      'not a database at all, but a text that is long enough to have a header\n'.repeat(20),
    );
    await expect(openDelivery(text)).rejects.toThrow(StoreError);
    await expect(openDelivery('/dev/null/assistant.db')).rejects.toThrow(/set DATABASE_PATH/);
  });

  test('that is busy is waited for, then reported, and used again when free', async () => {
    const path = newPath();
    const delivery = await openDelivery(path);
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    expect(delivery.writable()).toBe(false);
    other.exec('ROLLBACK');
    expect(delivery.writable()).toBe(true);
    delivery.close();
  });
});
