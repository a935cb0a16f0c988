// 「提到最多的单位是哪个」「哪个单位牵头最多」: bodies by the number of units, measures unless said, that mention them, or say that they lead
import type { Citation } from '../bulletin/bulletin.ts';
import { BODY_KINDS, citeBody, findBodies, namesOfKind } from './body-names.ts';
import { NO_FILTER } from './ledger-filter.ts';
import { readOrganization } from './filter-names.ts';
import { claim, draftAnswer, type Draft, type Intent, type IntentContext } from './intent.ts';
import { readScope, SCOPE_NAMES, unitsOf, type Scope } from './named-bodies.ts';
import { selectMeasures } from './select.ts';

const KINDS = '单位|部门|机构|街道|社区|局|集团|公司|国企';
const KIND = `(?<kind>${KINDS})`;
const MENTIONED = '(?:被)?(?:提到|提及|提|点到|点名|点|出现|露面|涉及|写到)(?:得|的|过|次数|名)*';
const END = '(?:最(?<end>多|勤|频繁|少)|第一)';
const INSIDE = '(?:里[面头]?|当中|中)';
const ASKS = [
  new RegExp(`(?:哪一?个|哪家|哪些|哪几个|什么)${KIND}[^,。?]{0,8}${MENTIONED}[^,。?]{0,8}${END}`, 'u'),
  new RegExp(`${MENTIONED}[^,。?]{0,8}${END}的?(?:是)?(?:哪|前)?(?:[一两三四五几\\d]?[个家])?${KIND}`, 'u'),
  // 十个街道里谁被点得最少, 街道当中被措施点名次数最多的是哪个
  new RegExp(
    `${KIND}${INSIDE}?[,]?[^,。?]{0,4}(?:哪一?个|哪家|谁)[^,。?]{0,8}${MENTIONED}[^,。?]{0,8}${END}|${KIND.replace('kind', 'kind2')}${INSIDE}[^。?]{0,10}${MENTIONED}[^,。?]{0,8}${END.replace('end', 'end2')}的?(?:是)?(?:哪|谁)`,
    'u',
  ),
  // 哪个局的活最多: where it is mentioned is all the bulletin tells of that, and the answer says so.
  new RegExp(`(?:哪一?个|哪家|什么)${KIND}的?(?:活儿?|事儿?|事情|任务|担子)最[多重]`, 'u'),
];
/** 谁牵头的最多, 牵头措施最多的部门, 当牵头单位最多的是哪家: by the leading role. */
const LEADS =
  /牵头(?:单位|部门)?(?:的|过|了)*(?:整改)?(?:措施|举措|任务|事项|项目|工作|条目|条数|次数|数量?)?(?:得|的|数|是|也)*最多/u;
/** 国投集团和城投集团谁被提到的措施多: two bodies by name. */
const OF_TWO = new RegExp(
  `^(?:措施[里中],?)?(?<a>[^,。?]{2,12}?)(?:和|与|跟|同|、)(?<b>[^,。?]{2,12}?),?(?:这?两[个家])?(?:哪一?[个家]|谁)(?:在?(?:措施|举措)[里中])?[^,。?]{0,4}${MENTIONED}[^,。?]{0,6}(?<end>多|少)`,
  'u',
);
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
  readonly end: 'most' | 'least';
  /** Another place than the measures: 名单里, 标题里. */
  readonly scope: Scope;
  /** The bodies asked for; those of the kind where none is. */
  readonly names?: readonly string[];
}

interface Ranked {
  readonly name: string;
  readonly citations: readonly Citation[];
}

export const mostMentionedIntent: Intent = {
  name: 'most-mentioned',
  examples: ['提到最多的单位是哪个', '哪个街道被提到得最多', '哪个单位牵头最多'],
  score: (context) => (readRanking(context) === null ? 0 : 0.97),
  draft: (context) =>
    draftRanking(
      context,
      readRanking(context) ?? { kind: '单位', leads: false, end: 'most', scope: 'measures' },
    ),
};

function readRanking(context: IntentContext): Ranking | null {
  const { text } = context.question;
  const two = OF_TWO.exec(text)?.groups;
  const names = [two?.['a'] ?? '', two?.['b'] ?? ''];
  if (two !== undefined && names.every((name) => readOrganization(context, name, false) !== null)) {
    const end = two['end'] === '少' ? 'least' : 'most';
    return { kind: '单位', leads: false, end, scope: 'measures', names };
  }
  if (LEADS.test(text) && WHO.test(text))
    return {
      kind: LEADING_KIND.exec(text)?.groups?.['kind'] ?? '单位',
      leads: true,
      end: 'most',
      scope: 'measures',
    };
  const groups = ASKS.map((pattern) => pattern.exec(text)?.groups).find((found) => found !== undefined);
  if (groups === undefined) return null;
  const end = (groups['end'] ?? groups['end2']) === '少' ? 'least' : 'most';
  const kind = groups['kind'] ?? groups['kind2'] ?? '';
  const scope = readScope(text);
  if (scope !== 'sanctions' && scope !== 'problems') return { kind, leads: false, end, scope: 'measures' };
  return BODY_KINDS.includes(kind) ? { kind, leads: false, end, scope } : null;
}

/** The bodies of the kind with most (or fewest) measures, first ones first, counted as a list of their measures counts them; ties are named. */
function draftRanking(context: IntentContext, ranking: Ranking): Draft {
  const { kind, leads, end, scope } = ranking;
  const found = rankBodies(context, ranking);
  const all = end === 'most' ? found : [...found].reverse();
  const first = all[0]?.citations.length ?? 0;
  const tied = all.filter(({ citations }) => citations.length === first);
  const ranked = all.slice(0, Math.max(SHOWN, tied.length));
  if (ranked.length === 0) {
    const none = leads ? `没有一条整改措施载明由哪个${kind}牵头。` : `没有一条整改措施提到${kind}。`;
    return draftAnswer({ refusal: 'not-in-bulletin', notes: [none] });
  }
  const where = scope === 'measures' ? '' : SCOPE_NAMES[scope];
  const claims = ranked.map(({ name, citations }) => {
    if (where !== '') {
      const times = `${String(citations.length)}处`;
      return claim(`${where}点到${name}共${times}`, citations, { kind: 'item', computed: [times] });
    }
    const count = `${citations.length}条`;
    const text = leads ? `通报载明由${name}牵头的` : `提到${name}的`;
    return claim(`${text}整改措施共${count}`, citations, { kind: 'item', computed: [count] });
  });
  const by = leads ? '载明牵头' : '提到';
  const extreme = end === 'most' ? '最多' : '最少';
  const tie = tied.length > 1 ? [`${tied.map(({ name }) => name).join('、')}并列${extreme}。`] : [];
  return draftAnswer({
    claims,
    notes: [
      `按${where === '' ? `${by}的整改措施条数` : '点到的处数'}${end === 'most' ? '' : '从少到多'}排列,列出前${ranked.length}个;通报没有这样的排名。`,
      ...tie,
      ...(end === 'least' && scope === 'measures' ? notMentioned(context, ranking, found) : []),
    ],
    candidates: ranked[0]?.citations.map(({ unit }) => unit).slice(0, 10) ?? [],
  });
}

/** 后洲街道, of which only other parts speak: no measure mentions it. */
function notMentioned({ ledger }: IntentContext, { kind }: Ranking, found: readonly Ranked[]): string[] {
  const named = new Set(found.map(({ name }) => name));
  const others = ANY.test(kind) ? [] : namesOfKind(ledger, kind).filter((name) => !named.has(name));
  return others.length === 0 ? [] : [`没有整改措施提到${others.join('、')},未列入。`];
}

function rankBodies(context: IntentContext, { kind, leads, scope, names }: Ranking): Ranked[] {
  if (scope !== 'measures') return findBodies(context, kind, unitsOf(context, scope));
  const { organizations } = context.ledger;
  const known =
    names ?? (ANY.test(kind) ? organizations.map(({ name }) => name) : namesOfKind(context.ledger, kind));
  const unitCount = (name: string): number =>
    organizations.find((one) => one.name === name)?.units.length ?? 0;
  const bodies = [...known].sort((a, b) => unitCount(b) - unitCount(a));
  const likely = leads || !ANY.test(kind) ? bodies : bodies.slice(0, SHOWN * LIKELY);
  return likely
    .map((name) => ({ name, citations: citeMeasures(context, name, leads) }))
    .filter(({ citations }) => citations.length > 0)
    .sort((a, b) => b.citations.length - a.citations.length);
}

/** As a list of them counts them; of a name that is only part of others (街道 of 街道某社区) where it is printed. */
function citeMeasures(context: IntentContext, name: string, leads: boolean): readonly Citation[] {
  const organization = readOrganization(context, name, leads);
  if (organization !== null)
    return selectMeasures(context, { ...NO_FILTER, organization }).map(({ citation }) => citation);
  return leads ? [] : citeBody(context, name, context.lookup.measures);
}
