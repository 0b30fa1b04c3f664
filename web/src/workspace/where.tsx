import { lazy, Suspense, useMemo, useState } from 'react';
import { useWorkspace } from '../frame/workspace';
import { Waiting } from '../parts/pieces';
import { Table } from '../parts/table';
import { countOf, countWords, spanWords, timeWords } from '../parts/words';
import { unanswered, type Desk } from './desk';
import { LayerList } from './layerlist';
import type { Layer } from './layers';
import type { MapTool } from './map';
import { towerWords } from './sectors';
import type { Area } from './state';

const WorldMap = lazy(() => import('./map'));

/** Where records say that something took place. */
export function MapPanel({ desk }: { desk: Desk }) {
  const { lines, kept, view } = desk;
  const w = useWorkspace();
  const [tool, setTool] = useState<MapTool>('none');
  const [listed, setListed] = useState(false);
  const [said, setSaid] = useState('');
  const stored = /* not said */ `layers ${w.caseId}`;
  const [layers, setLayers] = useState<Layer[]>(() => (w.desk.get(stored) as Layer[] | undefined) ?? []);
  const keep = (next: Layer[]) => {
    setLayers(next);
    w.desk.set(stored, next);
  };
  const without = lines.id.length - lines.place.size;
  const towers = useMemo(() => kept.mapped.filter((line) => lines.place.get(line)!.tower !== null), [kept.mapped, lines]);
  const open = towers.filter((line) => { const tower = lines.place.get(line)!.tower!; return tower.azimuth === null || tower.beam === null; }).length;
  const area = (next: Area | null, words: string) => desk.slide(words, { area: next });
  return (
    <section className="card ws-map" aria-label="Map of places" id="ws-map">
      <div className="toolbar">
        <h2 className="ws-title">Map <span className="muted" data-testid="ws-places">{unanswered(desk.asked.records) && lines.total === 0 ? '…' : countOf(kept.mapped.length, 'place')}</span></h2>
        {lines.place.size > 0 && (
          <>
            <button type="button" className="button small" aria-pressed={tool === 'circle'} onClick={() => setTool(tool === 'circle' ? 'none' : 'circle')} data-testid="ws-circle">Radius</button>
            <button type="button" className="button small" aria-pressed={tool === 'polygon'} onClick={() => setTool(tool === 'polygon' ? 'none' : 'polygon')} data-testid="ws-polygon">Polygon</button>
            <button type="button" className="button small" disabled={!view.area} onClick={() => area(null, 'Everywhere')} data-testid="ws-everywhere">Everywhere</button>
          </>
        )}
      </div>
      {lines.place.size === 0 && layers.length === 0 ? (
        <>
        <p className="hint">{lines.id.length === 0 ? unanswered(desk.asked.records) ?? 'No record is in sight.' : `None of the ${countOf(lines.id.length, 'record')} says where it took place.`}</p>
        <LayerList layers={layers} onLayers={keep} />
        </>
      ) : (
        <>
          {tool === 'circle' && <p className="hint">Click where the middle is, or give it in figures below.</p>}
          {tool === 'polygon' && <p className="hint">Click corner after corner; a double click or Enter closes the area.</p>}
          <Suspense fallback={<Waiting what="Opening the map…" />}>
            <WorldMap lines={lines} mapped={kept.mapped} area={view.area} tool={tool} theme={desk.theme} layers={layers} onFeature={setSaid}
              onArea={(next) => { setTool('none'); area(next, next.kind === 'circle' ? 'Searched within a radius' : 'Searched within a polygon'); }}
              onLines={(found) => desk.take(`Chose who is at ${countOf(found.length, 'place')}`, { chosen: [...new Set(found.flatMap((line) => lines.who[line]!))].map((v) => desk.net?.entities[v] ?? '').filter(Boolean) })} />
          </Suspense>
          {said && <p className="hint" role="status">{said}</p>}
          <TimeSlider desk={desk} />
          <CircleForm key={JSON.stringify(view.area)} area={view.area} onArea={(next) => area(next, 'Searched within a radius')} />
          <details onToggle={(toggle) => setListed(toggle.currentTarget.open)}>
            <summary>The map as a table</summary>
            {listed && (
              <Table<number> caption="Places in sight" rows={kept.mapped} rowKey={(line) => lines.id[line]!} pageSize={20} testId="ws-place-table"
                onOpen={(line) => w.go('records', { params: { record: lines.id[line]! } })}
                columns={[
                  { name: 'time', title: 'Claimed time (UTC)', cell: (line) => timeWords(Number.isNaN(lines.at[line]!) ? null : new Date(lines.at[line]!).toISOString()), by: (line) => (Number.isNaN(lines.at[line]!) ? null : lines.at[line]!) },
                  { name: 'who', title: 'Who', cell: (line) => lines.author[line] || 'nobody named', by: (line) => lines.author[line]! },
                  { name: 'lat', title: 'Latitude', cell: (line) => lines.place.get(line)!.at[1].toFixed(5), by: (line) => lines.place.get(line)!.at[1], className: 'number' },
                  { name: 'lon', title: 'Longitude', cell: (line) => lines.place.get(line)!.at[0].toFixed(5), by: (line) => lines.place.get(line)!.at[0], className: 'number' },
                  { name: 'accuracy', title: 'Accuracy', cell: (line) => (lines.place.get(line)!.accuracy === null ? 'not said' : `${countWords(Math.round(lines.place.get(line)!.accuracy!))} m`), by: (line) => lines.place.get(line)!.accuracy, className: 'number' },
                  ...(towers.length > 0 ? [{ name: 'tower', title: 'Tower', cell: (line: number) => towerWords(lines.place.get(line)!) }] : []),
                  { name: 'name', title: 'Place', cell: (line) => lines.place.get(line)!.name },
                ]} />
            )}
          </details>
          <LayerList layers={layers} onLayers={keep} />
          {towers.length > 0 && <p className="hint" data-testid="ws-towers">{`${countOf(towers.length, 'place')} of towers: a sector is where the tower beams to, the telephone was somewhere in it or beyond. ${open > 0 ? `${countWords(open)} say no direction or beam width and are drawn as circles.` : 'All say direction and beam width.'} A broken outline means that something is not said.`}</p>}
          {without > 0 && <p className="hint">{countOf(without, 'record')} {without === 1 ? 'says' : 'say'} no place. A shaded circle is how near the source says it is; without one, the source does not say.</p>}
        </>
      )}
    </section>
  );
}

const SLIDES = 400; // Places that the slider has from the first record to the last.

/** Moves the brushed window along the time of the places; without a window it brushes a tenth. */
function TimeSlider({ desk }: { desk: Desk }) {
  const { lines, view } = desk;
  const [first, last] = useMemo(() => {
    let [low, high] = [Infinity, -Infinity];
    for (const line of lines.place.keys()) {
      const at = lines.at[line]!;
      if (!Number.isNaN(at)) [low, high] = [Math.min(low, at), Math.max(high, at)];
    }
    return [low, high];
  }, [lines]);
  if (!(last > first)) return null;
  const wide = view.from !== null && view.to !== null ? view.to - view.from : (last - first) / 10;
  const room = Math.max(1, last - first);
  const at = view.from === null ? 0 : Math.round((SLIDES * Math.min(Math.max(view.from - first, 0), room)) / room);
  const move = (place: number) => {
    const from = Math.round(first + (room * place) / SLIDES);
    desk.slide('Moved the window on the map', { from, to: Math.round(from + wide) });
  };
  const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
  const words = view.from === null ? 'All time' : spanWords(iso(view.from), iso(view.to));
  return (
    <div className="toolbar ws-slider">
      <label className="inline-label">Time<input type="range" min={0} max={SLIDES} value={at} onChange={(change) => move(Number(change.target.value))} aria-valuetext={words} data-testid="ws-slider" /></label>
      <span className="muted small">{words}</span>
      <button type="button" className="button small" disabled={view.from === null && view.to === null} onClick={() => desk.take('All time', { from: null, to: null })}>All time</button>
    </div>
  );
}

/** A radius in figures, for those who do not point. */
function CircleForm({ area, onArea }: { area: Area | null; onArea: (area: Area) => void }) {
  const circle = area?.kind === 'circle' ? area : null;
  const [lat, setLat] = useState(circle ? String(circle.centre[1]) : '');
  const [lon, setLon] = useState(circle ? String(circle.centre[0]) : '');
  const [km, setKm] = useState(circle ? String(circle.metres / 1_000) : '5');
  const [y, x, metres] = [Number(lat), Number(lon), Number(km) * 1_000];
  const whole = lat !== '' && lon !== '' && Math.abs(y) <= 90 && Math.abs(x) <= 180 && metres > 0;
  return (
    <form className="toolbar" onSubmit={(submit) => { submit.preventDefault(); if (whole) onArea({ kind: 'circle', centre: [x, y], metres }); }}>
      <label className="inline-label">Latitude<input className="short" inputMode="decimal" value={lat} onChange={(change) => setLat(change.target.value)} data-testid="ws-lat" /></label>
      <label className="inline-label">Longitude<input className="short" inputMode="decimal" value={lon} onChange={(change) => setLon(change.target.value)} data-testid="ws-lon" /></label>
      <label className="inline-label">Radius in km<input className="short" inputMode="decimal" value={km} onChange={(change) => setKm(change.target.value)} data-testid="ws-km" /></label>
      <button type="submit" className="button small" disabled={!whole} data-testid="ws-within">Search within</button>
    </form>
  );
}
