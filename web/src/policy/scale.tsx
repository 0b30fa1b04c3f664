import { useState } from 'react';
import type { LawChangeView, LawSummary, Scale } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { FaultPanel, Field } from '../parts/pieces';
import { SCALES, scaleTitle } from '../parts/scales';
import { ScaleWords } from '../parts/scalewords';
import { proposalOf, withScale } from './state';

/** The agency's scale of estimative words: which one holds, and the way to another, which is that of every change of the law. */
export function ScaleOfTheHouse({ pack, pending, onDone }: { pack: LawSummary; pending: LawChangeView[]; onDone: () => void }) {
  const w = useWorkspace();
  const chosen = useLoad(`chosen scale ${pack.digest}`, () => w.api.chosenScale());
  const text = useLoad(`law ${pack.kind} ${pack.digest}`, () => w.api.lawText(pack.kind, pack.digest));
  const [scale, setScale] = useState<Scale | null>(null);
  const [reasons, setReasons] = useState('');
  const deed = useDeed();
  const mayPropose = w.actor.roles.some((role) => role === 'ADMINISTRATOR' || role === 'AUTHORISING_OFFICER');
  const now = chosen.value?.scale;
  const underWay = pending.some((one) => one.kind === 'PACK');
  const files = text.value && scale !== null && scale !== now ? withScale(text.value, scale) : null;
  const form = text.value && files ? proposalOf(text.value, files, reasons.trim()) : null;
  const unlike = scale !== null && scale !== now && text.value !== null && text.value !== undefined && files === null;
  return (
    <section className="card" aria-label="Words of likelihood" data-testid="house-scale">
      <h2>Words of likelihood</h2>
      <FaultPanel fault={chosen.fault ?? text.fault} onRetry={() => { chosen.reload(); text.reload(); }} />
      {now && (
        <>
          <p data-testid="house-scale-now">{now === 'NONE' ? 'No scale is chosen: whoever writes a finding chooses one.' : `New findings begin with the ${scaleTitle(now)}. Whoever writes may take the other; a finding keeps the one it was written in.`}</p>
          <ScaleWords of={scale ?? now} />
        </>
      )}
      {underWay && <p>A change of the pack is under way; this choice can be changed once that has ended.</p>}
      {now && mayPropose && !underWay && (
        <form onSubmit={(submit) => { submit.preventDefault(); if (form) void deed.run(() => w.api.proposeLaw(form), () => { setReasons(''); setScale(null); onDone(); }); }}>
          <fieldset>
            <legend>Scale with which new findings begin</legend>
            <div className="choices">
              {SCALES.map((one) => (
                <label key={one.value}><input type="radio" name="house-scale" checked={(scale ?? now) === one.value} onChange={() => setScale(one.value)} data-testid={`house-scale-${one.value}`} />{one.value === 'NONE' ? 'None: whoever writes chooses' : one.title}</label>
              ))}
            </div>
          </fieldset>
          {scale !== null && scale !== now && (
            <>
              <p className="hint">It is a change of the pack: an authorising officer and an overseer approve, neither of them you; then overseers have notice and the delay runs.</p>
              {unlike && <p className="warn-text">The pack’s text is laid out in its own way: propose the change in the text below.</p>}
              <Field label="Reasons" hint="They are signed, and stand in the history." wide>
                {(ids) => <textarea {...ids} rows={2} maxLength={4000} value={reasons} onChange={(change) => setReasons(change.target.value)} data-testid="house-scale-reasons" />}
              </Field>
              <FaultPanel fault={deed.fault} />
              <button type="submit" className="button primary" disabled={deed.busy || !form || reasons.trim().length < 10} data-testid="house-scale-propose">Sign and propose</button>
            </>
          )}
        </form>
      )}
    </section>
  );
}
