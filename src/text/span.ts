/** A half-open interval `[start, end)` in UTF-16 code units of one source text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True when `inner` lies wholly inside `outer`. */
export function containsSpan(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
