import { useState, type ReactNode } from 'react';
import type { AuthorityDetail, AuthorityForm, Person } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Beside, FaultPanel, Field, PageHead, Waiting } from '../parts/pieces';
import { fieldOfTime, plain, timeOfField } from '../parts/words';
import {
  BUSINESS_CASES, emptyDraft, FLAGS, LEVELS, METHODS, oversightReasons, PLATFORMS, PRINCIPLES, problemOf, problemsOf,
  readSelectors, STEPS, type Problem,
} from './state';
import { Scope } from './view';

/** Drafts a new authority, or amends one that is still a draft or was returned. */
export function DraftPage({ id }: { id: string | null }) {
  const w = useWorkspace();
  const loaded = useLoad(id === null ? null : `authority ${id}`, () => w.api.authority(id ?? ''));
  const people = useLoad('people', () => w.api.people());
  if (loaded.fault || people.fault) return <FaultPanel fault={loaded.fault ?? people.fault} />;
  if (!people.value || (id !== null && !loaded.value)) return <Waiting what="Opening the draft…" />;
  return <DraftForm people={people.value} existing={loaded.value} />;
}

interface Part {
  draft: AuthorityForm;
  set: (change: Partial<AuthorityForm>) => void;
  selectors: string;
  setSelectors: (text: string) => void;
  shown: Problem[];
  people: Person[];
}

function DraftForm({ people, existing }: { people: Person[]; existing: AuthorityDetail | null }) {
  const w = useWorkspace();
  const [draft, setDraft] = useState<AuthorityForm>(() => (existing ? existing.form : emptyDraft(Date.now(), w.actor.id)));
  const [selectors, setSelectors] = useState(() => draft.selectors.join('\n'));
  const [step, setStep] = useState(0);
  const [seen, setSeen] = useState<number[]>([]);
  const deed = useDeed();
  const problems = problemsOf(draft, selectors);
  const shown = problems.filter((one) => seen.includes(one.step));
  const go = (to: number) => {
    setSeen((before) => [...before, step]);
    setStep(to);
    window.scrollTo(0, 0);
  };
  const save = () =>
    void deed.run(
      () => {
        const tried = draft.principles.tried.map((line) => line.trim()).filter((line) => line !== '');
        const whole = { ...draft, principles: { ...draft.principles, tried }, selectors: readSelectors(selectors).map((one) => one.text) };
        return existing ? w.api.amendAuthority(existing.id, whole) : w.api.draftAuthority(w.caseId ?? '', whole);
      },
      (saved) => {
        w.reloadCases();
        w.go('authority', { id: saved.id });
      },
    );
  const part: Part = { draft, set: (change) => setDraft((before) => ({ ...before, ...change })), selectors, setSelectors, shown, people };
  return (
    <>
      <PageHead title={existing ? `Amend ${existing.form.number}` : 'Draft an authority'} lead="Nothing is decided here: a draft binds nobody until an authorising officer has approved it." />
      <ol className="steps">
        {STEPS.map((title, at) => {
          const open = problems.filter((one) => one.step === at).length;
          return (
            <li key={title}>
              <button type="button" aria-current={at === step ? 'step' : undefined} onClick={() => go(at)} data-testid={`step-${at}`}>
                <span className="step-number" aria-hidden="true">{at + 1}</span> {title}
                {at < 4 && <span className="muted">{open === 0 ? ' ✓ complete' : seen.includes(at) ? ` ${open} open` : ''}</span>}
              </button>
            </li>
          );
        })}
      </ol>
      <form className="card draft" onSubmit={(submit) => { submit.preventDefault(); if (step < 4) go(step + 1); else save(); }}>
        {step === 0 && <Basis {...part} />}
        {step === 1 && <Principles {...part} />}
        {step === 2 && <Reach {...part} />}
        {step === 3 && <Limits {...part} />}
        {step === 4 && <Check {...part} problems={problems} onStep={go} />}
        <FaultPanel fault={deed.fault} />
        <div className="buttons">
          {step > 0 && <button type="button" className="button" onClick={() => go(step - 1)}>Back</button>}
          {step < 4 && <button type="submit" className="button primary" data-testid="next-step">Next: {STEPS[step + 1]}</button>}
          {step === 4 && (
            <button type="submit" className="button primary" disabled={deed.busy || problems.some((one) => one.hard)} data-testid="save-draft">
              {deed.busy ? 'Saving…' : 'Save the draft'}
            </button>
          )}
          <a className="button" href={existing ? w.href('authority', { id: existing.id }) : w.href('case')}>Leave without saving</a>
        </div>
      </form>
    </>
  );
}

function Basis({ draft, set, shown }: Part) {
  const text = (name: 'instrument' | 'number' | 'issuer' | 'offence' | 'jurisdiction', label: string, hint: string) => (
    <Field label={label} hint={hint} problem={problemOf(shown, name)}>
      {(ids) => <input {...ids} value={draft[name]} maxLength={200} onChange={(change) => set({ [name]: change.target.value })} data-testid={`draft-${name}`} />}
    </Field>
  );
  return (
    <>
      <div className="grid">
        {text('instrument', 'Instrument', 'The law and form: search warrant, production order, directed surveillance…')}
        {text('number', 'Number', 'As the issuing body wrote it.')}
        {text('issuer', 'Issuer', 'Court, prosecutor or officer who issues it.')}
        {text('offence', 'Offence', 'The offence and its statute.')}
        {text('jurisdiction', 'Jurisdiction', 'Whose law.')}
      </div>
      <fieldset>
        <legend>Business case</legend>
        <p className="hint">There are five and no sixth: watching lawful speech or assembly for a vague purpose is not one.</p>
        {BUSINESS_CASES.map((one) => (
          <label key={one.value} className="line">
            <input type="radio" name="business" checked={draft.businessCase === one.value} onChange={() => set({ businessCase: one.value })} />
            {one.label}
          </label>
        ))}
      </fieldset>
    </>
  );
}

function Principles({ draft, set, shown }: Part) {
  return (
    <>
      {PRINCIPLES.map((principle) => (
        <fieldset key={principle.principle} className="principle">
          <legend>{principle.title}</legend>
          {principle.fields.map((field) => (
            <Field key={field.name} label={field.label} hint={field.guidance} problem={problemOf(shown, field.name)}>
              {(ids) => (
                <textarea {...ids} rows={3} maxLength={4000} value={textOf(draft.principles[field.name])} data-testid={`draft-${field.name}`}
                  onChange={(change) => set({ principles: { ...draft.principles, [field.name]: field.name === 'tried' ? lines(change.target.value) : change.target.value } })} />
              )}
            </Field>
          ))}
        </fieldset>
      ))}
    </>
  );
}

const textOf = (value: string | string[]): string => (Array.isArray(value) ? value.join('\n') : value);

/* Empty lines are kept while one writes and dropped when the draft is saved. */
const lines = (text: string): string[] => (text === '' ? [] : text.split('\n'));

function toggled(list: string[], value: string, on: boolean): string[] {
  return on ? [...list.filter((one) => one !== value), value] : list.filter((one) => one !== value);
}

function Checks(props: { legend: string; hint?: ReactNode; problem?: string | null; options: { value: string; label: string }[]; chosen: string[]; onChange: (chosen: string[]) => void; name: string }) {
  return (
    <fieldset>
      <legend>{props.legend}</legend>
      {props.hint && <p className="hint">{props.hint}</p>}
      <div className="choices">
        {props.options.map((one) => (
          <label key={one.value}>
            <input type="checkbox" checked={props.chosen.includes(one.value)} data-testid={`${props.name}-${one.value}`}
              onChange={(change) => props.onChange(toggled(props.chosen, one.value, change.target.checked))} />
            {one.label}
          </label>
        ))}
      </div>
      {props.problem && <p className="problem">{props.problem}</p>}
    </fieldset>
  );
}

function TimeField(props: { label: string; value: string; problem: string | null; name: string; onChange: (iso: string) => void }) {
  return (
    <Field label={`${props.label} (UTC)`} problem={props.problem}>
      {(ids) => <input {...ids} type="datetime-local" value={fieldOfTime(props.value)} data-testid={`draft-${props.name}`}
        onChange={(change) => props.onChange(timeOfField(change.target.value) ?? '')} />}
    </Field>
  );
}

function Reach({ draft, set, selectors, setSelectors, shown }: Part) {
  const broad = readSelectors(selectors).filter((one) => one.broad && one.problem === null);
  const options = [...new Set([...PLATFORMS, ...draft.platforms])].map((value) => ({ value, label: value }));
  return (
    <>
      <Field label="Selectors, one to a line" problem={problemOf(shown, 'selectors')}
        hint={<>Who and what the authority reaches: <code>email:a@b.example</code>, <code>phone:+4420…</code>, <code>platform_id@telegram:123</code>, <code>handle@x:name</code>, <code>group@telegram:99</code>.</>}>
        {(ids) => <textarea {...ids} rows={5} className="code" spellCheck={false} value={selectors} onChange={(change) => setSelectors(change.target.value)} data-testid="draft-selectors" />}
      </Field>
      {broad.length > 0 && <p className="hint"><strong>{broad.map((one) => one.text).join(', ')}</strong> reaches people who are not named: the overseer decides beforehand.</p>}
      <Checks legend="Platforms" name="platform" options={options} chosen={draft.platforms} problem={problemOf(shown, 'platforms')} onChange={(platforms) => set({ platforms })} />
      <div className="grid">
        <TimeField label="Content from" name="content-from" value={draft.contentFrom} problem={problemOf(shown, 'content')} onChange={(contentFrom) => set({ contentFrom })} />
        <TimeField label="Content to" name="content-to" value={draft.contentTo} problem={null} onChange={(contentTo) => set({ contentTo })} />
        <TimeField label="In force from" name="op-from" value={draft.opFrom} problem={problemOf(shown, 'operation')} onChange={(opFrom) => set({ opFrom })} />
        <TimeField label="In force to" name="op-to" value={draft.opTo} problem={null} onChange={(opTo) => set({ opTo })} />
      </div>
      <p className="hint">What lies outside the content window is sealed off before anybody sees it; so is a post, message, call or log-in without a date.</p>
      <div className="grid">
        <Field label="Highest level of intrusion" hint="From level 3 the overseer decides beforehand.">
          {(ids) => (
            <select {...ids} value={draft.maxLevel} onChange={(change) => set({ maxLevel: Number(change.target.value) })} data-testid="draft-level">
              {LEVELS.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
            </select>
          )}
        </Field>
        <Field label="Hops" hint="How far beyond the selectors ties may be followed.">
          {(ids) => (
            <select {...ids} value={draft.hopLimit} onChange={(change) => set({ hopLimit: Number(change.target.value) })} data-testid="draft-hops">
              <option value={0}>none: the selectors themselves</option>
              <option value={1}>one hop</option>
            </select>
          )}
        </Field>
      </div>
      <Checks legend="Methods" name="method" chosen={draft.methods} problem={problemOf(shown, 'methods')} onChange={(methods) => set({ methods })}
        options={[...METHODS, ...draft.methods.filter((one) => !METHODS.some((known) => known.value === one)).map((value) => ({ value, label: plain(value) }))]} />
    </>
  );
}

function Limits({ draft, set, shown, people }: Part) {
  const number = (label: string, name: string, value: number, onChange: (value: number) => void) => (
    <Field label={label} problem={problemOf(shown, name)}>
      {(ids) => <input {...ids} type="number" min={0} step={1} value={Number.isFinite(value) ? value : ''} data-testid={`draft-${name}`}
        onChange={(change) => onChange(Math.trunc(Number(change.target.value)))} />}
    </Field>
  );
  const analysts = people.filter((one) => one.roles.includes('ANALYST'));
  return (
    <>
      <p className="hint">The quota is a ceiling for the whole authority; 0 is no bound. <Beside of="subject" /></p>
      <div className="grid">
        {number('Records at most', 'items', draft.quota.items, (items) => set({ quota: { ...draft.quota, items } }))}
        {number('Subjects at most', 'subjects', draft.quota.subjects, (subjects) => set({ quota: { ...draft.quota, subjects } }))}
        {number('Views at most', 'views', draft.quota.views, (views) => set({ quota: { ...draft.quota, views } }))}
        {number('Kept after the end (days)', 'retentionDays', draft.retentionDays, (retentionDays) => set({ retentionDays }))}
        {number('Review every (days)', 'reviewEveryDays', draft.reviewEveryDays, (reviewEveryDays) => set({ reviewEveryDays }))}
      </div>
      <Checks legend="Team" name="team" hint="Only these people can ask for permits. The officer who approves cannot be one of them." problem={problemOf(shown, 'team')}
        options={analysts.map((one) => ({ value: one.id, label: one.name }))} chosen={draft.team} onChange={(team) => set({ team })} />
      <div className="grid">
        <Field label="Handling" hint="Who may see the material and under which conditions." problem={problemOf(shown, 'handling')}>
          {(ids) => <textarea {...ids} rows={2} value={draft.handling} onChange={(change) => set({ handling: change.target.value })} data-testid="draft-handling" />}
        </Field>
      </div>
      <Checks legend="May touch" name="flag" hint="If any of these is likely, say so: the overseer then decides beforehand." options={FLAGS} chosen={draft.flags} onChange={(flags) => set({ flags })} />
    </>
  );
}

function Check({ draft, selectors, problems, onStep }: Part & { problems: Problem[]; onStep: (step: number) => void }) {
  const reasons = oversightReasons(draft, selectors);
  return (
    <>
      {problems.length > 0 ? (
        <div className="fault" role="alert">
          <p className="fault-what">{problems.length === 1 ? 'One thing is' : `${problems.length} things are`} still open{problems.some((one) => one.hard) ? '; the draft cannot be saved like this' : '; it can be saved, not submitted'}.</p>
          <ul>{problems.map((one) => (
            <li key={one.field + one.what}>
              <button type="button" className="link" onClick={() => onStep(one.step)}>{STEPS[one.step]}</button>: {one.what}
            </li>
          ))}</ul>
        </div>
      ) : (
        <p>The draft is complete. After saving, sign its six principles and submit it to an authorising officer.</p>
      )}
      <p>
        {reasons.length === 0 ? 'The officer’s approval brings it into force; the overseer reviews it afterwards.'
          : `The overseer must validate it before it comes into force, because ${reasons.join('; and ')}.`}
      </p>
      <Scope of={{ ...draft, selectors: readSelectors(selectors).map((one) => one.text) }} />
    </>
  );
}
