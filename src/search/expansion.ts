import { z } from 'zod';
import type { Bulletin, UnitId } from '../bulletin/bulletin.ts';
import type { Span } from '../text/span.ts';

/**
 * One line of `seeds/<bulletin>.queries.jsonl`: everyday wordings for what a unit says (document expansion, the
 * doc2query idea). `quote`: the verbatim words of the unit the wordings ask about; absent: the unit as a whole.
 */
export const expansionLineSchema = z.strictObject({
  unit: z.string().min(2),
  quote: z.string().min(1).optional(),
  queries: z.array(z.string().min(1).max(120)).min(1),
});

export interface Expansion {
  readonly unit: UnitId;
  readonly query: string;
  /** Where in the source the answer stands; null for the unit as a whole. */
  readonly anchor: Span | null;
}

/** A line of the expansion file that cannot be used; the rest of the file is kept. */
export interface ExpansionDiagnostic {
  readonly line: number;
  readonly message: string;
}

/**
 * Reads the file; lines that are no JSON or name no unit are reported and left out, a quote that is not in the unit is
 * reported and its wordings are kept for the unit as a whole.
 */
export function readExpansions(
  bulletin: Bulletin,
  jsonl: string,
): { expansions: Expansion[]; diagnostics: ExpansionDiagnostic[] } {
  const units = new Map(bulletin.units.map((unit) => [unit.id, unit]));
  const expansions: Expansion[] = [];
  const diagnostics: ExpansionDiagnostic[] = [];
  jsonl.split('\n').forEach((text, index) => {
    if (text.trim() === '') return;
    const line = index + 1;
    const parsed = expansionLineSchema.safeParse(parseJson(text));
    if (!parsed.success) {
      diagnostics.push({ line, message: '不是 {"unit","quote"?,"queries":[…]} 形式的一行 JSON' });
      return;
    }
    const unit = units.get(parsed.data.unit);
    if (unit === undefined) {
      diagnostics.push({ line, message: `通报中没有单元 ${parsed.data.unit}` });
      return;
    }
    const at = parsed.data.quote === undefined ? -1 : unit.text.indexOf(parsed.data.quote);
    if (parsed.data.quote !== undefined && at < 0) {
      diagnostics.push({ line, message: `单元 ${unit.id} 中没有“${parsed.data.quote.slice(0, 30)}”` });
    }
    const start = unit.body.start + at;
    const anchor = at < 0 ? null : { start, end: start + (parsed.data.quote ?? '').length };
    for (const query of parsed.data.queries) expansions.push({ unit: unit.id, query, anchor });
  });
  return { expansions, diagnostics };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
