/*
 * What a person did in a case since signing in, and what may be done about each: taken back, done again, or neither, with
 * why and what there is instead. Acts stay in the log whatever becomes of them. Pure.
 */
import type { Page } from './route';

export type Verdict = 'SAME' | 'DIFFERENT' | 'UNSURE';

/** How a deed is taken back, and what it takes to do it again. */
export type Way =
  | { way: 'judgement'; judgement: string; a: string; b: string; verdict: Verdict; reason: string }
  | { way: 'lead'; lead: string; account: string; reason: string }
  | { way: 'view'; view: string; version: number; name: string; state: string }
  | { way: 'none'; law: Law };

/** Deeds that stay done. */
export type Law = 'released' | 'sealed' | 'read' | 'frozen' | 'measured' | 'submitted' | 'reviewed' | 'signed' | 'withdrawn' | 'spoken' | 'taken-back';

export interface Deed {
  nth: number;
  words: string;
  how: Way;
  undone: boolean;
}

export interface Stays {
  why: string;
  instead: string;
  page: Page;
}

/** Why a deed stays done, what is possible instead, and where. */
export const STAYS: Record<Law, Stays> = {
  released: { why: 'What has left the house cannot be taken back: whoever received it has it, and the register of disclosures stays as it is.', instead: 'Call the disclosure back, which tells its recipients, or release a corrected finding.', page: 'disclosure' },
  sealed: { why: 'An exhibit is evidence from the moment it is sealed, and its chain of custody begins there.', instead: 'If it should not be held, two people order its destruction, or the overseer declares it void.', page: 'retention' },
  read: { why: 'A reading is a generation of its own, which findings may rest on.', instead: 'Read the exhibit again: the newer generation is shown from then on.', page: 'exhibits' },
  frozen: { why: 'A snapshot never changes, so that whatever cites it can be checked.', instead: 'Freeze another under the rule that you want; nobody has to use this one.', page: 'network' },
  measured: { why: 'A measure is kept with its seed and parameters, so that it can be repeated.', instead: 'Measure again with others; nobody has to use this one.', page: 'network' },
  submitted: { why: 'A submitted finding is with a second person, who must see what was submitted.', instead: 'Ask that person to send it back, or withdraw it with reasons.', page: 'findings' },
  reviewed: { why: 'A review is signed over what was read.', instead: 'Its author may withdraw the finding; a new one is reviewed anew.', page: 'findings' },
  signed: { why: 'A signature stays.', instead: 'Withdraw the finding: it stays readable and is released no more. What was released already is called back.', page: 'findings' },
  withdrawn: { why: 'A withdrawal stays in the record.', instead: 'Write the claim anew, as a finding of its own.', page: 'findings' },
  spoken: { why: 'A second person’s word stays in the record.', instead: 'Say another: the latest word counts.', page: 'people' },
  'taken-back': { why: 'Taking back is in the record.', instead: 'Do it again where you did it first.', page: 'people' },
};

/** Adds a deed, or marks one that it takes back or does again. */
export function did(deeds: readonly Deed[], words: string, how: Way): readonly Deed[] {
  if (how.way === 'judgement') {
    const again = lastOf(deeds, (one) => one.undone && one.how.way === 'judgement' && samePair(one.how, how) && one.how.verdict === how.verdict);
    if (again) return changed(deeds, again.nth, { how, undone: false });
  }
  if (how.way === 'lead') {
    const again = lastOf(deeds, (one) => one.undone && one.how.way === 'lead' && one.how.account === how.account);
    if (again) return changed(deeds, again.nth, { how, undone: false });
  }
  if (how.way === 'view') {
    const again = lastOf(deeds, (one) => one.undone && one.how.way === 'view' && one.how.view === how.view);
    if (again) return changed(deeds, again.nth, { how, undone: false });
  }
  return [...deeds, { nth: deeds.length, words, how, undone: false }];
}

/** Marks a deed as taken back; null if it is none of these. */
export function tookBack(deeds: readonly Deed[], match: (how: Way) => boolean, version?: number): readonly Deed[] | null {
  const one = lastOf(deeds, (deed) => !deed.undone && match(deed.how));
  if (!one) return null;
  const how = one.how.way === 'view' && version !== undefined ? { ...one.how, version } : one.how;
  return changed(deeds, one.nth, { how, undone: true });
}

const changed = (deeds: readonly Deed[], nth: number, change: Partial<Deed>): readonly Deed[] => deeds.map((one) => (one.nth === nth ? { ...one, ...change } : one));

function lastOf(deeds: readonly Deed[], match: (deed: Deed) => boolean): Deed | null {
  for (let at = deeds.length - 1; at >= 0; at--) if (match(deeds[at]!)) return deeds[at]!;
  return null;
}

const samePair = (one: { a: string; b: string }, other: { a: string; b: string }): boolean =>
  (one.a === other.a && one.b === other.b) || (one.a === other.b && one.b === other.a);

/** The last judgement that stands of this person's, and the last that was taken back after it. */
export const lastJudged = (deeds: readonly Deed[]): Deed | null => lastOf(deeds, (one) => one.how.way === 'judgement' && !one.undone);

export function lastUndone(deeds: readonly Deed[]): Deed | null {
  const last = lastOf(deeds, (one) => one.how.way === 'judgement');
  return last?.undone ? last : null;
}
