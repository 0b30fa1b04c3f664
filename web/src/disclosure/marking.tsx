import { useEffect, useRef, useState, type PointerEvent } from 'react';
import type { CarriedPicture, ExhibitView, FindingView, MarkDraft, MarkView, RedactionReason } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { word } from '../language/say';
import { useDeed, useLoad } from '../parts/load';
import { Empty, FaultPanel, Field, Tag, Time, Waiting } from '../parts/pieces';
import { Table } from '../parts/table';
import { areaProblem, between, choosable, chosen, marksOf, markWords, nudged, originalOf, originalStays, pieces, recordOf, type Area, type Choosable } from './redaction';
import { isPicture } from './shape';

/** Words, records, persons and areas of pictures are taken out of what is released, each for a reason; it can be taken back until then. */
export function Redactions({ findings, exhibits, carried, known, onChange }: { findings: FindingView[]; exhibits: ExhibitView[]; carried: CarriedPicture[]; known: boolean; onChange: () => void }) {
  const w = useWorkspace();
  const reasons = useLoad('redaction reasons', () => w.api.redactionReasons());
  const marks = useLoad(`redactions ${w.permit?.id}`, () => w.api.redactions());
  const [finding, setFinding] = useState('');
  const [picture, setPicture] = useState('');
  const [code, setCode] = useState('');
  const deed = useDeed();
  const of = useLoad(finding === '' ? null : `markable ${finding}`, () => w.api.markable(finding));
  const pictures = choosable(exhibits, [...carried, ...(of.value?.pictures ?? [])], isPicture);
  const looking = !known || (finding !== '' && of.state === 'loading');
  const shown = pictures.find((one) => one.key === picture);
  const signed = findings.find((one) => one.id === finding);
  const all = marks.value ?? [];
  const again = () => { marks.reload(); onChange(); };
  const redact = (draft: Omit<MarkDraft, 'code' | 'width' | 'height'> & { width?: number; height?: number }) =>
    void deed.run(() => w.api.redact({ width: 0, height: 0, ...draft, code }), again);
  const number = (thing: string) => {
    const one = findings.find((f) => f.id === thing);
    return one ? `F-${one.number}` : exhibits.find((e) => e.id === thing)?.number ?? 'elsewhere';
  };
  const texts = finding !== '' ? of.value?.texts ?? [] : [];
  return (
    <section className="card" aria-label="Take something out">
      <h2>Take something out</h2>
      <p className="hint">What is marked in one place is taken out everywhere: of the report, its pictures, data and exports. A second person releases it.</p>
      <FaultPanel fault={reasons.fault ?? marks.fault ?? of.fault} onRetry={again} />
      <div className="grid">
        <Field label="Finding" hint="Signed findings only: others may still change.">
          {(ids) => (
            <select {...ids} value={finding} onChange={(change) => setFinding(change.target.value)} data-testid="redact-finding">
              <option value="">Choose…</option>
              {findings.map((one) => <option key={one.id} value={one.id}>F-{one.number} {one.claim.title}</option>)}
            </select>
          )}
        </Field>
        <Field label="Picture" hint={looking ? 'It is being looked up which pictures there are.' : pictures.length === 0 ? 'No exhibit of this case is a picture, and no cited record carries one.' : 'An exhibit that is a picture, or one that a record of the finding carries.'}>
          {(ids) => (
            <select {...ids} value={picture} onChange={(change) => setPicture(change.target.value)} disabled={pictures.length === 0} data-testid="redact-picture">
              <option value="">Choose…</option>
              {pictures.map((one) => <option key={one.key} value={one.key}>{one.label}</option>)}
            </select>
          )}
        </Field>
        <Field label="Reason" hint="Its code stands where something was taken out.">
          {(ids) => (
            <select {...ids} value={code} onChange={(change) => setCode(change.target.value)} data-testid="redact-reason">
              <option value="">Choose…</option>
              {(reasons.value ?? []).map((one: RedactionReason) => <option key={one.code} value={one.code}>{one.code}: {word(one.title)}</option>)}
            </select>
          )}
        </Field>
      </div>
      {code !== '' && <p className="muted small">{reasons.value?.find((one) => one.code === code)?.source}</p>}
      <FaultPanel fault={deed.fault} />
      {texts.map((one) => (
        <Marking key={`${finding} ${one.place}`} label={one.label} text={one.text} place={one.place} marks={all.filter((mark) => mark.thing === finding)} original={originalOf(one.place, signed)} ready={code !== '' && !deed.busy}
          onWords={(from, to) => redact({ kind: 'WORDS', thing: finding, place: one.place, from, to })}
          onRecord={(record) => redact({ kind: 'RECORD', thing: finding, place: record, from: 0, to: 0 })} />
      ))}
      {finding !== '' && (of.value?.persons.length ?? 0) > 0 && (
        <fieldset>
          <legend>Persons</legend>
          {of.value?.persons.map((one) => (
            <p key={one.key} className="line">
              <button type="button" className="button small" disabled={code === '' || deed.busy} onClick={() => redact({ kind: 'PERSON', thing: finding, place: one.key, from: 0, to: 0 })}>Take out {one.label}</button> <code>{one.key}</code>
            </p>
          ))}
        </fieldset>
      )}
      {shown && <PictureMarking key={shown.key} of={shown} marks={all} ready={code !== '' && !deed.busy}
        onArea={(area) => redact({ kind: 'AREA', thing: shown.exhibit, place: shown.part === '' ? '' : shown.picture, from: area.x, to: area.y, width: area.width, height: area.height })} />}
      {!marks.value && !marks.fault && <Waiting what="Fetching what is taken out…" />}
      {marks.value && <Table<MarkView>
        caption="What is taken out"
        testId="redactions"
        rows={marks.value}
        rowKey={(one) => one.id}
        start={{ column: 'at', down: true }}
        empty={<Empty title="Nothing is taken out." />}
        columns={[
          { name: 'what', title: 'What', cell: (one) => markWords(one, one.thing === finding ? of.value : null, number), by: (one) => one.place },
          { name: 'code', title: 'Reason', cell: (one) => <code>{one.code}</code>, by: (one) => one.code },
          { name: 'at', title: 'Decided', cell: (one) => <><Time at={one.at} /> <span className="muted">{one.by}</span></>, by: (one) => one.at, downFirst: true },
          { name: 'do', title: <span className="unseen">Take back</span>, cell: (one) => one.stands
            ? <button type="button" className="button small" disabled={deed.busy} data-testid="unredact" onClick={() => void deed.run(() => w.api.unredact(one.id), again)}>Take back</button>
            : <Tag>taken back</Tag> },
        ]}
      />}
    </section>
  );
}

/* A text in which words are chosen as in any text field: with the mouse, or with the arrow keys and shift. */
function Marking({ label, text, place, marks, original, ready, onWords, onRecord }: {
  label: string; text: string; place: string; marks: MarkView[]; original: { place: string; from: number; to: number } | null; ready: boolean; onWords: (from: number, to: number) => void; onRecord: (record: string) => void;
}) {
  const [range, setRange] = useState<{ from: number; to: number } | null>(null);
  const record = recordOf(place);
  const whole = marks.some((one) => one.stands && one.kind === 'RECORD' && one.place === record);
  const shown = pieces(text, marks, place);
  const toOriginal = () => {
    const field = original === null ? null : document.querySelector<HTMLTextAreaElement>(`[data-testid="mark-${original.place}"]`);
    field?.focus();
    field?.setSelectionRange(original?.from ?? 0, original?.to ?? 0);
    field?.scrollIntoView({ block: 'center' });
  };
  const look = (area: HTMLTextAreaElement) => setRange(chosen(area.selectionStart, area.selectionEnd, text));
  return (
    <div className="marking">
      <Field label={label} hint="Choose words here with the mouse, or with shift and the arrow keys.">
        {(ids) => <textarea {...ids} aria-readonly="true" onChange={() => undefined} rows={Math.min(5, 1 + Math.floor(text.length / 90))} value={text} data-testid={`mark-${place}`} onSelect={(event) => look(event.currentTarget)} onKeyUp={(event) => look(event.currentTarget)} />}
      </Field>
      <div className="buttons">
        <button type="button" className="button small" disabled={!ready || range === null} data-testid={`take-${place}`} onClick={() => range && onWords(range.from, range.to)}>Take out the chosen words</button>
        {record && <button type="button" className="button small" disabled={!ready || whole} data-testid={`take-record-${place}`} onClick={() => onRecord(record)}>Take out the whole record</button>}
      </div>
      {original && (
        <p className={originalStays(place, original, marks) ? 'warn-text' : 'hint'} role={originalStays(place, original, marks) ? 'status' : undefined} data-testid={`translation-${place}`}>
          {originalStays(place, original, marks)
            ? 'Taken out of the translation alone: the record’s own words still say it.'
            : 'A translation. What is taken out here alone stays in the record’s own words; where those lose words, their translation goes with them.'}{' '}
          <button type="button" className="button small" data-testid={`original-${place}`} onClick={toOriginal}>Choose the words it is of</button>
        </p>
      )}
      {(whole || shown.some((one) => one.code !== null)) && (
        <p className="words" aria-label={`How it will read: ${label}`} role="group">
          {whole ? <mark>[record]</mark> : shown.map((one, at) => (one.code === null ? <span key={at}>{one.text}</span> : <mark key={at}>[{one.code}]</mark>))}
        </p>
      )}
    </div>
  );
}

const NUMBERS: { name: keyof Area; label: string }[] = [{ name: 'x', label: 'Left' }, { name: 'y', label: 'Top' }, { name: 'width', label: 'Width' }, { name: 'height', label: 'Height' }];

/* A picture on which a rectangle is drawn with the mouse, moved with the arrow keys (resized with shift), or written in numbers. */
function PictureMarking({ of, marks, ready, onArea }: { of: Choosable; marks: MarkView[]; ready: boolean; onArea: (area: Area) => void }) {
  const w = useWorkspace();
  const loaded = useLoad(`picture ${of.key}`, () => (of.part === '' ? w.api.exhibitPicture(of.exhibit) : w.api.carriedPicture(of.picture)));
  const own = marksOf(of, loaded.value?.original ?? '', marks);
  const twins = own.filter((one) => one.thing !== of.exhibit || one.place !== of.part).length;
  const [source, setSource] = useState<string | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [area, setArea] = useState<Area | null>(null);
  const start = useRef<{ x: number; y: number } | null>(null);
  useEffect(() => {
    if (!loaded.value) return;
    const address = URL.createObjectURL(loaded.value.blob);
    setSource(address);
    return () => URL.revokeObjectURL(address);
  }, [loaded.value]);
  const at = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * size.width, y: ((event.clientY - box.top) / box.height) * size.height };
  };
  const problem = areaProblem(area, size.width, size.height);
  const rect = area ?? { x: Math.round(size.width / 4), y: Math.round(size.height / 4), width: Math.round(size.width / 4), height: Math.round(size.height / 4) };
  return (
    <div className="marking">
      <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />
      {source && (
        <div className="picture-marking">
          <img src={source} alt="The picture, as it would be copied" onLoad={(event) => setSize({ width: event.currentTarget.naturalWidth, height: event.currentTarget.naturalHeight })} />
          {size.width > 0 && (
            <svg viewBox={`0 0 ${size.width} ${size.height}`} tabIndex={0} role="application" aria-label="Rectangle to take out: draw it with the mouse, move it with the arrow keys, resize it with shift, take it out with Enter" data-testid="picture-area"
              onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); start.current = at(event); }}
              onPointerMove={(event) => start.current && setArea(between(start.current, at(event), size.width, size.height))}
              onPointerUp={() => { start.current = null; }}
              onKeyDown={(event) => {
                if (event.key.startsWith('Arrow')) { event.preventDefault(); setArea(nudged(rect, event.key, event.shiftKey, size.width, size.height)); }
                if (event.key === 'Enter' && area && ready && !problem) { event.preventDefault(); onArea(area); }
              }}>
              {own.map((one) => <rect key={one.id} className="area-gone" x={one.from} y={one.to} width={one.width} height={one.height} />)}
              {area && <rect className="area-chosen" x={area.x} y={area.y} width={area.width} height={area.height} />}
            </svg>
          )}
        </div>
      )}
      {twins > 0 && <p className="hint" data-testid="marks-of-twin">{twins === 1 ? 'One area was marked where the same bytes lie under another path; it holds here too.' : `${twins} areas were marked where the same bytes lie under another path; they hold here too.`}</p>}
      <div className="grid">
        {NUMBERS.map((one) => (
          <Field key={one.name} label={`${one.label}, in pixels`}>
            {(ids) => <input {...ids} type="number" min={0} value={rect[one.name]} data-testid={`area-${one.name}`} onChange={(change) => setArea({ ...rect, [one.name]: Number(change.target.value) })} />}
          </Field>
        ))}
      </div>
      <div className="buttons">
        <button type="button" className="button small" disabled={!ready || problem !== null} data-testid="take-area" onClick={() => area && onArea(area)}>Take out the rectangle</button>
        {problem && <span className="muted">{problem}</span>}
      </div>
    </div>
  );
}
