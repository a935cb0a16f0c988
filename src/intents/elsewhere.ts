// words of a list → units besides the measures that print them: items of part four, lead paragraphs
import type { Citation } from '../bulletin/bulletin.ts';
import type { LedgerFilter } from './ledger-filter.ts';
import { claim, type DraftClaim, type IntentContext } from './intent.ts';
import { findMentions } from './mentions.ts';
import { isPerson } from './person-name.ts';
import { PLACES } from './shape.ts';

const MEASURES = /措施|举措/u;
const BESIDE_MEASURES = /(?:措施|举措)(?:正文)?(?:和|与|、|跟|以及|还有)/u;
/** 哪几处, 在哪里, 全文, 措施和第四部分: the whole bulletin is meant, not its measures. */
const EVERYWHERE = new RegExp(
  `${PLACES}|全文|通篇|整[篇份]|第几部分|${BESIDE_MEASURES.source}[^,。?]{0,4}(?:处分|处理|名单|第四部分)`,
  'u',
);

/** Whether the words are looked for in the whole bulletin: 全文哪几处提到; not 哪几条措施. */
export function meansEverywhere({ question: { text } }: IntentContext): boolean {
  return EVERYWHERE.test(text) && (!MEASURES.test(text) || BESIDE_MEASURES.test(text));
}

/**
 * Where else the words stand: asked for by 哪几处, or when they are the name of a person part four speaks of. Plain matches,
 * each quoting what the unit publicly states.
 */
export function claimElsewhere(context: IntentContext, filter: LedgerFilter): DraftClaim[] {
  const everywhere = meansEverywhere(context);
  const wanted = wordsOf(filter).map((forms) =>
    forms.filter((form) => everywhere || isPerson(context, form)),
  );
  const citations = citeElsewhere(context, wanted, everywhere ? 'all' : 'no-headings');
  if (citations.length === 0) return [];
  const labels = [...new Set(citations.map(({ unit }) => context.lookup.label(unit)))];
  return [claim(`另见于${labels.slice(0, 10).join('、')}`, citations)];
}

/** The words, the body and the title looked for, each in its forms. */
function wordsOf({ mentions, organization, document }: LedgerFilter): (readonly string[])[] {
  const body = organization === null || organization.leads ? [] : [[organization.asked]];
  const title = document === null ? [] : [[document.asked.replace(/[《》]/gu, '')]];
  return [
    ...mentions.flatMap(({ phrases, all }) => (all ? phrases.map((phrase) => [phrase]) : [phrases])),
    ...body,
    ...title,
  ];
}

/**
 * Every unit besides measures that prints a form of each of the things asked for; headings of problems, and forms close to
 * the words, only where the whole bulletin is meant.
 */
export function citeElsewhere(
  { bulletin }: IntentContext,
  wanted: readonly (readonly string[])[],
  scope: 'all' | 'no-headings' = 'no-headings',
): Citation[] {
  const units = bulletin.units.filter(
    ({ kind }) => kind !== 'measure' && (scope === 'all' || kind !== 'problem'),
  );
  const [first = [], ...others] = wanted.map((forms) => {
    const named = forms.filter(({ length }) => length >= 2);
    return findMentions(units, bulletin.source, named, scope !== 'all').map(({ citation }) => citation);
  });
  return first.filter(({ unit }) => others.every((found) => found.some((other) => other.unit === unit)));
}
