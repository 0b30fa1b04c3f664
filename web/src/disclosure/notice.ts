/* The notice that calls a release back, in plain text. Like all that leaves the house it is in English. Pure. */
import type { CalledBackView, DisclosureView, FindingView } from '../api/contract';

/** The findings of a release that no longer stand. */
export const fallen = (of: DisclosureView, findings: readonly FindingView[]): FindingView[] =>
  findings.filter((one) => of.findings.includes(one.id) && (one.state === 'CORRECTED' || one.state === 'WITHDRAWN'));

/* What somebody wrote, on one line: a break in a name would begin a line that the house never wrote, and what turns the direction of writing would turn the rest of one. */
const line = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/gu, '').replace(/[\p{Cc}\s]+/gu, ' ').trim();
/* A reason may have several lines; those after its first stand below it and not where the notice's own words begin. */
const below = (text: string): string => text.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/u).map(line).filter(Boolean).join(`\n${' '.repeat(12)}`);

const utc = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`;

/** What is sent to the recipient: what is called back, by what it is known again, why, and what to do. */
export function noticeText({ disclosure: of, notices }: CalledBackView): string {
  const lines = [
    /* not said */ 'NOTICE OF RECALL',
    '',
    /* not said */ `To          ${line(of.recipient.name)}, ${line(of.recipient.organisation)} (${line(of.recipient.agreement)})`,
    /* not said */ `Released    “${line(of.title)}”, ${utc(of.at)}, by ${line(of.by)}`,
    /* not said */ `Bundle      SHA-256 ${of.sha256}`,
    ...(of.mark ? [/* not said */ `Mark        ${line(of.mark)}`] : []),
    ...(of.handling.length > 0 ? [/* not said */ `Handling    ${line(of.handling.join(' '))}`] : []),
    '',
    ...notices.flatMap((one) => [/* not said */ `Called back ${utc(one.at)}, by ${line(one.by)} (leaf ${one.leaf} of the log)`, /* not said */ `Because     ${below(one.reason)}`, '']),
    /* not said */ 'The house no longer stands by what this bundle says. Return it or destroy it with',
    /* not said */ 'every copy and extract, say in writing that this was done, and name whoever had it',
    /* not said */ 'from you, so that they can be told as well.',
    '',
  ];
  return lines.join('\n');
}

export const noticeFile = (of: DisclosureView): string => /* not said */ `recall-${of.id.slice(0, 8)}.txt`;
