/* What lies over the chart: previews of what is under the pointer, and the lasso. */
import { useState } from 'react';
import { kindsWords, methodOf, bandWords } from '../parts/measures';
import { hasRole, roleWords } from '../parts/roles';
import { countOf, dayWords, valueWords } from '../parts/words';
import { nameOf, type Desk } from './desk';
import { recordsOn } from './scene';

const kindsOf = (desk: Desk, ties: Iterable<number>): string => {
  const net = desk.net!;
  const counts = new Map<string, number>();
  for (const t of ties) net.kinds.forEach((kind, k) => { const n = net.counts[t * net.kinds.length + k]!; if (n > 0) counts.set(kind, (counts.get(kind) ?? 0) + n); });
  return kindsWords(Object.fromEntries(counts));
};

/** What somebody is, without opening anything. */
export function Preview({ desk, v, x, y }: { desk: Desk; v: number; x: number; y: number }) {
  const net = desk.net!;
  return (
    <div className="ws-preview" style={{ left: Math.max(4, x + 14), top: Math.max(4, y + 10) }} aria-hidden="true">
      <strong>{nameOf(net, v)}</strong>
      {net.roles[v] && !hasRole(net.roles[v]) && <div className="muted">{roleWords(net.roles[v])}</div>}
      <div>{countOf(net.starts[v + 1]! - net.starts[v]!, 'tie')} · {kindsOf(desk, net.ties.slice(net.starts[v]!, net.starts[v + 1]!))}</div>
      {desk.held && <div>{['in both', 'only in A', 'only in B'][desk.held.entities[v] ?? 0]}</div>}
      {desk.measures.filter((one) => !methodOf(one.method).group && v < one.values.length).slice(0, 4).map((one) => (
        <div key={one.id} className="muted">{methodOf(one.method).label} {valueWords(one.values[v] ?? NaN)}, rank {bandWords(one, v)}</div>
      ))}
    </div>
  );
}

/** What runs between two: kinds side by side, each with its count. */
export function TiePreview({ desk, t, x, y }: { desk: Desk; t: number; x: number; y: number }) {
  const net = desk.net!;
  const day = (at: number): string => (Number.isNaN(at) ? 'no date' : dayWords(new Date(at).toISOString()));
  return (
    <div className="ws-preview" style={{ left: Math.max(4, x + 14), top: Math.max(4, y + 10) }} aria-hidden="true">
      <strong>{net.labels[net.from[t]!]} {net.directed ? '→' : '–'} {net.labels[net.to[t]!]}</strong>
      <div>{countOf(recordsOn(desk, t), 'record')}: {kindsOf(desk, [t])}</div>
      <div className="muted">{day(net.first[t]!)} to {day(net.last[t]!)}</div>
      {desk.held && <div>{['in both', 'only in A', 'only in B'][desk.held.ties[t] ?? 0]}</div>}
    </div>
  );
}

/** A line drawn round entities; Shift adds to those chosen before. */
export function Lasso({ onDone }: { onDone: (corners: [number, number][], add: boolean) => void }) {
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
