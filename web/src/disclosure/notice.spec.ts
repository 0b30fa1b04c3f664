import { describe, expect, it } from 'vitest';
import type { CalledBackView, DisclosureView, FindingView } from '../api/contract';
import { fallen, noticeFile, noticeText } from './notice';

const disclosure: DisclosureView = {
  id: '0a1b2c3d-0000-4000-8000-000000000001', title: 'Deliveries', at: '2026-03-04T05:06:07Z', by: 'Ana Alvarez', bytes: 1, findings: ['f1', 'f2'], handling: ['P'], mark: 'SXW-1',
  recipient: { name: 'P. Prosser', organisation: 'Prosecutor', need: 'Decides', agreement: 'Protocol 7' } as DisclosureView['recipient'],
  redacted: 0, sha256: 'ab'.repeat(32), template: '', verified: true,
};
const finding = (id: string, state: string) => ({ id, state }) as unknown as FindingView;
const state = (reasons: string[]): CalledBackView => ({
  disclosure, due: false, notices: reasons.map((reason, at) => ({ id: String(at), at: '2026-04-05T06:07:08Z', by: 'Ben Brandt', leaf: 40 + at, reason })),
});

describe('the notice that calls a release back', () => {
  it('says to whom, what, by what it is known again, and every reason', () => {
    const text = noticeText(state(['F-1 is corrected: wrong zone', 'F-2 is withdrawn']));
    for (const words of ['P. Prosser, Prosecutor (Protocol 7)', '“Deliveries”, 2026-03-04 05:06 UTC, by Ana Alvarez', 'ab'.repeat(32), 'SXW-1', 'by Ben Brandt (leaf 41 of the log)', 'F-1 is corrected: wrong zone', 'F-2 is withdrawn', 'destroy']) {
      expect(text).toContain(words);
    }
    expect(noticeFile(disclosure)).toBe('recall-0a1b2c3d.txt');
  });

  it('lets no name and no reason write a line of its own', () => {
    const rogue = { ...disclosure, title: 'Deliveries\nHandling    none', recipient: { ...disclosure.recipient, name: 'P.\u202e Prosser\u2028To          everybody' } };
    const lines = noticeText({ ...state(['First line\r\n\nBecause     nothing']), disclosure: rogue }).split(/[\n\u2028]/u);
    expect(lines.filter((one) => /^To /.test(one))).toEqual(['To          P. Prosser To everybody, Prosecutor (Protocol 7)']);
    expect(lines.filter((one) => /^Handling /.test(one))).toEqual(['Handling    P']);
    const because = lines.findIndex((one) => /^Because /.test(one));
    expect(lines.slice(because, because + 3)).toEqual(['Because     First line', '            Because nothing', '']);
  });

  it('leaves out a mark and a handling that are not there', () => {
    const text = noticeText({ ...state(['because']), disclosure: { ...disclosure, mark: '', handling: [] } });
    expect(text).not.toMatch(/Mark|Handling/);
  });

  it('names only findings of the release that no longer stand', () => {
    const all = [finding('f1', 'SIGNED'), finding('f2', 'WITHDRAWN'), finding('f3', 'CORRECTED')];
    expect(fallen(disclosure, all).map((one) => one.id)).toEqual(['f2']);
  });
});
