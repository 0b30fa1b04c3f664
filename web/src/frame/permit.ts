/* Permits held in this browser window: one for each case, never longer than they last. Pure. */
import type { PermitView } from '../api/contract';
import { spanWords } from '../parts/words';

export interface HeldPermits {
  actor: string;
  byCase: Record<string, PermitView>;
}

export const NONE_HELD: HeldPermits = { actor: '', byCase: {} };

/** What remains of those held when another person signs in: nothing. */
export function heldBy(held: HeldPermits, actor: string): HeldPermits {
  return held.actor === actor ? held : { actor, byCase: {} };
}

export function withPermit(held: HeldPermits, permit: PermitView): HeldPermits {
  return { ...held, byCase: { ...held.byCase, [permit.caseId]: permit } };
}

export function withoutPermit(held: HeldPermits, caseId: string): HeldPermits {
  const byCase = { ...held.byCase };
  delete byCase[caseId];
  return { ...held, byCase };
}

/** The permit held for a case at a moment; null when there is none or it has run out. */
export function permitFor(held: HeldPermits, caseId: string | null, now: number): PermitView | null {
  const permit = caseId === null ? undefined : held.byCase[caseId];
  return permit && secondsLeft(permit, now) > 0 ? permit : null;
}

export function secondsLeft(permit: PermitView, now: number): number {
  return Math.floor((new Date(permit.expires).getTime() - now) / 1000);
}

/** How near the end is: ten minutes warn, two press, since a search or an export may take that long. */
export function nearness(seconds: number): 'calm' | 'warn' | 'press' {
  return seconds <= 120 ? 'press' : seconds <= 600 ? 'warn' : 'calm';
}

/** The scope of a permit in one line. */
export function scopeWords(permit: PermitView): string {
  const selectors = permit.selectors.length;
  return [
    selectors === 1 ? permit.selectors[0] : `${selectors} selectors`,
    permit.platforms.length === 0 ? 'no platform' : permit.platforms.join(', '),
    `content ${spanWords(permit.contentFrom, permit.contentTo)}`,
    `up to level ${permit.maxLevel}`,
  ].join(' · ');
}

/** Reads what was kept; anything odd counts as nothing kept. */
export function readHeld(text: string | null): HeldPermits {
  try {
    const read = JSON.parse(text ?? '') as HeldPermits;
    return typeof read.actor === 'string' && typeof read.byCase === 'object' && read.byCase !== null ? read : NONE_HELD;
  } catch {
    return NONE_HELD; // Nothing kept yet, or kept by an older workspace.
  }
}
