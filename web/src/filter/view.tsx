import { useState } from 'react';
import type { FilterPermitView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Empty, FaultPanel, PageHead, ReasonDialog, Tag, Time, Waiting } from '../parts/pieces';
import { plain } from '../parts/words';
import { openFor, total } from './state';

/** What was sealed off, for a filter officer: where it waits, and, under a permit of its own kind, what it says. */
export function FilterPage() {
  const w = useWorkspace();
  const deed = useDeed();
  const waiting = useLoad('filter', () => w.api.filterWaiting());
  const [asking, setAsking] = useState<string | null>(null);
  const [permit, setPermit] = useState<FilterPermitView | null>(null);
  return (
    <>
      <PageHead title="Sealed off" lead="What lies outside an authority, or is privileged. The team sees numbers; you see content, each look is logged, and you decide what becomes of it." />
      <FaultPanel fault={waiting.fault} onRetry={waiting.reload} />
      {waiting.state === 'loading' && !waiting.value && <Waiting what="Looking up what waits…" />}
      {waiting.value?.length === 0 && <Empty title="Nothing waits for a filter officer." />}
      {!permit && (waiting.value ?? []).map((one) => (
        <article key={one.authority} className="card" data-testid="filter-waiting">
          <h2>{one.caseName}</h2>
          <p>{total(one)} items: {Object.entries(one.byReason).map(([reason, count]) => <Tag key={reason}>{plain(reason)} {count}</Tag>)}</p>
          <button type="button" className="button primary" onClick={() => setAsking(one.authority)}>Open what was sealed off</button>
        </article>
      ))}
      {asking && <ReasonDialog title="Leave to filter" question="What will you do, and why?" verb="Ask" busy={deed.busy} fault={deed.fault} onClose={() => setAsking(null)}
        onSay={(purpose) => void deed.run(() => w.api.askFilterPermit(asking, purpose), (given) => { setAsking(null); setPermit(given); })} />}
      {permit && <Items permit={permit} onClose={() => { setPermit(null); waiting.reload(); }} />}
    </>
  );
}

function Items({ permit, onClose }: { permit: FilterPermitView; onClose: () => void }) {
  const w = useWorkspace();
  const deed = useDeed();
  const [from, setFrom] = useState(0);
  const [chosen, setChosen] = useState<string[]>([]);
  const [heir, setHeir] = useState('');
  const items = useLoad(`filter ${permit.id} ${from}`, () => w.api.filterItems(permit.id, from));
  const heirs = useLoad(`releasable ${permit.authority}`, () => w.api.filterReleasable(permit.authority));
  const list = items.value ?? [];
  const picked = list.filter((item) => chosen.includes(item.id));
  const decide = (decision: string) =>
    void deed.run(() => w.api.filterDecide(permit.id, chosen, decision, decision === 'RELEASE' ? heir : null), () => { setChosen([]); items.reload(); });
  return (
    <section aria-label="Items">
      <p>Your permit ends <Time at={permit.expires} />. <button type="button" className="button small" onClick={onClose}>Back</button></p>
      <FaultPanel fault={items.fault ?? deed.fault} onRetry={items.reload} />
      <div className="buttons">
        {openFor(picked).filter((one) => one !== 'RELEASE').map((one) => <button key={one} type="button" className={one === 'DESTROY' ? 'button danger' : 'button'} disabled={deed.busy} onClick={() => decide(one)}>{plain(one)}</button>)}
        {openFor(picked).includes('RELEASE') && (
          <>
            <select aria-label="Release to which authority" value={heir} onChange={(change) => setHeir(change.target.value)}>
              <option value="">To which authority…</option>
              {(heirs.value ?? []).map((one) => <option key={one} value={one}>{one}</option>)}
            </select>
            <button type="button" className="button" disabled={deed.busy || !heir} onClick={() => decide('RELEASE')}>Release</button>
          </>
        )}
      </div>
      {list.map((item) => (
        <article key={item.id} className="card" data-testid="filter-item">
          <label>
            <input type="checkbox" checked={chosen.includes(item.id)} onChange={() => setChosen(chosen.includes(item.id) ? chosen.filter((one) => one !== item.id) : [...chosen, item.id])} />{' '}
            <Tag tone="warn">{plain(item.reason)}</Tag> {plain(item.kind)} <Tag>{plain(item.state)}</Tag> <Time at={item.at ?? null} /> {item.who.join(', ')}
          </label>
          {item.words ? <blockquote>{item.words}</blockquote> : <p className="muted">Nothing of it is kept.</p>}
        </article>
      ))}
      <div className="buttons">
        <button type="button" className="button small" disabled={from === 0} onClick={() => setFrom(Math.max(0, from - 50))}>Before</button>
        <button type="button" className="button small" disabled={list.length < 50} onClick={() => setFrom(from + 50)}>More</button>
      </div>
    </section>
  );
}
