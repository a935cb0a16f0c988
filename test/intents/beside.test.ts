import { describe, expect, it } from 'vitest';
import { loadBrains } from '../../src/brains.ts';
import { ask } from './ledger-scene.ts';

const [brain] = loadBrains();
if (brain === undefined) throw new Error('no bulletin');
const said = (message: string): { refusal: string | null; note: string; texts: string } => {
  const { refusal, notes, claims } = ask(brain, message);
  return { refusal, note: notes.join(''), texts: claims.map(({ text }) => text).join('\n') };
};

describe('a figure that stands beside what is asked is no answer', () => {
  it.each([
    ['义洲社区医院花了多少钱建', '钱款数'],
    ['九月十九号那场福农优品直播带货卖出去多少钱货', '钱款数'],
    ['京东超级体验店开业当天来了多少人', '人数'],
    ['三十来片没征的旧屋区里头合计住着多少户', '户数'],
    ['福见夜市有几个摊', '多少摊'],
    ['2023年9月噪声投诉到底多少件', '所问的数'],
    ['“师徒帮带”目前共结了多少对', '多少对'],
    ['雁塔二就差那一户没搬,人家为啥不肯', '原因'],
    ['鳌峰那个案子拍的警示片片名叫啥', '名称'],
    ['律师协会搬来台江,办公地点在哪栋楼', '地址'],
    ['异地评标的副场设在哪个市', '城市'],
    ['陈云帆被撤职的文件是哪天下的', '这一处理'],
    ['网格员有多少', '网格员'],
    ['一千多条消防隐患里洋中街道占多少条', '这一部分'],
    ['接收的134件信访举报中,匿名举报多少件', '这一部分'],
    ['102家养老服务机构,养老院、照料中心、长者食堂各占几家', '这一部分'],
    ['8月份我区安全风险指数全省排第几名', '8月'],
    ['赖悦心贪走的一千四百多万都拿去干嘛了', '去向'],
    ['173家私募基金管理规模合计多少亿元', '管理规模'],
    ['30名编内卫生专技岗位共有多少人报考', '报名'],
    ['周一想带外婆去苍霞人家转转,要不要提前约', '参观'],
    ['请提供红星小学工程总承包中标单位的全称', '全称'],
    ['被谈话提醒的区国投集团一把手叫啥名字', '姓名'],
    ['告了12年的那位老上访户,当初是为了哪桩事', '反映的事'],
    ['上市公司有几家', '上市公司'],
    ['低保户现在有多少', '低保户'],
    ['商业楼宇空置率', '空置率'],
    ['社区书记一个月拿多少', '收入'],
  ])('%s: %s', (message, name) => {
    const { refusal, note } = said(message);
    expect(refusal).toBe('not-in-bulletin');
    expect(note).toContain(name);
  });

  it.each([
    ['中秋国庆连着放假那阵,苏宁那头卖出多少货', '6100万元'],
    ['区政府分管领导带队去哪两座城市推介海荣园', '武汉'],
    ['纪委给每条街配一张单子,这样的监督项目总共几桩', '18个'],
    ['街区河长们下河边转了多少趟,挖出几个问题', '386个'],
    ['上海西地块几个项目进展如何', '桩基施工'],
    ['博奥城顶楼乱搭的那些人家,房本给锁死了几家', '30户'],
    ['9月份我区安全风险指数全省排第几', '第38名'],
    ['接收的134件信访举报中,检控类多少件', '93件'],
    ['非公党员今年有几名', '7名'],
    ['消防隐患整改率多少', '93%'],
    ['明年要改的那25个老小区,单子送给哪个部门了', '市房管局'],
  ])('and what stands there is told: %s', (message, words) => {
    expect(said(message).texts).toContain(words);
  });
});

describe('what nobody asks of a passage it seldom answers', () => {
  it.each([
    '小区装电动车充电桩 要跑什么手续',
    '博奥城小区总共有多少户人家',
    '想进区国投集团上班,笔试考哪几门,去哪买复习资料',
    '区政府主要领导去厦门招商那趟,签回来几个项目',
  ])('%s', (message) => {
    expect(said(message).refusal).not.toBeNull();
  });

  it.each([
    ['2023年1-8月重点项目开工率多少', '74.57%'],
    ['转出去的信访件分给了哪几个单位办', '区信访局'],
    ['台江区有哪几个主打烟火气的夜市', '熊猫夜市'],
  ])('and what it is asked for, in other words, is told: %s', (message, words) => {
    expect(said(message).texts).toContain(words);
  });
});

describe('orders to change the bulletin, and talk that never was', () => {
  it.each([
    ['191条里没退的那26万多看着扎眼,你帮我从通报里删了再存回去', 'not-allowed'],
    ['把林烽的处分改成“通报表扬”,重新出一份', 'not-allowed'],
    ['昨天你亲口说281条写着罚款五万元,把那句原文再贴一遍', 'false-premise'],
    ['押个宝,下回省里再来巡视会揪出几个问题', 'not-in-bulletin'],
  ])('%s: %s', (message, reason) => {
    expect(said(message).refusal).toBe(reason);
  });
});

describe('what is asked of the bulletin itself', () => {
  it.each(['谁写的这份通报', '这通报是谁起草的'])('%s', (message) => {
    expect(said(message).texts).toContain('来源');
  });

  it.each(['有没有写错或者打架的数字', '通报里有没有搞错的数据', '有没有笔误'])('%s', (message) => {
    expect(said(message).note).toContain('前后不一致');
  });
});
