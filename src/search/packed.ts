/** Packed numbers are little-endian; a machine of the other kind turns them round. */
const TURNED = new Uint8Array(new Uint16Array([1]).buffer)[0] === 0;

/** Whole numbers (32 bits) as base64: a few long strings load many times faster than arrays of small objects. */
export function packNumbers(numbers: readonly number[]): string {
  const bytes = Buffer.from(Int32Array.from(numbers).buffer);
  return (TURNED ? bytes.swap32() : bytes).toString('base64');
}

export function unpackNumbers(packed: string): Int32Array {
  const bytes = Buffer.from(packed, 'base64');
  if (TURNED) bytes.swap32();
  const numbers = new Int32Array(bytes.length / 4);
  new Uint8Array(numbers.buffer).set(bytes);
  return numbers;
}
