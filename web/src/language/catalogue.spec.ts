import { describe, expect, it } from 'vitest';
import { everyFault } from '../../dev/faults.mjs';
import { everySaying } from '../../dev/sayings.mjs';
import es from './es.json';
import fr from './fr.json';
import { holesOf, readMessage } from './message';
import pt from './pt.json';
import { type Catalogue, faultSaid, type Language, speak } from './say';
import SENTENCES from './sentences.json';
import { WORDS } from './words';

const KEYS = [...new Set(everySaying(new URL('../', import.meta.url).pathname).map((one) => one.key))];
const CATALOGUES: Record<string, Catalogue> = { es, pt, fr };
const CODES = everyFault(new URL('../../../', import.meta.url).pathname);
const HINT = 'see node dev/messages.mjs --missing and --take';

describe.each(Object.entries(CATALOGUES))('the catalogue %s', (language, catalogue) => {
  it('says everything that the pages say, and nothing else', () => {
    expect(KEYS.length).toBeGreaterThan(1500);
    expect(KEYS.filter((key) => !catalogue.messages[key]), `untranslated: ${HINT}`).toEqual([]);
    const known = new Set(KEYS);
    expect(Object.keys(catalogue.messages).filter((key) => !known.has(key)), `said by no page: ${HINT}`).toEqual([]);
  });

  it('asks for the same values as the English', () => {
    for (const [key, text] of Object.entries(catalogue.messages)) {
      const wanted = [...holesOf(readMessage(key))].sort();
      const given = [...holesOf(readMessage(text))].sort();
      // A translation may put a plural where the English needs none, or none where the number does not change its words.
      const bare = (holes: string[]) => [...new Set(holes.map((one) => one.replace(' plural', '')))].sort();
      expect.soft(bare(given), `${key} -> ${text}`).toEqual(bare(wanted));
    }
  });

  it('keeps the blanks and line ends outside', () => {
    for (const text of Object.values(catalogue.messages)) expect.soft(text, text).toBe(text.trim());
  });

  it('knows every word of the lists', () => {
    expect(WORDS.filter((word) => !catalogue.words[word])).toEqual([]);
    expect(Object.keys(catalogue.words).filter((word) => !WORDS.includes(word))).toEqual([]);
    expect(new Set(WORDS).size).toBe(WORDS.length);
  });

  it('calls nobody a leader in what the server says', () => {
    expect(SENTENCES.length).toBeGreaterThan(100);
    const said = SENTENCES.map((one) => catalogue.words[one] ?? '');
    expect(said.filter((one) => /l[ií]der|lideran|jefe|cabecilla|chef(e|s)?\b|dirigeant|meneur/i.test(one))).toEqual([]);
  });

  it('explains faults by codes and families only, such as the program has', () => {
    expect(Object.keys(catalogue.faults).filter((code) => !/^SX-[A-Z0-9-]+$/.test(code))).toEqual([]);
    expect(Object.keys(catalogue.faults).filter((code) => !CODES.some((one) => one === code || (code.endsWith('-') && one.startsWith(code)))), 'explained, and in no source').toEqual([]);
  });

  it('explains every fault that a server can answer with', () => {
    expect(CODES.length).toBeGreaterThan(400);
    speak(language as Language, catalogue);
    expect(CODES.filter((code) => faultSaid(code) === null), 'add it to "faults" of the catalogue, or its family').toEqual([]);
    speak('en', { messages: {}, words: {}, faults: {} });
  });

  it('has a sentence of its own for each', () => {
    const texts = Object.values(catalogue.faults);
    expect(texts.filter((text) => !/[.!]$/.test(text) || text.length < 20)).toEqual([]);
  });
});
