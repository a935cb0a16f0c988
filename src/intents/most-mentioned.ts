// 「提到最多的单位是哪个」「哪个单位牵头最多」: bodies by the number of measures that mention them, or say that they lead
import type { Citation } from '../bulletin/bulletin.ts';
import { NO_FILTER } from './ledger-filter.ts';
import { readOrganization } from './filter-names.ts';
import { claim, draftAnswer, type Draft, type Intent, type IntentContext } from './intent.ts';
import { selectMeasures } from './select.ts';

const KINDS = '单位|部门|机构|街道|社区|局|集团|公司|国企';
const KIND = `(?<kind>${KINDS})`;
const MENTIONED = '(?:被)?(?:提到|提及|提|点到|点名|点|出现|露面|涉及|写到)';
const ASKS = [
  new RegExp(`(?:哪一?个|哪家|哪些|哪几个|什么)${KIND}[^,。?]{0,8}${MENTIONED}[^,。?]{0,8}最[多勤]`, 'u'),
  new RegExp(`${MENTIONED}[^,。?]{0,8}最多的?(?:一?[个家])?${KIND}`, 'u'),
  new RegExp(
    `${KIND}(?:里头?|中|当中)[^,。?]{0,4}(?:哪一?个|哪家|谁)[^,。?]{0,8}${MENTIONED}[^,。?]{0,8}最[多勤]`,
    'u',
  ),
  // 哪个局的活最多: where it is mentioned is all the bulletin tells of that, and the answer says so.
  new RegExp(`(?:哪一?个|哪家|什么)${KIND}的?(?:活儿?|事儿?|事情|任务|担子)最[多重]`, 'u'),
];
/** 谁牵头的最多, 牵头措施最多的部门, 当牵头单位最多的是哪家: by the leading role. */
const LEADS =
  /牵头(?:单位|部门)?(?:的|过|了)*(?:整改)?(?:措施|举措|任务|事项|项目|工作|条目|条数|次数|数量?)?(?:得|的|数|是|也)*最多/u;
const WHO = new RegExp(`谁|哪|什么|最多的(?:${KINDS})`, 'u');
const LEADING_KIND = new RegExp(`(?<!牵头)${KIND}`, 'u');
/** Any body where no kind of its own is asked for. */
const ANY = /^(?:单位|部门|机构)$/u;
const SHOWN = 5;
/** Of so many for each one shown, first by the ledger's own mentions, the list is counted. */
const LIKELY = 4;

/** What is ranked: bodies of a kind, by measures that mention them or by measures they lead. */
interface Ranking {
  readonly kind: string;
  readonly leads: boolean;
}

interface Ranked {
  readonly name: string;
  readonly citations: readonly Citation[];
}

export const mostMentionedIntent: Intent = {
  name: 'most-mentioned',
  examples: ['提到最多的单位是哪个', '哪个街道被提到得最多', '哪个单位牵头最多'],
  score: (context) => (readRanking(context) === null ? 0 : 0.97),
  draft: (context) => draftRanking(context, readRanking(context) ?? { kind: '单位', leads: false }),
};

function readRanking({ question }: IntentContext): Ranking | null {
  const { text } = question;
  if (LEADS.test(text) && WHO.test(text))
    return { kind: LEADING_KIND.exec(text)?.groups?.['kind'] ?? '单位', leads: true };
  const groups = ASKS.map((pattern) => pattern.exec(text)?.groups).find((found) => found !== undefined);
  return groups === undefined ? null : { kind: groups['kind'] ?? '', leads: false };
}

/** The bodies of the kind with most measures, most first, counted as a list of their measures counts them; ties are named. */
function draftRanking(context: IntentContext, ranking: Ranking): Draft {
  const { kind, leads } = ranking;
  const all = rankBodies(context, ranking);
  const most = all[0]?.citations.length ?? 0;
  const tied = all.filter(({ citations }) => citations.length === most);
  const ranked = all.slice(0, Math.max(SHOWN, tied.length));
  if (ranked.length === 0) {
    const none = leads ? `没有一条整改措施载明由哪个${kind}牵头。` : `没有一条整改措施提到${kind}。`;
    return draftAnswer({ refusal: 'not-in-bulletin', notes: [none] });
  }
  const claims = ranked.map(({ name, citations }) => {
    const count = `${citations.length}条`;
    const text = leads ? `通报载明由${name}牵头的` : `提到${name}的`;
    return claim(`${text}整改措施共${count}`, citations, { kind: 'item', computed: [count] });
  });
  const by = leads ? '载明牵头' : '提到';
  const tie = tied.length > 1 ? [`${tied.map(({ name }) => name).join('、')}并列最多。`] : [];
  return draftAnswer({
    claims,
    notes: [`按${by}的整改措施条数排列,列出前${ranked.length}个;通报没有这样的排名。`, ...tie],
    candidates: ranked[0]?.citations.map(({ unit }) => unit).slice(0, 10) ?? [],
  });
}

function rankBodies(context: IntentContext, { kind, leads }: Ranking): Ranked[] {
  const end = kind === '国企' ? /(?:集团|公司)$/u : new RegExp(`${kind}$`, 'u');
  const bodies = context.ledger.organizations
    .filter(({ name }) => ANY.test(kind) || end.test(name))
    .sort((a, b) => b.units.length - a.units.length);
  const likely = leads ? bodies : bodies.slice(0, SHOWN * LIKELY);
  return likely
    .map(({ name }) => {
      const organization = readOrganization(context, name, leads);
      const rows = organization === null ? [] : selectMeasures(context, { ...NO_FILTER, organization });
      return { name, citations: rows.map(({ citation }) => citation) };
    })
    .filter(({ citations }) => citations.length > 0)
    .sort((a, b) => b.citations.length - a.citations.length);
}
