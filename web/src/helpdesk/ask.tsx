import { useState } from 'react';
import type { AdviceView, AskForm, ProcessDraft, ProcessView, RequestView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Empty, FaultPanel, Field, PageHead, Tag, Waiting } from '../parts/pieces';
import { plain, spanWords } from '../parts/words';
import { accounts, askProblem, byCategory, CATEGORIES, draftProblem, emptyAsk, emptyDraft, toggled } from './state';

/** What is wanted, and what the adviser makes of it. */
export function AskPage() {
  const w = useWorkspace();
  const here = w.cases.find((one) => one.id === w.caseId);
  const living = (here?.authorities ?? []).filter((one) => one.state === 'ACTIVE' || one.state === 'ACTIVE_URGENT');
  const [chosen, setChosen] = useState(living[0]?.id ?? '');
  const authority = useLoad(chosen === '' ? null : `authority ${chosen}`, () => w.api.authority(chosen));
  const process = useLoad('process', () => w.api.process());
  const playbooks = useLoad('playbooks', () => w.api.playbooks());
  const [form, setForm] = useState<AskForm>(() => emptyAsk(null, Intl.DateTimeFormat().resolvedOptions().timeZone));
  const [advice, setAdvice] = useState<AdviceView | null>(null);
  const advising = useDeed();
  const taking = useDeed();
  const ask: AskForm = { ...form, authority: chosen };
  const problem = askProblem(ask);
  const alter = (next: Partial<AskForm>) => { setForm({ ...form, ...next }); setAdvice(null); };
  const book = (playbooks.value ?? []).find((one) => one.provider === form.provider);
  if (living.length === 0) {
    return <><PageHead title="Ask the adviser" /><Empty title="No authority of this case is in force for you.">A provider is asked under an authority in force, for accounts that it names.</Empty></>;
  }
  return (
    <>
      <PageHead title="Ask the adviser" lead="Say what is wanted, not which paper. The adviser names the lowest instrument that suffices and says why no other." />
      <FaultPanel fault={authority.fault ?? process.fault ?? playbooks.fault} />
      <form className="card" aria-label="What is wanted" onSubmit={(submit) => {
        submit.preventDefault();
        if (problem === null) void advising.run(() => w.api.advice(w.caseId ?? '', ask), setAdvice);
      }}>
        <div className="grid">
          <Field label="Authority">
            {(ids) => <select {...ids} value={chosen} onChange={(change) => { setChosen(change.target.value); alter({ selectors: [] }); }}>{living.map((one) => <option key={one.id} value={one.id}>{one.instrument} {one.number} v{one.version}</option>)}</select>}
          </Field>
          <Field label="Provider">
            {(ids) => <select {...ids} value={form.provider} data-testid="ask-provider" onChange={(change) => alter({ provider: change.target.value })}><option value="">choose…</option>{(playbooks.value ?? []).map((one) => <option key={one.provider} value={one.provider}>{one.name}</option>)}</select>}
          </Field>
          <Field label="From" hint={`First day. The authority reaches ${spanWords(authority.value?.form.contentFrom ?? null, authority.value?.form.contentTo ?? null)}.`}>{(ids) => <input {...ids} type="date" value={form.from} data-testid="ask-from" onChange={(change) => alter({ from: change.target.value })} />}</Field>
          <Field label="Until" hint="First day after; not included.">{(ids) => <input {...ids} type="date" value={form.to} data-testid="ask-to" onChange={(change) => alter({ to: change.target.value })} />}</Field>
          <Field label="Zone" hint="In whose calendar days are counted.">{(ids) => <input {...ids} value={form.zone} onChange={(change) => alter({ zone: change.target.value })} />}</Field>
        </div>
        <fieldset>
          <legend>Accounts the authority names</legend>
          {authority.value === null && <Waiting what="Fetching the authority…" />}
          {accounts(authority.value?.form.selectors ?? []).map((one) => (
            <label key={one} className="line"><input type="checkbox" checked={form.selectors.includes(one)} onChange={(change) => alter({ selectors: toggled(form.selectors, one, change.target.checked) })} data-testid="ask-account" /> <code>{one}</code></label>
          ))}
        </fieldset>
        <div className="columns">
          {CATEGORIES.filter((category) => byCategory(process.value?.fields ?? [], category.name).length > 0).map((category) => (
            <fieldset key={category.name}>
              <legend>{category.title} <span className="muted">{category.hint}</span></legend>
              {byCategory(process.value?.fields ?? [], category.name).map((one) => (
                <label key={one.name} className="line"><input type="checkbox" checked={form.wanted.includes(one.name)} onChange={(change) => alter({ wanted: toggled(form.wanted, one.name, change.target.checked) })} data-testid={`want-${one.name}`} /> {one.words}</label>
              ))}
            </fieldset>
          ))}
        </div>
        <Field label="Danger, only in an emergency" hint="Who is in which danger of death or serious injury, and how these data would avert it. The overseer reviews every emergency." wide>
          {(ids) => <textarea {...ids} rows={2} maxLength={2000} value={form.danger} onChange={(change) => alter({ danger: change.target.value })} />}
        </Field>
        {book && (
          <details>
            <summary>What is known of asking {book.name} {book.stale && <Tag tone="warn">to be checked</Tag>}</summary>
            <ul>{book.facts.map((fact) => <li key={fact.says}><strong>{plain(fact.topic)}</strong> {fact.says} <span className="muted small">{fact.source}{fact.asOf ? `, ${fact.asOf}` : ''}</span></li>)}</ul>
            {book.unverified.length > 0 && <p className="warn-text">Not verified: {book.unverified.join('; ')}.</p>}
          </details>
        )}
        <FaultPanel fault={advising.fault} />
        <div className="buttons">
          <button type="submit" className="button primary" disabled={problem !== null || advising.busy} data-testid="ask-advice">Ask</button>
          {problem && <span className="muted">{problem}</span>}
        </div>
      </form>
      {advice && (
        <section className="card" aria-label="Advice" data-testid="advice">
          <h2>The lowest that suffices: {advice.proposedWords}</h2>
          <ul className="plain">
            {advice.rungs.map((rung) => (
              <li key={rung.instrument}>
                <p><Tag tone={rung.fit === 'SUFFICIENT' ? 'good' : 'plain'}>{plain(rung.fit)}</Tag> <strong>{rung.words}</strong> {rung.why}</p>
                <p className="muted small">{rung.threshold} {rung.source}</p>
              </li>
            ))}
          </ul>
          {advice.warnings.map((warning) => <p key={warning} className="warn-text">{warning}</p>)}
          <FaultPanel fault={taking.fault} />
          <div className="buttons">
            <button type="button" className="button primary" disabled={taking.busy} data-testid="take-in"
              onClick={() => void taking.run(() => w.api.takeInRequest(w.caseId ?? '', ask), (made) => w.go('request-edit', { id: made.id }))}>Take it in and write it</button>
            {!advice.preserved && form.wanted.length > 0 && (
              <button type="button" className="button" disabled={taking.busy} data-testid="preserve-first"
                onClick={() => void taking.run(() => w.api.takeInRequest(w.caseId ?? '', { ...ask, wanted: [], danger: '' }), (made) => w.go('request-edit', { id: made.id }))}>Preservation first</button>
            )}
          </div>
        </section>
      )}
    </>
  );
}

/** Writes a request that was taken in. */
export function DraftRequestPage({ id }: { id: string }) {
  const w = useWorkspace();
  const request = useLoad(`request ${id}`, () => w.api.request(w.caseId ?? '', id));
  const process = useLoad('process', () => w.api.process());
  if (request.value === null || process.value === null) {
    return request.fault || process.fault ? <FaultPanel fault={request.fault ?? process.fault} onRetry={request.reload} /> : <Waiting what="Fetching the request…" />;
  }
  return <DraftForm request={request.value} process={process.value} />;
}

function DraftForm({ request, process }: { request: RequestView; process: ProcessView }) {
  const w = useWorkspace();
  const [form, setForm] = useState<ProcessDraft>(() => request.draft ?? emptyDraft(request.advised ?? ''));
  const saving = useDeed();
  const instrument = process.instruments.find((one) => one.name === form.instrument);
  const preserves = instrument?.reaches.length === 0;
  const problem = draftProblem(form, preserves);
  const text = (name: 'offence' | 'facts' | 'necessity' | 'higherBecause' | 'secrecyBasis' | 'noticeDeferral' | 'privilege', label: string, hint: string, rows = 1) => (
    <Field label={label} hint={hint} wide={rows > 1}>
      {(ids) => <textarea {...ids} rows={rows} maxLength={8000} value={form[name]} data-testid={`draft-${name}`} onChange={(change) => setForm({ ...form, [name]: change.target.value })} />}
    </Field>
  );
  const issuer = (name: 'name' | 'office' | 'validatorName' | 'validatorOffice' | 'fileNumber', label: string) => (
    <Field label={label}>
      {(ids) => <input {...ids} maxLength={200} value={form.issuer[name]} data-testid={`issuer-${name}`} onChange={(change) => setForm({ ...form, issuer: { ...form.issuer, [name]: change.target.value } })} />}
    </Field>
  );
  const part = (name: 'part' | 'validatorPart', label: string) => (
    <Field label={label}>
      {(ids) => <select {...ids} value={form.issuer[name]} data-testid={`issuer-${name}`} onChange={(change) => setForm({ ...form, issuer: { ...form.issuer, [name]: change.target.value } })}>{process.issuerParts.map((one) => <option key={one} value={one}>{plain(one)}</option>)}</select>}
    </Field>
  );
  return (
    <>
      <PageHead title={`Write ${request.number}`} lead={instrument ? `${instrument.words}. ${instrument.threshold}` : 'Choose the instrument.'} />
      <form className="card draft" onSubmit={(submit) => {
        submit.preventDefault();
        if (problem === null) void saving.run(() => w.api.draftRequest(w.caseId ?? '', request.id, form), () => w.go('request', { id: request.id }));
      }}>
        <div className="grid">
          <Field label="Instrument" hint={request.advised ? `Advised: ${plain(request.advised)}` : undefined}>
            {(ids) => <select {...ids} value={form.instrument} data-testid="draft-instrument" onChange={(change) => setForm({ ...form, instrument: change.target.value })}>{process.instruments.map((one) => <option key={one.name} value={one.name}>{one.words}</option>)}</select>}
          </Field>
          {text('offence', 'Offence', 'With its provision.')}
          <Field label="Maximum sentence in years">{(ids) => <input {...ids} type="number" min={0} max={99} value={form.maximumYears} onChange={(change) => setForm({ ...form, maximumYears: Number(change.target.value) })} />}</Field>
        </div>
        <label className="line"><input type="checkbox" checked={form.listed} onChange={(change) => setForm({ ...form, listed: change.target.checked })} /> An offence that the law lists whatever its maximum</label>
        {!preserves && text('facts', 'Facts', 'What meets the threshold above; the issuer reads this.', 4)}
        {!preserves && text('necessity', 'Necessity', 'Why these data, these accounts and this time, and nothing milder.', 3)}
        {request.advised !== null && form.instrument !== request.advised && !preserves && text('higherBecause', 'Why not the instrument that the adviser found', 'Needed where a lower one suffices.', 2)}
        {instrument?.reaches.includes('CONTENT') && text('privilege', 'Privileged words', 'How they are kept from the team.', 2)}
        {instrument?.reaches.includes('CONTENT') && (
          <Field label="Persons whose words are privileged" hint="One account a line; they are sealed wherever they take part." wide>
            {(ids) => <textarea {...ids} rows={2} className="code" value={form.privileged.join('\n')} onChange={(change) => setForm({ ...form, privileged: change.target.value.split('\n').filter((line) => line.trim() !== '') })} />}
          </Field>
        )}
        <h2>Issuer</h2>
        <div className="grid">
          {part('part', 'Issued by')}{issuer('name', 'Name')}{issuer('office', 'Court, office or agency')}{issuer('fileNumber', 'File number')}
          {part('validatorPart', 'Validated by')}{form.issuer.validatorPart !== 'NONE' && <>{issuer('validatorName', 'Validator’s name')}{issuer('validatorOffice', 'Validator’s office')}</>}
        </div>
        <h2>Secrecy and notice</h2>
        <div className="grid">
          {text('secrecyBasis', 'Basis of non-disclosure', 'Empty if the provider may tell the user.')}
          <Field label="Non-disclosure until">{(ids) => <input {...ids} type="date" value={form.secrecyUntil.slice(0, 10)} onChange={(change) => setForm({ ...form, secrecyUntil: change.target.value })} />}</Field>
          {text('noticeDeferral', 'Why the user is not told yet', 'Empty if the user is told in time.')}
        </div>
        <FaultPanel fault={saving.fault} />
        <div className="buttons">
          <button type="submit" className="button primary" disabled={problem !== null || saving.busy} data-testid="save-request">Save the draft</button>
          <a className="button" href={w.href('request', { id: request.id })}>Leave it</a>
          {problem && <span className="muted">{problem}</span>}
        </div>
      </form>
    </>
  );
}
