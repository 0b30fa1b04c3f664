import { Tag } from '../parts/pieces';
import { countOf } from '../parts/words';
import { searchOfKept, type Search } from './state';
import { linesOf, searchWords, type SearchTrail } from './trail';

/** The searches of this session, branches too; nobody else sees them, and they end with it. */
export function History({ trail, onAsk }: { trail: SearchTrail; onAsk: (search: Search) => void }) {
  const lines = linesOf(trail);
  if (lines.length < 2) return null;
  return (
    <details className="kept card" data-testid="search-history">
      <summary>{`Searches of this session: ${lines.length}`}</summary>
      <p className="hint">Going back and searching for something else leaves a branch. They are yours alone and end as you sign out; asking again is a search of its own in the ledger.</p>
      <ol className="ws-steps">
        {lines.map((one) => (
          <li key={one.nth} style={{ marginInlineStart: Math.min(6, one.depth) * 14 }}>
            <button type="button" className="link" aria-current={one.nth === trail.at ? 'step' : undefined} onClick={() => onAsk(searchOfKept(one.query))}>{searchWords(one.query)}</button>{' '}
            <span className="muted">{one.found === null ? '' : countOf(one.found, 'record')}</span>{' '}
            {one.nth === trail.at ? <Tag tone="good">here</Tag> : !one.on && <Tag>branch</Tag>}
          </li>
        ))}
      </ol>
    </details>
  );
}
