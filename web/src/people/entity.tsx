import { useState } from 'react';
import type { EntityCardView, EntityView, JudgementView, PreviewView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useLoad } from '../parts/load';
import { Dialog, Empty, FaultPanel, Tag, Time, Waiting } from '../parts/pieces';
import { accountName, countOf, shortDigest } from '../parts/words';
import { Likeness } from './likeness';
import { verdictWords } from './state';
import { chanceWords } from './waterfall';

/** Why an entity holds together: judgements that bind, where it would come apart, what has become of its keys. */
export function EntityCard(props: { entityKey: string; turn: number; onClose: () => void; onWithdraw: (judgement: JudgementView) => void }) {
  const w = useWorkspace();
  const loaded = useLoad(`entity ${w.permit?.id} ${props.entityKey} ${props.turn}`, () => w.api.entity(props.entityKey));
  const card = loaded.value;
  return (
    <Dialog title={card ? card.entity.label : 'Entity'} onClose={props.onClose} wide>
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      {!card && !loaded.fault && <Waiting what="Reading the entity…" />}
      {card && <Card card={card} onWithdraw={props.onWithdraw} />}
    </Dialog>
  );
}

function Card({ card, onWithdraw }: { card: EntityCardView; onWithdraw: (judgement: JudgementView) => void }) {
  const name = (key: string) => {
    const account = card.entity.accounts.find((one) => one.key === key);
    return account ? `${accountName(account)} (${account.platform})` : key;
  };
  return (
    <div data-testid="entity-of-judgements">
      <p>{countOf(card.entity.accounts.length, 'account')}: {card.entity.accounts.map((one) => `${accountName(one)} (${one.platform})`).join(', ')}</p>
      {card.asked !== card.entity.key && <p className="hint">The key asked for, <code>{shortDigest(card.asked)}</code>, leads here since it was joined.</p>}
      <h3>Judgements that bind</h3>
      {card.binding.length === 0 ? <p className="muted">None: it is one account that nobody has joined to another.</p> : (
        <ul className="judged">
          {card.binding.map((one) => (
            <li key={one.id}>
              <Tag tone="good">{verdictWords(one.verdict)}</Tag> {name(one.a)} and {name(one.b)}: {one.reason} <span className="muted">{one.by}, <Time at={one.at} /></span>{' '}
              {card.bridges.includes(one.id) && <Tag tone="warn">without it the entity comes apart</Tag>}{' '}
              <button type="button" className="button small" onClick={() => onWithdraw(one)} data-testid="unmerge" aria-label={`Unmerge ${name(one.a)} and ${name(one.b)}`}>Unmerge…</button>
            </li>
          ))}
        </ul>
      )}
      {card.weakest && (
        <details>
          <summary>The weakest link: {card.binding.filter((one) => one.id === card.weakest?.judgement).map((one) => `${name(one.a)} and ${name(one.b)}`)}, chance {chanceWords(card.weakest.likeness.probability)} by the machine’s weights</summary>
          <Likeness of={card.weakest.likeness} />
        </details>
      )}
      {card.binding.length > 1 && <Path card={card} name={name} />}
      {card.apart.length > 0 && (
        <>
          <h3>Kept apart from it</h3>
          <ul className="judged">{card.apart.map((one) => <li key={one.id}><Tag tone="warn">{verdictWords(one.verdict)}</Tag> {name(one.a)} and {name(one.b)}: {one.reason}</li>)}</ul>
        </>
      )}
      <h3>What has become of its keys</h3>
      {card.changes.length === 0 ? <p className="muted">Nothing was ever joined to it or parted from it.</p> : (
        <ol className="changes">
          {card.changes.map((one) => (
            <li key={one.leaf}><Time at={one.at} /> {one.by}: {one.cause.toLowerCase()}, {one.before.map(shortDigest).join(' + ')} → {one.after.map(shortDigest).join(' + ')} <span className="muted">leaf {one.leaf}</span></li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Path({ card, name }: { card: EntityCardView; name: (key: string) => string }) {
  const w = useWorkspace();
  const keys = card.entity.accounts.map((one) => one.key);
  const [from, setFrom] = useState(keys[0] ?? '');
  const [to, setTo] = useState(keys[keys.length - 1] ?? '');
  const loaded = useLoad(from !== to ? `path ${w.permit?.id} ${from} ${to}` : null, () => w.api.entityPath(from, to));
  return (
    <>
      <h3>The way from one to another</h3>
      <div className="toolbar">
        <label>From <select value={from} onChange={(change) => setFrom(change.target.value)}>{keys.map((key) => <option key={key} value={key}>{name(key)}</option>)}</select></label>
        <label>to <select value={to} onChange={(change) => setTo(change.target.value)}>{keys.map((key) => <option key={key} value={key}>{name(key)}</option>)}</select></label>
      </div>
      {from !== to && loaded.value && <ol className="changes">{loaded.value.map((one) => <li key={one.id}>{name(one.a)} – {name(one.b)}: {one.reason} <span className="muted">{one.by}</span></li>)}</ol>}
    </>
  );
}

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

/** Entities as they were known at a moment. */
export function AsOf({ at, onAt, entities }: { at: string; onAt: (at: string) => void; entities: number }) {
  return (
    <div className="toolbar">
      <label>As known at (UTC) <input type="datetime-local" value={at} onChange={(change) => onAt(change.target.value)} data-testid="as-of" /></label>
      {at !== '' && <><span>{countOf(entities, 'entity', 'entities')} then</span> <button type="button" className="button small" onClick={() => onAt('')}>Now</button></>}
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
