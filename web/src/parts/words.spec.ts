import { describe, expect, it } from 'vitest';
import { speak } from '../language/say';
import * as w from './words';

describe('words', () => {
  it('says no date and never 1970', () => {
    expect(w.timeWords(null)).toBe('no date');
    expect(w.timeWords('')).toBe('no date');
    expect(w.dayWords(null)).toBe('no date');
  });
  it('prints times in UTC whatever zone they came in', () => {
    expect(w.timeWords('2026-03-01T01:02:03+02:00')).toBe('2026-02-28 23:02:03 UTC');
    expect(w.timeWords('not a time')).toBe('not a time');
  });
  it('reads fields as UTC and writes them back', () => {
    expect(w.timeOfField('2026-03-01T10:30')).toBe('2026-03-01T10:30:00.000Z');
    expect(w.timeOfField('2026-03-01')).toBe('2026-03-01T00:00:00.000Z');
    expect(w.fieldOfTime('2026-03-01T10:30:00Z')).toBe('2026-03-01T10:30');
    expect(w.timeOfField('')).toBeNull();
    expect(w.timeOfField('2026-13-45')).toBeNull();
  });
  it('says sizes, counts and durations', () => {
    expect(w.bytesWords(999)).toBe('999 B');
    expect(w.bytesWords(1536)).toBe('1.50 KiB');
    expect(w.bytesWords(5 * 1024 ** 3)).toBe('5.00 GiB');
    expect(w.countOf(1, 'record')).toBe('1 record');
    expect(w.countOf(1200, 'entity', 'entities')).toBe('1,200 entities');
    expect(w.durationWords(3725)).toBe('1 h 02 min');
    expect(w.durationWords(61)).toBe('1 min 01 s');
    expect(w.durationWords(-3)).toBe('0 s');
  });
  it('keeps what is an abbreviation or has a hyphen', () => {
    expect(w.plain('UTC_STATED')).toBe('UTC stated');
    expect(w.plain('CO_MEMBERSHIP')).toBe('Co-membership');
  });
  it('says spans, names and values', () => {
    expect(w.spanWords(null, null)).toBe('any time');
    expect(w.spanWords('2026-01-01T00:00:00Z', null)).toBe('from 2026-01-01');
    expect(w.plain('ORGANISED_CRIME_NETWORK')).toBe('Organised crime network');
    expect(w.valueWords(0.00001234)).toBe('1.23e-5');
    expect(w.valueWords(0.123456)).toBe('0.1235');
    expect(w.valueWords(12)).toBe('12');
  });
  it('follows the language: the month as a word, the decimal sign, the house’s words', () => {
    speak('es', { messages: { 'no date': 'sin fecha' }, words: { DRAFT: 'Borrador' }, faults: {} });
    expect(w.timeWords('2026-03-01T01:02:03+02:00')).toBe('28 feb 2026 23:02:03 UTC');
    expect(w.timeWords(null)).toBe('sin fecha');
    expect(w.bytesWords(1536)).toBe('1,50 KiB');
    expect(w.valueWords(0.123456)).toBe('0,1235');
    expect(w.plain('DRAFT')).toBe('Borrador');
    expect(w.plain('A_VALUE')).toBe('A value');
    speak('en');
  });
  it('says local time with its distance from UTC', () => {
    expect(w.localWords('2026-03-01T01:02:03Z', 'Asia/Tokyo')).toMatch(/10:02:03.*(GMT|UTC)\+9/);
    expect(w.localWords('not a time')).toBeNull();
  });
});
