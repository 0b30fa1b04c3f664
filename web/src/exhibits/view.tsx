import { useEffect, useRef, useState, type DragEvent } from 'react';
import type { CustodyEntry, ExhibitView, JobView, ReadReportView } from '../api/contract';
import { ApiFault } from '../api/client';
import type { Api } from '../api/calls';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Bar, DigestText, Empty, Facts, FaultPanel, Field, PageHead, Tag, Time, Waiting } from '../parts/pieces';
import { Table } from '../parts/table';
import { bytesWords, countOf, countWords, plain } from '../parts/words';
import { MapColumns } from './columns';
import { wasHalted } from './queue';
import { Generations } from './generations';
import { ReaderLook } from './look';
import { QueueView, StopJob, useQueue } from './queued';
import { jobWords, readingWords, sealedWords, sumOf, wayWords, WAYS } from './state';

const POLL = 1000; // ms between looks when the stream of a job breaks.

/** Follows a job to its end: by its stream, and by asking again should the stream break. */
async function follow(api: Api, start: JobView, onJob: (job: JobView) => void, signal: AbortSignal): Promise<JobView> {
  let last = start;
  const take = (job: JobView) => { last = job; onJob(job); };
  onJob(start);
  while (last.state === 'RUNNING' && !signal.aborted) {
    try {
      await api.followJob(last.id, take, signal);
    } catch (fault) {
      if (signal.aborted) break;
      if (fault instanceof ApiFault && fault.status !== 0) throw fault;
      // The stream broke: the job itself goes on, so it is asked again below.
    }
    if (last.state !== 'RUNNING' || signal.aborted) break;
    await new Promise((wake) => setTimeout(wake, POLL));
    take(await api.job(last.id));
  }
  return last;
}

export function ExhibitsPage() {
  const w = useWorkspace();
  const loaded = useLoad(`exhibits ${w.permit?.id}`, () => w.api.exhibits());
  const readers = useLoad('readers', () => w.api.readers());
  const rows = loaded.value ?? [];
  return (
    <>
      <PageHead title="Exhibits" lead="Bytes are sealed first and read after. What lies outside the authority is sealed off before anybody sees it." />
      <SealForm onSealed={loaded.reload} />
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      {loaded.value === null && !loaded.fault && <Waiting what="Fetching the exhibits…" />}
      {loaded.value && (
        <Table<ExhibitView>
          caption="Exhibits of the case"
          testId="exhibits"
          rows={rows}
          rowKey={(one) => one.id}
          onOpen={(one) => w.go('exhibit', { id: one.id })}
          empty={<Empty title="Nothing is sealed yet.">Drop an export above: it becomes exhibit E-1.</Empty>}
          columns={[
            { name: 'number', title: 'Number', cell: (one) => <a href={w.href('exhibit', { id: one.id })}>{one.number}</a>, by: (one) => one.number },
            { name: 'name', title: 'Name', cell: (one) => <span className="break">{one.name}</span>, by: (one) => one.name },
            { name: 'bytes', title: 'Size', cell: (one) => bytesWords(one.bytes), by: (one) => one.bytes, className: 'number', downFirst: true },
            { name: 'how', title: 'Came as', cell: (one) => wayWords(one.how), by: (one) => one.how },
            { name: 'source', title: 'Source', cell: (one) => one.source, by: (one) => one.source },
            { name: 'sealed', title: 'Sealed', cell: (one) => <><Time at={one.sealedAt} /> <span className="muted">{one.sealedBy}</span></>, by: (one) => one.sealedAt },
            { name: 'digest', title: 'SHA-256', cell: (one) => <DigestText hex={one.sha256} /> },
            { name: 'reading', title: 'Reading', cell: (one) => <>{readingWords(one)} {one.reading && !sumOf(one.reading.counts).balanced && <Tag tone="bad">does not add up</Tag>}</> },
          ]}
        />
      )}
      {readers.value && readers.value.length > 0 && (
        <details className="readers">
          <summary>What can be read ({countOf(readers.value.length, 'reader')})</summary>
          <Table
            caption="Readers"
            rows={readers.value}
            rowKey={(one) => one.id}
            columns={[
              { name: 'title', title: 'Reader', cell: (one) => <><strong>{one.title}</strong> <code>{one.id}</code></>, by: (one) => one.title },
              { name: 'covers', title: 'Covers', cell: (one) => one.covers.join('; ') },
              { name: 'gaps', title: 'Known gaps', cell: (one) => one.gaps.join('; ') || 'none known' },
              { name: 'confirmed', title: 'Confirmed by real files', cell: (one) => one.confirmed.join('; ') || 'no' },
            ]}
          />
        </details>
      )}
    </>
  );
}

function SealForm({ onSealed }: { onSealed: () => void }) {
  const w = useWorkspace();
  const [files, setFiles] = useState<File[]>([]);
  const [how, setHow] = useState('USER_EXPORT');
  const [source, setSource] = useState('');
  const [note, setNote] = useState('');
  const [read, setRead] = useState(true);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const queue = useQueue((start, onJob, signal) => follow(w.api, start, onJob, signal), onSealed);
  const drop = (dropped: DragEvent) => {
    dropped.preventDefault();
    setOver(false);
    if (dropped.dataTransfer.files.length > 0) setFiles([...dropped.dataTransfer.files]);
  };
  const seal = () => void queue.seal(files, { how, source: source.trim(), note: note.trim(), read }).then(() => {
    setFiles([]);
    setNote('');
    if (input.current) input.current.value = '';
  });
  return (
    <section className="card" aria-label="Seal an exhibit">
      <h2>Seal an exhibit</h2>
      <form onSubmit={(submit) => { submit.preventDefault(); seal(); }}>
        <div className="seal">
          <div className={over ? 'drop over' : 'drop'} onDragOver={(drag) => { drag.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
            <Field label="Bytes to seal" hint="Drop exports here, or choose them. A zip stays whole; each file is an exhibit of its own, sealed as it is.">
              {(ids) => <input {...ids} ref={input} type="file" multiple onChange={(change) => setFiles([...(change.target.files ?? [])])} data-testid="seal-file" />}
            </Field>
            {files.map((file, at) => <p key={at} className="chosen"><strong className="break">{file.name}</strong> {bytesWords(file.size)}</p>)}
          </div>
          <div>
            <Field label="How it came">
              {(ids) => <select {...ids} value={how} onChange={(change) => setHow(change.target.value)} data-testid="seal-how">
                {WAYS.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
              </select>}
            </Field>
            <Field label="Source" hint="Who or what it came from, with its reference number.">
              {(ids) => <input {...ids} required maxLength={200} value={source} onChange={(change) => setSource(change.target.value)} data-testid="seal-source" />}
            </Field>
          </div>
          <div>
            <Field label="Note" hint="Tool, place, anything a court may ask.">
              {(ids) => <textarea {...ids} rows={3} maxLength={2000} value={note} onChange={(change) => setNote(change.target.value)} data-testid="seal-note" />}
            </Field>
            <label className="line"><input type="checkbox" checked={read} onChange={(change) => setRead(change.target.checked)} data-testid="seal-read" />Read at once</label>
          </div>
        </div>
        <div className="buttons">
          <button type="submit" className="button primary" disabled={files.length === 0 || source.trim() === '' || queue.busy} data-testid="seal">{queue.busy ? 'Working…' : 'Seal'}</button>
          {!queue.busy && files.length > 0 && source.trim() === '' && <span className="muted">Name the source first.</span>}
        </div>
      </form>
      <div aria-live="polite">
        <QueueView entries={queue.entries} busy={queue.busy} began={queue.began} onStop={queue.stop} />
      </div>
    </section>
  );
}

function JobLine({ job }: { job: JobView }) {
  if (job.state === 'FAILED' && job.error) return <FaultPanel fault={new ApiFault(422, job.error)} />;
  return (
    <div data-testid="job" data-state={job.state} className="job">
      {job.state === 'RUNNING' && <Bar done={job.doneUnits} total={job.totalUnits} label={plain(job.kind)} />}
      <p className={job.state === 'DONE' ? 'good-text' : 'muted'}>{jobWords(job)}</p>
    </div>
  );
}

/* A reading that failed is a fault like any other. */
function done(job: JobView): JobView {
  if (job.state === 'FAILED' && job.error) throw new ApiFault(422, job.error);
  return job;
}

function unmapped(fault: unknown): boolean {
  return fault instanceof ApiFault && (fault.body.code === 'SX-READ-UNMAPPED' || fault.body.code === 'SX-READ-UNKNOWN');
}

export function ExhibitPage({ id }: { id: string }) {
  const w = useWorkspace();
  const loaded = useLoad(`exhibit ${id}`, () => w.api.exhibit(id));
  const chain = useLoad(`chain ${id}`, () => w.api.chain(id));
  const [job, setJob] = useState<JobView | null>(null);
  const [mapping, setMapping] = useState(false);
  const [asked, setAsked] = useState(false);
  const deed = useDeed();
  const control = useRef<AbortController | null>(null);
  useEffect(() => () => control.current?.abort(), []);
  const it = loaded.value;
  if (!it) return loaded.fault ? <FaultPanel fault={loaded.fault} onRetry={loaded.reload} /> : <Waiting what="Fetching the exhibit…" />;
  const read = () => {
    control.current = new AbortController();
    const { signal } = control.current;
    void deed.run(async () => done(await follow(w.api, await w.api.read(id), setJob, signal)), () => { loaded.reload(); chain.reload(); });
  };
  const readUnder = (profile: string, zone: string | null) => {
    control.current = new AbortController();
    const { signal } = control.current;
    void deed.run(async () => done(await follow(w.api, await w.api.readMapped(id, profile, zone), setJob, signal)), () => { setMapping(false); loaded.reload(); chain.reload(); });
  };
  return (
    <>
      <PageHead title={`${it.number} ${it.name}`} lead={`${bytesWords(it.bytes)} · ${wayWords(it.how)} · ${it.source}`}>
        {it.reading && <a className="button" href={w.href('records', { params: { exhibit: it.id } })} data-testid="exhibit-records">Its records</a>}
        <button type="button" className="button" aria-expanded={mapping} onClick={() => setMapping(!mapping)} data-testid="map-columns">Map columns</button>
        <button type="button" className="button" disabled={deed.busy} onClick={read} data-testid="read-again">{it.reading ? 'Read again' : 'Read'}</button>
      </PageHead>
      {job && job.state !== 'FAILED' && <JobLine job={job} />}
      {job && job.state === 'RUNNING' && <StopJob job={job} />}
      {wasHalted(deed.fault) ? <p role="status" data-testid="reading-stopped">The reading was stopped; nothing of it was kept, and the exhibit stays sealed.</p> : <FaultPanel fault={deed.fault} />}
      {unmapped(deed.fault) && !mapping && (
        <p><button type="button" className="button primary" onClick={() => setMapping(true)} data-testid="map-instead">Say what its columns are</button></p>
      )}
      {mapping && <MapColumns exhibit={id} busy={deed.busy} onRead={readUnder} />}
      <div className="columns">
        <section className="card">
          <h2>Sealed</h2>
          <Facts of={[
            ['By', it.sealedBy],
            ['At', <Time key="t" at={it.sealedAt} />],
            ['SHA-256', <DigestText key="d" hex={it.sha256} whole />],
            ['Source', it.source],
            ['Note', it.note || <span key="n" className="muted">none</span>],
          ]} />
        </section>
        <section className="card">
          <h2>Reading</h2>
          {it.reading ? <Report of={it.reading} /> : <p className="muted">Not read yet. Reading turns the sealed bytes into records; the bytes stay as they are.</p>}
          <h3>Which reader, and why</h3>
          {it.reading && !asked ? <p><button type="button" className="button small" onClick={() => setAsked(true)} data-testid="ask-reader">Ask the readers</button></p> : <ReaderLook exhibit={id} readBy={it.reading?.reader ?? null} />}
        </section>
      </div>
      {it.reading && <ReportDetails of={it.reading} />}
      {it.reading && <Generations exhibit={it.id} latest={it.reading.generation} />}
      <h2>Chain of custody</h2>
      <FaultPanel fault={chain.fault} onRetry={chain.reload} />
      <Table<CustodyEntry>
        caption="Chain of custody"
        testId="chain"
        rows={chain.value ?? []}
        rowKey={(one) => `${one.leaf} ${one.event} ${one.at}`}
        columns={[
          { name: 'at', title: 'When', cell: (one) => <Time at={one.at} />, by: (one) => one.at },
          { name: 'event', title: 'What', cell: (one) => plain(one.event), by: (one) => one.event },
          { name: 'actor', title: 'Who', cell: (one) => one.actor, by: (one) => one.actor },
          { name: 'detail', title: 'Detail', cell: (one) => <span className="break">{one.detail}</span> },
          { name: 'leaf', title: 'Leaf', cell: (one) => countWords(one.leaf), by: (one) => one.leaf, className: 'number' },
        ]}
      />
    </>
  );
}

function Report({ of }: { of: ReadReportView }) {
  const sum = sumOf(of.counts);
  return (
    <>
      <p className="muted">Generation {of.generation} by <code>{of.reader}</code>, <Time at={of.at} /></p>
      <div className="sum" data-testid="reconciliation" data-balanced={sum.balanced}>
        <div><strong>{countWords(sum.items)}</strong><span>items</span></div>
        <span aria-hidden="true">=</span>
        {sum.parts.map((part, at) => (
          <div key={part.name} className={part.count > 0 && at > 1 ? 'noted' : undefined} title={part.says}>
            {at > 0 && <span className="plus" aria-hidden="true">+</span>}
            <strong>{countWords(part.count)}</strong><span>{part.name}</span>
          </div>
        ))}
        <Tag tone={sum.balanced ? 'good' : 'bad'}>{sum.balanced ? 'adds up' : `does not add up: ${countWords(sum.total)}`}</Tag>
      </div>
      {sum.ignored > 0 && <p className="muted">{countWords(sum.ignored)} {sum.ignored === 1 ? 'part holds' : 'parts hold'} no records by design (pictures, style sheets) and {sum.ignored === 1 ? 'is' : 'are'} not in the sum.</p>}
      {of.counts.sealed > 0 && (
        <p className="sealed-off" data-testid="sealed-off">
          <strong>{countOf(of.counts.sealed, 'item')} sealed off, not visible to the team.</strong>{' '}
          By record: {Object.entries(of.counts.sealedBy).filter(([, count]) => count > 0).map(([reason, count]) => `${countWords(count)} ${sealedWords(reason)}`).join('; ') || 'outside the authority'}
        </p>
      )}
      <ul className="inline" aria-label="Records by kind">
        {Object.entries(of.counts.byKind).filter(([, count]) => count > 0).map(([kind, count]) => <li key={kind}><strong>{countWords(count)}</strong> <span className="muted">{plain(kind)}</span></li>)}
      </ul>
    </>
  );
}

function ReportDetails({ of }: { of: ReadReportView }) {
  if (of.faults.length + of.unknown.length + of.notes.length === 0) return null;
  return (
    <section className="card">
      <h2>What the reader met</h2>
      {of.faults.length > 0 && (
        <Table caption="Faults" rows={of.faults} rowKey={(one) => one.code + one.place + one.what} pageSize={20} columns={[
          { name: 'code', title: 'Fault', cell: (one) => <code>{one.code}</code>, by: (one) => one.code },
          { name: 'what', title: 'What', cell: (one) => one.what, by: (one) => one.what },
          { name: 'place', title: 'Where', cell: (one) => <code className="break">{one.place}</code>, by: (one) => one.place },
        ]} />
      )}
      {of.unknown.length > 0 && (
        <>
          <h3>Sections the reader does not know</h3>
          <Table caption="Sections the reader does not know" rows={of.unknown} rowKey={(one) => one.section} pageSize={20} columns={[
            { name: 'section', title: 'Section', cell: (one) => <code className="break">{one.section}</code>, by: (one) => one.section },
            { name: 'count', title: 'Items', cell: (one) => countWords(one.count), by: (one) => one.count, className: 'number', downFirst: true },
          ]} />
        </>
      )}
      {of.notes.length > 0 && (
        <>
          <h3>Notes</h3>
          <ul>{of.notes.map((note) => <li key={note.code + note.what}><code>{note.code}</code> {note.what}</li>)}</ul>
        </>
      )}
    </section>
  );
}
