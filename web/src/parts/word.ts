/* An overseer's word on an authority: the server's text, checked and signed in this page. */
import type { Api, Transition } from '../api/calls';
import { reasonsDigest, strayIn, type Decision, type OpenKey } from './sign';

const DECISIONS: Partial<Record<Transition, Decision>> = {
  'oversee-approve': 'APPROVED',
  'oversee-refuse': 'REFUSED',
  'oversee-return': 'RETURNED',
};

/** Which decision of the overseer a transition is, if it is one. */
export const overseen = (transition: Transition): Decision | null => DECISIONS[transition] ?? null;

/** Of which document who decides. */
export interface Before {
  authority: string;
  version: number;
  digest: string;
  actor: string;
}

/** The signed note of a decision; null where none is needed. Says in a sentence why it was not signed. */
export async function wordOf(api: Api, key: OpenKey | null, transition: Transition, reasons: string, before: Before): Promise<string | null> {
  const decision = overseen(transition);
  if (!decision) return null;
  if (!key) throw new Error('Open your key first: your decision is signed with it, here in this page.');
  const { text } = await api.overseerText(before.authority, decision, await reasonsDigest(reasons));
  const stray = await strayIn(text, { ...before, decision, reasons }, Date.now());
  if (stray) throw new Error(`Not signed. ${stray}`);
  return key.sign(text);
}
