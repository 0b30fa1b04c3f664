import type { VersionView } from '../api/contract';
import { word } from '../language/say';
import { Tag } from '../parts/pieces';
import { Table } from '../parts/table';
import { boundChanges, byTopic, changeValue, fieldWords, wayWords, type Change } from './compare';
import { PRINCIPLES, written } from './state';

/** What a version makes possible, in the server's own sentences. */
export function PossibleList({ of }: { of: VersionView['possible'] }) {
  return (
    <dl className="possible" data-testid="possible">
      {byTopic(of).map((group) => (
        <div key={group.title}>
          <dt>{group.title}</dt>
          <dd>{group.sentences.map((one) => <p key={one}>{one}</p>)}</dd>
        </div>
      ))}
    </dl>
  );
}

const TONES = { widens: 'bad', narrows: 'good', changes: 'wait' } as const;

/** What differs from the version before, each change with its way in a word and a colour. */
export function ChangeTable({ of, before }: { of: VersionView; before: VersionView }) {
  const rows = boundChanges(of.changes);
  const shown = (field: string, value: string, from: VersionView) => (field === 'basis.offence' ? from.offence : changeValue(field, value));
  if (rows.length === 0) return <p>All bounds and duties are those of version {before.detail.version}; only the principles are argued anew.</p>;
  return (
    <Table<Change> caption={`Changes against version ${before.detail.version}`} testId="changes" rows={rows} rowKey={(one) => `${one.field} ${one.before} ${one.after}`} columns={[
      { name: 'way', title: 'Way', cell: (one) => <Tag tone={TONES[wayWords(one.direction)]}>{word(wayWords(one.direction))}</Tag>, by: (one) => one.direction },
      { name: 'field', title: 'What', cell: (one) => fieldWords(one.field), by: (one) => one.field },
      { name: 'before', title: `Version ${before.detail.version}`, cell: (one) => (one.before === '' ? <span className="muted">not in it</span> : <del className="break">{shown(one.field, one.before, before)}</del>) },
      { name: 'after', title: `Version ${of.detail.version}`, cell: (one) => (one.after === '' ? <span className="muted">taken out</span> : <ins className="break">{shown(one.field, one.after, of)}</ins>) },
    ]} />
  );
}

/** The six principles; in a renewal side by side with the version before, with how alike they are. */
export function PrincipleSides({ of, before }: { of: VersionView; before: VersionView | null }) {
  const { form, signed } = of.detail;
  return (
    <ol className={before ? 'sides two' : 'sides'} data-testid="principles">
      {PRINCIPLES.map((principle) => {
        const alike = of.similarity.find((one) => one.principle === principle.principle)?.percent;
        return (
          <li key={principle.principle}>
            <h3>
              {principle.title} {signed.includes(principle.principle) ? <Tag tone="good">✓ signed</Tag> : <Tag>not signed</Tag>}{' '}
              {alike !== undefined && <Tag tone={alike >= of.similarPercent ? 'warn' : 'plain'}>{alike}% as before{alike >= of.similarPercent ? ': as good as copied' : ''}</Tag>}
            </h3>
            <div className="side-pair">
              {before && <Side title={`Version ${before.detail.version}`} form={before.detail.form} fields={principle.fields} />}
              <Side title={before ? `Version ${of.detail.version}` : null} form={form} fields={principle.fields} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Side({ title, form, fields }: { title: string | null; form: VersionView['detail']['form']; fields: (typeof PRINCIPLES)[number]['fields'] }) {
  return (
    <div className="side-text">
      {title && <p className="muted side-title">{title}</p>}
      {fields.map((field) => (
        <p key={field.name}>
          {fields.length > 1 && <strong>{field.label.replace(', one to a line', '')}. </strong>}
          {written(form, field.name) || <span className="muted">not written</span>}
        </p>
      ))}
    </div>
  );
}
