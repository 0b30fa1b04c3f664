import { useState, type ReactNode } from 'react';
import type { AuthorityDetail } from '../api/contract';
import { AskButton } from '../frame/shell';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Beside, DigestText, Facts, FaultPanel, PageHead, ReasonDialog, StateTag, Time, Waiting } from '../parts/pieces';
import { Table } from '../parts/table';
import { countWords, dayWords, plain, spanWords } from '../parts/words';
import { BUSINESS_CASES, deedsFor, FLAGS, LEVELS, mayAmend, METHODS, PRINCIPLES, type Deed } from './state';

/** One authority: what it allows, why, who decided, and what this person may do with it now. */
export function AuthorityPage({ id }: { id: string }) {
  const w = useWorkspace();
  const caseId = w.caseId ?? '';
  const loaded = useLoad(`authority ${id}`, () => w.api.authority(caseId, id));
  const people = useLoad('people', () => w.api.people());
  const [deed, setDeed] = useState<Deed | null>(null);
  const [changed, setChanged] = useState<AuthorityDetail | null>(null);
  const doing = useDeed();
  const it = changed ?? loaded.value;
  if (!it) return loaded.fault ? <FaultPanel fault={loaded.fault} onRetry={loaded.reload} /> : <Waiting what="Fetching the authority…" />;
  const name = (person: string) => (people.value ?? []).find((one) => one.id === person)?.name ?? person;
  const summary = w.cases.flatMap((one) => one.authorities).find((one) => one.id === id);
  const act = (one: Deed, reasons: string) =>
    void doing.run(() => w.api.moveAuthority(id, one.transition, reasons), (after) => {
      setChanged(after);
      setDeed(null);
      w.reloadCases();
    });
  return (
    <>
      <PageHead
        title={<>{it.instrument} {it.number} <span className="muted">version {it.version}</span> <StateTag state={it.state} /></>}
        lead={`${it.offence} · ${it.jurisdiction} · applied for by ${it.applicant.name}`}
      >
        {summary?.mayAsk && <AskButton authority={id} />}
        {mayAmend(it, w.actor.id) && <a className="button" href={w.href('authority-edit', { id })}>Amend the draft</a>}
        {deedsFor(it.allowed).map((one) => (
          <button key={one.transition} type="button" className={one.danger ? 'button danger' : 'button primary'}
            onClick={() => { doing.clear(); setDeed(one); }} data-testid={`do-${one.transition}`}>
            {one.verb}
          </button>
        ))}
      </PageHead>
      <div className="columns">
        <section className="card">
          <h2>What it allows</h2>
          <Scope of={it} />
        </section>
        <section className="card">
          <h2>Limits and people</h2>
          <Facts of={[
            ['In force', <span key="s">{spanWords(it.opFrom, it.opTo)}</span>],
            ['Quota', `${countWords(it.quota.items)} records · ${countWords(it.quota.subjects)} subjects · ${countWords(it.quota.views)} views`],
            ['', <Beside key="b" of="subject" />],
            ['Team', it.team.map(name).join(', ') || 'nobody'],
            ['Review', `every ${it.reviewEveryDays} days`],
            ['Handling', it.handling],
            ['Retention', it.retention],
            ['Protected', it.flags.length === 0 ? 'no protected person or matter expected'
              : it.flags.map((flag) => FLAGS.find((one) => one.value === flag)?.label ?? flag).join(', ')],
            ['Digest', <DigestText key="d" hex={it.digest} />],
          ]} />
        </section>
      </div>
      <section className="card">
        <h2>The six principles</h2>
        <ol className="principles">
          {PRINCIPLES.map((principle) => (
            <li key={principle.title}>
              <h3>{principle.title}</h3>
              {principle.fields.length === 0 ? <p>{decided(it)}</p> : (
                principle.fields.map((field) => (
                  <p key={field.name}>
                    {principle.fields.length > 1 && <strong>{field.label}. </strong>}
                    {it.principles[field.name] || <span className="muted">not written</span>}
                  </p>
                ))
              )}
            </li>
          ))}
        </ol>
      </section>
      <h2>History</h2>
      <Table
        caption="History of the authority"
        rows={it.history}
        rowKey={(one) => `${one.leaf}`}
        empty={<p className="muted">Nothing has happened yet.</p>}
        columns={[
          { name: 'at', title: 'When', cell: (one) => <Time at={one.at} />, by: (one) => one.at },
          { name: 'event', title: 'What', cell: (one) => plain(one.event), by: (one) => one.event },
          { name: 'actor', title: 'Who', cell: (one) => one.actor, by: (one) => one.actor },
          { name: 'role', title: 'As', cell: (one) => plain(one.role) },
          { name: 'reasons', title: 'Reasons', cell: (one) => one.reasons },
          { name: 'leaf', title: 'Leaf', cell: (one) => countWords(one.leaf), by: (one) => one.leaf, className: 'number' },
        ]}
      />
      {deed && (
        <ReasonDialog title={`${deed.verb} ${it.number} v${it.version}`} question={deed.question} verb={deed.verb} danger={deed.danger}
          busy={doing.busy} fault={doing.fault} onClose={() => setDeed(null)} onSay={(reasons) => act(deed, reasons)} />
      )}
    </>
  );
}

function decided(it: AuthorityDetail): ReactNode {
  const words = it.history.filter((one) => /APPROVE|OVERSE|VALIDAT/i.test(one.event));
  if (words.length === 0) return <span className="muted">Nobody has decided yet. Applicant, officer and overseer are three people.</span>;
  return words.map((one) => `${plain(one.event)} by ${one.actor} on ${dayWords(one.at)}`).join('; ');
}

/** The reach of an authority in words. */
export function Scope({ of }: { of: Pick<AuthorityDetail, 'businessCase' | 'selectors' | 'platforms' | 'contentFrom' | 'contentTo' | 'maxLevel' | 'methods' | 'hopLimit'> }) {
  return (
    <Facts of={[
      ['Business case', BUSINESS_CASES.find((one) => one.value === of.businessCase)?.label ?? of.businessCase],
      ['Selectors', <ul key="s" className="plain">{of.selectors.map((one) => <li key={one}><code>{one}</code></li>)}</ul>],
      ['Platforms', of.platforms.join(', ')],
      ['Content from', spanWords(of.contentFrom, of.contentTo)],
      ['Highest level', LEVELS.find((one) => one.value === of.maxLevel)?.label ?? String(of.maxLevel)],
      ['Methods', of.methods.map((one) => METHODS.find((known) => known.value === one)?.label ?? plain(one)).join(', ')],
      ['Hops', of.hopLimit === 0 ? 'only the selectors themselves' : 'one hop from the selectors'],
    ]} />
  );
}
