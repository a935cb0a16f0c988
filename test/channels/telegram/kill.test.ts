import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startFakeBotApi, type FakeBotApi } from './fake-bot-api.ts';
import { newDatabase, SECRET, waitFor } from './harness.ts';
import { textUpdate } from './updates.ts';

/** How long after the first of a round's updates the process is killed. */
const KILL_AFTER_MS = [3, 25, 60];
const PER_ROUND = 12;

let api: FakeBotApi;
let child: ChildProcess | null = null;
beforeEach(async () => {
  api = await startFakeBotApi();
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await api.close();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('kill -9 at any moment loses no acknowledged question and repeats hardly any answer', async () => {
  const path = newDatabase();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/telegram/webhook`;
  const live = (): ChildProcess =>
    spawn(process.execPath, [
      '--import',
      'tsx',
      'test/channels/telegram/child.ts',
      path,
      api.root,
      String(port),
    ]);
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
    child = live();
    await insist({ update_id: 1_000_000 + round, poll: {} });
    const batch = Array.from({ length: PER_ROUND }, (_, i) => `问${round}之${i}`);
    questions.push(...batch);
    const acknowledged = batch.map((text, i) =>
      insist(textUpdate(text, { chat: 100 + round * 10 + (i % 6) })),
    );
    await new Promise((resolve) => setTimeout(resolve, killAfter));
    child.kill('SIGKILL');
    await new Promise((resolve) => child?.once('exit', resolve));
    child = live();
    await Promise.all(acknowledged);
    await waitFor(() => batch.every((text) => answersTo(text) > 0), 'an answer to each question', 20_000);
    child.kill('SIGKILL');
    await new Promise((resolve) => child?.once('exit', resolve));
  }
  const counts = questions.map(answersTo);
  expect(Math.min(...counts)).toBe(1);
  // Only what was on its way at the moment of a kill may be seen twice: eight sends at most, two kills a round.
  expect(Math.max(...counts)).toBeLessThanOrEqual(3);
  const repeated = counts.filter((count) => count > 1).length;
  expect(repeated).toBeLessThan(questions.length / 2);
}, 120_000);
