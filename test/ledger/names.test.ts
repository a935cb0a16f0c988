import { describe, expect, it } from 'vitest';
import { learnNames } from '../../src/ledger/names.ts';
import { readRealBulletin, writeBulletin } from './seeds.ts';

describe('projects and places learned by repetition', () => {
  const bulletin = readRealBulletin();
  const names = learnNames(bulletin);

  it.each([
    '红星小学',
    '状元地块',
    '恒大天璟二期',
    '十四中',
    '苍霞人家',
    '灯泡厂宿舍地块',
    '南公河口街区',
    '海荣大厦',
  ])('%s is learned with every unit that names it', (name) => {
    const learned = names.find((entry) => entry.name === name);
    const units = bulletin.units.filter(({ text }) => text.includes(name)).map(({ id }) => id);
    expect(learned?.units).toEqual(units);
  });

  it('leaves descriptions of a class aside', () => {
    const learned = new Set(names.map(({ name }) => name));
    for (const common of ['老旧小区', '重点项目', '改造项目', '小额工程', '周边地块'])
      expect(learned).not.toContain(common);
  });

  it('a name said once is not learned, said twice it is', () => {
    const once = learnNames(writeBulletin(['加快推进柳溪小学建设。']));
    const twice = learnNames(writeBulletin(['加快推进柳溪小学建设。', '会同县教育局调研柳溪小学。']));
    expect(once.map(({ name }) => name)).not.toContain('柳溪小学');
    expect(twice.map(({ name }) => name)).toContain('柳溪小学');
  });
});
