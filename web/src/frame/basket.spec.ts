import { describe, expect, it } from 'vitest';
import { basketOf, emptied, put, readBaskets, takeOut } from './basket';

const one = { record: 'r1', note: '', label: 'E-1 Message' };

describe('basket', () => {
  it('holds a record once and cases apart', () => {
    expect(put(put({}, 'a', one), 'a', { ...one, beside: ['n'] })).toEqual({ a: [{ ...one, beside: ['n'] }] });
    const held = put(put({}, 'a', one), 'a', { ...one, note: 'again' });
    expect(basketOf(held, 'a')).toEqual([one]);
    expect(basketOf(held, 'b')).toEqual([]);
  });
  it('gives back what is taken out', () => {
    const held = put(put({}, 'a', one), 'b', one);
    expect(basketOf(takeOut(held, 'a', 'r1'), 'a')).toEqual([]);
    expect(basketOf(emptied(held, 'b'), 'b')).toEqual([]);
    expect(basketOf(emptied(held, 'b'), 'a')).toEqual([one]);
  });
  it('reads only what it wrote', () => {
    const held = put({}, 'a', one);
    expect(readBaskets(JSON.stringify(held))).toEqual(held);
    for (const odd of [null, 'x', 'null', '{"a":7}', '{"a":[{}]}']) expect(readBaskets(odd)).toEqual({});
  });
});
