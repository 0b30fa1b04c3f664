import { describe, expect, it } from 'vitest';
import type { Counts, GenerationDiff, JobView } from '../api/contract';
import { changeKey, diffWords, jobWords, pagesOf, pairOf, toneOf, valueOf, readingWords, sealedWords, sendingWords, sumOf } from './state';

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

describe('generations', () => {
  const DIFF: GenerationDiff = { older: 2, olderReader: 'x-archive/2', newer: 3, newerReader: 'x-archive/3', same: 1200, changed: 40, added: 61, removed: 0, sealedSince: 0, from: 50, changes: [] };
  it('compares the last two first', () => {
    expect(pairOf([1, 2, 3])).toEqual({ older: 2, newer: 3 });
    expect(pairOf([1])).toEqual({ older: 1, newer: 1 });
    expect(pairOf([])).toEqual({ older: 0, newer: 0 });
  });
  it('counts what is the same and what not', () => {
    expect(diffWords(DIFF)).toMatch(/^Of generation 2 \(x-archive\/2\) in 3 \(x-archive\/3\): 1.200 same, 40 changed, 61 added, 0 removed\.$/);
    expect(diffWords({ ...DIFF, sealedSince: 7 })).toContain('7 more are sealed off since');
  });
  it('knows its pages', () => {
    expect(pagesOf(DIFF, 50)).toEqual({ at: 1, last: 2 });
    expect(pagesOf({ ...DIFF, from: 0, changed: 0, added: 0 }, 50)).toEqual({ at: 0, last: 0 });
    expect(pagesOf({ ...DIFF, changed: 39 }, 50).last).toBe(1);
  });
  it('tells values, absent ones and empty ones apart', () => {
    expect([valueOf(null), valueOf(''), valueOf('a')]).toEqual(['(nothing)', '(empty)', 'a']);
    expect([toneOf('ADDED'), toneOf('REMOVED'), toneOf('CHANGED')]).toEqual(['good', 'bad', 'warn']);
  });
  it('keys a change by both records', () => {
    const change = { what: 'CHANGED', kind: 'MESSAGE', before: 'a', after: 'b', place: 'x@1', words: '', fields: [] };
    expect(changeKey(change)).not.toBe(changeKey({ ...change, after: 'c' }));
  });
});
