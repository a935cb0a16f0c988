import { readFileSync } from 'node:fs';
import type { Answer } from '../../../src/answer/answer.ts';
import type { UnitId } from '../../../src/bulletin/bulletin.ts';
import { createUnitLookup } from '../../../src/bulletin/lookup.ts';
import { parseBulletin } from '../../../src/bulletin/parse.ts';
import type { AskContext, Library, Reply } from '../../../src/delivery/ask.ts';

const ID = 'taijiang-2024';
const bulletin = parseBulletin(ID, readFileSync(`seeds/${ID}.txt`, 'utf8'));
const lookup = createUnitLookup(bulletin);

/** The real bulletin, as the server's library shows it. */
export const library: Library = {
  bulletins: () => [
    {
      id: ID,
      title: bulletin.meta.title,
      published: bulletin.meta.published,
      data: bulletin.meta.dataAsOf,
      units: bulletin.units.length,
      problems: lookup.problems.length,
      measures: lookup.measures.length,
      statuses: { completed: 0, in_progress: 0, long_term: 0 },
      examples: [],
    },
  ],
  unit(of, id) {
    const unit = of === ID ? lookup.get(id) : undefined;
    if (unit === undefined) return null;
    const siblings = bulletin.units.filter(({ kind }) => kind === unit.kind);
    const at = siblings.indexOf(unit);
    return {
      bulletin: ID,
      unit: id,
      label: lookup.label(id),
      kind: unit.kind,
      text: unit.text,
      start: unit.body.start,
      end: unit.body.end,
      path: unit.path.map((above) => ({
        unit: above,
        label: lookup.label(above),
        heading: lookup.get(above)?.text.split('\n')[0] ?? '',
      })),
      previous: siblings[at - 1]?.id ?? null,
      next: siblings[at + 1]?.id ?? null,
      status: null,
    };
  },
};

/** The words of a unit, verbatim. */
export function textOf(unit: UnitId): string {
  return lookup.get(unit)?.text ?? '';
}

export interface Scripted {
  readonly text?: string;
  readonly cite?: readonly UnitId[];
  readonly refused?: boolean;
  readonly candidates?: readonly UnitId[];
  readonly suggestions?: readonly string[];
}

/** A reply as the brain would give it; by default every cited unit is quoted whole. */
export function scriptReply(question: string, { text, cite = [], ...rest }: Scripted): Reply {
  const citations = cite.map((unit) => {
    const { span, quote } = lookup.cite(unit);
    return { unit, label: lookup.label(unit), quote, ...span };
  });
  const said = text ?? `答：${question}`;
  const answer: Answer = {
    id: `answer to ${question}`,
    question,
    bulletin: ID,
    intent: 'fact',
    text: said,
    claims: cite.length === 0 ? [] : [{ text: said, units: [...cite] }],
    citations,
    candidates: [...(rest.candidates ?? cite)].slice(0, 10),
    refused: rest.refused ?? false,
    reason: rest.refused === true ? 'not-in-bulletin' : null,
    writer: 'extractive',
    asOf: { published: bulletin.meta.published, data: bulletin.meta.dataAsOf },
    elapsedMs: 1,
  };
  const marks = cite.map((unit) => ({ unit, label: lookup.shortLabel(unit) }));
  const block =
    cite.length === 0
      ? { kind: 'note' as const, text: said }
      : { kind: 'claim' as const, text: said, marks, more: 0 };
  const blank = { intent: 'fact', near: [], list: [], shown: 0, history: [] };
  return {
    answer,
    document: { blocks: [block] },
    turn: { bulletin: ID, question, units: [...cite], ...blank },
    suggestions: rest.suggestions ?? [],
    dropped: [],
  };
}

export interface Asked {
  readonly text: string;
  readonly context: AskContext;
}
