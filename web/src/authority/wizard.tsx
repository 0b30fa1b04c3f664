import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { AuthorityDetail, AuthorityForm, PackView, Person, VersionView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { FaultPanel, PageHead, Waiting } from '../parts/pieces';
import { countOf } from '../parts/words';
import { BasisPage, DutiesPage, ReachPage } from './fields';
import { PrinciplePage, Refusals, ResultsPage } from './principle';
import { SignPage, SubmitPage } from './sign';
import { boundHandles, emptyDraft, PRINCIPLES, readSelectors, type Problem } from './state';
import { doneCount, isStep, refusalsOf, renewalDraft, resumeStep, standing, stepBeside, stepOfLack, stepsOf, withLacks, type StepId } from './steps';

/** What every page of the wizard is given. */
export interface Part {
  form: AuthorityForm;
  set: (change: Partial<AuthorityForm>) => void;
  selectors: string;
  setSelectors: (text: string) => void;
  results: string | null;
  setResults: (text: string) => void;
  /** What is wrong on this page; fields show it once the page was left or submitted. */
  problems: Problem[];
  shown: Problem[];
  pack: PackView;
  people: Person[];
  previous: VersionView | null;
}

/**
 * Applies for an authority step by step: a new one (no id), a draft that is gone on with, or a further version of one in
 * force. The draft is kept on the server at each step, so that one can leave and come back on another machine.
 */
export function WizardPage({ id, renew, step }: { id: string | null; renew: boolean; step: string | undefined }) {
  const w = useWorkspace();
  const versions = useLoad(id === null ? null : `dossier ${id}`, () => w.api.dossier(id ?? ''));
  const people = useLoad('people', () => w.api.people());
  const pack = useLoad('pack', () => w.api.pack());
  const fault = versions.fault ?? people.fault ?? pack.fault;
  if (fault) return <FaultPanel fault={fault} />;
  if (!people.value || !pack.value || (id !== null && !versions.value)) return <Waiting what="Opening the application…" />;
  const offered = { people: people.value, pack: pack.value };
  const [newest, before] = versions.value ?? [];
  if (!newest) return <Wizard {...offered} id={null} start={emptyDraft(Date.now(), w.actor.id, pack.value.jurisdiction)} results={null} previous={null} saved={null} step={step} />;
  if (renew) {
    const living = versions.value?.find((one) => one.detail.allowed.includes('renew')) ?? newest;
    return <Wizard {...offered} id={newest.detail.id} start={renewalDraft(living.detail, Date.now())} results="" previous={living} saved={null} step={step} />;
  }
  const results = newest.detail.version > 1 ? newest.results : null;
  return <Wizard {...offered} id={newest.detail.id} start={newest.detail.form} results={results} previous={before ?? null} saved={newest.detail} step={step} />;
}

interface Start {
  id: string | null;
  start: AuthorityForm;
  results: string | null;
  previous: VersionView | null;
  saved: AuthorityDetail | null;
  step: string | undefined;
  people: Person[];
  pack: PackView;
}

const asSaved = (form: AuthorityForm, selectors: string): AuthorityForm => ({
  ...form,
  principles: { ...form.principles, tried: form.principles.tried.map((line) => line.trim()).filter((line) => line !== '') },
  selectors: readSelectors(selectors).map((one) => one.text),
  stableIds: boundHandles(form.stableIds, readSelectors(selectors).map((one) => one.text)),
});

function Wizard(given: Start) {
  const w = useWorkspace();
  const { pack, people, previous } = given;
  const [form, setForm] = useState(given.start);
  const [selectors, setSelectors] = useState(given.start.selectors.join('\n'));
  const [results, setResults] = useState(given.results);
  const [saved, setSaved] = useState(given.saved);
  const [kept, setKept] = useState(given.saved ? textOf(given.start, selectors, given.results) : '');
  const [seen, setSeen] = useState<StepId[]>([]);
  const deed = useDeed();
  const lacks = useLoad(saved ? `lacks ${saved.id} ${saved.digest} ${saved.signed.length}` : null, () => w.api.lacks(saved?.id ?? ''));
  const steps = stepsOf(results !== null);
  const problems = refusalsOf({ form, selectors, results, previous, pack });
  const first = useRef(saved ? resumeStep(steps, problems, saved.signed) : (steps[0]?.id ?? 'basis'));
  const at: StepId = isStep(given.step, steps) ? given.step : first.current;
  const head = useRef<HTMLHeadingElement>(null);
  const dirty = textOf(form, selectors, results) !== kept;
  const known = dirty ? problems : withLacks(problems, lacks.value ?? []);
  const here = problems.filter((one) => one.step === at);
  const signed = saved && !dirty ? saved.signed : [];
  useUnsaved(dirty && (saved !== null || seen.length > 0));
  const arrived = useRef(at);
  useEffect(() => {
    if (arrived.current !== at) head.current?.focus();
    arrived.current = at;
    window.scrollTo(0, 0);
  }, [at]);

  /* Saves what has changed; false where it cannot be saved. */
  const save = async (next: StepId): Promise<boolean> => {
    if (problems.some((one) => one.hard)) return saved !== null && here.every((one) => !one.hard);
    if (!dirty && saved) return true;
    const whole = asSaved(form, selectors);
    return deed.run(
      () => {
        if (saved) return results === null ? w.api.amendAuthority(saved.id, whole) : w.api.amendRenewal(saved.id, whole, results);
        return results === null || given.id === null ? w.api.draftAuthority(w.caseId ?? '', whole) : w.api.renewAuthority(given.id, whole, results);
      },
      (after) => {
        setKept(textOf(form, selectors, results));
        setSaved(after);
        if (!saved) {
          w.reloadCases();
          // The page of the draft takes this one's place, so that “back” does not begin another draft.
          window.location.replace(w.href('authority-edit', { id: after.id, params: { step: next } }));
        }
      },
    );
  };
  const go = async (to: StepId) => {
    setSeen((before) => [...new Set([...before, at])]);
    if (here.some((one) => one.hard)) return;
    if (!(await save(to))) return;
    if (saved) w.go('authority-edit', { id: saved.id, params: { step: to } });
  };
  const leave = async () => {
    if (await save(at)) {
      if (saved) w.go('authority', { id: saved.id });
      else w.go('case');
    }
  };
  const keys = (key: KeyboardEvent) => {
    if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) {
      key.preventDefault();
      if (at !== 'sign' && at !== 'submit') void go(stepBeside(steps, at, 1));
    }
  };
  const part: Part = {
    form, set: (change) => setForm((now) => ({ ...now, ...change })), selectors, setSelectors, results, setResults,
    problems: here, shown: seen.includes(at) ? here : here.filter((one) => one.hard || one.code === 'SX-AUTH-OFFENCE'), pack, people, previous,
  };
  const told = (lacks.value ?? []).filter((one) => !dirty && stepOfLack(one) === at && !here.some((local) => local.code === one.code));
  const index = steps.findIndex((one) => one.id === at);
  const principle = PRINCIPLES.find((one) => one.principle === at);
  return (
    <>
      <PageHead title={titleOf(given, saved)} lead="Nothing is decided here: a draft binds nobody until an authorising officer has approved it.">
        <button type="button" className="button" disabled={deed.busy || problems.some((one) => one.hard)} onClick={() => void leave()} data-testid="save-and-leave">Save and leave</button>
      </PageHead>
      <div className="wizard">
        <StepList steps={steps} at={at} problems={known} seen={[...seen, ...known.filter((one) => !problems.includes(one)).map((one) => one.step)]} signed={signed} reachable={saved !== null} onGo={(to) => void go(to)} />
        <section className="card wizard-page" onKeyDown={keys} aria-labelledby="wizard-step">
          <p className="wizard-count muted">Step {index + 1} of {steps.length} <span data-testid="kept">{keptWords(saved, dirty, deed.busy)}</span></p>
          <h2 id="wizard-step" ref={head} tabIndex={-1}>{steps[index]?.title}</h2>
          <form noValidate onSubmit={(submit) => { submit.preventDefault(); void go(stepBeside(steps, at, 1)); }}>
            {at === 'results' && <ResultsPage {...part} />}
            {at === 'basis' && <BasisPage {...part} />}
            {at === 'reach' && <ReachPage {...part} />}
            {principle && <PrinciplePage key={at} {...part} of={principle} />}
            {at === 'duties' && <DutiesPage {...part} />}
            {at === 'sign' && saved && <SignPage {...part} saved={saved} dirty={dirty} every={problems} onSigned={setSaved} onGo={(to) => void go(to)} />}
            {at === 'submit' && saved && <SubmitPage {...part} saved={saved} lacks={lacks.value ?? []} onGo={(to) => void go(to)} />}
            {at !== 'sign' && at !== 'submit' && <Refusals local={here} told={told} />}
            <FaultPanel fault={deed.fault ?? lacks.fault} />
            <div className="buttons wizard-buttons">
              {index > 0 && <button type="button" className="button" onClick={() => void go(stepBeside(steps, at, -1))} data-testid="step-back">Back</button>}
              {at !== 'submit' && (
                <button type={at === 'sign' ? 'button' : 'submit'} className={at === 'sign' && signed.length < PRINCIPLES.length ? 'button' : 'button primary'} disabled={deed.busy}
                  onClick={at === 'sign' ? () => void go('submit') : undefined} data-testid="next-step">
                  {deed.busy ? 'Saving…' : `${at === 'sign' ? 'Go on' : 'Save and go on'}: ${steps[index + 1]?.title}`}
                </button>
              )}
              {at !== 'sign' && at !== 'submit' && <span className="muted">or <kbd>Ctrl</kbd> + <kbd>Enter</kbd></span>}
            </div>
          </form>
        </section>
      </div>
    </>
  );
}

const textOf = (form: AuthorityForm, selectors: string, results: string | null): string => JSON.stringify([form, selectors, results]);

function keptWords(saved: AuthorityDetail | null, dirty: boolean, busy: boolean): string {
  if (busy) return '· saving…';
  if (!saved) return '· not saved yet; the next step saves it';
  return dirty ? '· changed since it was saved' : '· saved';
}

function titleOf(given: Start, saved: AuthorityDetail | null): string {
  if (given.results !== null) return `Renew ${given.previous?.detail.form.number ?? ''}: version ${saved?.version ?? (given.previous?.detail.version ?? 0) + 1}`;
  return saved ? `Apply for ${saved.form.number || 'an authority'}` : 'Apply for an authority';
}

/* The browser asks before unsaved words are lost by closing the window. */
function useUnsaved(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return;
    const ask = (leaving: BeforeUnloadEvent) => leaving.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
}

function StepList(props: {
  steps: { id: StepId; title: string }[]; at: StepId; problems: Problem[]; seen: StepId[]; signed: string[]; reachable: boolean; onGo: (to: StepId) => void;
}) {
  const done = doneCount(props.steps, props.problems, props.signed);
  const all = props.steps.length - 1;
  return (
    <nav className="wizard-steps" aria-label="Steps of the application">
      <p className="muted" id="wizard-progress">{done} of {all} steps done</p>
      <progress className="bar" max={all} value={done} aria-labelledby="wizard-progress" />
      <ol>
        {props.steps.map((step, index) => {
          const how = standing(step.id, props.problems, props.seen, props.signed);
          const open = props.problems.filter((one) => one.step === step.id).length;
          return (
            <li key={step.id} className={`step-${how}`}>
              <button type="button" aria-current={step.id === props.at ? 'step' : undefined} disabled={!props.reachable && step.id !== props.at}
                onClick={() => props.onGo(step.id)} data-testid={`step-${step.id}`}>
                <span className="step-number" aria-hidden="true">{how === 'done' ? '✓' : index + 1}</span>
                <span>{step.title}<span className="step-how">{how === 'done' ? 'done' : how === 'open' && step.id !== 'sign' ? `${countOf(open, 'thing')} open` : ''}</span></span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
