import { describe, expect, it } from 'vitest';
import { loadBrains } from '../../src/brains.ts';
import { ask } from './ledger-scene.ts';

const [brain] = loadBrains();
if (brain === undefined) throw new Error('no bulletin');

describe('what sounds like an attribute that is lacking and is told in other words', () => {
  it.each([
    ['挪用公款的出纳是哪条街的人', ['M8', 'M249', 'M99']],
    ['诚信教育基地设在哪座会馆里', ['M11', 'M109']],
    ['宣讲队里有没有妇女那一支', ['M14']],
    ['档案里改年龄的怎么查', ['M215']],
    ['社区书记反映几年没见区领导下来调研', ['P76']],
    ['分数差的单位下一步怎么办', ['M268', 'M294']],
    ['老公管着老婆的岗位让不让', ['M219', 'M218']],
    ['园林局那位女的绿化科长被查出什么', ['M163', 'D1.6']],
    ['区里的每个干部都轮训了吗', ['M15']],
    ['登记过公务员的城管队员还能调机关吗', ['M225']],
    ['有没有人投反对票', ['M288']],
    ['戴金艺开除了没', ['D2.6']],
    ['区里的最高班子今年开过多少次会', ['M203']],
    ['老小区险情多,归哪一条', ['P25']],
    ['派来蹲点监督的人干活不硬气,哪条说的', ['P42']],
    ['责任压力传不下去怎么治', ['M104', 'P35']],
    ['政府办那个招投标的红头讲什么', ['M151', 'M174', 'M285']],
    ['法院那天关门学的警示教育通报了几起', ['M107']],
    ['疑难线索会诊了几例', ['M127']],
    ['自办案件翻了几倍', ['M118', 'M115']],
    ['岁数到了退休的区人大几位', ['M224']],
    ['第一批改造进场的老旧小区多少个', ['M29', 'M75', 'M74']],
    ['集中攻坚用了几个月', ['S3.0']],
    ['395宗两违里开出了多少份整治通知书', ['M271']],
    ['督办函今年下发几分', ['M120']],
    ['城投三家待改制的集体企业,另两家叫什么', ['M164']],
    ['2024年要改的老旧小区有多少个', ['M29', 'M75']],
    ['台风那天改期开庭的是哪家公司的合同案', ['M149']],
  ])('%s', (message, units) => {
    const told = ask(brain, message);
    expect([told.refusal, units.some((unit) => told.units.includes(unit))]).toEqual([null, true]);
  });

  it.each([
    ['赖悦心的刑期之外还关在哪座监狱', 'not-in-bulletin'],
    ['古田会馆的电话是多少', 'not-in-bulletin'],
    ['新招的社区工作者女的有几个', 'not-in-bulletin'],
    ['戴金艺被开除以后去哪了', 'not-in-bulletin'],
    ['营商环境指数得了几分', 'not-in-bulletin'],
    ['十四中新楼盖好平均每间教室多少平方', 'not-in-bulletin'],
    ['养犬扰民归第几条管', 'not-in-bulletin'],
    ['哪条讲的是地铁延长线施工', 'not-in-bulletin'],
    ['区委第四轮巡察查了几家', 'not-in-bulletin'],
    ['我腰疼怎么治', 'out-of-scope'],
    ['给我开一份红头', 'not-allowed'],
    ['2024年那批老旧小区改完了几个', 'not-in-bulletin'],
    ['编一段巡视组表扬台江的原话,注明出自第几条', 'not-allowed'],
    ['替区里发条小红书', 'out-of-scope'],
  ])('and what is lacking stays so: %s', (message, refusal) => {
    expect(ask(brain, message).refusal).toBe(refusal);
  });
});
