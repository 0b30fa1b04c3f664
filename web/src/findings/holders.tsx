/* Who received a finding that no longer stands, and whether they were told. */
import { useWorkspace } from '../frame/workspace';
import { useLoad } from '../parts/load';
import { FaultPanel, Tag, Time, Waiting } from '../parts/pieces';

/**
 * The releases that hold a finding.
 *
 * @param ahead before the correction of it is signed, which tells everybody named here
 */
export function Holders({ of, number, ahead = false }: { of: string; number: number; ahead?: boolean }) {
  const w = useWorkspace();
  const loaded = useLoad(`holders ${of} ${w.permit?.id} ${ahead}`, () => w.api.calledBack());
  const held = loaded.value?.filter((one) => one.disclosure.findings.includes(of)) ?? [];
  return (
    <section className="card" data-testid="holders">
      <h2>{ahead ? 'Who is told when this is signed' : `Who received F-${number}`}</h2>
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      {loaded.state === 'loading' && <Waiting what="Looking through the register…" />}
      {loaded.value && held.length === 0 && <p className="muted">{`Nobody: no release of this authority holds F-${number}.`}</p>}
      {held.length > 0 && (
        <ul className="plain roomy">
          {held.map((one) => (
            <li key={one.disclosure.id}>
              <strong>{one.disclosure.recipient.name}</strong>, {one.disclosure.recipient.organisation}: “{one.disclosure.title}”, <Time at={one.disclosure.at} />{' '}
              {one.notices.length > 0 && <><Tag tone="warn">called back</Tag> <span className="muted"><Time at={one.notices.at(-1)!.at} /> {one.notices.at(-1)!.by}</span>{' '}</>}
              {ahead ? <Tag tone="wait">will be called back</Tag> : one.due && <Tag tone="bad">recall due</Tag>}
            </li>
          ))}
        </ul>
      )}
      {held.length > 0 && !ahead && <p><a href={w.href('disclosure')}>The notices stand in the register</a></p>}
    </section>
  );
}
