// one message → the questions in it, each with the subject it needs
import { namesDatum, splitNamed } from './named-asks.ts';
import { maskQuotes } from './shape.ts';

const ASK =
  /多少|多[长久](?!期)|多大(?!的?比)|(?<![哪好十让这那前]|(?<!牵)头)几(?![乎处])|什么时候|啥时候|哪一?[天年月个家些里位条两几]|何时|谁|为什么|为啥|怎么|咋|什么|啥(?!的)|有没有|是不是|几处$|(?:吗|了没有?|[好完]了吧|[^有]没有|[完好成到]没)$/u;
/** 污染投诉和噪声投诉各罚了多少, 甲、乙、丙三处基地各接待了多少人次: several subjects, one ask. */
const EACH =
  /^(?<list>.{2,30}?(?:和|与|跟|、|以及)(?:.{2,30}?|[\ue000-\ue0ff])|[^,]{0,12}?[\ue000-\ue0ff]{2,4})(?:,|都|这)*(?:[两二三四]\p{Script=Han}{1,4}的?)?(?:各自|各|分别)(?:是|有|为)?(?<ask>.*(?:多少|几|什么|啥|哪|谁|怎).*)$/u;
/** 甲、乙、丙,三个项目的总投资分别列一下: the same without a question word. */
const LISTED =
  /^(?<list>.{2,30}?(?:和|与|跟|、|以及).{2,30}?),?这?[两二三四]个?\p{Script=Han}{0,3}的(?<ask>[^,]{2,10}?)(?:都|各自|各|分别)(?:给我)?(?:列|报|说|讲|写)(?:一?下|出来)?$/u;
/** 多少次,商贸企业和重点企业分开说. */
const APART =
  /^(?<ask>.*(?:多少|几).*?)[,，](?<list>.{2,16}?(?:和|与|跟|、).{2,16}?)(?:的)?(?:分开|分别|各自)(?:说|讲|列|是多少)?$/u;
/** What is asked of each, behind the last of them. */
const SHARED = /(?:总投资|投资额|金额|总额|面积|经费|销售额|数量|人数|户数|场次|\p{Script=Han}{2}率)(?=$)/u;
const BARE_ASK = /^(?:多少|几)\p{Script=Han}{0,2}$/u;
/** 锦绣城:①…②…: as it reads when normalised. */
const NUMBERED =
  /^(?<lead>[^\d]*?)[:,]?1[.、)]?(?=\p{Script=Han})(?<a>.{2,}?)2[.、)]?(?=\p{Script=Han})(?<b>.{2,}?)(?:3[.、)]?(?=\p{Script=Han})(?<c>.{2,}))?$/u;
/** 三批加一块呢: asks of another what was just asked. */
const LIKEWISE = /呢$/u;
const JOIN = /(?:以及|[、和与跟])(?=.{2}|[\ue000-\ue0ff])|(?<=[\ue000-\ue0ff])(?=[\ue000-\ue0ff])/u;
/** 社会福利中心:合同工期多长、哪天验收: what stands before the colon is asked about. */
const HEADED = /^(?<lead>[^,，:?？]{2,16})[:：](?<rest>.{4,})$/u;
/** A的立案罚款,跟B的立案罚款,给个对照. */
const SIDE_BY_SIDE =
  /^(?<a>[^,]{4,30}?),?(?:跟|和|与|同)(?<b>[^,]{4,30}?),?(?:给|做|作|来|列)?(?:我)?个?(?:对照|对比|比较|比一[比下])(?:一下)?$/u;
/** 另外, 顺便问下, 还有举报电话…: what follows is another ask, whatever its words. */
const JOINED_ON =
  /^(?:(?:另外|此外|顺便|顺带|对了)[,]?(?:(?:再|还|也)?(?:想|要|请|麻烦)*(?:问|查|看|说|给|讲)(?:一?下|一声|我|你)*)?|(?:还有|再|最后|也)?(?:想|要|请|麻烦)*(?:问|查|说)(?:一?下|一声|你)+|还有(?!多少|几|没|哪|谁|什么|人|的))[,:]?(?=.{2})/u;
/** 监督电话给一下, 通信地址在哪. */
const REQUESTED = /(?:给|发|报|说|列)(?:我|一?下|一声)+$|在哪[里儿]?$/u;
/** 各项加起来对得上吗, 两处一致吗, 两处各多少, 哪个多: asks about the answers to the others. */
const ABOUT_ALL =
  /^(?:通报)?[两几各]处(?:的?(?:数字?|说法))?(?:各|都|分别)|对[得不]上|一致|一样|加起来|矛盾|哪[一]?[个家边处](?:更|要)?[多少高低大小快慢]/u;
/** What may stand before the question word of a part that names nothing of its own. */
const NO_SUBJECT =
  /^(?:最后|最终|然后|又|还|再|能|可以?|共|一共|总共|并|且|而且|是|在|有|要|会|都|那么?|其中|预计|计划|新增?|已经?|后来|现在|目前|的|了|,)*$/u;
const MOST_PARTS = 4;
/** A longer message tells a story before it asks. */
const LONGEST = 80;
/** 分别在哪几项, 出自哪条: every answer says so. */
const WHERE_ONLY =
  /^(?:(?:都|各|分别|各自|具体|又|是|写|出|列|记)?)*(?:在|自)?(?:通报|第四部分)?(?:的|里)?(?:哪[几些两一]?|第几)(?:条|项|处|里)(?:措施|举措)?(?:里面?|中|上)?(?:的|写的|说的|提的)?$/u;

/** True where a message says in so many words that it asks for something else as well, or names figures in a row. */
export function asksApart(message: string): boolean {
  return (
    message.split(/[,，;；。?？]/u).some((piece) => JOINED_ON.test(piece)) ||
    splitNamed(message, '').length > 1
  );
}

/** One entry for a message that asks for one thing. `opening`: the name it opens with, when it is a known one. */
export function splitAsks(message: string, opening = ''): string[] {
  const masked = maskQuotes(message.replace(/[?？。!]+$/u, ''));
  const apart = APART.exec(masked.text)?.groups;
  const listed = LISTED.exec(masked.text)?.groups;
  const each = apart ?? listed ?? EACH.exec(masked.text)?.groups;
  // 甲几号开的,引来几家店,客流和销售各多少: what asks itself is no subject.
  const [head = '', ...more] = (each?.['list'] ?? '').split(/[,，]/u);
  const list = ASK.test(head) ? '' : [head, ...more].join(',');
  const subjects = list.split(new RegExp(JOIN, 'gu')).filter((one) => masked.restore(one).length >= 2);
  if (each !== undefined && subjects.length > 1 && subjects.length <= MOST_PARTS) {
    const [shared = '', ...own] = splitTail(each['ask'] ?? '');
    const ask = listed === undefined ? shared : `${shared}多少`;
    // 甲院和乙楼总投资各多少
    const name = BARE_ASK.test(ask) ? (SHARED.exec(subjects.at(-1) ?? '')?.[0] ?? '') : '';
    const asked = subjects.map(
      (subject) => `${subject}${subject.endsWith(name) ? '' : name}${apart === undefined ? '' : ' '}${ask}`,
    );
    return [...asked, ...own].slice(0, MOST_PARTS).map((one) => masked.restore(one));
  }
  const beside = SIDE_BY_SIDE.exec(masked.text)?.groups;
  if (beside !== undefined)
    return [beside['a'], beside['b']].map((one) => masked.restore((one ?? '').replace(/情况$/u, '')));
  const data = splitNamed(message, opening);
  if (data.length > 1) return data;
  const { lead, parts: asks } = readNumbered(masked.text) ?? readPieces(masked.text);
  const parts = asks.filter((part, index) => index === 0 || !WHERE_ONLY.test(part));
  if (parts.length < 2 || parts.length > MOST_PARTS || message.length > LONGEST) return [message];
  const [first = ''] = parts;
  const before = opening === '' ? subjectOf(first) : opening;
  const subject = lead === '' ? before : lead;
  const asked = /多少[\p{Script=Han}]{1,2}$/u.exec(first)?.[0] ?? '多少';
  return parts.map((part, index) => {
    if (index === 0) return masked.restore(lead === '' ? part : `${lead},${part}`);
    // 罚了多少钱,…又罚了多少; 第三批多少件,三批加一块呢
    const whole = ASK.test(part) ? part.replace(/多少$/u, asked) : part.replace(LIKEWISE, asked);
    const leans = lead !== '' || (ASK.test(part) && lacksSubject(part));
    return masked.restore(leans ? `${subject} ${whole}` : whole);
  });
}

/** 甲和乙各牵扯几人,再自查还有没有: what asks for itself behind the comma is an ask of its own. */
function splitTail(ask: string): string[] {
  const at = ask.search(/[,，]/u);
  const tail = ask.slice(at + 1);
  return at > 0 && ASK.test(ask.slice(0, at)) && ASK.test(tail) ? [ask.slice(0, at), tail] : [ask];
}

function readNumbered(text: string): { readonly lead: string; readonly parts: readonly string[] } | null {
  const groups = NUMBERED.exec(text)?.groups;
  if (groups === undefined) return null;
  const parts = [groups['a'], groups['b'], groups['c']]
    .filter((part) => part !== undefined)
    .map((part) => part.replace(/[,;。?]+$/u, ''));
  return parts.every((part) => ASK.test(part)) ? { lead: groups['lead'] ?? '', parts } : null;
}

/** The pieces that ask, each with what follows it up to the next, and what stands before the first. */
function readPieces(text: string): { readonly lead: string; readonly parts: readonly string[] } {
  const parts: string[] = [];
  const headed = HEADED.exec(text)?.groups;
  let lead = headed?.['lead'] ?? '';
  const pieces = (headed?.['rest'] ?? text).split(
    /[,，;；。?？]|、(?=[^、]{1,20}(?:多少|多[长久]|几|哪|谁|什么|怎么))/u,
  );
  const joins = pieces.some((piece) => JOINED_ON.test(piece));
  for (const written of pieces) {
    const last = parts.at(-1);
    const piece = written.replace(JOINED_ON, '');
    if (piece.trim() === '') continue;
    const asks =
      ASK.test(piece) ||
      (joins && (namesDatum(piece) || REQUESTED.test(piece))) ||
      (LIKEWISE.test(piece) && last !== undefined && /多少|几/u.test(last));
    if (asks && !ABOUT_ALL.test(piece)) parts.push(piece);
    else if (last === undefined) lead += piece;
    else parts[parts.length - 1] = `${last},${piece}`;
  }
  return { lead, parts };
}

/** What an ask is about: the words before its question word. */
export function subjectOf(ask: string): string {
  return ask.slice(0, ASK.exec(ask)?.index ?? 0);
}

function lacksSubject(part: string): boolean {
  return NO_SUBJECT.test(subjectOf(part));
}
