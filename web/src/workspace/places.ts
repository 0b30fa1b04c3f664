/* Layouts that need no forces: each gives a place to every entity named, within a box. Pure. */
import type { Net } from './net';
import { hopsFrom } from './net';

export interface Box {
  x: number;
  y: number;
  /** Half of its height, and of its width where the layout has no other shape. */
  half: number;
  /** How much wider than high rows may be. */
  wide: number;
}

export type Places = Map<number, readonly [number, number]>;

export const WHOLE: Box = { x: 0, y: 0, half: 950_000, wide: 1.7 };

/** The box round some places, never smaller than a twentieth of the whole. */
export function boxOf(net: Net, x: Float64Array, y: Float64Array, of: readonly number[]): Box {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const v of of) {
    left = Math.min(left, x[v]!);
    right = Math.max(right, x[v]!);
    bottom = Math.min(bottom, y[v]!);
    top = Math.max(top, y[v]!);
  }
  if (of.length === 0 || of.length === net.count) return WHOLE;
  return { x: (left + right) / 2, y: (bottom + top) / 2, half: Math.max((right - left) / 2, (top - bottom) / 2, WHOLE.half / 20), wide: 1 };
}

/** On a circle, largest value first from the top, clockwise. */
export function circle(of: readonly number[], value: (v: number) => number, box: Box): Places {
  const order = [...of].sort((a, b) => value(b) - value(a) || a - b);
  return new Map(order.map((v, at) => {
    const turn = Math.PI / 2 - (2 * Math.PI * at) / Math.max(1, order.length);
    return [v, [box.x + box.half * Math.cos(turn), box.y + box.half * Math.sin(turn)]];
  }));
}

/** Rings by value: the largest in the middle; equal values lie on one ring. */
export function concentric(of: readonly number[], value: (v: number) => number, box: Box): Places {
  const levels = [...new Set(of.map(value))].sort((a, b) => b - a);
  const rings = Math.min(levels.length, 8);
  const ringOf = new Map(levels.map((level, at) => [level, Math.floor((at * rings) / levels.length)]));
  const places: Places = new Map();
  for (let ring = 0; ring < rings; ring++) {
    const members = of.filter((v) => ringOf.get(value(v)) === ring).sort((a, b) => value(b) - value(a) || a - b);
    const alone = ring === 0 && members.length === 1;
    const radius = alone ? 0 : (box.half * (ring + 1)) / rings;
    members.forEach((v, at) => {
      const turn = Math.PI / 2 - (2 * Math.PI * (at + ring / 2)) / members.length;
      places.set(v, [box.x + radius * Math.cos(turn), box.y + radius * Math.sin(turn)]);
    });
  }
  return places;
}

/** In rows, largest value first. */
export function grid(of: readonly number[], value: (v: number) => number, box: Box): Places {
  const order = [...of].sort((a, b) => value(b) - value(a) || a - b);
  const across = Math.max(1, Math.ceil(Math.sqrt(order.length * box.wide)));
  const step = across === 1 ? 0 : (2 * box.half * box.wide) / (across - 1);
  const rows = Math.ceil(order.length / across);
  return new Map(order.map((v, at) => [v, [box.x + ((at % across) - (across - 1) / 2) * step, box.y + ((rows - 1) / 2 - Math.floor(at / across)) * step]]));
}

/**
 * In rows by hops from the entities with the largest values, one in each piece of the network; within a row each stands
 * near the middle of its neighbours in the row above (the barycentre of K. Sugiyama and others 1981,
 * doi:10.1109/TSMC.1981.4308636). A row says how many hops, never who commands whom.
 */
export function hierarchy(net: Net, of: readonly number[], value: (v: number) => number, box: Box): Places {
  const within = new Set(of);
  const passes = (t: number): boolean => within.has(net.from[t]!) && within.has(net.to[t]!);
  const row = new Map<number, number>();
  for (const top of [...of].sort((a, b) => value(b) - value(a) || a - b)) {
    if (row.has(top)) continue;
    const hops = hopsFrom(net, top, net.count, passes);
    for (const v of of) if (hops[v]! >= 0 && !row.has(v)) row.set(v, hops[v]!);
  }
  const rows: number[][] = [];
  for (const v of of) (rows[row.get(v)!] ??= []).push(v);
  const across = new Map<number, number>();
  rows.forEach((members, depth) => {
    const mean = (v: number): number => {
      let [sum, count] = [0, 0];
      for (let i = net.starts[v]!; i < net.starts[v + 1]!; i++) {
        const t = net.ties[i]!;
        const other = net.from[t] === v ? net.to[t]! : net.from[t]!;
        if (row.get(other) === depth - 1 && across.has(other)) {
          sum += across.get(other)!;
          count++;
        }
      }
      return count === 0 ? 0.5 : sum / count;
    };
    const means = new Map(members.map((v) => [v, depth === 0 ? -value(v) : mean(v)]));
    members.sort((a, b) => means.get(a)! - means.get(b)! || a - b);
    members.forEach((v, at) => across.set(v, (at + 0.5) / members.length));
  });
  const deep = Math.max(1, rows.length - 1);
  return new Map(of.map((v) => [v, [box.x + box.half * box.wide * (2 * across.get(v)! - 1), box.y + box.half - (2 * box.half * row.get(v)!) / deep]]));
}

/**
 * In rows by a measured height, the highest above: levels that are whole numbers are rows, other heights are kept as they are.
 * Within a row each stands near the middle of its neighbours (the barycentre, as in hierarchy). Height says who turns to whom
 * among recorded ties, never who commands whom.
 */
export function heights(net: Net, of: readonly number[], height: (v: number) => number, box: Box): Places {
  const known = of.map(height).filter(Number.isFinite);
  const [low, high] = [Math.min(...known, Infinity), Math.max(...known, -Infinity)];
  const up = (v: number): number => (Number.isFinite(height(v)) && high > low ? (height(v) - low) / (high - low) : 0.5);
  const BANDS = 12; // Rows that continuous heights are ordered within; their own heights stay.
  const whole = known.every(Number.isInteger);
  const rowOf = (v: number): number => (whole ? Math.round(up(v) * Math.max(1, high - low)) : Math.floor(up(v) * (BANDS - 0.001)));
  const rows = new Map<number, number[]>();
  for (const v of of) rows.set(rowOf(v), [...(rows.get(rowOf(v)) ?? []), v]);
  const within = new Set(of);
  const across = new Map<number, number>();
  for (const row of [...rows.keys()].sort((a, b) => b - a)) {
    const members = rows.get(row)!;
    const mean = (v: number): number => {
      let [sum, count] = [0, 0];
      for (let i = net.starts[v]!; i < net.starts[v + 1]!; i++) {
        const t = net.ties[i]!;
        const other = net.from[t] === v ? net.to[t]! : net.from[t]!;
        if (within.has(other) && across.has(other)) {
          sum += across.get(other)!;
          count++;
        }
      }
      return count === 0 ? 0.5 : sum / count;
    };
    const means = new Map(members.map((v) => [v, mean(v)]));
    members.sort((a, b) => means.get(a)! - means.get(b)! || a - b);
    members.forEach((v, at) => across.set(v, (at + 0.5) / members.length));
  }
  return new Map(of.map((v) => [v, [box.x + box.half * box.wide * (2 * across.get(v)! - 1), box.y + box.half * (2 * up(v) - 1)]]));
}
