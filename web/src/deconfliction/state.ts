/* What the pages of deconfliction know without drawing anything. Pure. */
import type { DeconflictionNoticeView, SilentQuestionView } from '../api/contract';

const STRONG = ['platform_id', 'handle', 'email', 'phone', 'device', 'pgp', 'wallet'];

/** Of the selectors that a permit names, those that may be asked about: they mean one account, person or device. */
export function askable(selectors: readonly string[]): string[] {
  return selectors.filter((one) => STRONG.includes(one.split(/[@:]/)[0] ?? ''));
}

/** Notices that nobody took note of. */
export function unseen(notices: readonly DeconflictionNoticeView[]): DeconflictionNoticeView[] {
  return notices.filter((one) => !one.seenAt);
}

/** Questions of the desk that wait for a decision. */
export function undecided(desk: readonly SilentQuestionView[]): SilentQuestionView[] {
  return desk.filter((one) => !one.decision);
}

/** What a notice says, in one sentence. */
export function noticeWords(notice: DeconflictionNoticeView): string {
  return notice.side === 'ASKED'
    ? `Another case knows a selector that yours asked about. Speak to ${notice.contact}.`
    : `Another case asked about a selector that yours knows. ${notice.contact} will speak to you.`;
}

/** What an answer says, in one sentence. */
export function answerWords(known: boolean): string {
  return known
    ? 'Another case knows it. The leads of both cases get a notice whom to speak to; nothing else is told.'
    : 'No other case says that it knows it.';
}
