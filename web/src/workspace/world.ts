/* The world's land and borders from Natural Earth (public domain, by world-atlas), as GeoJSON for a flat map. */
import type { Feature, FeatureCollection, GeoJSON, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

type World = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

/**
 * Cuts a ring where it leaps over the antimeridian, so that it does not smear across the map: what lies beyond 180 is
 * kept in a copy that goes on past it, and another shifted by a whole turn.
 */
export function unwrapped(ring: readonly Position[]): Position[] {
  const out: Position[] = [];
  let turn = 0;
  ring.forEach((corner, at) => {
    const before = ring[at - 1];
    if (before) {
      const leap = corner[0]! - before[0]!;
      if (leap > 180) turn -= 360;
      else if (leap < -180) turn += 360;
    }
    out.push([corner[0]! + turn, corner[1]!]);
  });
  return out;
}

function flat(polygon: readonly Position[][]): Position[][][] {
  const rings = polygon.map((ring) => unwrapped(ring));
  const outer = rings[0] ?? [];
  // A ring round a pole (Antarctica) ends a turn away from where it began: it is closed along the edge of the map.
  const [first, last] = [outer[0], outer.at(-1)];
  if (first && last && Math.abs(first[0]! - last[0]!) > 180) {
    const edge = first[1]! < 0 ? -90 : 90;
    outer.push([last[0]!, edge], [first[0]!, edge], first);
  }
  const xs = outer.map((corner) => corner[0]!);
  const out = [rings];
  if (Math.max(...xs) > 180) out.push(shiftedRings(rings, -360));
  if (Math.min(...xs) < -180) out.push(shiftedRings(rings, 360));
  return out;
}

const shiftedRings = (rings: Position[][], by: number): Position[][] => rings.map((ring) => ring.map((corner) => [corner[0]! + by, corner[1]!]));

export interface Ground {
  land: FeatureCollection<Polygon | MultiPolygon>;
  borders: GeoJSON;
}

export async function ground(): Promise<Ground> {
  const world = (await import('world-atlas/countries-50m.json')).default as unknown as World;
  const countries = feature(world, world.objects.countries) as FeatureCollection<Polygon | MultiPolygon>;
  const land = countries.features.map((one): Feature<MultiPolygon> => ({
    type: 'Feature', properties: {},
    geometry: { type: 'MultiPolygon', coordinates: (one.geometry.type === 'Polygon' ? [one.geometry.coordinates] : one.geometry.coordinates).flatMap(flat) },
  }));
  const lines = mesh(world, world.objects.countries, (a, b) => a !== b);
  // Lines that run along the antimeridian are no borders.
  const borders = { ...lines, coordinates: lines.coordinates.filter((line) => line.every((corner, at) => at === 0 || Math.abs(corner[0]! - line[at - 1]![0]!) < 180)) };
  return { land: { type: 'FeatureCollection', features: land }, borders };
}
