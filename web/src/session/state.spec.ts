import { describe, expect, it } from 'vitest';
import { refusalWords } from './state';

describe('signing in', () => {
  it('does not tell which half was wrong', () => {
    expect(refusalWords(401)).toBe(refusalWords(403));
    expect(refusalWords(500)).not.toBe(refusalWords(401));
  });
});
