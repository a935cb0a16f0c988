// who leads most, by the leading role and with ties named; how often words are printed, asked in other words
import { expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const ask = (message: string) => answerMessage(brain, message, {}, null).answer;

const led = new Map<string, Set<string>>();
for (const { unit, organizations } of brain.ledger.measures)
  for (const { name, role } of organizations)
    if (role === '牵头') led.set(name, (led.get(name) ?? new Set()).add(unit));
const most = Math.max(...[...led.values()].map(({ size }) => size));
const first = [...led].filter(([, units]) => units.size === most).map(([name]) => name);

it.each([
  '哪个单位牵头最多',
  '谁牵头的最多',
  '牵头措施最多的是哪个部门',
  '牵头次数最多的是谁',
  '哪家单位当牵头单位最多',
])('%s: the bodies that lead most measures, ties named', (message) => {
  const { text, refused } = ask(message);
  expect(refused).toBe(false);
  for (const name of first) expect(text).toContain(`由${name}牵头的整改措施共${String(most)}条`);
  expect(/\n(?<tied>.*)并列最多/u.exec(text)?.groups?.['tied']?.split('、').sort()).toEqual(first.sort());
});

it('the busiest are those mentioned most, and the answer says that this is what is counted', () => {
  const { text, intent } = ask('哪个局的活最多');
  expect(intent).toBe('most-mentioned');
  expect(text).toContain('按提到的整改措施条数排列');
});

it('of a kind of which none leads there is no most', () => {
  expect(ask('哪个街道牵头最多').refused).toBe(true);
});

it('提到最多 still goes by mentions', () => {
  expect(ask('提到最多的单位是哪个').text).toContain('提到');
  expect(ask('提到最多的单位是哪个').text).not.toContain('牵头');
});

it.each(['纪委监委牵头的措施有几条', '区纪委监委牵头的措施有几条'])(
  '%s: the leading role counts, not every mention',
  (message) => {
    expect(led.has('区纪委监委')).toBe(false);
    expect(ask(message).text).toMatch(/通报没有载明由区?纪委监委牵头的措施/u);
  },
);

it('纪委监委 with no word of leading is found by its words, whatever its level', () => {
  expect(ask('纪委监委在几条措施里提到').text).not.toContain('牵头');
});

const printed = (words: string): readonly [number, number] => {
  const times = brain.lookup.measures.map(({ text }) => text.split(words).length - 1);
  return [times.filter((time) => time > 0).length, times.reduce((sum, time) => sum + time, 0)];
};

it.each([
  ['鳌峰街道被提到几次', '鳌峰街道'],
  ['通报里有多少处写了“回头看”', '回头看'],
  ['回头看出现了多少次', '回头看'],
  ['闽江之心在通报里出现了多少次', '闽江之心'],
  ['多少个地方写了招投标', '招投标'],
])('%s: measures and places', (message, words) => {
  const [measures, places] = printed(words);
  const { text } = ask(message);
  expect(text).toContain(`共${String(measures)}条`);
  expect(text).toContain(`写作“${words}”的共${String(places)}处`);
});

it('“回头看”出现于几条: measures alone', () => {
  const { text } = ask('“回头看”出现于几条');
  expect(text).toContain(`共${String(printed('回头看')[0])}条`);
  expect(text).not.toContain('处');
});

it.each(['量子计算被提到几次', '养猫在通报里出现了多少次', '区教育局被约谈几次'])(
  '%s: refused',
  (message) => {
    expect(ask(message).refused).toBe(true);
  },
);

it.each(['警示教育开了几次', '苍霞人家接待了多少次', '“四种形态”用了几次'])(
  '%s asks what was done, not where it is written',
  (message) => {
    expect(ask(message).intent).not.toBe('count');
  },
);
