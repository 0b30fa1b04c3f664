import { describe, expect, it } from 'vitest';
import type { ElsewhereView, MediaView, SameMediaView } from '../api/contract';
import { alikeWords, elsewhereWords, knownBy } from './same';

const picture: MediaView = { name: 'a.jpg', type: 'image/jpeg', part: 'photos/a.jpg', sha256: 'ab', likeness: '0123456789abcdef' };
const film: MediaView = { ...picture, likeness: null };
const same = (others: number): SameMediaView => ({ medium: 0, words: 'same:ab', others, found: [] });
const found = (bytes: boolean, bits: number): ElsewhereView => ({ bytes, bits }) as ElsewhereView;

describe('where else a medium is', () => {
  it('says how many carry it, and that likeness is no proof', () => {
    expect(elsewhereWords(picture, same(0))).toBe('No other record in scope carries this picture.');
    expect(elsewhereWords(picture, same(1))).toBe('1 other record in scope carries this picture, or one that looks the same.');
    expect(elsewhereWords(film, same(3))).toBe('3 other records in scope carry this file.');
    expect(alikeWords(found(true, 0))).toBe('the same bytes');
    expect(alikeWords(found(false, 0))).toBe('looks the same: compare by eye');
    expect(alikeWords(found(false, 5))).toContain('5 of 64 bits');
  });

  it('is asked for only if there is something to know it by', () => {
    expect(knownBy(picture)).toBe(true);
    expect(knownBy({ ...film, sha256: null })).toBe(false);
  });
});
