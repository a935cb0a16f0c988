import { afterAll, describe, expect, test } from 'vitest';
import {
  CONVERSATION_TTL_MS,
  createMemoryConversations,
  type Conversations,
} from '../../src/delivery/conversations.ts';
import { openDelivery } from '../../src/delivery/delivery.ts';
import type { Turn } from '../../src/question/turn.ts';

const NOW = 1_700_000_000_000;
const turn = (question: string): Turn => ({
  bulletin: 'b',
  question,
  intent: 'fact',
  units: ['M148'],
  near: ['闲置房产'],
  list: [],
  shown: 0,
  history: [],
});

const delivery = await openDelivery(':memory:');
afterAll(() => {
  delivery.close();
});
const kinds: readonly (readonly [string, Conversations])[] = [
  ['in memory', createMemoryConversations()],
  ['in the database', delivery.conversations],
];

describe.each(kinds)('conversations %s', (_, conversations) => {
  test('remember the turn last written, each key its own', () => {
    conversations.write('甲', turn('第148条'), NOW);
    conversations.write('乙', turn('问题49'), NOW);
    conversations.write('甲', turn('它呢'), NOW + 1);
    expect(conversations.read('甲', NOW + 2)).toEqual(turn('它呢'));
    expect(conversations.read('乙', NOW + 2)).toEqual(turn('问题49'));
    expect(conversations.read('丙', NOW)).toBeUndefined();
  });

  test('are forgotten 30 minutes after the last message', () => {
    conversations.write('丁', turn('第148条'), NOW);
    expect(conversations.read('丁', NOW + CONVERSATION_TTL_MS - 1)).toBeDefined();
    expect(conversations.read('丁', NOW + CONVERSATION_TTL_MS)).toBeUndefined();
  });
});

test('conversations in memory are bounded: the one idle for longest makes room', () => {
  const few = createMemoryConversations(2);
  few.write('a', turn('1'), NOW);
  few.write('b', turn('2'), NOW);
  few.write('a', turn('3'), NOW);
  few.write('c', turn('4'), NOW);
  expect(['a', 'b', 'c'].map((key) => few.read(key, NOW)?.question)).toEqual(['3', undefined, '4']);
});
