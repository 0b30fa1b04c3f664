import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapView, Marker, NavigationControl, ScaleControl, setWorkerUrl, type GeoJSONSource, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useRef, useState } from 'react';
import type { FeatureCollection } from 'geojson';
import type { Theme } from '../parts/palette';
import { countWords } from '../parts/words';
import type { Layer } from './layers';
import type { Lines } from './lines';
import { sectorOf } from './sectors';
import { ringOf, type Area, type Place } from './state';
import { ground, type Ground } from './world';

// The worker comes from this server like everything else; without this it would be asked of another.
setWorkerUrl(workerUrl);

export type MapTool = 'none' | 'circle' | 'polygon';

interface Props {
  lines: Lines;
  mapped: readonly number[];
  area: Area | null;
  tool: MapTool;
  theme: Theme;
  layers: readonly Layer[];
  onArea: (area: Area) => void;
  onLines: (lines: number[]) => void;
  /** A feature of a layer was clicked; its name. */
  onFeature: (words: string) => void;
}

const MOST_CIRCLES = 500; // Accuracy circles drawn; more cover each other.

/** The map itself; it is fetched only when a record has a place. */
export default function WorldMap(props: Props) {
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<MapView | null>(null);
  const markers = useRef(new Map<string, Marker>());
  const [ready, setReady] = useState(false);
  const [broken, setBroken] = useState('');
  const now = useRef(props);
  now.current = props;
  const drawn = useRef<Place[]>([]);
  useEffect(() => {
    let view: MapView | null = null;
    let gone = false;
    const held = markers.current;
    void ground().then((world) => {
      if (gone || !box.current) return;
      try {
        view = new MapView({
          container: box.current, style: styleOf(world, now.current.theme), center: [10, 30], zoom: 1, maxZoom: 18, attributionControl: { compact: true, customAttribution: 'Made with Natural Earth' },
          renderWorldCopies: true, dragRotate: false, pitchWithRotate: false, fadeDuration: 0,
        });
      } catch {
        setBroken('This browser cannot draw the map (it needs WebGL). The table says the same.');
        return;
      }
      view.addControl(new NavigationControl({ showCompass: false }));
      view.addControl(new ScaleControl());
      map.current = view;
      view.on('load', () => { if (!gone) setReady(true); });
      view.on('render', () => counts(view!, held));
      view.on('click', (event) => clicked(view!, event.lngLat.toArray(), event.point));
      view.on('dblclick', (event) => {
        if (now.current.tool !== 'polygon') return;
        event.preventDefault();
        finish();
      });
    });
    return () => {
      gone = true;
      for (const marker of held.values()) marker.remove();
      held.clear();
      view?.remove();
      map.current = null;
      setReady(false);
    };
  }, []);
  const finish = () => {
    const corners = drawn.current;
    drawn.current = [];
    if (corners.length > 2) now.current.onArea({ kind: 'polygon', corners });
  };
  const clicked = (view: MapView, at: Place, point: { x: number; y: number }) => {
    const { tool, onArea, onLines } = now.current;
    if (tool === 'polygon') {
      drawn.current = [...drawn.current, at];
      source(view, 'sketch')?.setData(shape([{ type: 'LineString', coordinates: drawn.current.map((corner) => [...corner]) }]));
      return;
    }
    if (tool === 'circle') {
      // A sixth of what is in sight: near enough to be moved and set in figures beside the map.
      const bounds = view.getBounds();
      onArea({ kind: 'circle', centre: at, metres: Math.round(((bounds.getNorth() - bounds.getSouth()) * 111_195) / 12) });
      return;
    }
    const found = view.queryRenderedFeatures([[point.x - 6, point.y - 6], [point.x + 6, point.y + 6]], { layers: ['places', 'clusters', 'own-fill', 'own-line', 'own-dots'] });
    const cluster = found.find((one) => one.properties.cluster === true);
    if (cluster) {
      const of = source(view, 'places');
      void of?.getClusterExpansionZoom(Number(cluster.properties.cluster_id)).then((zoom) => view.easeTo({ center: at as [number, number], zoom, duration: 200 }));
      return;
    }
    const records = found.filter((one) => one.properties.line !== undefined);
    if (records.length > 0) onLines(records.map((one) => Number(one.properties.line)));
    else if (found.length > 0) now.current.onFeature(`${found[0]!.properties.name || 'Without a name'} (layer ${found[0]!.properties.layer}, not evidence)`);
  };
  useEffect(() => {
    const view = map.current;
    if (!ready || !view) return;
    const { lines, mapped } = props;
    source(view, 'places')?.setData({ type: 'FeatureCollection', features: mapped.map((line) => ({ type: 'Feature', properties: { line }, geometry: { type: 'Point', coordinates: [...lines.place.get(line)!.at] } })) });
    const beams = mapped.filter((line) => lines.place.get(line)!.tower !== null).slice(0, MOST_CIRCLES).map((line) => sectorOf(lines.place.get(line)!)!);
    // Many records of one tower are one sector.
    const once = new Map(beams.map((one) => [JSON.stringify(one.ring[1]), one]));
    source(view, 'sectors')?.setData({
      type: 'FeatureCollection', features: [...once.values()].flatMap((one): GeoJSON.Feature[] => [
        { type: 'Feature', properties: { firm: one.firm }, geometry: { type: 'Polygon', coordinates: [one.ring.map((corner) => [...corner])] } },
        ...(one.axis.length > 0 ? [{ type: 'Feature' as const, properties: { firm: one.firm }, geometry: { type: 'LineString' as const, coordinates: one.axis.map((corner) => [...corner]) } }] : []),
      ]),
    });
    const round = mapped.filter((line) => lines.place.get(line)!.tower === null).filter((line) => (lines.place.get(line)!.accuracy ?? 0) > 0).slice(0, MOST_CIRCLES);
    source(view, 'accuracy')?.setData(shape(round.map((line) => ({ type: 'Polygon', coordinates: [ringOf(lines.place.get(line)!.at, lines.place.get(line)!.accuracy!, 32).map((corner) => [...corner])] }))));
  }, [ready, props.lines, props.mapped]);
  useEffect(() => {
    const view = map.current;
    if (!ready || !view) return;
    const { area } = props;
    const ring = area === null ? null : area.kind === 'circle' ? ringOf(area.centre, area.metres) : [...area.corners, area.corners[0]!];
    source(view, 'area')?.setData(shape(ring ? [{ type: 'Polygon', coordinates: [ring.map((corner) => [...corner])] }] : []));
    source(view, 'sketch')?.setData(shape([]));
    drawn.current = [];
  }, [ready, props.area, props.tool]);
  useEffect(() => {
    const view = map.current;
    if (!ready || !view) return;
    const features = props.layers.filter((one) => one.shown).flatMap((layer) => layer.features.features.map((one) => ({ ...one, properties: { name: String(one.properties?.name ?? ''), layer: layer.name } })));
    source(view, 'own')?.setData({ type: 'FeatureCollection', features });
    const whole = boundsOf(features);
    // Where records have places the map stays with them.
    if (whole && now.current.lines.place.size === 0) view.fitBounds(whole, { padding: 50, maxZoom: 12, duration: 0 });
  }, [ready, props.layers]);
  useEffect(() => {
    const view = map.current;
    if (!ready || !view || props.lines.place.size === 0) return;
    const all = [...props.lines.place.values()].map((one) => one.at);
    const [xs, ys] = [all.map((one) => one[0]), all.map((one) => one[1])];
    view.fitBounds([[Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]], { padding: 50, maxZoom: 9, duration: 0 });
  }, [ready, props.lines]);
  useEffect(() => {
    const view = map.current;
    if (!ready || !view) return;
    view.getCanvas().style.cursor = props.tool === 'none' ? '' : 'crosshair';
    if (props.tool === 'polygon') view.doubleClickZoom.disable();
    else view.doubleClickZoom.enable();
    const colours = paints(props.theme);
    for (const [layer, name, value] of colours) view.setPaintProperty(layer, name, value);
  }, [ready, props.tool, props.theme]);
  return (
    <>
      {broken && <p className="hint">{broken}</p>}
      <div ref={box} className="ws-world" data-testid="ws-world" data-ready={ready}
        onKeyDown={(key) => { if (key.key === 'Enter' && props.tool === 'polygon') finish(); }} />
    </>
  );
}

/** West, south, east, north of what is drawn; null if it is nothing. */
function boundsOf(features: readonly GeoJSON.Feature[]): [number, number, number, number] | null {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === 'number') {
      const [x, y] = part as [number, number];
      [box[0], box[1], box[2], box[3]] = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
    } else part.forEach(walk);
  };
  const shapes = (one: GeoJSON.Geometry): void => { if (one.type === 'GeometryCollection') one.geometries.forEach(shapes); else walk(one.coordinates); };
  features.forEach((one) => shapes(one.geometry));
  return box[2] >= box[0] ? box : null;
}

const source = (view: MapView, name: string): GeoJSONSource | undefined => view.getSource(name) as GeoJSONSource | undefined;

const shape = (geometries: GeoJSON.Geometry[]): FeatureCollection => ({ type: 'FeatureCollection', features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })) });

type Paint = 'background-color' | 'fill-color' | 'line-color' | 'circle-color' | 'circle-stroke-color';

/* Counts stand on clusters as text of the page: letters of the map's own would have to be fetched from somewhere. */
function counts(view: MapView, held: Map<string, Marker>): void {
  if (!view.isSourceLoaded('places')) return;
  const seen = new Set<string>();
  for (const one of view.querySourceFeatures('places')) {
    if (one.properties.cluster !== true || one.geometry.type !== 'Point') continue;
    const [x, y] = one.geometry.coordinates as [number, number];
    const key = `${one.properties.cluster_id} ${one.properties.point_count}`;
    seen.add(key);
    if (held.has(key)) continue;
    const label = document.createElement('span');
    label.className = 'ws-cluster';
    label.setAttribute('aria-hidden', 'true');
    label.textContent = countWords(Number(one.properties.point_count));
    held.set(key, new Marker({ element: label }).setLngLat([x, y]).addTo(view));
    label.removeAttribute('role');
    label.removeAttribute('tabindex');
    label.removeAttribute('aria-label');
  }
  for (const [key, marker] of held) {
    if (seen.has(key)) continue;
    marker.remove();
    held.delete(key);
  }
}

const paints = (theme: Theme): [string, Paint, string][] => [
  ['sea', 'background-color', theme.faint], ['land', 'fill-color', theme.ground], ['borders', 'line-color', theme.tie], ['clusters', 'circle-color', theme.groups[0]!],
  ['places', 'circle-color', theme.groups[1]!], ['places', 'circle-stroke-color', theme.ground], ['accuracy', 'fill-color', theme.groups[1]!], ['area', 'line-color', theme.ink], ['area-fill', 'fill-color', theme.groups[2]!], ['sketch', 'line-color', theme.ink],
  ['sectors-fill', 'fill-color', theme.groups[0]!], ['sectors-firm', 'line-color', theme.groups[0]!], ['sectors-open', 'line-color', theme.groups[0]!],
  ['own-fill', 'fill-color', theme.groups[3]!], ['own-line', 'line-color', theme.groups[3]!], ['own-dots', 'circle-color', theme.groups[3]!],
];

function styleOf(world: Ground, theme: Theme): StyleSpecification {
  const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };
  const paint = (layer: string, name: Paint): string => paints(theme).find(([l, n]) => l === layer && n === name)![2];
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: world.land }, borders: { type: 'geojson', data: world.borders },
      places: { type: 'geojson', data: empty, cluster: true, clusterRadius: 38, clusterMaxZoom: 15 },
      accuracy: { type: 'geojson', data: empty }, sectors: { type: 'geojson', data: empty }, own: { type: 'geojson', data: empty },
      area: { type: 'geojson', data: empty }, sketch: { type: 'geojson', data: empty },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': paint('sea', 'background-color') } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': paint('land', 'fill-color'), 'fill-antialias': false } },
      { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': paint('borders', 'line-color'), 'line-width': 0.8 } },
      { id: 'own-fill', type: 'fill', source: 'own', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': paint('own-fill', 'fill-color'), 'fill-opacity': 0.12 } },
      { id: 'own-line', type: 'line', source: 'own', filter: ['!=', ['geometry-type'], 'Point'], paint: { 'line-color': paint('own-line', 'line-color'), 'line-width': 2 } },
      { id: 'own-dots', type: 'circle', source: 'own', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-color': paint('own-dots', 'circle-color'), 'circle-radius': 4, 'circle-opacity': 0.9 } },
      { id: 'sectors-fill', type: 'fill', source: 'sectors', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': paint('sectors-fill', 'fill-color'), 'fill-opacity': 0.14 } },
      { id: 'sectors-firm', type: 'line', source: 'sectors', filter: ['get', 'firm'], paint: { 'line-color': paint('sectors-firm', 'line-color'), 'line-width': 1.5 } },
      { id: 'sectors-open', type: 'line', source: 'sectors', filter: ['!', ['get', 'firm']], paint: { 'line-color': paint('sectors-open', 'line-color'), 'line-width': 1.5, 'line-dasharray': [2, 2] } },
      { id: 'area-fill', type: 'fill', source: 'area', paint: { 'fill-color': paint('area-fill', 'fill-color'), 'fill-opacity': 0.15 } },
      { id: 'area', type: 'line', source: 'area', paint: { 'line-color': paint('area', 'line-color'), 'line-width': 2 } },
      { id: 'sketch', type: 'line', source: 'sketch', paint: { 'line-color': paint('sketch', 'line-color'), 'line-width': 2, 'line-dasharray': [2, 2] } },
      { id: 'accuracy', type: 'fill', source: 'accuracy', paint: { 'fill-color': paint('accuracy', 'fill-color'), 'fill-opacity': 0.14 } },
      { id: 'clusters', type: 'circle', source: 'places', filter: ['has', 'point_count'], paint: { 'circle-color': paint('clusters', 'circle-color'), 'circle-radius': ['step', ['get', 'point_count'], 13, 10, 16, 100, 21, 1000, 27] } },
      { id: 'places', type: 'circle', source: 'places', filter: ['!', ['has', 'point_count']], paint: { 'circle-color': paint('places', 'circle-color'), 'circle-radius': 6, 'circle-stroke-width': 1.5, 'circle-stroke-color': paint('places', 'circle-stroke-color') } },
    ],
  };
}
