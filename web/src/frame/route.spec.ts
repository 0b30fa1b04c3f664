import { describe, expect, it } from 'vitest';
import { hashOf, needsPermit, readRoute } from './route';

describe('route', () => {
  it('comes back from every address it writes', () => {
    for (const page of ['cases', 'case', 'authority', 'authority-new', 'authority-edit', 'exhibits', 'exhibit', 'records', 'people',
      'network', 'snapshot', 'findings', 'finding', 'finding-new', 'finding-edit', 'disclosure', 'acts', 'ledger', 'methods', 'requests', 'request', 'request-new', 'request-edit', 'sign-in'] as const) {
      const hash = hashOf(page, { caseId: 'c/1 ü', id: 'x?y', params: { q: 'a&b=c' } });
      const back = readRoute(hash);
      expect(back.page).toBe(page);
      expect(back.params).toEqual({ q: 'a&b=c' });
      if (back.caseId !== null) expect(back.caseId).toBe('c/1 ü');
      if (back.id !== null) expect(back.id).toBe('x?y');
    }
  });
  it('tells a new finding from a finding', () => {
    expect(readRoute('#/cases/1/findings/new').page).toBe('finding-new');
    expect(readRoute('#/cases/1/findings/f').page).toBe('finding');
  });
  it('starts at the cases and admits what it does not know', () => {
    expect(readRoute('').page).toBe('cases');
    expect(readRoute('#/').page).toBe('cases');
    expect(readRoute('#/nowhere').page).toBe('unknown');
    expect(readRoute('#/cases/%E0%A4%A').caseId).toBe('%E0%A4%A');
  });
  it('asks for a permit wherever case data is shown', () => {
    expect(needsPermit('records')).toBe(true);
    expect(needsPermit('disclosure')).toBe(true);
    expect(needsPermit('acts')).toBe(false); // Acts hold no case data: an officer sees what was done without a permit.
    expect(needsPermit('authority')).toBe(false);
  });
});
