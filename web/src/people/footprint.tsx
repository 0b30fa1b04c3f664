import { useState } from 'react';
import type { CandidateView, FootprintView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed } from '../parts/load';
import { Empty, FaultPanel, Field, Tag } from '../parts/pieces';
import { accountName, countOf } from '../parts/words';
import { Likeness } from './likeness';
import { rarityWords, verdictWords, type Verdict } from './state';
import { chanceWords } from './waterfall';

/** From one screen name, address or number: where it shows on all platforms of the case. */
export function Footprint({ start }: { start: string }) {
  const w = useWorkspace();
  const [asked, setAsked] = useState(start);
  const [found, setFound] = useState<FootprintView | null>(null);
  const deed = useDeed();
  return (
    <>
      <form className="toolbar" onSubmit={(submit) => { submit.preventDefault(); void deed.run(() => w.api.footprint(asked.trim()), setFound); }}>
        <Field label="Screen name, e-mail address or number" hint="harbour_kite, kit@example.org, +447700900123, or type:value. Asking is logged.">
          {(ids) => <input {...ids} type="search" value={asked} onChange={(change) => setAsked(change.target.value)} data-testid="footprint-asked" />}
        </Field>
        <button type="submit" className="button primary" disabled={asked.trim() === '' || deed.busy} data-testid="footprint-ask">{deed.busy ? 'Looking…' : 'Look'}</button>
      </form>
      <FaultPanel fault={deed.fault} />
      {found && <Found of={found} />}
    </>
  );
}

function Found({ of }: { of: FootprintView }) {
  const w = useWorkspace();
  return (
    <section data-testid="footprint" aria-label={`Footprint of ${of.asked}`}>
      <h2>Footprint of <span className="break">{of.asked}</span></h2>
      <p>
        {countOf(of.holders, 'account')} of this case {of.holders === 1 ? 'bears' : 'bear'} exactly this. {of.rarity > 0 && <span data-testid="typicality">{rarityWords(of.rarity)}</span>}{' '}
        <span className="muted">A candidate is no identification: judge pairs under Suggestions, or choose two under Accounts.</span>
      </p>
      {of.candidates.length === 0 && of.leads.length === 0 && <Empty title="No account of this case answers to it, and no search tool's lead does." />}
      {of.candidates.length > 0 && (
        <>
          <h3>Candidates</h3>
          <ol className="candidates">{of.candidates.map((one) => <li key={one.account.key}><Candidate of={one} anchor={of.anchor === one.account.key} /></li>)}</ol>
        </>
      )}
      {of.leads.length > 0 && (
        <>
          <h3>Leads of search tools</h3>
          <p className="muted">A tool says that there is an account of this name. That is no account: whoever else chose the name would be accused. Capture the page, then it can be compared.</p>
          <ul className="reasons">{of.leads.map((one) => <li key={one.record}><strong>{one.site}</strong> {one.url && <code className="break">{one.url}</code>} <span className="muted">{one.status}</span> · <a href={w.href('records', { params: { record: one.record } })} aria-label={`record: ${one.site}`}>record</a></li>)}</ul>
        </>
      )}
      {of.nobody.length > 0 && <p className="muted">Looked for and not found on {of.nobody.map((one) => one.site).join(', ')}.</p>}
    </section>
  );
}

function Candidate({ of, anchor }: { of: CandidateView; anchor: boolean }) {
  const w = useWorkspace();
  return (
    <article className="card">
      <h4>
        {accountName(of.account)} <Tag>{of.account.platform}</Tag> {anchor && <Tag tone="good">compared with</Tag>}{' '}
        {of.likeness && <Tag tone="wait">chance {chanceWords(of.likeness.probability)}</Tag>} {of.judged && <Tag>judged {verdictWords(of.judged as Verdict).toLowerCase()}</Tag>}
      </h4>
      <p>{of.found} · <code className="break">{of.account.key}</code> · <a href={w.href('records', { params: { account: of.account.key } })} aria-label={`its records: ${accountName(of.account)} on ${of.account.platform}`}>its records</a></p>
      {of.likeness && <details><summary>What speaks for and against, and what would confirm or refute it</summary><Likeness of={of.likeness} /></details>}
    </article>
  );
}
