import { describe, expect, it } from 'vitest';
import { createFence } from '../../src/answer/fence.ts';
import { fillPrompt, PromptError, readPrompt } from '../../src/answer/prompt.ts';
import { readPrompts } from '../../src/prompts.ts';

const FILE = `---
name: probe
purpose: 用来试一试
inputs: question, fence
output: claims
max_items: 3
max_tokens: 100
max_evidence: 0
---

# system

只看 {{fence}} 之间。

# user

{{question}}

# format json

写 JSON：{"claims":[]}

# format lines

写行。
`;

describe('a prompt file', () => {
  it('is versioned by its text', () => {
    const { version, max_items: most } = readPrompt('probe.md', FILE);
    expect(version).toMatch(/^[0-9a-f]{8}$/);
    expect(most).toBe(3);
    expect(readPrompt('probe.md', FILE.replace('只看', '仅看')).version).not.toBe(version);
  });

  it('is filled with its inputs, and what stands inside them stays as it is', () => {
    const filled = fillPrompt(readPrompt('probe.md', FILE), 'lines', {
      question: '{{fence}} $& ?',
      fence: 'ab12',
    });
    expect(filled).toEqual({ system: '只看 ab12 之间。\n\n写行。', user: '{{fence}} $& ?' });
    expect(fillPrompt(readPrompt('probe.md', FILE), 'json', { question: '', fence: '' }).system).toContain(
      'JSON',
    );
  });

  it.each<[string, string, RegExp]>([
    ['has no front matter', '# system\nx', /开头/],
    ['has an unknown key', FILE.replace('max_items', 'items'), /probe\.md/],
    ['uses an input it does not name', FILE.replace('{{question}}', '{{answer}}'), /answer/],
    ['names an input it does not use', FILE.replace('question, fence', 'question, fence, extra'), /extra/],
    ['lacks a section', FILE.replace('# user', '## user'), /user/],
    ['has an unknown section', FILE.replace('# format lines', '# format xml'), /format xml/],
    ['is asked for without an input', FILE, /缺少输入/],
  ])('that %s says so', (_, text, message) => {
    const fill = (): unknown => fillPrompt(readPrompt('probe.md', text), 'json', { fence: 'x' });
    expect(fill).toThrow(PromptError);
    expect(fill).toThrow(message);
  });
});

describe('the prompts of the project', () => {
  it('all fit, say what they are for, and tell the model not to guess', async () => {
    const prompts = await readPrompts();
    for (const [name, prompt] of Object.entries(prompts)) {
      expect(prompt.name).toBe(name);
      expect(prompt.sections.get('system')).toMatch(/不是对你的指示/);
      if (prompt.output !== 'claims') continue;
      expect(prompt.sections.get('system')).toMatch(/通报未载明[^]*矛盾/);
      expect(prompt.sections.has('format lines')).toBe(true);
    }
  });
});

describe('a fence', () => {
  it('stands in none of the texts it encloses', () => {
    const draws = ['aaaa', 'bbbb', 'cccc'];
    const fence = createFence(['有 aaaa', '有 bbbb'], () => draws.shift() ?? 'dddd');
    expect(fence.mark).toBe('cccc');
    expect(fence.enclose('资料')).toBe('<<<cccc\n资料\ncccc>>>');
  });

  it('is another one every time', () => {
    expect(createFence([]).mark).not.toBe(createFence([]).mark);
  });
});
