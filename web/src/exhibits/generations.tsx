import { useState } from 'react';
import type { ReadReportView, RecordChange } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useLoad } from '../parts/load';
import { FaultPanel, Tag, Time, Waiting } from '../parts/pieces';
import { Table } from '../parts/table';
import { countWords, plain } from '../parts/words';
import { changeKey, diffWords, pagesOf, pairOf, sumOf, toneOf, valueOf } from './state';

const PAGE = 50; // changes asked for at a time; the server gives at most 500.

/** The readings of an exhibit, and what one says otherwise than another. */
export function Generations({ exhibit, latest }: { exhibit: string; latest: number }) {
  const w = useWorkspace();
  const loaded = useLoad(`generations ${exhibit} ${latest}`, () => w.api.generations(exhibit));
  const all = loaded.value ?? [];
  return (
    <section className="card" aria-label="Generations" data-testid="generations">
      <h2>Generations</h2>
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      <Table<ReadReportView>
        caption="Readings of this exhibit"
        rows={all}
        rowKey={(one) => String(one.generation)}
        columns={[
          { name: 'generation', title: 'Generation', cell: (one) => countWords(one.generation), by: (one) => one.generation, className: 'number' },
          { name: 'reader', title: 'Reader', cell: (one) => <code>{one.reader}</code>, by: (one) => one.reader },
          { name: 'at', title: 'Read', cell: (one) => <Time at={one.at} />, by: (one) => one.at },
          { name: 'items', title: 'Items', cell: (one) => countWords(one.counts.items), by: (one) => one.counts.items, className: 'number' },
          ...sumOf(EMPTY).parts.map((part, at) => ({
            name: part.name,
            title: part.name,
            cell: (one: ReadReportView) => countWords(sumOf(one.counts).parts[at]?.count ?? 0),
            by: (one: ReadReportView) => sumOf(one.counts).parts[at]?.count ?? 0,
            className: 'number',
          })),
        ]}
      />
      {all.length < 2
        ? <p className="muted">This is the only reading. A newer reader makes a further one beside it; the earlier stays.</p>
        : <Compare key={latest} exhibit={exhibit} all={all} />}
    </section>
  );
}

const EMPTY = { items: 0, read: 0, sealed: 0, faults: 0, unknown: 0, ignored: 0, balanced: true, byKind: {}, sealedBy: {} };

function Compare({ exhibit, all }: { exhibit: string; all: readonly ReadReportView[] }) {
  const w = useWorkspace();
  const [pair, setPair] = useState(() => pairOf(all.map((one) => one.generation)));
  const [from, setFrom] = useState(0);
  const { older, newer } = pair;
  const loaded = useLoad(
    older < newer ? `diff ${exhibit} ${older} ${newer} ${from}` : null,
    () => w.api.compareGenerations(exhibit, older, newer, from, PAGE),
  );
  const choose = (part: Partial<typeof pair>) => { setFrom(0); setPair({ ...pair, ...part }); };
  const diff = loaded.value;
  const pages = diff ? pagesOf(diff, PAGE) : null;
  return (
    <>
      <div className="buttons">
        <Chosen label="Compare generation" all={all} value={older} onChoose={(one) => choose({ older: one })} testId="generation-older" />
        <Chosen label="with generation" all={all} value={newer} onChoose={(one) => choose({ newer: one })} testId="generation-newer" />
      </div>
      {older >= newer && <p className="muted">Choose an earlier generation and a later one.</p>}
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      {loaded.state === 'loading' && older < newer && <Waiting what="Comparing…" />}
      {diff && older < newer && (
        <>
          <p data-testid="generation-diff">{diffWords(diff)}</p>
          {diff.changes.length > 0 && (
            <Table<RecordChange>
              caption="What became of records"
              testId="generation-changes"
              rows={diff.changes}
              rowKey={changeKey}
              pageSize={PAGE}
              columns={[
                { name: 'what', title: 'What', cell: (one) => <Tag tone={toneOf(one.what)}>{plain(one.what)}</Tag>, by: (one) => one.what },
                { name: 'kind', title: 'Record', cell: (one) => <ChangedRecord of={one} /> },
                { name: 'place', title: 'Where', cell: (one) => <code className="break">{one.place}</code>, by: (one) => one.place },
                { name: 'fields', title: 'Fields', cell: (one) => <ChangedFields of={one} /> },
              ]}
            />
          )}
          {pages && pages.last > 0 && (
            <div className="buttons">
              <button type="button" className="button" disabled={pages.at === 0} onClick={() => setFrom(from - PAGE)}>Earlier changes</button>
              <span className="muted">{countWords(pages.at + 1)} of {countWords(pages.last + 1)}</span>
              <button type="button" className="button" disabled={pages.at >= pages.last} onClick={() => setFrom(from + PAGE)} data-testid="generation-more">Further changes</button>
            </div>
          )}
        </>
      )}
    </>
  );
}

function Chosen(props: { label: string; all: readonly ReadReportView[]; value: number; onChoose: (one: number) => void; testId: string }) {
  return (
    <label className="line">
      {props.label}
      <select value={props.value} onChange={(change) => props.onChoose(Number(change.target.value))} data-testid={props.testId}>
        {props.all.map((one) => <option key={one.generation} value={one.generation}>{one.generation} by {one.reader}</option>)}
      </select>
    </label>
  );
}

/* A record that only an earlier reading has can be opened all the same: a finding may rest on it. */
function ChangedRecord({ of }: { of: RecordChange }) {
  const w = useWorkspace();
  const record = of.after ?? of.before;
  return (
    <>
      {record ? <a href={w.href('records', { params: { record } })}>{plain(of.kind)}</a> : plain(of.kind)}
      {of.words && <p className="muted break">{of.words.slice(0, 200)}</p>}
    </>
  );
}

function ChangedFields({ of }: { of: RecordChange }) {
  if (of.fields.length === 0) return <span className="muted">all of it</span>;
  return (
    <ul className="plain">
      {of.fields.map((field) => (
        <li key={field.field} className="break"><code>{field.field}</code>: {valueOf(field.before)} → {valueOf(field.after)}</li>
      ))}
    </ul>
  );
}
