import { useState } from 'react';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { FaultPanel } from '../parts/pieces';
import { keptOf, narrows, queryOf, searchOfKept, type Search } from './state';

/** Searches that this person keeps in this case, and the way of what was found into a file. */
export function Kept({ search, total, onAsk }: { search: Search; total: number; onAsk: (search: Search) => void }) {
  const w = useWorkspace();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const kept = useLoad(open ? `searches ${w.permit?.id}` : null, () => w.api.searches());
  const deed = useDeed();
  const keep = () => void deed.run(async () => {
    await w.api.keepSearch(name.trim(), keptOf(search));
    setName('');
    kept.reload();
  });
  const drop = (id: string) => void deed.run(async () => {
    await w.api.dropSearch(id);
    kept.reload();
  });
  const take = (format: 'csv' | 'ndjson') => void deed.run(async () => {
    const { blob, name: file } = await w.api.exportRecords(queryOf({ ...search, after: '' }), format);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  });
  return (
    <details className="kept card" onToggle={(toggle) => setOpen(toggle.currentTarget.open)} data-testid="kept-searches">
      <summary>Kept searches and export</summary>
      <FaultPanel fault={deed.fault ?? kept.fault} onRetry={kept.reload} />
      {(kept.value ?? []).length > 0 && (
        <ul className="plain">
          {(kept.value ?? []).map((one) => (
            <li key={one.id}>
              <button type="button" className="link" onClick={() => onAsk(searchOfKept(one.query))}>{one.name}</button>{' '}
              <button type="button" className="quiet small" disabled={deed.busy} onClick={() => drop(one.id)} aria-label={`Keep ${one.name} no longer`}>✕</button>
            </li>
          ))}
        </ul>
      )}
      {kept.value && kept.value.length === 0 && <p className="hint">Nobody but you sees what you keep here; each run is logged like any other search.</p>}
      {narrows(search) && (
        <form className="buttons" onSubmit={(submit) => { submit.preventDefault(); keep(); }}>
          <label><span className="unseen">Name for this search</span>
            <input value={name} maxLength={100} required onChange={(change) => setName(change.target.value)} placeholder="name for this search" data-testid="keep-name" />
          </label>
          <button type="submit" className="button small" disabled={deed.busy || name.trim() === ''} data-testid="keep-search">Keep this search</button>
        </form>
      )}
      {total > 0 && (
        <div className="buttons">
          <button type="button" className="button small" disabled={deed.busy} onClick={() => take('csv')} data-testid="export-csv">Export all as CSV</button>
          <button type="button" className="button small" disabled={deed.busy} onClick={() => take('ndjson')}>Export all as NDJSON</button>
          <span className="hint">An export is logged with you as its recipient and counts towards what you may hand out.</span>
        </div>
      )}
    </details>
  );
}
