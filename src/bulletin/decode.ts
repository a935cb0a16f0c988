/** The file cannot be read as text in any supported encoding. */
export class UndecodableTextError extends Error {
  override readonly name = 'UndecodableTextError';
}

/** UTF-8 (with or without byte-order mark), else GB18030; the byte-order mark is dropped, newlines are kept. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  try {
    return decodeAs('utf-8', bytes);
  } catch {
    try {
      return decodeAs('gb18030', bytes);
    } catch {
      throw new UndecodableTextError('文件既不是 UTF-8 也不是 GB18030 编码,请另存为 UTF-8 文本后再导入');
    }
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
