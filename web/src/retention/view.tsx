import { useState } from 'react';
import { useWorkspace } from '../frame/workspace';
import { word } from '../language/say';
import { useDeed, useLoad } from '../parts/load';
import { Empty, FaultPanel, Field, PageHead, ReasonDialog, Tag, Time } from '../parts/pieces';
import { plain } from '../parts/words';
import { mayConfirm, standing } from './state';

const THINGS = ['EXHIBIT', 'PERSON', 'AUTHORITY'] as const;

/** What must be kept, what is to be destroyed, and who tried to destroy what is held. */
export function RetentionPage() {
  const w = useWorkspace();
  const deed = useDeed();
  const of = w.caseId ?? '';
  const holds = useLoad(`holds ${of}`, () => w.api.holds(of));
  const attempts = useLoad(`attempts ${of}`, () => w.api.holdAttempts(of));
  const destructions = useLoad('destructions', () => w.api.destructions());
  const [asking, setAsking] = useState<'LEGAL' | 'EXCULPATORY' | 'ORDER' | null>(null);
  const [lifting, setLifting] = useState<string | null>(null);
  const [thing, setThing] = useState<string>('EXHIBIT');
  const [id, setId] = useState('');
  const reload = () => { holds.reload(); attempts.reload(); destructions.reload(); };
  const say = (reasons: string) => {
    if (!asking) return;
    void deed.run<unknown>(
      () => (asking === 'ORDER' ? w.api.orderDestruction(of, thing, id.trim(), reasons) : w.api.placeHold(of, asking, thing, id.trim(), reasons)),
      () => { setAsking(null); reload(); },
    );
  };
  const decides = w.actor.roles.includes('AUTHORISING_OFFICER') || w.actor.roles.includes('OVERSEER');
  return (
    <>
      <PageHead title="Retention" lead="A hold binds at once and is confirmed by a second person; two people lift it. Two people confirm a destruction: bytes, keys and keyed hashes go, the log stays." />
      <form className="card" onSubmit={(submit) => submit.preventDefault()}>
        <Field label="What">
          {(ids) => <select {...ids} value={thing} onChange={(change) => setThing(change.target.value)}>{THINGS.map((one) => <option key={one} value={one}>{plain(one)}</option>)}</select>}
        </Field>
        <Field label="Its identifier">{(ids) => <input {...ids} value={id} onChange={(change) => setId(change.target.value)} />}</Field>
        <div className="buttons">
          <button type="button" className="button" disabled={!id.trim()} onClick={() => setAsking('LEGAL')}>Legal hold</button>
          <button type="button" className="button" disabled={!id.trim()} onClick={() => setAsking('EXCULPATORY')}>It speaks for somebody: keep it</button>
          <button type="button" className="button danger" disabled={!id.trim()} onClick={() => setAsking('ORDER')}>Order its destruction</button>
        </div>
      </form>
      <FaultPanel fault={holds.fault ?? destructions.fault ?? (asking || lifting ? null : deed.fault)} onRetry={reload} />
      <h2>Holds</h2>
      {holds.value?.length === 0 && <Empty title="Nothing is held in this case." />}
      {(holds.value ?? []).map((hold) => (
        <article key={hold.id} className="card" data-testid="hold">
          <p><Tag tone={hold.binds ? 'good' : 'plain'}>{hold.binds ? plain(hold.kind) : 'lifted'}</Tag> {plain(hold.thing)} <code className="break">{hold.of}</code></p>
          <p>{hold.reasons} <span className="muted">{hold.placedBy}, <Time at={hold.placedAt} />{hold.confirmedBy ? `; confirmed by ${hold.confirmedBy}` : ''}{hold.liftAskedBy ? `; ${hold.liftAskedBy} asks to lift it` : ''}</span></p>
          {hold.binds && (
            <div className="buttons">
              {!hold.confirmedBy && hold.placedBy !== w.actor.name && <button type="button" className="button small" onClick={() => void deed.run(() => w.api.confirmHold(hold.id), reload)}>Confirm</button>}
              {decides && !hold.liftAskedBy && <button type="button" className="button small" onClick={() => setLifting(hold.id)}>Ask to lift</button>}
              {decides && hold.liftAskedBy && hold.liftAskedBy !== w.actor.name && <button type="button" className="button small" onClick={() => void deed.run(() => w.api.liftHold(hold.id), reload)}>Lift</button>}
            </div>
          )}
        </article>
      ))}
      <h2>Destructions</h2>
      {destructions.value?.length === 0 && <Empty title="Nothing is due or ordered." />}
      {(destructions.value ?? []).map((one) => (
        <article key={one.id} className="card" data-testid="destruction">
          <p><Tag tone={standing(one) === 'done' ? 'good' : 'wait'}>{word(standing(one))}</Tag> {plain(one.thing)} <code className="break">{one.of}</code>, due <Time at={one.dueAt} /></p>
          <p>{one.reasons} <span className="muted">{one.proposedBy}; {[one.firstBy, one.secondBy].filter(Boolean).join(', ') || 'nobody has confirmed it'}</span></p>
          {mayConfirm(one, w.actor.roles, w.actor.name) && (
            <button type="button" className="button danger small" disabled={deed.busy} onClick={() => void deed.run(() => w.api.confirmDestruction(one.id), reload)}>
              {one.firstBy ? 'Confirm and destroy' : 'Confirm as the first of two'}
            </button>
          )}
        </article>
      ))}
      <h2>Attempts to destroy what is held</h2>
      <p className="hint">Shown to the defence with every release that cites what is held.</p>
      <ul>{(attempts.value ?? []).map((one) => <li key={one.leaf}>{plain(one.thing)} <code className="break">{one.of}</code>: {one.by}, <Time at={one.at} />, <code>{one.code}</code>, leaf {one.leaf}</li>)}</ul>
      {asking && <ReasonDialog title={asking === 'ORDER' ? 'Order a destruction' : 'Place a hold'} question="Why, and who asks for it?" verb={asking === 'ORDER' ? 'Order' : 'Hold'} danger={asking === 'ORDER'} busy={deed.busy} fault={deed.fault} onClose={() => { deed.clear(); setAsking(null); }} onSay={say} />}
      {lifting && <ReasonDialog title="Ask to lift a hold" question="Why need it not be kept any longer?" verb="Ask" busy={deed.busy} fault={deed.fault} onClose={() => { deed.clear(); setLifting(null); }}
        onSay={(reasons) => void deed.run(() => w.api.askLiftHold(lifting, reasons), () => { setLifting(null); reload(); })} />}
    </>
  );
}
