import { useState } from 'react';
import type { FlaggedView, RecallPage, RecycledView, VersionView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { DigestText, FaultPanel, ReasonDialog, StateTag, Tag, Time, Waiting } from '../parts/pieces';
import { Table } from '../parts/table';
import { countOf, plain } from '../parts/words';
import { restingWords } from './compare';

type Saying = { what: 'flag' | 'nexus' | 'remove'; selector: string };

const ASKED: Record<Saying['what'], { title: string; question: string; verb: string }> = {
  flag: { title: 'Flag a selector', question: 'Which lawful activity does it touch?', verb: 'Flag it' },
  nexus: { title: 'Sign a nexus', question: 'Why is it directly related to the offence, and on which reasonable grounds?', verb: 'Sign the nexus' },
  remove: { title: 'Take the flag away', question: 'Why does it touch no lawful activity?', verb: 'Say so' },
};

/** Selectors that touch protected activity: who flagged them, the signed nexus, and taking a flag away with two people. */
export function ProtectedCard({ it }: { it: VersionView }) {
  const w = useWorkspace();
  const { id, form, applicant, state } = it.detail;
  const loaded = useLoad(`protected ${id} ${it.detail.digest} ${state}`, () => w.api.flagged(id));
  const [saying, setSaying] = useState<Saying | null>(null);
  const [said, setSaid] = useState<FlaggedView[] | null>(null);
  const deed = useDeed();
  const flagged = said ?? loaded.value;
  if (loaded.fault) return <FaultPanel fault={loaded.fault} />;
  if (!flagged) return null;
  const own = applicant.id === w.actor.id;
  const ask = (what: Saying['what'], selector: string) => { deed.clear(); setSaying({ what, selector }); };
  const unflagged = form.selectors.filter((one) => !flagged.some((known) => known.selector === one));
  return (
    <section className="card" aria-labelledby="protected-head" data-testid="protected">
      <h2 id="protected-head">Protected activity</h2>
      <p className="hint">Lawful speech, assembly, belief and association are not looked into. A flagged selector keeps the authority from being submitted until a second person signs why it is directly related to the offence, or two people say that it is none.</p>
      {flagged.length === 0 ? <p>No selector is flagged.</p> : (
        <Table<FlaggedView> caption="Flagged selectors" rows={flagged} rowKey={(one) => one.selector} columns={[
          { name: 'selector', title: 'Selector', cell: (one) => <code>{one.selector}</code>, by: (one) => one.selector },
          { name: 'by', title: 'Flagged by', cell: (one) => one.flaggedBy },
          { name: 'nexus', title: 'Nexus', cell: (one) => (one.nexusBy ? <><Tag tone="good">✓ signed</Tag> by {one.nexusBy}: {one.nexus}</> : <Tag tone="bad">none: refused</Tag>) },
          { name: 'removal', title: 'Taking it away', cell: (one) => (one.removalProposedBy ? `${one.removalProposedBy} says it is none; a second person confirms` : <span className="muted">not proposed</span>) },
          { name: 'do', title: 'What you may do', cell: (one) => (
            <span className="buttons">
              {!own && !one.nexusBy && <button type="button" className="button small" onClick={() => ask('nexus', one.selector)}>Sign a nexus</button>}
              <button type="button" className="button small" onClick={() => ask('remove', one.selector)}>{one.removalProposedBy ? 'Confirm that it is none' : 'Say that it is none'}</button>
            </span>
          ) },
        ]} />
      )}
      {unflagged.length > 0 && (
        <details>
          <summary>Flag a selector</summary>
          <ul className="inline">{unflagged.map((one) => <li key={one}><code>{one}</code> <button type="button" className="button small" onClick={() => ask('flag', one)} aria-label={`Flag ${one}`}>Flag</button></li>)}</ul>
        </details>
      )}
      {saying && (
        <ReasonDialog title={`${ASKED[saying.what].title}: ${saying.selector}`} question={ASKED[saying.what].question} verb={ASKED[saying.what].verb} busy={deed.busy} fault={deed.fault}
          onClose={() => setSaying(null)}
          onSay={(reasons) => void deed.run(() => w.api.sayOfProtected(id, saying.what, saying.selector, reasons), (after) => { setSaid(after); setSaying(null); })} />
      )}
    </section>
  );
}

/** Handles that turned up at another account: they do not count until an officer has decided. */
export function HandlesCard({ it }: { it: VersionView }) {
  const w = useWorkspace();
  const { id } = it.detail;
  const loaded = useLoad(`handles ${id} ${it.detail.state}`, () => w.api.handles(id));
  const [deciding, setDeciding] = useState<{ selector: string; same: boolean } | null>(null);
  const [decided, setDecided] = useState<RecycledView[] | null>(null);
  const deed = useDeed();
  const rows = decided ?? loaded.value ?? [];
  if (loaded.fault) return <FaultPanel fault={loaded.fault} />;
  if (rows.length === 0) return null;
  const officer = w.actor.roles.includes('AUTHORISING_OFFICER');
  return (
    <section className="card" aria-labelledby="handles-head" data-testid="handles">
      <h2 id="handles-head">Handles seen at another account</h2>
      <Table<RecycledView> caption="Handles seen at another account" rows={rows} rowKey={(one) => one.selector + one.found} columns={[
        { name: 'selector', title: 'Handle', cell: (one) => <code>{one.selector}</code> },
        { name: 'found', title: 'Found at', cell: (one) => <code>{one.found}</code> },
        { name: 'decision', title: 'Stands', cell: (one) => (one.decision === 'RECYCLED' ? <Tag tone="warn">stopped until an officer decides</Tag> : plain(one.decision)) },
        { name: 'by', title: 'Decided by', cell: (one) => one.by ?? '' },
        { name: 'do', title: 'What you may do', cell: (one) => officer && one.decision === 'RECYCLED' && (
          <span className="buttons">
            <button type="button" className="button small" onClick={() => setDeciding({ selector: one.selector, same: true })}>Same person</button>
            <button type="button" className="button small" onClick={() => setDeciding({ selector: one.selector, same: false })}>Somebody else</button>
          </span>
        ) },
      ]} />
      {deciding && (
        <ReasonDialog title={`${deciding.selector}: ${deciding.same ? 'the same person' : 'somebody else'}`} question="What shows it?" verb="Decide" busy={deed.busy} fault={deed.fault}
          onClose={() => setDeciding(null)}
          onSay={(reasons) => void deed.run(() => w.api.decideHandle(id, deciding.selector, deciding.same, reasons), (after) => { setDecided(after); setDeciding(null); })} />
      )}
    </section>
  );
}

/** What rests on an authority, and to whom something of it went. */
export function Recall({ id, state, quashed }: { id: string; state: string; quashed: boolean }) {
  const w = useWorkspace();
  const loaded = useLoad(`recall ${id} ${state}`, () => w.api.recall(id));
  if (loaded.fault) return <FaultPanel fault={loaded.fault} />;
  if (!loaded.value) return <Waiting what="Asking what rests on it…" />;
  const { resting, recipients } = loaded.value;
  const kinds = restingWords(resting);
  return (
    <div data-testid="recall">
      <p>{kinds.length === 0 ? `Nothing rests on it${quashed ? '' : ' yet'}.` : `${quashed ? 'Hidden' : 'Would be hidden at once'}: ${kinds.join(', ')}.`}</p>
      {recipients.length === 0 ? <p>Nothing of it was released{quashed ? ': nobody must be told' : ''}.</p> : (
        <>
          <p><strong>{quashed ? 'To be told and called back' : 'Would have to be told'}: {countOf(recipients.length, 'release')}</strong></p>
          <Table<RecallPage['recipients'][number]> caption="Releases that rest on it" rows={recipients} rowKey={(one) => one.disclosure} columns={[
            { name: 'to', title: 'Recipient', cell: (one) => `${one.recipient}, ${one.organisation}` },
            { name: 'title', title: 'What', cell: (one) => one.title },
            { name: 'at', title: 'When', cell: (one) => <Time at={one.at} /> },
            { name: 'by', title: 'Released by', cell: (one) => one.by },
            { name: 'bundle', title: 'Bundle', cell: (one) => <DigestText hex={one.bundle} /> },
            { name: 'leaf', title: 'Leaf', cell: (one) => one.leaf, className: 'number' },
          ]} />
        </>
      )}
    </div>
  );
}

/** The list to work through once an authority is void. */
export function RecallCard({ it }: { it: VersionView }) {
  return (
    <section className="card" aria-labelledby="recall-head">
      <h2 id="recall-head">What fell with it, and who must be told <StateTag state="QUASHED" /></h2>
      <Recall id={it.detail.id} state={it.detail.state} quashed />
    </section>
  );
}
