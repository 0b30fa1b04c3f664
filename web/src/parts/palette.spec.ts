import { describe, expect, it } from 'vitest';
import { AS_THE_SYSTEM, readLooks, themeOf } from './looks';
import { apart, contrast, CONTRAST_DARK, CONTRAST_LIGHT, DARK, groupColour, LIGHT } from './palette';

describe('palette', () => {
  const themes = [['light', LIGHT, 3], ['dark', DARK, 3], ['white', CONTRAST_LIGHT, 4.5], ['black', CONTRAST_DARK, 4.5]] as const;
  for (const [name, theme, least] of themes) {
    it(`stands out from the ${name} ground by ${least} to 1`, () => {
      for (const colour of [...theme.groups, theme.other, theme.single]) expect.soft(contrast(colour, theme.ground), colour).toBeGreaterThanOrEqual(least);
    });
    for (const sight of ['all', 'protan', 'deutan', 'tritan'] as const) {
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
  it('is chosen by ground and contrast; what was kept oddly counts as not chosen', () => {
    expect(themeOf(false, true)).toBe(CONTRAST_LIGHT);
    expect(themeOf(true, false)).toBe(DARK);
    expect(readLooks('{"ground":"dark","contrast":"loud"}')).toEqual({ ...AS_THE_SYSTEM, ground: 'dark' });
    expect(readLooks('nonsense')).toEqual(AS_THE_SYSTEM);
  });
  it('is one grey beyond its colours', () => {
    expect(groupColour(LIGHT, 0)).toBe(LIGHT.groups[0]);
    expect(groupColour(LIGHT, 99)).toBe(LIGHT.other);
  });
});
