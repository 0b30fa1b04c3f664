import { describe, expect, it } from 'vitest';
import { EMPTY_CLAIM } from './state';
import {
  changeHypothesis, judge, judged, newMatrix, readingOf, scoreText, sign, stepTo, withCited, withHypothesis, withoutHypothesis, withRow,
  type Cell, type Level, type Matrix, type Row,
} from './ach';

const row = (cells: string, credibility: Level = 'MEDIUM', relevance: Level = 'MEDIUM'): Row => ({
  kind: 'ASSUMPTION', record: null, text: 'a row', credibility, relevance, cells: cells.split(' ') as Cell[],
});

const matrix = (...rows: Row[]): Matrix => ({
  hypotheses: rows[0]!.cells.map((_, h) => ({ text: `H${h}`, innocent: h === 0 })), rows, held: 0,
});

/* The matrix of Heuer's figure 15, pluses as C and minuses as I; worked by hand, as in the server's tests. */
const HEUER = matrix(row('C C C'), row('C C I'), row('C C I'), row('I C C'), row('I C C'), row('I C C'));

describe('competing hypotheses', () => {
  it('reads the example of Heuer', () => {
    const reading = readingOf(HEUER);
    expect(reading.scores.map(scoreText)).toEqual(['3.00', '0.00', '2.00']);
    expect(reading.ranks).toEqual([3, 1, 2]);
    expect(reading.mostDiagnostic).toEqual([2, 3, 4, 5, 6]);
    expect(reading.linchpins).toEqual([2, 3]);
    expect(reading.rows[0]!.diagnosticity).toEqual({ halves: 0, roots: 0 });
    expect(reading.rows[4]).toMatchObject({ leftOut: 'ORDER', ranksLeftOut: [2, 1, 2] });
    expect(reading.rows[1]).toMatchObject({ leftOut: 'NONE', reversed: 'FIRST', ranksReversed: [3, 1, 1] });
  });

  it('weighs a row by credibility and relevance', () => {
    const scores = (one: Row) => readingOf(matrix(one)).scores.map(scoreText);
    expect(scores(row('I II', 'LOW', 'LOW'))).toEqual(['0.50', '1.00']);
    expect(scores(row('I II', 'MEDIUM', 'HIGH'))).toEqual(['1.41', '2.83']);
    expect(scores(row('I II', 'HIGH', 'HIGH'))).toEqual(['2.00', '4.00']);
    expect(scores(row('CC C N NA', 'HIGH', 'HIGH'))).toEqual(['0.00', '0.00', '0.00', '0.00']);
  });

  it('keeps ties exact', () => {
    expect(readingOf(matrix(row('I C', 'LOW'), row('I C', 'MEDIUM', 'LOW'), row('C I', 'HIGH'))).ranks).toEqual([1, 1]);
    expect(sign({ halves: 3, roots: -2 })).toBe(1);
    expect(sign({ halves: -7, roots: 5 })).toBe(1);
  });

  it('begins with what the claim states and an innocent explanation, against all that is cited', () => {
    const claim = { ...EMPTY_CLAIM, title: 'They met', alternatives: ['A joke'], supports: [{ record: 'a', note: 'said so', beside: [] }], counterSupports: [{ record: 'b', note: '', beside: [] }] };
    const made = newMatrix(claim);
    expect(made.hypotheses).toEqual([{ text: 'They met', innocent: false }, { text: 'A joke', innocent: true }]);
    expect(made.rows.map((one) => [one.record, one.text, one.cells.join()])).toEqual([['a', 'said so', 'OPEN,OPEN'], ['b', '', 'OPEN,OPEN']]);
    expect(judged(made)).toBe(false);
    const fewer = withCited(withRow(made, 'ABSENCE'), { ...claim, supports: [] });
    expect(fewer.rows.map((one) => one.kind)).toEqual(['RECORD', 'ABSENCE']);
    expect(withCited(fewer, { ...claim, supports: [] })).toBe(fewer);
  });

  it('keeps cells under their hypotheses', () => {
    const three = judge(withHypothesis(HEUER), 0, 3, 'II');
    expect(three.rows[0]!.cells).toEqual(['C', 'C', 'C', 'II']);
    const less = withoutHypothesis({ ...three, held: 4 }, 0);
    expect(less.rows[0]!.cells).toEqual(['C', 'C', 'II']);
    expect(less.held).toBe(3);
    expect(withoutHypothesis(withoutHypothesis(less, 0), 0).hypotheses).toHaveLength(2);
    expect(changeHypothesis(less, 0, { innocent: true }).hypotheses[0]!.innocent).toBe(true);
  });

  it('walks the cells by arrows and stops at the edge', () => {
    expect(stepTo(HEUER, 0, 0, 'ArrowRight')).toEqual({ row: 0, hypothesis: 1 });
    expect(stepTo(HEUER, 0, 0, 'ArrowUp')).toBeNull();
    expect(stepTo(HEUER, 5, 2, 'ArrowDown')).toBeNull();
    expect(stepTo(HEUER, 0, 0, 'a')).toBeNull();
  });
});
