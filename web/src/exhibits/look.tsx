import type { ReaderLookView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useLoad } from '../parts/load';
import { FaultPanel, Waiting } from '../parts/pieces';
import { otherOf, reasonsOf } from './looks';

/** Which reader reads an exhibit and by what it knows it; found out by its process, not guessed from the name. */
export function ReaderLook({ exhibit, readBy }: { exhibit: string; readBy: string | null }) {
  const w = useWorkspace();
  const loaded = useLoad(`reader ${w.permit?.id} ${exhibit}`, (signal) => w.api.readerOf(exhibit, signal));
  return (
    <div data-testid="reader-look" data-ready={loaded.value !== null}>
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      {!loaded.value && !loaded.fault && <Waiting what="Asking the readers…" />}
      {loaded.value && <Look of={loaded.value} readBy={readBy} />}
    </div>
  );
}

function Look({ of, readBy }: { of: ReaderLookView; readBy: string | null }) {
  if (of.reader === null) {
    return (
      <>
        <p><strong>No reader knows this content.</strong> {of.refusal && <>{of.refusal.what}.</>}</p>
        {of.refusal && <p className="hint">{of.refusal.cure}</p>}
      </>
    );
  }
  return (
    <>
      {readBy === of.reader ? <p>Read by <code>{of.reader}</code>, which says it is sure to {of.certainty} of 100.</p> : <p>Will be read by <code>{of.reader}</code>, which says it is sure to {of.certainty} of 100.</p>}
      <ul>{reasonsOf(of).map((one) => <li key={one} className="break">{one}</li>)}</ul>
      {readBy !== null && readBy !== of.reader && <p className="hint">It was read by <code>{readBy}</code> last: by an earlier version, or under a mapping of its columns.</p>}
      {of.others.length > 0 && (
        <p className="muted small">Others that know it too: {of.others.map(otherOf).map((one, at) => <span key={one.id}>{at > 0 && ', '}<code>{one.id}</code> ({one.certainty})</span>)}</p>
      )}
    </>
  );
}
