/* Three versions of a claim beside each other, field by field, and what shall stand of each. */
import { useId, useMemo, useState } from 'react';
import type { ClaimDraft, FindingView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { useShown } from '../frame/following';
import { useDeed, useLoad } from '../parts/load';
import { FaultPanel, Waiting } from '../parts/pieces';
import { plain } from '../parts/words';
import { wordDiff } from '../parts/worddiff';
import { citingOf, type Citing } from './change';
import { chosenClaim, compare, firstChoices, unsettled, type Choice, type Choices, type Field } from './threeway';

export interface Whose {
  mine: string;
  theirs: string;
}

/** Field by field: what it was, mine, theirs; what only one touched is joined, the rest a person chooses. */
export function ThreeWay(props: { was: ClaimDraft; mine: ClaimDraft; theirs: ClaimDraft; whose: Whose; citing: Citing; verb: string; busy: boolean; onChosen: (claim: ClaimDraft) => void; onClose: () => void }) {
  const { was, mine, theirs, citing } = props;
  const fields = useMemo(() => compare(was, mine, theirs, citing), [was, mine, theirs, citing]);
  const [chosen, setChosen] = useState<Choices>({});
  const choices: Choices = { ...firstChoices(fields), ...chosen };
  const open = unsettled(fields, choices);
  const all = (choice: Choice) => setChosen(Object.fromEntries(fields.map((one) => [one.key, one.choices.includes(choice) ? choice : choices[one.key]])));
  return (
    <form className="three-way" data-testid="three-way" onSubmit={(submit) => { submit.preventDefault(); if (open === 0) props.onChosen(chosenClaim(was, mine, theirs, choices)); }}>
      <p>What only one of the two changed is taken already, and can be chosen otherwise. Nothing is saved before you have chosen.</p>
      {fields.length === 0 && <p className="muted">Both say the same.</p>}
      {fields.length > 1 && (
        <div className="buttons">
          <button type="button" className="button small" onClick={() => all('mine')} data-testid="three-way-all-mine">{`All of it: ${props.whose.mine}`}</button>
          <button type="button" className="button small" onClick={() => all('theirs')} data-testid="three-way-all-theirs">{`All of it: ${props.whose.theirs}`}</button>
        </div>
      )}
      {fields.map((one) => (
        <OneField key={one.key} of={one} whose={props.whose} choice={choices[one.key]} onChoose={(choice) => setChosen({ ...chosen, [one.key]: choice })} />
      ))}
      <p role="status" data-testid="three-way-open">{open === 0 ? 'Every field is settled.' : `Fields that wait for your choice: ${open}`}</p>
      <div className="buttons">
        <button type="submit" className="button primary" disabled={open > 0 || props.busy} data-testid="three-way-take">{props.verb}</button>
        <button type="button" className="button" onClick={props.onClose}>Cancel</button>
      </div>
    </form>
  );
}

function OneField({ of, whose, choice, onChoose }: { of: Field; whose: Whose; choice: Choice | undefined; onChoose: (choice: Choice) => void }) {
  const id = useId();
  const by = of.by === 'each' ? 'changed by both' : of.by === 'alike' ? 'changed by both alike' : 'changed by one of the two';
  const labels: Record<Choice, string> = { mine: whose.mine, theirs: whose.theirs, both: 'Both, one after the other' };
  return (
    <fieldset className={choice === undefined ? 'principle open' : 'principle'} data-testid={`three-way-${of.key.split(':')[0]}`}>
      <legend>{of.title} <span className="muted small">{by}</span></legend>
      <div className="three">
        <div id={`${id}-was`}><p className="three-head">It was</p><Words of={of.was} against={of.was} /></div>
        <div id={`${id}-mine`}><p className="three-head">{whose.mine}</p><Words of={of.mine} against={of.was} /></div>
        <div id={`${id}-theirs`}><p className="three-head">{whose.theirs}</p><Words of={of.theirs} against={of.was} /></div>
      </div>
      {of.choices.length > 1 && (
        <div className="choices">
          {of.choices.map((one) => (
            <label key={one}>
              <input type="radio" name={`${id}-choice`} checked={choice === one} onChange={() => onChoose(one)} aria-describedby={one === 'both' ? `${id}-mine ${id}-theirs` : `${id}-${one}`}
                data-testid={`choose-${one}-${of.key.split(':')[0]}`} />{labels[one]}
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}

function Words({ of, against }: { of: string; against: string }) {
  if (of === '' && against === '') return <p className="muted">nothing</p>;
  if (of === '') return <p className="muted">taken out</p>;
  return (
    <p className="words" dir="auto">
      {wordDiff(against, of).map((piece, at) => (piece.kind === 'gone' ? <del key={at}>{piece.text}</del> : piece.kind === 'come' ? <ins key={at}>{piece.text}</ins> : <span key={at}>{piece.text}</span>))}
    </p>
  );
}

/* The version that took a correction's place, and so on to the last. */
function latest(all: FindingView[], of: FindingView): FindingView {
  const next = of.state === 'CORRECTED' ? all.find((one) => one.corrects?.finding === of.id && (one.state === 'SIGNED' || one.state === 'CORRECTED')) : undefined;
  return next ? latest(all, next) : of;
}

/** A draft that corrects a finding which somebody else corrected meanwhile: both, field by field, and the way on that overwrites nobody. */
export function MeetsAnother({ of: it, onDone }: { of: FindingView; onDone: () => void }) {
  const w = useWorkspace();
  const old = it.corrects?.finding ?? '';
  const loaded = useLoad(`meets ${it.id} ${it.digest}`, async () => {
    const all = await w.api.findings();
    const first = all.find((one) => one.corrects?.finding === old && one.id !== it.id && one.state !== 'WITHDRAWN' && one.state !== 'DRAFT');
    if (!first) return { other: null, was: null };
    return { other: latest(all, first), was: (await w.api.publishedFinding(old)).finding };
  });
  useShown(loaded.reload);
  const [open, setOpen] = useState(false);
  const deed = useDeed();
  const other = loaded.value?.other;
  const was = loaded.value?.was;
  const citing = useMemo(() => citingOf(it, other, was), [it, other, was]);
  if (loaded.fault) return <FaultPanel fault={loaded.fault} onRetry={loaded.reload} />;
  if (!loaded.value) return <Waiting what="Looking for another correction…" />;
  if (!other || !was) return null;
  const signed = other.state === 'SIGNED';
  const take = (claim: ClaimDraft) => void deed.run(async () => {
    if (!signed) return w.api.amendFinding(it.id, claim, it.digest);
    const made = await w.api.correctFinding(other.id, it.corrects?.reason ?? '');
    const saved = await w.api.amendFinding(made.id, claim, made.digest);
    // What was chosen is safe by now; the draft that cannot go on stays readable to its author.
    await w.api.withdrawFinding(it.id, `F-${saved.number} goes on from it and corrects F-${other.number}.`);
    return saved;
  }, (saved) => { setOpen(false); if (signed) w.go('finding-edit', { id: saved.id }); else onDone(); });
  return (
    <section className="card warnings" aria-label="Another correction" data-testid="meets-another">
      <h2>Another correction</h2>
      <p>
        <a href={w.href('finding', { id: other.id })}>{`F-${other.number}`}</a>{` corrects the same finding: ${plain(other.state)}, by ${other.author}. `}
        {signed ? 'This draft cannot be submitted beside it; what you wrote can go on from it.' : 'This draft cannot be submitted while it is there; once it is signed, what you wrote can go on from it.'}
      </p>
      {!open && <button type="button" className="button" onClick={() => setOpen(true)} data-testid="meets-compare">Compare both, field by field</button>}
      {open && (
        <ThreeWay was={was.claim} mine={it.claim} theirs={other.claim} whose={{ mine: 'Yours', theirs: `F-${other.number}` }} citing={citing} busy={deed.busy}
          verb={signed ? `Correct F-${other.number} with what is chosen` : 'Save what is chosen in this draft'} onChosen={take} onClose={() => setOpen(false)} />
      )}
      <FaultPanel fault={deed.fault} />
    </section>
  );
}
