import type { Answer } from '../answer/answer.ts';
import type { Brain } from '../brains.ts';
import { STATUS_LABELS, type Status } from '../ledger/ledger.ts';
import { findAmounts } from '../text/amounts.ts';
import { normalizeText } from '../text/normalize.ts';

/**
 * Figures of an answer that stand in none of its cited units. Written independently of the gate (`answer/verify.ts`)
 * so that one checks the other; labels, list numbers, counts of cited units and shown computations are set apart.
 */
export function findUnsupportedFigures(
  answer: Answer,
  { lookup, facts }: Pick<Brain, 'lookup' | 'facts'>,
): string[] {
  const unsupported: string[] = [];
  for (const { text, units } of answer.claims) {
    const cited = units.map((id) => normalizeText(lookup.get(id)?.text ?? '').text).join('\n');
    const values = new Set(
      findAmounts(cited)
        .map(({ number, value }) => `${number} ${value}`.split(' '))
        .flat(),
    );
    const statuses = units.flatMap((id) => facts.get(id)?.status.value ?? []);
    const counts = [units.length, units.filter((id) => facts.has(id)).length];
    const plain = stripOwnNumbers(stripStatusCounts(normalizeText(text).text, statuses), counts);
    for (const { text: written, number, value } of findAmounts(plain)) {
      if (values.has(String(number)) || values.has(String(value)) || cited.includes(written)) continue;
      unsupported.push(written);
    }
  }
  return unsupported;
}

/** 「其中已完成5条、正在推进1条」 is a count over the cited units; it stays, and is reported, where it is wrong. */
function stripStatusCounts(text: string, statuses: readonly Status[]): string {
  return (Object.keys(STATUS_LABELS) as Status[]).reduce((rest, status) => {
    const count = statuses.filter((each) => each === status).length;
    return rest.replace(new RegExp(`${STATUS_LABELS[status]}${count}条`, 'gu'), ' ');
  }, text);
}

/** Unit labels (第148条, 问题49, 四(一)5), counts of cited units, or of the measures among them, and everything behind 计算: are the program's own. */
function stripOwnNumbers(text: string, counts: readonly number[]): string {
  const own = text
    .replace(/计算[::].*$/u, ' ')
    .replace(
      /第[\d、,至—-]+(?:条|段|句|部分|项|个问题)|问题\d+(?:、\d+)*(?:等\d+个)?|[一二三四五六]\([一二三四五六]\)\d*/gu,
      ' ',
    );
  return own.replace(
    new RegExp(`(?<!\\d)(?:${counts.join('|')})(?!\\d)\\s*(?:条|项|个|处|人|件|家)?`, 'gu'),
    ' ',
  );
}
