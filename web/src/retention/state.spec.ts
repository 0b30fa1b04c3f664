import { describe, expect, it } from 'vitest';
import { mayConfirm, standing } from './state';

const one = { id: '1', caseId: 'c', thing: 'EXHIBIT', of: 'e', cause: 'ORDER', dueAt: '', proposedBy: 'Olga', reasons: '', firstBy: null, secondBy: null, doneAt: null };

describe('retention', () => {
  it('needs two people', () => {
    expect(standing(one)).toBe('none of two');
    expect(standing({ ...one, firstBy: 'Olga' })).toBe('one of two');
    expect(standing({ ...one, firstBy: 'Olga', secondBy: 'Otto' })).toBe('confirmed');
    expect(standing({ ...one, doneAt: '2026-01-01T00:00:00Z' })).toBe('done');
  });
  it('lets nobody confirm twice', () => {
    expect(mayConfirm({ ...one, firstBy: 'Olga' }, ['AUTHORISING_OFFICER'], 'Olga')).toBe(false);
    expect(mayConfirm({ ...one, firstBy: 'Olga' }, ['OVERSEER'], 'Otto')).toBe(true);
    expect(mayConfirm(one, ['ANALYST'], 'Ana')).toBe(false);
  });
});
