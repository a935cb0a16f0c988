import { describe, expect, it } from 'vitest';
import { aboutIntent } from '../../src/intents/about.ts';
import { chooseIntent } from '../../src/intents/intents.ts';
import { thanksIntent } from '../../src/intents/talk.ts';
import { namesNothing } from '../../src/question/bare-words.ts';
import { askOf, loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const told = (message: string): string[] =>
  aboutIntent.draft(askOf(brain, message)).claims.map(({ text }) => text.slice(0, 4));

describe('several asks about the document in one message', () => {
  it.each([
    ['这个文件是什么时候发的,谁发的', ['发布时间', '来源:中']],
    ['这份通报谁发的、什么时候公布的、联系电话多少', ['来源:中', '发布时间', '联系电话']],
    ['通报的标题和发布时间', ['标题:中', '发布时间']],
  ])('%s: each is answered', (message, claims) => {
    expect(chooseIntent(askOf(brain, message)).name).toBe('about');
    expect(told(message)).toEqual(claims);
  });

  it.each(['通报什么时候发布的', '联系电话是多少', '这事打电话找谁'])('%s is answered once', (message) => {
    expect(told(message)).toHaveLength(1);
  });
});

it('the last paragraph of the document is shown', () => {
  const [claim] = aboutIntent.draft(askOf(brain, '通报最后一段写了什么')).claims;
  expect(claim?.citations[0].unit).toBe('E0');
});

describe('thanks', () => {
  it.each(['谢谢', '好的,谢谢', '辛苦了', '收到'])('%s is thanks', (message) => {
    expect(thanksIntent.score(askOf(brain, message))).toBeGreaterThan(0.9);
  });

  it.each(['大家', '您', '哈', ',,!'])('%s thanks nobody', (message) => {
    expect(thanksIntent.score(askOf(brain, message))).toBe(0);
  });
});

it('a bare 几月 or 前后 names nothing', () => {
  for (const words of ['几月', '那是几月', '前后多长时间']) expect(namesNothing(words), words).toBe(true);
});
