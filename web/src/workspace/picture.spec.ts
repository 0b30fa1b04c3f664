import { describe, expect, it } from 'vitest';
import { LIGHT } from '../parts/palette';
import { namedDots, svgOf, wrapped } from './picture';
import { unwrapped } from './world';

describe('the picture that leaves', () => {
  const dot = { key: 'a', x: 10, y: 10, size: 5, colour: '#000000', label: '<b>&"', strong: true, ringed: true };
  const caption = { title: 'C-1', legend: [{ colour: '#123456', shape: 'circle' as const, stroke: '' as const, words: 'Community 1' }], foot: ['Authority: W-1. Handling: case team only.', 'Control \u0001 sign'] };
  it('says authority and handling, and names cannot become markup', () => {
    const svg = svgOf([dot, { ...dot, key: 'b', x: 50 }], [{ key: 't', a: 'a', b: 'b', size: 1, colour: '#000000', strong: false }], 400, 300, LIGHT, caption);
    expect(svg).toContain('Handling: case team only.');
    expect(svg).toContain('&lt;b&gt;&amp;&quot;');
    expect(svg).not.toContain('<b>');
    expect(svg).not.toContain('\u0001');
    expect(svg.match(/<line /g)).toHaveLength(1);
  });
  it('names the large first and nobody over another', () => {
    const dots = [{ ...dot, key: 'small', size: 2, strong: false, label: 'Ben' }, { ...dot, key: 'large', size: 9, strong: false, label: 'Ann' }, { ...dot, key: 'far', y: 80, strong: false, label: 'Cy' }, { ...dot, key: 'out', y: 900, label: 'Dee' }];
    expect([...namedDots(dots, 400, 300)].sort()).toEqual(['far', 'large']);
  });
  it('wraps what is too long for it', () => {
    const lines = wrapped('one two three four five six seven eight', 140);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe('one two three four five six seven eight');
  });
});

describe('the world', () => {
  it('does not smear across the antimeridian', () => {
    const ring = unwrapped([[179, 0], [-179, 0], [-179, 1], [179, 1], [179, 0]]);
    expect(ring.map((corner) => corner[0])).toEqual([179, 181, 181, 179, 179]);
  });
});
