// question about part four → what is left when the words of sanctions, persons and lists are off: grounds, bodies, posts
import { LIST_WORDS, MOST_PERSONS, PERSON_WORDS, SANCTION_WORDS } from './sanction-words.ts';
import { stripShape, trimEdges } from './shape.ts';

/** 被诫勉的人里面, 名单上: says which list, no more. */
const EDGES =
  /^(?:(?:[里内上]|中(?!小?学|心|队))头?|落[到在]了?|是?因为?|搞|存在|有|牵涉到?|涉及到?|当|跟|与|和|同|由|被|给予|予以|为了?|人员?里?面?头?|有关|关于|针对|其中|以及)+|(?:的|而|,|有关|相关|沾边|(?:出|闹|惹)了?(?:毛病|问题|事儿?|岔子|乱子)|那?案子|的(?:这|那)?(?:个|件)?事(?:情|儿)?|问题|毛病|[这那]一?类(?:毛病|事情?|事儿|问题|情况)?|等(?:问题|情况|行为|事)?|(?:的(?:人|名字))?(?:分散|散落|分布|散见|出现|列|写)在?|的(?:各项|项目|条目|项)|里头?|里面|名单|[头身]上|上|(?<=[的人])占|加起来|加一块儿?|受)+$/gu;
const NO_PART =
  /^(?:通报|公布|其中|人员|责任人|谈话|名单|干部|领导|哪些|都有|还有|目前|一共|情况|结果|对应的?项?|项|工作)$/u;

/** One part of what narrows the items. */
export interface Part {
  readonly part: string;
  /** 因为喝酒: said to be what the persons were sanctioned for. */
  readonly isGround: boolean;
}

const GROUND = /^(?:的|是|都|被)*(?:因为?|由于|为了?|搞|存在|涉嫌)/u;

/** What is left when the words of sanctions, persons and lists are taken off. */
export function readParts(text: string): Part[] {
  return text
    .replace(LIST_WORDS, '\u0001')
    .replace(MOST_PERSONS, '\u0001')
    .replace(PERSON_WORDS, '\u0001')
    .replace(SANCTION_WORDS, '\u0001')
    .split(/[\u0001,;]/u)
    .flatMap((piece) =>
      stripShape(piece).map((words, at) => ({
        part: trimEdges(words).replace(EDGES, ''),
        isGround: at === 0 && GROUND.test(piece),
      })),
    )
    .filter(
      ({ part }) => part.length >= 2 && !part.split(/[、和与及]/u).every((piece) => NO_PART.test(piece)),
    );
}

/** 学校总务主任 → 总务主任. */
export function lastPost(words: string): string {
  return /(?:总务|副)?[\p{Script=Han}]{0,2}$/u.exec(words)?.[0] ?? '';
}

/** True when pieces of two characters and more, each standing in `text`, make up `words`. */
export function cover(words: string, text: string): boolean {
  let rest = words.replace(/[的和与及、,]/gu, '');
  if (rest.length < 4) return false;
  while (rest.length >= 2) {
    let length = rest.length;
    while (length >= 2 && !(text.includes(rest.slice(0, length)) && rest.length - length !== 1)) length -= 1;
    if (length < 2) return false;
    rest = rest.slice(length);
  }
  return rest === '';
}
