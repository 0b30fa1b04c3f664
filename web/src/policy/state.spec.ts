import { describe, expect, it } from 'vitest';
import type { LawChangeView, LawTextView } from '../api/contract';
import { changedLines, compared, proposalOf, waitWords, withScale } from './state';

const CHANGE: LawChangeView = {
  id: 'c', kind: 'POLICY', before: 'a', after: 'b', name: 'sextant', version: 2, proposer: 'Ada', reasons: 'because of this', narrowing: false,
  state: 'PROPOSED', proposedAt: '2026-06-01T08:00:00Z', noticedAt: null, dueAt: null, endedAt: null, signatures: [], mine: false,
};
const LAW: LawTextView = {
  law: { kind: 'POLICY', digest: 'd', name: 'sextant', version: 1 },
  files: { '1-steps.cedar': 'one\ntwo\nthree', 'schema.cedarschema': 'entity A;' },
  sentences: {},
};

describe('what a change waits for', () => {
  it('names whoever has not decided', () => {
    expect(waitWords(CHANGE, 0)).toBe('Waits for an authorising officer and an overseer.');
    const signed = { role: 'AUTHORISING_OFFICER', actor: 'Olga', decision: 'APPROVED', reasons: 'r', at: '' };
    expect(waitWords({ ...CHANGE, signatures: [signed] }, 0)).toBe('Waits for an overseer.');
  });
  it('counts the hours that are left to stop it', () => {
    const noticed = { ...CHANGE, state: 'NOTICED', dueAt: '2026-06-02T08:00:00Z' };
    expect(waitWords(noticed, Date.parse('2026-06-01T08:30:00Z'))).toContain('in 24 hours');
    expect(waitWords(noticed, Date.parse('2026-06-02T08:00:00Z'))).toContain('next act');
  });
});

describe('a proposal', () => {
  it('is none while nothing is changed', () => {
    expect(proposalOf(LAW, { ...LAW.files }, 'r')).toBeNull();
  });
  it('raises the version, keeps the schema apart and leaves emptied files out', () => {
    const form = proposalOf(LAW, { ...LAW.files, '1-steps.cedar': ' ', '9.cedar': 'x' }, 'r');
    expect(form).toMatchObject({ version: 2, schema: 'entity A;', texts: { '9.cedar': 'x' }, name: 'sextant' });
  });
});

describe('a comparison', () => {
  it('shows what fell away and what was added', () => {
    const lines = compared('a\nb\nc\nd\ne\nf', 'a\nb\nx\nd\ne\nf');
    expect(lines.filter((one) => one.sign !== ' ')).toEqual([{ sign: '-', text: 'c' }, { sign: '+', text: 'x' }]);
    expect(changedLines(lines, 1).map((one) => one.text)).toEqual(['b', 'c', 'x', 'd']);
  });
});

describe('another scale of words', () => {
  const pack = (text: string): LawTextView => ({ law: { kind: 'PACK', digest: 'd', name: 'us-federal', version: 3 }, files: { 'us-federal.yaml': text }, sentences: {} });
  const changed = (text: string) => withScale(pack(text), 'PHIA')?.['us-federal.yaml'];
  it('changes its line and the version, and no other word', () => {
    expect(changed('pack: us-federal\nversion: 3\n\nfindings:\n  scale: ICD_203 # [D] ours\n\ndisclosure:\n  scale: kept\n'))
      .toBe('pack: us-federal\nversion: 4\n\nfindings:\n  scale: PHIA # [D] ours\n\ndisclosure:\n  scale: kept\n');
  });
  it('adds what an older pack has not', () => {
    expect(changed('pack: us-federal\nversion: 3\n')).toBe('pack: us-federal\nversion: 4\n\nfindings:\n  scale: PHIA\n');
    expect(changed('pack: us-federal\nversion: 3\nfindings:\n  other: 1\n')).toBe('pack: us-federal\nversion: 4\nfindings:\n  scale: PHIA\n  other: 1\n');
  });
  it('leaves a text that is laid out otherwise to a person', () => {
    expect(changed('version: 3\nfindings: {scale: ICD_203}\n')).toBeUndefined();
    expect(changed('pack: us-federal\n')).toBeUndefined();
    expect(withScale({ ...pack('version: 3\n'), law: { kind: 'POLICY', digest: 'd', name: 'n', version: 3 } }, 'PHIA')).toBeNull();
  });
});
