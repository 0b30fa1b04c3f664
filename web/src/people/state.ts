/* Who is who: what waits for judgement, what is said for and against. Pure. */
import type { AccountRow, EntityView, JudgementView, SuggestionView } from '../api/contract';
import { countOf, spanWords } from '../parts/words';

export type Verdict = JudgementView['verdict'];

export const VERDICTS: { verdict: Verdict; key: string; label: string; question: string }[] = [
  { verdict: 'SAME', key: 'y', label: 'Same', question: 'Which facts show that one actor holds both accounts?' },
  { verdict: 'DIFFERENT', key: 'n', label: 'Different', question: 'Which facts show that they are two actors?' },
  { verdict: 'UNSURE', key: 'u', label: 'Unsure', question: 'What is missing to decide?' },
];

export function verdictOfKey(key: string): Verdict | null {
  return VERDICTS.find((one) => one.key === key.toLowerCase())?.verdict ?? null;
}

export function verdictWords(verdict: Verdict): string {
  return VERDICTS.find((one) => one.verdict === verdict)?.label ?? verdict;
}

/** The judgements that stand, newest first. */
export function standing(judgements: JudgementView[]): JudgementView[] {
  return judgements.filter((one) => !one.withdrawn).sort((a, b) => b.at.localeCompare(a.at));
}

/** The latest standing judgement on a pair, whichever way round it was given. */
export function judged(judgements: JudgementView[], a: string, b: string): JudgementView | null {
  return standing(judgements).find((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a)) ?? null;
}

/** Suggestions that no judgement decides; those judged unsure come after those not judged at all. */
export function waiting(suggestions: SuggestionView[], judgements: JudgementView[]): SuggestionView[] {
  const open = suggestions.map((one) => ({ one, judgement: judged(judgements, one.a.key, one.b.key) }));
  return [
    ...open.filter((pair) => pair.judgement === null),
    ...open.filter((pair) => pair.judgement?.verdict === 'UNSURE'),
  ].map((pair) => pair.one);
}

export function seenWords(account: AccountRow): string {
  const records = countOf(account.records, 'record');
  return account.first || account.last ? `${records}, ${spanWords(account.first, account.last)}` : `${records}, no date`;
}

/** Selectors that both accounts state. */
export function shared(a: AccountRow, b: AccountRow): Set<string> {
  const held = new Set(a.selectors.map((one) => one.selector));
  return new Set(b.selectors.map((one) => one.selector).filter((one) => held.has(one)));
}

/** Entities of more than one account first, then by name. */
export function entitiesInOrder(entities: EntityView[]): EntityView[] {
  return [...entities].sort((a, b) => b.accounts.length - a.accounts.length || a.label.localeCompare(b.label));
}

/** Accounts that bear the words given, in any name, handle or selector. */
export function narrowedAccounts(accounts: AccountRow[], words: string): AccountRow[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return accounts;
  return accounts.filter((one) =>
    [one.key, ...one.names, ...one.handles, ...one.selectors.map((selector) => selector.selector)].some((text) => text.toLowerCase().includes(wanted)));
}
