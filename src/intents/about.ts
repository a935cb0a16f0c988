// facts about the bulletin itself: title, issuer, dates, contact, structure
import { rememberEach } from '../text/remember.ts';
import { DOCUMENT, TOPICS, type Topic } from './about-topics.ts';
import { readConversation } from './conversation-units.ts';
import { draftAnswer, type Intent, type IntentContext } from './intent.ts';
import { findKnownNames } from './surnames.ts';

export const aboutIntent: Intent = {
  name: 'about',
  examples: [
    '这份通报的标题是什么',
    '通报什么时候发布的',
    '巡视是什么时候开始的',
    '巡视意见哪天反馈的',
    '联系电话是多少',
    '举报邮箱',
    '数据截至哪天',
    '通报分几部分',
  ],
  score: (context) => {
    const { topics, whole } = topicsOf(context);
    return topics.length === 0 || isToldBefore(context)
      ? 0
      : whole && topics.length > 1
        ? SCORE.several
        : SCORE.one;
  },
  draft: (context) => {
    const claims = topicsOf(context).topics.flatMap((topic) => topic.state(context));
    return draftAnswer({
      claims,
      candidates: [...new Set(claims.flatMap(({ citations }) => citations.map(({ unit }) => unit)))],
    });
  },
};

/** 现场何时结束, after a unit that tells of a 巡察: asked of that unit, where the bulletin itself is not named. */
function isToldBefore(context: IntentContext): boolean {
  const { question } = context;
  if (question.about.length === 0 || NAMED.test(question.text)) return false;
  const told = readConversation(context);
  return told !== null && told.known === 1 && told.typed === 1 && !told.refused;
}

const NAMED = new RegExp(DOCUMENT, 'u');

/** `several`: above the intent that would answer each ask by what the measures say. */
const SCORE = { one: 0.75, several: 0.8 };

/** What is asked of the document; `whole`: nothing else is asked. */
interface Asked {
  readonly topics: readonly Topic[];
  readonly whole: boolean;
}

/** 「这个文件是什么时候发的,谁发的」: every ask of the message by itself, in the order of the asks. */
const topicsOf = rememberEach((context: IntentContext): Asked => {
  const { references, completed } = context.question;
  const text = completed ?? context.question.text;
  if (references.length > 0) return { topics: [], whole: false };
  const asks = text.split(/[,;。?、]|(?:还有|以及|和)(?=.{2})/u).filter((piece) => piece.trim() !== '');
  const named = NAMED.test(text);
  // What the first ask names, the others leave out: 谁发的.
  const found = asks.map(
    (piece) => findTopic(context, piece) ?? (named ? findTopic(context, `通报${piece}`) : null),
  );
  const topics = [...new Set(found.filter((topic) => topic !== null))];
  if (topics.length > 1) return { topics, whole: found.every((topic) => topic !== null) };
  const topic = findTopic(context, text);
  return { topics: topic === null ? [] : [topic], whole: true };
});

function findTopic(context: IntentContext, text: string): Topic | null {
  return (
    TOPICS.find(
      ({ pattern, state }) =>
        pattern.test(text) &&
        !namesOther(context, text.replace(pattern, ' ')) &&
        state(context).some((stated) => isOfLevel(text, stated.text)),
    ) ?? null
  );
}

/** As rare as the name of a project or a plot. */
const RARE = 4.8;
const OWN =
  /巡视|反馈|通报|公告|意见|建议|举报|投诉|咨询|监督|整改|情况|联系|数据|单位|部门|群众|省委|区委|市委|县委/u;

/** 北岭设备堆放地块的评估报告什么时候出: what is left of the message names something the bulletin tells of. */
function namesOther({ engine, bulletin }: IntentContext, rest: string): boolean {
  if (findKnownNames(rest, bulletin.source).length > 0) return true;
  // “府校联”协作机制的文件叫什么: what is quoted is the matter.
  const quoted = Array.from(rest.matchAll(/[“"「『](?<words>[^“”"「」『』]{2,20})[”"」』]/gu));
  if (quoted.some(({ groups }) => bulletin.source.includes(groups?.['words'] ?? ''))) return true;
  const words = engine.tokenize(rest, { dropStopwords: true, wordsOnly: true });
  const rare = words.filter(
    (word) => !OWN.test(word) && !bulletin.meta.title.includes(word) && engine.idf(word) > RARE,
  );
  return rare.length >= 2 || /第[一二三四五六七八九十\d]+轮/u.test(rest);
}

/** 中央巡视组几月进驻 of a bulletin on an inspection by the province: who inspects must stand in what is stated. */
function isOfLevel(text: string, stated: string): boolean {
  const level = /(?:中央|省委|市委|区委|县委)(?=[第\p{Script=Han}\d]{0,3}(?:巡视|巡察))/u.exec(text);
  return level === null || !/巡视|巡察/u.test(stated) || stated.includes(level[0]);
}
