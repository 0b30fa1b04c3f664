/* What the page of conflicts knows without drawing anything. Pure. */
import type { ConflictHitView } from '../api/contract';

export const RELATIONS = ['SELF', 'FAMILY', 'PARTNER', 'COLLEAGUE', 'NEIGHBOUR', 'OTHER'] as const;

/** Blocked steps that nobody of the integrity unit has looked into. */
export function open(hits: readonly ConflictHitView[]): ConflictHitView[] {
  return hits.filter((hit) => hit.seenBy === null || hit.seenBy === undefined);
}

/** A value that can mean somebody. */
export function meansSomebody(value: string): boolean {
  return value.trim().replace(/^[@#]+/, '').length >= 3;
}
