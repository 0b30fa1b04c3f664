/*
 * What a chart draws of a network at one moment: all that is in sight if the screen can bear it, else the parts as one
 * disc each, else the largest entities; and it says what it leaves out. Pure.
 */
import type { Net } from './net';

export interface Sight {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

export interface Budget {
  nodes: number;
  ties: number;
}

export interface Disc {
  part: number;
  x: number;
  y: number;
  members: number;
  /** The member with the largest weight; it names the disc. */
  first: number;
}

export interface Band {
  a: number;
  b: number;
  ties: number;
}

export type Level =
  | { kind: 'entities'; nodes: Int32Array; ties: Int32Array; leftNodes: number; leftTies: number }
  | { kind: 'parts'; discs: Disc[]; bands: Band[]; leftNodes: number; leftTies: number };

export interface Scene {
  net: Net;
  x: Float64Array;
  y: Float64Array;
  /** 1 where an entity is on the chart. */
  on: Uint8Array;
  /** Which entity comes first when not all can: larger first. */
  rank: ArrayLike<number>;
  passes: (t: number) => boolean;
}

const FEW_PARTS = 6; // With fewer discs in sight a picture of discs says nothing.
const MOST_DISCS = 400;

export function levelOf(scene: Scene, sight: Sight, budget: Budget): Level {
  const { net, x, y, on } = scene;
  const seen: number[] = [];
  for (let v = 0; v < net.count; v++) {
    if (on[v] && x[v]! >= sight.left && x[v]! <= sight.right && y[v]! >= sight.bottom && y[v]! <= sight.top) seen.push(v);
  }
  if (seen.length <= budget.nodes) return entities(scene, seen, 0, budget);
  const parts = new Set<number>();
  for (const v of seen) parts.add(net.parts[v]!);
  if (parts.size >= FEW_PARTS) return discs(scene, seen.length, parts, budget);
  seen.sort((a, b) => scene.rank[b]! - scene.rank[a]! || a - b);
  return entities(scene, seen.slice(0, budget.nodes), seen.length - budget.nodes, budget);
}

function entities(scene: Scene, nodes: number[], leftNodes: number, budget: Budget): Level {
  const { net } = scene;
  const held = new Uint8Array(net.count);
  for (const v of nodes) held[v] = 1;
  const ties: number[] = [];
  for (const v of nodes) {
    for (let i = net.starts[v]!; i < net.starts[v + 1]!; i++) {
      const t = net.ties[i]!;
      // A tie is met at both ends; it counts at its first.
      if (net.from[t] === v && held[net.to[t]!] && net.to[t] !== v && scene.passes(t)) ties.push(t);
    }
  }
  const leftTies = Math.max(0, ties.length - budget.ties);
  if (leftTies > 0) ties.sort((a, b) => net.weight[b]! - net.weight[a]! || a - b).length = budget.ties;
  return { kind: 'entities', nodes: Int32Array.from(nodes), ties: Int32Array.from(ties), leftNodes, leftTies };
}

function discs(scene: Scene, inSight: number, parts: Set<number>, budget: Budget): Level {
  const { net, x, y, on } = scene;
  const all = new Map<number, Disc>();
  for (let v = 0; v < net.count; v++) {
    const part = net.parts[v]!;
    if (!on[v] || !parts.has(part)) continue;
    const disc = all.get(part);
    if (!disc) all.set(part, { part, x: x[v]!, y: y[v]!, members: 1, first: v });
    else {
      disc.x += x[v]!;
      disc.y += y[v]!;
      disc.members++;
      if (scene.rank[v]! > scene.rank[disc.first]!) disc.first = v;
    }
  }
  const ordered = [...all.values()].sort((a, b) => b.members - a.members || a.part - b.part);
  const shown = ordered.slice(0, Math.min(MOST_DISCS, budget.nodes));
  for (const disc of shown) {
    disc.x /= disc.members;
    disc.y /= disc.members;
  }
  const held = new Set(shown.map((disc) => disc.part));
  const width = ordered.reduce((most, disc) => Math.max(most, disc.part + 1), 1);
  const between = new Map<number, number>();
  for (let t = 0; t < net.from.length; t++) {
    const [a, b] = [net.parts[net.from[t]!]!, net.parts[net.to[t]!]!];
    if (a === b || !held.has(a) || !held.has(b) || !on[net.from[t]!] || !on[net.to[t]!] || !scene.passes(t)) continue;
    const key = Math.min(a, b) * width + Math.max(a, b);
    between.set(key, (between.get(key) ?? 0) + 1);
  }
  const bands = [...between].map(([key, ties]) => ({ a: Math.floor(key / width), b: key % width, ties })).sort((p, q) => q.ties - p.ties || p.a - q.a || p.b - q.b);
  // Bands all over each other hide the discs: the strongest three a disc are enough to see what hangs together.
  const most = Math.min(budget.ties, 3 * shown.length);
  return { kind: 'parts', discs: shown, bands: bands.slice(0, most), leftNodes: Math.max(0, inSight - shown.reduce((sum, disc) => sum + disc.members, 0)), leftTies: Math.max(0, bands.length - most) };
}

/** The next budget after a frame took so long: machines with a graphics card get more, others less. */
export function budgetAfter(budget: Budget, milliseconds: number): Budget {
  const by = milliseconds < 20 ? 2 : milliseconds > 150 ? 0.5 : 1;
  const nodes = Math.min(20_000, Math.max(500, Math.round(budget.nodes * by)));
  return by === 1 ? budget : { nodes, ties: nodes * 3 };
}

export const BUDGET: Budget = { nodes: 1_500, ties: 4_500 };
