/** Measure words that count the same thing, so that one may stand for the other: 34名 = 34人, 7场 = 7次. */
const SAME: readonly (readonly string[])[] = [
  ['人', '名', '位'],
  ['场', '次', '场次'],
  ['轮', '轮次', '次'],
  ['个', '项'],
  ['个', '家', '所'],
  ['个', '处'],
  ['项', '条'],
  ['件', '起', '宗'],
  ['家次', '家'],
  ['平方米', '平方'],
  ['日', '号'],
  ['岁', '周岁'],
  ['批', '批次', '个'],
  ['栋', '幢', '座'],
];

/** An absent unit agrees with any: 「小区37」 restates 「37个小区」. */
export function sameUnit(printed: string, stated: string): boolean {
  return (
    printed === stated ||
    stated === '' ||
    SAME.some((words) => words.includes(printed) && words.includes(stated))
  );
}
