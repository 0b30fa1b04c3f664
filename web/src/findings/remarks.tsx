import { useEffect, useState } from 'react';
import type { ClaimDraft, RemarkView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { readable } from './state';

/** Long enough that nobody is read while typing a word, short enough to be there when they look up. */
const PAUSE_MS = 600;

/** What a strict colleague would say of the claim as it is now; read again after each pause. */
export function useRemarks(claim: ClaimDraft): RemarkView[] {
  const w = useWorkspace();
  const [remarks, setRemarks] = useState<RemarkView[]>([]);
  const asked = JSON.stringify(readable(claim));
  useEffect(() => {
    let over = false;
    const timer = window.setTimeout(() => {
      // A claim that cannot be read yet is told so when it is saved.
      w.api.findingRemarks(JSON.parse(asked) as ClaimDraft).then((read) => { if (!over) setRemarks(read); }, () => { if (!over) setRemarks([]); });
    }, PAUSE_MS);
    return () => { over = true; window.clearTimeout(timer); };
  // The workspace is a new value at every drawing; what is asked depends on the claim alone.
  }, [asked]);
  return remarks;
}

/** Remarks, each with its words, what it does and its cure. */
export function RemarkList({ remarks, onShow }: { remarks: RemarkView[]; onShow?: (remark: RemarkView) => void }) {
  return (
    <ul className="plain remarks" data-testid="remarks">
      {remarks.map((one, at) => (
        <li key={at} className={one.blocks ? 'problem' : 'warn-text'}>
          <strong>{one.blocks ? 'Keeps it from review' : 'Warning'}</strong>
          {one.value && <>{' '}{onShow ? <button type="button" className="link" onClick={() => onShow(one)} aria-label={`Show “${one.value}” in the text`}>“{one.value}”</button> : <q>{one.value}</q>}</>}
          {': '}{one.cure} <code className="small">{one.code}</code>
        </li>
      ))}
    </ul>
  );
}
