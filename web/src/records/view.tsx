import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { AccountView, RecordPage, RecordView } from '../api/contract';
import { carry } from '../frame/drag';
import { useDesked } from '../frame/desked';
import { useShown } from '../frame/following';
import { useWorkspace } from '../frame/workspace';
import { useLoad } from '../parts/load';
import { Empty, FaultPanel, PageHead, Tag, Waiting } from '../parts/pieces';
import { moved } from '../parts/order';
import { countOf, countWords, plain, timeWords } from '../parts/words';
import { RecordPane } from './evidence';
import { Facets } from './facets';
import { History } from './history';
import { Kept } from './kept';
import {
  EVERYTHING, KINDS, type Search, accountWords, basketLabel, drawnOf, facetGroups, keptOf, languageWords, lineOf, narrowed, narrows, paramsOf,
  pieces, queryOf, searchOf, selectorWords,
} from './state';
import { foundOf, hereOf, NO_SEARCHES, searched, type SearchTrail } from './trail';

/** Records of the case: search and facets, the list, and beside it one record down to its bytes. */
export function RecordsPage({ params }: { params: Record<string, string> }) {
  const w = useWorkspace();
  const [history, setHistory] = useDesked<SearchTrail>('searches', NO_SEARCHES);
  // Whoever comes back from another page finds the search as it was left; a link that asks something is followed.
  const [left] = useState(() => (Object.keys(params).length === 0 ? paramsOf(hereOf(history)) : null));
  const given = left !== null && Object.keys(params).length === 0 && narrows(searchOf(left)) ? left : params;
  const search = searchOf(given);
  const href = useRef(w.href);
  href.current = w.href;
  useEffect(() => { if (left !== null && narrows(searchOf(left))) window.location.replace(href.current('records', { params: left })); }, [left]);
  const key = JSON.stringify(queryOf(search));
  const loaded = useLoad(`${w.permit?.id} ${key}`, (signal) => w.api.records(queryOf(search), signal));
  useShown(loaded.reload);
  const [open, setShown] = useState<RecordView | null>(null);
  // Which one, and not what it says: it is fetched again, under the permit that is held then.
  const [kept, setKept] = useDesked<string | null>(/* not said */ 'record open', null);
  const setOpen = (record: RecordView | null) => { setShown(record); setKept(record?.id ?? null); };
  /* Where the pages before this one began; the address knows the page itself, so that it can be kept and sent. */
  const [trail, setTrail] = useState<string[]>([]);
  const [cameBack] = useState(() => (Object.keys(params).length === 0 ? kept : null));
  const wanted = params.record ?? cameBack;
  const named = useLoad(wanted ? `record ${w.permit?.id} ${wanted}` : null, () => w.api.record(wanted ?? ''));
  useEffect(() => { if (named.value && named.state === 'ready') { setShown(named.value); setKept(named.value.id); } }, [named.value, named.state, setKept]);
  const go = (next: Search) => w.go('records', { params: paramsOf(next) });
  const ask = (next: Search) => { setTrail([]); go(next); };
  const page = loaded.value;
  const asked = keptOf(search);
  const total = loaded.state === 'ready' ? loaded.value.total : null;
  const latest = useRef(search);
  latest.current = search;
  useEffect(() => setHistory((before) => searched(before, latest.current)), [asked, setHistory]);
  useEffect(() => { if (total !== null) setHistory((before) => foundOf(before, latest.current, total)); }, [total, asked, setHistory]);
  const on = () => { setTrail([...trail, search.after]); go({ ...search, after: page?.next ?? '' }); };
  const back = () => { setTrail(trail.slice(0, -1)); go({ ...search, after: trail.at(-1) ?? '' }); };
  return (
    <>
      <PageHead title="Records" lead={page ? headWords(page, search) : 'What the readers found in the exhibits, within scope.'}>
        <a className="button small" href={w.href('workspace', { params: drawnOf(search) })} data-testid="show-in-workspace">Show in the workspace</a>
      </PageHead>
      <Filters search={search} page={page} onAsk={ask} />
      <FaultPanel fault={loaded.fault ?? named.fault} onRetry={loaded.reload} />
      <Kept search={search} total={page?.total ?? 0} onAsk={ask} />
      <History trail={history} onAsk={ask} />
      <div className={open ? 'records with-facets with-pane' : 'records with-facets'}>
        {page && page.total + facetGroups(page, search).length > 0 && <Facets page={page} search={search} onAsk={ask} />}
        <div className="records-list" aria-busy={loaded.state === 'loading'} data-answers={loaded.state === 'ready' ? asked : undefined} data-testid="records-list">
          {loaded.state === 'loading' && <Waiting what="Searching…" />}
          {page && (page.items.length === 0 ? <NoRecords search={search} onAsk={ask} /> : (
            <>
              <List page={page} current={open?.id ?? null} onOpen={setOpen} />
              {(page.next !== null || search.after !== '') && (
                <nav className="pager" aria-label="Pages of the search">
                  <button type="button" className="button small" disabled={search.after === ''} onClick={() => ask({ ...search, after: '' })}>First page</button>
                  <button type="button" className="button small" disabled={trail.length === 0} onClick={back}>Page before</button>
                  <span>{trail.length > 0 || search.after === '' ? `page ${countWords(trail.length + 1)} · ` : ''}{countWords(page.total)} in all</span>
                  <button type="button" className="button small" disabled={page.next === null} onClick={on} data-testid="page-on">Page on</button>
                </nav>
              )}
            </>
          ))}
        </div>
        {open && (
          <RecordPane key={open.id} record={open} onClose={() => setOpen(null)}
            onAccount={(account) => ask(narrowed(search, { account }))}
            onRecord={setOpen}
            onLike={(like) => ask({ ...EVERYTHING, like })}
            onWords={(q) => ask({ ...EVERYTHING, q })}
            onConversation={(conversation) => ask(narrowed(search, { conversation }))} />
        )}
      </div>
    </>
  );
}

function headWords(page: RecordPage, search: Search): string {
  return narrows(search) ? `${countOf(page.total, 'record')} found` : countOf(page.total, 'record');
}

function NoRecords({ search, onAsk }: { search: Search; onAsk: (search: Search) => void }) {
  const w = useWorkspace();
  return narrows(search) ? (
    <Empty title="No record answers this."><button type="button" className="button" onClick={() => onAsk(EVERYTHING)}>Show all records</button></Empty>
  ) : (
    <Empty title="There are no records yet."><a href={w.href('exhibits')}>Seal an exhibit and read it</a></Empty>
  );
}

function Filters({ search, page, onAsk }: { search: Search; page: RecordPage | null; onAsk: (search: Search) => void }) {
  const w = useWorkspace();
  const [q, setQ] = useState(search.q);
  const [from, setFrom] = useState(search.from);
  const [to, setTo] = useState(search.to);
  useEffect(() => { setQ(search.q); setFrom(search.from); setTo(search.to); }, [search.q, search.from, search.to]);
  const exhibits = useLoad(`exhibits ${w.permit?.id}`, () => w.api.exhibits());
  const counted = (name: 'kind' | 'platform', value: string) => {
    const facet = page?.facets[name].find((one) => one.value === value);
    return facet ? ` (${countWords(facet.count)})` : '';
  };
  const kinds = [...new Set([...(page?.facets.kind.map((one) => one.value) ?? []), ...(search.kind ? [search.kind] : []), ...(page ? [] : KINDS)])];
  const platforms = [...new Set([...(page?.facets.platform.map((one) => one.value) ?? []), ...(search.platform ? [search.platform] : []), ...(w.permit?.platforms ?? [])])];
  const chips: [keyof Search, string][] = [];
  if (search.like) chips.push(['like', 'resembling one record']);
  if (search.account) chips.push(['account', `account ${search.account}`]);
  if (search.language) chips.push(['language', `language ${languageWords(search.language)}`]);
  if (search.month) chips.push(['month', `month ${search.month}`]);
  if (search.has) chips.push(['has', `with ${selectorWords(search.has)}`]);
  if (search.conversation) chips.push(['conversation', `conversation ${search.conversation}`]);
  return (
    <form className="filters card" role="search" aria-label="Search records"
      onSubmit={(submit) => { submit.preventDefault(); onAsk(narrowed(search, { q: q.trim(), from, to })); }}>
      <div className="filters-main">
        <label className="grow"><span className="unseen">Words</span>
          <input type="search" value={q} onChange={(change) => setQ(change.target.value)} data-testid="search-words" placeholder="words, &quot;phrases&quot;, from:anna, has:phone; Enter to search" aria-describedby="search-help" />
        </label>
        <button type="submit" className="button primary" data-testid="search">Search</button>
      </div>
      <details className="search-help">
        <summary>What can be written here</summary>
        <p id="search-help" className="hint">
          <code>van keys</code> both words, in all their endings · <code>"the van"</code> as written · <code>"van keys"~5</code> near each other · <code>deliv*</code> beginnings ·
          {' '}<code>harbor~</code> one letter different · <code>/ka[rs]l.?/</code> a pattern for one word · <code>-police</code> without · <code>van OR car</code>, brackets ·
          {' '}<code>from:anna</code>, <code>platform:telegram</code>, <code>kind:call</code>, <code>lang:de</code>, <code>month:2026-03</code>, <code>has:phone</code>, <code>phone:+4420*</code>
        </p>
      </details>
      <div className="filters-main">
        <label><span>Kind</span>
          <select value={search.kind} onChange={(change) => onAsk(narrowed(search, { kind: change.target.value }))} data-testid="filter-kind">
            <option value="">all kinds</option>
            {kinds.map((one) => <option key={one} value={one}>{plain(one)}{counted('kind', one)}</option>)}
          </select>
        </label>
        <label><span>Platform</span>
          <select value={search.platform} onChange={(change) => onAsk(narrowed(search, { platform: change.target.value }))} data-testid="filter-platform">
            <option value="">all platforms</option>
            {platforms.map((one) => <option key={one} value={one}>{one}{counted('platform', one)}</option>)}
          </select>
        </label>
        <label><span>Exhibit</span>
          <select value={search.exhibit} onChange={(change) => onAsk(narrowed(search, { exhibit: change.target.value }))} data-testid="filter-exhibit">
            <option value="">all exhibits</option>
            {(exhibits.value ?? []).map((one) => <option key={one.id} value={one.id}>{one.number} {one.name}</option>)}
          </select>
        </label>
        <label><span>From (UTC)</span><input type="datetime-local" value={from} onChange={(change) => setFrom(change.target.value)} /></label>
        <label><span>To (UTC)</span><input type="datetime-local" value={to} onChange={(change) => setTo(change.target.value)} /></label>
        <label><span>Order</span>
          <select value={search.sort} onChange={(change) => onAsk({ ...search, after: '', sort: change.target.value as Search['sort'] })}>
            <option value="">{search.q ? 'best first' : 'earliest first'}</option>
            {search.q && <option value="time">earliest first</option>}
            <option value="-time">latest first</option>
          </select>
        </label>
      </div>
      {(chips.length > 0 || narrows(search)) && (
        <div className="chips">
          {chips.map(([name, words]) => (
            <button key={name} type="button" className="chip" onClick={() => onAsk(narrowed(search, { [name]: '' }))} aria-label={`Stop narrowing by ${words}`}>
              {words} <span aria-hidden="true">✕</span>
            </button>
          ))}
          <button type="button" className="quiet" onClick={() => onAsk(EVERYTHING)}>Clear all</button>
        </div>
      )}
    </form>
  );
}

function List({ page, current, onOpen }: { page: RecordPage; current: string | null; onOpen: (record: RecordView) => void }) {
  const w = useWorkspace();
  const [at, setAt] = useState(0);
  useEffect(() => setAt(0), [page]);
  const walk = (key: KeyboardEvent<HTMLTableRowElement>, record: RecordView, index: number) => {
    if (key.target !== key.currentTarget) return;
    if (key.key === 'Enter') {
      key.preventDefault();
      onOpen(record);
      return;
    }
    if (key.key === 'f') {
      if (w.basket.some((one) => one.record === record.id)) w.unsupport(record.id);
      else w.support({ record: record.id, note: '', label: basketLabel(record) });
      return;
    }
    const to = moved(key.key, index, page.items.length);
    if (to === null) return;
    key.preventDefault();
    setAt(to);
    (key.currentTarget.parentElement as HTMLTableSectionElement).rows[to]?.focus();
  };
  return (
    <div className="table-box">
      <div className="table-scroll" role="region" aria-label="Records found">
        <table className="records-table" data-testid="records">
          <caption className="unseen">Records found. Arrow keys move, Enter opens a record with its bytes, F sets it aside for a finding or puts it back.</caption>
          <thead>
            <tr>
              <th scope="col">Claimed time (UTC)</th><th scope="col">Kind</th><th scope="col">Who</th>
              <th scope="col">What</th><th scope="col">Exhibit</th>
            </tr>
          </thead>
          <tbody>
            {page.items.map((record, index) => (
              <tr key={record.id} tabIndex={index === at ? 0 : -1} className="walk" aria-current={record.id === current ? 'true' : undefined}
                draggable onDragStart={(drag) => carry(drag.dataTransfer, record.id, basketLabel(record))}
                onFocus={() => setAt(index)} onClick={() => onOpen(record)} onKeyDown={(key) => walk(key, record, index)} data-testid="record-row">
                <td className={record.time ? 'time' : 'time undated'}>{timeWords(record.time).replace(' UTC', '')}</td>
                <td><Tag>{plain(record.kind)}</Tag><div className="muted small">{record.platform}</div></td>
                <td><Who record={record} /></td>
                <td className="said"><Said record={record} /></td>
                <td className="nowrap">{record.exhibit.number}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Who({ record }: { record: RecordView }) {
  const others = record.others.map(accountWords);
  const to = record.conversation?.title || (others.length > 2 ? `${others.slice(0, 2).join(', ')} and ${others.length - 2} more` : others.join(', '));
  return (
    <>
      <AccountName account={record.author} />
      {to && <div className="muted small clip" title={to}>{record.conversation ? 'in ' : 'to '}{to}</div>}
    </>
  );
}

export function AccountName({ account }: { account: AccountView | null }) {
  return account ? <strong title={account.key}>{accountWords(account)}</strong> : <span className="muted">nobody named</span>;
}

function Said({ record }: { record: RecordView }) {
  if (record.highlights.length > 0) {
    return <>{record.highlights.slice(0, 2).map((fragment, at) => (
      <span key={at}>{at > 0 && ' … '}{pieces(fragment).map((piece, i) => (piece.marked ? <mark key={i}>{piece.text}</mark> : piece.text))}</span>
    ))}</>;
  }
  const line = lineOf(record);
  return (
    <>
      {line.length > 220 ? `${line.slice(0, 220)}…` : line}
      {record.media.length > 0 && <span className="muted"> [{countOf(record.media.length, 'medium', 'media')}]</span>}
    </>
  );
}
