import type { Answer } from '../../src/answer/answer.ts';
import type { Ask, Reply } from '../../src/delivery/ask.ts';
import type { Mark } from '../../src/render/document.ts';
import type { TestLibrary } from './library.ts';
import { labelUnit } from './library.ts';

/** One sentence of a scripted answer: its words, and the verbatim words of each unit it rests on. */
export interface Line {
  readonly kind?: 'claim' | 'item';
  readonly text: string;
  readonly quotes: Readonly<Record<string, string>>;
  /** How many of the units are shown as marks. */
  readonly marks?: number;
}

/** A scripted answer; `note` stands before the lines. */
export interface Scene {
  readonly when: RegExp;
  readonly lines: readonly Line[];
  readonly note?: string;
  readonly reason?: Answer['reason'];
  readonly writer?: string;
  readonly suggestions?: readonly string[];
}

/** An `Ask` that plays scenes over the real bulletin; throws when a quote is not verbatim in its unit. */
export function createScriptedAsk(
  { bulletin }: TestLibrary,
  scenes: readonly Scene[],
  pause: () => Promise<void> = () => Promise.resolve(),
): Ask {
  let asked = 0;
  return async (text, context) => {
    const scene = scenes.find(({ when }) => when.test(text)) ?? UNKNOWN;
    asked += 1;
    const reply = playScene(bulletin, scene, text, String(asked), context.turn?.history.length ?? 0);
    await pause();
    for (const claim of scene.writer === undefined ? [] : reply.answer.claims) {
      context.onClaim?.(claim);
      await pause();
    }
    return reply;
  };
}

const UNKNOWN: Scene = {
  when: /^/u,
  lines: [],
  note: '通报未载明这一内容。',
  reason: 'not-in-bulletin',
};

function playScene(
  bulletin: TestLibrary['bulletin'],
  scene: Scene,
  question: string,
  id: string,
  turns: number,
): Reply {
  const units = new Map(bulletin.units.map((unit) => [unit.id, unit]));
  const citations = scene.lines.flatMap(({ quotes }) =>
    Object.entries(quotes).map(([name, quote]) => {
      const unit = units.get(name);
      const start = unit === undefined ? -1 : bulletin.source.indexOf(quote, unit.body.start);
      if (unit === undefined || start < 0 || start + quote.length > unit.body.end) {
        throw new Error(`${name} does not say ${quote}`);
      }
      return { unit: name, label: labelUnit(unit), quote, start, end: start + quote.length };
    }),
  );
  const claims = scene.lines.map(({ text, quotes }) => ({ text, units: Object.keys(quotes) }));
  const cited = citations.map(({ unit }) => unit);
  const markOf = (name: string): Mark => ({
    unit: name,
    label: /^M\d+$/u.test(name) ? name.slice(1) : name.replace(/^P/u, '问题'),
  });
  const blocks = scene.lines.map(({ kind = 'claim', text, quotes, marks }) => {
    const shown = Object.keys(quotes).slice(0, marks);
    return { kind, text, marks: shown.map(markOf), more: Object.keys(quotes).length - shown.length };
  });
  const note = scene.note === undefined ? [] : [{ kind: 'note' as const, text: scene.note }];
  return {
    answer: {
      id,
      question,
      bulletin: bulletin.id,
      intent: 'scripted',
      text: [...note, ...blocks].map((block) => block.text).join('\n'),
      claims,
      citations,
      candidates: cited.slice(0, 10),
      refused: scene.reason !== undefined,
      reason: scene.reason ?? null,
      writer: scene.writer ?? 'extractive',
      asOf: { published: bulletin.meta.published, data: bulletin.meta.dataAsOf },
      elapsedMs: 1,
    },
    document: { blocks: [...note, ...blocks] },
    dropped: [],
    turn: {
      bulletin: bulletin.id,
      question,
      intent: 'scripted',
      units: cited,
      near: [],
      list: [],
      shown: 0,
      history: Array.from({ length: Math.min(turns + 1, 8) }, () => ({ question, units: cited })),
    },
    suggestions: scene.suggestions ?? [],
  };
}
