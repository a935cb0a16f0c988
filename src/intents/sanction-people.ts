// item of part four → the persons it names, each with the words that tell of them: 后洲街道某社区主任
import type { Sanction } from '../ledger/ledger.ts';
import type { UnitLookup } from '../bulletin/lookup.ts';
import { rememberEach } from '../text/remember.ts';
import type { IntentContext } from './intent.ts';
import { nameBehindTitle } from './surnames.ts';

/** A person as an item names them: no more than the item's own words, written nowhere else. */
export interface Person {
  readonly name: string;
  /** Body and posts in front of the name: 鳌峰街道党工委原副书记、办事处原主任. */
  readonly told: string;
}

/** The item without what the persons were sanctioned for. */
export function personsIn({ lookup }: Pick<IntentContext, 'lookup'>, { unit, ground }: Sanction): string {
  return (lookup.get(unit)?.text ?? '').replace(ground.quote, '');
}

/** 等4人予以诫勉谈话, ,均被予以党内警告处分: what was done ends the row of persons. */
const DONE = /(?:等\s*\d+\s*(?:人|名))?[,，、]?(?:均|都)?被?(?:予以|给予|受到|作出|党纪立案|进行)/u;
const ASIDE = /[(（][^()（）]*[)）]/gu;

/** The persons of an item, in order; empty where not as many names are read as it counts persons. */
export function peopleOf({ lookup }: Pick<IntentContext, 'lookup'>, sanction: Sanction): readonly Person[] {
  return readPeople(sanction, lookup);
}

const readPeople = rememberEach((sanction: Sanction, lookup: UnitLookup): readonly Person[] => {
  const people = findPeople(personsIn({ lookup }, sanction));
  return people.length === sanction.persons ? people : [];
});

function findPeople(text: string): Person[] {
  const plain = text.replace(ASIDE, '');
  const [row = ''] = plain.slice(0, DONE.exec(plain)?.index ?? plain.length).split('。');
  const people: Person[] = [];
  let told = '';
  for (const piece of row.split(/[、,，;；]/u)) {
    const name = nameBehindTitle(piece);
    told = `${told === '' ? '' : `${told}、`}${piece.slice(0, piece.length - name.length)}`;
    if (name === '') continue;
    people.push({ name, told: told.replace(/^对/u, '') });
    told = '';
  }
  return people;
}
