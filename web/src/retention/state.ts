/* What the page of retention knows without drawing anything. Pure. */
import type { DestructionView } from '../api/contract';

/** Where a destruction stands. */
export function standing(one: DestructionView): 'done' | 'confirmed' | 'one of two' | 'none of two' {
  if (one.doneAt) return 'done';
  if (one.firstBy && one.secondBy) return 'confirmed';
  return one.firstBy ? 'one of two' : 'none of two';
}

/** Whether a person may confirm: an officer or overseer who has not done so. */
export function mayConfirm(one: DestructionView, roles: readonly string[], name: string): boolean {
  return !one.doneAt && !one.secondBy && one.firstBy !== name && (roles.includes('AUTHORISING_OFFICER') || roles.includes('OVERSEER'));
}
