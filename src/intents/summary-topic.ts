// what is left of a request → without words about reporting and how it went → its subjects

/** Words about reporting, not about a subject, at the end of a part: 整改情况, 方面, 都写上. */
const TAIL =
  /(?:[的了,。:!\s]|(?:都|也|一并|一起)?(?:要|写|写上|写进去|包括|包含|带上|加上|算上|提到|写到|提一下|讲讲)(?:进去)?|整改|巡视整改|专项整改|情况|近况|进展|进度|时间线|脉络|大体|到底|[这那]些|前后|存在的?(?=问题)|沾边|相干|摘录|工作|方面|领域|[这那]一?[块摊条项]|的?(?:业主|居民|干部|同志)$|[这那][几些]?(?:件|个|块|处|样|摊)地?|板块|相关|有关|措施|举措|事项|任务|问题|项目|内容|成效和不足|成效|成果|成绩|做法|风波|过程|经过|改进|[这那]部分|(?<!第[一二三四五六七八九十])部分|要点|亮点|落实情况|(?:[这那]?[两三四五]|[这那]几)(?:大?块|条|项|个|件|方面|样|类|头)(?:问题|内容|事儿?|工作)?|各自|分别|通报|全文|整体|总体|全部|所有|里面?|中|材料|文字|给领导|给我|帮我|帮忙|看看?|参考|该|这份|这个|都|在|的?[事数])+$/u;
/** The same at the start: 居民群里有人问, 关于. */
const HEAD =
  /^(?:[的了,。:!\s]|请(?:你|您)?(?=[将把对就围])|[和跟与](?=[^,]{2,12}(?:沾边|相关|有关|相干))|别(?:漏|忘)了?|包括|连同|还要|关于|有关|针对|对|把|将|就|围绕|一下|在|里面?|想?(?:了解|知道|看看?)(?:一下|下)|(?:能不能|能否|可不可以|可以)(?=[把将对给帮])|帮我|向(?:上级|领导|群众)(?:汇报|介绍)|[^,]{0,6}(?:有人|领导|群众|居民|记者|业主)(?:在)?(?:问|打听|关心)(?:起|到)?|我(?:们)?是|讲|说(?=说)|全区|我区|本区|这份|这个|该|通报|(?<=[报改视里])中(?![央心国小医])|整改|巡视整改|给领导|给我)+/u;

const DO =
  '(?:干|做|搞|弄|整|改|办|抓|建|管|治|查|罚|推进|推动|进行|整改|整治|治理|处理|处置|解决|落实|清理|调整|组织|转型|改造|运转|发展)';
const HOW = '(?:怎么样?|咋样?|如何|怎样)';
const WHAT = '(?:啥|什么|哪些|哪)';
/** 干了啥, 弄到什么地步, 怎么治的, 起了啥作用, 各还差多少: asks how it went, and names no subject. */
const HOW_IT_WENT = [
  `(?:[你我他]们)?(?:都|是|又|还|被)*${DO}[了过着]?(?:些|了些)?${WHAT}(?:事情?|工作|动作|措施|改进)?了?`,
  `(?:是|都|该|要)*${HOW}(?:${DO}|收场|了结|收尾|收拾)(?:得|到|成)?(?:${HOW}|${WHAT}?样)?的?了?(?=[,。?]|$)`,
  `(?:${DO}|\\p{Script=Han})得${HOW}了?`,
  `${DO}(?:得|到|成)(?:${HOW}|${WHAT})(?:样子?|一?步|地步|程度|份上)?了?`,
  `(?:现在|目前|如今)?(?:到|成)(?:${HOW}|${WHAT})(?:样子?|一?步|地步|程度|份上)了?`,
  `(?:有|包括)(?:些)?${WHAT}(?=亮点|成效|做法|经验|举措|措施)`,
  `(?:的?主要)?(?:的?内容)?(?:是|有)(?:些)?${WHAT}(?=[,。?]|$)`,
  `(?:分别|各自?|都|现在)*(?:是)?(?:个)?${WHAT}(?:情况|样子?|状况|进展)`,
  `(?:整改)?到位了?(?:没有?|不)(?=[,。?]|$)`,
  `(?:有|起|发挥)了?(?:什么|啥|哪些|怎样的|多大)(?:作用|效果|进展|变化|成效)`,
  `(?:被)?(?:提|点|说|讲|涉及|牵涉)(?:到|了|到了)?(?:哪些|哪几[件个条]|什么|啥)(?:事情?|问题|事项)?`,
  `(?:各|都|还|一共|总共|分别)*(?:查|罚|花|办|建|做|清|退|抓|处分|处理|差|剩|欠|追回)[了出]?多少`,
  `(?:是)?${HOW}(?=[,。?]|$)`,
].join('|');
/** 从头到尾, 这事, 到现在, 合起来写: no subject either. */
const TALK = new RegExp(
  `从头到尾|前前后后|来龙去脉|前因后果|(?:[这那](?:件|个|档子|些|桩)?(?:事儿?|事情))|(?:里|上)?的?事儿?(?=管|办|做|怎|合|放|[,。?]|$)|[这那]?[两三四几][个件桩]?(?:问题|事儿?|事情)|(?:到)?(?:现在|目前|如今|眼下|至今)|[这那]一?[块摊](?=\\p{Script=Han})|[这那](?:一)?大?(?:半年|几个?月|阵子?|段时间|回|次|年)(?=[,\\p{Script=Han}]|$)|(?:后来|后续)?(?:是)?${HOW}(?:收场|了结|收尾|收拾)的?|从(?!严)[^,]{1,6}(?:到|、)[^,]{1,8}?(?:再到[^,]{1,6})?(?=,|$)|(?:合|放|并)(?:着|起来|在?一起|在?一块)儿?(?:写|说|讲)?|${HOW_IT_WENT}`,
  'gu',
);

/** 和 and 与 that join, not those inside 参与, 和谐; after a 的 they join aspects of one subject (…的查处和清退). */
const JOINT = /(?<!参|赋|给|总|共)(?:以及|还有|和|与|及|跟)(?!平(?!台|安)|谐|会|解|睦|否|时)/u;

/** 后来的推进, 查处, 后续整改: what was done about a subject, no subject of its own. */
const ASPECT =
  /^(?:一张|[一二三四五六几]个(?:方面|部分)?|别超过|不超过|(?:这一年)?(?:建设|发展|宣传)(?:介绍)?|(?:主要|具体|关键|核心)?(?:做法|数字|数据|成效|成绩|动作)(?:和|与|、)?(?:数字|数据|成效|成绩)?|(?:立规矩|排查|处理|清退|问责|制度|学习|培训|数字|数据)(?:都|也|也要|都要|要)*(?:写到|写上|提到|带上|有|提一下)?|哪些事情?|(?:[正反]面)?事项都?)$|^(?:(?:后来|后续|随后|之后|目前|现在|最新|具体|有关|相关|最终|最后|整改)的?)*(?:推进|处置|处理|查处|清退|整治|治理|提升|发展|推动|落实|改进|完善|化解|跟进|监督|管理|解决|整改|结果|成效|效果|做法|原因|问题|规定|要求|进度|现状|结局|下文)*(?:情况|工作|进展|力度|结果|成效)?$/u;
/** 写写四个方面: how many places the text has. */
const PLACES = /^[一二三四五六几]个$/u;
/** 查了谁, 还有多少没退: what should stand in the text, beside its subject. */
const DETAIL = /谁|多少|几[个条项家名]|哪[个家位]|何时|什么时候|多久|为(?:什么|啥|何)|原因$/u;
/** 社团、企业两块都写: sides of the subject told before; not 养老院也写上, one more subject. */
const SIDES =
  /[两三几](?:块|方面|头|边|类|种|个方面)(?:内容|情况)?都(?:要|得)?(?:写|讲|提|列|带|包括|覆盖|有)(?:上|到|进去|全)?$/u;

/** Without the words that ask how it went: what still asks, asks for one thing. */
export function stripTalk(text: string): string {
  return text.replace(TALK, (words) => (words.endsWith('多少') ? '' : ' '));
}

/** The subjects of a request, in its order; the whole where none is left. */
export function readSubjects(text: string): string[] {
  const clauses = stripTalk(text)
    .replace(/[“”「」『』"']/gu, '')
    .split(',');
  const told = clauses.filter((clause, at) => at === 0 || !SIDES.test(clause.trim()));
  const topic = trimPart(told.join(','));
  const parts = topic
    .split(/[,;、。\s]+/u)
    .flatMap((segment) => {
      const pieces = segment.split(new RegExp(JOINT, 'gu'));
      return (pieces[0] ?? '').includes('的') ? [segment] : pieces;
    })
    .map(trimPart)
    .filter((part) => part.length >= 2 && !ASPECT.test(part));
  const subjects = parts.filter((part) => !DETAIL.test(part));
  if (subjects.length > 0) return subjects;
  return parts.length > 0 ? parts : [topic].filter((part) => part !== '' && !PLACES.test(part));
}

function trimPart(text: string): string {
  return text.trim().replace(HEAD, '').replace(TAIL, '').trim();
}
