// question + the sentence that came closest → what is asked for and not stated there, in words for the asker
import type { Question } from '../question/question.ts';
import { ASKS_REASON } from '../search/ask-kinds.ts';
import { findAmounts } from '../text/amounts.ts';
import { findDates } from '../text/dates.ts';
import { parseInteger } from '../text/numerals.ts';
import { countedUnits, matchReason } from './answer-type.ts';
import { readAskingPart } from './asking-part.ts';
import { asksUncountedPart, PART_LACK } from './breakdown.ts';
import type { Fit } from './fit.ts';
import { findUncounted, findUnknownRate } from './lack-counted.ts';
import { CLASSES } from './lack-classes.ts';
import { LACK_KINDS, type LackKind } from './lack-kinds.ts';
import { MONEY_KINDS } from './lack-money.ts';
import { PENALTY_KINDS } from './lack-penalties.ts';
import { findNames } from './surnames.ts';

const POST =
  '一把手|老总|头头|掌门人?|当家的?|书记|主任|局长|区长|县长|市长|部长|院长|校长|园长|厂长|所长|科长|处长|队长|组长|经理|老板|董事长|负责人|责任人|法人|领导|干部|同志|教授|老师|专家|医生|法官|出纳|会计|人|家';
/** The name of a person is asked for; 请谁评估的, 由谁牵头 may be answered by a body, 这招叫啥名 by anything. */
const ASKS_NAME = new RegExp(
  `(?:${POST})(?:的)?(?:是|叫|姓)(?:谁|什么|啥|哪位|哪个人)|(?:${POST}|人员|成员|队员|职员|员工)(?:的)?(?:姓名|名字|名单)|列出[^,。]{0,24}姓名|(?:^|[,那])(?:是)?谁(?:当|担任|做(?!的)|任|来当)|姓(?:啥|什么)|尊姓大名|贵姓|姓甚名谁|姓名(?:报|是|叫)|^(?:他|她|那|留置的|这人)(?:是|叫)谁[?。]*$|哪(?:两|几|三|\\d+)?(?:个|位|名)人[?。]*$|^留置的是谁|(?:这|那)些人[^,。]{0,4}(?:名单|名字)|(?:那|这)户是谁|\\d+(?:名|个|位)?(?:人|干部|司机|党员)[^,。]{0,8}(?:名单|都是谁|是谁)|都是谁[?。]*$|是哪一?[位个](?:区|处级)?(?:领导|干部)`,
  'u',
);
/** 请他去玩的老板是谁, 是哪家老板: the person punished is no boss. */
const BOSS =
  /(?:老板|老总|董事长)(?:是|叫|姓)(?:谁|什么|啥|哪)|(?:哪|什么)(?:一)?(?:家|个)的?(?:老板|老总|董事长)/u;
/** 合作的电商团队叫什么名字 of a sentence on 深圳电商团队: words the asker said are no name. */
const ITS_NAME = /(?<noun>(?!分别|具体|都)[\u4e00-\u9fff]{2})叫(?:什么|啥)(?:名[字称]?)?[呀啊呢]?[?。!]*$/u;
/** 来的是哪些单位的人, 哪些部门: 推动相关单位 names none. */
const ASKS_BODIES = /(?:哪些|哪几个?)(?:单位|部门|机构|街道|企业|公司)/u;
const NAMED_BODY =
  /[\u4e00-\u9fff]{2}(?<!相关|有关|责任|各级|各|直属|职能)(?:局|委|办|部|院|厅|集团|公司|街道|社区|中心|学校|小学|中学|银行|大队|会)|[两\d]家|、/u;
/** 瀛洲街道党工委书记叫啥: the head of another street is no answer. */
/** 漫画是谁画的: a work is made by persons. */
const ASKS_AUTHOR = /(?:谁|哪(?:个|位)人?)(?:给)?(?:画|拍|编|唱|创作|设计|写)的/u;
const OFFICE = new RegExp(
  `(?<body>[^\\x00-\\x7f。的那哪这个人了]{2})(?:街道|社区|局|集团|公司|小学|中学|幼儿园|医院)[^,。]{0,8}(?:${POST})(?:的)?(?:是谁|叫|姓)`,
  'u',
);
/** 都是哪些单位的, 分别是什么, 具体是哪9条, 全部名字: every one is asked for. */
const ASKS_EACH =
  /分别(?:是|叫)(?:什么|啥|哪|谁)|具体(?:是)?哪(?:几|(?<n>[\d四五六七八九十]+))|(?:都是|全是)(?:谁|什么|哪些)|名字列|全部名(?:字|单)|是哪(?:几|(?<count>[\d四五六七八九十]+))(?:个|家|条|名|项|处)(?!人)/u;
/** Opens a list whose members may stand in sentences of their own. */
const OPENS_LIST = /一是|第一[,]|包括|分别/u;
/** So many side by side are a list, even of a longer set. */
const A_LIST = 4;
/** 这8家具体叫什么, 点一下这6家的名, 已拆迁的2个小区名称是什么 */
const ASKS_LIST =
  /\d+\s*(?:家|个|处|所|条|户)[^,。]{0,6}(?:叫什么|叫啥|名称|的名(?:字|单)?(?:$|[?。])|分别叫)/u;
const BODY_INSTEAD = /单位|部门|机构|公司|企业|街道|法院|[\d一二两三四五六七八九十几]家/u;

/** From here on the asker names the subject in the bulletin's own words, and may be held to the other words too. */
const NAMED = 0.35;

/** 由哪家公司承建, 是谁批准的: who did it. */
const AGENT =
  /(?:哪(?!一?[天年月日次回])|谁|什么单位|什么公司)[^,。]{0,8}?(承建|承担|设计|签发|批准|审批|开发|承办|主办|施工|监理|制作|供货|中标|中的标|租下|买下|接手|投资|安排|请的?客|买的?单|付的?账|牵线|介绍的)|(?<handed>移交|租|卖|交|转|批|包)给(?:了)?(?:谁|哪)(?![^,。]{0,6}[抓管办盯治](?:[?。]|$))|(施工|承建|设计|监理|中标|总承包|供货)(?:单位|公司|方|企业)(?:是|叫)?(?:哪|谁|什么)/u;
/** 移交市公安局: who takes it stands right behind the verb. */
const BODY_NEXT = '[^,。;、]{0,12}(?:局|委|院|公司|集团|中心|街道|部门|单位|组|所)';
const BY = /由|委托|聘请|邀请|经|组织|中标|公司|集团/u;
const FIGURE = /[\d一二三四五六七八九十]/u;
/** 设计费是多少, 收了多少咨询费: a sum by its own name, which the sentence about it prints. */
const FEE =
  /(?<first>[\u4e00-\u9fff]{2}费)(?:用)?[^。]{0,8}(?:多少|几)|(?:多少|几[万元块])钱?的?(?<fee>[\u4e00-\u9fff]{2}费)|(?<level>[\u4e00-\u9fff]{2}费)用?[^,。]{0,3}(?:最|便宜|[贵高低])/u;
/** What is counted: 旁边有几个*车位*, 一共多少个*摊位*. */
const COUNTED =
  /(?:多少|(?<!哪)几(?![号月时个点]))(?:[个架张辆座艘家名位只台部条件份所间户块片笔篇种支])?(?!人|百分|平方|公里|左右|以上|时候|时间|个月|万|亿|元|人次|次|场|期|批|钱|年|天)([\u4e00-\u9fff]{2,5})/u;

const KINDS = [...PENALTY_KINDS, ...LACK_KINDS, ...MONEY_KINDS];

/** What is asked for and not stated. */
export interface Lack {
  /** In words for the asker. */
  readonly name: string;
  /** True where another passage may hold it. */
  readonly elsewhere: boolean;
}

const ofBulletin = (name: string): Lack => ({ name, elsewhere: false });
const ofPassage = (name: string): Lack => ({ name, elsewhere: true });
const ofKind = ({ name, elsewhere = false }: LackKind): Lack => ({ name, elsewhere });

/** What is asked for and the sentence does not hold; null when nothing is lacking. */
export function findLack(
  question: Pick<Question, 'text' | 'askedFor' | 'about'>,
  sentence: string,
  fit: Pick<Fit, 'missing' | 'named' | 'wording' | 'unasked' | 'nearPairs' | 'nearCounted'>,
): Lack | null {
  const text = readAskingPart(question.text);
  const { askedFor } = question;
  if (
    ASKS_NAME.test(text) &&
    !BODY_INSTEAD.test(text) &&
    (findNames(sentence).every((name) => question.text.includes(name)) ||
      // 现任局长是谁 of a sentence on 时任局长某某.
      (/现任|现在的|如今的/u.test(text) && /时任|原(?=[^,。]{2,20}(?:书记|长|主任))/u.test(sentence)))
  )
    return ofBulletin('姓名');
  const boss = BOSS.test(text) && !/老板|老总|董事长|经理|法人|法定代表人|负责人|厂长/u.test(sentence);
  if (boss || lacksBodies(text, sentence)) return boss ? ofBulletin('姓名') : ofPassage('是哪些单位');
  if (ASKS_AUTHOR.test(text) && findNames(sentence).every((name) => question.text.includes(name)))
    return ofBulletin('姓名');
  const body = OFFICE.exec(text)?.groups?.['body'];
  if (body !== undefined && !sentence.includes(body)) return ofBulletin('姓名');
  if (ASKS_LIST.test(text) && !/[^、,。]{2,}、[^、,。]{2,}|《|“/u.test(sentence)) return ofBulletin('名单');
  if (lacksMembers(text, sentence)) return ofPassage('具体是哪些');
  if (asksUncountedPart(text, sentence, fit)) return ofPassage(PART_LACK);
  if (lacksItsName(text, sentence)) return ofPassage('名称');
  const classifier = CLASSIFIER.exec(text)?.[1];
  const counts = classifier !== '套' || !ENDS_SETS.test(text) ? SAME_CLASS[classifier ?? ''] : '[套处]';
  if (
    classifier !== undefined &&
    !new RegExp(`[\\d一二三四五六七八九十百千万]\\s*[余多]?(?:${counts ?? classifier})`, 'u').test(sentence)
  )
    return ofBulletin(`多少${classifier}`);
  const who = findNames(sentence).find((name) => question.text.includes(name));
  const kind = KINDS.find(({ asked, held, personal }) => {
    const said = personal === true && who !== undefined ? sentence.slice(sentence.indexOf(who)) : sentence;
    return asked.test(text) && !held.test(said);
  });
  if (kind !== undefined) return ofKind(kind);
  const group = CLASSES.find(
    ({ asked, held }) => asked.test(text) && !held.test(withoutWords(sentence, text.replace(asked, ' '))),
  );
  if (group !== undefined) return ofKind(group);
  const { first, level, fee = first ?? level } = FEE.exec(text)?.groups ?? {};
  if (fee !== undefined && !/[了缴收花交经]费$/u.test(fee) && !sentence.includes(fee)) return ofBulletin(fee);
  const counted = COUNTED.exec(text)?.[1] ?? '';
  const uncounted = fit.missing.find((word) => counted.startsWith(word));
  // 有多少个摊位: the subject was named before.
  if (uncounted !== undefined && (fit.named >= NAMED || question.about.length > 0))
    return ofPassage(`“${uncounted}”`);
  if (
    counted !== '' &&
    sentence.includes(counted) &&
    // 群众诉求 ↔ 已为群众解决150件诉求: the thing itself stands at the end.
    !sentence.split(/[,;:。]/u).some((clause) => clause.includes(counted.slice(-2)) && FIGURE.test(clause))
  )
    return ofPassage(`多少${counted}`);
  const agent = AGENT.exec(text);
  const deed = agent?.[1] ?? agent?.[3];
  const handed = agent?.groups?.['handed'];
  if (
    agent !== null &&
    !(handed !== undefined && new RegExp(`${handed}(?:给|至|到|由)?${BODY_NEXT}`, 'u').test(sentence)) &&
    !(deed !== undefined && sentence.includes(deed.replace('中的标', '中标')) && BY.test(sentence))
  )
    return ofBulletin(deed === undefined ? '给了谁' : `由谁${deed.replace('中的标', '中标')}`);
  const deedAsked = HAPPENED.exec(text)?.[1];
  if (deedAsked !== undefined && fit.missing.includes(deedAsked)) return ofPassage(`有没有${deedAsked}`);
  const trade = TRADE.exec(text)?.[1];
  if (trade !== undefined && new RegExp(`(?:的|第三方|专业|一家)${trade}`, 'u').test(sentence))
    return ofBulletin(`是哪家${trade}`);
  if (askedFor[0] === 'reason' && fit.unasked.has(ASKS_REASON) && matchReason(sentence) === 0)
    return ofPassage('原因');
  const thing = COUNTED_BRIEFLY.exec(text)?.[1];
  if (thing !== undefined && !sentence.includes(thing)) return ofPassage(`多少${thing}`);
  const unstated = findUncounted(text, sentence, fit);
  if (unstated !== null) return ofPassage(`多少${unstated}`);
  const rate = findUnknownRate(text, sentence, fit);
  if (rate !== null) return ofPassage(rate);
  if (COUNTS_PIECES.test(text) && measuresOnlyShares(sentence)) return ofPassage('所问的数');
  if (
    askedFor[0] === 'amount' &&
    !askedFor.includes('reason') &&
    !askedFor.includes('manner') &&
    countedUnits(sentence).length === 0 &&
    (fit.wording < 0.6 || !FIGURE.test(sentence))
  )
    return ofPassage('所问的数');
  if (
    askedFor[0] === 'date' &&
    fit.wording < 0.5 &&
    findDates(sentence).length === 0 &&
    !/年内|年底|月底|个月|每[周季年]|天|日|(?<!\d)\d{1,2}年(?:时间|之?久)/u.test(sentence)
  )
    return ofPassage('时间');
  return null;
}

/** 哪家评估公司: 有资质的评估公司 is no name. */
const TRADE = /(?:哪|什么)(?:一)?(?:家|个)?(\p{Script=Han}{2,4}(?:公司|机构|单位|事务所))/u;

/** 判了之后有没有*上诉*: what may have happened, at the end of what is asked. */
const HAPPENED = /(?:有没有|有无|是否)(?:再|又|去|被|人)?(\p{Script=Han}{2,4}?)(?:过|了)?[?。!]*$/u;

/** 夜市有几个*摊*: counted things of one character, at the end of what is asked. */
const COUNTED_BRIEFLY =
  /(?:多少|(?<![哪这那好第])几)[个座棵口张条只台辆艘片块间]([摊桥树船池井桩床灯车楼厕路巷])(?=[?。,]|$)/u;
/** 投诉有多少件: pieces are counted, which a share does not tell. */
const COUNTS_PIECES = /(?:多少|(?<![哪这那好第])几)(?:件|宗|起|户|家|人|名|次|条|份|批)/u;

/** 比8月下降16.1%: every amount is a share or a change. */
function measuresOnlyShares(sentence: string): boolean {
  const amounts = findAmounts(sentence).filter(({ unit }) => !/^[年月日号]$/u.test(unit) && unit !== '');
  return amounts.length > 0 && amounts.every(({ unit }) => /^(?:%|‰|个百分点|倍)$/u.test(unit));
}

/** 多少辆, 几栋楼: counted with a word of its own kind, which a sentence that counts the same things holds. */
const CLASSIFIER =
  /(?:多少|(?<![好哪这那第])几)(辆|艘|架|例(?!会)|[栋幢]|对(?![于待])|部(?!门|分|法|委)|套(?!班子|人马)|棵|吨|台|股|亩|倍|米|公里)/u;

/** 要回来几套: what is counted is named before, and the bulletin counts 房产 by 处. */
const ENDS_SETS = /(?:多少|几)套[?。!]*$/u;
/** Words that count the same. */
const SAME_CLASS: Readonly<Record<string, string>> = {
  栋: '[栋幢]',
  幢: '[栋幢]',
  倍: '(?:倍|%|个百分点)',
  例: '[例起件宗个]',
  部: '[部项个份条]',
  台: '[台辆架]',
  辆: '[辆台]',
  棵: '[棵株]',
};

/** Every one of several is asked for, and nothing stands side by side: 商务局、司法局; figures (11个…、1个…) are no names. */
function lacksMembers(text: string, sentence: string): boolean {
  const asked = ASKS_EACH.exec(text);
  if (asked === null || OPENS_LIST.test(sentence)) return false;
  const { n, count = n } = asked.groups ?? {};
  const members = withoutTitles(sentence)
    .split(/[,;。]/u)
    .map((clause) => clause.split('、').filter((member) => /^[^\d]{2,}/u.test(member)).length);
  return Math.max(...members) < Math.min(Math.max(parseInteger(count ?? '') ?? 2, 2), A_LIST);
}

function lacksItsName(text: string, sentence: string): boolean {
  const noun = ITS_NAME.exec(text)?.groups?.['noun'];
  if (noun === undefined || findNames(sentence).length > 0) return false;
  const clauses = sentence.split(/[,;。]/u).filter((clause) => clause.includes(noun));
  const isNamed = (clause: string): boolean => {
    const before = clause.slice(0, clause.indexOf(noun)).slice(-2);
    return /[”》]/u.test(clause) || !(text.includes(before) || /[个家的条]$/u.test(before));
  };
  return clauses.length > 0 && !clauses.some(isNamed);
}

/** Bodies asked for of a sentence that names none. */
function lacksBodies(text: string, sentence: string): boolean {
  return ASKS_BODIES.test(text) && !NAMED_BODY.test(sentence) && !/[”》]/u.test(sentence);
}

function withoutTitles(sentence: string): string {
  return sentence.replace(/《[^》]*》|“[^”]*”/gu, '');
}

/** A name the asker already says is no answer: the words of the question, three characters and longer, are taken out. */
function withoutWords(sentence: string, question: string): string {
  let rest = sentence;
  for (let at = 0; at < question.length; at += 1) {
    let length = 0;
    while (at + length < question.length && sentence.includes(question.slice(at, at + length + 1)))
      length += 1;
    if (length >= 3) rest = rest.replaceAll(question.slice(at, at + length), '');
  }
  return rest;
}
