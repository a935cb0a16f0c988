import type { Question } from '../question/question.ts';
import { findAmounts } from '../text/amounts.ts';
import { findDates } from '../text/dates.ts';
import type { Fit } from './fit.ts';
import { namesPerson } from './surnames.ts';

/** The name of a person is asked for; 请谁评估的, 由谁牵头 may be answered by a body, 这招叫啥名 by anything. */
const PERSON =
  '书记|主任|局长|区长|县长|市长|部长|院长|校长|园长|厂长|所长|科长|处长|队长|组长|经理|老板|董事长|负责人|责任人|法人|领导|干部|同志|教授|老师|专家|医生|法官|出纳|会计|人|家';
const ASKS_NAME = new RegExp(
  `(?:${PERSON})(?:的)?(?:是|叫|姓)(?:谁|什么|啥|哪位|哪个人)|(?:${PERSON})(?:的)?(?:姓名|名字)|(?:^|[,，那])(?:是)?谁(?:当|担任|做|任|来当)|姓(?:啥|什么)`,
  'u',
);

interface Kind {
  readonly name: string;
  readonly asked: RegExp;
  readonly held: RegExp;
}

/** What can be asked of anything and is seldom stated; the sentence must hold words of that kind. */
const KINDS: readonly Kind[] = [
  { name: '电话', asked: /电话|手机号|号码(?!牌)|联系方式/u, held: /\d{7,}|\d{3,4}-\d{7,}|12345/u }, // 洋中街道办事处的电话号码给我
  {
    name: '地址',
    asked: /地址|在哪(?:里|儿|个地方)?办公|门牌/u,
    held: /路\d+号|\d+号|层|位于|设在|在.{2,12}(?:楼|中心|大厦)/u,
  },
  { name: '邮箱', asked: /邮箱|邮件/u, held: /@/u },
  {
    name: '钱款数',
    asked:
      /多少钱|几块钱|花(?:了|费)?多少|多少[^,。]{0,4}(?:损失|租金|罚款|费用)|(?:费用|价格|价钱|票价|门票|租金|工资|奖金|预算|经费|造价|总价|损失|罚款|赔偿|收费|薪酬|投资|金额|资金)[^,。]{0,6}(?:多少(?![家户个人条项处次])|几(?:元|万|亿|块))|多少(?:费用|租金|预算|经费|罚款|亿|万元|元)/u,
    held: /\d\s*(?:多|余)?(?:万|亿)?(?:余|多)?元|\d(?:万|亿)/u,
  },
  { name: '面积', asked: /面积|占地|多少(?:平方?米?|亩)|几(?:平方?米?|亩)/u, held: /平方米|平方|亩|公顷/u },
  { name: '年龄', asked: /多大(?:年纪|岁数|年龄|了)|年纪|年龄|几岁|多少岁|哪年(?:生|出生)/u, held: /岁/u },
  { name: '层数', asked: /(?:多少|几)层/u, held: /层/u },
  { name: '床位数', asked: /(?:多少|几)(?:张|个)?(?:床|床位)/u, held: /床/u },
  { name: '户数', asked: /(?:多少|几)户/u, held: /户/u },
  {
    name: '人数',
    asked: /(?:多少|几)(?:名|位)(?!问题)|多少(?:人|员工|职工|老师|医生|学生|法官|干部)(?!次|民币|家)/u,
    held: /[\d一二三四五六七八九十]\s*(?:多|余)?(?:万|千)?(?:多|余)?\s*(?:人|名|位|个|员)/u,
  },
  {
    name: '比例',
    asked: /百分之|占比|比例|(?:率)(?:是|达|有|为)?(?:多少|几|多高)|多少(?:个百分点|%)/u,
    held: /%|‰|百分|成/u,
  },
  { name: '时间点', asked: /几点(?!问题|意见|措施|要求|体会)/u, held: /\d点|\d:\d|\d时/u },
  {
    name: '排第几',
    asked: /排(?:名)?(?:第几|多少)|第几(?:名|位)/u,
    held: /第[\d一二三四五六七八九十]+|首位|前列|居/u,
  },
  {
    name: '哪一个最突出',
    asked: /最(?:多|少|高|低|大|小|久|早|晚|火|热|贵|差|严重|快|慢|突出|受欢迎)/u,
    held: /最|第一|首|名列|位列|居/u,
  }, // 生意最火的是哪个
  {
    name: '增减',
    asked: /(?:较|比|同比)(?:去年|上年|前年|上月|同期|之前|以前|往年)[^,。]{0,8}(?:多|少|增|降|涨|跌|升)/u,
    held: /同比|比增|下降|上升|增长|提升|减少|较|涨|增幅/u,
  }, // 较上年增长多少
  {
    name: '这一处理',
    asked: /撤职|免职|开除|双开|判刑|坐牢|逮捕|辞职|降级|记过|罢免/u,
    held: /撤职|免职|免去|开除|判处|移送|留置|辞去|降级|降职|记过|清退/u,
  }, // 因为什么被撤职的
];

/** From here on the asker names the subject in the bulletin's own words, and may be held to the other words too. */
const NAMED = 0.35;

/** 由哪家公司承建, 是谁批准的: who did it. */
const AGENT =
  /(?:哪|谁|什么单位|什么公司)[^,。]{0,8}?(承建|承担|设计|签发|批准|审批|开发|承办|主办|施工|监理|制作|供货|中标|租下|买下|接手|投资)|(?:租|卖|交|转|批|包)给(?:了)?(?:谁|哪)/u;
const BY = /由|委托|聘请|邀请|经|组织|中标/u;
/** What is counted: 旁边有几个*车位*, 一共多少个*摊位*. */
const COUNTED =
  /(?:多少|(?<!哪)几(?![号月时个点]))(?:[个架张辆座艘家名位只台部条件份所间户块片笔篇种支])?(?!人|百分|平方|公里|左右|以上|时候|时间|个月|万|亿|元|人次|次|场|期|批|钱|年|天)([\u4e00-\u9fff]{2,5})/u;

/** What a sum of money is for: a sentence about another sum is no answer. */
const MONEY = /投资|造价|费用|租金|罚款|损失|工资|预算|售价|价格|票价|门票|赔偿|退赃|奖金/u;

/** Lacks of the passage rather than of the bulletin: another sentence may hold a figure or a date. */
export const GENERAL_LACKS: ReadonlySet<string> = new Set([
  '所问的数',
  '时间',
  '比例',
  '人数',
  '面积',
  '钱款数',
]);

/** What is asked for and the sentence does not hold, in words for the asker; null when nothing is lacking. */
export function findLack(
  question: Pick<Question, 'text' | 'askedFor'>,
  sentence: string,
  fit: Fit,
): string | null {
  const { text, askedFor } = question;
  if (ASKS_NAME.test(text) && !namesPerson(sentence) && !/单位|部门|机构|公司|企业|街道|法院/u.test(text))
    return '姓名';
  const kind = KINDS.find(({ asked, held }) => asked.test(text) && !held.test(sentence));
  if (kind !== undefined) return kind.name;
  const counted = COUNTED.exec(text)?.[1] ?? '';
  const uncounted = fit.missing.find((word) => counted.startsWith(word));
  if (uncounted !== undefined && fit.named >= NAMED) return `“${uncounted}”`;
  const agent = AGENT.exec(text)?.[1];
  if (agent !== undefined && !(sentence.includes(agent) && BY.test(sentence))) return `由谁${agent}`;
  const superlative = /最([^后近终初新,。])/u.exec(text)?.[1];
  if (superlative !== undefined && !new RegExp(`最${superlative}|第一|首位|居首`, 'u').test(sentence))
    return `“最${superlative}”的是哪一个`;
  const money = fit.missing.find((word) => MONEY.test(word));
  if (money !== undefined) return `“${money}”`;
  if (
    askedFor[0] === 'amount' &&
    !askedFor.includes('reason') &&
    findAmounts(sentence).length === 0 &&
    fit.wording < 0.6
  )
    return '所问的数';
  if (
    askedFor[0] === 'date' &&
    fit.wording < 0.5 &&
    findDates(sentence).length === 0 &&
    !/年内|年底|月底|个月|天|日/u.test(sentence)
  )
    return '时间';
  const unit = /(?:多少|几)(亩|层|岁|倍|吨)/u.exec(text)?.[1];
  return unit !== undefined && !sentence.includes(unit) ? `所问的“${unit}”数` : null;
}
