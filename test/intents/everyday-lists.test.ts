import { expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const ask = (message: string): ReturnType<typeof answerMessage>['answer'] =>
  answerMessage(brain, message, {}, null).answer;

it.each([
  ['帮我把写到苍霞人家的条目挑出来', 'list', '5条'],
  ['把讲到警示教育的那几条列出来', 'list', '12条'],
  ['苏宁广场、苏宁易购有关的措施都有哪几条', 'list', '3条'],
  ['说好年内或者年底前办成的,是哪几条', 'list', '5条'],
  ['老旧小区改造这一摊,哪几条自己承认还有没做完的', 'list', '3条'],
  ['标题里带“2020年以来”这几个字的问题,请列全', 'problems', '7个'],
  ['把提到登革热的措施编号理一理', 'list', '4条'],
  ['把写了消防的几条找齐', 'list', '6条'],
  ['谁因为招投标被处理了,把条目列出来', 'sanctions', '2项'],
  ['营商环境在几条里提过', 'count', '12条'],
  ['营商环境方面有几条措施', 'count', '12条'],
  ['民营经济高质量发展实施意见含几个方面多少条举措', 'fact', '44条'],
  ['八项规定这根弦,在几条措施里绷着(就是提到八项规定的条数)', 'count', '7条'],
  ['四个方面里问题最多的是哪个,比最少的多几个', 'groups', '37个−14个=23个'],
  ['从严治党方面的举措占全部297条的比例是?', 'count', '113条÷297条≈38.05%'],
  ['组织路线方面的问题占几成', 'count', '18个÷98个≈18.37%'],
  ['5.0版改革还有几项没弄完', 'compute', '137条−129条=8条'],
])('%s', (message, intent, text) => {
  const answer = ask(message);
  expect(answer.intent).toBe(intent);
  expect(answer.text).toContain(text);
});
