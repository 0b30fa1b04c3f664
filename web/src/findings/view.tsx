import { useState } from 'react';
import type { FindingView, SupportView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useShown } from '../frame/following';
import { useDeed, useLoad } from '../parts/load';
import { Beside, DigestText, Empty, Facts, FaultPanel, PageHead, ReasonDialog, StateTag, Tag, Time, Waiting } from '../parts/pieces';
import { Table } from '../parts/table';
import { scaleTitle } from '../parts/scales';
import { countOf, plain } from '../parts/words';
import { gradeWords, type Scheme } from './grade';
import { Holders } from './holders';
import { MatrixView } from './matrix';
import { RemarkList } from './remarks';
import { SubmitDialog } from './publish';
import { deedsFor, TYPES } from './state';
import { MeetsAnother } from './threeway-view';

/** The findings of the case. */
export function FindingsPage() {
  const w = useWorkspace();
  const loaded = useLoad(`findings ${w.permit?.id}`, () => w.api.findings());
  useShown(loaded.reload);
  return (
    <>
      <PageHead title="Findings" lead="A claim with what supports it, what speaks against it, how it was reached and how far it can be relied on. A second person reviews it before it is signed.">
        <a className="button primary" href={w.href('finding-new')} data-testid="new-finding">
          Write a finding{w.basket.length > 0 ? ` from ${countOf(w.basket.length, 'record')} in the basket` : ''}
        </a>
      </PageHead>
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      {!loaded.value && !loaded.fault && <Waiting what="Fetching the findings…" />}
      {loaded.value && (
        <Table<FindingView>
          caption="Findings"
          testId="findings"
          rows={loaded.value}
          rowKey={(one) => one.id}
          start={{ column: 'number', down: true }}
          onOpen={(one) => w.go('finding', { id: one.id })}
          empty={<Empty title="There is no finding yet."><p>Open <a href={w.href('records')}>records</a> and use them as support; then write the claim.</p></Empty>}
          columns={[
            { name: 'number', title: 'Number', cell: (one) => <a href={w.href('finding', { id: one.id })}>F-{one.number}</a>, by: (one) => one.number, downFirst: true },
            { name: 'title', title: 'Claim', cell: (one) => <strong>{one.claim.title}</strong>, by: (one) => one.claim.title },
            { name: 'type', title: 'Type', cell: (one) => plain(one.claim.type), by: (one) => one.claim.type },
            { name: 'grade', title: <>Grade <Beside of="grade" /></>, cell: (one) => <><code>{one.claim.gradeCode}</code> <span className="muted small">{one.gradeWords}</span></> },
            { name: 'supports', title: 'For / against', cell: (one) => `${one.supports.length} / ${one.counterSupports.length}` },
            { name: 'author', title: 'Author', cell: (one) => one.author, by: (one) => one.author },
            { name: 'reviewer', title: 'Reviewer', cell: (one) => one.reviewer ?? '–', by: (one) => one.reviewer },
            { name: 'state', title: 'State', cell: (one) => <StateTag state={one.state} />, by: (one) => one.state },
          ]}
        />
      )}
    </>
  );
}

type Asked = 'accept' | 'return' | 'correct' | 'withdraw';

const ASKED: Record<Asked, { verb: string; question: string }> = {
  accept: { verb: 'Accept', question: 'What did you check, and why does it hold?' },
  return: { verb: 'Return', question: 'What must change?' },
  correct: { verb: 'Correct', question: 'What was wrong? Whoever received it is told when the correction is signed.' },
  withdraw: { verb: 'Withdraw', question: 'Why does it no longer stand? Whoever received it is called back on the page Disclosure.' },
};

/** One finding to be read, reviewed and signed. */
export function FindingPage({ id }: { id: string }) {
  const w = useWorkspace();
  const loaded = useLoad(`finding ${id} ${w.permit?.id}`, () => w.api.finding(id));
  useShown(loaded.reload);
  const [submitting, setSubmitting] = useState(false);
  const [asking, setAsking] = useState<Asked | null>(null);
  const deed = useDeed();
  const it = loaded.value;
  if (!it) return loaded.fault ? <FaultPanel fault={loaded.fault} onRetry={loaded.reload} /> : <Waiting what="Fetching the finding…" />;
  const deeds = deedsFor(it);
  const after = () => { setAsking(null); loaded.reload(); };
  const run = (what: () => Promise<FindingView>) => void deed.run(what, after);
  return (
    <article className="finding">
      <PageHead title={<>F-{it.number} {it.claim.title} <StateTag state={it.state} /></>} lead={`By ${it.author}${it.reviewer ? `, reviewed by ${it.reviewer}` : ', not reviewed yet'}`}>
        {deeds.includes('amend') && <a className="button" href={w.href('finding-edit', { id })} data-testid="amend-finding">Amend</a>}
        {deeds.includes('submit') && <button type="button" className="button primary" disabled={deed.busy} onClick={() => setSubmitting(true)} data-testid="submit-finding">Submit for review…</button>}
        {(['accept', 'return', 'correct', 'withdraw'] as const).filter((one) => deeds.includes(one)).map((one) => (
          <button key={one} type="button" className={`button ${one === 'accept' ? 'primary' : one === 'withdraw' ? 'danger' : ''}`}
            onClick={() => { deed.clear(); setAsking(one); }} data-testid={`finding-${one}`}>{ASKED[one].verb}</button>
        ))}
        {deeds.includes('sign') && <button type="button" className="button primary" disabled={deed.busy} onClick={() => run(() => w.api.signFinding(id))} data-testid="sign-finding">Sign</button>}
        {it.state === 'SIGNED' && <a className="button" href={w.href('disclosure', { params: { finding: id } })}>Release it</a>}
      </PageHead>
      {asking === null && <FaultPanel fault={deed.fault} />}
      {it.warnings.length > 0 && (
        <section className="card warnings" aria-label="Warnings">
          <h2>To be looked at</h2>
          <RemarkList remarks={it.remarks} />
        </section>
      )}
      {it.corrects && (
        <p className="card" data-testid="corrects">{`Version ${it.version}. It corrects `}<a href={w.href('finding', { id: it.corrects.finding })}>{`F-${it.corrects.number}`}</a>{`: ${it.corrects.reason}`}</p>
      )}
      {it.corrects && deeds.includes('amend') && <MeetsAnother of={it} onDone={loaded.reload} />}
      {it.correctedBecause && <p className="card warnings" data-testid="corrected"><strong>No longer the house’s word.</strong> {it.correctedBecause} <Successor of={it.id} /></p>}
      {it.withdrawnBecause && <p className="card warnings"><strong>Withdrawn.</strong> {it.withdrawnBecause}</p>}
      {it.corrects && deeds.includes('sign') && <Holders of={it.corrects.finding} number={it.corrects.number} ahead />}
      {(it.state === 'CORRECTED' || it.state === 'WITHDRAWN') && <Holders of={it.id} number={it.number} />}
      {it.reviewReasons && <p className="card"><strong>{it.state === 'RETURNED' ? 'Returned' : 'Reviewed'} by {it.reviewer}:</strong> {it.reviewReasons}</p>}
      <section className="card claim">
        <p className="claim-text">{it.claim.text}</p>
        <Facts of={[
          ['Type', TYPES.find((one) => one.value === it.claim.type)?.label ?? it.claim.type],
          ['Grade', <span key="g"><code>{it.claim.gradeCode}</code> {it.gradeWords || gradeWords(it.claim.gradeScheme as Scheme, it.claim.gradeCode)} <Beside of="grade" /></span>],
          ['Method', it.claim.method],
          ...(it.claim.scale && it.claim.scale !== 'NONE' ? [['Words of likelihood', <ScaleOf key="l" of={it} />] as [string, React.ReactNode]] : []),
          ...(it.claim.snapshot ? [['Snapshot', <a key="s" href={w.href('snapshot', { id: it.claim.snapshot })}>the frozen network</a>] as [string, React.ReactNode]] : []),
        ]} />
      </section>
      <Supports title="What supports it" label={`S-${it.number}`} list={it.supports} none="Nothing yet." />
      <Supports title="What speaks against it" label={`C-${it.number}`} list={it.counterSupports} none={it.claim.noCounterSupport || 'Nothing written yet.'} />
      <section className="card">
        <h2>Other explanations considered</h2>
        {it.claim.alternatives.length === 0 ? <p className="muted">{it.claim.matrix ? 'They are the hypotheses below.' : 'None named.'}</p> : <ul>{it.claim.alternatives.map((one) => <li key={one}>{one}</li>)}</ul>}
      </section>
      {it.claim.matrix && <MatrixView matrix={it.claim.matrix} labelOf={(record) => supportLabel(it, record)} />}
      {it.supports.length > 0 && <Origins of={it} />}
      <section className="card">
        <h2>Signatures</h2>
        {it.signatures.length === 0 ? <p className="muted">Nobody has signed yet. A finding is signed by its author after another person has accepted it.</p>
          : <ul>{it.signatures.map((one) => <li key={one.name + one.role}><strong>{one.name}</strong> as {plain(one.role).toLowerCase()}</li>)}</ul>}
        <p>Digest of the claim <DigestText hex={it.digest} whole /></p>
      </section>
      {submitting && deeds.includes('submit') && <SubmitDialog finding={it} onClose={() => setSubmitting(false)} onDone={() => { setSubmitting(false); after(); }} />}
      {asking && (
        <ReasonDialog title={`${ASKED[asking].verb} the finding`} verb={ASKED[asking].verb} question={ASKED[asking].question} danger={asking === 'withdraw'}
          busy={deed.busy} fault={deed.fault} onClose={() => setAsking(null)}
          onSay={(reasons) => (asking === 'correct' ? void deed.run(() => w.api.correctFinding(id, reasons), (made) => w.go('finding-edit', { id: made.id })) : run(() => asking === 'withdraw' ? w.api.withdrawFinding(id, reasons) : w.api.reviewFinding(id, asking === 'accept' ? 'ACCEPT' : 'RETURN', reasons, it.digest)))} />
      )}
    </article>
  );
}

/** The scale it is written in, beside the agency's where that is another one by now. */
function ScaleOf({ of: it }: { of: FindingView }) {
  const w = useWorkspace();
  const chosen = useLoad('chosen scale', () => w.api.chosenScale());
  const own = it.claim.scale ?? 'NONE';
  const other = chosen.value && chosen.value.scale !== 'NONE' && chosen.value.scale !== own;
  return <>{scaleTitle(own)} {other && <span className="muted small" data-testid="scale-kept">{`It keeps the scale it was written in; new findings begin with the ${scaleTitle(chosen.value?.scale ?? 'NONE')}.`}</span>}</>;
}

function supportLabel(it: FindingView, record: string): string {
  const place = (list: SupportView[]) => list.findIndex((one) => one.record === record);
  const at = place(it.supports);
  return at >= 0 ? `S-${it.number}.${at + 1}` : `C-${it.number}.${place(it.counterSupports) + 1}`;
}

/** The finding that took this one's place. */
function Successor({ of }: { of: string }) {
  const w = useWorkspace();
  const all = useLoad(`findings ${w.permit?.id}`, () => w.api.findings());
  const next = all.value?.find((one) => one.corrects?.finding === of && (one.state === 'SIGNED' || one.state === 'CORRECTED'));
  return next ? <a href={w.href('finding', { id: next.id })}>{`Read F-${next.number}`}</a> : null;
}

/** How many independent origins speak for it: only they corroborate. */
function Origins({ of: it }: { of: FindingView }) {
  const w = useWorkspace();
  const loaded = useLoad(`origins ${it.id} ${it.digest}`, () => w.api.findingOrigins(it.id));
  if (!loaded.value) return loaded.fault ? <FaultPanel fault={loaded.fault} onRetry={loaded.reload} /> : null;
  return (
    <section className="card" data-testid="origins">
      <h2>Independent origins <span className="muted">{loaded.value.independent}</span></h2>
      <p>{`Records in its support: ${loaded.value.records}. Independent origins: ${loaded.value.independent}. Copies, one person’s accounts and what one pair of hands brought count once.`}</p>
      <ul>
        {loaded.value.origins.map((origin) => (
          <li key={origin.records[0]}>{origin.records.map((record) => supportLabel(it, record)).join(', ')}{origin.why.length > 0 && <span className="muted">: {origin.why.join('; ')}</span>}{origin.tip && <> <Tag tone="warn">tip</Tag></>}</li>
        ))}
      </ul>
    </section>
  );
}

export function Supports({ title, label, list, none }: { title: string; label: string; list: SupportView[]; none: string }) {
  const w = useWorkspace();
  return (
    <section className="card">
      <h2>{title} {list.length > 0 && <span className="muted">{list.length}</span>}</h2>
      {list.length === 0 && <p className="muted">{none}</p>}
      <ol className="supports">
        {list.map((one, number) => (
          <li key={one.record}>
            <p><strong>{label}.{number + 1}</strong></p>
            <blockquote className="words">{one.excerpt}</blockquote>
            {one.beside.map((note, at) => (
              <div key={at} className="note" data-testid="finding-beside">
                <p className="note-head"><Tag tone="wait">{note.kind === 'TRANSLATION' ? 'Translation' : 'Note'}</Tag> <span className="muted small">{note.line}</span></p>
                <div className="note-pair">
                  {note.original && <blockquote className="beside-words" dir="auto"><span className="muted small">Of these words</span><br />{note.original}</blockquote>}
                  <blockquote className="beside-words written" dir="auto" lang={note.language || undefined}>{note.text}</blockquote>
                </div>
              </div>
            ))}
            <p className="muted">
              <Tag>{one.exhibit}</Tag> {one.author ?? 'nobody named'} · <Time at={one.time} /> · <a href={w.href('records', { params: { record: one.record } })}>open the record</a>
              {' '}· <code className="break small">{one.locator}</code>
            </p>
            {one.note && <p>{one.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
