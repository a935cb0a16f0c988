// greetings, thanks, help: no claims, no refusal; nothing that can be read: asked again
import { draftAnswer, draftRefusal, type Intent, type IntentContext } from './intent.ts';

const GREETING =
  /^(?:你好|您好|大家好|嗨|哈喽|hi|hello|hey|早上好|上午好|下午好|晚上好|早安?|在吗|在不在|有人吗)+[呀啊哈吗!?。~,]*$/iu;
const DONE =
  '(?:好的?|行|嗯+|ok|okay|收到|明白了?|知道了|懂了|了解了?|没事了?|没了|再见|拜拜|可以了?|太好了|不错|厉害|赞)';
const THANK = '(?:谢谢|多谢|感谢|谢了|辛苦了?|thanks|thank you|3q|thx)';
/** One of the two at least: 大家 alone thanks nobody. */
const THANKS = new RegExp(`^(?:${DONE}[,!。]*${THANK}?|${THANK})(?:你|您|啦|了|哈|大家)*[!。~]*$`, 'iu');
const HELP =
  /^(?:帮助|help|使用说明|怎么用|如何使用|菜单|指令|命令|功能)[?!。]*$|(?:你|助手|机器人|这个)(?:都|还)?(?:能|会|可以)(?:干|做|回答|查|问)(?:什么|啥|哪些)|(?:怎么|如何)(?:问你|提问|使用(?:你|助手)?|用(?:你|这个))|(?:可以|能)问(?:你)?(?:什么|啥|哪些)|你是(?:谁|什么|机器人)/iu;

export const greetingIntent: Intent = {
  name: 'greeting',
  examples: ['你好', '在吗', '早上好'],
  score: ({ question }) => (GREETING.test(plain(question.original)) ? 0.99 : 0),
  draft: (context) =>
    draftAnswer({
      notes: [`您好!我根据《${context.bulletin.meta.title}》回答问题,每句话都注明出处。`],
      suggestions: suggestQuestions(context),
    }),
};

export const thanksIntent: Intent = {
  name: 'thanks',
  examples: ['谢谢', '好的,谢谢', '辛苦了'],
  score: ({ question }) => {
    const text = plain(question.original);
    return THANKS.test(text) ? 0.99 : 0;
  },
  draft: () => draftAnswer({ notes: ['不客气,还有要查的请直接问。'] }),
};

export const helpIntent: Intent = {
  name: 'help',
  examples: ['帮助', '你能做什么', '怎么用'],
  score: ({ question }) => (HELP.test(question.text) ? 0.95 : 0),
  draft: (context) =>
    draftAnswer({
      notes: [
        [
          '可以这样问我:',
          '· 按编号:第12条完成了吗、问题8有哪些措施、第12至15条',
          '· 按内容:直接说事,大白话、错别字、拼音都行',
          '· 按条件:哪些还没完成、涉及某单位的有哪几条、多少条提到某事、10月底前要完成的有哪些',
          '· 汇总:写一段某方面的简报',
          '· 接着问:原文、上一条、下一条、更多、那责任单位是谁',
          '答案只出自通报原文,后面的〔编号〕就是出处;通报没写的,我会直说没写。',
        ].join('\n'),
      ],
      suggestions: suggestQuestions(context),
    }),
};

/** ？？？？？, 🎉🎉, 哈哈哈哈, nothing but markup: no question can be read. */
export const unclearIntent: Intent = {
  name: 'unclear',
  examples: ['？？？', '🎉🎉', '哈哈哈哈哈'],
  score: ({ question }) => (/^哈*$/u.test(question.text) ? 0.9 : 0),
  draft: (context) =>
    draftRefusal(
      'unclear',
      '没看出要问什么。请直接说事或报编号,比如「第12条完成了吗」;发「帮助」看怎么问。',
      {
        suggestions: suggestQuestions(context),
      },
    ),
};

/** Questions that work on any bulletin of the genre. */
export function suggestQuestions({ bulletin }: Pick<IntentContext, 'bulletin'>): string[] {
  const many = bulletin.units.filter((unit) => unit.kind === 'measure').length;
  return [
    '一共多少个问题、多少条举措',
    '哪些还没完成',
    `第${Math.max(1, Math.floor(many / 2))}条到什么程度了`,
    '有没有前后矛盾的数据',
    '联系方式',
  ];
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Extended_Pictographic}\u200d\ufe0f\s]/gu, '')
    .replace(/@\S+/gu, '');
}
