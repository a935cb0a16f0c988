// 督查室(区政府的、两办的) → 督查室; 台风(抗台、防台也算) → 台风或抗台或防台: what stands in brackets behind a name
import type { IntentContext } from './intent.ts';
import { isMentioned, isPrinted } from './named-phrases.ts';
import { phraseVariants, stripShape } from './shape.ts';

const BRACKETS = /(?<head>[^,。?!;:()]{2,30})\((?<inside>[^()]{1,24})\)/gu;
/** 都算, 也算上: the asker counts them in. */
const COUNTED_IN =
  /(?:什么的|等等?|之类的?)?(?:也|都|全|均|同样)(?:要|得|应该?)?(?:算|计|行|可以|要)(?:上|进去|在内|数)?$/u;
/** (第三个方面), (不含名单), (编号就行): not what the thing is called. */
const NO_NAME = /第|方面|部分|措施|举措|条|问题|编号|不|没|别|只|共|几|哪|谁|什么/u;
const OPENING = /^(?:包括|包含|含|即|或者?|也叫|又叫|又称|简称|就是)/u;
const JOINED = /[、,/]|或者?|以及|(?:和|与|及|跟|还有)(?=.{2})/u;

/**
 * The message without brackets that say which of the things of a name are meant (公共资源交易(中心或平台): all that print
 * the name), and with what they count in beside it (监察建议书(提醒函也算)).
 */
export function withoutGlosses(context: IntentContext, text: string): string {
  return text.replace(BRACKETS, (written: string, head: string, inside: string, at: number) => {
    const pieces = readPieces(context, inside);
    const name = nameIn(context, head);
    const meansOne = pieces.length === 1 && !COUNTED_IN.test(inside);
    if (name === null || pieces.length === 0 || meansOne || /[《“]/u.test(inside)) return written;
    const behind = text.slice(at + written.length, at + written.length + 2);
    if (isPrinted(context, `${head.slice(-2)}(${inside})${behind}`)) return written;
    if (describes(context, name, pieces, inside)) return head;
    const others = pieces.filter((piece) => isPrinted(context, piece));
    if (!COUNTED_IN.test(inside) || others.length < pieces.length) return written;
    const start = head.lastIndexOf(name);
    return `${head.slice(0, start)}${[name, ...others].join('或')}${head.slice(start + name.length)}`;
  });
}

/** The name the words in front of the brackets end with, or modify: 跟台风沾边的, 写到祥坂的. */
function nameIn(context: IntentContext, head: string): string | null {
  const part = stripShape(head).at(-1);
  // 发监察建议书: the verb in front.
  const names = part === undefined ? [] : [...phraseVariants(part), part.slice(1)];
  return names.find((name) => head.includes(name) && isPrinted(context, name)) ?? null;
}

function readPieces(context: IntentContext, inside: string): string[] {
  const words = inside.replace(COUNTED_IN, '').replace(OPENING, '');
  if (NO_NAME.test(words)) return [];
  return words
    .split(JOINED)
    .map((piece) => piece.replace(/的$/u, '').trim())
    .filter((piece) => piece !== '')
    .flatMap((piece) => cutPair(context, piece));
}

/** 抗台防台: two names of two characters each in one breath. */
function cutPair(context: IntentContext, piece: string): string[] {
  const halves = [piece.slice(0, 2), piece.slice(2)];
  const isPair = piece.length === 4 && halves.every((half) => isPrinted(context, half));
  return isPair && !isPrinted(context, piece) ? halves : [piece];
}

/** Whose they are (区政府的), or longer forms of the name (祥坂路, 公共资源交易中心): the name alone finds them all. */
function describes(context: IntentContext, name: string, pieces: readonly string[], inside: string): boolean {
  if (/的(?:、|$)/u.test(inside.replace(COUNTED_IN, ''))) return true;
  return pieces.some(
    (piece) =>
      (piece.includes(name) && piece !== name) ||
      isMentioned(context, name + piece) ||
      isMentioned(context, piece + name),
  );
}
