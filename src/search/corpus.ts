// seeds/ → hashes → index/ (manifest, bulletins, ledgers, search data) → engines; reads and writes the disk
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Raised whenever the shape of anything under `index/` changes. */
const SCHEMA_VERSION = 1;

const manifestSchema = z.object({
  schema: z.number().int(),
  /** sha256 of every seed file, of the sources that shape the index and of the pinned libraries' versions. */
  inputs: z.record(z.string(), z.string()),
  /** sha256 of every file of the index. */
  outputs: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Contents of files by name. */
export type IndexFiles = ReadonlyMap<string, Buffer>;

export function hashContent(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Every file below `directory` whose name passes, by its path relative to it, sorted. */
export function listFiles(directory: string, accepts: (name: string) => boolean): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && accepts(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** The manifest of `index/`, or null when it is absent, no JSON or of another schema. */
export function readManifest(indexDirectory: string): Manifest | null {
  try {
    const parsed = manifestSchema.safeParse(
      JSON.parse(readFileSync(join(indexDirectory, 'manifest.json'), 'utf8')),
    );
    return parsed.success && parsed.data.schema === SCHEMA_VERSION ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The index's files, each checked against its hash; null when one is missing, cut or changed. */
export function readIndexFiles(indexDirectory: string, manifest: Manifest): IndexFiles | null {
  const files = new Map<string, Buffer>();
  for (const [name, hash] of Object.entries(manifest.outputs)) {
    let bytes: Buffer;
    try {
      bytes = readFileSync(join(indexDirectory, name));
    } catch {
      return null;
    }
    if (hashContent(bytes) !== hash) return null;
    files.set(name, bytes);
  }
  return files;
}

/** Writes every file beside its place and renames it, the manifest last: a crash leaves the old index or a stale one. */
export function writeIndexFiles(
  indexDirectory: string,
  inputs: Manifest['inputs'],
  files: IndexFiles,
): Manifest {
  mkdirSync(indexDirectory, { recursive: true });
  const outputs: Record<string, string> = {};
  for (const name of [...files.keys()].sort()) outputs[name] = hashContent(files.get(name) ?? '');
  const manifest: Manifest = { schema: SCHEMA_VERSION, inputs, outputs };
  for (const name of listFiles(indexDirectory, () => true)) {
    const kept =
      files.has(name) || name === 'manifest.json' || isVectorsOf(name, files) || isBeingWritten(name);
    if (!kept) rmSync(join(indexDirectory, name), { force: true });
  }
  for (const [name, content] of files) replaceFile(join(indexDirectory, name), content);
  replaceFile(join(indexDirectory, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
  return manifest;
}

/** True for the draft of another process that is still at work: two may find the same index stale at once. */
function isBeingWritten(name: string): boolean {
  const writer = /\.(\d+)\.tmp$/u.exec(name)?.[1];
  if (writer === undefined || Number(writer) === process.pid) return false;
  try {
    process.kill(Number(writer), 0);
    return true;
  } catch {
    return false;
  }
}

/** Vectors cost requests and vouch for themselves, text by text: they go with their bulletin, see vectors.ts. */
export const VECTORS_END = '.vectors.json';

function isVectorsOf(name: string, files: IndexFiles): boolean {
  return name.endsWith(VECTORS_END) && files.has(name.replace(VECTORS_END, '.bulletin.json'));
}

/** Beside its place first, then renamed: a reader sees the old file or the new one. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

/** Same keys with the same hashes. */
export function sameInputs(a: Manifest['inputs'], b: Manifest['inputs']): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
