import { describe, expect, it } from 'vitest';
import { splitAsks } from '../../src/intents/several-parts.ts';
import { ask } from './ledger-scene.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();

describe('a message that asks several things', () => {
  it.each([
    ['纪委约谈了多少人次,效能办约谈了多少人', ['纪委约谈了多少人次', '效能办约谈了多少人']],
    [
      '福利中心的房子哪天盖好的,又是哪天交出去的',
      ['福利中心的房子哪天盖好的', '福利中心的房子 又是哪天交出去的'],
    ],
    ['新盖的小学,地钱交了多少、定在哪天开标', ['新盖的小学,地钱交了多少', '新盖的小学 定在哪天开标']],
    ['污染投诉和噪声投诉各罚了多少', ['污染投诉罚了多少', '噪声投诉罚了多少']],
    ['走访企业多少次,商贸企业和重点企业分开说', ['商贸企业 走访企业多少次', '重点企业 走访企业多少次']],
    ['甲基地、乙基地这两处基地各接待了多少人', ['甲基地接待了多少人', '乙基地接待了多少人']],
    ['甲院和乙楼总投资各多少', ['甲院总投资多少', '乙楼总投资多少']],
    ['甲校、乙院、丙楼,三个项目的总投资分别列一下', ['甲校总投资多少', '乙院总投资多少', '丙楼总投资多少']],
    ['甲班和“乙讲坛”各搞了几期、多少人', ['甲班搞了几期、多少人', '“乙讲坛”搞了几期、多少人']],
    ['“甲园”“乙园”两个基地分别接待多少人', ['“甲园”接待多少人', '“乙园”接待多少人']],
    ['房产总共摸出多少处,其中新纳管的几处', ['房产总共摸出多少处', '其中新纳管的几处']],
    ['写到甲公司的措施有几条,分别是第几条', ['写到甲公司的措施有几条,分别是第几条']],
    ['一共处理了多少人,各项加起来对得上吗', ['一共处理了多少人,各项加起来对得上吗']],
    ['好让几家抱团抬价的是谁', ['好让几家抱团抬价的是谁']],
    ['闲置房产盘活了多少', ['闲置房产盘活了多少']],
  ])('%s', (message, parts) => {
    expect(splitAsks(message)).toEqual(parts);
  });

  it.each([
    ['第三轮巡察哪天结束现场,书记哪天听的汇报', ['M95', 'M96'], ['9月7日', '10月11日']],
    ['污染投诉罚了多少钱,噪声投诉又罚了多少', ['M31', 'M32'], ['297.17万元', '10.075万元']],
    ['红星小学总投资多少、能新增多少学位', ['M20', 'M37'], ['3.7亿元', '2700个']],
    ['城市更新那179个项目,今年打算花多少、已经花了多少', ['M20', 'M226'], ['32.02亿元', '54.48亿元']],
    ['楼顶违建拆了多少宗,历史遗留两违又拆了多少宗', ['M260', 'M271'], ['78宗', '68宗']],
    ['干部能力提升班和“滨江清正讲坛”各搞了几期、多少人', ['M250', 'M136'], ['200余人', '273人次']],
    ['巡视整改一共定了多少条举措,巡视组移交的信访件又有多少件', ['S1.3', 'S4.0'], ['297条', '30件']],
    ['班子成员带队检查从严治党几次、解决问题几个', ['M99'], ['47次', '36个']],
    ['信访积案13件谁包案,办结率多少', ['M69', 'M70'], ['10名处级领导', '100%']],
    ['1到8月项目开工率、投资完成率各是多少', ['M253'], ['74.57%', '78.87%']],
    ['社团兼职和企业兼职分别牵扯多少干部,整改后再自查还有没有新冒出来的', ['M283', 'M284'], ['21名', '7位']],
  ])('%s is answered from every unit', (message, units, facts) => {
    const answer = ask(brain, message);
    expect(answer.units).toEqual(expect.arrayContaining(units));
    for (const fact of facts) expect(answer.text).toContain(fact);
  });

  it.each([
    ['河长巡河多少次,解决问题多少个', ['M279']],
    ['警示教育课几次、观看警示教育片几次', ['M109']],
    ['前期项目节点完成几个、完成率多少', ['M254']],
    ['楼顶违建拆了几宗,产权限制几宗', ['M260']],
  ])('%s: one sentence answers both, and nothing else is told', (message, units) => {
    expect(ask(brain, message).units).toEqual(units);
  });

  it('shows the other side of a figure only where that figure is asked for', () => {
    expect(ask(brain, '城管系统警示教育多少人受警醒').units).toEqual(['M107']);
  });

  it('tells a number of measures that the bulletin counts itself', () => {
    expect(ask(brain, '支持民营经济的举措有多少条').text).toContain('7个方面44条举措');
  });

  it('has no answer where the bulletin has none to the whole', () => {
    expect(ask(brain, '2023年全年GDP多少,增速多少').intent).not.toBe('several');
  });
});

describe('a figure that several units state', () => {
  it.each([
    ['城管系统警示教育会开了多少场,前后对得上吗', ['M107', 'M196'], ['20场', '18场']],
    ['小微权力监督平台办结群众诉求多少件', ['M106', 'M179'], ['541件', '559件']],
    ['小微权力平台替群众解决了多少件诉求', ['M106', 'M179'], ['541件', '559件']],
    ['清理欠租房产涉及金额多少', ['M114', 'M262'], ['1754.83万元', '近1800万元']],
    ['小微权力监督平台到底办了群众多少件诉求,一处跟另一处对不上', ['M106', 'M179'], ['541件', '559件']],
    ['新思想实践基地到底有几处,前面和工作打算里写的不一样', ['M21', 'S3.1'], ['3处', '4处']],
  ])('%s: all are shown', (message, units, facts) => {
    const answer = ask(brain, message);
    expect(new Set(answer.units)).toEqual(new Set(units));
    for (const fact of facts) expect(answer.text).toContain(fact);
  });

  it('is told once where all agree', () => {
    expect(ask(brain, '长者食堂有多少个').intent).toBe('fact');
  });

  it('splits numbered asks, named figures and 呢', () => {
    expect(splitAsks('某城:1顶楼违建拆得了吗2产权冻结了几户')).toHaveLength(2);
    expect(splitAsks('请提供环保投诉的处罚总金额,以及静夜守护行动的处罚金额')).toEqual([
      '环保投诉的处罚总金额是多少',
      '静夜守护行动的处罚金额是多少',
    ]);
    expect(splitAsks('治重化积第三批是多少件?三批加一块呢')).toHaveLength(2);
  });
});
