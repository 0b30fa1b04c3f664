/* What stands beside the chart: one entity, the measures, another window held against this one, steps and kept views. */
import { useMemo, useState } from 'react';
import type { MeasureView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { groupsBySize, kindsWords, methodOf, METHODS, ranks, rankWords, ruleWords } from '../parts/measures';
import { Beside, Facts, FaultPanel, Tag, Time } from '../parts/pieces';
import { Table, type Column } from '../parts/table';
import { countOf, countWords, plain, spanWords, timeWords, valueWords } from '../parts/words';
import { nameOf, type Desk } from './desk';
import { otherEnd, without, type Held, type Net } from './net';
import { branches, readView, viewOf, writeView } from './state';

export const TABS = [
  { value: 'entity', label: 'Entity' }, { value: 'measures', label: 'Measures' }, { value: 'compare', label: 'Compare' }, { value: 'steps', label: 'Steps' },
] as const;
export type Tab = (typeof TABS)[number]['value'];

export function SidePanel({ desk, tab, onTab }: { desk: Desk; tab: Tab; onTab: (tab: Tab) => void }) {
  return (
    <aside className="card ws-side" aria-label="Beside the chart" id="ws-side">
      <div className="tabs" role="tablist" aria-label="Beside the chart">
        {TABS.map((one) => (
          <button key={one.value} type="button" role="tab" id={`ws-tab-${one.value}`} aria-selected={tab === one.value} aria-controls="ws-side-panel" onClick={() => onTab(one.value)} data-testid={`ws-tab-${one.value}`}>{one.label}</button>
        ))}
      </div>
      <div role="tabpanel" id="ws-side-panel" aria-labelledby={`ws-tab-${tab}`} tabIndex={0} className="ws-side-body">
        {tab === 'entity' && <EntityCard desk={desk} />}
        {tab === 'measures' && <Measures desk={desk} />}
        {tab === 'compare' && <Comparison desk={desk} />}
        {tab === 'steps' && <Steps desk={desk} />}
      </div>
    </aside>
  );
}

const MOST_TIES = 40;

function EntityCard({ desk }: { desk: Desk }) {
  const w = useWorkspace();
  const { net } = desk;
  const chosen = [...desk.chosen];
  if (!net || chosen.length === 0) return <p className="hint">Choose an entity on the chart, in a table or on the timeline. Shift adds to those chosen. Everything else then shows only its records.</p>;
  if (chosen.length > 1) {
    return (
      <>
        <h2>{countOf(chosen.length, 'entity', 'entities')} chosen</h2>
        <p className="muted">{countOf(desk.kept.listed.length, 'record')} {desk.kept.listed.length === 1 ? 'names' : 'name'} at least one of them.</p>
        <ul className="plain roomy" data-testid="ws-chosen">
          {chosen.slice(0, 200).map((v) => <li key={v}><button type="button" className="link" onClick={() => desk.take(`Chose ${net.labels[v]}`, { chosen: [net.entities[v]!] })}>{nameOf(net, v)}</button></li>)}
          {chosen.length > 200 && <li className="muted">and {countWords(chosen.length - 200)} more</li>}
        </ul>
      </>
    );
  }
  const v = chosen[0]!;
  const ties = [...net.ties.slice(net.starts[v]!, net.starts[v + 1]!)].sort((a, b) => net.weight[b]! - net.weight[a]!);
  return (
    <div data-testid="ws-entity">
      <h2>{net.labels[v]} {net.roles[v] && <span className="beside">{net.roles[v]}</span>}</h2>
      <h3>Accounts</h3>
      <ul className="plain roomy">{net.accounts[v]!.map((key) => <li key={key}><a className="break" href={w.href('records', { params: { account: key } })}>{key}</a></li>)}</ul>
      {desk.measures.length > 0 && (
        <>
          <h3>Measures <Beside of="measure" /></h3>
          <table>
            <caption className="unseen">Measures of this entity</caption>
            <thead><tr><th scope="col">Measure</th><th scope="col" className="number">Value</th><th scope="col" className="number">Rank</th><th scope="col">If ties are missing</th></tr></thead>
            <tbody>{desk.measures.map((one) => {
              const method = methodOf(one.method);
              return (
                <tr key={one.id}><td>{method.label}</td>
                  <td className="number">{method.group ? (groupsBySize(one.values)[v] ?? 0) + 1 : valueWords(one.values[v] ?? 0)}</td>
                  <td className="number">{method.group ? '–' : ranks(one.values)[v]}</td>
                  <td>{method.group ? '–' : <Interval measure={one} v={v} />}</td></tr>
              );
            })}</tbody>
          </table>
        </>
      )}
      <h3>Ties <span className="muted">{countWords(ties.length)}</span></h3>
      <ul className="plain ties">
        {ties.slice(0, MOST_TIES).map((t) => (
          <li key={t}>
            <button type="button" className="link" onClick={() => desk.take(`Chose ${net.labels[otherEnd(net, t, v)]}`, { chosen: [net.entities[otherEnd(net, t, v)]!] })}>{net.directed && (net.from[t] === v ? '→ ' : '← ')}{net.labels[otherEnd(net, t, v)]}</button>{' '}
            <span className="muted small">{kindsWords(Object.fromEntries(net.kinds.map((kind, k) => [kind, net.counts[t * net.kinds.length + k]!])))}</span>
          </li>
        ))}
        {ties.length > MOST_TIES && <li className="muted">and {countWords(ties.length - MOST_TIES)} more in the chart’s tables</li>}
      </ul>
      <Removal desk={desk} />
    </div>
  );
}

/** How the network hangs together without those chosen. It says nothing of what they did, or would do. */
function Removal({ desk }: { desk: Desk }) {
  const net = desk.net!;
  const [before, after] = useMemo(() => [without(net, new Set()), without(net, desk.chosen)], [net, desk.chosen]);
  const row = (words: string, of: (held: Held) => number) => <tr><td>{words}</td><td className="number">{countWords(of(before))}</td><td className="number">{countWords(of(after))}</td></tr>;
  return (
    <details data-testid="ws-removal">
      <summary>What if {desk.chosen.size === 1 ? 'this entity were' : 'these entities were'} not there</summary>
      <table>
        <caption className="unseen">The network with and without those chosen</caption>
        <thead><tr><th scope="col">Among recorded ties</th><th scope="col" className="number">With</th><th scope="col" className="number">Without</th></tr></thead>
        <tbody>
          {row('Entities', (held) => held.entities)}
          {row('Ties', (held) => held.ties)}
          {row('Pieces', (held) => held.pieces)}
          {row('Entities in the largest piece', (held) => held.largest)}
          {row('Pairs joined by some chain', (held) => held.joined)}
        </tbody>
      </table>
      <p className="hint">Only ties that were recorded and lawfully held are counted; people find other ways when one is gone. <Beside of="measure" /></p>
    </details>
  );
}

/** A rank and how far it moves when a tenth of the ties is missing, as words and a bar. */
function Interval({ measure, v }: { measure: MeasureView; v: number }) {
  const rank = measure.ranks[v];
  if (!rank || rank.low === 0) return <>–</>;
  const count = Math.max(2, measure.values.length);
  const at = (place: number): number => (100 * (place - 1)) / (count - 1);
  return (
    <span className="ws-interval"><span>{rankWords(rank)}</span>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><line x1="0" y1="4" x2="100" y2="4" className="ws-rail" /><rect x={Math.min(97, at(rank.low))} y="1.5" width={Math.max(3, at(rank.high) - at(rank.low))} height="5" /></svg>
    </span>
  );
}

function Measures({ desk }: { desk: Desk }) {
  const w = useWorkspace();
  const { net, measures } = desk;
  const deed = useDeed();
  const [shown, setShown] = useState('');
  const [working, setWorking] = useState('');
  if (!net) return <p className="hint">No snapshot is frozen yet. <a href={w.href('network')}>Freeze one</a>.</p>;
  const missing = METHODS.filter((method) => !measures.some((one) => methodOf(one.method).value === method.value));
  const it = measures.find((one) => one.id === shown) ?? measures[0];
  const measure = () => void deed.run(async () => {
    for (const method of missing) {
      setWorking(method.label);
      await w.api.measure(net.id, method.value, 1);
    }
  }, desk.reloadMeasures).finally(() => setWorking(''));
  const head = desk.snapshots.find((one) => one.id === net.id);
  return (
    <>
      <p><Beside of="measure" /> {head && <span className="muted">{ruleWords(head)}</span>}</p>
      {missing.length > 0 && <p><button type="button" className="button small" disabled={deed.busy} onClick={measure} data-testid="ws-measure">{working ? `Measuring ${working.toLowerCase()}…` : `Measure ${countOf(missing.length, 'more method')}`}</button></p>}
      <FaultPanel fault={deed.fault} />
      {it && (
        <>
          <label className="inline-label">Measure
            <select value={it.id} onChange={(change) => setShown(change.target.value)} data-testid="ws-measure-shown">{measures.map((one) => <option key={one.id} value={one.id}>{methodOf(one.method).label}</option>)}</select>
          </label>
          <MeasureTable key={it.id} desk={desk} net={net} measure={it} />
        </>
      )}
    </>
  );
}

function MeasureTable({ desk, net, measure }: { desk: Desk; net: Net; measure: MeasureView }) {
  const method = methodOf(measure.method);
  const groups = useMemo(() => groupsBySize(measure.values), [measure]);
  const ranked = useMemo(() => ranks(measure.values), [measure]);
  const columns: Column<number>[] = [
    { name: 'entity', title: 'Entity', cell: (v) => <strong>{nameOf(net, v)}</strong>, by: (v) => net.labels[v] ?? '' },
    method.group
      ? { name: 'value', title: 'Group', cell: (v) => (groups[v] ?? 0) + 1, by: (v) => groups[v] ?? 0, className: 'number' }
      : { name: 'value', title: 'Value', cell: (v) => valueWords(measure.values[v] ?? 0), by: (v) => measure.values[v] ?? 0, className: 'number', downFirst: true },
    ...(method.group ? [] : [
      { name: 'rank', title: 'Rank', cell: (v: number) => ranked[v], by: (v: number) => ranked[v] ?? 0, className: 'number' },
      { name: 'band', title: 'Rank, 5–95 %', cell: (v: number) => <Interval measure={measure} v={v} />, by: (v: number) => measure.ranks[v]?.high ?? 0 },
    ]),
  ];
  return (
    <>
      <p className="muted">{plain(method.says)}. The band is where the rank lies in 90 of 100 trials with a tenth of the ties taken away.</p>
      <Table caption={`${method.label} by entity`} rows={Array.from({ length: net.count }, (_, v) => v)} rowKey={String} columns={columns} pageSize={15} start={{ column: 'value', down: !method.group }} testId="ws-measures"
        current={desk.chosen.size === 1 ? String([...desk.chosen][0]) : null} onOpen={(v) => desk.take(`Chose ${net.labels[v]}`, { chosen: [net.entities[v]!] })} />
      <details data-testid="ws-card"><summary>Method card</summary><p className="card-text">{measure.card}</p></details>
      <details><summary>Parameters and summary</summary><Facts of={[['Seed', measure.seed], ...Object.entries(measure.summary).map(([name, said]) => [name, said] as [string, string]), ['Measured', <Time key="t" at={measure.at} />]]} /></details>
    </>
  );
}

/** Two windows, each frozen, held against each other. */
function Comparison({ desk }: { desk: Desk }) {
  const w = useWorkspace();
  const deed = useDeed();
  const { net, view, held } = desk;
  const head = desk.snapshots.find((one) => one.id === net?.id);
  const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
  const windowed = view.from !== null || view.to !== null;
  const freeze = () => head && void deed.run(() => w.api.freeze({ kinds: head.kinds, minimumRecords: head.minimumRecords, directed: head.directed, from: iso(view.from), to: iso(view.to) }), (fresh) => {
    desk.reloadSnapshots();
    desk.take('Froze the window, against the one before', { snapshot: fresh.summary.id, against: head.id, chosen: [], shown: null, placed: {}, pinned: [], folded: [] });
  });
  const name = (one: Desk['snapshots'][number]): string => `${spanWords(one.from, one.to)}, ${countOf(one.nodes, 'entity', 'entities')}, frozen ${timeWords(one.at)}`;
  return (
    <>
      <label className="field"><span>Snapshot on the chart</span>
        <select value={net?.id ?? ''} onChange={(change) => desk.take('Another snapshot', { snapshot: change.target.value, chosen: [], shown: null, placed: {}, pinned: [], folded: [], sizeBy: '', colourBy: '' })} data-testid="ws-snapshot">
          {desk.snapshots.map((one) => <option key={one.id} value={one.id}>{name(one)}</option>)}
        </select>
      </label>
      <label className="field"><span>Held against</span>
        <select value={view.against ?? ''} onChange={(change) => desk.take(change.target.value ? 'Held against another snapshot' : 'No comparison', { against: change.target.value || null })} data-testid="ws-against">
          <option value="">nothing</option>
          {desk.snapshots.filter((one) => one.id !== net?.id).map((one) => <option key={one.id} value={one.id}>{name(one)}</option>)}
        </select>
      </label>
      <p><button type="button" className="button small" disabled={!windowed || deed.busy || !head} onClick={freeze} data-testid="ws-freeze">{deed.busy ? 'Freezing…' : 'Freeze the brushed window and compare'}</button></p>
      {!windowed && <p className="hint">Brush a window on the timeline first: its ties are frozen under the same rule, exactly.</p>}
      <FaultPanel fault={deed.fault} />
      {held && net && (
        <div data-testid="ws-compared">
          <h2>Against the other snapshot</h2>
          <Facts of={[
            ['Ties in both', countWords(held.tiesKept)], ['Ties only here', countWords(held.tiesCame)], ['Ties only there', countWords(held.tiesWent)],
            ['Entities only here', countWords(held.came.length)], ['Entities only there', countWords(held.went.length)],
          ]} />
          <p className="hint">Ties only here are drawn in another colour, entities only here have a ring. An entity may be “only here” because its accounts were judged anew: entities are compared by the accounts they hold.</p>
          {held.came.length > 0 && <ul className="plain roomy">{held.came.slice(0, 50).map((entity) => <li key={entity}><button type="button" className="link" onClick={() => desk.take(`Chose ${net.labels[net.place.get(entity)!]}`, { chosen: [entity] })}>{nameOf(net, net.place.get(entity)!)}</button></li>)}</ul>}
        </div>
      )}
    </>
  );
}

/** The way here, the branches left, and views kept under a name. */
function Steps({ desk }: { desk: Desk }) {
  const w = useWorkspace();
  const deed = useDeed();
  const [name, setName] = useState('');
  const views = useLoad(`views ${w.permit?.id}`, () => w.api.views());
  const tree = branches(desk.trail);
  const open = (one: { name: string; view: string }) => {
    const read = readView(one.view);
    if (read) desk.take(`Opened the view ${one.name}`, read);
    else desk.say(`The view ${one.name} was kept by another version and cannot be read.`);
  };
  return (
    <>
      <h2>Kept views</h2>
      <form className="buttons" onSubmit={(submit) => { submit.preventDefault(); void deed.run(() => w.api.keepView(name.trim(), writeView(viewOf(desk.trail))), () => { setName(''); views.reload(); }); }}>
        <label><span className="unseen">Name for this view</span><input id="ws-view-name" value={name} maxLength={100} required placeholder="name for this view" onChange={(change) => setName(change.target.value)} data-testid="ws-view-name" /></label>
        <button type="submit" className="button small" disabled={deed.busy || name.trim() === ''} data-testid="ws-keep">Keep</button>
      </form>
      <FaultPanel fault={deed.fault ?? views.fault} onRetry={views.reload} />
      <ul className="plain roomy" data-testid="ws-views">
        {(views.value ?? []).map((one) => (
          <li key={one.id}>
            <button type="button" className="link" onClick={() => open(one)}>{one.name}</button>{' '}
            {one.published ? <Tag tone="good">published{one.mine ? '' : ` by ${one.by}`}</Tag> : <Tag>draft, yours alone</Tag>}{' '}
            {one.mine && !one.published && <button type="button" className="quiet" disabled={deed.busy} onClick={() => void deed.run(() => w.api.publishView(one.id), views.reload)} data-testid="ws-publish">Publish to the team</button>}
            {one.mine && <button type="button" className="quiet" disabled={deed.busy} aria-label={`Keep the view ${one.name} no longer`} onClick={() => void deed.run(() => w.api.dropView(one.id), views.reload)}>✕</button>}
          </li>
        ))}
      </ul>
      {views.value?.length === 0 && <p className="hint">A view keeps what is chosen, brushed, filtered and placed; records and ties are asked for anew when it is opened.</p>}
      <h2>Steps</h2>
      <p className="hint">Undo leaves a branch; nothing that was tried is lost until you sign out.</p>
      <ol className="ws-steps" data-testid="ws-steps">
        {tree.map((one) => (
          <li key={one.step} style={{ marginInlineStart: Math.min(6, one.depth) * 14 }}>
            <button type="button" className="link" aria-current={one.step === desk.trail.at ? 'step' : undefined} onClick={() => desk.go(one.step)}>{one.words}</button>
            {one.step === desk.trail.at ? <span className="muted"> here</span> : !one.on && <span className="muted"> branch</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
