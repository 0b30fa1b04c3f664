import { describe, expect, it } from 'vitest';
import { answerWords, askable, noticeWords, undecided, unseen } from './state';

const NOTICE = { id: '1', question: 'q', caseId: 'c', side: 'ASKED', lead: 'Ana', contact: 'Carla', at: '', seenBy: null, seenAt: null };
const SILENT = { id: '1', asker: 'a', known: 'b', house: null, at: '', decidedBy: null, decision: null, reasons: '' };

describe('deconfliction', () => {
  it('asks about what means one account, person or device', () => {
    expect(askable(['phone:+4915112345678', 'display_name@x:Ivan', 'handle@telegram:ivan', 'ip:10.0.0.1', 'hashtag:x'])).toEqual(['phone:+4915112345678', 'handle@telegram:ivan']);
  });
  it('shows what waits', () => {
    expect(unseen([NOTICE, { ...NOTICE, id: '2', seenAt: '2026-01-01T00:00:00Z' }]).map((one) => one.id)).toEqual(['1']);
    expect(undecided([SILENT, { ...SILENT, id: '2', decision: 'LEFT' }]).map((one) => one.id)).toEqual(['1']);
  });
  it('says whom to speak to, and nothing else', () => {
    expect(noticeWords(NOTICE)).toContain('Speak to Carla');
    expect(noticeWords({ ...NOTICE, side: 'KNOWS' })).toContain('Carla will speak to you');
    expect(answerWords(true)).not.toEqual(answerWords(false));
  });
});
