import { describe, expect, it } from 'vitest';
import type { FiguresView } from '../api/contract';
import { apart, dueWords, groupsOf, publishedText, spanText } from './state';

const figures: FiguresView = {
  whole: { denials: { 'SX-A': 3, 'SX-B': 8, 'SX-C': 20 }, authorities: { granted: 12 } },
  published: { denials: { 'SX-A': '<5', 'SX-B': 'withheld', 'SX-C': '20', total: '31' }, authorities: { granted: '12', total: '12' } },
  smallest: 5,
  emergency: { urgent: 1, granted: 12, percent: 7, limit: 20, alarm: false },
  madeAt: '2026-11-22T03:00:00Z',
};

describe('the overseer’s figures', () => {
  it('come in the order of a report, whole beside what may be told', () => {
    const groups = groupsOf(figures);
    expect(groups.map((group) => group.name)).toEqual(['authorities', 'denials']);
    expect(groups[1]?.rows[0]).toEqual({ name: 'SX-A', whole: 3, told: '<5' });
    expect(groups[1]?.rows.at(-1)).toEqual({ name: 'total', whole: 31, told: '31' });
  });

  it('are published without any small number', () => {
    const text = publishedText(figures);
    expect(text).toContain('"denials","SX-A","<5"');
    expect(text).not.toMatch(/"3"|"8"/);
  });

  it('are never a formula of a spreadsheet', () => {
    const evil: FiguresView = JSON.parse(JSON.stringify(figures).replaceAll('SX-A', '=cmd|x'));
    expect(publishedText(evil)).toContain(`"'=cmd|x"`);
  });
});

describe('what is due', () => {
  it('says how near it is', () => {
    const now = new Date('2026-11-22T00:00:00Z').getTime();
    expect(dueWords('2026-11-21T23:00:00Z', now).tone).toBe('bad');
    expect(dueWords('2026-11-22T05:30:00Z', now).words).toBe('5 h left');
    expect(dueWords('2026-11-24T01:00:00Z', now)).toEqual({ words: '2 days left', tone: 'warn' });
    expect(dueWords('2026-12-24T01:00:00Z', now).tone).toBe('plain');
  });
});

describe('a span of the pack', () => {
  it('is said in words', () => {
    expect([spanText('PT24H'), spanText('P1DT30M'), spanText('PT1H'), spanText('soon'), spanText('P')]).toEqual(['24 hours', '1 day 30 minutes', '1 hour', 'soon', 'P']);
  });
});

describe('a printed page', () => {
  it('comes apart into markup without style and its sheet', () => {
    const { html, css } = apart('<html><head><style>p &gt; b { color: red }</style></head><body><p>12</p></body></html>');
    expect(html).toBe('<html><head></head><body><p>12</p></body></html>');
    expect(css).toBe('p > b { color: red }');
  });
  it('stays as it is without one', () => {
    expect(apart('<p>1</p>')).toEqual({ html: '<p>1</p>', css: '' });
  });
});
