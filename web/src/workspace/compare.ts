/* Two frozen windows in one picture: what is in both, only in the one on the chart, only in the other. Pure. */
import { netFrom, type Net } from './net';
import type { Shape, Stroke } from './marks';

/** 0 in both, 1 only on the chart's own snapshot (A), 2 only on the other (B). */
export type Standing = 0 | 1 | 2;

export interface Compared {
  /** Both networks as one; entities and ties of the chart's own come first, in their order. */
  net: Net;
  /** By entity of the joined network. */
  entities: Uint8Array;
  /** By tie of the joined network. */
  ties: Uint8Array;
  /** How many entities are in both, only in A, only in B. */
  entityCounts: readonly [number, number, number];
  tieCounts: readonly [number, number, number];
  /** Records of the ties, in A and in B, by tie of the joined network. */
  recordsA: Int32Array;
  recordsB: Int32Array;
}

const keyOf = (net: Net, t: number): string => {
  const [a, b] = [net.entities[net.from[t]!]!, net.entities[net.to[t]!]!];
  return net.directed || a < b ? `${a} ${b}` : `${b} ${a}`;
};

const recordsOf = (net: Net, t: number): number => {
  let sum = 0;
  for (let k = 0; k < net.kinds.length; k++) sum += net.counts[t * net.kinds.length + k]!;
  return sum;
};

/** Joins two networks by entity key. Whoever is new stands in the middle of those whom his ties lead to. O(entities + ties). */
export function compared(a: Net, b: Net): Compared {
  const entities = [...a.entities, ...b.entities.filter((one) => !a.place.has(one))];
  const place = new Map(entities.map((one, v) => [one, v]));
  const kinds = [...a.kinds, ...b.kinds.filter((kind) => !a.kinds.includes(kind))];
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  const first: number[] = [];
  const last: number[] = [];
  const counts: number[] = [];
  const recordsA: number[] = [];
  const recordsB: number[] = [];
  const ties: Standing[] = [];
  const held = new Map<string, number>();
  const countsOf = (net: Net, t: number): number[] => kinds.map((kind) => { const k = net.kinds.indexOf(kind); return k < 0 ? 0 : net.counts[t * net.kinds.length + k]!; });
  for (let t = 0; t < a.from.length; t++) {
    held.set(keyOf(a, t), t);
    from.push(a.from[t]!);
    to.push(a.to[t]!);
    weight.push(a.weight[t]!);
    first.push(a.first[t]!);
    last.push(a.last[t]!);
    counts.push(...countsOf(a, t));
    recordsA.push(recordsOf(a, t));
    recordsB.push(0);
    ties.push(1);
  }
  for (let t = 0; t < b.from.length; t++) {
    const mine = held.get(keyOf(b, t));
    if (mine !== undefined) {
      ties[mine] = 0;
      recordsB[mine] = recordsOf(b, t);
      first[mine] = earlier(first[mine]!, b.first[t]!);
      last[mine] = -earlier(-last[mine]!, -b.last[t]!);
      continue;
    }
    from.push(place.get(b.entities[b.from[t]!]!)!);
    to.push(place.get(b.entities[b.to[t]!]!)!);
    weight.push(b.weight[t]!);
    first.push(b.first[t]!);
    last.push(b.last[t]!);
    counts.push(...countsOf(b, t));
    recordsA.push(0);
    recordsB.push(recordsOf(b, t));
    ties.push(2);
  }
  const inB = (one: string): number | undefined => b.place.get(one);
  const standing = Uint8Array.from(entities, (one, v) => (v >= a.count ? 2 : b.place.has(one) ? 0 : 1));
  const other = <T>(v: number, mine: readonly T[], theirs: readonly T[]): T => (v < a.count ? mine[v]! : theirs[inB(entities[v]!)!]!);
  const all = (pick: (net: Net) => readonly string[]): string[] => entities.map((_, v) => other(v, pick(a), pick(b)));
  // Parts of the other network are numbered after those of this one, so that their discs stay apart.
  const parts = a.parts.length > 0 ? a.parts.reduce((most, part) => Math.max(most, part), 0) + 1 : 0;
  const net = netFrom({
    id: a.id, entities, labels: all((n) => n.labels), roles: all((n) => n.roles), accounts: entities.map((_, v) => other(v, a.accounts, b.accounts)),
    parts: Int32Array.from(entities, (one, v) => (v < a.count ? a.parts[v]! : parts + b.parts[inB(one)!]!)), partsMeasured: a.partsMeasured,
    x: Float64Array.from(entities, (one, v) => (v < a.count ? a.x[v]! : b.x[inB(one)!]!)), y: Float64Array.from(entities, (one, v) => (v < a.count ? a.y[v]! : b.y[inB(one)!]!)),
    directed: a.directed, from: Int32Array.from(from), to: Int32Array.from(to), weight: Float64Array.from(weight), kinds, counts: Int32Array.from(counts),
    first: Float64Array.from(first), last: Float64Array.from(last),
  });
  settle(net, a.count);
  const tally = (of: ArrayLike<number>): [number, number, number] => {
    const out: [number, number, number] = [0, 0, 0];
    for (let at = 0; at < of.length; at++) out[of[at] as Standing]++;
    return out;
  };
  return { net, entities: standing, ties: Uint8Array.from(ties), entityCounts: tally(standing), tieCounts: tally(ties), recordsA: Int32Array.from(recordsA), recordsB: Int32Array.from(recordsB) };
}

const earlier = (a: number, b: number): number => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.min(a, b));

/* Whoever comes from the other snapshot stands beside those he is tied to; nobody who had a place is moved. */
function settle(net: Net, placed: number): void {
  beside(net, Array.from({ length: net.count - placed }, (_, at) => placed + at), net.x, net.y, (v) => v < placed);
}

/** Gives places to newcomers: the middle of those they are tied to, a little apart from it; others stay. Changes x and y. */
export function beside(net: Net, fresh: readonly number[], x: Float64Array, y: Float64Array, stands: (v: number) => boolean): void {
  const done = new Set<number>();
  let span = 0;
  for (let v = 0; v < net.count; v++) if (stands(v)) span = Math.max(span, Math.abs(x[v]!), Math.abs(y[v]!));
  const apart = Math.max(20_000, span * 0.045);
  let left = [...fresh];
  // Those with a tie to somebody who stands first, then those tied to them, and so on; the rest keep what they had.
  while (left.length > 0) {
    const next: number[] = [];
    const now: number[] = [];
    for (const v of left) {
      let [sx, sy, n] = [0, 0, 0];
      for (let i = net.starts[v]!; i < net.starts[v + 1]!; i++) {
        const t = net.ties[i]!;
        const w = net.from[t] === v ? net.to[t]! : net.from[t]!;
        if (w !== v && (stands(w) || done.has(w))) {
          sx += x[w]!;
          sy += y[w]!;
          n++;
        }
      }
      if (n === 0) next.push(v);
      else {
        // The golden angle keeps newcomers round one place from covering each other.
        const turn = now.length * 2.399963;
        const far = apart * (1 + 0.35 * Math.sqrt(now.length));
        x[v] = sx / n + far * Math.cos(turn);
        y[v] = sy / n + far * Math.sin(turn);
        now.push(v);
      }
    }
    if (now.length === 0) break;
    for (const v of now) done.add(v);
    left = next;
  }
}

export const SHAPE_OF: Record<Standing, Shape> = { 0: 'circle', 1: 'square', 2: 'diamond' };
export const STROKE_OF: Record<Standing, Stroke> = { 0: 'whole', 1: 'dashed', 2: 'dotted' };
