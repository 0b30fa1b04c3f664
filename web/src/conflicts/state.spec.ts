import { describe, expect, it } from 'vitest';
import { meansSomebody, open } from './state';

describe('conflicts', () => {
  it('shows what waits for the integrity unit', () => {
    const hit = { id: '1', person: 'Ana', relation: 'PARTNER', caseId: null, step: 'SEARCH', at: '', seenBy: null, seenAt: null, note: '' };
    expect(open([hit, { ...hit, id: '2', seenBy: 'Ina' }]).map((one) => one.id)).toEqual(['1']);
  });
  it('takes what can mean somebody', () => {
    expect(meansSomebody('@ab')).toBe(false);
    expect(meansSomebody(' @abc ')).toBe(true);
  });
});
