/* A snapshot in typed arrays: who is tied to whom, asked thousands of times while somebody looks. Pure. */
import type { ChartView } from '../api/contract';

export interface Net {
  id: string;
  count: number;
  entities: readonly string[];
  labels: readonly string[];
  roles: readonly string[];
  accounts: readonly (readonly string[])[];
  place: ReadonlyMap<string, number>;
  byAccount: ReadonlyMap<string, number>;
  parts: Int32Array;
  partsMeasured: boolean;
  /** Places given by the server, within a million of 0. */
  x: Float64Array;
  y: Float64Array;
  directed: boolean;
  from: Int32Array;
  to: Int32Array;
  weight: Float64Array;
  kinds: readonly string[];
  /** For tie t and kind k at t * kinds + k. */
  counts: Int32Array;
  /** Milliseconds; NaN where no record has a time. */
  first: Float64Array;
  last: Float64Array;
  /** The ties of node v are ties[starts[v]] to ties[starts[v + 1] - 1]. */
  starts: Int32Array;
  ties: Int32Array;
}

export type NetParts = Omit<Net, 'count' | 'place' | 'byAccount' | 'starts' | 'ties'>;

/** A network with what is looked up in it. */
export function netFrom(of: NetParts): Net {
  const count = of.entities.length;
  const { from, to } = of;
  const starts = new Int32Array(count + 1);
  for (let t = 0; t < from.length; t++) {
    starts[from[t]! + 1]!++;
    if (to[t] !== from[t]) starts[to[t]! + 1]!++;
  }
  for (let v = 0; v < count; v++) starts[v + 1]! += starts[v]!;
  const next = starts.slice();
  const ties = new Int32Array(starts[count]!);
  for (let t = 0; t < from.length; t++) {
    ties[next[from[t]!]!++] = t;
    if (to[t] !== from[t]) ties[next[to[t]!]!++] = t;
  }
  const byAccount = new Map<string, number>();
  of.accounts.forEach((keys, v) => keys.forEach((key) => byAccount.set(key, v)));
  return { ...of, count, place: new Map(of.entities.map((one, v) => [one, v])), byAccount, starts, ties };
}

export const netOf = (view: ChartView): Net => netFrom({
  id: view.summary.id, entities: view.entities, labels: view.labels, roles: view.roles, accounts: view.accounts,
  parts: Int32Array.from(view.parts), partsMeasured: view.partsMeasured,
  x: Float64Array.from(view.x), y: Float64Array.from(view.y), directed: view.summary.directed, from: Int32Array.from(view.from), to: Int32Array.from(view.to),
  weight: Float64Array.from(view.weight), kinds: view.kinds, counts: Int32Array.from(view.counts), first: Float64Array.from(view.first, (one) => one ?? NaN),
  last: Float64Array.from(view.last, (one) => one ?? NaN),
});

/** A tie passes if one of its kinds is wanted and its records reach into the window; one without time passes any window. */
export function tiePasses(net: Net, t: number, kinds: ReadonlySet<number> | null, from: number | null, to: number | null): boolean {
  if (kinds) {
    let held = false;
    for (const k of kinds) if (net.counts[t * net.kinds.length + k]! > 0) held = true;
    if (!held) return false;
  }
  if (from !== null && net.last[t]! < from) return false;
  return !(to !== null && net.first[t]! >= to);
}

export function wantedKinds(net: Net, names: readonly string[]): Set<number> | null {
  return names.length === 0 ? null : new Set(net.kinds.map((_, k) => k).filter((k) => names.includes(net.kinds[k]!)));
}

export const otherEnd = (net: Net, t: number, v: number): number => (net.from[t] === v ? net.to[t]! : net.from[t]!);

/** Who is one tie away from these, by kind of tie, without those that are there already. Nothing is drawn yet. */
export function around(net: Net, of: Iterable<number>, held: (v: number) => boolean): { kind: string; entities: number[] }[] {
  const found = net.kinds.map(() => new Set<number>());
  for (const v of of) {
    for (let i = net.starts[v]!; i < net.starts[v + 1]!; i++) {
      const t = net.ties[i]!;
      const other = otherEnd(net, t, v);
      if (other === v || held(other)) continue;
      net.kinds.forEach((_, k) => { if (net.counts[t * net.kinds.length + k]! > 0) found[k]!.add(other); });
    }
  }
  return net.kinds.map((kind, k) => ({ kind, entities: [...found[k]!] })).filter((one) => one.entities.length > 0);
}

export interface Way {
  hops: number;
  /** Entities on any shortest chain. */
  entities: Set<number>;
  ties: Set<number>;
}

/**
 * All shortest chains of ties between two entities, over ties that pass, at most so many hops; null if there is none.
 * Two breadth-first searches, O(entities + ties). Direction is left out of account.
 */
export function wayBetween(net: Net, a: number, b: number, most: number, passes: (t: number) => boolean): Way | null {
  const fromA = hopsFrom(net, a, most, passes);
  const hops = fromA[b]!;
  if (hops < 0 || hops > most) return null;
  const fromB = hopsFrom(net, b, hops, passes);
  const way: Way = { hops, entities: new Set([a, b]), ties: new Set() };
  for (let t = 0; t < net.from.length; t++) {
    const [u, v] = [net.from[t]!, net.to[t]!];
    if (u === v || !passes(t)) continue;
    for (const [p, q] of [[u, v], [v, u]] as const) {
      if (fromA[p]! >= 0 && fromB[q]! >= 0 && fromA[p]! + 1 + fromB[q]! === hops) {
        way.ties.add(t);
        way.entities.add(p).add(q);
      }
    }
  }
  return way;
}

/** Hops from one entity, -1 where it cannot be reached so. */
export function hopsFrom(net: Net, from: number, most: number, passes: (t: number) => boolean): Int32Array {
  const hops = new Int32Array(net.count).fill(-1);
  const queue = new Int32Array(net.count);
  let [head, tail] = [0, 1];
  queue[0] = from;
  hops[from] = 0;
  while (head < tail) {
    const v = queue[head++]!;
    if (hops[v]! >= most) continue;
    for (let i = net.starts[v]!; i < net.starts[v + 1]!; i++) {
      const t = net.ties[i]!;
      const w = otherEnd(net, t, v);
      if (hops[w]! >= 0 || !passes(t)) continue;
      hops[w] = hops[v]! + 1;
      queue[tail++] = w;
    }
  }
  return hops;
}

export interface Held {
  entities: number;
  ties: number;
  pieces: number;
  largest: number;
  /** Pairs that some chain of ties joins. */
  joined: number;
}

/** How a network hangs together without some of its entities. O(entities + ties). */
export function without(net: Net, gone: ReadonlySet<number>): Held {
  const root = new Int32Array(net.count).map((_, v) => v);
  const find = (v: number): number => {
    while (root[v] !== v) {
      root[v] = root[root[v]!]!;
      v = root[v]!;
    }
    return v;
  };
  let ties = 0;
  for (let t = 0; t < net.from.length; t++) {
    if (gone.has(net.from[t]!) || gone.has(net.to[t]!)) continue;
    ties++;
    root[find(net.from[t]!)] = find(net.to[t]!);
  }
  const sizes = new Map<number, number>();
  for (let v = 0; v < net.count; v++) if (!gone.has(v)) sizes.set(find(v), (sizes.get(find(v)) ?? 0) + 1);
  let [largest, joined] = [0, 0];
  for (const size of sizes.values()) {
    largest = Math.max(largest, size);
    joined += (size * (size - 1)) / 2;
  }
  return { entities: net.count - gone.size, ties, pieces: sizes.size, largest, joined };
}

/** Entities with a single neighbour, that one being v: what folds into it. */
export function leavesOf(net: Net, v: number): number[] {
  const leaves: number[] = [];
  for (let i = net.starts[v]!; i < net.starts[v + 1]!; i++) {
    const other = otherEnd(net, net.ties[i]!, v);
    if (other === v) continue;
    let only = true;
    for (let j = net.starts[other]!; j < net.starts[other + 1]!; j++) if (otherEnd(net, net.ties[j]!, other) !== v) only = false;
    if (only && !leaves.includes(other)) leaves.push(other);
  }
  return leaves;
}
