/* Sealing and reading: progress in words, the reconciliation as a sum, what waits. Pure. */
import type { Counts, ExhibitView, GenerationDiff, JobView, RecordChange } from '../api/contract';
import { bytesWords, countOf, countWords, durationWords, plain } from '../parts/words';

/** How bytes may have come to the agency. */
export const WAYS = [
  { value: 'PROVIDER_RETURN', label: 'Provider return under legal process' },
  { value: 'USER_EXPORT', label: 'Export that a person made of their own account' },
  { value: 'DEVICE', label: 'Device examination' },
  { value: 'WITNESS', label: 'Handed over by a witness' },
  { value: 'PUBLIC_CAPTURE', label: 'Capture of a public page' },
  { value: 'UPLOAD', label: 'Uploaded, origin untested' },
];

export function wayWords(how: string): string {
  return WAYS.find((one) => one.value === how)?.label ?? plain(how);
}

/** The sum that must come out: every item of the bytes is accounted for. */
export interface Sum {
  items: number;
  parts: { name: string; count: number; says: string }[];
  ignored: number;
  total: number;
  balanced: boolean;
}

export function sumOf(counts: Counts): Sum {
  const parts = [
    { name: 'read', count: counts.read, says: 'became records' },
    { name: 'sealed', count: counts.sealed, says: 'sealed off, not visible to the team' },
    { name: 'faults', count: counts.faults, says: 'could not be read' },
    { name: 'unknown', count: counts.unknown, says: 'of a kind the reader does not know' },
  ];
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  return { items: counts.items, parts, ignored: counts.ignored, total, balanced: counts.balanced && total === counts.items };
}

/** The reasons for sealing off, in words. */
export function sealedWords(reason: string): string {
  const known: Record<string, string> = {
    SEALED_TIME: 'outside the content window',
    SEALED_UNKNOWN_TIME: 'without a date, so not known to lie in the content window',
    SEALED_PLATFORM: 'of a platform outside the authority',
    SEALED_SELECTOR: 'where nobody in scope takes part',
  };
  return known[reason] ?? plain(reason);
}

/** A job in one line: how far, how fast, how long still. */
export function jobWords(job: JobView): string {
  const amount = (n: number) => (job.unit === 'bytes' || job.unit === 'B' ? bytesWords(Math.round(n)) : `${countWords(Math.round(n))} ${job.unit}`);
  if (job.state === 'FAILED') return job.error?.what ?? 'failed';
  const doing = job.kind === 'SEAL' ? 'Sealing' : job.kind === 'READ' ? 'Reading' : plain(job.kind);
  if (job.state === 'DONE') return `${doing} done: ${amount(job.doneUnits)}`;
  const so = job.totalUnits > 0 ? `${amount(job.doneUnits)} of ${amount(job.totalUnits)}` : amount(job.doneUnits);
  const pace = job.rate > 0 ? ` · ${amount(job.rate)}/s` : '';
  const left = job.secondsLeft !== null ? ` · ${durationWords(job.secondsLeft)} left` : '';
  return `${doing} ${so}${pace}${left}`;
}

/** The pace and time left of an upload that has sent so many bytes since it began. */
export function sendingWords(sent: number, total: number, seconds: number): string {
  const rate = seconds > 0 ? sent / seconds : 0;
  const left = rate > 0 && total > sent ? ` · ${durationWords((total - sent) / rate)} left` : '';
  return `Sending ${bytesWords(sent)} of ${bytesWords(total)}${rate > 0 ? ` · ${bytesWords(Math.round(rate))}/s` : ''}${left}`;
}

/** What an exhibit's list entry says of its reading. */
export function readingWords(exhibit: ExhibitView): string {
  if (!exhibit.reading) return 'not read yet';
  const { counts } = exhibit.reading;
  return [
    countOf(counts.read, 'record'),
    counts.sealed > 0 ? `${countWords(counts.sealed)} sealed off` : '',
    counts.faults > 0 ? countOf(counts.faults, 'fault') : '',
    counts.unknown > 0 ? `${countWords(counts.unknown)} unknown` : '',
  ].filter(Boolean).join(' · ');
}

/** Which generations are compared first: the last two. */
export function pairOf(generations: readonly number[]): { older: number; newer: number } {
  const newer = Math.max(0, ...generations);
  const earlier = generations.filter((one) => one < newer);
  return { older: earlier.length > 0 ? Math.max(...earlier) : newer, newer };
}

/** What two readings of an exhibit have in common and what not, in one line. */
export function diffWords(diff: GenerationDiff): string {
  const counts = [`${countWords(diff.same)} same`, `${countWords(diff.changed)} changed`, `${countWords(diff.added)} added`, `${countWords(diff.removed)} removed`];
  const since = diff.sealedSince > 0 ? `; ${countWords(diff.sealedSince)} more are sealed off since` : '';
  return `Of generation ${diff.older} (${diff.olderReader}) in ${diff.newer} (${diff.newerReader}): ${counts.join(', ')}${since}.`;
}

/** Which page of changes is shown, and which is the last; counted from 0. */
export function pagesOf(diff: GenerationDiff, size: number): { at: number; last: number } {
  const changes = diff.changed + diff.added + diff.removed;
  return { at: Math.floor(diff.from / size), last: Math.max(0, Math.ceil(changes / size) - 1) };
}

/** The tone of a change. */
export function toneOf(what: string): 'good' | 'bad' | 'warn' {
  if (what === 'ADDED') return 'good';
  return what === 'REMOVED' ? 'bad' : 'warn';
}

/** Tells one change from the others. */
export function changeKey(change: RecordChange): string {
  return `${change.what} ${change.before ?? ''} ${change.after ?? ''} ${change.place}`;
}

/** A field's value; what is not there has a word of its own. */
export function valueOf(value: string | null | undefined): string {
  if (value === null || value === undefined) return '(nothing)';
  return value === '' ? '(empty)' : value;
}
