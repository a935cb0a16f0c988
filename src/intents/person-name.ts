import type { IntentContext } from './intent.ts';

/** Two or three characters that stand in an item of part four behind a post, outside the ground: 科长陈宏, 职员杨洋. */
export function isPerson(
  { ledger, lookup }: Pick<IntentContext, 'ledger' | 'lookup'>,
  phrase: string,
): boolean {
  if (!/^[\p{Script=Han}]{2,3}$/u.test(phrase)) return false;
  const items = ledger.sanctions.filter(({ unit }) => lookup.get(unit)?.text.includes(phrase) === true);
  if (items.length === 0) return false;
  const behindPost = new RegExp(
    `(?:书记|主任|局长|校长|园长|厂长|经理|队长|所长|科长|会计|职员|专员|员|领导|出纳|督学)(?:\\([^()]*\\))?${phrase}`,
    'u',
  );
  return items.some(({ unit, ground }) => {
    const text = lookup.get(unit)?.text ?? '';
    return behindPost.test(text) && !ground.quote.includes(phrase);
  });
}

/** The name in `text` of a person part four speaks of; null for none. Nothing is kept of any name. */
export function findPersonIn(context: Pick<IntentContext, 'ledger' | 'lookup'>, text: string): string | null {
  return findPersonsIn(context, text, 1)[0] ?? null;
}

/** The first names in `text` of persons part four speaks of, at most `most`: 赵六、钱七这俩为啥被诫勉. */
export function findPersonsIn(
  context: Pick<IntentContext, 'ledger' | 'lookup'>,
  text: string,
  most: number,
): readonly string[] {
  const found: { readonly name: string; readonly at: number }[] = [];
  for (const length of [3, 2]) {
    for (let at = 0; at + length <= text.length && found.length < most; at += 1) {
      const words = text.slice(at, at + length);
      const known = found.some(({ name, at: other }) => other <= at && at < other + name.length);
      if (!known && isPerson(context, words) && !isLongerName(context, words))
        found.push({ name: words, at });
    }
  }
  return [...new Set(found.sort((a, b) => a.at - b.at).map(({ name }) => name))];
}

/** 卓文 of 卓文达 is no name. */
function isLongerName({ ledger, lookup }: Pick<IntentContext, 'ledger' | 'lookup'>, words: string): boolean {
  const followed = new RegExp(
    `${words}(?![对工在违长被均予给受、,，;；。(（)）等因未不利存履失党负进])`,
    'u',
  );
  return ledger.sanctions.some(({ unit }) => followed.test(lookup.get(unit)?.text ?? ''));
}
