import { describe, expect, it } from 'vitest';
import { readAskedFor } from '../../src/question/asked-for.ts';
import type { AskedFor } from '../../src/question/question.ts';

const QUESTIONS: Readonly<Record<AskedFor, readonly string[]>> = {
  amount: ['盘活了多少', '有几家长者食堂', '完成率是多高', '退休金占比', '花了多少钱', '排第几', '面积多大'],
  date: ['什么时候完成', '几时开门', '几号移交场地', '哪天被开除党籍', '啥时候能用', '要多久', '截止日期'],
  person: ['谁挪用了公款', '出纳叫什么名字', '责任人姓名', '哪位领导督办'],
  organization: ['哪个单位负责', '由谁牵头', '是哪家公司做的', '责任单位', '哪个街道最多'],
  place: ['在哪里', '设在什么地方', '办公地址'],
  document: ['出台了什么办法', '依据哪个文件', '文号'],
  reason: ['为什么延期', '为啥没收回', '怎么回事', '到底卡在哪了', '根子在哪'],
  manner: ['怎么整改的', '如何挑选', '咋解决的', '采取了哪些措施'],
  'yes-no': ['完成了吗', '有没有收回', '是不是全部清退', '要回来没', '能不能用了'],
  content: ['红星小学 学位', '第148条讲什么', '那个呢', '改制推进到哪里了', ''],
};

describe.each(Object.entries(QUESTIONS))('%s', (kind, questions) => {
  it.each(questions)('is asked for by %j', (question) => {
    expect(readAskedFor(question)[0]).toBe(kind);
  });
});

describe('words of speech', () => {
  it.each([
    ['几乎都完成', 'amount'],
    ['这几年的情况', 'amount'],
    ['好几家企业', 'amount'],
    ['讲什么', 'yes-no'],
    ['写的什么', 'yes-no'],
  ] as const)('that look like a question word are none: %s asks for no %s', (text, kind) => {
    expect(readAskedFor(text)).not.toContain(kind);
  });

  it('may ask for two things at once, the more telling first', () => {
    expect(readAskedFor('什么时候完成、花了多少钱')).toEqual(['date', 'amount']);
  });
});
