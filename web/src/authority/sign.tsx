import { useState } from 'react';
import type { AuthorityDetail, ErrorBody, Principle } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { FaultPanel, Tag, Waiting } from '../parts/pieces';
import { countOf } from '../parts/words';
import { oversightReasons, PRINCIPLES, written, type Problem } from './state';
import { maySignAll, stepOfLack, stepsOf, type StepId } from './steps';
import { PossibleList } from './sides';
import type { Part } from './wizard';

/** Shows the six principles one after the other; only when each was shown are they signed, in one go. */
export function SignPage(props: Part & { saved: AuthorityDetail; dirty: boolean; every: Problem[]; onSigned: (after: AuthorityDetail) => void; onGo: (to: StepId) => void }) {
  const w = useWorkspace();
  const deed = useDeed();
  const { saved, every } = props;
  const [at, setAt] = useState(0);
  const [shown, setShown] = useState<Principle[]>([]);
  const wanting = PRINCIPLES.filter((one) => every.some((problem) => problem.step === one.principle));
  const all = saved.signed.length === PRINCIPLES.length && !props.dirty;
  if (all) return <p data-testid="all-signed"><Tag tone="good">✓ All six are signed</Tag> with your key, as they now read. A change voids the signatures.</p>;
  if (props.dirty) return <p className="problem">Something has changed since the draft was saved. Go back a step and save it; then sign what is saved.</p>;
  if (wanting.length > 0) {
    return (
      <>
        <p>Not every principle can be signed as it reads:</p>
        <ul>{wanting.map((one) => <li key={one.principle}><button type="button" className="link" onClick={() => props.onGo(one.principle)}>{one.title}</button> <code>{one.code}</code></li>)}</ul>
      </>
    );
  }
  const here = PRINCIPLES[at]!;
  const stand = () => {
    setShown((before) => [...new Set([...before, here.principle])]);
    if (at < PRINCIPLES.length - 1) setAt(at + 1);
  };
  const sign = () =>
    void deed.run(
      async () => {
        let after = saved;
        for (const { principle } of PRINCIPLES) {
          if (!after.signed.includes(principle)) after = await w.api.signPrinciple(saved.id, principle);
        }
        return after;
      },
      props.onSigned,
    );
  const ready = maySignAll(shown, every);
  return (
    <>
      <p className="hint">Each principle is signed with your key over exactly these words. Read each; then sign all six in one go.</p>
      <ol className="sign-list">
        {PRINCIPLES.map((one, index) => (
          <li key={one.principle}>
            <button type="button" className="link" aria-current={index === at ? 'true' : undefined} onClick={() => setAt(index)}>{one.title}</button>{' '}
            {shown.includes(one.principle) ? <Tag tone="good">✓ read</Tag> : <Tag>not read</Tag>}
          </li>
        ))}
      </ol>
      <section className="sign-text" aria-live="polite" aria-label={`${at + 1} of 6: ${here.title}`}>
        <h3>{at + 1} of 6: {here.title}</h3>
        {here.fields.map((field) => (
          <p key={field.name}>{here.fields.length > 1 && <strong>{field.label.replace(', one to a line', '')}. </strong>}{written(saved.form, field.name)}</p>
        ))}
        <button type="button" className="button" onClick={stand} data-testid="sign-read">{at < PRINCIPLES.length - 1 ? 'I stand by this; show the next' : 'I stand by this'}</button>
      </section>
      <FaultPanel fault={deed.fault} />
      <div className="buttons">
        <button type="button" className="button primary" disabled={!ready || deed.busy} onClick={sign} data-testid="sign-all">{deed.busy ? 'Signing…' : 'Sign all six'}</button>
        {!ready && <span className="muted">{countOf(PRINCIPLES.length - shown.length, 'principle')} still to read</span>}
      </div>
    </>
  );
}

/** The whole before it is handed over: what would become possible, and what the server would refuse. */
export function SubmitPage(props: Part & { saved: AuthorityDetail; lacks: ErrorBody[]; onGo: (to: StepId) => void }) {
  const w = useWorkspace();
  const deed = useDeed();
  const { saved, lacks } = props;
  const versions = useLoad(`dossier ${saved.id} ${saved.digest}`, () => w.api.dossier(saved.id));
  const newest = versions.value?.[0];
  const steps = stepsOf(props.results !== null);
  const reasons = oversightReasons(saved.form, saved.form.selectors.join('\n'));
  const submit = () =>
    void deed.run(() => w.api.moveAuthority(saved.id, 'submit', '', saved.digest), () => {
      w.reloadCases();
      w.go('authority', { id: saved.id });
    });
  return (
    <>
      {lacks.length > 0 ? (
        <div className="fault" role="alert" data-testid="lacks">
          <p className="fault-what">{countOf(lacks.length, 'thing')} would be refused.</p>
          <ul>
            {lacks.map((one) => {
              const step = stepOfLack(one);
              return (
                <li key={one.code + one.place}>
                  <code>{one.code}</code> {one.what} <span className="muted">({one.place}: {one.value}) {one.cure}.</span>{' '}
                  <button type="button" className="link" onClick={() => props.onGo(step)}>{steps.find((known) => known.id === step)?.title}</button>
                </li>
              );
            })}
          </ul>
        </div>
      ) : (
        <p data-testid="complete">✓ Complete and signed: nothing would be refused.</p>
      )}
      <p>
        {reasons.length === 0 ? 'The officer’s approval brings it into force; the overseer reviews it afterwards.'
          : `The overseer must validate it before it comes into force, because ${reasons.join('; and ')}.`}
      </p>
      <h3>What would become possible</h3>
      {newest ? <PossibleList of={newest.possible} /> : versions.fault ? <FaultPanel fault={versions.fault} /> : <Waiting what="Asking the server…" />}
      <FaultPanel fault={deed.fault} />
      <button type="button" className="button primary submit" disabled={deed.busy || lacks.length > 0} onClick={submit} data-testid="do-submit">{deed.busy ? 'Submitting…' : 'Submit to an authorising officer'}</button>
    </>
  );
}
