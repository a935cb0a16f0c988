// sections side by side, statuses in other words, problems by their measures, headings by their words
import { describe, expect, it } from 'vitest';
import { spellSections } from '../../src/intents/section-lists.ts';
import { ask as askBrain, type Asked } from './ledger-scene.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const ask = (message: string): Asked => askBrain(brain, message);

describe('sections named side by side', () => {
  it.each([
    ['组织路线、巡视整改和成果运用这两个方面的举措', '第三方面、第四方面的举措'],
    ['党的理论路线方针和全面从严治党两个方面问题总数', '第一方面和第二方面问题总数'],
    ['请问全面从严治党、组织路线方面各几条', '请问第二方面、第三方面各几条'],
    ['第二三四方面加起来', '第二方面、第三方面、第四方面加起来'],
    ['从严治党和组织路线哪个方面措施多', '第二方面和第三方面哪个方面措施多'],
    ['巡视整改和成果运用方面完成几条', '巡视整改和成果运用方面完成几条'],
    ['商贸转型和新业态发展,哪一块做得多', '商贸转型和新业态发展,哪一块做得多'],
    ['四个方面各有多少', '四个方面各有多少'],
  ])('%s', (question, spelled) => {
    expect(spellSections(question, brain.lookup)).toBe(spelled);
  });

  it.each([
    ['组织路线、巡视整改和成果运用这两个方面的举措加一块儿多少条', '55+41=96条'],
    ['全面从严治党比组织路线方面多几条措施', '113条−55条=58条'],
    ['每个方面平均几条举措', '297条÷4个方面≈每个方面74.25条'],
    ['问题最多的方面比最少的多几个', '37个−14个=23个'],
    ['二(三)和二(四)加起来几条', '55+41=96条'],
  ])('%s', (question, said) => {
    expect(ask(question).text).toContain(said);
  });

  it.each([
    ['哪个方面还在推进的措施占比最高', '28条÷88条≈31.82%'],
    ['第四方面问题数是第二方面的几成', '14个÷37个≈37.84%'],
    ['从严治党方面完成率比组织路线方面高几个点', '18.52个百分点'],
    ['组织路线和巡视成果运用两块加起来还有几条没完成', '4+3=7条'],
    ['长期坚持的措施主要在哪个方面', '比较:二(三)最多'],
  ])('%s', (question, said) => {
    expect(ask(question).text).toContain(said);
  });

  it('takes no two matters for sections', () => {
    expect(ask('商贸转型和新业态发展,哪一块措施做得多').intent).not.toBe('groups');
  });
});

describe('statuses in other words', () => {
  it.each([
    ['目前仍在推进、还没完的措施总数是多少(长期坚持的不算)', '47条'],
    ['得一直抓着不放、没有终点的那类措施多少条', '27条'],
    ['已经画上句号的措施多少条', '223条'],
    ['落实巡视整改和成果运用方面,41条里已完成几条', '32条'],
    ['组织路线方面有多少属于长期坚持', '13条'],
    ['完成的措施是没完成的几倍', '223条÷47条≈4.74倍'],
  ])('%s', (question, said) => {
    const answer = ask(question);
    expect(answer.intent).toBe('count');
    expect(answer.text).toContain(said);
  });
});

describe('problems by their measures and their headings', () => {
  it.each([
    ['有没有哪些问题一条举措都还没完成的,共几个', ['P10', 'P14', 'P16'], '共3个'],
    ['举措列得最少的是哪几个问题', ['P93', 'P95', 'P96'], '这样的问题共3个'],
    ['98个问题,题目里带“不到位”的几个', ['P1', 'P10', 'P46', 'P67', 'P97'], '共5个'],
    ['98个问题的标题当中,有几个提到街道', ['P61', 'P63'], '共2个'],
    ['题目带不严肃的问题几个', ['P69', 'P70'], '共2个'],
    ['以“问题问题”结尾的问题有几个', ['P34'], '共1个'],
  ])('%s', (question, problems, said) => {
    const answer = ask(question);
    expect(answer.units.filter((unit) => unit.startsWith('P'))).toEqual(problems);
    expect(answer.text).toContain(said);
  });

  it.each([
    ['只剩一条措施没完成的问题有几个', '共16个'],
    ['有长期坚持措施的问题多少个', '共24个'],
    ['有两条以上措施没完成的问题几个', '共14个'],
    ['既有完成的又有没完成的措施的问题几个', '共27个'],
    ['单个问题下面最多列了几条举措?这样的问题有几个', '这样的问题共6个'],
  ])('%s', (question, said) => {
    expect(ask(question).text).toContain(said);
  });

  it('says so where no heading prints the words', () => {
    expect(ask('98个问题里标题带“区块链”的有几个').refusal).toBe('not-in-bulletin');
  });

  it('leaves names of other things alone', () => {
    expect(ask('哪些平台名称里带“台江”').intent).not.toBe('problems');
  });
});

describe('deadlines of all measures', () => {
  it.each([
    ['所有工程里交付排得最晚的是哪个、哪年', '2025年12月底投入使用'],
    ['最早到期的是哪条', '计划2023年10月16日开标'],
    ['哪个月到期的措施最多', '2023年10月到期的整改措施共11条'],
  ])('%s', (question, said) => {
    const answer = ask(question);
    expect(answer.intent).toBe('deadline-extremes');
    expect(answer.text).toContain(said);
  });

  it('leaves the deadline of one thing to it', () => {
    expect(ask('红星小学最晚什么时候完成').intent).not.toBe('deadline-extremes');
  });
});
