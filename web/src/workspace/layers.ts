/*
 * Layers that an analyst lays over the map from a file of his own: GeoJSON (RFC 7946) or KML 2.2. Read here in the browser and
 * sent nowhere; nothing that a file names is ever fetched. A layer is no evidence: it has no custody, and says so.
 */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';

export interface Layer {
  name: string;
  /** SHA-256 of the file in hex. */
  digest: string;
  kind: 'GeoJSON' | 'KML';
  features: FeatureCollection;
  /** What the file holds that is not drawn, in words; nothing is dropped silently. */
  left: string[];
  shown: boolean;
}

/** What is wrong with a file, and what to do. */
export class BadLayer extends Error {}

export const MOST_BYTES = 20 * 1024 * 1024;
const MOST_FEATURES = 50_000;
const MOST_CORNERS = 500_000;
const MOST_DEPTH = 64; // Collections within collections.

interface Tally {
  corners: number;
  bad: number;
}

/** A position within the earth, of two numbers; height is left out. */
function position(raw: unknown, tally: Tally): Position | null {
  if (!Array.isArray(raw) || raw.length < 2) return null;
  const [lon, lat] = [Number(raw[0]), Number(raw[1])];
  if (typeof raw[0] !== 'number' || typeof raw[1] !== 'number' || !Number.isFinite(lon) || !(Math.abs(lat) <= 90) || Math.abs(lon) > 540) return null;
  if (++tally.corners > MOST_CORNERS) throw new BadLayer(`It has more than ${MOST_CORNERS.toLocaleString('en-GB')} corners: simplify it first.`);
  return [lon, lat];
}

function positions(raw: unknown, least: number, tally: Tally): Position[] | null {
  if (!Array.isArray(raw)) return null;
  const out = raw.map((one) => position(one, tally));
  return out.length >= least && out.every((one) => one !== null) ? (out as Position[]) : null;
}

function rings(raw: unknown, tally: Tally): Position[][] | null {
  if (!Array.isArray(raw) || raw.length === 0) return null;
  const out = raw.map((one) => positions(one, 4, tally));
  return out.every((one) => one !== null) ? (out as Position[][]) : null;
}

const all = <T>(raw: unknown, of: (one: unknown) => T | null): T[] | null => {
  if (!Array.isArray(raw)) return null;
  const out = raw.map(of);
  return out.every((one) => one !== null) ? (out as T[]) : null;
};

/** A geometry made anew from numbers alone; null if it is none. */
function geometry(raw: unknown, tally: Tally, depth: number): Geometry | null {
  if (typeof raw !== 'object' || raw === null || depth > MOST_DEPTH) return null;
  const { type, coordinates: c, geometries } = raw as { type?: unknown; coordinates?: unknown; geometries?: unknown };
  const made = (coordinates: unknown): Geometry | null => (coordinates === null ? null : ({ type, coordinates } as Geometry));
  switch (type) {
    case 'Point': return made(position(c, tally));
    case 'MultiPoint': return made(positions(c, 0, tally));
    case 'LineString': return made(positions(c, 2, tally));
    case 'MultiLineString': return made(all(c, (one) => positions(one, 2, tally)));
    case 'Polygon': return made(rings(c, tally));
    case 'MultiPolygon': return made(all(c, (one) => rings(one, tally)));
    case 'GeometryCollection': {
      const parts = all(geometries, (one) => geometry(one, tally, depth + 1));
      return parts && { type: 'GeometryCollection', geometries: parts };
    }
    default: return null;
  }
}

const named = (properties: unknown): string => {
  if (typeof properties !== 'object' || properties === null) return '';
  for (const key of ['name', 'Name', 'title', 'NAME']) {
    const said = (properties as Record<string, unknown>)[key];
    if (typeof said === 'string' || typeof said === 'number') return String(said).slice(0, 200);
  }
  return '';
};

/** Reads GeoJSON; of the properties only the name is taken. */
export function readGeoJson(text: string): { features: FeatureCollection; left: string[] } {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    throw new BadLayer('It is no JSON: save it as GeoJSON (RFC 7946) in UTF-8.');
  }
  const { type, features: list, crs } = (root ?? {}) as { type?: unknown; features?: unknown; crs?: unknown };
  const raw: unknown[] = type === 'FeatureCollection' && Array.isArray(list) ? list : [root];
  if (raw.length > MOST_FEATURES) throw new BadLayer(`It has more than ${MOST_FEATURES.toLocaleString('en-GB')} features: split it.`);
  const tally: Tally = { corners: 0, bad: 0 };
  const features: Feature[] = [];
  for (const one of raw) {
    const feature = (one ?? {}) as { type?: unknown; geometry?: unknown; properties?: unknown };
    const shape = geometry(feature.type === 'Feature' ? feature.geometry : one, tally, 0);
    if (shape) features.push({ type: 'Feature', properties: { name: named(feature.properties) }, geometry: shape });
    else tally.bad++;
  }
  if (features.length === 0) throw new BadLayer('There is no geometry in longitude and latitude in it: export it as GeoJSON in WGS 84.');
  const left = tally.bad > 0 ? [`${tally.bad.toLocaleString('en-GB')} without a geometry that can be drawn`] : [];
  if (crs !== undefined) left.push('a stated reference system, which RFC 7946 does not know: read as WGS 84');
  return { features: { type: 'FeatureCollection', features }, left };
}

/** What of KML would be fetched from elsewhere, or drawn over the map as a picture: counted and left out. */
const NOT_DRAWN: [string, string][] = [
  ['NetworkLink', 'link to another file, never fetched'], ['Icon', 'picture by address, never fetched'], ['GroundOverlay', 'picture laid on the ground'], ['ScreenOverlay', 'picture laid on the screen'],
  ['PhotoOverlay', 'photograph'], ['Model', 'model in three dimensions'], ['Tour', 'flight'],
];

const childrenOf = (of: Element, name: string): Element[] => [...of.children].filter((one) => one.localName === name);
const textOf = (of: Element, name: string): string => childrenOf(of, name)[0]?.textContent?.trim() ?? '';

/** "lon,lat[,height] lon,lat": the form of KML; a tuple that is none makes the whole none. */
export function kmlPositions(text: string): number[][] | null {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const out = words.map((word) => word.split(',').map(Number));
  return out.length > 0 && out.every((one) => one.length >= 2 && Number.isFinite(one[0]) && Number.isFinite(one[1])) ? out.map((one) => [one[0]!, one[1]!]) : null;
}

function kmlGeometry(of: Element, depth: number): unknown {
  if (depth > MOST_DEPTH) return null;
  const line = (one: Element | undefined): number[][] | null => (one ? kmlPositions(textOf(one, 'coordinates')) : null);
  const ring = (one: Element): number[][] | null => line(childrenOf(one, 'LinearRing')[0]);
  switch (of.localName) {
    case 'Point': return { type: 'Point', coordinates: line(of)?.[0] ?? null };
    case 'LineString': return { type: 'LineString', coordinates: line(of) };
    case 'LinearRing': return { type: 'Polygon', coordinates: [line(of)] };
    case 'Polygon': return { type: 'Polygon', coordinates: [...childrenOf(of, 'outerBoundaryIs'), ...childrenOf(of, 'innerBoundaryIs')].map(ring) };
    case 'Track': return { type: 'LineString', coordinates: childrenOf(of, 'coord').map((one) => (one.textContent ?? '').trim().split(/\s+/).slice(0, 2).map(Number)) };
    case 'MultiGeometry': case 'MultiTrack': return { type: 'GeometryCollection', geometries: [...of.children].map((one) => kmlGeometry(one, depth + 1)).filter((one) => one !== null) };
    default: return null;
  }
}

/** Reads KML; a document type is refused, since it is how XML asks for other files or swells. */
export function readKml(text: string): { features: FeatureCollection; left: string[] } {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new BadLayer('It declares a document type or entities, which are never read: export it as plain KML.');
  const root = new DOMParser().parseFromString(text, 'application/xml');
  if (root.getElementsByTagName('parsererror').length > 0 || root.documentElement.localName !== 'kml') throw new BadLayer('It is no KML that can be read: export it as KML 2.2.');
  const marks = [...root.getElementsByTagNameNS('*', 'Placemark')];
  if (marks.length > MOST_FEATURES) throw new BadLayer(`It has more than ${MOST_FEATURES.toLocaleString('en-GB')} placemarks: split it.`);
  const tally: Tally = { corners: 0, bad: 0 };
  const features: Feature[] = [];
  for (const mark of marks) {
    const raw = [...mark.children].map((one) => kmlGeometry(one, 0)).find((one) => one !== null) ?? null;
    const shape = geometry(raw, tally, 0);
    if (shape) features.push({ type: 'Feature', properties: { name: textOf(mark, 'name').slice(0, 200) }, geometry: shape });
    else tally.bad++;
  }
  const left = NOT_DRAWN.flatMap(([name, words]) => {
    const count = root.getElementsByTagNameNS('*', name).length;
    return count > 0 ? [`${count.toLocaleString('en-GB')} × ${words}`] : [];
  });
  if (tally.bad > 0) left.push(`${tally.bad.toLocaleString('en-GB')} without a geometry that can be drawn`);
  if (features.length === 0) throw new BadLayer('There is no placemark with a geometry in it.');
  return { features: { type: 'FeatureCollection', features }, left };
}

/** Reads a file of the analyst's own. */
export async function readLayer(file: File): Promise<Layer> {
  if (file.size > MOST_BYTES) throw new BadLayer('It is larger than 20 MB: split or simplify it.');
  const bytes = await file.arrayBuffer();
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadLayer('It is not text in UTF-8. A KMZ is a zip: take the KML out of it first.');
  }
  const kind = /^\s*</.test(text) ? 'KML' : 'GeoJSON';
  const { features, left } = kind === 'KML' ? readKml(text) : readGeoJson(text);
  const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { name: file.name.slice(0, 120), digest, kind, features, left, shown: true };
}
