// message → the name of a matter or body it opens with
import type { Ledger } from '../ledger/ledger.ts';
import { rememberEach } from '../text/remember.ts';
import type { IntentContext } from './intent.ts';

/** 柳岸小学总投资多少、能新增多少学位: the longest name the ledger knows that opens the message. */
export function readOpening({ ledger, question }: IntentContext): string {
  const opening = question.text.replace(/^[“"]/u, '');
  return namesByLength(ledger).find((name) => opening.startsWith(name)) ?? '';
}

/** Names of matters and bodies of three characters and more, longest first. */
const namesByLength = rememberEach(({ names, organizations }: Ledger): readonly string[] =>
  [...names.map(({ name }) => name), ...organizations.flatMap(({ name, variants }) => [name, ...variants])]
    .filter((name) => name.length >= 3)
    .sort((a, b) => b.length - a.length),
);
