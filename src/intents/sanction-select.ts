// sanction filter → the items of part four that fit, and how many persons of each are meant
import type { Sanction } from '../ledger/ledger.ts';
import type { IntentContext } from './intent.ts';
import type { Mention } from './mentions.ts';
import type { SanctionFilter } from './sanction-filter.ts';
import { peopleOf, personsIn, type Person } from './sanction-people.ts';
import { countTold } from './sanction-persons.ts';
import { holdsMeasure } from './sanction-words.ts';

/** An item that fits, with the words of it that were asked for (null when nothing was) and the persons meant. */
export interface SanctionRow {
  readonly sanction: Sanction;
  readonly mention: Mention | null;
  readonly persons: number;
}

/** The items that fit every part of the filter, in document order. */
export function selectSanctions(context: IntentContext, filter: SanctionFilter): SanctionRow[] {
  return context.ledger.sanctions.flatMap((sanction): SanctionRow[] => {
    const any = filter.kinds.length === 0 && filter.measures.length === 0;
    const fits =
      any ||
      filter.kinds.includes(sanction.kind) ||
      filter.measures.some((asked) => holdsMeasure(sanction.measure.value, asked));
    if (!fits || filter.without.has(sanction.unit)) return [];
    const { heads } = filter;
    if (heads !== null && (sanction.persons < heads.least || sanction.persons > heads.most)) return [];
    const mentions = filter.groups.map(({ items }) => items.get(sanction.unit));
    if (mentions.includes(undefined)) return [];
    const persons = countPersons(context, sanction, filter);
    return persons === 0 ? [] : [{ sanction, mention: mentions[0] ?? null, persons }];
  });
}

/** All persons of the item, or those who hold one of the posts asked for, or who are named with the body asked for. */
function countPersons(context: IntentContext, sanction: Sanction, filter: SanctionFilter): number {
  const { posts, groups } = filter;
  const people = peopleOf(context, sanction);
  if (posts.length > 0)
    return people.length > 0
      ? people.filter((person) => holdsPost(person, posts)).length
      : countPosts(personsIn(context, sanction), posts);
  if (sanction.persons === 1) return 1;
  const classes = groups.flatMap(({ told }) => told ?? []);
  if (classes.length > 0)
    return Math.min(sanction.persons, ...classes.map((told) => countTold(context, sanction, told)));
  const outside = personsIn(context, sanction);
  const beside = groups.flatMap(({ items }) => items.get(sanction.unit)?.printed ?? []);
  const counts = beside.map((words) => outside.split(words).length - 1).filter((count) => count > 0);
  return Math.min(sanction.persons, ...counts);
}

/** 副局长 is no 局长, 原局长 was one. */
function holdsPost({ told }: Person, posts: readonly string[]): boolean {
  return told
    .split('、')
    .some((held) => posts.some((post) => held.endsWith(post) && !held.endsWith(`副${post}`)));
}

function countPosts(persons: string, posts: readonly string[]): number {
  const named = new RegExp(
    `(?:${posts.join('|')})(?:[(（][^()（）]*[)）])?[\\u4e00-\\u9fff]{2,3}?(?=[、,，;；。(（]|等|予以|均|被|对|工作|在|违|长期|负|党)`,
    'gu',
  );
  return [...persons.matchAll(named)].length;
}
