/**
 * Full-width letters, digits and punctuation as half-width, character for character: １０月（一）→ 10月(一). The length is
 * kept, so offsets in the result are offsets in the source.
 */
export function foldWidth(text: string): string {
  if (!/[\uff01-\uff5e\u3000]/u.test(text)) return text;
  return text.replace(/[\uff01-\uff5e\u3000]/gu, (char) =>
    char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
}
