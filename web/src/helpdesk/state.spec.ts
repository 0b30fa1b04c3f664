import { describe, expect, it } from 'vitest';
import type { Person, RequestView } from '../api/contract';
import { accounts, askProblem, awaitsReturn, deedProblem, deeds, draftProblem, emptyAsk, emptyDraft, toggled } from './state';

const lena: Person = { id: '1', login: 'lena', name: 'Lena', roles: ['LEGAL_PROCESS_OFFICER'] as unknown as Person['roles'] };
const otto: Person = { id: '2', login: 'otto', name: 'Otto', roles: ['OVERSEER'] };

function request(over: Partial<RequestView>): RequestView {
  return {
    id: 'r', number: 'LP-1', state: 'DRAFT', next: ['LEGAL_REVIEW', 'WITHDRAWN'], ask: { ...emptyAsk(null, 'UTC') }, providerName: 'P',
    advised: null, draft: emptyDraft('SUBPOENA'), draftedBy: 'Lena', reviewedBy: null, digest: '', created: '', issued: null, served: null,
    emergencyReview: null, papers: [], history: [], returns: [], ...over,
  };
}

describe('help desk', () => {
  it('says what an ask still lacks', () => {
    const form = emptyAsk(null, 'UTC');
    expect(askProblem(form)).toMatch(/authority/);
    const whole = { ...form, authority: 'a', provider: 'x', selectors: ['handle@x:a'] };
    expect(askProblem(whole)).toBeNull();
    expect(askProblem({ ...whole, from: '2026-02-01', to: '2026-01-01' })).toMatch(/end before/);
    expect(askProblem({ ...whole, danger: 'urgent' })).toMatch(/danger/);
  });
  it('asks providers for accounts and never for topics', () => {
    expect(accounts(['handle@x:a', 'group@telegram:1', 'hashtag:b', 'phone:+44'])).toEqual(['handle@x:a', 'phone:+44']);
  });
  it('lets nobody review what he drafted', () => {
    const review = request({ state: 'LEGAL_REVIEW', next: ['DRAFT', 'ISSUED', 'WITHDRAWN'] });
    expect(deeds(review, lena).map((d) => d.name)).toEqual(['withdraw']);
    expect(deeds(review, { ...lena, name: 'Leo' }).map((d) => d.name)).toEqual(['accept', 'send-back', 'withdraw']);
    expect(deeds({ ...review, reviewedBy: 'Leo' }, lena).map((d) => d.name)).toEqual(['issue', 'withdraw']);
  });
  it('offers the overseer an emergency to review, once', () => {
    const served = request({ state: 'SERVED', next: [], served: 'x', ask: { ...emptyAsk(null, 'UTC'), danger: 'a person in danger' } });
    expect(deeds(served, otto).map((d) => d.name)).toEqual(['uphold-emergency', 'reject-emergency']);
    expect(deeds({ ...served, emergencyReview: 'UPHELD' }, otto)).toEqual([]);
  });
  it('wants the words of a deed', () => {
    const submit = deeds(request({}), lena)[0]!;
    expect(deedProblem(submit, {})).toBeNull();
    const withdraw = deeds(request({}), lena).find((d) => d.name === 'withdraw')!;
    expect(deedProblem(withdraw, { reasons: 'short' })).toMatch(/10 characters/);
    expect(deedProblem(withdraw, { reasons: 'it is not needed' })).toBeNull();
  });
  it('takes returns of what discloses, once served', () => {
    expect(awaitsReturn(request({ state: 'SERVED' }))).toBe(true);
    expect(awaitsReturn(request({ state: 'ISSUED' }))).toBe(false);
    expect(awaitsReturn(request({ state: 'SERVED', draft: emptyDraft('PRESERVATION_LETTER') }))).toBe(false);
  });
  it('says what a draft lacks, less of a preservation', () => {
    const draft = { ...emptyDraft('SUBPOENA'), offence: 'Theft', issuer: { ...emptyDraft('').issuer, name: 'J', office: 'Court' } };
    expect(draftProblem(draft, true)).toBeNull();
    expect(draftProblem(draft, false)).toMatch(/facts/);
    expect(toggled(['a'], 'b', true)).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a', false)).toEqual(['b']);
  });
});
