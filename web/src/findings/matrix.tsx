import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ClaimDraft } from '../api/contract';
import {
  CELLS, changeHypothesis, changeRow, effectWords, firstWords, judge, judged, LEVELS, newMatrix, readingOf, scoreText, stepTo, withHypothesis,
  withCited, withoutHypothesis, withoutRow, withRow, type Cell, type Level, type Matrix, type Reading, type Row,
} from './ach';

const NO_PROBABILITY = 'A score counts what speaks against a hypothesis; the least stands first. It is no probability, and it says nothing of anybody’s guilt.';

/** Competing hypotheses, while they are weighed. */
export function MatrixEditor(props: { claim: ClaimDraft; labelOf: (record: string) => ReactNode; problems: string[]; onChange: (matrix: Matrix | null) => void }) {
  const { claim, onChange } = props;
  const matrix = claim.matrix;
  // Taken out by mistake it is not lost: as long as the page is open it can be put back.
  const [out, setOut] = useState<Matrix | null>(null);
  if (matrix === null) {
    return (
      <fieldset className="principle">
        <legend>Competing hypotheses</legend>
        <p className="hint">Weigh at least two explanations, one of them innocent, against every record that is cited. Evidence that fits all of them decides nothing.</p>
        <div className="buttons">
          <button type="button" className="button" onClick={() => onChange(newMatrix(claim))} data-testid="matrix-begin">Weigh competing hypotheses</button>
          {out && <button type="button" className="button" onClick={() => { onChange(withCited(out, claim)); setOut(null); }} data-testid="matrix-back">Put the matrix back</button>}
        </div>
      </fieldset>
    );
  }
  return (
    <fieldset className="principle ach" data-testid="matrix">
      <legend>Competing hypotheses</legend>
      <Hypotheses matrix={matrix} onChange={onChange} />
      {matrix.rows.length === 0
        ? <p className="muted">No row yet: each record that you cite above becomes one. What was looked for and not found, and what is taken for granted, are added here.</p>
        : <Grid matrix={matrix} labelOf={props.labelOf} onChange={onChange} />}
      <div className="buttons">
        <button type="button" className="button small" onClick={() => onChange(withRow(matrix, 'ABSENCE'))} data-testid="matrix-absence">Add something looked for and not found</button>
        <button type="button" className="button small" onClick={() => onChange(withRow(matrix, 'ASSUMPTION'))} data-testid="matrix-assumption">Add something taken for granted</button>
        <button type="button" className="quiet" onClick={() => { setOut(matrix); onChange(null); }} data-testid="matrix-out">Take the matrix out</button>
      </div>
      {props.problems.length > 0 && <p className="problem">{props.problems.join(' ')}</p>}
      <ReadingText matrix={matrix} reading={readingOf(matrix)} />
    </fieldset>
  );
}

function Hypotheses({ matrix, onChange }: { matrix: Matrix; onChange: (matrix: Matrix) => void }) {
  return (
    <>
      <ol className="plain hypotheses">
        {matrix.hypotheses.map((one, at) => (
          <li key={at}>
            <label className="grow"><span>{`Hypothesis H${at + 1}`}</span>
              <input value={one.text} maxLength={500} onChange={(change) => onChange(changeHypothesis(matrix, at, { text: change.target.value }))} data-testid={`hypothesis-${at + 1}`} /></label>
            <label className="line"><input type="checkbox" checked={one.innocent} onChange={(change) => onChange(changeHypothesis(matrix, at, { innocent: change.target.checked }))} data-testid={`innocent-${at + 1}`} />innocent<span className="unseen">{` explanation: H${at + 1}`}</span></label>
            <label className="line"><input type="radio" name="held" checked={matrix.held === at + 1} onChange={() => onChange({ ...matrix, held: at + 1 })} />the claim states it<span className="unseen">{`: H${at + 1}`}</span></label>
            {matrix.hypotheses.length > 2 && <button type="button" className="quiet" onClick={() => onChange(withoutHypothesis(matrix, at))} aria-label={`take out: hypothesis H${at + 1}`}>take out</button>}
          </li>
        ))}
      </ol>
      <div className="buttons">
        {matrix.hypotheses.length < 12 && <button type="button" className="button small" onClick={() => onChange(withHypothesis(matrix))} data-testid="add-hypothesis">Add a hypothesis</button>}
        <label className="line"><input type="radio" name="held" checked={matrix.held === 0} onChange={() => onChange({ ...matrix, held: 0 })} />the claim states none of them</label>
      </div>
    </>
  );
}

function Grid({ matrix, labelOf, onChange }: { matrix: Matrix; labelOf: (record: string) => ReactNode; onChange: (matrix: Matrix) => void }) {
  const table = useRef<HTMLTableElement>(null);
  // The arrows alone choose within a cell, as in every list; with Control they go to the next cell.
  const walk = (key: KeyboardEvent, row: number, hypothesis: number) => {
    const to = key.ctrlKey ? stepTo(matrix, row, hypothesis, key.key) : null;
    if (!to) return;
    key.preventDefault();
    table.current?.querySelector<HTMLSelectElement>(`[data-cell="${to.row}-${to.hypothesis}"]`)?.focus();
  };
  const level = (row: Row, at: number, which: 'credibility' | 'relevance') => (
    <select value={row[which]} aria-label={which === 'credibility' ? `How credible row ${at + 1} is` : `How relevant row ${at + 1} is`}
      onChange={(change) => onChange(changeRow(matrix, at, { [which]: change.target.value as Level }))}>
      {LEVELS.map((one) => <option key={one.value} value={one.value}>{one.words}</option>)}
    </select>
  );
  return (
    <div className="ach-scroll" role="region" aria-label="Matrix of hypotheses and evidence" tabIndex={0}>
      <table ref={table} data-testid="matrix-table">
        <caption>How each row sits with each hypothesis, if that hypothesis were true. Control and an arrow lead to the next cell.</caption>
        <thead>
          <tr>
            <th scope="col">Evidence</th><th scope="col">Credible</th><th scope="col">Relevant</th>
            {matrix.hypotheses.map((one, at) => <th key={at} scope="col">{`H${at + 1}`}{one.innocent && <div className="muted small">innocent</div>}</th>)}
            <th scope="col"><span className="unseen">Take out</span></th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row, at) => (
            <tr key={row.record ?? `${row.kind}-${at}`}>
              <th scope="row">
                <div className="muted small">{at + 1} · {row.record === null ? kindWords(row) : labelOf(row.record)}</div>
                <input value={row.text} maxLength={500} placeholder="what it shows" aria-label={`What row ${at + 1} shows`} onChange={(change) => onChange(changeRow(matrix, at, { text: change.target.value }))} data-testid={`row-text-${at + 1}`} />
              </th>
              <td>{level(row, at, 'credibility')}</td>
              <td>{level(row, at, 'relevance')}</td>
              {row.cells.map((cell, hypothesis) => (
                <td key={hypothesis} className={`cell-${cell}`}>
                  <select value={cell} data-cell={`${at}-${hypothesis}`} aria-label={`Row ${at + 1} with H${hypothesis + 1}`} onKeyDown={(key) => walk(key, at, hypothesis)}
                    onChange={(change) => onChange(judge(matrix, at, hypothesis, change.target.value as Cell))} data-testid={`cell-${at + 1}-${hypothesis + 1}`}>
                    {CELLS.map((one) => <option key={one.value} value={one.value}>{one.words}</option>)}
                  </select>
                </td>
              ))}
              <td>{row.record === null && <button type="button" className="quiet" onClick={() => onChange(withoutRow(matrix, at))} aria-label={`take out: row ${at + 1}`}>take out</button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function kindWords(row: Row): string {
  return row.kind === 'ABSENCE' ? 'looked for and not found' : 'taken for granted';
}

/** Competing hypotheses of a finding, to be read. */
export function MatrixView({ matrix, labelOf }: { matrix: Matrix; labelOf: (record: string) => ReactNode }) {
  return (
    <section className="card ach" data-testid="matrix-view">
      <h2>Competing hypotheses</h2>
      <ol className="plain">
        {matrix.hypotheses.map((one, at) => (
          <li key={at}><strong>{`H${at + 1}`}</strong> {one.text} {one.innocent && <span className="muted">(innocent)</span>} {matrix.held === at + 1 && <em>The claim states this one.</em>}</li>
        ))}
      </ol>
      <div className="ach-scroll" role="region" aria-label="Matrix of hypotheses and evidence" tabIndex={0}>
        <table>
          <caption>CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent, NA not applicable</caption>
          <thead><tr><th scope="col">Evidence</th><th scope="col">Credible</th><th scope="col">Relevant</th>{matrix.hypotheses.map((_, at) => <th key={at} scope="col">{`H${at + 1}`}</th>)}</tr></thead>
          <tbody>
            {matrix.rows.map((row, at) => (
              <tr key={at}>
                <th scope="row"><div className="muted small">{at + 1} · {row.record === null ? kindWords(row) : labelOf(row.record)}</div>{row.text}</th>
                <td>{row.credibility.toLowerCase()}</td><td>{row.relevance.toLowerCase()}</td>
                {row.cells.map((cell, hypothesis) => <td key={hypothesis} className={`cell-${cell}`}>{cell === 'OPEN' ? 'not judged' : cell}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ReadingText matrix={matrix} reading={readingOf(matrix)} />
    </section>
  );
}

/** What the matrix yields, in a table and in sentences. */
function ReadingText({ matrix, reading }: { matrix: Matrix; reading: Reading }) {
  if (!judged(matrix)) return <p className="hint">Once every cell is judged, the scores and what they hang on stand here.</p>;
  return (
    <div data-testid="reading">
      <h3>What it yields</h3>
      <p aria-live="polite">{`Least speaks against ${firstWords(reading)}.`} {NO_PROBABILITY}</p>
      <table>
          <caption>What speaks against each hypothesis</caption>
          <thead><tr><th scope="col">Hypothesis</th><th scope="col">Against</th><th scope="col">Place</th></tr></thead>
          <tbody>
            {reading.scores.map((score, at) => (
              <tr key={at}><th scope="row">{`H${at + 1}`}</th><td data-testid={`score-${at + 1}`}>{scoreText(score)}</td><td>{reading.ranks[at]}</td></tr>
            ))}
          </tbody>
      </table>
      <div className="ach-scroll" role="region" aria-label="What the order hangs on" tabIndex={0}>
        <table>
          <caption>What the order hangs on. Hypotheses stand in the order of least against them; those with = between them share a place.</caption>
          <thead><tr><th scope="col">Row</th><th scope="col">Tells apart</th><th scope="col">If it is left out</th><th scope="col">If it shows the contrary</th></tr></thead>
          <tbody>
            {reading.rows.map((row, at) => (
              <tr key={at}>
                <th scope="row" className="small">{at + 1}</th><td>{scoreText(row.diagnosticity)}</td>
                <td className={row.leftOut === 'FIRST' ? 'warn-text' : undefined}>{effectWords(row.leftOut, row.ranksLeftOut)}</td>
                <td className={row.reversed === 'FIRST' ? 'warn-text' : undefined}>{effectWords(row.reversed, row.ranksReversed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{reading.mostDiagnostic.length === 0 ? 'No row tells one hypothesis from another: the evidence decides nothing between them.' : `Rows that tell the hypotheses apart the most: ${reading.mostDiagnostic.join(', ')}.`}</p>
      {reading.linchpins.length > 0 && <p>{`Without these rows together another hypothesis draws level with what stands first: ${reading.linchpins.join(', ')}.`}</p>}
    </div>
  );
}
