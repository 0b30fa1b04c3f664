import { describe, expect, it } from 'vitest';
import type { ExcerptView, RecordView } from '../api/contract';
import { digestCovers, hexOf, placeWords, sha256Hex, textOf, visible } from './excerpt';
import {
  basketLabel, checkWords, EVERYTHING, facetGroups, keptOf, languageWords, lineOf, narrowed, narrows, PAGE_SIZE, paramsOf, pieces, queryOf, searchOf, searchOfKept,
  selectorPieces, selectorQuery,
} from './state';

const RECORD: RecordView = {
  id: 'r', kind: 'MESSAGE', platform: 'telegram', time: null, timeText: '', timeBasis: '', acquired: '2026-01-01T00:00:00Z', author: null,
  others: [], conversation: null, text: '', highlights: [], media: [], extra: {}, details: {}, language: { code: 'unknown', sureness: 0 }, selectors: [], exhibit: { id: 'e', number: 'E-1', name: 'n' },
  locator: { exhibit: 'ab', part: '', from: 0, to: 1, pointer: '', text: '' },
};

describe('searching', () => {
  it('comes back from the address as it went', () => {
    const search = { ...EVERYTHING, q: 'a&b', kind: 'CALL', from: '2026-01-01T00:00', sort: '-time' as const, after: 'abc', has: 'phone' };
    expect(searchOf(paramsOf(search))).toEqual(search);
    expect(searchOf({ sort: 'sideways' })).toEqual(EVERYTHING);
  });
  it('asks for the page, reads the window as UTC and sorts by relevance only when words are given', () => {
    expect(queryOf({ ...EVERYTHING, after: 'abc' })).toEqual({ sort: 'time', after: 'abc', limit: PAGE_SIZE });
    expect(queryOf({ ...EVERYTHING, like: 'r' })).toMatchObject({ sort: 'relevance', like: 'r' });
    expect(queryOf({ ...EVERYTHING, q: 'x', from: '2026-01-01T00:00' })).toMatchObject({ sort: 'relevance', q: 'x', from: '2026-01-01T00:00:00.000Z' });
  });
  it('starts again at the first page when narrowed', () => {
    expect(narrowed({ ...EVERYTHING, after: 'abc' }, { kind: 'POST' })).toMatchObject({ after: '', kind: 'POST' });
    expect(narrows(EVERYTHING)).toBe(false);
    expect(narrows({ ...EVERYTHING, account: 'k' })).toBe(true);
  });
  it('is kept from its first page and comes back', () => {
    const search = { ...EVERYTHING, q: 'a&b "c"', month: '2026-03', after: 'abc', sort: 'time' as const };
    expect(searchOfKept(keptOf(search))).toEqual({ ...search, after: '' });
    expect(narrows({ ...EVERYTHING, sort: 'time' })).toBe(false);
  });
  it('orders facets by count, months by time, and shows what was chosen even if nothing has it', () => {
    const facets = {
      kind: [{ value: 'CALL', count: 1 }, { value: 'MESSAGE', count: 5 }], platform: [], account: [{ value: 'x/handle/bo', count: 2 }], accounts: 9,
      language: [{ value: 'de', count: 3 }], month: [{ value: '2026-01', count: 1 }, { value: '2026-02', count: 1 }, { value: 'none', count: 4 }], selector: [],
    };
    const groups = facetGroups({ total: 6, offset: 0, items: [], facets, next: null }, { ...EVERYTHING, has: 'btc', kind: 'CALL' });
    const of = (name: string) => groups.find((one) => one.name === name)!;
    expect(of('kind').values.map((one) => [one.words, one.chosen])).toEqual([['Message', false], ['Call', true]]);
    expect(of('month').values.map((one) => one.words)).toEqual(['2026-02', '2026-01', 'without time']);
    expect(of('has').values).toEqual([{ value: 'btc', words: 'Bitcoin', count: 0, chosen: true }]);
    expect(of('account').beyond).toBe(8);
    expect(languageWords('de')).toBe('German');
    expect(languageWords('unknown')).toBe('unknown');
  });
  it('marks selectors where they stand, the larger of two that share a place', () => {
    const one = (from: number, to: number, part = 'words') => ({ kind: 'url', rule: 'r', part, from, to, value: 'v', check: 'NONE' as const });
    expect(selectorPieces('ab cd ef', [one(3, 5), one(3, 4), one(0, 2, 'bio')])).toEqual([
      { text: 'ab ', marked: false }, { text: 'cd', marked: true }, { text: ' ef', marked: false },
    ]);
    expect(selectorPieces('ab', [one(1, 9)])).toEqual([{ text: 'ab', marked: false }]);
    expect(selectorQuery({ ...one(0, 1), kind: 'phone', value: '+44 1"' })).toBe('phone:"+44 1"');
    expect(checkWords('FAILED')).toContain('not');
  });
  it('splits what was found from what stands round it', () => {
    expect(pieces('a \uE000b\uE001 c')).toEqual([{ text: 'a ', marked: false }, { text: 'b', marked: true }, { text: ' c', marked: false }]);
    expect(pieces('<b>x</b>')).toEqual([{ text: '<b>x</b>', marked: false }]);
  });
  it('has a line for records without words', () => {
    const other = { key: 'k', platform: 'x', shownAs: 'Bo', handle: null, basis: '', entity: null };
    expect(lineOf({ ...RECORD, kind: 'FOLLOW', others: [other] })).toBe('to Bo');
    expect(lineOf({ ...RECORD, kind: 'LOGIN', details: { ip: '192.0.2.1' } })).toBe('ip 192.0.2.1');
  });
  it('puts no words of evidence on a basket label', () => {
    expect(basketLabel({ ...RECORD, text: 'secret' })).toBe('E-1 Message no date');
  });
});

const excerpt = (bytes: Uint8Array, from: number, to: number): ExcerptView => ({
  part: 'a/b.json', partBytes: 1000, from: 100 + from, to: 100 + to, contextFrom: 100, contextTo: 100 + bytes.length, text: null,
  base64: btoa(String.fromCharCode(...bytes)), highlight: { from, to }, sha256: '',
});

describe('original bytes', () => {
  const utf8 = new TextEncoder().encode('vor „über“ nach');
  it('marks the range in text', () => {
    const from = new TextEncoder().encode('vor ').length;
    const to = new TextEncoder().encode('vor „über“').length;
    expect(textOf(excerpt(utf8, from, to))).toEqual({ before: 'vor ', marked: '„über“', after: ' nach' });
  });
  it('lets the context begin and end inside a character', () => {
    const cut = utf8.slice(5, utf8.length);
    expect(textOf(excerpt(cut, 10, 11))?.before.startsWith('über')).toBe(true);
    const end = new TextEncoder().encode('ab€').slice(0, 4);
    expect(textOf(excerpt(end, 0, 2))).toEqual({ before: '', marked: 'ab', after: '' });
  });
  it('gives up on what is not text, and leaves markup as text', () => {
    expect(textOf(excerpt(new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), 0, 4))).toBeNull();
    expect(textOf(excerpt(new TextEncoder().encode('<script>'), 0, 8))?.marked).toBe('<script>');
  });
  it('names hidden characters', () => {
    expect(visible('a\u202eb\u0000\ttab\n')).toBe('a⟨U+202E⟩b⟨U+0000⟩\ttab\n');
  });
  it('writes hex with offsets in the part and marks the range across lines', () => {
    const lines = hexOf(excerpt(new Uint8Array(20).map((_, i) => 60 + i), 15, 17));
    expect(lines.map((line) => line.offset)).toEqual(['00000064', '00000074']);
    expect(lines[0]!.cells[15]).toEqual({ hex: '4b', glyph: 'K', marked: true });
    expect(lines[1]!.cells.map((cell) => cell.marked)).toEqual([true, false, false, false]);
  });
  it('bears a range that lies outside the bytes', () => {
    expect(textOf(excerpt(utf8, 5000, 9000))?.marked).toBe('');
    expect(placeWords(excerpt(utf8, 0, 4))).toBe('a/b.json, bytes 100–104 of 1000');
  });
  it('finds what a digest is over', async () => {
    const view = excerpt(utf8, 0, 3);
    expect(await sha256Hex(new TextEncoder().encode('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(await digestCovers({ ...view, sha256: await sha256Hex(utf8.slice(0, 3)) }, sha256Hex)).toBe('record');
    expect(await digestCovers({ ...view, sha256: await sha256Hex(utf8.slice()) }, sha256Hex)).toBe('excerpt');
    expect(await digestCovers({ ...view, sha256: 'ff' }, sha256Hex)).toBeNull();
  });
});
