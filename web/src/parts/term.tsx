import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { meaningOf } from './glossary';

/*
 * What a word means, beside the word: shown while it is pointed at or has the focus, hoverable, gone with Escape
 * (WCAG 2.2, 1.4.13). It stands in the window, so that no table cuts it off.
 */
function Said({ id, word, means, anchor }: { id: string; word: string; means: string; anchor: HTMLElement }) {
  const box = useRef<HTMLSpanElement>(null);
  const [at, setAt] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const near = anchor.getBoundingClientRect();
    const own = box.current?.getBoundingClientRect() ?? { width: 0, height: 0 };
    const below = near.bottom + own.height < window.innerHeight;
    setAt({
      left: Math.max(8, Math.min(near.left, window.innerWidth - own.width - 8)),
      top: below ? near.bottom : Math.max(8, near.top - own.height),
    });
  }, [anchor]);
  return (
    <span ref={box} role="tooltip" id={id} className="term-said" style={at}>
      <strong>{word}</strong> {means}
    </span>
  );
}

function useShown() {
  const [shown, setShown] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!shown) return;
    const away = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return;
      // The first Escape takes the words away, not the dialog that they stand in.
      key.preventDefault();
      key.stopPropagation();
      setShown(false);
    };
    document.addEventListener('keydown', away, true);
    return () => document.removeEventListener('keydown', away, true);
  }, [shown]);
  const ears = {
    onMouseEnter: () => setShown(true),
    onMouseLeave: () => setShown(false),
    onFocus: () => setShown(true),
    onBlur: () => setShown(false),
  };
  return { shown, anchor, ears };
}

/** A small mark behind a heading or label that is a word of the house; nothing behind any other text. */
export function TermMark({ of }: { of: ReactNode }) {
  const id = useId();
  const { shown, anchor, ears } = useShown();
  const meaning = typeof of === 'string' ? meaningOf(of) : null;
  if (!meaning) return null;
  return (
    <span className="term" ref={anchor} {...ears}>
      <button type="button" className="term-mark" aria-label={`What “${meaning.word}” means here`} aria-describedby={shown ? id : undefined}>?</button>
      {shown && anchor.current && <Said id={id} word={meaning.word} means={meaning.means} anchor={anchor.current} />}
    </span>
  );
}

/** A column's head: what its word means is shown while its own button is pointed at or has the focus. */
export function TermHead({ of, children }: { of: ReactNode; children: ReactNode }) {
  const id = useId();
  const { shown, anchor, ears } = useShown();
  const meaning = typeof of === 'string' ? meaningOf(of) : null;
  if (!meaning) return <>{children}</>;
  return (
    <span className="term" ref={anchor} {...ears}>
      {children}
      {shown && anchor.current && <Said id={id} word={meaning.word} means={meaning.means} anchor={anchor.current} />}
    </span>
  );
}
