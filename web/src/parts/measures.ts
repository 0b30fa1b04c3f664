/* Snapshots and measures in numbers and words: methods, ranks, sizes, groups. Pure. */
import type { MeasureView, SnapshotSummary } from '../api/contract';
import { word, wordSaid } from '../language/say';
import { countOf, plain, spanWords } from './words';

export interface MethodText {
  value: string;
  label: string;
  says: string;
  /** Whether it numbers groups, which have no rank. */
  group: boolean;
  /** Under which words it is listed. */
  family: string;
  /** Whether it tells entities apart only where ties have a direction. */
  directed: boolean;
}

const one = (value: string, label: string, says: string, family: string, more: { group?: boolean; directed?: boolean } = {}): MethodText =>
  ({ value, label, says, family, group: more.group ?? false, directed: more.directed ?? false });

/** The methods that say most in the shortest time. */
export const METHODS: MethodText[] = [
  one('DEGREE', 'Degree', 'how many entities one is tied to', 'Ties'),
  one('BETWEENNESS', 'Betweenness', 'how often one lies on shortest ways between others', 'Between others'),
  one('PAGERANK', 'PageRank', 'how much of a random walk passes', 'Tied to the well tied'),
  one('KCORE', 'k-core', 'how deep in the dense part', 'Dense parts'),
  one('COMMUNITY', 'Communities', 'groups denser inside than outside (Leiden)', 'Groups', { group: true }),
  one('COMPONENTS', 'Components', 'parts with no tie between them', 'Groups', { group: true }),
];

/** The others that the server measures. */
export const MORE_METHODS: MethodText[] = [
  one('IN_DEGREE', 'Ties coming in', 'how many ties end at one', 'Ties', { directed: true }),
  one('OUT_DEGREE', 'Ties going out', 'how many ties begin at one', 'Ties', { directed: true }),
  one('STRENGTH', 'Strength', 'the weights of ties added up', 'Ties'),
  one('NEIGHBOURHOOD', 'Within two steps', 'how many others are at most two ties away', 'Nearness'),
  one('HARMONIC', 'Harmonic closeness', 'how near all others are', 'Nearness'),
  one('CLOSENESS', 'Closeness', 'how near those within reach are, by their share', 'Nearness'),
  one('CURRENT_FLOW', 'Current flow', 'how much passes if it takes every way, not only the shortest', 'Between others'),
  one('CUTTING', 'Articulation points', 'into how many more pieces a piece falls without one', 'Between others'),
  one('ABSENCE', 'Fragmentation without', 'the share of other pairs that lose each other without one', 'Between others'),
  one('ABSENCE_DISTANCE', 'Distance without', 'how far apart the others are without one', 'Between others'),
  one('CONSTRAINT', 'Constraint', 'how far one’s contacts know each other and leave no gap to bridge', 'Gaps between contacts'),
  one('EFFECTIVE_SIZE', 'Effective size', 'contacts less their redundancy', 'Gaps between contacts'),
  one('CLUSTERING', 'Clustering', 'the share of pairs of contacts who are tied', 'Gaps between contacts'),
  one('TRIANGLES', 'Triangles', 'pairs of contacts who are tied', 'Dense parts'),
  one('TRUSS', 'Truss', 'the densest triangles that one has a tie in', 'Dense parts'),
  one('CORENESS', 'Core closeness', 'how near the dense middle', 'Dense parts'),
  one('CORE_PERIPHERY', 'Core and periphery', 'a middle tied among itself, and a rim that is not', 'Groups', { group: true }),
  one('EQUIVALENCE', 'Structural equivalence', 'entities tied to the same others', 'Groups', { group: true }),
  one('COMPONENTS_STRONG', 'Strong components', 'parts within which directions lead everywhere', 'Groups', { group: true, directed: true }),
  one('EIGENVECTOR', 'Eigenvector', 'tied to those who are well tied', 'Tied to the well tied'),
  one('KATZ', 'Katz', 'walks that end at one, long ones counting less', 'Tied to the well tied'),
  one('SUBGRAPH', 'Subgraph', 'closed walks round one', 'Tied to the well tied'),
  one('HUB', 'Hub', 'points at those who are pointed at', 'Tied to the well tied', { directed: true }),
  one('POINTED_AT', 'Pointed at by hubs', 'pointed at by those who point at many', 'Tied to the well tied', { directed: true }),
  one('SPRINGRANK', 'SpringRank', 'height by who turns to whom, each tie leading one step down', 'Direction', { directed: true }),
  one('AGONY', 'Agony levels', 'levels that the fewest ties go against', 'Direction', { directed: true }),
  one('REACHING', 'Reaching', 'the share of the others that directions lead to', 'Direction', { directed: true }),
];

export const ALL_METHODS: MethodText[] = [...METHODS, ...MORE_METHODS];

/** Methods that give a height to who turns to whom, the better first. */
export const HEIGHTS = ['AGONY', 'SPRINGRANK'];

export function methodOf(name: string): MethodText {
  const bare = name.toUpperCase().replaceAll(/[^A-Z_]/g, '');
  return ALL_METHODS.find((method) => method.value === bare) ?? METHODS.find((method) => bare.replaceAll('_', '').startsWith(method.value)) ?? one(name, plain(name), '', 'Others');
}

/** The latest measure of each method, in the methods' order. */
export function latest(measures: MeasureView[]): MeasureView[] {
  const newest = new Map<string, MeasureView>();
  for (const one of measures) {
    const key = methodOf(one.method).value;
    const held = newest.get(key);
    if (!held || held.at <= one.at) newest.set(key, one);
  }
  const order = ALL_METHODS.map((method) => method.value);
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
  const order = values.filter((value) => !Number.isNaN(value)).sort((a, b) => b - a);
  const first = new Map<number, number>();
  order.forEach((value, at) => first.has(value) || first.set(value, at + 1));
  return values.map((value) => first.get(value) ?? values.length);
}

export function rankWords(rank: { low: number; high: number } | undefined): string {
  if (!rank) return '–';
  return rank.low === rank.high ? String(rank.low) : `${rank.low}–${rank.high}`;
}

/** Whether the bands of its ranks may be narrower than they say. */
export const doubtful = (measure: MeasureView): boolean => measure.calibration?.state === 'doubtful';

/** A rank's band as words, with its doubt. */
export function bandWords(measure: MeasureView, v: number): string {
  const rank = measure.ranks[v];
  if (!rank || rank.low === 0) return '–';
  return doubtful(measure) ? `${rankWords(rank)} (doubtful)` : rankWords(rank);
}

/** How the ends of a measure's bands were set; empty where it has none. */
export function calibrationWords(measure: MeasureView): string {
  const said = measure.calibration;
  const held = said ? Math.round(100 * said.held) : 0;
  switch (said?.state) {
    case 'done': return `The bands were tried on the record itself, ${countOf(said.trials, 'time')}: they held ${held} % of the ranks that are then known, and their ends were set so that they hold 90 %.`;
    case 'doubtful': return `These bands are doubtful. They were tried on the record itself, ${countOf(said.trials, 'time')}, and held ${held} % of the ranks that are then known instead of 90 %. Their ends were corrected, but ties do not look lost as is taken for granted here: the bands may still be too narrow.`;
    case 'too-few': return 'The bands were not tried on the record: too few networks were measured. They may hold less than 90 %.';
    case 'not-asked': return 'The bands were not tried on the record.';
    case 'unknowable': return 'The bands could not be tried: the record cannot tell what lies beyond its boundary.';
    default: return measure.ranks.length > 0 && Number(measure.summary.replicas ?? 0) > 0 ? 'This measure was taken by an earlier version, which did not try its bands on the record.' : '';
  }
}

/** A method card in the language of the page, line by line; what is not translated stays English. */
export const cardWords = (card: string): string => card.split('\n').map((line) => {
  const [, head, rest] = /^([A-Z][a-z ]+:) (.*)$/.exec(line) ?? [];
  return head && rest && wordSaid(head) ? `${word(head)} ${word(rest)}` : word(line);
}).join('\n');

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
