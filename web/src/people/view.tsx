import { useState, type KeyboardEvent } from 'react';
import type { AccountRow, EntityView, JudgementView, SuggestionView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Empty, FaultPanel, PageHead, ReasonDialog, Tag, Time, Waiting } from '../parts/pieces';
import { Table } from '../parts/table';
import { accountName, countOf, countWords, dayWords, plain } from '../parts/words';
import {
  entitiesInOrder, judged, narrowedAccounts, seenWords, shared, VERDICTS, verdictOfKey, verdictWords, waiting, type Verdict,
} from './state';

const TABS = ['suggestions', 'accounts', 'entities', 'judgements'] as const;
type Tab = (typeof TABS)[number];

/** Which accounts are one actor: the machine suggests with reasons, a person judges, anything judged can be withdrawn. */
export function PeoplePage({ params }: { params: Record<string, string> }) {
  const w = useWorkspace();
  const tab: Tab = TABS.find((one) => one === params.tab) ?? 'suggestions';
  const loaded = useLoad(`people ${w.permit?.id}`, async () => {
    const [accounts, suggestions, judgements, entities] = await Promise.all([w.api.accounts(), w.api.suggestions(), w.api.judgements(), w.api.entities()]);
    return { accounts, suggestions, judgements, entities };
  });
  const [judging, setJudging] = useState<{ a: AccountRow; b: AccountRow; verdict: Verdict } | null>(null);
  const [withdrawing, setWithdrawing] = useState<JudgementView | null>(null);
  const deed = useDeed();
  const it = loaded.value;
  const open = it ? waiting(it.suggestions, it.judgements) : [];
  const counts: Record<Tab, number> = { suggestions: open.length, accounts: it?.accounts.length ?? 0, entities: it?.entities.length ?? 0, judgements: it?.judgements.length ?? 0 };
  const begin = (a: AccountRow, b: AccountRow, verdict: Verdict) => { deed.clear(); setJudging({ a, b, verdict }); };
  return (
    <>
      <PageHead title="People" lead="Which accounts are one actor. A machine suggests and gives its reasons; only a person judges, and every judgement can be withdrawn." />
      <div className="tabs" role="tablist" aria-label="People">
        {TABS.map((one) => (
          <button key={one} type="button" role="tab" aria-selected={tab === one} id={`tab-${one}`} aria-controls="people-panel" data-testid={`tab-${one}`}
            onClick={() => w.go('people', { params: { tab: one } })}>
            {plain(one)} {it && <span className="muted">{countWords(counts[one])}</span>}
          </button>
        ))}
      </div>
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      <div role="tabpanel" id="people-panel" aria-labelledby={`tab-${tab}`}>
        {!it && !loaded.fault && <Waiting what="Gathering the accounts…" />}
        {it && tab === 'suggestions' && <Suggestions open={open} judgements={it.judgements} none={it.accounts.length === 0} onJudge={begin} />}
        {it && tab === 'accounts' && <Accounts accounts={it.accounts} entities={it.entities} onJudge={begin} />}
        {it && tab === 'entities' && <Entities entities={it.entities} />}
        {it && tab === 'judgements' && <Judgements judgements={it.judgements} accounts={it.accounts} onWithdraw={(one) => { deed.clear(); setWithdrawing(one); }} />}
      </div>
      {judging && (
        <ReasonDialog
          title={`${verdictWords(judging.verdict)}: ${accountName(judging.a)} and ${accountName(judging.b)}`}
          question={VERDICTS.find((one) => one.verdict === judging.verdict)?.question ?? ''}
          verb={`Judge: ${verdictWords(judging.verdict).toLowerCase()}`}
          busy={deed.busy} fault={deed.fault} onClose={() => setJudging(null)}
          onSay={(reason) => void deed.run(() => w.api.judge(judging.a.key, judging.b.key, judging.verdict, reason), () => { setJudging(null); loaded.reload(); })}
        >
          <p className="hint">Snapshots that are frozen already stay as they are; the next one follows this judgement.</p>
        </ReasonDialog>
      )}
      {withdrawing && (
        <ReasonDialog title="Withdraw a judgement" question="Why does it no longer stand?" verb="Withdraw" danger busy={deed.busy} fault={deed.fault}
          onClose={() => setWithdrawing(null)}
          onSay={(reason) => void deed.run(() => w.api.withdrawJudgement(withdrawing.id, reason), () => { setWithdrawing(null); loaded.reload(); })} />
      )}
    </>
  );
}

function Suggestions(props: { open: SuggestionView[]; judgements: JudgementView[]; none: boolean; onJudge: (a: AccountRow, b: AccountRow, verdict: Verdict) => void }) {
  const w = useWorkspace();
  const [at, setAt] = useState(0);
  if (props.open.length === 0) {
    return props.none
      ? <Empty title="There are no accounts yet."><a href={w.href('exhibits')}>Seal an exhibit and read it</a></Empty>
      : <Empty title="Nothing waits for a judgement."><a href={w.href('network')}>Freeze a snapshot of the network</a></Empty>;
  }
  const here = Math.min(at, props.open.length - 1);
  const pair = props.open[here];
  if (!pair) return null;
  const earlier = judged(props.judgements, pair.a.key, pair.b.key);
  const both = shared(pair.a, pair.b);
  const keys = (key: KeyboardEvent<HTMLElement>) => {
    if (key.ctrlKey || key.metaKey || key.altKey || (key.target as HTMLElement).matches('input,textarea,select')) return;
    const verdict = verdictOfKey(key.key);
    if (verdict) {
      key.preventDefault();
      props.onJudge(pair.a, pair.b, verdict);
    } else if (key.key === 'ArrowRight') setAt(Math.min(here + 1, props.open.length - 1));
    else if (key.key === 'ArrowLeft') setAt(Math.max(here - 1, 0));
  };
  return (
    <section className="card suggestion" tabIndex={0} onKeyDown={keys} aria-label="One suggestion. Keys: Y same, N different, U unsure, left and right for the others" data-testid="suggestion">
      <header className="suggestion-head">
        <h2>Suggested: one actor? <span className="muted">{here + 1} of {props.open.length}</span></h2>
        <div className="buttons">
          <button type="button" className="button small" disabled={here === 0} onClick={() => setAt(here - 1)}>Before</button>
          <button type="button" className="button small" disabled={here >= props.open.length - 1} onClick={() => setAt(here + 1)}>Next</button>
        </div>
      </header>
      {earlier && <p className="hint">Judged {verdictWords(earlier.verdict).toLowerCase()} by {earlier.by} on {dayWords(earlier.at)}: {earlier.reason}</p>}
      <div className="pair">
        {[pair.a, pair.b].map((one) => <AccountCard key={one.key} account={one} both={both} />)}
      </div>
      <h3>What speaks for it</h3>
      <ul className="reasons">
        {pair.reasons.map((reason) => (
          <li key={reason.what + reason.value}>
            {reason.what}: <strong className="break">{reason.value}</strong>{' '}
            <span className="muted">
              {reason.records.slice(0, 5).map((record, i) => (
                <span key={record}>{i > 0 && ', '}<a href={w.href('records', { params: { record } })}>record {i + 1}</a></span>
              ))}
              {reason.records.length > 5 && ` and ${countWords(reason.records.length - 5)} more`}
            </span>
          </li>
        ))}
      </ul>
      <div className="buttons">
        {VERDICTS.map((one) => (
          <button key={one.verdict} type="button" className="button" onClick={() => props.onJudge(pair.a, pair.b, one.verdict)} data-testid={`judge-${one.verdict}`}>
            {one.label} <kbd>{one.key.toUpperCase()}</kbd>
          </button>
        ))}
        <span className="muted">A likeness is a reason to look, not a verdict.</span>
      </div>
    </section>
  );
}

function AccountCard({ account, both }: { account: AccountRow; both: Set<string> }) {
  const w = useWorkspace();
  return (
    <div className="account">
      <h3>{accountName(account)} <Tag>{account.platform}</Tag></h3>
      <p className="muted"><code className="break">{account.key}</code></p>
      <dl>
        <dt>Names</dt><dd>{account.names.join(', ') || '–'}</dd>
        <dt>Handles</dt><dd>{account.handles.join(', ') || '–'}</dd>
        <dt>Selectors</dt>
        <dd>{account.selectors.length === 0 ? '–' : account.selectors.map((one) => (
          <div key={one.selector} className="break">
            {both.has(one.selector) ? <mark>{one.selector}</mark> : one.selector} {one.verified ? <span className="muted">verified by the platform</span> : <span className="muted">stated</span>}
          </div>
        ))}</dd>
        <dt>Seen</dt><dd>{seenWords(account)} · <a href={w.href('records', { params: { account: account.key } })}>its records</a></dd>
      </dl>
    </div>
  );
}

function Accounts({ accounts, entities, onJudge }: { accounts: AccountRow[]; entities: EntityView[]; onJudge: (a: AccountRow, b: AccountRow, verdict: Verdict) => void }) {
  const w = useWorkspace();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const label = new Map(entities.map((one) => [one.key, one.label]));
  const pair = chosen.map((key) => accounts.find((one) => one.key === key)).filter((one) => one !== undefined);
  const [a, b] = pair;
  return (
    <>
      <div className="toolbar">
        <label className="grow"><span className="unseen">Narrow the accounts</span>
          <input type="search" placeholder="name, handle or selector" value={words} onChange={(change) => setWords(change.target.value)} />
        </label>
        {a && b ? VERDICTS.map((one) => (
          <button key={one.verdict} type="button" className="button small" onClick={() => onJudge(a, b, one.verdict)}>{one.label}</button>
        )) : <span className="muted">Choose two accounts to judge a pair that nothing suggested.</span>}
      </div>
      <Table<AccountRow>
        caption="Accounts"
        testId="accounts"
        rows={narrowedAccounts(accounts, words)}
        rowKey={(one) => one.key}
        start={{ column: 'records', down: true }}
        empty={<Empty title={words ? 'No account bears these words.' : 'There are no accounts yet.'} />}
        columns={[
          { name: 'choose', title: <span className="unseen">Choose</span>, cell: (one) => (
            <input type="checkbox" aria-label={`Choose ${accountName(one)}`} checked={chosen.includes(one.key)}
              onChange={(change) => setChosen((before) => (change.target.checked ? [...before, one.key].slice(-2) : before.filter((key) => key !== one.key)))} />
          ) },
          { name: 'name', title: 'Account', cell: (one) => <><strong>{accountName(one)}</strong><div className="muted small break">{one.key}</div></>, by: accountName },
          { name: 'platform', title: 'Platform', cell: (one) => one.platform, by: (one) => one.platform },
          { name: 'handles', title: 'Handles', cell: (one) => one.handles.join(', '), by: (one) => one.handles[0] ?? null },
          { name: 'selectors', title: 'Selectors', cell: (one) => one.selectors.map((s) => <div key={s.selector} className="break">{s.selector}{s.verified && <span className="muted"> verified</span>}</div>) },
          { name: 'basis', title: 'Keyed by', cell: (one) => plain(one.basis), by: (one) => one.basis },
          { name: 'records', title: 'Records', cell: (one) => <a href={w.href('records', { params: { account: one.key } })}>{countWords(one.records)}</a>, by: (one) => one.records, className: 'number', downFirst: true },
          { name: 'first', title: 'First seen', cell: (one) => <span className="time">{dayWords(one.first)}</span>, by: (one) => one.first },
          { name: 'last', title: 'Last seen', cell: (one) => <span className="time">{dayWords(one.last)}</span>, by: (one) => one.last },
          { name: 'entity', title: 'Entity', cell: (one) => label.get(one.entity) ?? one.entity, by: (one) => label.get(one.entity) ?? one.entity },
        ]}
      />
    </>
  );
}

function Entities({ entities }: { entities: EntityView[] }) {
  const w = useWorkspace();
  return (
    <Table<EntityView>
      caption="Entities"
      testId="entities"
      rows={entitiesInOrder(entities)}
      rowKey={(one) => one.key}
      empty={<Empty title="There are no entities yet.">They follow from the accounts by themselves.</Empty>}
      columns={[
        { name: 'label', title: 'Entity', cell: (one) => <strong>{one.label}</strong>, by: (one) => one.label },
        { name: 'accounts', title: 'Accounts', by: (one) => one.accounts.length, downFirst: true, cell: (one) => (
          <ul className="inline">{one.accounts.map((account) => (
            <li key={account.key}><a href={w.href('records', { params: { account: account.key } })}>{accountName(account)}</a> <span className="muted">{account.platform}</span></li>
          ))}</ul>
        ) },
        { name: 'records', title: 'Records', by: (one) => one.accounts.reduce((sum, account) => sum + account.records, 0), className: 'number', downFirst: true,
          cell: (one) => countWords(one.accounts.reduce((sum, account) => sum + account.records, 0)) },
        { name: 'conflicts', title: 'Conflicts', by: (one) => one.conflicts.length, downFirst: true,
          cell: (one) => one.conflicts.length === 0 ? <span className="muted">none</span> : <><Tag tone="bad">{countOf(one.conflicts.length, 'conflict')}</Tag> {one.conflicts.join('; ')}</> },
      ]}
    />
  );
}

function Judgements(props: { judgements: JudgementView[]; accounts: AccountRow[]; onWithdraw: (judgement: JudgementView) => void }) {
  const name = (key: string) => {
    const account = props.accounts.find((one) => one.key === key);
    return account ? `${accountName(account)} (${account.platform})` : key;
  };
  return (
    <Table<JudgementView>
      caption="Judgements"
      testId="judgements"
      rows={props.judgements}
      rowKey={(one) => one.id}
      start={{ column: 'at', down: true }}
      empty={<Empty title="Nobody has judged anything yet." />}
      columns={[
        { name: 'at', title: 'When', cell: (one) => <Time at={one.at} />, by: (one) => one.at, downFirst: true },
        { name: 'verdict', title: 'Judged', cell: (one) => <Tag tone={one.withdrawn ? 'plain' : one.verdict === 'SAME' ? 'good' : one.verdict === 'DIFFERENT' ? 'warn' : 'wait'}>{verdictWords(one.verdict)}</Tag>, by: (one) => one.verdict },
        { name: 'pair', title: 'Accounts', cell: (one) => <>{name(one.a)} <span className="muted">and</span> {name(one.b)}</>, by: (one) => name(one.a) },
        { name: 'reason', title: 'Reason', cell: (one) => <>{one.reason}{one.withdrawn && <div className="muted">Withdrawn: {one.withdrawnReason}</div>}</> },
        { name: 'by', title: 'By', cell: (one) => one.by, by: (one) => one.by },
        { name: 'leaf', title: 'Leaf', cell: (one) => countWords(one.leaf), by: (one) => one.leaf, className: 'number' },
        { name: 'undo', title: <span className="unseen">Withdraw</span>, cell: (one) => one.withdrawn ? <span className="muted">withdrawn</span>
          : <button type="button" className="button small" onClick={() => props.onWithdraw(one)}>Withdraw</button> },
      ]}
    />
  );
}
