import { describe, expect, it } from 'vitest';
import type { AuthorityDetail, AuthorityForm, PackView, Principle, VersionView } from '../api/contract';
import { GUIDANCE } from './guidance';
import { emptyDraft, PRINCIPLES, selectorLine } from './state';
import {
  doneCount, isStep, maySignAll, refusalsOf, renewalDraft, resumeStep, standing, stepBeside, stepOfLack, stepsOf, withLacks, type Written,
} from './steps';

const NOW = new Date('2026-05-05T10:00:00Z').getTime();
const TEXT = 'a reason that is long enough to be read';
const PACK: PackView = {
  name: 'test', version: 1, title: 'Test', digest: '', jurisdiction: 'Testland', offenceSource: 'rule', instruments: [], levels: [], methods: [],
  offences: [
    { id: 'stolen-goods', title: 'Stolen goods', statute: 's. 1', group: 'Property', answers: ['significantThreat'], wants: [] },
    { id: 'demonstration-trespass', title: 'Trespass', statute: 's. 2', group: 'Not sufficient', answers: [], wants: ['it is no threat'] },
  ],
  limits: { longestOperationDays: 92, longestPermitMinutes: 480, overseenWithinDays: 14, urgentHours: 72, writeUpHours: 24 },
};
const principles = (text: string): AuthorityForm['principles'] => ({
  cause: text, motive: text, interests: text, necessity: text, proportionality: text, collateral: text, right: text, validation: text,
  lastResort: text, tried: [text], prospect: text, stopCriteria: text,
});
const filled = (): AuthorityForm => ({
  ...emptyDraft(NOW, 'me', 'Testland'), instrument: 'Warrant', number: 'W-1', issuer: 'Court', offence: 'stolen-goods', platforms: ['telegram'],
  principles: principles(TEXT), handling: 'H',
});
const written = (over: Partial<Written> = {}): Written => ({ form: filled(), selectors: 'email:a@b.example', results: null, previous: null, pack: PACK, ...over });
const detail = (form: AuthorityForm): AuthorityDetail => ({
  id: 'a', caseId: 'c', version: 1, state: 'ACTIVE', digest: '', needsOversight: false, signed: [], allowed: [], form, approvals: [], history: [],
  applicant: { id: 'me', login: 'me', name: 'Me', roles: ['ANALYST'] },
});
const before = (form: AuthorityForm): VersionView => ({
  results: '', liveUntil: '2026-06-01T00:00:00Z', offence: 'Stolen goods', possible: [], changes: [], similarity: [], similarPercent: 60, oral: null, detail: detail(form),
});

describe('the steps of an application', () => {
  it('are eleven, twelve in a renewal, each principle a page of its own', () => {
    expect(stepsOf(false).map((one) => one.id)).toEqual(['basis', 'reach', 'CAUSE', 'MOTIVE', 'NECESSITY', 'RIGHT', 'LAST_RESORT', 'PROSPECT', 'duties', 'sign', 'submit']);
    expect(stepsOf(true)[0]?.id).toBe('results');
    expect(isStep('CAUSE', stepsOf(false))).toBe(true);
    expect(isStep('results', stepsOf(false))).toBe(false);
  });
  it('go on and back and stop at the ends', () => {
    const steps = stepsOf(false);
    expect(stepBeside(steps, 'basis', 1)).toBe('reach');
    expect(stepBeside(steps, 'basis', -1)).toBe('basis');
    expect(stepBeside(steps, 'submit', 1)).toBe('submit');
  });
  it('know where each refusal of the server is mended', () => {
    const lack = (code: string, place = '') => stepOfLack({ code, what: '', place, value: '', cure: '' });
    expect(lack('SX-AUTH-OFFENCE', 'basis.offence')).toBe('basis');
    expect(lack('SX-AUTH-LASTRESORT', 'LAST_RESORT.tried')).toBe('LAST_RESORT');
    expect(lack('SX-AUTH-RENEWAL-COPIED', 'CAUSE')).toBe('CAUSE');
    expect(lack('SX-AUTH-UNSIGNED', 'principles')).toBe('sign');
    expect(lack('SX-AUTH-UNHEARD-OF')).toBe('submit');
  });
  it('have guidance for every principle: what is good, what carries and what does not', () => {
    for (const { principle } of PRINCIPLES) {
      const one = GUIDANCE[principle];
      expect(one.good.length).toBeGreaterThanOrEqual(3);
      expect(one.enough.length).toBeGreaterThan(one.tooThin.length);
      expect(one.because).not.toBe('');
    }
  });
});

describe('what would be refused', () => {
  it('is nothing for a full application', () => expect(refusalsOf(written())).toEqual([]));
  it('is an offence that does not satisfy the rule, or is in no catalogue', () => {
    const citing = (offence: string) => refusalsOf(written({ form: { ...filled(), offence } })).map((one) => [one.step, one.code]);
    expect(citing('demonstration-trespass')).toEqual([['basis', 'SX-AUTH-OFFENCE']]);
    expect(citing('being a nuisance')).toEqual([['basis', 'SX-AUTH-OFFENCE']]);
    expect(citing('')).toEqual([['basis', 'SX-AUTH-BASIS']]);
  });
  it('is a time in force beyond the pack’s limit', () => {
    const long = { ...filled(), opTo: '2026-09-05T00:00:00.000Z' };
    expect(refusalsOf(written({ form: long })).map((one) => one.code)).toEqual(['SX-AUTH-WINDOW']);
  });
  it('is a renewal without results, or with a principle in the words of the version before', () => {
    const copied = refusalsOf(written({ results: 'short', previous: before(filled()) }));
    expect(copied.filter((one) => one.code === 'SX-AUTH-RENEWAL-COPIED').map((one) => one.step)).toEqual(PRINCIPLES.map((one) => one.principle));
    expect(copied.filter((one) => one.step === 'results').map((one) => one.code)).toEqual(['SX-AUTH-RESULTS']);
    const fresh = { ...filled(), principles: principles('what holds now is told in other words') };
    expect(refusalsOf(written({ form: fresh, results: TEXT, previous: before(filled()) }))).toEqual([]);
  });
});

describe('coming back', () => {
  const steps = stepsOf(false);
  it('goes on at the first step that is open, then at signing, then at submitting', () => {
    const form = { ...filled(), principles: { ...principles(TEXT), necessity: '' } };
    expect(resumeStep(steps, refusalsOf(written({ form })), [])).toBe('NECESSITY');
    expect(resumeStep(steps, [], [])).toBe('sign');
    expect(resumeStep(steps, [], PRINCIPLES.map((one) => one.principle))).toBe('submit');
  });
  it('counts what is done and says what is open only where one has been', () => {
    const form = { ...filled(), handling: '' };
    const problems = refusalsOf(written({ form }));
    expect(standing('duties', problems, [], [])).toBe('fresh');
    expect(standing('duties', problems, ['duties'], [])).toBe('open');
    expect(standing('CAUSE', problems, [], [])).toBe('done');
    expect(doneCount(steps, problems, [])).toBe(8);
  });
});

describe('what the server alone knows', () => {
  const lack = (code: string, place: string) => ({ code, what: '', place, value: '', cure: '' });
  it('opens the step where it is mended, and is not said twice', () => {
    const all = withLacks(refusalsOf(written({ form: { ...filled(), handling: '' } })), [lack('SX-AUTH-PROTECTED', 'selectors'), lack('SX-AUTH-DUTIES', 'duties')]);
    expect(all.map((one) => [one.step, one.code])).toEqual([['duties', 'SX-AUTH-DUTIES'], ['reach', 'SX-AUTH-PROTECTED']]);
    expect(standing('reach', all, ['reach'], [])).toBe('open');
  });
});

describe('signing all six', () => {
  const six = PRINCIPLES.map((one) => one.principle) as Principle[];
  it('waits until each was shown and none would be refused', () => {
    expect(maySignAll(six, [])).toBe(true);
    expect(maySignAll(six.slice(1), [])).toBe(false);
    expect(maySignAll(six, refusalsOf(written({ form: { ...filled(), principles: { ...principles(TEXT), right: '' } } })))).toBe(false);
  });
});

describe('a renewal', () => {
  it('starts with the same bounds, a window of the same length from today, and no word of the six', () => {
    const draft = renewalDraft(detail(filled()), NOW + 40 * 86_400_000);
    expect(draft.opFrom).toBe('2026-06-14T00:00:00.000Z');
    expect(new Date(draft.opTo).getTime() - new Date(draft.opFrom).getTime()).toBe(90 * 86_400_000);
    expect(Object.values(draft.principles).flat().join('')).toBe('');
    expect(draft.platforms).toEqual(['telegram']);
  });
});

describe('a selector added in its parts', () => {
  it('is written as one line', () => {
    expect(selectorLine('platform_id', 'telegram', ' 12 ')).toBe('platform_id@telegram:12');
    expect(selectorLine('phone', null, '+44 20')).toBe('phone:+44 20');
  });
});
