/**
 * How two titles are related: `same` = the same document, title shortened or expanded in a way the genre uses all the
 * time (place in front, 试行 behind); `variant` = the same document under a title that differs in wording;
 * `other` = another document.
 */
export type TitleRelation = 'same' | 'variant' | 'other';

/** (试行), (暂行), (修订稿) behind a title, and 暂行 inside one. */
const EDITION = /[(（](?:试行|暂行|修订|修订稿|草案|征求意见稿)[)）]$/u;
/** The kind of document at the end of a title: …实施方案, …实施细则方案, …的通知. */
const KIND =
  /(?:的)?(?:若干)?(?:实施细则方案|实施细则|实施方案|实施意见|实施办法|工作方案|行动方案|工作机制|暂行办法|试行办法|管理办法|办法|方案|意见|细则|通知|告知|规定|规程|制度|措施|计划|清单)$/u;
/** Words of a title that do not change what it is about: 推进/推动, 的, 关于, the issuing place. */
const NEUTRAL = /推进|推动|进一步|关于|全区|全市|全县|我区|本区|直属|局属|区属|[的和与及、\s“”"「」()（）]/gu;
const SAME_KINDS: readonly (readonly string[])[] = [
  ['通知', '告知'],
  ['实施方案', '实施意见', '实施细则方案', '实施细则', '实施办法'],
];

/** Compares two titles as printed, without 《》. */
export function compareTitles(a: string, b: string): TitleRelation {
  if (a === b || strip(a) === strip(b)) return 'same';
  const left = split(a);
  const right = split(b);
  const sameKind =
    left.kind === right.kind ||
    SAME_KINDS.some((kinds) => kinds.includes(left.kind) && kinds.includes(right.kind));
  if (!sameKind || left.stem.length < 8 || right.stem.length < 8) return 'other';
  if (left.stem === right.stem) return 'variant';
  return dropsOneWord(left.stem, right.stem) ? 'variant' : 'other';
}

/** Without edition, white space and the names of places in front: 江城市青禾区…办法(试行) → …办法. */
function strip(title: string): string {
  return title
    .replace(EDITION, '')
    .replace(/\s/gu, '')
    .replace(
      /^(?:中共)?(?:[\u4e00-\u9fff]{2,3}省)?(?:[\u4e00-\u9fff]{2,3}市)?(?:[\u4e00-\u9fff]{2,3}[区县])?(?=.{8})/u,
      '',
    );
}

function split(title: string): { stem: string; kind: string } {
  const plain = strip(title);
  const kind = KIND.exec(plain)?.[0].replace(/^的/u, '') ?? '';
  const stem = plain.slice(0, plain.length - kind.length).replace(NEUTRAL, '');
  return { stem, kind };
}

/** 直属集体企业资产租赁 / 直属企业资产租赁: the longer stem has one qualifying word more in front of 企业, 单位. */
function dropsOneWord(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long.length - short.length !== 2 || short.length < 10) return false;
  for (let i = 0; i <= short.length; i += 1) {
    if (long.slice(0, i) + long.slice(i + 2) !== short) continue;
    return /^(?:集体|国有|区属|所属|下属)(?:企业|单位)/u.test(long.slice(i, i + 4));
  }
  return false;
}
