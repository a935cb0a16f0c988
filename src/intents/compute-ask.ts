// question → sum, difference, share, average or sums of parts; the labels and numbers it names
import { findAmounts, type Amount } from '../text/amounts.ts';
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';
import { readAllUnits } from './figure-ask.ts';
import { maskQuotes, trimEdges } from './shape.ts';

export type OperationKind =
  'sum' | 'difference' | 'surplus' | 'remainder' | 'share' | 'rate' | 'average' | 'parts';

export interface Operation {
  readonly kind: OperationKind;
  /** Names of the terms in the order of the question; for a share the part, then the whole where it has a name. */
  readonly labels: readonly string[];
  /** How many terms there are (三处, 五项); null when the question does not say. */
  readonly count: number | null;
  /** Numbers the question names itself: 614起, 260人. */
  readonly given: readonly Amount[];
  /** What the result is counted in. */
  readonly units: readonly string[];
  /** 多少件多少人: a second result asked for. */
  readonly moreUnits: readonly (readonly string[])[];
  /** 一共 without 加起来: the terms must stand in one sentence, else the asker means one figure. */
  readonly loose: boolean;
}

const SUM =
  /相加|[加合凑](?:起来|在?一(?:起|块儿?))|加总|拢共|拢总|统共|加上[^,。?]{2,16}[,，]?(?:一共|总共|共|合计)|之和|总和|总(?:人|件|户|场)?数(?=是|有|为|多少|几|[?。,]|$)|合计(?=是|有|为|多少|几|[?。]|$)|[^参增新附更外追]加(?!快|强|大|入|速|装|挂)[^,]{1,8}[)]?$/u;
/** 红星小学和区级医院总投资一共多少钱, 四个地块一共搬迁多少户, 讲座、党课合计场次. */
const TOTAL =
  /(?:一共|总共|共计|合计|总计|总数|共)[^,。?]{0,8}(?:多少|几|[场人件批]次|[人户件]数)|加上?[^,。?加]{2,10}的?(?:多少|几)/u;
/** 比任务多干了多少米, 超额完成了几个: what was done beyond what was set. */
const SURPLUS =
  /超额[^,。?]{0,4}(?:多少|几)|比(?:原?定?的?)?(?:任务|计划|目标|指标)[^,。?]{0,3}(?:多|超)[^,。?]{0,4}(?:多少|几)|超(?:过|出)?了?(?:任务|计划|目标|指标)[^,。?]{0,3}(?:多少|几)/u;
const DIFFERENCE =
  /(?:除[掉去开了]|扣除|扣掉|减去|刨[去掉]|去掉|不算)(?<part>[^,]{1,16}?)(?:的|之后|以后|以外|外|后)*(?:,|还|剩|有|是|以外)/u;
/** 还差几条没完成, 还有多少家没正式运营, 没解决的有多少条. */
const REMAINDER =
  /(?:还|剩|差|欠|余|留)(?:差|剩|有|欠|余)?(?:着|下|了)?(?:多少|几)[^,。?]{0,4}?(?:没有?|未|尚未)(?:给|被|得到)?(?<verb>[^,。?的()]{1,6})|(?:没有?|未|尚未)(?:被)?(?<verb2>[^,。?]{1,6}?)(?:的(?:[\p{Script=Han}]{2,4}(?=有))?)?(?:还|还有|剩|有|是)*(?:多少|几)|还差(?:多少|几)/u;
const SHARE =
  /各占|(?:分别|各自)占|占(?!着|用|地)[^,]{0,14}?(?:多少|几成|百分之|几个百分点|比例|比重|的比|多大)|占比|的比例$/u;
/** 盘活率, 完成率是多少, 盘活了百分之几. */
const RATE =
  /(?<verb>[\p{Script=Han}]{2})率(?:\([^()]*\))?(?:大概|大约|约|能)?(?:是|有|为|达|达到)?(?:多少|几|多高|百分)?|[,](?:大概|大约)?(?:是|有)?(?:百分之(?:几|多少)|几成)|(?<verb3>[\p{Script=Han}]{2})的(?:比例|比重|百分比)(?:是|有|为|达)?(?:多少|百分之|多大|几)|(?<verb2>[\p{Script=Han}]{2})了?(?:百分之几|几成|百分之多少)/u;
const AVERAGE = /平均(?:到|下来|算)?(?:每|一)|每[^,]{1,6}?平均|人均|户均|平均/u;
/** 已经改完多少个、还没改完多少个. */
const PARTS =
  /(?:完成|[改做办弄整]完)的?(?:一共|总共|共计?|合计)(?:有|是)?(?:多少|几)|(?:已经?|完成|改完|做完|办完)[^,、]{0,8}(?:多少|几)[^?]*(?:还|没|未|剩)[^?]*(?:多少|几)/u;
const COUNTED = new RegExp(
  `(?<!加在?)(?<n>[${NUMERAL_CHARACTERS}\\d]+)(?:处|个(?!数)|项|类|者|家|地|块|批|次|笔|样|种|方面)`,
  'u',
);

/** Null when the question asks for no computation. */
/** 拆掉, 改完: what the verb came to says no more than the verb. */
const RESULT = /(?<=\p{Script=Han})(?:掉|完|好|过)$/u;
/** 几个人, 多少个干部: persons are counted. */
const HEADS = /(?<=多少|几)个(?=人(?!次)|干部|同志|领导|责任人)/gu;

export function readOperation(text: string): Operation | null {
  const masked = maskQuotes(text.replace(/[?。!]+$/u, '').replace(HEADS, ''));
  const plain = masked.text;
  const kind = readKind(plain);
  if (kind === null) return null;
  const count = readCount(plain);
  const units = readAllUnits(
    plain.replace(/每(?:一)?(?:批次|人次|场次|[个起件家户人名位处场次条项期批宗篇栋天])/u, ' '),
  );
  const labels = readLabels(kind, plain).map((label) => plainLabel(trimEdges(masked.restore(label))));
  const given = findAmounts(plain).filter(({ unit, value }) => unit !== '' && unit !== '分' && value >= 10);
  const asked = (kind === 'average' ? units.at(-1) : units[0]) ?? [];
  return {
    kind,
    labels: labels.filter((label) => label.length >= (['sum', 'rate', 'share'].includes(kind) ? 1 : 2)),
    count,
    given,
    // 260人里…还剩几个: the general word says no unit of its own.
    units: asked[0] === '个' && given.some(({ unit }) => unit !== '个') ? [] : asked,
    moreUnits: kind === 'sum' ? units.slice(1) : [],
    loose: kind === 'sum' && !SUM.test(plain),
  };
}

const MOST_TERMS = 12;

/** How many terms are added; 124个小区 is no number of terms. */
function readCount(text: string): number | null {
  const counted = COUNTED.exec(text)?.groups?.['n'];
  const count = counted === undefined ? null : parseInteger(counted);
  return count !== null && count <= MOST_TERMS ? count : null;
}

function readKind(text: string): OperationKind | null {
  if (PARTS.test(text)) return 'parts';
  if (SURPLUS.test(text)) return 'surplus';
  if (DIFFERENCE.test(text)) return 'difference';
  if (AVERAGE.test(text)) return 'average';
  if (SHARE.test(text)) return 'share';
  if (SUM.test(text) && /多少|几|是|合计$|起来$|数$/u.test(text)) return 'sum';
  if (REMAINDER.test(text)) return 'remainder';
  if (RATE.test(text)) return 'rate';
  const terms = listLabels(text).length >= 2 || readCount(text) !== null;
  return TOTAL.test(text) && terms ? 'sum' : null;
}

function readLabels(kind: OperationKind, text: string): string[] {
  switch (kind) {
    case 'difference': {
      const part = DIFFERENCE.exec(text)?.groups?.['part'];
      return part === undefined ? [] : [part]; // 其他处理260人里,除掉诫勉的 → 诫勉
    }
    case 'remainder':
    case 'rate': {
      const groups = (kind === 'rate' ? RATE : REMAINDER).exec(text)?.groups;
      const verb = groups?.['verb'] ?? groups?.['verb2'] ?? groups?.['verb3'];
      return [verb === undefined ? '完成' : plainVerb(verb)]; // 还差几条没完成 → 完成, 盘活率 → 盘活
    }
    case 'average':
    case 'parts':
    case 'surplus':
      return [];
    case 'share':
      return listLabels(text).length > 0 ? listLabels(text) : labelsOfShare(text);
    case 'sum':
      return listLabels(text);
  }
}

/** 39名近亲属里公开招聘占多少 → 公开招聘; 信访举报里检控类占多少 → 检控类, 信访举报; 完成的小区占51个老旧小区的比例. */
function labelsOfShare(text: string): string[] {
  const before = /(?<before>[^,]*?)(?:的)?(?:占比|占|比例$)/u.exec(text)?.groups?.['before'] ?? '';
  const among = /^(?<part>.{2,}?)在(?<whole>.{2,}?)(?:里面?|里头|当中|中)?$/u.exec(before)?.groups;
  if (among !== undefined) return [among['part'] ?? '', among['whole'] ?? ''];
  const inside =
    /^(?<whole>.+)(?:里[面头]?|当中|中(?!心|学|国|央|队|小))(?<part>.{2,}?|[\ue000-\ue0ff])$/u.exec(
      before,
    )?.groups;
  const part = inside?.['part'] ?? before;
  const behind = /占(?!比)(?<whole>[^,几多]{2,14}?)的?(?:比例|比重|几成|百分之|多少)/u.exec(text)?.groups;
  const whole = inside?.['whole'] ?? behind?.['whole'] ?? '';
  const [amount] = findAmounts(part);
  // 395宗违建拆掉的占多少: the whole is the number, the part what follows it.
  if (amount !== undefined) return amount.span.start > 0 ? [] : [part.slice(amount.span.end)];
  return findAmounts(whole).length > 0 || whole === '' ? [part] : [part, whole];
}

const LIST_END =
  /(?:[,，]?一(?<piece>\p{Script=Han})\k<piece>)?(?:各|分别|这|那)?(?:[两二三四五六七八九十]+(?:项|类|者|处|个|家|方面|笔|种)?|\d+(?:项|类|者))?(?:加起来|相加|加在?一(?:起|块儿?)|加总|拢共|拢总|统共|合起来|之和|总和|合计|一共|总共|共计|各占|各自占|分别占|占(?![着用地了])|各).*$/u;

/** 没弄完, 没落地, 没收尾: everyday words for what is not finished. */
const DONE = /^(?:[弄做干办搞改]完|落地|搞定|收尾|到位|完工)/u;

/** 干完 → 完成, 拆掉 → 拆: as the bulletin would print it. */
function plainLabel(label: string): string {
  return DONE.test(label) ? '完成' : label.replace(RESULT, '');
}

/** 被关掉的 → 关, 真正拆掉的 → 拆, 干完的 → 完成: the verb a figure of what is done stands behind. */
export function plainVerb(words: string): string {
  const verb = words.replace(/^(?:真正|已经?|都|被|给|能|自己)+/u, '').replace(/的$/u, '');
  return DONE.test(verb)
    ? '完成'
    : verb.replace(RESULT, '').replace(/(?<=\p{Script=Han})(?:回来?|出来?)$/u, '');
}

/** 金科局的和没退的,两个数加起来; 甲、乙这几块地,搬走的户数: a remark that counts the list or names its measure. */
const REMARK =
  /(?:[,，](?:这|那)?[两二三四五六七]\p{Script=Han}{0,3}|[这那]?[几两三四五六七][个块处项家笔样类]\p{Script=Han}{0,2})$/u;

/** 进机关、学校、社区、企业、网络五项相加; (已追缴加未退); (督办、预警提示); 处级干部和科级以下各占多少. */
function listLabels(text: string): string[] {
  const inside = /\((?<list>[^()]*(?:加|、)[^()]*)\)/u.exec(text)?.groups?.['list'];
  const ended = text
    .replace(LIST_END, '')
    .replace(/(?:的)?(?:多少|几)[^,。?]*$/u, '')
    .replace(/总(?:人|件|户|场)?数$/u, '')
    .replace(/[,，]$/u, '');
  const [head = '', ...tail] = ended.split(/[,，]/u);
  const list =
    inside ?? (head.includes('、') && !/[、加]/u.test(tail.join('')) ? head : ended).replace(REMARK, '');
  const listed = list.split('、');
  if (listed.length > 1 && listed.length === readCount(text))
    return listed.map((label) => label.replace('加', ' ')); // “宣讲+文艺”
  const parts = list.split(
    /、|(?<!参|增|新)加上?(?!快|强|大)|和(?!谐)|(?<=的)[跟同](?!比|期)|与|以及|及(?!以下|以上|其)/u,
  );
  return parts.length < 2
    ? []
    : parts.map((part) => part.replace(/^.*[里中,:](?=.{2})/u, '').replace(/的$/u, ''));
}
