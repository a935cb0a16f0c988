// 第一方面在推进的措施占全部的几成 → aOMZA%: the message as a row of signs, where nothing but words of counting stands in it
import type { UnitId } from '../bulletin/bulletin.ts';
import type { UnitLookup } from '../bulletin/lookup.ts';
import { contentSections } from '../bulletin/sections.ts';
import { countStatuses, STATUSES, type Status } from '../ledger/ledger.ts';
import { rememberEach } from '../text/remember.ts';
import type { IntentContext } from './intent.ts';
import { spellSections } from './section-lists.ts';
import { readSection, readStatus } from './slots.ts';

/** A section by its place among those that hold measures. */
const SECTION_SIGNS = 'abcdefghij';
export const STATUS_SIGNS: Readonly<Record<Status, string>> = {
  completed: 'C',
  in_progress: 'O',
  long_term: 'L',
};

/** 得一直抓着不放、没有终点; 要常年抓; 持续性的; 长年坚持. */
const ENDLESS = '(?:没有?|无)(?:终点|尽头|止境|完结(?:一说)?|完的时候)';
const STANDING = new RegExp(
  `(?:得|要|需要?|应该?)*(?:(?<![在正仍])(?:一直|始终|持续|常年|长年|长期|永远)(?:要|地|得)?(?:抓|坚持|做|管|盯)(?:着|下去|不放|不松|不断)*|持续性|长效性|(?:常态化?|长效)+地?(?:坚持|保持|抓))(?:[、,]?(?:并且?|而且)?${ENDLESS})?|${ENDLESS}`,
  'gu',
);

/** 只剩一条措施没完成, 有两条以上没完成, 三条措施都没完成: W, so many that are open. */
export const LEFT_SO_MANY = new RegExp(
  [
    '(?:只|仅|就)(?:剩下?|有|差|余)?(?<n>[一二两三四1-4])(?:条|项)MEASURES',
    '(?<least>[一二两三四1-4])(?:条|项)(?:及|或)?以上(?:的)?MEASURES',
    '(?<all>[二两三四2-4])(?:条|项)MEASURES(?:都|全部?|均)',
  ]
    .map((source) => `${source.replace('MEASURES', '(?:整改)?(?:措施|举措)?')}(?=[^,。?]{0,2}(?:没|未|在推))`)
    .join('|'),
  'gu',
);

type Rules = readonly (readonly [sign: string, pattern: RegExp])[];

const INSIDE = '里[面头]?|当中|之中|中(?!心)';
const MEASURES = '(?:整改)?(?:措施|举措|条目)';
const PROBLEMS = '(?:反馈的?|整改)?问题';
const HOW_LARGE = '(?:是|有|为|达到?)?(?:多少|多大|多高|几成)?';
/** 完成率 and 措施 are no part of a section's name: T the section just named, U not one of them. */
const FIRST: Rules = [
  // (长期坚持的不算), 长期的撇开: standing practice is none of the other two classes anyhow.
  [
    '',
    /[,(]?长期(?:坚持|推进)?(?:类|那类)?的?(?:都|就|也)?(?:不算|不计|不含|别算|撇开|除外|除开|排除|剔除|不包括)(?:在内|进来|进去)?\)?/gu,
  ],
  ['', /有没有|有无|是否有?/gu],
  ['L', STANDING],
  [
    'C',
    /画上?了?句号|(?:全部|彻底|已经?)?(?:办结|完成|改完)了?[、,](?:而且)?(?:已经)?不用再(?:跟|管|抓|盯)|不用再(?:跟|管|抓|盯)了?/gu,
  ],
  ['O', /(?:还|仍|尚|都)*(?:没有?|未|没能)完(?![成结工毕])/gu],
  ['C%', new RegExp(`(?<![未没有能])完成(?:的)?(?:率|比例|比率|占比|比重)${HOW_LARGE}`, 'gu')],
  ['C%', new RegExp(`(?<=(?:措施|举措|方面|板块|\\d条)[^,。?]{0,6})(?:办结|落实|整改)率${HOW_LARGE}`, 'gu')],
  ['C O L E', /(?:[三各]个?|不同的?)(?:种|类)?状态/gu],
  ['T', /(?<=[占在]了?)(?:[这那该本]个?|自己)(?:方面|部分|板块)/gu],
  ['>', /(?<![占分对])比(?![例重率如较])/gu],
  ['W', LEFT_SO_MANY],
  [
    'UMO',
    new RegExp(
      `(?:没有?|无)(?:任何)?一(?:条|项)${MEASURES}?(?:是|已经?)?(?:完成|办结|[办做改]完)了?的?`,
      'gu',
    ),
  ],
  ['B', /既(?:有|是)?(?=[^,。?]*又)/gu],
  ['', /(?<=B[^,。?]*)又(?:有|是)?/gu],
  ['UM', new RegExp(`一(?:条|项)${MEASURES}?(?:都|也)`, 'gu')],
];
/** M measures, Q problems; I 里, A all, N 几条, K 几个. */
const KINDS: Rules = [
  ['A', /总(?:的)?(?=(?:整改)?(?:措施|举措|问题))/gu],
  ['MN', new RegExp(`${MEASURES}的?(?:总数|总量|条数|数量|数目?)(?!据)`, 'gu')],
  ['QK', new RegExp(`${PROBLEMS}的?(?:总数|总量|个数|数量|数目?)(?!据)`, 'gu')],
  ['MI', new RegExp(`${MEASURES}的?(?:${INSIDE})`, 'gu')],
  ['QI', new RegExp(`${PROBLEMS}的?(?:${INSIDE})`, 'gu')],
  ['M', new RegExp(MEASURES, 'gu')],
  ['Q', new RegExp(PROBLEMS, 'gu')],
];
/** @ 在…里, % a share, Z 占, E each, H which, n 多少; - 减去, / 除以, + 和, > 比, < 多几 or 差; V 涉及. */
const LAST: Rules = [
  ['@', /(?<![现正存])在(?=[^占]*[里中I][^占]{0,4}占)/gu],
  [
    '%',
    new RegExp(
      `占比${HOW_LARGE}|百分之(?:几|多少)|百分比|几分之几|(?:多大|多少)的?(?:比例|比重)|(?:比例|比重)${HOW_LARGE}|几成`,
      'gu',
    ),
  ],
  ['Z', /占(?:到|了|去)?/gu],
  ['E', /各自?|分别/gu],
  ['-', /减(?:去|掉)|扣(?:除|掉)|刨(?:去|掉)|除(?:去|掉|了|开)|去掉/gu],
  ['/', /除以/gu],
  ['*', /(?:多少|几)倍/gu],
  ['N', /(?:多少|(?<![哪第])几)(?:条|项)|条数/gu],
  ['K', /(?:多少|(?<![哪第])几)个|个数/gu],
  ['H', /哪些|哪几?(?:个|条|项)/gu],
  ['A', /全部|所有|总数|总量|整个|全文|通篇/gu],
  ['C', /完成|办结|(?:整?改|落实)到位|[办做改弄]完|落实到位/gu],
  ['<', /相差|差距|差|[高低](?:出|了)?(?=多少|几| [NK])|[多少](?:出来?|了)?(?=[多几]| [NKC])/gu],
  ['V', /涉及|牵涉|分布在|分属|落在/gu],
  ['I', new RegExp(INSIDE, 'gu')],
  ['n', /多少|几/gu],
  ['+', /加(?:上|起来|在一起)?|合起来|[和与跟、及]|以及|连同/gu],
  ['O', /推进|进行/gu],
  ['L', /长期|坚持/gu],
];
/** What may stand beside them and says nothing: 目前, 区里, 大概, 合计. */
const FILLER =
  /[你咱我他]们?|区里|通报|台账|反馈|巡视|整改|到底|究竟|目前|现在|总体|整体|属于?|清单|其余|标[为成]|剩余|那?类|当前|截至|为止|大概|大约|约|一共|总共|总计|合计|共计|拢共|共|总|具体|请问?|帮忙?|麻烦|告诉|[给按用该应到能来]|个?(?:百分)?点|算(?:一下|下来|出来)?|统计(?:一下|下)?|数(?:一下|下来)|以|就是|即|还|都|全|已经?|仍|剩下?|余下|名下|底下|下面?|属于|列[了为入]?|类|[这那]块|的|了|是|有|为|在|需?要|[个条项呢吗吧啊呀]|[?。!,:;"“”()\s]/gu;

/** 第一方面(落实某某那块): says the same in other words. */
const ASIDE = /(?<=方面|部分|板块)\([^()]*\)/gu;
const ALL_SIGNS = /^[@a-jBCOLMQATUHNKn%ZI+<>/*EVW-]+$/u;

/** Null where another word is said, or a number that is not that of all measures, all problems or those of the section. */
export const readSigns = rememberEach((context: IntentContext): string | null => {
  const { question, lookup } = context;
  const { references } = question;
  if (/[A-Za-z%<>+/\u0001-]/u.test(question.text)) return null;
  if (references.some(({ kind }) => kind !== 'section')) return null;
  let text = references.reduce(
    (rest, { text: written, units }) => rest.replace(written, ` ${signOf(lookup, units[0])} `),
    question.text,
  );
  text = text
    .replace(ASIDE, '')
    .replace(new RegExp(`(?<!\\d)${String(lookup.measures.length)}(?:条|项)`, 'u'), ' AM ')
    .replace(
      new RegExp(
        `(?<!\\d)${String(lookup.problems.length)}个(?=.{0,2}问题|的?(?:比|几|多少|百分|问题))`,
        'u',
      ),
      ' A ',
    );
  text = substitute(text, FIRST);
  for (let found = readStatus(text); found !== null; found = readStatus(text))
    text = found.rest.replaceAll('\u0001', ` ${STATUS_SIGNS[found.value]} `);
  text = spellSections(substitute(text, KINDS), lookup);
  for (let found = readSection(text, lookup); found !== null; found = readSection(text, lookup))
    text = found.rest.replace('\u0001', ` ${signOf(lookup, found.value)} `);
  text = dropOwnNumber(dropStatusNumber(text, context), lookup);
  const row = nameSections(substitute(text, LAST).replace(FILLER, ''), lookup);
  return ALL_SIGNS.test(row) ? row : null;
});

/** 没完成的里从严治党的占几成: where a share is asked for, the name of a part needs no 方面. */
function nameSections(row: string, lookup: UnitLookup): string {
  if (!/[Z%]/u.test(row)) return row;
  return row.replace(/\p{Script=Han}{4,}/gu, (name) => {
    const section = readSection(`${name}方面`, lookup);
    return section === null ? name : signOf(lookup, section.value);
  });
}

function substitute(text: string, rules: Rules): string {
  return rules.reduce((rest, [sign, pattern]) => rest.replace(pattern, ` ${sign} `), text);
}

/** Of a part that holds no measures (第二部分) nothing is said. */
function signOf(lookup: UnitLookup, section: UnitId | undefined): string {
  const at = section === undefined ? -1 : contentSections(lookup).indexOf(section);
  return SECTION_SIGNS[at] ?? '';
}

/** Undefined for what is no sign of a section. */
export function sectionOf(lookup: UnitLookup, sign: string): UnitId | undefined {
  return contentSections(lookup)[SECTION_SIGNS.indexOf(sign)];
}

/** 长期坚持类举措27条里: how many there are of it says no more than its name. */
function dropStatusNumber(text: string, { ledger }: Pick<IntentContext, 'ledger'>): string {
  const counts = countStatuses(ledger);
  return text.replace(
    /(?<sign>[COL])(?<between>[ 的类M]*)(?<n>\d+)(?:条|项)/gu,
    (said: string, sign: string, between: string, n: string) => {
      const status = STATUSES.find((name) => STATUS_SIGNS[name] === sign);
      return status !== undefined && counts[status] === Number(n) ? `${sign}${between}` : said;
    },
  );
}

/** 第一方面88条: how many it has says no more than its name. */
function dropOwnNumber(text: string, lookup: UnitLookup): string {
  return text.replace(
    /(?<sign>[a-j])(?<between> [的,]?)(?<n>\d+)(?:条|项|个(?= Q))/gu,
    (said: string, sign: string, between: string, n: string) => {
      const section = sectionOf(lookup, sign) ?? '';
      const units = [lookup.measures, lookup.problems].map(
        (all) => all.filter(({ path }) => path.includes(section)).length,
      );
      return units.includes(Number(n)) ? `${sign}${between}` : said;
    },
  );
}
