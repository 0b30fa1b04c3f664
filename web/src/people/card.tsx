/* One entity whole: its accounts through time, what binds it and what weighs in it, who leads it, and ways to join and part. */
import { useState, type ReactNode } from 'react';
import type { AccountRow, EntityCardView, HandleView, JudgementView, LeadAccountView, PreviewView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Beside, Dialog, FaultPanel, ReasonDialog, Tag, Time, Waiting } from '../parts/pieces';
import { Preview } from '../parts/preview';
import { accountName, countOf, countWords, plain, shortDigest, spanWords } from '../parts/words';
import { Likeness } from './likeness';
import { SideBySide } from './queue';
import { handlesThrough, leading, placesOf, VERDICTS, verdictWords, type Verdict } from './state';
import { chanceWords } from './waterfall';

type Doing =
  | { what: 'withdraw'; judgement: JudgementView }
  | { what: 'judge'; a: AccountRow; b: AccountRow; verdict: Verdict }
  | { what: 'lead'; account: AccountRow }
  | { what: 'unlead'; lead: LeadAccountView };

/** Everything about one entity; what is judged, chosen or taken back here is a deed of the person's, with its reason. */
export function EntityCard(props: { entityKey: string; turn: number; role?: string; onClose: () => void; onChange: () => void }) {
  const w = useWorkspace();
  const loaded = useLoad(`entity ${w.permit?.id} ${props.entityKey} ${props.turn}`, () => w.api.entity(props.entityKey));
  const [doing, setDoing] = useState<Doing | null>(null);
  const card = loaded.value;
  if (card && doing) return <DoingDialog doing={doing} onClose={() => setDoing(null)} onDone={() => { setDoing(null); loaded.reload(); props.onChange(); }} />;
  return (
    <Dialog title={card ? card.entity.label : 'Entity'} onClose={props.onClose} wide>
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      {!card && !loaded.fault && <Waiting what="Reading the entity…" />}
      {card && <Card card={card} role={props.role ?? ''} onDo={setDoing} />}
    </Dialog>
  );
}

/** Asks for the reason of a deed, with what would become of it in sight. */
function DoingDialog({ doing, onClose, onDone }: { doing: Doing; onClose: () => void; onDone: () => void }) {
  const w = useWorkspace();
  const deed = useDeed();
  const preview = useLoad<PreviewView>(
    doing.what === 'withdraw' ? `preview ${doing.judgement.id}` : doing.what === 'judge' ? `preview ${doing.a.key} ${doing.b.key} ${doing.verdict}` : null,
    () => (doing.what === 'judge' ? w.api.previewJudging(doing.a.key, doing.b.key, doing.verdict) : w.api.previewWithdrawing(doing.what === 'withdraw' ? doing.judgement.id : '')));
  const run = (what: () => Promise<unknown>) => void deed.run(what, onDone);
  switch (doing.what) {
    case 'withdraw':
      return (
        <ReasonDialog wide title="Withdraw a judgement" question="Why does it no longer stand?" verb="Withdraw" danger busy={deed.busy} fault={deed.fault ?? preview.fault} onClose={onClose}
          onSay={(reason) => run(() => w.api.withdrawJudgement(doing.judgement.id, reason))}>
          <Preview of={preview.value} act="Withdrawing it" />
        </ReasonDialog>
      );
    case 'judge':
      return (
        <ReasonDialog wide title={`${verdictWords(doing.verdict)}: ${accountName(doing.a)} and ${accountName(doing.b)}`} question={VERDICTS.find((one) => one.verdict === doing.verdict)?.question ?? ''}
          verb={`Judge: ${verdictWords(doing.verdict).toLowerCase()}`} busy={deed.busy} fault={deed.fault ?? preview.fault} onClose={onClose}
          onSay={(reason) => run(() => w.api.judge(doing.a.key, doing.b.key, doing.verdict, reason))}>
          <Preview of={preview.value} act="This judgement" />
        </ReasonDialog>
      );
    case 'lead':
      return (
        <ReasonDialog title={`Lead by ${accountName(doing.account)}`} question="Why shall the entity bear this account’s name?" verb="Let it lead" busy={deed.busy} fault={deed.fault} onClose={onClose}
          onSay={(reason) => run(() => w.api.chooseLead(doing.account.key, reason))}>
          <p className="hint">A choice for everybody under this authority. It joins and parts nobody, holds wherever the account goes, and can be taken back. Snapshots that are frozen already keep their names.</p>
        </ReasonDialog>
      );
    case 'unlead':
      return (
        <ReasonDialog title="Take back the leading account" question="Why shall it lead no longer?" verb="Take back" danger busy={deed.busy} fault={deed.fault} onClose={onClose}
          onSay={(reason) => run(() => w.api.withdrawLead(doing.lead.id, reason))} />
      );
  }
}

function Card({ card, role, onDo }: { card: EntityCardView; role: string; onDo: (doing: Doing) => void }) {
  const name = (key: string) => {
    const account = card.entity.accounts.find((one) => one.key === key);
    return account ? `${accountName(account)} (${account.platform})` : key;
  };
  const judgement = (one: JudgementView, tone: 'good' | 'warn' | 'wait', more: ReactNode) => <Judged key={one.id} of={one} tone={tone} name={name} card={card}>{more}</Judged>;
  return (
    <div data-testid="entity-of-judgements" className="entity-card">
      {role !== '' && <p><Tag tone="wait">{role}</Tag> <Beside of="subject" /></p>}
      {card.asked !== card.entity.key && <p className="hint">The key asked for, <code>{shortDigest(card.asked)}</code>, leads here since it was joined.</p>}
      <Accounts card={card} onDo={onDo} />
      <h3>Judgements that bind</h3>
      {card.binding.length === 0 ? <p className="muted">None: it is one account that nobody has joined to another.</p> : (
        <ul className="judged">
          {card.binding.map((one) => judgement(one, 'good', (
            <>
              {card.bridges.includes(one.id) && <Tag tone="warn">without it the entity comes apart</Tag>}{' '}
              {card.weakest?.judgement === one.id && <Tag tone="wait">the weakest link</Tag>}{' '}
              <button type="button" className="button small" onClick={() => onDo({ what: 'withdraw', judgement: one })} data-testid="unmerge" aria-label={`Unmerge ${name(one.a)} and ${name(one.b)}`}>Unmerge…</button>
            </>
          )))}
        </ul>
      )}
      {card.binding.length > 1 && <Path card={card} name={name} />}
      {card.apart.length > 0 && <><h3>Kept apart from it</h3><ul className="judged">{card.apart.map((one) => judgement(one, 'warn', <Withdraw of={one} name={name} onDo={onDo} />))}</ul></>}
      {card.unsure.length > 0 && <><h3>Unsure</h3><ul className="judged">{card.unsure.map((one) => judgement(one, 'wait', <Withdraw of={one} name={name} onDo={onDo} />))}</ul></>}
      <Merge card={card} onDo={onDo} />
      <Asked title="Role in the case" testId="card-role"><Roles card={card} /></Asked>
      <Asked title="Ties" testId="card-ties"><Ties card={card} /></Asked>
      <Asked title="Places" testId="card-places"><Places card={card} /></Asked>
      <Asked title="Findings that name it, and their grades" testId="card-findings"><Findings card={card} /></Asked>
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

function Withdraw({ of, name, onDo }: { of: JudgementView; name: (key: string) => string; onDo: (doing: Doing) => void }) {
  return <button type="button" className="button small" onClick={() => onDo({ what: 'withdraw', judgement: of })} aria-label={`Withdraw: ${name(of.a)} and ${name(of.b)}`}>Withdraw…</button>;
}

function Judged({ of, tone, name, card, children }: { of: JudgementView; tone: 'good' | 'warn' | 'wait'; name: (key: string) => string; card: EntityCardView; children: ReactNode }) {
  const weighed = card.weighed.find((one) => one.judgement === of.id);
  return (
    <li>
      <Tag tone={tone}>{verdictWords(of.verdict)}</Tag> {name(of.a)} and {name(of.b)}: {of.reason} <span className="muted">{of.by}, <Time at={of.at} /></span>{' '}
      {children}
      {weighed && (
        <details data-testid="judged-waterfall">
          <summary>{`What it weighs: chance ${chanceWords(weighed.likeness.probability)} by the machine’s weights`}</summary>
          <Likeness of={weighed.likeness} />
        </details>
      )}
    </li>
  );
}

/** Its accounts, handles through time, selectors, records, and which of them gives it its name. */
function Accounts({ card, onDo }: { card: EntityCardView; onDo: (doing: Doing) => void }) {
  const w = useWorkspace();
  const lead = leading(card.leads, card.entity.accounts);
  return (
    <>
      <h3>Accounts</h3>
      <div className="table-scroll" role="region" aria-label="Accounts of the entity" tabIndex={0}>
        <table data-testid="card-accounts">
          <caption className="unseen">Accounts of the entity</caption>
          <thead><tr><th scope="col">Account</th><th scope="col">Handles through time</th><th scope="col">Selectors</th><th scope="col" className="number">Records</th><th scope="col">Seen</th><th scope="col">Name of the entity</th></tr></thead>
          <tbody>{card.entity.accounts.map((one) => (
            <tr key={one.key}>
              <th scope="row">{accountName(one)} <Tag>{one.platform}</Tag><div className="muted small break">{one.key}</div></th>
              <td><Handles of={handlesThrough(card.handles, one.key)} /></td>
              <td>{one.selectors.length === 0 ? <span className="muted">none stated</span> : one.selectors.map((s) => <div key={s.selector} className="break">{s.selector}{s.verified && <span className="muted"> verified</span>}</div>)}</td>
              <td className="number"><a href={w.href('records', { params: { account: one.key } })}>{countWords(one.records)}</a></td>
              <td className="nowrap">{one.first || one.last ? spanWords(one.first, one.last) : 'no date'}</td>
              <td>{lead?.account === one.key
                ? <><Tag tone="good">leads</Tag> <span className="muted">{lead.by}: {lead.reason}</span> <button type="button" className="button small" onClick={() => onDo({ what: 'unlead', lead })} data-testid="unlead">Take back…</button></>
                : <button type="button" className="button small" onClick={() => onDo({ what: 'lead', account: one })} aria-label={`Let it lead…: ${accountName(one)} on ${one.platform}`} data-testid="lead">Let it lead…</button>}</td>
            </tr>
          ))}</tbody>
        </table>
      </div>
      {!lead && <p className="hint">Nobody has chosen: the entity bears the name of its most active account that has one.</p>}
      {card.leads.some((one) => one.withdrawn) && (
        <details><summary>Choices that were taken back</summary>
          <ul className="plain">{card.leads.filter((one) => one.withdrawn).map((one) => <li key={one.id}><Time at={one.at} /> {one.by}: {one.reason} <span className="muted">{one.withdrawnReason}</span></li>)}</ul>
        </details>
      )}
    </>
  );
}

function Handles({ of }: { of: HandleView[] }) {
  if (of.length === 0) return <span className="muted">none seen</span>;
  return <>{of.map((one) => <div key={one.handle}><strong>{one.handle}</strong> <span className="muted">{one.first || one.last ? spanWords(one.first, one.last) : 'no date'}, {countOf(one.records, 'record')}</span></div>)}</>;
}

/** What looks further into the case is asked for only where somebody wants it: each is a look of its own in the ledger. */
function Asked({ title, testId, children }: { title: string; testId: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(toggle) => setOpen(toggle.currentTarget.open)} data-testid={testId}>
      <summary>{title}</summary>
      {open && children}
    </details>
  );
}

function Roles({ card }: { card: EntityCardView }) {
  const w = useWorkspace();
  const persons = useLoad(`persons ${w.permit?.id}`, () => w.api.persons());
  const keys = new Set(card.entity.accounts.flatMap((one) => [one.key, ...one.selectors.map((s) => s.selector)]));
  const known = (persons.value ?? []).filter((one) => one.identifiers.some((identifier) => keys.has(identifier)));
  return (
    <>
      <FaultPanel fault={persons.fault} onRetry={persons.reload} />
      {!persons.value && !persons.fault && <Waiting what="Looking among the subjects…" />}
      {persons.value && (known.length === 0 ? <p className="muted">Nobody has given its person a role. <a href={w.href('subjects')}>Subjects</a></p>
        : <ul className="plain">{known.map((one) => <li key={one.id}><strong>{one.label}</strong>: {one.roles.length === 0 ? 'uncategorised' : one.roles.map((role) => plain(role)).join(', ')} <Beside of="subject" /></li>)}</ul>)}
    </>
  );
}

const MOST_SHOWN = 40;

function Ties({ card }: { card: EntityCardView }) {
  const w = useWorkspace();
  const loaded = useLoad(`ties ${w.permit?.id} ${card.entity.key}`, async () => {
    const latest = [...(await w.api.snapshots())].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
    return latest ? w.api.snapshot(latest.id) : null;
  });
  const keys = new Set(card.entity.accounts.map((one) => one.key));
  const snapshot = loaded.value;
  const here = new Set((snapshot?.legend ?? []).filter((one) => one.accounts.some((key) => keys.has(key))).map((one) => one.index));
  const ties = (snapshot?.tieList ?? []).filter((one) => here.has(one.from) !== here.has(one.to));
  const other = (index: number): string => snapshot?.legend.find((one) => one.index === index)?.label ?? '';
  return (
    <>
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      {loaded.state === 'loading' && <Waiting what="Reading the latest snapshot…" />}
      {loaded.state === 'ready' && !snapshot && <p className="muted">No snapshot is frozen yet. <a href={w.href('network')}>Freeze one</a></p>}
      {snapshot && (ties.length === 0 ? <p className="muted">It has no tie in the latest snapshot, or was joined after it was frozen.</p> : (
        <ul className="plain">
          {ties.slice(0, MOST_SHOWN).map((one) => <li key={`${one.from}-${one.to}`}>{other(here.has(one.from) ? one.to : one.from)} <span className="muted">{countOf(Object.values(one.kinds).reduce((sum, count) => sum + count, 0), 'record')}</span></li>)}
          {ties.length > MOST_SHOWN && <li className="muted">{`and ${countWords(ties.length - MOST_SHOWN)} more`}</li>}
        </ul>
      ))}
      {snapshot && <p><a href={w.href('workspace', { params: { snapshot: snapshot.summary.id } })}>Show the snapshot in the workspace</a></p>}
    </>
  );
}

function Places({ card }: { card: EntityCardView }) {
  const w = useWorkspace();
  const loaded = useLoad(`places ${w.permit?.id} ${card.entity.key}`, async (signal) => {
    const pages = await Promise.all(card.entity.accounts.slice(0, 20).map((one) => w.api.lines({ account: one.key, sort: 'time' }, signal)));
    return placesOf(pages);
  });
  return (
    <>
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      {loaded.state === 'loading' && <Waiting what="Looking for records with a place…" />}
      {loaded.value && (loaded.value.length === 0 ? <p className="muted">None of its records says where it took place.</p> : (
        <table><caption className="unseen">Places of its records</caption>
          <thead><tr><th scope="col">Claimed time (UTC)</th><th scope="col">Latitude, longitude</th><th scope="col">Record</th></tr></thead>
          <tbody>{loaded.value.slice(0, MOST_SHOWN).map((one) => <tr key={one.record}><td><Time at={one.at} /></td><td>{`${one.latitude.toFixed(5)}, ${one.longitude.toFixed(5)}`}</td><td><a href={w.href('records', { params: { record: one.record } })}>open</a></td></tr>)}</tbody>
        </table>
      ))}
      {(loaded.value?.length ?? 0) > MOST_SHOWN && <p className="muted">{`The first ${MOST_SHOWN} of ${countWords(loaded.value?.length ?? 0)}; the map of the workspace shows all.`}</p>}
    </>
  );
}

function Findings({ card }: { card: EntityCardView }) {
  const w = useWorkspace();
  const loaded = useLoad(`findings ${w.permit?.id}`, () => w.api.findings());
  const keys = new Set([card.entity.key, card.asked]);
  const naming = (loaded.value ?? []).filter((one) => one.claim.entities.some((key) => keys.has(key)));
  return (
    <>
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      {loaded.state === 'loading' && <Waiting what="Reading the findings…" />}
      {loaded.value && (naming.length === 0 ? <p className="muted">No finding that you may see names it.</p>
        : <ul className="plain">{naming.map((one) => <li key={one.id}><a href={w.href('finding', { id: one.id })}>{`F-${one.number} ${one.claim.title}`}</a> <code>{one.claim.gradeCode}</code> <span className="muted">{one.gradeWords}</span> <Beside of="grade" /></li>)}</ul>)}
    </>
  );
}

/** Two accounts side by side, one of this entity and any other, and the three words that can be said of them. */
function Merge({ card, onDo }: { card: EntityCardView; onDo: (doing: Doing) => void }) {
  const w = useWorkspace();
  const [open, setOpen] = useState(false);
  const accounts = useLoad(open ? `accounts ${w.permit?.id}` : null, () => w.api.accounts());
  const [mine, setMine] = useState(card.entity.accounts[0]?.key ?? '');
  const [theirs, setTheirs] = useState('');
  const own = new Set(card.entity.accounts.map((one) => one.key));
  const others = (accounts.value ?? []).filter((one) => !own.has(one.key)).sort((a, b) => accountName(a).localeCompare(accountName(b)));
  const a = card.entity.accounts.find((one) => one.key === mine);
  const b = others.find((one) => one.key === theirs);
  return (
    <details onToggle={(toggle) => setOpen(toggle.currentTarget.open)} data-testid="merge">
      <summary>Hold another account beside it</summary>
      <FaultPanel fault={accounts.fault} onRetry={accounts.reload} />
      {open && !accounts.value && !accounts.fault && <Waiting what="Fetching the accounts…" />}
      {accounts.value && (
        <>
          <div className="toolbar">
            <label>Its account <select value={mine} onChange={(change) => setMine(change.target.value)}>{card.entity.accounts.map((one) => <option key={one.key} value={one.key}>{`${accountName(one)} (${one.platform})`}</option>)}</select></label>
            <label>and <select value={theirs} onChange={(change) => setTheirs(change.target.value)} data-testid="merge-other"><option value="">choose an account</option>{others.map((one) => <option key={one.key} value={one.key}>{`${accountName(one)} (${one.platform})`}</option>)}</select></label>
          </div>
          {a && b && (
            <>
              <SideBySide a={a} b={b} />
              <div className="buttons">
                {VERDICTS.map((one) => <button key={one.verdict} type="button" className="button" onClick={() => onDo({ what: 'judge', a, b, verdict: one.verdict })} data-testid={`merge-${one.verdict}`}>{one.label}</button>)}
                <span className="muted">A likeness is a reason to look, not a verdict.</span>
              </div>
            </>
          )}
        </>
      )}
    </details>
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
