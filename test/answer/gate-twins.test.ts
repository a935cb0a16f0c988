import { describe, expect, it } from 'vitest';
import { checkModelClaim } from '../../src/answer/model-gate.ts';
import { context } from './gate-scene.ts';

function why(units: string, text: string): string | null {
  const verdict = checkModelClaim({ text, units: units.split(',') }, context);
  return verdict.kind === 'passed' ? null : verdict.why;
}

/** Of each kind: what it restates faithfully, and a twin that turns it round. */
const TWINS: readonly (readonly [kind: string, units: string, right: string, wrong: string])[] = [
  [
    'not yet, of what is under way',
    'M55',
    '京东超级体验店还没落地,选址仍在对接推进。',
    '京东超级体验店已落地,选址已对接。',
  ],
  [
    'not yet, of what is planned',
    'M43',
    '管理办法还没有正式印发,初稿已重新修订。',
    '管理办法已经正式印发,初稿已重新修订。',
  ],
  [
    'not yet, of what is waited for',
    'M149',
    '合同纠纷案2023年10月11日已开庭,还没有判决。',
    '合同纠纷案2023年10月11日还没有开庭。',
  ],
  ['not done, of what is left', 'M28', '还有13个项目没完成,10月底前都能完成。', '162个项目没完成。'],
  ['not done, of what goes on', 'M78', '无物业的小区还有43个没改完。', '无物业的小区还有62个没改完。'],
  ['no longer, of what is cancelled', 'M22', '四大指挥部不再设置。', '四大指挥部没有取消,仍然设置。'],
  [
    'no longer, of what is changed',
    'M235',
    '党建品牌不再以指标下达形式征集。',
    '党建品牌仍以指标下达形式征集。',
  ],
  [
    'once not so',
    'M147',
    '有216处国有(集体)房产以前没有纳入管理,如今已全部纳入。',
    '216处国有(集体)房产至今没有纳入管理。',
  ],
  ['unable, in other words', 'M166', '市城管委出不了证明文件,影响结算送审。', '市城管委没有影响结算送审。'],
  ['forbidden', 'M280', '违规兼职被坚决禁止。', '违规兼职没有被禁止。'],
  [
    'forbidden, the other way round',
    'M165',
    '国企不得再以内部集体研究的方式指定区属集体企业施工。',
    '国企可以再以内部集体研究的方式指定区属集体企业施工。',
  ],
  ['none without', 'M66', '5件中央集中交办件没有一件未办结。', '5件中央集中交办件没有一件办结。'],
  [
    'none without, said of people',
    'M13',
    '31名区处级领导干部没有一个落下,都宣讲过党的二十大精神。',
    '31名区处级领导干部没有一个宣讲过党的二十大精神。',
  ],
  [
    'not all, of a part',
    'M271',
    '395宗违建还没有全部拆除,拆了68宗。',
    '395宗违建没有进入执法程序,拆了68宗。',
  ],
  [
    'none of it happened',
    'M67',
    '2023年以来没有出现大规模集体访,也没有进京集体访。',
    '2023年以来出现大规模集体访,也没有进京集体访。',
  ],
  [
    'at work, of one part',
    'M48',
    '苏宁广场A馆9月28日重装开业;宝龙城市广场的双层餐饮主题区尚在打造。',
    '苏宁广场A馆尚在打造;宝龙城市广场的双层餐饮主题区9月28日开业。',
  ],
  [
    'at work, of what is urged on',
    'M239',
    '非公企业的“党建入章”也在引导开展。',
    '非公企业的“党建入章”已经完成。',
  ],
  [
    'in the course of, no stage',
    'M124',
    '热点诉求件、通报件办理中查出问题3个。',
    '热点诉求件、通报件还在办理,查出问题3个已整改完成。',
  ],
  [
    'once planned',
    'M155',
    '台江区医院改建原拟分两期,现合并成一个项目包申报。',
    '台江区医院改建已分两期实施。',
  ],
  [
    'to come, of a rule',
    'M159',
    '今后每个教育系统重大工程建设项目都要报区教育局党组会研究。',
    '每个教育系统重大工程建设项目都已报区教育局党组会研究。',
  ],
  [
    'to come, in the part that plans',
    'S3.1',
    '下一步要用好4处新思想实践基地。',
    '4处新思想实践基地已全部用好。',
  ],
  [
    'only planned, described',
    'M47',
    '我区电商政策参照市里拟出台的电商政策。',
    '我区电商政策参照市里已出台的电商政策。',
  ],
  [
    'dates counted',
    'M74',
    '区里在2023年8月30日、9月20日两次开专题会部署老旧小区改造。',
    '区里在2023年8月30日、9月20日三次开专题会部署老旧小区改造。',
  ],
  [
    'parts counted behind a colon',
    'M68',
    '13件信访积案按诉求分两类:不合理的5件,部分合理的8件。',
    '13件信访积案按诉求分三类:不合理的5件,部分合理的8件。',
  ],
  [
    'persons counted',
    'D1.6,D1.10',
    '两人因弄虚作假受处分:陈国兰为党内警告,戴天惠为党内严重警告。',
    '三人因弄虚作假受处分:陈国兰为党内警告,戴天惠为党内严重警告。',
  ],
  [
    'things of a kind counted',
    'M102',
    '上海街道、宁化街道的党工委书记被谈话提醒,两个街道的问题还在全区通报。',
    '上海街道、宁化街道的党工委书记被谈话提醒,三个街道的问题还在全区通报。',
  ],
  [
    'quoted things counted',
    'M11',
    '“美丽闽江”“马上就办、真抓实干”两处新思想实践基地已建成。',
    '“美丽闽江”“马上就办、真抓实干”三处新思想实践基地已建成。',
  ],
  [
    'several of a kind',
    'M20',
    '几个旧改地块的封房搬迁:雁塔二地块566户,99.82%。',
    '几个幸福地块的封房搬迁:雁塔二地块566户,99.82%。',
  ],
  [
    'belonging',
    'M124',
    '监督群398个,10个街道52个社区都在覆盖之内。',
    '监督群398个,10个街道52个社区均已完成创建。',
  ],
  [
    'a body by its usual name',
    'M197',
    '2023年7月以来,区城管局领导班子谈心谈话共106人次。',
    '2023年7月以来,区教育局领导班子谈心谈话共106人次。',
  ],
  [
    'a body by its whole name',
    'M139',
    '区纪委监委对长期参与的16个议事协调机构清查清退。',
    '区审计局对长期参与的16个议事协调机构清查清退。',
  ],
  [
    'a question',
    'M114,M262',
    '136处欠租房产涉及多少钱?通报一处写1754.83万元,另一处写近1800万元。',
    '136处欠租房产涉及多少钱?通报一处写1754.83万元,另一处写近1900万元。',
  ],
  [
    'how far a figure is at home',
    'M29',
    '另有5个小区不合改造标准,暂时没办法改造。',
    '另有7个小区不合改造标准,暂时没办法改造。',
  ],
];

describe('said otherwise it passes, turned round it does not', () => {
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
