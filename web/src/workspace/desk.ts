/* What every panel of the workspace works with: the state, what was loaded for it, and the way to change it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MeasureView, SnapshotSummary } from '../api/contract';
import type { Deed } from '../frame/deeds';
import { useShown } from '../frame/following';
import { useWorkspace } from '../frame/workspace';
import { useTheme } from '../parts/looks';
import type { Theme } from '../parts/palette';
import { useLoad, type Loaded } from '../parts/load';
import { groupsBySize, latest, methodOf, ranks } from '../parts/measures';
import { withRoles } from '../parts/roles';
import { linesOf, NO_LINES, type Lines } from './lines';
import { compared, type Compared } from './compare';
import { netOf, tiePasses, wantedKinds, type Net } from './net';
import * as s from './state';

export interface Desk {
  trail: s.Trail;
  view: s.View;
  take: (words: string, change: Partial<s.View>) => void;
  slide: (words: string, change: Partial<s.View>) => void;
  undo: () => void;
  redo: () => void;
  go: (step: number) => void;
  /** The deed that undo or redo would take back or do again; null while nothing is asked. */
  asking: Asking | null;
  answered: (done: boolean) => void;
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
  /** Fifth of the ranks that each is in, 4 the highest; -1 where the measure is not defined. */
  shade: readonly number[] | null;
  theme: Theme;
  busy: boolean;
  /** Whether each was answered: until then nobody may say that there is none. */
  asked: { snapshots: Asked; measures: Asked; records: Asked };
  fault: unknown;
  retry: () => void;
  /** Ties of a chain that was looked for last. */
  way: ReadonlySet<number>;
  setWay: (ties: ReadonlySet<number>) => void;
  /** Says something to a screen reader and at the foot of the chart. */
  say: (words: string) => void;
  said: string;
}

/** A deed on the way: undo or redo goes on once it is taken back, or done again. */
export interface Asking {
  deed: Deed;
  back: boolean;
}

type Asked = Loaded<unknown>['state'];

/** What stands in place of "no record" as long as nobody knows; null once the answer is there. */
export function unanswered(records: Asked): string | null {
  return records === 'ready' ? null : records === 'loading' ? 'Fetching the records…' : 'The records could not be fetched.';
}

const NO_WAY: ReadonlySet<number> = new Set();

/** By what an entity can be sized: a measure's value, its rank in the worst of 95 in 100 networks, its chance to be among the first. */
export type Sizing = 'value' | 'worst' | 'top';

/** The numbers behind a choice of size, written as a measure's id and a sizing; null for the number of ties. */
export function sizesOf(measures: readonly MeasureView[], sizeBy: string): readonly number[] | null {
  const [id, by] = sizeBy.split(' ') as [string, Sizing | undefined];
  const measure = measures.find((one) => one.id === id && !methodOf(one.method).group);
  if (!measure) return null;
  if (by === 'top' && measure.top.length > 0) return measure.top;
  if (by === 'worst' && measure.ranks.length > 0) return measure.ranks.map((rank) => (rank.high > 0 ? measure.ranks.length - rank.high : 0));
  return measure.values.map((value) => (Number.isNaN(value) ? 0 : value));
}

/** Fifths of the ranks, so that a few large values do not make all others alike. */
export function fifths(values: readonly number[]): number[] {
  const known = values.filter((value) => !Number.isNaN(value)).length;
  return ranks(values).map((rank, v) => (Number.isNaN(values[v]!) ? -1 : Math.max(0, 4 - Math.floor(((rank - 1) * 5) / Math.max(1, known)))));
}

export { useTheme };

/** Steps live as long as the person is signed in, so that leaving the page loses nothing. */
function useTrail({ step, snapshot, ...came }: Record<string, string>): [s.Trail, (change: (before: s.Trail) => s.Trail) => void] {
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
  const drawn = JSON.stringify(came);
  const href = useRef(w.href);
  href.current = w.href;
  // What was done, here or on another page, is a step as well.
  const { deeds } = w;
  useEffect(() => change((before) => s.withDeeds(before, deeds)), [deeds, change]);
  useEffect(() => {
    if (step !== undefined) change((before) => s.goneTo(before, Number(step)));
    else if (snapshot !== undefined && s.viewOf(now.current).snapshot !== snapshot) {
      change((before) => s.took(before, 'Another snapshot', { ...s.START, snapshot }));
    } else if (drawn !== '{}') {
      change((before) => s.took(before, 'Came from Records with a search', s.cameWith(JSON.parse(drawn) as Record<string, string>)));
      window.location.replace(href.current('workspace', { params: { step: String(now.current.at) } }));
    } else {
      // The first state has an address too, in the place of the one without, so that back leads to it.
      window.location.replace(href.current('workspace', { params: { step: String(now.current.at) } }));
    }
  }, [step, snapshot, drawn, change]);
  return [trail, change];
}

export function useDesk(params: Record<string, string>): Desk {
  const w = useWorkspace();
  const [trail, change] = useTrail(params);
  const view = s.viewOf(trail);
  const theme = useTheme();
  const [way, setWay] = useState(NO_WAY);
  const [said, say] = useState('');
  const [asking, setAsking] = useState<Asking | null>(null);
  /* A step at which something was done is undone by taking that back; what is in sight follows. */
  const walk = (back: boolean) => {
    const at = back ? trail.at : trail.onward[trail.at];
    const nth = at === undefined ? undefined : trail.steps[at]?.deed;
    const deed = nth === undefined ? undefined : w.deeds.find((one) => one.nth === nth);
    const open = deed !== undefined && (back ? !deed.undone : deed.undone);
    if (deed && open) setAsking({ deed, back });
    else change(back ? s.undone : s.redone);
  };
  const heads = useLoad(`snapshots ${w.permit?.id}`, () => w.api.snapshots());
  const snapshots = useMemo(() => [...(heads.value ?? [])].sort((a, b) => (a.at < b.at ? 1 : -1)), [heads.value]);
  const id = view.snapshot ?? snapshots[0]?.id ?? null;
  const chart = useLoad(id && `chart ${w.permit?.id} ${id}`, (signal) => w.api.chart(id ?? '', signal));
  const against = useLoad(view.against && `chart ${w.permit?.id} ${view.against}`, (signal) => w.api.chart(view.against ?? '', signal));
  const measured = useLoad(id && `measures ${id}`, () => w.api.measures(id ?? ''));
  const records = useLoad(`lines ${w.permit?.id} ${view.words}`, (signal) => w.api.lines({ sort: 'time', ...(view.words ? { q: view.words } : {}) }, signal));
  const own = useMemo(() => (chart.value && chart.value.summary.id === id ? netOf(chart.value) : null), [chart.value, id]);
  const held = useMemo(() => (own && view.against && against.value ? compared(own, netOf(against.value)) : null), [own, view.against, against.value]);
  // What is compared is drawn and chosen as one network; the chart's own entities keep their places in it.
  const net = held?.net ?? own;
  const lines = useMemo(() => (records.value ? linesOf(records.value, net) : NO_LINES), [records.value, net]);
  const measures = useMemo(() => latest(measured.value ?? []).filter((one) => one.snapshot === id), [measured.value, id]);
  const chosen = useMemo(() => new Set(view.chosen.map((one) => net?.place.get(one) ?? -1).filter((v) => v >= 0)), [view.chosen, net]);
  const { kinds, from, to, undated, area, words } = view;
  const kept = useMemo(() => s.keptOf(lines, { ...s.START, kinds, from, to, undated, area, words }, chosen), [lines, kinds, from, to, undated, area, words, chosen]);
  const wanted = useMemo(() => (net ? wantedKinds(net, view.tieKinds) : null), [net, view.tieKinds]);
  const passes = useCallback((t: number) => net !== null && tiePasses(net, t, wanted, from, to), [net, wanted, from, to]);
  const sizing = useMemo(() => sizesOf(measures, view.sizeBy), [measures, view.sizeBy]);
  const value = useCallback((v: number) => sizing?.[v] ?? (sizing || !net ? 0 : net.starts[v + 1]! - net.starts[v]!), [sizing, net]);
  const colouring = view.colourBy === 'none' ? undefined : measures.find((one) => (view.colourBy ? one.id === view.colourBy : methodOf(one.method).value === 'COMMUNITY'));
  const group = useMemo(() => (colouring && methodOf(colouring.method).group ? groupsBySize(colouring.values) : null), [colouring]);
  const shade = useMemo(() => (colouring && !methodOf(colouring.method).group ? fifths(colouring.values) : null), [colouring]);
  useEffect(() => setWay(NO_WAY), [net]);
  // What one looks at stays: only the lists ask anew, and what was frozen since is there to be chosen.
  useShown(() => { heads.reload(); measured.reload(); });
  return {
    trail, view, snapshots, net, lines, kept, chosen, measures, held, passes, value, group, shade, theme, way, setWay, said, say,
    // A chain that was found is marked until the next step.
    take: (done, next) => { setWay(NO_WAY); say(''); change((before) => s.took(before, done, next)); },
    slide: (done, next) => change((before) => s.slid(before, done, next)),
    undo: () => walk(true),
    redo: () => walk(false),
    asking,
    answered: (done) => {
      const back = asking?.back ?? true;
      setAsking(null);
      if (done) change(back ? s.undone : s.redone);
    },
    go: (step) => change((before) => s.goneTo(before, step)),
    reloadSnapshots: heads.reload,
    reloadMeasures: measured.reload,
    heldName: snapshots.find((one) => one.id === view.against)?.at ?? '',
    busy: heads.state === 'loading' || records.state === 'loading' || (id !== null && chart.state === 'loading'),
    asked: { snapshots: heads.state, measures: measured.state, records: records.state },
    fault: heads.fault ?? chart.fault ?? records.fault ?? measured.fault ?? against.fault,
    retry: () => { heads.reload(); chart.reload(); records.reload(); measured.reload(); },
  };
}

/** The name of an entity, with the role of its person where there is one. */
export const nameOf = (net: Net, v: number): string => withRoles(net.labels[v] ?? '', net.roles[v] ?? '');
