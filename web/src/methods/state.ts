/* The machine's methods: how each stands, in words, and what a person may do about it. Pure. */
import type { MethodView, Role } from '../api/contract';

/** The state in a few words, and its tone. */
export function standing(method: MethodView): { words: string; tone: 'plain' | 'good' | 'bad' } {
  switch (method.state) {
    case 'APPROVED':
      return method.proposals.length === 0
        ? { words: 'not used here yet', tone: 'plain' }
        : { words: 'approved', tone: 'good' };
    case 'CHANGED':
      return { words: 'changed: disabled until evaluated and approved', tone: 'bad' };
    case 'EXPIRED':
      return { words: 'its approval has run out: disabled', tone: 'bad' };
    default:
      return { words: 'has no card: disabled', tone: 'bad' };
  }
}

/** Whether this person may put the version that runs now forward. */
export function mayPropose(method: MethodView, roles: readonly Role[]): boolean {
  return method.fingerprint !== null && roles.includes('ANALYST');
}

/** The proposal of the version that runs now which this person may sign for; null for none. */
export function toSign(method: MethodView, roles: readonly Role[], name: string): string | null {
  if (!roles.includes('AUTHORISING_OFFICER') && !roles.includes('INTEGRITY_OFFICER')) return null;
  const open = method.proposals.find(
    (one) => one.by !== null && one.by !== name && one.fingerprint === method.fingerprint && !one.approvers.includes(name) && one.approvers.length < 2,
  );
  return open?.id ?? null;
}
