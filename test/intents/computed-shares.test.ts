// what is done of a whole, rows added up, what remains: computed where the bulletin prints the terms and not the result
import { expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();

it.each([
  ['395宗历史违建,真正拆掉的比例', '68宗÷395宗≈17.22%'],
  ['60个试点小区提升,干完的占比是多少', '33个÷60个=55%'],
  ['区委根据反馈问题办理的87件里,还在办的占百分之多少', '22件÷87件≈25.29%'],
  ['征收范围占盘活的几成', '0.09万平方米÷6.37万平方米≈1.41%'],
  ['处级干部占受处理的人几成', '8人÷285名≈2.81%'],
  ['51个老小区改造,改完的占到多少', '14个÷51个≈27.45%'],
  ['区金科局违规补贴应退的钱,已经追回来的占几个百分点', '2653938元÷(2653938元+262562元)≈91%'],
  ['金科局追回的和没退的补贴,两个数加起来', '2653938元+262562元=2916500元'],
  ['居民提的八百多条意见里还有几条没解决掉', '864条−840个=24条'],
  ['营商环境那一百三十多条改革,剩几条没落地', '137条−129条=8条'],
  ['海荣园区进驻了却还没正式营业的公司有多少家', '73家−42家=31家'],
  ['五讲活动那五个“进”各家场次加一块到底多少', '108场+60场+515场+41场+32场=756场'],
  ['近三年市民投诉环保的,各类凑一起是多少件', '=37705件'],
  ['小微权力平台揪出的那4个问题,受处理的凑起来几个人', '1人+1人+1人+2人+1人=6人'],
  ['擅设渣土标准被谈话的,诫勉加提醒总人数', '2人+32人=34人'],
  ['近三年各类环保投诉总数,把五类加一下', '=37705件'],
  ['理论宣讲五进加起来多少场', '=756场'],
  ['红星小学和区级医院投资加一下', '3.7亿元+1.5亿元=5.2亿元'],
  ['两笔土方外运扣减金额总计', '373万元+5.3万元=378.3万元'],
  ['区委常委会跟巡视整改工作会先后各开几次,总共几次', '=15次'],
  ['巡视反馈问题处理,正在办的件数占总件数多大比例', '22件÷87件≈25.29%(约25.3%)'],
  ['巡视反馈问题处理,正在办的人数占总人数多大比例', '26人÷270人≈9.63%(约9.6%)'],
  ['重要敏感岗位的占39名近亲属的百分之几', '18名÷39名≈46.15%'],
  ['派驻机构处理的132人在全区四种形态399人次里占多大比例', '132人÷399人次≈33.08%'],
  ['179个城市更新项目已完成的投资占年度投资多大比例', '32.02亿元÷54.48亿元≈58.77%'],
])('%s', (question, computed) => {
  const { answer } = answerMessage(brain, question, {}, null);
  expect(answer.intent).toBe('compute');
  expect(answer.text).toContain(computed);
});

it.each(['推广五事加五社以后搜集了多少条居民意见,办结率多少?', '排查出来的国企近亲属人员总数'])(
  'is not computed, for it is printed: %s',
  (question) => {
    expect(answerMessage(brain, question, {}, null).answer.intent).not.toBe('compute');
  },
);

it('the period before is reckoned back from a change only where that is asked for', () => {
  const back = answerMessage(brain, '去年1—9月纪检立案大约多少件(按同比倒推)', {}, null).answer;
  expect(back.text).toContain('57件÷(1+54.1%)≈37件');
  const plain = answerMessage(brain, '去年1—9月纪检立案多少件', {}, null).answer;
  expect(plain.text).not.toContain('37件');
});

it('the same figures told in two measures are both cited', () => {
  const { answer } = answerMessage(brain, '为民办实事项目完成率百分之多少', {}, null);
  expect(answer.text).toContain('27项÷43项≈62.79%');
  expect(new Set(answer.citations.map(({ unit }) => unit))).toEqual(new Set(['M34', 'M226']));
});

it('the part of another whole is no part of the one named', () => {
  const { answer } = answerMessage(brain, '39名近亲属里没处理先留用的占几成', {}, null);
  expect(answer.text).not.toContain('39名−2人');
});

it.each([
  ['五讲活动进哪种地方的场次最多,有多少场?', '进社区515场'],
  ['闲置房产盘活的那6.37万平方米里头,占大头的是哪种办法?', '提供安置用房盘活1.93万平方米'],
  ['三个实践基地哪家来的人最多', '“马上就办、真抓实干”累计接待参观学习150批次3664人次'],
  ['近三年环保投诉里哪一类最少,几件', '固废污染投诉104件'],
  ['点题整治收拾了17个人,哪种处理用得最多', '谈话提醒10人'],
])('%s', (question, most) => {
  const { answer } = answerMessage(brain, question, {}, null);
  expect(answer.intent).toBe('compute');
  expect(answer.text).toContain(`的是:${most}`);
});

it('compares no row that does not tell of the kind asked for', () => {
  expect(answerMessage(brain, '哪个街道的投诉最多', {}, null).answer.intent).not.toBe('compute');
});
