/* Records in columns, as the panels read them. Pure. */
import type { LinesView } from '../api/contract';
import type { Net } from './net';
import type { Place } from './state';

export interface LinePlace {
  at: Place;
  /** Radius in metres; null if the source says none. */
  accuracy: number | null;
  name: string;
  /** Where the tower that stands there beams to; null if the place is not a tower's. */
  tower: Tower | null;
}

export interface Tower {
  /** Degrees clockwise from north. */
  azimuth: number | null;
  /** Width of the beam in degrees. */
  beam: number | null;
  /** Metres. */
  range: number | null;
}

export interface Lines {
  /** How many the search found in all; more than are here when the search is too wide. */
  total: number;
  id: readonly string[];
  kind: readonly string[];
  /** Milliseconds; NaN where there is no time. */
  at: Float64Array;
  said: readonly string[];
  zone: readonly string[];
  words: readonly string[];
  exhibit: readonly string[];
  /** Who did it, in words; empty for nobody. */
  author: readonly string[];
  /** To or with whom, in words. */
  others: readonly (readonly string[])[];
  /** Entities of the chart that each record names. */
  who: readonly (readonly number[])[];
  place: ReadonlyMap<number, LinePlace>;
}

export const NO_LINES: Lines = {
  total: 0, id: [], kind: [], at: new Float64Array(), said: [], zone: [], words: [], exhibit: [], author: [], others: [], who: [], place: new Map(),
};

/** Joins records to the entities of a chart by their accounts' keys. */
export function linesOf(view: LinesView, net: Net | null): Lines {
  const entity = view.accounts.map((one) => net?.byAccount.get(one.key) ?? -1);
  const names = view.accounts.map((one, at) => (net && entity[at]! >= 0 ? net.labels[entity[at]!]! : one.shownAs));
  const who = view.author.map((author, line) => {
    const found = new Set<number>();
    for (const account of author >= 0 ? [author, ...view.others[line]!] : view.others[line]!) if (entity[account]! >= 0) found.add(entity[account]!);
    return [...found];
  });
  return {
    total: view.total,
    id: view.id,
    kind: view.kind,
    at: Float64Array.from(view.at, (one) => one ?? NaN),
    said: view.said,
    zone: view.zone.map((one) => view.zones[one] ?? ''),
    words: view.words,
    exhibit: view.exhibit.map((one) => view.exhibits[one] ?? ''),
    author: view.author.map((one) => (one < 0 ? '' : names[one]!)),
    others: view.others.map((all) => all.map((one) => names[one]!)),
    who,
    place: new Map(view.places.map((one) => [one.line, { at: [one.longitude, one.latitude] as const, accuracy: one.accuracy ?? null, name: one.name, tower: one.tower ? { azimuth: one.tower.azimuth ?? null, beam: one.tower.beam ?? null, range: one.tower.range ?? null } : null }])),
  };
}
