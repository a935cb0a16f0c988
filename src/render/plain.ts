import type { Block, Document, Mark } from './document.ts';

/** Plain text with inline citations: 〔148〕, 〔148、150〕, 〔第1、3、7…等31条〕. */
export function renderPlain(document: Document): string {
  return document.blocks.map(renderBlock).join('\n');
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'note':
    case 'heading':
      return block.text;
    case 'item':
      return `· ${block.text}${renderMarks(block.marks, block.more)}`;
    case 'claim':
      return `${block.text}${renderMarks(block.marks, block.more)}`;
  }
}

/** The marks behind a claim; `more` units beyond them are counted, not listed. */
export function renderMarks(marks: readonly Mark[], more: number): string {
  if (marks.length === 0) return '';
  const labels = marks.map(({ label }) => label).join('、');
  if (more === 0) return `〔${labels}〕`;
  const numbers = marks.every(({ label }) => /^\d+$/u.test(label));
  return numbers ? `〔第${labels}…等${marks.length + more}条〕` : `〔${labels}…等${marks.length + more}处〕`;
}
