/* Notes what a person does through the server, wherever on the pages it is done. */
import type { Api } from '../api/calls';
import { did, tookBack, type Deed, type Law, type Way } from './deeds';

export type Change = (change: (before: readonly Deed[]) => readonly Deed[]) => void;

const VERDICTS = { SAME: 'Judged two accounts the same', DIFFERENT: 'Judged two accounts different', UNSURE: 'Was unsure of two accounts' };

/**
 * The same way to the server, which remembers what was done.
 *
 * @param begin asked as a deed begins; gives where it is noted once it is done
 */
export function noting(api: Api, begin: () => Change): Api {
  const after = <A extends unknown[], T>(deed: (...given: A) => Promise<T>, then: (change: Change, value: T, ...given: A) => void) => async (...given: A): Promise<T> => {
    const change = begin();
    const value = await deed(...given);
    then(change, value, ...given);
    return value;
  };
  const noted = <A extends unknown[], T>(deed: (...given: A) => Promise<T>, words: (value: T) => string, how: (value: T) => Way) =>
    after(deed, (change: Change, value: T, ..._given: A) => change((before) => did(before, words(value), how(value))));
  const stays = <A extends unknown[], T>(deed: (...given: A) => Promise<T>, words: string, law: Law) => noted(deed, () => words, () => ({ way: 'none', law }));
  const back = <A extends unknown[], T>(deed: (...given: A) => Promise<T>, words: string, match: (how: Way, given: A) => boolean, version?: (value: T) => number) =>
    after(deed, (change: Change, value: T, ...given: A) => change((before) =>
      tookBack(before, (how) => match(how, given), version?.(value)) ?? did(before, words, { way: 'none', law: 'taken-back' })));
  return {
    ...api,
    judge: noted(api.judge, (made) => VERDICTS[made.verdict], (made) => ({ way: 'judgement', judgement: made.id, a: made.a, b: made.b, verdict: made.verdict, reason: made.reason })),
    withdrawJudgement: back(api.withdrawJudgement, 'Withdrew a judgement', (how, [judgement]) => how.way === 'judgement' && how.judgement === judgement),
    reviewJudgement: stays(api.reviewJudgement, 'Spoke on a judgement as second person', 'spoken'),
    chooseLead: noted(api.chooseLead, () => 'Chose a leading account', (made) => ({ way: 'lead', lead: made.id, account: made.account, reason: made.reason })),
    withdrawLead: back(api.withdrawLead, 'Took back a leading account', (how, [lead]) => how.way === 'lead' && how.lead === lead),
    publishView: noted(api.publishView, (made) => `Published the view ${made.name}`, (made) => ({ way: 'view', view: made.id, version: made.version, name: made.name, state: made.view })),
    withdrawView: back(api.withdrawView, 'Withdrew a view', (how, [view]) => how.way === 'view' && how.view === view, (made) => made.version),
    submitFinding: stays(api.submitFinding, 'Submitted a finding', 'submitted'),
    reviewFinding: stays(api.reviewFinding, 'Reviewed a finding', 'reviewed'),
    signFinding: stays(api.signFinding, 'Signed a finding', 'signed'),
    withdrawFinding: stays(api.withdrawFinding, 'Withdrew a finding', 'withdrawn'),
    release: stays(api.release, 'Released findings', 'released'),
    seal: stays(api.seal, 'Sealed an exhibit', 'sealed'),
    read: stays(api.read, 'Read an exhibit', 'read'),
    freeze: stays(api.freeze, 'Froze a snapshot', 'frozen'),
    measure: stays(api.measure, 'Measured a snapshot', 'measured'),
  };
}
