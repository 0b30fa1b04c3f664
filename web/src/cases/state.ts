/* Cases and what can be done in them. Pure. */
import type { AuthoritySummary, CaseSummary, Person } from '../api/contract';

export function mayOpenCase(actor: Person): boolean {
  return actor.roles.includes('ANALYST') || actor.roles.includes('AUTHORISING_OFFICER');
}

export function mayDraft(actor: Person): boolean {
  return actor.roles.includes('ANALYST');
}

const ORDER = [
  'ACTIVE', 'ACTIVE_URGENT', 'SUBMITTED', 'OVERSIGHT_PENDING', 'APPROVED', 'RENEWAL_PENDING', 'RETURNED', 'DRAFT', 'SUSPENDED',
  'EXPIRED', 'LAPSED', 'CANCELLED', 'CLOSING', 'CLOSED', 'REFUSED', 'QUASHED',
];

/** True if this person may write down leave given by word of mouth. */
export function mayGrantOrally(actor: Person): boolean {
  return actor.roles.includes('AUTHORISING_OFFICER');
}

/** Authorities with those in force first, then those that wait for somebody, then those that are over. */
export function inOrder(authorities: AuthoritySummary[]): AuthoritySummary[] {
  return [...authorities].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || b.version - a.version);
}

/** What this person could do next in a case, in one line. */
export function nextStep(one: CaseSummary, actor: Person): string {
  const states = one.authorities.map((authority) => authority.state);
  if (one.authorities.some((authority) => authority.mayAsk)) return 'Ask for a permit';
  if (states.includes('SUBMITTED') && actor.roles.includes('AUTHORISING_OFFICER')) return 'An authority waits for your decision';
  if (states.includes('OVERSIGHT_PENDING') && actor.roles.includes('OVERSEER')) return 'An authority waits for your oversight';
  if (mayDraft(actor) && !states.some((state) => state === 'ACTIVE' || state === 'SUBMITTED')) return 'Apply for an authority';
  if (states.includes('SUBMITTED')) return 'Waits for an authorising officer';
  if (states.includes('OVERSIGHT_PENDING')) return 'Waits for the overseer';
  return '';
}

/** Days until an authority's time is over; below zero when it is. */
export function daysLeft(authority: AuthoritySummary, now: number): number {
  return Math.ceil((new Date(authority.opTo).getTime() - now) / 86_400_000);
}
