/* What stands beside the chart: one entity, the measures, another window held against this one, steps and kept views. */
import { useWorkspace } from '../frame/workspace';
import { groupsBySize, kindsWords, methodOf, ranks } from '../parts/measures';
import { Beside, Tag } from '../parts/pieces';
import { roleWords } from '../parts/roles';
import { countOf, countWords, valueWords } from '../parts/words';
import { nameOf, type Desk } from './desk';
import { Interval, Measures } from './measures';
import { otherEnd } from './net';
import { branches } from './state';
import { KeptViews } from './views';
import { WhatIf } from './whatif';
import { Comparison } from './windows';

export const TABS = [
  { value: 'entity', label: 'Entity' }, { value: 'measures', label: 'Measures' }, { value: 'whatif', label: 'What if' }, { value: 'compare', label: 'Compare' }, { value: 'steps', label: 'Steps' },
] as const;
export type Tab = (typeof TABS)[number]['value'];

export function SidePanel({ desk, tab, onTab }: { desk: Desk; tab: Tab; onTab: (tab: Tab) => void }) {
  return (
    <aside className="card ws-side" aria-label="Beside the chart" id="ws-side">
      <div className="tabs" role="tablist" aria-label="Beside the chart">
        {TABS.map((one) => (
          <button key={one.value} type="button" role="tab" id={`ws-tab-${one.value}`} aria-selected={tab === one.value} aria-controls="ws-side-panel" onClick={() => onTab(one.value)} data-testid={`ws-tab-${one.value}`}>{one.label}</button>
        ))}
      </div>
      <div role="tabpanel" id="ws-side-panel" aria-labelledby={`ws-tab-${tab}`} tabIndex={0} className="ws-side-body">
        {tab === 'entity' && <EntityCard desk={desk} />}
        {tab === 'measures' && <Measures desk={desk} />}
        {tab === 'whatif' && <WhatIf desk={desk} />}
        {tab === 'compare' && <Comparison desk={desk} />}
        {tab === 'steps' && <Steps desk={desk} />}
      </div>
    </aside>
  );
}

const MOST_TIES = 40;

function EntityCard({ desk }: { desk: Desk }) {
  const w = useWorkspace();
  const { net } = desk;
  const chosen = [...desk.chosen];
  if (!net || chosen.length === 0) return <p className="hint">Choose an entity on the chart, in a table or on the timeline. Shift adds to those chosen. Everything else then shows only its records.</p>;
  if (chosen.length > 1) {
    return (
      <>
        <h2>{countOf(chosen.length, 'entity', 'entities')} chosen</h2>
        <p className="muted">{countOf(desk.kept.listed.length, 'record')} {desk.kept.listed.length === 1 ? 'names' : 'name'} at least one of them.</p>
        <ul className="plain roomy" data-testid="ws-chosen">
          {chosen.slice(0, 200).map((v) => <li key={v}><button type="button" className="link" onClick={() => desk.take(`Chose ${net.labels[v]}`, { chosen: [net.entities[v]!] })}>{nameOf(net, v)}</button></li>)}
          {chosen.length > 200 && <li className="muted">and {countWords(chosen.length - 200)} more</li>}
        </ul>
      </>
    );
  }
  const v = chosen[0]!;
  const ties = [...net.ties.slice(net.starts[v]!, net.starts[v + 1]!)].sort((a, b) => net.weight[b]! - net.weight[a]!);
  return (
    <div data-testid="ws-entity">
      <h2>{net.labels[v]} {net.roles[v] && <span className="beside">{roleWords(net.roles[v])}</span>}</h2>
      <p><button type="button" className="button small" onClick={() => w.openEntity(net.entities[v]!, net.roles[v] ?? '')} data-testid="ws-card-open">Accounts, judgements, join or part…</button></p>
      <h3>Accounts</h3>
      <ul className="plain roomy">{net.accounts[v]!.map((key) => <li key={key}><a className="break" href={w.href('records', { params: { account: key } })}>{key}</a></li>)}</ul>
      {desk.measures.length > 0 && (
        <>
          <h3>Measures <Beside of="measure" /></h3>
          <table>
            <caption className="unseen">Measures of this entity</caption>
            <thead><tr><th scope="col">Measure</th><th scope="col" className="number">Value</th><th scope="col" className="number">Rank</th><th scope="col">If ties are missing</th></tr></thead>
            <tbody>{desk.measures.map((one) => {
              const method = methodOf(one.method);
              return (
                <tr key={one.id}><td>{method.label}</td>
                  <td className="number">{method.group ? (groupsBySize(one.values)[v] ?? 0) + 1 : valueWords(one.values[v] ?? 0)}</td>
                  <td className="number">{method.group ? '–' : ranks(one.values)[v]}</td>
                  <td>{method.group ? '–' : <Interval measure={one} v={v} />}</td></tr>
              );
            })}</tbody>
          </table>
        </>
      )}
      <h3>Ties <span className="muted">{countWords(ties.length)}</span></h3>
      <ul className="plain ties">
        {ties.slice(0, MOST_TIES).map((t) => (
          <li key={t}>
            <button type="button" className="link" onClick={() => desk.take(`Chose ${net.labels[otherEnd(net, t, v)]}`, { chosen: [net.entities[otherEnd(net, t, v)]!] })}>{net.directed && (net.from[t] === v ? '→ ' : '← ')}{net.labels[otherEnd(net, t, v)]}</button>{' '}
            <span className="muted small">{kindsWords(Object.fromEntries(net.kinds.map((kind, k) => [kind, net.counts[t * net.kinds.length + k]!])))}</span>
          </li>
        ))}
        {ties.length > MOST_TIES && <li className="muted">and {countWords(ties.length - MOST_TIES)} more in the chart’s tables</li>}
      </ul>
      <p className="hint">What the network would look like without {net.labels[v]} stands under What if.</p>
    </div>
  );
}

/** The way here, the branches left, what was done on it, and views kept under a name. */
function Steps({ desk }: { desk: Desk }) {
  const w = useWorkspace();
  const tree = branches(desk.trail);
  const undone = new Set(w.deeds.filter((one) => one.undone).map((one) => one.nth));
  return (
    <>
      <KeptViews desk={desk} />
      <h2>Steps</h2>
      <p className="hint">Undo leaves a branch; nothing that was tried is lost until you sign out. Choosing a step changes what is in sight; what was done there is taken back by undo alone.</p>
      <ol className="ws-steps" data-testid="ws-steps">
        {tree.map((one) => (
          <li key={one.step} style={{ marginInlineStart: Math.min(6, one.depth) * 14 }}>
            <button type="button" className="link" aria-current={one.step === desk.trail.at ? 'step' : undefined} onClick={() => desk.go(one.step)}>{one.words}</button>
            {one.deed !== null && <> <Tag tone={undone.has(one.deed) ? 'plain' : 'good'}>{undone.has(one.deed) ? 'taken back' : 'done'}</Tag></>}
            {one.step === desk.trail.at ? <span className="muted"> here</span> : !one.on && <span className="muted"> branch</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
