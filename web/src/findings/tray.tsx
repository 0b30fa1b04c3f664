import { useEffect, useState } from 'react';
import { carried, carries } from '../frame/drag';
import { useWorkspace } from '../frame/workspace';
import { countOf } from '../parts/words';

/** What is set aside for a finding, on every page of a case; records are dropped here, or put in by key. */
export function Tray({ here }: { here: string }) {
  const w = useWorkspace();
  const [dragging, setDragging] = useState(false);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const begin = (drag: DragEvent) => { if (drag.dataTransfer && carries(drag.dataTransfer)) setDragging(true); };
    const end = () => { setDragging(false); setOver(false); };
    document.addEventListener('dragstart', begin);
    document.addEventListener('dragend', end);
    // A row that moves when it is dropped is gone before its drag ends, and says nothing more.
    document.addEventListener('drop', end);
    return () => { document.removeEventListener('dragstart', begin); document.removeEventListener('dragend', end); document.removeEventListener('drop', end); };
  }, []);
  if (w.caseId === null || here === 'finding-new' || here === 'finding-edit' || (!dragging && w.basket.length === 0)) return null;
  return (
    <aside className={over ? 'tray over' : 'tray'} aria-label="Tray for a finding" data-testid="tray"
      onDragOver={(drag) => { if (carries(drag.dataTransfer)) { drag.preventDefault(); setOver(true); } }}
      onDragLeave={() => setOver(false)}
      onDrop={(drop) => {
        const record = carried(drop.dataTransfer);
        if (record) { drop.preventDefault(); w.support(record); }
        setDragging(false);
        setOver(false);
      }}>
      <p role="status">{dragging ? 'Drop it here to use it in a finding' : `${countOf(w.basket.length, 'record')} set aside for a finding`}</p>
      {w.basket.length > 0 && (
        <details>
          <summary>Show them</summary>
          <ul className="plain">
            {w.basket.map((one) => (
              <li key={one.record}><a href={w.href('records', { params: { record: one.record } })}>{one.label}</a> <button type="button" className="quiet" onClick={() => w.unsupport(one.record)} aria-label={`take out: ${one.label}`}>take out</button></li>
            ))}
          </ul>
        </details>
      )}
      {w.basket.length > 0 && <a className="button small primary" href={w.href('finding-new')} data-testid="tray-write">Write a finding</a>}
    </aside>
  );
}
