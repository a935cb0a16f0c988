import { findDates } from '../text/dates.ts';
import { formatChineseNumeral, parseInteger } from '../text/numerals.ts';
import { foldWidth } from '../text/width.ts';
import type { IntentContext } from './intent.ts';
import { sentenceAround, type Passage } from './passage.ts';

const REGION =
  /([\u4e00-\u9fff]{2,4}?)(?:省|自治区|自治州|市|区|县(?!区)|旗)(?!委|政府|直|级|里|内|外|属|域|长|领导|纪|人大|政协|管|法院|检察|财政|教育|民政|城管|房管|建设|发改|审计|司法|卫健|商务|文旅|国投|城投|国资|金|科|总工|效能|机关|园林|医院|疾控|社会|税务|公安|市场|人社|信访|统战|宣传|组织|巡察|政法|党校|残联|妇联|团委|经信|工信|工商|法|分|四|两|办)/gu;
/** Provinces and well-known cities people name without 省 or 市; enough to notice another place, not a gazetteer. */
export const WELL_KNOWN =
  /北京|上海|天津|重庆|广州|深圳|杭州|南京|苏州|成都|武汉|西安|厦门|泉州|漳州|莆田|宁德|三明|龙岩|南平|宁波|温州|青岛|济南|大连|沈阳|长沙|郑州|合肥|南昌|昆明|贵阳|南宁|海口|哈尔滨|长春|石家庄|太原|呼和浩特|兰州|西宁|银川|乌鲁木齐|拉萨|广东|浙江|江苏|山东|河南|河北|四川|湖北|湖南|安徽|江西|广西|云南|贵州|陕西|山西|甘肃|辽宁|吉林|黑龙江|海南|青海|宁夏|新疆|西藏|内蒙古|台湾|香港|澳门/gu;

/** 到京, 赴沪: how a unit prints the place. */
const SHORT: Readonly<Record<string, string>> = {
  北京: '京',
  上海: '沪',
  天津: '津',
  重庆: '渝',
  广州: '穗',
};

/** 台湾乡亲, 香港客商: people from there, met here. */
const PEOPLE_OF =
  /^(?:来的)?(?:乡亲|同胞|老乡|同乡|籍|人(?!口|民|大|均|社|事|家)|客商|商人|居民|游客|[企商]|青年)/u;

const CAPITAL = '北京';
const STATE = /国家|中央|(?:环境|建设|教育|财政|公安|民政)部/u;

/** 晋安区委, 鼓楼区政府: the bodies of another district. */
const SEAT = /[\u4e00-\u9fff]{2}[区县](?=委|政府|纪委|人大|政协)/gu;

/** 东山那边今年改了几个, 和东山比哪个多: a word nothing knows, pointed at as a place; 审计组那边 is a body. */
const YONDER =
  /[\u4e00-\u9fff]{2}(?<![组局办委部处所队院校司团会站])(?=那边|那头|那块儿?)|(?<=[和跟与同])(?!去年|[上前往今当]年|以前|之前|从前|过去|原来|同期|上月)[\u4e00-\u9fff]{2}(?=相?比[,哪谁])/gu;

/** 长乐区国企…: in front of the question two characters and the word for a district, which the bulletin prints nowhere. */
const FRONT_REGION =
  /^(?:请问|听说|那|问下?)?(?!我们|咱们|你们|他们|整个|每个|各个|全部)([\u4e00-\u9fff]{2}[区县])(?![别域分间块级直属里内外长委])/u;

/** 别的城区, 隔壁区, 兄弟县区: other places named only as such. */
const OTHERS =
  /(?:别的|其他|其它|隔壁|邻近|周边|相邻|兄弟)(?:的)?(?:几个|各个|那几个)?(?:城区|县市区|县区|区县|区(?![属级直域里内领间])|城市|市(?![场民级直属])|县|省份?)|(?:外地|外省|外区|外市|邻区|邻县)(?=[^,。]{0,14}(?:比|高|低|多|少|好|差|快|慢|强|怎么样|如何))/u;

/** 跟兄弟县区比排第几: the others only stand for the field. */
const RANKED = /第几|排名|名次|名列|位列|位居/u;

/** A place the question is about that is neither the bulletin's own nor named by the passage's unit; null for none. */
export function otherPlace(
  { question, bulletin, lookup, engine }: IntentContext,
  best: Passage,
): string | null {
  const own = `${bulletin.meta.title}${bulletin.meta.issuer ?? ''}${bulletin.meta.contact.address ?? ''}`;
  const regions = own.match(/[\u4e00-\u9fff]{2}(?:省|市|区|县|州)/gu) ?? [];
  const text = lookup.get(best.unit)?.text ?? '';
  const places = [
    ...[REGION, SEAT]
      .flatMap((pattern) => Array.from(question.text.matchAll(pattern), (match) => match[0]))
      .filter((region) => namesRegion(engine, region)),
    ...Array.from(FRONT_REGION.exec(question.text)?.slice(1) ?? []).filter(
      (region) => !bulletin.source.includes(region),
    ),
    ...Array.from(question.text.matchAll(WELL_KNOWN))
      .filter(({ 0: place, index }) => !PEOPLE_OF.test(question.text.slice(index + place.length)))
      .filter(({ 0: place, index }) => !isPartOfName(bulletin.source, question.text, index, place.length))
      .map(([place]) => place),
    ...Array.from(question.text.matchAll(YONDER), (match) => match[0]).filter(
      (word) => isRegion(engine, `${word}区`) || (!bulletin.source.includes(word) && !engine.knows(word)),
    ),
  ].map((place) => place.replace(/^(?:请问|我们|你们|咱们?|我|跟|在|去|到|和|与|的|那|这|全|本|各)+/u, ''));
  const others = OTHERS.exec(question.text)?.[0];
  if (others !== undefined && !text.includes(others) && !RANKED.test(question.text)) return others;
  return (
    places.find(
      (place) =>
        place.length >= 2 &&
        isPlace(place) &&
        !own.includes(place) &&
        !regions.some((region) => place.endsWith(region)) &&
        !text.includes(place) &&
        !isStoodFor(place, text),
    ) ?? null
  );
}

/** 到京上访 for 北京; the capital also stands for the organs of the state: 北京派人来看过 of a 部 that came. */
function isStoodFor(place: string, text: string): boolean {
  const short = SHORT[place];
  if (short !== undefined && new RegExp(`[进到赴来在]${short}`, 'u').test(text)) return true;
  return place === CAPITAL && STATE.test(text);
}

/** 上海路, 重庆某某公司 of the bulletin: it prints the place together with the two characters that follow it in the question. */
function isPartOfName(source: string, question: string, at: number, length: number): boolean {
  const name = question.slice(at, at + length + 2);
  return /^[\u4e00-\u9fff]{4,}$/u.test(name) && source.includes(name);
}

/** 听说鼓楼区, 长乐市: a word of the dictionary; 广场引进省, 以来新增市 are cut otherwise. */
function namesRegion({ tokenize }: IntentContext['engine'], region: string): boolean {
  const last = tokenize(region, { wordsOnly: true }).at(-1) ?? '';
  return last.length >= 3 && region.endsWith(last);
}

/** 仓山区: one word of the dictionary. */
function isRegion({ tokenize }: IntentContext['engine'], word: string): boolean {
  return tokenize(word, { wordsOnly: true })[0] === word;
}

function isPlace(place: string): boolean {
  return !/[的了几去在从和家个哪这那里给到是有]|主题区|模范区|兄弟|外[区县]|邻[区县]|小区|社区|街区|景区|园区|片区|校区|城区|地区|辖区|市区|城市|旧屋区|上市|超市|夜市|门市|股市|灾区|特区|新区|老区|全市|我市|全区|我区|本区|全省|我省|各区|核心区|示范区|聚集区|集聚区|(?:金融|产业|物流|科创|高教|居民|住宅|家属|宿舍|棚户|生活|商业|商务|办公|服务|工业|开发|保税|自贸|高新|旅游|风景|度假|功能|行政)区|贫困县|该区|哪个|几个|什么/u.test(
    place,
  );
}

/** 去年看到说…, 2022年听人讲: the year dates what the asker remembers, not the fact. */
const REMEMBERED =
  /(?:去年|前年|(?:19|20)\d{2}年)(?:\d{1,2}月(?:份)?|年?[底初末中]|[春夏秋冬](?:天|季))?(?:的时候|那会儿?|那时|那阵子?)?(?:我们?|我家|咱们?|大家|街坊|邻居)?(?:就|还|也|好像|似乎|曾经?)*(?:看到|看见|听到|听见|听人|听说|听|看|刷到|读到|记得|有人[说讲]|说是|都[说讲在]|问过|打听)/gu;

/**
 * A year or period the question asks for that the passage's unit does not state: 2025年 where the unit speaks of
 * 2023年, 全年 where it counts 1—8月. Null when the passage fits.
 */
export function otherYear(
  { question, bulletin, lookup, today }: IntentContext,
  best: Passage,
): string | null {
  const unit = lookup.get(best.unit);
  const text = foldWidth(`${unit?.text ?? ''}\n${lookup.get(unit?.parent ?? '')?.text ?? ''}`);
  const data = bulletin.meta.dataAsOf?.slice(0, 4) ?? '';
  const asked = question.text.replace(REMEMBERED, '');
  const until = bulletin.meta.published ?? bulletin.meta.dataAsOf;
  for (const date of findDates(asked)) {
    const year = date.start?.slice(0, 4);
    if (year === undefined || date.precision === 'vague') continue;
    if (
      until !== null &&
      (date.start ?? '') > until &&
      OUTCOME.test(asked.slice(asked.indexOf(date.text)).slice(0, OUTCOME_REACH))
    )
      return date.text;
    const written = /(?:19|20)\d{2}/u.exec(date.text)?.[0];
    if (written === undefined) continue;
    const undated = written === data && !/(?:19|20)\d{2}年/u.test(sentenceAround(bulletin.source, best));
    if (!text.includes(written) && !undated) return `${written}年`;
  }
  const relative = /明年|后年|(?<![比较跟同与和])去年|前年/u.exec(asked)?.[0];
  if (relative !== undefined && today !== null) {
    const meant = Number(today.slice(0, 4)) + ({ 明年: 1, 后年: 2, 去年: -1, 前年: -2 }[relative] ?? 0);
    // What the bulletin tells without a year is of the year of its data.
    // 明年要改的小区: the year after the data, or after the day of publication.
    const afterData = relative === '明年' && text.includes(String(Number(data) + 1));
    if (String(meant) !== data && !afterData && !text.includes(String(meant)))
      return `${meant}年(${relative})`;
  }
  const wholeYear = /全年|整年|一整年|到年底[^,。]{0,2}(?:一共|总共|共)/u.exec(question.text);
  if (wholeYear !== null && !/全年|年度|年内/u.test(text) && /1[—-]\d{1,2}月/u.test(best.quote))
    return '全年';
  return otherMonth(asked, sentenceAround(bulletin.source, best)) ?? otherOrdinal(question.text, text);
}

/** The year asked for where the passage's own words are dated in another: 2022年30批次 tells nothing of 2023. */
export function datedOtherwise({ question }: IntentContext, { quote }: Passage): string | null {
  const dated: readonly string[] = quote.match(/(?:19|20)\d{2}(?=年)/gu) ?? [];
  const asked = question.text.replace(REMEMBERED, '').match(/(?:19|20)\d{2}(?=年)/gu) ?? [];
  const other = dated.length > 0 && asked.length > 0 && !asked.some((year) => dated.includes(year));
  return other ? `${asked[0] ?? ''}年` : null;
}

/** 实际收了几个班, 后来开成了没有: what came of it, asked of a day after the bulletin. */
const OUTCOME =
  /实际|(?:最终|最后|后来|结果|真的)[^,。]{0,12}[了过]|又[^,。]{1,12}了|[\u4e00-\u9fff][了过](?:没|几|多少|哪|谁|什么|吗|吧)|[完成开通](?:了)?没有?/u;

/** How far behind its date an outcome stands. */
const OUTCOME_REACH = 26;

const MONTH = /(?<![\d—~至到-])(?<month>1[0-2]|[1-9])月(?:份)?(?![\d以—~至到-]|\d|[底初末中]|以来|起)/gu;
const MONTHS = /(?<from>\d{1,2})月?[—~至到-](?<to>\d{1,2})月|(?<one>\d{1,2})月/gu;

/** 8月份排第几 of a sentence on September: a month asked for that the sentence, dated to the month, does not speak of. */
function otherMonth(question: string, sentence: string): string | null {
  const told = Array.from(sentence.matchAll(MONTHS), ({ groups }) => ({
    from: Number(groups?.['from'] ?? groups?.['one']),
    to: Number(groups?.['to'] ?? groups?.['one']),
  }));
  if (told.length === 0) return null;
  for (const { 0: words, groups } of question.matchAll(MONTH)) {
    const month = Number(groups?.['month']);
    if (!told.some(({ from, to }) => from <= month && month <= to)) return words;
  }
  return null;
}

/** 第四轮巡察, 第4季度: a unit that speaks of the third is no answer. */
const ORDINAL = /第(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})(?<of>轮|批|届|期|季度|阶段)/gu;

function otherOrdinal(question: string, text: string): string | null {
  for (const [words, n = '', of = ''] of question.matchAll(ORDINAL)) {
    const number = parseInteger(n) ?? 0;
    const written = [`第${formatChineseNumeral(number)}${of}`, `第${number}${of}`];
    if (number === 1) written.push(`首${of}`);
    if (!written.some((ordinal) => text.includes(ordinal))) return words;
  }
  return null;
}

const BODY = /[\u4e00-\u9fff]{1,}(?:局|馆|妇联|残联|医院|法院|检察院|派出所)$/u;

/** 区妇联, 退役军人事务局: a body the bulletin never speaks of. */
export function unknownBody({ question, bulletin, engine }: IntentContext): string | null {
  const words = engine.tokenize(question.text, { dropStopwords: true, wordsOnly: true });
  return (
    words.find((word) => BODY.test(word) && !bulletin.source.includes(word) && !engine.knows(word)) ?? null
  );
}
