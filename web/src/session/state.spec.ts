import { describe, expect, it } from 'vitest';
import { refusalWords, trainingLogins } from './state';

describe('signing in', () => {
  it('lists analysts first, then officers and overseers', () => {
    const listed = trainingLogins([
      { id: '1', login: 'o', name: 'O', roles: ['OVERSEER'] },
      { id: '2', login: 'b', name: 'B', roles: ['AUTHORISING_OFFICER'] },
      { id: '3', login: 'a', name: 'A', roles: ['ANALYST', 'ADMINISTRATOR'] },
    ]);
    expect(listed.map((one) => one.login)).toEqual(['a', 'b', 'o']);
    expect(listed[0]!.roles).toBe('Analyst, Administrator');
  });
  it('does not tell which half was wrong', () => {
    expect(refusalWords(401)).toBe(refusalWords(403));
    expect(refusalWords(500)).not.toBe(refusalWords(401));
  });
});
