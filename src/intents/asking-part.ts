// a message that tells a story → the clauses that ask

/** A message this long tells a story; what is asked stands in the clauses with question words. */
const STORY = 45;
const ASKS = /多少|几|什么|啥|哪|谁|怎|咋|何|吗|是否|没有|多大|[?？]/u;

/** 红星小学的校长是谁先不问 */
const SET_ASIDE = /先不[问管说]|不用管|且不说|别管/u;

export function readAskingPart(text: string): string {
  if (text.length <= STORY && !SET_ASIDE.test(text)) return text;
  const clauses = text.split(/(?<=[,，。;；!！?？:])/u).filter((clause) => !SET_ASIDE.test(clause));
  const asking = clauses.filter((clause) => ASKS.test(clause));
  return asking.length === 0 ? text : asking.join('');
}
