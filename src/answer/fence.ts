import { randomBytes } from 'node:crypto';

/** Data that a model must read and never obey, between two lines nobody can guess. */
export interface Fence {
  readonly mark: string;
  readonly enclose: (data: string) => string;
}

/** @param texts what will be enclosed: the mark stands in none of them */
export function createFence(
  texts: readonly string[],
  draw: () => string = () => randomBytes(9).toString('hex'),
): Fence {
  let mark = draw();
  while (texts.some((text) => text.includes(mark))) mark = draw();
  return { mark, enclose: (data) => `<<<${mark}\n${data}\n${mark}>>>` };
}
