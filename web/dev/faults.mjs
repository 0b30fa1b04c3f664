/* The codes of faults in the program's sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every code but those that only commands give: notes of readers are no faults, and a command speaks to a terminal. `root` is the project's folder. */
export function everyFault(root) {
  const found = new Set();
  for (const room of ['ledger', 'kernels', 'linkage', 'casework']) {
    const folder = join(root, room, 'src/main/java');
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.java') && !name.includes('/app/cli/'))) {
      for (const [, code] of readFileSync(join(folder, file), 'utf8').matchAll(/"(SX-[A-Z0-9]+(?:-[A-Z0-9]+)*)"/g)) found.add(code);
    }
  }
  return [...found].filter((code) => !/^SX-(CLI|NOTE)-/.test(code)).sort();
}
