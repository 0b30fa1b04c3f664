import type { Scale } from '../api/contract';
import { SCALES } from './scales';

/** What the words of a scale mean, folded away. */
export function ScaleWords({ of }: { of: Scale }) {
  const scale = SCALES.find((one) => one.value === of);
  if (!scale || scale.terms.length === 0) return null;
  return (
    <details>
      <summary>{`What the words of the ${scale.title} mean`}</summary>
      <table>
        <caption>{scale.source}</caption>
        <thead><tr><th scope="col">Words</th><th scope="col">Range</th></tr></thead>
        <tbody>{scale.terms.map(([words, range]) => <tr key={words}><th scope="row">{words}</th><td>{range}</td></tr>)}</tbody>
      </table>
    </details>
  );
}
