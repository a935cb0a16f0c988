// claim → words before an ending of names (小区, 路, 局) → printed? generic? → a name from nowhere
import { isOrdinary } from './novelty.ts';
import type { TagWords } from './wording.ts';

/** 幸福小区, 长乐路, 仓山区, 省立医院, 教育局: what stands before these makes a name. */
const ENDING =
  /小学|中学|学校|幼儿园|学院|大学|医院|地块|小区|社区|街道|新村|花园|公寓|广场|公园|大厦|法院|检察院|银行|大桥|区(?![别分间域位划内里属委政级]|直(?!接)|领导)|县(?![级域委]|领导)|[乡镇](?![村级土])|村(?![民里居庄级])|路(?![径线面段灯边口况])|街(?![区道镇头居巷])|巷(?!道)|(?<!党|常)委员会|局(?![面势部限长属])|厅(?!级)/gu;
/** Words that end so and name nothing. */
const COMMON =
  /^(?:[我本全各该社小地辖城街片市校园景山老库厂营灾]区|区县|[农乡城全]村|乡镇|城镇|集镇|[道公马铁思出线网电一半小支]路|[上小步]街|街巷|小巷|[布结格全大时变]局|门厅|大厅|餐厅|客厅)$/u;
/** What may stand before an ending and names nothing: 示范区, 住宅小区, 公立医院, 老旧小区. */
const GENERIC =
  /(?:示范|居民|工业|开发|旅游|居住|核心|集聚|产业|住宅|安置|老旧|无物业|有物业|商业|办公|公办|民办|公立|民营|普通|基层|有关|相关|其他|部分|全部|重点|主要|所在|属地|各个|每个|多个|若干|试点|下属|主管|分管|上级|本级|先进|星级|精品|达标|完整|平台|经济|文化|数字|创意|高等|背街|[新拟再](?:招|聘|建|设|改|办|增|录))$/u;
/** 「几个旧改地块」, 「这些新建小区」: several of a kind, none by name. */
const COLLECTIVE =
  /(?:几|各|多|数|两|\d|[二三四五六七八九十])(?:个|家|处|所|条|座)[\u3400-\u9fff]{0,3}$|(?:这些|那些|哪些|某些|同类)[\u3400-\u9fff]{0,3}$/u;
const PARTICLE = /^(?:c|d|df|f|p|q|r|u\w*|y|v)$/u;
/** 「针对区数字经济…」 */
const PREPOSITION = /^(?:针对|围绕|根据|按照|依据|对于|关于|由于|为了|通过|经过|随着)$/u;
/** 教育局 is a body although 教育 may be done. */
const BODY = /^(?:局|厅|医院|大学|学院|法院|银行|委员会)$/u;

export function isGeneric(head: string): boolean {
  return GENERIC.test(head);
}

/** Why the claim seems to print a name by its ending that no source does; null when none. Texts normalised. */
export function refuteEndedNames(claim: string, sources: readonly string[], tag: TagWords): string | null {
  const printed = (words: string): boolean => sources.some((text) => text.includes(words));
  for (const match of claim.matchAll(ENDING)) {
    const [ending] = match;
    const before = /[\u3400-\u9fff]{0,4}$/u.exec(claim.slice(0, match.index))?.[0] ?? '';
    if (
      before.length < 2 ||
      GENERIC.test(before) ||
      (COLLECTIVE.test(claim.slice(0, match.index)) && printed(before.slice(-2)))
    )
      continue;
    if (printed(before.slice(-2) + ending) || (before.length > 2 && printed(before.slice(-3)))) continue;
    if (discontinuous(before.slice(-2), ending, sources)) continue;
    const word = readWordEndingAt(
      before + ending,
      /^[\u3400-\u9fff]{0,3}/u.exec(claim.slice(match.index + ending.length))?.[0] ?? '',
      tag,
    );
    // 「集中学习」 prints no 中学
    if (word === null || (ending.length === 1 && COMMON.test(word))) continue;
    if (word.length > ending.length && printed(word)) continue;
    const head = word.length > ending.length ? word.slice(0, -ending.length) : null;
    const last = head === null ? tag(before).at(-1) : { word: head, tag: 'n' };
    if (last === undefined || (isOrdinary(last.word) && !NUMBER.test(last.word))) continue;
    if (PARTICLE.test(last.tag) && (PREPOSITION.test(last.word) || !printed(last.word))) continue;
    if (last.tag === 'vn' && !BODY.test(ending)) continue;
    return `name ${last.word}${ending} is not in the cited units`;
  }
  return null;
}

/** 「挂钩街道」 for 「挂钩联系街道」 */
function discontinuous(head: string, ending: string, sources: readonly string[]): boolean {
  const whole = new RegExp(`${head}[\\u3400-\\u9fff]{1,4}${ending}`, 'u');
  return ending.length > 1 && sources.some((text) => whole.test(text));
}

/** 五四路 */
const NUMBER = /^[一二三四五六七八九十]{2,}$/u;

/** The word whose end is the end of `text`; null where a word runs on into what stands behind. */
function readWordEndingAt(text: string, behind: string, tag: TagWords): string | null {
  let end = 0;
  for (const { word } of tag(text + behind)) {
    end += word.length;
    if (end === text.length) return word;
    if (end > text.length) return null;
  }
  return null;
}
