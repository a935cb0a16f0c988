// a figure asked for that several units state, each with a number of its own → all of them, each cited, nothing reconciled
import type { UnitId } from '../bulletin/bulletin.ts';
import { findAmounts, type Amount } from '../text/amounts.ts';
import { rememberEach } from '../text/remember.ts';
import { findConflicts } from './conflicts.ts';
import { draftFact } from './fact.ts';
import { readAskedUnits } from './figure-ask.ts';
import { asksElsewhere, isArabic } from './matter.ts';
import { hasFigure } from './mention-words.ts';
import { meets } from './figure-words.ts';
import { createLabelMatcher, findFigures } from './figure-match.ts';
import { citeFigure, type PlacedFigure } from './figure-place.ts';
import {
  claim,
  draftAnswer,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';

/** 两处, 前后对得上吗, 各处数字不一样, 一处说…另一处好像: the asker knows, or wants to know, that there are several. */
const SEVERAL =
  /[两各多]处|[两几][个组]数字?(?:都|全|一起|一并)|(?:数字|说法)(?:都|全)(?:给|列|报|说)|几处(?=各|都|写|数字|说法|的|分别|怎么|不)|前后|前面|数字(?:都|怎么)?不|对得上|(?<!原来的|原先的|原)写法|说法|口径|一处[^。?]{0,16}另(?:外)?一处|多少(\p{Script=Han})[,?](?:[^,。?]{0,6}(?:加起来|累计|总共|合计|全部|一共|前后|后来))?又是?(?:多少|几)\1|有个?地方[^。?]{0,16}有个?地方|另一个数/u;
/** 一处说五百多次, 另一处好像少得多: says of one of the places. */
const OF_A_PLACE = /^(?:其中|有|另外?)?一(?:处|条|个地方)/u;
const SEVERAL_WORDS =
  /(?:通报(?:里|中)?)?(?:[两各多]处|几处(?=各|都|写|数字|说法|的|分别|怎么|不))(?:的|各|都|分别|数字|写法|说法|口径|写|不一样|不同)*了?|(?:通报(?:里|中)?)?前后(?:的|数字|写法|说法|口径)*/gu;

/** 诉求办了多少, 办了多少件诉求; 分别写多少 says nothing of what is counted. */
const BARE_ASK =
  /(?:分别|各自?|都)(?:写|是|说|为)?(?:了|的)?多少(?=[?,。]|$)|(?:都|全|一起)?给我(?:列|报|说)?(?:一下|出来)?/gu;
const COUNTED = /(?:多少|几)(?:[件个项条宗起场次])?(?:的)?(?<noun>\p{Script=Han}{2})(?=[?,。]|$)/u;
/** 立案多少, 通报了多少: what was done, in whatever it is counted. */
const DONE =
  /(?<done>立案|查处|通报|处分|问责|约谈|谈话|拆除|清理|收回|追缴|清退|走访|接待)了?(?:一共|总共)?多少(?=[?,。]|$)/u;
/** 几起几人 counts one thing twice; it says nothing of what that is. */
const COUNTED_TWICE = /(?:多少|几)(?:起|件|宗|批次|批|场)(?:的?案子?)?(?:多少|几)(?:人次|人|名|户)/u;
/** 完成率, 专项经费: what is told under its own name. */
const OWN_NAME = /\p{Script=Han}{2}率|经费|投资|补贴|奖金|租金|消费|销售额|营收|纳统|税收|罚款|贷款/u;
/** 差几个, 多出多少: two figures are set against each other. */
const DIFFERENCE = /(?:相差|差(?:了|着)?|多出|少了?|多了?)(?:多少|几)/u;
/** Share of the question that must stand near a figure; of the best one for the others. */
const ENOUGH = { plain: 0.5, several: 0.35 };
const NEAR_BEST = { plain: 0.6, several: 0.55 };
/** Counted of anything; 两个数字都给我 does not say what is counted. */
const TIMES = /^[年月日天号届%]?$/u;
/** Nearly all that is asked stands around the figure. */
const SURE = 0.7;
const READ_UNITS = 12;
/** The same for a figure told in the very words of the best one. */
const WORDED_ALIKE = 0.35;
const MOST_PLACES = 4;

export const restatedIntent: Intent = {
  name: 'restated',
  examples: ['城管系统警示教育会开了多少场,前后对得上吗', '小微权力监督平台办结群众诉求多少件'],
  ceiling: 0.88,
  score: (context) => {
    const { references, followUp } = context.question;
    if (references.length > 0 || followUp) return 0;
    const asked = readAsked(context);
    if (asked === null) return 0;
    const figures = findRestated(context, asked);
    if (figures.length < 2) return 0;
    if (!asked.several) return answersOne(context, figures) || areSure(context, asked, figures) ? 0.5 : 0;
    return knownConflict(context, figures) ? 0.8 : 0.88;
  },
  draft: (context) => {
    const asked = readAsked(context);
    return draftRestated(
      context,
      asked?.several === true,
      asked === null ? [] : findRestated(context, asked),
    );
  },
};

interface Asked {
  /** What is counted, without the words about its being told twice. */
  readonly topic: string;
  readonly units: readonly string[];
  /** 诉求 of 多少诉求: what the figure counts, where the question says it. */
  readonly noun: string;
  readonly several: boolean;
  /** 立案多少 is met by 6起 and by 6人. */
  readonly anyUnit: boolean;
  /** Figures of one of the places, as the asker remembers them. */
  readonly given: readonly Amount[];
}

/** Null where no figure is asked for. */
const readAsked = rememberEach(({ question }: IntentContext): Asked | null => {
  const { text } = question;
  const several = SEVERAL.test(text);
  if (!several && (question.askedFor[0] !== 'amount' || hasFigure(text))) return null;
  if (!several && DIFFERENCE.test(text)) return null;
  // 一处叫细则方案,另一处叫什么
  if (ASKS_NAME.test(text)) return null;
  const topic = text
    .split(/[,，;。?]/u)
    .filter((clause) => !saysOfPlaces(clause) || /多少|几(?!处)/u.test(clause))
    .join(',')
    .replace(SEVERAL_WORDS, '')
    .replace(several ? BARE_ASK : /$^/u, '');
  // 受众1万多人次的那批: told, not asked.
  const asked = readAskedUnits(findAmounts(topic).reduce((rest, one) => rest.replace(one.text, ' '), topic));
  // 前面写600余场,后面又是另一个数: what the one is counted in, the other is.
  const units = asked.length === 0 && several ? givenUnits(text) : asked;
  const counted = topic.replace(COUNTED_TWICE, '');
  const done = DONE.exec(topic)?.groups?.['done'] ?? '';
  const noun = COUNTED.exec(counted)?.groups?.['noun'] ?? OWN_NAME.exec(topic)?.[0] ?? done;
  const given = several ? findAmounts(text).filter(({ value }) => value >= SAID) : [];
  return units.length === 0 && !several && noun === ''
    ? null
    : { topic: counted, units, noun, several, anyUnit: done !== '' && units.length === 0, given };
});

const ASKS_NAME = /叫(?:什么|啥)|(?:名称|全称|名字|书名号)/u;

function saysOfPlaces(clause: string): boolean {
  return SEVERAL.test(clause) || OF_A_PLACE.test(clause);
}

/** Smaller numbers count the places: 两个数字. */
const SAID = 10;

/** The unit of the only figure the clauses about several places give. */
function givenUnits(text: string): readonly string[] {
  const given = text
    .split(/[,，;。?]/u)
    .filter((clause) => saysOfPlaces(clause))
    .flatMap((clause) => findAmounts(clause))
    .filter(({ unit, value }) => value >= SAID && !TIMES.test(unit));
  return given.length === 1 ? given.map(({ unit }) => unit) : [];
}

/** The best figure of each unit that states one, the best first; none where all units state the same. */
const findRestated = rememberEach(
  (context: IntentContext, { topic, units, noun, several, anyUnit, given }: Asked): PlacedFigure[] => {
    const mode = several ? 'several' : 'plain';
    const match = createLabelMatcher(context);
    const found = findFigures(context, [topic], READ_UNITS).filter(
      (figure) =>
        figure.kind === 'amount' &&
        isArabic(figure) &&
        (units.length === 0 ? !TIMES.test(figure.measured) : countsIn(units, figure.measured)),
    );
    const named = noun === '' ? [] : found.filter(({ around: [segment = ''] }) => segment.includes(noun));
    if (units.length === 0 && !several && named.length === 0) return [];
    const remembered = (figure: PlacedFigure): number => (given.some((one) => meets(figure, one)) ? 1 : 0);
    const fits = found
      .map((figure) => ({ figure, fit: Math.max(match(topic, figure), remembered(figure)) }))
      .filter(
        ({ figure, fit }) =>
          named.length === 0 || named.includes(figure) || (units.length > 0 && fit >= SURE),
      )
      .sort((a, b) => b.fit - a.fit);
    const measured = fits[0]?.figure.measured;
    const best = new Map<UnitId, { figure: PlacedFigure; fit: number }>();
    for (const one of fits)
      if ((units.length > 0 || anyUnit || one.figure.measured === measured) && !best.has(one.figure.unit))
        best.set(one.figure.unit, one);
    const sorted = [...best.values()];
    const top = sorted[0]?.fit ?? 0;
    if (top < ENOUGH[mode]) return [];
    const near = sorted
      .filter(
        ({ figure, fit }) =>
          fit >=
            Math.max(units.length > 0 || several || anyUnit ? ENOUGH[mode] : SURE, top * NEAR_BEST[mode]) ||
          (fit >= WORDED_ALIKE && tellsAlike(sorted[0]?.figure, figure)),
      )
      .slice(0, MOST_PLACES)
      .map(({ figure }) => figure);
    return new Set(near.map(({ value, measured: unit }) => `${value}${unit}`)).size > 1 ? near : [];
  },
);

/** 五百多次 is remembered of 500余次, and set against 100余家次. */
function countsIn(units: readonly string[], measured: string): boolean {
  return units.includes(measured) || (units.includes('次') && /^[家户]次$/u.test(measured));
}

/** 垃圾约75吨, 垃圾约295.06吨: nothing but the number differs. */
function tellsAlike(first: PlacedFigure | undefined, { around, text, measured }: PlacedFigure): boolean {
  const words = (around[0] ?? '').replace(text, '');
  return (
    words.length >= 2 &&
    measured !== '%' &&
    first?.measured === measured &&
    (first.around[0] ?? '').replace(first.text, '') === words
  );
}

/** True when the passage that answers the question stands in one of the units: they speak of what was asked. */
function answersOne(context: IntentContext, figures: readonly PlacedFigure[]): boolean {
  const { claims, refusal } = draftFact(context);
  const [first] = claims.flatMap(({ citations }) => citations.map(({ unit }) => unit));
  return refusal === null && figures.some(({ unit }) => unit === first);
}

/** 机关党建微品牌到底几个: nothing answers in one passage, but both places hold nearly all that is asked. */
function areSure(context: IntentContext, { topic, noun }: Asked, figures: readonly PlacedFigure[]): boolean {
  const subject = topic
    .replace(noun, '')
    .replace(/[^\p{Script=Han}]|(?:到底|究竟|一共|总共)|(?:多少|几).?/gu, '');
  // 完成率多少: of anything.
  if (subject.length < NAMES_SUBJECT) return false;
  if (asksElsewhere(context)) return false;
  const match = createLabelMatcher(context);
  return figures.every((figure) => match(topic, figure) >= SURE);
}

const NAMES_SUBJECT = 4;

/** A contradiction of the ledger is better told with its reason; see conflicts.ts. */
function knownConflict(context: IntentContext, figures: readonly PlacedFigure[]): boolean {
  const [conflict] = findConflicts(context, readAsked(context)?.topic ?? '');
  return conflict?.sides.every(({ citation }) => figures.some(({ unit }) => unit === citation.unit)) === true;
}

function draftRestated(context: IntentContext, several: boolean, figures: readonly PlacedFigure[]): Draft {
  const fact = several ? null : draftFact(context);
  const answer = fact === null || fact.refusal !== null ? draftAnswer({}) : fact;
  const told = ({ unit, text }: PlacedFigure): boolean =>
    answer.claims.some(
      (one) => one.text.includes(text) && one.citations.some((quote) => quote.unit === unit),
    );
  const others = figures.filter((figure) => !told(figure));
  const units = figures.map(({ unit }) => unit);
  return {
    ...answer,
    claims: [...answer.claims, ...others.flatMap((figure) => claimPlace(context, figure))],
    notes: [...answer.notes, '通报中不同位置的数字并列如下,未作调和。'],
    candidates: [...new Set([...answer.candidates.slice(0, 1), ...units, ...answer.candidates])].slice(0, 10),
  };
}

function claimPlace({ lookup, bulletin }: IntentContext, figure: PlacedFigure): DraftClaim[] {
  const unit = lookup.get(figure.unit);
  if (unit === undefined) return [];
  const citation = citeFigure(unit, bulletin.source, figure);
  return [claim(`${lookup.label(unit.id)}作“${citation.quote}”`, [citation])];
}
