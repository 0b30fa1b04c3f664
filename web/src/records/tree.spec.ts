import { describe, expect, it } from 'vitest';
import { holds, looksLikeJson, owned, saidOf, treeOf, type JsonNode } from './tree';

const plainOf = (node: JsonNode): unknown => (node.children.length > 0 || node.written === '' ? { [node.key ?? '']: node.children.map(plainOf) } : `${node.key ?? ''}=${node.written}`);

describe('a tree of an excerpt', () => {
  it('keeps order, spelling and double keys', () => {
    const text = '{"b":1.10,"a":1e400,"b":"x\\u00e9","n":[null,-0]}';
    const [top] = treeOf(text, 0, text.length);
    expect(plainOf(top!)).toEqual({ '': ['b=1.10', 'a=1e400', 'b="x\\u00e9"', { n: ['=null', '=-0'] }] });
    expect(top!.whole).toBe(true);
    expect(saidOf('"x\\u00e9"')).toBe('xé');
    expect(saidOf('"x\\u00')).toBe('"x\\u00');
  });
  it('begins and ends inside a value, and shows masked bytes as what they are', () => {
    const before = 'lo, {world": 5}, ******, ';
    const own = '{"id":2,"t":"[not, a list}"}';
    const text = `${before}${own},{"id":3,"text":"cut o`;
    const top = treeOf(text, before.length, before.length + own.length);
    const mark = { from: before.length, to: before.length + own.length };
    const found = top.filter((node) => owned(node, mark));
    expect(found.map(plainOf)).toEqual([{ '': ['id=2', 't="[not, a list}"'] }]);
    expect(found.every((node) => holds(node, mark))).toBe(true);
    expect(top.at(-1)).toMatchObject({ kind: 'object', whole: false });
    expect(JSON.stringify(top)).toContain('******');
  });
  it('puts what stands before a stray bracket into something that began earlier', () => {
    const [top, ...rest] = treeOf('"a":1,"b":2},3]', 0, 11);
    expect(rest).toEqual([]);
    expect(top).toMatchObject({ kind: 'array', whole: false });
    expect(plainOf(top!)).toEqual({ '': [{ '': ['a=1', 'b=2'] }, '=3'] });
  });
  it('fails on nothing', () => {
    let seed = 20261122;
    const next = () => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed / 4294967296; };
    const glyphs = '{}[],:"\\a1 *-.e\n⟨é';
    for (let round = 0; round < 2000; round++) {
      const text = Array.from({ length: 30 }, () => glyphs[Math.floor(next() * glyphs.length)]).join('');
      const from = Math.floor(next() * 30);
      expect(Array.isArray(treeOf(text, from, Math.min(30, from + 9)))).toBe(true);
    }
  });
  it('knows JSON from other text', () => {
    expect(looksLikeJson(' {"a":1}')).toBe(true);
    expect(looksLikeJson('"message" : { "a": 1 }')).toBe(true);
    expect(looksLikeJson('{not json}')).toBe(false);
    expect(looksLikeJson('"a","b"\n"c d" e')).toBe(false);
    expect(looksLikeJson('<p>[1]</p>')).toBe(false);
  });
});
