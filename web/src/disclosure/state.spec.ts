import { describe, expect, it } from 'vitest';
import type { FindingView } from '../api/contract';
import { EMPTY_RELEASE, releasable, releaseProblem, toggled, trimmed } from './state';

const whole = { findings: ['f'], title: 'A title', recipient: { name: ' N ', organisation: 'O', need: 'to charge the offence', agreement: 'MoU 7' } };

describe('a release', () => {
  it('needs findings, a title and a recipient with a need and an agreement', () => {
    expect(releaseProblem(whole)).toBeNull();
    expect(releaseProblem(EMPTY_RELEASE)).toMatch(/signed finding/);
    expect(releaseProblem({ ...whole, title: '' })).toMatch(/title/);
    for (const field of ['name', 'organisation', 'need', 'agreement'] as const) {
      expect(releaseProblem({ ...whole, recipient: { ...whole.recipient, [field]: ' ' } })).not.toBeNull();
    }
  });
  it('is sent without stray blanks', () => {
    expect(trimmed(whole).recipient.name).toBe('N');
  });
  it('holds a finding once', () => {
    expect(toggled(toggled(whole, 'g', true), 'g', true).findings).toEqual(['f', 'g']);
    expect(toggled(whole, 'f', false).findings).toEqual([]);
  });
  it('takes signed findings only', () => {
    const finding = (number: number, state: FindingView['state']) => ({ number, state }) as FindingView;
    expect(releasable([finding(2, 'SIGNED'), finding(3, 'IN_REVIEW'), finding(1, 'SIGNED')]).map((one) => one.number)).toEqual([1, 2]);
  });
});
