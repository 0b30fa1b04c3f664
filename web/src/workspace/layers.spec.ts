import { describe, expect, it } from 'vitest';
import { kmlPositions, readGeoJson, readKml } from './layers';
import { reached, sectorOf, towerWords } from './sectors';
import { inside, metresBetween } from './state';
import { clockWords, sourceClock, zonesOf } from './time';

describe('layers of one’s own', () => {
  const point = (lon: unknown, lat: unknown) => JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: 'Dock', secret: 'x' }, geometry: { type: 'Point', coordinates: [lon, lat, 3] } }] });
  it('take geometry and name and nothing else', () => {
    const { features, left } = readGeoJson(point(10, 54));
    expect(features.features[0]).toEqual({ type: 'Feature', properties: { name: 'Dock' }, geometry: { type: 'Point', coordinates: [10, 54] } });
    expect(left).toEqual([]);
  });
  it('refuse what is no place on earth, and count what they leave out', () => {
    expect(() => readGeoJson(point(10, 95))).toThrow(/no geometry/);
    expect(() => readGeoJson(point('10', 54))).toThrow(/no geometry/);
    expect(() => readGeoJson('{')).toThrow(/no JSON/);
    expect(() => readGeoJson('null')).toThrow(/no geometry/);
    const mixed = JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] } }, { type: 'Feature', geometry: null }, 7] });
    expect(readGeoJson(mixed).left).toEqual(['2 without a geometry that can be drawn']);
    let deep: unknown = { type: 'Point', coordinates: [1, 2] };
    for (let at = 0; at < 100; at++) deep = { type: 'GeometryCollection', geometries: [deep] };
    expect(() => readGeoJson(JSON.stringify(deep))).toThrow(/no geometry/);
  });
  it('refuse entities before any parser sees them', () => {
    expect(() => readKml('<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]><kml/>')).toThrow(/document type/);
  });
  it('read the tuples of KML', () => {
    expect(kmlPositions(' 10,54,0\n 11,55 ')).toEqual([[10, 54], [11, 55]]);
    expect(kmlPositions('10')).toBeNull();
    expect(kmlPositions('a,b')).toBeNull();
  });
});

describe('towers', () => {
  const tower = (azimuth: number | null, beam: number | null, range: number | null) => ({ at: [10, 54] as const, accuracy: null, name: '', tower: { azimuth, beam, range } });
  it('beam where they are said to', () => {
    const { ring, axis, firm } = sectorOf(tower(90, 60, 2_000))!;
    expect(firm).toBe(true);
    expect(axis).toHaveLength(2);
    for (const corner of ring.slice(1, -1)) expect(metresBetween([10, 54], corner)).toBeCloseTo(2_000, 0);
    expect(inside(ring, ...reached([10, 54], 90, 1_500))).toBe(true);
    expect(inside(ring, ...reached([10, 54], 115, 1_500))).toBe(true);
    expect(inside(ring, ...reached([10, 54], 125, 1_500))).toBe(false);
    expect(inside(ring, ...reached([10, 54], 270, 100))).toBe(false);
  });
  it('beam across north', () => {
    const { ring } = sectorOf(tower(350, 40, 1_000))!;
    expect(inside(ring, ...reached([10, 54], 5, 500))).toBe(true);
    expect(inside(ring, ...reached([10, 54], 15, 500))).toBe(false);
  });
  it('are circles where the beam is not said, and say so', () => {
    const { ring, firm } = sectorOf(tower(90, null, 1_500))!;
    expect(firm).toBe(false);
    expect(inside(ring, ...reached([10, 54], 270, 1_400))).toBe(true);
    expect(towerWords(tower(90, null, null))).toBe('azimuth 90°, beam width not said: drawn as a circle, range not said: drawn with 1 km');
    expect(sectorOf({ ...tower(1, 1, 1), tower: null })).toBeNull();
  });
});

describe('two clocks', () => {
  it('stand side by side, with the offset of that day', () => {
    expect(clockWords(Date.UTC(2026, 2, 29, 0, 30), 'Europe/Berlin')).toBe('2026-03-29 01:30 +01:00');
    expect(clockWords(Date.UTC(2026, 2, 29, 1, 30), 'Europe/Berlin')).toBe('2026-03-29 03:30 +02:00');
    expect(clockWords(0, 'Local dock time')).toBeNull();
    expect(sourceClock(0, '')).toBe('zone not stated');
    expect(sourceClock(0, '+05:30')).toBe('1970-01-01 05:30 +05:30 as stated');
  });
  it('offers the zones that records state', () => {
    expect(zonesOf(['UTC', '+02:00', '+02:00', '', '+01:00'], [0, 1, 2, 3, 4])).toEqual(['+02:00', '+01:00']);
  });
});
