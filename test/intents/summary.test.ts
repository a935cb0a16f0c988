import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { verifyClaims } from '../../src/answer/verify.ts';
import { findUnsupportedFigures } from '../../src/commands/unsupported.ts';
import type { Draft } from '../../src/intents/intent.ts';
import { chooseIntent } from '../../src/intents/intents.ts';
import { summaryIntent } from '../../src/intents/summary.ts';
import { askOf, loadBrain, turnAfter } from './summary-scene.ts';

const brain = loadBrain();
const { lookup, facts } = brain;

const draft = (message: string): Draft => summaryIntent.draft(askOf(brain, message));
const textOf = ({ claims }: Draft): string => claims.map(({ text }) => text).join('');
const unitsOf = ({ claims }: Draft): Set<string> =>
  new Set(claims.flatMap(({ citations }) => citations.map(({ unit }) => unit)));

describe('a summary', () => {
  it.each(summaryIntent.examples)('answers 「%s」', (message) => {
    expect(chooseIntent(askOf(brain, message)).name).toBe('summary');
  });

  it('opens with the counts by status, which add up', () => {
    const [first] = draft('给领导写个信访积案化解情况简报').claims;
    const numbers = Array.from(first?.text.matchAll(/(\d+)条/gu) ?? [], (match) => Number(match[1]));
    const [whole = 0, ...parts] = numbers;
    expect(first?.text).toMatch(/^信访积案化解方面,通报载明相关整改措施\d+条\(问题22、23、24\)/u);
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(whole);
    expect(new Set(first?.citations.map(({ unit }) => unit)).size).toBe(whole);
  });

  it('tells every measure of a problem under its heading, in order, and passes the gate', () => {
    for (const problem of lookup.problems) {
      const summary = draft(`概括一下问题${problem.id.slice(1)}的整改`);
      const measures = lookup.measuresOf(problem.id).map(({ id }) => id);
      expect(verifyClaims(summary.claims, brain).dropped, problem.id).toEqual([]);
      expect([...unitsOf(summary)], problem.id).toEqual(expect.arrayContaining(measures));
      expect(textOf(summary), problem.id).toContain(`${problem.text.replace(/。$/u, '')}:`);
    }
  });

  it('keeps to the length asked for', () => {
    for (const topic of ['信访积案', '国有房产', '养老服务', '全面从严治党主体责任', '招投标']) {
      for (const length of [100, 300, 800]) {
        const summary = draft(`用${length}字总结${topic}`);
        expect(textOf(summary).length, `${topic} ${length}`).toBeLessThanOrEqual(length * 1.1 + 20);
        expect(unitsOf(summary).size, `${topic} ${length}`).toBeGreaterThan(2);
      }
    }
  });

  it('tells of a body every measure that names it', () => {
    const body = brain.ledger.organizations.find(({ name }) => name === '区民政局');
    const measures = body?.units.filter((id) => facts.has(id)) ?? [];
    const cited = unitsOf(draft('归纳区民政局负责的整改措施'));
    expect([...cited]).toEqual(expect.arrayContaining(measures));
    expect([...cited].filter((id) => facts.has(id)).length).toBe(measures.length);
  });

  it('tells of a street what names it or a place in it, and who was punished there', () => {
    for (const message of ['新港街道在通报里出现的正面、反面事项都归拢一下', '新港街道的几件事,捋一捋']) {
      expect(unitsOf(draft(message)), message).toEqual(new Set(['M46', 'D1.7', 'D1.11']));
    }
    expect([...unitsOf(draft('义洲街道牵涉到哪些整改事项,理一份清单式小结'))]).toEqual(
      expect.arrayContaining(['M35', 'M76', 'M156']),
    );
    // A street named after another city is not that city.
    expect([...unitsOf(draft('上海街道这边的事捋一捋'))]).not.toContain('M153');
  });

  it('of more than the measures states only counts the independent check can find', () => {
    for (const message of ['总结一下这份通报', '汇总一下作风建设和社区的整改']) {
      const { answer } = answerMessage(brain, message, {}, null);
      expect(findUnsupportedFigures(answer, brain), message).toEqual([]);
    }
  });

  it('tells of a status exactly the measures that have it', () => {
    const open = brain.ledger.measures.filter(({ status }) => status.value === 'in_progress');
    const summary = draft('汇总还没完成的整改事项');
    expect(summary.claims[0]?.text).toContain(`通报载明正在推进的整改措施${open.length}条`);
    expect(unitsOf(summary)).toEqual(new Set(open.map(({ unit }) => unit)));
  });

  it('of a section or of everything counts first and tells the most telling measures', () => {
    const section = draft('总结一下组织路线方面的整改');
    const inside = lookup.within('S2.3').filter(({ kind }) => kind === 'measure');
    expect(section.claims[0]?.text).toContain(`${inside.length}条`);
    const whole = draft('总结一下这份通报');
    expect(textOf(whole)).toContain('297条');
    expect(textOf(whole)).toContain('落实全面从严治党战略部署方面:整改措施113条');
    expect(unitsOf(whole).has('S4.0')).toBe(true);
    expect(textOf(whole).length).toBeLessThan(1600);
  });

  it('tells of punishments and of plans from their own parts', () => {
    expect(unitsOf(draft('汇总处分情况'))).toContain('D1.12');
    for (const message of [
      '总结一下下一步打算',
      '归纳下一步持续整改的打算,别超过300字',
      '接下来还打算怎么持续整改?写写四个方面',
    ]) {
      const plans = [...unitsOf(draft(message))];
      expect(plans.length, message).toBeGreaterThan(0);
      expect(
        plans.every((id) => id.startsWith('S3.')),
        message,
      ).toBe(true);
    }
    const organised = [...unitsOf(draft('介绍一下区委是怎么组织领导这次巡视整改的'))];
    expect(organised).toEqual(['S1.0', 'S1.1', 'S1.2', 'S1.3', 'S1.4']);
  });

  it('of what measures tell and a plan mentions tells the measures', () => {
    for (const message of ['新思想实践基地建设使用情况汇总', '新思想实践基地建设情况汇总'])
      expect([...unitsOf(draft(message))]).toEqual(expect.arrayContaining(['M11', 'M16', 'M17', 'M21']));
  });

  it('of persons punished tells every item that fits', () => {
    const disciplined = [...unitsOf(draft('受党纪政务处分的是谁、为什么,给个汇总'))];
    expect(disciplined).toEqual(['D1.0', ...Array.from({ length: 12 }, (_, n) => `D1.${n + 1}`)]);
    const street = [...unitsOf(draft('鳌峰街道挨处分的人员和原因,小结一下'))];
    expect(street).toEqual(['D1.1', 'D1.2', 'D1.3', 'D1.4']);
    const admonished = [...unitsOf(draft('把被诫勉谈话的干部归纳成名单'))];
    expect(admonished).toContain('D3.13');
    // What measures tell of punishments is told from them.
    expect([...unitsOf(draft('滥发津补贴的处分情况汇总'))].filter((id) => id.startsWith('D'))).toEqual([]);
  });

  it('of a body holds the project that bears its name', () => {
    expect([...unitsOf(draft('区社会福利中心整改梳理'))]).toEqual(expect.arrayContaining(['M35', 'M181']));
  });

  it('says so when it was found by its sense alone', () => {
    expect(draft('总结一下国企亲戚扎堆').notes.join()).toContain('没有“国企亲戚扎堆”的字样');
  });

  it('merges what measures outside the topic’s problems say, and says so', () => {
    const summary = draft('汇总一下国有集体房产清理情况,给领导写份简报');
    expect([...unitsOf(summary)]).toEqual(expect.arrayContaining(['M144', 'M148', 'M262']));
    expect(textOf(summary)).toMatch(/此外,.*催缴欠租房产136处/u);
  });

  it('refuses a topic the bulletin does not know, with candidates', () => {
    const summary = draft('给我写一份垃圾分类的简报');
    expect(summary.refusal).toBe('not-in-bulletin');
    expect(summary.claims).toEqual([]);
    expect(summary.candidates.length).toBeLessThanOrEqual(10);
  });

  it('holds every measure that prints a rare subject or a person to the letter', () => {
    expect([...unitsOf(draft('闽江之心写一段介绍'))]).toEqual(expect.arrayContaining(['M19', 'M49', 'M246']));
    expect(unitsOf(draft('赖悦心案的来龙去脉,写份汇报')).has('M249')).toBe(true);
  });

  it('of the part about persons tells the totals first', () => {
    const text = textOf(draft('第四部分干部处理,总结成三四句话'));
    for (const total of ['285名', '13人', '260人']) expect(text).toContain(total);
  });

  it('names the subject it found nothing about', () => {
    expect(draft('汇总养老服务和元宇宙').notes.join()).toContain('没有找到与“元宇宙”相关的内容');
  });

  it('is given again at another length when only that is asked', () => {
    const turn = turnAfter(brain, '汇总一下养老服务整改情况');
    const scene = askOf(brain, '太长了,压缩到100字', turn);
    expect(summaryIntent.score(scene)).toBeGreaterThan(0.8);
    const short = summaryIntent.draft(scene);
    expect(textOf(short).length).toBeLessThanOrEqual(120);
    expect(unitsOf(short)).toEqual(new Set(['M44', 'M45', 'M46']));
    expect(summaryIntent.score(askOf(brain, '短一点', turnAfter(brain, '红星小学多少学位', 'fact')))).toBe(0);
  });
});
