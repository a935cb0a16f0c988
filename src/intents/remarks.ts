// question → without what its asker only says about it: what else it is called, how to count, what it is for, what is left out

/** 八项规定这根弦在几条里(就是提到八项规定的条数): what the asker says in other words between brackets is said already. */
const GLOSS = /\((?:也?就是(?:说)?|即|指的?是?|意思是)[^()]*\)/gu;
/** (字面出现), ,按条数算,只算措施, 民政局(带不带“区”字都算), …?有的地方没带“区”字,也要算上: how the asker wants it counted; 夜市、医院也算上: other things of the same name. */
const COUNTED_SO =
  /\((?:含|包括|包含|不含|不包括)[^()]*\)|\((?:只|仅|就)?(?:按|看|数|算|要|指)?(?:字面|原文|原词|原话)[^()]*\)|\([^()]*(?:[带写]不[带写]|不管|不论|无论|没带)[^()]*\)|[,。?;(][^,。?;()]{0,4}(?:按|以|只|仅|光)(?:条数?|个数|(?:整改)?措施|举措|正文)来?(?:算|计|数)(?=[),。?;]|$)[)]?|[,。?;(](?:只|仅|光)(?:算|数|计|看)(?:整改)?(?:措施|举措|正文|条数)(?=[),。?;]|$)[)]?|[,。?;](?:[^,。?;]*(?:没[带写]|不管|不论|无论|有的|省略|简称)[^。?;]*)?(?:也|都|就)(?:要|得|应该?)?(?:算|计|数)(?:上|进去|进来|在内|一个)?[^,。?;]{0,2}$|[,。?;][^,。?;]{0,16}(?:也|都)(?:要|得)?(?:算|计)(?:上|进去|进来|在内|数|的)?$/gu;
/** 监察建议书(纪检监察建议书也算): another form of the same. */
const COUNTED_TOO = /(?:也|都|同样)(?:要|得)?(?:算|计)(?:上|进去|在内|数)?(?=\))/gu;
/** 除第一部分外,还在哪些措施里提到; 小学不算; 只看措施、不看处分名单: left out, or explicitly not. */
export const EXCEPT =
  /(?<=^|[,。?;(])(?:只|光|就|仅)(?:看|要|数|算|查)(?:整改)?(?:措施|举措)(?:部分|正文)?(?:[、,]?(?:不|别|不要|不用)(?:看|要|数|算|管|含)[^,。?;()]{2,12})?[,。;]|除(?:了|开|去)?(?<but>[^,。?]{1,14}?)(?:之外|以外|外|(?=,))[,]?(?:还|另|其他|别的(?:方面|地方)?)?|(?<=^|[,。?;(])(?<not>[^,。?;()]{2,12}?)(?:就|都|可)?(?:不|别|不要|不用)(?:算|计|数)(?:上|进去|进来|在内)?(?=[,。?;)]|$)|(?<=^|[,。?;(])[^,。?;()]{2,12}?(?:之外|以外)的?也(?:要|算)(?=[,。?;)]|$)/gu;
/** 党校(县委的、街道的都算), 第一书记(社区的不算也行): any of them will do. */
const ANY_OF_THEM =
  /\([^()]*(?:的|不算|不要|没有)(?:都|也|全)(?:算|计|要|行|可以|可|成|包括|算数)(?:上|在内|的)?\)/gu;
/** ,是不是写重了; 好像重复了; 是样板对吧: what the asker thinks of it. */
const SUPPOSED =
  /[,]?(?:(?:是不是|有没有|是否|好像|似乎|怕是|会不会|该不会|感觉)(?:都|被|也)?(?:写|记|说|提|报|算)?(?:重(?:复)?|两遍|两次|多遍|漏)(?:写|记|说|提)?(?:了|过)?(?:吧|吗|呢)?|(?<=.{2})(?:是|算|成了|当)[^,。?!是]{1,8}(?:,)?(?:对吧|对不对|没错吧|是吧|对吗|吧))(?=[,。?!])/gu;
const LITERALLY = /字面|原词/u;

/** Where a remark begins and ends: a clause of its own. */
const CLAUSE = { start: '(?<=^|[,。?!;:])', end: '(?=[,。?!;]|$)' };
/** What a list is wanted as. */
const PAPER = '(?:清单|名单|单子|台账|材料|汇报|报告|总结|表格?|编号|条号|问题号|项号|序号|号码|号|出处)';
/** 督查室要清单, 领导要看, 写汇报用, 核对一下, 编号就行, 给问题号, 列出来就行, 一条别漏: who wants it, what for, in what form. */
const WANTED: readonly string[] = [
  `[^,。?!;]{0,8}(?:要|等着|急着|急|想)(?:看|用|交|报)(?:${PAPER})?(?:的|呢|了)?`,
  `(?:[^,。?!;]{1,6}(?:要|催|缺|在催|等)|我?(?:要|就要|只要|只))${PAPER}(?:的|呢|了)?`,
  `(?:我|我们)?(?:要|在|正|准备)?(?:写|做|报|编|准备|整理|填)(?:个|份)?${PAPER}(?:要?用|里用|里要写|急用|呢)?`,
  `(?:写|做)?(?:汇报|上报|核对|备查|存档|参考|对账|对表|打印|开会|归档)(?:的时候|时)?(?:一下|要用|用的?|备用)?`,
  `(?:给|报|列|发|标|要|写)?(?:出|一下|个)?(?:具体)?(?:的)?(?:条目|措施|问题|条款)?${PAPER}(?:就|都|也)?(?:行|可以|即可|够|好|成)了?`,
  `(?:给|报|发|列|标)(?:我|出|一下|个)*(?:条目|措施|问题)?${PAPER}(?:给我)?`,
  `${PAPER}?(?:一条|一个)?(?:都|也)?(?:别|不要|不能|勿)(?:漏|落|少)(?:了|掉|下)?`,
  `${PAPER}(?:都)?(?:要|得)(?:全|齐|准)`,
  `(?:都|全)*(?:列|报|给|找|挑|念|说|发)(?:出来|一下|全|清楚|我)?(?:就|即)(?:行|可以?|好|成|够)了?`,
];
const REQUEST = new RegExp(`[,。;!]?${CLAUSE.start}(?:${WANTED.join('|')})${CLAUSE.end}`, 'gu');

const HANDS = '(?:麻烦|请|帮我|给我|都|全部?|也|就|再|[,])*(?:给|发|报|来|捞|捡|找|翻|列|挑|拎)';
const HOW_HANDED =
  '(?:给?我|给?我们|一?下|一[份报列找翻捞]|出来|过来|全|齐|[看找列查翻]{2}|[找列翻]|就[行成好]|个)';
/** 带“回头看”的几条给我下, 的条号来一份, 的内容麻烦找全, 条号发我就成: the request behind what it is for, in one clause with it. */
const HANDED = new RegExp(
  `(?<=.{2})(?<!^[编序条]目?号),?(?:的?(?:[那这]?几条|条目?号?|[编序]号|内容|表述|段落|提法)${HANDS}${HOW_HANDED}+|${HANDS}(?:我|给我|全|齐)${HOW_HANDED}*|(?<=的)(?:麻烦|请|帮我|给我)+(?:列|找|翻|挑|捞){1,2})(?:了|吧|呗|啊)?(?=[,。?!;]|$)`,
  'gu',
);

/** The question without remarks on how it is meant. */
export function withoutRemarks(text: string): string {
  return text
    .replace(GLOSS, '')
    .replace(COUNTED_SO, '')
    .replace(ANY_OF_THEM, '')
    .replace(COUNTED_TOO, '')
    .replace(SUPPOSED, '')
    .replace(EXCEPT, '')
    .replace(/\(\)/gu, '');
}

/** 想写个防汛的稿子,…: what the paper is about. */
const PAPER_ABOUT =
  /(?<=^|[,。?!;:])(?:我们?)?(?:想|要|在|正|准备|打算)*(?:写|做|编|弄|整|出)(?:个|份|篇|一个|一份|一篇)(?:有关|关于)?(?<about>[^,。?!;:]{2,12}?)(?:方面)?的(?:稿子?|材料|汇报|报告|简报|文章|信息|总结|通讯)(?=[,。!;])/gu;

/** The same without clauses that only say who wants it, what for and in what form. */
export function withoutWishes(text: string): string {
  return text.replace(REQUEST, '').replace(PAPER_ABOUT, '$<about>').replace(HANDED, '') || text;
}

/** 字面出现: only the very words count. */
export function meansLiterally(text: string): boolean {
  return LITERALLY.test(text);
}
