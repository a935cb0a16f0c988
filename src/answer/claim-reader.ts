// streamed text → complete claims, each the moment it is complete
import { z } from 'zod';
import type { ModelClaim } from './model-gate.ts';

/** How the model was asked to write: by schema, as JSON, or as lines 「[M37 M35] …」. */
export type OutputMode = 'schema' | 'json' | 'lines';

export type ReadClaim =
  { readonly kind: 'claim'; readonly claim: ModelClaim } | { readonly kind: 'invalid'; readonly why: string };

export interface ClaimReader {
  readonly push: (piece: string) => ReadClaim[];
  /** What is left at the end: a claim that was cut is invalid. */
  readonly end: () => ReadClaim[];
}

const unitId = z.string().regex(/^[A-Z]\d{1,4}(?:\.\d{1,3})?$/u);
export const claimSchema = z.strictObject({
  text: z.string().min(1).max(600),
  units: z.array(unitId).min(1).max(40),
});

/** The schema sent to endpoints that keep to one. */
export const CLAIMS_JSON_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['claims'],
  properties: {
    claims: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['text', 'units'],
        properties: {
          text: { type: 'string' },
          units: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
} as const;

/** A claim longer than this will never be complete. */
const LONGEST = 8_000;

export function createClaimReader(mode: OutputMode): ClaimReader {
  return mode === 'lines' ? createLineReader() : createJsonReader();
}

function readOne(value: unknown): ReadClaim {
  const parsed = claimSchema.safeParse(value);
  return parsed.success
    ? { kind: 'claim', claim: parsed.data }
    : { kind: 'invalid', why: parsed.error.issues[0]?.message ?? 'not a claim' };
}

/** Objects of the array `claims`; what stands before `{"claims":[` (fences, preambles) and after `]` is ignored. */
function createJsonReader(): ClaimReader {
  let buffer = '';
  let started = false;
  let ended = false;
  const reset = (from: number): void => {
    buffer = buffer.slice(from);
  };
  return {
    push: (piece) => {
      const found: ReadClaim[] = [];
      if (ended) return found;
      buffer += piece;
      if (!started) {
        const head = /\{\s*"claims"\s*:\s*\[/u.exec(buffer);
        if (head === null) {
          if (buffer.length > LONGEST) reset(buffer.length - 200);
          return found;
        }
        started = true;
        reset(head.index + head[0].length);
      }
      for (;;) {
        const skipped = /^[\s,]*/u.exec(buffer)?.[0].length ?? 0;
        reset(skipped);
        if (buffer.startsWith(']')) ended = true;
        if (ended || buffer === '') return found;
        const end = findObjectEnd(buffer);
        if (end === null) {
          if (!buffer.startsWith('{') || buffer.length > LONGEST) {
            ended = true;
            found.push({ kind: 'invalid', why: 'not a JSON object' });
          }
          return found;
        }
        found.push(parseObject(buffer.slice(0, end)));
        reset(end);
      }
    },
    end: () => (ended ? [] : [{ kind: 'invalid', why: started ? 'JSON was cut' : 'no JSON' }]),
  };
}

function parseObject(text: string): ReadClaim {
  try {
    return readOne(JSON.parse(text));
  } catch {
    return { kind: 'invalid', why: 'invalid JSON' };
  }
}

/** Offset behind the object `text` begins with; null while it is not complete. */
function findObjectEnd(text: string): number | null {
  if (!text.startsWith('{')) return null;
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (quoted) {
      if (char === '\\') i += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return null;
}

const LINE = /^\[(?<units>[A-Z]\d[\w.]*(?:[\s,、，]+[A-Z]\d[\w.]*)*)\]\s*(?<text>\S.*)$/u;

/** Lines that begin with unit ids in square brackets; other lines are not for people and are ignored. */
function createLineReader(): ClaimReader {
  let buffer = '';
  const readLine = (line: string): ReadClaim[] => {
    const groups = LINE.exec(line.trim())?.groups;
    if (groups === undefined) return [];
    return [readOne({ text: groups['text'], units: (groups['units'] ?? '').split(/[\s,、，]+/u) })];
  };
  return {
    push: (piece) => {
      buffer += piece;
      const lines = buffer.split('\n');
      buffer = (lines.pop() ?? '').slice(-LONGEST);
      return lines.flatMap(readLine);
    },
    end: () => readLine(buffer),
  };
}
