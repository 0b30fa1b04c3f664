import { describe, expect, it } from 'vitest';
import { moved, nextOrder, sorted } from './order';

describe('order', () => {
  it('turns round on the second click', () => {
    const first = nextOrder(null, 'value', true);
    expect(first).toEqual({ column: 'value', down: true });
    expect(nextOrder(first, 'value', true)).toEqual({ column: 'value', down: false });
    expect(nextOrder(first, 'name', false)).toEqual({ column: 'name', down: false });
  });
  it('keeps what is missing last in both directions and equal rows in place', () => {
    const rows = [{ v: null, i: 0 }, { v: 2, i: 1 }, { v: 10, i: 2 }, { v: 2, i: 3 }];
    expect(sorted(rows, (r) => r.v, false).map((r) => r.i)).toEqual([1, 3, 2, 0]);
    expect(sorted(rows, (r) => r.v, true).map((r) => r.i)).toEqual([2, 1, 3, 0]);
  });
  it('sorts E-10 after E-9', () => {
    expect(sorted(['E-10', 'E-9'], (r) => r, false)).toEqual(['E-9', 'E-10']);
  });
  it('moves inside the rows only', () => {
    expect(moved('ArrowUp', 0, 5)).toBe(0);
    expect(moved('ArrowDown', 4, 5)).toBe(4);
    expect(moved('End', 0, 5)).toBe(4);
    expect(moved('x', 0, 5)).toBeNull();
    expect(moved('ArrowDown', 0, 0)).toBeNull();
  });
});
