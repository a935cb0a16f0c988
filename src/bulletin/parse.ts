// source → outline → format → parts → units (tiling spans) → diagnostics → Bulletin
import { assembleUnits } from './assemble.ts';
import type { Bulletin } from './bulletin.ts';
import { chainedFormat } from './chained.ts';
import type { BulletinFormat } from './format.ts';
import { readMetadata } from './metadata.ts';
import { numberedFormat } from './numbered.ts';
import { readOutline } from './outline.ts';

const FORMATS: readonly BulletinFormat[] = [numberedFormat, chainedFormat];

/** The text is no rectification bulletin; the message names its first line and what was looked for. */
export class NotABulletinError extends Error {
  override readonly name = 'NotABulletinError';
}

/**
 * Parses a rectification bulletin into units whose spans tile `source`.
 * @param id the file's stem, becomes the bulletin's id
 * @throws NotABulletinError when no part heading or no problem with a measure is found
 */
export function parseBulletin(id: string, source: string): Bulletin {
  const outline = readOutline(source);
  const scored = FORMATS.map((format) => ({ format, score: format.score(source, outline) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  const { units, diagnostics } = assembleUnits(source, outline, best.format);
  if (!units.some((unit) => unit.kind === 'measure') || !/整改|巡视|巡察/u.test(source.slice(0, 5000))) {
    throw new NotABulletinError(
      `这不是巡视整改进展情况的通报:没有找到“一、”“(一)”“1.针对…问题”和“(1)…”这样的结构。首行为“${firstLine(source)}”`,
    );
  }
  return { id, format: best.format.name, source, meta: readMetadata(source), units, diagnostics };
}

function firstLine(source: string): string {
  const line = source.split('\n', 50).find((text) => text.trim() !== '');
  return (line ?? '(空文件)').trim().slice(0, 60);
}
