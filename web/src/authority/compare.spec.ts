import { describe, expect, it } from 'vitest';
import { likeness } from './compare';

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
