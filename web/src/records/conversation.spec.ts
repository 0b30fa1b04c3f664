import { describe, expect, it } from 'vitest';
import type { AccountView, RecordView } from '../api/contract';
import { fateOf, narrower, onwards, ROUND, roundOf, sameSide, sourceTime, together } from './conversation';

const BASE: RecordView = {
  id: 'r', kind: 'MESSAGE', platform: 'telegram', time: '2026-01-01T12:00:00Z', timeText: '', timeBasis: '', acquired: '2026-01-01T00:00:00Z', author: null,
  others: [], conversation: { key: 'c', kind: 'GROUP', title: 't' }, text: '', highlights: [], media: [], extra: {}, details: {}, language: { code: 'unknown', sureness: 0 }, selectors: [],
  exhibit: { id: 'e', number: 'E-1', name: 'n' }, locator: { exhibit: 'ab', part: '', from: 0, to: 1, pointer: '', text: '' },
};
const at = (id: string, time: string | null): RecordView => ({ ...BASE, id, time });
const author = (key: string) => ({ key }) as AccountView;

describe('the conversation round a record', () => {
  it('is asked for by conversation and time', () => {
    expect(roundOf(BASE, 12)).toEqual({ conversation: 'c', sort: 'time', limit: ROUND, from: '2026-01-01T00:00:00.000Z', to: '2026-01-02T00:00:00.000Z' });
    expect(roundOf(at('r', null), 12)).toEqual({ conversation: 'c', sort: 'time', limit: ROUND });
    expect(narrower(12, 1200)).toBeCloseTo(0.5);
  });
  it('goes on from either end', () => {
    const shown = [at('a', '2026-01-01T10:00:00Z'), at('b', '2026-01-01T11:00:00Z'), at('z', null)];
    expect(onwards('c', shown, 'before')).toMatchObject({ sort: '-time', to: '2026-01-01T10:00:01.000Z' });
    expect(onwards('c', shown, 'after')).toMatchObject({ sort: 'time', from: '2026-01-01T10:59:59.000Z' });
    expect(onwards('c', [at('z', null)], 'after')).toBeNull();
    expect(together(shown, [at('c', '2026-01-01T09:00:00Z'), at('a', '2026-01-01T10:00:00Z'), at('y', null)]).map((one) => one.id)).toEqual(['c', 'a', 'b', 'z', 'y']);
  });
  it('knows sides, fates and the source’s own time', () => {
    expect(sameSide({ ...BASE, author: author('x') }, { ...BASE, author: author('x') })).toBe(true);
    expect(sameSide(BASE, BASE)).toBe(false);
    expect(fateOf({ ...BASE, extra: { edited: '2026-01-02', is_deleted: 'false' } })).toEqual({ edited: '2026-01-02', deleted: null });
    expect(fateOf({ ...BASE, details: { deleted: 'true' } }).deleted).toBe('true');
    expect(fateOf({ ...BASE, details: { credited: 'x', undeleted: 'y' } })).toEqual({ edited: null, deleted: null });
    expect(sourceTime({ ...BASE, timeText: '2026-01-01T13:00:00+01:00' })).toBe('2026-01-01T13:00:00+01:00');
    expect(sourceTime({ ...BASE, timeText: '1767268800' })).toBeNull();
  });
});
