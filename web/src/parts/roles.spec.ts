import { describe, expect, it } from 'vitest';
import { roleWords, rolesNote, withRoles } from './roles';

describe('roles beside names', () => {
  it('stand on every name that has one, also one of another case', () => {
    expect(withRoles('Mira', 'victim, witness')).toBe('Mira [victim, witness]');
    expect(withRoles('Mira', 'victim (in another case)')).toBe('Mira [victim (in another case)]');
  });
  it('are said once where there is none', () => {
    expect(withRoles('Mira', 'uncategorised')).toBe('Mira');
    expect(roleWords('uncategorised')).toBe('uncategorised');
    expect(roleWords('')).toBe('');
    expect(rolesNote(['victim', 'uncategorised', 'uncategorised'])).toMatch(/2 entities without brackets: uncategorised/);
    expect(rolesNote(['uncategorised'])).toMatch(/all are uncategorised/);
    expect(rolesNote(['victim', ''])).toBeNull();
  });
});
