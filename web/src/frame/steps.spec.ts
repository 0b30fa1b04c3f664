import { describe, expect, it } from 'vitest';
import { GLOSSARY, meaningOf } from '../parts/glossary';
import { movedStep, offersTour, stepsHere, TOUR } from './steps';

describe('the tour', () => {
  it('leaves out what is not on the page', () => {
    expect(stepsHere(TOUR, () => true)).toHaveLength(TOUR.length);
    const here = stepsHere(TOUR, (at) => at === 'help');
    expect(here.map((one) => one.at)).toEqual([null, 'help']);
  });
  it('walks to the end and no further back than the start', () => {
    expect(movedStep(0, -1, 3)).toBe(0);
    expect(movedStep(1, 1, 3)).toBe(2);
    expect(movedStep(2, 1, 3)).toBeNull();
  });
  it('is offered in training, once', () => {
    expect(offersTour(true, null)).toBe(true);
    expect(offersTour(true, 'seen')).toBe(false);
    expect(offersTour(false, null)).toBe(false);
  });
});

describe('the glossary', () => {
  it('knows each word in both numbers, and no other text', () => {
    for (const one of GLOSSARY) {
      expect.soft(meaningOf(one.word), one.word).not.toBeNull();
      expect.soft(meaningOf(one.plural), one.plural).not.toBeNull();
      expect.soft(one.means, one.word).toMatch(/\.$/);
    }
    expect(meaningOf('findings')?.word).toBe('Finding');
    expect(meaningOf('Findings of the case')).toBeNull();
  });
});
