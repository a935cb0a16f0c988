// topic → the one body it names → the measures and sanctions that speak of it
import type { UnitId } from '../bulletin/bulletin.ts';
import { normalizeText } from '../text/normalize.ts';
import type { IntentContext } from './intent.ts';

const BODY_FILLER =
  /牵头|负责|参与|承担|牵涉|牵扯|涉及|主管|主抓|相关|有关|提到|点名?|通报|巡视|整改|清单|措施|举措|任务|工作|情况|事项|问题|落实|出现|正反面|[正反]面|好的|坏的|[这那]边|[这本那此]次|[几那这哪]+件|哪些|什么|啥|怎么样?|如何|干|做|改|办|事儿?|里面?|中|上|在|到|出|和|及|与|都|被|把|就|有|是|的|了|[、,\s]/gu;
/** Tasks are given to a body, not punishments. */
const TASKS = /负责|牵头|承担|主管|主抓|参与/u;
/** A street named after another city: the city's name alone is not the street. */
const ELSEWHERE = /^(?:北京|上海|天津|重庆|南京|广州|深圳|厦门|武汉|西安|延安)$/u;
/** 市青禾福利中心项目: what is built bears the name of the body that will work in it. */
const BUILT = /(?:中心|医院|[小中]学|学校|幼儿园|福利院|养老院|体育馆|图书馆|基地|产业园)$/u;
const STREET = /(?<place>\p{Script=Han}{2})街道/u;

/** 区民政局负责的整改措施, 东浦街道的几件事: the message names one body and nothing else. */
export function findBody(
  { ledger, facts, bulletin }: IntentContext,
  topic: string,
): { name: string; units: UnitId[] } | null {
  let best: { name: string; form: string; units: readonly UnitId[] } | null = null;
  for (const { name, variants, units } of ledger.organizations) {
    for (const variant of [name, ...variants]) {
      const form = normalizeText(variant).text;
      if (form.length > Math.max(2, best?.form.length ?? 0) && topic.includes(form))
        best = { name, form, units };
    }
  }
  // 东浦社区医院 and 东浦中队 belong to 东浦街道.
  const street = STREET.exec(topic);
  const stem = street?.groups?.['place'] ?? '';
  const place = ELSEWHERE.test(stem) ? street?.[0] : stem;
  const name = best?.name ?? street?.[0];
  if (name === undefined || topic.replace(best?.form ?? name, '').replace(BODY_FILLER, '') !== '')
    return null;
  const own = new Set(best?.units ?? []);
  const printed = [place, BUILT.test(name) ? name : undefined].filter(
    (words) => words !== undefined && words !== '',
  );
  const units = bulletin.units.filter(
    ({ id, kind, text }) =>
      (facts.has(id) || (kind === 'sanction' && !id.endsWith('.0') && !TASKS.test(topic))) &&
      (own.has(id) || printed.some((words) => text.includes(words ?? ''))),
  );
  return units.length === 0 ? null : { name, units: units.map(({ id }) => id) };
}
