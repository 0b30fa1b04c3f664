/*
 * The workspace as one value: what is chosen, which window is brushed, what is filtered and how it is drawn. Every panel
 * reads it and every change makes a new step; steps form a tree, so that nothing that was tried is lost. Pure.
 */
import type { Lines } from './lines';

/** Longitude and latitude in degrees, in the order that GeoJSON gives them. */
export type Place = readonly [number, number];

export type Area =
  | { kind: 'circle'; centre: Place; metres: number }
  | { kind: 'polygon'; corners: readonly Place[] };

export type LayoutName = 'force' | 'hierarchy' | 'heights' | 'circle' | 'concentric' | 'grid' | 'geographic';
export type Grain = 'auto' | 'hour' | 'day' | 'week' | 'month' | 'year';

export interface View {
  snapshot: string | null;
  /** Another snapshot that this one is held against. */
  against: string | null;
  /** Words that the server searches for. */
  words: string;
  /** Kinds of record; none chosen means all. */
  kinds: readonly string[];
  /** Kinds of tie; none chosen means all. */
  tieKinds: readonly string[];
  /** The window, in milliseconds; from is inside, to is not. */
  from: number | null;
  to: number | null;
  /** Whether records without time stay in sight while a window is brushed. */
  undated: boolean;
  area: Area | null;
  /** Entities, by their keys. */
  chosen: readonly string[];
  /** What the chart holds; null for everything. */
  shown: readonly string[] | null;
  /** Places that were given by hand or to a selection alone. */
  placed: Readonly<Record<string, readonly [number, number]>>;
  /** Entities that no layout moves. */
  pinned: readonly string[];
  layout: LayoutName;
  /** Entities whose leaves are folded into them. */
  folded: readonly string[];
  sizeBy: string;
  colourBy: string;
  grain: Grain;
  lanes: boolean;
  /** Another clock beside UTC: a zone that a source stated. */
  clock: string;
}

export const START: View = {
  snapshot: null, against: null, words: '', kinds: [], tieKinds: [], from: null, to: null, undated: true, area: null, chosen: [], shown: null, placed: {},
  pinned: [], layout: 'force', folded: [], sizeBy: '', colourBy: '', grain: 'auto', lanes: false, clock: '',
};

/** One thing that was done, and the state it led to. */
export interface Step {
  parent: number | null;
  words: string;
  view: View;
  /** The deed that was done here, by its number among those of this session; absent where only the view changed. */
  deed?: number;
}

/** All steps, where one stands, and which child each step was left by last. */
export interface Trail {
  steps: readonly Step[];
  at: number;
  onward: Readonly<Record<number, number>>;
}

/** More are no history but a heap; the oldest that lead nowhere are kept all the same, so that numbers stay. */
export const MOST_STEPS = 2_000;

export const startOf = (view: View): Trail => ({ steps: [{ parent: null, words: 'Opened', view }], at: 0, onward: {} });

export const viewOf = (trail: Trail): View => trail.steps[trail.at]!.view;

/**
 * A step onwards. What is dragged gives many states of which only the last counts: those that carry the same mark
 * replace each other.
 */
export function took(trail: Trail, words: string, change: Partial<View>): Trail {
  const before = viewOf(trail);
  const view = { ...before, ...change };
  if (trail.steps.length >= MOST_STEPS || same(before, view)) return trail;
  const next = trail.steps.length;
  return { steps: [...trail.steps, { parent: trail.at, words, view }], at: next, onward: { ...trail.onward, [trail.at]: next } };
}

/** As took, but a step with the same words that was the last one is replaced and not followed. */
export function slid(trail: Trail, words: string, change: Partial<View>): Trail {
  const last = trail.steps[trail.at]!;
  if (trail.at === 0 || last.words !== words || trail.onward[trail.at] !== undefined) return took(trail, words, change);
  const steps = trail.steps.slice();
  steps[trail.at] = { ...last, view: { ...last.view, ...change } };
  return { ...trail, steps };
}

/** Adds a step for each deed that has none yet: what was done on another page is a step here as well. */
export function withDeeds(trail: Trail, deeds: readonly { nth: number; words: string }[]): Trail {
  const known = new Set(trail.steps.flatMap((step) => (step.deed === undefined ? [] : [step.deed])));
  let next = trail;
  for (const deed of deeds) {
    if (known.has(deed.nth) || next.steps.length >= MOST_STEPS) continue;
    const step = next.steps.length;
    next = { steps: [...next.steps, { parent: next.at, words: deed.words, view: viewOf(next), deed: deed.nth }], at: step, onward: { ...next.onward, [next.at]: step } };
  }
  return next;
}

/* Places may be a hundred thousand: they are the same only if nobody made them anew. */
const same = (a: View, b: View): boolean =>
  (Object.keys(a) as (keyof View)[]).every((name) => a[name] === b[name] || (name !== 'placed' && JSON.stringify(a[name]) === JSON.stringify(b[name])));

export const canUndo = (trail: Trail): boolean => trail.steps[trail.at]!.parent !== null;
export const canRedo = (trail: Trail): boolean => trail.onward[trail.at] !== undefined;

export const undone = (trail: Trail): Trail => ({ ...trail, at: trail.steps[trail.at]!.parent ?? trail.at });
export const redone = (trail: Trail): Trail => ({ ...trail, at: trail.onward[trail.at] ?? trail.at });

/** Stands on any step; the way to it is the one that redo then follows. */
export function goneTo(trail: Trail, step: number): Trail {
  if (!Number.isInteger(step) || !trail.steps[step] || step === trail.at) return trail;
  const onward = { ...trail.onward };
  for (let at = step, parent = trail.steps[at]!.parent; parent !== null; at = parent, parent = trail.steps[at]!.parent) onward[parent] = at;
  return { ...trail, at: step, onward };
}

export interface Branch {
  step: number;
  words: string;
  depth: number;
  on: boolean;
  deed: number | null;
}

/** The steps as a tree is read: each with its depth in branches, the way that one stands on marked. */
export function branches(trail: Trail): Branch[] {
  const children = new Map<number, number[]>();
  trail.steps.forEach((one, at) => { if (one.parent !== null) children.set(one.parent, [...(children.get(one.parent) ?? []), at]); });
  const way = new Set<number>();
  for (let at: number | null = trail.at; at !== null; at = trail.steps[at]!.parent) way.add(at);
  const out: Branch[] = [];
  const stack: [number, number][] = [[0, 0]];
  while (stack.length > 0) {
    const [step, depth] = stack.pop()!;
    out.push({ step, words: trail.steps[step]!.words, depth, on: way.has(step), deed: trail.steps[step]!.deed ?? null });
    const next = children.get(step) ?? [];
    // The first child goes on in its parent's line; the others branch off and come before it.
    next.forEach((child, nth) => stack.push([child, depth + (nth > 0 ? 1 : 0)]));
  }
  return out;
}

/** One entity chosen, taken back, or the only one. */
export function chosenWith(view: View, entity: string, add: boolean): readonly string[] {
  if (!add) return view.chosen.length === 1 && view.chosen[0] === entity ? view.chosen : [entity];
  return view.chosen.includes(entity) ? view.chosen.filter((one) => one !== entity) : [...view.chosen, entity];
}

/** Whether anything narrows the records, apart from what is chosen. */
export const narrows = (view: View): boolean =>
  view.kinds.length > 0 || view.from !== null || view.to !== null || view.area !== null || view.words !== '';

const EARTH = 6_371_008.8; // Mean radius in metres (IUGG).

/** Metres between two places along a great circle (haversine). */
export function metresBetween(a: Place, b: Place): number {
  const rad = Math.PI / 180;
  const [dLat, dLon] = [(b[1] - a[1]) * rad, (b[0] - a[0]) * rad];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * rad) * Math.cos(b[1] * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The corners of a circle on the earth, as a closed ring. */
export function ringOf(centre: Place, metres: number, corners = 64): Place[] {
  const rad = Math.PI / 180;
  const d = metres / EARTH;
  const lat = centre[1] * rad;
  return Array.from({ length: corners + 1 }, (_, at) => {
    const bearing = (2 * Math.PI * (at % corners)) / corners;
    const y = Math.asin(Math.sin(lat) * Math.cos(d) + Math.cos(lat) * Math.sin(d) * Math.cos(bearing));
    const x = Math.atan2(Math.sin(bearing) * Math.sin(d) * Math.cos(lat), Math.cos(d) - Math.sin(lat) * Math.sin(y));
    return [centre[0] + x / rad, y / rad] as const;
  });
}

/** Whether a point lies inside a ring of corners; even-odd, in the plane of the numbers given. */
export function inside(corners: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let held = false;
  for (let i = 0, j = corners.length - 1; i < corners.length; j = i++) {
    const [xi, yi] = corners[i]!;
    const [xj, yj] = corners[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) held = !held;
  }
  return held;
}

export function within(area: Area, at: Place): boolean {
  return area.kind === 'circle' ? metresBetween(area.centre, at) <= area.metres : inside(area.corners, at[0], at[1]);
}

/** What remains of the records under a view; each list holds places in the lines, in the order of time. */
export interface Kept {
  /** For the table: everything narrows. */
  listed: number[];
  /** For the timeline: all but the window narrow. */
  timed: number[];
  /** For the map: all but the area narrow; only records that have a place. */
  mapped: number[];
  /** Records for each entity under everything but the choice of entities; null if nothing narrows. */
  alive: Map<number, number> | null;
}

/** Links the panels: one pass over the records, each filter asked once. */
export function keptOf(lines: Lines, view: View, chosen: ReadonlySet<number>): Kept {
  const kinds = view.kinds.length > 0 ? new Set(view.kinds) : null;
  const listed: number[] = [];
  const timed: number[] = [];
  const mapped: number[] = [];
  const alive = narrows(view) ? new Map<number, number>() : null;
  const windowed = view.from !== null || view.to !== null;
  for (let line = 0; line < lines.id.length; line++) {
    if (kinds && !kinds.has(lines.kind[line]!)) continue;
    const at = lines.at[line]!;
    const dated = !Number.isNaN(at);
    const timely = dated ? (view.from === null || at >= view.from) && (view.to === null || at < view.to) : !windowed || view.undated;
    const place = lines.place.get(line);
    const near = view.area === null || (place !== undefined && within(view.area, place.at));
    const who = lines.who[line]!;
    if (timely && near && alive) for (const entity of who) alive.set(entity, (alive.get(entity) ?? 0) + 1);
    if (chosen.size > 0 && !who.some((entity) => chosen.has(entity))) continue;
    if (near) timed.push(line);
    if (timely && place) mapped.push(line);
    if (near && timely) listed.push(line);
  }
  return { listed, timed, mapped, alive };
}

/** How much is asked before an expansion is drawn: at once, a question, or a search among the names. */
export type Ask = 'none' | 'prompt' | 'search';

const PROMPT_FROM = 50; // More than fit round one entity without covering each other.
const SEARCH_FROM = 250; // More than a person reads through.

export const askOf = (count: number): Ask => (count < PROMPT_FROM ? 'none' : count < SEARCH_FROM ? 'prompt' : 'search');

/** Moves the window by its own width, or a part of it. */
export function shifted(view: View, parts: number): Partial<View> {
  if (view.from === null || view.to === null) return {};
  const by = Math.round((view.to - view.from) * parts);
  return { from: view.from + by, to: view.to + by };
}

/** A view as it is kept on the server; reading gives null for what is none. */
export const writeView = (view: View): string => JSON.stringify(view);

export function readView(text: string): View | null {
  try {
    const read = JSON.parse(text) as Partial<View>;
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return null;
    const whole: View = { ...START, ...Object.fromEntries(Object.keys(START).filter((name) => name in read).map((name) => [name, read[name as keyof View]])) };
    const lists = [whole.kinds, whole.tieKinds, whole.chosen, whole.pinned, whole.folded].every((list) => Array.isArray(list) && list.every((one) => typeof one === 'string'));
    return lists && typeof whole.placed === 'object' && whole.placed !== null && (whole.shown === null || Array.isArray(whole.shown)) ? whole : null;
  } catch {
    return null; // Kept by another version of the workspace, or by hand.
  }
}

/** What the records page narrowed by, as the workspace narrows; it starts from everything else in sight. */
export function cameWith(params: Record<string, string>): Partial<View> {
  const at = (text: string | undefined): number | null => (text === undefined || Number.isNaN(Date.parse(text)) ? null : Date.parse(text));
  return { words: params.q ?? '', kinds: params.kind ? [params.kind] : [], from: at(params.from), to: at(params.to) };
}

/** The same the other way: what the records page can narrow by. */
export function goingWith(view: View): Record<string, string> {
  const out: Record<string, string> = {};
  if (view.words) out.q = view.words;
  if (view.kinds.length === 1) out.kind = view.kinds[0]!;
  // The page's fields hold minutes; a window is widened to whole ones, so that nothing in sight is lost.
  if (view.from !== null) out.from = new Date(Math.floor(view.from / 60_000) * 60_000).toISOString().slice(0, 16);
  if (view.to !== null) out.to = new Date(Math.ceil(view.to / 60_000) * 60_000).toISOString().slice(0, 16);
  return out;
}
