/* What the columns of a table are taken for: choices as a draft for the server. Pure. */
import { word } from '../language/say';
import type { MappingDraft, SeenTable } from '../api/contract';

export interface Choice {
  kind: string;
  platform: string;
  zone: string;
  order: string;
  /** Role by column; an empty text keeps the column beside the record. */
  roles: Record<string, string>;
}

/** The first choice: what the columns suggest. */
export function guessed(table: SeenTable): Choice {
  const roles: Record<string, string> = {};
  for (const column of table.columns) roles[column.name] = column.role;
  return { kind: table.recordKind, platform: '', zone: '', order: '', roles };
}

/** The draft of a choice. With the table's guess as its text, so that what lies around the columns (no heading) stays. */
export function draftOf(table: SeenTable, choice: Choice, name: string): MappingDraft {
  return { text: table.guess, name, kind: choice.kind, platform: choice.platform, zone: choice.zone, order: choice.order, roles: choice.roles };
}

/** A role for people: "from-name" is "from: name". */
export function roleWords(role: string): string {
  const known: Record<string, string> = {
    from: 'from: who acted', to: 'to: whom it reached', text: 'text: the words', time: word('time'), id: 'id: its number', keep: 'keep beside the record',
    conversation: 'conversation or group', 'reply-to': 'what it answers', 'from-name': 'from: name shown', 'from-handle': 'from: handle',
    'to-name': 'to: name shown', 'to-handle': 'to: handle',
  };
  return known[role] ?? role.replace(/-/g, ' ');
}

/** A name that a profile may bear, or why not. */
export function nameProblem(name: string): string | null {
  if (name === '') return null;
  return /^[a-z0-9][a-z0-9.-]{0,39}$/.test(name) ? null : 'Lower-case letters, digits, dots and hyphens, at most 40.';
}

/** What still lacks before a choice can be tried. */
export function lacks(choice: Choice): string | null {
  if (choice.kind === '') return 'Say what a row is.';
  return Object.values(choice.roles).some((role) => role !== '' && role !== 'keep') ? null : 'Give at least one column a role.';
}
