// a follow-up that names nothing but an attribute: 还有多少没完成, 什么时候要改完, 那责任单位是谁 → the ledger's fact on that unit
import type { UnitId } from '../bulletin/bulletin.ts';
import { splitClauses } from '../text/sentences.ts';
import {
  claim,
  draftAnswer,
  draftRefusal,
  type Draft,
  type DraftClaim,
  type IntentContext,
} from './intent.ts';
import { asksForStatus, claimDeadlines, claimStatus } from './status-claim.ts';

const DEADLINE = /什么时候|啥时候|何时|期限|时限|截止|多久|哪天|几月/u;
const RESPONSIBLE =
  /(?:责任|牵头|主管|负责|承办|配合)(?:的)?(?:单位|部门)|谁(?:来)?(?:负责|牵头|主管|管)|哪个(?:单位|部门)(?:负责|牵头|管)?/u;
/** Words that name the attribute and nothing else. */
const BARE =
  /那|么|它|这|该|个|件|事|项目|条|现在|目前|眼下|到底|究竟|还|有|剩下?|余下|多少|几|没|未|完成|做完|改完|弄完|办完|整改|落实|进展|进度|怎么样|咋样|如何|情况|到|什么|啥|时候|何时|之?前|要|能|得|会|必须|期限|时限|截止|哪天|几月|责任|牵头|主管|负责|承办|配合|单位|部门|谁|来|哪|的|了|吗|呢|吧|是|由|处|里|家|套|[,，。?？!！\s]/gu;

/** Says that something shown was wrong without saying what is wanted. */
const REJECTED = /^(?:不是(?:这个|这条|它|的)?|不对|错了|不是这个意思)[,。!]*$/u;

/** Null when the message names more than an attribute; asks back when it is not known whose. */
export function draftAttribute(context: IntentContext): Draft | null {
  const { question, facts, lookup } = context;
  const bare = question.text.replace(BARE, '') === '';
  const nameless = !/\p{L}/u.test(question.text);
  if (nameless || REJECTED.test(question.text) || (bare && question.about.length === 0))
    return askBack(context);
  const unit = question.about.find((id) => facts.has(id));
  if (unit === undefined || !bare) return null;
  const label = lookup.label(unit);
  if (RESPONSIBLE.test(question.text)) {
    // Another measure on the same matter may name the body the cited one does not.
    for (const id of [unit, ...(context.turn?.near ?? [])]) {
      const claims = claimRoles(context, id);
      if (claims.length > 0) return answer(id, claims);
    }
    return draftRefusal('not-in-bulletin', `${label}未载明责任单位。`, {
      candidates: [unit],
      suggestions: ['原文'],
    });
  }
  const measure = facts.get(unit);
  if (DEADLINE.test(question.text) && measure !== undefined) {
    const claims = claimDeadlines(measure);
    if (claims.length > 0) return answer(unit, claims);
  }
  return asksForStatus(question.text) ? answer(unit, claimStatus(context, unit)) : null;
}

/** 它完成了吗 as the first message, 不是这个, 「-1」: nothing to search for; what came close is offered. */
function askBack({ turn, lookup }: IntentContext): Draft {
  const near = (turn?.near ?? []).slice(0, 3);
  const choices = near.map((id) => lookup.label(id));
  const hint =
    choices.length === 0
      ? '请说出是哪件事,或告诉我条号(如“第12条”)。'
      : `您要问的是${choices.join('、')},还是别的事?请说具体些。`;
  return draftRefusal('unclear', `没看明白问的是哪一条。${hint}`, { candidates: near, suggestions: choices });
}

function answer(unit: UnitId, claims: readonly DraftClaim[]): Draft {
  return draftAnswer({ claims, candidates: [unit], suggestions: ['原文', '下一条'] });
}

/** The clauses that give a body a role: 「由区房管局牵头」. */
function claimRoles({ facts, bulletin, lookup }: IntentContext, unit: UnitId): DraftClaim[] {
  const body = lookup.get(unit)?.body;
  if (body === undefined) return [];
  const clauses = splitClauses(bulletin.source, body);
  const roles = (facts.get(unit)?.organizations ?? []).filter(({ role }) => role !== null);
  const spans = new Set(
    roles.map(({ citation }) =>
      clauses.find(({ start, end }) => start <= citation.span.start && citation.span.end <= end),
    ),
  );
  return [...spans]
    .filter((span) => span !== undefined)
    .map((span) => {
      const quote = bulletin.source.slice(span.start, span.end).replace(/[,，;；。]$/u, '');
      return claim(quote, [{ unit, span: { start: span.start, end: span.start + quote.length }, quote }]);
    });
}
