import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sameUnit } from '../../src/answer/measure-words.ts';
import { checkModelClaim } from '../../src/answer/model-gate.ts';
import { readStated } from '../../src/answer/stated.ts';
import { context } from './gate-scene.ts';

function why(units: string, text: string): string | null {
  const verdict = checkModelClaim({ text, units: units.split(',') }, context);
  return verdict.kind === 'passed' ? null : verdict.why;
}

/** Of each kind: what it restates faithfully, and a twin that exchanges two things in it or moves it on. */
const TWINS: readonly (readonly [kind: string, units: string, right: string, wrong: string])[] = [
  [
    'what is urged',
    'M93',
    '2022年度主体责任检查涉及11个被检查单位，我区正跟踪督促156项问题按时整改到位。',
    '2022年度主体责任检查涉及11个被检查单位，156项问题已督促整改到位。',
  ],
  [
    'what is only described as not done',
    'S3.2',
    '对尚未完成的整改事项将集中力量攻坚，对已完成整改的任务适时开展“回头看”。',
    '对尚未完成的整改事项已整改到位，对已完成整改的任务适时开展“回头看”。',
  ],
  [
    'formalities dealt with',
    'M20',
    '红星小学项目前期手续已办结，将在年内动建。',
    '红星小学项目已办结，将在年内动建。',
  ],
  [
    'waited for',
    'M149',
    '等判决结果出来后，我区将穷尽一切手段维护国有资产权益。',
    '判决结果出来后，我区已维护了国有资产权益。',
  ],
  [
    'prevented',
    'M157',
    '制定《工程招投标工作规范运行机制》，防止违规指定、拆分、围标、串标等问题出现。',
    '制定《工程招投标工作规范运行机制》，但出现违规指定、拆分、围标、串标等问题。',
  ],
  [
    'cannot, the verb before',
    'M171',
    '上海街道2020年老旧小区改造项目因提供不了规范材料，已在结算中扣除土方部分。',
    '上海街道2020年老旧小区改造项目提供了规范材料，已在结算中扣除土方部分。',
  ],
  [
    'the subject of the heading',
    'M120',
    '2023年以来，区纪委监委共下发督办函22份、预警提示函8份、工作提示函2份。',
    '2023年以来，区审计局共下发督办函22份、预警提示函8份、工作提示函2份。',
  ],
  [
    'as much where it is under way',
    'M17',
    '2艘展示船的竹蔑顶棚编好了，船体还在修。',
    '2艘展示船的船体修复已经完成，竹蔑顶棚还在编。',
  ],
  [
    'not completed, of what is under way',
    'M41',
    '已完成场地移交、可研报告编制；未完成行政楼产权证过户。',
    '未完成业务楼产权证过户。',
  ],
  ['not found out yet', 'M141', '问题线索还没有查完，正在初核。', '问题线索初核已查完。'],
  [
    'forbidden, in other words',
    'M165',
    '不允许通过集体研究指定区属集体企业施工。',
    '允许通过集体研究指定区属集体企业施工。',
  ],
  [
    'not in operation yet',
    'M183',
    '区社会福利中心还没有投入运营，计划增资入股。',
    '区社会福利中心已经投入运营，增资入股完成。',
  ],
  [
    'denied of its own number',
    'M29',
    '5个小区不合老旧小区改造标准，暂时没法改。',
    '37个小区不合老旧小区改造标准，暂时没法改。',
  ],
  [
    'a date that is planned',
    'M37',
    '红星小学将于2023年11月底前进场施工。',
    '红星小学已于2023年11月底前进场施工。',
  ],
  [
    'who speaks to whom',
    'M213',
    '个人重要事项报告不完整的区领导，由区委副书记、区长谈话提醒。',
    '个人重要事项报告不完整的区领导，由区委书记谈话提醒。',
  ],
  ['what is furthered', 'M61', '省律师协会落地台江仍在推进。', '省律师协会已落地台江。'],
  ['asked for', 'M19', '全省共富金融试点区方案已报省政府审批。', '全省共富金融试点区方案已获省政府批准。'],
  ['two figures exchanged', 'M51', '园区申请入驻96家，成功入驻73家。', '园区申请入驻73家，成功入驻96家。'],
  [
    'a part and its whole exchanged',
    'M59',
    '137条创新改革事项中129条已完成。',
    '129条创新改革事项中137条已完成。',
  ],
  [
    'figures exchanged beside others',
    'M191',
    '区金科局已追缴2653938元，涉及168人；还有262562元没有退，涉及48人。',
    '区金科局已追缴2653938元，涉及48人；还有262562元没有退，涉及168人。',
  ],
  [
    'a sanction of the other kind',
    'D1.7',
    '陈雨晴玩忽职守，被予以政务警告。',
    '陈雨晴玩忽职守，被予以党内警告。',
  ],
  ['no longer set up', 'M22', '四大指挥部不设了，改设四大版块。', '四大指挥部照旧设置。'],
  [
    'counted by their titles',
    'M291',
    '两个集体资产方面的试行办法已经制定。',
    '三个集体资产方面的试行办法已经制定。',
  ],
  [
    'more than was asked',
    'M278',
    '污水管网新建改造完成800米，超过500米的任务。',
    '污水管网新建改造完成超过800米。',
  ],
];

describe('said otherwise it passes, exchanged it does not', () => {
  it.each(TWINS)('%s [%s] %s', (_, units, right) => {
    expect(why(units, right)).toBeNull();
  });

  it.each(TWINS.map(([kind, units, , wrong]) => [kind, units, wrong] as const))(
    '%s, turned round [%s] %s',
    (_, units, wrong) => {
      expect(why(units, wrong)).not.toBeNull();
    },
  );
});

/** A right claim with two figures of one kind exchanged; null where it has none. */
function exchangeFigures(text: string): string | null {
  const { text: plain, amounts } = readStated(text);
  const named = amounts.filter(({ unit }) => unit !== '');
  for (const [at, first] of named.entries()) {
    const second = named
      .slice(at + 1)
      .find(({ value, unit }) => value !== first.value && sameUnit(first.unit, unit));
    if (second === undefined) continue;
    const between = plain.slice(first.span.end, second.span.start);
    return (
      plain.slice(0, first.span.start) + second.text + between + first.text + plain.slice(second.span.end)
    );
  }
  return null;
}

it('two figures of a right claim exchanged are noticed in at least 90 %', () => {
  const passed: string[] = [];
  let tried = 0;
  for (const line of readFileSync('test/answer/rewordings.jsonl', 'utf8').trim().split('\n')) {
    const { units, text } = z
      .object({ units: z.array(z.string()), text: z.string() })
      .parse(JSON.parse(line));
    const exchanged = exchangeFigures(text);
    if (exchanged === null) continue;
    tried += 1;
    if (why(units.join(','), exchanged) === null) passed.push(exchanged);
  }
  expect(tried).toBeGreaterThan(500);
  expect(passed.length / tried, passed.join('\n')).toBeLessThanOrEqual(0.1);
});
