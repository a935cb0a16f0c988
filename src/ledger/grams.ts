import type { Bulletin } from '../bulletin/bulletin.ts';

/** Enforcement phrases and fillers that stand in dozens of measures and tie none of them together. */
const STOCK =
  /运用.{0,3}(?:第一种|四种)形态.{0,2}(?:批评教育帮助和处理|批评教育帮助)?|党纪政务处分|批评教育|谈话提醒|提醒谈话|诫勉谈话|立案查处|剩余|其余|正有序推进|有序推进|同比(?:上升|增长|下降)|以来|截至|目前|区委、区政府|党员干部|领导干部/gu;

/** A short bulletin tells little about what is rare: it is weighed as if it had as many units as a usual one. */
const TYPICAL_UNITS = 300;

/** How rare the character groups of one bulletin are: the weight of what two passages share. */
export interface GramIndex {
  /** Sum of inverse document frequencies of the pairs of characters `a` and `b` share. */
  readonly shared: (a: string, b: string) => number;
  /** The same for all pairs of `text`. */
  readonly weight: (text: string) => number;
  /** Groups of four characters both passages have and at most three units: they speak of the same matter. */
  readonly matter: (a: string, b: string) => number;
}

export function indexGrams(bulletin: Bulletin): GramIndex {
  const known = new Map<string, Set<string>>();
  const gramsOf = (text: string, length: number): Set<string> => {
    const key = `${length}|${text}`;
    const grams = known.get(key) ?? collectGrams(text, length);
    known.set(key, grams);
    return grams;
  };
  const pairs = new Map<string, number>();
  const fours = new Map<string, number>();
  for (const unit of bulletin.units) {
    for (const gram of gramsOf(unit.text, 2)) pairs.set(gram, (pairs.get(gram) ?? 0) + 1);
    for (const gram of gramsOf(unit.text, 4)) fours.set(gram, (fours.get(gram) ?? 0) + 1);
  }
  const total = Math.max(TYPICAL_UNITS, bulletin.units.length);
  const weightOf = (gram: string): number => Math.log(total / (pairs.get(gram) ?? 1));
  const sum = (grams: Iterable<string>): number => [...grams].reduce((all, gram) => all + weightOf(gram), 0);
  return {
    shared: (a, b) => {
      const other = gramsOf(b, 2);
      return sum([...gramsOf(a, 2)].filter((gram) => other.has(gram)));
    },
    weight: (text) => sum(gramsOf(text, 2)),
    matter: (a, b) => {
      const other = gramsOf(b, 4);
      return [...gramsOf(a, 4)].filter((gram) => other.has(gram) && (fours.get(gram) ?? 0) <= 3).length;
    },
  };
}

export function collectGrams(text: string, length: number): Set<string> {
  const grams = new Set<string>();
  const runs = text
    .replace(STOCK, ' ')
    .replace(/\d[\d.,]*/gu, ' ')
    .replace(/[“”"]/gu, '')
    .split(/[^\u4e00-\u9fffA-Za-z]+/u);
  for (const run of runs) {
    for (let i = 0; i + length <= run.length; i += 1) grams.add(run.slice(i, i + length));
  }
  return grams;
}
