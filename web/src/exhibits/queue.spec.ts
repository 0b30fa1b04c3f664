import { describe, expect, it } from 'vitest';
import { ApiFault } from '../api/client';
import type { JobView } from '../api/contract';
import { changed, endWords, entryOf, queueWords, stopped, through, wasHalted } from './queue';

const JOB: JobView = { id: 'j', kind: 'READ', state: 'RUNNING', doneUnits: 5, totalUnits: 10, unit: 'records', rate: 1, secondsLeft: 5, message: '', error: null, result: null };
const THREE = [{ name: 'a', size: 1000 }, { name: 'b', size: 2000 }, { name: 'c', size: 1000 }].map(entryOf);

describe('a queue of files', () => {
  it('says how far it is, how fast, how long still', () => {
    let all = changed(THREE, 0, { state: 'failed', fault: new Error('damaged') });
    all = changed(all, 1, { state: 'working', job: JOB });
    expect(through(all)).toEqual({ done: 2500, total: 4000 });
    expect(queueWords(all, 5)).toMatch(/^1 of 3 files through · .*\/s · .*3.* left$/);
    expect(queueWords(THREE, 0)).toBe('0 of 3 files through');
    expect(endWords(all)).toBeNull();
  });
  it('gives up only what has not begun', () => {
    const all = stopped(changed(changed(THREE, 0, { state: 'done' }), 1, { state: 'sending', sent: 1000 }));
    expect(all.map((one) => one.state)).toEqual(['done', 'sending', 'dropped']);
    expect(through(all)).toEqual({ done: 1500, total: 3000 });
    expect(endWords(changed(all, 1, { state: 'failed' }))).toBe('1 done, 1 failed, 1 not begun.');
  });
  it('tells a reading that was stopped from one that failed', () => {
    const fault = (code: string) => new ApiFault(422, { code, what: '', place: '', value: '', cure: '' });
    expect(wasHalted(fault('SX-READ-STOPPED'))).toBe(true);
    expect(wasHalted(fault('SX-READ-CRASH'))).toBe(false);
    expect(wasHalted(new Error('x'))).toBe(false);
    const all = changed(changed(stopped(changed(THREE, 0, { state: 'done' })), 1, { state: 'halted' }), 2, { state: 'failed' });
    expect(endWords(all)).toBe('1 done, 1 failed, 1 stopped while being read, 0 not begun.');
  });
  it('holds empty files', () => {
    expect(through([{ ...entryOf({ name: 'x', size: 0 }), state: 'sending' }])).toEqual({ done: 0, total: 0 });
    expect(endWords([])).toBeNull();
  });
});
