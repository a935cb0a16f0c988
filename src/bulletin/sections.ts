// the sections that hold measures: by order, and by what their headings say
import type { UnitId } from './bulletin.ts';
import { rememberEach } from '../text/remember.ts';
import type { UnitLookup } from './lookup.ts';

/** Sections that hold measures, in document order: the parts problems and measures are grouped by. */
export const contentSections = rememberEach((lookup: UnitLookup): readonly UnitId[] => {
  const ids = lookup.measures.map((unit) => unit.path.findLast((id) => lookup.get(id)?.kind === 'section'));
  return [...new Set(ids.filter((id) => id !== undefined))];
});

/** 「落实全面从严治党战略部署方面」, the heading's first line. */
export function sectionName(lookup: UnitLookup, id: UnitId): string {
  return lookup.get(id)?.text.split('\n')[0]?.trim() ?? id;
}

const SHORTEST_NAME = 4;

/** The one section of those that hold measures whose heading holds the words; null where none or several do. */
export function findSectionNamed(lookup: UnitLookup, words: string): UnitId | null {
  const name = words.replace(/^(?:落实|关于|涉及|属于)/u, '');
  if (name.length < SHORTEST_NAME) return null;
  const [id, ...others] = contentSections(lookup).filter((id) => holdsName(sectionName(lookup, id), name));
  return id === undefined || others.length > 0 ? null : id;
}

/** True when every pair of neighbouring characters of `name` stands in the heading: 巡视整改成果运用 ⊂ 落实巡视整改和成果运用方面. */
function holdsName(heading: string, name: string): boolean {
  if (heading.includes(name)) return true;
  const pairs = Array.from({ length: name.length - 1 }, (_, i) => name.slice(i, i + 2));
  return pairs.filter((pair) => heading.includes(pair)).length >= pairs.length - 1 && pairs.length >= 4;
}
