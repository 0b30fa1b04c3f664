import { useEffect, useMemo, useRef, useState } from 'react';
import type { MeasureView, SnapshotSummary, SnapshotView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Beside, DigestText, Empty, Facts, FaultPanel, Field, PageHead, Tag, Time, Waiting } from '../parts/pieces';
import { Table, type Column } from '../parts/table';
import { rolesNote, roleWords } from '../parts/roles';
import { countOf, countWords, dayWords, plain, timeWords, valueWords } from '../parts/words';
import { openChart, type Chart } from './chart';
import { useTheme } from '../parts/looks';
import { groupColour, type Theme } from '../parts/palette';
import { bandWords, calibrationWords, cardWords, groupsBySize, kindsWords, largestSize, latest, methodOf, METHODS, ranks, ruleWords, sizes } from '../parts/measures';
import { drawn, freezeOf, freezeProblem, FREEZE_START, tiesOf, TIE_KINDS } from './state';

/** Snapshots of the network, and the form that freezes another. */
export function NetworkPage() {
  const w = useWorkspace();
  const loaded = useLoad(`snapshots ${w.permit?.id}`, () => w.api.snapshots());
  return (
    <>
      <PageHead title="Network" lead="Ties are frozen under one rule and window; a snapshot never changes afterwards, so what is measured on it can be measured again." />
      <FreezeCard />
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      {!loaded.value && !loaded.fault && <Waiting what="Fetching the snapshots…" />}
      {loaded.value && (
        <Table<SnapshotSummary>
          caption="Snapshots"
          testId="snapshots"
          rows={loaded.value}
          rowKey={(one) => one.id}
          start={{ column: 'at', down: true }}
          onOpen={(one) => w.go('snapshot', { id: one.id })}
          empty={<Empty title="Nothing is frozen yet.">Choose the kinds of tie above and freeze a snapshot.</Empty>}
          columns={[
            { name: 'at', title: 'Frozen', cell: (one) => <a href={w.href('snapshot', { id: one.id })}><Time at={one.at} /></a>, by: (one) => one.at, downFirst: true },
            { name: 'rule', title: 'Rule', cell: ruleWords },
            { name: 'nodes', title: 'Entities', cell: (one) => countWords(one.nodes), by: (one) => one.nodes, className: 'number', downFirst: true },
            { name: 'ties', title: 'Ties', cell: (one) => countWords(one.ties), by: (one) => one.ties, className: 'number', downFirst: true },
            { name: 'used', title: 'Records used', cell: (one) => <>{countWords(one.recordsUsed)} <span className="muted">of {countWords(one.recordsUsed + one.recordsNotUsed)}</span></>, by: (one) => one.recordsUsed, className: 'number', downFirst: true },
            { name: 'digest', title: 'Digest', cell: (one) => <DigestText hex={one.digest} /> },
          ]}
        />
      )}
    </>
  );
}

function FreezeCard() {
  const w = useWorkspace();
  const [fields, setFields] = useState(FREEZE_START);
  const deed = useDeed();
  const problem = freezeProblem(fields);
  return (
    <section className="card" aria-label="Freeze a snapshot">
      <h2>Freeze a snapshot</h2>
      <form onSubmit={(submit) => {
        submit.preventDefault();
        void deed.run(() => w.api.freeze(freezeOf(fields)), (snapshot) => w.go('snapshot', { id: snapshot.summary.id }));
      }}>
        <fieldset>
          <legend>Kinds of tie</legend>
          <div className="choices">
            {TIE_KINDS.map((one) => (
              <label key={one.value}>
                <input type="checkbox" checked={fields.kinds.includes(one.value)} data-testid={`tie-${one.value}`}
                  onChange={(change) => setFields({ ...fields, kinds: change.target.checked ? [...fields.kinds, one.value] : fields.kinds.filter((kind) => kind !== one.value) })} />
                {plain(one.value)}&nbsp;<span className="muted small">{one.says}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="grid">
          <Field label="Window from (UTC)" hint="Empty: as far as the permit reaches.">{(ids) => <input {...ids} type="datetime-local" value={fields.from} onChange={(change) => setFields({ ...fields, from: change.target.value })} />}</Field>
          <Field label="Window to (UTC)" hint="Empty: as far as the permit reaches.">{(ids) => <input {...ids} type="datetime-local" value={fields.to} onChange={(change) => setFields({ ...fields, to: change.target.value })} />}</Field>
          <Field label="Records for a tie, at least" hint="Fewer than this is no tie.">{(ids) => <input {...ids} type="number" min={1} step={1} value={fields.minimumRecords} onChange={(change) => setFields({ ...fields, minimumRecords: Number(change.target.value) })} />}</Field>
          <Field label="Direction" hint="Whether who began it counts.">{(ids) => (
            <select {...ids} value={String(fields.directed)} onChange={(change) => setFields({ ...fields, directed: change.target.value === 'true' })}>
              <option value="false">ties without direction</option>
              <option value="true">ties with direction</option>
            </select>
          )}</Field>
        </div>
        <FaultPanel fault={deed.fault} />
        <div className="buttons">
          <button type="submit" className="button primary" disabled={deed.busy || problem !== null} data-testid="freeze">{deed.busy ? 'Freezing…' : 'Freeze'}</button>
          {problem && <span className="muted">{problem}</span>}
        </div>
      </form>
    </section>
  );
}

/** One snapshot: the picture, the tables that say the same, and measures with how far they can be trusted. */
export function SnapshotPage({ id, params }: { id: string; params: Record<string, string> }) {
  const w = useWorkspace();
  const snapshot = useLoad(`snapshot ${id}`, () => w.api.snapshot(id));
  const measured = useLoad(`measures ${id}`, () => w.api.measures(id));
  const [selected, setSelected] = useState<number | null>(null);
  const [seed, setSeed] = useState(1);
  const [working, setWorking] = useState('');
  const deed = useDeed();
  const it = snapshot.value;
  if (!it) return snapshot.fault ? <FaultPanel fault={snapshot.fault} onRetry={snapshot.reload} /> : <Waiting what="Fetching the snapshot…" />;
  const measures = latest(measured.value ?? []);
  const missing = METHODS.filter((method) => !measures.some((one) => methodOf(one.method).value === method.value));
  const measure = (methods: string[]) =>
    void deed.run(async () => {
      for (const method of methods) {
        setWorking(method);
        await w.api.measure(id, method, seed);
      }
    }).finally(() => { setWorking(''); measured.reload(); });
  return (
    <>
      <PageHead title={`Snapshot of ${timeWords(it.summary.at)}`}
        lead={<>{ruleWords(it.summary)}. {countOf(it.summary.nodes, 'entity', 'entities')}, {countOf(it.summary.ties, 'tie')} from {countOf(it.summary.recordsUsed, 'record')}; {countWords(it.summary.recordsNotUsed)} not used. <DigestText hex={it.summary.digest} /></>}>
        <a className="button" href={w.href('workspace', { params: { snapshot: id } })}>Open in the workspace</a>
        <a className="button" href={w.href('finding-new', { params: { snapshot: id } })}>Write a finding on it</a>
        <a className="button" href={w.href('network')}>All snapshots</a>
      </PageHead>
      <section className="card measure-bar" aria-label="Measure">
        <strong>Measure</strong> <Beside of="measure" />
        <div className="buttons">
          {METHODS.map((method) => (
            <button key={method.value} type="button" className="button small" disabled={deed.busy} title={method.says} onClick={() => measure([method.value])} data-testid={`measure-${method.value}`}>
              {working === method.value ? 'Measuring…' : method.label}{missing.includes(method) ? '' : ' ✓'}
            </button>
          ))}
          {measured.value && missing.length > 1 && <button type="button" className="button small primary" disabled={deed.busy} onClick={() => measure(missing.map((one) => one.value))} data-testid="measure-all">All that are missing</button>}
          <label className="inline-label">Seed <input type="number" value={seed} step={1} onChange={(change) => setSeed(Math.trunc(Number(change.target.value)))} className="short" /></label>
        </div>
        <FaultPanel fault={deed.fault} />
      </section>
      <FaultPanel fault={measured.fault} onRetry={measured.reload} />
      <ChartAndCard snapshot={it} measures={measures} selected={selected} onSelect={setSelected} />
      <Tables snapshot={it} measures={measures} selected={selected} onSelect={setSelected} tab={params.tab ?? 'entities'} />
    </>
  );
}

interface Shared {
  snapshot: SnapshotView;
  measures: MeasureView[];
  selected: number | null;
  onSelect: (index: number | null) => void;
}

function degrees(snapshot: SnapshotView): number[] {
  const out = snapshot.legend.map(() => 0);
  for (const tie of snapshot.tieList) {
    out[tie.from] = (out[tie.from] ?? 0) + 1;
    out[tie.to] = (out[tie.to] ?? 0) + 1;
  }
  return out;
}

function ChartAndCard({ snapshot, measures, selected, onSelect }: Shared) {
  const w = useWorkspace();
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | null>(null);
  const emit = useRef(onSelect);
  emit.current = onSelect;
  const [broken, setBroken] = useState<unknown>(null);
  const [labels, setLabels] = useState(false);
  const numeric = measures.filter((one) => !methodOf(one.method).group);
  const groups = measures.filter((one) => methodOf(one.method).group);
  const [sizeBy, setSizeBy] = useState('');
  const [colourBy, setColourBy] = useState('');
  const sizing = numeric.find((one) => one.id === sizeBy) ?? (sizeBy === 'none' ? null : numeric[0] ?? null);
  const colouring = groups.find((one) => one.id === colourBy) ?? (colourBy === 'none' ? null : groups[0] ?? null);
  const shown = useMemo(() => drawn(snapshot), [snapshot]);
  const group = useMemo(() => (colouring ? groupsBySize(colouring.values) : null), [colouring]);

  useEffect(() => {
    if (!box.current || snapshot.legend.length === 0) return;
    try {
      chart.current = openChart(box.current, snapshot, theme, (index) => emit.current(index));
      setBroken(null);
    } catch (fault) {
      setBroken(fault);
      return;
    }
    return () => {
      chart.current?.close();
      chart.current = null;
    };
  }, [snapshot, theme]);
  useEffect(() => {
    const values = sizing?.values ?? degrees(snapshot);
    const radius = sizes(values, 4, largestSize(snapshot.legend.length));
    chart.current?.look({
      size: (index) => radius[index] ?? 4,
      colour: (index) => (group ? groupColour(theme, group[index] ?? 99) : theme.single),
    });
  }, [snapshot, theme, sizing, group]);
  useEffect(() => chart.current?.select(selected), [selected, theme, snapshot]);
  useEffect(() => chart.current?.labels(labels), [labels, theme, snapshot]);

  if (snapshot.legend.length === 0) {
    return <Empty title="This snapshot holds no entity.">No record in its window makes a tie of the chosen kinds. <a href={w.href('network')}>Freeze another</a> with more kinds or a wider window.</Empty>;
  }
  const note = rolesNote(snapshot.legend.map((one) => one.roles));
  const save = () => {
    const lines = [
      `Snapshot ${snapshot.summary.digest.slice(0, 16)} · ${ruleWords(snapshot.summary)} · size: ${sizing ? methodOf(sizing.method).label : 'number of ties'} · colour: ${colouring ? methodOf(colouring.method).label : 'none'}`,
      `Working copy of ${w.permit?.caseNumber ?? ''}, not a disclosure. Measure is not suspicion. ${shown.leftOut}`,
      ...(note ? [note] : []),
    ];
    void chart.current?.png(lines).then((blob) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = `snapshot-${snapshot.summary.digest.slice(0, 12)}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }).catch(setBroken);
  };
  return (
    <div className="chart-row">
      <section className="card chart-card" aria-label="Picture of the network">
        <div className="toolbar">
          <label className="inline-label">Size by
            <select value={sizing?.id ?? 'none'} onChange={(change) => setSizeBy(change.target.value)} data-testid="size-by">
              <option value="none">number of ties</option>
              {numeric.map((one) => <option key={one.id} value={one.id}>{methodOf(one.method).label}</option>)}
            </select>
          </label>
          <label className="inline-label">Colour by
            <select value={colouring?.id ?? 'none'} onChange={(change) => setColourBy(change.target.value)} data-testid="colour-by">
              <option value="none">one colour</option>
              {groups.map((one) => <option key={one.id} value={one.id}>{methodOf(one.method).label}</option>)}
            </select>
          </label>
          <label className="inline-label"><input type="checkbox" checked={labels} onChange={(change) => setLabels(change.target.checked)} />All labels</label>
          <span className="buttons push">
            <button type="button" className="button small" aria-label="Nearer" onClick={() => chart.current?.zoom('in')}>+</button>
            <button type="button" className="button small" aria-label="Farther" onClick={() => chart.current?.zoom('out')}>−</button>
            <button type="button" className="button small" onClick={() => chart.current?.zoom('all')}>Whole</button>
            <button type="button" className="button small" onClick={save} data-testid="save-png">Save PNG</button>
          </span>
        </div>
        {broken !== null && <p className="hint">This browser cannot draw the picture (it needs WebGL). The tables below say the same.</p>}
        <div ref={box} className="chart" role="img" data-testid="chart"
          aria-label={`Network of ${countOf(snapshot.summary.nodes, 'entity', 'entities')} and ${countOf(snapshot.summary.ties, 'tie')}; the tables below say the same`} />
        {group && colouring && <GroupLegend theme={theme} group={group} name={methodOf(colouring.method).label} />}
        {note && <p className="hint">{note}</p>}
        {shown.leftOut && <p className="hint">{shown.leftOut}</p>}
      </section>
      <SideCard snapshot={snapshot} measures={measures} selected={selected} onSelect={onSelect} />
    </div>
  );
}

function GroupLegend({ theme, group, name }: { theme: Theme; group: number[]; name: string }) {
  const count = Math.max(...group) + 1;
  const size = (at: number) => group.filter((one) => one === at).length;
  const shown = Math.min(count, theme.groups.length);
  return (
    <ul className="inline group-legend" aria-label={`${name}, the largest first`}>
      {Array.from({ length: shown }, (_, at) => (
        <li key={at}><span className="dot" style={{ background: groupColour(theme, at) }} aria-hidden="true" /> {at + 1} <span className="muted">({size(at)})</span></li>
      ))}
      {count > shown && <li><span className="dot" style={{ background: theme.other }} aria-hidden="true" /> {shown + 1}–{count} <span className="muted">({group.filter((one) => one >= shown).length})</span></li>}
    </ul>
  );
}

function SideCard({ snapshot, measures, selected, onSelect }: Shared) {
  const w = useWorkspace();
  const it = selected === null ? undefined : snapshot.legend[selected];
  if (!it || selected === null) {
    return (
      <aside className="card side" aria-label="How to read this">
        <h2>How to read this</h2>
        <p>Choose an entity in the picture or in a table to see its accounts and ties.</p>
        <p><Beside of="measure" /> A measure says how somebody lies among the ties that were recorded and lawfully held; ties that nobody recorded are missing. The interval beside each rank shows where it may lie if a tenth of the ties is missing.</p>
        {measures.map((one) => (
          <details key={one.id}>
            <summary>{methodOf(one.method).label}</summary>
            <p className="card-text">{cardWords(one.card)}</p>
            {calibrationWords(one) && <p className="card-text">{calibrationWords(one)}</p>}
            <Facts of={[['Seed', one.seed], ...Object.entries(one.summary).map(([name, value]) => [name, value] as [string, string]), ['Measured', <Time key="t" at={one.at} />]]} />
          </details>
        ))}
      </aside>
    );
  }
  const ties = tiesOf(snapshot, selected);
  return (
    <aside className="card side" aria-label="One entity" data-testid="entity-card">
      <header className="pane-head">
        <h2>{it.label} {it.roles && <span className="beside">{roleWords(it.roles)}</span>}</h2>
        <button type="button" className="quiet" aria-label="Close the entity" onClick={() => onSelect(null)}>✕</button>
      </header>
      <p>{it.platforms.map((one) => <Tag key={one}>{one}</Tag>)}</p>
      <h3>Accounts</h3>
      <ul className="plain roomy">{it.accounts.map((key) => <li key={key}><a className="break" href={w.href('records', { params: { account: key } })}>{key}</a></li>)}</ul>
      {measures.length > 0 && (
        <>
          <h3>Measures <Beside of="measure" /></h3>
          <table>
            <caption className="unseen">Measures of this entity</caption>
            <thead><tr><th scope="col">Measure</th><th scope="col" className="number">Value</th><th scope="col" className="number">Rank</th><th scope="col" className="number">5–95 %</th></tr></thead>
            <tbody>{measures.map((one) => {
              const method = methodOf(one.method);
              const value = one.values[selected];
              return (
                <tr key={one.id}>
                  <td>{method.label}</td>
                  <td className="number">{value === undefined ? '–' : method.group ? (groupsBySize(one.values)[selected] ?? 0) + 1 : valueWords(value)}</td>
                  <td className="number">{method.group ? '–' : ranks(one.values)[selected]}</td>
                  <td className="number">{method.group ? '–' : bandWords(one, selected)}</td>
                </tr>
              );
            })}</tbody>
          </table>
        </>
      )}
      <h3>Ties <span className="muted">{countWords(ties.length)}</span></h3>
      <ul className="plain ties">
        {ties.slice(0, 40).map(({ other, out, tie }) => (
          <li key={`${other} ${out}`}>
            <button type="button" className="link" onClick={() => onSelect(other)}>{snapshot.summary.directed && <span aria-label={out ? 'to' : 'from'}>{out ? '→ ' : '← '}</span>}{snapshot.legend[other]?.label ?? other}</button>{' '}
            <span className="muted small">{kindsWords(tie.kinds)} · {dayWords(tie.first)}{tie.last !== tie.first && ` to ${dayWords(tie.last)}`}
              {tie.records.slice(0, 3).map((record, at) => <span key={record}> · <a href={w.href('records', { params: { record } })}>record {at + 1}</a></span>)}
            </span>
          </li>
        ))}
        {ties.length > 40 && <li className="muted">and {countWords(ties.length - 40)} more in the table</li>}
      </ul>
    </aside>
  );
}

function Tables({ snapshot, measures, selected, onSelect, tab }: Shared & { tab: string }) {
  const w = useWorkspace();
  const [shown, setShown] = useState(tab === 'ties' ? 'ties' : 'entities');
  const ranked = useMemo(() => new Map(measures.map((one) => [one.id, methodOf(one.method).group ? groupsBySize(one.values).map((group) => group + 1) : ranks(one.values)])), [measures]);
  const columns: Column<SnapshotView['legend'][number]>[] = [
    { name: 'label', title: 'Entity', cell: (one) => <><strong>{one.label}</strong> {one.roles && <span className="beside">{roleWords(one.roles)}</span>}</>, by: (one) => one.label },
    { name: 'platforms', title: 'Platforms', cell: (one) => one.platforms.join(', '), by: (one) => one.platforms.join() },
    { name: 'accounts', title: 'Accounts', cell: (one) => countWords(one.accounts.length), by: (one) => one.accounts.length, className: 'number', downFirst: true },
    ...measures.map((measure): Column<SnapshotView['legend'][number]> => {
      const method = methodOf(measure.method);
      const rank = ranked.get(measure.id);
      return method.group
        ? { name: measure.id, title: method.label, cell: (one) => rank?.[one.index] ?? '–', by: (one) => rank?.[one.index] ?? null, className: 'number' }
        : {
            name: measure.id, title: <>{method.label}<br /><span className="small">value · rank · 5–95 %</span></>, className: 'number', downFirst: true,
            by: (one) => measure.values[one.index] ?? null,
            cell: (one) => {
              const value = measure.values[one.index];
              return value === undefined ? '–' : <>{valueWords(value)} <span className="muted">· {rank?.[one.index]} · {bandWords(measure, one.index)}</span></>;
            },
          };
    }),
  ];
  return (
    <>
      <div className="tabs" role="tablist" aria-label="The network in tables">
        {(['entities', 'ties'] as const).map((one) => (
          <button key={one} type="button" role="tab" aria-selected={shown === one} id={`net-${one}`} aria-controls="net-panel" onClick={() => setShown(one)} data-testid={`table-${one}`}>
            {plain(one)} <span className="muted">{countWords(one === 'ties' ? snapshot.summary.ties : snapshot.summary.nodes)}</span>
          </button>
        ))}
        {measures.length > 0 && <span className="tabs-note"><Beside of="measure" /></span>}
      </div>
      <div role="tabpanel" id="net-panel" aria-labelledby={`net-${shown}`}>
        {shown === 'entities' ? (
          <Table caption="Entities and their measures" testId="measures" rows={snapshot.legend} rowKey={(one) => String(one.index)} columns={columns} pageSize={50}
            current={selected === null ? null : String(selected)} onOpen={(one) => onSelect(one.index)} />
        ) : (
          <Table<SnapshotView['tieList'][number]> caption="Ties" testId="ties" rows={snapshot.tieList} rowKey={(one) => `${one.from} ${one.to}`} pageSize={50}
            start={{ column: 'weight', down: true }}
            columns={[
              { name: 'from', title: snapshot.summary.directed ? 'From' : 'One', cell: (one) => snapshot.legend[one.from]?.label, by: (one) => snapshot.legend[one.from]?.label ?? null },
              { name: 'to', title: snapshot.summary.directed ? 'To' : 'Other', cell: (one) => snapshot.legend[one.to]?.label, by: (one) => snapshot.legend[one.to]?.label ?? null },
              { name: 'weight', title: 'Weight', cell: (one) => valueWords(one.weight), by: (one) => one.weight, className: 'number', downFirst: true },
              { name: 'kinds', title: 'Kinds', cell: (one) => kindsWords(one.kinds) },
              { name: 'first', title: 'First', cell: (one) => <span className="time">{dayWords(one.first)}</span>, by: (one) => one.first },
              { name: 'last', title: 'Last', cell: (one) => <span className="time">{dayWords(one.last)}</span>, by: (one) => one.last },
              { name: 'records', title: 'Records', cell: (one) => one.records.slice(0, 5).map((record, at) => <a key={record} className="numbered" href={w.href('records', { params: { record } })}>{at + 1}</a>) },
            ]} />
        )}
      </div>
    </>
  );
}
