// 哪天开的业, 判的刑, 动的工: words of a verb and its object that speech takes apart, put together again

const SEPARABLE =
  '开业|开工|开庭|开标|开馆|开街|开园|开班|动工|动土|竣工|完工|停工|复工|签约|签字|挂牌|揭牌|授牌|判刑|立案|结案|起诉|免职|撤职|停职|降职|降薪|上线|封顶|投产|搬家|入住|入驻|进场|发文|过户|招标|中标|流标|验收|退休|辞职|罚款|退款|拨款|交房';
const TAKEN_APART = new RegExp(
  `(?:${SEPARABLE.split('|')
    .map((word) => `${word.slice(0, 1)}的${word.slice(1)}`)
    .join('|')})(?=[?。!,吗呢啊]|$)`,
  'gu',
);

/** 交了多少税, 办了几起案: the amount between the two. */
const COUNTED_APART =
  /(?<verb>[交缴纳]|[罚拨退欠贷]|[开]|[发]|[立办破]|[上讲])(?<mark>了|过|的)?(?<ask>多少|几[个件起次场堂节篇份]?)(?<object>税|款|会|文|案|课)(?=[?。!,吗呢啊]|$)/gu;
const PAIRS: ReadonlySet<string> = new Set([
  ...['交税', '缴税', '纳税', '罚款', '拨款', '退款', '欠款', '贷款', '开会', '发文'],
  ...['立案', '办案', '破案', '上课', '讲课'],
]);

/** 有物业的嘞: 呢 as it is said in many places. */
const PARTICLE = /(?<=\p{Script=Han})[嘞咧捏哩](?=[?。!]*$)/u;

/** 哪天开的业 → 哪天开业, 交了多少税 → 交税多少; 开的药 and 办了几个证 stay. */
export function joinSeparable(text: string): string {
  return text
    .replace(PARTICLE, '呢')
    .replace(TAKEN_APART, (words) => words.replace('的', ''))
    .replace(COUNTED_APART, (words, verb: string, _mark: string, ask: string, object: string) =>
      PAIRS.has(verb + object) ? `${verb}${object}${ask}` : words,
    );
}
