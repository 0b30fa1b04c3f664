import { useEffect, useState, type KeyboardEvent } from 'react';
import type { AccountView, ExcerptView, RecordView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useLoad } from '../parts/load';
import { DigestText, Facts, FaultPanel, Tag, Time, Waiting } from '../parts/pieces';
import { plain } from '../parts/words';
import { NotesOf } from './beside';
import { ChatRound } from './chat';
import { MediaOf } from './media';
import { digestCovers, hexOf, placeWords, sha256Hex, textOf } from './excerpt';
import { PageBytes, PictureBytes, SheetRows, TableBytes, TreeBytes } from './shown';
import { accountWords, basketLabel, checkWords, languageWords, lineOf, selectorPieces, selectorQuery, selectorWords } from './state';
import { KEYS, waysOf, type Way } from './ways';

interface Props {
  record: RecordView;
  onClose: () => void;
  onAccount: (key: string) => void;
  onConversation: (key: string) => void;
  onLike: (record: string) => void;
  onWords: (words: string) => void;
  onRecord: (record: RecordView) => void;
}

/** One record: what it says, when, where it came from, and the bytes behind it. */
export function RecordPane({ record, onClose, onAccount, onConversation, onLike, onWords, onRecord }: Props) {
  const w = useWorkspace();
  const [medium, setMedium] = useState<number | null>(null);
  const held = w.basket.some((one) => one.record === record.id);
  const account = (one: AccountView) => (
    <span key={one.key}>
      <button type="button" className="link" onClick={() => onAccount(one.key)} title={`Only this account: ${one.key}`}>{accountWords(one)}</button>
      {one.handle && one.handle !== one.shownAs && <span className="muted"> @{one.handle.replace(/^@/, '')}</span>}{' '}
    </span>
  );
  return (
    <aside className="pane card" aria-label="One record" data-testid="record-pane">
      <header className="pane-head">
        <h2><Tag>{plain(record.kind)}</Tag> {record.platform} · {record.exhibit.number}</h2>
        <button type="button" className="quiet" onClick={onClose} aria-label="Close the record">✕</button>
      </header>
      <blockquote className="words">{record.text ? <Words record={record} /> : lineOf(record) || <span className="muted">This record holds no words.</span>}</blockquote>
      <div className="buttons">
        <button type="button" className={held ? 'button small' : 'button small primary'} aria-pressed={held} data-testid="use-as-support"
          onClick={() => (held ? w.unsupport(record.id) : w.support({ record: record.id, note: '', label: basketLabel(record) }))}>
          {held ? 'In the basket: take out' : 'Use as support'}
        </button>
        {record.text && <button type="button" className="button small" onClick={() => onLike(record.id)} data-testid="more-like-this">More like this</button>}
        {w.basket.length > 0 && <a href={w.href('finding-new')} data-testid="claim-from-basket">Write a finding from {w.basket.length}</a>}
      </div>
      <NotesOf key={`notes ${record.id}`} record={record} />
      <Facts of={[
        ['Claimed time', <><Time key="t" at={record.time} />{record.timeText && <> <span className="muted">written as “{record.timeText}”</span></>}{record.timeBasis && <> <Tag>{record.timeBasis}</Tag></>}</>],
        ['Acquired', <Time key="a" at={record.acquired} />],
        ['Author', record.author ? account(record.author) : <span key="n" className="muted">nobody named</span>],
        ...(record.others.length > 0 ? [['Others', record.others.slice(0, 30).map(account)] as [string, React.ReactNode]] : []),
        ...(record.conversation ? [['Conversation', (
          <span key="c"><button type="button" className="link" onClick={() => onConversation(record.conversation?.key ?? '')}>{record.conversation.title || record.conversation.key}</button> <span className="muted">{plain(record.conversation.kind)}</span></span>
        )] as [string, React.ReactNode]] : []),
        ['Language', record.language.code === 'unknown' ? <span key="l" className="muted">unknown</span> : (
          <span key="l">{languageWords(record.language.code)} <span className="muted">seen by a machine, {Math.round(record.language.sureness * 100)} %</span></span>
        )],
        ...Object.entries(record.details).map(([name, value]) => [name, value] as [string, string]),
      ]} />
      <Selectors record={record} onWords={onWords} />
      {Object.keys(record.extra).length > 0 && (
        <details>
          <summary>Further fields ({Object.keys(record.extra).length})</summary>
          <Facts of={Object.entries(record.extra).map(([name, value]) => [name, value])} />
        </details>
      )}
      <ChatRound key={record.id} record={record} onRecord={onRecord} />
      <MediaOf record={record} shown={medium} onBytes={setMedium} onWords={onWords} onRecord={onRecord} />
      <Evidence key={medium ?? 'record'} record={record} medium={medium} />
    </aside>
  );
}

function Words({ record }: { record: RecordView }) {
  return <>{selectorPieces(record.text, record.selectors).map((piece, at) => (piece.marked ? <mark key={at} className="selector">{piece.text}</mark> : piece.text))}</>;
}

/** Selectors that a machine sees in the words: a reading of them, each with the rule that made it. */
function Selectors({ record, onWords }: { record: RecordView; onWords: (words: string) => void }) {
  if (record.selectors.length === 0) return null;
  return (
    <section aria-label="Selectors in the words" data-testid="selectors">
      <h3>Selectors in the words</h3>
      <ul className="plain selectors">
        {record.selectors.map((one, at) => (
          <li key={at}>
            <Tag>{selectorWords(one.kind)}</Tag>{' '}
            {one.kind === 'card' ? <span>{one.value}</span> : (
              <button type="button" className="link break" onClick={() => onWords(selectorQuery(one))} title="Every record with this selector">{one.value}</button>
            )}
            <div className="muted small">
              rule “{one.rule}”, {one.part === 'words' ? '' : `in ${one.part}, `}characters {one.from}–{one.to} · {one.check === 'FAILED' ? <strong>{checkWords(one.check)}</strong> : checkWords(one.check)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const CONTEXT = 4096; // bytes on each side: a screenful of JSON round the record.

/** The original bytes round the record, or of a medium that it carries, shown as what they are; as text and hex always. */
function Evidence({ record, medium }: { record: RecordView; medium: number | null }) {
  const w = useWorkspace();
  const [chosen, setChosen] = useState<Way | null>(null);
  const loaded = useLoad(`bytes ${record.id} ${medium}`, (signal) => (medium === null ? w.api.bytes(record.id, CONTEXT, signal) : w.api.mediumBytes(record.id, medium, signal)));
  const view = loaded.value;
  const text = view ? textOf(view) : null;
  const name = medium === null ? record.exhibit.name : record.media[medium]?.name ?? '';
  const ways = view ? waysOf(view, text, name, medium !== null) : [];
  const way = chosen !== null && ways.includes(chosen) ? chosen : ways[0] ?? 'text';
  const turn = (key: KeyboardEvent) => {
    const asked = ways.find((one) => KEYS[one] === key.key);
    if (!asked || key.ctrlKey || key.metaKey || key.altKey) return;
    key.preventDefault();
    setChosen(asked);
  };
  return (
    <section aria-label={medium === null ? 'Original bytes' : 'Original bytes of the medium'} className="evidence" onKeyDown={turn}>
      <div className="evidence-head">
        <h3>{medium === null ? 'Original bytes' : `Original bytes of ${record.media[medium]?.name ?? 'the medium'}`}</h3>
        <div className="buttons" role="group" aria-label="Show bytes as">
          {ways.map((one) => (
            <button key={one} type="button" className="button small" aria-pressed={one === way} aria-keyshortcuts={KEYS[one]} onClick={() => setChosen(one)} data-testid={`show-${one}`}>{wayWords(one)}</button>
          ))}
        </div>
      </div>
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      {!view && !loaded.fault && <Waiting what="Opening the sealed exhibit…" />}
      {view && (
        <>
          <p className="muted small break">{record.exhibit.number} {record.exhibit.name} · {placeWords(view)}{medium === null && record.locator.pointer && <> · <code>{record.locator.pointer}</code></>}</p>
          {way === 'tree' && text && <TreeBytes text={text} pointer={medium === null ? record.locator.pointer : ''} />}
          {way === 'page' && text && <PageBytes text={text} language={record.language.code === 'unknown' ? '' : record.language.code} />}
          {way === 'table' && text && <TableBytes text={text} view={view} record={record} own={medium === null} />}
          {way === 'sheet' && <SheetRows record={record} />}
          {way === 'picture' && <PictureBytes view={view} name={name} />}
          {way === 'text' && text && <TextBytes text={text} />}
          {way === 'hex' && <HexBytes view={view} />}
          <p className="hint">Asterisks stand for neighbouring bytes that belong to no record in scope.</p>
          <DigestLine view={view} exhibit={record.locator.exhibit} />
        </>
      )}
    </section>
  );
}

function wayWords(way: Way): string {
  switch (way) {
    case 'tree': return 'Tree';
    case 'page': return 'Page';
    case 'table': return 'Table';
    case 'sheet': return 'Table';
    case 'picture': return 'Picture';
    case 'hex': return 'Hex';
    default: return 'Text';
  }
}

function bringMark(scroller: HTMLElement | null): void {
  const mark = scroller?.querySelector('mark');
  if (scroller && mark) scroller.scrollTop = Math.max(0, mark.offsetTop - 48);
}

function TextBytes({ text }: { text: { before: string; marked: string; after: string } }) {
  return (
    <pre className="bytes" tabIndex={0} role="region" aria-label="Bytes as text, the record marked" ref={bringMark} data-testid="bytes-text">
      {text.before}<mark>{text.marked}</mark>{text.after}
    </pre>
  );
}

function HexBytes({ view }: { view: ExcerptView }) {
  const lines = hexOf(view);
  return (
    <pre className="bytes hex" tabIndex={0} role="region" aria-label="Bytes in hex, the record marked" ref={bringMark} data-testid="bytes-hex">
      {lines.map((line) => (
        <div key={line.offset}>
          <span className="muted">{line.offset}</span>{'  '}
          {line.cells.map((cell, at) => (cell.marked ? <mark key={at}>{cell.hex} </mark> : `${cell.hex} `))}
          {'   '.repeat(16 - line.cells.length)}{' '}
          {line.cells.map((cell, at) => (cell.marked ? <mark key={at}>{cell.glyph}</mark> : cell.glyph))}
        </div>
      ))}
    </pre>
  );
}

function DigestLine({ view, exhibit }: { view: ExcerptView; exhibit: string }) {
  const [covers, setCovers] = useState<'record' | 'excerpt' | null | undefined>(undefined);
  useEffect(() => {
    let here = true;
    if (globalThis.crypto?.subtle) void digestCovers(view, sha256Hex).then((over) => here && setCovers(over));
    return () => { here = false; };
  }, [view]);
  return (
    <Facts of={[
      ['Exhibit SHA-256', <DigestText key="e" hex={exhibit} />],
      ...(view.sha256 && view.sha256 !== exhibit ? [['Excerpt SHA-256', (
        <span key="x"><DigestText hex={view.sha256} /> {covers && <Tag tone="good">{covers === 'record' ? '✓ agrees with the marked bytes' : '✓ agrees with the bytes shown'}</Tag>}</span>
      )] as [string, React.ReactNode]] : []),
    ]} />
  );
}
