// claim figure → the words around it → does another figure of the same unit stand among those words in the source?
import type { Amount } from '../text/amounts.ts';
import type { Stated } from './stated.ts';
import { sameUnit } from './measure-words.ts';

const BEFORE = 9;
const AFTER = 7;
/** By how many shared characters another figure's surroundings must agree better. */
const MARGIN = 2;

/**
 * Why a figure of the claim stands where the source has another one (「已完成16个,27个推进」 for 27 and 16); null when
 * none does. Only figures whose unit occurs with several values in the cited units can be swapped.
 */
export function refuteFigurePlaces(claim: Stated, sources: readonly Stated[]): string | null {
  for (const amount of claim.amounts) {
    const around = readSurroundings(claim, amount);
    if (around.size < 2) continue;
    let own = -1;
    let other = -1;
    let printed = '';
    for (const source of sources) {
      for (const candidate of source.amounts) {
        if (candidate.unit !== amount.unit && candidate.value !== amount.value) continue;
        if (!sameUnit(candidate.unit, amount.unit)) continue;
        const shared = countShared(around, readSurroundings(source, candidate));
        if (candidate.value === amount.value) own = Math.max(own, shared);
        else if (shared > other) {
          other = shared;
          printed = candidate.text;
        }
      }
    }
    if (own >= 0 && other >= own + MARGIN && !claim.amounts.some(({ text }) => text === printed)) {
      return `figure ${amount.text} stands where the source has ${printed}`;
    }
  }
  return null;
}

/** Character pairs left and right of a figure inside its clause. */
function readSurroundings({ text }: Stated, { span }: Amount): ReadonlySet<string> {
  const before = text.slice(Math.max(0, span.start - BEFORE), span.start);
  const after = text.slice(span.end, span.end + AFTER);
  const left = /[^,;。:、]*$/u.exec(before)?.[0] ?? '';
  const right = /^[^,;。:、]*/u.exec(after)?.[0] ?? '';
  return new Set([...pairs(left), ...pairs(right)]);
}

function pairs(text: string): string[] {
  const found: string[] = [];
  for (const [run] of text.matchAll(/[\u3400-\u9fff]+/gu)) {
    for (let i = 0; i + 1 < run.length; i += 1) found.push(run.slice(i, i + 2));
  }
  return found;
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const item of a) if (b.has(item)) shared += 1;
  return shared;
}
