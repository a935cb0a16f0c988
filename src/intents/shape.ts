// question → is a list or a count of measures, problems or persons asked for? → what is left when those words are off

/** What is listed or counted. */
const MEASURES = '(?:整改)?(?:措施|举措|条目|条款|条文)';
const WHICH = '(?:哪[几一两二三四五]?|哪些|第几|什么)';
const HOW_MANY = '(?:多少|(?<![哪第])几)';
/** How often words stand in the bulletin. */
export const TIMES = `${HOW_MANY}(?:次|处|遍|个地方)`;
/** Words that ask where something stands. */
const MENTION_WORDS =
  '(?:被|都|还|也|均|直接|明确|重复|专门|分别|同时|先后)*(?:提到|提及|提[过了]|涉及到|涉及|关系到|关乎|牵连|讲到|讲了|谈到|谈及|谈了|说到|说了|写到|写了|写着|写明|写进|写有|写上|写在|点到|点名|点了(?:一次|[几两]次)?名?|包含|包括|含有|带有|出现|引用|援引|见于|见诸|散见于|散着|捎带|捎着|载明|记载|牵涉|牵扯|用到|用了|使用|参与|负责|承担|落到|落在|散落在?|分布在?|露面|露过面|现身|冒出来|沾边|沾得上边|挂钩|打交道|打过交道|有关系|有关|相关|关于|下发|印发|出台|制定|有交代|有所交代|有体现|有安排|有要求|有说明|有记录|有着落)(?:过|了|的|于)*';

/** 挑出来, 理一理, 列全: asks for a list without a question word. */
const PICK =
  '(?:(?:挑|列|找|理|拎|数|筛|捋|归|摆|报|翻|抄|念|盘|捞|捡|整理|罗列|统计|归拢|汇总|归总|归集|归纳|梳理)(?:[一了下]|出来?|全|齐|举|个|份|给|到一起|归?拢)|(?:归拢|汇总|归总|归集|罗列)(?=[?。!,]|$))';

/** 一共, 加起来: says of a number that it is of all. */
const ADDED_UP = '(?:[一总统拢]共|共计|共|合计|总计|加起来|加在一起|合起来|算下来|数下来|前后)';

/** 的几条, 那几条, 条号: what is asked for without a question word, in front of 给我, 发下, 来一份, 都在哪. */
const FEW = '(?:[那这的”,]几条|(?:的|条目?|编|序)号|的条(?:目)?)';
const HANDED =
  '(?:麻烦|请|帮我|给我|都|全部?|也|就|再|[,])*(?:(?:给|发|报|来|捞|捡|找|翻|列)(?:我|给|一?下|一[份报列]|出来?|过来|全|齐|看看|个)+|(?:在|是)哪[里儿]?(?=[?。!,]|$))';
const HANDED_WHOLE = '(?:麻烦|请|帮我|给我|都|全部?)*(?:找|挑|捞|翻|拎|列)(?:全|齐|出来)';

/** 哪里, 哪几处, 哪些地方. For use inside a regular expression. */
export const PLACES = '(?:哪里|哪儿|哪(?:几|些|两|三)?处|(?:哪些|哪几个|什么)(?:地方|部分))';
const TOLD = '(?:提|写|讲|说|谈|出现|点|见|露|现身|带|用到)';

/** 写到…的各条, 提到…的所有条目. */
const EVERY =
  '的(?:各|每一?|所有|全部)(?:条目|条|项)(?:措施|举措)?(?=(?:麻烦|请|帮我|给我|都|全|也|[,])*(?:给|发|报|列|找|挑|翻|理)|[?。!,]|$)';
/** 逐一列出, 都列出来, 全列. */
const ONE_BY_ONE =
  '(?:逐[条一项个]|一一|全部?|都|统统)(?:列|报|抄|摘|找|挑|翻)(?:出来?|明|全|上|举|一下|给我)*(?=[?。!,]|$)';

/** The wordings of a request for measures, each with what it was written for. */
const LISTS: readonly RegExp[] = [
  new RegExp(`${WHICH}(?:个|条|项)?[^,。?]{0,6}?${MEASURES}`, 'u'), // 哪几条措施, 哪些小工程措施
  new RegExp(`${WHICH}(?:条|项)(?!线索|意见|建议|诉求|留言|[河路街巷沟渠江道船])|几号(?:措施|举措)`, 'u'), // 哪些条里, 第几条
  new RegExp(
    `${MENTION_WORDS}[^,。?]{0,4}${WHICH}(?:处|号)|${WHICH}(?:处|号)[^,。?]{0,4}${MENTION_WORDS}`,
    'u',
  ), // 哪几处提到, 写在哪两处
  new RegExp(`${MEASURES}(?:都|分别|主要|具体|里面?|中|的)*(?:有|是|为)?(?:哪些|哪几|什么)`, 'u'), // 措施有哪些
  new RegExp(`${MEASURES}[^?。]{0,6}(?:编号|序号|条号|号码|列(?:一下|出|举|表)|清单)`, 'u'), // 措施编号列一下
  new RegExp(`(?:列|找|查|翻|数|罗列|举|挑|拎|筛)(?:一下|下|一查|出来?|举)?[^?。]*${MEASURES}`, 'u'), // 列出提到…的措施
  new RegExp(`(?:${MEASURES}|编号|条号|(?:这|那)几条)(?:帮我|给我|麻烦|请|都|全部?|也|再|,)*${PICK}`, 'u'), // 涉及…的措施列一列, 条目归拢归拢
  new RegExp(`(?:${MEASURES})(?:的?编?号)(?:给|报|发|列|都|是|[?。!,]|$)`, 'u'), // 措施号报一下
  new RegExp(`(?:把|将)[^?。]*(?:${MEASURES}|编号|条号|[那这的]几条)[^?。]{0,6}${PICK}`, 'u'), // 把写到…的条目挑出来
  /(?:条目?号|编号|序号)(?:给|是|列|有|都|分别|报|[?。!]|$)/u, // 条号给我
  new RegExp(
    `${PLACES}(?:都|也|还|曾|被|有|分别)*${TOLD}|${TOLD}(?:到|过|了|及|着|在|于|名)*(?:全文|通报|整篇)?(?:的|里)?(?:在|于)?${PLACES}|全文[^,。?]{0,4}${PLACES}`,
    'u',
  ), // 全文哪些地方被点名, 写在全文哪里
  /(?:出现|提到|写|讲|说)(?:过|了)?(?:在|于)哪|在哪(?:里|儿|些地方|几处)(?:被)?(?:出现|提到|写|讲|说)|(?:提|写|讲|说|出现)[^,。?]{0,8}哪些地方|哪些地方(?:都|也|还|曾)*(?:提|写|讲|说|出现|有)/u, // 出现在哪里
  new RegExp(`有没有[^,。?]*${MEASURES}`, 'u'), // 有没有措施提到预制菜
  new RegExp(`${MENTION_WORDS}[^,。?]{1,30}(?:都|分别|一共|总共)*(?:有|是)(?:哪些|哪几)(?=[?。!,]|$)`, 'u'), // 出现“法院”的都有哪些
  /[《“\ue000-\ue0ff][^?。]*(?:出处|列(?:一下|出来?|个(?:单子|清单))|(?:都)?在哪(?:些|几)?(?=[?。!]|$))/u, // 我要找《…》的出处,列出来
  /(?:分|散|落|分布|分散|散落|零散)在好几(?:条|处|个地方)|(?:条目|措施|举措|的条)(?:都|全)要/u, // 散在好几条里, 带…的条目都要
  new RegExp(`(?:沾边|有关|相关|涉及|提到|牵头|负责)[^?。]{0,12}的?${MEASURES}[?。!]*$`, 'u'), // 跟…沾边的措施
  new RegExp(`${FEW}${HANDED}|(?:内容|表述|段落|提法)${HANDED_WHOLE}`, 'u'), // 带“回头看”的几条给我下, 街区的内容麻烦找全
  /(?:哪些|哪几处|都有谁)(?:都|还|也)*(?:(?:提|讲|谈|说|写)(?:到|及|了|过)|涉及|提及)/u, // 哪些提到消防
  new RegExp(`${EVERY}|${ONE_BY_ONE}|凡是?[^。?]{2,30}的[,]?(?:请|麻烦|帮我)?(?:都|全|统统|一律)`, 'u'), // 写到“包干制”的各条, 提到隔离墩的请逐一列出, 凡是讲垃圾分类的都给我
];
const COUNTS: readonly RegExp[] = [
  new RegExp(`${HOW_MANY}(?:个|条|项)?(?:的)?${MEASURES}`, 'u'), // 多少条措施
  new RegExp(
    `${MEASURES}(?:[,，]?${ADDED_UP}|数量|都|大概|大约|总)*(?:有|是|为)?(?:多少|几)(?:个|条|项)?(?=[?。!,、(]|$)`,
    'u',
  ), // 措施共有几条
  new RegExp(`${MEASURES}(?:的)?(?:总|条)?数`, 'u'), // 措施总数
  new RegExp(
    `(?:在|的|中|里|面|到|及|有|过|(?:提|讲|说|写|点)了|牵头|出现|完成|负责)(?:一共|总共|共计|共|总计|合计|在|于|有|了|过|是)*${HOW_MANY}条(?=[?。!,]|里|中|当中|$)`,
    'u',
  ), // 提到…的有几条, 在多少条里出现, 出现于几条
  new RegExp(
    `(?:提到|提及|提|出现|露面|露脸|点到|点名|写到|说到|讲到|见于)(?:过|了)?(?:一共|总共|共计|共|总计|合计|有|了)*${TIMES}(?=[?。!,]|$)`,
    'u',
  ), // 被提到几次
  new RegExp(
    `${TIMES}(?:地方)?(?:都|是|明确|直接)*(?:提到|提及|提了|提过|出现|写到|写了|写着|写有|写明|说到|讲到|讲了|用到|用了)`,
    'u',
  ), // 多少处写了“回头看”
  new RegExp(
    `${HOW_MANY}条(?:都|是|明确|直接|专门|里面?|当中|中)*(?:提到|提及|提了|提过|写到|写了|写着|写过|写有|写明|说到|讲到|讲了|讲过|谈到|谈了|点到|出现)`,
    'u',
  ), // 多少条写了台账, 几条提到它
  new RegExp(`问题[^,。?]{0,6}${HOW_MANY}条(?=还|没|未|已|正在|完成)`, 'u'), // 问题下面有几条还没完成
  new RegExp(
    `(?:数量(?:一共|总共|共|是|有|为)*${HOW_MANY}条|条数(?:一共|总共|共|是|有|为)*${HOW_MANY})(?=[?。!,]|$)`,
    'u',
  ), // 措施中写到…的数量是多少条
  new RegExp(`问题(?:和|与|跟|、)${MEASURES}(?:各|分别|都)+(?:有|是|为)?(?:多少|几)`, 'u'), // 问题和措施各几
];
const COUNT_OF_PROBLEMS =
  /(?:多少|(?<![哪第])几)(?:个|条|项|类)?(?:反馈|整改|具体)?(?:的)?问题|问题(?:一共|总共|共计|共)*(?:有|是)?(?:多少|几)(?:个|条|项)?(?=[?。!,、]|$)|问题(?:总)?数|问题(?:和|与|跟|、)(?:整改)?(?:措施|举措)(?:各|分别|都)+(?:有|是|为)?(?:多少|几)/u;
/** What the asker says of the wording itself: then only the exact words count. */
const LITERAL =
  /(?:[一二两三四五六七八九十]个|[两俩仨])字|(?:这个|该|一)?(?:词|(?<!名)字眼|字样|说法|提法|字)(?:在|出现|见|有|的|被|[,])(?<!名字.)|字面|原词/u;
const MENTION = new RegExp(MENTION_WORDS, 'u');

/** 哪几条谈…, 在第几条: asks for places, not for what was done. */
const WHERE =
  /[那这的”]几条|的条号?(?=给|发|报|来|翻|捞|挑|找|列)|[讲写说提谈带](?!出)[^,。?的]{2,16}的(?:整改措施|措施|举措)?(?:一共|总共|共计|共|总计|合计|有|是)*(?:多少|几)条|在(?:多少|几)(?:条|项|个(?:措施|举措|条目))|(?:哪[几一两二三四五]?|哪些|第几)条|条号|编号|几号(?:措施|举措)/u;

export interface Shape {
  readonly list: boolean;
  readonly countMeasures: boolean;
  readonly countProblems: boolean;
  readonly literal: boolean;
  /** True when the question asks where something is mentioned: a verb of mentioning, or 哪几条, 第几条. */
  readonly mentions: boolean;
}

/** 有几条呀(…): no words. */
const PARTICLE = /[呀啊呢哦嘛哈](?=[,。?!()]|$)/gu;

export function readShape(text: string): Shape {
  const plain = maskQuotes(text).text.replace(PARTICLE, '');
  return {
    list: LISTS.some((pattern) => pattern.test(plain)),
    countMeasures: COUNTS.some((pattern) => pattern.test(plain)),
    countProblems: COUNT_OF_PROBLEMS.test(plain),
    literal: LITERAL.test(plain) || /^[^“《]*“[^”]+”[^“《]*$/u.test(text),
    mentions: MENTION.test(plain) || WHERE.test(plain),
  };
}

const QUANTITY =
  /(?:一共|总共|共计|拢共|合计|总计|加起来|加在一起|合起来|算下来|数下来|(?:总)?数量|条数|共|都|还|又|各|列了|提出了?|采取了?|有|是|(?:压|堆|躺|藏|记|归|挂|放|塞|排|摆|夹)(?=在)|在|写|见|对应|跟|与|和)*(?:多少|哪几|(?<![那这好])几|[那这]几(?=条)|哪些|哪[一两二三四五]?|第几|什么)(?:个|条(?![目款文])|项(?!目)|处|次|遍|号|类|款|点)?(?:的)?(?:反馈|整改)?(?:措施|举措|条目|条款|条文|问题|条|项(?!目)|里|地方|处理)?(?:里面?|中|上)?(?:到第几条)?/gu;
const NOISE =
  /(?:帮|给|替)(?:着|我|忙)?(?:看看|看一?下|瞅瞅|查查|翻翻|找找)|帮着|(?:还|又)剩下?(?=[,\u0001]|$)|(?:(?:请|帮忙?|麻烦)?(?:你|您)?(?:给|帮|替)?我?)(?:把|将)(?=[^,。?]*(?:挑|列|找|理|拎|数|筛|捋|归|摆|报|翻|抄|统计))|(?<=^|[,。?!;:\u0001])请问?|请问|请(?=帮|列|把|给|您|告|逐|将|找|查|统计|汇总|梳理)|帮忙|帮我|麻烦|给我|告诉我|我想(?:知道|问|查)?|有没有|(?:查|找|列|数|挑|筛|拎|理|捋|归拢|归总|归集|归纳|归|摆|翻|抄|念|盘|统计|罗列|梳理|整理|汇总|报)(?:一下|一[查找列数理捋挑筛拎盘]|归拢|个(?:单子|清单|名单|表)|下|出来?|全|齐|举|表|查|询|数|给我|到一起)+|统计|罗列|(?:在|从)?(?:这份|本|整个|整份|该)?(?:通报|全文|公报)(?:里面?|中|上|当中|全文)?(?:的)?|(?<=^|[,。?!])(?:这份|整份|手头)?材料(?:里面?|中|当中)|(?:在|从)?(?:整改)?(?:措施|举措|条目)(?:里面?|中|当中)|条目?[号数]|编号|序号|分别是?|逐条|(?:列|理|拉)(?:一)?(?:个|份)(?:单子|清单|表)|(?:分?散|散落|分布|零散)在好几条(?:里|中)?|(?:条目|措施|举措|的条)(?:都|全)要|(?:麻烦|请)?(?:都|全)找出来|一共|总共|共计|拢共|以及|而且|并且|同时|共同|一起|一道|的话|前前后后|从头到尾|通篇|到底|究竟|数一?数|找出处|(?:的)?出处|咱们?区?的?做法|咱们?(?:区里?|这儿|这里)?|我们区?|我要(?:找|查|看|对|核|做|写|用)?(?:一下)?(?:台账|材料|报告|汇报)?|(?<=\d)(?:条|项)(?:整改)?(?:措施|举措)(?=完成|办结|里|中|当中)/gu;
/** 请列明, 凡, 各条, 逐一列出: how all of them are asked for. */
const ALL_OF_THEM = new RegExp(
  `${EVERY}|${ONE_BY_ONE}|(?:请|并)?(?:列|注|写|标)明(?=[提写讲说谈涉点有含带出])|凡(?:是|属)?(?=[提写讲说谈涉点有含带跟与和])|(?<=的)(?:都|全|统统|一律)?(?:给我|给|要)(?=[?。!,]|$)`,
  'gu',
);
const MARKS = '[\\s,、。?!:;]|的|了';
const EDGE_START = new RegExp(
  `^(?:是?${MENTION_WORDS}|所有|全部|凡是|一切|(?:或者?|和|与|及)(?=.)|针对|属于|围绕|就是|(?:有关|相关)的?(?=措施|举措)|(?:整改)?措施正文[里中]?|正文[里中]?|整改(?=措施|举措)|措施|举措|其中|以及|因为|由于|${MARKS})+`,
  'u',
);
const EDGE_END = new RegExp(
  `(?:${MENTION_WORDS}|对应|属于|的条(?=$)|的?活儿?(?:里|中)?(?=$)|(?:整改)?措施|(?:整改)?举措|条目|条款|条文|地方|重复|[这那该]份?(?:文件|办法|方案)|这个文件|这个?词|字样|字眼|[这那该]个?(?:项目|平台|活动|行动|单位|部门|地块|小区|学校|街道|专班|基地|公司|企业|数字?|数据|件?事|说法)|[这那]?(?:[一二两三四五六七八九十]个|[两俩仨三四])字|其中|以及|列了|下面|底下|方面|(?:这|那)(?:些|几个)?(?:内容|事项|东西)|${MARKS}|呢|吗|吧|呀|啊|哟|哈|呗)+$`,
  'u',
);
/** One-character words that may belong to the shape or to the phrase: 有区建设局, 谈“一线考核” but 谈心谈话, 从严治党, 十四中. */
const LOOSE_START = /^[有带含写见谈讲说跟和与同把在对从因就都到是由归]/u;
const LOOSE_END = /[里中上下在有和跟与同写见谈讲说带含都还就是过到被开办搞]$/u;

/** What the question is about once the words of its shape are taken off, in order; empty when nothing is left. */
export function stripShape(text: string): string[] {
  const masked = maskQuotes(text);
  return masked.text
    .replace(QUANTITY, '\u0001')
    .replace(ALL_OF_THEM, '\u0001')
    .replace(NOISE, '\u0001')
    .split('\u0001')
    .map((part) => masked.restore(trimEdges(part)))
    .filter((part) => part.length > 1);
}

export function trimEdges(text: string): string {
  return text.replace(EDGE_START, '').replace(EDGE_END, '');
}

/** 连家船那个项目, 灯泡厂宿舍旁边那条路: what stands before the pointing word names the thing. */
const DEMONSTRATIVE =
  /^(?<head>.{2,}?)(?:旁边|附近|周边|门口|对面)?(?:的)?(?:那|这)一?(?:个|些|几|两|条|片|块|根|股|面|门|家|座|栋|幢|类|种|档子?|摊|堆|份|项|边|儿|笔|套|带|阵子?|会儿|时候|事儿?|案).{0,4}$/u;

/** 国企用工那份管理办法, 柳桥那个产业园: names go on behind it. */
const POINTED = /(?:的)?[这那]一?(?:份|个|部|套|项|篇|家|栋)(?=\p{Script=Han}{2})/u;
/** 污水直排的事, 旁听庭审的做法: what is spoken of, and that it is. */
const MATTER =
  /的?(?:这|那)?(?:回|件|档|点)?(?:事情?|事儿)$|的(?:[这那]种|[这那]类|[这那]个)?(?:做法|搞法|办法|情况|情形|内容|说法|提法|表述|经过|经验|案例|例子|安排)$/u;

/** The phrase as left by `stripShape`, then without a one-character word at either end. */
export function phraseVariants(phrase: string): string[] {
  const start = phrase.replace(LOOSE_START, '');
  const variants = [phrase, start, phrase.replace(LOOSE_END, ''), start.replace(LOOSE_END, '')];
  variants.push(start.replace(MATTER, ''));
  const head = DEMONSTRATIVE.exec(start)?.groups?.['head'];
  if (head !== undefined) variants.push(head);
  variants.push(phrase.replace(POINTED, ''));
  return [...new Set(variants.map(trimEdges))].filter((variant) => variant.length >= 2);
}

/** Hides what stands between quotation marks and 《》, so that its words are not read as words of the question. */
export function maskQuotes(text: string): { text: string; restore: (text: string) => string } {
  const kept: string[] = [];
  const masked = text.replace(
    /《[^《》]{1,120}》|[“「『][^“”「」『』]{1,40}[”」』]|"[^"]{1,40}"/gu,
    (match) => {
      kept.push(match);
      return String.fromCharCode(0xe000 + kept.length - 1);
    },
  );
  const restore = (part: string): string =>
    part.replace(/[\ue000-\ue0ff]/gu, (mark) => kept[mark.charCodeAt(0) - 0xe000] ?? '');
  return { text: masked, restore };
}
