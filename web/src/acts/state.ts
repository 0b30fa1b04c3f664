/* Acts in words: intent, outcome, what is still open. Pure. */
import type { ActView } from '../api/contract';
import { plain } from '../parts/words';

export const PAGE = 100;

/** What an entry of the ledger is about, in words. */
export function actWords(act: ActView): string {
  const step = act.step ? plain(act.step) : plain(act.kind);
  return act.outcome ? `${step}: ${plain(act.outcome).toLowerCase()}` : step;
}

/* What stands in columns of its own, or is the same in every entry; the proof shows an entry whole. */
const TOLD = new Set(['at', 'kind', 'step', 'actor', 'case', 'authority', 'outcome', 'act', 'format', 'program', 'permit', 'purpose', 'version', 'class', 'intent']);

/** What an entry says beyond its own columns; long digests are shortened. */
export function detailWords(detail: Record<string, string>): string {
  return Object.entries(detail)
    .map(([name, value]) => [name.replace(/^(inputs|outputs)\./, ''), value, name] as const)
    .filter(([name, , whole]) => whole !== name || !TOLD.has(name))
    .map(([name, value]) => `${name} ${value.length > 40 ? `${value.slice(0, 16)}…` : value}`)
    .join(' · ');
}

/** Who did it: an outcome names its intent, and the intent its person. */
export function actorOf(act: ActView, acts: ActView[]): string {
  if (act.actor) return act.actor;
  return acts.find((one) => String(one.leaf) === act.detail.intent)?.actor ?? '';
}

export type ActTone = 'plain' | 'good' | 'warn' | 'bad';

/** How an outcome is coloured; the words beside say the same. */
export function toneOf(act: ActView): ActTone {
  const outcome = (act.outcome ?? '').toUpperCase();
  if (/REFUS|DENI|FAIL/.test(outcome) || /REFUS/.test(act.kind.toUpperCase())) return 'bad';
  if (/DONE|OK|GRANT/.test(outcome)) return 'good';
  return 'plain';
}
