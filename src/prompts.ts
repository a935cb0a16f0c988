import { readFile } from 'node:fs/promises';
import { readPrompt, type Prompt } from './answer/prompt.ts';

const NAMES = [
  'answer',
  'summary-topic',
  'summary-problem',
  'summary-organization',
  'summary-section',
  'rewrite',
  'expand',
] as const;
export type PromptName = (typeof NAMES)[number];
export type Prompts = Readonly<Record<PromptName, Prompt>>;

/** Reads `prompts/*.md`. @throws PromptError for a file that does not fit */
export async function readPrompts(folder: URL = new URL('../prompts/', import.meta.url)): Promise<Prompts> {
  const entries = await Promise.all(
    NAMES.map(async (name) => {
      const file = `${name}.md`;
      return [name, readPrompt(`prompts/${file}`, await readFile(new URL(file, folder), 'utf8'))] as const;
    }),
  );
  return Object.fromEntries(entries) as Record<PromptName, Prompt>;
}
