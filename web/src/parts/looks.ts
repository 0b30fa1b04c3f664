/*
 * How the workspace looks in this browser: light or dark, with how much contrast, and whether local time stands beside UTC.
 * What is not chosen follows the system (prefers-color-scheme, prefers-contrast); forced colours always win.
 */
import { useEffect, useState } from 'react';
import { CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, type Theme } from './palette';

export interface Looks {
  ground: 'system' | 'light' | 'dark';
  contrast: 'system' | 'more';
  times: 'utc' | 'both';
}

export const AS_THE_SYSTEM: Looks = { ground: 'system', contrast: 'system', times: 'utc' };
const KEPT = 'sextant.looks';
const CHANGED = 'sextant-looks';

/** Reads what was kept; anything odd counts as not chosen. */
export function readLooks(text: string | null): Looks {
  try {
    const read = JSON.parse(text ?? '') as Partial<Looks>;
    return {
      ground: read.ground === 'light' || read.ground === 'dark' ? read.ground : 'system',
      contrast: read.contrast === 'more' ? 'more' : 'system',
      times: read.times === 'both' ? 'both' : 'utc',
    };
  } catch {
    return AS_THE_SYSTEM; // Nothing kept yet.
  }
}

/** The theme of pictures for a ground and a contrast. */
export function themeOf(dark: boolean, more: boolean): Theme {
  return more ? (dark ? CONTRAST_DARK : CONTRAST_LIGHT) : dark ? DARK : LIGHT;
}

export function looksNow(): Looks {
  return readLooks(localStorage.getItem(KEPT));
}

/** Puts what was chosen on the page; the style sheets do the rest. */
export function applyLooks(looks: Looks): void {
  const root = document.documentElement.dataset;
  if (looks.ground === 'system') delete root.ground;
  else root.ground = looks.ground;
  if (looks.contrast === 'system') delete root.contrast;
  else root.contrast = looks.contrast;
}

/** Keeps a choice, puts it on the page and tells whoever draws. */
export function chooseLooks(looks: Looks): void {
  localStorage.setItem(KEPT, JSON.stringify(looks));
  applyLooks(looks);
  window.dispatchEvent(new Event(CHANGED));
}

const DARK_WANTED = '(prefers-color-scheme: dark)';
const MORE_WANTED = '(prefers-contrast: more)';

/** The looks that are chosen, anew when they change. */
export function useLooks(): Looks {
  const [looks, setLooks] = useState(looksNow);
  useEffect(() => {
    const listen = () => setLooks(looksNow());
    window.addEventListener(CHANGED, listen);
    return () => window.removeEventListener(CHANGED, listen);
  }, []);
  return looks;
}

/** The theme for a picture, anew when the system or the choice changes. */
export function useTheme(): Theme {
  const looks = useLooks();
  const [, turn] = useState(0);
  useEffect(() => {
    const media = [matchMedia(DARK_WANTED), matchMedia(MORE_WANTED)];
    const listen = () => turn((n) => n + 1);
    media.forEach((one) => one.addEventListener('change', listen));
    return () => media.forEach((one) => one.removeEventListener('change', listen));
  }, []);
  const dark = looks.ground === 'dark' || (looks.ground === 'system' && matchMedia(DARK_WANTED).matches);
  return themeOf(dark, looks.contrast === 'more' || matchMedia(MORE_WANTED).matches);
}
