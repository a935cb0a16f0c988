/** Measure words that count the same thing, so that one may stand for the other: 34名 = 34人, 7场 = 7次. */
const SAME: readonly (readonly string[])[] = [
  ['人', '名', '位'],
  ['场', '次', '场次', '轮', '轮次', '期'],
  ['个', '项', '处', '家', '所', '座', '条', '类', '种', '款', '支', '份', '部'],
  ['件', '起', '宗', '个', '项'],
  ['家次', '次', '家'],
  ['平方米', '平方'],
  ['日', '号'],
  ['批', '批次', '个'],
  ['栋', '幢', '座'],
];

/** An absent unit agrees with any: 「共37个小区」 and 「小区37」. */
export function sameUnit(a: string, b: string): boolean {
  return a === b || a === '' || b === '' || SAME.some((words) => words.includes(a) && words.includes(b));
}
