// words of a list → units besides the measures that print them: items of part four, lead paragraphs
import type { Citation } from '../bulletin/bulletin.ts';
import type { LedgerFilter } from './ledger-filter.ts';
import { claim, type DraftClaim, type IntentContext } from './intent.ts';
import { isPerson } from './person-name.ts';
import { compileExact } from './phrase.ts';
import { citeAround } from './quote.ts';

/** 哪几处, 在哪里, 全文: the whole bulletin is meant, not its measures. */
const EVERYWHERE = /哪[几些两三]?处|哪里|哪儿|哪些(?:地方|部分)|全文|第几部分/u;
const MEASURES = /措施|举措/u;

/**
 * Where else the words stand: asked for by 哪几处, or when they are the name of a person part four speaks of. Plain matches,
 * each quoting what the unit publicly states.
 */
export function claimElsewhere(context: IntentContext, filter: LedgerFilter): DraftClaim[] {
  const { text } = context.question;
  const phrases = filter.mentions.flatMap((mention) => mention.phrases);
  const everywhere = EVERYWHERE.test(text) && !MEASURES.test(text);
  const wanted = phrases.filter((phrase) => everywhere || isPerson(context, phrase));
  const citations = citeElsewhere(context, wanted);
  if (citations.length === 0) return [];
  const labels = [...new Set(citations.map(({ unit }) => context.lookup.label(unit)))];
  return [claim(`另见于${labels.slice(0, 10).join('、')}`, citations)];
}

/** Every unit besides measures and headings of problems that prints one of the phrases. */
export function citeElsewhere({ bulletin }: IntentContext, phrases: readonly string[]): Citation[] {
  return bulletin.units.flatMap((unit) => {
    if (unit.kind === 'measure' || unit.kind === 'problem') return [];
    for (const phrase of phrases.filter(({ length }) => length >= 2)) {
      const match = compileExact(phrase)(unit);
      if (match === null) continue;
      const start = unit.body.start + match.index;
      return [citeAround(unit, bulletin.source, { start, end: start + match[0].length })];
    }
    return [];
  });
}
