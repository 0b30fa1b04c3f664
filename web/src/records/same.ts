/* Words for where else a medium is. Pure. */
import type { ElsewhereView, MediaView, SameMediaView } from '../api/contract';
import { countOf } from '../parts/words';

/** Whether there is anything to look for it by. */
export function knownBy(medium: MediaView): boolean {
  return medium.sha256 !== null || medium.likeness !== null;
}

/** How many others carry it. */
export function elsewhereWords(medium: MediaView, same: SameMediaView): string {
  const what = medium.likeness ? 'this picture' : 'this file';
  if (same.others === 0) return `No other record in scope carries ${what}.`;
  return `${countOf(same.others, 'other record', 'other records')} in scope ${same.others === 1 ? 'carries' : 'carry'} ${what}${medium.likeness ? ', or one that looks the same' : ''}.`;
}

/** How sure that is: the same bytes, or a likeness that is a lead and no proof. */
export function alikeWords(one: ElsewhereView): string {
  if (one.bytes) return 'the same bytes';
  return one.bits === 0 ? 'looks the same: compare by eye' : `looks the same but for ${one.bits} of 64 bits: compare by eye`;
}
