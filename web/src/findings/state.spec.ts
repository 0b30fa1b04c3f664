import { describe, expect, it } from 'vitest';
import type { ClaimDraft, FindingView } from '../api/contract';
import { choiceOf, codeOf, gradeWords, NO_GRADE, partsOf } from './grade';
import {
  alternativesOf, claimFrom, deedsFor, EMPTY_CLAIM, matrixProblems, moveSupport, noteSupport, problemOf, problemsOf, remarksOn, sideWith, withBasket,
} from './state';
import { SCALES } from '../parts/scales';

const whole = (): ClaimDraft => ({
  ...EMPTY_CLAIM, title: 'A title', text: 'A claim that is written out.', gradeCode: '2/B/P', method: 'Read the messages.',
  supports: [{ record: 'r', note: '', beside: [] }], noCounterSupport: 'None found in all exhibits.', alternatives: ['Another reason'],
});

describe('grades', () => {
  it('are written as their people write them and read back', () => {
    expect(codeOf('UK-3x5x2', { source: '2', information: 'C', handling: 'P', conditions: 'ignored' })).toBe('2/C/P');
    expect(codeOf('ADMIRALTY', { ...NO_GRADE, source: 'B', information: '2' })).toBe('B2');
    const limited = { source: '1', information: 'A', handling: 'C', conditions: 'court only / no copies' };
    expect(choiceOf('UK-3x5x2', codeOf('UK-3x5x2', limited))).toEqual(limited);
  });
  it('are nothing until every part is judged, conditions too', () => {
    expect(codeOf('UK-3x5x2', { ...NO_GRADE, source: '1', information: 'A' })).toBe('');
    expect(codeOf('UK-3x5x2', { ...NO_GRADE, source: '1', information: 'A', handling: 'C' })).toBe('');
    expect(codeOf('ADMIRALTY', NO_GRADE)).toBe('');
  });
  it('have words for every code', () => {
    expect(gradeWords('ADMIRALTY', 'B2')).toBe('source: usually reliable; information: probably true');
    expect(gradeWords('UK-3x5x2', '3/E/C/x')).toBe('source: not reliable; information: suspected to be false; handling: permitted with conditions');
    expect(partsOf('ADMIRALTY').map((part) => part.choices.length)).toEqual([6, 6]);
    expect(partsOf('UK-3x5x2').map((part) => part.choices.length)).toEqual([3, 5, 2]);
  });
});

describe('a claim', () => {
  it('is whole or says what it lacks', () => {
    expect(problemsOf(whole())).toEqual([]);
    expect(problemsOf(EMPTY_CLAIM).map((one) => one.field)).toEqual(['title', 'text', 'grade', 'method', 'supports', 'counter', 'alternatives']);
  });
  it('needs what speaks against it, or a written answer that there is none', () => {
    const silent = { ...whole(), noCounterSupport: '' };
    expect(problemOf(problemsOf(silent), 'counter')).not.toBeNull();
    expect(problemsOf({ ...silent, counterSupports: [{ record: 'x', note: '', beside: [] }] })).toEqual([]);
  });
  it('needs no alternative when it states a fact', () => {
    expect(problemsOf({ ...whole(), type: 'FACT', alternatives: [] })).toEqual([]);
  });
  it('takes the basket once and moves a record between the sides with its note', () => {
    const basket = [{ record: 'r', note: '', label: '' }, { record: 's', note: 'n', label: '' }];
    const claim = withBasket(withBasket(whole(), basket), basket);
    expect(claim.supports.map((one) => one.record)).toEqual(['r', 's']);
    const beside = withBasket({ ...EMPTY_CLAIM, counterSupports: [{ record: 's', note: 'why', beside: ['x'] }] }, [{ record: 's', note: 'n', label: '', beside: ['x', 'y'] }]);
    expect(beside).toMatchObject({ supports: [], counterSupports: [{ record: 's', note: 'why', beside: ['x', 'y'] }] });
    const against = moveSupport(noteSupport(claim, 's', 'why'), 's', 'against');
    expect(against.counterSupports).toEqual([{ record: 's', note: 'why', beside: [] }]);
    expect(withBasket(against, basket)).toBe(against);
    expect(moveSupport(against, 's', 'out').counterSupports).toEqual([]);
    expect(moveSupport(against, 'nobody', 'for')).toBe(against);
  });
  it('begins with the basket', () => {
    expect(claimFrom([{ record: 'r', note: '', label: 'l' }], 's1', 'PHIA')).toMatchObject({ snapshot: 's1', scale: 'PHIA', supports: [{ record: 'r', note: '', beside: [] }] });
    expect(alternativesOf(' a \n\n b')).toEqual(['a', 'b']);
  });
});

describe('a finding', () => {
  it('offers what the server allows', () => {
    expect(deedsFor({ allowed: ['SIGNED', 'returned', 'accepted', 'burnt'] } as unknown as FindingView)).toEqual(['accept', 'return', 'sign']);
  });

  it('brings a dropped record to the side on which it was dropped', () => {
    const one = sideWith(EMPTY_CLAIM, 'a', 'against');
    expect(one.counterSupports).toEqual([{ record: 'a', note: '', beside: [] }]);
    expect(sideWith(one, 'a', 'for').supports).toEqual([{ record: 'a', note: '', beside: [] }]);
    expect(sideWith(one, 'a', 'for').counterSupports).toEqual([]);
  });

  it('says what a matrix still lacks', () => {
    const matrix = { hypotheses: [{ text: 'They met', innocent: false }, { text: '', innocent: false }], rows: [], held: 1 };
    expect(matrixProblems(matrix).map((one) => one.field)).toEqual(['matrix', 'matrix', 'matrix']);
    expect(problemOf(problemsOf({ ...EMPTY_CLAIM, matrix }), 'alternatives')).toBeNull();
  });

  it('shows remarks at their field, what blocks first', () => {
    const remark = (place: string, blocks: boolean, from: number) => ({ code: 'X', place, value: 'x', from, to: from + 1, cure: 'c', blocks });
    const all = [remark('text', false, 1), remark('text', true, 9), remark('supports[0].note', true, 0), remark('title', true, 0)];
    expect(remarksOn(all, 'text').map((one) => one.from)).toEqual([9, 1]);
    expect(remarksOn(all, 'supports')).toHaveLength(1);
  });

  it('has every scale with its source and seven steps', () => {
    expect(SCALES.map((one) => one.terms.length)).toEqual([0, 7, 7]);
    expect(SCALES.slice(1).every((one) => one.source.length > 20)).toBe(true);
  });

  it('reads and writes grades of every scheme', () => {
    for (const [scheme, code] of [['EUROPOL-4x4', 'B3'], ['ADMIRALTY', 'C3'], ['UK-3x5x2', '2/C/P']] as const) {
      expect(codeOf(scheme, choiceOf(scheme, code))).toBe(code);
      expect(gradeWords(scheme, code)).toContain('source: ');
    }
  });
});
