import { describe, expect, it } from 'vitest';
import type { LikenessView } from '../api/contract';
import { bitsWords, chanceWords, ratioWords, reach, waterfall } from './waterfall';

const likeness: LikenessView = {
  prior: -13, evidence: 14.5, odds: 1.5, probability: 0.74, grounds: 1, model: 'm', inputs: 'i', silent: [],
  parts: [
    { field: 'handle', group: 'names', level: 'the same', a: 'kit', b: 'kit', bits: 20, without: 0.0001 },
    { field: 'name', group: 'names', level: 'different', a: 'A', b: 'B', bits: -1.5, without: 0.9 },
  ],
  caps: [{ group: 'names', bits: -4 }],
};

describe('the waterfall', () => {
  it('goes from the prior to the odds, each step from where the last one ended', () => {
    const steps = waterfall(likeness);
    expect(steps.map((one) => one.kind)).toEqual(['prior', 'for', 'against', 'cap', 'sum']);
    expect(steps.map((one) => one.to)).toEqual([-13, 7, 5.5, 1.5, 1.5]);
    for (let i = 1; i < steps.length - 1; i++) expect(steps[i]?.from).toBe(steps[i - 1]?.to);
    expect(reach(steps)).toEqual({ low: -13, high: 7 });
  });
  it('says bits, chances and ratios so that nobody reads certainty into them', () => {
    expect([bitsWords(3), bitsWords(-1.5), bitsWords(0.01)]).toEqual(['+3.0', '−1.5', '0']);
    expect([chanceWords(1), chanceWords(0), chanceWords(0.5), chanceWords(0.995)]).toEqual(['above 99.9 %', 'below 0.1 %', '50 %', '99.5 %']);
    expect(ratioWords(-3)).toBe('8.0 times likelier if two actors hold them');
  });
});
