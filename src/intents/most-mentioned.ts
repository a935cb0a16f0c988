// 「提到最多的单位是哪个」「哪个街道被提到得最多」: bodies by the number of measures that mention them
import { NO_FILTER } from './ledger-filter.ts';
import { readOrganization } from './filter-names.ts';
import { claim, draftAnswer, type Draft, type Intent, type IntentContext } from './intent.ts';
import { selectMeasures } from './select.ts';

const KIND = '(?<kind>单位|部门|机构|街道|社区|局|集团|公司|国企)';
const MENTIONED = '(?:被)?(?:提到|提及|提|点到|点名|点|出现|露面|涉及|写到)';
const ASKS = [
  new RegExp(`(?:哪一?个|哪家|哪些|哪几个|什么)${KIND}[^,。?]{0,8}${MENTIONED}[^,。?]{0,8}最[多勤]`, 'u'),
  new RegExp(`${MENTIONED}[^,。?]{0,8}最多的?(?:一?[个家])?${KIND}`, 'u'),
  new RegExp(
    `${KIND}(?:里头?|中|当中)[^,。?]{0,4}(?:哪一?个|哪家|谁)[^,。?]{0,8}${MENTIONED}[^,。?]{0,8}最[多勤]`,
    'u',
  ),
];
/** Any body where no kind of its own is asked for. */
const ANY = /^(?:单位|部门|机构)$/u;
const SHOWN = 5;
/** Of so many for each one shown, first by the ledger's own mentions, the list is counted. */
const LIKELY = 4;

export const mostMentionedIntent: Intent = {
  name: 'most-mentioned',
  examples: ['提到最多的单位是哪个', '哪个街道被提到得最多'],
  score: (context) => (readKind(context) === null ? 0 : 0.97),
  draft: (context) => draftMostMentioned(context, readKind(context) ?? ''),
};

function readKind({ question }: IntentContext): string | null {
  const groups = ASKS.map((pattern) => pattern.exec(question.text)?.groups).find(
    (found) => found !== undefined,
  );
  return groups?.['kind'] ?? null;
}

/** The bodies of the kind that most measures mention, most first, counted as a list of their measures counts them. */
function draftMostMentioned(context: IntentContext, kind: string): Draft {
  const end = kind === '国企' ? /(?:集团|公司)$/u : new RegExp(`${kind}$`, 'u');
  const ranked = context.ledger.organizations
    .filter(({ name }) => ANY.test(kind) || end.test(name))
    .sort((a, b) => b.units.length - a.units.length)
    .slice(0, SHOWN * LIKELY)
    .map(({ name }) => {
      const organization = readOrganization(context, name, false);
      const rows = organization === null ? [] : selectMeasures(context, { ...NO_FILTER, organization });
      return { name, citations: rows.map(({ citation }) => citation) };
    })
    .sort((a, b) => b.citations.length - a.citations.length)
    .slice(0, SHOWN)
    .filter(({ citations }) => citations.length > 0);
  if (ranked.length === 0)
    return draftAnswer({ refusal: 'not-in-bulletin', notes: [`没有一条整改措施提到${kind}。`] });
  const claims = ranked.map(({ name, citations }) => {
    const count = `${citations.length}条`;
    return claim(`提到${name}的整改措施共${count}`, citations, { kind: 'item', computed: [count] });
  });
  return draftAnswer({
    claims,
    notes: [`按提到的整改措施条数排列,列出前${ranked.length}个;通报没有这样的排名。`],
    candidates: ranked[0]?.citations.map(({ unit }) => unit).slice(0, 10) ?? [],
  });
}
