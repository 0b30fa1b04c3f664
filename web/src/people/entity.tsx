import type { JudgementView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { Empty, Tag, Time } from '../parts/pieces';
import { countOf } from '../parts/words';
import { verdictWords } from './state';

/** Entities as they were known at a moment. */
export function AsOf({ at, onAt, entities }: { at: string; onAt: (at: string) => void; entities: number | null }) {
  return (
    <div className="toolbar">
      <label>As known at (UTC) <input type="datetime-local" value={at} onChange={(change) => onAt(change.target.value)} data-testid="as-of" /></label>
      {at !== '' && <>{entities !== null && <span>{countOf(entities, 'entity', 'entities')} then</span>} <button type="button" className="button small" onClick={() => onAt('')}>Now</button></>}
    </div>
  );
}

/** Judgements that wait for a second person. */
export function SecondQueue(props: { waiting: JudgementView[]; name: (key: string) => string; onReview: (judgement: JudgementView, approved: boolean) => void }) {
  const w = useWorkspace();
  if (props.waiting.length === 0) return <Empty title="Nothing waits for a second person." />;
  return (
    <ul className="judged" data-testid="second">
      {props.waiting.map((one) => (
        <li key={one.id} className="card">
          <p><Tag tone="wait">{verdictWords(one.verdict)}?</Tag> <strong>{props.name(one.a)}</strong> and <strong>{props.name(one.b)}</strong></p>
          <p>{one.reason} <span className="muted">{one.by}, <Time at={one.at} /></span></p>
          {one.byId === w.actor.id ? <p className="hint">You judged it; another person of the team looks at it.</p> : (
            <div className="buttons">
              <button type="button" className="button" data-testid="approve" onClick={() => props.onReview(one, true)}>Approve</button>
              <button type="button" className="button" data-testid="refuse" onClick={() => props.onReview(one, false)}>Refuse</button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
