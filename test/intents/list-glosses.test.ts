// what stands in brackets behind a name, a part of the bulletin anywhere in the message, and near forms of a name
import { expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const measuresOf = (message: string): string[] => {
  const { citations } = answerMessage(brain, message, {}, null).answer;
  return [...new Set(citations.map(({ unit }) => unit))].filter((unit) => unit.startsWith('M')).sort();
};
const printing = (pattern: RegExp, section = ''): string[] =>
  brain.lookup.measures
    .filter(({ text, path }) => pattern.test(text) && (section === '' || path.includes(section)))
    .map(({ id }) => id)
    .sort();

it.each([
  ['公共资源交易(中心或平台)在哪些条里提到', /公共资源交易/u],
  ['督查室(区政府的、两办的)哪几条措施有提', /督查室/u],
  ['写到祥坂的(路、夜市、经合社都算)是哪几条措施', /祥坂/u],
  ['跟台风沾边的措施(抗台防台都算)总共几条', /台风|抗台|防台/u],
  ['写到发监察建议书(纪检监察建议书也算)的措施有几条', /监察建议书/u],
  ['提到国有(集体)房产的有哪几条', /国有(?:\(集体\)|(集体))房产(?!及)/u],
])('%s', (message, pattern) => {
  const found = measuresOf(message);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((id) => !printing(pattern).includes(id))).toEqual([]);
});

it.each([
  ['组织路线部分(第三个方面)哪些措施谈到民主生活会', /民主生活会/u, 'S2.3'],
  ['提到民主生活会的措施,只看组织路线方面', /民主生活会/u, 'S2.3'],
  ['“回头看”在第三个方面的哪几条里', /回头看/u, 'S2.3'],
  ['民主生活会在组织路线方面哪几条出现', /民主生活会/u, 'S2.3'],
  ['有哪些巡视整改和成果运用(第四方面)的措施写了“回头看”', /回头看/u, 'S2.4'],
  ['提到老旧小区的措施里属于从严治党那一块的是哪几条', /老旧小区/u, 'S2.2'],
])('%s', (message, pattern, section) => {
  expect(measuresOf(message)).toEqual(printing(pattern, section));
});

it.each([
  ['提及国有(集体)房产管理系统的举措', ['M144', 'M262', 'M291']],
  ['灯泡厂宿舍周边道路项目在哪些条里', ['M160', 'M161', 'M163', 'M165']],
  ['十四中扩建散见于哪些举措', ['M152', 'M154', 'M170', 'M171', 'M253', 'M35']],
  ['整治扬尘是哪几条', ['M273', 'M275']],
  ['扬尘整治是哪几条', ['M273', 'M275']],
  ['1+X监督在哪几条', ['M130', 'M131', 'M172', 'M176', 'M195']],
  ['易说事小程序出现在哪些条', ['M226', 'M227', 'M28']],
])('%s: near forms of the name', (message, units) => {
  expect(measuresOf(message)).toEqual(units);
});
