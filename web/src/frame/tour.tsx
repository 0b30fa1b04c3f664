import { useEffect, useRef, useState } from 'react';
import { movedStep, stepsHere, TOUR, type TourStep } from './steps';

const elementOf = (at: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-testid="${at}"]`);
const seen = (element: HTMLElement | null): boolean => element !== null && element.getClientRects().length > 0;

/** Where a step's element lies in the window, anew while the page scrolls or changes; null when it is gone. */
function useRing(at: string | null): DOMRect | null {
  const [rect, setRect] = useState<DOMRect | null>(null);
  useEffect(() => {
    const element = at === null ? null : elementOf(at);
    if (seen(element)) element?.scrollIntoView({ block: 'nearest' });
    const look = () => {
      const found = at === null ? null : elementOf(at);
      setRect(found && seen(found) ? found.getBoundingClientRect() : null);
    };
    look();
    const timer = setInterval(look, 250);
    window.addEventListener('scroll', look, true);
    window.addEventListener('resize', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('scroll', look, true);
      window.removeEventListener('resize', look);
    };
  }, [at]);
  return rect;
}

/** The walk: a panel beside the page, which stays usable. Its head takes the focus at each step; Escape ends it. */
export function Tour({ onEnd }: { onEnd: () => void }) {
  const [steps] = useState<TourStep[]>(() => stepsHere(TOUR, (at) => seen(elementOf(at))));
  const [at, setAt] = useState(0);
  const head = useRef<HTMLHeadingElement>(null);
  const before = useRef(document.activeElement as HTMLElement | null);
  const step = steps[at]!;
  const ring = useRing(step.at);
  useEffect(() => head.current?.focus({ preventScroll: true }), [at]);
  useEffect(() => {
    const back = before.current;
    return () => back?.focus({ preventScroll: true });
  }, []);
  const go = (by: 1 | -1) => {
    const to = movedStep(at, by, steps.length);
    if (to === null) onEnd();
    else setAt(to);
  };
  const left = ring !== null && ring.left > window.innerWidth / 2 && ring.bottom > window.innerHeight / 2;
  return (
    <>
      {ring && <div className="tour-ring" aria-hidden="true" style={{ left: ring.left - 5, top: ring.top - 5, width: ring.width + 10, height: ring.height + 10 }} />}
      <section className={left ? 'tour left' : 'tour'} role="dialog" aria-labelledby="tour-title" aria-describedby="tour-text" data-testid="tour"
        onKeyDown={(key) => {
          if (key.key === 'Escape') onEnd();
        }}>
        <h2 id="tour-title" tabIndex={-1} ref={head}>{step.title}</h2>
        <p id="tour-text">{step.text}</p>
        <div className="buttons">
          <button type="button" className="button small primary" onClick={() => go(1)} data-testid="tour-next">{at === steps.length - 1 ? 'Done' : 'Next'}</button>
          {at > 0 && <button type="button" className="button small" onClick={() => go(-1)}>Back</button>}
          <button type="button" className="quiet" onClick={onEnd} data-testid="tour-end">End the tour</button>
          <span className="muted">{at + 1} of {steps.length}</span>
        </div>
      </section>
    </>
  );
}
