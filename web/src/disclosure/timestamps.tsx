import { useRef } from 'react';
import type { DisclosureView, StampView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, type Loaded } from '../parts/load';
import { DigestText, Empty, FaultPanel, Tag, Time } from '../parts/pieces';
import { Table } from '../parts/table';
import { saved } from '../parts/saving';

/** Timestamps of what was released, by an outside authority: asked for and brought back as files. */
export function Timestamps({ released, stamps }: { released: DisclosureView[]; stamps: Loaded<StampView[]> & { reload: () => void } }) {
  const w = useWorkspace();
  const deed = useDeed();
  const chooser = useRef<HTMLInputElement>(null);
  const title = (id: string) => released.find((one) => one.id === id)?.title ?? id.slice(0, 8);
  const bring = (disclosure: string, file: File) => void deed.run(() => w.api.bringTimestamp(disclosure, file), () => stamps.reload());
  return (
    <section className="card" aria-label="Timestamps">
      <h2>Timestamps</h2>
      <p className="hint">
        Proof by an outside authority (RFC 3161) that a bundle was there at a moment. This server calls nobody: carry the request to the authority as a
        file, and bring its answer here. What does not hold in every respect is refused.
      </p>
      <FaultPanel fault={stamps.fault} onRetry={stamps.reload} />
      <FaultPanel fault={deed.fault} />
      {stamps.value && (
        <Table<StampView>
          caption="Timestamps asked for"
          testId="timestamps"
          rows={stamps.value}
          rowKey={(one) => one.id}
          start={{ column: 'at', down: true }}
          empty={<Empty title="No timestamp was asked for.">Ask for one beside a disclosure in the register.</Empty>}
          columns={[
            { name: 'at', title: 'Asked', cell: (one) => <><Time at={one.at} /> <span className="muted">{one.by}</span></>, by: (one) => one.at, downFirst: true },
            { name: 'what', title: 'Of', cell: (one) => <>{title(one.disclosure)} <DigestText hex={one.imprint} /></>, by: (one) => title(one.disclosure) },
            { name: 'stamped', title: 'Stamped', cell: (one) => one.answer
              ? <><Tag tone="good">✓ checked</Tag> <Time at={one.answer.stampedAt} /> <span className="muted small">{one.answer.accuracy === '' ? 'accuracy not stated' : `within ${one.answer.accuracy}`}</span></>
              : <Tag tone="warn">waits for its answer</Tag>, by: (one) => one.answer?.stampedAt ?? '' },
            { name: 'signer', title: 'Signer, vouched for by', cell: (one) => one.answer && <>{one.answer.signer}<div className="muted small">{one.answer.anchor}</div></>, by: (one) => one.answer?.signer ?? '' },
            { name: 'get', title: <span className="unseen">Files</span>, cell: (one) => (
              <span className="buttons">
                <button type="button" className="button small" disabled={deed.busy} data-testid="stamp-request"
                  onClick={() => void deed.run(async () => saved(await w.api.timestampRequest(one.id)))}>Request (.tsq)</button>
                {one.answer
                  ? <button type="button" className="button small" disabled={deed.busy} data-testid="stamp-answer"
                      onClick={() => void deed.run(async () => saved(await w.api.timestampAnswer(one.id)))}>Answer (.tsr)</button>
                  : <button type="button" className="button small" disabled={deed.busy} data-testid="stamp-bring"
                      onClick={() => { if (chooser.current) { chooser.current.dataset.disclosure = one.disclosure; chooser.current.click(); } }}>Bring answer…</button>}
              </span>
            ) },
          ]}
        />
      )}
      <input ref={chooser} type="file" accept=".tsr,application/timestamp-reply" hidden aria-label="The authority’s answer" data-testid="stamp-file"
        onChange={(change) => {
          const file = change.target.files?.[0];
          const disclosure = change.target.dataset.disclosure;
          if (file && disclosure) bring(disclosure, file);
          change.target.value = '';
        }} />
    </section>
  );
}
