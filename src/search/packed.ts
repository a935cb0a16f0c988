/** Packed numbers are little-endian; a machine of the other kind turns them round. */
const TURNED = new Uint8Array(new Uint16Array([1]).buffer)[0] === 0;

/** Columns of whole numbers (32 bits), one behind the other: a file that is read is used as it stands. */
export function packColumns(columns: readonly Int32Array[]): Buffer {
  const bytes = Buffer.concat(
    columns.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  );
  return TURNED ? bytes.swap32() : bytes;
}

/** The columns of these lengths; on most machines views of `packed` itself. */
export function unpackColumns(packed: Buffer, lengths: readonly number[]): Int32Array[] {
  const aligned = packed.byteOffset % Int32Array.BYTES_PER_ELEMENT === 0 && !TURNED;
  const bytes = aligned ? packed : Buffer.from(new Uint8Array(packed).buffer);
  if (TURNED) bytes.swap32();
  let at = bytes.byteOffset;
  return lengths.map((length) => {
    const column = new Int32Array(bytes.buffer, at, length);
    at += column.byteLength;
    return column;
  });
}
