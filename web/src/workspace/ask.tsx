/* What is asked before the chart changes: whom an expansion would bring, and between whom a path is looked for. */
import { useMemo, useState } from 'react';
import { Dialog, Field } from '../parts/pieces';
import { countOf, countWords, plain } from '../parts/words';
import { nameOf, type Desk } from './desk';
import { around, wayBetween } from './net';
import { askOf } from './state';

const MOST_LISTED = 100; // Names that are listed at once; a search narrows.

/** Counts before anything is drawn: by kind, with a question from 50 entities on and a search from 250. */
export function Expand({ desk, held, onClose }: { desk: Desk; held: (v: number) => boolean; onClose: () => void }) {
  const net = desk.net!;
  const { view } = desk;
  const found = useMemo(() => around(net, desk.chosen, held), [net, desk.chosen, held]);
  const [kinds, setKinds] = useState<string[]>(() => found.map((one) => one.kind));
  const [words, setWords] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const fresh = [...new Set(found.filter((one) => kinds.includes(one.kind)).flatMap((one) => one.entities))];
  const ask = askOf(fresh.length);
  const matching = ask === 'search' ? fresh.filter((v) => net.labels[v]!.toLowerCase().includes(words.trim().toLowerCase())).sort((a, b) => desk.value(b) - desk.value(a)) : [];
  // A tick counts only as long as a kind that is followed still brings the entity.
  const bringing = ask === 'search' ? fresh.filter((v) => ticked.has(v)) : [];
  const bring = (entities: readonly number[]) => {
    desk.take(`Expanded by ${countOf(entities.length, 'entity', 'entities')}`, { shown: [...(view.shown ?? []), ...entities.map((v) => net.entities[v]!)] });
    onClose();
  };
  return (
    <Dialog title="Expand" onClose={onClose}>
      {found.length === 0 ? <p>Everybody tied to the chosen is on the chart.</p> : (
        <fieldset>
          <legend>Ties to follow</legend>
          <div className="choices">
            {found.map((one) => (
              <label key={one.kind}>
                <input type="checkbox" checked={kinds.includes(one.kind)} onChange={(change) => setKinds(change.target.checked ? [...kinds, one.kind] : kinds.filter((kind) => kind !== one.kind))} />
                {plain(one.kind)} <span className="muted">&nbsp;{countWords(one.entities.length)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <p data-testid="ws-expand-count">{countOf(fresh.length, 'entity', 'entities')} would come onto the chart.</p>
      {ask === 'prompt' && <p className="warn-text" data-testid="ws-expand-prompt">So many make the chart hard to read. Choose fewer kinds of tie, or bring them all the same.</p>}
      {ask === 'search' && (
        <>
          <p className="warn-text" data-testid="ws-expand-search">Too many to draw at once: look for those you need.</p>
          <Field label="Name contains" hint={`${countOf(matching.length, 'entity', 'entities')} fit.`}>{(ids) => <input {...ids} value={words} onChange={(change) => setWords(change.target.value)} data-testid="ws-expand-words" />}</Field>
          {matching.length > MOST_LISTED && <p className="muted small">{`The first ${MOST_LISTED} are listed, those drawn largest first; more of the name narrows.`}</p>}
          <ul className="plain ws-ticks" data-testid="ws-expand-found" data-answers={words}>
            {matching.slice(0, MOST_LISTED).map((v) => (
              <li key={v}><label><input type="checkbox" checked={ticked.has(v)} onChange={() => { const next = new Set(ticked); if (!next.delete(v)) next.add(v); setTicked(next); }} />{nameOf(net, v)}</label></li>
            ))}
          </ul>
        </>
      )}
      <div className="buttons">
        {ask === 'search'
          ? <button type="button" className="button primary" disabled={bringing.length === 0} onClick={() => bring(bringing)} data-testid="ws-bring-ticked">Bring {countWords(bringing.length)} ticked</button>
          : <button type="button" className="button primary" disabled={fresh.length === 0} onClick={() => bring(fresh)} data-testid="ws-bring">{ask === 'prompt' ? `Bring all ${countWords(fresh.length)} all the same` : 'Bring them'}</button>}
        <button type="button" className="button" onClick={onClose}>Cancel</button>
      </div>
    </Dialog>
  );
}

const MOST_HOPS = 10;

/** All shortest chains of ties between two entities, over the kinds and the window that the chart shows. */
export function PathForm({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const net = desk.net!;
  const [first, second] = [...desk.chosen];
  const [a, setA] = useState(first === undefined ? '' : net.labels[first]!);
  const [b, setB] = useState(second === undefined ? '' : net.labels[second]!);
  const [hops, setHops] = useState(4);
  const [said, setSaid] = useState('');
  const placeOf = (label: string, before: number | undefined): number => (before !== undefined && net.labels[before] === label ? before : net.labels.indexOf(label));
  const look = () => {
    const [from, to] = [placeOf(a, first), placeOf(b, second)];
    if (from < 0 || to < 0) {
      setSaid(`No entity of the chart is called ${from < 0 ? a : b}.`);
      return;
    }
    const way = from === to ? null : wayBetween(net, from, to, hops, desk.passes);
    if (!way) {
      setSaid(`No chain of at most ${countOf(hops, 'tie')} joins them among the ties in sight. That none was recorded is weak evidence that there is none.`);
      return;
    }
    const found = [...way.entities].map((v) => net.entities[v]!);
    desk.take(`Path of ${countOf(way.hops, 'tie')} from ${a} to ${b}`, { chosen: found, ...(desk.view.shown ? { shown: [...new Set([...desk.view.shown, ...found])] } : {}) });
    desk.setWay(way.ties);
    desk.say(`${countOf(way.hops, 'tie')} from ${a} to ${b}; ${countOf(way.entities.size, 'entity', 'entities')} on the shortest chains.`);
    onClose();
  };
  return (
    <Dialog title="Find path" onClose={onClose}>
      <form onSubmit={(submit) => { submit.preventDefault(); look(); }}>
        <datalist id="ws-names">{[...new Set(net.labels)].slice(0, 5_000).map((label) => <option key={label} value={label} />)}</datalist>
        <Field label="From">{(ids) => <input {...ids} list="ws-names" value={a} onChange={(change) => setA(change.target.value)} required data-testid="ws-path-from" />}</Field>
        <Field label="To">{(ids) => <input {...ids} list="ws-names" value={b} onChange={(change) => setB(change.target.value)} required data-testid="ws-path-to" />}</Field>
        <Field label="Ties at most" hint="Kinds of tie and window are those that the chart shows now.">{(ids) => <input {...ids} type="number" min={1} max={MOST_HOPS} value={hops} onChange={(change) => setHops(Number(change.target.value))} />}</Field>
        <p role="status" data-testid="ws-path-said">{said}</p>
        <div className="buttons">
          <button type="submit" className="button primary" data-testid="ws-path-find">Find</button>
          <button type="button" className="button" onClick={onClose}>Cancel</button>
        </div>
      </form>
    </Dialog>
  );
}
