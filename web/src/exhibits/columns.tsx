import { useState } from 'react';
import type { MappingTrial, MappingView, ProfileView, SeenTable } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { FaultPanel, Field, Tag, Waiting } from '../parts/pieces';
import { Table } from '../parts/table';
import { countOf, countWords, plain } from '../parts/words';
import { draftOf, guessed, lacks, nameProblem, roleWords, type Choice } from './mapping';

type OnRead = (profile: string, zone: string | null) => void;

/** Says what the columns of an exhibit's tables are, tries it, keeps it, and reads under it. */
export function MapColumns({ exhibit, busy, onRead }: { exhibit: string; busy: boolean; onRead: OnRead }) {
  const w = useWorkspace();
  const seen = useLoad(`mapping ${exhibit}`, () => w.api.mapping(exhibit));
  const [at, setAt] = useState(0);
  const it = seen.value;
  const table = it?.tables[at];
  return (
    <section className="card" aria-label="Map columns" data-testid="mapping">
      <h2>Map columns</h2>
      <p className="muted">
        Cells are shown by their shape (9 a digit, A and a letters) until records are made of them: only then is it known what lies within the
        authority. Nothing is kept by trying.
      </p>
      <FaultPanel fault={seen.fault} onRetry={seen.reload} />
      {!it && !seen.fault && <Waiting what="Looking at the table…" />}
      {it && it.tables.length === 0 && <p role="status">No table is in this exhibit: nothing to map.</p>}
      {it && it.tables.length > 1 && (
        <Field label="Table">
          {(ids) => <select {...ids} value={at} onChange={(change) => setAt(Number(change.target.value))}>
            {it.tables.map((one, index) => <option key={`${one.part} ${one.sheet}`} value={index}>{one.sheet || one.part || 'the file'}</option>)}
          </select>}
        </Field>
      )}
      {it && table && <Wizard key={at} exhibit={exhibit} of={it} table={table} busy={busy} onRead={onRead} />}
      {it && it.profiles.length > 0 && <Known profiles={it.profiles} busy={busy} onRead={onRead} />}
    </section>
  );
}

function Known({ profiles, busy, onRead }: { profiles: ProfileView[]; busy: boolean; onRead: OnRead }) {
  const [name, setName] = useState('');
  return (
    <form className="line" onSubmit={(submit) => { submit.preventDefault(); if (name) onRead(name, null); }}>
      <Field label="Or read under a profile that is known">
        {(ids) => <select {...ids} value={name} onChange={(change) => setName(change.target.value)} data-testid="mapping-known">
          <option value="">choose…</option>
          {profiles.map((one) => <option key={`${one.name} ${one.shipped}`} value={one.name}>{one.name} {one.version}{one.shipped ? ' (shipped)' : ''}</option>)}
        </select>}
      </Field>
      <button type="submit" className="button" disabled={busy || !name}>Read under it</button>
    </form>
  );
}

function Wizard({ exhibit, of, table, busy, onRead }: { exhibit: string; of: MappingView; table: SeenTable; busy: boolean; onRead: OnRead }) {
  const w = useWorkspace();
  const [choice, setChoice] = useState<Choice>(() => guessed(table));
  const [name, setName] = useState('');
  const [trial, setTrial] = useState<MappingTrial | null>(null);
  const [kept, setKept] = useState<ProfileView | null>(null);
  const deed = useDeed();
  const roles = of.kinds.find((one) => one.kind === choice.kind)?.roles ?? [];
  const problem = lacks(choice);
  const wrong = nameProblem(name);
  const change = (next: Partial<Choice>) => { setChoice({ ...choice, ...next }); setTrial(null); setKept(null); };
  const tryIt = () => { void deed.run(() => w.api.tryMapping(exhibit, draftOf(table, choice, name || 'draft')), setTrial); };
  const keepIt = () => { void deed.run(() => w.api.keepMapping(draftOf(table, choice, name)), setKept); };
  return (
    <>
      <p>{[table.kind, table.charset, table.separator && `cells between “${table.separator === '\t' ? 'tab' : table.separator}”`].filter(Boolean).join(' · ')}</p>
      <div className="seal">
        <Field label="A row is">
          {(ids) => <select {...ids} value={choice.kind} onChange={(event) => change({ kind: event.target.value })} data-testid="mapping-kind">
            <option value="">choose…</option>
            {of.kinds.map((one) => <option key={one.kind} value={one.kind}>{plain(one.kind)}</option>)}
          </select>}
        </Field>
        <Field label="Platform" hint="Where the accounts live, such as phone or telegram.">
          {(ids) => <input {...ids} value={choice.platform} maxLength={40} onChange={(event) => change({ platform: event.target.value.trim().toLowerCase() })} />}
        </Field>
        <Field label="Zone of its times" hint="Such as Europe/London; empty if nobody knows.">
          {(ids) => <input {...ids} value={choice.zone} maxLength={60} onChange={(event) => change({ zone: event.target.value.trim() })} />}
        </Field>
        <Field label="Order of dates">
          {(ids) => <select {...ids} value={choice.order} onChange={(event) => change({ order: event.target.value })}>
            <option value="">decided over the whole file</option>
            <option value="day-month-year">day, month, year</option>
            <option value="month-day-year">month, day, year</option>
            <option value="year-month-day">year, month, day</option>
          </select>}
        </Field>
      </div>
      <div className="wide-table" role="region" aria-label="Columns and what they are" tabIndex={0}>
        <table data-testid="mapping-columns">
          <caption className="unseen">Columns and what they are</caption>
          <thead><tr><th scope="col">Column</th><th scope="col">Is</th><th scope="col">Shapes of the first cells</th></tr></thead>
          <tbody>
            {table.columns.map((column) => (
              <tr key={column.name}>
                <th scope="row"><span className="break">{column.name}</span></th>
                <td>
                  <select
                    aria-label={`What ${column.name} is`}
                    value={choice.roles[column.name] ?? ''}
                    onChange={(event) => change({ roles: { ...choice.roles, [column.name]: event.target.value } })}
                  >
                    <option value="">kept as it is</option>
                    {roles.map((role) => <option key={role} value={role}>{roleWords(role)}</option>)}
                    {choice.roles[column.name] && !roles.includes(choice.roles[column.name] ?? '') && (
                      <option value={choice.roles[column.name]}>{roleWords(choice.roles[column.name] ?? '')} (not of this kind)</option>
                    )}
                  </select>
                </td>
                <td>{column.shapes.filter(Boolean).slice(0, 3).map((shape, n) => <span key={`${n} ${shape}`}>{n > 0 ? ' · ' : ''}<code className="break">{shape}</code></span>)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="buttons">
        <button type="button" className="button primary" disabled={deed.busy || problem !== null} onClick={tryIt} data-testid="mapping-try">{deed.busy ? 'Working…' : 'Try it'}</button>
        {problem && <span className="muted">{problem}</span>}
      </div>
      <FaultPanel fault={deed.fault} />
      <div aria-live="polite">{trial && <Trial of={trial} />}</div>
      {trial && (
        <form className="line" onSubmit={(submit) => { submit.preventDefault(); keepIt(); }}>
          <Field label="Keep it for the case under the name" problem={wrong}>
            {(ids) => <input {...ids} required maxLength={40} value={name} onChange={(event) => { setName(event.target.value); setKept(null); }} data-testid="mapping-name" />}
          </Field>
          <button type="submit" className="button" disabled={deed.busy || name === '' || wrong !== null} data-testid="mapping-keep">Keep the profile</button>
        </form>
      )}
      {kept && (
        <p role="status">
          Kept as <strong>{kept.name}</strong>, version {kept.version}.{' '}
          <button type="button" className="button primary" disabled={busy} onClick={() => onRead(kept.name, null)} data-testid="mapping-read">Read under it</button>
        </p>
      )}
    </>
  );
}

function Trial({ of }: { of: MappingTrial }) {
  return (
    <div data-testid="mapping-trial">
      <h3>What it makes of the rows</h3>
      <p>
        {countOf(of.items, 'row')}: {countWords(of.read)} read, {countWords(of.faults)} faults, {countWords(of.unknown)} of no kind it knows
        {of.sealed > 0 && <>; {countOf(of.sealed, 'record')} outside the authority, not shown</>}{' '}
        <Tag tone={of.faults + of.unknown === 0 ? 'good' : 'warn'}>{of.problems.length === 0 ? 'no errors' : countOf(of.problems.length + of.moreProblems, 'error')}</Tag>
      </p>
      <Table
        caption="First records"
        rows={of.samples.map((one, n) => ({ ...one, n }))}
        rowKey={(one) => String(one.n)}
        columns={[
          { name: 'kind', title: 'Kind', cell: (one) => plain(one.kind) },
          { name: 'time', title: 'Time', cell: (one) => one.time || 'none' },
          { name: 'author', title: 'From', cell: (one) => <span className="break">{one.author}</span> },
          { name: 'to', title: 'To', cell: (one) => <span className="break">{one.recipients}</span> },
          { name: 'text', title: 'Text', cell: (one) => <span className="break">{one.text.slice(0, 200)}</span> },
          { name: 'extra', title: 'Beside it', cell: (one) => <span className="break muted">{one.extra.slice(0, 200)}</span> },
        ]}
      />
      {of.problems.length > 0 && (
        <Table
          caption="Rows with errors"
          testId="mapping-errors"
          pageSize={20}
          rows={of.problems.map((one, n) => ({ ...one, n }))}
          rowKey={(one) => String(one.n)}
          columns={[
            { name: 'row', title: 'Row', cell: (one) => one.row },
            { name: 'code', title: 'Code', cell: (one) => <code>{one.code}</code>, by: (one) => one.code },
            { name: 'what', title: 'What', cell: (one) => one.what, by: (one) => one.what },
          ]}
        />
      )}
      {of.notes.length > 0 && <ul>{of.notes.map((note) => <li key={note.code + note.what}><code>{note.code}</code> {note.what}</li>)}</ul>}
    </div>
  );
}
