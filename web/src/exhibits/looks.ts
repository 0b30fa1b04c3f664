/* Which reader would read an exhibit, and what it looked at to know that: in sentences. Pure. */
import type { ReaderLookView } from '../api/contract';
import { countOf } from '../parts/words';

/** An entry by its path; the empty path is the file itself. */
export const entryWords = (path: string): string => (path === '' ? 'the file itself' : path);

/** What the reader looked at, one sentence for each kind of look that it took. */
export function reasonsOf(look: ReaderLookView): string[] {
  const names = (paths: readonly string[]) => paths.map(entryWords).join(', ');
  const out: string[] = [];
  if (look.named.length > 0) out.push(`It asked for entries of these names and found them: ${names(look.named)}.`);
  if (look.begun.length > 0) out.push(`It looked at the first bytes of: ${names(look.begun)}.`);
  if (look.opened.length > 0) out.push(`It read of: ${names(look.opened)}.`);
  if (out.length === 0 && look.parts > 1) out.push(`It knew the names of the entries; there are ${countOf(look.parts, 'entry', 'entries')}.`);
  return out;
}

/** A further reader that knows the content, with how sure it says it is. */
export function otherOf(words: string): { id: string; certainty: number } {
  const at = words.lastIndexOf(' ');
  return { id: words.slice(0, at), certainty: Number(words.slice(at + 1)) };
}
