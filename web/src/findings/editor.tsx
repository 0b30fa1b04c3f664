import { useEffect, useState, type DragEvent, type ReactNode } from 'react';
import type { ChosenScale, ClaimDraft, FindingView, RemarkView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { methodOf } from '../parts/measures';
import { Beside, FaultPanel, Field, PageHead, Waiting } from '../parts/pieces';
import { SCALES, scaleTitle } from '../parts/scales';
import { ScaleWords } from '../parts/scalewords';
import { countOf, timeWords } from '../parts/words';
import { carried, carries, carry } from '../frame/drag';
import { withCited } from './ach';
import { choiceOf, codeOf, gradeWords, NO_GRADE, partsOf, SCHEMES, type GradeChoice, type Scheme } from './grade';
import { MatrixEditor } from './matrix';
import { RemarkList, useRemarks } from './remarks';
import { OvertakenDialog, overtaken, SubmitDialog } from './publish';
import {
  alternativesOf, besideSupport, claimFrom, moveSupport, noteSupport, problemOf, problemsOf, remarksOn, sideWith, TYPES, withBasket, type ClaimProblem,
} from './state';

/** Writes a new finding from the basket, or amends one that is not decided yet. */
export function FindingEditor({ id, snapshot }: { id: string | null; snapshot: string | null }) {
  const w = useWorkspace();
  const loaded = useLoad(id === null ? null : `finding ${id}`, () => w.api.finding(id ?? ''));
  const chosen = useLoad('chosen scale', () => w.api.chosenScale());
  const fault = loaded.fault ?? chosen.fault;
  if (fault) return <FaultPanel fault={fault} onRetry={() => { loaded.reload(); chosen.reload(); }} />;
  if (!chosen.value || (id !== null && !loaded.value)) return <Waiting what="Fetching the finding…" />;
  const start = loaded.value ? withBasket(loaded.value.claim, w.basket) : claimFrom(w.basket, snapshot, chosen.value.scale);
  return <Editor existing={loaded.value ?? null} start={start} chosen={chosen.value} />;
}

function Editor({ existing: opened, start, chosen }: { existing: FindingView | null; start: ClaimDraft; chosen: ChosenScale }) {
  const w = useWorkspace();
  // A draft that was saved before its review was refused is amended by the next try, not written a second time.
  const [existing, setExisting] = useState(opened);
  const [claim, setClaim] = useState<ClaimDraft>(start);
  const [grade, setGrade] = useState<GradeChoice>(() => (start.gradeCode ? choiceOf(start.gradeScheme, start.gradeCode) : NO_GRADE));
  const [alternatives, setAlternatives] = useState(start.alternatives.join('\n'));
  const [tried, setTried] = useState(false);
  const deed = useDeed();
  const whole: ClaimDraft = { ...claim, gradeCode: codeOf(claim.gradeScheme, grade), alternatives: alternativesOf(alternatives) };
  const problems = problemsOf(whole);
  const shown = tried ? problems : [];
  const remarks = useRemarks(whole);
  const set = (change: Partial<ClaimDraft>) => setClaim((before) => ({ ...before, ...change }));
  // The matrix weighs what the claim cites: it follows every record that comes in or goes out.
  const cite = (next: ClaimDraft) => setClaim(next.matrix ? { ...next, matrix: withCited(next.matrix, next) } : next);
  const show = (remark: RemarkView) => {
    const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[data-testid="claim-${remark.place}"]`);
    field?.focus();
    field?.setSelectionRange(remark.from, remark.to);
  };
  const [raced, setRaced] = useState(false);
  // Saved, and not submitted until its author has seen what that changes for the team.
  const [submitting, setSubmitting] = useState<FindingView | null>(null);
  const save = (submit: boolean, over: FindingView | null = existing) => {
    setTried(true);
    if (problems.length > 0) return;
    void deed.run(async () => {
      try {
        const saved = await (over ? w.api.amendFinding(over.id, whole, over.digest) : w.api.draftFinding(whole));
        setExisting(saved);
        return saved;
      } catch (fault) {
        setRaced(overtaken(fault));
        throw fault;
      }
    }, (saved) => {
      w.emptyBasket();
      if (submit) setSubmitting(saved);
      else w.go('finding', { id: saved.id });
    });
  };
  // What was chosen of two windows is written on from the newer one, or on its own where that one is frozen.
  const goOn = (chosenClaim: ClaimDraft, now: FindingView) => {
    setRaced(false);
    deed.clear();
    setExisting(now.state === 'DRAFT' || now.state === 'RETURNED' ? now : null);
    setClaim(chosenClaim);
    setGrade(chosenClaim.gradeCode ? choiceOf(chosenClaim.gradeScheme, chosenClaim.gradeCode) : NO_GRADE);
    setAlternatives(chosenClaim.alternatives.join('\n'));
  };
  return (
    <>
      {submitting && <SubmitDialog finding={submitting} onClose={() => setSubmitting(null)} onDone={(done) => w.go('finding', { id: done.id })} />}
      {raced && existing && (
        <OvertakenDialog began={existing} mine={whole} onClose={() => setRaced(false)} onChosen={goOn} onLeave={(now) => w.go('finding', { id: now.id })} />
      )}
      <PageHead title={existing ? `Amend F-${existing.number}` : 'Write a finding'} lead="Say only what the records bear, and what speaks against it. Another person reviews it." />
      <form className="card draft" onSubmit={(submit) => { submit.preventDefault(); save(false); }}>
        <Field label="Title" problem={problemOf(shown, 'title')}>{(ids) => <input {...ids} maxLength={160} value={claim.title} onChange={(change) => set({ title: change.target.value })} data-testid="claim-title" />}</Field>
        <RemarkList remarks={remarksOn(remarks, 'title').filter((one) => one.value)} onShow={show} />
        <Field label="Claim" hint="One claim, in plain words. Account is not person: say which you mean." problem={problemOf(shown, 'text')}>
          {(ids) => <textarea {...ids} rows={5} maxLength={8000} value={claim.text} onChange={(change) => set({ text: change.target.value })} data-testid="claim-text" />}
        </Field>
        <RemarkList remarks={remarksOn(remarks, 'text').filter((one) => one.value)} onShow={show} />
        <fieldset>
          <legend>Type</legend>
          {TYPES.map((one) => (
            <label key={one.value} className="line"><input type="radio" name="type" checked={claim.type === one.value} onChange={() => set({ type: one.value })} data-testid={`type-${one.value}`} />{one.label}: <span className="muted">{one.says}</span></label>
          ))}
          <p className="hint">Machine: what a program computed is cited as a measure below. It makes no claim; say as an assessment what it means.</p>
        </fieldset>
        <ScalePicker claim={claim} chosen={chosen} onScale={(scale) => set({ scale })} />
        <GradePicker scheme={claim.gradeScheme} grade={grade} problem={problemOf(shown, 'grade')}
          onScheme={(gradeScheme) => { set({ gradeScheme }); setGrade(NO_GRADE); }} onGrade={setGrade} />
        <Field label="Method" hint="How you came from the records to the claim: searches, judgements, measures." problem={problemOf(shown, 'method')}>
          {(ids) => <textarea {...ids} rows={3} maxLength={4000} value={claim.method} onChange={(change) => set({ method: change.target.value })} data-testid="claim-method" />}
        </Field>
        <Sides claim={claim} existing={existing} shown={shown} onChange={cite} />
        {claim.counterSupports.length === 0 && (
          <Field label="If nothing speaks against it: none found, and where you looked" problem={problemOf(shown, 'counter')}>
            {(ids) => <textarea {...ids} rows={2} maxLength={2000} value={claim.noCounterSupport} onChange={(change) => set({ noCounterSupport: change.target.value })} data-testid="claim-none" />}
          </Field>
        )}
        <Field label="Other explanations, one to a line" problem={problemOf(shown, 'alternatives')}>
          {(ids) => <textarea {...ids} rows={3} value={alternatives} onChange={(change) => setAlternatives(change.target.value)} data-testid="claim-alternatives" />}
        </Field>
        {(claim.type === 'ASSESSMENT' || claim.matrix !== null) && (
          <MatrixEditor claim={whole} labelOf={(record) => recordLabel(w.basket, existing, record)} problems={shown.filter((one) => one.field === 'matrix').map((one) => one.what)}
            onChange={(matrix) => set({ matrix })} />
        )}
        <NetworkPart claim={claim} set={set} />
        <OtherRemarks remarks={remarks} onShow={show} />
        {shown.length > 0 && <p className="problem" role="alert">{shown.length} to settle: {shown.map((one) => one.what).join(' ')}</p>}
        <FaultPanel fault={deed.fault} />
        <div className="buttons">
          <button type="submit" className="button primary" disabled={deed.busy} data-testid="save-finding">{deed.busy ? 'Saving…' : 'Save the draft'}</button>
          <button type="button" className="button" disabled={deed.busy} onClick={() => save(true)} data-testid="save-and-submit">Save and submit for review</button>
          <a className="button" href={existing ? w.href('finding', { id: existing.id }) : w.href('findings')}>Leave without saving</a>
        </div>
      </form>
    </>
  );
}

function GradePicker(props: { scheme: Scheme; grade: GradeChoice; problem: string | null; onScheme: (scheme: Scheme) => void; onGrade: (grade: GradeChoice) => void }) {
  const code = codeOf(props.scheme, props.grade);
  return (
    <fieldset className="principle">
      <legend>Grade <Beside of="grade" /></legend>
      <p className="hint">How far the source can be relied on and how far its information can be believed are two judgements; one does not follow from the other.</p>
      <div className="choices">
        {SCHEMES.map((one) => (
          <label key={one.value}><input type="radio" name="scheme" checked={props.scheme === one.value} onChange={() => props.onScheme(one.value)} data-testid={`scheme-${one.value}`} />{one.title}</label>
        ))}
      </div>
      <div className="grid">
        {partsOf(props.scheme).map((part) => (
          <Field key={part.name} label={part.label}>
            {(ids) => (
              <select {...ids} value={props.grade[part.name]} onChange={(change) => props.onGrade({ ...props.grade, [part.name]: change.target.value })} data-testid={`grade-${part.name}`}>
                <option value="">not judged</option>
                {part.choices.map((one) => <option key={one.code} value={one.code}>{one.code} {one.words}</option>)}
              </select>
            )}
          </Field>
        ))}
        {props.scheme === 'UK-3x5x2' && props.grade.handling === 'C' && (
          <Field label="Conditions">{(ids) => <input {...ids} maxLength={300} value={props.grade.conditions} onChange={(change) => props.onGrade({ ...props.grade, conditions: change.target.value })} />}</Field>
        )}
      </div>
      {code && <p><code>{code}</code> {gradeWords(props.scheme, code)}</p>}
      {props.problem && <p className="problem">{props.problem}</p>}
    </fieldset>
  );
}

function Sides(props: { claim: ClaimDraft; existing: FindingView | null; shown: ClaimProblem[]; onChange: (claim: ClaimDraft) => void }) {
  const w = useWorkspace();
  const { claim } = props;
  const label = (record: string) => recordLabel(w.basket, props.existing, record);
  const [over, setOver] = useState<'for' | 'against' | null>(null);
  const drop = (event: DragEvent, here: 'for' | 'against') => {
    const record = carried(event.dataTransfer);
    setOver(null);
    if (!record) return;
    event.preventDefault();
    props.onChange(sideWith(claim, record.record, here));
  };
  const side = (title: string, list: ClaimDraft['supports'], here: 'for' | 'against', empty: ReactNode) => (
    <div className={over === here ? 'side over' : 'side'} data-testid={`side-${here}`} onDragLeave={() => setOver(null)} onDrop={(event) => drop(event, here)}
      onDragOver={(event) => { if (carries(event.dataTransfer)) { event.preventDefault(); setOver(here); } }}>
      <h2>{title}</h2>
      {list.length === 0 && <p className="muted">{empty}</p>}
      <ul className="plain">
        {list.map((one) => (
          <li key={one.record} className="held" draggable onDragStart={(drag) => carry(drag.dataTransfer, one.record, label(one.record))}>
            <div className="held-head">
              <a href={w.href('records', { params: { record: one.record } })}>{label(one.record)}</a>
              <span className="buttons">
                <button type="button" className="quiet" onClick={() => props.onChange(moveSupport(claim, one.record, here === 'for' ? 'against' : 'for'))}>{here === 'for' ? 'speaks against' : 'supports'}</button>
                <button type="button" className="quiet" onClick={() => { props.onChange(moveSupport(claim, one.record, 'out')); w.unsupport(one.record); }}>take out</button>
              </span>
            </div>
            {(one.beside ?? []).length > 0 && (
              <p className="muted small" data-testid="cited-beside">
                {`Shown with its own words: ${countOf((one.beside ?? []).length, 'note')} from beside the record.`}{' '}
                <button type="button" className="quiet" onClick={() => { props.onChange(besideSupport(claim, one.record, [])); w.support({ record: one.record, note: one.note, label: label(one.record), beside: [] }); }}>leave out</button>
              </p>
            )}
            <input aria-label={`What ${label(one.record)} shows`} placeholder="what it shows" maxLength={500} value={one.note}
              onChange={(change) => props.onChange(noteSupport(claim, one.record, change.target.value))} />
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <fieldset className="principle">
      <legend>Records</legend>
      <div className="pair">
        {side('Support it', claim.supports, 'for', <>Nothing yet. Open <a href={w.href('records')}>records</a> and use them as support.</>)}
        {side('Speak against it', claim.counterSupports, 'against', 'Nothing yet. Look for it as hard as for the rest.')}
      </div>
      {problemOf(props.shown, 'supports') && <p className="problem">{problemOf(props.shown, 'supports')}</p>}
    </fieldset>
  );
}

function recordLabel(basket: { record: string; label: string }[], existing: FindingView | null, record: string): string {
  const held = basket.find((one) => one.record === record);
  const seen = [...(existing?.supports ?? []), ...(existing?.counterSupports ?? [])].find((one) => one.record === record);
  return held?.label ?? (seen ? `${seen.exhibit} ${seen.author ?? ''} ${timeWords(seen.time)}` : `record ${record.slice(0, 12)}`);
}

/** The one scale from which the claim's estimative words come. */
function ScalePicker({ claim, chosen, onScale }: { claim: ClaimDraft; chosen: ChosenScale; onScale: (scale: NonNullable<ClaimDraft['scale']>) => void }) {
  const w = useWorkspace();
  const scale = claim.scale ?? 'NONE';
  return (
    <fieldset className="principle">
      <legend>Words of likelihood</legend>
      <p className="hint">An assessment that estimates takes its words from one scale. How likely something is and how sure its author is are two judgements: each has its own sentence.</p>
      <div className="choices">
        {SCALES.map((one) => (
          <label key={one.value}>
            <input type="radio" name="scale" checked={scale === one.value} onChange={() => onScale(one.value)} data-testid={`scale-${one.value}`} />{one.title}
            {one.value === chosen.scale && chosen.scale !== 'NONE' && <span className="muted small" data-testid="scale-chosen">&nbsp;(the agency’s)</span>}
          </label>
        ))}
      </div>
      {chosen.scale !== 'NONE' && scale !== 'NONE' && scale !== chosen.scale && (
        <p className="hint" data-testid="scale-other">{`New findings begin with the ${scaleTitle(chosen.scale)}, which the agency chose. This one is written in the ${scaleTitle(scale)} and keeps it, unless you choose again.`} <a href={w.href('policy')}>Who chose it, and when</a></p>
      )}
      <ScaleWords of={scale} />
    </fieldset>
  );
}

/** Remarks on the words of every other field; what a field lacks is said by the form itself. */
function OtherRemarks({ remarks, onShow }: { remarks: RemarkView[]; onShow: (remark: RemarkView) => void }) {
  const others = remarks.filter((one) => (one.value && one.place !== 'title' && one.place !== 'text') || one.code.startsWith('SX-FIND-WARN'));
  if (others.length === 0) return null;
  return (
    <section aria-label="What a strict colleague would say">
      <h2>What a strict colleague would say</h2>
      <RemarkList remarks={others} onShow={onShow} />
    </section>
  );
}

/** The snapshot and measures a claim rests on, if it rests on any. */
function NetworkPart({ claim, set }: { claim: ClaimDraft; set: (change: Partial<ClaimDraft>) => void }) {
  const w = useWorkspace();
  const snapshots = useLoad(`snapshots ${w.permit?.id}`, () => w.api.snapshots());
  const measures = useLoad(claim.snapshot ? `measures ${claim.snapshot}` : null, () => w.api.measures(claim.snapshot ?? ''));
  const [open, setOpen] = useState(claim.snapshot !== null);
  useEffect(() => { if (claim.snapshot !== null) setOpen(true); }, [claim.snapshot]);
  if (!open) return <p><button type="button" className="link" onClick={() => setOpen(true)}>It rests on a snapshot of the network</button></p>;
  return (
    <fieldset className="principle">
      <legend>Network <Beside of="measure" /></legend>
      <Field label="Snapshot">
        {(ids) => (
          <select {...ids} value={claim.snapshot ?? ''} data-testid="claim-snapshot" onChange={(change) => set({ snapshot: change.target.value || null, measures: [] })}>
            <option value="">none</option>
            {(snapshots.value ?? []).map((one) => <option key={one.id} value={one.id}>{timeWords(one.at)}: {one.nodes} entities, {one.ties} ties</option>)}
          </select>
        )}
      </Field>
      {claim.snapshot && (measures.value ?? []).length > 0 && (
        <div className="choices">
          {(measures.value ?? []).map((one) => (
            <label key={one.id}>
              <input type="checkbox" checked={claim.measures.includes(one.id)}
                onChange={(change) => set({ measures: change.target.checked ? [...claim.measures, one.id] : claim.measures.filter((held) => held !== one.id) })} />
              {methodOf(one.method).label} <span className="muted">&nbsp;seed {one.seed}</span>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
