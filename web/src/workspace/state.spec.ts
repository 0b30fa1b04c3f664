import { describe, expect, it } from 'vitest';
import { NO_LINES, type Lines } from './lines';
import * as s from './state';

const at = (day: number): number => Date.UTC(2026, 0, day);
const lines: Lines = {
  ...NO_LINES,
  total: 4, id: ['a', 'b', 'c', 'd'], kind: ['MESSAGE', 'MESSAGE', 'PLACE', 'FOLLOW'], at: Float64Array.from([at(1), at(5), at(5), NaN]),
  who: [[0, 1], [1, 2], [2], [0, 2]], place: new Map([[2, { at: [13.4, 52.5] as const, accuracy: 30, name: '', tower: null }]]),
};
const kept = (change: Partial<s.View>, chosen: number[] = []) => s.keptOf(lines, { ...s.START, ...change }, new Set(chosen));

describe('linked panels', () => {
  it('lists everything when nothing narrows, and fades nobody', () => {
    expect(kept({}).listed).toEqual([0, 1, 2, 3]);
    expect(kept({}).alive).toBeNull();
  });
  it('narrows every panel by a window but the timeline it is drawn on', () => {
    const by = kept({ from: at(4), to: at(6), undated: false });
    expect(by.listed).toEqual([1, 2]);
    expect(by.mapped).toEqual([2]);
    expect(by.timed).toEqual([0, 1, 2, 3]);
    expect(by.alive).toEqual(new Map([[1, 1], [2, 2]]));
  });
  it('keeps undated records in a bucket apart that can be left out', () => {
    expect(kept({ from: at(4), to: at(6) }).listed).toEqual([1, 2, 3]);
    expect(kept({ from: at(4), to: at(6), undated: false }).listed).toEqual([1, 2]);
    expect(kept({ undated: false }).listed).toEqual([0, 1, 2, 3]);
  });
  it('narrows by an area all but the map', () => {
    const area: s.Area = { kind: 'circle', centre: [13.4, 52.6], metres: 5_000 };
    expect(kept({ area }).listed).toEqual([]);
    expect(kept({ area }).mapped).toEqual([2]);
    expect(kept({ area: { ...area, metres: 12_000 } }).listed).toEqual([2]);
  });
  it('narrows by the chosen entities, which stay alive beside the others', () => {
    const by = kept({ kinds: ['MESSAGE'] }, [0]);
    expect(by.listed).toEqual([0]);
    expect(by.alive).toEqual(new Map([[0, 1], [1, 2], [2, 1]]));
  });
});

describe('steps', () => {
  const one = s.took(s.startOf(s.START), 'One', { words: 'one' });
  const two = s.took(one, 'Two', { words: 'two' });
  it('goes back and on again', () => {
    expect(s.viewOf(s.undone(two)).words).toBe('one');
    expect(s.viewOf(s.redone(s.undone(two))).words).toBe('two');
    expect(s.canUndo(s.undone(s.undone(two)))).toBe(false);
    expect(s.undone(s.startOf(s.START)).at).toBe(0);
  });
  it('keeps what was left as a branch', () => {
    const other = s.took(s.undone(two), 'Other', { words: 'other' });
    expect(other.steps).toHaveLength(4);
    expect(s.viewOf(s.goneTo(other, 2)).words).toBe('two');
    expect(s.viewOf(s.redone(s.undone(s.goneTo(other, 2)))).words).toBe('two');
    expect(s.branches(other).map((step) => [step.words, step.depth, step.on])).toEqual([['Opened', 0, true], ['One', 0, true], ['Other', 1, true], ['Two', 0, false]]);
  });
  it('takes no step that changes nothing, and goes to no step that is none', () => {
    expect(s.took(two, 'Again', { words: 'two' })).toBe(two);
    expect(s.goneTo(two, 17)).toBe(two);
    expect(s.goneTo(two, NaN)).toBe(two);
  });
  it('slides: of many states in a row only the last is kept', () => {
    const slid = [3, 4, 5].reduce((trail, to) => s.slid(trail, 'Window', { from: at(1), to: at(to) }), two);
    expect(slid.steps).toHaveLength(4);
    expect(s.viewOf(slid).to).toBe(at(5));
    expect(s.viewOf(s.undone(slid)).to).toBeNull();
  });
});

describe('choosing and asking', () => {
  it('chooses one, adds and takes back', () => {
    const view = { ...s.START, chosen: ['a'] };
    expect(s.chosenWith(view, 'b', false)).toEqual(['b']);
    expect(s.chosenWith(view, 'b', true)).toEqual(['a', 'b']);
    expect(s.chosenWith(view, 'a', true)).toEqual([]);
  });
  it('asks before many are drawn', () => {
    expect([0, 49, 50, 249, 250, 9_999].map(s.askOf)).toEqual(['none', 'none', 'prompt', 'prompt', 'search', 'search']);
  });
  it('moves the window by its own width', () => {
    expect(s.shifted({ ...s.START, from: at(1), to: at(3) }, 1)).toEqual({ from: at(3), to: at(5) });
    expect(s.shifted(s.START, 1)).toEqual({});
  });
});

describe('places on the earth', () => {
  it('knows published distances', () => {
    // Berlin to Paris, great circle, some 878 km.
    expect(s.metresBetween([13.405, 52.52], [2.3522, 48.8566])).toBeGreaterThan(876_000);
    expect(s.metresBetween([13.405, 52.52], [2.3522, 48.8566])).toBeLessThan(880_000);
    // Across the antimeridian it is near.
    expect(s.metresBetween([179.9, 0], [-179.9, 0])).toBeLessThan(23_000);
  });
  it('draws a circle whose corners are all as far as said', () => {
    for (const corner of s.ringOf([13.4, 52.5], 10_000, 8)) expect(s.metresBetween([13.4, 52.5], corner)).toBeCloseTo(10_000, 0);
  });
  it('tells inside from outside of a polygon', () => {
    const corners = [[0, 0], [4, 0], [4, 4], [2, 1], [0, 4]] as const;
    expect(s.inside(corners, 1, 1)).toBe(true);
    expect(s.inside(corners, 2, 3)).toBe(false);
    expect(s.within({ kind: 'polygon', corners }, [3.5, 2])).toBe(true);
  });
});

describe('kept views', () => {
  it('reads what it wrote, and nothing else', () => {
    const view: s.View = { ...s.START, words: 'crate', chosen: ['e'], area: { kind: 'circle', centre: [1, 2], metres: 3 } };
    expect(s.readView(s.writeView(view))).toEqual(view);
    for (const odd of ['', 'null', '[]', '{"chosen":7}', '{"chosen":[7]}', '{"placed":null}']) expect(s.readView(odd), odd).toBeNull();
    expect(s.readView('{"words":"x","stranger":1}')).toEqual({ ...s.START, words: 'x' });
  });
});

describe('deeds and other pages', () => {
  it('makes a step of each deed once, wherever one stands', () => {
    let trail = s.took(s.startOf(s.START), 'Searched', { words: 'van' });
    trail = s.withDeeds(trail, [{ nth: 0, words: 'Judged' }]);
    expect(s.withDeeds(trail, [{ nth: 0, words: 'Judged' }])).toBe(trail);
    expect(s.viewOf(trail).words).toBe('van');
    expect(s.branches(trail).map((one) => one.deed)).toEqual([null, null, 0]);
    trail = s.withDeeds(s.undone(trail), [{ nth: 0, words: 'Judged' }, { nth: 1, words: 'Published' }]);
    expect(trail.steps).toHaveLength(4);
    expect(trail.steps[3]).toMatchObject({ parent: 1, deed: 1 });
  });
  it('goes to the records page and comes back with the same search', () => {
    const view = { ...s.START, words: 'van', kinds: ['POST'], from: Date.parse('2026-03-01T10:00:30Z'), to: Date.parse('2026-03-02T10:00:00Z') };
    const going = s.goingWith(view);
    expect(going).toEqual({ q: 'van', kind: 'POST', from: '2026-03-01T10:00', to: '2026-03-02T10:00' });
    expect(s.cameWith({ ...going, from: '2026-03-01T10:00:00Z', to: 'nonsense' })).toEqual({ words: 'van', kinds: ['POST'], from: Date.parse('2026-03-01T10:00:00Z'), to: null });
    expect(s.cameWith({})).toEqual({ words: '', kinds: [], from: null, to: null });
  });
});
