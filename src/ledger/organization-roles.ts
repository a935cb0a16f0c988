import type { Span } from '../text/span.ts';
import type { OrganizationRole } from './ledger.ts';

const SEPARATOR = /^(?:[、,，]|和|及|与|以及|会同)$/u;

/**
 * The role the text itself gives the body at `spans[index]`: 由区房管局牵头, 由A、B牵头, 责任单位市城乡建总, 配合单位….
 * A person's task (区委副书记牵头) gives the body none.
 */
export function readRole(text: string, spans: readonly Span[], index: number): OrganizationRole | null {
  const span = spans[index];
  if (span === undefined) return null;
  const before = text.slice(Math.max(0, span.start - 8), span.start);
  if (/牵头(?:单位|部门)(?:是|为|[::])?$/u.test(before)) return '牵头';
  if (/责任单位(?:是|为|[::])?$/u.test(before)) return '责任单位';
  if (/配合(?:单位|部门)(?:是|为|[::])?$/u.test(before)) return '配合';
  if (/属地$/u.test(before)) return '属地';
  let last = index;
  while (last + 1 < spans.length) {
    const next = spans[last + 1];
    const here = spans[last];
    if (next === undefined || here === undefined || !SEPARATOR.test(text.slice(here.end, next.start))) break;
    last += 1;
  }
  const behind = text.slice(spans[last]?.end ?? span.end, (spans[last]?.end ?? span.end) + 10);
  if (
    /^(?:等)?(?:部门|单位|职能部门)?[,，]?(?:负责|主动|分别|共同|具体|联合)?牵头(?!领导|单位|部门)/u.test(
      behind,
    )
  )
    return '牵头';
  if (/^(?:等)?(?:部门|单位|职能部门)?(?:予以|做好|积极|协同|负责)?配合/u.test(behind)) return '配合';
  return null;
}
