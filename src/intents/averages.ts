// 平均每个社区多少万元 → an amount over a count; 比任务多干了多少米 → what was done less what was set; both of one sentence
import { findAmounts, PERSONS } from '../text/amounts.ts';
import { agreePeriod, createLabelMatcher, findFigures } from './figure-match.ts';
import type { PlacedFigure } from './figure-place.ts';
import { countsThings, fitsUnits, isTime, meets } from './figure-words.ts';
import type { IntentContext } from './intent.ts';
import { askedUnits, findMatters, isArabic } from './matter.ts';
import { groupByPlace } from './named-terms.ts';
import { splitAsks } from './several-parts.ts';

/** The two figures of a quotient or a difference, in the order they are reckoned. */
export type Terms = readonly [PlacedFigure, PlacedFigure];

/** Share of the question that must stand near the two figures. */
const ENOUGH = 0.5;
/** What it adds to their fit that they stand in the unit that answers. */
const MEANT = 0.2;
/** What it adds that the count is of what stands behind 每个. */
const NAMED = 0.4;
const READ_UNITS = 6;

/** Amounts of the units that retrieval finds, sentence by sentence. */
function readSentences(context: IntentContext): PlacedFigure[][] {
  const figures = findFigures(context, [context.question.text], READ_UNITS);
  return groupByPlace(
    figures.filter((figure) => figure.kind === 'amount' && isArabic(figure)),
    'sentence',
  );
}

const SURPLUS =
  /超额[^,。?]{0,4}(?:多少|几)|比(?:原?定?的?)?(?:任务|计划|目标|指标)[^,。?]{0,3}(?:多|超)[^,。?]{0,4}(?:多少|几)|超(?:过|出)?了?(?:任务|计划|目标|指标)[^,。?]{0,3}(?:多少|几)|(?:任务|计划|目标|指标)(?:是|有|定)?(?:了)?(?:多少|几)[^?]*超(?:了|出|额|过)*(?:多少|几)/u;
/** 完成率多少: of a task, what was done over what was set. */
const RATE = /完成率(?:是|有|为|达到?)?(?:多少|几)|完成了?(?:百分之(?:多少|几)|几成)/u;
/** Share of the question that must stand near the two figures of a rate. */
const ENOUGH_RATE = 1.1;
const SET = /任务|计划|目标|指标/u;

/** 「任务500米,目前已完成800米」: what was done and what was set; null where the question asks for no surplus. */
export function findSurplus(context: IntentContext): Terms | null {
  const { text } = context.question;
  const pair = SURPLUS.test(text) ? findTask(context) : null;
  return pair === null || pair.fit < ENOUGH ? null : pair.terms;
}

/** The same two figures where their quotient is asked for; null where the sentence prints a share. */
export function findTaskRate(context: IntentContext): Terms | null {
  const pair = RATE.test(context.question.text) ? findTask(context) : null;
  return pair === null || pair.fit < ENOUGH_RATE ? null : pair.terms;
}

function findTask(context: IntentContext): { readonly terms: Terms; readonly fit: number } | null {
  const { text } = context.question;
  const match = createLabelMatcher(context);
  const units = askedUnits(text);
  const pairs = readSentences(context).flatMap((sentence) =>
    sentence
      .filter(isSet)
      .flatMap((set) =>
        sentence
          .filter(
            (done) => done.value > set.value && done.measured === set.measured && fitsUnits(done, units),
          )
          .map((done) => ({ terms: [done, set] as const, fit: match(text, set) + match(text, done) })),
      ),
  );
  pairs.sort((a, b) => b.fit - a.fit);
  return pairs[0] ?? null;
}

/** 任务500米, 500米任务; not 5个已列入…旧改计划项目. */
function isSet({ around, span, segment }: PlacedFigure): boolean {
  const words = around[0] ?? '';
  const at = span.start - segment.start;
  return SET.test(words.slice(0, at)) || SET.test(words.slice(at, at + span.end - span.start + BEHIND));
}
const BEHIND = 5;

const AVERAGE = /平均|[人户个件处家场笔]均|均摊|摊到/u;
const COUNTER =
  '批次|人次|场次|轮次|个人|个|起|件|家|户|人|名|位|处|场|次|条|项|期|批|宗|篇|栋|天|笔|套|间|份|轮';
/** 平均每家单位, 平均一个投多少, 单个, 一人平均几件, 人均. */
const PER = new RegExp(
  `(?:每一?|单(?=个|场|起|次|笔)|平均(?:到|下来|算下来)?一)(?<measure>${COUNTER})?(?<noun>(?:(?!多少|几)\\p{Script=Han}){0,4})|(?<each>${COUNTER}|个)均|一(?<one>${COUNTER})平均`,
  'u',
);

/** The amount asked for over a count: the one the question names (614起), or one of what stands behind 每; null where no mean is asked for. */
export function findAverage(context: IntentContext): Terms | null {
  const { dates } = context.question;
  if (!AVERAGE.test(context.question.text)) return null;
  // 合计多少件,处理干部平均每件多少人: the ask that wants a mean says of what.
  const text = splitAsks(context.question.text).find((ask) => AVERAGE.test(ask)) ?? context.question.text;
  const groups = PER.exec(text)?.groups;
  if (groups === undefined) return null;
  const match = createLabelMatcher(context);
  const meant = findMatters(context)[0]?.unit.id;
  const per = {
    measure: (groups['measure'] ?? groups['each'] ?? groups['one'] ?? '个').replace('个人', '人'),
    noun: groups['noun'] ?? '',
  };
  const generic = per.measure === '个';
  const given = findAmounts(text).filter(({ unit, value }) => unit !== '' && value >= 10);
  // 每场带动消费多少: what follows the counter may say what is measured.
  // 120场活动,平均一场…: what the asker counts is not asked for.
  const asked = askedUnits(
    given.reduce((rest, { text: told }) => rest.replace(told, ' '), text.replace(PER, ` ${per.noun}`)),
  );
  const units = asked.size === 0 && OWED.test(text) ? MONEY : asked;
  // 平均每户补偿多少: what is shared out must be told where the amount is.
  const thing = SHARED_OUT.exec(text)?.groups?.['thing'] ?? '';
  const counted = COUNTED.exec(text)?.groups?.['thing'] ?? '';
  const pairs = readSentences(context).flatMap((sentence) =>
    sentence
      .filter((count) => count.value > 1)
      .filter(
        (count) =>
          countsPer(count, per) ||
          (generic && mayCount(count, per.noun) && tellsOf(match(text, count), count)),
      )
      .flatMap((count) =>
        sentence
          .filter((amount) => amount !== count && amount.measured !== '%' && !countsSame(amount, count))
          .filter((amount) => fitsUnits(amount, units) || units.has(amount.measured.replace(/次$/u, '')))
          .filter((amount) => units.size > 0 || !isTime(amount.measured))
          .filter((amount) => thing === '' || match(thing, amount) > 0)
          .filter((amount) => amount.value >= count.value || !countsHeads(amount))
          .map((amount) => ({
            terms: [amount, count] as const,
            fit:
              match(text, amount) +
              match(text, count) +
              (given.some((one) => meets(count, one)) ? 1 : 0) +
              (generic && countsPer(count, per) ? NAMED : 0) +
              (amount.unit === meant ? MEANT : 0) +
              agreePeriod(amount, dates[0]) * 0.5 -
              distance(amount, count),
          })),
      ),
  );
  // 几条隐患: another count of the sentence is no mean of them.
  const telling = (place: number): typeof pairs =>
    pairs.filter(({ terms: [{ around }] }) => around[place]?.includes(counted));
  const near = telling(0);
  const [best] = (near.length > 0 ? near : telling(3)).sort((a, b) => b.fit - a.fit);
  return best === undefined || best.fit < ENOUGH ? null : best.terms;
}

/** 补偿多少, 接待了几人: the word that says what is shared out, behind what it is shared out among. */
const SHARED_OUT =
  /(?:每一?|平均一?|均)(?:\p{Script=Han}|\d)*?(?:个|起|件|家|户|人|名|处|场|次|条|项|期|批|天)(?<thing>\p{Script=Han}{2})(?:了|过)?(?:多少|几)/u;

/** 多少客流, 多少垃圾: what is shared out, behind the question word. */
const COUNTED =
  /(?:多少|几)(?:名|个|件|吨|万?人次)?(?<thing>(?!钱|人|个人|次|元|万|平)\p{Script=Han}{2})(?:\p{Script=Han}{0,2})[?。]*$/u;
/** 平均每处欠多少: money, though it is not said. */
const OWED = /[欠罚缴退补拨投花扣](?:了|掉|过|下)?多少[?。]*$/u;
const MONEY: ReadonlySet<string> = new Set(['元']);

/** 7人 over 136处: nobody counts so many hundredths of a person. */
function countsHeads({ measured }: PlacedFigure): boolean {
  return PERSONS.includes(measured) || measured === '人次';
}

interface Per {
  readonly measure: string;
  readonly noun: string;
}

/** 每起 ↔ 614起, 每批次 ↔ 331批次, 每个社区 ↔ 52个社区, 每家单位 ↔ 20个单位, 一人 ↔ 10名. */
function countsPer({ measured, segment, span, around }: PlacedFigure, { measure, noun }: Per): boolean {
  if (PERSONS.includes(measure)) return PERSONS.includes(measured);
  const behind = (around[0] ?? '').slice(span.end - segment.start);
  if (noun.length >= 2 && behind.startsWith(noun.slice(0, 2))) return true;
  return measure !== '个' && (measured === measure || measured === `${measure}次`);
}

/** 平均每个投资多少: what is done with each, not what each is. */
const SPENT = /^(?:投资|投入|花|用|拿|补|罚|缴|收|带动|拉动|产出|处理|接待|纳统|完成)/u;
/** 平均一个小区几条: 剩余69条 is no count of them; 平均一个投多少 leaves open what is counted. */
function mayCount({ around }: PlacedFigure, noun: string): boolean {
  return noun.length < 2 || SPENT.test(noun) || (around[1] ?? '').includes(noun.slice(0, 2));
}

/** 20个单位39个问题: of one measure, but not of one thing; the larger is shared out among the smaller. */
function countsSame(amount: PlacedFigure, count: PlacedFigure): boolean {
  if (amount.measured !== count.measured) return false;
  if (amount.value <= count.value) return true;
  const [a = '', b = ''] = [amount, count].map(({ around, span, segment }) =>
    (around[0] ?? '').slice(span.end - segment.start),
  );
  // 监督群398个,覆盖10个街道52个社区: counted in front.
  const lead = (amount.around[0] ?? '').slice(0, amount.span.start - amount.segment.start);
  if (a === '' && b.length >= 2 && lead.length >= 2) return lead.includes(b.slice(0, 2));
  return a === '' || b === '' || a.slice(0, 2) === b.slice(0, 2);
}

/** Share of the question that must stand at a count whose noun the question does not repeat: 项目…平均一个 ↔ 项目61个. */
const TOLD = 0.25;

function tellsOf(share: number, { measured }: PlacedFigure): boolean {
  return countsThings(measured) && share >= TOLD;
}

/** Farther figures fit less: up to 0.6 over a hundred characters. */
function distance(a: PlacedFigure, b: PlacedFigure): number {
  return Math.min(0.6, Math.abs(a.span.start - b.span.start) / 166);
}
