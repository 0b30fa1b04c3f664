/* The small pieces every page is made of. */
import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { faultWords } from './load';
import { useLooks } from './looks';
import { TermMark } from './term';
import { localWords, plain, shortDigest, timeWords } from './words';

/** Says what went wrong, what to do, and the code to quote. */
export function FaultPanel({ fault, onRetry }: { fault: unknown; onRetry?: () => void }) {
  if (fault === null || fault === undefined) return null;
  const { what, cure, code, place, value, said } = faultWords(fault);
  return (
    <div className="fault" role="alert" data-testid="fault">
      {said && <p className="fault-what">{said}</p>}
      <div lang={said ? 'en' : undefined}>
        <p className={said ? undefined : 'fault-what'}>{what}</p>
        {cure && <p className="fault-cure">{cure}</p>}
      </div>
      <p className="fault-code">
        <code>{code}</code>
        {place && <> at <span className="break">{place}</span></>}
        {value && <> · <span className="break">{value}</span></>}
      </p>
      {onRetry && (
        <button type="button" className="button small" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** Nothing here yet, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <div className="empty-next">{children}</div>}
    </div>
  );
}

/** A saying that keeps a word from being misread; it stands beside the word. */
export function Beside({ of }: { of: 'subject' | 'grade' | 'measure' }) {
  const said = { subject: 'Subject is not guilt.', grade: 'Grade is not probability.', measure: 'Measure is not suspicion.' };
  return <span className="beside">{said[of]}</span>;
}

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'wait';

export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

const TONES: Record<string, Tone> = {
  ACTIVE: 'good', ACTIVE_URGENT: 'warn', APPROVED: 'good', SIGNED: 'good', DONE: 'good',
  SUBMITTED: 'wait', OVERSIGHT_PENDING: 'wait', IN_REVIEW: 'wait', RENEWAL_PENDING: 'wait', RUNNING: 'wait',
  RETURNED: 'warn', SUSPENDED: 'warn', EXPIRED: 'warn', LAPSED: 'warn', CLOSING: 'warn',
  REFUSED: 'bad', QUASHED: 'bad', CANCELLED: 'bad', WITHDRAWN: 'bad', FAILED: 'bad',
};

/** A state in words; its colour only repeats what the word says. */
export function StateTag({ state }: { state: string }) {
  return <Tag tone={TONES[state] ?? 'plain'}>{plain(state)}</Tag>;
}

/** A digest: its beginning in sight, the whole on request and in the clipboard. */
export function DigestText({ hex, whole = false }: { hex: string; whole?: boolean }) {
  const [copied, setCopied] = useState(false);
  return (
    <span className="digest">
      <code title={hex} className={whole ? 'break' : undefined}>{whole ? hex : shortDigest(hex)}</code>
      <button
        type="button"
        className="quiet"
        aria-label={`Copy digest ${shortDigest(hex)}`}
        onClick={() => void navigator.clipboard?.writeText(hex).then(() => setCopied(true))}
      >
        {copied ? 'copied' : 'copy'}
      </button>
    </span>
  );
}

/** A time as text that machines can read too; local time beside it for whoever asked for that. */
export function Time({ at }: { at: string | null }) {
  const { times } = useLooks();
  if (!at) return <span className="time undated">no date</span>;
  const here = times === 'both' ? localWords(at) : null;
  return <time dateTime={at} className="time">{timeWords(at)}{here && <span className="muted"> ({here})</span>}</time>;
}

/** Waiting, said to everybody. */
export function Waiting({ what }: { what: string }) {
  return (
    <p className="waiting" role="status">
      <span className="spinner" aria-hidden="true" /> {what}
    </p>
  );
}

/** A label, its control, its hint and what is wrong with it, tied together. */
export function Field(props: {
  label: string;
  hint?: ReactNode;
  problem?: string | null | undefined;
  wide?: boolean;
  children: (ids: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }) => ReactNode;
}) {
  const id = useId();
  const described = [props.hint ? `${id}-h` : '', props.problem ? `${id}-p` : ''].filter(Boolean).join(' ');
  return (
    <div className={`field${props.wide ? ' wide' : ''}`}>
      <div className="field-head"><label htmlFor={id}>{props.label}</label><TermMark of={props.label} /></div>
      {props.hint && <p className="hint" id={`${id}-h`}>{props.hint}</p>}
      {props.children({ id, 'aria-describedby': described || undefined, 'aria-invalid': Boolean(props.problem) })}
      {props.problem && <p className="problem" id={`${id}-p`}>{props.problem}</p>}
    </div>
  );
}

/** A modal dialog; the browser keeps the focus inside and gives it back. */
export function Dialog(props: { title: string; onClose: () => void; children: ReactNode; wide?: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before it is taken out of the page: only a dialog that is closed in it gives the focus back to where it was. And what is to be focused first can be only once it shows.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={props.wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(cancel) => {
        cancel.preventDefault();
        props.onClose();
      }}
    >
      <header className="dialog-head">
        <h2 id={id}>{props.title}</h2>
        <button type="button" className="quiet" aria-label="Close" onClick={props.onClose}>✕</button>
      </header>
      {props.children}
    </dialog>
  );
}

/** Asks for the reasons of a deed; the deed cannot be done without them. */
export function ReasonDialog(props: {
  title: string;
  question: string;
  verb: string;
  minimum?: number;
  start?: string;
  /** The words it starts with are a machine's: they must be changed into the person's own. */
  own?: boolean;
  danger?: boolean;
  wide?: boolean;
  busy: boolean;
  fault: unknown;
  children?: ReactNode;
  onClose: () => void;
  onSay: (reasons: string) => void;
}) {
  const minimum = props.minimum ?? 10;
  const [text, setText] = useState(props.start ?? '');
  const missing = minimum - text.trim().length;
  const machines = Boolean(props.own) && text.trim() !== '' && text.trim() === (props.start ?? '').trim();
  return (
    <Dialog title={props.title} onClose={props.onClose} wide={props.wide ?? false}>
      <form
        onSubmit={(submit) => {
          submit.preventDefault();
          if (missing <= 0 && !machines) props.onSay(text.trim());
        }}
      >
        {props.children}
        <Field label={props.question} hint={machines ? 'These words are the machine’s: change them into your own, from what you looked at yourself.' : `At least ${minimum} characters; written for the one who checks this later.`}>
          {(ids) => (
            <textarea {...ids} rows={4} maxLength={500} value={text} data-first data-testid="reasons"
              onChange={(change) => setText(change.target.value)} />
          )}
        </Field>
        <FaultPanel fault={props.fault} />
        <div className="buttons">
          <button type="submit" className={props.danger ? 'button danger' : 'button primary'} disabled={missing > 0 || machines || props.busy}
            data-testid="say-reasons">
            {props.busy ? 'Working…' : props.verb}
          </button>
          <button type="button" className="button" onClick={props.onClose}>Cancel</button>
        </div>
      </form>
    </Dialog>
  );
}

/** A bar for work that is under way; without a total it only says that it moves. */
export function Bar({ done, total, label }: { done: number; total: number; label: string }) {
  return total > 0 ? (
    <progress className="bar" max={total} value={Math.min(done, total)} aria-label={label} />
  ) : (
    <progress className="bar" aria-label={label} />
  );
}

/** A page's head: what it is, a line about it, and what can be done. */
export function PageHead({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-head">
      <div>
        <div className="page-title">
          <h1 tabIndex={-1}>{title}</h1>
          <TermMark of={title} />
        </div>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {children && <div className="buttons">{children}</div>}
    </header>
  );
}

/** Names and values, two columns. */
export function Facts({ of }: { of: [string, ReactNode][] }) {
  return (
    <dl className="facts">
      {of.map(([name, value]) => (
        <div key={name}>
          <dt>{name}<TermMark of={name} /></dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
