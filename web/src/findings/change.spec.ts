import { describe, expect, it } from 'vitest';
import { claimChanges } from './change';
import { EMPTY_CLAIM } from './state';

const citing = (record: string) => `record ${record}`;

describe('what publishing a finding changes', () => {
  const before = { ...EMPTY_CLAIM, title: 'Seen at the dock', text: 'Anna met Ben at the dock.', gradeCode: 'B2', supports: [{ record: 'a', note: 'her words', beside: [] }, { record: 'b', note: '', beside: [] }], alternatives: ['a chance meeting'] };
  it('names words, supports and explanations that come and go', () => {
    const after = { ...before, text: 'Anna met Carl at the dock.', supports: [{ record: 'a', note: 'her own words', beside: [] }, { record: 'c', note: '', beside: [] }], alternatives: ['a delivery'] };
    const changes = claimChanges(before, after, citing);
    expect(changes.map((one) => one.field)).toEqual(['Claim', 'What supports it', 'What supports it: note on record a', 'Other explanations']);
    expect(changes[0]!.pieces).toEqual([
      { kind: 'same', text: 'Anna met ' }, { kind: 'gone', text: 'Ben ' }, { kind: 'come', text: 'Carl ' }, { kind: 'same', text: 'at the dock.' },
    ]);
    expect(changes[1]!.pieces).toEqual([{ kind: 'gone', text: 'record b' }, { kind: 'come', text: 'record c' }]);
    expect(claimChanges(before, before, citing)).toEqual([]);
  });
  it('against nothing, all of it comes', () => {
    const changes = claimChanges(null, before, citing);
    expect(changes.every((one) => one.pieces.every((piece) => piece.kind === 'come'))).toBe(true);
    expect(changes.map((one) => one.field)).toContain('What supports it');
  });
});
