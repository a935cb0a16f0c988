// words that name an attribute of what is spoken of, and the words of speech around them

/** 总投资多少, 名单有没有, 责任单位是谁: said of anything, so a message of nothing else speaks of what the conversation is about. */
const ATTRIBUTES =
  /(?:完成|办结|整改|满意)率|(?:总|年度)?投资(?:额|总额)?|造价|资金|金额|费用|租金|预算|经费|罚款|单价|价格|面积|名单|姓名|名字|名|电话|号码|联系方式|地址|邮箱|年龄|原因|理由|责任|牵头|主管|负责|承办|配合|单位|部门|机构|领导|人|进展|进度|情况|状态|期限|时限|结果|依据|文号|文件|书记|主任|局长|区长|校长|院长|园长|所长|厂长|队长|组长|经理|老板|董事长|法人|法定代表人|负责人|责任人|主要|分管|比例|占比|总数|总额/gu;
/** Longer alternatives stand before those they begin with: 几月 before 几. */
const SPEECH =
  /几月|[月年]底|结束|开始|涉及|牵涉|实际|[干做办弄搞](?=了)|(?<=谁(?:在|来|去)?)[办盯抓跟](?=着|的|[?。!]|$)|着|最[晚迟快早]|(?:给)?个?日子|[弄搞做办]好|彻底|前后|那|么|它|他|她|们|这|该|其|个|件|事|项目|条|家|位|处|现在|目前|眼下|到底|究竟|具体|总共|一共|合计|共计|总计|全|部|还|有|剩下?|余下|多少|几|两|俩|没|尚?未|仍|完成|做完|改完|弄完|办完|花|整改|改(?:到位|好|掉|了)|到位|落实|怎么样|咋样|怎么|如何|份|到|什么|啥|时候|何时|之?前|要|能|得|会|必须|截止|哪天|哪|谁|来|当|担任|去|的|了|吗|呢|吧|啊|是|由|里|头|套|叫|给|我|点|列|说|发|下|一|出|占|批|些|年|钱|多长|时间|建|盖|修|为|因|定|比|去年|上年|往年|同期|同比|增[加长]?|[增涨降]幅|[上下]升|下降|涨|降|升|跌|上|高|低|大|小|最|占|完|\d|[,。?!\s]/gu;

/** True when `text` names nothing of its own. */
export function namesNothing(text: string): boolean {
  return text.replace(ATTRIBUTES, '').replace(SPEECH, '') === '';
}
