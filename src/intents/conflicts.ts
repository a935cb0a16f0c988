// 「有没有前后矛盾的数据」: the places where the bulletin disagrees with itself, both sides quoted, nothing reconciled
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import type { Conflict, ConflictKind, Ledger } from '../ledger/ledger.ts';
import {
  claim,
  draftAnswer,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import { citeAround } from './quote.ts';
import { trimEdges } from './shape.ts';

const KIND_LABELS: Readonly<Record<ConflictKind, string>> = {
  contradiction: '前后不一致',
  rounding: '一处为概数',
  'different-scope': '统计口径不同',
};

/** 前后矛盾, 两处数字不一样, 前后写法一样吗, 对不上, 口径不一. */
const ASKS =
  /矛盾|不一致|(?:写|填|登|算|搞|弄)错的?(?:数字|数据|地方)|(?:写|填|算|搞|弄)错了?[^,。?]{0,4}(?:数|打架)|笔误|一致吗|对不上|打架|不相符|不符(?!合)|有出入|前后(?:数字|数据|写法|说法|口径|表述)|自相|(?:两处|两条|几处|前后|数字|数据|写法|说法|口径)[^,。?]{0,10}(?:不一样|不同|不一|一样吗|相同吗|有差别|有区别)/u;
const ASK_WORDS =
  /通报|文件|(?:写|填|登|算|搞|弄)?错(?:误|了)?的?|笔误|或者?|以及|和|里面?|中|有没有|是否|是不是|存在|哪些|什么|怎么|为什么|为啥|自相|前后|两处|两条|几处|数字|数据|写法|说法|口径|表述|地方|内容|矛盾的?|不一致的?|一致|对不上的?|打架的?|不相符的?|不符的?|有出入的?|不一样的?|不同的?|不一|一样|相同|差别|区别|列(?:一下|出来?)|涉及|吗|呢|了|的|有|[,，?？。!、]/gu;
/** Share of the words' weight a conflict must hold to be the one asked about. */
const ENOUGH = 0.4;
const NEAR_BEST = 0.85;

export const conflictsIntent: Intent = {
  name: 'conflicts',
  examples: [
    '有没有前后矛盾的数据',
    '通报里有哪些地方前后不一致',
    '“护河爱水”专项行动的轮次,两处数字怎么不一样',
  ],
  score: (context) => {
    const { text, references } = context.question;
    if (!ASKS.test(text) || references.length > 0) return 0;
    const words = readTopic(text);
    if (words === '') return context.ledger.conflicts.length > 0 ? 0.9 : 0.4;
    return findConflicts(context, words).length > 0 ? 0.87 : 0;
  },
  draft: (context) => {
    const words = readTopic(context.question.text);
    return words === '' ? draftAll(context) : draftSome(context, findConflicts(context, words));
  },
};

/**
 * Conflicts an answer touches: one of its quotes overlaps a side; without quotes, one of its units holds a side.
 * Contradictions first, so that the other side of what was quoted can be shown.
 */
export function conflictsTouching(
  ledger: Ledger,
  units: readonly UnitId[],
  quotes: readonly Citation[],
): Conflict[] {
  const touches = ({ unit, span }: Citation): boolean =>
    quotes.length === 0
      ? units.includes(unit)
      : quotes.some(
          (quote) => quote.unit === unit && quote.span.start < span.end && span.start < quote.span.end,
        );
  const order: readonly ConflictKind[] = ['contradiction', 'rounding', 'different-scope'];
  return ledger.conflicts
    .filter(({ sides }) => sides.some(({ citation }) => touches(citation)))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Both sides in the bulletin's own words, with why they do not agree; the numbers of `why` are the ledger's. */
export function claimConflict(
  context: IntentContext,
  conflict: Conflict,
  kind: DraftClaim['kind'],
): DraftClaim {
  const { lookup } = context;
  const citations = conflict.sides.reduce<Citation[]>((kept, { citation, figure }) => {
    const quote = figure === null ? citation : widenQuote(context, citation);
    const known = kept.some(({ span }) => span.start < quote.span.end && quote.span.start < span.end);
    return known ? kept : [...kept, quote];
  }, []);
  const sides = citations.map(({ unit, quote }) => `${lookup.label(unit)}作“${quote}”`).join(';');
  // Totals that do not add up are shown as the computation they are.
  const shown = /[+＋]|应余|合计/u.test(conflict.why) ? `计算:${conflict.why}` : conflict.why;
  const why = kind === 'item' && saysItself(conflict) ? '' : `。${shown}`;
  return claim(`${conflict.topic}(${KIND_LABELS[conflict.kind]}):${sides}${why}`, citations, {
    kind,
    computed: [conflict.why, conflict.topic],
  });
}

/** Two figures or two titles side by side need no explanation in a list. */
function saysItself({ sides }: Conflict): boolean {
  const titles =
    new Set(sides.map(({ citation }) => citation.quote)).size > 1 &&
    sides.every(({ citation }) => citation.quote.startsWith('《'));
  return sides.length === 2 && (titles || sides.every(({ figure }) => figure !== null));
}

/** A figure with the clause it stands in. */
function widenQuote({ lookup, bulletin }: IntentContext, citation: Citation): Citation {
  const unit = lookup.get(citation.unit);
  return unit === undefined ? citation : citeAround(unit, bulletin.source, citation.span);
}

/** What the question is about besides disagreement; empty when it asks for all. */
function readTopic(text: string): string {
  const rest = text.replace(ASK_WORDS, ' ').trim();
  return rest.replace(/\s/gu, '').length < 2 ? '' : trimEdges(rest);
}

/** The conflicts whose topic and sides hold most of the words, best first. */
export function findConflicts(context: IntentContext, words: string): Conflict[] {
  const { engine, ledger } = context;
  const terms = [...new Set(engine.tokenize(words, { dropStopwords: true }))].filter(
    (term) => !/^[=#]/u.test(term),
  );
  const weigh = (term: string): number => (engine.knows(term) ? engine.idf(term) : 3);
  const total = terms.reduce((sum, term) => sum + weigh(term), 0);
  const scored = ledger.conflicts.map((conflict) => {
    const clauses = conflict.sides.map(({ citation }) => widenQuote(context, citation).quote);
    const text = [conflict.topic, ...clauses].join('\n').toLowerCase();
    const met = terms.filter((term) => text.includes(term)).reduce((sum, term) => sum + weigh(term), 0);
    return { conflict, share: total === 0 ? 0 : met / total };
  });
  const best = Math.max(0, ...scored.map(({ share }) => share));
  if (best < ENOUGH) return [];
  return scored
    .filter(({ share }) => share >= best * NEAR_BEST)
    .sort((a, b) => b.share - a.share)
    .map(({ conflict }) => conflict);
}

function draftSome(context: IntentContext, conflicts: readonly Conflict[]): Draft {
  return draftConflicts(context, conflicts.slice(0, 3), 'statement', []);
}

function draftAll(context: IntentContext): Draft {
  const { conflicts } = context.ledger;
  const contradictions = conflicts.filter(({ kind }) => kind === 'contradiction');
  if (contradictions.length === 0) {
    return draftAnswer({ notes: ['比对全文,没有发现前后矛盾的数据。'], refusal: 'not-in-bulletin' });
  }
  const others = conflicts.length - contradictions.length;
  const notes = [
    `比对全文,发现${contradictions.length}处前后不一致,两边原文并列如下,未作调和。`,
    ...(others > 0 ? [`另有${others}处属概数或统计口径不同,不算矛盾,可就具体事项再问。`] : []),
  ];
  return draftConflicts(context, contradictions, 'item', notes);
}

function draftConflicts(
  context: IntentContext,
  conflicts: readonly Conflict[],
  kind: DraftClaim['kind'],
  notes: readonly string[],
): Draft {
  const claims = conflicts.map((conflict) => claimConflict(context, conflict, kind));
  const units = [...new Set(claims.flatMap(({ citations }) => citations.map(({ unit }) => unit)))];
  return draftAnswer({ claims, notes, candidates: units.slice(0, 10) });
}
