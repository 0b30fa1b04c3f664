/* Shows what publishing a finding changes, before it is published; and what another window changed meanwhile. */
import { useMemo, useState } from 'react';
import type { ClaimDraft, FindingView } from '../api/contract';
import { ApiFault } from '../api/client';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Dialog, FaultPanel, Waiting } from '../parts/pieces';
import { plain } from '../parts/words';
import { citingOf, claimChanges, type ClaimChange } from './change';
import { ThreeWay } from './threeway-view';

const said = (fault: unknown, code: string): boolean => fault instanceof ApiFault && fault.body.code === code;

/** Somebody changed it since, or it is frozen by now. */
export const overtaken = (fault: unknown): boolean => said(fault, 'SX-FIND-OVERTAKEN') || said(fault, 'SX-FIND-PATH');

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
      if (said(fault, 'SX-FIND-OVERTAKEN')) setDraft(await w.api.finding(draft.id));
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
          {said(deed.fault, 'SX-FIND-CORRECTING') && <p><button type="button" className="button" onClick={() => { onClose(); w.go('finding', { id: draft.id }); }} data-testid="submit-meets">Compare both, field by field</button></p>}
          <div className="buttons">
            <button type="button" className="button primary" disabled={deed.busy} onClick={submit} data-testid="submit-now">{deed.busy ? 'Submitting…' : 'Submit'}</button>
            <button type="button" className="button" onClick={onClose}>Cancel</button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

/**
 * Another window of one's own changed the same draft: field by field what it was, what is here and what is there, and which shall stand. Nothing is
 * saved here: what is chosen comes back to the editor.
 */
export function OvertakenDialog(props: { began: FindingView; mine: ClaimDraft; onClose: () => void; onChosen: (claim: ClaimDraft, now: FindingView) => void; onLeave: (now: FindingView) => void }) {
  const w = useWorkspace();
  const loaded = useLoad(`now ${props.began.id}`, () => w.api.finding(props.began.id));
  const now = loaded.value;
  const citing = useMemo(() => citingOf(props.began, now), [props.began, now]);
  const frozen = now !== null && now !== undefined && now.state !== 'DRAFT' && now.state !== 'RETURNED';
  return (
    <Dialog title="This draft was changed in another window" onClose={props.onClose} wide>
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      {!now && !loaded.fault && <Waiting what="Fetching how it stands now…" />}
      {now && (
        <div data-testid="overtaken">
          {frozen && <p className="warn-text">{`It is frozen by now: ${plain(now.state)}. What you choose becomes a draft of its own.`}</p>}
          <ThreeWay was={props.began.claim} mine={props.mine} theirs={now.claim} whose={{ mine: 'What is here', theirs: 'The other window' }} citing={citing} busy={false}
            verb={frozen ? 'Go on with it as a draft of its own' : 'Go on writing with what is chosen'} onChosen={(claim) => props.onChosen(claim, now)} onClose={props.onClose} />
          <p><button type="button" className="quiet" onClick={() => props.onLeave(now)}>Take the other, and drop what is here</button></p>
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
