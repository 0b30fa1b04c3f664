import { describe, expect, it } from 'vitest';
import { loginOf, refusalWords } from './state';

describe('signing in', () => {
  it('takes the log-in of a listed line', () => {
    expect(loginOf('ana (analyst)')).toBe('ana');
    expect(loginOf('ben')).toBe('ben');
  });
  it('does not tell which half was wrong', () => {
    expect(refusalWords(401)).toBe(refusalWords(403));
    expect(refusalWords(500)).not.toBe(refusalWords(401));
  });
});
