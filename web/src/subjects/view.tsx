import { useState } from 'react';
import type { FactView, PersonView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad, useNow } from '../parts/load';
import { Beside, Dialog, Empty, FaultPanel, Field, PageHead, ReasonDialog, Tag, Time, Waiting } from '../parts/pieces';
import { accountName, plain } from '../parts/words';
import { BASES, ROLES, TYPES, daysUntil, emptyFact, identifiersOf, lacking, withIdentifier, roleWords } from './state';

/** Persons of the case: roles, suspicions, and what waits for a second person. */
export function SubjectsPage() {
  const w = useWorkspace();
  const now = useNow(60_000);
  const persons = useLoad('persons', () => w.api.persons());
  const waiting = useLoad('quarantine', () => w.api.quarantine());
  const [adding, setAdding] = useState(false);
  const [suspected, setSuspected] = useState<PersonView | null>(null);
  const reload = () => { persons.reload(); waiting.reload(); };
  return (
    <>
      <PageHead title="Subjects" lead={<>Persons of this case and why they are in it. <Beside of="subject" /></>}>
        <button type="button" className="button primary" onClick={() => setAdding(true)} data-testid="add-person">Add a person</button>
      </PageHead>
      <FaultPanel fault={persons.fault ?? waiting.fault} onRetry={reload} />
      {(waiting.value ?? []).length > 0 && (
        <section aria-labelledby="quarantine">
          <h2 id="quarantine">In quarantine</h2>
          <p className="hint">A suspicion counts once a second person has accepted it. Until then no list and no search shows it.</p>
          {(waiting.value ?? []).map((person) => <Person key={person.id} person={person} now={now} onDone={reload} onSuspect={setSuspected} />)}
        </section>
      )}
      <section aria-labelledby="persons">
        <h2 id="persons">Persons</h2>
        {persons.state === 'loading' && !persons.value && <Waiting what="Looking up the persons…" />}
        {persons.value?.length === 0 && <Empty title="Nobody has been written down yet."><p>Persons without a role cannot be disseminated.</p></Empty>}
        {(persons.value ?? []).map((person) => <Person key={person.id} person={person} now={now} onDone={reload} onSuspect={setSuspected} />)}
      </section>
      {adding && <PersonDialog person={null} onClose={() => setAdding(false)} onDone={() => { setAdding(false); reload(); }} />}
      {suspected && <PersonDialog person={suspected} onClose={() => setSuspected(null)} onDone={() => { setSuspected(null); reload(); }} />}
    </>
  );
}

function Person({ person, now, onDone, onSuspect }: {
  person: PersonView; now: number; onDone: () => void; onSuspect: (person: PersonView) => void;
}) {
  const w = useWorkspace();
  const deed = useDeed();
  const [role, setRole] = useState<string | null>(null);
  const [deciding, setDeciding] = useState<{ id: string; accepted: boolean } | null>(null);
  const left = daysUntil(person.keptUntil, now);
  return (
    <article className="card" data-testid="person">
      <h3>P-{person.number} {person.label} {person.roles.map((one) => <Tag key={one} tone={one === 'CHILD' ? 'warn' : 'plain'}>{plain(one)}</Tag>)}
        {person.roles.length === 0 && <Tag tone="warn">{roleWords(person)}</Tag>}</h3>
      <p className="muted">{person.identifiers.map((one) => <code key={one}>{one}</code>)}</p>
      <p>Kept until <Time at={person.keptUntil} /> ({left} days); editing moves no date.</p>
      {person.suspicions.map((suspicion) => (
        <div key={suspicion.id} className="support">
          <p><strong>{suspicion.offenceTitle}</strong> <Tag tone={suspicion.state === 'ACCEPTED' ? 'good' : 'wait'}>{plain(suspicion.state)}</Tag> by {suspicion.author}, <Time at={suspicion.at} /></p>
          <p>{suspicion.relevance}</p>
          <ul>{suspicion.facts.map((fact, at) => (
            <li key={at}><Tag tone={fact.type === 'MACHINE' ? 'warn' : 'plain'}>{plain(fact.type)}</Tag> {fact.text} <span className="muted">{plain(fact.basis)}: <span className="break">{fact.source}</span></span></li>
          ))}</ul>
          {suspicion.reviewer && <p className="muted">{plain(suspicion.state)} by {suspicion.reviewer}: {suspicion.reasons}</p>}
          {suspicion.state === 'QUARANTINE' && (suspicion.mine
            ? <p className="hint">You wrote it: somebody else decides.</p>
            : <div className="buttons">
                <button type="button" className="button primary small" onClick={() => setDeciding({ id: suspicion.id, accepted: true })}>Accept</button>
                <button type="button" className="button small" onClick={() => setDeciding({ id: suspicion.id, accepted: false })}>Refuse</button>
              </div>)}
        </div>
      ))}
      <div className="buttons">
        {ROLES.map((one) => (
          <button key={one} type="button" className="button small" aria-pressed={person.roles.includes(one)} onClick={() => setRole(one)} data-testid={`role-${one}`}>
            {person.roles.includes(one) ? `No longer ${plain(one).toLowerCase()}` : plain(one)}
          </button>
        ))}
        <button type="button" className="button small" onClick={() => onSuspect(person)}>State a suspicion</button>
      </div>
      {role && (
        <ReasonDialog title={`Role: ${plain(role)}`} question="Why?" verb={person.roles.includes(role) ? 'Take back' : 'Give'} busy={deed.busy} fault={deed.fault}
          onClose={() => { deed.clear(); setRole(null); }}
          onSay={(reasons) => void deed.run(() => w.api.giveRole(person.id, role, !person.roles.includes(role), reasons), () => { setRole(null); onDone(); })} />
      )}
      {deciding && (
        <ReasonDialog title={deciding.accepted ? 'Accept the suspicion' : 'Refuse the suspicion'} question="What did you look at, and what do you make of it?"
          verb={deciding.accepted ? 'Accept' : 'Refuse'} busy={deed.busy} fault={deed.fault} onClose={() => { deed.clear(); setDeciding(null); }}
          onSay={(reasons) => void deed.run(() => w.api.decideSuspicion(deciding.id, deciding.accepted, reasons), () => { setDeciding(null); onDone(); })} />
      )}
    </article>
  );
}

function PersonDialog({ person, onClose, onDone }: { person: PersonView | null; onClose: () => void; onDone: () => void }) {
  const w = useWorkspace();
  const deed = useDeed();
  const offences = useLoad('offences', () => w.api.citableOffences());
  const accounts = useLoad(person ? null : 'accounts of the case', () => w.api.accounts());
  const [label, setLabel] = useState('');
  const [identifiers, setIdentifiers] = useState('');
  const [suspicion, setSuspicion] = useState(person !== null);
  const [offence, setOffence] = useState('');
  const [relevance, setRelevance] = useState('');
  const [facts, setFacts] = useState<FactView[]>([emptyFact()]);
  const missing = suspicion ? lacking(facts) : null;
  const put = (at: number, fact: FactView) => setFacts(facts.map((one, index) => (index === at ? fact : one)));
  const send = () => {
    const said = { offence, relevance, facts: facts.filter((fact) => fact.text.trim() !== '') };
    return person
      ? w.api.stateSuspicion(person.id, said)
      : w.api.addPerson({ label, identifiers: identifiersOf(identifiers), suspicion: suspicion ? said : null });
  };
  return (
    <Dialog title={person ? `A fresh suspicion of ${person.label}` : 'Add a person'} onClose={onClose} wide>
      <form onSubmit={(submit) => { submit.preventDefault(); void deed.run(send, onDone); }}>
        {!person && (
          <>
            <Field label="Name to show">{(ids) => <input {...ids} value={label} onChange={(change) => setLabel(change.target.value)} data-testid="person-label" />}</Field>
            <Field label="Take an account of the case" hint="Its key is added below, and its name shown if none is written yet.">
              {(ids) => (
                <select {...ids} value="" data-testid="person-account" onChange={(change) => {
                  const row = (accounts.value ?? []).find((one) => one.key === change.target.value);
                  if (!row) return;
                  setIdentifiers(withIdentifier(identifiers, row.key));
                  if (label.trim() === '') setLabel(accountName(row));
                }}>
                  <option value="">Choose…</option>
                  {(accounts.value ?? []).map((one) => <option key={one.key} value={one.key}>{accountName(one)}, {plain(one.platform)}</option>)}
                </select>
              )}
            </Field>
            <FaultPanel fault={accounts.fault} onRetry={accounts.reload} />
            <Field label="Identifiers, one a line" hint="Account keys as the case shows them, or selectors such as phone:+44… Roles stay with these when accounts are joined anew.">
              {(ids) => <textarea {...ids} rows={3} value={identifiers} onChange={(change) => setIdentifiers(change.target.value)} data-testid="person-identifiers" />}
            </Field>
            <label className="line"><input type="checkbox" checked={suspicion} onChange={(change) => setSuspicion(change.target.checked)} /> Propose as a subject</label>
          </>
        )}
        {suspicion && (
          <>
            <Field label="Offence">
              {(ids) => (
                <select {...ids} value={offence} onChange={(change) => setOffence(change.target.value)}>
                  <option value="">Choose…</option>
                  {Object.entries(offences.value ?? {}).map(([code, title]) => <option key={code} value={code}>{title}</option>)}
                </select>
              )}
            </Field>
            <Field label="Why the person matters to this case">
              {(ids) => <textarea {...ids} rows={2} value={relevance} onChange={(change) => setRelevance(change.target.value)} />}
            </Field>
            {facts.map((fact, at) => (
              <fieldset key={at}>
                <legend>Fact {at + 1}</legend>
                <Field label="What it is">
                  {(ids) => <select {...ids} value={fact.type} onChange={(change) => put(at, { ...fact, type: change.target.value })}>{TYPES.map((one) => <option key={one} value={one}>{plain(one)}</option>)}</select>}
                </Field>
                <Field label="What it rests on">
                  {(ids) => <select {...ids} value={fact.basis} onChange={(change) => put(at, { ...fact, basis: change.target.value })}>{BASES.map((one) => <option key={one} value={one}>{plain(one)}</option>)}</select>}
                </Field>
                <Field label="The fact, in a full sentence">
                  {(ids) => <textarea {...ids} rows={2} value={fact.text} onChange={(change) => put(at, { ...fact, text: change.target.value })} />}
                </Field>
                <Field label="Source" hint="A record's id, an exhibit's identifier, who said it and when, a measure, a model.">
                  {(ids) => <input {...ids} value={fact.source} onChange={(change) => put(at, { ...fact, source: change.target.value })} />}
                </Field>
              </fieldset>
            ))}
            <button type="button" className="button small" onClick={() => setFacts([...facts, emptyFact()])}>Another fact</button>
            {missing && <p className="problem">{missing}</p>}
          </>
        )}
        <FaultPanel fault={deed.fault} />
        <div className="buttons">
          <button type="submit" className="button primary" disabled={deed.busy || missing !== null} data-testid="person-add">{deed.busy ? 'Working…' : suspicion ? 'Propose' : 'Add'}</button>
          <button type="button" className="button" onClick={onClose}>Cancel</button>
        </div>
      </form>
    </Dialog>
  );
}
