/* Notes and translations beside a record: what is written, of which words, in which versions. Pure. */
import type { NoteDraft, NoteVersionView, NoteView, RecordView } from '../api/contract';

/** The latest version of a note; its versions come with the latest last. */
export function latest(note: NoteView): NoteVersionView {
  return note.versions[note.versions.length - 1]!;
}

/** Those that stand, and those that were taken back. */
export function parted(notes: readonly NoteView[]): { standing: NoteView[]; back: NoteView[] } {
  return {
    standing: notes.filter((one) => !latest(one).withdrawn),
    back: notes.filter((one) => latest(one).withdrawn),
  };
}

/** The last version that says something, for a form that begins from it. */
export function lastWritten(note: NoteView): NoteVersionView | null {
  return [...note.versions].reverse().find((one) => !one.withdrawn) ?? null;
}

/** Whether a version is of the record as a whole. */
export const ofWhole = (version: Pick<NoteVersionView, 'to'>): boolean => version.to === 0;

/** Whether the record's words are other than when this was written: it was read anew since, by a later reader. */
export function readAnew(version: NoteVersionView, record: Pick<RecordView, 'text'>): boolean {
  const now = ofWhole(version) ? record.text : record.text.slice(version.from, version.to);
  return !version.withdrawn && now !== version.original;
}

/** A form as it begins: empty, or from the version in sight. */
export function draftOf(note: NoteView | null, kind: NoteDraft['kind']): NoteDraft {
  const last = note === null ? null : lastWritten(note);
  return {
    kind: note === null ? kind : (note.kind as NoteDraft['kind']),
    text: last?.text ?? '', language: last?.language ?? '', from: last?.from ?? 0, to: last?.to ?? 0,
    translator: last?.translator ?? '', tool: last?.tool ?? '', base: note === null ? 0 : latest(note).version,
  };
}

const TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** What keeps a form from being sent; null if nothing does. */
export function lackOf(draft: NoteDraft): 'text' | 'language' | null {
  if (draft.text.trim() === '') return 'text';
  const language = draft.language.trim();
  if ((draft.kind === 'TRANSLATION' || language !== '') && !TAG.test(language)) return 'language';
  return null;
}

/** A note has no translator and no tool, whatever was typed before its kind was chosen. */
export function sent(draft: NoteDraft): NoteDraft {
  return draft.kind === 'NOTE' ? { ...draft, translator: '', tool: '' } : draft;
}

/**
 * Where a place of a text field lies in the words behind it: a field shows a carriage return and the line feed after it as one sign.
 */
export function unitsOf(words: string, place: number): number {
  let at = 0;
  for (let shown = 0; shown < place && at < words.length; shown++) at += words[at] === '\r' && words[at + 1] === '\n' ? 2 : 1;
  return at;
}

/** The stretch of the words that a field's selection marks, widened so that no character is cut in two; none of it is the whole. */
export function stretch(words: string, start: number, end: number): { from: number; to: number } {
  let from = unitsOf(words, Math.min(start, end));
  let to = unitsOf(words, Math.max(start, end));
  if (from === to) return { from: 0, to: 0 };
  const low = (at: number) => at > 0 && at < words.length && /[\udc00-\udfff]/.test(words[at]!) && /[\ud800-\udbff]/.test(words[at - 1]!);
  if (low(from)) from--;
  if (low(to)) to++;
  return from === 0 && to === words.length ? { from: 0, to: 0 } : { from, to };
}

/** The notes that a citation shows, with one put in or taken out. */
export function turned(beside: readonly string[] | undefined, note: string): string[] {
  const held = beside ?? [];
  return held.includes(note) ? held.filter((one) => one !== note) : [...held, note];
}
