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

/** Null when the message names more than an attribute, or when the conversation is about no measure. */
export function draftAttribute(context: IntentContext): Draft | null {
  const { question, facts, lookup } = context;
  const unit = question.about.find((id) => facts.has(id));
  if (unit === undefined || question.text.replace(BARE, '') !== '') return null;
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
