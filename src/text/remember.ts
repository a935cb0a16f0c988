// pure functions that are asked the same again → what they gave the last time

/** Remembers what `work` gave for the `most` keys asked for last; a key longer than `longestKey` is worked out every time. */
export function rememberRecent<T>(
  most: number,
  longestKey = Number.POSITIVE_INFINITY,
): (key: string, work: () => T) => T {
  const kept = new Map<string, { readonly made: T }>();
  return (key, work) => {
    if (key.length > longestKey) return work();
    const known = kept.get(key);
    if (known !== undefined) {
      kept.delete(key);
      kept.set(key, known);
      return known.made;
    }
    const made = work();
    kept.set(key, { made });
    if (kept.size > most) kept.delete(kept.keys().next().value ?? key);
    return made;
  };
}

/** Remembers what `work` gave for an object, as long as the object lives; `rest` must be the same for the same object. */
export function rememberEach<K extends object, Rest extends readonly unknown[], T>(
  work: (key: K, ...rest: Rest) => T,
): (key: K, ...rest: Rest) => T {
  const kept = new WeakMap<K, { readonly made: T }>();
  return (key, ...rest) => {
    const known = kept.get(key);
    if (known !== undefined) return known.made;
    const made = work(key, ...rest);
    kept.set(key, { made });
    return made;
  };
}

/** Remembers what `work` gave for a number; `rest` must be the same for the same number. */
export function rememberFirst<Rest extends readonly unknown[], T>(
  work: (key: number, ...rest: Rest) => T,
): (key: number, ...rest: Rest) => T {
  const kept = new Map<number, T>();
  return (key, ...rest) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = work(key, ...rest);
    kept.set(key, made);
    return made;
  };
}
