import { useState } from 'react';
import type { AuthoritySummary, CaseSummary } from '../api/contract';
import { AskButton } from '../frame/shell';
import { useWorkspace } from '../frame/workspace';
import { useDeed } from '../parts/load';
import { Dialog, Empty, FaultPanel, Field, PageHead, StateTag } from '../parts/pieces';
import { Table } from '../parts/table';
import { countOf, dayWords, plain } from '../parts/words';
import { daysLeft, inOrder, mayDraft, mayGrantOrally, mayOpenCase, nextStep } from './state';

export function CasesPage() {
  const w = useWorkspace();
  const [opening, setOpening] = useState(false);
  const open = mayOpenCase(w.actor);
  return (
    <>
      <PageHead title="Cases" lead={`${countOf(w.cases.length, 'case')} open to you`}>
        {open && <button type="button" className="button primary" onClick={() => setOpening(true)} data-testid="open-case">Open a case</button>}
      </PageHead>
      <Table<CaseSummary>
        caption="Cases open to you"
        testId="cases"
        rows={w.cases}
        rowKey={(one) => one.id}
        onOpen={(one) => w.go('case', { caseId: one.id })}
        start={{ column: 'opened', down: true }}
        empty={
          <Empty title="No case is open to you.">
            {open ? 'Open one; then draft an authority for it.' : 'An analyst or authorising officer opens cases.'}
          </Empty>
        }
        columns={[
          { name: 'number', title: 'Number', cell: (one) => <a href={w.href('case', { caseId: one.id })}>{one.number}</a>, by: (one) => one.number },
          { name: 'name', title: 'Name', cell: (one) => <strong>{one.name}</strong>, by: (one) => one.name },
          { name: 'opened', title: 'Opened', cell: (one) => dayWords(one.opened), by: (one) => one.opened, downFirst: true },
          {
            name: 'authorities', title: 'Authorities', by: (one) => one.authorities.length,
            cell: (one) => one.authorities.length === 0 ? <span className="muted">none</span> : (
              <ul className="inline">
                {inOrder(one.authorities).map((a) => <li key={`${a.id} ${a.version}`}><span className="muted">{a.number} v{a.version}</span> <StateTag state={a.state} /></li>)}
              </ul>
            ),
          },
          { name: 'next', title: 'Next for you', cell: (one) => nextStep(one, w.actor) || <span className="muted">nothing now</span> },
        ]}
      />
      {opening && <OpenCase onClose={() => setOpening(false)} />}
    </>
  );
}

function OpenCase({ onClose }: { onClose: () => void }) {
  const w = useWorkspace();
  const deed = useDeed();
  const [name, setName] = useState('');
  return (
    <Dialog title="Open a case" onClose={onClose}>
      <form onSubmit={(submit) => {
        submit.preventDefault();
        void deed.run(() => w.api.openCase(name.trim()), (opened) => {
          w.reloadCases();
          onClose();
          w.go('case', { caseId: opened.id });
        });
      }}>
        <Field label="Name" hint="A name that tells nobody outside what the case is about.">
          {(ids) => <input {...ids} required minLength={3} maxLength={120} data-first value={name} data-testid="case-name"
            onChange={(change) => setName(change.target.value)} />}
        </Field>
        <FaultPanel fault={deed.fault} />
        <div className="buttons">
          <button type="submit" className="button primary" disabled={deed.busy || name.trim().length < 3} data-testid="case-open">Open the case</button>
          <button type="button" className="button" onClick={onClose}>Cancel</button>
        </div>
      </form>
    </Dialog>
  );
}

export function CasePage() {
  const w = useWorkspace();
  const here = w.cases.find((one) => one.id === w.caseId);
  if (!here) return null;
  const draft = mayDraft(w.actor) && (
    <a className="button primary" href={w.href('authority-new')} data-testid="draft-authority">Apply for an authority</a>
  );
  const now = Date.now();
  return (
    <>
      <PageHead title={`${here.number} ${here.name}`} lead={`Opened ${dayWords(here.opened)}. Nothing in this case can be sealed, read or seen without an authority in force.`}>
        {draft}
        {mayGrantOrally(w.actor) && <a className="button" href={w.href('authority-oral')} data-testid="oral">Write down an oral grant</a>}
      </PageHead>
      <h2>Authorities</h2>
      <Table<AuthoritySummary>
        caption="Authorities of the case"
        testId="authorities"
        rows={inOrder(here.authorities)}
        rowKey={(one) => `${one.id} ${one.version}`}
        onOpen={(one) => w.go('authority', { id: one.id, params: { version: String(one.version) } })}
        empty={
          <Empty title="This case has no authority yet.">
            {draft ? 'Apply for one: the basis, what it may reach, and the six principles. An authorising officer then decides.' : 'An analyst applies for one; then it comes to the authorising officer.'}
          </Empty>
        }
        columns={[
          { name: 'number', title: 'Instrument', cell: (one) => <a href={w.href('authority', { id: one.id, params: { version: String(one.version) } })}>{one.instrument} {one.number}</a>, by: (one) => one.number },
          { name: 'version', title: 'Version', cell: (one) => one.version, by: (one) => one.version, className: 'number' },
          { name: 'state', title: 'State', cell: (one) => <StateTag state={one.state} />, by: (one) => one.state },
          { name: 'case', title: 'Business case', cell: (one) => plain(one.businessCase), by: (one) => one.businessCase },
          { name: 'span', title: 'In force', cell: (one) => <Span of={one} now={now} />, by: (one) => one.opTo },
          { name: 'team', title: 'Your place', cell: (one) => (one.onTeam ? 'on the team' : <span className="muted">not on the team</span>) },
          { name: 'ask', title: 'Permit', cell: (one) => (one.mayAsk ? <AskButton authority={one.id} /> : <span className="muted">cannot ask now</span>) },
        ]}
      />
    </>
  );
}

function Span({ of, now }: { of: AuthoritySummary; now: number }) {
  const left = daysLeft(of, now);
  return (
    <>
      {dayWords(of.opFrom)} to {dayWords(of.opTo)}{' '}
      {of.state === 'ACTIVE' && left >= 0 && left <= 14 && <span className="warn-text">{countOf(left, 'day')} left</span>}
    </>
  );
}
