import { useEffect, useMemo, useState } from 'react';
import type { DisclosureView, ReleasePreview } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { word } from '../language/say';
import { useDeed, useLoad } from '../parts/load';
import { Beside, DigestText, Empty, FaultPanel, Field, PageHead, Tag, Time, Waiting } from '../parts/pieces';
import { Table } from '../parts/table';
import { bytesWords } from '../parts/words';
import { saved } from '../parts/saving';
import { Timestamps } from './timestamps';
import { Redactions } from './marking';
import { RecallCell } from './recall';
import { choosable } from './redaction';
import { isPicture, namedIn } from './shape';
import { PreviewDialog, ShapeFields } from './fields';
import { coded, EMPTY_RELEASE, HANDLING, pruned, receiving, releasable, releaseProblem, sent, toggled, toRecipient } from './state';

/** The only way out: signed findings, to a named recipient, as a bundle that anybody can verify offline. */
export function DisclosurePage({ params }: { params: Record<string, string> }) {
  const w = useWorkspace();
  const released = useLoad(`disclosures ${w.permit?.id}`, () => w.api.disclosures());
  const findings = useLoad(`findings ${w.permit?.id}`, () => w.api.findings());
  const [form, setForm] = useState(() => (params.finding ? toggled(EMPTY_RELEASE, params.finding, true) : EMPTY_RELEASE));
  const register = useLoad('recipients', () => w.api.recipients());
  const stamps = useLoad(`timestamps ${w.permit?.id}`, () => w.api.timestamps());
  const recalls = useLoad(`recalls ${w.permit?.id}`, () => w.api.calledBack());
  const templates = useLoad('templates', () => w.api.templates());
  const exhibits = useLoad(`exhibits ${w.permit?.id}`, () => w.api.exhibits());
  const entities = useLoad(`entities ${w.permit?.id}`, () => w.api.entities());
  // Pictures that the records of the chosen findings carry within their exhibits, as far as they would leave with them.
  const carried = useLoad(form.findings.length === 0 ? null : `carried ${[...form.findings].sort().join()} ${form.template ?? ''} ${form.withhold ?? false}`, () => w.api.goingPictures(form));
  const none = form.findings.length === 0;
  const pictures = useMemo(() => choosable(exhibits.value ?? [], none ? [] : carried.value ?? [], isPicture), [exhibits.value, carried.value, none]);
  // What is chosen is dropped only once it is known what can be chosen.
  const known = exhibits.state === 'ready' && (none || carried.state === 'ready');
  useEffect(() => {
    if (known) setForm((before) => pruned(before, pictures));
  }, [known, pictures]);
  const [preview, setPreview] = useState<ReleasePreview | null>(null);
  const previewing = useDeed();
  const [mark, setMark] = useState('');
  const [traced, setTraced] = useState<DisclosureView | null>(null);
  const deed = useDeed();
  const saving = useDeed();
  const tracing = useDeed();
  const open = receiving(register.value ?? []);
  const recalled = (id: string) => (recalls.value ?? []).find((one) => one.disclosure.id === id);
  const signed = releasable(findings.value ?? []);
  const problem = releaseProblem(form) ?? ((form.pictures ?? []).length > 0 && !known ? 'It is being looked up which pictures the findings carry.' : null);
  const number = (id: string) => {
    const finding = (findings.value ?? []).find((one) => one.id === id);
    return finding ? `F-${finding.number}` : id.slice(0, 8);
  };
  const download = (what: 'bundle' | 'report' | 'bag' | 'portable', one: DisclosureView) =>
    void saving.run(async () => saved(await w.api[what](one.id)));
  return (
    <>
      <PageHead title="Disclosure" lead="The only way out of the case. What was released, to whom, when and why stays in the register." />
      <section className="card" aria-label="Release findings">
        <h2>Release findings</h2>
        <FaultPanel fault={findings.fault} onRetry={findings.reload} />
        <FaultPanel fault={carried.fault} onRetry={carried.reload} />
        {findings.value && signed.length === 0 ? (
          <Empty title="No finding is signed yet."><a href={w.href('findings')}>Findings</a> are released after a second person has reviewed them and they are signed.</Empty>
        ) : (
          <form onSubmit={(submit) => {
            submit.preventDefault();
            void deed.run(() => w.api.release(sent(form, pictures)), () => { setForm(EMPTY_RELEASE); released.reload(); recalls.reload(); });
          }}>
            <fieldset>
              <legend>Signed findings <Beside of="grade" /></legend>
              {signed.map((one) => (
                <label key={one.id} className="line">
                  <input type="checkbox" checked={form.findings.includes(one.id)} onChange={(change) => setForm(toggled(form, one.id, change.target.checked))} data-testid="choose-finding" />
                  F-{one.number} {one.claim.title} <code>{one.claim.gradeCode}</code>
                </label>
              ))}
            </fieldset>
            <div className="grid">
              <Field label="Recipient of the register" hint="An authorising officer registers recipients and their agreements." wide>
                {(ids) => <select {...ids} data-testid="choose-recipient" value={open.find((one) => one.name === form.recipient.name && one.agreement.reference === form.recipient.agreement)?.id ?? ''}
                  onChange={(change) => setForm(toRecipient(form, open.find((one) => one.id === change.target.value)))}>
                  <option value="">Choose…</option>
                  {open.map((one) => <option key={one.id} value={one.id}>{one.name}, {one.agreement.organisation} ({one.agreement.reference})</option>)}
                </select>}
              </Field>
              <Field label="Title of the report" hint="Stands on its first page." wide>{(ids) => <input {...ids} maxLength={160} value={form.title} onChange={(change) => setForm({ ...form, title: change.target.value })} data-testid="release-title" />}</Field>
              <Field label="Need" hint="Why they need to know this." wide>
                {(ids) => <input {...ids} maxLength={400} value={form.recipient.need} data-testid="recipient-need"
                  onChange={(change) => setForm({ ...form, recipient: { ...form.recipient, need: change.target.value } })} />}
              </Field>
            </div>
            <ShapeFields form={form} onForm={setForm} templates={templates.value ?? []} pictures={pictures} named={namedIn(form, signed, entities.value ?? [])} />
            <fieldset>
              <legend>Handling</legend>
              <p className="hint">Joined with the authority’s: the most restrictive of each scheme binds, and stands on every page.</p>
              {HANDLING.map(([code, says]) => (
                <label key={code} className="line">
                  <input type="checkbox" checked={(form.handling ?? []).includes(code)} onChange={(change) => setForm(coded(form, code, change.target.checked))} />
                  <code>{code}</code> {says}
                </label>
              ))}
            </fieldset>
            <div className="grid">
              <Field label="Condition" hint="What C or H3 stands for.">{(ids) => <input {...ids} maxLength={500} value={form.condition ?? ''} onChange={(change) => setForm({ ...form, condition: change.target.value })} />}</Field>
              <Field label="Provider’s permission" hint="By its reference, for H1 and H2.">{(ids) => <input {...ids} maxLength={300} value={form.permission ?? ''} onChange={(change) => setForm({ ...form, permission: change.target.value })} />}</Field>
            </div>
            <FaultPanel fault={deed.fault ?? previewing.fault} />
            <div className="buttons">
              <button type="button" className="button" disabled={previewing.busy || problem !== null} data-testid="preview" onClick={() => void previewing.run(() => w.api.previewRelease(sent(form, pictures)), setPreview)}>{previewing.busy ? 'Printing…' : 'Preview'}</button>
              <button type="submit" className="button primary" disabled={deed.busy || problem !== null} data-testid="release">{deed.busy ? 'Releasing…' : 'Release'}</button>
              {problem && <span className="muted">{problem}</span>}
            </div>
            {deed.busy && <Waiting what="Writing the report, gathering proofs, sealing the bundle…" />}
          </form>
        )}
      </section>
      {signed.length > 0 && <Redactions findings={signed} exhibits={exhibits.value ?? []} carried={none ? [] : carried.value ?? []} known={known} onChange={() => { setPreview(null); carried.reload(); }} />}
      {preview && <PreviewDialog preview={preview} onClose={() => setPreview(null)} />}
      <h2>Register</h2>
      <FaultPanel fault={released.fault ?? recalls.fault ?? saving.fault} onRetry={() => { released.reload(); recalls.reload(); }} />
      {released.value && (
        <Table<DisclosureView>
          caption="Register of disclosures"
          testId="disclosures"
          rows={released.value}
          rowKey={(one) => one.id}
          start={{ column: 'at', down: true }}
          empty={<Empty title="Nothing has been released." />}
          columns={[
            { name: 'at', title: 'Released', cell: (one) => <><Time at={one.at} /> <span className="muted">{one.by}</span></>, by: (one) => one.at, downFirst: true },
            { name: 'title', title: 'Title', cell: (one) => <><strong>{one.title}</strong> <div className="muted small">{one.findings.map(number).join(', ')}</div>{one.template !== '' && <div className="muted small">{word(templates.value?.find((t) => t.id === one.template)?.title ?? one.template)}{one.redacted > 0 && <>, <Tag>redacted</Tag></>}</div>}</>, by: (one) => one.title },
            { name: 'to', title: 'To', cell: (one) => <>{one.recipient.name}, {one.recipient.organisation}<div className="muted small">{one.recipient.need} · {one.recipient.agreement}</div></>, by: (one) => one.recipient.organisation },
            { name: 'sha', title: 'SHA-256 of the bundle', cell: (one) => <DigestText hex={one.sha256} /> },
            { name: 'bytes', title: 'Size', cell: (one) => bytesWords(one.bytes), by: (one) => one.bytes, className: 'number' },
            { name: 'ok', title: 'Verified', cell: (one) => <Tag tone={one.verified ? 'good' : 'bad'}>{one.verified ? '✓ verified' : 'not verified'}</Tag>, by: (one) => String(one.verified) },
            { name: 'mark', title: 'Mark, handling', cell: (one) => <><code>{one.mark || 'none'}</code><div className="muted small">{one.handling.join(' ')}</div></>, by: (one) => one.mark },
            {
              name: 'recall', title: 'Recall', by: (one) => String(recalled(one.id)?.notices.length ?? 0),
              cell: (one) => <RecallCell of={one} state={recalled(one.id)} findings={findings.value ?? []} onChange={recalls.reload} />,
            },
            { name: 'get', title: <span className="unseen">Download</span>, cell: (one) => (
              <span className="buttons">
                <button type="button" className="button small" disabled={saving.busy} onClick={() => download('bundle', one)} data-testid="download-bundle">Bundle</button>
                <button type="button" className="button small" disabled={saving.busy} onClick={() => download('report', one)} data-testid="download-report">Report</button>
                <button type="button" className="button small" disabled={saving.busy} onClick={() => download('portable', one)} data-testid="download-portable">Page</button>
                <button type="button" className="button small" disabled={saving.busy} onClick={() => download('bag', one)} data-testid="download-bag">Bag</button>
                <button type="button" className="button small" disabled={saving.busy} data-testid="ask-timestamp"
                  onClick={() => void saving.run(() => w.api.askTimestamp(one.id), () => stamps.reload())}>Ask for a timestamp</button>
              </span>
            ) },
          ]}
        />
      )}
      <Timestamps released={released.value ?? []} stamps={stamps} />
      <section className="card" aria-label="Whose copy is this">
        <h2>Whose copy is this?</h2>
        <form onSubmit={(submit) => { submit.preventDefault(); setTraced(null); void tracing.run(() => w.api.trace(mark.trim()), setTraced); }}>
          <Field label="Mark" hint="Stands at the foot of every page: SXW-….">{(ids) => <input {...ids} maxLength={40} value={mark} onChange={(change) => setMark(change.target.value)} data-testid="mark" />}</Field>
          <FaultPanel fault={tracing.fault} />
          <button type="submit" className="button" disabled={tracing.busy || mark.trim() === ''}>Find</button>
          {traced && <p role="status"><strong>{traced.recipient.name}, {traced.recipient.organisation}</strong>: “{traced.title}”, released <Time at={traced.at} /> under {traced.recipient.agreement}.</p>}
        </form>
      </section>
      <p className="hint">Anybody can check a bundle without this server: <code>java -jar sextant-verify.jar bundle FILE.zip</code></p>
    </>
  );
}
