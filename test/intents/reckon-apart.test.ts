// means per head and per time, differences asked with 差几, ends of one matter: reckoned; figures that do not go together: not
import { afterAll, expect, it } from 'vitest';
import { loadTwoBulletins } from '../two-bulletins.ts';
import { ask } from './ledger-scene.ts';

const { taijiang, remove } = loadTwoBulletins();
afterAll(remove);

it.each([
  ['促消费活动搞了229场,平均一场拉动多少消费', '9.1亿元÷229场≈每场397.38万元'],
  ['洋中街道津补贴,平均每个人清退多少', '132639.6元÷69人≈每人1922.31元'],
  ['问题企业,关停取缔的跟业态升级的差几家', '18家−2家=16家'],
  ['有物业的小区与无物业的小区差几个', '105个−19个=86个'],
  ['社会福利中心那项目主体完工到通过验收花了多少天', '2022年3月10日到2023年5月19日,相隔435天'],
])('%s', (message, expected) => {
  expect(ask(taijiang, message).text).toContain(expected);
});

it('every figure of a difference is quoted', () => {
  const { text } = ask(taijiang, '问题企业,关停取缔的跟业态升级的差几家');
  expect(text).toContain('关停取缔2家');
  expect(text).toContain('业态升级18家');
});

it.each([
  ['a part in brackets is in its whole already', '社团兼职干部总数,完成备案的加上辞职的', '21名+5名'],
  ['one label tells both figures', '有物业小区和无物业小区差几个', '105个−62个'],
  ['sections are no figures', '第一方面和第二方面的措施差几条', '137条'],
])('not reckoned where %s', (_, message, wrong) => {
  expect(ask(taijiang, message).text).not.toContain(wrong);
});

it('sections are counted and set against each other', () => {
  expect(ask(taijiang, '第一方面和第二方面的措施差几条').text).toContain('113条−88条=25条');
});
