import { useState } from 'react';
import type { LawChangeView, LawLagView, LawSummary, LawTextView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad, useNow } from '../parts/load';
import { DigestText, Empty, Facts, FaultPanel, Field, PageHead, Tag, Time, Waiting } from '../parts/pieces';
import { plain } from '../parts/words';
import { ScaleOfTheHouse } from './scale';
import { changedLines, compared, proposalOf, waitWords } from './state';

/** The law of the house: what is in force, in words that a person can read; its history; changes and what they wait for. */
export function PolicyPage() {
  const w = useWorkspace();
  const law = useLoad('law', () => w.api.law());
  const history = useLoad('law history', () => w.api.lawHistory());
  const reload = () => { law.reload(); history.reload(); };
  const it = law.value;
  return (
    <>
      <PageHead title="Law of the house" lead="What is allowed here, by whom and under which circumstances. A forbid beats every permit; what no policy permits is refused. Every act names these two digests." />
      <FaultPanel fault={law.fault ?? history.fault} onRetry={reload} />
      {!it && !law.fault && <Waiting what="Fetching the law…" />}
      {it && (
        <>
          <section className="card" aria-label="In force">
            <h2>In force</h2>
            <Facts of={[
              ['Policies', <Brief key="p" of={it.policy} />],
              ['Pack', <Brief key="k" of={it.pack} />],
              ['Judged by', it.engine === 'CEDAR' ? 'Cedar' : <Tag key="e" tone="warn">the reference model: Cedar cannot be loaded here</Tag>],
              ['What the program can do', <DigestText key="c" hex={it.capabilities} />],
            ]} />
          </section>
          {it.lags.map((one) => <Lag key={one.kind} of={one} proposed={it.pending.some((change) => change.kind === one.kind)} onDone={reload} />)}
          {it.pending.length > 0 && (
            <section aria-label="Changes under way" data-testid="pending">
              <h2>Changes under way</h2>
              {it.pending.map((one) => <Change key={one.id} of={one} onDone={reload} />)}
            </section>
          )}
          <ScaleOfTheHouse pack={it.pack} pending={it.pending} onDone={reload} />
          <Text of={it.policy} onDone={reload} />
          <Text of={it.pack} onDone={reload} />
        </>
      )}
      <h2>History</h2>
      {history.value?.filter((one) => one.state !== 'PROPOSED' && one.state !== 'NOTICED').map((one) => <Change key={one.id} of={one} onDone={reload} />)}
    </>
  );
}

/** A law that an older program left here: what it lacks, and the way to take up what ships now. */
function Lag({ of, proposed, onDone }: { of: LawLagView; proposed: boolean; onDone: () => void }) {
  const w = useWorkspace();
  const [reasons, setReasons] = useState('');
  const deed = useDeed();
  const mayPropose = w.actor.roles.some((role) => role === 'ADMINISTRATOR' || role === 'AUTHORISING_OFFICER');
  const title = of.kind === 'POLICY' ? 'The policies in force are older than this program' : 'The pack in force is older than this program';
  return (
    <section className="card" aria-label={title} data-testid={`behind-${of.kind}`}>
      <h2>{title}</h2>
      <p>Version {of.inForce} is in force, the program ships version {of.shipped}. What needs one of these is refused until others have approved the newer text:</p>
      <ul>{of.missing.map((one) => <li key={one}><code>{one}</code></li>)}</ul>
      {of.own.length > 0 && <p className="warn-text">The text in force holds words of this house’s own, so the shipped one is not proposed in its place. Put what is missing into your own text below: {of.own.join(', ')}</p>}
      {proposed && <p>A change of it is under way.</p>}
      {!mayPropose && !proposed && <p>An administrator or an authorising officer proposes it.</p>}
      {mayPropose && !proposed && of.own.length === 0 && (
        <form onSubmit={(submit) => { submit.preventDefault(); void deed.run(() => w.api.updateLaw(of.kind, reasons.trim()), onDone); }}>
          <Field label="Reasons" hint="They are signed, and stand in the history." wide>
            {(ids) => <textarea {...ids} rows={2} maxLength={4000} value={reasons} onChange={(change) => setReasons(change.target.value)} data-testid={`update-reasons-${of.kind}`} />}
          </Field>
          <FaultPanel fault={deed.fault} />
          <button type="submit" className="button primary" disabled={deed.busy || reasons.trim().length < 10} data-testid={`update-${of.kind}`}>Sign and propose the shipped text</button>
        </form>
      )}
    </section>
  );
}

function Brief({ of }: { of: LawSummary }) {
  return <>{of.name} version {of.version} <DigestText hex={of.digest} whole /></>;
}

/** One law: its policies in sentences, its texts, and the way to propose other texts. */
function Text({ of, onDone }: { of: LawSummary; onDone: () => void }) {
  const w = useWorkspace();
  const text = useLoad(`law ${of.kind} ${of.digest}`, () => w.api.lawText(of.kind, of.digest));
  const [editing, setEditing] = useState(false);
  const mayPropose = w.actor.roles.some((role) => role === 'ADMINISTRATOR' || role === 'AUTHORISING_OFFICER');
  const title = of.kind === 'POLICY' ? 'Policies' : 'Jurisdiction pack';
  const it = text.value;
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <FaultPanel fault={text.fault} onRetry={text.reload} />
      {it && Object.keys(it.sentences).length > 0 && (
        <dl data-testid="policies">
          {Object.entries(it.sentences).map(([name, says]) => (
            <div key={name} className="line"><dt><code>{name}</code></dt><dd>{says}</dd></div>
          ))}
        </dl>
      )}
      {it && !editing && Object.entries(it.files).map(([file, body]) => (
        <details key={file}><summary>{file}</summary><pre className="bytes" tabIndex={0} role="region" aria-label={file}>{body}</pre></details>
      ))}
      {it && mayPropose && !editing && <button type="button" className="button" onClick={() => setEditing(true)} data-testid={`change-${of.kind}`}>Propose a change</button>}
      {it && editing && <Proposal of={it} onClose={() => setEditing(false)} onDone={onDone} />}
    </section>
  );
}

function Proposal({ of, onClose, onDone }: { of: LawTextView; onClose: () => void; onDone: () => void }) {
  const w = useWorkspace();
  const [files, setFiles] = useState<Record<string, string>>(of.files);
  const [reasons, setReasons] = useState('');
  const deed = useDeed();
  const form = proposalOf(of, files, reasons.trim());
  return (
    <form onSubmit={(submit) => {
      submit.preventDefault();
      if (form) void deed.run(() => w.api.proposeLaw(form), () => { onClose(); onDone(); });
    }}>
      <p>An authorising officer and an overseer must approve, neither of them you; then overseers have notice and the delay runs. What is proved only to add forbids on steps is in force at once.</p>
      {Object.entries(files).map(([file, body]) => (
        <Field key={file} label={file} wide>
          {(ids) => <textarea {...ids} rows={12} className="bytes" spellCheck={false} value={body} onChange={(change) => setFiles({ ...files, [file]: change.target.value })} />}
        </Field>
      ))}
      <Field label="Reasons" hint="They are signed, and stand in the history." wide>
        {(ids) => <textarea {...ids} rows={3} maxLength={4000} value={reasons} onChange={(change) => setReasons(change.target.value)} data-testid="law-reasons" />}
      </Field>
      <FaultPanel fault={deed.fault} />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={deed.busy || !form || reasons.trim().length < 10} data-testid="law-propose">Sign and propose</button>
        <button type="button" className="button" onClick={onClose}>Leave it</button>
      </div>
    </form>
  );
}

/** A change with what it says, who decided, and what is left to do. */
function Change({ of, onDone }: { of: LawChangeView; onDone: () => void }) {
  const w = useWorkspace();
  const now = useNow(60_000);
  const open = of.state === 'PROPOSED' || of.state === 'NOTICED';
  const officer = w.actor.roles.includes('AUTHORISING_OFFICER');
  const overseer = w.actor.roles.includes('OVERSEER');
  return (
    <article className="card" data-testid="law-change">
      <h3>{plain(of.kind)}: {of.name} version {of.version} <Tag tone={of.state === 'FORCED' ? 'good' : open ? 'wait' : 'warn'}>{of.state === 'FORCED' ? 'Took effect' : plain(of.state)}</Tag></h3>
      <p>{waitWords(of, now)}</p>
      <Facts of={[
        ['Old', of.before ? <DigestText key="o" hex={of.before} whole /> : 'none: the first of this house'],
        ['New', <DigestText key="n" hex={of.after} whole />],
        ['Proposed', <span key="p"><Time at={of.proposedAt} /> {of.proposer ?? 'by the program'}: {of.reasons}</span>],
        ...of.signatures.map((one): [string, React.ReactNode] => [`${plain(one.decision)} by ${plain(one.role).toLowerCase()}`, <span key={one.role}><Time at={one.at} /> {one.actor}: {one.reasons}</span>]),
        ...(of.dueAt ? [['May come into force', <Time key="d" at={of.dueAt} />] as [string, React.ReactNode]] : []),
        ...(of.endedAt ? [['Ended', <Time key="e" at={of.endedAt} />] as [string, React.ReactNode]] : []),
      ]} />
      {of.before && <Difference of={of} before={of.before} />}
      {of.mine && <DecisionForm of={of} outside={overseer} onDone={onDone} />}
      {open && (officer || overseer || of.proposer === w.actor.name) && <StopForm of={of} onDone={onDone} />}
    </article>
  );
}

function Difference({ of, before }: { of: LawChangeView; before: string }) {
  const w = useWorkspace();
  const [shown, setShown] = useState(false);
  const texts = useLoad(shown ? `law difference ${of.id}` : null, () => Promise.all([w.api.lawText(of.kind, before), w.api.lawText(of.kind, of.after)]));
  const names = texts.value ? [...new Set(texts.value.flatMap((one) => Object.keys(one.files)))] : [];
  return (
    <details onToggle={(toggle) => setShown(toggle.currentTarget.open)}>
      <summary>What changes</summary>
      <FaultPanel fault={texts.fault} onRetry={texts.reload} />
      {texts.value && names.map((name) => {
        const lines = changedLines(compared(texts.value?.[0]?.files[name] ?? '', texts.value?.[1]?.files[name] ?? ''));
        return lines.length === 0 ? null : (
          <div key={name}>
            <h4>{name}</h4>
            <pre className="bytes" tabIndex={0} role="region" aria-label={`Changes in ${name}`} data-testid="law-difference">{lines.map((one) => `${one.sign} ${one.text}`).join('\n')}</pre>
          </div>
        );
      })}
    </details>
  );
}

/** Approves or refuses. An overseer signs where his key is: he is given the exact text and hands in the signed note. */
function DecisionForm({ of, outside, onDone }: { of: LawChangeView; outside: boolean; onDone: () => void }) {
  const w = useWorkspace();
  const [reasons, setReasons] = useState('');
  const [decision, setDecision] = useState<'APPROVED' | 'REFUSED'>('APPROVED');
  const [text, setText] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const deed = useDeed();
  const why = reasons.trim();
  const said = { decision, reasons: why };
  return (
    <form onSubmit={(submit) => {
      submit.preventDefault();
      void deed.run(() => w.api.decideLaw(of.id, { ...said, note: outside ? note : null }), onDone);
    }}>
      <fieldset>
        <legend>Your decision</legend>
        {(['APPROVED', 'REFUSED'] as const).map((one) => (
          <label key={one} className="line">
            <input type="radio" name={`decision-${of.id}`} checked={decision === one} onChange={() => { setDecision(one); setText(null); }} /> {one === 'APPROVED' ? 'Approve' : 'Refuse'}
          </label>
        ))}
        <Field label="Reasons" wide>
          {(ids) => <textarea {...ids} rows={3} maxLength={4000} value={reasons} onChange={(change) => { setReasons(change.target.value); setText(null); }} data-testid="law-why" />}
        </Field>
        {outside && (
          <>
            <button type="button" className="button" disabled={deed.busy || why.length < 10} onClick={() => void deed.run(() => w.api.lawNote(of.id, { ...said, note: null }), (given) => setText(given.text))}>Show the text to sign</button>
            {text && (
              <>
                <pre className="bytes" tabIndex={0} role="region" aria-label="Text to sign">{text}</pre>
                <Field label="Signed note" hint="Sign this text where your key is, with sextant-verify key sign, and paste the result." wide>
                  {(ids) => <textarea {...ids} rows={4} spellCheck={false} value={note} onChange={(change) => setNote(change.target.value)} data-testid="law-note" />}
                </Field>
              </>
            )}
          </>
        )}
        <FaultPanel fault={deed.fault} />
        <button type="submit" className="button primary" disabled={deed.busy || why.length < 10 || (outside && (!text || note.trim() === ''))} data-testid="law-decide">
          {outside ? 'Hand in the note' : 'Sign'}
        </button>
      </fieldset>
    </form>
  );
}

function StopForm({ of, onDone }: { of: LawChangeView; onDone: () => void }) {
  const w = useWorkspace();
  const [reasons, setReasons] = useState('');
  const deed = useDeed();
  return (
    <details>
      <summary>Stop this change</summary>
      <form onSubmit={(submit) => { submit.preventDefault(); void deed.run(() => w.api.stopLaw(of.id, reasons.trim()), onDone); }}>
        <Field label="Reasons" wide>{(ids) => <input {...ids} maxLength={4000} value={reasons} onChange={(change) => setReasons(change.target.value)} />}</Field>
        <FaultPanel fault={deed.fault} />
        <button type="submit" className="button danger" disabled={deed.busy || reasons.trim().length < 10} data-testid="law-stop">Stop it</button>
      </form>
      {of.state === 'NOTICED' && <Empty title="Until it is in force, one word stops it." />}
    </details>
  );
}
