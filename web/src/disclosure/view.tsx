import { useState } from 'react';
import type { DisclosureView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Beside, DigestText, Empty, FaultPanel, Field, PageHead, Tag, Time, Waiting } from '../parts/pieces';
import { Table } from '../parts/table';
import { bytesWords } from '../parts/words';
import { EMPTY_RELEASE, releasable, releaseProblem, toggled, trimmed } from './state';

/** The only way out: signed findings, to a named recipient, as a bundle that anybody can verify offline. */
export function DisclosurePage({ params }: { params: Record<string, string> }) {
  const w = useWorkspace();
  const released = useLoad(`disclosures ${w.permit?.id}`, () => w.api.disclosures());
  const findings = useLoad(`findings ${w.permit?.id}`, () => w.api.findings());
  const [form, setForm] = useState(() => (params.finding ? toggled(EMPTY_RELEASE, params.finding, true) : EMPTY_RELEASE));
  const deed = useDeed();
  const saving = useDeed();
  const signed = releasable(findings.value ?? []);
  const problem = releaseProblem(form);
  const number = (id: string) => {
    const finding = (findings.value ?? []).find((one) => one.id === id);
    return finding ? `F-${finding.number}` : id.slice(0, 8);
  };
  const recipient = (name: keyof typeof form.recipient, label: string, hint: string) => (
    <Field label={label} hint={hint}>
      {(ids) => <input {...ids} maxLength={400} value={form.recipient[name]} data-testid={`recipient-${name}`}
        onChange={(change) => setForm({ ...form, recipient: { ...form.recipient, [name]: change.target.value } })} />}
    </Field>
  );
  const download = (what: 'bundle' | 'report', one: DisclosureView) =>
    void saving.run(async () => {
      const { blob, name } = await (what === 'bundle' ? w.api.bundle(one.id) : w.api.report(one.id));
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    });
  return (
    <>
      <PageHead title="Disclosure" lead="The only way out of the case. What was released, to whom, when and why stays in the register." />
      <section className="card" aria-label="Release findings">
        <h2>Release findings</h2>
        <FaultPanel fault={findings.fault} onRetry={findings.reload} />
        {findings.value && signed.length === 0 ? (
          <Empty title="No finding is signed yet."><a href={w.href('findings')}>Findings</a> are released after a second person has reviewed them and they are signed.</Empty>
        ) : (
          <form onSubmit={(submit) => {
            submit.preventDefault();
            void deed.run(() => w.api.release(trimmed(form)), () => { setForm(EMPTY_RELEASE); released.reload(); });
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
              <Field label="Title of the report" hint="Stands on its first page." wide>{(ids) => <input {...ids} maxLength={160} value={form.title} onChange={(change) => setForm({ ...form, title: change.target.value })} data-testid="release-title" />}</Field>
              {recipient('name', 'Recipient', 'A person, not an office.')}
              {recipient('organisation', 'Organisation', 'Court, prosecution service, partner agency.')}
              {recipient('need', 'Need', 'Why they need to know this.')}
              {recipient('agreement', 'Agreement', 'The order, rule or agreement that binds them.')}
            </div>
            <FaultPanel fault={deed.fault} />
            <div className="buttons">
              <button type="submit" className="button primary" disabled={deed.busy || problem !== null} data-testid="release">{deed.busy ? 'Releasing…' : 'Release'}</button>
              {problem && <span className="muted">{problem}</span>}
            </div>
            {deed.busy && <Waiting what="Writing the report, gathering proofs, sealing the bundle…" />}
          </form>
        )}
      </section>
      <h2>Register</h2>
      <FaultPanel fault={released.fault ?? saving.fault} onRetry={released.reload} />
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
            { name: 'title', title: 'Title', cell: (one) => <><strong>{one.title}</strong> <div className="muted small">{one.findings.map(number).join(', ')}</div></>, by: (one) => one.title },
            { name: 'to', title: 'To', cell: (one) => <>{one.recipient.name}, {one.recipient.organisation}<div className="muted small">{one.recipient.need} · {one.recipient.agreement}</div></>, by: (one) => one.recipient.organisation },
            { name: 'sha', title: 'SHA-256 of the bundle', cell: (one) => <DigestText hex={one.sha256} /> },
            { name: 'bytes', title: 'Size', cell: (one) => bytesWords(one.bytes), by: (one) => one.bytes, className: 'number' },
            { name: 'ok', title: 'Verified', cell: (one) => <Tag tone={one.verified ? 'good' : 'bad'}>{one.verified ? '✓ verified' : 'not verified'}</Tag>, by: (one) => String(one.verified) },
            { name: 'get', title: <span className="unseen">Download</span>, cell: (one) => (
              <span className="buttons">
                <button type="button" className="button small" disabled={saving.busy} onClick={() => download('bundle', one)} data-testid="download-bundle">Bundle</button>
                <button type="button" className="button small" disabled={saving.busy} onClick={() => download('report', one)} data-testid="download-report">Report</button>
              </span>
            ) },
          ]}
        />
      )}
      <p className="hint">Anybody can check a bundle without this server: <code>sextant-verify bundle.zip</code></p>
    </>
  );
}
