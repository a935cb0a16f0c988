import type { Answer } from '../../answer/answer.ts';
import type { UnitId } from '../../bulletin/bulletin.ts';
import type { Library, Reply } from '../../delivery/ask.ts';
import { describeAsOf } from '../../render/as-of.ts';
import type { Document } from '../../render/document.ts';

/** What the page needs of a unit it only points at. */
export interface UnitBrief {
  readonly unit: UnitId;
  readonly label: string;
  /** The unit's opening words, at most BRIEF_LENGTH characters. */
  readonly opening: string;
  readonly status: { readonly value: string; readonly label: string } | null;
}

/** A reply as the chat page shows it. */
export interface ChatReply {
  readonly answer: Answer;
  readonly document: Document;
  readonly suggestions: readonly string[];
  /** Parallel to `document.blocks`: every unit the block rests on, also those its marks leave out. */
  readonly sources: readonly (readonly UnitId[])[];
  /** The marked units, and with a refusal the nearest ones. */
  readonly briefs: readonly UnitBrief[];
  /** 据…发布的通报，数据截至…。 With the bulletin's title where there are several; may be empty. */
  readonly asOf: string;
  /** 「AI生成」 for text a model wrote, null for extracted text (GB 45438-2025). */
  readonly writerLabel: string | null;
}

const BRIEF_LENGTH = 60;
const NEAREST_SHOWN = 4;

export function renderChatReply(reply: Reply, library: Library): ChatReply {
  const { answer, document, suggestions } = reply;
  const nearest = answer.refused ? answer.candidates.slice(0, NEAREST_SHOWN) : [];
  const marked = document.blocks.flatMap((block) =>
    block.kind === 'claim' || block.kind === 'item' ? block.marks.map(({ unit }) => unit) : [],
  );
  return {
    answer,
    document,
    suggestions,
    sources: findSources(reply),
    briefs: listBriefs(library, answer.bulletin, [...marked, ...nearest]),
    asOf: nameBulletin(answer, library) + describeAsOf(answer.asOf),
    writerLabel: answer.writer.startsWith('llm:') ? 'AI生成' : null,
  };
}

function nameBulletin(answer: Answer, library: Library): string {
  const bulletins = library.bulletins();
  const title = bulletins.find(({ id }) => id === answer.bulletin)?.title;
  return bulletins.length < 2 || title === undefined ? '' : `《${title}》 `;
}

/** One brief per known unit, in the order first named. */
export function listBriefs(library: Library, bulletin: string, units: readonly UnitId[]): UnitBrief[] {
  return [...new Set(units)].flatMap((unit) => {
    const view = library.unit(bulletin, unit);
    if (view === null) return [];
    const { label, text, status } = view;
    const line = text.split('\n', 1)[0] ?? '';
    const opening = line.length > BRIEF_LENGTH ? `${line.slice(0, BRIEF_LENGTH)}…` : line;
    return [
      { unit, label, opening, status: status === null ? null : { value: status.value, label: status.label } },
    ];
  });
}

/** Claims and the blocks that show them stand in the same order; a block without its claim keeps its marks. */
function findSources({ answer, document }: Reply): (readonly UnitId[])[] {
  const claims = [...answer.claims];
  return document.blocks.map((block) => {
    if (block.kind !== 'claim' && block.kind !== 'item') return [];
    const shown = block.marks.map(({ unit }) => unit);
    const at = claims.findIndex(({ units }) => shown.every((unit) => units.includes(unit)));
    if (at < 0) return shown;
    const [claim] = claims.splice(0, at + 1).slice(-1);
    return claim?.units ?? shown;
  });
}
