import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDelivery } from '../../../src/delivery/delivery.ts';
import { startFakeBotApi, type FakeBotApi } from './fake-bot-api.ts';
import { newDatabase, SECRET, waitFor } from './harness.ts';
import { textUpdate } from './updates.ts';

/** How long after the first of a round's updates the process is killed. */
const KILL_AFTER_MS = [3, 25, 60];
const PER_ROUND = 12;
const CHATS = 6;

let api: FakeBotApi;
let child: ChildProcess | null = null;
beforeEach(async () => {
  api = await startFakeBotApi();
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await api.close();
});

test('kill -9 at any moment loses no acknowledged question and repeats hardly any answer', async () => {
  const path = newDatabase();
  /** Where the living process listens; the system chooses the port, so that no other test can have it. */
  let url = 'http://127.0.0.1:9/';
  const live = async (): Promise<ChildProcess> => {
    const script = 'test/channels/telegram/child.ts';
    child = spawn(process.execPath, ['--import', 'tsx/esm', script, path, api.root]);
    const [port] = (await once(child.stdout ?? process.stdin, 'data')) as [Buffer];
    url = `http://127.0.0.1:${String(port).trim()}/telegram/webhook`;
    return child;
  };
  const kill = async (process: ChildProcess): Promise<void> => {
    const gone = once(process, 'exit');
    process.kill('SIGKILL');
    await gone;
  };
  /** Every answer sent, and written down as sent. */
  const settled = async (): Promise<void> => {
    const delivery = await openDelivery(path);
    await waitFor(() => delivery.outbox.depth('telegram') === 0, 'answers written down as sent');
    delivery.close();
  };
  /** Telegram's side: the same update again until it is acknowledged. */
  const insist = async (update: object): Promise<void> => {
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET };
    for (;;) {
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update) }).catch(
        () => null,
      );
      if (response?.ok === true) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const answersTo = (question: string): number =>
    api.texts().filter((text) => text === `答：${question}`).length;

  const questions: string[] = [];
  for (const [round, killAfter] of KILL_AFTER_MS.entries()) {
    const first = await live();
    await insist({ update_id: 1_000_000 + round, poll: {} });
    const batch = Array.from({ length: PER_ROUND }, (_, i) => `问${round}之${i}`);
    questions.push(...batch);
    const acknowledged = batch.map((text, i) =>
      insist(textUpdate(text, { chat: 100 + round * 10 + (i % CHATS) })),
    );
    await new Promise((resolve) => setTimeout(resolve, killAfter));
    await kill(first);
    const second = await live();
    await Promise.all(acknowledged);
    await waitFor(() => batch.every((text) => answersTo(text) > 0), 'an answer to each question');
    await settled();
    await kill(second);
  }
  const counts = questions.map(answersTo);
  expect(Math.min(...counts)).toBe(1);
  // Only what was on its way at the moment of the kill may be seen twice: one message of each chat.
  expect(Math.max(...counts)).toBeLessThanOrEqual(2);
  const repeated = counts.filter((count) => count > 1).length;
  expect(repeated).toBeLessThanOrEqual(KILL_AFTER_MS.length * CHATS);
}, 120_000);
