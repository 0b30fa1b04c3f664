import { describe, expect, it } from 'vitest';
import type { ClaimDraft } from '../api/contract';
import { newMatrix } from './ach';
import { EMPTY_CLAIM } from './state';
import { chosenClaim, compare, firstChoices, matrixWords, unsettled, type Choice } from './threeway';

const citing = (record: string) => record;
const record = (name: string, note = '') => ({ record: name, note, beside: [] });
const WAS: ClaimDraft = {
  ...EMPTY_CLAIM, title: 'Seen at the dock', text: 'Anna met Ben.', gradeCode: 'B2', method: 'Read.', supports: [record('a', 'her words'), record('b')],
  counterSupports: [record('c')], alternatives: ['chance'],
};
const byKey = (mine: ClaimDraft, theirs: ClaimDraft) => Object.fromEntries(compare(WAS, mine, theirs, citing).map((one) => [one.key, one]));

describe('three versions of a claim', () => {
  it('joins what only one touched, and asks where each did otherwise', () => {
    const mine = { ...WAS, title: 'Seen on the quay', method: 'Read twice.' };
    const theirs = { ...WAS, title: 'Met at the dock', alternatives: ['chance', 'a delivery'] };
    const fields = compare(WAS, mine, theirs, citing);
    expect(fields.map((one) => [one.key, one.by])).toEqual([['title', 'each'], ['method', 'mine'], ['alternatives', 'theirs']]);
    const first = firstChoices(fields);
    expect(unsettled(fields, first)).toBe(1);
    expect(fields[0]!.choices).toEqual(['mine', 'theirs']);
    expect(chosenClaim(WAS, mine, theirs, { ...first, title: 'mine' })).toEqual({ ...WAS, title: 'Seen on the quay', method: 'Read twice.', alternatives: ['chance', 'a delivery'] });
  });

  it('keeps both texts, both lists, and what both did alike', () => {
    const mine = { ...WAS, text: 'Anna met Carl.', alternatives: ['a lift'], method: 'Read again.' };
    const theirs = { ...WAS, text: 'Ben met Anna.', alternatives: ['a delivery'], method: 'Read again.' };
    expect(byKey(mine, theirs)['method']!.by).toBe('alike');
    const claim = chosenClaim(WAS, mine, theirs, { text: 'both', alternatives: 'both', method: 'theirs' });
    expect(claim.text).toBe('Anna met Carl.\n\nBen met Anna.');
    expect(claim.alternatives).toEqual(['a lift', 'a delivery']);
  });

  it('takes each record as a field: what each brought or moved is joined', () => {
    const mine = { ...WAS, supports: [record('a', 'her own words'), record('d')], counterSupports: [record('c'), record('b')] };
    const theirs = { ...WAS, supports: [record('a', 'her words'), record('b', 'at noon'), record('e')] };
    const fields = byKey(mine, theirs);
    expect(fields['record:a']!.by).toBe('mine');
    expect(fields['record:b']).toMatchObject({ by: 'each', was: 'supports it', mine: 'speaks against it', theirs: 'supports it\nat noon', choices: ['mine', 'theirs'] });
    expect(fields['record:c']).toBeUndefined();
    const choices = firstChoices(Object.values(fields));
    const moved = chosenClaim(WAS, mine, theirs, { ...choices, 'record:b': 'mine' });
    expect(moved.supports).toEqual([record('a', 'her own words'), record('e'), record('d')]);
    expect(moved.counterSupports).toEqual([record('c'), record('b')]);
    const kept = chosenClaim(WAS, mine, theirs, { ...choices, 'record:b': 'theirs' });
    expect(kept.supports.map((one) => one.record)).toEqual(['a', 'b', 'e', 'd']);
    expect(kept.counterSupports).toEqual([record('c')]);
  });

  it('a record is never cited twice, whatever is chosen, and choosing one side throughout gives that side', () => {
    const mine = { ...WAS, supports: [record('c')], counterSupports: [record('a', 'x')] };
    const theirs = { ...WAS, supports: [], counterSupports: [record('b'), record('a', 'y')], scale: 'PHIA' as const };
    const fields = compare(WAS, mine, theirs, citing);
    const all = (choice: Choice) => Object.fromEntries(fields.map((one) => [one.key, choice]));
    for (let mask = 0; mask < 2 ** fields.length; mask++) {
      const claim = chosenClaim(WAS, mine, theirs, Object.fromEntries(fields.map((one, at) => [one.key, mask & (1 << at) ? 'mine' : 'theirs'])));
      const cited = [...claim.supports, ...claim.counterSupports].map((one) => one.record);
      expect(new Set(cited).size).toBe(cited.length);
    }
    expect(chosenClaim(WAS, mine, theirs, all('theirs'))).toEqual(theirs);
    const sorted = (claim: ClaimDraft) => ({ ...claim, supports: [...claim.supports].sort((a, b) => a.record.localeCompare(b.record)), counterSupports: [...claim.counterSupports].sort((a, b) => a.record.localeCompare(b.record)) });
    expect(sorted(chosenClaim(WAS, mine, theirs, all('mine')))).toEqual(sorted(mine));
  });

  it('a matrix that is chosen weighs what the chosen claim cites', () => {
    const mine = { ...WAS, matrix: newMatrix(WAS) };
    const theirs = { ...WAS, supports: [...WAS.supports, record('d', 'new')] };
    const claim = chosenClaim(WAS, mine, theirs, firstChoices(compare(WAS, mine, theirs, citing)));
    expect(claim.matrix!.rows.map((row) => row.record)).toEqual(['a', 'b', 'c', 'd']);
    expect(matrixWords(claim.matrix)).toContain('4. new: H1 OPEN, H2 OPEN (medium, medium)');
  });
});
