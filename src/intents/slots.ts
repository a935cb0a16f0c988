// question → status and section: what narrows a list besides the words it mentions
import type { UnitId } from '../bulletin/bulletin.ts';
import type { UnitLookup } from '../bulletin/lookup.ts';
import { contentSections, findSectionNamed } from '../bulletin/sections.ts';
import type { Status } from '../ledger/ledger.ts';
import { parseInteger } from '../text/numerals.ts';
import { trimEdges } from './shape.ts';

/** A slot as read, and the question without its words. */
export interface Read<T> {
  readonly value: T;
  readonly rest: string;
}

/** 还没完成, 没了结, 还没处置完, 没做成, 未整改到位, 正在推进, 在办的, 没做完的. */
const OPEN =
  /(?:自己|自个儿?)?(?:承认|坦承|自认|明说)?(?:还有|仍有|尚有)?(?:还|都|仍|仍然|至今|目前)*(?:没有?|未|尚未|仍未|没能)(?:全部|完全|彻底|按期|最后|最终|真正)?(?:完成|了结|办结|解决|落实|整改(?:完成|到位|到头|到底|完|好)?|处置(?:完|到位)?|处理(?:完|好)|收尾|销号|到位|[做办弄改搞干拆建盖整理忙]完|[做办弄改搞]好|[做办弄搞建谈干]成|搞定|收口|收回|落地|完(?=的?(?:[?。!,]|$))|结(?!果))(?:完毕|完成|到位|完)?的?|(?:还|仍)?(?:留|有|剩)(?:着|了|个)?尾巴的?|(?:还|仍)(?:悬|拖|卡|欠|挂)着的?|(?:还|仍|正|尚)在(?:推进|进行|整改|办理|落实|施工)(?:中|当中)?的?|在(?:推进|进行|整改|办理|施工)(?:中|当中)的?|正在(?:推进|进行|整改|办理|落实)(?:中|当中)?的?|(?<![现所])在(?:推进|进行|整改|办理|办|抓)的|(?:推进|进行|办理|(?<!巡视|集中|专项|[本这此]次)整改)中的?|待完成的?/u;
/** 已完成, 完成了的, 已办结, 整改完了的. */
const DONE =
  /(?:已经?|都|全部)(?:全部|经)?(?:完成|办结|整改(?:完成|到位|完|好)|落实(?:到位)?|解决|销号|收尾|收工|收口|落地|[做办弄改整]完|[做办弄]好)(?:整改)?了?的?|(?:完成|做完|办完|改完|整改完|办结)了?的(?!\S*(?:时限|期限))|(?:完成|办结)了(?!吗|没)/u;
/** 长期坚持, 常态化推进. */
const STANDING =
  /(?:需要?|要)?长期(?:坚持|整改|推进|落实|抓)?类?的?|(?<!教育|监督)日常(?:管控|坚持|推进)类?的?|常态化(?:推进|坚持|开展|类)?的?/u;

/** 列为长期坚持的, 目前还在推进: the verb that says so, and when, in front of the class. */
const CLASSED =
  /(?:(?:(?:列|归|划|标|定|判|认定|归类|归纳)(?:为|成|作|入|在|到|是)|属于|(?<![打计预])算|状态[是为]?)(?:的是)?)?(?:目前|现在|当前|至今|仍然?|还|都|被|是|要|需要?|应)*$/u;
/** 长期坚持这一类的. */
const CLASS = /^[这那]?一?类的?/u;

/** The class of part 三 a list is narrowed to; 「未完成」 means `in_progress`. */
export function readStatus(text: string): Read<Status> | null {
  for (const [value, pattern] of [
    ['in_progress', OPEN],
    ['completed', DONE],
    ['long_term', STANDING],
  ] as const) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const before = text.slice(0, match.index).replace(CLASSED, '');
    const behind = text.slice(match.index + match[0].length).replace(CLASS, '');
    // 还剩尾巴没做完的: the same said twice.
    return { value, rest: `${before}\u0001${behind.replace(pattern, '\u0001')}` };
  }
  return null;
}

const NAMED =
  /(?<name>[^,。?!、\s\u0001]{2,24}?)(?:这|那)?(?:一)?大?(?:个|块)?(?:方面|部分|板块|[这那](?:一)?大?块|领域)(?:的|里|中|下面?)?/u;
/** 全面从严治党里还没做完的: no word for a part, but what its heading alone says, in front of 里. */
const NAMED_INSIDE =
  /^(?:在|把)?(?<name>[^,。?!、\s\u0001]{4,16}?)(?:里面?|里头|当中|之中|下面|底下)(?=[^,。?]*(?:没|未|完|在|哪|多少|几|列))/u;
const NUMBERED =
  /(?:第(?<n>[一二三四五六七八九十\d]{1,2})|(?<last>最后))(?:一)?(?:个|大)*(?:方面|板块)(?:的|里|中)?/u;

/** “落实全面从严治党方面”, “组织路线”那一块: the name of a part between quotation marks. */
const QUOTED_NAME =
  /[“"「](?<name>[^“”"「」]{4,24}?)(?:(?<part>方面|板块|部分)[”"」]|[”"」](?=[这那]?一?大?个?(?:方面|板块|部分|块)))/u;

/** The message with the name of a part no longer quoted; unchanged where what is quoted names none. */
export function unquoteSection(text: string, lookup: UnitLookup): string {
  const quoted = QUOTED_NAME.exec(text);
  if (quoted === null) return text;
  const { name = '', part = '' } = quoted.groups ?? {};
  const plain = text.replace(quoted[0], `${name}${part}`);
  return readSection(plain, lookup) === null ? text : plain;
}

/** 全面从严治党方面, 组织路线方面, 第二个方面; null where no heading holds the words. */
export function readSection(text: string, lookup: UnitLookup): Read<UnitId> | null {
  const sections = contentSections(lookup);
  const numbered = NUMBERED.exec(text);
  const written = numbered?.groups?.['n'] ?? '';
  const ordinal = numbered?.groups?.['last'] === undefined ? parseInteger(written) : sections.length;
  const nth = ordinal === null ? undefined : sections[ordinal - 1];
  if (numbered !== null && nth !== undefined)
    return { value: nth, rest: dropSameName(text.replace(numbered[0], '\u0001'), nth, lookup) };
  return readNamed(NAMED.exec(text), text, lookup) ?? readNamed(NAMED_INSIDE.exec(text), text, lookup);
}

/** 组织路线部分(第三个方面), 成果运用(第四方面), 第三方面(组织路线): the name beside the number says the same. */
const BESIDE_NUMBER = /(?<name>[^,。?!、;()\s\u0001]{2,30})\(\u0001\)|\u0001\((?<behind>[^()]{2,24})\)/u;

function dropSameName(text: string, section: UnitId, lookup: UnitLookup): string {
  const beside = BESIDE_NUMBER.exec(text);
  if (beside === null) return text;
  const { name = '', behind = '' } = beside.groups ?? {};
  const said = namesIn(name || behind).find((one) => nameOf(lookup, one) === section);
  return said === undefined
    ? text
    : text.replace(beside[0], `${(name || said).slice(0, -said.length)}\u0001`);
}

/** The words themselves, then what stands behind a word of place: 民主生活会在组织路线 → 组织路线. */
const BEFORE_NAME = /在|属于|归|限于?|[只仅]看|[(]|哪些|哪几条|第几条|于/gu;
const SHORTEST_NAME = 4;

function namesIn(words: string): string[] {
  const behind = [...words.matchAll(BEFORE_NAME)].map(({ 0: found, index }) =>
    words.slice(index + found.length),
  );
  return [words, ...behind.filter((name) => name.length >= SHORTEST_NAME)];
}

function nameOf(lookup: UnitLookup, words: string): UnitId | null {
  const name = trimEdges(words).replace(
    /(?:这|那)?(?:一)?大?(?:个|块)?(?:方面|部分|板块|[这那]一?大?块|领域)$/u,
    '',
  );
  return findSectionNamed(lookup, name);
}

function readNamed(named: RegExpExecArray | null, text: string, lookup: UnitLookup): Read<UnitId> | null {
  if (named === null) return null;
  const { name: written = '' } = named.groups ?? {};
  for (const name of namesIn(written)) {
    const id = findSectionNamed(lookup, trimEdges(name));
    if (id === null) continue;
    const from = written.length - name.length;
    return { value: id, rest: text.replace(named[0], `${written.slice(0, from)}\u0001`) };
  }
  return null;
}
