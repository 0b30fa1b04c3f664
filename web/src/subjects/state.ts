/* What the persons' page knows without drawing anything. Pure. */
import { word } from '../language/say';
import { plain } from '../parts/words';
import type { FactView, PersonView } from '../api/contract';

export const ROLES = ['SUSPECT', 'CONVICTED', 'VICTIM', 'WITNESS', 'OTHER', 'CHILD'] as const;
export const BASES = ['RECORD', 'EXHIBIT', 'STATEMENT', 'NETWORK', 'SCORE'] as const;
export const TYPES = ['FACT', 'REPORTED', 'ASSESSMENT', 'MACHINE'] as const;

/** A fact while it is written. */
export function emptyFact(): FactView {
  return { type: 'REPORTED', basis: 'RECORD', text: '', source: '' };
}

/** What still keeps facts from carrying a suspicion, in a sentence; null if nothing does. */
export function lacking(facts: readonly FactView[]): string | null {
  const written = facts.filter((fact) => fact.text.trim() !== '');
  if (written.length === 0) return 'State at least one fact, and what it rests on.';
  if (written.every((fact) => fact.type === 'MACHINE')) return 'A score is not a suspicion: state what the person did.';
  const firm = written.some(
    (fact) => (fact.type === 'FACT' || fact.type === 'REPORTED') && ['RECORD', 'EXHIBIT', 'STATEMENT'].includes(fact.basis),
  );
  if (!firm) return 'Being tied to somebody is not a suspicion: state a fact from a record, an exhibit or a witness.';
  if (written.some((fact) => fact.source.trim().length < 3)) return 'Say for each fact where it can be looked up.';
  return null;
}

/** Whole days until a moment; negative once it is past. */
export function daysUntil(at: string, now: number): number {
  return Math.floor((Date.parse(at) - now) / 86_400_000);
}

/** Identifiers as typed, one a line. */
export function identifiersOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()).filter(Boolean))];
}

/** The identifiers as typed, with one more in a line of its own. */
export function withIdentifier(text: string, more: string): string {
  return [...new Set([...identifiersOf(text), more])].join('\n');
}

/** The person's roles in words. */
export function roleWords(person: PersonView): string {
  return person.roles.length === 0 ? word('uncategorised') : person.roles.map((role) => plain(role).toLowerCase()).join(', ');
}
