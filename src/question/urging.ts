// message → clauses that only say who asks, how fast and that a number is wanted are taken off → what is asked
import { ASK_WORDS } from './ask-words.ts';

/** 主任, 张书记, 上面, 督查室, 住建那边: who wants the answer. */
const BOSS =
  '(?:(?:我们?|咱们?|单位|[局区县市院所]里)?(?:的)?\\p{Script=Han}{0,2}(?:主任|书记|(?:局|区|市|县|部|处|科|院|校|镇|厅|所|秘书)长|领导|老板)们?|上[面头级边]|督查[室组办]?|\\p{Script=Han}{1,6}(?:那边|那头|那儿|这边))';
const SOON = '(?:刚才?|又|也|正|现在|今天|突然|急着|等着|催着|在|要|想|急)*';
/** 领导问:, 主任刚问起,, 书记让我查一下:, 上面催着要,: in front of the question. */
const WHO_ASKS = new RegExp(
  `^${BOSS}${SOON}(?:[问要催查找看核]|追问|想知道|要知道|想了解|[让叫喊](?:我们?|咱们?)?(?:[查找问核看])(?:对|实)?)(?:起来?|一下|下|我们?|着|了句|到)*[:,]+\\s*`,
  'u',
);
/** 领导问法院在几条措施里: no mark behind the verb; 问责, 问过 and 问了 tell what was done. */
const WHO_ASKS_ON = new RegExp(
  `^${BOSS}${SOON}(?:问|想知道|要知道)(?:一下|下|我们?)?(?=[^责询题过了到卷计政需症:,])`,
  'u',
);
/** 主任要区建设局的,…: what is wanted stays. */
const WHO_WANTS = new RegExp(`^${BOSS}${SOON}(?:要|催|等)(?=[^,。?!的]{2,16}的,)`, 'u');

/** 急, 在线等, 督查室等着要, 房管那边催, 谢谢: how fast, and thanks. */
const HURRY = new RegExp(
  `^(?:${BOSS}(?:那边|也|还|正|都|马上)*要(?:[用看]|的|呢|了)*|(?:${BOSS}|我们?|这边|这里|会上)?(?:很|挺|特别|还|正|都|有点|比较|在)*(?:[等急催]着?)(?:[要用看交报]|汇报|回话|开会)?(?:着|的|呢|啊|了|得(?:很|紧|急|慌)|死了|一下)*|(?:很|挺|特别|有点|比较|十分)?(?:急用|急需|着急|紧急|赶时间|赶得?很?急|在线等|快[点些]|抓紧|速回|马上[要用]|立等可取)(?:的|啊|呢|哈|哦|着)*|(?:多谢|谢谢?|辛苦|拜托|麻烦)(?:了|啦|哈|你们?|您|大家|一下)*)[!。.~]*$`,
  'u',
);
/** 给个数, 我要数字, 报个数就行, 数字发我, 要个总数. */
const NUMBER = '(?:个)?(?:准|总|具体|大概|大致|确切)?的?(?:数字|数目|数量|个数|总数|准数|数)';
const NUMBER_WANTED = new RegExp(
  `^(?:(?:${BOSS})?(?:我|麻烦|请|直接|就|只|光|等着|急着|催着|想)*(?:[要给报发来说回]|告诉)(?:我|一)?(?:下)?${NUMBER}|${NUMBER}(?:[给发报]|告诉|要)(?:我|一下|下|过来)*)(?:给我|我|就|也|都|即|行|好|可以|可|成|够|了|吧|呗|啊|呢|的)*[!。.~?]*$`,
  'u',
);
const ASKS = new RegExp(ASK_WORDS, 'u');
const COUNTS = /多少|几|总?数|百分之|占|率|比/u;
const ENDS_WITH_MEASURES = /(?:措施|举措|条目|的条)$/u;
const SHORTEST = 4;

/** The message without them; unchanged where nothing else would be left. */
export function dropUrging(text: string): string {
  const led = text.replace(WHO_ASKS, '').replace(WHO_ASKS_ON, '').replace(WHO_WANTS, '');
  const begun = led !== text && led.length >= SHORTEST && !/^[的是了]/u.test(led) ? led : text;
  const clauses = begun.split(/(?<=[,。!?;])/u);
  if (clauses.length < 2) return begun;
  const bare = clauses.map((clause) => clause.replace(/[,;]$/u, ''));
  const calm = bare.map((clause) => !HURRY.test(clause) || ASKS.test(clause));
  const counted = bare.map((clause) => NUMBER_WANTED.test(clause));
  const kept = clauses.filter((_, i) => calm[i] === true && counted[i] !== true);
  const rest = kept.join('').replace(/[,;]$/u, '');
  if (rest.length < SHORTEST || kept.length === clauses.length) return begun;
  if (!counted.includes(true) || COUNTS.test(rest)) return rest;
  return ENDS_WITH_MEASURES.test(rest) ? `${rest}有多少条` : begun;
}
