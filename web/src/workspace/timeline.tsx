import { useEffect, useMemo, useRef, useState } from 'react';
import { countOf, countWords, fieldOfTime, plain, timeOfField, timeWords } from '../parts/words';
import { nameOf, unanswered, type Desk } from './desk';
import { word } from '../language/say';
import { chosenWith, shifted, type Grain } from './state';
import { binOf, busiest, clockWords, histogram, inWindow, laneEntities, lanesOf, zonesOf, type Bin } from './time';

const WIDE = 1_200; // Units of the picture; it is drawn to the width there is.
const HIGH = 92;
const LANE = 18;
const MOST_LANES = 8;
const PACE = 700; // Milliseconds between steps of the play; slow enough to see who comes and goes.

const GRAINS: Grain[] = ['auto', 'hour', 'day', 'week', 'month', 'year'];

/** Records along time, with a window that everything else follows. */
export function TimelinePanel({ desk, playing, onPlay }: { desk: Desk; playing: boolean; onPlay: (on: boolean) => void }) {
  const { view, lines, kept, net, theme } = desk;
  const found = useMemo(() => histogram(lines.at, kept.timed, view.grain), [lines, kept.timed, view.grain]);
  const lanes = useMemo(() => {
    if (!view.lanes || !net) return [];
    return lanesOf(lines.at, kept.timed, lines.who, found.bins, laneEntities(desk.chosen, busiest(kept.timed, lines.who, MOST_LANES), MOST_LANES));
  }, [view.lanes, net, desk.chosen, kept.timed, lines, found.bins]);
  const { bins } = found;
  const until = unanswered(desk.asked.records);
  const zones = useMemo(() => zonesOf(lines.zone, kept.timed).filter((zone) => clockWords(0, zone) !== null), [lines.zone, kept.timed]);
  const zone = zones.includes(view.clock) ? view.clock : '';
  const windowed = view.from !== null && view.to !== null;
  const latest = useRef(desk);
  latest.current = desk;
  useEffect(() => {
    if (!playing) return;
    const end = bins.at(-1)?.to ?? 0;
    const timer = setInterval(() => {
      const { view: now, slide } = latest.current;
      if (now.from === null || now.to === null || now.from >= end) onPlay(false);
      else slide('Played through time', shifted(now, 0.25));
    }, PACE);
    return () => clearInterval(timer);
  }, [playing, bins, onPlay]);
  const play = () => {
    if (!playing && !windowed && bins.length > 0) {
      const first = bins[0]!.from;
      desk.take('A window to play', { from: first, to: first + Math.max(1, (bins.at(-1)!.to - first) / 12) });
    }
    onPlay(!playing);
  };
  const brush = (from: number, to: number) => desk.slide('Brushed a window', { from, to });
  /* The lane of somebody chosen lets go of them again: nothing else on the timeline does. */
  const chooseLane = (v: number, add: boolean) => {
    const entity = net!.entities[v]!;
    const chosen = add || view.chosen.includes(entity) ? chosenWith(view, entity, true) : [entity];
    desk.take(chosen.includes(entity) ? `Chose ${net!.labels[v]}` : `Let go of ${net!.labels[v]}`, { chosen });
  };
  const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
  const set = (name: 'from' | 'to') => (text: string) => {
    const at = timeOfField(text);
    desk.slide('Set the window', { [name]: at === null ? null : Date.parse(at) });
  };
  return (
    <section className="card ws-time" aria-label="Timeline" id="ws-time">
      <div className="toolbar">
        <h2 className="ws-title">Timeline</h2>
        <label className="inline-label">By
          <select value={view.grain} onChange={(change) => desk.take('Another grain of time', { grain: change.target.value as Grain })} data-testid="ws-grain">
            {GRAINS.map((one) => <option key={one} value={one}>{one === 'auto' ? `${word(found.grain)} (by itself)` : word(one)}</option>)}
          </select>
        </label>
        {zones.length > 0 && (
          <label className="inline-label">Also by
            <select value={zone} onChange={(change) => desk.take(change.target.value ? 'Another clock beside UTC' : 'UTC alone', { clock: change.target.value })} data-testid="ws-clock">
              <option value="">UTC alone</option>
              {zones.map((one) => <option key={one} value={one}>{one}</option>)}
            </select>
          </label>
        )}
        <label className="inline-label">From (UTC)<input type="datetime-local" value={fieldOfTime(iso(view.from))} onChange={(change) => set('from')(change.target.value)} data-testid="ws-from" /></label>
        <label className="inline-label">To (UTC)<input type="datetime-local" value={fieldOfTime(iso(view.to))} onChange={(change) => set('to')(change.target.value)} data-testid="ws-to" /></label>
        <button type="button" className="button small" disabled={!windowed} onClick={() => desk.slide('Moved the window', shifted(view, -1))} aria-label="Window earlier">◂</button>
        <button type="button" className="button small" disabled={!windowed} onClick={() => desk.slide('Moved the window', shifted(view, 1))} aria-label="Window later">▸</button>
        <button type="button" className="button small" aria-pressed={playing} disabled={bins.length === 0} onClick={play} data-testid="ws-play">{playing ? 'Stop' : 'Play'}</button>
        <button type="button" className="button small" disabled={view.from === null && view.to === null} onClick={() => desk.take('All time', { from: null, to: null })} data-testid="ws-all-time">All time</button>
        <label className="inline-label"><input type="checkbox" checked={view.lanes} onChange={(change) => desk.take(change.target.checked ? 'Lanes by entity' : 'No lanes', { lanes: change.target.checked })} data-testid="ws-lanes" />Lanes</label>
        <label className="inline-label push ws-undated"><input type="checkbox" checked={view.undated} onChange={(change) => desk.take(change.target.checked ? 'With undated records' : 'Without undated records', { undated: change.target.checked })} data-testid="ws-undated" />
          <span>Without time: <strong>{until && lines.total === 0 ? '…' : countWords(found.undated)}</strong></span></label>
      </div>
      {bins.length === 0 ? <p className="hint">{until ?? 'No record in sight has a time.'}</p> : <Bars bins={bins} from={view.from} to={view.to} onBrush={brush} colour={theme.single} faint={theme.tie} zone={zone} />}
      {lanes.length > 0 && bins.length > 0 && net && (
        <div className="ws-lanes" role="group" aria-label="Lanes by entity" data-testid="ws-lane-list">
          {lanes.map((lane) => (
            <div key={lane.entity} className="ws-lane">
              <button type="button" className="link clip" aria-pressed={desk.chosen.has(lane.entity)} onClick={(click) => chooseLane(lane.entity, click.shiftKey)} data-testid="ws-lane">{nameOf(net, lane.entity)}</button>
              <svg viewBox={`0 0 ${WIDE} ${LANE}`} preserveAspectRatio="none" role="img" aria-label={`${nameOf(net, lane.entity)}: ${countOf(lane.total, 'record')}, ${countWords(lane.undated)} without time`}>
                {[...lane.counts].map((count, at) => (count > 0 ? <rect key={at} x={(at * WIDE) / bins.length} y={2} width={Math.max(2, WIDE / bins.length - 0.5)} height={LANE - 4} fill={inWindow(bins[at]!, view) ? theme.single : theme.tie} opacity={0.35 + 0.65 * Math.min(1, Math.log2(1 + count) / 6)} /> : null))}
              </svg>
            </div>
          ))}
          <p className="hint">{desk.chosen.size === 0 ? 'Those with most records in sight. A lane chooses its entity for all panels; Shift adds.' : 'First those chosen, then those who share most records with them. A lane chooses its entity for all panels, once more lets it go; Shift adds.'}</p>
        </div>
      )}
      <TimeTable bins={bins} undated={found.undated} grain={found.grain} zone={zone} />
    </section>
  );
}

interface BarsProps {
  bins: readonly Bin[];
  from: number | null;
  to: number | null;
  onBrush: (from: number, to: number) => void;
  colour: string;
  faint: string;
  zone: string;
}

function Bars({ bins, from, to, onBrush, colour, faint, zone }: BarsProps) {
  const [start, setStart] = useState<number | null>(null);
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const [first, end] = [bins[0]!.from, bins.at(-1)!.to];
  const place = (at: number): number => (WIDE * (Math.min(end, Math.max(first, at)) - first)) / (end - first);
  const moment = (event: React.PointerEvent<SVGSVGElement>): number => {
    const frame = event.currentTarget.getBoundingClientRect();
    return first + ((end - first) * Math.min(1, Math.max(0, event.clientX - frame.left) / frame.width));
  };
  const stretch = (a: number, b: number) => {
    const [low, high] = [bins[binOf(bins, Math.min(a, b))]!, bins[binOf(bins, Math.max(a, b))]!];
    onBrush(low.from, high.to);
  };
  const dated = bins.reduce((sum, bin) => sum + bin.count, 0);
  return (
    <figure className="ws-bars">
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" data-testid="ws-bars" role="img"
        aria-label={`${countOf(dated, 'record')} from ${timeWords(new Date(first).toISOString())} to ${timeWords(new Date(end).toISOString())}; the table below says the same`}
        onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); setStart(moment(event)); }}
        onPointerMove={(event) => { if (start !== null) stretch(start, moment(event)); }}
        onPointerUp={(event) => { if (start !== null) stretch(start, moment(event)); setStart(null); }}>
        {(from !== null || to !== null) && <rect className="ws-window" x={place(from ?? first)} y={0} width={Math.max(2, place(to ?? end) - place(from ?? first))} height={HIGH} />}
        {bins.map((bin) => {
          const high = bin.count === 0 ? 0 : Math.max(2, (HIGH - 4) * Math.sqrt(bin.count / most));
          return <rect key={bin.from} x={place(bin.from)} y={HIGH - high} width={Math.max(0.8, place(bin.to) - place(bin.from) - 0.6)} height={high} fill={inWindow(bin, { from, to }) ? colour : faint} />;
        })}
      </svg>
      <figcaption>
        <Axis first={first} end={end} zone="" />
        {zone && <Axis first={first} end={end} zone={zone} />}
        <span className="muted small">Height grows with the root of the count; most in one bar: {countWords(most)}.</span>
      </figcaption>
    </figure>
  );
}

/** Moments along the bars, by UTC or by another clock with its offset then. */
function Axis({ first, end, zone }: { first: number; end: number; zone: string }) {
  const moments = [0, 0.25, 0.5, 0.75, 1].map((share) => first + (end - first) * share);
  return (
    <div className="ws-axis">
      {moments.map((at) => <span key={at} className="time">{zone ? clockWords(at, zone) : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`}</span>)}
    </div>
  );
}

function TimeTable({ bins, undated, grain, zone }: { bins: readonly Bin[]; undated: number; grain: string; zone: string }) {
  const [open, setOpen] = useState(false);
  const full = bins.filter((bin) => bin.count > 0);
  return (
    <details onToggle={(toggle) => setOpen(toggle.currentTarget.open)}>
      <summary>The timeline as a table</summary>
      {open && (
        <div className="ws-scroll" tabIndex={0} role="region" aria-label="Records along time">
          <table data-testid="ws-time-table">
            <caption className="unseen">Records by {word(grain)}, in UTC</caption>
            <thead><tr><th scope="col">{plain(grain)} beginning (UTC)</th>{zone && <th scope="col">By {zone}</th>}<th scope="col" className="number">Records</th></tr></thead>
            <tbody>
              {full.map((bin) => <tr key={bin.from}><td className="time">{timeWords(new Date(bin.from).toISOString())}</td>{zone && <td className="time">{clockWords(bin.from, zone)}</td>}<td className="number">{countWords(bin.count)}</td></tr>)}
              <tr><td className="undated">without time</td>{zone && <td />}<td className="number">{countWords(undated)}</td></tr>
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
