import { describe, expect, it } from 'vitest';
import { EVERYTHING } from './state';
import { foundOf, hereOf, linesOf, NO_SEARCHES, searched, searchWords } from './trail';

const q = (words: string) => ({ ...EVERYTHING, q: words });

describe('searches of a session', () => {
  it('branch where one goes back and asks something else', () => {
    let trail = searched(NO_SEARCHES, q('van'));
    trail = foundOf(trail, q('van'), 12);
    trail = searched(trail, { ...q('van'), kind: 'POST' });
    trail = searched(trail, q('van'));
    expect(trail.at).toBe(1);
    trail = searched(trail, { ...q('van'), kind: 'CALL' });
    const lines = linesOf(trail);
    expect(lines.map((one) => [searchWords(one.query), one.depth, one.on])).toEqual([
      ['Everything', 0, true], ['“van”', 0, true], ['“van”, Call', 1, true], ['“van”, Post', 0, false],
    ]);
    expect(lines[1]!.found).toBe(12);
    expect(hereOf(trail)).toMatchObject({ q: 'van', kind: 'CALL' });
  });
  it('does not take another page or the same question for a new search', () => {
    const trail = searched(NO_SEARCHES, q('van'));
    expect(searched(trail, { ...q('van'), after: 'x' })).toBe(trail);
    expect(foundOf(trail, q('other'), 3)).toBe(trail);
    expect(searched(trail, EVERYTHING).at).toBe(0);
  });
});
