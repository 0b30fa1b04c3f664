import { useState } from 'react';
import type { ApprovalView, AuthorityDetail, HistoryEntry, Principle } from '../api/contract';
import { AskButton } from '../frame/shell';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Beside, DigestText, Facts, FaultPanel, PageHead, ReasonDialog, StateTag, Tag, Time, Waiting } from '../parts/pieces';
import { KeyField } from '../oversight/key';
import { reasonsDigest, strayIn, type Decision, type OpenKey } from '../oversight/sign';
import { Table } from '../parts/table';
import { countOf, countWords, plain, spanWords } from '../parts/words';
import { Scope } from './scope';
import { written } from './sign';
import { deedsFor, FLAGS, mayAmend, PRINCIPLES, unsigned, type Deed } from './state';

/** One authority: what it allows, why, who decided, and what this person may do with it now. */
export function AuthorityPage({ id }: { id: string }) {
  const w = useWorkspace();
  const loaded = useLoad(`authority ${id}`, () => w.api.authority(id));
  const people = useLoad('people', () => w.api.people());
  const [deed, setDeed] = useState<Deed | null>(null);
  const [changed, setChanged] = useState<AuthorityDetail | null>(null);
  const [key, setKey] = useState<OpenKey | null>(null);
  const doing = useDeed();
  const it = changed ?? loaded.value;
  if (!it) return loaded.fault ? <FaultPanel fault={loaded.fault} onRetry={loaded.reload} /> : <Waiting what="Fetching the authority…" />;
  const { form } = it;
  const name = (person: string) => (people.value ?? []).find((one) => one.id === person)?.name ?? person;
  const summary = w.cases.flatMap((one) => one.authorities).find((one) => one.id === id);
  const open = unsigned(it);
  /* An overseer's word is signed here, with his own key, over the text that the server gives. */
  const noteOf = async (one: Deed, reasons: string): Promise<string | null> => {
    const decision = overseen(one.transition);
    if (!decision) return null;
    if (!key) throw new Error('Open your key first: your decision is signed with it, here in this page.');
    const { text } = await w.api.overseerText(id, decision, await reasonsDigest(reasons));
    const stray = await strayIn(text, { authority: id, version: it.version, digest: it.digest, actor: w.actor.id, decision, reasons }, Date.now());
    if (stray) throw new Error(`Not signed. ${stray}`);
    return key.sign(text);
  };
  const act = (one: Deed, reasons: string) =>
    void doing.run(async () => w.api.moveAuthority(id, one.transition, reasons, it.digest, await noteOf(one, reasons)), (after) => {
      setChanged(after);
      setDeed(null);
      w.reloadCases();
    });
  const sign = (principle: Principle) => void doing.run(() => w.api.signPrinciple(id, principle), setChanged);
  return (
    <>
      <PageHead
        title={<>{form.instrument} {form.number} <span className="muted">version {it.version}</span> <StateTag state={it.state} /></>}
        lead={`${form.offence} · ${form.jurisdiction} · issued by ${form.issuer} · applied for by ${it.applicant.name}`}
      >
        {summary?.mayAsk && <AskButton authority={id} />}
        {mayAmend(it) && <a className="button" href={w.href('authority-edit', { id })} data-testid="amend">Go on with the draft</a>}
        {deedsFor(it.allowed).map((one) => (
          <button key={one.transition} type="button" className={one.danger ? 'button danger' : 'button primary'}
            disabled={doing.busy || (one.transition === 'submit' && open.length > 0)}
            title={one.transition === 'submit' && open.length > 0 ? 'Sign all six principles first' : undefined}
            onClick={() => { doing.clear(); if (one.question === null) act(one, ''); else setDeed(one); }} data-testid={`do-${one.transition}`}>
            {one.verb}
          </button>
        ))}
      </PageHead>
      {!deed && <FaultPanel fault={doing.fault} />}
      {open.length > 0 && <p className="hint">{open.length === 6 ? 'Sign each principle below; ' : `${countOf(open.length, 'principle')} still to sign; `}then the draft can be submitted. A change afterwards voids the signatures it touches.</p>}
      {it.needsOversight && ['DRAFT', 'RETURNED', 'SUBMITTED', 'APPROVED', 'OVERSIGHT_PENDING'].includes(it.state) && (
        <p className="hint">The overseer decides before this comes into force.</p>
      )}
      <div className="columns">
        <section className="card">
          <h2>What it allows</h2>
          <Scope of={form} />
        </section>
        <section className="card">
          <h2>Limits and people</h2>
          <Facts of={[
            ['In force', spanWords(form.opFrom, form.opTo)],
            ['Quota', <span key="q">{bound(form.quota.items, 'record')} · {bound(form.quota.subjects, 'subject')} · {bound(form.quota.views, 'view')} <Beside of="subject" /></span>],
            ['Team', form.team.map(name).join(', ') || 'nobody'],
            ['Review', `every ${countOf(form.reviewEveryDays, 'day')}; a missed one stops the work`],
            ['Handling', form.handling],
            ['Retention', `${countOf(form.retentionDays, 'day')} after the end`],
            ['May touch', form.flags.length === 0 ? 'no protected person or matter expected'
              : form.flags.map((flag) => FLAGS.find((one) => one.value === flag)?.label ?? plain(flag)).join(', ')],
            ['Digest', <DigestText key="d" hex={it.digest} />],
          ]} />
        </section>
      </div>
      <section className="card">
        <h2>The six principles</h2>
        <ol className="principles">
          {PRINCIPLES.map((principle) => (
            <li key={principle.principle}>
              <h3>{principle.title} {it.signed.includes(principle.principle) ? <Tag tone="good">✓ signed</Tag> : <Tag>not signed</Tag>}</h3>
              {principle.fields.map((field) => (
                <p key={field.name}>
                  {principle.fields.length > 1 && <strong>{field.label.replace(', one to a line', '')}. </strong>}
                  {written(form, field.name) || <span className="muted">not written</span>}
                </p>
              ))}
              {open.includes(principle.principle) && (
                <button type="button" className="button small" disabled={doing.busy} onClick={() => sign(principle.principle)} data-testid={`sign-${principle.principle}`}>
                  Sign this principle
                </button>
              )}
            </li>
          ))}
        </ol>
      </section>
      {it.approvals.length > 0 && (
        <>
          <h2>Decisions</h2>
          <Table<ApprovalView> caption="Signed decisions" rows={it.approvals} rowKey={(one) => one.at + one.role} columns={[
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
        rows={it.history}
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
      {deed && (
        <ReasonDialog title={`${deed.verb} ${form.number} v${it.version}`} question={deed.question ?? ''} verb={deed.verb} danger={deed.danger}
          busy={doing.busy} fault={doing.fault} onClose={() => setDeed(null)} onSay={(reasons) => act(deed, reasons)}>
          {overseen(deed.transition) && <KeyField expected={null} onOpen={setKey} />}
        </ReasonDialog>
      )}
    </>
  );
}

/** Which decision of the overseer a transition is, if it is one. */
function overseen(transition: Deed['transition']): Decision | null {
  switch (transition) {
    case 'oversee-approve':
      return 'APPROVED';
    case 'oversee-refuse':
      return 'REFUSED';
    case 'oversee-return':
      return 'RETURNED';
    default:
      return null;
  }
}

function bound(count: number, one: string): string {
  return count === 0 ? `no bound on ${one}s` : countOf(count, one);
}
