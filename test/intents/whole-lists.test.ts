// lists over the whole bulletin: wherever words stand, what is left out by its status, the headings under a part
import { describe, expect, it } from 'vitest';
import { ask as askBrain, type Asked } from './ledger-scene.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const ask = (message: string): Asked => askBrain(brain, message);
const measuresOf = (message: string): string[] =>
  ask(message)
    .units.filter((unit) => unit.startsWith('M'))
    .sort();
const printing = (pattern: RegExp, kinds = /^M/u): string[] =>
  brain.bulletin.units
    .filter(({ id, text }) => kinds.test(id) && pattern.test(text))
    .map(({ id }) => id)
    .sort();
const ofStatus = (status: string, section: string): string[] =>
  brain.lookup.measures
    .filter(({ id, path }) => brain.facts.get(id)?.status.value === status && path.includes(section))
    .map(({ id }) => id)
    .sort();

describe('asked for without a question word', () => {
  it.each([
    ['请列明写有“师徒帮带”的各条', /师徒帮带/u],
    ['凡是写到“第一种形态”的都给我', /第一种形态/u],
    ['提到台风的，请逐一列出', /台风/u],
    ['带“小程序”的所有条目列一下', /小程序/u],
  ])('%s', (message, pattern) => {
    expect(measuresOf(message)).toEqual(printing(pattern));
  });
});

describe('wherever in the bulletin', () => {
  it.each([
    ['林挺在全文哪些地方露面', /林挺/u],
    ['“万名干部下基层”这句全文哪几处写到', /万名干部下基层/u],
    ['刘善心在通报哪里被点到', /刘善心/u],
    ['“达标创星”写在全文什么地方', /达标创星/u],
  ])('%s', (message, pattern) => {
    expect([...ask(message).units].sort()).toEqual(printing(pattern, /./u));
  });
});

describe('a class of progress', () => {
  it.each(['第四方面还在推进的有哪些', '第四方面没完成的列一下，长期坚持的不用列', '第四方面正在推进的'])(
    '%s: no standing practice',
    (message) => {
      expect(measuresOf(message)).toEqual(ofStatus('in_progress', 'S2.4'));
    },
  );

  it('says how many more are standing practice where what is not done is asked for', () => {
    expect(ask('第四方面没完成的有哪些').text).toContain('另有长期坚持的');
  });

  it.each(['第四方面里归入长期坚持的是哪几条', '第四方面(成果运用)列为长期坚持的措施'])('%s', (message) => {
    expect(measuresOf(message)).toEqual(ofStatus('long_term', 'S2.4'));
  });
});

describe('the headings under a part', () => {
  it.each([
    ['第一部分讲了哪几点', ['S1.1', 'S1.2', 'S1.3', 'S1.4']],
    ['下一步的打算分哪几块', ['S3.1', 'S3.2', 'S3.3', 'S3.4']],
    ['今后的工作打算分成几块', ['S3.1', 'S3.2', 'S3.3', 'S3.4']],
    ['全部问题归在哪四个方面', ['S2.1', 'S2.2', 'S2.3', 'S2.4']],
    ['第四部分分了几类', ['D1.0', 'D2.0', 'D3.0']],
  ])('%s', (message, units) => {
    const answer = ask(message);
    expect(answer.intent).toBe('outline');
    expect(answer.units).toEqual(units);
  });

  it.each(['从哪几个方面优化营商环境', '问题分成哪五个方面', '第四部分有几条'])(
    '%s: another matter',
    (message) => {
      expect(ask(message).intent).not.toBe('outline');
    },
  );
});

describe('items of part four asked for by their entries', () => {
  it.each([
    ['第四部分列的、跟近亲繁殖有关的各项', ['D2.1', 'D2.2', 'D2.3', 'D2.4', 'D3.1']],
    ['街道书记、主任被处分的条目', ['D1.1', 'D1.2', 'D1.3', 'D1.4']],
    ['四个人一起被诫勉的有哪几项', ['D3.1', 'D3.6', 'D3.9']],
    ['一项就诫勉了6个人的是哪一项', ['D3.5']],
  ])('%s', (message, units) => {
    expect(
      ask(message)
        .units.filter((id) => units.includes(id) || !id.endsWith('.0'))
        .sort(),
    ).toEqual(units.filter((id) => !id.endsWith('.0')));
  });
});
