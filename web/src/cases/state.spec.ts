import { describe, expect, it } from 'vitest';
import type { AuthoritySummary, CaseSummary, Person } from '../api/contract';
import { daysLeft, inOrder, mayOpenCase, nextStep } from './state';

const authority = (over: Partial<AuthoritySummary>): AuthoritySummary => ({
  id: 'a', version: 1, state: 'DRAFT', instrument: 'Warrant', number: 'W-1', businessCase: 'ORGANISED_CRIME_NETWORK',
  opFrom: '2026-01-01T00:00:00Z', opTo: '2026-04-01T00:00:00Z', onTeam: true, mayAsk: false, ...over,
});
const held = (...authorities: AuthoritySummary[]): CaseSummary => ({ id: 'c', number: 'OP-1', name: 'One', opened: '', authorities });
const person = (...roles: Person['roles']): Person => ({ id: 'p', login: 'p', name: 'P', roles });

describe('cases', () => {
  it('puts what is in force first', () => {
    const states = inOrder([authority({ state: 'CLOSED' }), authority({ state: 'DRAFT' }), authority({ state: 'ACTIVE' })]);
    expect(states.map((one) => one.state)).toEqual(['ACTIVE', 'DRAFT', 'CLOSED']);
  });
  it('tells each person what comes next', () => {
    expect(nextStep(held(), person('ANALYST'))).toBe('Apply for an authority');
    expect(nextStep(held(authority({ state: 'SUBMITTED' })), person('AUTHORISING_OFFICER'))).toMatch(/your decision/);
    expect(nextStep(held(authority({ state: 'SUBMITTED' })), person('ANALYST'))).toMatch(/authorising officer/);
    expect(nextStep(held(authority({ state: 'OVERSIGHT_PENDING' })), person('OVERSEER'))).toMatch(/your oversight/);
    expect(nextStep(held(authority({ state: 'ACTIVE', mayAsk: true })), person('ANALYST'))).toBe('Ask for a permit');
  });
  it('lets analysts and officers open cases, others not', () => {
    expect(mayOpenCase(person('ANALYST'))).toBe(true);
    expect(mayOpenCase(person('ADMINISTRATOR', 'OVERSEER'))).toBe(false);
    expect(mayOpenCase(person('AUTHORISING_OFFICER'))).toBe(true);
  });
  it('counts days', () => {
    expect(daysLeft(authority({}), new Date('2026-03-31T12:00:00Z').getTime())).toBe(1);
    expect(daysLeft(authority({}), new Date('2026-04-03T00:00:00Z').getTime())).toBe(-2);
  });
});
