import { describe, expect, it } from 'vitest';
import { deedOf, KEYS, type Pressed } from './keys';

const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({ key, ctrl: false, shift: false, typing: false, walking: false, chart: false, dialog: false, ...more });

describe('keys', () => {
  it('each does one thing, and every thing has a key', () => {
    expect(new Set(KEYS.map((one) => one.key)).size).toBe(KEYS.length);
    expect(new Set(KEYS.map((one) => one.deed)).size).toBe(KEYS.length);
  });
  it('leave fields, dialogs and tables their own', () => {
    expect(deedOf(pressed('u'), true)).toBe('undo');
    expect(deedOf(pressed('u', { typing: true }), true)).toBeNull();
    expect(deedOf(pressed('z', { typing: true, ctrl: true }), true)).toBeNull();
    expect(deedOf(pressed('Escape', { dialog: true }), true)).toBeNull();
    expect(deedOf(pressed('ArrowDown', { chart: true, walking: true }), true)).toBeNull();
    expect(deedOf(pressed('ArrowDown', { chart: true }), true)).toBe('down');
    expect(deedOf(pressed('ArrowDown'), true)).toBeNull();
  });
  it('can be switched off where they are single letters', () => {
    expect(deedOf(pressed('u'), false)).toBeNull();
    expect(deedOf(pressed('Escape'), false)).toBe('nobody');
    expect(deedOf(pressed('z', { ctrl: true }), false)).toBe('undo');
    expect(deedOf(pressed('Z', { ctrl: true, shift: true }), false)).toBe('redo');
  });
});
