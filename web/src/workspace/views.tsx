/* Views kept under a name: drafts that are one's own, and versions that the team sees, published with what changes in sight. */
import { useMemo, useState } from 'react';
import type { SavedView, ViewVersion } from '../api/contract';
import { ApiFault } from '../api/client';
import { useShown } from '../frame/following';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Dialog, FaultPanel, ReasonDialog, Tag, Time, Waiting } from '../parts/pieces';
import { countOf } from '../parts/words';
import type { Desk } from './desk';
import { changesOf, fieldWords, joined, labelOf, type Naming, type ViewChange } from './publish';
import { readView, viewOf, writeView, type View } from './state';

/** Names of entities as the chart has them; what it does not hold is named by the beginning of its key. */
function useNaming(desk: Desk): Naming {
  const { net } = desk;
  return useMemo(() => (field, value) => {
    if (['chosen', 'shown', 'placed', 'pinned', 'folded'].includes(field)) {
      const v = net?.place.get(value);
      return (v === undefined ? undefined : net?.labels[v]) ?? `${value.slice(0, 12)}…`;
    }
    return value;
  }, [net]);
}

export function KeptViews({ desk }: { desk: Desk }) {
  const w = useWorkspace();
  const deed = useDeed();
  const [name, setName] = useState('');
  const [publishing, setPublishing] = useState<SavedView | null>(null);
  const [history, setHistory] = useState<SavedView | null>(null);
  const [withdrawing, setWithdrawing] = useState<SavedView | null>(null);
  const views = useLoad(`views ${w.permit?.id}`, () => w.api.views());
  useShown(views.reload);
  const open = (one: { name: string; view: string }) => {
    const read = readView(one.view);
    if (read) desk.take(`Opened the view ${one.name}`, read);
    else desk.say(`The view ${one.name} was kept by another version and cannot be read.`);
  };
  const state = () => writeView(viewOf(desk.trail));
  const drafts = (views.value ?? []).filter((one) => !one.published);
  const published = (views.value ?? []).filter((one) => one.published);
  return (
    <>
      <h2>Kept views</h2>
      <form className="buttons" onSubmit={(submit) => { submit.preventDefault(); void deed.run(() => w.api.keepView({ name: name.trim(), view: state(), draftOf: null, base: 0 }), () => { setName(''); views.reload(); }); }}>
        <label><span className="unseen">Name for this view</span><input id="ws-view-name" value={name} maxLength={100} required placeholder="name for this view" onChange={(change) => setName(change.target.value)} data-testid="ws-view-name" /></label>
        <button type="submit" className="button small" disabled={deed.busy || name.trim() === ''} data-testid="ws-keep">Keep</button>
      </form>
      <FaultPanel fault={deed.fault ?? views.fault} onRetry={views.reload} />
      <ul className="plain roomy" data-testid="ws-views" data-ready={views.value !== null}>
        {drafts.map((one) => (
          <li key={one.id}>
            <button type="button" className="link" onClick={() => open(one)}>{one.name}</button>{' '}
            <Tag>draft, yours alone</Tag>{' '}
            {one.draftOf !== null && one.version !== one.base && <Tag tone="warn">the team has a newer version</Tag>}{' '}
            <span className="row-deeds">
              <button type="button" className="quiet" disabled={deed.busy} aria-label={`Keep again what is in sight, in ${one.name}`}
                onClick={() => void deed.run(() => w.api.keepViewAgain(one.id, { name: one.name, view: state(), draftOf: one.draftOf, base: one.base }), views.reload)} data-testid="ws-keep-again">Keep again</button>
              <button type="button" className="quiet" disabled={deed.busy} onClick={() => setPublishing(one)} data-testid="ws-publish">Publish to the team…</button>
              <button type="button" className="quiet" disabled={deed.busy} aria-label={`Keep the view ${one.name} no longer`} onClick={() => void deed.run(() => w.api.dropView(one.id), views.reload)}>✕</button>
            </span>
          </li>
        ))}
        {published.map((one) => (
          <li key={one.id}>
            <button type="button" className="link" onClick={() => open(one)}>{one.name}</button>{' '}
            <Tag tone="good">{one.mine ? 'published' : `published by ${one.by}`}</Tag>{' '}
            <span className="row-deeds">
              <button type="button" className="quiet" onClick={() => setHistory(one)} aria-label={`Version ${one.version} of ${one.name}, and those before`} data-testid="ws-versions">{`Version ${one.version}`}</button>
              <button type="button" className="quiet" disabled={deed.busy} aria-label={`Draft a change of ${one.name} from what is in sight`}
                onClick={() => void deed.run(() => w.api.keepView({ name: one.name, view: state(), draftOf: one.id, base: one.version }), views.reload)} data-testid="ws-redraft">Draft a change</button>
              {one.mine && <button type="button" className="quiet" onClick={() => { deed.clear(); setWithdrawing(one); }} aria-label={`Withdraw… the published view ${one.name}`} data-testid="ws-withdraw">Withdraw…</button>}
            </span>
          </li>
        ))}
      </ul>
      {views.value?.length === 0 && <p className="hint">A view keeps what is chosen, brushed, filtered and placed; records and ties are asked for anew when it is opened.</p>}
      {publishing && <PublishDialog desk={desk} draft={publishing} onClose={() => setPublishing(null)} onDone={() => { setPublishing(null); views.reload(); }} />}
      {history && <Versions of={history} onOpen={(one) => { setHistory(null); open({ name: `${one.name}, version ${one.version}`, view: one.view }); }} onClose={() => setHistory(null)} />}
      {withdrawing && (
        <ReasonDialog title={`Withdraw the view ${withdrawing.name}`} question="Why shall the team see it no longer?" verb="Withdraw" danger busy={deed.busy} fault={deed.fault} onClose={() => setWithdrawing(null)}
          onSay={(reason) => void deed.run(() => w.api.withdrawView(withdrawing.id, withdrawing.version, reason), () => { setWithdrawing(null); views.reload(); })}>
          <p className="hint">Its versions stay in the record, and it can be published again.</p>
        </ReasonDialog>
      )}
    </>
  );
}

function Versions({ of, onOpen, onClose }: { of: SavedView; onOpen: (version: ViewVersion) => void; onClose: () => void }) {
  const w = useWorkspace();
  const versions = useLoad(`versions ${of.id} ${of.version}`, () => w.api.viewVersions(of.id));
  return (
    <Dialog title={`Versions of ${of.name}`} onClose={onClose}>
      <FaultPanel fault={versions.fault} onRetry={versions.reload} />
      {!versions.value && !versions.fault && <Waiting what="Fetching the versions…" />}
      <ol className="plain roomy" reversed data-testid="ws-version-list">
        {[...(versions.value ?? [])].reverse().map((one) => (
          <li key={one.version}>
            {one.withdrawn ? <span>{`Version ${one.version}: withdrawn by ${one.by}: ${one.name}`}</span> : <button type="button" className="link" onClick={() => onOpen(one)}>{`Version ${one.version} by ${one.by}`}</button>}{' '}
            <span className="muted"><Time at={one.at} /></span>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

const overtaken = (fault: unknown): boolean => fault instanceof ApiFault && fault.body.code === 'SX-NETWORK-VIEW-STATE';

/** What will change for the team, against what it sees now; and, where somebody published meanwhile, both changes. */
function PublishDialog({ desk, draft, onClose, onDone }: { desk: Desk; draft: SavedView; onClose: () => void; onDone: () => void }) {
  const w = useWorkspace();
  const deed = useDeed();
  const naming = useNaming(desk);
  const [turn, setTurn] = useState(0);
  const [theirs, setTheirs] = useState<ReadonlySet<keyof View>>(new Set());
  const versions = useLoad(draft.draftOf === null ? null : `versions ${draft.draftOf} ${turn}`, () => w.api.viewVersions(draft.draftOf ?? ''));
  const mine = readView(draft.view);
  const latest = versions.value?.at(-1) ?? null;
  const shown = latest && !latest.withdrawn ? readView(latest.view) : null;
  const began = versions.value?.find((one) => one.version === draft.base && !one.withdrawn) ?? null;
  const base = began ? readView(began.view) : null;
  const meanwhile = latest !== null && latest.version !== draft.base;
  if (!mine) {
    return <Dialog title={`Publish ${draft.name}`} onClose={onClose}><p>This draft was kept by another version of the program and cannot be read. Open the published view, make the change again and keep it.</p></Dialog>;
  }
  const both = meanwhile && shown ? joined(base, shown, mine, theirs) : { view: mine, conflicts: [] };
  const changes = changesOf(shown, both.view, naming);
  const ready = draft.draftOf === null || versions.value !== null;
  const publish = () => void deed.run(async () => {
    try {
      if (meanwhile) await w.api.keepViewAgain(draft.id, { name: draft.name, view: writeView(both.view), draftOf: draft.draftOf, base: latest?.version ?? draft.base });
      await w.api.publishView(draft.id);
    } catch (fault) {
      // Somebody was quicker still: what they published is fetched and held beside this once more.
      if (overtaken(fault)) setTurn((n) => n + 1);
      throw fault;
    }
  }, onDone);
  return (
    <Dialog title={`Publish ${draft.name} to the team`} onClose={onClose} wide>
      <FaultPanel fault={versions.fault} onRetry={versions.reload} />
      {!ready && !versions.fault && <Waiting what="Fetching what the team sees now…" />}
      {ready && (
        <div data-testid="publish">
          {meanwhile && latest && (
            <section data-testid="publish-conflict" aria-label="Published meanwhile">
              <p className="warn-text">{latest.withdrawn
                ? `${latest.by} withdrew this view since you began your draft. Publishing brings it back.`
                : `${latest.by} published version ${latest.version} since you began from version ${draft.base}. What only one of you changed is taken from that one.`}</p>
              {shown && (
                <div className="pair">
                  <div className="account"><h3>{`What ${latest.by} changed`}</h3><Changes of={changesOf(base, shown, naming)} /></div>
                  <div className="account"><h3>What you changed</h3><Changes of={changesOf(base, mine, naming)} /></div>
                </div>
              )}
              {both.conflicts.length > 0 && shown && (
                <fieldset className="principle">
                  <legend>Both of you changed these: which shall stand?</legend>
                  {both.conflicts.map((field) => (
                    <p key={field}>{labelOf(field)}:{' '}
                      <label><input type="radio" name={`take-${field}`} checked={!theirs.has(field)} onChange={() => setTheirs(new Set([...theirs].filter((one) => one !== field)))} data-testid={`keep-${field}`} />{` yours${side(mine, field, naming)}`}</label>{' '}
                      <label><input type="radio" name={`take-${field}`} checked={theirs.has(field)} onChange={() => setTheirs(new Set([...theirs, field]))} data-testid={`take-${field}`} />{` theirs${side(shown, field, naming)}`}</label>
                    </p>
                  ))}
                </fieldset>
              )}
            </section>
          )}
          <h3>{latest && !latest.withdrawn ? `What will change against version ${latest.version}, which the team sees now` : 'What the team will see: it sees nothing of this yet'}</h3>
          {changes.length === 0 ? <p className="muted">Nothing: it is the same as what the team sees.</p> : <Changes of={changes} />}
          <p className="hint">Publishing is an act under your authority, and everybody with a permit under it sees the view. It holds no text of a record.</p>
          <FaultPanel fault={deed.fault} />
          <div className="buttons">
            <button type="button" className="button primary" disabled={deed.busy || (changes.length === 0 && latest !== null)} onClick={publish} data-testid="publish-now">{deed.busy ? 'Publishing…' : meanwhile ? `Publish on top of version ${latest?.version ?? 0}` : 'Publish'}</button>
            <button type="button" className="button" onClick={onClose}>Cancel</button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

const side = (view: View, field: keyof View, naming: Naming): string => (field === 'placed' || Array.isArray(view[field]) ? '' : `: ${fieldWords(view, field, naming)}`);

const MOST_NAMED = 12;

function Changes({ of }: { of: ViewChange[] }) {
  if (of.length === 0) return <p className="muted">Nothing.</p>;
  const some = (all: string[]): string => (all.length > MOST_NAMED ? `${all.slice(0, MOST_NAMED).join(', ')} and ${countOf(all.length - MOST_NAMED, 'other')}` : all.join(', '));
  return (
    <table className="changes-table" data-testid="publish-changes">
      <caption className="unseen">What changes</caption>
      <thead><tr><th scope="col">What</th><th scope="col">Goes</th><th scope="col">Comes</th></tr></thead>
      <tbody>{of.map((one) => (
        <tr key={one.field}><th scope="row">{one.label}</th>
          <td>{one.was !== '' ? <del>{one.was}</del> : one.removed.length > 0 ? <del>{some(one.removed)}</del> : '–'}</td>
          <td>{one.now !== '' ? <ins>{one.now}</ins> : one.added.length > 0 ? <ins>{some(one.added)}</ins> : '–'}</td></tr>
      ))}</tbody>
    </table>
  );
}
