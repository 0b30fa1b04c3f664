import { describe, expect, it } from 'vitest';
import type { MethodView } from '../api/contract';
import { mayPropose, standing, toSign } from './state';

const proposal = { id: 'p1', fingerprint: 'ff', evaluation: 'Tried.', by: 'Ana', at: '2026-01-01T00:00:00Z', expires: '2027-01-01T00:00:00Z', approvers: [] as string[] };
const method = (more: Partial<MethodView>): MethodView => ({
  id: 'network-degree', title: 'Number of ties', purpose: '', forbidden: [], data: '', languages: '', limits: '', evaluation: '', owner: '',
  expires: '2027-01-01T00:00:00Z', state: 'CHANGED', version: 'degree/1', parameters: {}, fingerprint: 'ff', proposals: [], ...more,
});

describe('a method of the machine', () => {
  it('says that it is disabled, and why', () => {
    expect(standing(method({})).tone).toBe('bad');
    expect(standing(method({ state: 'EXPIRED' })).words).toContain('run out');
    expect(standing(method({ state: 'APPROVED', proposals: [proposal] })).tone).toBe('good');
    expect(standing(method({ state: 'APPROVED' })).words).toBe('not used here yet');
  });
  it('is put forward by analysts, where it runs', () => {
    expect(mayPropose(method({}), ['ANALYST'])).toBe(true);
    expect(mayPropose(method({}), ['AUTHORISING_OFFICER'])).toBe(false);
    expect(mayPropose(method({ fingerprint: null }), ['ANALYST'])).toBe(false);
  });
  it('is signed for once, by others, and only as it runs now', () => {
    const open = method({ proposals: [proposal] });
    expect(toSign(open, ['AUTHORISING_OFFICER'], 'Olga')).toBe('p1');
    expect(toSign(open, ['ANALYST'], 'Ben')).toBeNull();
    expect(toSign(open, ['AUTHORISING_OFFICER'], 'Ana')).toBeNull();
    expect(toSign(method({ proposals: [{ ...proposal, approvers: ['Olga'] }] }), ['AUTHORISING_OFFICER'], 'Olga')).toBeNull();
    expect(toSign(method({ fingerprint: 'ee', proposals: [proposal] }), ['INTEGRITY_OFFICER'], 'Ina')).toBeNull();
  });
});
