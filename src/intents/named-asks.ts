// 「专题会场次、改革事项完成数」: figures named one after the other, none asked for in words → a question for each
import { maskQuotes } from './shape.ts';

/** 请提供, 问两个数, 我要两组数字, 帮我查: what is said before the first of them. */
const OPENING =
  /^(?:(?:请问?|麻烦|帮我|帮忙|我想?|需要|想)*(?:提供|给出|给|列出|列|报|说|查|问|要|核对?|知道)(?:一?下|我)*)?(?:(?:这|以下|下面)?[两二三四几俩仨](?:个|组|项|条)?(?:数字?|数据|指标|情况)(?:[:,]|$)|[:,])?/u;
/** 各是多少, 两个数一并给我: what is said behind the last. */
const CLOSING =
  /,?(?:(?:这)?[两二三四几](?:个|组|项)?(?:数字?|数据|指标)?)?(?:一并|一起|都|各|分别|各自)*(?:是|为|有)?(?:多少|给我|告诉我|报一?下|列(?:出来?|一下)|说一?下|发我)$/u;
const COUNTER = '人次|批次|轮次|[件起宗户家场次条处个份期批项套栋名轮所间]';
/** What a name of a datum asks for, the longer names first. */
const DATA: readonly (readonly [RegExp, (...groups: string[]) => string])[] = [
  [/的?(件|起|宗)数、?和?人数$/u, (counter = '') => `多少${counter}多少人`],
  [/的?(?<![^的]总)人次数?$/u, () => '多少人次'],
  [/的?总?人数$/u, () => '多少人'],
  [/的?户数$/u, () => '多少户'],
  [/(立项|结案|受理|办结|完成)数$/u, (done = '') => `${done}多少`],
  [new RegExp(`的?总?(${COUNTER})数$`, 'u'), (counter = '') => `多少${counter}`],
  [/的?(场|批|轮)次$/u, (counter = '') => `多少${counter === '场' ? '场' : `${counter}次`}`],
  [/的?(电话|邮箱|地址|文号)$/u, (named = '') => `${named}是多少`],
  [/的?刑期$/u, () => '判了几年'],
  [/的?(?:姓名|名字|名单)$/u, () => '都是谁'],
  [/的?(?:牵头|责任)单位$/u, () => '由哪个单位牵头'],
  [/(?:的?(?:具体)?(?:时间|日期))$/u, () => '是什么时候'],
  [/的?(?:进度|进展)(?:情况)?$/u, () => '进展怎么样'],
  [
    /(总投资|投资额|总额|金额|面积|经费|支出|销售额|纳统额|营收|租金|占比|比重|比例|增速|[增降涨升减]幅|规模|排名|[\p{Script=Han}]率)$/u,
    (named = '') => `${named}是多少`,
  ],
  [/(?:的?(?:数量|数目|个数|总数)|(?<![次多少系指倍岁人分函])数)$/u, () => '多少'],
];
const ASKS = /多少|(?<![好这那前头])几|什么|谁|哪|怎么|咋|为何|吗$/u;
const JOIN = /[、,;]|,?(?:以及|还有)|(?<=[率数额次积资间期度展幅模]|人次)(?:和|与|跟|及)/u;
const MOST = 4;
/** 退的加上没退的,总金额和总人数: asked of both together. */
const TOGETHER = /加上|加起来|相加|合计|合起来|总和|之和|[加和]在?一[起块]/u;
/** What is named in fewer characters says nothing of what it is about: 问责人数, 移交线索条数. */
const OWN_SUBJECT = 5;
/** 柳岸小学:总投资、新增学位数. */
const HEADED = /^(?<lead>[^,、:]{2,16}):(?<rest>.{4,})$/u;

/** One question for each figure named; empty where the message names fewer than two, or asks for all in words. */
export function splitNamed(message: string, opening: string): string[] {
  if (TOGETHER.test(message)) return [];
  const masked = maskQuotes(message.replace(/[?？。!]+$/u, ''));
  const bare = masked.text.replace(OPENING, '').replace(CLOSING, '');
  const headed = HEADED.exec(bare)?.groups;
  const pieces = (headed?.['rest'] ?? bare).split(JOIN).filter((piece) => piece.trim() !== '');
  const asks = pieces.map((piece) => (ASKS.test(piece) ? null : readDatum(piece)));
  const first = asks.findIndex((ask) => ask !== null);
  const named = asks.slice(first);
  // What stands before the first of them is what they are about: 社区人手怎么加强的,新招的人数、…
  if (first < 0 || named.length < 2 || named.length > MOST || named.some((ask) => ask === null)) return [];
  const before = pieces.slice(0, first).join(',').replace(ASKING_TAIL, '');
  const lead = headed?.['lead'] ?? before;
  const shared = lead !== '' ? lead : opening !== '' ? opening : subjectOf(named[0]);
  return named.map((ask, at) => {
    if (ask === null) return '';
    const own = lead === '' && (at === 0 || ask.about.length > OWN_SUBJECT);
    const whole = `${ask.about}${ask.words}`;
    return masked.restore(own || ask.about.startsWith(shared) ? whole : `${shared} ${whole}`);
  });
}

/** 怎么加强的: how the lead asks. */
const ASKING_TAIL = /(?:是?(?:怎么|如何|咋).*|情况)$/u;

interface Datum {
  /** 创新改革事项完成 of 创新改革事项完成数. */
  readonly about: string;
  /** 多少, 多少场, 是什么时候. */
  readonly words: string;
}

/** 联系邮箱, 发布时间: names what is asked for without asking. */
export function namesDatum(piece: string): boolean {
  return readDatum(piece) !== null;
}

function readDatum(piece: string): Datum | null {
  for (const [pattern, ask] of DATA) {
    const found = pattern.exec(piece);
    if (found !== null) return { about: piece.slice(0, found.index), words: ask(...found.slice(1)) };
  }
  return null;
}

/** 柳河街道违规补贴清退 → 柳河街道违规补贴: the last two characters say what was done with it. */
function subjectOf(first: Datum | null | undefined): string {
  const about = (first?.about ?? '').replace(/的$/u, '');
  return about.length > OWN_SUBJECT ? about.slice(0, -2) : about;
}
