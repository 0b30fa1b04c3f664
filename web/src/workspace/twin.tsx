/* What the chart shows, for reading: its legend and its tables. */
import { useState } from 'react';
import { kindsWords } from '../parts/measures';
import { rolesNote } from '../parts/roles';
import { Table } from '../parts/table';
import { countWords, dayWords, valueWords } from '../parts/words';
import { nameOf, type Desk } from './desk';
import { legendOf, type Key } from './scene';
import { chosenWith } from './state';

const STANDINGS = ['in both', 'only in A', 'only in B'];

/** A dot or a line as it stands on the chart. */
function Mark({ of }: { of: Key }) {
  if (of.stroke) return <svg className="ws-mark" viewBox="0 0 22 12" aria-hidden="true"><line x1="1" y1="6" x2="21" y2="6" stroke={of.colour} strokeWidth="2.5" strokeDasharray={of.stroke === 'dashed' ? '6 4' : of.stroke === 'dotted' ? '2 3' : undefined} /></svg>;
  return (
    <svg className="ws-mark" viewBox="0 0 12 12" aria-hidden="true">
      {of.shape === 'square' ? <rect x="1.5" y="1.5" width="9" height="9" fill={of.colour} /> : of.shape === 'diamond' ? <path d="M6 0.5 11.5 6 6 11.5 0.5 6Z" fill={of.colour} /> : <circle cx="6" cy="6" r="5" fill={of.colour} />}
    </svg>
  );
}

export function Legend({ desk }: { desk: Desk }) {
  const legend = legendOf(desk);
  const note = desk.net && rolesNote(desk.net.roles);
  if (legend.length === 0 && !note) return null;
  return (
    <ul className="inline group-legend" aria-label="What the looks mean" data-testid="ws-legend">
      {legend.map((one) => <li key={`${one.stroke}${one.words}`}><Mark of={one} /> {one.words}</li>)}
      {note && <li className="muted" data-testid="ws-roles">{note}</li>}
    </ul>
  );
}

/** The same as the picture, for reading. */
export function ChartTables({ desk, on }: { desk: Desk; on: Uint8Array }) {
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
              ...(desk.held ? [{ name: 'standing', title: 'Window', cell: (v: number) => STANDINGS[desk.held?.entities[v] ?? 0], by: (v: number) => desk.held?.entities[v] ?? 0 }] : []),
              ...(desk.group ? [{ name: 'group', title: 'Group', cell: (v: number) => (desk.group?.[v] ?? 0) + 1, by: (v: number) => desk.group?.[v] ?? 0, className: 'number' }] : []),
            ]} />
          <Table caption="Ties on the chart" rows={ties} rowKey={String} pageSize={20} testId="ws-ties" start={{ column: 'weight', down: true }}
            columns={[
              { name: 'from', title: net.directed ? 'From' : 'One', cell: (t) => net.labels[net.from[t]!], by: (t) => net.labels[net.from[t]!] ?? '' },
              { name: 'to', title: net.directed ? 'To' : 'Other', cell: (t) => net.labels[net.to[t]!], by: (t) => net.labels[net.to[t]!] ?? '' },
              { name: 'kinds', title: 'Kinds and records', cell: kinds },
              { name: 'weight', title: 'Weight', cell: (t) => valueWords(net.weight[t]!), by: (t) => net.weight[t]!, className: 'number', downFirst: true },
              ...(desk.held ? [
                { name: 'standing', title: 'Window', cell: (t: number) => STANDINGS[desk.held?.ties[t] ?? 0], by: (t: number) => desk.held?.ties[t] ?? 0 },
                { name: 'inA', title: 'Records in A', cell: (t: number) => countWords(desk.held?.recordsA[t] ?? 0), by: (t: number) => desk.held?.recordsA[t] ?? 0, className: 'number', downFirst: true },
                { name: 'inB', title: 'Records in B', cell: (t: number) => countWords(desk.held?.recordsB[t] ?? 0), by: (t: number) => desk.held?.recordsB[t] ?? 0, className: 'number', downFirst: true },
              ] : []),
              { name: 'first', title: 'First', cell: (t) => <span className="time">{day(net.first[t]!)}</span>, by: (t) => (Number.isNaN(net.first[t]!) ? null : net.first[t]!) },
              { name: 'last', title: 'Last', cell: (t) => <span className="time">{day(net.last[t]!)}</span>, by: (t) => (Number.isNaN(net.last[t]!) ? null : net.last[t]!) },
            ]} />
        </>
      )}
    </details>
  );
}
