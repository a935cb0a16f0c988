// question → places it names → one that is neither the bulletin's own nor spoken of by the passage's unit
import type { IntentContext } from './intent.ts';
import type { Passage } from './passage.ts';

/** Provinces and well-known cities people name without 省 or 市; enough to notice another place, not a gazetteer. */
export const WELL_KNOWN =
  /北京|上海|天津|重庆|广州|深圳|杭州|南京|苏州|(?<![一二三四五六七八九])成都|武汉|西安|厦门|泉州|漳州|莆田|宁德|三明|龙岩|南平|宁波|温州|青岛|济南|大连|沈阳|长沙|郑州|合肥|南昌|昆明|贵阳|南宁|海口|哈尔滨|长春|石家庄|太原|呼和浩特|兰州|西宁|银川|乌鲁木齐|拉萨|广东|浙江|江苏|山东|河南|河北|四川|湖北|湖南|安徽|江西|广西|云南|贵州|陕西|山西|甘肃|辽宁|吉林|黑龙江|海南|青海|宁夏|新疆|西藏|内蒙古|台湾|香港|澳门/gu;

/** 到京, 赴沪, 闽藏书画展: how a unit prints the place. */
const SHORT: Readonly<Record<string, string>> = {
  北京: '京',
  上海: '沪',
  天津: '津',
  重庆: '渝',
  广州: '穗',
  广东: '粤',
  浙江: '浙',
  江苏: '苏',
  江西: '赣',
  湖南: '湘',
  西藏: '藏',
  新疆: '疆',
  宁夏: '宁',
  台湾: '台',
  香港: '港',
};
const SHORT_NAMES = `[闽${Object.values(SHORT).join('')}]`;

/** 台湾乡亲, 香港客商: people and firms from there, met here; 北京电影学院的教授: part of the name of a body. */
const PEOPLE_OF =
  /^(?:来的)?(?:乡亲|同胞|老乡|同乡|籍|起家|人(?!口|民|大|均|社|事|家)|客商|商人|居民|游客|[企商]|青年)|^[\u4e00-\u9fff]{2,6}(?:学院|大学|公司|集团|协会)/u;

const CAPITAL = '北京';
const STATE = /国家|中央|(?:环境|建设|教育|财政|公安|民政)部/u;

const REGION = /^(?![省市区县全本该各])[\u4e00-\u9fff]{2,}(?:省|自治区|自治州|市|区|县|旗)$/u;
/** 晋安|区委, 马尾|区国企: the bodies of another district, cut behind its name. */
const SEAT = /^[区县](?:委|政府|纪|人大|政协|国企|属)/u;
/** 东山那边今年改了几个: pointed at as a place; 和东山比哪个多: compared with. */
const YONDER = /(?<![和跟与同])(?=那边|那头|那块儿?)|(?<=[和跟与同][\u4e00-\u9fff]{2})(?=相?比[,哪谁])/gu;
/** 审计组那边: a body; 跟去年比: a time. */
const NO_YONDER =
  /[组局办委部处所队院校司团会站]$|^最|^(?:去年|[上前往今当]年|以前|之前|从前|过去|原来|同期|上月)$/u;
/** 长乐区2022年…: in front of the question two characters and the word for a district. */
const FRONT_REGION =
  /^(?:请问|听说|那|问下?)?(?<stem>[\u4e00-\u9fff]{2})[区县](?![别域分间块级直属里内外长委])/u;

/** 别的城区, 隔壁区, 兄弟县区: other places named only as such. */
const OTHERS =
  /(?:别的|其他|其它|隔壁|邻近|周边|相邻|兄弟)(?:的)?(?:几个|各个|那几个)?(?:城区|县市区|县区|区县|区(?![属级直域里内领间])|城市|市(?![场民级直属])|县|省份?)|(?:(?<=[比跟和与同像])(?:外地|外省|外区|外市|邻区|邻县)|(?:外地|外省|外区|外市|邻区|邻县)(?=的?(?:情况)?(?:比|高|低|多|少|好|差|快|慢|强|怎么样|如何)))/u;
/** 前往柳湾区现场观摩, 参照其他城区做法, 接待全国各地参观: the unit itself tells of other places. */
const TELLS_OF_OTHERS =
  /(?:其他|兄弟)(?:城区|区县|县区|[区县市])|各地|外地|外省|外市|对标|共性|先进(?:地区|经验|做法)|各区县/u;
/** 跟兄弟县区比排第几, and a unit that ranks: the others only stand for the field. */
const RANKED = /第几|老几|排名|名次|名列|位列|位居/u;
const RANKS = /排名|位列|位居|名列|全[市省]第/u;

/** 比 of a comparison; 占比, 比例 are shares. */
const COMPARES = /(?<!占)比(?![例重率])/u;

/** A place the question is about that is neither the bulletin's own nor named by the passage's unit; null for none. */
export function otherPlace(context: IntentContext, best: Passage): string | null {
  const { question, bulletin, lookup } = context;
  const own = `${bulletin.meta.title}${bulletin.meta.issuer ?? ''}${bulletin.meta.contact.address ?? ''}`;
  const regions = own.match(/[\u4e00-\u9fff]{2}(?:省|市|区|县|州)/gu) ?? [];
  const text = lookup.get(best.unit)?.text ?? '';
  const others = OTHERS.exec(question.text)?.[0];
  if (
    others !== undefined &&
    !text.includes(others) &&
    !RANKED.test(question.text) &&
    !TELLS_OF_OTHERS.test(text) &&
    !(RANKS.test(text) && COMPARES.test(question.text)) &&
    !namesRegion(context, text, own)
  )
    return others;
  return (
    [...findRegions(context), ...findWellKnown(context)].find(
      (place) =>
        !own.includes(place) &&
        !regions.some((region) => place.endsWith(region)) &&
        !text.includes(place) &&
        !isStoodFor(place, text),
    ) ?? null
  );
}

/** Regions by their words: 鼓楼区, 长乐市; unknown words pointed at as places. */
function findRegions(context: IntentContext): string[] {
  const { question, engine } = context;
  const words = engine.tokenize(question.text, { wordsOnly: true, unigrams: true });
  const front = FRONT_REGION.exec(question.text)?.groups?.['stem'] ?? '';
  return [
    ...words.filter(isRegion),
    ...words
      .filter((word, at) => word.length === 2 && SEAT.test(words[at + 1] ?? ''))
      .filter((word) => isDistrict(context, word))
      .map((word) => `${word}区`),
    ...(words.includes(front) && (isRare(context, front) || isDistrict(context, front))
      ? [`${front}区`]
      : []),
    ...Array.from(question.text.matchAll(YONDER), ({ index }) => question.text.slice(0, index))
      .map((before) => lastWord(context, before))
      .filter((word) => word.length === 2 && !NO_YONDER.test(word))
      .filter((word) => isDistrict(context, word) || isUnknown(context, word)),
  ];
}

function lastWord({ engine }: IntentContext, text: string): string {
  const word = engine.tokenize(text, { wordsOnly: true, unigrams: true }).at(-1) ?? '';
  return text.endsWith(word) ? word : '';
}

function findWellKnown({ question, bulletin }: IntentContext): string[] {
  return Array.from(question.text.matchAll(WELL_KNOWN))
    .filter(({ 0: place, index }) => !PEOPLE_OF.test(question.text.slice(index + place.length)))
    .filter(({ 0: place, index }) => !isPartOfName(bulletin.source, question.text, index, place.length))
    .map(([place]) => place);
}

/** From this rarity on a word is no common one. */
const RARE = 5;

/** 仓山: the dictionary knows it as a district; a name hardly anybody says of the bulletin, or one it prints with 区. */
function isDistrict(context: IntentContext, word: string): boolean {
  const { bulletin, engine } = context;
  const region = `${word}区`;
  if (engine.tokenize(region, { wordsOnly: true })[0] !== region) return false;
  return bulletin.source.includes(region) || !engine.knows(word) || isRare(context, word);
}

function isRare({ engine }: IntentContext, word: string): boolean {
  return engine.idf(word) > RARE;
}

function isUnknown({ bulletin, engine }: IntentContext, word: string): boolean {
  return !bulletin.source.includes(word) && !engine.knows(word);
}

/** 前往柳湾区: a region besides the bulletin's own in the words of a unit. */
function namesRegion({ engine }: IntentContext, text: string, own: string): boolean {
  return engine.tokenize(text, { wordsOnly: true }).some((word) => isRegion(word) && !own.includes(word));
}

function isRegion(word: string): boolean {
  return REGION.test(word) && isPlace(word);
}

/** 到京上访 for 北京; the capital also stands for the organs of the state: 北京派人来看过 of a 部 that came. */
function isStoodFor(place: string, text: string): boolean {
  const short = SHORT[place];
  if (
    short !== undefined &&
    new RegExp(`[进到赴来在]${short}|${SHORT_NAMES}${short}|${short}${SHORT_NAMES}`, 'u').test(text)
  )
    return true;
  return place === CAPITAL && STATE.test(text);
}

/** 上海路, 重庆某某公司 of the bulletin: it prints the place together with the two characters that follow it in the question. */
function isPartOfName(source: string, question: string, at: number, length: number): boolean {
  const name = question.slice(at, at + length + 2);
  return /^[\u4e00-\u9fff]{4,}$/u.test(name) && source.includes(name);
}

function isPlace(place: string): boolean {
  return !/[的了几去在从和家个哪这那里给到是有说讲问]|主题区|模范区|兄弟|外[区县]|邻[区县]|小区|社区|街区|景区|园区|片区|校区|城区|地区|辖区|市区|城市|旧屋区|上市|超市|夜市|门市|股市|灾区|特区|新区|老区|全市|我市|全区|我区|本区|全省|我省|各区|核心区|示范区|聚集区|集聚区|(?:金融|产业|物流|科创|高教|居民|住宅|家属|宿舍|棚户|生活|商业|商务|办公|服务|工业|开发|保税|自贸|高新|旅游|风景|度假|功能|行政)区|贫困县|该区|哪个|几个|什么/u.test(
    place,
  );
}
