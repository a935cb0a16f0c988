/** Removes `<think>…</think>` from streamed text; the tags may be cut anywhere. */
export interface ThinkingFilter {
  readonly push: (piece: string) => string;
  /** What was held back at the end of the stream. */
  readonly end: () => string;
}

const OPEN = /<think(?:ing)?>/iu;
const CLOSE = /<\/think(?:ing)?>/iu;
/** A tag that may still be growing at the end of a piece. */
const PARTIAL = /<\/?[a-z]{0,8}$/iu;

export function createThinkingFilter(): ThinkingFilter {
  let held = '';
  let thinking = false;
  const drain = (last: boolean): string => {
    let shown = '';
    for (;;) {
      const tag = (thinking ? CLOSE : OPEN).exec(held);
      if (tag === null) break;
      if (!thinking) shown += held.slice(0, tag.index);
      held = held.slice(tag.index + tag[0].length);
      thinking = !thinking;
    }
    const keep = last ? 0 : (PARTIAL.exec(held)?.[0].length ?? 0);
    if (!thinking) shown += held.slice(0, held.length - keep);
    held = held.slice(held.length - keep);
    return shown;
  };
  return {
    push: (piece) => {
      held += piece;
      return drain(false);
    },
    end: () => drain(true),
  };
}
