// question or everyday wording → the kinds of asking in it (a name, a list, a reason, a sum …) and its words of speech

/**
 * Ways of asking, each met in wordings all over a bulletin, above it one of them; a passage nobody ever asked so rarely
 * answers it. The number of a kind is its bit in the index.
 */
const ASK_KINDS: readonly RegExp[] = [
  // 负责人叫什么
  /叫啥|叫什么|姓名|名字|姓什么|姓啥|尊姓/u,
  // 是哪位批的
  /谁|哪位|哪个人|什么人/u,
  // 哪几个街道没完成
  /哪[几两些]|哪\d+|哪[一二三四五六七八九十]+[个家项条户处]|名单|分别|都是哪|点名|清单|列/u,
  // 是哪家公司
  /哪(?:个|家|条|所|座|间|栋|块|支|款|种)/u,
  // 为啥拖了这么久
  /为什么|为啥|为何|原因|咋回事|怎么回事|凭什么|缘由|理由|怎么会|咋会/u,
  // 花了多少钱
  /多少钱|几块|几万|几个亿|多少万|费|元|钱|价|金额|租金|工资|薪/u,
  // 哪天开工
  /什么时候|啥时候|何时|几时|哪[天日年月]|几月|几号|哪一[天年]|多久/u,
  // 办在哪里
  /哪里|哪儿|在哪|地址|位置|什么地方|啥地方|地点/u,
  // 投诉电话是多少
  /电话|手机|号码|联系|邮箱|微信/u,
  // 怎么报名
  /怎么(?:申请|报名|办理|办|报|参加|领|走|查|预约)|如何(?:申请|报名|办理)|条件|材料|手续|流程|资格|能不能|可以吗|行不行/u,
  // 一共几家
  /多少|几/u,
  // 完成率是多少
  /百分|比例|占比|率|几成/u,
  // 每户补多少
  /人均|平均|每|单价|户均/u,
  // 哪个街道最多
  /最|第几|排名|倒数|第二/u,
  // 总共多少人
  /一共|总共|总|合计|加起来|拢共|全/u,
  // 具体怎么说的
  /内容|具体|详细|细节|情节|经过|怎么说|说了啥|讲了什么|写的什么|原文|全文/u,
  // 到底怎么回事
  /到底|究竟|交代|说说/u,
  // 后来怎么样了
  /后来|最后|结果|现在|目前|如今|最终|最新|还/u,
  // 比去年涨了多少
  /比|相比|增|涨|降|多了|少了|同比|环比/u,
  // 依据哪份文件
  /什么文件|哪份|文号|文件|规定|制度|办法/u,
  // 这样罚合理吗
  /觉得|建议|划算|值|应该|该不该|好不好|合理|是不是/u,
  // 他多大年纪
  /年龄|多大|学历|籍贯|几岁|男|女|家人|老婆|岁/u,
  // 谁家承建的
  /哪家|施工|承建|设计|中标|供应|开发商|承包|单位|公司/u,
  // 退了没有
  /吗|没有$|没$|有没有|是否|是不是|么$/u,
  // 装的什么牌子
  /型号|品牌|牌子|颜色|尺寸|规格|版本|尺码|口味/u,
  // 下一步打算怎么办
  /以后|将来|明年|下一步|下一轮|打算|计划|会不会|接下来|今后/u,
  // 我能申请吗
  /我|咱|俺/u,
];

/** Number of the kind that asks for a reason. */
export const ASKS_REASON = 4;
/** Number of the kind that asks how many. */
export const ASKS_HOW_MANY = 10;
/** Number of the kind that asks for a day. */
export const ASKS_DAY = 6;

/** Kinds of asking met in `text`, as numbers of the list above. */
export function readAskKinds(text: string): number[] {
  return ASK_KINDS.flatMap((pattern, kind) => (pattern.test(text) ? [kind] : []));
}

/** Two neighbouring characters each, without what stands between words and sentences. */
export function readPairs(text: string): Set<string> {
  const letters = text.replace(/[^\p{L}\p{N}_]/gu, '');
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
  );
}
