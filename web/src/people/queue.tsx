import { useState, type KeyboardEvent } from 'react';
import type { AccountRow, GroupView, JudgementView, SuggestionView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { Empty, Tag } from '../parts/pieces';
import { accountName, countOf, countWords, dayWords } from '../parts/words';
import { Likeness } from './likeness';
import { agreeing, judged, seenWords, VERDICTS, verdictOfKey, verdictWords, type Verdict } from './state';
import { chanceWords } from './waterfall';

/** One suggestion after another, side by side, with what speaks for and against. */
export function Queue(props: {
  open: SuggestionView[];
  groups: GroupView[];
  judgements: JudgementView[];
  none: boolean;
  /** One's own last judgement that stands, whichever page it was made on. */
  last: { verdict: Verdict; counts: boolean } | null;
  /** Whether one's last judgement was taken back, and can be made again. */
  undone: boolean;
  onJudge: (suggestion: SuggestionView, verdict: Verdict) => void;
  onUndo: () => void;
  onRedo: () => void;
}) {
  const w = useWorkspace();
  const [at, setAt] = useState(0);
  const undo = (props.last || props.undone) && (
    <p className="undo" role="status" data-testid="undo">
      {props.last && <>Judged {verdictWords(props.last.verdict).toLowerCase()}{props.last.counts ? '' : '; it waits for a second person'}.{' '}
        <button type="button" className="button small" onClick={props.onUndo}>Undo <kbd>Z</kbd></button>{' '}</>}
      {props.undone && <>Your last judgement was withdrawn. <button type="button" className="button small" onClick={props.onRedo} data-testid="redo">Redo <kbd>Shift Z</kbd></button></>}
    </p>
  );
  if (props.open.length === 0) {
    return (
      <>
        {undo}
        {props.none
          ? <Empty title="There are no accounts yet."><a href={w.href('exhibits')}>Seal an exhibit and read it</a></Empty>
          : <Empty title="Nothing waits for a judgement."><a href={w.href('network')}>Freeze a snapshot of the network</a></Empty>}
      </>
    );
  }
  const here = Math.min(at, props.open.length - 1);
  const pair = props.open[here];
  if (!pair) return null;
  const earlier = judged(props.judgements, pair.a.key, pair.b.key);
  const keys = (key: KeyboardEvent<HTMLElement>) => {
    if (key.ctrlKey || key.metaKey || key.altKey || (key.target as HTMLElement).matches('input,textarea,select')) return;
    const verdict = verdictOfKey(key.key);
    if (verdict) {
      key.preventDefault();
      props.onJudge(pair, verdict);
    } else if (key.key === 'Z' && key.shiftKey && props.undone) {
      key.preventDefault();
      props.onRedo();
    } else if (key.key.toLowerCase() === 'z' && !key.shiftKey && props.last) {
      key.preventDefault();
      props.onUndo();
    } else if (key.key === 'ArrowRight') setAt(Math.min(here + 1, props.open.length - 1));
    else if (key.key === 'ArrowLeft') setAt(Math.max(here - 1, 0));
  };
  return (
    <>
      {undo}
      <section className="card suggestion" tabIndex={0} onKeyDown={keys} data-testid="suggestion"
        aria-label="One suggestion. Keys: Y same, N different, U unsure, Z undo, Shift Z redo, left and right for the others">
        <header className="suggestion-head">
          <h2>Suggested: one actor? <span className="muted">{here + 1} of {props.open.length}</span> <Tag tone="wait">chance {chanceWords(pair.likeness.probability)}</Tag></h2>
          <div className="buttons">
            <button type="button" className="button small" disabled={here === 0} onClick={() => setAt(here - 1)}>Before</button>
            <button type="button" className="button small" disabled={here >= props.open.length - 1} onClick={() => setAt(here + 1)}>Next</button>
          </div>
        </header>
        {earlier && <p className="hint">Judged {verdictWords(earlier.verdict).toLowerCase()} by {earlier.by} on {dayWords(earlier.at)}: {earlier.reason}</p>}
        <SideBySide a={pair.a} b={pair.b} />
        {pair.reasons.length > 0 && (
          <>
            <h3>Strong selectors in common</h3>
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
          </>
        )}
        <h3>What it weighs</h3>
        <Likeness of={pair.likeness} />
        <div className="buttons">
          {VERDICTS.map((one) => (
            <button key={one.verdict} type="button" className="button" onClick={() => props.onJudge(pair, one.verdict)} data-testid={`judge-${one.verdict}`}>
              {one.label} <kbd>{one.key.toUpperCase()}</kbd>
            </button>
          ))}
          <span className="muted">A likeness is a reason to look, not a verdict.</span>
        </div>
      </section>
      {props.groups.length > 0 && <Groups groups={props.groups} />}
    </>
  );
}

function Groups({ groups }: { groups: GroupView[] }) {
  return (
    <section aria-label="Possible groups" data-testid="groups">
      <h2>Possibly one actor each</h2>
      <p className="muted">Taken together, within what people judged. Nothing is joined by this; judge the pairs, the weakest link first.</p>
      <ul className="groups">
        {groups.map((group) => {
          const name = (key: string) => group.accounts.filter((one) => one.key === key).map((one) => `${accountName(one)} (${one.platform})`)[0] ?? key;
          return (
            <li key={group.accounts.map((one) => one.key).join()}>
              {countOf(group.accounts.length, 'account')}: {group.accounts.map((one) => `${accountName(one)} (${one.platform})`).join(', ')}.{' '}
              <span className="muted">Weakest link: {name(group.linkA)} and {name(group.linkB)}, {chanceWords(1 / (1 + 2 ** -group.weakest))}.</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Two accounts field by field; what agrees is marked and said. */
export function SideBySide({ a, b }: { a: AccountRow; b: AccountRow }) {
  const w = useWorkspace();
  return (
    <div className="side-by-side">
      <table>
        <caption className="unseen">The two accounts side by side</caption>
        <thead>
          <tr>
            <th scope="col"><span className="unseen">Field</span></th>
            {[a, b].map((one) => (
              <th scope="col" key={one.key}>{accountName(one)} <Tag>{one.platform}</Tag><div className="muted small break"><code>{one.key}</code></div></th>
            ))}
            <th scope="col">Agrees</th>
          </tr>
        </thead>
        <tbody>
          {agreeing(a, b).map((row) => (
            <tr key={row.field} className={row.agrees === null ? undefined : row.agrees ? 'agrees' : 'differs'}>
              <th scope="row">{row.field}</th>
              {[row.a, row.b].map((values, side) => (
                <td key={side} className="break">{values.length === 0 ? '–' : values.map((one) => <div key={one.text}>{one.both ? <mark>{one.text}</mark> : one.text}{one.note && <span className="muted"> {one.note}</span>}</div>)}</td>
              ))}
              <td>{row.agrees === null ? <span className="muted">not to be compared</span> : row.agrees ? 'yes' : 'no'}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Seen</th>
            {[a, b].map((one) => <td key={one.key}>{seenWords(one)} · <a href={w.href('records', { params: { account: one.key } })} aria-label={`its records: ${accountName(one)} on ${one.platform}`}>its records</a></td>)}
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
}
