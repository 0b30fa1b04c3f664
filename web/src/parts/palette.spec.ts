import { describe, expect, it } from 'vitest';
import { apart, contrast, DARK, groupColour, LIGHT } from './palette';

describe('palette', () => {
  for (const [name, theme] of [['light', LIGHT], ['dark', DARK]] as const) {
    it(`stands out from the ${name} ground by 3 to 1`, () => {
      for (const colour of [...theme.groups, theme.other, theme.single]) expect.soft(contrast(colour, theme.ground), colour).toBeGreaterThanOrEqual(3);
    });
    for (const sight of ['all', 'protan', 'deutan'] as const) {
      it(`keeps groups apart on the ${name} ground for ${sight} eyes`, () => {
        const colours = [...theme.groups, theme.other];
        for (let i = 0; i < colours.length; i++) {
          for (let j = i + 1; j < colours.length; j++) {
            // Below about 10 two filled circles are hard to tell apart.
            expect.soft(apart(colours[i]!, colours[j]!, sight), `${colours[i]} ${colours[j]}`).toBeGreaterThanOrEqual(10);
          }
        }
      });
    }
  }
  it('knows published contrasts', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 1);
  });
  it('is one grey beyond its colours', () => {
    expect(groupColour(LIGHT, 0)).toBe(LIGHT.groups[0]);
    expect(groupColour(LIGHT, 99)).toBe(LIGHT.other);
  });
});
