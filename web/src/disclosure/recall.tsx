/* Calling back what was released: who is to be told, why it no longer stands, and the notice that goes to them. */
import { useState } from 'react';
import type { CalledBackView, DisclosureView, FindingView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed } from '../parts/load';
import { Dialog, DigestText, Facts, ReasonDialog, StateTag, Tag, Time } from '../parts/pieces';
import { saved } from '../parts/saving';
import { fallen, noticeFile, noticeText } from './notice';

/** Where one release stands: to be called back, called back and why, or neither. */
export function RecallCell({ of, state, findings, onChange }: { of: DisclosureView; state: CalledBackView | undefined; findings: readonly FindingView[]; onChange: () => void }) {
  const [open, setOpen] = useState<'ask' | 'notice' | null>(null);
  const close = () => setOpen(null);
  if (!state) return null; // Not known yet: it may have been called back.
  if (state.notices.length > 0) {
    return (
      <>
        <Tag tone="warn">called back</Tag>{' '}
        <button type="button" className="button small" onClick={() => setOpen('notice')} aria-label={`Notice about ${of.title}`} data-testid="recall-notice">Notice…</button>
        {open === 'notice' && <NoticeDialog state={state} onClose={close} />}
      </>
    );
  }
  return (
    <>
      {state.due && <Tag tone="bad">recall due</Tag>}{' '}
      <button type="button" className="button small" onClick={() => setOpen('ask')} data-testid="recall">Call back</button>
      {open === 'ask' && <CallBackDialog of={of} findings={findings} onClose={close} onDone={() => { close(); onChange(); }} />}
    </>
  );
}

function Recipient({ of, label }: { of: DisclosureView; label: string }) {
  return (
    <Facts of={[
      [label, <span key="r"><strong>{of.recipient.name}</strong>, {of.recipient.organisation} <span className="muted">{of.recipient.agreement}</span></span>],
      ['Needed it', of.recipient.need],
      ['What they hold', <span key="w">“{of.title}”, <Time at={of.at} /> <span className="muted">{of.by}</span></span>],
      ['SHA-256 of the bundle', <DigestText key="d" hex={of.sha256} whole />],
      ...(of.mark ? [['Mark', <code key="m">{of.mark}</code>] as [string, React.ReactNode]] : []),
    ]} />
  );
}

/** Says who would be told and what no longer stands, and asks for the reason. */
function CallBackDialog({ of, findings, onClose, onDone }: { of: DisclosureView; findings: readonly FindingView[]; onClose: () => void; onDone: () => void }) {
  const w = useWorkspace();
  const deed = useDeed();
  const gone = fallen(of, findings);
  return (
    <ReasonDialog wide title="Call back" question={`Why must ${of.recipient.name} return or destroy “${of.title}”?`} verb="Call back" danger busy={deed.busy} fault={deed.fault} onClose={onClose}
      onSay={(reasons) => void deed.run(() => w.api.callBack(of.id, reasons), onDone)}>
      <div data-testid="recall-who">
        <Recipient of={of} label="To be told" />
        {gone.length > 0 && (
          <>
            <h3>What no longer stands</h3>
            <ul>{gone.map((one) => <li key={one.id}><a href={w.href('finding', { id: one.id })}>{`F-${one.number} ${one.claim.title}`}</a> <StateTag state={one.state} /> {one.correctedBecause ?? one.withdrawnBecause}</li>)}</ul>
          </>
        )}
        <p className="hint">It is written into the register and the log under your authority and cannot be taken back. The notice to be sent stands there then.</p>
      </div>
    </ReasonDialog>
  );
}

/** Who was told to return or destroy what, why, by whom and when; and the words to send them. */
function NoticeDialog({ state, onClose }: { state: CalledBackView; onClose: () => void }) {
  const of = state.disclosure;
  const text = noticeText(state);
  return (
    <Dialog title="Called back" onClose={onClose} wide>
      <div data-testid="recall-told">
        <Recipient of={of} label="Recipient" />
        <h3>Why</h3>
        <ul className="plain roomy">
          {state.notices.map((one) => <li key={one.id}><Time at={one.at} /> {one.by}: {one.reason} <span className="muted">leaf {one.leaf}</span></li>)}
        </ul>
        <h3>The notice, to be sent to the recipient</h3>
        <pre className="bytes" tabIndex={0} role="region" aria-label="The notice, to be sent to the recipient" data-testid="recall-text">{text}</pre>
        <div className="buttons">
          <button type="button" className="button primary" onClick={() => saved({ blob: new Blob([text], { type: 'text/plain;charset=utf-8' }), name: noticeFile(of) })} data-testid="recall-save">Save as text</button>
          <button type="button" className="button" onClick={onClose}>Close</button>
        </div>
      </div>
    </Dialog>
  );
}
