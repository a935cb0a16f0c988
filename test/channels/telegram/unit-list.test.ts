import { expect, test } from 'vitest';
import type { UnitsAction } from '../../../src/channels/telegram/keyboard.ts';
import { composeUnitPage } from '../../../src/channels/telegram/unit-list.ts';
import { library, textOf } from './scripted.ts';

const place = { chat: 42, group: false, user: 42, thread: null, replyTo: null };

test('every row of a list is the beginning of its unit, whatever its place', () => {
  const units = Array.from({ length: 20 }, (_, at) => `M${at + 1}`);
  const list: UnitsAction = { kind: 'units', bulletin: 'taijiang-2024', units, from: 0, inPlace: false };
  const { outgoing } = composeUnitPage(place, list, null, { library, save: () => 'token' });
  const shown = JSON.stringify(outgoing);
  for (const unit of units.slice(0, 15)) {
    const [line = ''] = textOf(unit).split('\n');
    expect(shown).toContain(`第${unit.slice(1)}条：${line.slice(0, 40)}`);
  }
});
