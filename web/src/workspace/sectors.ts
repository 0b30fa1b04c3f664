/* Where a tower beams to, as areas on the earth. The telephone was somewhere in it, or beyond: a sector is no place. Pure. */
import type { LinePlace } from './lines';
import { ringOf, type Place } from './state';

const EARTH = 6_371_008.8; // Mean radius in metres (IUGG).
/** Drawn where the source says no range; the outline is broken then, and the words say so. */
export const NOMINAL = 1_000;
const STEP = 5; // Degrees between corners of an arc.

/** Where one comes to from a place by a bearing, degrees clockwise from north. */
export function reached(from: Place, bearing: number, metres: number): Place {
  const rad = Math.PI / 180;
  const d = metres / EARTH;
  const lat = from[1] * rad;
  const y = Math.asin(Math.sin(lat) * Math.cos(d) + Math.cos(lat) * Math.sin(d) * Math.cos(bearing * rad));
  const x = Math.atan2(Math.sin(bearing * rad) * Math.sin(d) * Math.cos(lat), Math.cos(d) - Math.sin(lat) * Math.sin(y));
  return [from[0] + x / rad, y / rad];
}

export interface Sector {
  /** A closed ring. */
  ring: Place[];
  /** From the tower along the middle of the beam; empty if the direction is not said. */
  axis: Place[];
  /** Whether direction, width and range were all said. */
  firm: boolean;
}

/** The area of a tower; a circle where direction or width of the beam is not said. Null if the place is not a tower's. */
export function sectorOf(place: LinePlace): Sector | null {
  const { tower, at, accuracy } = place;
  if (!tower) return null;
  const range = tower.range ?? accuracy ?? NOMINAL;
  const axis = tower.azimuth === null ? [] : [at, reached(at, tower.azimuth, range)];
  if (tower.azimuth === null || tower.beam === null || tower.beam >= 360) return { ring: ringOf(at, range, 48), axis, firm: tower.beam !== null && tower.beam >= 360 && tower.range !== null };
  const corners = Math.max(2, Math.ceil(tower.beam / STEP));
  const arc = Array.from({ length: corners + 1 }, (_, nth) => reached(at, tower.azimuth! - tower.beam! / 2 + (tower.beam! * nth) / corners, range));
  return { ring: [at, ...arc, at], axis, firm: tower.range !== null };
}

/** What is said of the tower, and what is not. */
export function towerWords(place: LinePlace): string {
  const { tower } = place;
  if (!tower) return '';
  const azimuth = tower.azimuth === null ? 'direction not said' : `azimuth ${tower.azimuth}°`;
  const beam = tower.beam === null ? 'beam width not said: drawn as a circle' : `beam ${tower.beam}°`;
  const range = tower.range === null ? (place.accuracy === null ? 'range not said: drawn with 1 km' : 'range not said: drawn with its accuracy') : `range ${Math.round(tower.range)} m`;
  return `${azimuth}, ${beam}, ${range}`;
}
