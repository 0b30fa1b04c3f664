/* The notice that calls a release back, in plain text. Like all that leaves the house it is in English. Pure. */
import type { CalledBackView, DisclosureView, FindingView } from '../api/contract';

/** The findings of a release that no longer stand. */
export const fallen = (of: DisclosureView, findings: readonly FindingView[]): FindingView[] =>
  findings.filter((one) => of.findings.includes(one.id) && (one.state === 'CORRECTED' || one.state === 'WITHDRAWN'));

const utc = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`;

/** What is sent to the recipient: what is called back, by what it is known again, why, and what to do. */
export function noticeText({ disclosure: of, notices }: CalledBackView): string {
  const lines = [
    /* not said */ 'NOTICE OF RECALL',
    '',
    /* not said */ `To          ${of.recipient.name}, ${of.recipient.organisation} (${of.recipient.agreement})`,
    /* not said */ `Released    “${of.title}”, ${utc(of.at)}, by ${of.by}`,
    /* not said */ `Bundle      SHA-256 ${of.sha256}`,
    ...(of.mark ? [/* not said */ `Mark        ${of.mark}`] : []),
    ...(of.handling.length > 0 ? [/* not said */ `Handling    ${of.handling.join(' ')}`] : []),
    '',
    ...notices.flatMap((one) => [/* not said */ `Called back ${utc(one.at)}, by ${one.by} (leaf ${one.leaf} of the log)`, /* not said */ `Because     ${one.reason}`, '']),
    /* not said */ 'The house no longer stands by what this bundle says. Return it or destroy it with',
    /* not said */ 'every copy and extract, say in writing that this was done, and name whoever had it',
    /* not said */ 'from you, so that they can be told as well.',
    '',
  ];
  return lines.join('\n');
}

export const noticeFile = (of: DisclosureView): string => /* not said */ `recall-${of.id.slice(0, 8)}.txt`;
