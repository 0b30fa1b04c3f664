import { useState } from 'react';
import type { ActProof, ActView } from '../api/contract';
import { word } from '../language/say';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Dialog, DigestText, Empty, Facts, FaultPanel, PageHead, Tag, Time, Waiting } from '../parts/pieces';
import { Table } from '../parts/table';
import { countOf, countWords } from '../parts/words';
import { browserSha256, checkProof, entryWords } from './proof';
import { actorOf, actWords, detailWords, PAGE, toneOf } from './state';

/** The ledger's state, and the acts in it: of this case under its permit, of all cases for the overseer. */
export function ActsPage({ all }: { all: boolean }) {
  const w = useWorkspace();
  const [before, setBefore] = useState<number[]>([]);
  const ledger = useLoad('ledger', () => w.api.ledger());
  const overseer = w.actor.roles.includes('OVERSEER');
  const sees = !all || overseer;
  const from = before.at(-1) ?? null;
  const acts = useLoad(sees ? `acts ${all} ${w.caseId} ${from}` : null, () => w.api.acts(all ? null : w.caseId, from, PAGE));
  const oldest = acts.value?.at(-1)?.leaf;
  const [proof, setProof] = useState<{ of: ActProof; verdict: 'holds' | 'broken' | 'cannot' } | null>(null);
  const deed = useDeed();
  const show = (leaf: number) =>
    void deed.run(async () => {
      const of = await w.api.proof(leaf);
      return { of, verdict: globalThis.crypto?.subtle ? await checkProof(of, browserSha256) : 'cannot' as const };
    }, setProof);
  const known = w.cases.flatMap((one) => one.authorities);
  const authorityWords = (id: string | null) => {
    const authority = known.find((one) => one.id === id);
    return authority ? `${authority.number} v${authority.version}` : id ? id.slice(0, 8) : '–';
  };
  const it = ledger.value;
  return (
    <>
      <PageHead title={all ? 'Ledger' : 'Acts'} lead="Every step is written before the work and closed after it. Nothing here can be changed or taken out; an outside witness signs what the ledger was." />
      <FaultPanel fault={ledger.fault} onRetry={ledger.reload} />
      {!it && !ledger.fault && <Waiting what="Fetching the checkpoint…" />}
      {it && (
        <section className="card" aria-label="Checkpoint">
          <h2>Checkpoint</h2>
          <Facts of={[
            ['Ledger', it.origin],
            ['Size', countOf(it.size, 'entry', 'entries')],
            ['Root', <DigestText key="r" hex={it.root} whole />],
            ['Cosigned by', it.cosignedBy.length > 0 ? it.cosignedBy.map((one) => <Tag key={one} tone="good">{one}</Tag>) : <Tag key="n" tone="warn">nobody yet</Tag>],
            ['Checked', <Time key="t" at={it.checkedAt} />],
          ]} />
          <details><summary>The signed note</summary><pre className="bytes" tabIndex={0} role="region" aria-label="The signed note">{it.checkpoint}</pre></details>
        </section>
      )}
      {!sees && <Empty title="The acts of all cases are for the overseer.">Open a case of yours to see its acts.</Empty>}
      <FaultPanel fault={acts.fault ?? deed.fault} onRetry={acts.reload} />
      {sees && acts.value && (
        <>
          <Table<ActView>
            caption={all ? 'Acts of all cases' : 'Acts of this case'}
            testId="acts"
            rows={acts.value}
            rowKey={(one) => String(one.leaf)}
            pageSize={PAGE}
            empty={<Empty title="No act is written here." />}
            columns={[
              { name: 'leaf', title: 'Leaf', cell: (one) => countWords(one.leaf), by: (one) => one.leaf, className: 'number', downFirst: true },
              { name: 'at', title: 'When', cell: (one) => <Time at={one.at} />, by: (one) => one.at, downFirst: true },
              { name: 'what', title: 'What', cell: (one) => <Tag tone={toneOf(one)}>{actWords(one)}</Tag>, by: actWords },
              { name: 'kind', title: 'Entry', cell: (one) => word(one.kind), by: (one) => one.kind },
              { name: 'actor', title: 'Who', cell: (one) => actorOf(one, acts.value ?? []), by: (one) => actorOf(one, acts.value ?? []) },
              ...(all ? [{ name: 'case', title: 'Case', cell: (one: ActView) => w.cases.find((c) => c.id === one.caseId)?.number ?? one.caseId?.slice(0, 8) ?? '–', by: (one: ActView) => one.caseId }] : []),
              { name: 'authority', title: 'Authority', cell: (one) => authorityWords(one.authority), by: (one) => authorityWords(one.authority) },
              { name: 'detail', title: 'Detail', cell: (one) => <span className="break small muted">{detailWords(one.detail)}</span> },
              { name: 'proof', title: <span className="unseen">Proof</span>, cell: (one) => <button type="button" className="button small" disabled={deed.busy} onClick={() => show(one.leaf)} data-testid="show-proof">Proof</button> },
            ]}
          />
          <div className="buttons more">
            <button type="button" className="button small" disabled={before.length === 0} onClick={() => setBefore(before.slice(0, -1))}>Newer acts</button>
            <button type="button" className="button small" disabled={acts.value.length < PAGE || oldest === undefined} onClick={() => oldest !== undefined && setBefore([...before, oldest])}>Older acts</button>
          </div>
        </>
      )}
      {proof && (
        <Dialog title={`Proof that leaf ${countWords(proof.of.index)} is in the ledger`} wide onClose={() => setProof(null)}>
          <p data-testid="proof-verdict">
            {proof.verdict === 'holds' && <Tag tone="good">✓ worked out in this browser: the entry leads to the root</Tag>}
            {proof.verdict === 'broken' && <Tag tone="bad">the entry does not lead to the root</Tag>}
            {proof.verdict === 'cannot' && <Tag tone="warn">cannot be worked out here; use sextant-verify</Tag>}
          </p>
          <Facts of={[
            ['Index', countWords(proof.of.index)],
            ['Tree', countOf(proof.of.size, 'entry', 'entries')],
            ['Root', <DigestText key="r" hex={proof.of.root} whole />],
            ['Path', <ol key="p" className="path">{proof.of.proof.map((step) => <li key={step}><code className="break">{step}</code></li>)}</ol>],
          ]} />
          <h3>Entry</h3>
          <pre className="bytes" tabIndex={0} role="region" aria-label="Entry">{entryWords(proof.of.entry)}</pre>
          <h3>Checkpoint</h3>
          <pre className="bytes" tabIndex={0} role="region" aria-label="Checkpoint">{proof.of.checkpoint}</pre>
        </Dialog>
      )}
    </>
  );
}
