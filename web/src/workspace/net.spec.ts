import { describe, expect, it } from 'vitest';
import type { ChartView } from '../api/contract';
import { BUDGET, budgetAfter, levelOf, type Scene } from './level';
import { compared } from './compare';
import { located, sheetOf } from './geo';
import { NO_LINES } from './lines';
import { around, leavesOf, netOf, tiePasses, wantedKinds, wayBetween, without } from './net';
import { boxOf, circle, concentric, grid, hierarchy, WHOLE } from './places';
import { binOf, floorOf, grainFor, histogram, inWindow, laneEntities, lanesOf } from './time';

/** A net of numbered entities; each tie with its ends, its kind of two and its days. */
function chart(count: number, ties: [number, number, number?, number?, number?][], parts = Array.from({ length: count }, () => 0)): ChartView {
  return {
    summary: { id: 's', kinds: ['MESSAGE', 'CALL'], from: null, to: null, minimumRecords: 1, directed: false, nodes: count, ties: ties.length, recordsUsed: 0, recordsNotUsed: 0, at: '', digest: '' },
    entities: Array.from({ length: count }, (_, v) => `e${v}`), labels: Array.from({ length: count }, (_, v) => `n${v}`), roles: Array.from({ length: count }, () => ''),
    accounts: Array.from({ length: count }, (_, v) => [`x/${v}`]), parts, partsMeasured: false,
    x: Array.from({ length: count }, (_, v) => v * 10), y: Array.from({ length: count }, () => 0),
    from: ties.map((tie) => tie[0]), to: ties.map((tie) => tie[1]), weight: ties.map((_, t) => t + 1), kinds: ['MESSAGE', 'CALL'],
    counts: ties.flatMap((tie) => (tie[2] === 1 ? [0, 2] : [2, 0])), first: ties.map((tie) => tie[3] ?? null), last: ties.map((tie) => tie[4] ?? tie[3] ?? null),
  };
}

const path = netOf(chart(5, [[0, 1], [1, 2, 1], [2, 3], [0, 4], [4, 3]]));
const all = () => true;

describe('net', () => {
  it('finds all shortest chains, over the kinds wanted, within the hops allowed', () => {
    const way = wayBetween(path, 0, 3, 6, all)!;
    expect(way.hops).toBe(2);
    expect([...way.entities].sort()).toEqual([0, 3, 4]);
    expect(wayBetween(path, 0, 3, 1, all)).toBeNull();
    expect(wayBetween(path, 0, 2, 6, (t) => tiePasses(path, t, wantedKinds(path, ['MESSAGE']), null, null))!.hops).toBe(3);
  });
  it('counts who is around before anything is drawn, by kind', () => {
    expect(around(path, [1], (v) => v === 0)).toEqual([{ kind: 'CALL', entities: [2] }]);
    expect(around(path, [0], () => false)).toEqual([{ kind: 'MESSAGE', entities: [1, 4] }]);
  });
  it('lets ties pass by the window they reach into; undated ones pass any', () => {
    const net = netOf(chart(3, [[0, 1, 0, 100, 200], [1, 2]]));
    expect([0, 1].map((t) => tiePasses(net, t, null, 150, 160))).toEqual([true, true]);
    expect([0, 1].map((t) => tiePasses(net, t, null, 200, 300))).toEqual([true, true]);
    expect([0, 1].map((t) => tiePasses(net, t, null, 201, 300))).toEqual([false, true]);
    expect([0, 1].map((t) => tiePasses(net, t, null, 0, 100))).toEqual([false, true]);
  });
  it('says how it hangs together without somebody', () => {
    const star = netOf(chart(5, [[0, 1], [0, 2], [0, 3], [3, 4]]));
    expect(without(star, new Set())).toEqual({ entities: 5, ties: 4, pieces: 1, largest: 5, joined: 10 });
    expect(without(star, new Set([0]))).toEqual({ entities: 4, ties: 1, pieces: 3, largest: 2, joined: 1 });
    expect(leavesOf(star, 0)).toEqual([1, 2]);
  });
  it('holds two networks against each other by entity', () => {
    const later = netOf({ ...chart(3, [[0, 1], [1, 2]]), entities: ['e0', 'e1', 'new'] });
    const held = compared(later, netOf(chart(3, [[0, 1], [0, 2]])));
    expect(held.net.entities).toEqual(['e0', 'e1', 'new', 'e2']);
    expect([...held.entities]).toEqual([0, 0, 1, 2]);
    expect(held.entityCounts).toEqual([2, 1, 1]);
    expect([...held.ties]).toEqual([0, 1, 2]);
    expect(held.tieCounts).toEqual([1, 1, 1]);
    expect([held.net.from[2], held.net.to[2]]).toEqual([0, 3]);
    // Who had a place keeps it; who is only in the other stands beside those he is tied to.
    expect([...held.net.x.slice(0, 3)]).toEqual([...later.x]);
    expect(Math.abs(held.net.x[3]! - later.x[0]!)).toBeGreaterThan(0);
    expect(Math.hypot(held.net.x[3]! - later.x[0]!, held.net.y[3]! - later.y[0]!)).toBeLessThan(100_000);
  });
  it('is the same whichever is held against which, but for the names', () => {
    const [a, b] = [netOf(chart(3, [[0, 1], [1, 2]])), netOf(chart(4, [[0, 1], [2, 3], [0, 3]]))];
    const [one, other] = [compared(a, b), compared(b, a)];
    expect(one.entityCounts).toEqual([other.entityCounts[0], other.entityCounts[2], other.entityCounts[1]]);
    expect(one.tieCounts).toEqual([other.tieCounts[0], other.tieCounts[2], other.tieCounts[1]]);
    expect(compared(a, a).tieCounts).toEqual([2, 0, 0]);
  });
  it('lays out by place: the most central of the located records, the others in a tray', () => {
    const place = (lon: number, lat: number, accuracy: number | null) => ({ at: [lon, lat] as const, accuracy, name: '', tower: null });
    const lines = { ...NO_LINES, who: [[0], [0], [0], [1], []], place: new Map([[0, place(10, 54, 5)], [1, place(10.001, 54, 20)], [2, place(30, 10, null)], [3, place(10, 54, null)]]) };
    const where = located(lines, [0, 1, 2], [0, 1, 2, 3]);
    expect(where.map((one) => [one.entity, one.at[0], one.accuracy, one.records])).toEqual([[0, 10.001, 20, 3], [1, 10, null, 1]]);
    const sheet = sheetOf([0, 1, 2], where);
    expect(sheet.without).toEqual([2]);
    expect(sheet.places.get(2)![0]).toBeGreaterThan(1_050_000);
    expect(sheet.places.get(0)![0]).toBeLessThan(950_000);
    expect(sheet.circles).toHaveLength(1);
    expect(sheetOf([0, 1], []).without).toEqual([0, 1]);
  });
});

describe('levels', () => {
  const sight = { left: -1e9, right: 1e9, bottom: -1, top: 1 };
  const scene = (view: ChartView): Scene => {
    const net = netOf(view);
    return { net, x: net.x, y: net.y, on: new Uint8Array(net.count).fill(1), rank: Float64Array.from({ length: net.count }, (_, v) => v), passes: all };
  };
  it('draws everything that the budget bears', () => {
    const level = levelOf(scene(chart(5, [[0, 1], [2, 2]])), sight, BUDGET);
    expect(level).toMatchObject({ kind: 'entities', leftNodes: 0, leftTies: 0 });
    expect(level.kind === 'entities' && [...level.ties]).toEqual([0]);
  });
  it('draws parts as discs beyond it, with the ties between them counted', () => {
    const parts = Array.from({ length: 80 }, (_, v) => Math.floor(v / 10));
    const level = levelOf(scene(chart(80, [[0, 10], [1, 11], [2, 3], [20, 31]], parts)), sight, { nodes: 50, ties: 100 });
    if (level.kind !== 'parts') throw new Error('entities were drawn');
    expect(level.discs).toHaveLength(8);
    expect(level.discs[0]).toMatchObject({ part: 0, members: 10, x: 45, first: 9 });
    expect(level.bands).toEqual([{ a: 0, b: 1, ties: 2 }, { a: 2, b: 3, ties: 1 }]);
  });
  it('draws the largest entities of one big part, and counts the others', () => {
    const level = levelOf(scene(chart(80, [])), sight, { nodes: 50, ties: 100 });
    expect(level).toMatchObject({ kind: 'entities', leftNodes: 30 });
    expect(level.kind === 'entities' && Math.min(...level.nodes)).toBe(30);
  });
  it('draws what is in sight only', () => {
    const level = levelOf(scene(chart(80, [])), { ...sight, left: 95, right: 121 }, { nodes: 50, ties: 100 });
    expect(level.kind === 'entities' && [...level.nodes]).toEqual([10, 11, 12]);
  });
  it('bears more on quick machines and less on slow ones, within bounds', () => {
    expect(budgetAfter(BUDGET, 5).nodes).toBe(3_000);
    expect(budgetAfter(BUDGET, 400).nodes).toBe(750);
    expect(budgetAfter(BUDGET, 60)).toBe(BUDGET);
    expect(budgetAfter({ nodes: 500, ties: 1_500 }, 9_000).nodes).toBe(500);
  });
});

describe('layouts', () => {
  const of = [0, 1, 2, 3, 4];
  it('give a place to each, inside the box', () => {
    for (const places of [circle(of, (v) => v, WHOLE), concentric(of, (v) => v % 2, WHOLE), grid(of, (v) => v, WHOLE), hierarchy(path, of, (v) => -v, WHOLE)]) {
      expect([...places.keys()].sort()).toEqual(of);
      for (const [x, y] of places.values()) expect(Math.max(Math.abs(x) / WHOLE.wide, Math.abs(y))).toBeLessThanOrEqual(WHOLE.half + 1e-6);
    }
  });
  it('put the largest in the middle, and rows by hops', () => {
    expect(concentric(of, (v) => v, WHOLE).get(4)).toEqual([0, 0]);
    const rows = hierarchy(path, of, (v) => -v, WHOLE);
    expect(rows.get(1)![1]).toBe(rows.get(4)![1]);
    expect(rows.get(0)![1]).toBeGreaterThan(rows.get(2)![1]);
  });
  it('keep a selection where it is', () => {
    expect(boxOf(path, path.x, path.y, of)).toBe(WHOLE);
    expect(boxOf(path, path.x, path.y, [1, 2])).toMatchObject({ x: 15, y: 0 });
  });
});

describe('time', () => {
  const moments = Float64Array.from([Date.UTC(2026, 0, 31, 23), Date.UTC(2026, 1, 1), NaN, Date.UTC(2026, 2, 5)]);
  it('counts by month in UTC, the undated apart', () => {
    const found = histogram(moments, [0, 1, 2, 3], 'month');
    expect(found.bins.map((bin) => bin.count)).toEqual([1, 1, 1]);
    expect(found.undated).toBe(1);
    expect(histogram(moments, [2], 'auto')).toEqual({ grain: 'day', bins: [], undated: 1 });
  });
  it('begins weeks on Monday and years in January', () => {
    expect(floorOf(Date.UTC(2026, 10, 22), 'week')).toBe(Date.UTC(2026, 10, 16));
    expect(floorOf(Date.UTC(2026, 10, 22), 'year')).toBe(Date.UTC(2026, 0, 1));
    expect(floorOf(Date.UTC(1969, 11, 31, 23, 59), 'day')).toBe(Date.UTC(1969, 11, 31));
  });
  it('takes a coarser grain where a finer one cannot be drawn', () => {
    expect(grainFor(0, 50 * 86_400_000, 'auto')).toBe('day');
    expect(grainFor(0, 3_650 * 86_400_000, 'hour')).toBe('week');
  });
  it('finds the bin of a moment, and lanes over the same bins', () => {
    const { bins } = histogram(moments, [0, 1, 2, 3], 'month');
    expect(binOf(bins, moments[1]!)).toBe(1);
    const [lane] = lanesOf(moments, [0, 1, 2, 3], [[7], [], [7], [7, 8]], bins, [7]);
    expect([...lane!.counts, lane!.undated, lane!.total]).toEqual([1, 0, 1, 1, 3]);
  });
  it('draws the lanes of those chosen first, then of the most active, each once', () => {
    expect(laneEntities(new Set([9, 2]), [1, 2, 3, 4], 4)).toEqual([9, 2, 1, 3]);
    expect(laneEntities([], [1, 2], 8)).toEqual([1, 2]);
  });
  it('counts a bar to the window that it lies in partly; a side that is not set is open', () => {
    const bin = { from: 10, to: 20, count: 1 };
    expect([[null, null], [15, 30], [20, 30], [0, 10], [null, 11], [19, null]].map(([from, to]) => inWindow(bin, { from: from!, to: to! }))).toEqual([true, true, false, false, true, true]);
  });
});
