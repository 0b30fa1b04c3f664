/* Who is who: what waits for judgement, what is said for and against. Pure. */
import type { AccountRow, EntityView, HandleView, JudgementView, LeadAccountView, LinesView, SuggestionView } from '../api/contract';
import { word } from '../language/say';
import { countOf, plain, spanWords } from '../parts/words';

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

/** Judgements that a second person has yet to look at, the oldest first. */
export function awaiting(judgements: JudgementView[]): JudgementView[] {
  return judgements.filter((one) => one.needsSecond && !one.withdrawn && one.reviews.length === 0).sort((a, b) => a.at.localeCompare(b.at));
}

/** What has become of a judgement. */
export function standingWords(one: JudgementView): string {
  if (one.withdrawn) return word('withdrawn');
  if (!one.needsSecond) return word('stands');
  const last = one.reviews[one.reviews.length - 1];
  return last ? (last.approved ? `approved by ${last.by}` : `refused by ${last.by}`) : 'waits for a second person';
}

export interface SideValue { text: string; both: boolean; note: string }
export interface SideRow { field: string; a: SideValue[]; b: SideValue[]; agrees: boolean | null }

const folded = (text: string) => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/^@/, '').trim();

/** Two accounts field by field: what both have, and whether they agree; null where one says nothing. */
export function agreeing(a: AccountRow, b: AccountRow): SideRow[] {
  const row = (field: string, of: (one: AccountRow) => { text: string; note: string }[]): SideRow => {
    const left = of(a);
    const right = of(b);
    const inLeft = new Set(left.map((one) => folded(one.text)));
    const inRight = new Set(right.map((one) => folded(one.text)));
    const mark = (values: { text: string; note: string }[], other: Set<string>) => values.map((one) => ({ ...one, both: other.has(folded(one.text)) }));
    return { field, a: mark(left, inRight), b: mark(right, inLeft), agrees: left.length === 0 || right.length === 0 ? null : left.some((one) => inRight.has(folded(one.text))) };
  };
  const plainly = (text: string) => ({ text, note: '' });
  const selectors = (type: string) => (one: AccountRow) => one.selectors
    .filter((of) => of.selector.split(/[@:]/)[0] === type).map((of) => ({ text: of.selector.slice(of.selector.indexOf(':') + 1), note: of.verified ? 'verified by the platform' : 'stated' }));
  const keyed = (one: AccountRow) => (one.basis === 'PHONE' ? [{ text: one.key.slice(one.key.lastIndexOf('/') + 1), note: 'what the account is known by' }] : []);
  const stated = [...a.selectors, ...b.selectors].map((one) => one.selector.split(/[@:]/)[0] ?? '');
  const types = [...new Set([...(a.basis === 'PHONE' || b.basis === 'PHONE' ? ['phone'] : []), ...stated])].filter((type) => type !== 'handle').sort();
  return [
    row('Names', (one) => one.names.map(plainly)),
    row('Handles', (one) => one.handles.map(plainly)),
    ...types.map((type) => row(plain(type), (one) => [...(type === 'phone' ? keyed(one) : []), ...selectors(type)(one)])),
  ];
}

/** How telling a name is: about how many people one would ask until another chose it. */
export function rarityWords(bits: number): string {
  if (bits < 8) return 'A usual name: many people choose it, so that by itself it says next to nothing.';
  if (bits < 14) return 'A rather usual name: strangers share it now and then.';
  return bits < 22 ? 'An unusual name: strangers seldom share it.' : 'A rare name: strangers hardly ever share it.';
}

export function seenWords(account: AccountRow): string {
  const records = countOf(account.records, 'record');
  return account.first || account.last ? `${records}, ${spanWords(account.first, account.last)}` : `${records}, no date`;
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

/** When an account bore which handle, the earliest first; those without a time last. */
export function handlesThrough(handles: HandleView[], account: string): HandleView[] {
  return handles.filter((one) => one.account === account).sort((a, b) => (a.first ?? '~').localeCompare(b.first ?? '~') || a.handle.localeCompare(b.handle));
}

/** The choice that holds: of those that nobody took back, the latest on one of its accounts. */
export function leading(leads: LeadAccountView[], accounts: { key: string }[]): LeadAccountView | null {
  const own = new Set(accounts.map((one) => one.key));
  return leads.filter((one) => !one.withdrawn && own.has(one.account)).at(-1) ?? null;
}

export interface PlaceLine { record: string; at: string | null; latitude: number; longitude: number }

/** Records that say where they took place, each once, in the order of time. */
export function placesOf(pages: LinesView[]): PlaceLine[] {
  const found = new Map<string, PlaceLine>();
  for (const page of pages) {
    page.places.forEach((place) => {
      const record = page.id[place.line];
      const at = page.at[place.line];
      if (record !== undefined) found.set(record, { record, at: at === null || at === undefined ? null : new Date(at).toISOString(), latitude: place.latitude, longitude: place.longitude });
    });
  }
  return [...found.values()].sort((a, b) => (a.at ?? '~').localeCompare(b.at ?? '~'));
}
