import { useEffect, useRef, useState } from 'react';
import { useDesked } from '../frame/desked';
import { useWorkspace } from '../frame/workspace';
import { Dialog, Empty, FaultPanel, PageHead, Waiting } from '../parts/pieces';
import { UndoDialog } from '../parts/undo';
import { countOf, spanWords } from '../parts/words';
import { ChartPanel, type ChartDeeds } from './chart';
import { useDesk, type Desk } from './desk';
import { deedOf, KEYS, type Deed } from './keys';
import { ListPanel } from './list';
import { SidePanel, type Tab } from './side';
import { canRedo, canUndo, narrows, shifted } from './state';
import { TimelinePanel } from './timeline';
import { MapPanel } from './where';

/** Chart, timeline, map and records of a case in one window, linked: what is chosen or brushed in one narrows all. */
export function WorkspacePage({ params }: { params: Record<string, string> }) {
  const w = useWorkspace();
  const desk = useDesk(params);
  const [tab, setTab] = useDesked<Tab>(/* not said */ 'workspace tab', 'entity');
  const [help, setHelp] = useState(false);
  const [playing, setPlaying] = useState(false);
  const [single, setSingle] = useState(() => w.desk.get('single keys') !== false);
  const chart = useRef<ChartDeeds | null>(null);
  const { net, view } = desk;
  const go = (id: string) => {
    const panel = document.getElementById(id);
    panel?.scrollIntoView({ block: 'nearest' });
    panel?.querySelector<HTMLElement>('button:not(:disabled), select, input, [tabindex="0"]')?.focus();
  };
  const deeds: Record<Deed, () => void> = {
    help: () => setHelp(true), undo: desk.undo, redo: desk.redo,
    chart: () => go('ws-chart'), timeline: () => go('ws-time'), map: () => go('ws-map'), records: () => go('ws-list'), beside: () => go('ws-side'),
    search: () => document.getElementById('ws-words')?.focus(),
    lasso: () => chart.current?.lasso(), expand: () => chart.current?.expand(), path: () => chart.current?.path(),
    only: () => { if (desk.chosen.size > 0) desk.take(`Chart of ${countOf(desk.chosen.size, 'entity', 'entities')} only`, { shown: view.chosen }); },
    all: () => { if (view.shown !== null) desk.take('Everything on the chart', { shown: null }); },
    nobody: () => { if (view.chosen.length > 0) desk.take('Chose nobody', { chosen: [] }); },
    in: () => chart.current?.zoom('in'), out: () => chart.current?.zoom('out'), whole: () => chart.current?.zoom('all'),
    left: () => chart.current?.pan(-1, 0), right: () => chart.current?.pan(1, 0), up: () => chart.current?.pan(0, -1), down: () => chart.current?.pan(0, 1),
    earlier: () => desk.slide('Moved the window', shifted(view, -1)), later: () => desk.slide('Moved the window', shifted(view, 1)),
    play: () => document.querySelector<HTMLButtonElement>('[data-testid=ws-play]')?.click(),
    keep: () => { setTab('steps'); setTimeout(() => document.getElementById('ws-view-name')?.focus(), 50); },
  };
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const at = event.target instanceof HTMLElement ? event.target : document.body;
      if (event.altKey) return;
      const deed = deedOf({
        key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, typing: at.matches('input:not([type=checkbox]), textarea, select'),
        walking: at.closest('tr, [role=tablist]') !== null, chart: at.closest('#ws-chart') !== null || at === document.body, dialog: at.closest('dialog') !== null || document.querySelector('dialog[open]') !== null,
      }, single);
      if (!deed) return;
      event.preventDefault();
      latest.current[deed]();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [single]);
  return (
    <>
      <PageHead title="Workspace" lead={<Filters desk={desk} />}>
        <button type="button" className="button small" disabled={!canUndo(desk.trail)} onClick={desk.undo} data-testid="ws-undo">Undo</button>
        <button type="button" className="button small" disabled={!canRedo(desk.trail)} onClick={desk.redo} data-testid="ws-redo">Redo</button>
        <button type="button" className="button small" onClick={() => setHelp(true)} data-testid="ws-help">Keys <kbd>?</kbd></button>
      </PageHead>
      <FaultPanel fault={desk.fault} onRetry={desk.retry} />
      {desk.busy && <Waiting what="Fetching…" />}
      {desk.asked.snapshots === 'ready' && desk.snapshots.length === 0 ? (
        <Empty title="Nothing is frozen yet."><a href={w.href('network')}>Freeze a snapshot of the network</a>; the chart draws it.</Empty>
      ) : (
        <div className="ws-top">
          <ChartPanel desk={desk} deeds={chart} />
          <SidePanel desk={desk} tab={tab} onTab={setTab} />
        </div>
      )}
      <TimelinePanel desk={desk} playing={playing} onPlay={setPlaying} />
      <div className="ws-below">
        <ListPanel desk={desk} />
        <MapPanel desk={desk} />
      </div>
      {desk.asking && <UndoDialog deed={desk.asking.deed} onClose={() => desk.answered(false)} onDone={() => desk.answered(true)} />}
      {help && (
        <Dialog title="Keys" onClose={() => setHelp(false)} wide>
          <p><label><input type="checkbox" checked={single} onChange={(change) => { setSingle(change.target.checked); w.desk.set('single keys', change.target.checked); }} data-testid="ws-single" />Single keys work (Ctrl Z, Ctrl Y and Escape always do)</label></p>
          <dl className="ws-keys">{KEYS.map((one) => <div key={one.key}><dt><kbd>{one.key.replace('Arrow', '').replace('Escape', 'Esc')}</kbd></dt><dd>{one.says}</dd></div>)}</dl>
          <p className="hint">In a table: arrows move, Enter opens or chooses, Space adds to those chosen. The browser’s own back and forward walk through the steps.</p>
        </Dialog>
      )}
      <p className="unseen" role="status">{net ? `${countOf(desk.kept.listed.length, 'record')} in sight.` : ''}</p>
    </>
  );
}

/** What narrows the panels now, each with the way to end it. */
function Filters({ desk }: { desk: Desk }) {
  const { view, net } = desk;
  const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
  const chips: [string, () => void][] = [];
  if (view.chosen.length > 0) chips.push([view.chosen.length === 1 ? net?.labels[net.place.get(view.chosen[0]!) ?? -1] ?? 'one entity' : countOf(view.chosen.length, 'entity', 'entities'), () => desk.take('Chose nobody', { chosen: [] })]);
  if (view.from !== null || view.to !== null) chips.push([spanWords(iso(view.from), iso(view.to)), () => desk.take('All time', { from: null, to: null })]);
  if (view.area) chips.push([view.area.kind === 'circle' ? `within ${(view.area.metres / 1_000).toFixed(1)} km` : 'within an area', () => desk.take('Everywhere', { area: null })]);
  if (view.words) chips.push([`“${view.words}”`, () => desk.take('All words', { words: '' })]);
  if (view.kinds.length > 0) chips.push([`${countOf(view.kinds.length, 'kind')} of record`, () => desk.take('All kinds of record', { kinds: [] })]);
  if (view.tieKinds.length > 0) chips.push([`${countOf(view.tieKinds.length, 'kind')} of tie`, () => desk.take('All kinds of tie', { tieKinds: [] })]);
  if (view.shown) chips.push([`${countOf(view.shown.length, 'entity', 'entities')} on the chart`, () => desk.take('Everything on the chart', { shown: null })]);
  if (chips.length === 0 && !narrows(view)) return <>What is chosen or brushed in one panel narrows all others.</>;
  return (
    <span className="chips ws-chips">
      {chips.map(([words, end]) => <button key={words} type="button" className="chip" onClick={end} aria-label={`Stop narrowing by ${words}`}>{words} <span aria-hidden="true">✕</span></button>)}
    </span>
  );
}
