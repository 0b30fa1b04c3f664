import { useEffect, useState } from 'react';
import type { AccountRow, EntityView, JudgementView, PreviewView, SuggestionView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Empty, FaultPanel, PageHead, ReasonDialog, Tag, Time, Waiting } from '../parts/pieces';
import { Table } from '../parts/table';
import { accountName, countOf, countWords, dayWords, plain, timeOfField } from '../parts/words';
import { Preview } from '../parts/preview';
import { UndoDialog } from '../parts/undo';
import { lastJudged, lastUndone, type Deed } from '../frame/deeds';
import { useDesked } from '../frame/desked';
import { useShown } from '../frame/following';
import { EntityCard } from './card';
import { AsOf, SecondQueue } from './entity';
import { Footprint } from './footprint';
import { Queue } from './queue';
import { awaiting, entitiesInOrder, narrowedAccounts, standingWords, VERDICTS, verdictWords, waiting, type Verdict } from './state';
import { opening } from './waterfall';

const TABS = ['suggestions', 'second', 'footprint', 'accounts', 'entities', 'judgements'] as const;
type Tab = (typeof TABS)[number];
const TITLES: Record<Tab, string> = { suggestions: 'Suggestions', second: 'Second person', footprint: 'Footprint', accounts: 'Accounts', entities: 'Entities', judgements: 'Judgements' };

/** Which accounts are one actor: the machine suggests with reasons, a person judges, anything judged can be withdrawn. */
export function PeoplePage({ params }: { params: Record<string, string> }) {
  const w = useWorkspace();
  const [left, setLeft] = useDesked<Tab>(/* not said */ 'people tab', 'suggestions');
  const tab: Tab = TABS.find((one) => one === params.tab) ?? left;
  useEffect(() => setLeft(tab), [tab, setLeft]);
  const loaded = useLoad(`people ${w.permit?.id}`, async () => {
    const [accounts, proposed, judgements, entities] = await Promise.all([w.api.accounts(), w.api.suggestions(), w.api.judgements(), w.api.entities()]);
    return { accounts, proposed, judgements, entities };
  });
  const [judging, setJudging] = useState<{ a: AccountRow; b: AccountRow; verdict: Verdict; start: string } | null>(null);
  const [withdrawing, setWithdrawing] = useState<JudgementView | null>(null);
  const [reviewing, setReviewing] = useState<{ judgement: JudgementView; approved: boolean } | null>(null);
  const [undoing, setUndoing] = useState<Deed | null>(null);
  const [preview, setPreview] = useState<PreviewView | null>(null);
  const [turn, setTurn] = useState(0);
  const deed = useDeed();
  const it = loaded.value;
  useShown(() => { setTurn((n) => n + 1); loaded.reload(); });
  const last = lastJudged(w.deeds);
  const undone = lastUndone(w.deeds);
  const lastJudgement = last && last.how.way === 'judgement' ? last.how : null;
  const lastCounts = it?.judgements.find((one) => one.id === lastJudgement?.judgement)?.counts ?? true;
  const open = it ? waiting(it.proposed.suggestions, it.judgements) : [];
  const second = it ? awaiting(it.judgements) : [];
  const counts: Partial<Record<Tab, number>> = { suggestions: open.length, second: second.length, accounts: it?.accounts.length ?? 0, entities: it?.entities.length ?? 0, judgements: it?.judgements.length ?? 0 };
  const name = (key: string) => {
    const account = it?.accounts.find((one) => one.key === key);
    return account ? `${accountName(account)} (${account.platform})` : key;
  };
  const foresee = (asked: Promise<PreviewView>) => { setPreview(null); void deed.run(() => asked, setPreview); };
  const begin = (a: AccountRow, b: AccountRow, verdict: Verdict, start = '') => {
    setJudging({ a, b, verdict, start });
    foresee(w.api.previewJudging(a.key, b.key, verdict));
  };
  const takeBack = (judgement: JudgementView) => { setWithdrawing(judgement); foresee(w.api.previewWithdrawing(judgement.id)); };
  const done = () => {
    setJudging(null); setWithdrawing(null); setReviewing(null); setUndoing(null); setTurn((n) => n + 1); loaded.reload();
  };
  return (
    <>
      <PageHead title="People" lead="Which accounts are one actor. A machine suggests and says what speaks for and against; only a person judges, and every judgement can be withdrawn." />
      <div className="tabs" role="tablist" aria-label="People">
        {TABS.map((one) => (
          <button key={one} type="button" role="tab" aria-selected={tab === one} id={`tab-${one}`} aria-controls="people-panel" data-testid={`tab-${one}`}
            onClick={() => w.go('people', { params: { tab: one } })}>
            {TITLES[one]} {it && counts[one] !== undefined && <span className="muted">{countWords(counts[one])}</span>}
          </button>
        ))}
      </div>
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      <div role="tabpanel" id="people-panel" aria-labelledby={`tab-${tab}`}>
        {!it && !loaded.fault && <Waiting what="Gathering the accounts…" />}
        {it && tab === 'suggestions' && <Queue open={open} groups={it.proposed.groups} judgements={it.judgements} none={it.accounts.length === 0}
          last={lastJudgement && { verdict: lastJudgement.verdict, counts: lastCounts }} undone={undone !== null}
          onJudge={(suggestion: SuggestionView, verdict) => begin(suggestion.a, suggestion.b, verdict, opening(verdict, suggestion))}
          onUndo={() => setUndoing(last)} onRedo={() => setUndoing(undone)} />}
        {it && tab === 'second' && <SecondQueue waiting={second} name={name} onReview={(judgement, approved) => { deed.clear(); setReviewing({ judgement, approved }); }} />}
        {tab === 'footprint' && <Footprint start={params.asked ?? ''} />}
        {it && tab === 'accounts' && <Accounts accounts={it.accounts} entities={it.entities} onJudge={begin} />}
        {it && tab === 'entities' && <Entities entities={it.entities} turn={turn} onChange={done} />}
        {it && tab === 'judgements' && <Judgements judgements={it.judgements} name={name} onWithdraw={takeBack} />}
      </div>
      {judging && (
        <ReasonDialog wide
          title={`${verdictWords(judging.verdict)}: ${accountName(judging.a)} and ${accountName(judging.b)}`}
          question={VERDICTS.find((one) => one.verdict === judging.verdict)?.question ?? ''}
          verb={`Judge: ${verdictWords(judging.verdict).toLowerCase()}`} start={judging.start} own
          busy={deed.busy} fault={deed.fault} onClose={() => setJudging(null)}
          onSay={(reason) => void deed.run(() => w.api.judge(judging.a.key, judging.b.key, judging.verdict, reason), done)}
        >
          <Preview of={preview} act="This judgement" />
          <p className="hint">Snapshots that are frozen already stay as they are; the next one follows this judgement.</p>
        </ReasonDialog>
      )}
      {withdrawing && (
        <ReasonDialog wide title="Withdraw a judgement" question="Why does it no longer stand?" verb="Withdraw" danger busy={deed.busy} fault={deed.fault}
          onClose={() => setWithdrawing(null)}
          onSay={(reason) => void deed.run(() => w.api.withdrawJudgement(withdrawing.id, reason), done)}>
          <Preview of={preview} act="Withdrawing it" />
        </ReasonDialog>
      )}
      {undoing && <UndoDialog deed={undoing} onClose={() => setUndoing(null)} onDone={done} />}
      {reviewing && (
        <ReasonDialog title={`${reviewing.approved ? 'Approve' : 'Refuse'}: ${name(reviewing.judgement.a)} and ${name(reviewing.judgement.b)}`}
          question={reviewing.approved ? 'What did you look at yourself?' : 'What speaks against it?'} verb={reviewing.approved ? 'Approve' : 'Refuse'} danger={!reviewing.approved}
          busy={deed.busy} fault={deed.fault} onClose={() => setReviewing(null)}
          onSay={(reason) => void deed.run(() => w.api.reviewJudgement(reviewing.judgement.id, reviewing.approved, reason), done)} />
      )}
    </>
  );
}

function Accounts({ accounts, entities, onJudge }: { accounts: AccountRow[]; entities: EntityView[]; onJudge: (a: AccountRow, b: AccountRow, verdict: Verdict) => void }) {
  const w = useWorkspace();
  const [words, setWords] = useDesked(/* not said */ 'accounts words', '');
  const [chosen, setChosen] = useDesked<string[]>(/* not said */ 'accounts chosen', []);
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

function Entities({ entities, turn, onChange }: { entities: EntityView[]; turn: number; onChange: () => void }) {
  const w = useWorkspace();
  const [at, setAt] = useState('');
  const [shown, setShown] = useState<string | null>(null);
  const moment = timeOfField(at);
  const then = useLoad(moment ? `entities ${w.permit?.id} ${moment}` : null, () => w.api.entities(moment));
  const known = moment === null || then.state === 'ready';
  const rows = moment ? (then.state === 'ready' ? then.value : []) : entities;
  return (
    <>
      <AsOf at={at} onAt={setAt} entities={known ? rows.length : null} />
      <FaultPanel fault={moment ? then.fault : null} />
      <Table<EntityView>
        caption={moment ? `Entities as known at ${moment}` : 'Entities'}
        testId="entities"
        rows={entitiesInOrder(rows)}
        rowKey={(one) => one.key}
        empty={!known ? (then.fault ? <></> : <Waiting what="Fetching the entities of that moment…" />) : <Empty title="There are no entities yet.">They follow from the accounts by themselves.</Empty>}
        columns={[
          { name: 'label', title: 'Entity', cell: (one) => <strong>{one.label}</strong>, by: (one) => one.label },
          { name: 'accounts', title: 'Accounts', by: (one) => one.accounts.length, downFirst: true, cell: (one) => (
            <ul className="inline">{one.accounts.map((account) => (
              <li key={account.key}><a href={w.href('records', { params: { account: account.key } })}>{accountName(account)}</a> <span className="muted">{account.platform}</span></li>
            ))}</ul>
          ) },
          { name: 'records', title: 'Records', by: (one) => one.accounts.reduce((sum, account) => sum + account.records, 0), className: 'number', downFirst: true,
            cell: (one) => countWords(one.accounts.reduce((sum, account) => sum + account.records, 0)) },
          { name: 'conflicts', title: 'Contradictions', by: (one) => one.conflicts.length, downFirst: true,
            cell: (one) => one.conflicts.length === 0 ? <span className="muted">none</span> : <><Tag tone="bad">{countOf(one.conflicts.length, 'contradiction')}</Tag> {one.conflicts.join('; ')}</> },
          { name: 'why', title: <span className="unseen">Why</span>, cell: (one) => <button type="button" className="button small" data-testid="why-entity" aria-label={`Why ${one.label} holds together`} onClick={() => setShown(one.key)}>Why…</button> },
        ]}
      />
      {shown && <EntityCard entityKey={shown} turn={turn} onClose={() => setShown(null)} onChange={onChange} />}
    </>
  );
}

function Judgements(props: { judgements: JudgementView[]; name: (key: string) => string; onWithdraw: (judgement: JudgementView) => void }) {
  const { name } = props;
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
        { name: 'verdict', title: 'Judged', cell: (one) => <Tag tone={one.withdrawn || !one.counts ? 'plain' : one.verdict === 'SAME' ? 'good' : one.verdict === 'DIFFERENT' ? 'warn' : 'wait'}>{verdictWords(one.verdict)}</Tag>, by: (one) => one.verdict },
        { name: 'pair', title: 'Accounts', cell: (one) => <>{name(one.a)} <span className="muted">and</span> {name(one.b)}</>, by: (one) => name(one.a) },
        { name: 'reason', title: 'Reason', cell: (one) => <>{one.reason}{one.withdrawn && <div className="muted">Withdrawn: {one.withdrawnReason}</div>}{one.reviews.map((review) => <div key={review.leaf} className="muted">{review.approved ? 'Approved' : 'Refused'} by {review.by}: {review.reason}</div>)}</> },
        { name: 'by', title: 'By', cell: (one) => one.by, by: (one) => one.by },
        { name: 'state', title: 'Now', cell: (one) => standingWords(one), by: standingWords },
        { name: 'leaf', title: 'Leaf', cell: (one) => countWords(one.leaf), by: (one) => one.leaf, className: 'number' },
        { name: 'undo', title: <span className="unseen">Withdraw</span>, cell: (one) => one.withdrawn ? <span className="muted">withdrawn</span>
          : <button type="button" className="button small" aria-label={`Withdraw: ${name(one.a)} and ${name(one.b)}`} onClick={() => props.onWithdraw(one)}>Withdraw</button> },
      ]}
    />
  );
}
