import { useState } from 'react';
import type { RecordPage } from '../api/contract';
import { countWords } from '../parts/words';
import { facetGroups, narrowed, type FacetGroup, type Search } from './state';

const SHOWN = 8; // More of one facet at once pushes the next one off the screen.

interface Props {
  page: RecordPage;
  search: Search;
  onAsk: (search: Search) => void;
}

/** What was found, counted by facet: exact, within the scope; a second press drops what was chosen. */
export function Facets({ page, search, onAsk }: Props) {
  return (
    <section className="facets card" aria-label="Narrow by facet" data-testid="facets">
      {facetGroups(page, search).filter((group) => group.values.length > 0).map((group) => (
        <Group key={group.name} group={group} onChoose={(value) => onAsk(narrowed(search, { [group.name]: value }))} />
      ))}
    </section>
  );
}

function Group({ group, onChoose }: { group: FacetGroup; onChoose: (value: string) => void }) {
  const [all, setAll] = useState(false);
  const values = all ? group.values : group.values.filter((one, at) => at < SHOWN || one.chosen);
  return (
    <div className="facet" role="group" aria-label={group.title}>
      <h2>{group.title}</h2>
      <ul>
        {values.map((one) => (
          <li key={one.value}>
            <button type="button" className="facet-value" aria-pressed={one.chosen} title={one.value} data-testid={`facet-${group.name}-${one.value}`}
              onClick={() => onChoose(one.chosen ? '' : one.value)}>
              <span className="clip">{one.words}</span> <span className="count">{countWords(one.count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {group.values.length > SHOWN && (
        <button type="button" className="quiet small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'fewer' : `${countWords(group.values.length - SHOWN)} more`}<span className="unseen"> of {group.title}</span>
        </button>
      )}
      {group.beyond > 0 && <p className="hint">and {countWords(group.beyond)} rarer ones: narrow further to see them</p>}
    </div>
  );
}
