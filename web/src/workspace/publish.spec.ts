import { describe, expect, it } from 'vitest';
import { changesOf, joined } from './publish';
import { START, type View } from './state';

const name = (_: keyof View, value: string) => value.toUpperCase();

describe('what publishing changes', () => {
  it('names what comes, goes and is otherwise', () => {
    const before: View = { ...START, chosen: ['a', 'b'], words: 'crate', placed: { a: [0, 0], b: [1, 1] } };
    const after: View = { ...START, chosen: ['b', 'c'], words: 'van', pinned: ['c'], placed: { a: [0, 0], c: [2, 2] }, area: { kind: 'circle', centre: [10, 54], metres: 2_000 } };
    const changes = changesOf(before, after, name);
    expect(changes.map((one) => one.field)).toEqual(['words', 'area', 'chosen', 'placed', 'pinned']);
    expect(changes[0]).toMatchObject({ was: 'CRATE', now: 'VAN' });
    expect(changes[1]).toMatchObject({ was: 'everywhere', now: 'within 2.0 km of 54.000, 10.000' });
    expect(changes[2]).toMatchObject({ added: ['C'], removed: ['A'] });
    expect(changes[3]).toMatchObject({ added: ['C'], removed: ['B'] });
    expect(changesOf(after, { ...after }, name)).toEqual([]);
    expect(changesOf(null, START, name)).toEqual([]);
    expect(changesOf(START, { ...START, shown: ['a'] }, name)[0]).toMatchObject({ was: 'everything', added: ['A'] });
  });
});

describe('two people change one view', () => {
  const base: View = { ...START, chosen: ['a'], kinds: ['POST'], placed: { a: [0, 0], b: [0, 0] } };
  it('takes from each what only that one changed', () => {
    const theirs: View = { ...base, words: 'van', chosen: ['a', 'b'], placed: { a: [5, 5], b: [0, 0] } };
    const mine: View = { ...base, lanes: true, chosen: ['c'], placed: { a: [0, 0], c: [1, 1] } };
    const { view, conflicts } = joined(base, theirs, mine);
    expect(conflicts).toEqual([]);
    expect(view).toMatchObject({ words: 'van', lanes: true, chosen: ['b', 'c'], kinds: ['POST'] });
    expect(view.placed).toEqual({ a: [5, 5], c: [1, 1] });
  });
  it('leaves to a person what both changed otherwise', () => {
    const theirs: View = { ...base, words: 'van', layout: 'grid', placed: { a: [5, 5], b: [0, 0] } };
    const mine: View = { ...base, words: 'crate', layout: 'grid', placed: { a: [6, 6], b: [0, 0] } };
    const here = joined(base, theirs, mine);
    expect(here.conflicts).toEqual(['words', 'placed']);
    expect(here.view).toMatchObject({ words: 'crate', layout: 'grid', placed: { a: [6, 6] } });
    const there = joined(base, theirs, mine, new Set<keyof View>(['words', 'placed']));
    expect(there.view).toMatchObject({ words: 'van', placed: { a: [5, 5], b: [0, 0] } });
  });
  it('is whole without a base', () => {
    const { view, conflicts } = joined(null, { ...START, words: 'van' }, { ...START, lanes: true });
    expect(view).toMatchObject({ words: 'van', lanes: true });
    expect(conflicts).toEqual([]);
  });
});
