// 第三部分“巩固拓展整改成果”那段 → the section that begins with the words quoted
import type { UnitLookup } from '../bulletin/lookup.ts';
import type { Reference } from './question.ts';

/** A heading in quotation marks, called a part of the document before or behind it. */
const HEADED =
  /(?:第[一二三四五六七八九十\d]+(?:大)?部分)?(?:里|中|的|关于|讲)*[“"「『](?<heading>[^“”"「」『』]{4,40})[”"」』](?:的)?(?:这|那)?(?:一)?(?:部分|段|节|小节|点|项|标题)?/u;
const CALLED_PART = /部分|[这那一]段|小?节|标题/u;

/** Null when no section begins with what is quoted. */
export function readHeadingReference(text: string, lookup: UnitLookup): Reference | null {
  const match = HEADED.exec(text);
  const heading = match?.groups?.['heading'];
  if (match === null || heading === undefined || !CALLED_PART.test(match[0])) return null;
  const section = lookup.bulletin.units.find(
    (unit) => unit.kind === 'section' && firstSentence(unit.text) === heading,
  );
  if (section === undefined) return null;
  return { text: match[0], kind: 'section', number: 0, units: [section.id], under: null, places: [] };
}

function firstSentence(text: string): string {
  return /^[^。\n]*/u.exec(text)?.[0].trim() ?? '';
}
