import { describe, expect, it } from 'vitest';
import type { AccountRow, JudgementView, SuggestionView } from '../api/contract';
import { agreeing, awaiting, judged, narrowedAccounts, seenWords, standing, verdictOfKey, waiting } from './state';
import { accountName } from '../parts/words';

const account = (key: string, over: Partial<AccountRow> = {}): AccountRow => ({
  key, platform: 'x', basis: 'PLATFORM_ID', handles: [], names: [], selectors: [], records: 1, first: null, last: null, entity: key, ...over,
});
const judgement = (over: Partial<JudgementView>): JudgementView => ({
  id: 'j', a: 'a', b: 'b', verdict: 'SAME', reason: 'r', by: 'me', at: '2026-01-01T00:00:00Z', withdrawn: false, withdrawnReason: null, leaf: 1, byId: 'p', needsSecond: false, counts: true, reviews: [], ...over,
});
const suggestion = (a: string, b: string): SuggestionView => ({
  a: account(a), b: account(b), reasons: [], likeness: { prior: -13, evidence: 0, odds: -13, probability: 0.0001, parts: [], caps: [], silent: [], grounds: 0, model: 'm', inputs: 'i' },
});

describe('judging', () => {
  it('knows its keys in either case', () => {
    expect(['y', 'N', 'u', 'x'].map(verdictOfKey)).toEqual(['SAME', 'DIFFERENT', 'UNSURE', null]);
  });
  it('finds a judgement whichever way round and takes the newest', () => {
    const both = [judgement({ id: '1' }), judgement({ id: '2', a: 'b', b: 'a', verdict: 'DIFFERENT', at: '2026-02-01T00:00:00Z' })];
    expect(judged(both, 'a', 'b')?.id).toBe('2');
    expect(judged(both, 'a', 'c')).toBeNull();
  });
  it('brings a pair back when its judgement is withdrawn', () => {
    const pairs = [suggestion('a', 'b')];
    expect(waiting(pairs, [judgement({})])).toEqual([]);
    expect(waiting(pairs, [judgement({ withdrawn: true })])).toHaveLength(1);
    expect(standing([judgement({ withdrawn: true })])).toEqual([]);
  });
  it('waits for a second person once, and not for what was withdrawn', () => {
    const review = { approved: false, reason: 'r', by: 'b', at: '', leaf: 2 };
    const all = [judgement({ needsSecond: true, counts: false }), judgement({ needsSecond: true, reviews: [review] }), judgement({ needsSecond: true, withdrawn: true }), judgement({})];
    expect(awaiting(all)).toHaveLength(1);
  });
  it('keeps unsure pairs, after those nobody looked at', () => {
    const pairs = [suggestion('a', 'b'), suggestion('c', 'd')];
    expect(waiting(pairs, [judgement({ verdict: 'UNSURE' })]).map((one) => one.a.key)).toEqual(['c', 'a']);
  });
});

describe('accounts', () => {
  it('are named by what they show', () => {
    expect(accountName(account('k', { handles: ['h'] }))).toBe('h');
    expect(accountName(account('k'))).toBe('k');
    expect(seenWords(account('k'))).toBe('1 record, no date');
  });
  it('share selectors', () => {
    const a = account('a', { selectors: [{ selector: 'phone:+44', verified: true }, { selector: 'email:x', verified: false }] });
    const b = account('b', { selectors: [{ selector: 'phone:+44', verified: false }] });
    const rows = agreeing(a, b);
    expect(rows.find((row) => row.field === 'Phone')?.agrees).toBe(true);
    expect(rows.find((row) => row.field === 'Email')?.agrees).toBeNull();
  });
  it('differ where both say something and nothing is the same', () => {
    const rows = agreeing(account('a', { names: ['Ann'] }), account('b', { names: ['Bea', 'ánn'] }));
    expect(rows[0]?.agrees).toBe(true);
    expect(agreeing(account('a', { handles: ['x'] }), account('b', { handles: ['y'] }))[1]?.agrees).toBe(false);
  });
  it('are found by any of their words', () => {
    const all = [account('a', { names: ['Ann'] }), account('b', { selectors: [{ selector: 'phone:+4477', verified: true }] })];
    expect(narrowedAccounts(all, 'ANN')).toHaveLength(1);
    expect(narrowedAccounts(all, '4477')[0]!.key).toBe('b');
    expect(narrowedAccounts(all, ' ')).toHaveLength(2);
  });
});
