// 剩下的, 弄好的, 拆了的 → how the bulletin says where matters stand
/** 剩下的怎么处理: the bulletin says 剩余, 其余. */
export const REST = /剩下|剩余|其余|余下|没.{1,3}的/u;
const LEFT = /剩余|其余|剩下|余下|未/u;
/** 弄好的呢: the bulletin says 已完成33个. */
const FINISHED = /^(?:那|其中|已经?)*[做办弄改搞建修整盖装干]?(?:好|完|完成|建成|到位)了?的/u;
const DONE = /已[^,，。]{0,8}(?:完成|建成|办结|到位)|完成\d/u;
/** 2012年以后进来的呢: not those of 2012年以前. */
const YEAR_BOUND = /(?<year>(?:19|20)\d{2})年?(?:以|之)?(?<side>[前后])/u;
/** 拆了的, 退掉的: what was done, in one character. */
const ACTED = /^(?:那|其中|已经?)*(?<verb>[拆罚退收追冻抓查])(?:了|掉|过|完)*的/u;

/** How the bulletin says what a bare participle asks for; null for other messages. */
export function readStanding(text: string): RegExp | null {
  if (REST.test(text)) return LEFT;
  const { year, side } = YEAR_BOUND.exec(text)?.groups ?? {};
  if (year !== undefined && side !== undefined) return new RegExp(`${year}年(?:以|之)?${side}`, 'u');
  if (FINISHED.test(text)) return DONE;
  const verb = ACTED.exec(text)?.groups?.['verb'];
  return verb === undefined ? null : new RegExp(`(?<!未)${verb}[^,，。]{0,4}\\d`, 'u');
}
