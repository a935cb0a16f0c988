// one thing told in several places: two figures the asker has read, the measures beside the list, persons named together
import { afterAll, describe, expect, it } from 'vitest';
import { loadTwoBulletins } from '../two-bulletins.ts';
import { ask } from './ledger-scene.ts';

const { taijiang, remove } = loadTwoBulletins();
afterAll(remove);

describe('two figures the asker has read', () => {
  it.each([
    ['理论宣讲一会儿说500余场一会儿说750余场，哪个对', ['500余场', '750余场'], ['515场']],
    ['海荣产业园入驻的企业，一处96家一处90家，怎么回事', ['96家', '90家'], []],
    ['一共处理了285人，怎么又有一处说270人', ['285名', '270人'], []],
    ['护河爱水专项行动是33轮，还是7轮', ['33轮次', '7轮次'], []],
  ])('%s', (message, told, other) => {
    const { intent, text } = ask(taijiang, message);
    expect(intent).toBe('either');
    for (const words of told) expect(text).toContain(words);
    for (const words of other) expect(text).not.toContain(words);
  });

  it.each(['2023年和2024年的目标不一样吗', '第5条和第8条说的不一样吗', '红星小学2700个学位对不对'])(
    'names no two figures: %s',
    (message) => {
      expect(ask(taijiang, message).intent).not.toBe('either');
    },
  );
});

describe('the measures beside the list of part four', () => {
  it.each([
    ['被清退的亲属，正文里写几名，名单上又是哪些人', ['M218', 'D2.3', 'D2.4']],
    ['降职降薪的，整改措施里说几个，第四部分列了谁', ['M218', 'D2.1']],
  ])('%s', (message, units) => {
    const asked = ask(taijiang, message);
    expect(asked.intent).toBe('told-in-both');
    expect(asked.units).toEqual(units);
  });

  it.each(['第四部分里被清退的有谁', '近亲属里被清退的有几名', '整改措施里提到清退的有哪几条'])(
    'asks for one of them: %s',
    (message) => {
      expect(ask(taijiang, message).intent).not.toBe('told-in-both');
    },
  );
});

describe('persons named together', () => {
  it('tells of each, and who is named nowhere', () => {
    const { intent, units, notes } = ask(taijiang, '张海鹰、戴金艺和赵德柱分别受了什么处分');
    expect(intent).toBe('person');
    expect(units).toEqual(expect.arrayContaining(['D1.8', 'D2.6']));
    expect(notes.join('')).toContain('赵德柱');
  });

  it('tells every place that names the person', () => {
    const { intent, units } = ask(taijiang, '前后两处写的陈国兰的职务不一样吧');
    expect(intent).toBe('person');
    expect(units).toEqual(['M163', 'D1.6']);
  });

  it('leaves how often a person is named in a part to the person', () => {
    expect(ask(taijiang, '林涛在第四部分写到几次,各是因为什么').intent).toBe('person');
  });

  it('tells one sentence that names both once', () => {
    const { claims } = ask(taijiang, '倪沛业和张家焜各是怎么处理的');
    expect(claims).toHaveLength(1);
  });
});

describe('figures of several places', () => {
  it.each([
    ['小微权力监督平台解决了多少诉求，两处各多少', ['541件', '559件']],
    ['群众诉求的件数，通报两处写的各是多少', ['541件', '559件']],
    ['受众1万多人次的宣讲，前面说500余场，后面又是另一个数', ['500余场', '750余场']],
  ])('%s', (message, told) => {
    const { intent, text } = ask(taijiang, message);
    expect(intent).toBe('restated');
    for (const words of told) expect(text).toContain(words);
  });
});

describe('asks that say themselves what they are about', () => {
  it.each([
    ['新任教师录用了几个，正招的编内卫生专技人员是多少名', ['71人', '30名']],
    ['闽江之心活动今年办了多少场，文化体验式演艺活动又是多少场', ['441场', '294场']],
  ])('%s', (message, told) => {
    const { intent, text } = ask(taijiang, message);
    expect(intent).toBe('several');
    for (const words of told) expect(text).toContain(words);
  });

  it('says nothing of other places where an ask only leans on the matter', () => {
    expect(ask(taijiang, '各类噪声投诉处理了几件，出动多少人次').text).not.toContain('第277条作');
  });
});

describe('money printed without its unit, bodies pointed at', () => {
  it('compares what is printed as 49.83亿 with what is printed as 1.6亿元', () => {
    const { intent, text } = ask(taijiang, '极客严选和朴朴电商，谁纳统更多');
    expect(intent).toBe('compare');
    expect(text).toContain('48.23亿元');
  });

  it('takes no body for a place', () => {
    const { refusal, text } = ask(taijiang, '派驻纪检组那边实名举报的满意率是多少');
    expect(refusal).toBeNull();
    expect(text).toContain('100%');
    expect(ask(taijiang, '仓山那边实名举报的满意率是多少').refusal).toBe('not-in-bulletin');
  });
});

describe('one figure told in several places', () => {
  it.each([
    ['机关党建微品牌到底几个', ['40余个', '46个']],
    ['基层治理不良现象专项整治立案多少', ['6起', '6人']],
    ['房产清理查处通报了几起几人', ['4起7人', '3起6人']],
    ['催缴欠租一共涉及多少钱', ['1754.83万元', '近1800万元']],
    ['欠租那笔账,写的是一千七百多万还是快一千八百万', ['1754.83万元', '近1800万元']],
    ['护河爱水专项行动搞了几轮', ['7轮次', '33轮次']],
    ['护河爱水活动清了多少垃圾', ['75吨', '295.06吨']],
    ['7月份以来走访了多少企业,一处说五百多次,另一处好像少得多', ['500余次', '100余家次']],
    ['中心组学习到底20场还是28场,其中请专家几场', ['20场', '7场']],
  ])('%s', (message, told) => {
    const { text } = ask(taijiang, message);
    for (const words of told) expect(text).toContain(words);
  });

  it.each([
    ['意识形态督查发现多少问题', '巡察'],
    ['违反中央八项规定精神查处了多少', '第178条'],
  ])('another thing is no second place: %s', (message, other) => {
    expect(ask(taijiang, message).text).not.toContain(other);
  });
});
