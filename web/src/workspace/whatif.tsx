/*
 * Questions that begin with “what if”: the network without some people, sets that hold it together or reach it, and how far
 * its ties lead from above to below. The server answers under the permit; nothing here says what anybody did or would do.
 */
import { useEffect, useMemo, useState } from 'react';
import type { CurveBand, HierarchyView, RemovalCourse, RemovalView, SetsView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed } from '../parts/load';
import { Beside, FaultPanel } from '../parts/pieces';
import { cardWords } from '../parts/measures';
import { countOf, countWords, plain, valueWords } from '../parts/words';
import { nameOf, type Desk } from './desk';
import { chanceWords } from './measures';
import { without, type Held } from './net';

const ORDERS = [
  { value: 'degree', label: 'most ties first, counted again after each' }, { value: 'betweenness', label: 'highest betweenness first' }, { value: 'largest-piece', label: 'who breaks the largest piece most' },
  { value: 'collective-influence', label: 'highest collective influence first' }, { value: 'closeness', label: 'nearest to all first' }, { value: 'random', label: 'at random, a hundred times' },
];
const AIMS = [
  { value: 'fragment', label: 'without which most pairs lose each other' }, { value: 'fragment-distance', label: 'without which the others are farthest apart' },
  { value: 'reach', label: 'that reach most within some steps' }, { value: 'reach-distance', label: 'that are nearest to all' },
];
const CURVES = [
  { value: 'fragmentation', label: 'Pairs apart', says: 'share of the remaining pairs that no chain of ties joins' }, { value: 'largest', label: 'Largest piece', says: 'share of all entities in the largest piece' },
  { value: 'distance', label: 'Distance', says: '1 minus the mean of 1/distance of the remaining pairs' },
] as const;
type CurveName = (typeof CURVES)[number]['value'];

export function WhatIf({ desk }: { desk: Desk }) {
  if (!desk.net && (desk.busy || desk.snapshots.length > 0)) return <p className="hint">The network is not here yet.</p>;
  if (!desk.net) return <p className="hint">No snapshot is frozen yet.</p>;
  if (desk.held) return <p className="hint">These questions are asked of one snapshot: end the comparison first, under Compare.</p>;
  return (
    <>
      <p><Beside of="measure" /> <span className="muted">Only ties that were recorded and lawfully held are counted; people find other ways when one is gone.</span></p>
      <Without desk={desk} />
      <Removal key={`r ${desk.net.id}`} desk={desk} />
      <Sets key={`s ${desk.net.id}`} desk={desk} />
      {desk.net.directed && <Hierarchy key={`h ${desk.net.id}`} desk={desk} />}
    </>
  );
}

/** At once: how the network hangs together without those chosen. */
function Without({ desk }: { desk: Desk }) {
  const net = desk.net!;
  const [before, after] = useMemo(() => [without(net, new Set()), without(net, desk.chosen)], [net, desk.chosen]);
  const row = (words: string, of: (held: Held) => number) => <tr><td>{words}</td><td className="number">{countWords(of(before))}</td><td className="number">{countWords(of(after))}</td></tr>;
  return (
    <section aria-label="Without those chosen" data-testid="ws-removal">
      <h2>Without those chosen</h2>
      {desk.chosen.size === 0 ? <p className="hint">Choose somebody on the chart or in a table: one person, or a set.</p> : (
        <table>
          <caption className="unseen">The network with and without those chosen</caption>
          <thead><tr><th scope="col">{desk.chosen.size === 1 ? nameOf(net, [...desk.chosen][0]!) : countOf(desk.chosen.size, 'entity', 'entities')}</th><th scope="col" className="number">With</th><th scope="col" className="number">Without</th></tr></thead>
          <tbody>
            {row('Entities', (held) => held.entities)}
            {row('Ties', (held) => held.ties)}
            {row('Pieces', (held) => held.pieces)}
            {row('Entities in the largest piece', (held) => held.largest)}
            {row('Pairs joined by some chain', (held) => held.joined)}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Curves of what is left as people go, with bands. */
function Removal({ desk }: { desk: Desk }) {
  const net = desk.net!;
  const w = useWorkspace();
  const deed = useDeed();
  const [answer, setAnswer] = useState<RemovalView | null>(null);
  const [by, setBy] = useState<string[]>(['degree']);
  const [most, setMost] = useState(Math.min(20, Math.max(1, net.count - 1)));
  const [curve, setCurve] = useState<CurveName>('fragmentation');
  const listed = [...desk.chosen];
  const ask = () => void deed.run(() => w.api.removal(net.id, { listed, by, most, seed: 1 }), setAnswer);
  return (
    <section aria-label="One after another">
      <h2>One after another</h2>
      <fieldset className="ws-orders">
        <legend>Orders to compare</legend>
        {ORDERS.map((one) => <label key={one.value}><input type="checkbox" checked={by.includes(one.value)} onChange={(change) => setBy(change.target.checked ? [...by, one.value] : by.filter((name) => name !== one.value))} />{one.label}</label>)}
      </fieldset>
      <p className="hint">{listed.length > 0 ? `Those chosen go too, in the order in which they were chosen: ${countOf(listed.length, 'entity', 'entities')}.` : 'Choose entities to follow an order of your own.'}</p>
      <div className="toolbar">
        <label className="inline-label">At most<input type="number" className="short" min={1} max={Math.max(1, Math.min(500, net.count - 1))} value={most} onChange={(change) => setMost(Number(change.target.value))} data-testid="ws-away-most" /></label>
        <button type="button" className="button small primary" disabled={deed.busy || (by.length === 0 && listed.length === 0)} onClick={ask} data-testid="ws-away">{deed.busy ? 'Thinking them away…' : 'Take them away'}</button>
      </div>
      <FaultPanel fault={deed.fault} />
      {answer && (
        <div data-testid="ws-curves">
          <div className="buttons" role="group" aria-label="What is left">
            {CURVES.map((one) => <button key={one.value} type="button" className="button small" aria-pressed={curve === one.value} onClick={() => setCurve(one.value)}>{one.label}</button>)}
          </div>
          <Curves desk={desk} answer={answer} curve={curve} />
          <p className="hint">{CURVES.find((one) => one.value === curve)!.says.replace(/^./, (letter) => letter.toUpperCase())}. {answer.replicas > 0
            ? `Bands hold nine of ten networks that may be the true one if a tenth of the ties was not recorded (${countWords(answer.replicas)} of them), or nine of ten random orders.`
            : 'Bands are left out: they would have taken too long, or there is no tie.'}</p>
          <details><summary>Method card</summary><p className="card-text">{cardWords(answer.card)}</p></details>
        </div>
      )}
    </section>
  );
}

const DASHES = ['', '7 4', '2 3', '9 3 2 3', '4 2', '1 2'];
const [WIDE, HIGH, LEFT, BOTTOM] = [340, 190, 34, 24];

const orderLabel = (by: string): string => (by === 'listed' ? 'Those chosen' : plain(by.replaceAll('-', ' ')));

function Curves({ desk, answer, curve }: { desk: Desk; answer: RemovalView; curve: CurveName }) {
  const { theme } = desk;
  const net = desk.net!;
  const end = Math.max(1, ...answer.courses.flatMap((one) => one.removed));
  const x = (removed: number): number => LEFT + ((WIDE - LEFT - 6) * removed) / end;
  const y = (share: number): number => 8 + (HIGH - BOTTOM - 8) * (1 - share);
  const known = answer.courses.filter((one) => one[curve].value.length > 0);
  if (known.length === 0) return <p className="hint">This is not counted in so large a network.</p>;
  const line = (course: RemovalCourse, values: readonly number[]): string => values.map((value, at) => `${x(course.removed[at]!).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const band = (course: RemovalCourse, of: CurveBand): string => `${line(course, of.low)} ${of.high.map((value, at) => `${x(course.removed[at]!).toFixed(1)},${y(value).toFixed(1)}`).reverse().join(' ')}`;
  const colour = (at: number): string => theme.groups[at % theme.groups.length]!;
  return (
    <figure className="ws-curves">
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={`What is left as up to ${countOf(end, 'entity', 'entities')} go, by ${countOf(known.length, 'order')}; the table below says the same`}>
        {[0, 0.25, 0.5, 0.75, 1].map((share) => <g key={share}><line x1={LEFT} x2={WIDE - 6} y1={y(share)} y2={y(share)} stroke={theme.faint} /><text x={LEFT - 5} y={y(share) + 4} textAnchor="end" fontSize="10" fill={theme.ink}>{Math.round(100 * share)}</text></g>)}
        {[0, Math.round(end / 2), end].map((removed, at) => <text key={at} x={x(removed)} y={HIGH - 8} textAnchor={at === 2 ? 'end' : 'middle'} fontSize="10" fill={theme.ink}>{countWords(removed)}</text>)}
        {known.map((course, at) => course[curve].low.length > 0 && <polygon key={course.by} points={band(course, course[curve])} fill={colour(at)} opacity="0.16" />)}
        {known.map((course, at) => <polyline key={course.by} points={line(course, course[curve].value)} fill="none" stroke={colour(at)} strokeWidth="2" strokeDasharray={DASHES[at % DASHES.length]} />)}
      </svg>
      <ul className="plain ws-curve-keys">
        {known.map((course, at) => (
          <li key={course.by}><svg className="ws-mark" viewBox="0 0 22 12" aria-hidden="true"><line x1="0" y1="6" x2="22" y2="6" stroke={colour(at)} strokeWidth="2.5" strokeDasharray={DASHES[at % DASHES.length]} /></svg> {orderLabel(course.by)}</li>
        ))}
      </ul>
      <details>
        <summary>The curves as a table</summary>
        {known.map((course) => (
          <div key={course.by} className="ws-scroll" tabIndex={0} role="region" aria-label={`What is left: ${orderLabel(course.by).toLowerCase()}`}>
            <table>
              <caption>{orderLabel(course.by)}</caption>
              <thead><tr><th scope="col" className="number">Gone</th><th scope="col">Who went</th><th scope="col" className="number">%</th><th scope="col" className="number">5–95 %</th></tr></thead>
              <tbody>
                {course.removed.map((removed, at) => {
                  const who = removed > 0 ? course.order[removed - 1] : undefined;
                  const of = course[curve];
                  return (
                    <tr key={removed}>
                      <td className="number">{countWords(removed)}</td>
                      <td>{who === undefined ? '' : who < 0 ? 'a child, not named' : <button type="button" className="link" onClick={() => desk.take(`Chose ${net.labels[who]}`, { chosen: [net.entities[who]!] })}>{nameOf(net, who)}</button>}</td>
                      <td className="number">{valueWords(Math.round(1000 * of.value[at]!) / 10)}</td>
                      <td className="number">{of.low.length > 0 ? `${valueWords(Math.round(1000 * of.low[at]!) / 10)}–${valueWords(Math.round(1000 * of.high[at]!) / 10)}` : '–'}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        ))}
      </details>
    </figure>
  );
}

/** Sets of nearly the same value, and who is in most of them. */
function Sets({ desk }: { desk: Desk }) {
  const net = desk.net!;
  const w = useWorkspace();
  const deed = useDeed();
  const [aim, setAim] = useState('fragment-distance');
  const [size, setSize] = useState(Math.min(3, Math.max(1, net.count - 1)));
  const [steps, setSteps] = useState(2);
  const [answer, setAnswer] = useState<SetsView | null>(null);
  useEffect(() => setAnswer(null), [aim, size, steps]);
  const choose = (places: readonly number[]) => desk.take(`Chose a set of ${places.length}`, { chosen: places.map((v) => net.entities[v]!) });
  return (
    <section aria-label="Key-player sets">
      <h2>Key-player sets</h2>
      <label className="field"><span>Sets</span><select value={aim} onChange={(change) => setAim(change.target.value)} data-testid="ws-aim">{AIMS.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}</select></label>
      <div className="toolbar">
        <label className="inline-label">Entities in a set<input type="number" className="short" min={1} max={20} value={size} onChange={(change) => setSize(Number(change.target.value))} data-testid="ws-set-size" /></label>
        {aim === 'reach' && <label className="inline-label">Steps<input type="number" className="short" min={1} max={20} value={steps} onChange={(change) => setSteps(Number(change.target.value))} /></label>}
        <button type="button" className="button small primary" disabled={deed.busy} onClick={() => void deed.run(() => w.api.sets(net.id, { aim, steps, size, seed: 1 }), setAnswer)} data-testid="ws-sets-find">{deed.busy ? 'Looking…' : 'Look for sets'}</button>
      </div>
      <FaultPanel fault={deed.fault} />
      {answer && (
        <div data-testid="ws-sets">
          <table>
            <caption className="unseen">Sets, best first</caption>
            <thead><tr><th scope="col" className="number">Value</th><th scope="col">Set</th></tr></thead>
            <tbody>
              {answer.sets.map((one) => (
                <tr key={one.places.join()}><td className="number">{valueWords(one.value)}</td><td><button type="button" className="link" onClick={() => choose(one.places)}>{one.places.map((v) => net.labels[v]).join(', ')}</button></td></tr>
              ))}
            </tbody>
          </table>
          <p className="hint">
            {answer.proved ? 'It is proved that no set of this size is worth more than the first.' : 'These are the best that were found; it is not proved that there is no better one.'}
            {aim.startsWith('fragment') ? ` With nobody taken out the value is ${valueWords(answer.before)}.` : ''}
            {typeof answer.bestLow === 'number' && typeof answer.bestHigh === 'number' ? ` If a tenth of the ties was not recorded, the best set’s value lies between ${valueWords(answer.bestLow)} and ${valueWords(answer.bestHigh)}, and the best set there shares ${Math.round(100 * (answer.likeness ?? 0))} % with the best one here.` : ' How it stands when ties are missing was left out: it would have taken too long.'}
            {answer.withheld > 0 ? ` ${countOf(answer.withheld, 'set')} with a child in it left out.` : ''}
          </p>
          <table data-testid="ws-set-members">
            <caption className="unseen">Who is in these sets</caption>
            <thead><tr><th scope="col">Entity</th><th scope="col" className="number">In these sets</th><th scope="col" className="number">In the best set elsewhere</th></tr></thead>
            <tbody>
              {answer.members.slice(0, 15).map((one) => (
                <tr key={one.place}><td><button type="button" className="link" onClick={() => choose([one.place])}>{nameOf(net, one.place)}</button></td><td className="number">{chanceWords(one.sets)}</td><td className="number">{typeof one.elsewhere === 'number' ? chanceWords(one.elsewhere) : '–'}</td></tr>
              ))}
            </tbody>
          </table>
          <details><summary>Method card</summary><p className="card-text">{cardWords(answer.card)}</p></details>
        </div>
      )}
    </section>
  );
}

const FIGURES: Record<string, string> = {
  'flow-hierarchy': 'Ties on no cycle', 'agony-hierarchy': '1 minus agony a tie', 'global-reaching': 'Global reaching', 'springrank-energy': 'SpringRank’s energy', 'springrank-p': 'Networks turned at random with as little energy',
};

/** How far ties lead from above to below; for networks with direction. */
function Hierarchy({ desk }: { desk: Desk }) {
  const net = desk.net!;
  const w = useWorkspace();
  const deed = useDeed();
  const [answer, setAnswer] = useState<HierarchyView | null>(null);
  return (
    <section aria-label="Hierarchy">
      <h2>Hierarchy</h2>
      <p><button type="button" className="button small primary" disabled={deed.busy} onClick={() => void deed.run(() => w.api.hierarchy(net.id, 1), setAnswer)} data-testid="ws-hierarchy">{deed.busy ? 'Measuring…' : 'How far ties lead from above to below'}</button></p>
      <FaultPanel fault={deed.fault} />
      {answer && (
        <>
          <table data-testid="ws-figures">
            <caption className="unseen">Hierarchy of the whole network</caption>
            <thead><tr><th scope="col">Figure</th><th scope="col" className="number">Value</th><th scope="col" className="number">If ties are missing</th></tr></thead>
            <tbody>{answer.figures.map((one) => (
              <tr key={one.name}><td>{FIGURES[one.name] ?? plain(one.name)}</td><td className="number">{valueWords(one.value ?? NaN)}</td><td className="number">{typeof one.low === 'number' && typeof one.high === 'number' ? `${valueWords(one.low)}–${valueWords(one.high)}` : '–'}</td></tr>
            ))}</tbody>
          </table>
          <p className="hint">Who writes to whom is not who commands whom.</p>
          <details><summary>Method card</summary><p className="card-text">{cardWords(answer.card)}</p></details>
        </>
      )}
    </section>
  );
}
