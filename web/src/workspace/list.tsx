import { useEffect, useState } from 'react';
import { carry } from '../frame/drag';
import { useWorkspace } from '../frame/workspace';
import { Tag } from '../parts/pieces';
import { Table } from '../parts/table';
import { countOf, countWords, plain, timeWords } from '../parts/words';
import { unanswered, type Desk } from './desk';
import { goingWith } from './state';
import { sourceClock } from './time';

/** The records that remain under everything that is chosen, brushed and filtered. */
export function ListPanel({ desk }: { desk: Desk }) {
  const w = useWorkspace();
  const { lines, kept, view } = desk;
  const [words, setWords] = useState(view.words);
  useEffect(() => setWords(view.words), [view.words]);
  const counts = new Map<string, number>();
  for (const kind of lines.kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts].sort((a, b) => b[1] - a[1]);
  const until = unanswered(desk.asked.records);
  const cut = lines.total > lines.id.length;
  const labelOf = (line: number) => `${lines.exhibit[line]!.split(' ')[0]} ${plain(lines.kind[line]!)} ${Number.isNaN(lines.at[line]!) ? 'no date' : timeWords(new Date(lines.at[line]!).toISOString())}`;
  const held = (line: number) => w.basket.some((one) => one.record === lines.id[line]);
  const use = (line: number) => (held(line) ? w.unsupport(lines.id[line]!) : w.support({ record: lines.id[line]!, note: '', label: labelOf(line) }));
  return (
    <section className="card ws-list" aria-label="Records" id="ws-list">
      <div className="toolbar">
        <h2 className="ws-title">Records <span className="muted" data-testid="ws-count">{until && lines.total === 0 ? '…' : `${countWords(kept.listed.length)} of ${countWords(lines.total)}`}</span></h2>
        <form className="ws-words" role="search" onSubmit={(submit) => { submit.preventDefault(); desk.take(words.trim() ? `Searched ${words.trim()}` : 'All words', { words: words.trim() }); }}>
          <label><span className="unseen">Words</span><input type="search" value={words} onChange={(change) => setWords(change.target.value)} placeholder="words; Enter to search" id="ws-words" data-testid="ws-words" /></label>
        </form>
        <a className="button small" href={w.href('records', { params: goingWith(view) })} data-testid="ws-to-records">Search these in Records</a>
        <span className="buttons" role="group" aria-label="Kinds of record">
          {kinds.map(([kind, count]) => (
            <button key={kind} type="button" className="button small" aria-pressed={view.kinds.includes(kind)} data-testid={`ws-kind-${kind}`}
              onClick={() => desk.take(`Filtered by ${plain(kind).toLowerCase()}`, { kinds: view.kinds.includes(kind) ? view.kinds.filter((one) => one !== kind) : [...view.kinds, kind] })}>
              {plain(kind)} {countWords(count)}
            </button>
          ))}
        </span>
      </div>
      {cut && <p className="warn-text">The search found {countOf(lines.total, 'record')}; the earliest {countWords(lines.id.length)} are here. Search for words to narrow it, or read all of them under <a href={w.href('records', { params: view.words ? { q: view.words } : {} })}>Records</a>.</p>}
      <Table<number>
        caption="Records in sight. Enter opens one with its bytes; F sets it aside for a finding or puts it back."
        testId="ws-records"
        rows={kept.listed}
        rowKey={(line) => lines.id[line]!}
        pageSize={50}
        onOpen={(line) => w.go('records', { params: { record: lines.id[line]! } })}
        onKey={(key, line) => { if (key === 'f') use(line); }}
        onDrag={(transfer, line) => carry(transfer, lines.id[line]!, labelOf(line))}
        empty={<p className="hint" data-testid="ws-no-record">{until ?? 'No record remains under what is chosen and filtered.'}</p>}
        columns={[
          {
            name: 'time', title: 'Claimed time (UTC)', by: (line) => (Number.isNaN(lines.at[line]!) ? null : lines.at[line]!),
            cell: (line) => (Number.isNaN(lines.at[line]!) ? <span className="time undated">no date{lines.said[line] && <span className="muted small"> said: {lines.said[line]}</span>}</span> : (
              <><span className="time">{timeWords(new Date(lines.at[line]!).toISOString()).replace(' UTC', '')}</span><div className="muted small">{sourceClock(lines.at[line]!, lines.zone[line]!)}</div></>
            )),
          },
          { name: 'kind', title: 'Kind', cell: (line) => <Tag>{plain(lines.kind[line]!)}</Tag>, by: (line) => lines.kind[line]! },
          { name: 'who', title: 'Who', cell: (line) => <><strong>{lines.author[line] || <span className="muted">nobody named</span>}</strong>{lines.others[line]!.length > 0 && <div className="muted small clip">to {lines.others[line]!.join(', ')}</div>}</>, by: (line) => lines.author[line]! },
          { name: 'what', title: 'What', className: 'said', cell: (line) => lines.words[line] || lines.place.get(line)?.name || '' },
          { name: 'exhibit', title: 'Exhibit', cell: (line) => <span title={lines.exhibit[line]!}>{lines.exhibit[line]!.split(' ')[0]}</span>, by: (line) => lines.exhibit[line]! },
          {
            name: 'use', title: <span className="unseen">Use in a finding</span>,
            cell: (line) => <button type="button" className="button small" aria-pressed={held(line)} onClick={() => use(line)} aria-label={held(line) ? `set aside for a finding: ${labelOf(line)}` : `use in a finding: ${labelOf(line)}`} data-testid="ws-use">{held(line) ? 'set aside' : 'use'}</button>,
          },
        ]}
      />
    </section>
  );
}
