import { useState } from 'react';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Empty, FaultPanel, Field, PageHead, ReasonDialog, Tag, Time } from '../parts/pieces';
import { plain } from '../parts/words';
import { RELATIONS, meansSomebody, open } from './state';

/** Everybody declares whom he must not look at; the integrity unit sees which steps were blocked. */
export function ConflictsPage() {
  const w = useWorkspace();
  const deed = useDeed();
  const mine = useLoad('conflicts-mine', () => w.api.myConflicts());
  const [relation, setRelation] = useState<string>('SELF');
  const [value, setValue] = useState('');
  return (
    <>
      <PageHead title="Conflicts of interest" lead="Declare, for nobody else to read, whom you must not look at: yourself, family, former partners, colleagues, neighbours. Only keyed hashes are kept; nobody can read back what you declare. A step that names them is blocked, and the integrity unit is told, not your supervisor." />
      <form className="card" onSubmit={(submit) => {
        submit.preventDefault();
        void deed.run(() => w.api.declareConflict(relation, value), () => { setValue(''); mine.reload(); });
      }}>
        <Field label="They are to me">
          {(ids) => <select {...ids} value={relation} onChange={(change) => setRelation(change.target.value)}>{RELATIONS.map((one) => <option key={one} value={one}>{plain(one)}</option>)}</select>}
        </Field>
        <Field label="Number, address, handle or full name" hint="Declare each on its own.">
          {(ids) => <input {...ids} value={value} autoComplete="off" onChange={(change) => setValue(change.target.value)} data-testid="conflict-value" />}
        </Field>
        <FaultPanel fault={deed.fault} />
        <button type="submit" className="button primary" disabled={deed.busy || !meansSomebody(value)}>Declare</button>
      </form>
      <h2>Declared by you</h2>
      <FaultPanel fault={mine.fault} onRetry={mine.reload} />
      {mine.value?.length === 0 && <Empty title="You have declared nobody." />}
      <ul>{(mine.value ?? []).map((one) => (
        <li key={one.id}>{plain(one.relation)}, <Time at={one.declaredAt} /> {one.withdrawnAt && <Tag tone="warn">taken back</Tag>}</li>
      ))}</ul>
      {w.actor.roles.includes('INTEGRITY_OFFICER') && <Hits />}
    </>
  );
}

function Hits() {
  const w = useWorkspace();
  const deed = useDeed();
  const hits = useLoad('conflict-hits', () => w.api.conflictHits());
  const [seeing, setSeeing] = useState<string | null>(null);
  return (
    <section aria-labelledby="hits">
      <h2 id="hits">Blocked steps {open(hits.value ?? []).length > 0 && <Tag tone="warn">{open(hits.value ?? []).length} to look into</Tag>}</h2>
      <FaultPanel fault={hits.fault} onRetry={hits.reload} />
      {hits.value?.length === 0 && <Empty title="No step was blocked." />}
      {(hits.value ?? []).length > 0 && <table>
        <thead><tr><th>When</th><th>Who</th><th>To whom</th><th>Step</th><th>What came of it</th></tr></thead>
        <tbody>{(hits.value ?? []).map((hit) => (
          <tr key={hit.id} data-testid="conflict-hit">
            <td><Time at={hit.at} /></td><td>{hit.person}</td><td>{plain(hit.relation)}</td><td>{plain(hit.step)}</td>
            <td>{hit.seenBy ? `${hit.seenBy}: ${hit.note}` : <button type="button" className="button small" onClick={() => setSeeing(hit.id)}>Note</button>}</td>
          </tr>
        ))}</tbody>
      </table>}
      {seeing && (
        <ReasonDialog title="What came of it" question="What did you find?" verb="Note" busy={deed.busy} fault={deed.fault} onClose={() => setSeeing(null)}
          onSay={(note) => void deed.run(() => w.api.seeConflict(seeing, note), () => { setSeeing(null); hits.reload(); })} />
      )}
    </section>
  );
}
