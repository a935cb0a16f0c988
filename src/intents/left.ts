// 还剩几条没落地, 刨掉诫勉的还剩几个 → whole−part of one matter, where the bulletin prints no rest
import { collectGrams } from '../ledger/grams.ts';
import type { PlacedFigure } from './figure-place.ts';
import { countAlike, formatNumber, sayDifference, saySum } from './figure-words.ts';
import type { Draft, IntentContext } from './intent.ts';
import { createPartMatcher, findMatters } from './matter.ts';
import { draftFigures, draftRestShare, sayTerm, sumOf } from './reckoned.ts';
import { SHARE } from './share.ts';
import { splitAsks } from './several-parts.ts';
import { maskQuotes } from './shape.ts';
import { namesBoth } from './sums.ts';
import { DONE, findWholePart, LEFT_OVER } from './whole-part.ts';

/** 还剩几条没落地, 还有多少家没进来, 上半年拖欠了多少个没完成. */
export const ASKS_LEFT =
  /^(?:那)?还(?:差|剩|欠)(?:呢)?[?。]*$|(?:剩|还差|还欠着?|还有|还留|没|未|尚)[^,。?]{0,10}?(?:多少|(?<!哪)几)|(?:多少|几)[^,。?]{0,8}(?:没(?!有?[?。]*$)|未|尚|剩)/u;
/** 刨掉诫勉谈话的还剩几个: the part is named. */
const WITHOUT =
  /(?:除[掉去开了]|扣除|扣掉|减去|刨[去掉]|去掉|不算)(?<part>[^,]{2,16}?)(?:的|之后|以后|以外|外|后)*(?:,|还|剩|有|是)/u;
/** 不属检控类的有几件, 不是自办的有多少: those beside the part that is named. */
const BESIDE =
  /(?:不属于?|不归|不是|(?<=[里中的,])非)(?<part>[^,的]{2,10}?)类?(?:范围)?(?:的)?(?:一共|总共|共)?(?:有|是|占)?(?:多少|几)/u;
/** 30名里不超70岁的, 未满35周岁的: beside those beyond the bound that is printed. */
const WITHIN_BOUND =
  /(?:[里中,]|[里中]面|里头)(?:没有?|不|未)(?<part>(?:超|满|到|达|足)过?到?[^,的里中]{2,8}?)的(?:人|干部)?(?:一共|总共|共)?(?:有|是|占)?(?:多少|几)/u;
/** 50件里,已办结以外的有几件: the same, named in front. */
const OUTSIDE =
  /[里中的,](?<part>[^,的里中]{2,10}?)(?:以外|之外|除外)的?(?:一共|总共|共)?(?:有|是|占)?(?:多少|几)/u;
/** 没向常委会汇报过: what was not done, where it was done it says so. */
const UNDONE =
  /(?:没有?|未)(?:[向跟给对在被]\p{Script=Han}{2,6}?)?(?<verb>\p{Script=Han}{2})(?:过|的|呢|$|[?])/u;
/** 一共退了几个,还留几个; 撤出来几家、还剩几家没撤: what was done and the rest of it. */
const DONE_AND_REST =
  /^.*(?:了|出来?|掉|完)(?:多少|几)\p{Script=Han}?[,，、](?:还|剩|余)(?:剩下?|留下?|有|差)?(?:多少|几)\p{Script=Han}?(?:没\p{Script=Han}{1,2})?[?。]*$/u;
const LEFT_WORDS = /还|剩下?|差|欠着?|拖欠|没有?|未|尚|留|多少|几(?=\p{Script=Han})|[呀啊呢吗?]/gu;

/** What is left of what: 长期参与的 of 清退后长期参与的还剩几个. */
export function nameOfRest(text: string): string {
  return text.replace(AFTERWARDS, ' ').replace(LEFT_WORDS, ' ');
}
/** 清退后还剩几个: when, not what. */
const AFTERWARDS = /\p{Script=Han}{2}(?:之后|以后|后)(?=,?(?:还|剩))/gu;

export function draftLeft(context: IntentContext): Draft | null {
  const { text } = context.question;
  const asksMore =
    /最|[,，][^,，]{2,}(?:不|吗|没有?)[?]*$/u.test(text) ||
    (splitAsks(text).length > 1 && !DONE_AND_REST.test(text));
  const bound = WITHIN_BOUND.exec(text);
  const beside = (BESIDE.exec(text) ?? OUTSIDE.exec(text) ?? bound)?.groups?.['part'];
  if ((!ASKS_LEFT.test(maskQuotes(text).text) && beside === undefined) || asksMore || namesBoth(text))
    return null;
  // What is left is printed where the question is answered.
  const [answer] = findMatters(context)[0]?.passages ?? [];
  if (answer === undefined || (bound === null && LEFT_OVER.test(answer.quote))) return null;
  const without = WITHOUT.exec(text)?.groups?.['part'] ?? beside;
  const label = without ?? nameOfRest(text);
  const match = createPartMatcher(context);
  const verb = UNDONE.exec(text)?.groups?.['verb'] ?? '';
  const sought = { label, done: without === undefined, whole: null };
  const told = verb === '' || without !== undefined ? null : findWholePart(context, { ...sought, verb });
  const pair = told ?? findWholePart(context, sought);
  if (pair === null || pair.wholes.length > pair.parts.length) return null;
  const { wholes, parts, matter } = pair;
  const [part] = parts;
  if (!pair.isGiven && without === undefined && wholes.some((whole) => countsItsOwn(whole, part)))
    return null;
  const left = sumOf(wholes) - sumOf(parts);
  const printed = matter.figures.find(
    (figure) =>
      countAlike(figure, part) &&
      ![...wholes, ...parts].includes(figure) &&
      (Math.abs(figure.value - left) < 1e-6 ||
        (LEFT_OVER.test(figure.around[0] ?? '') &&
          (figure.sentence.start === part.sentence.start ||
            match(label, figure).share > match(label, part).share))),
  );
  if (printed !== undefined) return null;
  const [whole] = wholes;
  if (parts.length === 1) {
    if (SHARE.test(maskQuotes(text).text)) return draftRestShare(context, whole, part);
    const { text: said, result } = sayDifference(whole, part);
    return draftFigures(context, [whole, part], said, [result]);
  }
  const given = saySum(parts).result;
  const result = `${formatNumber(left)}${whole.measured}`;
  const said = `${sayTerm(wholes)}−${sayTerm(parts)}=${result}(其中${sayTerm(parts).slice(1, -1)}=${given})`;
  return draftFigures(context, [...wholes, ...parts], said, [result, given]);
}

/** 催缴欠租房产136处,收回被侵占房产53处: the second counts a thing of its own, which the first does not name. */
function countsItsOwn(whole: PlacedFigure, part: PlacedFigure): boolean {
  const [thing, known] = [part, whole].map(({ around: [segment = '', clause = ''], text }) =>
    // A bracket ends a segment: 房产(含车位)53处.
    (segment.startsWith(text) ? clause : segment)
      .split(text, 1)
      .join('')
      .replace(/[(（][^()（）]*[)）]/gu, '')
      .replace(SAID_OF_ANY, ''),
  );
  const pairs = [...collectGrams(thing ?? '', 2)];
  const shared = pairs.filter((pair) => known?.includes(pair));
  return pairs.length >= OWN_THING && shared.length > 0 && shared.length < pairs.length / 2;
}
const SAID_OF_ANY = new RegExp(`${DONE.source.replace(/\(\?!.*?\)/gu, '')}|目前|累计|其中|已经?|共|新`, 'gu');
/** Pairs of characters that name a thing: 被侵占房产 has four. */
const OWN_THING = 3;
