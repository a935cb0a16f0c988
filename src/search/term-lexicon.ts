/** What cutting texts into terms needs of the lexicon. */
export interface TermLexicon {
  /** jieba user dictionary lines `word freq tag`. */
  readonly dictionary: string;
  /** Groups of exchangeable words: 长者食堂 老人食堂 老人吃饭的地方. */
  readonly groups: readonly (readonly string[])[];
  readonly stopwords: ReadonlySet<string>;
}

/** The lexicon as `index/lexicon.json` keeps it, normalised, so that starting does not read the seeds again. */
export function formatTermLexicon({ dictionary, groups, stopwords }: TermLexicon): string {
  return JSON.stringify({ dictionary, groups, stopwords: [...stopwords] }) + '\n';
}

/** The files passed their hashes: `json` is what `formatTermLexicon` wrote. */
export function parseTermLexicon(json: string): TermLexicon {
  const data = JSON.parse(json) as { dictionary: string; groups: string[][]; stopwords: string[] };
  return { ...data, stopwords: new Set(data.stopwords) };
}
