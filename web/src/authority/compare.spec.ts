import { describe, expect, it } from 'vitest';
import { boundChanges, byTopic, changeValue, fieldWords, likeness, restingWords, wayWords } from './compare';

describe('likeness of two texts', () => {
  it('is whole for the same words, whatever their case and signs', () => {
    expect(likeness('The lists are sent on Monday.', 'the lists, are SENT on monday')).toBe(1);
  });
  it('is nothing for other words, and for no words', () => {
    expect(likeness('The lists are sent on Monday', 'Two drivers were stopped in May')).toBe(0);
    expect(likeness('', 'something')).toBe(0);
  });
  it('falls as words are changed', () => {
    const text = 'the lists are sent on monday to all who order machines in the district';
    const some = likeness(text, text.replace('monday', 'friday'));
    expect(some).toBeGreaterThan(0.5);
    expect(some).toBeLessThan(1);
  });
});

describe('what becomes possible', () => {
  it('is gathered by topic in the order of the sentences', () => {
    const lines = [{ topic: 'who', sentence: 'A.' }, { topic: 'reach', sentence: 'B.' }, { topic: 'who', sentence: 'C.' }];
    expect(byTopic(lines)).toEqual([{ title: 'Who', sentences: ['A.', 'C.'] }, { title: 'Beyond the named', sentences: ['B.'] }]);
  });
});

describe('a difference', () => {
  const change = (field: string, direction: string) => ({ field, direction, before: '', after: '' });
  it('shows what widens first, and leaves the principles to be read side by side', () => {
    const shown = boundChanges([change('team', 'NARROWS'), change('principles.CAUSE.text', 'CHANGES'), change('handling', 'CHANGES'), change('selectors', 'WIDENS')]);
    expect(shown.map((one) => one.field)).toEqual(['selectors', 'handling', 'team']);
  });
  it('says its way and its values in words', () => {
    expect([wayWords('WIDENS'), wayWords('NARROWS'), wayWords('CHANGES')]).toEqual(['widens', 'narrows', 'changes']);
    expect(fieldWords('quota.views')).toBe('Views at most');
    expect(changeValue('retention', 'PT8760H')).toBe('365 days');
    expect(changeValue('contentWindow.from', '2026-01-02T03:04:00Z')).toBe('2026-01-02 03:04 UTC');
    expect(changeValue('selectors', 'email:a@b.example')).toBe('email:a@b.example');
  });
});

describe('what rests on an authority', () => {
  it('is counted kind by kind, and what is not there is not named', () => {
    expect(restingWords({ exhibits: 1, findings: 3, snapshots: 0 })).toEqual(['1 exhibit', '3 findings']);
    expect(restingWords({})).toEqual([]);
  });
});
