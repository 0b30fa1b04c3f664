import { describe, expect, it } from 'vitest';
import type { FindingView, MarkView, TemplateView } from '../api/contract';
import { areaProblem, between, choosable, chosen, marksOf, markWords, nudged, originalOf, originalStays, pieces, recordOf } from './redaction';
import { isPicture, namedIn, namingWords, templated } from './shape';
import { EMPTY_RELEASE } from './state';

const mark = (more: Partial<MarkView>) =>
  ({ id: 'm', kind: 'WORDS', thing: 'f', place: 'text', from: 0, to: 0, width: 0, height: 0, code: 'PRIVACY', by: 'B', own: false, at: '', stands: true, ...more }) as MarkView;

describe('marked words', () => {
  it('are chosen without the blanks around them, two letters at least', () => {
    expect(chosen(3, 10, 'ask  Maria now')).toEqual({ from: 5, to: 10 });
    expect(chosen(0, 1, 'a bc')).toBeNull();
    expect(chosen(2, 2, 'a bc')).toBeNull();
  });
  it('leave the rest of a text, overlapping ones once', () => {
    const marks = [mark({ from: 4, to: 9 }), mark({ from: 7, to: 11, code: 'MINOR' }), mark({ from: 0, to: 3, stands: false }), mark({ place: 'title', from: 0, to: 2 })];
    expect(pieces('ask Maria L now', marks, 'text')).toEqual([
      { text: 'ask ', code: null }, { text: 'Maria', code: 'PRIVACY' }, { text: ' L', code: 'MINOR' }, { text: ' now', code: null },
    ]);
    expect(pieces('', [], 'text')).toEqual([]);
  });
  it('name the record of a text', () => {
    expect(recordOf('supports/2/words')).toBe('supports/2');
    expect(recordOf('supports/2/note')).toBeNull();
    expect(recordOf('text')).toBeNull();
  });
  it('are told without the words', () => {
    const of = { texts: [{ place: 'text', label: 'F-1, claim', text: 'Maria' }], records: [], persons: [], pictures: [] };
    expect(markWords(mark({}), of, () => 'F-1')).toBe('F-1, claim');
    expect(markWords(mark({ kind: 'AREA', place: '', from: 1, to: 2, width: 3, height: 4 }), null, () => 'E-2')).toBe('E-2, 3 by 4 pixels at 1, 2');
  });
});

describe('a rectangle', () => {
  it('lies between two corners, within its picture', () => {
    expect(between({ x: 30, y: 5 }, { x: -4, y: 90 }, 100, 50)).toEqual({ x: 0, y: 5, width: 30, height: 45 });
  });
  it('is moved and resized by arrow keys, and stays within', () => {
    const area = { x: 4, y: 4, width: 10, height: 10 };
    expect(nudged(area, 'ArrowLeft', false, 20, 20).x).toBe(0);
    expect(nudged(area, 'ArrowRight', false, 20, 20).x).toBe(10);
    expect(nudged(area, 'ArrowDown', true, 20, 20).height).toBe(16);
    expect(nudged(area, 'ArrowUp', true, 20, 20).height).toBe(2);
    expect(areaProblem(area, 20, 20)).toBeNull();
    expect(areaProblem({ ...area, width: 17 }, 20, 20)).toMatch(/outside/);
    expect(areaProblem(null, 20, 20)).toMatch(/Draw/);
  });
});

describe('a template', () => {
  const template = (more: Partial<TemplateView>) => ({ id: 't', title: 'T', receivers: ['COURT'], needs: ['FINDINGS'], withholds: false, choice: true, sections: [], words: [], ...more }) as TemplateView;
  it('keeps of a form what it knows', () => {
    const form = { ...EMPTY_RELEASE, receiver: 'POLICE', about: 'x', withhold: true };
    expect(templated(form, template({}))).toMatchObject({ template: 't', receiver: '', about: '', withhold: true });
    expect(templated({ ...form, receiver: 'COURT' }, template({ needs: ['ABOUT_SUBJECT'], choice: false }))).toMatchObject({ receiver: 'COURT', about: 'x', withhold: false });
  });
  it('says whom it names', () => {
    expect(namingWords(template({ withholds: true }))).toMatch(/taken out/);
    expect(namingWords(template({}))).toMatch(/unless/);
  });
  it('is about somebody whom a chosen finding names', () => {
    const findings = [{ id: 'f', claim: { entities: ['a', 'b'] } }, { id: 'g', claim: { entities: ['c'] } }] as unknown as FindingView[];
    expect(namedIn({ ...EMPTY_RELEASE, findings: ['f'] }, findings, [])).toEqual([{ key: 'a', label: 'a' }, { key: 'b', label: 'b' }]);
  });
  it('takes pictures by what their names promise', () => {
    expect(isPicture('yard.JPEG')).toBe(true);
    expect(isPicture('export.zip')).toBe(false);
  });
});

describe('a translation', () => {
  const finding = { supports: [{ excerpt: 'Der Wagen steht im Hof, frag Maria', beside: [{ kind: 'NOTE', original: '' }, { kind: 'TRANSLATION', original: 'frag Maria' }, { kind: 'TRANSLATION', original: '' }] }], counterSupports: [] } as unknown as FindingView;
  it('knows the words that it is of', () => {
    expect(originalOf('supports/0/beside/1', finding)).toEqual({ place: 'supports/0/words', from: 24, to: 34 });
    expect(originalOf('supports/0/beside/2', finding)).toEqual({ place: 'supports/0/words', from: 0, to: 34 });
    expect(originalOf('supports/0/beside/0', finding)).toBeNull();
    expect(originalOf('supports/0/words', finding)).toBeNull();
    expect(originalOf('supports/0/beside/1', undefined)).toBeNull();
  });
  it('is told where it alone loses words', () => {
    const place = 'supports/0/beside/1';
    const original = { place: 'supports/0/words' };
    expect(originalStays(place, original, [])).toBe(false);
    expect(originalStays(place, original, [mark({ place })])).toBe(true);
    expect(originalStays(place, original, [mark({ place, stands: false })])).toBe(false);
    expect(originalStays(place, original, [mark({ place }), mark({ place: 'supports/0/words' })])).toBe(false);
    expect(originalStays(place, original, [mark({ place }), mark({ kind: 'RECORD', place: 'supports/0' })])).toBe(false);
  });
});

describe('pictures', () => {
  it('show marks of the same bytes wherever those lie', () => {
    const of = { key: 'b photos/two.png', picture: 's/0', exhibit: 'b', part: 'photos/two.png', label: '' };
    const here = mark({ id: '1', kind: 'AREA', thing: 'b', place: 'photos/two.png', original: 'old' });
    const twin = mark({ id: '2', kind: 'AREA', thing: 'c', place: '', original: 'same' });
    const others = [mark({ id: '3', kind: 'AREA', thing: 'b', place: 'photos/one.png', original: 'other' }), { ...twin, id: '4', stands: false }, mark({ id: '5', kind: 'WORDS', original: '' })];
    expect(marksOf(of, 'same', [here, twin, ...others]).map((one) => one.id)).toEqual(['1', '2']);
    expect(marksOf(of, '', [here, twin, ...others, mark({ id: '6', kind: 'AREA', thing: 'd', original: '' })]).map((one) => one.id)).toEqual(['1']);
  });
  it('are exhibits of their own, and those that cited records carry, each once', () => {
    const exhibits = [{ id: 'a', number: 'E-1', name: 'gate.png' }, { id: 'b', number: 'E-2', name: 'long.zip' }] as Parameters<typeof choosable>[0];
    const one = { picture: 'r/0', exhibit: 'b', number: 'E-2', part: 'photos/lantern_1.png' };
    expect(choosable(exhibits, [one, { ...one, picture: 's/0' }], isPicture)).toEqual([
      { key: 'a', picture: 'a', exhibit: 'a', part: '', label: 'E-1 gate.png' }, { key: 'b photos/lantern_1.png', picture: 'r/0', exhibit: 'b', part: 'photos/lantern_1.png', label: 'E-2 photos/lantern_1.png' },
    ]);
    expect(markWords(mark({ kind: 'AREA', place: 'photos/lantern_1.png', width: 3, height: 2, from: 1, to: 1 }), null, () => 'E-2')).toBe('E-2 photos/lantern_1.png, 3 by 2 pixels at 1, 1');
  });
});
