/* Shows what publishing a finding changes, before it is published; and what another window changed meanwhile. */
import { useState } from 'react';
import type { ClaimDraft, FindingView } from '../api/contract';
import { ApiFault } from '../api/client';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Dialog, FaultPanel, Waiting } from '../parts/pieces';
import { claimChanges, type Citing, type ClaimChange } from './change';

/** The words of records that any of these findings cites. */
export function citingOf(...findings: (FindingView | null | undefined)[]): Citing {
  const known = new Map<string, string>();
  for (const one of findings) for (const support of [...(one?.supports ?? []), ...(one?.counterSupports ?? [])]) known.set(support.record, `${support.exhibit}: ${support.excerpt.slice(0, 80)}`);
  return (record) => known.get(record) ?? `record ${record.slice(0, 12)}`;
}

export const overtaken = (fault: unknown): boolean => fault instanceof ApiFault && fault.body.code === 'SX-FIND-OVERTAKEN';

/** Submits a finding, which the team sees from then on, once what changes was looked at. */
export function SubmitDialog({ finding, onClose, onDone }: { finding: FindingView; onClose: () => void; onDone: (finding: FindingView) => void }) {
  const w = useWorkspace();
  const deed = useDeed();
  const [draft, setDraft] = useState(finding);
  const published = useLoad(`published ${finding.id} ${finding.digest}`, () => w.api.publishedFinding(finding.id));
  const before = published.value?.finding ?? null;
  const submit = () => void deed.run(async () => {
    try {
      return await w.api.submitFinding(draft.id, draft.digest);
    } catch (fault) {
      if (overtaken(fault)) setDraft(await w.api.finding(draft.id));
      throw fault;
    }
  }, onDone);
  return (
    <Dialog title={`Submit F-${draft.number} for review`} onClose={onClose} wide>
      <FaultPanel fault={published.fault} onRetry={published.reload} />
      {!published.value && !published.fault && <Waiting what="Fetching what the team sees now…" />}
      {published.value && (
        <div data-testid="submit-changes">
          <h3>{before ? 'What will change against what the team saw last' : 'What the team will see: until now this was yours alone'}</h3>
          <ClaimChanges of={claimChanges(before?.claim ?? null, draft.claim, citingOf(before, draft))} />
          <p className="hint">It is frozen, the team sees it, and another person reviews it. Submitting is an act under your authority.</p>
          {draft.digest !== finding.digest && <p className="warn-text">It was changed in another window since you opened this; shown is how it stands now.</p>}
          <FaultPanel fault={deed.fault} />
          <div className="buttons">
            <button type="button" className="button primary" disabled={deed.busy} onClick={submit} data-testid="submit-now">{deed.busy ? 'Submitting…' : 'Submit'}</button>
            <button type="button" className="button" onClick={onClose}>Cancel</button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

/** Another window of one's own changed the same draft: both changes, and which shall stand. */
export function OvertakenDialog(props: { began: FindingView; mine: ClaimDraft; onClose: () => void; onKeep: (now: FindingView) => void; onTake: (now: FindingView) => void }) {
  const w = useWorkspace();
  const now = useLoad(`now ${props.began.id}`, () => w.api.finding(props.began.id));
  const citing = citingOf(props.began, now.value);
  return (
    <Dialog title="This draft was changed in another window" onClose={props.onClose} wide>
      <FaultPanel fault={now.fault} onRetry={now.reload} />
      {!now.value && !now.fault && <Waiting what="Fetching how it stands now…" />}
      {now.value && (
        <div data-testid="overtaken">
          <div className="pair">
            <div className="account"><h3>What the other window changed</h3><ClaimChanges of={claimChanges(props.began.claim, now.value.claim, citing)} /></div>
            <div className="account"><h3>What you changed here</h3><ClaimChanges of={claimChanges(props.began.claim, props.mine, citing)} /></div>
          </div>
          <div className="buttons">
            <button type="button" className="button" onClick={() => { if (now.value) props.onKeep(now.value); }} data-testid="overtaken-keep">Keep what is here, over the other</button>
            <button type="button" className="button" onClick={() => { if (now.value) props.onTake(now.value); }}>Take the other, and drop what is here</button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

export function ClaimChanges({ of }: { of: ClaimChange[] }) {
  if (of.length === 0) return <p className="muted">Nothing.</p>;
  return (
    <dl className="claim-changes">
      {of.map((one) => (
        <div key={one.field}>
          <dt>{one.field}</dt>
          <dd>{one.pieces.map((piece, at) => (piece.kind === 'gone' ? <del key={at}>{piece.text}</del> : piece.kind === 'come' ? <ins key={at}>{piece.text}</ins> : <span key={at}>{piece.text}</span>))}</dd>
        </div>
      ))}
    </dl>
  );
}
