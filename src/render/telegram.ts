// Document → paragraphs → parts of one message each → HTML in Telegram's dialect (and the same in plain)
import type { Answer, AnswerCitation } from '../answer/answer.ts';
import { STATUS_LABELS } from '../ledger/ledger.ts';
import { describeAsOf } from './as-of.ts';
import type { Block, Document } from './document.ts';
import { renderMarks } from './plain.ts';
import { splitText } from './plain-split.ts';
import { markStatus, mixesStatuses, readRow } from './status-mark.ts';

/** Telegram counts a message's text after its markup is taken away. */
export const TELEGRAM_LIMIT = 4096;
/** Room for 「(12/34)」 and a line break. */
const NUMBERING = 16;
/** The citation list stays in one part, with room to spare for the end of the answer. */
const TAIL_LIMIT = 2400;
const LABELS_SHOWN = 8;
/** More sources than this make a list: its rows are the words, the others are a button away. */
const QUOTED_UNITS = 6;

export interface TelegramPart {
  readonly html: string;
  /** What the reader sees of `html`; sent when Telegram refuses the markup. */
  readonly text: string;
}

export interface Paragraph {
  readonly style: 'plain' | 'strong' | 'quote';
  readonly text: string;
}

/** An answer as messages: its blocks, then in the last part what they rest on and as of when. */
export function renderTelegramAnswer(document: Document, answer: Answer): readonly TelegramPart[] {
  const named = mixesStatuses(document.blocks);
  const body = document.blocks.map((block) => renderBlock(block, named));
  const shown = body.length > 0 ? body : [{ style: 'plain' as const, text: answer.text }];
  return renderParts(shown, renderTail(answer, shown.map(({ text }) => text).join('\n')));
}

/**
 * Packs paragraphs into as few messages as they need, numbered when there are several. `tail` is never
 * divided; it must be shorter than a message.
 */
export function renderParts(
  body: readonly Paragraph[],
  tail: readonly Paragraph[] = [],
): readonly TelegramPart[] {
  const limit = TELEGRAM_LIMIT - NUMBERING;
  const parts: Paragraph[][] = [[]];
  const room = (): number => limit - measure(parts.at(-1) ?? []) - 1;
  for (const paragraph of body.map(cleanParagraph)) {
    // A new message for a paragraph that has no room left here, rather than two halves of it.
    const first = paragraph.text.length <= limit && room() < limit / 4 ? 0 : Math.max(0, room());
    const [head = '', ...rest] = splitText(paragraph.text, limit, first);
    if (head !== '' || paragraph.text === '') parts.at(-1)?.push({ ...paragraph, text: head });
    for (const text of rest) parts.push([{ ...paragraph, text }]);
  }
  const end = tail.map(cleanParagraph);
  if (measure(end) > room()) parts.push(end.filter(({ text }, i) => i > 0 || text !== ''));
  else parts.at(-1)?.push(...end);
  const filled = parts.filter((part) => part.some(({ text }) => text.trim() !== ''));
  return filled.map((part, i) =>
    writePart(filled.length > 1 ? [numberPart(i + 1, filled.length), ...part] : part),
  );
}

/** `&`, `<` and `>` are all that Telegram's HTML asks to be escaped in text. */
function escapeTelegram(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function renderBlock(block: Block, named: boolean): Paragraph {
  if (block.kind === 'heading') return { style: 'strong', text: block.text };
  if (block.kind === 'note') return { style: 'plain', text: block.text };
  const marks = renderMarks(block.marks, block.more);
  if (block.kind === 'claim') return { style: 'plain', text: block.text + marks };
  const { status, text } = readRow(block.text);
  const label = named && status !== null ? `${STATUS_LABELS[status]}：` : '';
  return { style: 'plain', text: `${markStatus(status)} ${label}${text}${marks}` };
}

/** The cited units, each quote that the answer does not itself show, the two dates, the label of a model. */
function renderTail(answer: Answer, shown: string): Paragraph[] {
  const tail: Paragraph[] = [];
  const labels = [...new Set(answer.citations.map(({ label }) => label))];
  if (labels.length > 0) {
    const named = labels.slice(0, LABELS_SHOWN).join('、');
    const text = `依据：${named}${labels.length > LABELS_SHOWN ? `等${labels.length}条` : ''}`;
    tail.push({ style: 'plain', text: '' }, { style: 'strong', text });
    if (labels.length <= QUOTED_UNITS) {
      tail.push(...quoteCitations(answer.citations, shown, TAIL_LIMIT - text.length));
    }
  }
  const dates = answer.citations.length > 0 ? describeAsOf(answer.asOf) : '';
  const label = answer.writer === 'extractive' ? '' : 'AI生成，请以原文为准。';
  const notes = [dates, label].filter((note) => note !== '').join('');
  if (notes !== '') tail.push({ style: 'plain', text: notes });
  return tail;
}

function quoteCitations(citations: readonly AnswerCitation[], shown: string, budget: number): Paragraph[] {
  const quotes: Paragraph[] = [];
  let left = budget;
  for (const { label, quote } of citations) {
    if (shown.includes(quote.replace(/[。；;，,]+$/, ''))) continue;
    left -= label.length + quote.length + 3;
    if (left < 0) break;
    quotes.push({ style: 'plain', text: `${label}：` }, { style: 'quote', text: quote });
  }
  return quotes;
}

function numberPart(number: number, of: number): Paragraph {
  return { style: 'plain', text: `(${number}/${of})` };
}

function measure(part: readonly Paragraph[]): number {
  return part.reduce((sum, { text }) => sum + text.length + 1, 0);
}

/** Lone surrogates and control characters would make Telegram refuse the whole message. */
function cleanParagraph(paragraph: Paragraph): Paragraph {
  const text = paragraph.text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, ' ');
  return { ...paragraph, text };
}

function writePart(part: readonly Paragraph[]): TelegramPart {
  return {
    html: part.map(({ style, text }) => TAGS[style](escapeTelegram(text))).join('\n'),
    text: part.map(({ text }) => text).join('\n'),
  };
}

const TAGS: Readonly<Record<Paragraph['style'], (inner: string) => string>> = {
  plain: (inner) => inner,
  strong: (inner) => (inner === '' ? '' : `<b>${inner}</b>`),
  quote: (inner) => `<blockquote expandable>${inner}</blockquote>`,
};
