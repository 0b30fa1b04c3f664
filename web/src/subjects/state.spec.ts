import { describe, expect, it } from 'vitest';
import { daysUntil, emptyFact, identifiersOf, lacking, withIdentifier } from './state';

const fact = (type: string, basis: string) => ({ ...emptyFact(), type, basis, text: 'He asked for two stolen vans.', source: 'abc' });

describe('persons', () => {
  it('says why scores and ties carry no suspicion', () => {
    expect(lacking([])).toContain('at least one fact');
    expect(lacking([fact('MACHINE', 'SCORE')])).toContain('score');
    expect(lacking([fact('ASSESSMENT', 'NETWORK')])).toContain('tied');
    expect(lacking([fact('MACHINE', 'SCORE'), fact('ASSESSMENT', 'NETWORK')])).toContain('tied');
    expect(lacking([fact('REPORTED', 'RECORD'), fact('MACHINE', 'SCORE')])).toBeNull();
    expect(lacking([{ ...fact('REPORTED', 'RECORD'), source: '' }])).toContain('looked up');
  });
  it('counts days and reads identifiers', () => {
    expect(daysUntil('2026-01-11T00:00:00Z', Date.parse('2026-01-01T00:00:00Z'))).toBe(10);
    expect(daysUntil('2025-12-31T00:00:00Z', Date.parse('2026-01-01T00:00:00Z'))).toBe(-1);
    expect(identifiersOf(' a \n\nb\na')).toEqual(['a', 'b']);
  });
});

describe('an account taken into the identifiers', () => {
  it('stands once, in a line of its own', () => {
    expect(withIdentifier(' a \n', 'b')).toBe('a\nb');
    expect(withIdentifier('a\nb', 'b')).toBe('a\nb');
  });
});
