import { describe, expect, it } from 'vitest';
import type { FindingView, RecipientRow } from '../api/contract';
import { choosable } from './redaction';
import { coded, EMPTY_RELEASE, pruned, receiving, releasable, releaseProblem, sent, toggled, toRecipient, trimmed } from './state';

const whole = { findings: ['f'], title: 'A title', recipient: { name: ' N ', organisation: 'O', need: 'to charge the offence', agreement: 'MoU 7' }, handling: ['H0'], condition: '', permission: '', template: '', receiver: '', about: '', withhold: false, pictures: [] };

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
  it('keeps a picture only as long as a chosen finding carries it, by whichever record', () => {
    const one = { picture: 'r/0', exhibit: 'b', number: 'E-2', part: 'photos/lantern_1.png' };
    const two = { ...one, picture: 's/0' };
    const of = (...carried: (typeof one)[]) => choosable([], carried, () => false);
    const chosen = { ...whole, pictures: of(one).map((picture) => picture.key) };
    expect(sent(chosen, of(one, two)).pictures).toEqual(['r/0']);
    expect(pruned(chosen, of(two))).toBe(chosen);
    expect(sent(chosen, of(two)).pictures).toEqual(['s/0']);
    expect(pruned(chosen, of()).pictures).toEqual([]);
    expect(sent(chosen, of()).pictures).toEqual([]);
  });
  it('takes signed findings only', () => {
    const finding = (number: number, state: FindingView['state']) => ({ number, state }) as FindingView;
    expect(releasable([finding(2, 'SIGNED'), finding(3, 'IN_REVIEW'), finding(1, 'SIGNED')]).map((one) => one.number)).toEqual([1, 2]);
  });
  it('asks for what a handling code needs in words', () => {
    const court = coded(whole, 'H2', true);
    expect(court.handling).toEqual(['H0', 'H2']);
    expect(releaseProblem(court)).toMatch(/permission/);
    expect(releaseProblem({ ...court, permission: 'Letter 12/2026' })).toBeNull();
    expect(releaseProblem(coded(whole, 'C', true))).toMatch(/condition/);
    expect(coded(court, 'H2', false).handling).toEqual(['H0']);
  });
  it('goes to those of the register whose agreement stands', () => {
    const row = (id: string, more: object) => ({ id, name: 'N', need: 'to charge', agreement: { id, reference: 'MoU 7', organisation: 'O', acceptsRules: true, suspended: false, lapsed: false, expires: '', ...more } }) as RecipientRow;
    const rows = [row('a', {}), row('b', { suspended: true }), row('c', { lapsed: true }), row('d', { acceptsRules: false })];
    expect(receiving(rows).map((one) => one.id)).toEqual(['a']);
    expect(toRecipient(whole, rows[0]).recipient).toEqual({ name: 'N', organisation: 'O', need: 'to charge', agreement: 'MoU 7' });
    expect(toRecipient(whole, undefined).recipient.name).toBe('');
  });
});
