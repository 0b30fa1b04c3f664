import type { AuthorityForm } from '../api/contract';
import { Facts } from '../parts/pieces';
import { plain, spanWords } from '../parts/words';
import { BUSINESS_CASES, LEVELS, METHODS } from './state';

/** The reach of an authority in words. */
export function Scope({ of }: { of: Pick<AuthorityForm, 'businessCase' | 'selectors' | 'platforms' | 'contentFrom' | 'contentTo' | 'maxLevel' | 'methods' | 'hopLimit'> }) {
  return (
    <Facts of={[
      ['Business case', BUSINESS_CASES.find((one) => one.value === of.businessCase)?.label ?? of.businessCase],
      ['Selectors', <ul key="s" className="plain">{of.selectors.map((one) => <li key={one}><code>{one}</code></li>)}</ul>],
      ['Platforms', of.platforms.join(', ')],
      ['Content', spanWords(of.contentFrom, of.contentTo)],
      ['Highest level', LEVELS.find((one) => one.value === of.maxLevel)?.label ?? String(of.maxLevel)],
      ['Methods', of.methods.map((one) => METHODS.find((known) => known.value === one)?.label ?? plain(one)).join(', ')],
      ['Hops', of.hopLimit === 0 ? 'only the selectors themselves' : 'one hop from the selectors'],
    ]} />
  );
}
