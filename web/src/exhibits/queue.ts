/* Several files sealed one after another: what became of each, how far the whole is, how long still. Pure. */
import type { ExhibitView, JobView } from '../api/contract';
import { ApiFault } from '../api/client';
import { bytesWords, countOf, durationWords } from '../parts/words';

export interface Entry {
  name: string;
  bytes: number;
  state: 'waiting' | 'sending' | 'working' | 'done' | 'failed' | 'halted' | 'dropped';
  sent: number;
  job: JobView | null;
  exhibit: ExhibitView | null;
  fault: unknown;
}

export function entryOf(file: { name: string; size: number }): Entry {
  return { name: file.name, bytes: file.size, state: 'waiting', sent: 0, job: null, exhibit: null, fault: null };
}

export function changed(entries: readonly Entry[], at: number, change: Partial<Entry>): Entry[] {
  return entries.map((one, i) => (i === at ? { ...one, ...change } : one));
}

/** Those that wait will not be sealed; what has begun goes on. */
export function stopped(entries: readonly Entry[]): Entry[] {
  return entries.map((one) => (one.state === 'waiting' ? { ...one, state: 'dropped' as const } : one));
}

/** Whether whoever began a reading stopped it: no fault, and nothing of it was kept. */
export function wasHalted(fault: unknown): boolean {
  return fault instanceof ApiFault && fault.body.code === 'SX-READ-STOPPED';
}

/** The part of a file's work that is done, from 0 to 1: sending is half of it, sealing and reading the other. */
function share(one: Entry): number {
  if (one.state === 'done' || one.state === 'failed' || one.state === 'halted') return 1;
  if (one.state === 'sending') return one.bytes > 0 ? Math.min(1, one.sent / one.bytes) / 2 : 0;
  if (one.state === 'working' && one.job && one.job.totalUnits > 0) return 0.5 + Math.min(1, one.job.doneUnits / one.job.totalUnits) / 2;
  return one.state === 'working' ? 0.5 : 0;
}

/** How many bytes of how many are through, those given up apart. */
export function through(entries: readonly Entry[]): { done: number; total: number } {
  const meant = entries.filter((one) => one.state !== 'dropped');
  return { done: meant.reduce((sum, one) => sum + one.bytes * share(one), 0), total: meant.reduce((sum, one) => sum + one.bytes, 0) };
}

/** The whole queue in one line, after so many seconds. */
export function queueWords(entries: readonly Entry[], seconds: number): string {
  const { done, total } = through(entries);
  const ended = entries.filter((one) => one.state === 'done' || one.state === 'failed' || one.state === 'halted').length;
  const rate = seconds > 0 ? done / seconds : 0;
  const head = `${ended} of ${countOf(entries.length, 'file')} through`;
  if (rate <= 0 || done >= total) return head;
  return `${head} · ${bytesWords(Math.round(done))} of ${bytesWords(total)} · ${bytesWords(Math.round(rate))}/s · ${durationWords((total - done) / rate)} left`;
}

/** How the queue ended; null while it runs. */
export function endWords(entries: readonly Entry[]): string | null {
  if (entries.length === 0 || entries.some((one) => one.state === 'waiting' || one.state === 'sending' || one.state === 'working')) return null;
  const count = (state: Entry['state']) => entries.filter((one) => one.state === state).length;
  if (count('halted') > 0) return `${count('done')} done, ${count('failed')} failed, ${count('halted')} stopped while being read, ${count('dropped')} not begun.`;
  return `${count('done')} done, ${count('failed')} failed, ${count('dropped')} not begun.`;
}
