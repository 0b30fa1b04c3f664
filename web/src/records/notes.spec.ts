import { describe, expect, it } from 'vitest';
import type { NoteVersionView, NoteView } from '../api/contract';
import { draftOf, lackOf, latest, parted, readAnew, sent, stretch, turned, unitsOf } from './notes';

const version = (over: Partial<NoteVersionView>): NoteVersionView => ({
  version: 1, withdrawn: false, text: 'Two vans', language: 'en', from: 0, to: 11, original: 'Due furgoni', translator: '', tool: '', reason: '',
  by: 'Ana', mine: true, at: '2026-06-01T08:00:00Z', ...over,
});
const note = (...versions: NoteVersionView[]): NoteView => ({ id: 'n', kind: 'TRANSLATION', versions });

describe('notes beside a record', () => {
  it('holds the latest version and keeps those before it', () => {
    const one = note(version({}), version({ version: 2, text: 'Two lorries' }));
    expect(latest(one).text).toBe('Two lorries');
    const back = note(version({}), version({ version: 2, withdrawn: true, text: '', reason: 'wrong' }));
    expect(parted([one, back])).toEqual({ standing: [one], back: [back] });
    expect(draftOf(one, 'NOTE')).toMatchObject({ kind: 'TRANSLATION', text: 'Two lorries', base: 2, from: 0, to: 11 });
    expect(draftOf(null, 'NOTE')).toMatchObject({ kind: 'NOTE', text: '', base: 0 });
  });
  it('says when the words were read anew', () => {
    expect(readAnew(version({}), { text: 'Due furgoni al molo' })).toBe(false);
    expect(readAnew(version({}), { text: 'Tre furgoni al molo' })).toBe(true);
    expect(readAnew(version({ to: 0, original: 'x' }), { text: 'x' })).toBe(false);
    expect(readAnew(version({ withdrawn: true, original: '' }), { text: 'x' })).toBe(false);
  });
  it('asks for words, and for a language of a translation', () => {
    const draft = draftOf(null, 'TRANSLATION');
    expect(lackOf(draft)).toBe('text');
    expect(lackOf({ ...draft, text: 'x' })).toBe('language');
    expect(lackOf({ ...draft, text: 'x', language: 'English language' })).toBe('language');
    expect(lackOf({ ...draft, text: 'x', language: 'pt-BR' })).toBeNull();
    expect(lackOf({ ...draft, kind: 'NOTE', text: 'x' })).toBeNull();
    expect(sent({ ...draft, kind: 'NOTE', tool: 'a machine' }).tool).toBe('');
  });
  it('finds the stretch that a field marks', () => {
    const words = 'a\r\nb 🚐 c';
    expect(unitsOf(words, 2)).toBe(3);
    expect(stretch(words, 2, 3)).toEqual({ from: 3, to: 4 });
    expect(stretch(words, 5, 7)).toEqual({ from: 5, to: 8 });
    expect(stretch(words, 4, 5)).toEqual({ from: 5, to: 7 });
    expect(stretch(words, 3, 3)).toEqual({ from: 0, to: 0 });
    expect(stretch(words, 0, 99)).toEqual({ from: 0, to: 0 });
  });
  it('puts a note in and takes it out', () => {
    expect(turned(undefined, 'a')).toEqual(['a']);
    expect(turned(['a', 'b'], 'a')).toEqual(['b']);
  });
});
