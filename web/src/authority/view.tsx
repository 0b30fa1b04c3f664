import { useState, type ReactNode } from 'react';
import type { ApprovalView, AuthorityDetail, HistoryEntry, VersionView } from '../api/contract';
import { AskButton } from '../frame/shell';
import { useWorkspace } from '../frame/workspace';
import { KeyField } from '../parts/key';
import type { OpenKey } from '../parts/sign';
import { overseen, wordOf } from '../parts/word';
import { useDeed, useLoad } from '../parts/load';
import { DigestText, Facts, FaultPanel, PageHead, ReasonDialog, StateTag, Tag, Time, Waiting } from '../parts/pieces';
import { Table } from '../parts/table';
import { countWords, plain } from '../parts/words';
import { boundChanges, fieldWords, changeValue } from './compare';
import { HandlesCard, ProtectedCard, Recall, RecallCard } from './watch';
import { ChangeTable, PossibleList, PrincipleSides } from './sides';
import { BUSINESS_CASES, deedsFor, mayAmend, notesFor, renewable, waits, type Deed } from './state';

/** One authority: what it makes possible, why, what a renewal changes, who decided, and what this person may do with it now. */
export function AuthorityPage({ id, version }: { id: string; version: string | undefined }) {
  const w = useWorkspace();
  const loaded = useLoad(`dossier ${id}`, () => w.api.dossier(id));
  const [deed, setDeed] = useState<Deed | null>(null);
  const [key, setKey] = useState<OpenKey | null>(null);
  const doing = useDeed();
  const versions = loaded.value;
  if (!versions) return loaded.fault ? <FaultPanel fault={loaded.fault} onRetry={loaded.reload} /> : <Waiting what="Fetching the authority…" />;
  const it = versions.find((one) => String(one.detail.version) === version) ?? versions[0];
  if (!it) return null;
  const { detail } = it;
  const before = versions.find((one) => one.detail.version === detail.version - 1) ?? null;
  const changed = () => {
    setDeed(null);
    loaded.reload();
    w.reloadCases();
  };
  const act = (one: Deed, reasons: string) =>
    void doing.run(async () => {
      const note = await wordOf(w.api, key, one.transition, reasons, { authority: id, version: detail.version, digest: detail.digest, actor: w.actor.id });
      return w.api.moveAuthority(id, one.transition, reasons, detail.digest, note);
    }, changed);
  const newest = it === versions[0];
  return (
    <>
      <Head it={it} versions={versions} busy={doing.busy} onDeed={(one) => { doing.clear(); if (one.question === null) act(one, ''); else setDeed(one); }} />
      {versions.length > 1 && <VersionTabs versions={versions} at={detail.version} href={(to) => w.href('authority', { id, params: { version: String(to) } })} />}
      {!deed && <FaultPanel fault={doing.fault} />}
      <NextWords it={it} newest={newest} />
      <Notes it={it} />
      {it.oral && <OralCard of={it.oral} />}
      {detail.state === 'QUASHED' && <RecallCard it={it} />}
      <section className="card" aria-labelledby="possible-head">
        <h2 id="possible-head">{waits(detail.state) ? 'What would become possible' : 'What it makes possible'}</h2>
        <PossibleList of={it.possible} />
      </section>
      {before && (
        <section className="card" aria-labelledby="changes-head">
          <h2 id="changes-head">What changes against version {before.detail.version}</h2>
          <ChangeTable of={it} before={before} />
          <h3>Results so far</h3>
          <p className="card-text" data-testid="results">{it.results || <span className="muted">nothing written</span>}</p>
        </section>
      )}
      <section className="card" aria-labelledby="principles-head">
        <h2 id="principles-head">The six principles</h2>
        <PrincipleSides of={it} before={before} />
      </section>
      {detail.state !== 'QUASHED' && <ProtectedCard it={it} />}
      {detail.state !== 'QUASHED' && <HandlesCard it={it} />}
      <section className="card" aria-labelledby="ground-head">
        <h2 id="ground-head">Ground and digest</h2>
        <Facts of={[
          ['Offence', it.offence],
          ['Business case', BUSINESS_CASES.find((one) => one.value === detail.form.businessCase)?.label ?? plain(detail.form.businessCase)],
          ['Instrument', `${detail.form.instrument} ${detail.form.number}, issued by ${detail.form.issuer}, ${detail.form.jurisdiction}`],
          ['Quota', 'counted for all of the version together'],
          ['Digest', <DigestText key="d" hex={detail.digest} />],
        ]} />
      </section>
      <Decisions of={detail} />
      {deed && (
        <ReasonDialog wide={deed.transition === 'quash'} title={`${deed.verb}: ${detail.form.number}, version ${detail.version}`} question={deed.question ?? ''} verb={deed.verb} danger={deed.danger}
          busy={doing.busy} fault={doing.fault} onClose={() => setDeed(null)} onSay={(reasons) => act(deed, reasons)}>
          <Consequence of={deed} it={it} />
          {overseen(deed.transition) && <KeyField onOpen={setKey} />}
        </ReasonDialog>
      )}
    </>
  );
}

/* What the page leads to; the others stand beside it. */
const LEAD = ['approve', 'oversee-approve', 'review', 'resume', 'begin-closing', 'close'];

function Head({ it, versions, busy, onDeed }: { it: VersionView; versions: VersionView[]; busy: boolean; onDeed: (deed: Deed) => void }) {
  const w = useWorkspace();
  const { detail } = it;
  const { id, form } = detail;
  const summary = w.cases.flatMap((one) => one.authorities).find((one) => one.id === id && one.version === detail.version);
  const renew = renewable(versions);
  return (
    <PageHead
      title={<>{form.instrument} {form.number} <span className="muted">version {detail.version}</span> <StateTag state={detail.state} /></>}
      lead={`${it.offence} · ${form.jurisdiction} · applied for by ${detail.applicant.name}`}
    >
      {summary?.mayAsk && <AskButton authority={id} />}
      {mayAmend(detail) && <a className="button primary" href={w.href('authority-edit', { id })} data-testid="amend">Go on with the application</a>}
      {detail.allowed.includes('write-up') && <a className="button primary" href={w.href('authority-write-up', { id })} data-testid="write-up">Write it up</a>}
      {renew === it && <a className="button" href={w.href('authority-renew', { id })} data-testid="renew">Apply for a further version</a>}
      {deedsFor(detail.allowed).filter((one) => one.transition !== 'submit').map((one) => (
        <button key={one.transition} type="button" className={one.danger ? 'button danger' : LEAD.includes(one.transition) ? 'button primary' : 'button'} disabled={busy}
          onClick={() => onDeed(one)} data-testid={`do-${one.transition}`}>
          {one.verb}
        </button>
      ))}
    </PageHead>
  );
}

function VersionTabs({ versions, at, href }: { versions: VersionView[]; at: number; href: (version: number) => string }) {
  return (
    <nav className="version-tabs" aria-label="Versions">
      {versions.map(({ detail }) => (
        <a key={detail.version} href={href(detail.version)} aria-current={detail.version === at ? 'page' : undefined} data-testid={`version-${detail.version}`}>
          Version {detail.version} <StateTag state={detail.state} />
        </a>
      ))}
    </nav>
  );
}

/* One line on where it stands and what comes next. */
function NextWords({ it, newest }: { it: VersionView; newest: boolean }) {
  const { detail } = it;
  const live = ['ACTIVE', 'ACTIVE_URGENT', 'SUSPENDED'].includes(detail.state);
  if (live) {
    return (
      <p className="hint" data-testid="next-words">
        {detail.state === 'SUSPENDED' ? 'Stopped: no permit lives.' : <>Stops by itself at <Time at={it.liveUntil} />, unless an officer’s review or the overseer’s word comes before.</>}
        {!newest && ' A further version is applied for; it extends nothing until it is in force.'}
      </p>
    );
  }
  const words: Record<string, string> = {
    DRAFT: 'A draft: it binds nobody. The applicant signs its six principles and submits it.',
    RENEWAL_PENDING: 'The draft of a further version. It extends nothing; the version before ends when it ends.',
    RETURNED: 'Sent back: the applicant amends it, signs anew and submits it again.',
    SUBMITTED: detail.needsOversight ? 'Waits for an authorising officer, then for the overseer.' : 'Waits for an authorising officer.',
    APPROVED: 'Approved by the officer.',
    OVERSIGHT_PENDING: 'Approved by the officer; the overseer decides before it comes into force.',
    LAPSED: 'Leave by word of mouth was never written up. What was taken in under it is frozen.',
    QUASHED: 'Void from the start. What rests on it is hidden; who received something of it is told.',
  };
  return words[detail.state] ? <p className="hint" data-testid="next-words">{words[detail.state]}</p> : null;
}

function Notes({ it }: { it: VersionView }) {
  const notes = notesFor(it);
  if (notes.length === 0) return null;
  return (
    <section className="notes" aria-labelledby="notes-head" data-testid="notes">
      <h2 id="notes-head">Look at first</h2>
      <ul>{notes.map((one) => <li key={one}>{one}</li>)}</ul>
    </section>
  );
}

function OralCard({ of }: { of: NonNullable<VersionView['oral']> }) {
  return (
    <section className="card" aria-labelledby="oral-head">
      <h2 id="oral-head">Leave by word of mouth</h2>
      <Facts of={[
        ['Given by', <span key="g">{of.officer}, <Time at={of.at} /></span>],
        ['The danger', of.danger],
        ['What was said', of.words],
        ['Written up', of.writeUpBy === null ? 'yes' : <Tag key="w" tone="warn">not yet: it lapses by itself</Tag>],
      ]} />
    </section>
  );
}

/* What a deed brings about, said before its reasons are asked for. */
function Consequence({ of, it }: { of: Deed; it: VersionView }): ReactNode {
  const { transition } = of;
  if (transition === 'approve' || transition === 'oversee-approve') {
    const wider = boundChanges(it.changes).filter((one) => one.direction === 'WIDENS');
    return (
      <div className="consequence" tabIndex={0} role="region" aria-label="What this makes possible">
        {wider.length > 0 && (
          <>
            <p><strong>Wider than before:</strong></p>
            <ul>{wider.map((one) => <li key={one.field + one.after}><Tag tone="bad">widens</Tag> {fieldWords(one.field)}: {changeValue(one.field, one.after)}</li>)}</ul>
          </>
        )}
        <p><strong>You make possible:</strong></p>
        <ul>{it.possible.map((one) => <li key={one.sentence}>{one.sentence}</li>)}</ul>
      </div>
    );
  }
  const words: Partial<Record<Deed['transition'], string>> = {
    suspend: 'Every permit under it dies at once. Nothing is hidden or destroyed; it can be resumed.',
    resume: 'Permits can be asked for again. The review starts anew from now.',
    cancel: 'It ends for good and every permit dies at once. Its material then goes through closing.',
    quash: 'It is void from the start. In one transaction every record, judgement, snapshot, measure and finding that rests on its exhibits is hidden, under other authorities of the case too. Whoever received something that rests on it is listed for recall.',
    review: 'You say that you have looked at what was done under it. It then lives on until the next review is due.',
    'oversee-refuse': 'It does not come into force; what is in force is suspended at once.',
    close: 'It is done with. This is the last word in its history.',
  };
  if (transition === 'quash') return <><p className="hint">{words.quash}</p><Recall id={it.detail.id} state={it.detail.state} quashed={false} /></>;
  return words[transition] ? <p className="hint">{words[transition]}</p> : null;
}

function Decisions({ of }: { of: AuthorityDetail }) {
  return (
    <>
      {of.approvals.length > 0 && (
        <>
          <h2>Decisions</h2>
          <Table<ApprovalView> caption="Signed decisions" rows={of.approvals} rowKey={(one) => one.at + one.role} columns={[
            { name: 'at', title: 'When', cell: (one) => <Time at={one.at} />, by: (one) => one.at },
            { name: 'who', title: 'Who', cell: (one) => one.actor, by: (one) => one.actor },
            { name: 'role', title: 'As', cell: (one) => plain(one.role), by: (one) => one.role },
            { name: 'decision', title: 'Decision', cell: (one) => plain(one.decision), by: (one) => one.decision },
            { name: 'reasons', title: 'Reasons', cell: (one) => one.reasons },
            { name: 'current', title: 'Holds for', cell: (one) => (one.current ? 'this text' : <Tag tone="warn">an earlier text</Tag>), by: (one) => String(one.current) },
          ]} />
        </>
      )}
      <h2>History</h2>
      <Table<HistoryEntry>
        caption="History of the authority"
        rows={of.history}
        rowKey={(one) => `${one.leaf} ${one.to}`}
        empty={<p className="muted">Nothing has happened yet.</p>}
        columns={[
          { name: 'at', title: 'When', cell: (one) => <Time at={one.at} />, by: (one) => one.at },
          { name: 'from', title: 'From', cell: (one) => plain(one.from), by: (one) => one.from },
          { name: 'to', title: 'To', cell: (one) => <StateTag state={one.to} />, by: (one) => one.to },
          { name: 'actor', title: 'Who', cell: (one) => one.actor, by: (one) => one.actor },
          { name: 'reasons', title: 'Reasons', cell: (one) => one.reasons },
          { name: 'leaf', title: 'Leaf', cell: (one) => countWords(one.leaf), by: (one) => one.leaf, className: 'number' },
        ]}
      />
    </>
  );
}
