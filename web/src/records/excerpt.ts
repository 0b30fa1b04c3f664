/* Original bytes as text and in hex, with the record's own range marked. Pure; nothing is ever rendered as markup. */
import type { ExcerptView } from '../api/contract';

export function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  const out = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) out[i] = binary.charCodeAt(i);
  return out;
}

export interface Excerpt {
  before: string;
  marked: string;
  after: string;
}

/* Invisible characters that can turn the reading order or hide words: they are shown by name. */
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Makes hidden characters visible, so that what is seen is what the bytes say. */
export function visible(text: string): string {
  return text.replace(HIDDEN, (mark) => `⟨U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}

/** The start of the first whole UTF-8 character in a range that may begin inside one. */
function firstWhole(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length && at < 3 && (bytes[at]! & 0xc0) === 0x80) at++;
  return at;
}

/** Cuts bytes of an unfinished UTF-8 character off the end of a range. */
function lastWhole(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** The excerpt as text in three parts; null if the bytes are not UTF-8 text. */
export function textOf(view: ExcerptView): Excerpt | null {
  const bytes = bytesOf(view.base64);
  const { from, to } = range(view, bytes.length);
  const before = bytes.subarray(0, from);
  const after = bytes.subarray(to);
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return {
      before: visible(decoder.decode(before.subarray(firstWhole(before)))),
      marked: visible(decoder.decode(bytes.subarray(from, to))),
      after: visible(decoder.decode(after.subarray(0, lastWhole(after)))),
    };
  } catch {
    return null; // Not UTF-8: the hex view shows it.
  }
}

export interface HexLine {
  offset: string;
  cells: { hex: string; glyph: string; marked: boolean }[];
}

const WIDTH = 16;

/** Lines of sixteen bytes with their offset in the part. */
export function hexOf(view: ExcerptView): HexLine[] {
  const bytes = bytesOf(view.base64);
  const { from, to } = range(view, bytes.length);
  const lines: HexLine[] = [];
  for (let at = 0; at < bytes.length; at += WIDTH) {
    lines.push({
      offset: (view.contextFrom + at).toString(16).padStart(8, '0'),
      cells: [...bytes.subarray(at, at + WIDTH)].map((byte, i) => ({
        hex: byte.toString(16).padStart(2, '0'),
        glyph: byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·',
        marked: at + i >= from && at + i < to,
      })),
    });
  }
  return lines;
}

function range(view: ExcerptView, length: number): { from: number; to: number } {
  const from = Math.min(Math.max(0, view.highlight.from), length);
  return { from, to: Math.min(Math.max(from, view.highlight.to), length) };
}

/** Where in the exhibit the excerpt lies, in words. */
export function placeWords(view: ExcerptView): string {
  return `${view.part === '' ? 'the exhibit itself' : view.part}, bytes ${view.from}–${view.to} of ${view.partBytes}`;
}

/** What of the excerpt the stated digest is over, worked out here; null if it is over something that is not here. */
export async function digestCovers(
  view: ExcerptView,
  sha256: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>,
): Promise<'record' | 'excerpt' | null> {
  const bytes = new Uint8Array(bytesOf(view.base64));
  const { from, to } = range(view, bytes.length);
  if ((await sha256(bytes.slice(from, to))) === view.sha256) return 'record';
  return (await sha256(bytes)) === view.sha256 ? 'excerpt' : null;
}

/** SHA-256 in hex by the browser's own cryptography. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
