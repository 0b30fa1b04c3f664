import { useState } from 'react';
import type { ElsewhereView, MediaView, RecordView, SameMediaView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useLoad } from '../parts/load';
import { DigestText, FaultPanel, Time, Waiting } from '../parts/pieces';
import { accountWords } from './state';
import { alikeWords, elsewhereWords, knownBy } from './same';

/** What a record carries: each medium, its bytes, and where else in the case it is. */
export function MediaOf({ record, shown, onBytes, onWords, onRecord }: {
  record: RecordView;
  shown: number | null;
  onBytes: (medium: number | null) => void;
  onWords: (words: string) => void;
  onRecord: (record: RecordView) => void;
}) {
  const w = useWorkspace();
  const [asked, setAsked] = useState(false);
  const same = useLoad(asked ? `same ${record.id}` : null, (signal) => w.api.same(record.id, signal));
  if (record.media.length === 0) return null;
  return (
    <section aria-label="Media" data-testid="media">
      <h3>Media</h3>
      <ul className="plain media">
        {record.media.map((one, at) => (
          <li key={at}>
            <span className="break">{one.name}</span> {one.type && <span className="muted">{one.type}</span>}
            {!one.part && <span className="muted"> not in the exhibit</span>}
            {one.sha256 && <div className="muted small">SHA-256 <DigestText hex={one.sha256} />{one.likeness && <> · likeness <code>{one.likeness}</code></>}</div>}
            {one.part && (
              <button type="button" className="button small" aria-pressed={shown === at} onClick={() => onBytes(shown === at ? null : at)} data-testid="medium-bytes">Its bytes</button>
            )}
            <Elsewhere medium={one} same={same.value?.find((found) => found.medium === at)} onWords={onWords} onRecord={onRecord} />
          </li>
        ))}
      </ul>
      {record.media.some(knownBy) && !asked && (
        <button type="button" className="button small" onClick={() => setAsked(true)} data-testid="same-media">Same picture elsewhere in this case?</button>
      )}
      {asked && <FaultPanel fault={same.fault} onRetry={same.reload} />}
      {asked && !same.value && !same.fault && <Waiting what="Looking for the same bytes and for pictures that look the same…" />}
    </section>
  );
}

function Elsewhere({ medium, same, onWords, onRecord }: {
  medium: MediaView;
  same: SameMediaView | undefined;
  onWords: (words: string) => void;
  onRecord: (record: RecordView) => void;
}) {
  if (!same) return null;
  return (
    <div data-testid="elsewhere">
      <p role="status">{elsewhereWords(medium, same)}</p>
      {same.found.length > 0 && (
        <ul className="plain">
          {same.found.map((one) => <Found key={one.record.id} one={one} onRecord={onRecord} />)}
        </ul>
      )}
      {same.others > 0 && (
        <button type="button" className="link" onClick={() => onWords(same.words)} data-testid="same-search">Show all as a search</button>
      )}
    </div>
  );
}

function Found({ one, onRecord }: { one: ElsewhereView; onRecord: (record: RecordView) => void }) {
  const { record } = one;
  return (
    <li>
      <button type="button" className="link" onClick={() => onRecord(record)}>
        {record.exhibit.number} · {record.author ? accountWords(record.author) : 'nobody named'}{record.conversation ? ` in ${record.conversation.title || record.conversation.key}` : ''}
      </button>{' '}
      <Time at={record.time} /> <span className="muted">{alikeWords(one)}</span>
    </li>
  );
}
