// question → the terms a sum is made of, by name (进机关、学校、社区五项相加) or by number (三处, 四个地块)
import { findAmounts } from '../text/amounts.ts';
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';
import { maskQuotes, trimEdges } from './shape.ts';

const COUNTED = new RegExp(
  `(?<!加在?|第)(?<n>[${NUMERAL_CHARACTERS}\\d]+)(?:处|个(?!数)|项|类|者|家|地|块|批|次|笔|样|种|方面|轮|进(?![行展入场度一]))`,
  'u',
);
const MOST_TERMS = 12;

/** How many terms are added, 五进 as well; 124个小区 is no number of terms. */
export function countTerms(text: string): number | null {
  const counted = COUNTED.exec(text)?.groups?.['n'];
  const count = counted === undefined ? null : parseInteger(counted);
  return count !== null && count >= 2 && count <= MOST_TERMS ? count : null;
}

/** 先后各开几次,总共几次: the total is of those before. */
export const EACH_AND_ALL =
  /(?:先后|前后|分别)*各[^,。?]{0,6}(?:多少|几|若干)[^,。?]{0,4}[,，](?=(?:一共|总共|拢共|共|合计)[^,。?]{0,6}(?:多少|几))/u;
const LIST_END =
  /(?:[,，]?一(?<piece>\p{Script=Han})\k<piece>)?(?:各|分别|这|那)?(?:[,，]?[两二三四五六七八九十]+(?:项|类|者|处|个|家|方面|笔|种|边|头)?(?:都?算)?|\d+(?:项|类|者))?(?:加起来|相加|[加合][在到]?一(?:起|块儿?)|加一下|加一加|加总|拢共|拢总|统共|合起来|之和|总和|合计|总计|一共|总共|共计|合着|算一起|算上).*$/u;
/** 金科局的和没退的,两个数加起来; 甲、乙这几块地,搬走的户数: a remark that counts the list or names its measure. */
const REMARK =
  /(?:[,，]把?(?:这|那)?[两二三四五六七]\p{Script=Han}{0,3}|[这那]?[几两三四五六七][个块处项家笔样类]\p{Script=Han}{0,2})$/u;
const JOINS =
  /、|(?<!\d)\+|(?<!参|增|新)加上?(?!快|强|大)|和(?!谐)|(?<![紧先])跟(?![踪进着随岗班])|(?<=的)同(?!比|期)|与|以及|(?<![涉普提触危顾])及(?!以下|以上|其)/u;

/** 没弄完, 没落地, 没收尾: everyday words for what is not finished. */
const DONE = /^(?:[弄做干办搞改]完|落地|搞定|收尾|到位|完工)/u;
/** 拆掉, 改完: what the verb came to says no more than the verb. */
const RESULT = /(?<=\p{Script=Han})(?:掉|完|好|过)$/u;

/** 进机关、学校、社区、企业、网络五项相加; (已追缴加未退); empty where no list of terms is named. */
export function readTermLabels(text: string): readonly string[] {
  const masked = maskQuotes(text.replace(/[?。!]+$/u, ''));
  return listLabels(masked.text)
    .map((label) => plainLabel(trimEdges(masked.restore(label))))
    .filter((label) => label.length > 0);
}

/** 干完 → 完成, 拆掉 → 拆: as the bulletin would print it. */
function plainLabel(label: string): string {
  return DONE.test(label) ? '完成' : label.replace(RESULT, '');
}

function listLabels(text: string): string[] {
  const inside = /\((?<list>[^()]*(?:[加+]|、)[^()]*)\)/u.exec(text)?.groups?.['list'];
  const ended = text
    .replace(EACH_AND_ALL, '')
    .replace(LIST_END, '')
    .replace(/(?:的)?(?:多少|几)[^,。?]*$/u, '')
    .replace(/总(?:人|件|户|场)?数$/u, '')
    .replace(/[,，]$/u, '');
  const [head = '', ...tail] = ended.split(/[,，]/u);
  const list =
    inside ?? (head.includes('、') && !/[、加]/u.test(tail.join('')) ? head : ended).replace(REMARK, '');
  const listed = list.split('、');
  if (listed.length > 1 && listed.length === countTerms(text))
    return listed.map((label) => label.replace('加', ' ')); // “宣讲+文艺”
  const pieces = list.split(/[,，]/u);
  // 房产清理立案7起,点题整治查处7件,两项合计: as many pieces as terms.
  const parts = pieces.length > 1 && pieces.length === countTerms(text) ? pieces : list.split(JOINS);
  return parts.length < 2
    ? []
    : parts.map((part) => part.replace(/^.*[里中,:](?=.{2})/u, '').replace(/的$/u, ''));
}

/** A number that a label names: 37个, 32人谈话提醒. */
export function readNumber(label: string): { value: number; unit: string } | null {
  return findAmounts(label).find(({ unit, text }) => unit !== '' && /\d/u.test(text)) ?? null;
}
