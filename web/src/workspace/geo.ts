/*
 * A chart laid out by place: each entity stands where its records say that things took place, on a Mercator map; those
 * without a place stand in a tray apart. Pure.
 */
import type { Lines } from './lines';
import type { Places } from './places';
import { metresBetween, type Place } from './state';

/* Wider than high, as the stage is. */
const MAP = { left: -1_750_000, right: 950_000, bottom: -960_000, top: 960_000 };
const TRAY = { left: 1_050_000, right: 1_750_000, bottom: -960_000, top: 960_000 };
const MOST_LOOKED_AT = 300; // Records of one entity that its middle is taken from; more are drawn evenly from all.
const LEAST_SPAN = 0.00002; // Of the turn of the earth: some 800 m, so that one place is not a whole map.
const EDGE = 85; // Degrees of latitude beyond which Mercator has no end.

export interface Located {
  entity: number;
  at: Place;
  /** What the source says of that record, in metres; null if it says nothing. */
  accuracy: number | null;
  /** Located records of the entity. */
  records: number;
  /** Metres from the middle within which nine of ten of them lie. */
  spread: number;
}

/** Entities by the most central of their located records: the one with the least distances to the others. */
export function located(lines: Lines, of: readonly number[], among: readonly number[]): Located[] {
  const wanted = new Set(of);
  const by = new Map<number, number[]>();
  for (const line of among) if (lines.place.has(line)) for (const entity of lines.who[line]!) if (wanted.has(entity)) by.set(entity, [...(by.get(entity) ?? []), line]);
  return [...by].map(([entity, all]) => {
    const some = all.length <= MOST_LOOKED_AT ? all : Array.from({ length: MOST_LOOKED_AT }, (_, at) => all[Math.floor((at * all.length) / MOST_LOOKED_AT)]!);
    const places = some.map((line) => lines.place.get(line)!);
    let [best, least] = [0, Infinity];
    places.forEach((one, at) => {
      let sum = 0;
      for (const other of places) sum += metresBetween(one.at, other.at);
      if (sum < least) [best, least] = [at, sum];
    });
    const middle = places[best]!;
    const far = places.map((one) => metresBetween(middle.at, one.at)).sort((a, b) => a - b);
    return { entity, at: middle.at, accuracy: middle.accuracy, records: all.length, spread: far[Math.ceil(0.9 * far.length) - 1] ?? 0 };
  }).sort((a, b) => a.entity - b.entity);
}

/* Mercator on a turn of 1, y upwards. */
const flat = ([lon, lat]: Place): [number, number] => {
  const clipped = Math.max(-EDGE, Math.min(EDGE, lat));
  return [lon / 360, Math.log(Math.tan(Math.PI / 4 + (clipped * Math.PI) / 360)) / (2 * Math.PI)];
};

export interface Sheet {
  places: Places;
  /** Where a place of the earth stands on the chart. */
  project: (at: Place) => [number, number];
  circles: { x: number; y: number; radius: number }[];
  tray: { left: number; right: number; bottom: number; top: number } | null;
  without: number[];
}

/** Lays out; entities at one place are set apart on a spiral, since they would cover each other. */
export function sheetOf(of: readonly number[], where: readonly Located[]): Sheet {
  const points = where.map((one) => flat(one.at));
  const [xs, ys] = [points.map((one) => one[0]), points.map((one) => one[1])];
  const span = Math.max(LEAST_SPAN, (Math.max(...xs) - Math.min(...xs)) * 1.15, ((Math.max(...ys) - Math.min(...ys)) * 1.15 * (MAP.right - MAP.left)) / (MAP.top - MAP.bottom));
  const scale = (MAP.right - MAP.left) / (Number.isFinite(span) ? span : 1);
  const [mx, my] = where.length === 0 ? [0, 0] : [(Math.max(...xs) + Math.min(...xs)) / 2, (Math.max(...ys) + Math.min(...ys)) / 2];
  const project = (at: Place): [number, number] => {
    const [x, y] = flat(at);
    return [(MAP.left + MAP.right) / 2 + (x - mx) * scale, (MAP.bottom + MAP.top) / 2 + (y - my) * scale];
  };
  const places: Places = new Map();
  const here = new Map<string, number>();
  const cell = 85_000; // About the width of a dot.
  for (const one of where) {
    const [x, y] = project(one.at);
    const key = `${Math.round(x / cell)} ${Math.round(y / cell)}`;
    const nth = here.get(key) ?? 0;
    here.set(key, nth + 1);
    const far = nth === 0 ? 0 : cell * Math.sqrt(nth);
    places.set(one.entity, [x + far * Math.cos(nth * 2.399963), y + far * Math.sin(nth * 2.399963)]);
  }
  const circles = where.filter((one) => (one.accuracy ?? 0) > 0).map((one) => {
    const [x, y] = project(one.at);
    // A metre is longer on the map the farther from the equator.
    const turn = (one.accuracy ?? 0) / (40_075_016.7 * Math.max(0.05, Math.cos((one.at[1] * Math.PI) / 180)));
    return { x, y, radius: turn * scale };
  });
  const without = of.filter((v) => !places.has(v));
  tray(without, places);
  return { places, project, circles, tray: without.length > 0 ? TRAY : null, without };
}

function tray(without: readonly number[], places: Places): void {
  if (without.length === 0) return;
  const [wide, high] = [TRAY.right - TRAY.left, TRAY.top - TRAY.bottom];
  const across = Math.max(1, Math.ceil(Math.sqrt((without.length * wide) / high)));
  const rows = Math.ceil(without.length / across);
  without.forEach((v, at) => places.set(v, [
    TRAY.left + (wide * ((at % across) + 0.5)) / across,
    TRAY.top - 90_000 - ((high - 120_000) * (Math.floor(at / across) + 0.5)) / rows,
  ]));
}
