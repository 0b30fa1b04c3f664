import { useId } from 'react';
import type { ErrorBody } from '../api/contract';
import { Field, Tag, Time } from '../parts/pieces';
import { GUIDANCE } from './guidance';
import { likeness } from './compare';
import { problemOf, type PRINCIPLES, type PrincipleField, type Problem } from './state';
import type { Part } from './wizard';

const textOf = (value: string | string[]): string => (Array.isArray(value) ? value.join('\n') : value);

/* Empty lines are kept while one writes and dropped when the draft is saved. */
const lines = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/** One principle: its fields, what a good answer has, and in a renewal the words of the version before. */
export function PrinciplePage({ of, form, set, shown, previous }: Part & { of: (typeof PRINCIPLES)[number] }) {
  const guidance = GUIDANCE[of.principle];
  const write = (field: PrincipleField, text: string) =>
    set({ principles: { ...form.principles, [field.name]: field.name === 'tried' ? lines(text) : text } });
  return (
    <div className="with-guidance">
      <div>
        <p className="asks">{guidance.asks}</p>
        {of.fields.map((field) => {
          const text = textOf(form.principles[field.name]);
          const before = previous ? textOf(previous.detail.form.principles[field.name]) : '';
          return (
            <div key={field.name}>
              <Field label={field.label} hint={field.guidance} problem={problemOf(shown, field.name)}>
                {(ids) => (
                  <textarea {...ids} rows={of.fields.length > 1 ? 4 : 8} maxLength={4000} value={text} data-testid={`draft-${field.name}`} onChange={(change) => write(field, change.target.value)} />
                )}
              </Field>
              <Enough text={text} least={field.least} />
              {previous && <Before text={before} now={text} version={previous.detail.version} />}
            </div>
          );
        })}
      </div>
      <aside className="guidance" aria-label={`Guidance: ${of.title}`}>
        <h3>A good answer has</h3>
        <ul>{guidance.good.map((one) => <li key={one}>{one}</li>)}</ul>
        <h3>Carries</h3>
        <blockquote className="example-good">{guidance.enough}</blockquote>
        <h3>Does not carry</h3>
        <blockquote className="example-poor">{guidance.tooThin}</blockquote>
        <p className="hint">{guidance.because}</p>
        <p className="hint">Both examples are made up. At the least: {of.fields.map((field) => `${field.least} characters for ${field.label.toLowerCase().replace(', one to a line', '')}`).join(', ')}. Without: <code>{of.code}</code>.</p>
      </aside>
    </div>
  );
}

/* Length is the machine's only measure; whether it convinces is for the officer. */
function Enough({ text, least }: { text: string; least: number }) {
  const length = text.trim().length;
  return <p className="count-line muted">{length < least ? `${length} of at least ${least} characters` : `${length} characters`}</p>;
}

function Before({ text, now, version }: { text: string; now: string; version: number }) {
  const alike = likeness(text, now);
  return (
    <details className="before">
      <summary>
        What version {version} said {now.trim() !== '' && <Tag tone={alike >= 0.6 ? 'warn' : 'plain'}>{Math.round(alike * 100)}% alike</Tag>}
      </summary>
      <blockquote>{text || 'nothing'}</blockquote>
      {alike >= 0.6 && now.trim() !== '' && <p className="warn-text">The officer will see that this is close to the version before.</p>}
    </details>
  );
}

/** What came of the version before: without it a renewal is refused. */
export function ResultsPage({ results, setResults, shown, previous }: Part) {
  const before = previous?.detail;
  return (
    <div className="with-guidance">
      <div>
        <p className="asks">What came of version {before?.version ?? 1}, and why is that not enough?</p>
        <Field label="Results so far" hint="What was found and what was not; what was released; whose data was seen without need, and what became of it." problem={problemOf(shown, 'results')}>
          {(ids) => <textarea {...ids} rows={9} maxLength={4000} value={results ?? ''} onChange={(change) => setResults(change.target.value)} data-testid="draft-results" />}
        </Field>
        <Enough text={results ?? ''} least={30} />
      </div>
      <aside className="guidance" aria-label="Guidance: results so far">
        <h3>A renewal extends nothing</h3>
        <ul>
          <li>Version {before?.version ?? 1} ends when it ends{previous && <>: it stops by itself at <Time at={previous.liveUntil} /></>}.</li>
          <li>Each principle is argued anew. The words of the version before stand beside yours; the officer sees how much is alike.</li>
          <li>The officer sees what would widen and what would narrow.</li>
        </ul>
        <h3>Carries</h3>
        <blockquote className="example-good">Two of three who order are identified (findings F-2 and F-4, released on 3 June). The third uses an account named only on 28 May. Nine members without a part were seen; their records are sealed off.</blockquote>
        <h3>Does not carry</h3>
        <blockquote className="example-poor">The measure was successful and is to go on.</blockquote>
        <p className="hint">Without: <code>SX-AUTH-RESULTS</code>; with copied principles: <code>SX-AUTH-RENEWAL-COPIED</code>.</p>
      </aside>
    </div>
  );
}

/** What the server would refuse on this page now: code, what is wrong, and what to do. */
export function Refusals({ local, told }: { local: Problem[]; told: ErrorBody[] }) {
  const id = useId();
  const none = local.length === 0 && told.length === 0;
  return (
    <section className={none ? 'refusals none' : 'refusals'} aria-labelledby={id} aria-live="polite" data-testid="refusals">
      <h3 id={id}>{none ? '✓ Nothing on this page would be refused' : 'Submitted like this, it would be refused'}</h3>
      <ul>
        {local.map((one) => <li key={one.field + one.what}><code>{one.code}</code> {one.what} <span className="muted">{one.cure}</span></li>)}
        {told.map((one) => <li key={one.code + one.place}><code>{one.code}</code> {one.what} <span className="muted">({one.place}: {one.value}) {one.cure}.</span></li>)}
      </ul>
    </section>
  );
}
