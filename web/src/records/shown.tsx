import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import type { ExcerptView, RecordView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useLoad } from '../parts/load';
import { Facts, FaultPanel, Waiting } from '../parts/pieces';
import { bytesWords, countWords } from '../parts/words';
import { bytesOf, type Excerpt } from './excerpt';
import { shownOf } from './markup';
import { exifOf, pictureType } from './picture';
import { rowsOf } from './rows';
import { holds, owned, saidOf, treeOf, type JsonNode, type Span } from './tree';

const whole = (text: Excerpt) => text.before + text.marked + text.after;
const markOf = (text: Excerpt): Span => ({ from: text.before.length, to: text.before.length + text.marked.length });

function bring(scroller: HTMLElement | null): void {
  const mark = scroller?.querySelector('mark, .marked');
  if (scroller && mark instanceof HTMLElement) scroller.scrollTop = Math.max(0, mark.offsetTop - 48);
}

/** JSON as a tree, as it is written; the record's own part is marked and open. */
export function TreeBytes({ text, pointer }: { text: Excerpt; pointer: string }) {
  const mark = markOf(text);
  const nodes = useMemo(() => treeOf(whole(text), text.before.length, text.before.length + text.marked.length), [text]);
  return (
    <div className="bytes tree" tabIndex={0} role="region" aria-label="Bytes as a tree, the record marked" ref={bring} data-testid="bytes-tree">
      {pointer && <p className="muted small">The marked part stands at <code>{pointer}</code>.</p>}
      <Nodes of={nodes} mark={mark} within={false} />
    </div>
  );
}

const STEP = 200; // nodes shown at once under one other.

function Nodes({ of, mark, within }: { of: JsonNode[]; mark: Span; within: boolean }) {
  const first = Math.max(0, of.findIndex((one) => owned(one, mark)));
  const [shown, setShown] = useState(STEP + first);
  return (
    <ul className="plain">
      {of.slice(0, shown).map((one) => <Node key={one.from} of={one} mark={mark} within={within} />)}
      {of.length > shown && <li><button type="button" className="link" onClick={() => setShown(shown + STEP)}>{countWords(of.length - shown)} more</button></li>}
    </ul>
  );
}

function Node({ of, mark, within }: { of: JsonNode; mark: Span; within: boolean }) {
  const own = owned(of, mark);
  const [open, setOpen] = useState(own || holds(of, mark));
  const starts = own && !within;
  const name = of.key !== null && <><span className="json-key">{of.key}</span>: </>;
  const cut = !of.whole && <span className="muted"> (cut off by the excerpt)</span>;
  if (of.kind !== 'object' && of.kind !== 'array') {
    const said = of.kind === 'text' ? saidOf(of.written) : of.written;
    const value = <span className={`json-${of.kind}`} title={of.kind === 'text' && `"${said}"` !== of.written ? of.written : undefined}>{own ? of.written : of.written.replace(/\*{9,}/g, '********')}</span>;
    return <li>{starts ? <mark>{name}{value}</mark> : <>{name}{value}</>}{said !== of.written && `"${said}"` !== of.written && <span className="muted"> {said}</span>}{cut}</li>;
  }
  const size = of.kind === 'object' ? `{ ${of.children.length} }` : `[ ${of.children.length} ]`;
  return (
    <li className={starts ? 'marked' : undefined}>
      <details open={open} onToggle={(toggled) => { toggled.stopPropagation(); setOpen(toggled.currentTarget.open); }}>
        <summary>{starts ? <mark>{name}{size}</mark> : <>{name}<span className="muted">{size}</span></>}{cut}</summary>
        {open && <Nodes of={of.children} mark={mark} within={own} />}
      </details>
    </li>
  );
}

/** A page of the evidence in a frame that runs nothing and fetches nothing. */
export function PageBytes({ text, language }: { text: Excerpt; language: string }) {
  const shown = useMemo(() => shownOf(whole(text), text.before.length, text.before.length + text.marked.length, language), [text, language]);
  return (
    <>
      <iframe className="evidence-page" sandbox="" referrerPolicy="no-referrer" srcDoc={shown.page} title="The page as it reads, the record marked" data-testid="bytes-page" />
      <p className="hint">Nothing in this frame runs and nothing is fetched: scripts, styles, forms, links and pictures from elsewhere are left out ({countWords(shown.leftOut)} here). The text view shows them as they are written.</p>
    </>
  );
}

/** A separated table: the record's row among its neighbours. */
export function TableBytes({ text, view, record, own }: { text: Excerpt; view: ExcerptView; record: RecordView; own: boolean }) {
  const w = useWorkspace();
  const { locator } = record;
  const { head: near, rows } = useMemo(() => rowsOf(text.before, text.marked, text.after, view.contextFrom === 0), [text, view.contextFrom]);
  // A head that is masked, or stands too far above, is asked of whoever reads the table.
  const far = useLoad(own && near === null ? `rows ${w.permit?.id} ${record.id}` : null, (signal) => w.api.rowsRound(record.id, signal));
  const columns = far.value?.columns ?? [];
  const head = near ?? (columns.length > 0 ? columns : null);
  const width = Math.max(...rows.map((one) => one.cells.length), head?.length ?? 0);
  return (
    <div className="bytes rows" tabIndex={0} role="region" aria-label="Rows of the table, the record marked" ref={bring} data-testid="bytes-table">
      <table>
        <caption className="muted small">{locator.pointer ? `The marked row stands at ${locator.pointer}.` : 'The marked row is the record.'} {head === null && 'The head of the table is out of reach here.'}</caption>
        {head && <thead><tr><td />{head.map((cell, at) => <th key={at} scope="col">{cell}</th>)}</tr></thead>}
        <tbody>
          {rows.map((row, at) => (
            <tr key={at} className={row.marked ? 'marked' : undefined} aria-current={row.marked ? 'true' : undefined}>
              <td>{row.marked && <span aria-label="the record">▸</span>}</td>
              {row.masked ? <td colSpan={width} className="muted">not in scope</td> : row.cells.map((cell, i) => <td key={i} className={row.whole ? undefined : 'muted'}>{row.marked ? <mark>{cell}</mark> : cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Rows of a sheet round the record's row, as the reader's process read them out of the sealed exhibit. */
export function SheetRows({ record }: { record: RecordView }) {
  const w = useWorkspace();
  const loaded = useLoad(`rows ${w.permit?.id} ${record.id}`, (signal) => w.api.rowsRound(record.id, signal));
  const round = loaded.value;
  if (!round) return loaded.fault ? <FaultPanel fault={loaded.fault} onRetry={loaded.reload} /> : <Waiting what="Reading the sheet out of the sealed exhibit…" />;
  if (round.rows.length === 0) return <p className="muted" data-testid="bytes-sheet">No row of a table stands here: the bytes are one key away.</p>;
  const width = Math.max(...round.rows.map((row) => row.cells.length), round.columns.length, 1);
  return (
    <div className="bytes rows" tabIndex={0} role="region" aria-label="Rows of the sheet, the record marked" ref={bring} data-testid="bytes-sheet">
      <table>
        <caption className="muted small">{record.locator.pointer ? `The marked row stands at ${record.locator.pointer}.` : 'The marked row is the record.'} {round.columns.length === 0 && 'The sheet has no head.'}</caption>
        {round.columns.length > 0 && <thead><tr><th scope="col">Row</th>{round.columns.map((column, at) => <th key={at} scope="col">{column}</th>)}</tr></thead>}
        <tbody>
          {round.rows.map((row, at) => {
            const marked = row.cells.some((cell) => cell.marked);
            return (
              <tr key={at} className={marked ? 'marked' : undefined} aria-current={marked ? 'true' : undefined}>
                <th scope="row" className="muted">{marked && <span aria-label="the record">▸</span>} {row.pointer}</th>
                {row.cells.length === 0 ? <td colSpan={width} className="muted">not in scope</td> : row.cells.map((cell, i) => <td key={i}>{cell.marked ? <mark>{cell.text}</mark> : cell.text}</td>)}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const ZOOMS = [25, 50, 100, 200, 400, 800]; // percent of the picture's own size.

/** A picture from its own bytes, never from anywhere else, with what the camera wrote beside it. */
export function PictureBytes({ view, name }: { view: ExcerptView; name: string }) {
  const bytes = useMemo(() => bytesOf(view.base64), [view]);
  const type = pictureType(bytes);
  const cut = view.contextTo < view.to;
  const [address, setAddress] = useState<string | null>(null);
  const [size, setSize] = useState<{ wide: number; high: number } | null>(null);
  const [zoom, setZoom] = useState<number | null>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    if (!type) return;
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  const exif = useMemo(() => exifOf(bytes), [bytes]);
  const step = (by: number) => setZoom((now) => ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, ZOOMS.indexOf(now ?? 100) + by))]!);
  const zooming = (key: KeyboardEvent) => {
    if (key.key === '+') step(1);
    else if (key.key === '-') step(-1);
    else if (key.key === '0') setZoom(null);
    else return;
    key.preventDefault();
  };
  return (
    <>
      <div className="buttons" role="group" aria-label="Size of the picture">
        <button type="button" className="button small" aria-pressed={zoom === null} onClick={() => setZoom(null)}>Fit</button>
        <button type="button" className="button small" aria-pressed={zoom === 100} onClick={() => setZoom(100)}>Own size</button>
        <button type="button" className="button small" onClick={() => step(-1)} aria-label="Smaller">−</button>
        <button type="button" className="button small" onClick={() => step(1)} aria-label="Larger" data-testid="picture-larger">+</button>
        {zoom !== null && <span className="muted" role="status">{zoom} %</span>}
      </div>
      <div className="bytes picture" tabIndex={0} role="region" aria-label="The picture; plus and minus change its size" onKeyDown={zooming}>
        {address && !broken && (
          <img src={address} alt={`Picture ${name}, not described`} width={zoom !== null && size ? Math.round((size.wide * zoom) / 100) : undefined} className={zoom === null ? 'fit' : undefined}
            onLoad={(load) => setSize({ wide: load.currentTarget.naturalWidth, high: load.currentTarget.naturalHeight })} onError={() => setBroken(true)} data-testid="bytes-picture" />
        )}
        {broken && <p>The browser cannot decode these bytes as a picture. The hex view shows them.</p>}
      </div>
      {cut && <p className="warn-text">Only the first {bytesWords(view.contextTo - view.contextFrom)} of {bytesWords(view.to - view.from)} are here: the lower part of the picture may be missing.</p>}
      <Facts of={[
        ['Type by its bytes', type ?? 'unknown'],
        ...(size ? [['Pixels', `${size.wide} × ${size.high}`] as [string, string]] : []),
        ...exif,
      ]} />
      {exif.length === 0 && <p className="hint">No camera wrote anything (EXIF) into this picture, or it was taken out.</p>}
      {exif.length > 0 && <p className="hint">What a camera wrote (EXIF) can be changed by anybody; times in it have no zone unless an offset says so.</p>}
    </>
  );
}
