import { summarizeScores, type Measured, type TypeRow } from './eval-table.ts';

/** The README's table: per kind of question the half that was tuned on beside the half that was only measured. */
export function formatHalves(
  sets: readonly { readonly path: string; readonly measured: readonly Measured[] }[],
): string {
  const half = (ending: string): Map<string, TypeRow> => {
    const measured = sets.filter(({ path }) => path.endsWith(ending)).flatMap((set) => set.measured);
    return new Map(summarizeScores(measured).map((row) => [row.type, row]));
  };
  const [tuned, held] = [half('.tune.jsonl'), half('.held.jsonl')];
  const types = [...new Set([...tuned.keys(), ...held.keys()])].filter((type) => type !== 'all');
  const lines = [
    '| kind | tuned: n | right | 95 % | held out: n | right | 95 % | cited units right | hit@1 | hit@5 | length |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...types.map((type) => formatKind(type, tuned.get(type), held.get(type))),
  ];
  return lines.join('\n') + '\n';
}

function formatKind(type: string, tuned: TypeRow | undefined, held: TypeRow | undefined): string {
  const share = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : (value * 100).toFixed(1);
  const right = (row: TypeRow | undefined): string[] =>
    row === undefined
      ? ['–', '–', '–']
      : [String(row.n), share(row.correct), `${share(row.low)}–${share(row.high)}`];
  const cells = [
    type,
    ...right(tuned),
    ...right(held),
    share(held?.citationPrecision),
    share(held?.hit1),
    share(held?.hit5),
    held === undefined ? '–' : String(held.medianLength),
  ];
  return `| ${cells.join(' | ')} |`;
}
