// two things set against each other: the figure of each, by its own event and its own name
import { afterAll, describe, expect, it } from 'vitest';
import { readComparison } from '../../src/intents/figure-ask.ts';
import { loadTwoBulletins } from '../two-bulletins.ts';
import { ask } from './ledger-scene.ts';

const { taijiang, remove } = loadTwoBulletins();
afterAll(remove);

describe('what is compared', () => {
  it.each([
    ['甲局和乙街道比,哪家涉及的人多', ['甲局', '乙街道'], ''],
    ['检控类举报查实率和办结率哪个高', ['查实率', '办结率'], '检控类举报'],
    ['有物业和无物业的小区,哪类整改完成得多', ['有物业小区', '无物业小区'], ''],
  ])('%s', (message, labels, matter) => {
    expect(readComparison(message)).toMatchObject({ labels, matter });
  });
});

describe('the figure of each', () => {
  it.each([
    ['区级医院和疾控实验室,哪个先建成', ['2025年12月底', '2024年3月', '疾控实验室在先']],
    ['红星小学和十四中,哪个先开工', ['2023年11月底前', '2023年7月开工', '十四中在先']],
    ['国投集团和城投集团,近亲繁殖专题会谁先开', ['国投集团在先']],
    ['商贸转型和新业态发展,哪一块的专题调研做得多', ['11次', '5次']],
    ['51个老旧小区改造和60个无物业小区提升,哪头完成得多', ['14个', '33个']],
    ['汽车南站地块和雁塔二地块谁搬得快', ['汽车南站地块更快', '20天−15天=5天']],
    ['处级干部和科级干部,被处理的哪边人多', ['277人−8人=269人']],
    ['诫勉谈话和组织处理,哪类人多', ['27人−12人=15人']],
    ['第一轮和第二轮中央环保督察,反馈问题哪轮多', ['第二轮中央环保督察更多']],
  ])('%s', (message, told) => {
    const { intent, text } = ask(taijiang, message);
    expect(intent).toBe('compare');
    for (const words of told) expect(text).toContain(words);
  });

  it.each([
    '杭州的“易说事”和台江的哪个做得早', // another place
    '非公党建培训和招投标培训,哪个人多', // told of neither
    '数字经济招商项目和平台企业,哪头落地得多', // money is no count
  ])('nothing is compared: %s', (message) => {
    expect(ask(taijiang, message).intent).not.toBe('compare');
  });
});
