import { describe, expect, it } from 'vitest';
import type { AuthorityDetail, AuthorityForm, VersionView } from '../api/contract';
import { boundHandles, deedsFor, emptyDraft, mayAmend, notesFor, oversightReasons, PRINCIPLES, problemOf, problemsOf, readSelector, readSelectors, renewable, unsigned, waits } from './state';

const NOW = new Date('2026-05-05T10:00:00Z').getTime();
const filled = (): AuthorityForm => {
  const text = 'a reason that is long enough to be read';
  return {
    ...emptyDraft(NOW, 'me', 'Testland'),
    instrument: 'Warrant', number: 'W-1', issuer: 'Court', offence: 'drug-trafficking', platforms: ['telegram'],
    principles: {
      cause: text, motive: text, interests: text, necessity: text, proportionality: text, collateral: text, right: text, validation: text,
      lastResort: text, tried: [text], prospect: text, stopCriteria: text,
    },
    handling: 'H',
  };
};

describe('drafting an authority', () => {
  it('asks for everything in an empty draft and nothing more in a full one', () => {
    const steps = new Set(problemsOf(emptyDraft(NOW, 'me', 'Testland'), '').map((one) => one.step));
    expect([...steps]).toEqual(['basis', 'CAUSE', 'MOTIVE', 'NECESSITY', 'RIGHT', 'LAST_RESORT', 'PROSPECT', 'reach', 'duties']);
    expect(problemsOf(filled(), 'email:a@b.example')).toEqual([]);
  });
  it('has a field for every principle', () => {
    const named = PRINCIPLES.flatMap((one) => one.fields.map((field) => field.name)).sort();
    expect(named).toEqual(Object.keys(emptyDraft(NOW, 'me', 'Testland').principles).sort());
  });
  it('can be saved while it is only incomplete, not while it is wrong', () => {
    expect(problemsOf(emptyDraft(NOW, 'me', 'Testland'), '').some((one) => one.hard)).toBe(false);
    expect(problemsOf({ ...filled(), retentionDays: 0 }, 'nonsense').filter((one) => one.hard).map((one) => one.field)).toEqual(['selectors', 'retentionDays']);
  });
  it('needs a bound on everything when a selector is broad', () => {
    const unbound = { ...filled(), quota: { items: 0, subjects: 0, views: 0 } };
    expect(problemsOf(unbound, 'email:a@b.example')).toEqual([]);
    expect(problemsOf(unbound, 'hashtag:x').map((one) => one.field)).toEqual(['items', 'subjects', 'views']);
  });
  it('finds a span that runs backwards and a line that is no selector', () => {
    const draft = { ...filled(), opTo: filled().opFrom };
    const problems = problemsOf(draft, 'email:nobody\nwhatever');
    expect(problemOf(problems, 'operation')).toMatch(/after the beginning/);
    expect(problemOf(problems, 'selectors')).toMatch(/local@domain.*type:value/);
    expect(problemOf(problems, 'content')).toBeNull();
  });
  it('reads selectors as the server does', () => {
    expect(readSelector('email:a@b.example')).toMatchObject({ problem: null, broad: false });
    expect(readSelector('platform_id@telegram:123').problem).toBeNull();
    expect(readSelector('platform_id:123').problem).toMatch(/platform/);
    expect(readSelector('PHONE:+44 20 7946 0000').problem).toBeNull();
    expect(readSelector('phone:020 7946').problem).toMatch(/international/);
    expect(readSelector('group@telegram:99')).toMatchObject({ problem: null, broad: true });
    expect(readSelector('shoe:44').problem).toMatch(/no kind/);
    expect(readSelector('email:').problem).not.toBeNull();
    expect(readSelectors('\n email:a@b.c \n\n')).toHaveLength(1);
  });
  it('keeps account numbers only of handles that are named', () => {
    expect(boundHandles({ 'handle@x:a': '1', 'handle@x:b': '2', 'handle@x:c': ' ' }, ['handle@x:a', 'handle@x:c'])).toEqual({ 'handle@x:a': '1' });
    expect(boundHandles(null, [])).toEqual({});
  });
  it('says when the overseer must decide first', () => {
    expect(oversightReasons(filled(), 'email:a@b.example')).toEqual([]);
    expect(oversightReasons({ ...filled(), maxLevel: 3, flags: ['minor'] }, 'hashtag:x')).toHaveLength(3);
  });
  it('spans whole days', () => {
    const draft = emptyDraft(NOW, 'me', 'Testland');
    expect(draft.opFrom).toBe('2026-05-05T00:00:00.000Z');
    expect(draft.contentTo).toBe('2026-05-06T00:00:00.000Z');
  });
});

describe('an authority', () => {
  const detail: AuthorityDetail = {
    id: 'a', caseId: 'c', version: 1, state: 'DRAFT', digest: '', needsOversight: false, signed: ['CAUSE', 'PROSPECT'], allowed: ['amend', 'sign', 'submit'],
    form: filled(), approvals: [], history: [], applicant: { id: 'me', login: 'me', name: 'Me', roles: ['ANALYST'] },
  };
  it('offers only what the server allows, in whatever spelling', () => {
    expect(deedsFor(['APPROVE', 'OVERSEE_REFUSE', 'dance']).map((deed) => deed.transition)).toEqual(['approve', 'oversee-refuse']);
    expect(deedsFor(detail.allowed).map((deed) => deed.transition)).toEqual(['submit']);
    expect(deedsFor([])).toEqual([]);
  });
  it('is amended and signed only by whom the server lets', () => {
    expect(mayAmend(detail)).toBe(true);
    expect(unsigned(detail)).toEqual(['MOTIVE', 'NECESSITY', 'RIGHT', 'LAST_RESORT']);
    expect(mayAmend({ ...detail, allowed: [] })).toBe(false);
    expect(unsigned({ ...detail, allowed: [] })).toEqual([]);
  });
  const version = (over: Partial<AuthorityDetail>, rest: Partial<VersionView> = {}): VersionView => ({
    results: '', liveUntil: '', offence: 'Drugs', possible: [], changes: [], similarity: [], similarPercent: 60, oral: null, detail: { ...detail, ...over }, ...rest,
  });
  it('tells whoever decides what to look at first', () => {
    expect(notesFor(version({}))).toEqual([]);
    const notes = notesFor(version({ version: 2, form: { ...filled(), flags: ['MINOR'], selectors: ['hashtag:x'], maxLevel: 3 } }, {
      changes: [{ field: 'selectors', direction: 'WIDENS', before: '', after: 'hashtag:x' }, { field: 'team', direction: 'NARROWS', before: 'a', after: '' }],
      similarity: [{ principle: 'CAUSE', percent: 60 }, { principle: 'RIGHT', percent: 59 }],
      oral: { officer: 'O', at: '', danger: 'd', words: 'w', writeUpBy: '2026-05-06T00:00:00Z' },
    }));
    expect(notes).toHaveLength(6);
    expect(notes.join(' ')).toMatch(/word of mouth.*lapses.*One bound becomes wider.*Sufficient.*a child.*hashtag:x.*repeated viewing/);
    expect(notes.join(' ')).not.toMatch(/Right authority/);
  });
  it('is renewed from the version in force, once at a time', () => {
    const living = version({ state: 'ACTIVE', allowed: ['renew'] });
    expect(renewable([living])).toBe(living);
    expect(renewable([version({ version: 2, state: 'RENEWAL_PENDING' }), living])).toBeNull();
    expect(renewable([version({ version: 2, state: 'REFUSED' }), living])).toBe(living);
    expect(renewable([])).toBeNull();
  });
  it('says “would” until it is in force', () => {
    expect([waits('SUBMITTED'), waits('ACTIVE'), waits('QUASHED')]).toEqual([true, false, false]);
  });
});
