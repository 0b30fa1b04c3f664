import { describe, expect, it } from 'vitest';
import { wordDiff, type Piece } from './worddiff';

const before = (pieces: Piece[]) => pieces.filter((one) => one.kind !== 'come').map((one) => one.text).join('');
const after = (pieces: Piece[]) => pieces.filter((one) => one.kind !== 'gone').map((one) => one.text).join('');

/* A small generator with its seed in sight (Park and Miller). */
function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Twin: the fewest words that come or go, by the table of longest common subsequences. */
function fewest(a: string[], b: string[]): number {
  const row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!;
      row[j] = word === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1]!);
      diagonal = above;
    }
  }
  return a.length + b.length - 2 * row[b.length]!;
}

describe('what changed by words', () => {
  it('shows what goes and what comes between what stays', () => {
    expect(wordDiff('the van was red and old', 'the van was blue and old')).toEqual([
      { kind: 'same', text: 'the van was ' }, { kind: 'gone', text: 'red ' }, { kind: 'come', text: 'blue ' }, { kind: 'same', text: 'and old' },
    ]);
    expect(wordDiff('', '')).toEqual([]);
    expect(wordDiff('', 'one two')).toEqual([{ kind: 'come', text: 'one two' }]);
    expect(wordDiff('one two', '')).toEqual([{ kind: 'gone', text: 'one two' }]);
    expect(wordDiff('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
  });
  it('puts both texts together again, by the shortest way, whatever they are', () => {
    const seed = 20_261_122;
    const roll = dice(seed);
    for (let turn = 0; turn < 400; turn++) {
      const text = () => Array.from({ length: Math.floor(roll() * 14) }, () => 'abcd'[Math.floor(roll() * 4)]! + ' ');
      const [a, b] = [text(), text()];
      const pieces = wordDiff(a.join(''), b.join(''));
      expect(before(pieces), `seed ${seed} turn ${turn}`).toBe(a.join(''));
      expect(after(pieces), `seed ${seed} turn ${turn}`).toBe(b.join(''));
      const changed = pieces.filter((one) => one.kind !== 'same').reduce((sum, one) => sum + one.text.length / 2, 0);
      expect(changed, `seed ${seed} turn ${turn}: ${a.join('')}| ${b.join('')}`).toBe(fewest(a, b));
    }
  });
  it('gives two texts whole where nearly nothing stays', () => {
    const long = (word: string) => Array.from({ length: 500 }, (_, at) => `${word}${at}`).join(' ');
    expect(wordDiff(long('a'), long('b')).map((one) => one.kind)).toEqual(['gone', 'come']);
  });
});
