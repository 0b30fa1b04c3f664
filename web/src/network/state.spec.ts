import { describe, expect, it } from 'vitest';
import type { MeasureView, SnapshotView } from '../api/contract';
import { speak } from '../language/say';
import { bandWords, calibrationWords, cardWords, groupsBySize, latest, methodOf, rankWords, ranks, seedOf, sizes, startingPlaces } from '../parts/measures';
import { drawn, freezeOf, freezeProblem, FREEZE_START, tiesOf } from './state';

const tie = (from: number, to: number, weight: number) => ({ from, to, weight, kinds: {}, first: null, last: null, records: [] });
const snapshot = (nodes: number, ties: SnapshotView['tieList']): SnapshotView => ({
  summary: { id: 's', kinds: [], from: null, to: null, minimumRecords: 1, directed: false, nodes, ties: ties.length, recordsUsed: 0, recordsNotUsed: 0, at: '', digest: 'ab' },
  legend: Array.from({ length: nodes }, (_, index) => ({ index, entity: `e${index}`, label: `n${index}`, accounts: [], platforms: [], roles: '' })), tieList: ties,
});
const measure = (method: string, at: string): MeasureView => ({ id: at, snapshot: 's', method, seed: 1, values: [], ranks: [], top: [], first: 0, calibration: null, summary: {}, card: '', at });

describe('freezing', () => {
  it('needs a kind of tie and a window that runs forwards', () => {
    expect(freezeProblem({ ...FREEZE_START, kinds: [] })).toMatch(/kind of tie/);
    expect(freezeProblem({ ...FREEZE_START, from: '2026-02-01T00:00', to: '2026-01-01T00:00' })).toMatch(/end after/);
    expect(freezeProblem({ ...FREEZE_START, minimumRecords: 0 })).toMatch(/at least one/);
    expect(freezeProblem(FREEZE_START)).toBeNull();
  });
  it('writes the kinds in one order whatever order they were chosen in', () => {
    expect(freezeOf({ ...FREEZE_START, kinds: ['CALL', 'MESSAGE'] }).kinds).toEqual(['MESSAGE', 'CALL']);
    expect(freezeOf(FREEZE_START).from).toBeNull();
  });
});

describe('places and sizes', () => {
  it('are the same for the same digest and others for another', () => {
    expect(startingPlaces(5, 'deadbeef00')).toEqual(startingPlaces(5, 'deadbeef11'));
    expect(startingPlaces(5, 'deadbeef00')).not.toEqual(startingPlaces(5, '0eadbeef00'));
    expect(seedOf('sha256:00000010')).toBe(16);
    expect(seedOf('')).toBe(1);
  });
  it('grow with the value and bear equal or missing ones', () => {
    const [a, b, c] = sizes([0, 1, 4], 4, 12);
    expect([a, b, c]).toEqual([4, 8, 12]);
    expect(new Set(sizes([3, 3, 3], 4, 12)).size).toBe(1);
    expect(sizes([1, NaN], 4, 12).every(Number.isFinite)).toBe(true);
  });
});

describe('measures', () => {
  it('rank the largest first and let equals share', () => {
    expect(ranks([5, 9, 5, 1])).toEqual([2, 1, 2, 4]);
    expect(rankWords({ low: 2, high: 7 })).toBe('2–7');
    expect(rankWords({ low: 2, high: 2 })).toBe('2');
    expect(rankWords(undefined)).toBe('–');
  });
  it('say how the ends of their bands were set', () => {
    const of = (state: string): MeasureView => ({ ...measure('DEGREE', '1'), ranks: [{ rank: 1, low: 1, high: 3 }, { rank: 0, low: 0, high: 0 }], summary: { replicas: '1000' }, calibration: { state, trials: 10, held: 0.824 } });
    expect(bandWords(of('done'), 0)).toBe('1–3');
    expect(bandWords(of('doubtful'), 0)).toBe('1–3 (doubtful)');
    expect(bandWords(of('doubtful'), 1)).toBe('–');
    expect(calibrationWords(of('doubtful'))).toMatch(/doubtful.*10 times.*82 %/);
    expect(new Set(['done', 'doubtful', 'not-asked', 'too-few', 'unknowable'].map((state) => calibrationWords(of(state)))).size).toBe(5);
    expect(calibrationWords({ ...of('done'), calibration: null })).toMatch(/earlier version/);
    expect(calibrationWords(measure('COMMUNITY', '1'))).toBe('');
  });
  it('show their cards in the language of the page, line by line', () => {
    const card = 'What it is.\nSource: A. Author 1999\nWhen ties are missing: It moves.\nAn end.';
    expect(cardWords(card)).toBe(card);
    speak('es', { messages: {}, words: { 'Source:': 'Fuente:', 'When ties are missing:': 'Si faltan vínculos:', 'It moves.': 'Se mueve.' }, faults: {} });
    expect(cardWords(card)).toBe('What it is.\nFuente: A. Author 1999\nSi faltan vínculos: Se mueve.\nAn end.');
    speak('en', { messages: {}, words: {}, faults: {} });
  });
  it('number groups by size', () => {
    expect(groupsBySize([7, 3, 3, 7, 3, 1])).toEqual([1, 0, 0, 1, 0, 2]);
  });
  it('show the newest of each method in a steady order', () => {
    const all = latest([measure('COMMUNITY', '2'), measure('DEGREE', '1'), measure('degree', '3')]);
    expect(all.map((one) => one.id)).toEqual(['3', '2']);
    expect(methodOf('k-core').label).toBe('k-core');
    expect(methodOf('SOMETHING').group).toBe(false);
  });
});

describe('the picture', () => {
  it('draws everything it can bear', () => {
    const all = drawn(snapshot(3, [tie(0, 1, 1)]));
    expect(all.nodes).toEqual([0, 1, 2]);
    expect(all.leftOut).toBe('');
  });
  it('keeps the strongest ties when there are too many, and says so', () => {
    const some = drawn(snapshot(5, [tie(0, 1, 1), tie(1, 2, 9), tie(3, 4, 5), tie(2, 3, 4)]), 3, 4);
    expect(some.ties.map((one) => one.weight)).toEqual([9, 5, 4]);
    expect(some.nodes).toEqual([1, 2, 3, 4]);
    expect(some.leftOut).toBe('The picture shows the 3 strongest ties among 4 entities; the tables hold all.');
  });
  it('lists the ties of one entity, strongest first', () => {
    const its = tiesOf(snapshot(3, [tie(0, 1, 1), tie(2, 0, 4)]), 0);
    expect(its.map((one) => [one.other, one.out])).toEqual([[2, false], [1, true]]);
  });
});
