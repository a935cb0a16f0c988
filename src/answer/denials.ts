// clause → its denials: what each of them denies, and what it says of it (not yet, once, only as a description)
import { readGrams } from './alignment.ts';
import { isOpen, namesOpen, TO_COME } from './stage-words.ts';

/** Words in which 不, 未, 无, 没 deny nothing. */
const LEXICAL =
  /不(?:断|仅|但|动产|少|忘|懈|力|足|良|同|得不|限|低于|高于|超过|定期|论|管|如|止)|未(?:来|成年)|无人机|无障碍|(?:无|没有?)物业|非(?:遗|公|税|常|法)|有没有|(?<=了)没有?(?=[?,。]|$)|没有?(?=\?)|(?<asked>[\u3400-\u9fff])没\k<asked>/gu;
/** 「暂未收回」 「不符合改造标准」 「无法进行改造」 「没有再出现」 「免予处分」 「违规兼职被坚决禁止」 */
const NEGATION =
  /(?<verb>[\u3400-\u9fff])不(?:了(?!解)|到(?!位)|动(?!产)|出(?![现台具席])|成(?![立熟])|回来?|下来|去)|未|没有|没(?:办)?法|没|无法|无(?!锡)|不|免予|(?<=[被均都是]|一律|坚决|严格|予以)(?:禁止|严禁|杜绝|制止)(?=的?(?:[,。;]|$))|(?:拒绝|停止|禁止|严禁|杜绝)(?=[\u3400-\u9fff])|拒(?![绝不])/gu;
/** How far a negation reaches, in characters. */
const REACH = 6;
/** 「尚无结果」 where it is still under way, 「判决结果尚未出具」 for 「待判决结果出具后」; 「至今没有收回」 */
const NOT_YET = /(?:[尚暂还仍]|至今|迄今|到现在)(?:都|也)?$/u;
/** 「以前没有纳入管理」 for 「前期未纳入管理的」, 「从未纳入管理变为…」: no longer so. */
const ONCE = /(?:以前|原先|原来|此前|过去|之前|前期|一度|曾经?|当时|从)[^,;。]{0,4}$/u;
const PERMISSION = /^[允准容]?许/u;
const FORBIDDEN = /^(?:禁止|严禁|杜绝|制止)$/u;
const PASSIVE = /[被均都是]?(?:一律|坚决|严格|予以)*$/u;
/** 「…的事项,目前还」 */
const TRAILING = /(?:,[^,;。:]{0,4}|[目前暂时至今还仍都也]*)$/u;
/** What may stand between a negation and the verb it denies. */
const LIGHT = /^(?:[得能]再|再被|再|能|得|准|予以|予|被|要|曾|会|在|有|宜)?(?:进行|开展)?/u;
const OCCURRENCE = /^(?:出现|发生|存在)/u;
const DESCRIBES = /^[^,;。:]{1,12}的/u;

export interface Denial {
  /** What is denied: the words behind the negation, up to the next one. */
  readonly scope: string;
  readonly grams: ReadonlySet<string>;
  /** Also of what is listed behind it: 「未专题分析…形势、解决短板问题」 denies both. */
  readonly listed: ReadonlySet<string>;
  /** Of all that stands behind it in its clause. */
  readonly object: ReadonlySet<string>;
  /** Denies that the rest of its sentence occurs: 「未出现…将必须招标的项目变相指定国有企业承接的情况」. */
  readonly occurrence: boolean;
  /** Only describes what is spoken of, or how it once was: 「前期未纳入管理的216处」. */
  readonly describes: boolean;
  /** 「尚未出具」, and nothing else in its clause says that it is under way: the clause may be two joined. */
  readonly notYet: boolean;
  /** 「出不了证明文件」, 「无法出具…证明文件」: it cannot be. */
  readonly unable: boolean;
  /** 「不再设置」, 「没有再分别开展」: it was so before. */
  readonly noLonger: boolean;
  /** 「严禁…」, 「不得…」, 「不允许…」: it is forbidden. */
  readonly forbids: boolean;
  /** Nothing stands behind it: 「补正后还是没有」. */
  readonly bare: boolean;
  /** What stands before the negation in its clause: the subject, the numbers. */
  readonly before: string;
  /** What stands behind it. */
  readonly behind: string;
  /** Its clause itself speaks of what is under way or to come: 「10月底前没有完成」 of a plan denies the plan. */
  readonly foreseen: boolean;
}

export function readDenials(text: string): Denial[] {
  const plain = text.replace(LEXICAL, (word) => '\u0001'.repeat(word.length));
  return [...plain.matchAll(NEGATION)].map((match) => {
    const verb = match.groups?.['verb'] ?? '';
    const before = plain.slice(0, match.index);
    const left = /[^,;。:]*$/u.exec(before)?.[0] ?? '';
    const after = plain.slice(match.index + match[0].length);
    const stripped = after.replace(LIGHT, '');
    // 「资格复审、面试都还没进行」
    const behind = verb + (/^(?:$|[,;。:?])/u.test(stripped) ? after : stripped);
    const [right = ''] = /^[^,;。:]*/u.exec(behind) ?? [];
    const kind = {
      object: readGrams(right),
      occurrence: OCCURRENCE.test(behind),
      describes: DESCRIBES.test(behind) || ONCE.test(before),
      notYet: NOT_YET.test(before) && !isOpen(left + right),
      unable: verb !== '' || /法$/u.test(match[0]) || /^(?:能|办法)/u.test(after),
      forbids:
        /^(?:禁止|严禁|杜绝)$/u.test(match[0]) || /^(?:得(?![不力])|[允准容]?许|准(?![确时备]))/u.test(after),
      // 「不设了」
      noLonger:
        /^(?:得)?再/u.test(after) ||
        (match[0] === '不' && /^[\u3400-\u9fff]{1,2}了(?:$|[,。;])/u.test(after)),
      before: left,
      behind: right,
      foreseen: namesOpen(left + right) || TO_COME.test(left),
    };
    // 「临时增加议题不允许」, 「违规兼职被坚决禁止」, 「需要函告的事项,目前没有」: what is denied stands before
    const allowed = PERMISSION.exec(behind)?.[0].length ?? 0;
    const bare = verb === '' && /^了?(?:$|[,;。:?])/u.test(after);
    const forbidden = FORBIDDEN.test(match[0]) && /^的?$/u.test(right);
    if (bare || forbidden || (allowed > 0 && right.length === allowed)) {
      // 「…指定集体企业施工,一律不许」: it may stand in the clause before
      const near = left.replace(PASSIVE, '');
      const said =
        near === '' || (right === '' && !forbidden)
          ? before.replace(PASSIVE, '').replace(TRAILING, '')
          : near;
      const scope = /[\u3400-\u9fff]*$/u.exec(said)?.[0].slice(-REACH - 2) ?? '';
      const grams = readGrams(scope);
      return { ...kind, scope, grams, listed: grams, occurrence: false, bare: bare || forbidden };
    }
    const scope = cutScope(behind.slice(allowed));
    // 「不松手、整改不到位」: what is denied by itself is not listed
    const more = right
      .split('、')
      .slice(1)
      .filter((part) => !/[未没不无]/u.test(part));
    const listed = new Set([scope, ...more.map(cutScope)].flatMap((part) => [...readGrams(part)]));
    return { ...kind, scope, grams: readGrams(scope), listed, bare };
  });
}

/** Words of which nothing is denied are left: what the text says besides. */
export function cutLexical(text: string): string {
  return text.replace(LEXICAL, '\u0001');
}

function cutScope(behind: string): string {
  return behind.slice(0, REACH).replace(/(?<=.)(?:[未没不无、，,“”;。:]|免予).*$/u, '');
}

export function denies(text: string): boolean {
  return readDenials(text).length > 0;
}

const COUNTED = '[个件项条家人名位户处起宗次]';
/** 「没有一件未办结」, 「一件不剩」, 「无一例外」: all of them. */
const NONE_WITHOUT = new RegExp(
  `(?:没有|无)一${COUNTED}?(?:[未没不]有?|例外|遗漏|落下|掉队|剩下?|漏掉)|一${COUNTED}(?:也|都)?[不没](?:有)?[剩落漏少]下?|没有例外`,
  'gu',
);
/** 「没有一个移交过问题线索」, 「一个也没移交」, 「无一积压」: none of them. */
const NONE = new RegExp(`没有(?:任何)?一${COUNTED}|无一${COUNTED}?|一${COUNTED}(?:也|都)[未没]有?`, 'gu');

/** What a double denial says of all, said plainly: 「没有一件未办结」 → 「均办结」, 「没有一个移交过」 → 「均未移交过」. */
export function foldUniversals(text: string): string {
  return text.replace(NONE_WITHOUT, '均').replace(NONE, '均未');
}
