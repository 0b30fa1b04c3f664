/* Sentences that the server sends in English and pages show in their own language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of a Java source, pieces that are added up as one. `root` is the project's folder. */
export function textsOf(root, path) {
  const source = readFileSync(join(root, path), 'utf8');
  return [...source.matchAll(/"(?:[^"\\\n]|\\.)*"(?:\s*\+\s*"(?:[^"\\\n]|\\.)*")*/g)]
    .map(([literal]) => [...literal.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([, piece]) => JSON.parse(`"${piece}"`)).join(''));
}
