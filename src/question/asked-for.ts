import type { AskedFor } from './question.ts';

/** Question words of writing and of speech, most telling first. */
const PATTERNS: readonly (readonly [AskedFor, RegExp])[] = [
  [
    'date',
    /什么时候|啥时候|何时|几时|哪[一]?[天日年月]|几月几[号日]|几[号月]|什么时间|哪个月|日期|多久|多长时间|期限|截止(?:时间|日期)/u,
  ],
  [
    'amount',
    /多少|(?<!哪|这|那|好)几(?!乎|率|何|号|月|时|类|方面)|百分之|占比|比例|比重|(?:率|额|量|数)(?:是|有|达到|呢|\?|$)|多(?:高|大|长|远)|第几|排名|排第|倍|金额|总额|数量|面积/u,
  ],
  [
    'organization',
    /(?:哪|什么|啥)(?:个|家|些|几家|几个)?(?:单位|部门|机构|公司|企业|街道|社区|局|集团|法院|委|银行|学校|医院|组织)|由谁(?:牵头|负责)|谁(?:牵头|负责|主管|来管)|牵头单位|责任单位|居委会/u,
  ],
  ['person', /谁|哪位|(?:叫|是)(?:什么|啥)(?:名字|名)|姓名|名字|责任人|姓(?:什么|啥)|什么人|哪些人/u],
  ['place', /哪里|哪儿|在哪|何处|什么地方|啥地方|地址|位置|位于/u],
  ['document', /(?:什么|哪[个份些])(?:文件|办法|方案|制度|规定|通知|意见|规矩)|文号|文件名/u],
  ['reason', /为什么|为啥|为何|原因|怎么回事|因为(?:什么|啥)|凭什么|何故|咋回事|缘由/u],
  ['manner', /怎么|怎样|如何|咋|什么办法|啥办法|什么法子|什么方式|哪些措施|靠什么|采取/u],
  [
    'yes-no',
    /(?:吗|(?<![什怎这那多要])么|没|不|否)[?。!]*$|有没有|是不是|是否|能不能|会不会|可不可以|了没|没有[?]*$/u,
  ],
];

/** What kind of words would answer; `content` when the message only names a topic (柳岸小学 学位). */
export function readAskedFor(text: string): AskedFor[] {
  const kinds = PATTERNS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
  return kinds.length > 0 ? kinds : ['content'];
}
