/* What every panel of the workspace works with: the state, what was loaded for it, and the way to change it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MeasureView, SnapshotSummary } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useLoad } from '../parts/load';
import { groupsBySize, latest, methodOf } from '../parts/measures';
import { DARK, LIGHT, type Theme } from '../parts/palette';
import { linesOf, NO_LINES, type Lines } from './lines';
import { compared, netOf, tiePasses, wantedKinds, type Compared, type Net } from './net';
import * as s from './state';

export interface Desk {
  trail: s.Trail;
  view: s.View;
  take: (words: string, change: Partial<s.View>) => void;
  slide: (words: string, change: Partial<s.View>) => void;
  undo: () => void;
  redo: () => void;
  go: (step: number) => void;
  snapshots: readonly SnapshotSummary[];
  reloadSnapshots: () => void;
  net: Net | null;
  lines: Lines;
  kept: s.Kept;
  /** Entities chosen and on the chart's network, by place. */
  chosen: ReadonlySet<number>;
  measures: readonly MeasureView[];
  reloadMeasures: () => void;
  held: Compared | null;
  heldName: string;
  passes: (t: number) => boolean;
  /** Numbers of entities by which they are drawn, and which come first when not all can. */
  value: (v: number) => number;
  group: readonly number[] | null;
  theme: Theme;
  busy: boolean;
  fault: unknown;
  retry: () => void;
  /** Ties of a chain that was looked for last. */
  way: ReadonlySet<number>;
  setWay: (ties: ReadonlySet<number>) => void;
  /** Says something to a screen reader and at the foot of the chart. */
  say: (words: string) => void;
  said: string;
}

const NO_WAY: ReadonlySet<number> = new Set();

export function useTheme(): Theme {
  const [dark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const media = matchMedia('(prefers-color-scheme: dark)');
    const listen = () => setDark(media.matches);
    media.addEventListener('change', listen);
    return () => media.removeEventListener('change', listen);
  }, []);
  return dark ? DARK : LIGHT;
}

/** Steps live as long as the person is signed in, so that leaving the page loses nothing. */
function useTrail(step: string | undefined, snapshot: string | undefined): [s.Trail, (change: (before: s.Trail) => s.Trail) => void] {
  const w = useWorkspace();
  const name = `workspace ${w.caseId}`;
  const [trail, setTrail] = useState<s.Trail>(() => (w.desk.get(name) as s.Trail | undefined) ?? s.startOf(s.START));
  const now = useRef(trail);
  const go = useRef(w.go);
  go.current = w.go;
  const change = useCallback((by: (before: s.Trail) => s.Trail) => {
    const next = by(now.current);
    if (next === now.current) return;
    const moved = next.at !== now.current.at;
    now.current = next;
    w.desk.set(name, next);
    setTrail(next);
    // The address names the step, so that the browser's own back and forward walk through states.
    if (moved) go.current('workspace', { params: { step: String(next.at) } });
  }, [w.desk, name]);
  const href = useRef(w.href);
  href.current = w.href;
  useEffect(() => {
    if (step !== undefined) change((before) => s.goneTo(before, Number(step)));
    else if (snapshot !== undefined && s.viewOf(now.current).snapshot !== snapshot) {
      change((before) => s.took(before, 'Another snapshot', { ...s.START, snapshot }));
    } else {
      // The first state has an address too, in the place of the one without, so that back leads to it.
      window.location.replace(href.current('workspace', { params: { step: String(now.current.at) } }));
    }
  }, [step, snapshot, change]);
  return [trail, change];
}

export function useDesk(params: Record<string, string>): Desk {
  const w = useWorkspace();
  const [trail, change] = useTrail(params.step, params.snapshot);
  const view = s.viewOf(trail);
  const theme = useTheme();
  const [way, setWay] = useState(NO_WAY);
  const [said, say] = useState('');
  const heads = useLoad(`snapshots ${w.permit?.id}`, () => w.api.snapshots());
  const snapshots = useMemo(() => [...(heads.value ?? [])].sort((a, b) => (a.at < b.at ? 1 : -1)), [heads.value]);
  const id = view.snapshot ?? snapshots[0]?.id ?? null;
  const chart = useLoad(id && `chart ${w.permit?.id} ${id}`, (signal) => w.api.chart(id ?? '', signal));
  const against = useLoad(view.against && `chart ${w.permit?.id} ${view.against}`, (signal) => w.api.chart(view.against ?? '', signal));
  const measured = useLoad(id && `measures ${id}`, () => w.api.measures(id ?? ''));
  const records = useLoad(`lines ${w.permit?.id} ${view.words}`, (signal) => w.api.lines({ sort: 'time', ...(view.words ? { q: view.words } : {}) }, signal));
  const net = useMemo(() => (chart.value && chart.value.summary.id === id ? netOf(chart.value) : null), [chart.value, id]);
  const lines = useMemo(() => (records.value ? linesOf(records.value, net) : NO_LINES), [records.value, net]);
  const measures = useMemo(() => latest(measured.value ?? []).filter((one) => one.snapshot === id), [measured.value, id]);
  const held = useMemo(() => (net && view.against && against.value ? compared(net, netOf(against.value)) : null), [net, view.against, against.value]);
  const chosen = useMemo(() => new Set(view.chosen.map((one) => net?.place.get(one) ?? -1).filter((v) => v >= 0)), [view.chosen, net]);
  const { kinds, from, to, undated, area, words } = view;
  const kept = useMemo(() => s.keptOf(lines, { ...s.START, kinds, from, to, undated, area, words }, chosen), [lines, kinds, from, to, undated, area, words, chosen]);
  const wanted = useMemo(() => (net ? wantedKinds(net, view.tieKinds) : null), [net, view.tieKinds]);
  const passes = useCallback((t: number) => net !== null && tiePasses(net, t, wanted, from, to), [net, wanted, from, to]);
  const sizing = measures.find((one) => one.id === view.sizeBy && !methodOf(one.method).group);
  const value = useCallback((v: number) => sizing?.values[v] ?? (net ? net.starts[v + 1]! - net.starts[v]! : 0), [sizing, net]);
  const colouring = view.colourBy === 'none' ? undefined : measures.find((one) => (view.colourBy ? one.id === view.colourBy : methodOf(one.method).value === 'COMMUNITY'));
  const group = useMemo(() => (colouring ? groupsBySize(colouring.values) : null), [colouring]);
  useEffect(() => setWay(NO_WAY), [net]);
  return {
    trail, view, snapshots, net, lines, kept, chosen, measures, held, passes, value, group, theme, way, setWay, said, say,
    // A chain that was found is marked until the next step.
    take: (done, next) => { setWay(NO_WAY); say(''); change((before) => s.took(before, done, next)); },
    slide: (done, next) => change((before) => s.slid(before, done, next)),
    undo: () => change(s.undone),
    redo: () => change(s.redone),
    go: (step) => change((before) => s.goneTo(before, step)),
    reloadSnapshots: heads.reload,
    reloadMeasures: measured.reload,
    heldName: snapshots.find((one) => one.id === view.against)?.at ?? '',
    busy: heads.state === 'loading' || records.state === 'loading' || (id !== null && chart.state === 'loading'),
    fault: heads.fault ?? chart.fault ?? records.fault ?? measured.fault ?? against.fault,
    retry: () => { heads.reload(); chart.reload(); records.reload(); measured.reload(); },
  };
}

/** The name of an entity, with what its person is in the case. */
export const nameOf = (net: Net, v: number): string => (net.roles[v] ? `${net.labels[v]} [${net.roles[v]}]` : net.labels[v] ?? '');
