// shares, means and days between: what is divided carries the words of the question, and no more than it asks
import { afterAll, expect, it } from 'vitest';
import { loadTwoBulletins } from '../two-bulletins.ts';
import { ask } from './ledger-scene.ts';

const { taijiang, remove } = loadTwoBulletins();
afterAll(remove);

it.each([
  ['2023年51个老旧小区改造完成率是多少', '14个÷51个≈27.45%'],
  ['两违里拆除加冻结占比多少', '(68宗+33宗)÷395宗≈25.57%'],
  ['历史遗留“两违”拆掉的占几成', '68宗÷395宗≈17.22%'],
  ['“节日病”监督检查中“1+X”监督占了多少比例', '53次÷169次≈31.36%'],
  ['收上来的问题里立成“四微项目”的比例多大', '538个÷1012个≈53.16%'],
  ['一线领办项目完成率是多少', '162项÷175个≈92.57%'],
  ['企业库里数字内容企业占比', '27家÷(119家+27家)≈18.49%'],
  ['16个长期参与的议事协调机构清退的占几成', '11个÷16个=68.75%'],
  ['欠租的136处房子,平均每处欠多少', '1754.83万元÷136处≈每处12.9万元'],
  ['促消费活动平均每场来多少客流', '2573万人次÷229场≈每场11.24万人次'],
  ['收回的被侵占房产平均每处多大面积', '2.08万平方米÷53处'],
  ['小微权力监督群平均每个社区几个', '398个÷52个'],
  ['省委巡视组在台江待了多少天(首尾日都算)', '相隔42天(1个月12天),首尾两天都算共43天'],
  ['福利中心竣工验收到移交隔了多少天', '2023年5月19日到2023年9月11日,相隔115天'],
])('%s', (message, expected) => {
  expect(ask(taijiang, message).text).toContain(expected);
});

it.each([
  ['录用 is not 留用', '39名近亲属里留用的占多大比例', '2人÷39名'],
  ['the day of one end is not told', '红星小学开标到进场隔了几天', '相隔'],
  ['each of several shares is asked for', '还没盘活的4.66万平闲置房,挂网、安置、写字楼各占多少', '÷'],
])('not reckoned where %s', (_, message, wrong) => {
  expect(ask(taijiang, message).text).not.toContain(wrong);
});
