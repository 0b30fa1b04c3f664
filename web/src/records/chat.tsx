import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { RecordView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { moved } from '../parts/order';
import { useDeed } from '../parts/load';
import { FaultPanel, Tag, Time, Waiting } from '../parts/pieces';
import { accountWords, lineOf } from './state';
import { fateOf, narrower, onwards, roundOf, sameSide, sourceTime, together } from './conversation';

const HOURS = 12; // on each side of the record, as first asked.

/** The conversation round a record as bubbles; only records in scope are there, and asking is an act like any search. */
export function ChatRound({ record, onRecord }: { record: RecordView; onRecord: (record: RecordView) => void }) {
  const w = useWorkspace();
  const [shown, setShown] = useState<RecordView[] | null>(null);
  const [ends, setEnds] = useState({ before: false, after: false });
  const deed = useDeed();
  const key = record.conversation?.key;
  if (!key) return null;
  const open = () => deed.run(async () => {
    const page = await w.api.records(roundOf(record, HOURS));
    // A busy conversation: the page may end before it comes to the record, so a shorter time is asked for.
    if (page.items.some((one) => one.id === record.id) || !record.time) return page.items;
    return (await w.api.records(roundOf(record, narrower(HOURS, page.total)))).items;
  }, (items) => setShown(together([record], items)));
  const more = (where: 'before' | 'after') => {
    const query = onwards(key, shown ?? [], where);
    if (!query) return;
    void deed.run(() => w.api.records(query), (page) => {
      const all = together(shown ?? [], page.items);
      if (all.length === (shown ?? []).length) setEnds({ ...ends, [where]: true });
      setShown(all);
    });
  };
  if (!shown) {
    return (
      <>
        <p className="buttons"><button type="button" className="button small" disabled={deed.busy} onClick={() => void open()} data-testid="show-chat">Show the conversation round it</button></p>
        <FaultPanel fault={deed.fault} onRetry={() => void open()} />
      </>
    );
  }
  return (
    <section aria-label="The conversation round the record" data-testid="chat">
      <div className="evidence-head">
        <h3>Conversation</h3>
        <div className="buttons">
          <button type="button" className="button small" disabled={deed.busy || ends.before} onClick={() => more('before')} data-testid="chat-before">{ends.before ? 'Nothing earlier in scope' : 'Earlier'}</button>
          <button type="button" className="button small" disabled={deed.busy || ends.after} onClick={() => more('after')} data-testid="chat-after">{ends.after ? 'Nothing later in scope' : 'Later'}</button>
          <button type="button" className="button small" onClick={() => setShown(null)}>Close</button>
        </div>
      </div>
      <FaultPanel fault={deed.fault} />
      {deed.busy && <Waiting what="Fetching the conversation…" />}
      <Bubbles of={shown} marked={record} onRecord={onRecord} />
      <p className="hint">On the right is whoever wrote the marked record. Only records in scope are here: others may have stood between them.</p>
    </section>
  );
}

function Bubbles({ of, marked, onRecord }: { of: RecordView[]; marked: RecordView; onRecord: (record: RecordView) => void }) {
  const list = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState(marked.id);
  useEffect(() => {
    const here = list.current?.querySelector('.marked');
    if (list.current && here instanceof HTMLElement) list.current.scrollTop = Math.max(0, here.offsetTop - 80);
  }, [marked.id]);
  const walk = (key: KeyboardEvent<HTMLLIElement>, index: number) => {
    if (key.target !== key.currentTarget) return;
    if (key.key === 'Enter') onRecord(of[index]!);
    const to = key.key === 'Enter' ? null : moved(key.key, index, of.length);
    if (to === null) return;
    key.preventDefault();
    setAt(of[to]!.id);
    (list.current?.children[to] as HTMLElement | undefined)?.focus();
  };
  return (
    <ol className="chat" aria-label="Records of the conversation by time. Arrow keys move, Enter opens a record." ref={list}>
      {of.map((one, index) => (
        <li key={one.id} tabIndex={one.id === at ? 0 : -1} className={`bubble${sameSide(one, marked) ? ' own' : ''}${one.id === marked.id ? ' marked' : ''}`}
          aria-current={one.id === marked.id ? 'true' : undefined} onFocus={() => setAt(one.id)} onKeyDown={(key) => walk(key, index)} data-testid="bubble">
          <Bubble of={one} marked={one.id === marked.id} onRecord={onRecord} />
        </li>
      ))}
    </ol>
  );
}

function Bubble({ of, marked, onRecord }: { of: RecordView; marked: boolean; onRecord: (record: RecordView) => void }) {
  const fate = fateOf(of);
  const written = sourceTime(of);
  return (
    <>
      <strong>{of.author ? accountWords(of.author) : 'nobody named'}</strong>{' '}
      {marked && <Tag tone="warn">this record</Tag>} {fate.edited !== null && <Tag>edited: {fate.edited}</Tag>} {fate.deleted !== null && <Tag tone="bad">deleted: {fate.deleted}</Tag>}
      <p>{of.text || lineOf(of) || <span className="muted">This record holds no words.</span>}</p>
      {of.media.map((medium, at) => <span key={at}><Tag>{medium.name}</Tag> </span>)}
      <div className="muted small"><Time at={of.time} />{written && <> · written as “{written}”</>}</div>
      {!marked && <button type="button" className="link small" tabIndex={-1} onClick={() => onRecord(of)}>Open</button>}
    </>
  );
}
