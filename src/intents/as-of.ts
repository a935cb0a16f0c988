// 这是截到哪天的数 after a figure → 「截至2023年9月27日」 of the unit the figure stands in
import { foldWidth } from '../text/width.ts';
import { claim, draftAnswer, type Draft, type IntentContext } from './intent.ts';
import { citeAround } from './quote.ts';

const ASKS =
  /(?:截[到至止]|统计到|更新到|算到)(?:的是|是|了)?(?:哪[一]?天|几号|几月|哪个?月|什么时候|啥时候|何时|什么时间)|(?:哪[一]?天|几号|几月|什么时候|啥时候|何时)的(?:数据?|数字|统计|情况)|(?:数据?|数字|统计)(?:是)?(?:哪[一]?天|几号|什么时候|啥时候|何时)的/u;
const AS_OF =
  /截[至止到][^,，。;；]{0,4}?(?:\d{4}年)?\d{1,2}(?:[—-]\d{1,2})?月(?:\d{1,2}日|[上中下]旬|底|初)?/gu;
const MOST_UNITS = 3;

/** Null when no unit of the conversation says up to when it counts. */
export function draftAsOf({ question, lookup, bulletin }: IntentContext): Draft | null {
  if (!ASKS.test(question.text)) return null;
  const asked = question.previous ?? question.text;
  for (const id of question.about.slice(0, MOST_UNITS)) {
    const unit = lookup.get(id);
    if (unit === undefined) continue;
    const text = foldWidth(unit.text);
    const days = [...text.matchAll(AS_OF)];
    const scored = days.map((day, i) => {
      const reach = text.slice(day.index, days[i + 1]?.index ?? text.length);
      return { day, common: countCommon(asked, reach) };
    });
    const [best] = scored.sort((a, b) => b.common - a.common);
    if (best === undefined) continue;
    const start = unit.body.start + best.day.index;
    const citation = citeAround(unit, bulletin.source, { start, end: start + best.day[0].length }, true);
    return draftAnswer({
      claims: [claim(citation.quote, [citation])],
      candidates: [id],
      suggestions: ['原文'],
    });
  }
  return null;
}

/** Pairs of neighbouring characters of `asked` that stand in `text`. */
function countCommon(asked: string, text: string): number {
  let common = 0;
  for (let at = 0; at + 1 < asked.length; at += 1) {
    const pair = asked.slice(at, at + 2);
    if (/^\p{L}+$/u.test(pair) && text.includes(pair)) common += 1;
  }
  return common;
}
