import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useWorkspace } from '../frame/workspace';
import { kindsWords, largestSize, methodOf, sizes } from '../parts/measures';
import { groupColour } from '../parts/palette';
import { Table } from '../parts/table';
import { countOf, countWords, dayWords, plain, spanWords, timeWords, valueWords } from '../parts/words';
import { Expand, PathForm } from './ask';
import { nameOf, type Desk } from './desk';
import { roundsFor, runForces } from './force';
import { BUDGET, budgetAfter, levelOf, type Level } from './level';
import { leavesOf, otherEnd, type Net } from './net';
import { boxOf, circle, concentric, grid, hierarchy, type Places } from './places';
import { pngOf, svgOf, type Caption } from './picture';
import { openStage, type Dot, type Line, type Stage } from './stage';
import { chosenWith, inside, narrows, type LayoutName } from './state';

export interface ChartDeeds {
  zoom: (by: 'in' | 'out' | 'all') => void;
  pan: (right: number, down: number) => void;
  lasso: () => void;
  expand: () => void;
  path: () => void;
}

const LAYOUTS: { value: LayoutName; label: string }[] = [
  { value: 'force', label: 'Forces' }, { value: 'hierarchy', label: 'Rows by hops' }, { value: 'circle', label: 'Circle' },
  { value: 'concentric', label: 'Rings by size' }, { value: 'grid', label: 'Grid' },
];

/** Places of all entities: the server's, then those that were given here. */
function usePlaces(desk: Desk, moving: { x: Float64Array; y: Float64Array } | null): { x: Float64Array; y: Float64Array } {
  const { net, view } = desk;
  const placed = useMemo(() => {
    if (!net) return { x: new Float64Array(), y: new Float64Array() };
    const [x, y] = [net.x.slice(), net.y.slice()];
    for (const [entity, [px, py]] of Object.entries(view.placed)) {
      const v = net.place.get(entity);
      if (v !== undefined) [x[v], y[v]] = [px, py];
    }
    return { x, y };
  }, [net, view.placed]);
  return moving && moving.x.length === placed.x.length ? moving : placed;
}

/** What is on the chart: chosen entities to show, without the leaves that are folded away. */
function useOn(desk: Desk): { on: Uint8Array; folded: Map<number, number> } {
  const { net, view } = desk;
  return useMemo(() => {
    if (!net) return { on: new Uint8Array(), folded: new Map() };
    const on = new Uint8Array(net.count).fill(view.shown === null ? 1 : 0);
    for (const entity of view.shown ?? []) {
      const v = net.place.get(entity);
      if (v !== undefined) on[v] = 1;
    }
    const folded = new Map<number, number>();
    for (const entity of view.folded) {
      const v = net.place.get(entity);
      if (v === undefined || !on[v]) continue;
      const leaves = leavesOf(net, v).filter((leaf) => on[leaf]);
      for (const leaf of leaves) on[leaf] = 0;
      if (leaves.length > 0) folded.set(v, leaves.length);
    }
    return { on, folded };
  }, [net, view.shown, view.folded]);
}

interface Drawing {
  dots: Dot[];
  lines: Line[];
  words: string;
}

/** From a level to dots and lines. */
function drawingOf(desk: Desk, level: Level, x: Float64Array, y: Float64Array, radius: readonly number[], folded: Map<number, number>): Drawing {
  const net = desk.net!;
  const { theme, chosen, group, kept, held, way } = desk;
  const colour = (v: number): string => (group ? groupColour(theme, group[v] ?? 99) : theme.single);
  if (level.kind === 'parts') {
    const most = Math.max(...level.discs.map((disc) => disc.members));
    const strongest = Math.max(1, ...level.bands.map((band) => band.ties));
    return {
      dots: level.discs.map((disc) => ({
        key: `p${disc.part}`, x: disc.x, y: disc.y, size: 4 + 22 * Math.sqrt(disc.members / most), colour: colour(disc.first),
        label: `${countWords(disc.members)} round ${nameOf(net, disc.first)}`, strong: false, ringed: false,
      })),
      lines: level.bands.map((band) => ({ key: `${band.a} ${band.b}`, a: `p${band.a}`, b: `p${band.b}`, size: 0.6 + 5 * Math.sqrt(band.ties / strongest), colour: theme.tie, strong: false })),
      words: `${countOf(level.discs.length, 'disc')} stand for ${countOf(level.discs.reduce((sum, disc) => sum + disc.members, 0), 'entity', 'entities')}; ${level.leftNodes > 0 ? `${countWords(level.leftNodes)} more are not drawn; ` : ''}come nearer to see them one by one.`,
    };
  }
  const fading = kept.alive !== null || chosen.size > 0;
  const near = new Set<number>(chosen);
  for (const v of chosen) for (let i = net.starts[v]!; i < net.starts[v + 1]!; i++) if (desk.passes(net.ties[i]!)) near.add(otherEnd(net, net.ties[i]!, v));
  const awake = (v: number): boolean => !fading || (chosen.size > 0 ? near.has(v) : (kept.alive?.get(v) ?? 0) > 0);
  const newcomers = new Set(held?.came.map((entity) => net.place.get(entity)) ?? []);
  const dots: Dot[] = [];
  for (const v of level.nodes) {
    const hidden = folded.get(v);
    dots.push({
      key: `e${v}`, x: x[v]!, y: y[v]!, size: radius[v] ?? 4, colour: awake(v) ? colour(v) : theme.faint,
      label: awake(v) ? `${nameOf(net, v)}${hidden ? ` +${hidden}` : ''}` : '', strong: chosen.has(v), ringed: chosen.has(v) || newcomers.has(v),
    });
  }
  let heaviest = 1;
  for (const t of level.ties) heaviest = Math.max(heaviest, net.weight[t]!);
  const lines: Line[] = [];
  for (const t of level.ties) {
    const [a, b] = [net.from[t]!, net.to[t]!];
    const strong = way.size > 0 ? way.has(t) : chosen.size > 0 ? chosen.has(a) || chosen.has(b) : held?.newTies.has(t) ?? false;
    const sleeping = !strong && (way.size > 0 || chosen.size > 0 || !awake(a) || !awake(b));
    lines.push({
      key: `t${t}`, a: `e${a}`, b: `e${b}`, size: 0.8 + 3.2 * (Math.log2(1 + net.weight[t]!) / Math.log2(1 + heaviest)),
      colour: sleeping ? theme.faint : strong && held?.newTies.has(t) ? theme.groups[2]! : strong ? theme.ink : theme.tie, strong,
    });
  }
  const left = [level.leftNodes > 0 ? `${countOf(level.leftNodes, 'entity', 'entities')} in sight are not drawn, the largest are` : '', level.leftTies > 0 ? `${countOf(level.leftTies, 'lighter tie')} not drawn` : ''].filter(Boolean).join('; ');
  return { dots, lines, words: left && `${left}; come nearer to see more.` };
}

/** The chart with its tools. */
export function ChartPanel({ desk, deeds }: { desk: Desk; deeds: { current: ChartDeeds | null } }) {
  const w = useWorkspace();
  const { net, view, theme } = desk;
  const box = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const budget = useRef(BUDGET);
  const [broken, setBroken] = useState<unknown>(null);
  const [drawing, setDrawing] = useState<Drawing>({ dots: [], lines: [], words: '' });
  const [lasso, setLasso] = useState(false);
  const [asking, setAsking] = useState<'expand' | 'path' | null>(null);
  const [hover, setHover] = useState<{ v: number; x: number; y: number } | null>(null);
  const [moving, setMoving] = useState<{ x: Float64Array; y: Float64Array } | null>(null);
  const [progress, setProgress] = useState('');
  const stop = useRef<(() => void) | null>(null);
  const { x, y } = usePlaces(desk, moving);
  const { on, folded } = useOn(desk);
  const radius = useMemo(() => (net ? sizes(Array.from({ length: net.count }, (_, v) => desk.value(v)), 3.5, largestSize(net.count)) : []), [net, desk.value]);
  const rank = radius;
  const draw = useRef<() => void>(() => undefined);
  draw.current = () => {
    if (!stage.current || !net) return;
    const pace = stage.current.pace();
    if (pace > 0) budget.current = budgetAfter(budget.current, pace);
    const level = levelOf({ net, x, y, on, rank, passes: desk.passes }, stage.current.sight(), budget.current);
    const next = drawingOf(desk, level, x, y, radius, folded);
    stage.current.draw(next.dots, next.lines, net.directed);
    setDrawing(next);
  };
  const heard = useRef(desk);
  heard.current = desk;
  const choose = useCallback((key: string | null, add: boolean) => {
    const { view: now, net: there, take } = heard.current;
    if (!there) return;
    if (key === null) {
      if (now.chosen.length > 0 && !add) take('Chose nobody', { chosen: [] });
      return;
    }
    const members = key.startsWith('p') ? membersOf(there, Number(key.slice(1))) : null;
    if (members) take(`Chose a disc of ${members.length}`, { chosen: members.map((v) => there.entities[v]!) });
    else take(`Chose ${there.labels[Number(key.slice(1))]}`, { chosen: chosenWith(now, there.entities[Number(key.slice(1))]!, add) });
  }, []);
  useEffect(() => {
    if (!box.current) return;
    try {
      stage.current = openStage(box.current, theme, {
        click: choose,
        open: (key) => { if (key.startsWith('e')) { choose(key, false); setAsking('expand'); } else choose(key, false); },
        hover: (key, at) => setHover(key?.startsWith('e') ? { v: Number(key.slice(1)), ...at } : null),
        drop: (key, px, py) => {
          const { net: there, view: now, take } = heard.current;
          const entity = there?.entities[Number(key.slice(1))];
          if (key.startsWith('e') && entity) take('Moved an entity', { placed: { ...now.placed, [entity]: [px, py] }, pinned: now.pinned.includes(entity) ? now.pinned : [...now.pinned, entity] });
        },
        settled: () => draw.current(),
      });
      setBroken(null);
      draw.current();
    } catch (fault) {
      setBroken(fault);
      return;
    }
    return () => {
      stage.current?.close();
      stage.current = null;
    };
  }, [theme, choose]);
  useEffect(() => draw.current(), [net, x, y, on, folded, radius, desk.passes, desk.chosen, desk.group, desk.kept.alive, desk.held, desk.way]);
  useEffect(() => () => stop.current?.(), []);

  const all = (): number[] => (net ? Array.from({ length: net.count }, (_, v) => v).filter((v) => on[v]) : []);
  const keep = (words: string, places: Iterable<readonly [number, readonly [number, number]]>, layout: LayoutName): void => {
    if (!net) return;
    const pinned = new Set(view.pinned);
    const placed = { ...view.placed };
    for (const [v, [px, py]] of places) if (!pinned.has(net.entities[v]!)) placed[net.entities[v]!] = [px, py];
    desk.take(words, { placed, layout });
  };
  const lay = (layout: LayoutName, of: 'all' | 'chosen'): void => {
    if (!net) return;
    const members = of === 'chosen' ? [...desk.chosen] : all();
    if (members.length === 0) return;
    const label = LAYOUTS.find((one) => one.value === layout)!.label;
    const words = `Laid out by ${label.toLowerCase()}${of === 'chosen' ? `, ${countOf(members.length, 'entity', 'entities')} only` : ''}`;
    if (layout === 'force') {
      if (of === 'all' && view.shown === null && view.pinned.length === 0) {
        desk.take(words, { placed: {}, layout });
        return;
      }
      forces(members, words);
      return;
    }
    const area = boxOf(net, x, y, members);
    const by: Record<Exclude<LayoutName, 'force'>, () => Places> = {
      circle: () => circle(members, desk.value, area), concentric: () => concentric(members, desk.value, area), grid: () => grid(members, desk.value, area),
      hierarchy: () => hierarchy(net, members, desk.value, area),
    };
    keep(words, by[layout](), layout);
  };
  const forces = (members: number[], words: string): void => {
    if (!net) return;
    stop.current?.();
    const free = new Uint8Array(net.count);
    for (const v of members) free[v] = view.pinned.includes(net.entities[v]!) ? 0 : 1;
    const held = all();
    const at = new Map(held.map((v, nth) => [v, nth]));
    const ties = Array.from({ length: net.from.length }, (_, t) => t).filter((t) => desk.passes(t) && on[net.from[t]!] && on[net.to[t]!]);
    const started = view;
    stop.current = runForces({
      x: Float64Array.from(held, (v) => x[v]!), y: Float64Array.from(held, (v) => y[v]!), fixed: Uint8Array.from(held, (v) => 1 - free[v]!),
      from: Int32Array.from(ties, (t) => at.get(net.from[t]!)!), to: Int32Array.from(ties, (t) => at.get(net.to[t]!)!), rounds: roundsFor(held.length),
    }, (answer) => {
      setProgress(answer.done < answer.rounds ? `Forces: round ${answer.done} of ${answer.rounds}` : '');
      // Whoever goes on working meanwhile is not overruled by an old layout.
      if (heard.current.view !== started) {
        stop.current?.();
        setProgress('');
        setMoving(null);
        return;
      }
      const [nx, ny] = [x.slice(), y.slice()];
      held.forEach((v, nth) => { [nx[v], ny[v]] = [answer.x[nth]!, answer.y[nth]!]; });
      if (answer.done < answer.rounds) setMoving({ x: nx, y: ny });
      else {
        setMoving(null);
        keep(words, members.map((v) => [v, [nx[v]!, ny[v]!]] as const), 'force');
      }
    });
  };
  const only = () => desk.take(`Chart of ${countOf(desk.chosen.size, 'entity', 'entities')} only`, { shown: view.chosen });
  const hide = () => {
    if (!net) return;
    const gone = new Set(view.chosen);
    desk.take(`Hid ${countOf(desk.chosen.size, 'entity', 'entities')}`, { shown: (view.shown ?? net.entities).filter((one) => !gone.has(one)), chosen: [] });
  };
  const pin = () => {
    if (!net) return;
    const every = view.chosen.every((one) => view.pinned.includes(one));
    const placed = { ...view.placed };
    for (const v of desk.chosen) placed[net.entities[v]!] = [x[v]!, y[v]!];
    desk.take(every ? 'Let go of pinned entities' : 'Pinned entities', every ? { pinned: view.pinned.filter((one) => !view.chosen.includes(one)) } : { pinned: [...new Set([...view.pinned, ...view.chosen])], placed });
  };
  const fold = () => {
    const every = view.chosen.every((one) => view.folded.includes(one));
    desk.take(every ? 'Unfolded leaves' : 'Folded leaves', { folded: every ? view.folded.filter((one) => !view.chosen.includes(one)) : [...new Set([...view.folded, ...view.chosen])] });
  };
  deeds.current = {
    zoom: (by) => stage.current?.zoom(by),
    pan: (right, down) => stage.current?.pan(right, down),
    lasso: () => setLasso(!lasso),
    expand: () => { if (desk.chosen.size > 0) setAsking('expand'); },
    path: () => setAsking('path'),
  };
  const save = (form: 'svg' | 'png') => void picture(desk, w, stage.current!, box.current!, drawing, form).catch(setBroken);
  const chosenSome = desk.chosen.size > 0;
  const numeric = desk.measures.filter((one) => !methodOf(one.method).group);
  const groups = desk.measures.filter((one) => methodOf(one.method).group);
  return (
    <section className="card ws-chart" aria-label="Chart" id="ws-chart">
      <div className="toolbar">
        <label className="inline-label">Layout
          <select value={view.layout} onChange={(change) => lay(change.target.value as LayoutName, chosenSome ? 'chosen' : 'all')} data-testid="ws-layout">
            {LAYOUTS.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
          </select>
        </label>
        <button type="button" className="button small" onClick={() => lay(view.layout, chosenSome ? 'chosen' : 'all')} data-testid="ws-lay">{chosenSome ? 'Lay out chosen' : 'Lay out'}</button>
        <label className="inline-label">Size
          <select value={view.sizeBy} onChange={(change) => desk.take('Sized by another measure', { sizeBy: change.target.value })} data-testid="ws-size">
            <option value="">number of ties</option>
            {numeric.map((one) => <option key={one.id} value={one.id}>{methodOf(one.method).label}</option>)}
          </select>
        </label>
        <label className="inline-label">Colour
          <select value={view.colourBy} onChange={(change) => desk.take('Coloured by another measure', { colourBy: change.target.value })} data-testid="ws-colour">
            <option value="">communities</option>
            <option value="none">one colour</option>
            {groups.filter((one) => methodOf(one.method).value !== 'COMMUNITY').map((one) => <option key={one.id} value={one.id}>{methodOf(one.method).label}</option>)}
          </select>
        </label>
        <span className="buttons push">
          <button type="button" className="button small" aria-label="Nearer" onClick={() => stage.current?.zoom('in')}>+</button>
          <button type="button" className="button small" aria-label="Farther" onClick={() => stage.current?.zoom('out')}>−</button>
          <button type="button" className="button small" onClick={() => stage.current?.zoom('all')}>Whole</button>
          <button type="button" className="button small" onClick={() => save('png')} data-testid="ws-png">PNG</button>
          <button type="button" className="button small" onClick={() => save('svg')} data-testid="ws-svg">SVG</button>
        </span>
      </div>
      <div className="toolbar">
        <button type="button" className="button small" aria-pressed={lasso} onClick={() => setLasso(!lasso)} data-testid="ws-lasso">Lasso</button>
        <button type="button" className="button small" disabled={!chosenSome || view.shown === null} onClick={() => setAsking('expand')} data-testid="ws-expand"
          title={view.shown === null ? 'Everything is on the chart already' : undefined}>Expand</button>
        <button type="button" className="button small" onClick={() => setAsking('path')} disabled={!net} data-testid="ws-path">Find path</button>
        <button type="button" className="button small" disabled={!chosenSome} onClick={only} data-testid="ws-only">Only chosen</button>
        <button type="button" className="button small" disabled={!chosenSome} onClick={hide}>Hide</button>
        <button type="button" className="button small" disabled={view.shown === null} onClick={() => desk.take('Everything on the chart', { shown: null })} data-testid="ws-all">Show all</button>
        <button type="button" className="button small" disabled={!chosenSome} onClick={pin}>Pin</button>
        <button type="button" className="button small" disabled={!chosenSome} onClick={fold} data-testid="ws-fold">Fold leaves</button>
        {net && net.kinds.length > 1 && (
          <span className="buttons push" role="group" aria-label="Kinds of tie">
            {net.kinds.map((kind) => (
              <button key={kind} type="button" className="button small" aria-pressed={view.tieKinds.includes(kind)} data-testid={`ws-tie-${kind}`}
                onClick={() => desk.take(`Ties by ${plain(kind).toLowerCase()}`, { tieKinds: view.tieKinds.includes(kind) ? view.tieKinds.filter((one) => one !== kind) : [...view.tieKinds, kind] })}>{plain(kind)}</button>
            ))}
          </span>
        )}
        {progress && <span className="muted" role="status">{progress} <button type="button" className="quiet" onClick={() => { stop.current?.(); setProgress(''); setMoving(null); }}>Stop</button></span>}
      </div>
      {broken !== null && <p className="hint">This browser cannot draw the picture (it needs WebGL). The tables say the same.</p>}
      <div className="ws-stage">
        <div ref={box} className="ws-canvas" data-testid="ws-canvas" role="img"
          aria-label={net ? `Chart of ${countOf(all().length, 'entity', 'entities')} and ${countOf(net.from.length, 'tie')}, ${countWords(desk.chosen.size)} chosen; the tables below say the same` : 'Chart, empty'} />
        {lasso && net && <Lasso onDone={(corners, add) => {
          const found = Array.from({ length: net.count }, (_, v) => v).filter((v) => on[v]).filter((v) => { const p = stage.current!.onScreen(x[v]!, y[v]!); return inside(corners, p.x, p.y); }).map((v) => net.entities[v]!);
          setLasso(false);
          desk.take(`Lassoed ${countOf(found.length, 'entity', 'entities')}`, { chosen: add ? [...new Set([...view.chosen, ...found])] : found });
        }} />}
        {hover && net && hover.v < net.count && <Preview desk={desk} v={hover.v} x={hover.x} y={hover.y} />}
      </div>
      <p className="hint" role="status" data-testid="ws-said">{[desk.said, drawing.words].filter(Boolean).join(' · ') || (net ? `${countOf(all().length, 'entity', 'entities')}, ${countOf(net.from.length, 'tie')}; ${countWords(desk.chosen.size)} chosen.` : '')}</p>
      <Legend desk={desk} />
      <ChartTables desk={desk} on={on} />
      {asking === 'expand' && net && <Expand desk={desk} held={(v) => on[v] === 1} onClose={() => setAsking(null)} />}
      {asking === 'path' && net && <PathForm desk={desk} onClose={() => setAsking(null)} />}
    </section>
  );
}

const membersOf = (net: Net, part: number): number[] => Array.from({ length: net.count }, (_, v) => v).filter((v) => net.parts[v] === part);

/** What somebody is, without opening anything. */
function Preview({ desk, v, x, y }: { desk: Desk; v: number; x: number; y: number }) {
  const net = desk.net!;
  const counts = new Map<string, number>();
  for (let i = net.starts[v]!; i < net.starts[v + 1]!; i++) net.kinds.forEach((kind, k) => { const n = net.counts[net.ties[i]! * net.kinds.length + k]!; if (n > 0) counts.set(kind, (counts.get(kind) ?? 0) + n); });
  return (
    <div className="ws-preview" style={{ left: Math.max(4, x + 14), top: Math.max(4, y + 10) }} aria-hidden="true">
      <strong>{nameOf(net, v)}</strong>
      <div>{countOf(net.starts[v + 1]! - net.starts[v]!, 'tie')} · {kindsWords(Object.fromEntries(counts))}</div>
      {desk.measures.filter((one) => !methodOf(one.method).group).slice(0, 3).map((one) => <div key={one.id} className="muted">{methodOf(one.method).label} {valueWords(one.values[v] ?? 0)}</div>)}
    </div>
  );
}

/** A line drawn round entities; Shift adds to those chosen before. */
function Lasso({ onDone }: { onDone: (corners: [number, number][], add: boolean) => void }) {
  const [corners, setCorners] = useState<[number, number][]>([]);
  const at = (event: React.PointerEvent<SVGSVGElement>): [number, number] => {
    const frame = event.currentTarget.getBoundingClientRect();
    return [event.clientX - frame.left, event.clientY - frame.top];
  };
  return (
    <svg className="ws-lasso" data-testid="ws-lasso-area" aria-hidden="true"
      onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); setCorners([at(event)]); }}
      onPointerMove={(event) => { if (corners.length > 0) setCorners([...corners, at(event)]); }}
      onPointerUp={(event) => { if (corners.length > 2) onDone(corners, event.shiftKey); else setCorners([]); }}>
      <polygon points={corners.map(([x, y]) => `${x},${y}`).join(' ')} />
    </svg>
  );
}

function legendOf(desk: Desk): { colour: string; words: string }[] {
  const { group, theme } = desk;
  if (!group) return [];
  const count = Math.max(-1, ...group) + 1;
  const shown = Math.min(count, theme.groups.length);
  const name = desk.view.colourBy ? 'Component' : 'Community';
  const size = (at: number): number => group.filter((one) => one === at).length;
  const out = Array.from({ length: shown }, (_, at) => ({ colour: groupColour(theme, at), words: `${name} ${at + 1}: ${countOf(size(at), 'entity', 'entities')}` }));
  return count > shown ? [...out, { colour: theme.other, words: `${shown + 1} to ${count}: ${countOf(group.filter((one) => one >= shown).length, 'entity', 'entities')}` }] : out;
}

function Legend({ desk }: { desk: Desk }) {
  const legend = legendOf(desk);
  if (legend.length === 0) return null;
  return (
    <ul className="inline group-legend" aria-label="Colours, the largest first">
      {legend.map((one) => <li key={one.words}><span className="dot" style={{ background: one.colour }} aria-hidden="true" /> {one.words}</li>)}
    </ul>
  );
}

/** The same as the picture, for reading. */
function ChartTables({ desk, on }: { desk: Desk; on: Uint8Array }) {
  const { net, view } = desk;
  const [open, setOpen] = useState(false);
  if (!net) return null;
  const rows = open ? Array.from({ length: net.count }, (_, v) => v).filter((v) => on[v]) : [];
  const ties = open ? Array.from({ length: net.from.length }, (_, t) => t).filter((t) => on[net.from[t]!] && on[net.to[t]!] && desk.passes(t)) : [];
  const kinds = (t: number): string => kindsWords(Object.fromEntries(net.kinds.map((kind, k) => [kind, net.counts[t * net.kinds.length + k]!])));
  const day = (at: number): string => (Number.isNaN(at) ? 'no date' : dayWords(new Date(at).toISOString()));
  return (
    <details onToggle={(toggle) => setOpen(toggle.currentTarget.open)} data-testid="ws-tables">
      <summary>The chart as tables</summary>
      {open && (
        <>
          <Table caption="Entities on the chart" rows={rows} rowKey={String} pageSize={20} testId="ws-entities"
            onOpen={(v) => desk.take(`Chose ${net.labels[v]}`, { chosen: chosenWith(view, net.entities[v]!, false) })}
            onKey={(key, v) => { if (key === ' ') desk.take(`Chose ${net.labels[v]}`, { chosen: chosenWith(view, net.entities[v]!, true) }); }}
            columns={[
              { name: 'entity', title: 'Entity', cell: (v) => <><strong>{nameOf(net, v)}</strong>{desk.chosen.has(v) && <span className="muted"> chosen</span>}</>, by: (v) => net.labels[v] ?? '' },
              { name: 'ties', title: 'Ties', cell: (v) => countWords(net.starts[v + 1]! - net.starts[v]!), by: (v) => net.starts[v + 1]! - net.starts[v]!, className: 'number', downFirst: true },
              ...(desk.kept.alive ? [{ name: 'records', title: 'Records in sight', cell: (v: number) => countWords(desk.kept.alive?.get(v) ?? 0), by: (v: number) => desk.kept.alive?.get(v) ?? 0, className: 'number', downFirst: true }] : []),
              ...(desk.group ? [{ name: 'group', title: 'Group', cell: (v: number) => (desk.group?.[v] ?? 0) + 1, by: (v: number) => desk.group?.[v] ?? 0, className: 'number' }] : []),
            ]} />
          <Table caption="Ties on the chart" rows={ties} rowKey={String} pageSize={20} testId="ws-ties" start={{ column: 'weight', down: true }}
            columns={[
              { name: 'from', title: net.directed ? 'From' : 'One', cell: (t) => net.labels[net.from[t]!], by: (t) => net.labels[net.from[t]!] ?? '' },
              { name: 'to', title: net.directed ? 'To' : 'Other', cell: (t) => net.labels[net.to[t]!], by: (t) => net.labels[net.to[t]!] ?? '' },
              { name: 'kinds', title: 'Kinds and records', cell: kinds },
              { name: 'weight', title: 'Weight', cell: (t) => valueWords(net.weight[t]!), by: (t) => net.weight[t]!, className: 'number', downFirst: true },
              { name: 'first', title: 'First', cell: (t) => <span className="time">{day(net.first[t]!)}</span>, by: (t) => (Number.isNaN(net.first[t]!) ? null : net.first[t]!) },
              { name: 'last', title: 'Last', cell: (t) => <span className="time">{day(net.last[t]!)}</span>, by: (t) => (Number.isNaN(net.last[t]!) ? null : net.last[t]!) },
            ]} />
        </>
      )}
    </details>
  );
}

/** The picture that leaves the screen says what it is, under which authority it was made and how it must be handled. */
async function picture(desk: Desk, w: ReturnType<typeof useWorkspace>, stage: Stage, box: HTMLElement, drawing: Drawing, form: 'svg' | 'png'): Promise<void> {
  const { net, view, theme } = desk;
  if (!net || !w.permit) return;
  const authority = await w.api.authority(w.permit.authorityId);
  const head = desk.snapshots.find((one) => one.id === net.id);
  const sizing = desk.measures.find((one) => one.id === view.sizeBy);
  const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
  const caption: Caption = {
    title: `${w.permit.caseNumber} ${w.permit.caseName}: network`,
    legend: legendOf(desk),
    foot: [
      `Snapshot ${head?.digest.slice(0, 16) ?? net.id} of ${countOf(net.count, 'entity', 'entities')} and ${countOf(net.from.length, 'tie')}; ties: ${net.kinds.map((kind) => plain(kind).toLowerCase()).join(', ')}; window ${spanWords(iso(view.from) ?? head?.from ?? null, iso(view.to) ?? head?.to ?? null)}. Size: ${sizing ? methodOf(sizing.method).label : 'number of ties'}. ${drawing.words}${narrows(view) ? ' Faded: without records under the filters.' : ''}`,
      `Authority: ${authority.form.instrument} ${authority.form.number}, version ${w.permit.authorityVersion}, ${authority.form.issuer}. Handling: ${authority.form.handling}`,
      `Working copy made by ${w.actor.name} at ${timeWords(new Date().toISOString())}, not a disclosure. A measure is not suspicion; nearness in a picture is no evidence.`,
    ],
  };
  const dots = drawing.dots.map((dot) => ({ ...dot, ...stage.onScreen(dot.x, dot.y) }));
  const svg = svgOf(dots, drawing.lines, box.clientWidth, box.clientHeight, theme, caption);
  const blob = form === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(svg, box.clientWidth);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `chart-${(head?.digest ?? net.id).slice(0, 12)}.${form}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
