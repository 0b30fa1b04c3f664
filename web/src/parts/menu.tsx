import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

/**
 * A button that shows a few others, under the word that they have in common. Escape closes it and gives the focus back; so do a press on one of
 * them, unless several are pressed one after another, and a press elsewhere.
 */
export function Menu({ label, several = false, testId, children }: { label: string; several?: boolean; testId: string; children: ReactNode }) {
  const box = useRef<HTMLDetailsElement>(null);
  const close = (back: boolean) => {
    if (!box.current?.open) return;
    box.current.open = false;
    if (back) box.current.querySelector('summary')?.focus();
  };
  useEffect(() => {
    const elsewhere = (press: PointerEvent) => { if (!box.current?.contains(press.target as Node)) close(false); };
    document.addEventListener('pointerdown', elsewhere);
    return () => document.removeEventListener('pointerdown', elsewhere);
  }, []);
  // A list that would stick out of a narrow window, or of the card that it is in, moves back into it.
  const place = () => {
    const list = box.current?.querySelector<HTMLElement>('.menu-list');
    if (!list || !box.current?.open) return;
    list.style.removeProperty('left');
    const room = box.current.closest('.card')?.getBoundingClientRect().right ?? document.documentElement.clientWidth;
    const over = list.getBoundingClientRect().right + 8 - room;
    if (over > 0) list.style.left = `${-over}px`;
  };
  const escape = (key: KeyboardEvent) => {
    if (key.key !== 'Escape' || !box.current?.open) return;
    key.stopPropagation();
    key.preventDefault();
    close(true);
  };
  return (
    <details ref={box} className="menu" onToggle={place} onKeyDown={escape} onBlur={(blur) => { if (blur.relatedTarget && !box.current?.contains(blur.relatedTarget as Node)) close(false); }}>
      <summary className="button small" data-testid={testId}>{label}</summary>
      <div className="menu-list" role="group" aria-label={label} onClick={(click) => { if (!several && (click.target as Element).closest('button')) close(true); }}>{children}</div>
    </details>
  );
}
