import type { LikenessView } from '../api/contract';
import { bitsWords, chanceWords, ratioWords, reach, waterfall, type Step } from './waterfall';

/** Why two accounts score as they do: a table whose bars fall and rise from the prior to the sum. */
export function Likeness({ of }: { of: LikenessView }) {
  const steps = waterfall(of);
  const ends = reach(steps);
  return (
    <section className="likeness" data-testid="likeness" aria-label="What speaks for and against">
      <p>
        Evidence <strong>{ratioWords(of.evidence)}</strong>; with the prior, a chance of <strong data-testid="chance">{chanceWords(of.probability)}</strong>.{' '}
        <span className="muted">Weights are set by hand and not calibrated on this case. Independent grounds: {of.grounds}.</span>
      </p>
      <table className="waterfall">
        <caption className="unseen">Each step from the prior to the sum, in bits; one bit doubles the odds</caption>
        <thead><tr><th scope="col">What</th><th scope="col">Found</th><th scope="col">One</th><th scope="col">Other</th><th scope="col" className="number">Bits</th><th scope="col"><span className="unseen">Bar</span></th><th scope="col" className="number">Without it</th></tr></thead>
        <tbody>
          {steps.map((step, i) => (
            <tr key={i} className={`step-${step.kind}`}>
              <th scope="row">{step.label}</th>
              <td>{step.level}</td>
              <td className="break">{step.a === step.b && step.a !== '' ? <mark>{step.a}</mark> : step.a}</td>
              <td className="break">{step.a === step.b && step.b !== '' ? <mark>{step.b}</mark> : step.b}</td>
              <td className="number">{bitsWords(step.bits)}</td>
              <td className="bar-cell"><StepBar step={step} low={ends.low} high={ends.high} /></td>
              <td className="number">{step.without === null ? '' : chanceWords(step.without)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {of.silent.length > 0 && (
        <details>
          <summary>What could not be compared, and what it would change</summary>
          <table className="silent">
            <thead><tr><th scope="col">What</th><th scope="col">Missing</th><th scope="col" className="number">If alike</th><th scope="col" className="number">If unlike</th></tr></thead>
            <tbody>
              {of.silent.map((one) => (
                <tr key={one.field}><th scope="row">{one.field}</th><td>{one.missing}</td><td className="number">{chanceWords(one.ifAlike)}</td><td className="number">{chanceWords(one.ifUnlike)}</td></tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}

const WIDTH = 220;
const HEIGHT = 16;

function StepBar({ step, low, high }: { step: Step; low: number; high: number }) {
  const x = (bits: number) => ((bits - low) / (high - low)) * WIDTH;
  const left = Math.min(x(step.from), x(step.to));
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <line x1={x(0)} x2={x(0)} y1={0} y2={HEIGHT} className="zero" />
      <rect x={left} y={3} width={Math.max(2, Math.abs(x(step.to) - x(step.from)))} height={HEIGHT - 6} rx={2} className={`bar-${step.kind}`} />
    </svg>
  );
}
