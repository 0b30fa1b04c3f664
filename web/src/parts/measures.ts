/* Snapshots and measures in numbers and words: methods, ranks, sizes, groups. Pure. */
import type { MeasureView, SnapshotSummary } from '../api/contract';
import { countOf, plain, spanWords } from './words';

/** The methods on offer; a group method numbers groups and has no rank. */
export const METHODS = [
  { value: 'DEGREE', label: 'Degree', says: 'how many entities one is tied to', group: false },
  { value: 'BETWEENNESS', label: 'Betweenness', says: 'how often one lies on shortest ways between others', group: false },
  { value: 'PAGERANK', label: 'PageRank', says: 'how much of a random walk passes', group: false },
  { value: 'KCORE', label: 'k-core', says: 'how deep in the dense part', group: false },
  { value: 'COMMUNITY', label: 'Communities', says: 'groups denser inside than outside (Leiden)', group: true },
  { value: 'COMPONENTS', label: 'Components', says: 'parts with no tie between them', group: true },
];

export function methodOf(name: string): { value: string; label: string; says: string; group: boolean } {
  const bare = name.toUpperCase().replace(/[^A-Z]/g, '');
  return METHODS.find((one) => bare.startsWith(one.value)) ?? { value: name, label: plain(name), says: '', group: false };
}

/** The latest measure of each method, in the methods' order. */
export function latest(measures: MeasureView[]): MeasureView[] {
  const newest = new Map<string, MeasureView>();
  for (const one of measures) {
    const key = methodOf(one.method).value;
    const held = newest.get(key);
    if (!held || held.at <= one.at) newest.set(key, one);
  }
  const order = METHODS.map((one) => one.value);
  return [...newest.values()].sort((a, b) => order.indexOf(methodOf(a.method).value) - order.indexOf(methodOf(b.method).value));
}

export function ruleWords(snapshot: SnapshotSummary): string {
  return [
    snapshot.kinds.map((kind) => plain(kind).toLowerCase()).join(', '),
    spanWords(snapshot.from, snapshot.to),
    `at least ${countOf(snapshot.minimumRecords, 'record')}`,
    snapshot.directed ? 'with direction' : 'without direction',
  ].join(' · ');
}

/* A small seeded generator (mulberry32), so that the same snapshot is always drawn the same way. */
export function seeded(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A seed from a digest: its first eight hex figures. */
export function seedOf(digest: string): number {
  const figures = /[0-9a-f]{8}/i.exec(digest.replace(/^sha256:/, ''))?.[0];
  return figures ? parseInt(figures, 16) : 1;
}

/** Starting places in the unit square, the same for the same digest. */
export function startingPlaces(count: number, digest: string): { x: number; y: number }[] {
  const next = seeded(seedOf(digest));
  return Array.from({ length: count }, () => ({ x: next() - 0.5, y: next() - 0.5 }));
}

/** Radii from values: area grows with the value, from the smallest that can be clicked to the largest that hides no neighbour. */
export function sizes(values: readonly number[], smallest: number, largest: number): number[] {
  const finite = values.filter(Number.isFinite);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  return values.map((value) => {
    if (!Number.isFinite(value) || !(high > low)) return (smallest + largest) / 2.6;
    return smallest + Math.sqrt((value - low) / (high - low)) * (largest - smallest);
  });
}

/** The largest size that still lets a crowd be seen. */
export function largestSize(nodes: number): number {
  return nodes <= 60 ? 18 : nodes <= 300 ? 13 : nodes <= 1500 ? 9 : 6;
}

/** Ranks with 1 for the largest value; equals share the better rank. */
export function ranks(values: readonly number[]): number[] {
  const order = [...values].sort((a, b) => b - a);
  const first = new Map<number, number>();
  order.forEach((value, at) => first.has(value) || first.set(value, at + 1));
  return values.map((value) => first.get(value) ?? values.length);
}

export function rankWords(rank: { low: number; high: number } | undefined): string {
  if (!rank) return '–';
  return rank.low === rank.high ? String(rank.low) : `${rank.low}–${rank.high}`;
}

/** Group numbers recounted so that 0 is the largest group. */
export function groupsBySize(values: readonly number[]): number[] {
  const size = new Map<number, number>();
  for (const value of values) size.set(value, (size.get(value) ?? 0) + 1);
  const order = [...size.entries()].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([value]) => value);
  const place = new Map(order.map((value, at) => [value, at]));
  return values.map((value) => place.get(value) ?? 0);
}

export function kindsWords(kinds: Record<string, number>): string {
  return Object.entries(kinds).filter(([, count]) => count > 0).map(([kind, count]) => `${plain(kind).toLowerCase()} ${count}`).join(', ');
}
