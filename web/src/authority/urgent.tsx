import { useState } from 'react';
import type { AuthorityForm, PackView, Person, VersionView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad, useNow } from '../parts/load';
import { FaultPanel, Field, PageHead, Time, Waiting } from '../parts/pieces';
import { countOf, durationWords } from '../parts/words';
import { BasisPage, DutiesPage, ReachPage } from './fields';
import { PrinciplePage, Refusals } from './principle';
import { boundHandles, emptyDraft, emptyPrinciples, PRINCIPLES, readSelectors } from './state';
import { refusalsOf, type Written } from './steps';
import type { Part } from './wizard';

/** The officer writes down leave given by word of mouth: it is in force at once, and short. */
export function OralPage() {
  const w = useWorkspace();
  const people = useLoad('people', () => w.api.people());
  const pack = useLoad('pack', () => w.api.pack());
  const fault = people.fault ?? pack.fault;
  if (fault) return <FaultPanel fault={fault} />;
  if (!people.value || !pack.value) return <Waiting what="Opening the form…" />;
  return <OralForm people={people.value} pack={pack.value} />;
}

const SPOKEN = 30; // The least that the server takes for why and what, in characters.

function oralDraft(now: number, hours: number, jurisdiction: string): AuthorityForm {
  const start = emptyDraft(now, '', jurisdiction);
  const minute = 60_000;
  const from = Math.floor(now / minute) * minute;
  return { ...start, team: [], opFrom: new Date(from).toISOString(), opTo: new Date(from + hours * 3_600_000 - minute).toISOString(), reviewEveryDays: 1 };
}

function OralForm({ people, pack }: { people: Person[]; pack: PackView }) {
  const w = useWorkspace();
  const deed = useDeed();
  const [form, setForm] = useState(() => oralDraft(Date.now(), pack.limits.urgentHours, pack.jurisdiction));
  const [selectors, setSelectors] = useState('');
  const [spoken, setSpoken] = useState({ applicant: '', danger: '', words: '' });
  const [tried, setTried] = useState(false);
  const principles = new Set<string>(PRINCIPLES.map((one) => one.principle));
  const problems = refusalsOf({ form, selectors, results: null, previous: null, pack }).filter((one) => !principles.has(one.step));
  if (spoken.applicant === '') problems.push({ step: 'duties', field: 'applicant', code: 'SX-AUTH-ROLE', what: 'Nobody is to write it up.', cure: 'Name the analyst who asked.', hard: true });
  for (const name of ['danger', 'words'] as const) {
    if (spoken[name].trim().length < SPOKEN) {
      problems.push({ step: 'duties', field: name, code: 'SX-AUTH-URGENT-WORDS', what: name === 'danger' ? 'It is not said why nobody could wait.' : 'It is not said what was said.', cure: `Write at least ${SPOKEN} characters, while it is fresh.`, hard: true });
    }
  }
  const of = (field: string) => (tried ? problems.filter((one) => one.field === field).map((one) => one.cure).join(' ') || null : null);
  const part: Part = {
    form, set: (change) => setForm((now) => ({ ...now, ...change })), selectors, setSelectors, results: null, setResults: () => undefined,
    problems, shown: tried ? problems : [], pack, people, previous: null,
  };
  const analysts = people.filter((one) => one.roles.includes('ANALYST'));
  const grant = () => {
    setTried(true);
    if (problems.length > 0) return;
    const named = readSelectors(selectors).map((one) => one.text);
    const whole = { ...form, selectors: named, stableIds: boundHandles(form.stableIds, named) };
    void deed.run(() => w.api.grantOrally(w.caseId ?? '', { ...spoken, form: whole }), (granted) => {
      w.reloadCases();
      w.go('authority', { id: granted.id });
    });
  };
  return (
    <>
      <PageHead title="Write down leave given by word of mouth"
        lead={`For a danger that cannot wait. It is in force at once, for at most ${pack.limits.urgentHours} hours, and lapses unless it is written up within ${pack.limits.writeUpHours} hours; then the overseer decides.`} />
      <form className="card draft" noValidate onSubmit={(submit) => { submit.preventDefault(); grant(); }}>
        <h2>What was said</h2>
        <div className="grid">
          <Field label="Asked for by" hint="The analyst who asked, and who must write it up." problem={of('applicant')}>
            {(ids) => (
              <select {...ids} value={spoken.applicant} data-testid="oral-applicant"
                onChange={(change) => {
                  const applicant = change.target.value;
                  setSpoken({ ...spoken, applicant });
                  if (applicant !== '' && !form.team.includes(applicant)) setForm({ ...form, team: [...form.team, applicant] });
                }}>
                <option value="">Choose an analyst…</option>
                {analysts.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
              </select>
            )}
          </Field>
        </div>
        <Field label="The danger" hint="Which harm was about to happen, to whom, and why a written application would have come too late." problem={of('danger')}>
          {(ids) => <textarea {...ids} rows={3} maxLength={4000} value={spoken.danger} data-testid="oral-danger" onChange={(change) => setSpoken({ ...spoken, danger: change.target.value })} />}
        </Field>
        <Field label="What was said" hint="To whom, when, in which words, within which bounds." problem={of('words')}>
          {(ids) => <textarea {...ids} rows={3} maxLength={4000} value={spoken.words} data-testid="oral-words" onChange={(change) => setSpoken({ ...spoken, words: change.target.value })} />}
        </Field>
        <h2>Basis and offence</h2>
        <BasisPage {...part} />
        <h2>Scope</h2>
        <ReachPage {...part} />
        <h2>Limits and duties</h2>
        <DutiesPage {...part} />
        <Refusals local={problems} told={[]} />
        <FaultPanel fault={deed.fault} />
        <div className="buttons wizard-buttons">
          <button type="submit" className="button danger" disabled={deed.busy} data-testid="oral-grant">{deed.busy ? 'Writing down…' : 'Write it down; it is in force at once'}</button>
          <a className="button" href={w.href('case')}>Leave without granting</a>
        </div>
      </form>
    </>
  );
}

/** The applicant argues the six principles of what was granted orally; handing in signs them. */
export function WriteUpPage({ id }: { id: string }) {
  const w = useWorkspace();
  const versions = useLoad(`dossier ${id}`, () => w.api.dossier(id));
  const people = useLoad('people', () => w.api.people());
  const pack = useLoad('pack', () => w.api.pack());
  const fault = versions.fault ?? people.fault ?? pack.fault;
  if (fault) return <FaultPanel fault={fault} />;
  const it = versions.value?.[0];
  if (!it || !people.value || !pack.value) return <Waiting what="Opening the write-up…" />;
  return <WriteUp it={it} people={people.value} pack={pack.value} />;
}

function WriteUp({ it, people, pack }: { it: VersionView; people: Person[]; pack: PackView }) {
  const w = useWorkspace();
  const deed = useDeed();
  const now = useNow(30_000);
  const [form, setForm] = useState<AuthorityForm>({ ...it.detail.form, principles: emptyPrinciples() });
  const selectors = it.detail.form.selectors.join('\n');
  const written: Written = { form, selectors, results: null, previous: null, pack };
  const problems = refusalsOf(written).filter((one) => PRINCIPLES.some((known) => known.principle === one.step));
  const left = (new Date(it.liveUntil).getTime() - now) / 1000;
  const part: Part = {
    form, set: (change) => setForm((before) => ({ ...before, ...change })), selectors, setSelectors: () => undefined, results: null, setResults: () => undefined,
    problems, shown: [], pack, people, previous: null,
  };
  const hand = () =>
    void deed.run(
      () => w.api.writeUp(it.detail.id, { ...form.principles, tried: form.principles.tried.map((line) => line.trim()).filter((line) => line !== '') }),
      () => {
        w.reloadCases();
        w.go('authority', { id: it.detail.id });
      },
    );
  return (
    <>
      <PageHead title={`Write up ${it.detail.form.number}`} lead="What was granted stays as it was said. You argue the six principles; then the overseer decides, and no permit lives meanwhile." />
      <p className="warn-text" role="status">It lapses at <Time at={it.liveUntil} />: {durationWords(left)} left.</p>
      {PRINCIPLES.map((principle) => (
        <section key={principle.principle} className="card wizard-page" aria-labelledby={`up-${principle.principle}`}>
          <h2 id={`up-${principle.principle}`}>{principle.title}</h2>
          <PrinciplePage {...part} of={principle} />
        </section>
      ))}
      <Refusals local={problems} told={[]} />
      <FaultPanel fault={deed.fault} />
      <div className="buttons wizard-buttons">
        <button type="button" className="button primary" disabled={deed.busy || problems.length > 0} onClick={hand} data-testid="hand-in">{deed.busy ? 'Signing…' : 'Sign all six and hand in'}</button>
        {problems.length > 0 && <span className="muted">{countOf(problems.length, 'thing')} open</span>}
      </div>
    </>
  );
}
