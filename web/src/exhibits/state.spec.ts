import { describe, expect, it } from 'vitest';
import type { Counts, JobView } from '../api/contract';
import { jobWords, readingWords, sealedWords, sendingWords, sumOf } from './state';

const COUNTS: Counts = { items: 10, read: 5, sealed: 3, faults: 1, unknown: 1, ignored: 2, balanced: true, byKind: {}, sealedBy: {} };
const JOB: JobView = { id: 'j', kind: 'SEAL', state: 'RUNNING', doneUnits: 1024, totalUnits: 4096, unit: 'bytes', rate: 1024, secondsLeft: 3, message: '', error: null, result: null };

describe('reconciliation', () => {
  it('adds up and says so', () => {
    expect(sumOf(COUNTS)).toMatchObject({ total: 10, balanced: true });
    expect(sumOf(COUNTS).parts.map((part) => part.count)).toEqual([5, 3, 1, 1]);
  });
  it('does not take the server’s word for a sum that does not come out', () => {
    expect(sumOf({ ...COUNTS, read: 4 }).balanced).toBe(false);
    expect(sumOf({ ...COUNTS, balanced: false }).balanced).toBe(false);
  });
});

describe('progress', () => {
  it('says how far, how fast, how long', () => {
    expect(jobWords(JOB)).toBe('Sealing 1.00 KiB of 4.00 KiB · 1.00 KiB/s · 3 s left');
    expect(jobWords({ ...JOB, kind: 'READ', unit: 'records', totalUnits: 0, rate: 0, secondsLeft: null, doneUnits: 1200 })).toBe('Reading 1,200 records');
    expect(jobWords({ ...JOB, state: 'DONE' })).toBe('Sealing done: 1.00 KiB');
  });
  it('says what failed', () => {
    expect(jobWords({ ...JOB, state: 'FAILED', error: { code: 'X', what: 'truncated', place: '', value: '', cure: '' } })).toBe('truncated');
  });
  it('foretells the end of an upload', () => {
    expect(sendingWords(1024, 2048, 1)).toBe('Sending 1.00 KiB of 2.00 KiB · 1.00 KiB/s · 1 s left');
    expect(sendingWords(0, 2048, 0)).toBe('Sending 0 B of 2.00 KiB');
  });
});

describe('words', () => {
  it('explains sealing off', () => {
    expect(sealedWords('SEALED_UNKNOWN_TIME')).toMatch(/without a date/);
    expect(sealedWords('SOMETHING_NEW')).toBe('Something new');
  });
  it('sums up a reading', () => {
    const exhibit = { id: 'e', number: 'E-1', name: 'n', bytes: 1, sha256: '', how: '', source: '', note: '', sealedBy: '', sealedAt: '', reading: null };
    expect(readingWords(exhibit)).toBe('not read yet');
    expect(readingWords({ ...exhibit, reading: { generation: 1, reader: 'r', at: '', counts: { ...COUNTS, unknown: 0 }, notes: [], faults: [], unknown: [] } }))
      .toBe('5 records · 3 sealed off · 1 fault');
  });
});
