import { useState } from 'react';
import type { DenialView, FiguresView, OverseenView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Paper } from '../parts/paper';
import { Dialog, Empty, Facts, FaultPanel, Field, PageHead, StateTag, Tag, Time, Waiting } from '../parts/pieces';
import { saved } from '../parts/saving';
import { Table } from '../parts/table';
import { countOf, countWords, plain } from '../parts/words';
import { apart, dueWords, groupsOf, publishedText, spanText, whyWaits } from './state';

/** The overseer's page: what waits for him, what was refused, how the log stands, the figures, and the kit. */
export function OversightPage() {
  const w = useWorkspace();
  const overseer = w.actor.roles.includes('OVERSEER');
  const loaded = useLoad(overseer ? 'oversight' : null, () => w.api.oversight());
  if (!overseer) return <Empty title="This page is the overseer’s."><a href={w.href('cases', { caseId: null })}>Back to the cases</a></Empty>;
  const it = loaded.value;
  return (
    <>
      <PageHead title="Oversight" lead="Over all cases. Each look at this page is an act in the log.">
        <a className="button primary" href={w.api.kitAddress} download data-testid="kit">Take the kit home</a>
      </PageHead>
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      {!it && !loaded.fault && <Waiting what="Looking through the log…" />}
      {it && (
        <>
          {it.log.readOnly && <p className="banner" role="alert">Read-only: {it.log.readOnly}</p>}
          <Overseen title="Authorities to validate" rows={it.waiting} empty="Nothing waits for you." testId="waiting" />
          <Overseen title="In force, by when they must be looked at" rows={it.reviews} empty="No authority is in force." testId="reviews" />
          <Denials title="Lately refused" rows={it.denials} empty="Nothing was refused lately." testId="denials" />
          <Denials title="Blocks for repetition and overlap" rows={it.blocks} empty="No block lately." testId="blocks" />
          <Denials title="Alerts" rows={it.alerts} empty="No alert lately." testId="alerts" />
          <section className="card" aria-label="How the log stands">
            <h2>How the log stands</h2>
            <Facts of={[
              ['Log', it.log.origin],
              ['Size', countOf(it.log.size, 'entry', 'entries')],
              ['A quorum stood by it', it.log.cosignedAt ? <Time key="c" at={it.log.cosignedAt} /> : <Tag key="n" tone="bad">never</Tag>],
              ['Cosigned up to', countOf(it.log.cosignedSize, 'entry', 'entries')],
              ['Checkpoints kept', countWords(it.log.kept)],
              ['Read-only without cosignature after', spanText(it.log.limit)],
              ...it.log.witnesses.map((one): [string, React.ReactNode] => [
                `Witness ${one.name}`,
                <span key={one.name}>{one.trouble ? <Tag tone="bad">{one.trouble}</Tag> : <Tag tone="good">signs</Tag>} <span className="small muted break">{one.fingerprint}</span></span>,
              ]),
              ['Your key', <span key="k" className="small muted break">{it.key}</span>],
            ]} />
            <p className="hint">Compare the fingerprints with those you hold. The kit is checked where the agency is not: <code>sextant-verify oversight</code></p>
          </section>
          <Figures />
        </>
      )}
    </>
  );
}

function Overseen({ title, rows, empty, testId }: { title: string; rows: OverseenView[]; empty: string; testId: string }) {
  const w = useWorkspace();
  const now = Date.now();
  const nameOf = (one: OverseenView) => {
    const of = w.cases.find((each) => each.id === one.caseId);
    const number = of?.authorities.find((each) => each.id === one.authority)?.number ?? '';
    return [of?.number, one.instrument, number, `v${one.version}`].filter(Boolean).join(' ');
  };
  return (
    <section className="card">
      <h2>{title}</h2>
      <Table<OverseenView>
        caption={title}
        testId={testId}
        rows={rows}
        rowKey={(one) => `${one.authority} ${one.version}`}
        pageSize={20}
        empty={<Empty title={empty} />}
        columns={[
          { name: 'authority', title: 'Authority', cell: (one) => <a href={w.href('authority', { caseId: one.caseId, id: one.authority })}>{nameOf(one)}</a>, by: nameOf },
          { name: 'state', title: 'State', cell: (one) => <StateTag state={one.state} />, by: (one) => one.state },
          { name: 'why', title: 'Why', cell: (one) => (one.confirmed ? 'you have confirmed it' : whyWaits(one)) },
          { name: 'level', title: 'Level', cell: (one) => `L${one.level}`, by: (one) => one.level, className: 'number' },
          { name: 'offence', title: 'Offence', cell: (one) => plain(one.offence), by: (one) => one.offence },
          { name: 'applicant', title: 'Applied for by', cell: (one) => one.applicant, by: (one) => one.applicant },
          { name: 'due', title: 'Due', cell: (one) => { const due = dueWords(one.due, now); return <><Tag tone={due.tone}>{due.words}</Tag> <Time at={one.due} /></>; }, by: (one) => one.due },
        ]}
      />
    </section>
  );
}

function Denials({ title, rows, empty, testId }: { title: string; rows: DenialView[]; empty: string; testId: string }) {
  return (
    <section className="card">
      <h2>{title}</h2>
      <Table<DenialView>
        caption={title}
        testId={testId}
        rows={rows}
        rowKey={(one) => String(one.leaf)}
        pageSize={10}
        empty={<Empty title={empty} />}
        columns={[
          { name: 'leaf', title: 'Leaf', cell: (one) => countWords(one.leaf), by: (one) => one.leaf, className: 'number', downFirst: true },
          { name: 'at', title: 'When', cell: (one) => <Time at={one.at} />, by: (one) => one.at },
          { name: 'step', title: 'What', cell: (one) => one.step, by: (one) => one.step },
          { name: 'code', title: 'Code', cell: (one) => <code>{one.code}</code>, by: (one) => one.code },
          { name: 'actor', title: 'Who', cell: (one) => one.actor || 'the clock', by: (one) => one.actor },
          { name: 'case', title: 'Case', cell: (one) => one.caseId?.slice(0, 8) ?? '–' },
        ]}
      />
    </section>
  );
}

function Figures() {
  const w = useWorkspace();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [figures, setFigures] = useState<FiguresView | null>(null);
  const [report, setReport] = useState<{ html: string; css: string } | null>(null);
  const deed = useDeed();
  const printing = useDeed();
  const moment = (day: string) => (day === '' ? '' : `${day}T00:00:00Z`);
  return (
    <section className="card" aria-label="Figures">
      <h2>Figures for a transparency report</h2>
      <p className="hint">Made anew from the log each time. Counts below the pack’s limit are not told, nor any other from which one could be worked out.</p>
      <form className="filters" onSubmit={(submit) => { submit.preventDefault(); void deed.run(() => w.api.figures(moment(from), moment(to)), setFigures); }}>
        <div className="filters-main">
          <Field label="From">{(ids) => <input {...ids} type="date" value={from} onChange={(change) => setFrom(change.target.value)} />}</Field>
          <Field label="To, exclusive">{(ids) => <input {...ids} type="date" value={to} onChange={(change) => setTo(change.target.value)} />}</Field>
          <button type="submit" className="button" disabled={deed.busy} data-testid="figures">Make the figures</button>
          <button type="button" className="button" disabled={printing.busy} data-testid="transparency" onClick={() => void printing.run(
            async () => apart(await (await w.api.transparency(moment(from), moment(to), 'html')).blob.text()), setReport,
          )}>{printing.busy ? 'Printing…' : 'Look at the transparency report'}</button>
        </div>
      </form>
      <p className="hint">The report holds counts alone: no case, no person, no content. Overseers alone make it, and each making is an act in the log.</p>
      <FaultPanel fault={deed.fault ?? printing.fault} />
      {report && (
        <Dialog title="Transparency report" onClose={() => setReport(null)} wide>
          <Paper html={report.html} css={report.css} />
          <p className="hint">Publish spans that do not overlap: from two that do, what is not told could be worked out.</p>
          <FaultPanel fault={printing.fault} />
          <div className="buttons">
            <button type="button" className="button primary" disabled={printing.busy} data-testid="transparency-pdf" onClick={() => void printing.run(() => w.api.transparency(moment(from), moment(to), 'pdf'), saved)}>Take it as PDF</button>
            <button type="button" className="button" disabled={printing.busy} data-testid="transparency-json" onClick={() => void printing.run(() => w.api.transparency(moment(from), moment(to), 'json'), saved)}>Take it as JSON</button>
          </div>
        </Dialog>
      )}
      {figures && (
        <>
          <p data-testid="emergency">
            Leave by word of mouth: {figures.emergency.urgent} beside {figures.emergency.granted} granted in writing, {figures.emergency.percent} percent.{' '}
            {figures.emergency.alarm && <Tag tone="bad">above the limit of {figures.emergency.limit} percent</Tag>}
          </p>
          <a className="button small" download="transparency.csv" href={`data:text/csv;charset=utf-8,${encodeURIComponent(publishedText(figures))}`}>What may be published, as CSV</a>
          {groupsOf(figures).map((group) => (
            <Table
              key={group.name}
              caption={group.name}
              testId={`figures-${group.name}`}
              rows={group.rows}
              rowKey={(row) => row.name}
              pageSize={50}
              empty={null}
              columns={[
                { name: 'name', title: group.name, cell: (row) => row.name },
                { name: 'whole', title: 'Count', cell: (row) => (row.whole === null ? '–' : countWords(row.whole)), className: 'number' },
                { name: 'told', title: 'May be told', cell: (row) => row.told, className: 'number' },
              ]}
            />
          ))}
        </>
      )}
    </section>
  );
}
