// what narrows a list: what is left out, days and their year, promises in any verb, remarks that narrow nothing
import { describe, expect, it } from 'vitest';
import { readDay } from '../../src/intents/day-slot.ts';
import { readFilter } from '../../src/intents/filter.ts';
import { ask } from './ledger-scene.ts';
import { askOf, loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const measuresOf = (message: string): string[] => [
  ...new Set(ask(brain, message).units.filter((unit) => unit.startsWith('M'))),
];

describe('what is left out', () => {
  it('is a section', () => {
    const { filter } = readFilter(askOf(brain, '除了从严治党那块,别的方面还有谁提到立案'));
    expect(filter.without).toContain('M100');
    expect(measuresOf('除了从严治党那块,别的方面还有谁提到立案')).toEqual(
      brain.lookup.measures
        .filter(({ path, text }) => !path.includes('S2.2') && text.includes('立案'))
        .map(({ id }) => id),
    );
  });

  it('is words', () => {
    const { filter } = readFilter(askOf(brain, '宁化街道被提到的措施是哪几条?小学不算'));
    expect(filter.mentions).toEqual([]);
    expect(filter.without).toContain('M37');
  });

  it('is nothing where the asker says so', () => {
    expect(readFilter(askOf(brain, '违建相关的措施都有哪些,博奥城以外也要')).filter.without).toEqual([]);
  });
});

it('a day alone lists the measures that print it, in the year that is named', () => {
  expect(measuresOf('9月20号那天办了哪些事,对应哪几条')).toEqual([
    'M74',
    'M156',
    'M212',
    'M215',
    'M280',
    'M284',
  ]);
  const day = (text: string): readonly string[] => readDay(askOf(brain, text), text)?.value.units ?? [];
  expect(day('2023年9月20日')).toEqual(day('9月20日'));
  expect(day('2019年9月20日')).toEqual([]);
});

it.each([
  ['哪几条把日子许到了2024年往后', ['M35', 'M37', 'M41']],
  ['成果运用方面(最后那一块)没干完的有哪些', ['M271', 'M274', 'M286']],
  ['信访那一块的问题24,哪条还没有最后落地', ['M73']],
  ['想看福利中心的进展,该翻哪几条', ['M35', 'M181', 'M182', 'M183']],
  ['台江公安分局在措施里露过面的', ['M31', 'M156', 'M159']],
  ['微党课相关措施列个单子', ['M12', 'M233', 'M238', 'M246']],
])('%s', (message, measures) => {
  const { claims } = ask(brain, message);
  const listed = claims.find(({ text }) => text.includes('整改措施共'));
  expect(listed?.citations.map(({ unit }) => unit)).toEqual(measures);
});

it.each([
  ['组织路线那块还有几条没收尾', '共4条'],
  ['跟民政局沾边的活儿里,没干完的剩几条', '共1条'],
  ['第56个问题一共拆成几条举措?', '共3条'],
  ['经合社在措施里被提了几条', '共10条'],
])('%s', (message, count) => {
  const { intent, text } = ask(brain, message);
  expect(intent).toBe('count');
  expect(text).toContain(count);
});

it('ranks groups by the status asked for, also where a group has none of it', () => {
  const { text } = ask(brain, '哪个方面长期坚持的措施最少');
  const sizes = brain.ledger.measures.reduce<Record<string, number>>((so, { unit, status }) => {
    const section = brain.lookup.get(unit)?.path.find((id) => /^S2\.[1-4]$/u.test(id)) ?? '';
    return { ...so, [section]: (so[section] ?? 0) + (status.value === 'long_term' ? 1 : 0) };
  }, {});
  const least = Object.entries(sizes).sort(([, a], [, b]) => a - b)[0]?.[0] ?? '';
  expect(text).toContain(`比较:${brain.lookup.label(least)}最少`);
});
