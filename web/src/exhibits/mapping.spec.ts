import { describe, expect, it } from 'vitest';
import type { SeenTable } from '../api/contract';
import { draftOf, guessed, lacks, nameProblem, roleWords } from './mapping';

const table: SeenTable = {
  part: '', sheet: '', kind: 'delimited', charset: 'UTF-8, all of it is UTF-8', separator: ';', recordKind: 'call',
  columns: [{ name: 'A No.', role: 'from', shapes: ['99'] }, { name: 'Zelle', role: '', shapes: ['Aaa'] }],
  guess: '{"profile":"guess"}',
};

describe('mapping columns', () => {
  it('begins with what the columns suggest', () => {
    expect(guessed(table)).toEqual({ kind: 'call', platform: '', zone: '', order: '', roles: { 'A No.': 'from', Zelle: '' } });
  });

  it('keeps what lies around the columns', () => {
    const draft = draftOf(table, guessed(table), 'carrier-a');
    expect(draft.text).toBe(table.guess);
    expect(draft.name).toBe('carrier-a');
    expect(draft.roles).toEqual({ 'A No.': 'from', Zelle: '' });
  });

  it('says what still lacks', () => {
    expect(lacks({ ...guessed(table), kind: '' })).toBe('Say what a row is.');
    expect(lacks({ ...guessed(table), roles: { Zelle: 'keep' } })).toBe('Give at least one column a role.');
    expect(lacks(guessed(table))).toBeNull();
  });

  it('knows what a name may be', () => {
    expect(nameProblem('carrier-a.2')).toBeNull();
    expect(nameProblem('Carrier A')).not.toBeNull();
    expect(nameProblem('')).toBeNull();
  });

  it('says roles in words', () => {
    expect([roleWords('from'), roleWords('reply-to-account')]).toEqual(['from: who acted', 'reply to account']);
  });
});
