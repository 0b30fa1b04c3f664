/*
 * Checking in the browser that an act is in the ledger: the audit path of RFC 6962, section 2.1.1, and
 * RFC 9162, section 2.1.3.2. The overseer's own checker stays the one to trust; this one shows the person at the
 * screen that the server's answer hangs together.
 */
import type { ActProof } from '../api/contract';

export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

export const browserSha256: Sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** A hash written in hex or base64. */
export function hashOf(text: string): Uint8Array<ArrayBuffer> | null {
  const bare = text.replace(/^sha256:/, '').trim();
  if (/^[0-9a-f]{64}$/i.test(bare)) {
    return Uint8Array.from({ length: 32 }, (_, i) => parseInt(bare.slice(2 * i, 2 * i + 2), 16));
  }
  try {
    const binary = atob(bare.replace(/-/g, '+').replace(/_/g, '/'));
    return binary.length === 32 ? Uint8Array.from(binary, (c) => c.charCodeAt(0)) : null;
  } catch {
    return null; // Neither of the two: the caller says that it cannot check.
  }
}

function joined(first: number, ...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  out[0] = first;
  let at = 1;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

/** True if the entry stands at the index in the tree of that size and root. */
export async function included(
  entry: Uint8Array, index: number, size: number, path: Uint8Array<ArrayBuffer>[], root: Uint8Array, sha256: Sha256,
): Promise<boolean> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  let hash = await sha256(joined(0, entry));
  let at = index;
  let last = size - 1;
  for (const step of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = await sha256(joined(1, step, hash));
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = await sha256(joined(1, hash, step));
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && same(hash, root);
}

/** The bytes an entry may stand for: its text, or what its base64 holds. */
export function entryBytes(entry: string): Uint8Array[] {
  const readings: Uint8Array[] = [new TextEncoder().encode(entry)];
  if (/^[A-Za-z0-9+/]+={0,2}$/.test(entry) && entry.length % 4 === 0) {
    readings.push(Uint8Array.from(atob(entry), (c) => c.charCodeAt(0)));
  }
  return readings;
}

/** An entry as text to be read: what its base64 holds if that is text, else as it came. */
export function entryWords(entry: string): string {
  const held = entryBytes(entry)[1];
  if (!held) return entry;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(held);
  } catch {
    return entry; // Bytes that are no text stay in base64.
  }
}

/** Checks what the server answered; 'cannot' when a hash is in no form known here. */
export async function checkProof(proof: ActProof, sha256: Sha256): Promise<'holds' | 'broken' | 'cannot'> {
  const root = hashOf(proof.root);
  const path = proof.proof.map(hashOf);
  if (!root || path.some((step) => step === null)) return 'cannot';
  for (const entry of entryBytes(proof.entry)) {
    if (await included(entry, proof.index, proof.size, path as Uint8Array<ArrayBuffer>[], root, sha256)) return 'holds';
  }
  return 'broken';
}
