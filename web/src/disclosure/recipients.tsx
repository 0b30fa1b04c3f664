import { useState } from 'react';
import type { AgreementView, LeaveView, RecipientRow } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { word } from '../language/say';
import { useDeed, useLoad } from '../parts/load';
import { Empty, FaultPanel, Field, PageHead, Tag, Time, Waiting } from '../parts/pieces';
import { Table } from '../parts/table';

const NONE = { reference: '', organisation: '', expires: '', name: '', need: '', acceptsRules: false };

/** Who may receive, on what footing; and leave for those who must hand out more than one person may. */
export function RecipientsPage() {
  const w = useWorkspace();
  const recipients = useLoad('recipients', () => w.api.recipients());
  const agreements = useLoad('agreements', () => w.api.agreements());
  const [form, setForm] = useState(NONE);
  const deed = useDeed();
  const officer = w.actor.roles.includes('AUTHORISING_OFFICER');
  const again = () => { recipients.reload(); agreements.reload(); };
  const text = (name: 'reference' | 'organisation' | 'name' | 'need', label: string, hint: string) => (
    <Field label={label} hint={hint}>{(ids) => <input {...ids} maxLength={400} required value={form[name]} onChange={(change) => setForm({ ...form, [name]: change.target.value })} data-testid={`register-${name}`} />}</Field>
  );
  return (
    <>
      <PageHead title="Recipients" lead="Nothing is released to anybody who does not stand here, or whose agreement has lapsed or is suspended." />
      {officer && (
        <section className="card" aria-label="Register a recipient">
          <h2>Register an agreement and its recipient</h2>
          <form onSubmit={(submit) => {
            submit.preventDefault();
            void deed.run(async () => {
              const { reference, organisation, acceptsRules, expires, name, need } = form;
              const agreement = await w.api.agree({ reference, organisation, acceptsRules, expires: `${expires}T00:00:00Z` });
              await w.api.registerRecipient({ agreement: agreement.id, name, need });
            }, () => { setForm(NONE); again(); });
          }}>
            <div className="grid">
              {text('reference', 'Agreement', 'As both bodies call it.')}
              {text('organisation', 'Organisation', 'The body that receives.')}
              {text('name', 'Recipient', 'A person, not an office.')}
              {text('need', 'Need to know', 'The standing reason; each release says its own.')}
              <Field label="Expires" hint="After that day nothing is released under it.">{(ids) => <input {...ids} type="date" required value={form.expires} onChange={(change) => setForm({ ...form, expires: change.target.value })} data-testid="register-expires" />}</Field>
            </div>
            <label className="line"><input type="checkbox" checked={form.acceptsRules} onChange={(change) => setForm({ ...form, acceptsRules: change.target.checked })} data-testid="register-rules" /> The body keeps rules equivalent to ours</label>
            <FaultPanel fault={deed.fault} />
            <button type="submit" className="button primary" disabled={deed.busy} data-testid="register-recipient">Register</button>
          </form>
        </section>
      )}
      <FaultPanel fault={recipients.fault} onRetry={again} />
      {!recipients.value && !recipients.fault && <Waiting what="Fetching the recipients…" />}
      {recipients.value && <Table<RecipientRow>
        caption="Recipients"
        rows={recipients.value}
        rowKey={(one) => one.id}
        start={{ column: 'name', down: false }}
        empty={<Empty title="Nobody may receive anything yet." />}
        columns={[
          { name: 'name', title: 'Recipient', cell: (one) => <><strong>{one.name}</strong>, {one.agreement.organisation}<div className="muted small">{one.need}</div></>, by: (one) => one.name },
          { name: 'agreement', title: 'Agreement', cell: (one) => one.agreement.reference, by: (one) => one.agreement.reference },
          { name: 'expires', title: 'Expires', cell: (one) => <Time at={one.agreement.expires} />, by: (one) => one.agreement.expires },
          { name: 'state', title: 'State', cell: (one) => <AgreementTag of={one.agreement} />, by: (one) => stateOf(one.agreement) },
          { name: 'do', title: <span className="unseen">Suspend</span>, cell: (one) => officer && !one.agreement.suspended
            ? <button type="button" className="button small" disabled={deed.busy} onClick={() => void deed.run(() => w.api.suspendAgreement(one.agreement.id), again)}>Suspend the agreement</button> : null },
        ]}
      />}
      <Exports officer={officer} />
    </>
  );
}

function stateOf(of: AgreementView): string {
  return of.suspended ? 'suspended' : of.lapsed ? 'lapsed' : of.acceptsRules ? 'in force' : 'rules not accepted';
}

function AgreementTag({ of }: { of: AgreementView }) {
  const state = stateOf(of);
  return <Tag tone={state === 'in force' ? 'good' : 'bad'}>{word(state)}</Tag>;
}

function Exports({ officer }: { officer: boolean }) {
  const w = useWorkspace();
  const loaded = useLoad('exports', () => w.api.exportsOf());
  const [form, setForm] = useState({ exports: 50, reason: '', password: '' });
  const deed = useDeed();
  const of = loaded.value;
  const field = (name: 'reason' | 'password', label: string, hint: string) => (
    <Field label={label} hint={hint}>{(ids) => <input {...ids} type={name === 'password' ? 'password' : 'text'} autoComplete={name === 'password' ? 'current-password' : 'off'} maxLength={1000} value={form[name]} onChange={(change) => setForm({ ...form, [name]: change.target.value })} />}</Field>
  );
  return (
    <section className="card" aria-label="Handing out more">
      <h2>Handing out more</h2>
      <FaultPanel fault={loaded.fault ?? deed.fault} onRetry={loaded.reload} />
      {of && <p>You have handed out <strong>{of.used}</strong> of {of.free} in this time. More takes leave: your password again, an officer’s approval, and a delay in which it can be stopped.</p>}
      <form onSubmit={(submit) => { submit.preventDefault(); void deed.run(() => w.api.askLeave(form.exports, form.reason, form.password), () => { setForm({ ...form, reason: '', password: '' }); loaded.reload(); }); }}>
        <div className="grid">
          <Field label="How many more">{(ids) => <input {...ids} type="number" min={1} value={form.exports} onChange={(change) => setForm({ ...form, exports: Number(change.target.value) })} />}</Field>
          {field('reason', 'Why', 'At least 20 characters.')}
          {field('password', 'Your password again', officer ? 'To ask, and to approve below.' : 'To ask.')}
        </div>
        <button type="submit" className="button" disabled={deed.busy || form.reason.trim().length < 20 || form.password === ''}>Ask for leave</button>
      </form>
      {of && <Table<LeaveView>
        caption="Leave asked for"
        rows={of.leaves}
        rowKey={(one) => one.id}
        start={{ column: 'asked', down: true }}
        empty={<Empty title="No leave was asked for." />}
        columns={[
          { name: 'asked', title: 'Asked', cell: (one) => <><Time at={one.asked} /> <span className="muted">{one.person}</span></>, by: (one) => one.asked, downFirst: true },
          { name: 'exports', title: 'Exports', cell: (one) => one.exports, by: (one) => one.exports, className: 'number' },
          { name: 'reason', title: 'Why', cell: (one) => one.reason, by: (one) => one.reason },
          { name: 'state', title: 'State', cell: (one) => one.stopped ? <Tag tone="bad">stopped</Tag> : one.approvedBy === null ? <Tag>asked</Tag> : <>approved by {one.approvedBy}, from <Time at={one.usableFrom} /></>, by: (one) => one.usableFrom ?? '' },
          { name: 'do', title: <span className="unseen">Decide</span>, cell: (one) => one.stopped ? null : (
            <span className="buttons">
              {officer && one.approvedBy === null && <button type="button" className="button small" disabled={deed.busy || form.password === ''} onClick={() => void deed.run(() => w.api.approveLeave(one.id, form.password), loaded.reload)}>Approve</button>}
              <button type="button" className="button small" disabled={deed.busy} onClick={() => void deed.run(() => w.api.stopLeave(one.id), loaded.reload)}>Stop</button>
            </span>
          ) },
        ]}
      />}
    </section>
  );
}
