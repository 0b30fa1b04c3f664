import type { EntityView, PreviewView } from '../api/contract';
import { Waiting } from './pieces';
import { accountName } from './words';

/** What would become of entities; nothing is written by showing it. */
export function Preview({ of, act }: { of: PreviewView | null; act: string }) {
  if (!of) return <Waiting what="Looking what would become of it…" />;
  const accounts = (entity: EntityView) => entity.accounts.map((one) => `${accountName(one)} (${one.platform})`).join(', ');
  const nothing = of.before.length === of.after.length;
  return (
    <div className="preview" data-testid="preview">
      {nothing ? <p className="hint">{act} changes which accounts are together in nothing.</p> : (
        <div className="pair">
          <div className="account"><h3>Now</h3><ul>{of.before.map((one) => <li key={one.key}>{accounts(one)}</li>)}</ul></div>
          <div className="account"><h3>Then</h3><ul>{of.after.map((one) => <li key={one.key}>{accounts(one)}</li>)}</ul></div>
        </div>
      )}
      {of.clashes.length > 0 && <p className="warn-text">This contradicts what stands: {of.clashes.map((one) => `${accountName(one.a)} and ${accountName(one.b)}`).join('; ')} were judged different. Until it is settled, the judgements that would join them are set aside.</p>}
      {of.settled.length > 0 && <p className="hint">This settles a contradiction.</p>}
      {of.needsSecond && <p className="hint" data-testid="needs-second">Two platforms and no permanent or verified selector in common: it counts once a second person has approved it.</p>}
    </div>
  );
}
