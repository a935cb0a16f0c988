/** Display columns of one character: two for East Asian wide and full-width ones. */
function widthOf(char: string): number {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u.test(
    char,
  )
    ? 2
    : 1;
}

/** Display columns of `text`. */
export function measureWidth(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + widthOf(char), 0);
}

/** `text` on one line in exactly `width` display columns, the last one blank: padded, or cut with …. */
export function fitWidth(text: string, width: number): string {
  const line = Array.from(text.replace(/\s+/gu, ' '));
  const room = width - 1;
  const fits = measureWidth(line.join('')) <= room;
  let kept = '';
  let used = 0;
  for (const char of line) {
    const next = used + widthOf(char);
    if (next > (fits ? room : room - 1)) break;
    kept += char;
    used = next;
  }
  if (fits) return kept + ' '.repeat(width - used);
  return `${kept}…` + ' '.repeat(width - used - 1);
}
