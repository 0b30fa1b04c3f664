/* The measures of the snapshot on the chart: what each says, how it stands when ties are missing, and the way to take more. */
import { useMemo, useState } from 'react';
import type { MeasureView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed } from '../parts/load';
import { ALL_METHODS, bandWords, calibrationWords, cardWords, doubtful, groupsBySize, methodOf, ranks, ruleWords } from '../parts/measures';
import { Beside, Facts, FaultPanel, Tag, Time } from '../parts/pieces';
import { Table, type Column } from '../parts/table';
import { countOf, countWords, spanWords, valueWords } from '../parts/words';
import { nameOf, type Desk } from './desk';

/** A rank and how far it moves when a tenth of the ties was not recorded, as words and a bar. */
export function Interval({ measure, v }: { measure: MeasureView; v: number }) {
  const rank = measure.ranks[v];
  if (!rank || rank.low === 0) return <>–</>;
  const count = Math.max(2, measure.values.length);
  const at = (place: number): number => (100 * (place - 1)) / (count - 1);
  return (
    <span className="ws-interval"><span>{bandWords(measure, v)}</span>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><line x1="0" y1="4" x2="100" y2="4" className="ws-rail" /><rect x={Math.min(97, at(rank.low))} y="1.5" width={Math.max(3, at(rank.high) - at(rank.low))} height="5" /></svg>
    </span>
  );
}

/** Probability as people read it; a sure thing is never said of a sample. */
export const chanceWords = (share: number): string => (share >= 0.995 ? 'over 99 %' : share > 0 && share < 0.005 ? 'under 1 %' : `${Math.round(100 * share)} %`);

const FAMILIES = [...new Set(ALL_METHODS.map((one) => one.family))];

export function Measures({ desk }: { desk: Desk }) {
  const w = useWorkspace();
  const { net, measures } = desk;
  const deed = useDeed();
  const [shown, setShown] = useState('');
  const [working, setWorking] = useState('');
  const head = desk.snapshots.find((one) => one.id === net?.id);
  if (!net && (desk.busy || desk.snapshots.length > 0)) return <p className="hint">The network is not here yet.</p>;
  if (!net) return <p className="hint">No snapshot is frozen yet. <a href={w.href('network')}>Freeze one</a>.</p>;
  if (desk.asked.measures !== 'ready' && measures.length === 0) return <p className="hint">{desk.asked.measures === 'loading' ? 'Fetching the measures…' : 'The measures could not be fetched.'}</p>;
  const taken = new Map(measures.map((one) => [methodOf(one.method).value, one]));
  const offered = ALL_METHODS.filter((one) => !one.directed || net.directed);
  const usual = offered.slice(0, 6).filter((one) => !taken.has(one.value));
  const it = measures.find((one) => methodOf(one.method).value === shown) ?? (shown === '' ? measures[0] : undefined);
  const wanted = it ? methodOf(it.method) : ALL_METHODS.find((one) => one.value === shown);
  const measure = (methods: readonly string[]) => void deed.run(async () => {
    for (const method of methods) {
      setWorking(methodOf(method).label);
      await w.api.measure(net.id, method, 1);
    }
  }, desk.reloadMeasures).finally(() => setWorking(''));
  return (
    <>
      <p><Beside of="measure" /> {head && <span className="muted">{ruleWords(head)}</span>}</p>
      {usual.length > 1 && <p><button type="button" className="button small" disabled={deed.busy} onClick={() => measure(usual.map((one) => one.value))} data-testid="ws-measure">Take the {countOf(usual.length, 'usual measure')}</button></p>}
      <label className="field"><span>Measure</span>
        <select value={wanted?.value ?? ''} onChange={(change) => setShown(change.target.value)} data-testid="ws-measure-shown">
          {!wanted && <option value="">choose one</option>}
          {FAMILIES.map((family) => (
            <optgroup key={family} label={family}>
              {offered.filter((one) => one.family === family).map((one) => <option key={one.value} value={one.value}>{taken.has(one.value) ? one.label : `${one.label} (not taken yet)`}</option>)}
            </optgroup>
          ))}
        </select>
      </label>
      {wanted && <p className="muted ws-says">{wanted.says.charAt(0).toUpperCase() + wanted.says.slice(1)}.</p>}
      {wanted && !taken.has(wanted.value) && <p><button type="button" className="button small primary" disabled={deed.busy} onClick={() => measure([wanted.value])} data-testid="ws-take">Measure {wanted.label}</button></p>}
      {working && <p className="muted" role="status">Measuring {working}, and networks that may be the true one…</p>}
      <FaultPanel fault={deed.fault} />
      {it && <MeasureTable key={it.id} desk={desk} measure={it} window={head ? spanWords(head.from, head.to) : ''} />}
    </>
  );
}

/** One measure by entity, with its bands, its card and what it rests on. */
function MeasureTable({ desk, measure, window }: { desk: Desk; measure: MeasureView; window: string }) {
  const net = desk.net!;
  const method = methodOf(measure.method);
  const groups = useMemo(() => groupsBySize(measure.values), [measure]);
  const ranked = useMemo(() => ranks(measure.values), [measure]);
  const replicas = Number(measure.summary.replicas ?? 0);
  const columns: Column<number>[] = [
    { name: 'entity', title: 'Entity', cell: (v) => <strong className="break">{nameOf(net, v)}</strong>, by: (v) => net.labels[v] ?? '', className: 'ws-who' },
    method.group
      ? { name: 'value', title: 'Group', cell: (v) => (groups[v] ?? 0) + 1, by: (v) => groups[v] ?? 0, className: 'number' }
      : { name: 'value', title: 'Value', cell: (v) => valueWords(measure.values[v] ?? NaN), by: (v) => (Number.isNaN(measure.values[v]!) ? null : measure.values[v] ?? 0), className: 'number', downFirst: true },
    ...(method.group ? [] : [
      { name: 'rank', title: 'Rank', cell: (v: number) => ranked[v], by: (v: number) => ranked[v] ?? 0, className: 'number' },
      { name: 'band', title: 'Rank, 5–95 %', cell: (v: number) => <Interval measure={measure} v={v} />, by: (v: number) => measure.ranks[v]?.high ?? 0 },
      ...(measure.top.length > 0 ? [{ name: 'top', title: `Among the first ${measure.first}`, cell: (v: number) => chanceWords(measure.top[v] ?? 0), by: (v: number) => measure.top[v] ?? 0, className: 'number', downFirst: true }] : []),
    ]),
  ];
  const calibrated = calibrationWords(measure);
  const firmness = Object.entries(measure.summary).find(([name]) => name.startsWith(method.group ? 'agreement' : 'robustness'));
  return (
    <>
      <p className="hint">
        {replicas > 0 ? `The band is where the rank lies in 90 of 100 networks that may be the true one, if a tenth of the true ties was not recorded; ${countWords(replicas)} such networks were measured.` : 'No other networks were measured, since there is no tie or it would have taken too long.'}
        {firmness && method.group ? ` Groups there and here agree by ${Number(firmness[1]).toFixed(2)}: 1 is the same, 0 is as by chance.` : ''}
        {firmness && !method.group ? ` ${Math.round(100 * Number(firmness[1]))} % of all pairs keep their order.` : ''}
      </p>
      {calibrated && <p className="hint" data-testid="ws-calibration">{doubtful(measure) && <><Tag tone="warn">doubtful</Tag> </>}{calibrated}</p>}
      <p className="buttons">
        {!method.group && <button type="button" className="button small" onClick={() => desk.take(`Sized by ${method.label}`, { sizeBy: measure.id })} data-testid="ws-size-by">Size by it</button>}
        <button type="button" className="button small" onClick={() => desk.take(`Coloured by ${method.label}`, { colourBy: method.value === 'COMMUNITY' ? '' : measure.id })} data-testid="ws-colour-by">Colour by it</button>
        {(method.value === 'SPRINGRANK' || method.value === 'AGONY') && <span className="hint">Rows by direction, among the layouts, uses it.</span>}
      </p>
      {method.group && <Groups desk={desk} groups={groups} />}
      <Table caption={`${method.label} by entity`} rows={Array.from({ length: measure.values.length }, (_, v) => v)} rowKey={String} columns={columns} pageSize={15} start={{ column: 'value', down: !method.group }} testId="ws-measures"
        current={desk.chosen.size === 1 ? String([...desk.chosen][0]) : null} onOpen={(v) => desk.take(`Chose ${net.labels[v]}`, { chosen: [net.entities[v]!] })} />
      <details data-testid="ws-card"><summary>Method card</summary><p className="card-text">{cardWords(measure.card)}</p>{calibrated && <p className="card-text">{calibrated}</p>}</details>
      <details><summary>Parameters and summary</summary><Facts of={[['Window', window], ['Seed', measure.seed], ...Object.entries(measure.summary).map(([name, said]) => [name, said] as [string, string]), ['Measured', <Time key="t" at={measure.at} />]]} /></details>
    </>
  );
}

const MOST_GROUPS = 12;

/** Groups by size; each can be chosen whole. */
function Groups({ desk, groups }: { desk: Desk; groups: readonly number[] }) {
  const net = desk.net!;
  const count = Math.max(-1, ...groups) + 1;
  const members = (group: number): string[] => groups.flatMap((one, v) => (one === group ? [net.entities[v]!] : []));
  return (
    <ul className="plain inline" data-testid="ws-groups">
      {Array.from({ length: Math.min(count, MOST_GROUPS) }, (_, group) => (
        <li key={group}><button type="button" className="link" onClick={() => desk.take(`Chose group ${group + 1}`, { chosen: members(group) })}>Group {group + 1}: {countWords(members(group).length)}</button></li>
      ))}
      {count > MOST_GROUPS && <li className="muted">and {countOf(count - MOST_GROUPS, 'more group')}</li>}
    </ul>
  );
}
