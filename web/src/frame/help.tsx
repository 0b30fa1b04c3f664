import { useState } from 'react';
import { createPortal } from 'react-dom';
import { choose, OWN_NAMES } from '../language/choice';
import { language, LANGUAGES } from '../language/say';
import { GLOSSARY } from '../parts/glossary';
import { chooseLooks, useLooks, type Looks } from '../parts/looks';
import { Dialog } from '../parts/pieces';
import { offersTour } from './steps';
import { useWorkspace } from './workspace';

const TOUR_SEEN = 'sextant.tour';

/** The languages by their own names; choosing one loads the page anew in it. */
export function LanguageButtons() {
  return (
    <div className="buttons" role="group" aria-label="Language" data-testid="languages">
      {LANGUAGES.map((one) => (
        <button key={one} type="button" className="button small" lang={one} aria-pressed={one === language()} onClick={() => choose(one)} data-testid={`language-${one}`}>
          {OWN_NAMES[one]}
        </button>
      ))}
    </div>
  );
}

function Choice<T extends string>(props: { legend: string; name: string; value: T; of: [T, string][]; onChoose: (value: T) => void }) {
  return (
    <fieldset>
      <legend>{props.legend}</legend>
      <div className="choices">
        {props.of.map(([value, label]) => (
          <label key={value}>
            <input type="radio" name={props.name} checked={props.value === value} onChange={() => props.onChoose(value)} data-testid={`${props.name}-${value}`} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Language, looks, the tour and the words of the house. */
function HelpDialog({ onClose, onTour }: { onClose: () => void; onTour: () => void }) {
  const looks = useLooks();
  const change = (some: Partial<Looks>) => chooseLooks({ ...looks, ...some });
  return (
    <Dialog title="Help, language and display" onClose={onClose} wide>
      <h3>Language</h3>
      <LanguageButtons />
      <p className="hint">Words of evidence are never translated here; they stay as they were written. The page loads anew.</p>
      <h3>Display</h3>
      <Choice legend="Ground" name="ground" value={looks.ground} of={[['system', 'as the system'], ['light', 'light ground'], ['dark', 'dark ground']]} onChoose={(ground) => change({ ground })} />
      <Choice legend="Contrast" name="contrast" value={looks.contrast} of={[['system', 'as the system'], ['more', 'more contrast']]} onChoose={(contrast) => change({ contrast })} />
      <Choice legend="Times" name="times" value={looks.times} of={[['utc', 'UTC alone'], ['both', 'UTC, and the time here beside it']]} onChoose={(times) => change({ times })} />
      <h3>The way through a case</h3>
      <button type="button" className="button" onClick={onTour} data-testid="tour-start">Start the tour</button>
      <h3>Words of the house</h3>
      <dl className="words-list">
        {GLOSSARY.map((one) => (
          <div key={one.word}>
            <dt>{one.word}</dt>
            <dd>{one.means}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

/** Whether the tour runs, and how it begins: in a case, where there is something to point at. */
export function useTour(): { touring: boolean; start: () => void; end: () => void } {
  const w = useWorkspace();
  const [touring, setTouring] = useState(false);
  const start = () => {
    localStorage.setItem(TOUR_SEEN, 'seen');
    const first = w.cases[0];
    if (w.caseId === null && first) w.go('case', { caseId: first.id });
    // The sections of the case are drawn a moment later; the tour looks for them when it begins.
    setTimeout(() => setTouring(true), 300);
  };
  return { touring, start, end: () => setTouring(false) };
}

/** The way to help in the head of every page. */
export function Help({ onTour }: { onTour: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button small" onClick={() => setOpen(true)} data-testid="help">Help and language</button>
      {/* Outside of the head: a dialog's own head is no landmark within another. */}
      {open && createPortal(<HelpDialog onClose={() => setOpen(false)} onTour={() => { setOpen(false); onTour(); }} />, document.body)}
    </>
  );
}

/** Offers the tour to whoever is here for the first time, in training; it covers nothing. */
export function TourOffer({ onStart }: { onStart: () => void }) {
  const w = useWorkspace();
  const [offered, setOffered] = useState(() => offersTour(w.session.training, localStorage.getItem(TOUR_SEEN)));
  if (!offered) return null;
  const answer = (yes: boolean) => {
    localStorage.setItem(TOUR_SEEN, 'seen');
    setOffered(false);
    if (yes) onStart();
  };
  return (
    <section className="card" aria-label="The first tour" data-testid="tour-offer">
      <p><strong>Here for the first time?</strong> A tour of two minutes shows the way from a sealed export to a released finding.</p>
      <div className="buttons">
        <button type="button" className="button small primary" onClick={() => answer(true)} data-testid="tour-yes">Take the tour</button>
        <button type="button" className="button small" onClick={() => answer(false)} data-testid="tour-no">Not now</button>
      </div>
    </section>
  );
}
