import { describe, expect, it } from 'vitest';
import { findDeadlines } from '../../src/ledger/deadlines.ts';
import type { StatusFact } from '../../src/ledger/ledger.ts';
import { deriveStatus } from '../../src/ledger/status.ts';
import { deriveRealLedger, firstMeasure, readRealBulletin, writeBulletin } from './seeds.ts';

function judge(text: string): StatusFact {
  const bulletin = writeBulletin([text]);
  const unit = firstMeasure(bulletin);
  return deriveStatus(unit, bulletin.source, findDeadlines(unit, bulletin.source, bulletin.meta));
}

const UNFINISHED: readonly (readonly [rule: string, text: string, evidence: string])[] = [
  [
    'remaining-count',
    '提速51个老旧小区改造进度,目前已完成14个老旧小区改造,剩余37个老旧小区正陆续加快开展路面破除、管道施工等。',
    '剩余37个老旧小区正陆续加快开展路面破除、管道施工等',
  ],
  ['remaining-count', '给予党纪政务处分1人,其余5人正在审查调查中。', '其余5人正在审查调查中'],
  ['under-way', '目前雁塔地块已基本完成,状元地块正在加快推进封房搬迁。', '状元地块正在加快推进封房搬迁'],
  ['under-way', '立行立改,目前整改工作正有序推进中。', '目前整改工作正有序推进中'],
  ['on-schedule', '43个项目已完成27个,16个项目按序时进度稳步推进。', '16个项目按序时进度稳步推进'],
  ['not-yet', '已收回房产53处。另有8处房产暂未收回。', '另有8处房产暂未收回'],
  ['awaiting', '已召开会议2次。待判决结果出具后全力维护合法权益。', '待判决结果出具后全力维护合法权益'],
  ['plan', '已召开会议2次,我县计划通过外部交流学习加强人才培养。', '我县计划通过外部交流学习加强人才培养'],
  ['striving', '已召开会议2次,力争早日获市政府批准启动征收。', '力争早日获市政府批准启动征收'],
  ['forecast-of-task', '已召开会议2次,大厦预计年末整体竣工。', '大厦预计年末整体竣工'],
  ['at-stage', '已在网上实施采购,现已进入编制标书阶段。', '现已进入编制标书阶段'],
  ['draft', '已重新修订《编外人员管理办法》初稿。', '已重新修订《编外人员管理办法》初稿'],
  ['part-of-total', '137条创新改革事项清单已完成129条。', '137条创新改革事项清单已完成129条'],
  ['part-of-total', '地块已搬迁封房856户,完成率86.99%。', '完成率86.99%'],
  ['announced-date', '隐患1015条2024年12月底前整改到位。', '隐患1015条2024年12月底前整改到位'],
  ['next-step', '巡察发现6家单位问题,将重点督促抓好整改。', '将重点督促抓好整改'],
  ['open-remainder', '已约谈2人,全力追缴未退款项。', '全力追缴未退款项'],
  ['counted-pursuit', '召开会议2次,依法推进395宗违建处置。', '依法推进395宗违建处置'],
  ['to-be-rectified', '发现问题39个,推动相关单位尽快整改到位。', '推动相关单位尽快整改到位'],
  ['speeding-up', '接待8475人次。加快建设“上岸点”新思想实践基地。', '加快建设“上岸点”新思想实践基地'],
];

describe('an unfinished finite task makes a measure in_progress', () => {
  it.each(UNFINISHED)('%s: %s', (rule, text, evidence) => {
    const status = judge(text);
    expect({ value: status.value, rule: status.rule, quote: status.citation.quote }).toEqual({
      value: 'in_progress',
      rule,
      quote: evidence,
    });
  });
});

describe('the same words meaning something else do not', () => {
  it.each([
    ['an attribute', '正在谋划实施的道路建设项目等小额工程,均已明确由项目业主单位负责。'],
    ['an attribute', '对历年开展尚未完成结算的项目进行约谈,召开会议3次。'],
    ['纠正, 公正, 正式', '依法公正处理,30名体验官正式受聘上岗,纠正问题12个。'],
    ['a noun 计划', '制定出台《2024年学习计划》,深入实施行动计划,已开展学习20场。'],
    ['a forecast that is no task', '累计纳统57.6亿元,预计全年纳税达1000万元,已召开会议4场。'],
    ['a running caseload', '共搜集居民意见864条,解决问题840个,办结率达97.22%。'],
    ['nothing was found', '开展自查,暂未发现存在新增违规问题,已通报2次。'],
    ['the rest of a group, each dealt with', '3名予以调岗,其余30名综合表现较好,先予以留用,已谈话39人次。'],
    ['等待, 对待, 待遇', '接待群众30批次,落实待遇政策,认真对待每一件诉求,办结12件。'],
    ['a target already beaten', '开工率达74.57%,超序时进度7.91个百分点,召开会议2次。'],
  ])('%s: %s', (_name, text) => {
    expect(judge(text).value).not.toBe('in_progress');
  });
});

describe('finished actions against standing practice', () => {
  it.each([
    ['completed', '区委于2024年9月1日召开常委会会议专题研究部署全面从严治党工作。'],
    ['completed', '制定《成员单位工作职责》等制度,进一步压实各成员单位工作责任,推进工作健康发展。'],
    ['completed', '已聘请专业公司论证可行性方案,因此不建议对该处违建开展拆除工作。'],
    ['long_term', '区委认真执行区委常委会议事规则,提交事项均进行集体研究,不断提高科学决策水平。'],
    ['long_term', '严格按照工作条例规定,加强用编审核,对存在问题的一律不予批准,严禁擅自进人。'],
  ] as const)('%s: %s', (value, text) => {
    expect(judge(text).value).toBe(value);
  });

  it('is less sure the closer the balance', () => {
    expect(judge('2024年9月1日召开会议2次,印发《方案》,通报3起。').confidence).toBe('certain');
    expect(judge('坚持集体领导,召开会议。').confidence).toBe('unsure');
  });
});

describe('an unfinished measure says what is finished and what remains, where the text does', () => {
  const facts = new Map(
    deriveRealLedger(readRealBulletin()).measures.map((entry) => [entry.unit, entry.status]),
  );
  const quotes = (unit: string, side: 'finished' | 'remaining'): string[] =>
    (facts.get(unit)?.[side] ?? []).map(({ quote }) => quote);

  it.each([
    ['M75', '目前已完成14个老旧小区改造', '剩余37个老旧小区正陆续加快开展路面破除、管道施工等'],
    ['M28', '已完成项目162项', '剩余13个项目均可在2023年10月底前完成'],
    ['M79', '已整改946条', '剩余69条隐患2023年10月底前整改到位'],
    ['M34', '43个为民办实事项目已完成27个', '16个项目按序时进度稳步推进'],
    ['M148', '11.03万平方米长期闲置房产已盘活6.37万平方米', '剩余4.66万平方米房产'],
  ])('%s', (unit, finished, remaining) => {
    expect(quotes(unit, 'finished').some((quote) => quote.endsWith(finished))).toBe(true);
    expect(quotes(unit, 'remaining')).toContain(remaining);
  });

  it('and nothing of the kind stands at a finished one', () => {
    for (const status of facts.values()) {
      if (status.value !== 'in_progress') expect([...status.finished, ...status.remaining]).toEqual([]);
    }
  });
});
