/* The first tour: what it points at and says, from a sealed export to a released finding. Pure. */

/** A step points at an element by its test id; without one it stands by itself. */
export interface TourStep {
  at: string | null;
  title: string;
  text: string;
}

export const TOUR: readonly TourStep[] = [
  { at: null, title: 'A walk through a case', text: 'Everybody in the training case is invented. The walk takes two minutes and changes nothing. Escape ends it; Help starts it again.' },
  { at: 'nav-case', title: 'First the authority', text: 'Nothing can be sealed, read or seen without an authority in force. An analyst applies, an authorising officer decides, an overseer looks at it.' },
  { at: 'permit-bar', title: 'Then a permit', text: 'Say what you will do and why. The permit is yours alone, for that purpose, and ends by itself.' },
  { at: 'nav-exhibits', title: 'Seal what came in', text: 'Bytes are sealed first and read after. What lies outside the authority is sealed off before anybody sees it.' },
  { at: 'nav-records', title: 'Search the records', text: 'Every record leads back to its bytes. Searching and opening are written to the ledger.' },
  { at: 'nav-people', title: 'Judge who is who', text: 'A machine suggests which accounts are one actor and says why. Only a person judges, and every judgement can be withdrawn.' },
  { at: 'nav-workspace', title: 'See it together', text: 'Chart, map, timeline and records are linked: what is chosen in one narrows all others.' },
  { at: 'nav-findings', title: 'Write a finding', text: 'A claim names what supports it and what speaks against it. A second person reviews it before it is signed.' },
  { at: 'nav-disclosure', title: 'Release it', text: 'The only way out of the case, to a registered recipient, with proofs that anybody can check.' },
  { at: 'nav-acts', title: 'Everything leaves a trace', text: 'Each step stands in a log that outsiders can verify, alone and offline.' },
  { at: 'help', title: 'Help is here', text: 'Language, contrast, the words of the house, and this walk again.' },
];

/** The steps that can be shown here: those whose element stands on the page, and those that need none. */
export function stepsHere(steps: readonly TourStep[], stands: (at: string) => boolean): TourStep[] {
  return steps.filter((one) => one.at === null || stands(one.at));
}

/** The place after moving by one, within the steps; null past the last. */
export function movedStep(at: number, by: 1 | -1, count: number): number | null {
  const to = at + by;
  return to >= count ? null : Math.max(0, to);
}

/** Whether the walk is offered by itself: in training, once. */
export function offersTour(training: boolean, kept: string | null): boolean {
  return training && kept === null;
}
