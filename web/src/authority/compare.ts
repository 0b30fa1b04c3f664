/* How two versions of an authority differ: what would widen, narrow or change, and how alike two texts are. Pure. */

const SHINGLE = 3; // Words in a row that are compared: long enough that common phrases do not count.

/** How alike two texts are, 0 to 1: shared runs of three words among all of them. Case and signs do not count. */
export function likeness(a: string, b: string): number {
  const left = shingles(a);
  const right = shingles(b);
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const one of left) if (right.has(one)) shared++;
  return shared / (left.size + right.size - shared);
}

function shingles(text: string): Set<string> {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((one) => one !== '');
  if (words.length === 0) return new Set();
  const runs = Math.max(1, words.length - SHINGLE + 1);
  return new Set(Array.from({ length: runs }, (_, at) => words.slice(at, at + SHINGLE).join(' ')));
}
