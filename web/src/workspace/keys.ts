/* Keys of the workspace. Single letters can be switched off, for people whose software types or speaks them (WCAG 2.1.4). Pure. */

export type Deed =
  | 'help' | 'undo' | 'redo' | 'chart' | 'timeline' | 'map' | 'records' | 'beside' | 'search' | 'lasso' | 'expand' | 'path' | 'only' | 'all' | 'nobody'
  | 'in' | 'out' | 'whole' | 'left' | 'right' | 'up' | 'down' | 'earlier' | 'later' | 'play' | 'keep';

export interface Key {
  key: string;
  deed: Deed;
  says: string;
}

export const KEYS: Key[] = [
  { key: '?', deed: 'help', says: 'this list' },
  { key: 'u', deed: 'undo', says: 'undo (also Ctrl Z)' },
  { key: 'r', deed: 'redo', says: 'redo (also Ctrl Y)' },
  { key: '1', deed: 'chart', says: 'go to the chart' },
  { key: '2', deed: 'beside', says: 'go to what stands beside it' },
  { key: '3', deed: 'timeline', says: 'go to the timeline' },
  { key: '4', deed: 'records', says: 'go to the records' },
  { key: '5', deed: 'map', says: 'go to the map' },
  { key: '/', deed: 'search', says: 'search for words' },
  { key: 'l', deed: 'lasso', says: 'lasso' },
  { key: 'e', deed: 'expand', says: 'expand the chosen' },
  { key: 'p', deed: 'path', says: 'find a path' },
  { key: 'o', deed: 'only', says: 'only the chosen on the chart' },
  { key: 'a', deed: 'all', says: 'everything on the chart' },
  { key: 'Escape', deed: 'nobody', says: 'choose nobody' },
  { key: '+', deed: 'in', says: 'nearer' },
  { key: '-', deed: 'out', says: 'farther' },
  { key: '0', deed: 'whole', says: 'the whole chart' },
  { key: 'ArrowLeft', deed: 'left', says: 'move the chart, while it has the focus' },
  { key: 'ArrowRight', deed: 'right', says: 'as above' },
  { key: 'ArrowUp', deed: 'up', says: 'as above' },
  { key: 'ArrowDown', deed: 'down', says: 'as above' },
  { key: '[', deed: 'earlier', says: 'window earlier' },
  { key: ']', deed: 'later', says: 'window later' },
  { key: 't', deed: 'play', says: 'play through time, or stop' },
  { key: 'k', deed: 'keep', says: 'keep this view' },
];

export interface Pressed {
  key: string;
  ctrl: boolean;
  shift: boolean;
  /** Whether a field or a row of a table has the focus and takes the key itself. */
  typing: boolean;
  walking: boolean;
  chart: boolean;
  dialog: boolean;
}

/** What a key does here; null if it does nothing. */
export function deedOf(pressed: Pressed, single: boolean): Deed | null {
  if (pressed.dialog) return null;
  if (pressed.ctrl) {
    if (pressed.typing) return null;
    const key = pressed.key.toLowerCase();
    if (key === 'z') return pressed.shift ? 'redo' : 'undo';
    return key === 'y' ? 'redo' : null;
  }
  if (pressed.typing) return null;
  const found = KEYS.find((one) => one.key === pressed.key)?.deed ?? null;
  if (pressed.key.startsWith('Arrow')) return pressed.chart && !pressed.walking ? found : null;
  return pressed.key === 'Escape' || single ? found : null;
}
