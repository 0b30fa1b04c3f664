import { describe, expect, it } from 'vitest';
import { groups, groupWords, heard, noticeWords, pauseOf, QUIET, shown } from './live';

const change = (id: string, kind = 'view', mine = false) => ({ name: 'change', id: `run.${id}`, data: JSON.stringify({ kind, id, by: 'b', mine, leaf: 1 }) });

describe('what others published', () => {
  it('counts each thing once and forgets what is one’s own', () => {
    const live = [change('1'), change('1'), change('2', 'finding'), change('3', 'view', true)].reduce(heard, QUIET);
    expect(live.waiting.map((one) => one.id)).toEqual(['1', '2']);
    expect(live.after).toBe('run.3');
    expect(groups(live).map(groupWords)).toEqual(['1 view', '1 finding']);
    expect(noticeWords(live)).toBe('Others published 2 changes.');
    expect(shown(live)).toEqual({ ...QUIET, after: 'run.3' });
  });
  it('says a gap, an end, and takes up again', () => {
    const gap = heard(QUIET, { name: 'gap', data: '{}', id: 'run.9' });
    expect(gap).toEqual({ waiting: [], gap: true, after: 'run.9', over: null });
    expect(noticeWords(gap)).toContain('while you were away');
    const over = heard(gap, { name: 'over', data: '{"code":"SX-AUTH-PERMIT-DEAD","what":"this permit lives no longer"}' });
    expect(over.over).toBe('this permit lives no longer');
    expect(heard(over, { name: 'open', data: '{}', id: 'run.10' }).over).toBeNull();
  });
  it('is not put out by what it does not know', () => {
    expect(heard(QUIET, { name: 'change', data: 'proxy' })).toEqual(QUIET);
    expect(heard(QUIET, { name: 'other', data: '' })).toEqual(QUIET);
    expect(heard(QUIET, { name: 'over', data: '' }).over).toBe('the server ended it');
    const many = Array.from({ length: 501 }, (_, at) => change(String(at))).reduce(heard, QUIET);
    expect(many.waiting).toHaveLength(500);
    expect(many.gap).toBe(true);
  });
  it('waits longer each time, half a minute at most', () => {
    expect(pauseOf(0, 0.5)).toBe(1_000);
    expect(pauseOf(3, 0.5)).toBe(8_000);
    expect(pauseOf(50, 1)).toBeLessThanOrEqual(37_500);
  });
});
