import { useState } from 'react';
import type { DeadlineView, RequestView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Dialog, DigestText, Empty, Facts, FaultPanel, Field, PageHead, StateTag, Tag, Time, Waiting } from '../parts/pieces';
import { Table } from '../parts/table';
import { countOf, plain } from '../parts/words';
import { awaitsReturn, deedProblem, deeds, nearest, urgencyTone, type Deed } from './state';

/** The requests of a case, and the clocks that run. */
export function RequestsPage() {
  const w = useWorkspace();
  const loaded = useLoad(`requests ${w.caseId}`, () => w.api.requests(w.caseId ?? ''));
  const due = useLoad(`due ${w.caseId}`, () => w.api.due(w.caseId ?? ''));
  const emergencies = useLoad('emergencies', () => w.api.emergencies());
  return (
    <>
      <PageHead title="Legal process" lead="Requests to providers: the least intrusive instrument that suffices, reviewed by a second person. What comes back is judged by the request before anybody sees it.">
        <a className="button primary" href={w.href('request-new')} data-testid="new-request">Ask the adviser</a>
      </PageHead>
      {emergencies.value?.stop && (
        <p className="banner" role="status" data-testid="emergency-stop">
          This unit is suspended from emergency requests since <Time at={emergencies.value.stopSince} />: {emergencies.value.emergencies} of {emergencies.value.requests} requests
          were emergencies (at most {emergencies.value.mostPercent} % is allowed), {emergencies.value.overdue} wait for review. The overseer lifts the stop.
        </p>
      )}
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      {loaded.value === null && !loaded.fault && <Waiting what="Fetching the requests…" />}
      {loaded.value && (
        <Table<RequestView>
          caption="Requests of the case"
          testId="requests"
          rows={loaded.value}
          rowKey={(one) => one.id}
          onOpen={(one) => w.go('request', { id: one.id })}
          empty={<Empty title="Nothing has been asked of a provider.">Say what is wanted; the adviser names the lowest instrument that suffices.</Empty>}
          columns={[
            { name: 'number', title: 'Number', cell: (one) => <a href={w.href('request', { id: one.id })}>{one.number}</a>, by: (one) => one.number },
            { name: 'provider', title: 'Provider', cell: (one) => one.providerName, by: (one) => one.providerName },
            { name: 'instrument', title: 'Instrument', cell: (one) => (one.draft ? plain(one.draft.instrument) : <span className="muted">{one.advised ? `advised: ${plain(one.advised)}` : 'none yet'}</span>), by: (one) => one.draft?.instrument ?? '' },
            { name: 'state', title: 'State', cell: (one) => <StateTag state={one.state} />, by: (one) => one.state },
            { name: 'clock', title: 'Next clock', cell: (one) => <Clock of={nearest(due.value ?? [], one.id)} />, by: (one) => nearest(due.value ?? [], one.id)?.due ?? '9' },
          ]}
        />
      )}
      <h2>Due</h2>
      <FaultPanel fault={due.fault} onRetry={due.reload} />
      {due.value && <DueTable rows={due.value} />}
    </>
  );
}

function Clock({ of }: { of: DeadlineView | null }) {
  if (!of) return <span className="muted">none</span>;
  return <><Tag tone={urgencyTone(of.urgency)}>{plain(of.kind)}</Tag> <time dateTime={of.due} title={of.due}>{of.local}</time></>;
}

function DueTable({ rows }: { rows: DeadlineView[] }) {
  const w = useWorkspace();
  return (
    <Table<DeadlineView>
      caption="Clocks that run"
      testId="due"
      rows={rows}
      rowKey={(one) => `${one.request} ${one.kind} ${one.due}`}
      start={{ column: 'due', down: false }}
      empty={<Empty title="No clock runs." />}
      columns={[
        { name: 'due', title: 'Due', cell: (one) => <><Tag tone={urgencyTone(one.urgency)}>{plain(one.urgency)}</Tag> <time dateTime={one.due} title={one.due}>{one.local}</time></>, by: (one) => one.due },
        { name: 'request', title: 'Request', cell: (one) => <a href={w.href('request', { id: one.request, caseId: one.caseId })}>{one.number}</a>, by: (one) => one.number },
        { name: 'kind', title: 'Clock', cell: (one) => plain(one.kind), by: (one) => one.kind },
        { name: 'what', title: 'What is to be done', cell: (one) => <>{one.what}<div className="muted small">{one.source}</div></> },
      ]}
    />
  );
}

/** One request: what it asks, where it stands, its papers, its steps, what came back. */
export function RequestPage({ id }: { id: string }) {
  const w = useWorkspace();
  const caseId = w.caseId ?? '';
  const loaded = useLoad(`request ${id}`, () => w.api.request(caseId, id));
  const due = useLoad(`due ${caseId} ${id}`, () => w.api.due(caseId));
  const [doing, setDoing] = useState<Deed | null>(null);
  const saving = useDeed();
  const reload = () => { loaded.reload(); due.reload(); };
  if (loaded.value === null) return loaded.fault ? <FaultPanel fault={loaded.fault} onRetry={loaded.reload} /> : <Waiting what="Fetching the request…" />;
  const request = loaded.value;
  const draft = request.draft;
  return (
    <>
      <PageHead title={`${request.number} to ${request.providerName}`} lead={draft ? plain(draft.instrument) : 'No instrument chosen yet'}>
        {['ADVISED', 'DRAFT'].includes(request.state) && request.draftedBy === w.actor.name && (
          <a className="button primary" href={w.href('request-edit', { id })} data-testid="write-request">Write it</a>
        )}
        {deeds(request, w.actor).map((deed) => (
          <button key={deed.name} type="button" className="button" onClick={() => setDoing(deed)} data-testid={`deed-${deed.name}`}>{deed.title}</button>
        ))}
      </PageHead>
      <FaultPanel fault={loaded.fault ?? saving.fault} onRetry={reload} />
      <div className="columns">
        <section className="card" aria-label="Where it stands">
          <h2>Where it stands <StateTag state={request.state} /></h2>
          <Facts of={[
            ['Accounts', request.ask.selectors.map((one) => <code key={one}>{one} </code>)],
            ['Of the time', `${request.ask.from || 'open'} to ${request.ask.to || 'open'} (${request.ask.zone})`],
            ['Wanted', request.ask.wanted.map(plain).join(', ') || 'keeping alone'],
            ['Drafted by', request.draftedBy],
            ['Reviewed by', request.reviewedBy ?? 'nobody yet'],
            ['Issued', <Time key="i" at={request.issued} />],
            ['Served', <Time key="s" at={request.served} />],
            ['Document', <DigestText key="d" hex={request.digest} />],
          ]} />
          {request.ask.danger !== '' && <p><Tag tone="warn">Emergency</Tag> {request.ask.danger} <span className="muted">Overseer: {request.emergencyReview ? plain(request.emergencyReview) : 'not reviewed yet'}</span></p>}
          {request.papers.length > 0 && (
            <div className="buttons">
              {request.papers.map((paper) => (
                <button key={paper} type="button" className="button small" disabled={saving.busy} data-testid={`paper-${paper}`}
                  onClick={() => void saving.run(async () => {
                    const { blob, name } = await w.api.paper(caseId, id, paper);
                    const link = document.createElement('a');
                    link.href = URL.createObjectURL(blob);
                    link.download = name;
                    link.click();
                    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
                  })}>{plain(paper)} (PDF)</button>
              ))}
            </div>
          )}
          <p className="hint">Papers are drafts to be signed and sent by people; nothing is transmitted from here.</p>
        </section>
        {draft && (
          <section className="card" aria-label="Grounds">
            <h2>Grounds</h2>
            <Facts of={[
              ['Offence', draft.offence],
              ['Facts', draft.facts || 'none needed'],
              ['Necessity', draft.necessity || 'none needed'],
              ['Issuer', `${draft.issuer.name}, ${draft.issuer.office} (${plain(draft.issuer.part)})`],
              ['Privilege', draft.privilege || 'no content asked'],
              ['Secrecy', draft.secrecyBasis ? `${draft.secrecyBasis}, until ${draft.secrecyUntil}` : 'none'],
              ...(draft.higherBecause ? [['Why not the lower instrument', draft.higherBecause] as [string, string]] : []),
            ]} />
          </section>
        )}
      </div>
      <h2>Due</h2>
      {due.value && <DueTable rows={due.value.filter((one) => one.request === id)} />}
      <h2>What came back</h2>
      {awaitsReturn(request) && <ReturnForm request={request} onTaken={reload} />}
      {request.returns.length === 0 ? <p className="muted">Nothing yet.</p> : (
        <Table
          caption="Returns"
          testId="returns"
          rows={request.returns}
          rowKey={(one) => one.exhibit}
          columns={[
            { name: 'received', title: 'Received', cell: (one) => <Time at={one.received} />, by: (one) => one.received },
            { name: 'digest', title: 'SHA-256', cell: (one) => <DigestText hex={one.digest} /> },
            { name: 'hash', title: 'Provider’s hash', cell: (one) => (one.hashHolds === null ? <span className="muted">none given</span> : <Tag tone={one.hashHolds ? 'good' : 'bad'}>{one.hashHolds ? 'holds' : 'differs: nobody reads it'}</Tag>) },
            { name: 'custodian', title: 'Custodian', cell: (one) => `${one.custodian} ${one.certificate}`.trim() || <span className="muted">no certificate</span> },
            { name: 'scope', title: 'Scope check', cell: (one) => (one.inScope === null ? <Tag tone="wait">not judged yet</Tag> : <>{countOf(one.inScope, 'record')} in scope, <strong>{one.sealed}</strong> sealed off</>) },
            { name: 'state', title: 'Standing', cell: (one) => (one.objected ? <Tag tone="bad">objected to</Tag> : one.provisionalUntil && Date.parse(one.provisionalUntil) > Date.now() ? <><Tag tone="warn">provisional</Tag> until <Time at={one.provisionalUntil} /></> : 'final') },
          ]}
        />
      )}
      <h2>Steps</h2>
      <Table
        caption="Steps of the request"
        testId="steps"
        rows={request.history}
        rowKey={(one) => `${one.leaf} ${one.to}`}
        columns={[
          { name: 'at', title: 'When', cell: (one) => <Time at={one.at} />, by: (one) => one.at },
          { name: 'deed', title: 'Step', cell: (one) => plain(one.deed.replace('PROCESS_', '')), by: (one) => one.deed },
          { name: 'to', title: 'State after', cell: (one) => <StateTag state={one.to} />, by: (one) => one.to },
          { name: 'by', title: 'By', cell: (one) => one.by, by: (one) => one.by },
          { name: 'about', title: 'Said', cell: (one) => Object.entries(one.about).map(([name, text]) => <div key={name}><span className="muted">{plain(name)}</span> {text}</div>) },
          { name: 'leaf', title: 'Leaf', cell: (one) => one.leaf, by: (one) => one.leaf, className: 'number' },
        ]}
      />
      {doing && <DeedDialog deed={doing} request={request} onClose={() => setDoing(null)} onDone={() => { setDoing(null); reload(); }} />}
    </>
  );
}

function DeedDialog({ deed, request, onClose, onDone }: { deed: Deed; request: RequestView; onClose: () => void; onDone: () => void }) {
  const w = useWorkspace();
  const running = useDeed();
  const [said, setSaid] = useState<Record<string, string>>(() => Object.fromEntries(deed.words.map((word) => [word.name, word.options?.[0] ?? ''])));
  const problem = deedProblem(deed, said);
  return (
    <Dialog title={`${deed.title}: ${request.number}`} onClose={onClose}>
      <form onSubmit={(submit) => {
        submit.preventDefault();
        if (problem === null) void running.run(() => w.api.processDeed(w.caseId ?? '', request.id, deed.name, said), onDone);
      }}>
        {deed.words.length === 0 && <p>This step is written to the ledger under your name.</p>}
        {deed.words.map((word) => (
          <Field key={word.name} label={word.label}>
            {(ids) => word.options ? (
              <select {...ids} value={said[word.name]} data-testid={`word-${word.name}`} onChange={(change) => setSaid({ ...said, [word.name]: change.target.value })}>
                {word.options.map((option) => <option key={option} value={option}>{plain(option)}</option>)}
              </select>
            ) : (
              <textarea {...ids} rows={word.name === 'reasons' || word.name === 'glossary' ? 4 : 1} maxLength={2000} value={said[word.name]} data-testid={`word-${word.name}`}
                onChange={(change) => setSaid({ ...said, [word.name]: change.target.value })} />
            )}
          </Field>
        ))}
        <FaultPanel fault={running.fault} />
        <div className="buttons">
          <button type="submit" className="button primary" disabled={problem !== null || running.busy} data-testid="deed-do">{running.busy ? 'Working…' : deed.title}</button>
          <button type="button" className="button" onClick={onClose}>Cancel</button>
          {problem && <span className="muted">{problem}</span>}
        </div>
      </form>
    </Dialog>
  );
}

/** Takes in what the provider sent: sealed, tied to the request, judged by it, then counted. */
function ReturnForm({ request, onTaken }: { request: RequestView; onTaken: () => void }) {
  const w = useWorkspace();
  const [file, setFile] = useState<File | null>(null);
  const [paper, setPaper] = useState({ providerHash: '', custodian: '', certificate: '', partial: false });
  const taking = useDeed();
  if (!w.permit || w.permit.authorityId !== request.ask.authority) {
    return <p className="muted">Somebody on the team takes in the return, with a permit under this request’s authority.</p>;
  }
  return (
    <form className="card" aria-label="Take in the return" onSubmit={(submit) => {
      submit.preventDefault();
      if (file) {
        void taking.run(async () => {
          let job = await w.api.takeReturn(request.id, file, paper);
          while (job.state === 'RUNNING') {
            await new Promise((wake) => setTimeout(wake, 500));
            job = await w.api.job(job.id);
          }
          return job;
        }, onTaken);
      }
    }}>
      <div className="grid">
        <Field label="What the provider sent">{(ids) => <input {...ids} type="file" data-testid="return-file" onChange={(change) => setFile(change.target.files?.[0] ?? null)} />}</Field>
        <Field label="SHA-256 that the provider printed" hint="Empty if it gave none.">{(ids) => <input {...ids} value={paper.providerHash} maxLength={64} onChange={(change) => setPaper({ ...paper, providerHash: change.target.value })} />}</Field>
        <Field label="Custodian who certifies">{(ids) => <input {...ids} value={paper.custodian} maxLength={200} onChange={(change) => setPaper({ ...paper, custodian: change.target.value })} />}</Field>
        <Field label="Certificate">{(ids) => <input {...ids} value={paper.certificate} maxLength={200} onChange={(change) => setPaper({ ...paper, certificate: change.target.value })} />}</Field>
      </div>
      <label className="line"><input type="checkbox" checked={paper.partial} onChange={(change) => setPaper({ ...paper, partial: change.target.checked })} /> More is to come</label>
      <FaultPanel fault={taking.fault} />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={!file || taking.busy} data-testid="take-return">{taking.busy ? 'Sealing and judging…' : 'Seal and judge'}</button>
      </div>
      <p className="hint">What lies outside the request’s dates, accounts or kinds of data is sealed off before anybody sees it; you see the numbers.</p>
    </form>
  );
}
