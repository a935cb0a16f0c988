// one message → the questions in it, each with the subject it needs
import { maskQuotes } from './shape.ts';

const ASK = /多少|(?<![哪好十让这那前头])几(?![乎处])|什么时候|啥时候|哪[天年月个家些里位条]|何时|谁/u;
/** 污染投诉和噪声投诉各罚了多少: two subjects, one ask. */
const EACH =
  /^(?<first>.{2,30}?)(?:和|与|跟|、|以及)(?<second>.{2,30}?)(?:各自|各|分别)(?:是|有|为)?(?<ask>.*(?:多少|几|什么|哪|谁|怎).*)$/u;
/** 多少次,商贸企业和重点企业分开说. */
const APART =
  /^(?<ask>.*(?:多少|几).*?)[,，](?<first>.{2,16}?)(?:和|与|跟|、)(?<second>.{2,16}?)(?:的)?(?:分开|分别|各自)(?:说|讲|列|是多少)?$/u;
/** What may stand before the question word of a part that names nothing of its own. */
const NO_SUBJECT =
  /^(?:又|还|再|能|可以?|共|一共|总共|并|且|而且|是|在|有|要|会|都|那么?|其中|预计|计划|新增?|已经?|后来|现在|目前|的|了|,)*$/u;
const MOST_PARTS = 3;
/** A longer message tells a story before it asks. */
const LONGEST = 64;

/** One entry for a message that asks for one thing. */
export function splitAsks(message: string): string[] {
  const masked = maskQuotes(message.replace(/[?？。!]+$/u, ''));
  const apart = APART.exec(masked.text)?.groups;
  const each = apart ?? EACH.exec(masked.text)?.groups;
  if (each !== undefined) {
    const { first = '', second = '', ask = '' } = each;
    return [first, second].map((subject) =>
      masked.restore(apart === undefined ? `${subject}${ask}` : `${subject} ${ask}`),
    );
  }
  const { lead, parts } = readPieces(masked.text);
  if (parts.length < 2 || parts.length > MOST_PARTS || message.length > LONGEST) return [message];
  const [first = ''] = parts;
  const subject = lead === '' ? first.slice(0, ASK.exec(first)?.index ?? 0) : lead;
  const asked = /多少[\p{Script=Han}]{1,2}$/u.exec(first)?.[0] ?? '多少';
  return parts.map((part, index) => {
    if (index === 0) return masked.restore(lead === '' ? part : `${lead},${part}`);
    const whole = part.replace(/多少$/u, asked); // 罚了多少钱,…又罚了多少
    return masked.restore(lead !== '' || lacksSubject(part) ? `${subject} ${whole}` : whole);
  });
}

/** The pieces that ask, each with what follows it up to the next, and what stands before the first. */
function readPieces(text: string): { readonly lead: string; readonly parts: readonly string[] } {
  const parts: string[] = [];
  let lead = '';
  for (const piece of text.split(/[,，;；。?？]|、(?=[^、]{1,20}(?:多少|几|哪|谁|什么))/u)) {
    const last = parts.at(-1);
    if (piece.trim() === '') continue;
    if (ASK.test(piece)) parts.push(piece);
    else if (last === undefined) lead += piece;
    else parts[parts.length - 1] = `${last},${piece}`;
  }
  return { lead, parts };
}

function lacksSubject(part: string): boolean {
  return NO_SUBJECT.test(part.slice(0, ASK.exec(part)?.index ?? 0));
}
