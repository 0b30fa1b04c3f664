import { describe, expect, it } from 'vitest';
import { packed, partsOf } from './pack';

describe('the parts of a network', () => {
  it('are what ties join, one by one or by way of others', () => {
    expect(partsOf(6, [[4, 1], [1, 2], [5, 5]])).toEqual([0, 1, 1, 2, 1, 3]);
    expect(partsOf(3, [[0, 1], [1, 2], [2, 0]])).toEqual([0, 0, 0]);
  });

  it('stand beside each other, none within another, each as it was', () => {
    const places = [{ x: 0, y: 0 }, { x: 10, y: 4 }, { x: 900, y: -700 }, { x: 902, y: -690 }, { x: -5000, y: 20 }, { x: 3, y: 9 }];
    const part = [0, 0, 1, 1, 2, 0];
    const out = packed(places, part, 2);
    const box = (of: number) => {
      const mine = out.filter((_, node) => part[node] === of);
      return { left: Math.min(...mine.map((p) => p.x)), right: Math.max(...mine.map((p) => p.x)), top: Math.min(...mine.map((p) => p.y)), bottom: Math.max(...mine.map((p) => p.y)) };
    };
    for (const [a, b] of [[0, 1], [0, 2], [1, 2]] as const) {
      const [one, two] = [box(a), box(b)];
      const apart = one.right + 2 <= two.left || two.right + 2 <= one.left || one.bottom + 2 <= two.top || two.bottom + 2 <= one.top;
      expect(apart, `${a} and ${b}`).toBe(true);
    }
    for (const [a, b] of [[0, 1], [0, 5], [2, 3]] as const) {
      expect(out[b]!.x - out[a]!.x).toBeCloseTo(places[b]!.x - places[a]!.x);
      expect(out[b]!.y - out[a]!.y).toBeCloseTo(places[b]!.y - places[a]!.y);
    }
    expect(Math.max(...out.map((p) => p.x)) - Math.min(...out.map((p) => p.x))).toBeLessThan(60);
  });

  it('of nobody are nothing', () => {
    expect(packed([], [], 1)).toEqual([]);
  });
});
