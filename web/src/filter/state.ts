/* What the filter officer's page knows without drawing anything. Pure. */
import type { FilterItemView, FilterWaiting } from '../api/contract';

export const DECISIONS = ['DESTROY', 'RETURN', 'NEW_PROCESS', 'RELEASE'] as const;

/** How many items wait under an authority. */
export function total(waiting: FilterWaiting): number {
  return Object.values(waiting.byReason).reduce((sum, count) => sum + count, 0);
}

/** The decisions that are open for all of these items. */
export function openFor(items: readonly FilterItemView[]): string[] {
  if (items.length === 0) return [];
  if (items.some((item) => !['SEALED', 'NEW_PROCESS'].includes(item.state))) return [];
  const waits = items.every((item) => item.state === 'NEW_PROCESS');
  return DECISIONS.filter((one) => (one === 'RELEASE' ? waits : one !== 'NEW_PROCESS' || !waits));
}
