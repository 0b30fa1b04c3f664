import { useEffect, useRef, useState } from 'react';
import type { ExhibitView, JobView } from '../api/contract';
import { ApiFault } from '../api/client';
import { useWorkspace } from '../frame/workspace';
import { useDeed } from '../parts/load';
import { Bar, FaultPanel, Tag } from '../parts/pieces';
import { bytesWords } from '../parts/words';
import { changed, endWords, entryOf, wasHalted, queueWords, stopped, through, type Entry } from './queue';
import { jobWords, readingWords, sendingWords, sumOf } from './state';

export interface Sealing {
  how: string;
  source: string;
  note: string;
  read: boolean;
}

type Follow = (start: JobView, onJob: (job: JobView) => void, signal: AbortSignal) => Promise<JobView>;

/** Seals files one after another; one that fails does not keep the next from its turn. */
export function useQueue(follow: Follow, onSealed: () => void): { entries: Entry[]; busy: boolean; began: number; seal: (files: readonly File[], as: Sealing) => Promise<void>; stop: () => void } {
  const w = useWorkspace();
  const [entries, setEntries] = useState<Entry[]>([]);
  const [busy, setBusy] = useState(false);
  const [began, setBegan] = useState(0);
  const control = useRef<AbortController | null>(null);
  const halted = useRef(false);
  useEffect(() => () => { halted.current = true; control.current?.abort(); }, []);
  const set = (at: number, change: Partial<Entry>) => setEntries((all) => changed(all, at, change));
  const one = async (file: File, at: number, as: Sealing, signal: AbortSignal) => {
    let sealed = false;
    try {
      set(at, { state: 'sending' });
      const start = await w.api.seal({ file, ...as }, (sent) => set(at, { sent }));
      sealed = true;
      set(at, { state: 'working', job: start });
      const job = await follow(start, (now) => set(at, { job: now }), signal);
      if (job.state === 'FAILED') throw job.error ? new ApiFault(422, job.error) : new Error(job.message);
      set(at, { state: 'done', job, exhibit: job.result ? await w.api.exhibit(job.result) : null });
    } catch (fault) {
      set(at, { state: wasHalted(fault) ? 'halted' : 'failed', fault, exhibit: sealed ? await w.api.exhibits().then((all) => sealedAs(all, file), () => null) : null });
    }
    onSealed();
  };
  const seal = async (files: readonly File[], as: Sealing) => {
    control.current = new AbortController();
    const { signal } = control.current;
    halted.current = false;
    setEntries(files.map(entryOf));
    setBegan(performance.now());
    setBusy(true);
    for (const [at, file] of files.entries()) {
      if (halted.current) break;
      await one(file, at, as, signal);
    }
    setBusy(false);
  };
  const stop = () => { halted.current = true; setEntries(stopped); };
  return { entries, busy, began, seal, stop };
}

/* A reading that failed names no exhibit: it is the latest with this name and size. */
function sealedAs(all: readonly ExhibitView[], file: File): ExhibitView | null {
  return all.filter((one) => one.name === file.name && one.bytes === file.size).sort((a, b) => (a.sealedAt < b.sealedAt ? 1 : -1))[0] ?? null;
}

/** What became of each file of the queue, and how long the whole still takes. */
export function QueueView({ entries, busy, began, onStop }: { entries: Entry[]; busy: boolean; began: number; onStop: () => void }) {
  if (entries.length === 0) return null;
  const { done, total } = through(entries);
  const waits = entries.some((one) => one.state === 'waiting');
  return (
    <section aria-label="Files being sealed" data-testid="queue" data-ended={!busy}>
      {entries.length > 1 && (
        <>
          {busy && <Bar done={done} total={total} label="All files" />}
          <p className={busy ? 'muted' : undefined} data-testid="queue-words">{busy ? queueWords(entries, (performance.now() - began) / 1000) : endWords(entries)}</p>
        </>
      )}
      {busy && waits && (
        <p><button type="button" className="button small" onClick={onStop} data-testid="queue-stop">Stop after this file</button> <span className="muted">What is sealed stays sealed, and the file being sealed is finished; those that wait are not begun.</span></p>
      )}
      <ol className="queue">
        {entries.map((one, at) => <li key={at} data-testid="queue-file" data-state={one.state}><EntryLine of={one} began={began} alone={entries.length === 1} /></li>)}
      </ol>
    </section>
  );
}

function EntryLine({ of, began, alone }: { of: Entry; began: number; alone: boolean }) {
  const w = useWorkspace();
  const link = of.exhibit && <a href={w.href('exhibit', { id: of.exhibit.id })}>{of.exhibit.number}</a>;
  return (
    <>
      <strong className="break">{of.name}</strong> <span className="muted">{bytesWords(of.bytes)}</span> {stateTag(of)} {link}
      {of.state === 'sending' && <><Bar done={of.sent} total={of.bytes} label={`Sending ${of.name}`} />{alone && <p className="muted">{sendingWords(of.sent, of.bytes, (performance.now() - began) / 1000)}</p>}</>}
      {of.job && of.job.state === 'RUNNING' && of.state === 'working' && <Bar done={of.job.doneUnits} total={of.job.totalUnits} label={`Working on ${of.name}`} />}
      {of.job && of.job.state === 'RUNNING' && of.state === 'working' && <StopJob job={of.job} />}
      {of.job && (of.state === 'working' || of.state === 'done') && <div className="job" data-testid="job" data-state={of.job.state}>{of.exhibit?.reading ? <ReadAs of={of.exhibit} /> : <p className={of.state === 'done' ? 'good-text' : 'muted'}>{jobWords(of.job)}</p>}</div>}
      {of.state === 'halted' && <p>The reading was stopped; nothing of it was kept. It is sealed as {link} and stays so: on its page it can be read again.</p>}
      {of.state === 'failed' && (
        <>
          <FaultPanel fault={of.fault} />
          {of.exhibit ? <p>It is sealed as {link} and stays so; nothing was read from it. On its page it can be read again, or its columns said.</p> : <p>It is not sealed.</p>}
        </>
      )}
    </>
  );
}

/** Stops a reading of one's own: it is whole or absent, so that nothing half-read stays. */
export function StopJob({ job }: { job: JobView }) {
  const w = useWorkspace();
  const deed = useDeed();
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <p>
      <button type="button" className="button small" disabled={deed.busy || asked === job.id} onClick={() => void deed.run(() => w.api.stopJob(job.id), () => setAsked(job.id))} data-testid="stop-reading">
        {asked === job.id ? 'Being stopped…' : 'Stop reading'}
      </button>{' '}
      <span className="muted">What is sealed stays sealed. Nothing half-read is kept, and the log says that it was stopped.</span>
      <FaultPanel fault={deed.fault} />
    </p>
  );
}

function ReadAs({ of }: { of: ExhibitView }) {
  if (!of.reading) return null;
  const balanced = sumOf(of.reading.counts).balanced;
  return (
    <p className="muted">Read by <code>{of.reading.reader}</code>: {readingWords(of)} <Tag tone={balanced ? 'good' : 'bad'}>{balanced ? 'adds up' : 'does not add up'}</Tag></p>
  );
}

function stateTag(of: Entry) {
  switch (of.state) {
    case 'waiting': return <Tag>waits its turn</Tag>;
    case 'sending': return <Tag tone="wait">being sent and sealed</Tag>;
    case 'working': return <Tag tone="wait">sealed, being read</Tag>;
    case 'done': return <Tag tone="good">through</Tag>;
    case 'halted': return <Tag tone="warn">reading stopped</Tag>;
    case 'failed': return <Tag tone="bad">failed</Tag>;
    default: return <Tag>not begun</Tag>;
  }
}
