const TAG = /^<(\/?)(b|i|u|s|code|pre|blockquote)( expandable)?>/;
const ENTITY = /^&(amp|lt|gt|quot|#\d+|#x[0-9a-f]+);/i;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/**
 * Reads Telegram's HTML as the Bot API does: the text shown and the block quotes in it, or, as a string,
 * why it is refused (an unknown or unclosed tag, a bare `<`, a quote inside a quote).
 */
export function readTelegramHtml(html: string): { text: string; quotes: string[] } | string {
  const open: { tag: string; from: number }[] = [];
  const quotes: string[] = [];
  let text = '';
  let at = 0;
  while (at < html.length) {
    const rest = html.slice(at);
    const char = html.charAt(at);
    const entity = ENTITY.exec(rest);
    if (char === '<') {
      const tag = TAG.exec(rest);
      if (tag === null) return `Unsupported start tag at byte offset ${at}`;
      const [all, closing, name = '', expandable] = tag;
      at += all.length;
      if (closing === '') {
        if (name === 'blockquote' && open.some((outer) => outer.tag === name)) return 'nested blockquote';
        if (expandable !== undefined && name !== 'blockquote') return 'unsupported attribute';
        open.push({ tag: name, from: text.length });
        continue;
      }
      const top = open.pop();
      if (top?.tag !== name) return `Unmatched end tag at byte offset ${at}`;
      if (name === 'blockquote') quotes.push(text.slice(top.from));
      continue;
    }
    if (entity !== null) {
      text += decodeEntity(entity[1] ?? '');
      at += entity[0].length;
      continue;
    }
    text += char;
    at += 1;
  }
  return open.length > 0
    ? `Can't find end tag corresponding to start tag ${String(open.at(-1)?.tag)}`
    : { text, quotes };
}

function decodeEntity(name: string): string {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? '';
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return String.fromCodePoint(code);
}
