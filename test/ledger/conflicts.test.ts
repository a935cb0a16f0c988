import { describe, expect, it } from 'vitest';
import type { Bulletin } from '../../src/bulletin/bulletin.ts';
import type { Conflict } from '../../src/ledger/ledger.ts';
import { deriveLedger } from '../../src/ledger/derive.ts';
import { deriveRealLedger, readRealBulletin, writeBulletin } from './seeds.ts';

function conflictsOf(bulletin: Bulletin): readonly Conflict[] {
  return deriveLedger(bulletin, { organizations: '' }).conflicts;
}

function shapesOf(measures: readonly string[]): string[] {
  return conflictsOf(writeBulletin(measures)).map(
    ({ kind, sides }) =>
      `${kind}: ${sides.map(({ citation, figure }) => `${citation.unit} ${figure ?? citation.quote}`).join(' / ')}`,
  );
}

describe('a bulletin that contradicts itself', () => {
  it('one change over one period with two values', () => {
    expect(
      shapesOf([
        '2024年1—9月全县立案57件,同比上升54.1%。其中自办案件49件,同比上升188.2%。',
        '2024年1—9月,全县立案数同比上升54.1%,自办案件数同比上升488.2%。',
      ]),
    ).toEqual(['contradiction: M1 188.2% / M2 488.2%']);
  });

  it('meetings of one kind and purpose counted differently', () => {
    expect(
      shapesOf([
        '县委、县政府先后召开动员部署会、专题推进会等30余场会议,专题研究部署整改工作。',
        '县委、县政府召开专题推进会等60场会议,部署推动问题整改。',
      ]),
    ).toEqual(['contradiction: M1 30余场 / M2 60场']);
  });

  it('done and remaining that do not make the total', () => {
    expect(shapesOf(['共对60个小区开展试点提升,目前已完成33个,剩余29个正有序推进。'])).toEqual([
      'contradiction: M1 60个 / M1 33个 / M1 29个',
    ]);
    expect(shapesOf(['共对60个小区开展试点提升,目前已完成33个,剩余27个正有序推进。'])).toEqual([]);
  });

  it('a rate that is not the quotient of its counts', () => {
    expect(shapesOf(['137条改革事项清单已完成129条,完成率91.2%。'])).toEqual([
      'contradiction: M1 137条 / M1 129条 / M1 91.2%',
    ]);
    expect(shapesOf(['137条改革事项清单已完成129条,完成率94.16%。'])).toEqual([]);
    expect(shapesOf(['共排查出隐患1015条,已整改946条,整改率93%。'])).toEqual([]);
  });

  it('one document under two titles', () => {
    expect(
      shapesOf([
        '印发《关于进一步规范财政投资项目招投标有关事项的通知》。',
        '出台《关于进一步规范财政投资项目招投标有关事项的告知》。',
      ]),
    ).toEqual([
      'contradiction: M1 《关于进一步规范财政投资项目招投标有关事项的通知》 / M2 《关于进一步规范财政投资项目招投标有关事项的告知》',
    ]);
  });

  it('one document new here and revised there', () => {
    const measures = ['研究制定出台了《加强财务管理若干措施》。', '修订出台《加强财务管理若干措施》等制度。'];
    expect(shapesOf(measures)).toHaveLength(1);
    expect(shapesOf(['印发《加强财务管理若干措施》。', '修订出台《加强财务管理若干措施》。'])).toEqual([]);
  });

  it('a project under construction here and still planned there', () => {
    expect(
      shapesOf([
        '目前,正在谋划实施的机床厂宿舍地块周边道路项目由业主单位负责。',
        '整改以来,新开工实施的机床厂宿舍地块周边道路项目未发现违规。',
      ]),
    ).toHaveLength(1);
    expect(
      shapesOf([
        '机床厂宿舍地块道路已完成招标。',
        '整改以来,新开工实施的机床厂宿舍地块道路未发现违规。',
        '预计2025年3月机床厂宿舍地块绿化工程招标。',
      ]),
    ).toEqual([]);
  });
});

describe('figures that differ without contradiction', () => {
  it('a rounded figure beside the same count', () => {
    expect(
      shapesOf([
        '推动136处欠租房产整改到位,涉及金额1754.83万元。',
        '共催缴欠租房产136处,涉及金额近1800万元。',
      ]),
    ).toEqual(['rounding: M1 1754.83万元 / M2 1800万元']);
  });

  it('another period is another scope', () => {
    const [conflict, ...rest] = conflictsOf(
      writeBulletin([
        '2024年来“渡口人家”生活馆接待全国各地参观学习331批次8475人次。',
        '2024年7月以来,“渡口人家”累计接待参观学习132批次3048人次。',
      ]),
    );
    expect(rest).toEqual([]);
    expect(conflict?.kind).toBe('different-scope');
    expect(conflict?.sides.map(({ figure }) => figure)).toEqual([
      '331批次',
      '8475人次',
      '132批次',
      '3048人次',
    ]);
  });

  it.each([
    [['对6人进行诫勉谈话。', '共对2人进行诫勉谈话。']],
    [['立案7人,其中给予党纪政务处分2人。', '立案6人,已给予党纪政务处分1人。']],
    [['群众满意率达98.69%。', '群众满意率100%。']],
    [['成立10个工作小组。', '下设综合协调、清理、督查三个工作小组。']],
    [['剩余27个小区正有序推进。', '剩余43个小区正有序推进。']],
    [['新收回被侵占房产1处,累计收回被侵占房产53处。', '收回被侵占房产53处。']],
    [['制定《集体资产管理办法实施细则》。', '制定《集体资产租赁管理办法实施细则》。']],
  ])('%j is no conflict', (measures) => {
    expect(shapesOf(measures)).toEqual([]);
  });
});

describe('conflicts of the real bulletin', () => {
  const bulletin = readRealBulletin();
  const { conflicts } = deriveRealLedger(bulletin);

  it('show both sides in the words of the bulletin', () => {
    for (const { sides, why, topic } of conflicts) {
      for (const { citation, figure } of sides) {
        expect(citation.quote).toBe(bulletin.source.slice(citation.span.start, citation.span.end));
        if (figure !== null) expect(citation.quote).toContain(figure);
      }
      expect(why).toMatch(/。$/u);
      expect(topic).not.toBe('');
    }
  });

  it('come in the order of the text', () => {
    const starts = conflicts.map(({ sides }) =>
      Math.min(...sides.map(({ citation }) => citation.span.start)),
    );
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('say 188.2% of M115 and 488.2% of M118 are one thing', () => {
    const found = conflicts.filter(({ sides }) => sides.some(({ figure }) => figure === '488.2%'));
    expect(found.map(({ kind, topic }) => [kind, topic])).toEqual([['contradiction', '自办案件同比上升']]);
  });
});
