// prompt file → front matter + sections → texts with the inputs filled in
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A prompt file that cannot be used; names the file and what is expected. */
export class PromptError extends Error {
  override readonly name = 'PromptError';
}

const wholeNumber = z.string().regex(/^\d+$/u).transform(Number);
const headSchema = z.strictObject({
  name: z.string().regex(/^[a-z-]+$/u),
  purpose: z.string().min(4),
  /** Names of the `{{placeholders}}`, separated by commas. */
  inputs: z.string().transform((list) => list.split(/[,\s]+/u).filter((item) => item !== '')),
  output: z.enum(['claims', 'queries', 'expansions']),
  max_items: wholeNumber,
  max_tokens: wholeNumber,
  /** Characters of evidence that are sent at most. */
  max_evidence: wholeNumber,
});

const SECTIONS = ['system', 'user', 'format json', 'format lines'] as const;
type Section = (typeof SECTIONS)[number];

export interface Prompt extends z.infer<typeof headSchema> {
  /** First 8 hex digits of the file's sha256. */
  readonly version: string;
  readonly sections: ReadonlyMap<Section, string>;
}

/** @throws PromptError where front matter, sections or placeholders do not fit */
export function readPrompt(file: string, text: string): Prompt {
  const plain = text.replaceAll('\r\n', '\n');
  const parts = /^---\n(?<head>.*?)\n---\n(?<body>.*)$/su.exec(plain)?.groups;
  if (parts === undefined) throw new PromptError(`${file}：应以 --- 之间的说明开头（name、purpose 等）`);
  const lines = (parts['head'] ?? '').split('\n').map((line) => /^(\w+):\s*(.*)$/u.exec(line));
  if (lines.includes(null)) throw new PromptError(`${file}：说明中每行应为“键: 值”`);
  const head = headSchema.safeParse(Object.fromEntries(lines.map((line) => [line?.[1], line?.[2]])));
  if (!head.success) {
    const [issue] = head.error.issues;
    throw new PromptError(`${file}：${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  const sections = readSections(file, parts['body'] ?? '');
  checkPlaceholders(file, head.data.inputs, sections);
  const version = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { ...head.data, version, sections };
}

function readSections(file: string, body: string): Map<Section, string> {
  const sections = new Map<Section, string>();
  for (const [, title = '', content = ''] of body.matchAll(/^# (.+)\n([^]*?)(?=^# |$(?![^]))/gmu)) {
    const known = SECTIONS.find((section) => section === title.trim());
    if (known === undefined)
      throw new PromptError(`${file}：不认识的小节“${title}”，应为 ${SECTIONS.join('、')}`);
    sections.set(known, content.trim());
  }
  for (const needed of ['system', 'user', 'format json'] as const) {
    if (!sections.has(needed)) throw new PromptError(`${file}：缺少小节“# ${needed}”`);
  }
  return sections;
}

function checkPlaceholders(
  file: string,
  inputs: readonly string[],
  sections: ReadonlyMap<Section, string>,
): void {
  const used = new Set(
    [...sections.values()].flatMap((text) => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map((match) => match[1])),
  );
  const unknown = [...used].find((name) => name === undefined || !inputs.includes(name));
  if (unknown !== undefined) throw new PromptError(`${file}：{{${unknown}}} 未列入 inputs`);
  const unused = inputs.find((name) => !used.has(name));
  if (unused !== undefined) throw new PromptError(`${file}：inputs 中的 ${unused} 没有用到`);
}

export interface FilledPrompt {
  readonly system: string;
  readonly user: string;
}

/** Inputs are put in as they are; nothing inside them is read as a placeholder. */
export function fillPrompt(
  prompt: Prompt,
  format: 'json' | 'lines',
  inputs: Readonly<Record<string, string>>,
): FilledPrompt {
  const fill = (text: string): string =>
    text.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => {
      const value = inputs[name];
      if (value === undefined) throw new PromptError(`${prompt.name}：缺少输入 ${name}`);
      return value;
    });
  const section = (name: Section): string => prompt.sections.get(name) ?? '';
  const shape = section(`format ${format}`) || section('format json');
  return { system: fill(`${section('system')}\n\n${shape}`), user: fill(section('user')) };
}
