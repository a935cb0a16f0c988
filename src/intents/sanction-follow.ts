// 还有谁也是这个等级的, 诫勉谈话的呢 after an answer about persons → the items of part four that are meant
import type { Sanction } from '../ledger/ledger.ts';
import type { IntentContext } from './intent.ts';
import { holdsMeasure, namedKinds, readMeasures, SANCTION_WORDS } from './sanction-words.ts';

/** 还有谁也是这个等级的, 同样处分的还有哪些人. */
const THE_SAME =
  /(?:这个|这种|这一|同样|同一|一样|相同|同)(?:的)?(?:等级|级别|档次?|处分|处理|待遇)[^,。]{0,6}(?:还有|另外)?|(?:还有|另外|除了[他她])[^,。]{0,4}(?:谁|哪些人|哪几个人?|别人|人)[^,。]{0,3}(?:也|同样|一样)[^,。]{0,4}(?:处分|处理|等级|警告)/u;
const OTHERS = /还有|另外|其他|别的|除了/u;
/** Nothing beside the sanction: 诫勉谈话的呢, 那挨处分的有谁, 里头警告的那几位都是谁啊, 直接清退走人的呢. */
const NOTHING_ELSE =
  /^(?:那么?|其中|里[面头边]|当中|还有|至于|直接|最后|的|了|人|走人|干部|领导|[那这]些|这?[几两三四五六七八九十俩\d]|[个位名]|呢|啊|呀|有|都|是|又|分别|谁|叫什么|叫啥|哪些|哪|[?。,])*$/u;
const TURNS_BACK = 3;
/** As rare as the name of a person or a project. */
const RARE = 4.5;

/** Null when the message does not lean on persons spoken of before. */
export function followSanctions(context: IntentContext): readonly Sanction[] | null {
  const { question, ledger, lookup, turn, engine } = context;
  const [about] = question.about;
  if (about === undefined || turn === null) return null;
  const known = ledger.sanctions.find(({ unit }) => unit === about);
  if (known !== undefined && THE_SAME.test(question.text) && OTHERS.test(question.text))
    return ledger.sanctions.filter(
      ({ unit, measure }) => unit !== about && measure.value === known.measure.value,
    );
  if (!NOTHING_ELSE.test(question.text.replace(SANCTION_WORDS, ''))) return null;
  if (countsThem(lookup.get(about)?.text ?? '', question.text)) return null;
  const measures = readMeasures(question.text);
  const kinds = namedKinds(question.text);
  if (measures.length === 0 && kinds.length === 0) return null;
  // Who they are is told in part four, by the matter as the bulletin calls it.
  const heading = ASKS_WHO.test(question.text)
    ? (lookup.get(lookup.get(about)?.parent ?? '')?.text ?? '')
    : '';
  const asked = [turn.question, ...turn.history.slice(0, TURNS_BACK).map((past) => past.question)];
  const before = [...asked, heading].join(',');
  const names = engine
    .tokenize(before.replace(SANCTION_WORDS, ','), { dropStopwords: true, wordsOnly: true })
    .filter((word) => /^\p{L}+$/u.test(word) && (word.length >= 3 || engine.idf(word) > RARE));
  const listed = ledger.sanctions.filter(({ kind, measure }) =>
    measures.length > 0 ? measures.some((one) => holdsMeasure(measure.value, one)) : kinds.includes(kind),
  );
  const meant = listed.filter(({ unit }) =>
    names.some((name) => lookup.get(unit)?.text.includes(name) === true),
  );
  if (meant.length > 0) return meant;
  // 那降职降薪的 after 谁被清退了: another measure of the same list.
  return known === undefined || listed.length === 0 ? null : listed;
}

/** 诫勉了几个, 诫勉呢; not 诫勉的是谁. */
const ASKS_WHO = /谁|哪|名单|名字|叫/u;

/** 「共对2人进行诫勉谈话,对32人进行谈话提醒」: what was just spoken of counts those dealt with itself. */
function countsThem(text: string, asked: string): boolean {
  if (ASKS_WHO.test(asked)) return false;
  const words = (asked.match(SANCTION_WORDS) ?? []).map((word) => word.replace(/^[被受挨]|[的了过]+$/gu, ''));
  return words.some((word) =>
    new RegExp(`\\d+[人名][^,，。;；]{0,6}${word}|${word}[^,，。;；]{0,3}\\d+[人名]`, 'u').test(text),
  );
}
