import { describe, expect, it } from 'vitest';
import { openFor, total } from './state';

const item = { id: '1', exhibit: 'e', reason: 'SEALED_TIME', kind: 'MESSAGE', state: 'SEALED', at: null, who: [], words: 'x' };

describe('filter', () => {
  it('adds up what waits', () => {
    expect(total({ caseId: 'c', caseName: 'C', authority: 'a', byReason: { SEALED_TIME: 2, SEALED_PRIVILEGED: 3 } })).toBe(5);
  });
  it('releases only what has gone through a new process', () => {
    expect(openFor([item])).toEqual(['DESTROY', 'RETURN', 'NEW_PROCESS']);
    expect(openFor([{ ...item, state: 'NEW_PROCESS' }])).toEqual(['DESTROY', 'RETURN', 'RELEASE']);
    expect(openFor([item, { ...item, state: 'DESTROYED' }])).toEqual([]);
    expect(openFor([])).toEqual([]);
  });
});
