/* Two windows, each frozen under one rule, held against each other. */
import { useWorkspace } from '../frame/workspace';
import { useDeed } from '../parts/load';
import { Facts, FaultPanel } from '../parts/pieces';
import { countOf, countWords, spanWords, timeWords } from '../parts/words';
import { nameOf, type Desk } from './desk';
import type { View } from './state';

const FRESH: Partial<View> = { chosen: [], shown: null, placed: {}, pinned: [], folded: [], sizeBy: '', colourBy: '' };
const MOST_LISTED = 50;

export function Comparison({ desk }: { desk: Desk }) {
  const w = useWorkspace();
  const deed = useDeed();
  const { net, view, held } = desk;
  const head = desk.snapshots.find((one) => one.id === net?.id);
  const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
  const windowed = view.from !== null || view.to !== null;
  const freeze = (into: (fresh: string) => Partial<View>, words: string) => head && void deed.run(
    () => w.api.freeze({ kinds: head.kinds, minimumRecords: head.minimumRecords, directed: head.directed, from: iso(view.from), to: iso(view.to) }),
    (fresh) => { desk.reloadSnapshots(); desk.take(words, into(fresh.summary.id)); },
  );
  const name = (one: Desk['snapshots'][number]): string => `${spanWords(one.from, one.to)}, ${countOf(one.nodes, 'entity', 'entities')}, frozen ${timeWords(one.at)}`;
  const alike = (one: Desk['snapshots'][number]): boolean => head !== undefined && one.directed === head.directed && one.minimumRecords === head.minimumRecords && [...one.kinds].sort().join() === [...head.kinds].sort().join();
  const other = desk.snapshots.find((one) => one.id === view.against);
  return (
    <>
      <label className="field"><span>Window A, on the chart</span>
        <select value={net?.id ?? ''} onChange={(change) => desk.take('Another snapshot', { snapshot: change.target.value, ...FRESH, ...(change.target.value === view.against ? { against: null } : {}) })} data-testid="ws-snapshot">
          {desk.snapshots.map((one) => <option key={one.id} value={one.id}>{name(one)}</option>)}
        </select>
      </label>
      <label className="field"><span>Window B, held against it</span>
        <select value={view.against ?? ''} onChange={(change) => desk.take(change.target.value ? 'Held against another snapshot' : 'No comparison', { against: change.target.value || null, placed: {} })} data-testid="ws-against">
          <option value="">nothing</option>
          {desk.snapshots.filter((one) => one.id !== net?.id).map((one) => <option key={one.id} value={one.id}>{name(one)}</option>)}
        </select>
      </label>
      <div className="buttons">
        <button type="button" className="button small" disabled={!windowed || deed.busy || !head} onClick={() => freeze((fresh) => ({ snapshot: fresh, against: head!.id, ...FRESH }), 'Froze the window, against the one before')} data-testid="ws-freeze">{deed.busy ? 'Freezing…' : 'Freeze the brushed window and compare'}</button>
        <button type="button" className="button small" disabled={!windowed || deed.busy || !head} onClick={() => freeze((fresh) => ({ snapshot: fresh, ...FRESH }), 'Froze the window as A')} data-testid="ws-freeze-a">Freeze it as A</button>
        <button type="button" className="button small" disabled={!windowed || deed.busy || !head} onClick={() => freeze((fresh) => ({ against: fresh, placed: {}, from: null, to: null }), 'Froze the window as B')} data-testid="ws-freeze-b">Freeze it as B</button>
      </div>
      {!windowed && <p className="hint">Brush a window on the timeline first: its ties are frozen under the same rule, exactly.</p>}
      <FaultPanel fault={deed.fault} />
      {other && !alike(other) && <p className="warn-text">These two were frozen under different rules: what looks like a change may be the rule.</p>}
      {held && net && (
        <div data-testid="ws-compared">
          <table>
            <caption className="unseen">What the two windows have</caption>
            <thead><tr><th scope="col"><span className="unseen">What</span></th><th scope="col" className="number">In both</th><th scope="col" className="number">Only in A</th><th scope="col" className="number">Only in B</th></tr></thead>
            <tbody>
              <tr><th scope="row">Entities</th>{held.entityCounts.map((count, at) => <td key={at} className="number">{countWords(count)}</td>)}</tr>
              <tr><th scope="row">Ties</th>{held.tieCounts.map((count, at) => <td key={at} className="number">{countWords(count)}</td>)}</tr>
            </tbody>
          </table>
          <p className="hint">On the chart: discs and whole lines are in both, squares and dashed lines only in A, diamonds and dotted lines only in B. Entities are compared by their keys: who is “only here” may be an account that was judged anew. That a tie was not recorded in a window is weak evidence that there was none.</p>
          {([1, 2] as const).map((standing) => {
            const members = Array.from({ length: net.count }, (_, v) => v).filter((v) => held.entities[v] === standing);
            return members.length > 0 && (
              <details key={standing} open={members.length <= 12}>
                <summary>{standing === 1 ? `Only in A: ${countOf(members.length, 'entity', 'entities')}` : `Only in B: ${countOf(members.length, 'entity', 'entities')}`}</summary>
                <p><button type="button" className="button small" onClick={() => desk.take(standing === 1 ? 'Chose those only in A' : 'Chose those only in B', { chosen: members.map((v) => net.entities[v]!) })}>Choose them all</button></p>
                <ul className="plain roomy">{members.slice(0, MOST_LISTED).map((v) => <li key={v}><button type="button" className="link" onClick={() => desk.take(`Chose ${net.labels[v]}`, { chosen: [net.entities[v]!] })}>{nameOf(net, v)}</button></li>)}
                  {members.length > MOST_LISTED && <li className="muted">and {countWords(members.length - MOST_LISTED)} more in the chart’s tables</li>}</ul>
              </details>
            );
          })}
          <Facts of={[['Window A', spanWords(head?.from ?? null, head?.to ?? null)], ['Window B', spanWords(other?.from ?? null, other?.to ?? null)]]} />
        </div>
      )}
    </>
  );
}
