// two results asked of one message; figures that are not parts of one thing are never added
import { afterAll, describe, expect, it } from 'vitest';
import { loadTwoBulletins } from '../two-bulletins.ts';
import { ask } from './ledger-scene.ts';

const { taijiang, remove } = loadTwoBulletins();
afterAll(remove);

describe('two results of one message', () => {
  it.each([
    ['醉驾和享乐奢靡两项加起来查了几件几人', ['4人+7人=11人', '4起+6件=10起']],
    ['马上就办和美丽闽江两个基地合计接待几批、多少人次', ['=219批次', '=5024人次']],
    ['国有房产清理立案7起,点题整治查处7件,两项合计几件几人', ['7起+7件=14起', '7人+17人=24人']],
    ['近三年环保类投诉总件数是多少，噪声占几成？', ['=37705件', '≈52.54%']],
    ['噪声和大气两类投诉合计多少件,占总数几成', ['=21964件', '≈58.25%']],
    ['五讲活动进社区和进学校一共多少场,占全部的几成', ['515场+60场=575场', '÷750余场≈76.67%']],
    ['违规津补贴已经退的加上没退的,总金额和总人数各是多少', ['=2916500元', '=216人']],
    ['纪委参加的议事协调机构一共退了几个，还留几个', ['=11个', '1个+11个=12个']],
    ['已整治老旧小区要补消防设施的124个里，改好的和没改好的各多少个？', ['=76个', '=48个']],
    ['运用四种形态处理的399人次里，派驻机构占多大比例', ['132人÷399人次≈33.08%']],
  ])('%s', (message, results) => {
    const { intent, text } = ask(taijiang, message);
    expect(intent).toBe('compute');
    for (const result of results) expect(text).toContain(result);
  });

  it.each([
    ['二十大宣讲全区一共搞了500多场还是750多场，受众多少', ['500余场', '750余场', '受众1万多人次']],
    ['欠租房产涉及金额1754.83万还是近1800万,共多少处', ['1754.83万元', '近1800万元', '136处']],
  ])('either of two numbers, and what else is asked: %s', (message, told) => {
    const { intent, text } = ask(taijiang, message);
    expect(intent).toBe('either');
    for (const words of told) expect(text).toContain(words);
  });

  it.each([
    ['意识形态专项检查和专项督查总共发现多少个问题', '8个+5个'],
    ['欠租房产涉及的一共多少处', '136处+53处'],
    ['39名近亲属里被处理的占几成', '÷22名'],
    ['供应链园区的纳统:新增提升的和海荣园的加起来多少亿', '1000万元'],
    ['海荣园的96家里别的区的占多大比例', '÷96家'],
  ])('no parts of one thing: %s', (message, wrong) => {
    expect(ask(taijiang, message).text).not.toContain(wrong);
  });
});

describe('parts set against the total that is printed beside them', () => {
  it.each([
    ['理论宣讲“五讲”分项加一加到底多少场，跟750余场对得上吗', '=756场;通报载明750余场,是概数'],
    ['未处置的4.66万平方米,三个分项合计对得上吗', '=4.66万平方米;通报载明4.66万平方米,一致'],
    ['点题整治17人,各种处理方式的人数加起来够17吗', '=17人;通报载明17人,一致'],
  ])('%s', (message, said) => {
    expect(ask(taijiang, message).text).toContain(said);
  });

  it('leaves the items of part four to the sanctions', () => {
    expect(ask(taijiang, '诫勉谈话一共处理了多少人，各项加起来对得上吗').intent).toBe('sanctions');
  });
});

describe('asks of one message, each with what it is asked of', () => {
  it.each([
    ['社会福利中心：合同工期多长、拖了多久、哪天验收、哪天移交给国投', ['M181', 'M182']],
    ['环保投诉近三年立案罚款情况，跟今年静夜守护的立案罚款，给个对照', ['M31', 'M32']],
  ])('%s', (message, units) => {
    const answer = ask(taijiang, message);
    expect(answer.intent).toBe('several');
    expect(answer.units).toEqual(units);
  });

  it('names every problem with the most measures', () => {
    const { text } = ask(taijiang, '哪几个问题的整改措施最多，最多的有几条？');
    expect(text).toContain('比较:问题13、问题40、问题49、问题84、问题87、问题91最多');
  });
});
