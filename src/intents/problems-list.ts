// 「组织路线方面有哪些问题」「哪些问题涉及招投标」: headings of problems, by section or by their words
import { rememberEach } from '../text/remember.ts';
import type { Citation, Unit, UnitId } from '../bulletin/bulletin.ts';
import { findByMeaning } from './by-meaning.ts';
import { printsWords, readHeadingWords } from './heading-words.ts';
import { namesSection } from './filter-parts.ts';
import { namesNothing } from './pieces.ts';
import {
  claim,
  draftAnswer,
  draftRefusal,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import { SHOWN_ROWS } from './list-draft.ts';
import { findMentions } from './mentions.ts';
import { compileExact } from './phrase.ts';
import { claimProblems, claimSection, problemsOf } from './section-counts.ts';
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';
import { phraseVariants, stripShape, trimEdges } from './shape.ts';
import type { Reference } from '../question/question.ts';
import { withoutRemarks, withoutWishes } from './remarks.ts';
import { readSection } from './slots.ts';

/** 有哪些问题, 哪几个问题, 问题有哪些, 列问题号, 问题里有几个是讲…的, 反馈问题里点到…的是哪几个; not 发现了哪些问题, which a measure answers. */
const ASKS =
  /(?:哪些|哪[几两二三四五六七八九]个|哪几类|什么)(?:反馈|整改)?(?:的)?问题|问题(?:都|分别|主要)?(?:有|是)(?:哪些|哪[几两二三四五六七八九]|什么|第几)|问题[^,。?]{0,16}第几个|(?:是|算|属于|列在)(?:哪一?个|第几个)(?:反馈|整改)?(?:的)?问题|问题(?:一共|总共|都)*(?:是|有)?(?:哪几个|哪些号|哪个号|几号)|问题(?:编号|号)(?![\d第])|问题(?:里|中|当中)?有(?:几|多少)个是?(?:讲|说|关于|涉及)|(?<![这那该哪]个?|\d号?)问题(?:里面?|中|当中)[^,。?]{2,20}的(?:有|是)(?:哪几个|哪些|哪几)(?=[?。!,]|$)/u;
/** 博奥城违建问题有哪几条措施. */
const OF_MEASURES = /问题(?:都|分别|主要)?(?:有|是)(?:哪些|哪几条?|什么)(?:整改)?(?:措施|举措)/u;
/** 多少个问题涉及违建, 跟招投标有关的问题有几个. */
const COUNTS =
  /(?:多少|(?<!哪)几)(?:个|条|项|类)?(?:反馈|整改)?(?:的)?问题|问题(?:里|中|当中)?[^,。?]{0,16}(?:多少|(?<!哪)几)(?:个|条|项|类)(?=[?。!,、]|$)/u;
const MENTIONS = /涉及|提到|有关|相关|关于|针对|讲|说|写|带|含|点名|属于|冲着/u;
const ELSEWHERE = /发现|查出|检查出|排查出|暴露|解决(?:了|问题)/u;

export const problemsListIntent: Intent = {
  name: 'problems',
  examples: ['组织路线方面有哪些问题', '哪些问题涉及招投标', '涉及违建的问题有几个'],
  score: (context) => {
    const { text, references } = context.question;
    if (readHeadingWords(text) !== null && ASKS_ANY.test(text)) return references.length === 0 ? 0.95 : 0;
    if (references.length === 0 && SIZED.test(text) && readSize(context) !== null) return 0.9;
    const asks =
      (asksForHeadings(text) && !OF_MEASURES.test(text)) ||
      (COUNTS.test(text) && MENTIONS.test(text) && !/措施|举措/u.test(text));
    const others = references.filter(({ kind }) => kind !== 'section');
    if (!asks || ELSEWHERE.test(text) || !others.every((one) => isLeftOut(text, one))) return 0;
    const { units, words, section } = readProblems(context);
    if (!isAsMany(text, units.length)) return 0;
    const printed = words.length > 0 || section !== null || asksForHeadings(text);
    return units.length > 0 && printed ? 0.8 : 0;
  },
  draft: (context) => draftProblems(context),
};

/** 除了问题五十,还有哪几个问题讲…: the number names what is known already. */
function isLeftOut(text: string, { kind, text: written }: Reference): boolean {
  return kind === 'problem' && !withoutRemarks(text).includes(written);
}

const SO_MANY = new RegExp(`(?<n>[\\d${NUMERAL_CHARACTERS}]{1,3})个(?:反馈|整改)?问题(?:是|都|分别)`, 'u');

/** 督察指出的十二个问题是哪些: false where the headings found are not as many as the message says. */
function isAsMany(text: string, found: number): boolean {
  const said = parseInteger(SO_MANY.exec(text)?.groups?.['n'] ?? '');
  return said === null || said === found;
}

/** 哪些问题; 标题里带“…”的问题请列全. */
function asksForHeadings(text: string): boolean {
  return ASKS.test(text) || readHeadingWords(text) !== null;
}

/** 几个, 哪些, 列出来, 有吗. */
const ASKS_ANY = /几|多少|哪|列|挑|找|有没有|[吗么][?。]*$|的问题[?。]*$/u;

/** 哪些问题, 问题是哪几个: headings are asked for, not measures. */
export function asksForProblems(text: string): boolean {
  return asksForHeadings(text) && !ELSEWHERE.test(text) && !/措施|举措|几条|些条/u.test(text);
}

/** 只有两条措施的问题, 措施超过3条的问题, 列了4条措施的问题. */
const SIZE = new RegExp(
  `(?<n>[\\d${NUMERAL_CHARACTERS}])条(?<from>以上|及以上|或以上)?|(?:措施|举措)数(?:量)?(?:为|是|等于|达)?(?<n2>\\d)`,
  'gu',
);
/** What stands shortly before the number. */
const SIGNS = {
  more: /(?:超过|多于|大于|不止|高于|超出)[^,。?]{0,3}$/u,
  less: /(?:不到|少于|不足|低于|没到)[^,。?]{0,3}$/u,
  not: /(?:不是|不等于|没有|非)[^,。?]{0,3}$/u,
};

/** Problems by the number of their measures; null when the question names no such number. */
function readSize({ question, lookup }: IntentContext): readonly UnitId[] | null {
  const { text } = question;
  if (!/问题/u.test(text) || !/措施|举措/u.test(text)) return null;
  const match = [...text.matchAll(SIZE)].at(-1);
  const size = match === undefined ? null : parseInteger(match.groups?.['n'] ?? match.groups?.['n2'] ?? '');
  if (match === undefined || size === null) return null;
  const before = text.slice(0, match.index);
  const fits = (count: number): boolean => {
    if (SIGNS.more.test(before)) return count > size;
    if (SIGNS.less.test(before)) return count < size;
    if (SIGNS.not.test(before)) return count !== size;
    return match.groups?.['from'] !== undefined ? count >= size : count === size;
  };
  return lookup.problems.filter(({ id }) => fits(lookup.measuresOf(id).length)).map(({ id }) => id);
}

interface Asked {
  readonly section: UnitId | null;
  readonly words: readonly string[];
  readonly units: readonly UnitId[];
}

/** 有4条措施的问题有几个, 哪些问题只有两条措施. */
const SIZED = /(?:多少|(?<!哪)几)(?:个|类)|(?:哪些|哪几个)|条(?:整改)?(?:措施|举措)的问题[?。!]*$/u;

const readProblems = rememberEach((context: IntentContext): Asked => {
  const { question, lookup } = context;
  const printed = readHeadingWords(question.text);
  if (printed !== null) {
    const place = readSection(question.text, lookup)?.value ?? null;
    const found = lookup.problems.filter(
      (unit) => printsWords(unit, printed) && (place === null || unit.path.includes(place)),
    );
    return { section: place, words: printed.words, units: found.map(({ id }) => id) };
  }
  const left = question.references.filter((one) => isLeftOut(question.text, one));
  const text = withoutWishes(left.length === 0 ? question.text : withoutRemarks(question.text));
  const section = readSection(text, lookup);
  const known = new Set(left.flatMap(({ units }) => units));
  const inside = lookup.problems.filter(
    ({ id, path }) => !known.has(id) && (section === null || path.includes(section.value)),
  );
  const parts = stripShape(section?.rest.replace('\u0001', '') ?? text)
    .map((part) =>
      trimEdges(
        part
          .replace(TOLD, '')
          .replace(/^(?:\d+个)?(?:反馈|整改)?(?:的)?问题(?:的)?(?:标题)?(?:里|中|当中)?|(?:的)?问题$/gu, ''),
      ),
    )
    .filter(
      (part) =>
        part.length >= 2 &&
        part !== '全部' &&
        !(
          section !== null &&
          (namesNothing(context, part) || namesSection(context, { section: section.value }, part))
        ),
    );
  if (parts.length === 0 && section === null) return { section: null, words: [], units: [] };
  const found = parts.map(
    (part) =>
      findPrinted(context, inside, part) ??
      findAny(context, inside, part) ??
      findMeant(context, inside, part),
  );
  if (found.includes(null)) return { section: null, words: [], units: [] };
  const told = found.filter((one) => one !== null);
  const units = told.reduce(
    (rest, { units: own }) => rest.filter((id) => own.includes(id)),
    inside.map(({ id }) => id),
  );
  const words = told.flatMap(({ printed }) => printed ?? []);
  return { section: section?.value ?? null, words, units };
});

interface Found {
  /** As a heading prints them; null where the headings only mean them. */
  readonly printed: string | null;
  readonly units: readonly UnitId[];
}

/** Headings that print the words, or what is left without 工作, 方面. */
function findPrinted(context: IntentContext, inside: readonly Unit[], part: string): Found | null {
  const variants = phraseVariants(part);
  for (const phrase of variants.flatMap((words) => [words.replace(LOOSE_END, ''), words])) {
    const mentions = findMentions(inside, context.bulletin.source, [phrase], false);
    if (phrase.length >= 2 && mentions.length > 0) {
      const units = new Set([...mentions.map(({ unit }) => unit), ...findAlike(context, inside, phrase)]);
      return { printed: phrase, units: inside.map(({ id }) => id).filter((id) => units.has(id)) };
    }
  }
  return null;
}

/** What is of a kind with the words, by its own names: 围标 is of 招投标. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:工程|项目)*(?:招投标|招标投标|招标|投标)$/u, /招投标|招标|投标|围标|串标|陪标/u],
  [/^“?四风”?$/u, /“?四风”?|形式主义|官僚主义|享乐主义|奢靡/u],
];
/** 滥发津补贴 and 违规发放补贴: so much of the words, or so near the best heading, in other words. */
const ALIKE = { coverage: 0.35, score: 0.8, least: 2 };

/** Further headings that tell of the same, where some print the words. */
function findAlike({ engine }: IntentContext, inside: readonly Unit[], phrase: string): UnitId[] {
  const kind = KINDS.find(([said]) => said.test(phrase))?.[1];
  const named = kind === undefined ? [] : inside.filter(({ text }) => kind.test(text)).map(({ id }) => id);
  const ranked = engine.rank(phrase, { within: new Set(inside.map(({ id }) => id)), limit: inside.length });
  const best = ranked[0]?.score ?? 0;
  const near = ranked.filter(
    ({ score, coverage }) => coverage >= ALIKE.coverage || score >= Math.max(ALIKE.least, best * ALIKE.score),
  );
  return [...named, ...near.map(({ unit }) => unit)];
}

function findMeant(context: IntentContext, inside: readonly Unit[], part: string): Found | null {
  const meant = findByMeaning(
    context,
    part,
    inside.map(({ id }) => id),
  );
  return meant.length === 0 ? null : { printed: null, units: meant };
}

/** 公家房产、公房、写字楼: problems that any of the things named in a row is said of; null where one thing is named. */
function findAny(context: IntentContext, inside: readonly Unit[], part: string): Found | null {
  const pieces = part.split(/、|或者?/u).filter((piece) => piece.length >= 2);
  const found = pieces.flatMap(
    (piece) => findPrinted(context, inside, piece) ?? findMeant(context, inside, piece) ?? [],
  );
  if (pieces.length < 2 || found.length === 0) return null;
  const told = new Set(found.flatMap(({ units }) => units));
  return { printed: null, units: inside.map(({ id }) => id).filter((id) => told.has(id)) };
}

/** 党建工作, 教育方面, 房租的事. */
const LOOSE_END = /(?:的)?(?:工作|方面|领域|事情?|情况)$/u;
/** 被挑出, 说的是, 被当成毛病单独列: how a problem is told of. */
const TOLD =
  /(?:是|在)?(?:讲|说|指|写|冲着)的?(?:是)?|被(?:挑出来?|点名|指出|点出|当成|列成|列为)(?:毛病|问题)?|(?:毛病|单独|专门|直接)(?:列|提|挑)?(?:出来?)?的?|反馈[里中]?|(?:这次|本次)?(?:省委)?巡视组?(?=列|提|点|指|反馈|$)|列(?:了|出)?/gu;

/** False where a heading tells of the words in others. */
function prints({ lookup }: IntentContext, units: readonly UnitId[], words: readonly string[]): boolean {
  const printed = words.map(compileExact);
  return units.every((id) => {
    const unit = lookup.get(id);
    return unit !== undefined && printed.every((find) => find(unit) !== null);
  });
}

function draftProblems(context: IntentContext): Draft {
  const sized = SIZED.test(context.question.text) ? readSize(context) : null;
  const { section, words, units } =
    sized === null ? readProblems(context) : { section: null, words: [], units: sized };
  if (sized?.length === 0 || (units.length === 0 && words.length > 0))
    return draftRefusal('not-in-bulletin', '没有这样的问题。');
  const whole =
    section !== null && words.length === 0 && units.length === problemsOf(context, section).length;
  const counted = claimProblems(context, units);
  const items = units.slice(0, SHOWN_ROWS).map((id): DraftClaim => {
    const citation: Citation = context.lookup.cite(id);
    return claim(citation.quote.replace(/^针对|[。]$/gu, ''), [citation], { kind: 'item' });
  });
  const claims = [
    ...(section !== null ? claimSection(context, section) : []),
    whole || words.length === 0
      ? counted
      : claim(
          `${prints(context, units, words) ? '提到' : '涉及'}“${words.map((word) => word.replace(/[“”]/gu, '')).join('”“')}”的${counted.text}`,
          counted.citations,
          {
            computed: counted.computed,
          },
        ),
    ...items,
  ];
  return draftAnswer({
    claims,
    candidates: units.slice(0, 10),
    list: units,
    shown: Math.min(units.length, SHOWN_ROWS),
    suggestions: units.length > SHOWN_ROWS ? ['更多'] : [],
  });
}
