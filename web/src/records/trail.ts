/* The searches of a session as a tree: going back and searching for something else leaves a branch, and nothing is lost. Pure. */
import { keptOf, narrows, searchOfKept, type Search } from './state';
import { plain } from '../parts/words';

export interface Searched {
  parent: number | null;
  /** As it is kept: what it narrows by, from its first page. */
  query: string;
  /** How many records it found, once that is known. */
  found: number | null;
}

export interface SearchTrail {
  searches: readonly Searched[];
  at: number;
}

/** More are a heap and no history; then nothing is added, and what is there stays. */
export const MOST_SEARCHES = 1_000;

export const NO_SEARCHES: SearchTrail = { searches: [{ parent: null, query: '', found: null }], at: 0 };

/** Stands on a search: the same one if it was asked before in this line or is the step before, else a new branch. */
export function searched(trail: SearchTrail, search: Search): SearchTrail {
  const query = keptOf(search);
  if (trail.searches[trail.at]!.query === query) return trail;
  const near = trail.searches.findIndex((one, nth) => one.query === query && (one.parent === trail.at || trail.searches[trail.at]!.parent === nth));
  if (near >= 0) return { ...trail, at: near };
  const before = trail.searches.findIndex((one) => one.query === query);
  if (before >= 0) return { ...trail, at: before };
  if (trail.searches.length >= MOST_SEARCHES) return trail;
  return { searches: [...trail.searches, { parent: trail.at, query, found: null }], at: trail.searches.length };
}

/** Notes how much the search that one stands on found. */
export function foundOf(trail: SearchTrail, search: Search, found: number): SearchTrail {
  const here = trail.searches[trail.at]!;
  if (here.query !== keptOf(search) || here.found === found) return trail;
  return { ...trail, searches: trail.searches.map((one, nth) => (nth === trail.at ? { ...one, found } : one)) };
}

export const hereOf = (trail: SearchTrail): Search => searchOfKept(trail.searches[trail.at]!.query);

export interface Line extends Searched {
  nth: number;
  depth: number;
  /** Whether it lies on the way to where one stands. */
  on: boolean;
}

/** The tree as it is read: each with its depth, the first child in its parent's line, others branching off. */
export function linesOf(trail: SearchTrail): Line[] {
  const children = new Map<number, number[]>();
  trail.searches.forEach((one, nth) => { if (one.parent !== null) children.set(one.parent, [...(children.get(one.parent) ?? []), nth]); });
  const way = new Set<number>();
  for (let at: number | null = trail.at; at !== null; at = trail.searches[at]!.parent) way.add(at);
  const out: Line[] = [];
  const stack: [number, number][] = [[0, 0]];
  while (stack.length > 0) {
    const [nth, depth] = stack.pop()!;
    out.push({ ...trail.searches[nth]!, nth, depth, on: way.has(nth) });
    (children.get(nth) ?? []).forEach((child, order) => stack.push([child, depth + (order > 0 ? 1 : 0)]));
  }
  return out;
}

/** A search in words. */
export function searchWords(query: string): string {
  const search = searchOfKept(query);
  if (!narrows(search)) return 'Everything';
  const parts: string[] = [];
  if (search.q) parts.push(`“${search.q}”`);
  if (search.like) parts.push('like one record');
  for (const name of ['kind', 'platform', 'account', 'language', 'month', 'has', 'conversation', 'exhibit'] as const) {
    if (search[name]) parts.push(name === 'exhibit' ? 'one exhibit' : name === 'kind' ? plain(search.kind) : `${name} ${search[name]}`);
  }
  if (search.from) parts.push(`from ${search.from.replace('T', ' ')}`);
  if (search.to) parts.push(`to ${search.to.replace('T', ' ')}`);
  return parts.join(', ');
}
