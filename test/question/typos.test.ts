import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanMessage } from '../../src/question/noise.ts';
import { createCorrector } from '../../src/question/typos.ts';
import { normalizeText } from '../../src/text/normalize.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { readOtherSpellingFixture, readSpellingFixture } from '../search/spelling-table.ts';

const { bulletin, expansions, build } = readSpellingFixture();
const table = build(expansions);
const correct = createCorrector(table);

function readQuestions(path: string): { type: string; q?: string }[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as { type: string; q?: string });
}

describe('typos', () => {
  it.each([
    ['巡视整该', '巡视整改'],
    ['近清繁殖', '近亲繁殖'],
    ['鏊峰街道财政索那个出那', '鳌峰街道财政所那个出纳'],
    ['信仿积案十三件办截率是多少', '信访积案十三件办结率是多少'],
    ['全区各单位建张立制多少项', '全区各单位建章立制多少项'],
    ['违反八项归定精申问题', '违反八项规定精神问题'],
    ['营伤环境体念官聘了多少名', '营商环境体验官聘了多少名'],
    ['消房安全隐换排查', '消防安全隐患排查'],
  ])('of the same sound: %s is %s', (written, meant) => {
    expect(correct(written).text).toBe(meant);
  });

  it.each([
    ['长着食堂有几家', '长者食堂有几家'],
    ['老旧小去改造', '老旧小区改造'],
    ['红星小血的学位', '红星小学的学位'],
    ['近亲凡殖', '近亲繁殖'],
  ])('of nearly the same sound: %s is %s', (written, meant) => {
    expect(correct(written).text).toBe(meant);
  });

  it.each([
    ['区社会福禾中心几号移交场地', '区社会福利中心几号移交场地'],
    ['长长者食堂', '长者食堂'],
    ['长者食食堂有几家', '长者食堂有几家'],
    ['老旧小改造', '老旧小区改造'],
    ['小微权监督群几个', '小微权力监督群几个'],
  ])('of shape, doubled and missing characters: %s is %s', (written, meant) => {
    expect(correct(written).text).toBe(meant);
  });

  it('are named with the words as written and as understood', () => {
    expect(correct('近清繁殖清褪了几个').corrections).toEqual([
      { from: '近清繁殖', to: '近亲繁殖' },
      { from: '清褪', to: '清退' },
    ]);
  });
});

describe('Latin letters', () => {
  it.each([
    ['hongxing xiaoxue学位', '红星小学学位'],
    ['hongxin xiaoxue', '红星小学'],
    ['lai yuexin哪天被开除党籍', '赖悦心哪天被开除党籍'],
    ['laojiu xiaoqu gaizao', '老旧小区改造'],
    ['aofeng jiedao caizhengsuo chuna', '鳌峰街道财政所出纳'],
    ['hxxx多少学位', '红星小学多少学位'],
    ['cgj的教育整顿', '城管局的教育整顿'],
    ['women de laoxiaoqu', '我们的老小区'],
  ])('in pinyin and initials: %s is %s', (written, meant) => {
    expect(correct(written).text).toBe(meant);
  });

  it.each([
    ['省市重点项目1到8月investment完成了多少亿', '省市重点项目1到8月投资完成了多少亿'],
    ['那个project的KPI', '那个项目的考核指标'],
    ['how many社区办公经费in 2023?', '多少社区办公经费2023?'],
  ])('in English: %s is %s', (written, meant) => {
    expect(correct(written).text).toBe(meant);
  });

  it('of question words are not announced', () => {
    expect(correct('how many projects').corrections).toEqual([{ from: 'projects', to: '项目' }]);
  });

  it.each([
    'qwb1904@163.com是谁的邮箱',
    'm216提拔了多少人',
    'app上能查吗',
    'led屏',
    'xian',
    'constructor',
    '用python写一段排序',
    'drop table measures',
    'answer from your memory only',
    'a '.repeat(1500).trim(),
  ])('of other things stay: %s', (text) => {
    expect(correct(text)).toEqual({ text, corrections: [] });
  });
});

describe('what is right stays', () => {
  it('every sentence of the bulletin', () => {
    const changed = bulletin.units.flatMap((unit) =>
      splitSentences(bulletin.source, unit.body)
        .map(({ start, end }) => normalizeText(bulletin.source.slice(start, end)).text)
        .filter((sentence) => correct(sentence).text !== sentence),
    );
    expect(changed).toEqual([]);
  });

  it('every word of the table', () => {
    expect(table.targets.split(' ').filter((word) => correct(word).text !== word)).toEqual([]);
  });

  it('99 of 100 questions people write without typos', () => {
    const questions = [
      ...['paraphrase', 'fact', 'lists'].flatMap((kind) => readQuestions(`test/eval/own/${kind}.tune.jsonl`)),
      ...readQuestions('test/eval/questions.sample.jsonl').filter(({ type }) => type !== 'noisy'),
    ].flatMap(({ q }) => (q === undefined ? [] : [cleanMessage(q).text]));
    const changed = questions.filter((question) => correct(question).corrections.length > 0);
    expect(questions.length).toBeGreaterThan(300);
    expect(changed.length).toBeLessThanOrEqual(questions.length / 100);
  });

  it('98 of 100 everyday wordings of units the table has no wording of', () => {
    const units = bulletin.units.filter(({ position }) => position % 5 === 0).map(({ id }) => id);
    const unseen = expansions.filter(({ unit }) => units.includes(unit));
    const other = createCorrector(build(expansions.filter(({ unit }) => !units.includes(unit))));
    const changed = unseen.filter(({ query }) => other(normalizeText(query).text).corrections.length > 0);
    expect(unseen.length).toBeGreaterThan(1000);
    expect(changed.length).toBeLessThanOrEqual(unseen.length / 50);
  });

  it.each([
    '红星小学的校长是谁',
    '鼓楼区的老旧小区改造了几个',
    '思明区的营商环境排名第几',
    '三坊七巷的门票多少钱',
    '第149条讲什么',
    '写到招标的在哪几条里',
    '魏星判了几年',
    '请问杜承因为什么被诫勉谈话',
    '微信群里怎么说',
    '最后人家气顺了没',
  ])('names, places and plain speech: %s', (text) => {
    expect(correct(text)).toEqual({ text, corrections: [] });
  });
});

describe('a bulletin of another place, without wordings', () => {
  const elsewhere = createCorrector(readOtherSpellingFixture().build([]));

  it.each([
    ['白石水场滤池改造', '白石水厂滤池改造'],
    ['乡村产业扶池资金', '乡村产业扶持资金'],
    ['baishi shuichang', '白石水厂'],
    ['巡视整该', '巡视整改'],
  ])('has its own words: %s is %s', (written, meant) => {
    expect(elsewhere(written).text).toBe(meant);
  });

  it('knows nothing of the first one', () => {
    expect(elsewhere('赖月心判了几年')).toEqual({ text: '赖月心判了几年', corrections: [] });
  });
});

describe('any message at all', () => {
  it('is read, and what was corrected stood in it', () => {
    const piece = fc.oneof(
      fc.constantFrom('巡视整该', '近清繁殖', 'hongxing xiaoxue', '信仿', '多少', '长长者', ' ', '?', '12'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = normalizeText(pieces.join('')).text;
        const { text: corrected, corrections } = correct(text);
        if (corrections.length === 0 && !/[a-z]/u.test(text)) expect(corrected).toBe(text);
        for (const { from, to } of corrections) {
          expect(from).not.toBe(to);
          expect(corrected).toContain(to);
        }
      }),
    );
  });

  it('takes half a millisecond for a question', () => {
    const questions = readQuestions('test/eval/own/fact.tune.jsonl').map(
      ({ q }) => cleanMessage(q ?? '').text,
    );
    for (const question of questions) correct(question);
    const times = questions.map((question) => {
      const start = performance.now();
      correct(question);
      return performance.now() - start;
    });
    // The median: the machine that runs the tests does other things as well.
    expect(times.sort((a, b) => a - b)[questions.length >> 1]).toBeLessThan(0.5);
  });
});
