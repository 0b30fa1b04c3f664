/* The conversation round a record: what is asked for, how it is put together, what is said of it. Pure. */
import type { RecordView } from '../api/contract';
import type { RecordQuery } from '../api/calls';

/** How many records are asked for at once. */
export const ROUND = 100;
const HOUR = 3_600_000;

const iso = (at: number) => new Date(at).toISOString();

/** The records from some hours before to some hours after one of a conversation. */
export function roundOf(record: RecordView, hours: number): RecordQuery {
  const query: RecordQuery = { conversation: record.conversation?.key ?? '', sort: 'time', limit: ROUND };
  if (!record.time) return query;
  const at = Date.parse(record.time);
  return { ...query, from: iso(at - hours * HOUR), to: iso(at + hours * HOUR) };
}

/** The records next before the first, or next after the last, of those that are shown. */
export function onwards(conversation: string, shown: readonly RecordView[], where: 'before' | 'after'): RecordQuery | null {
  const times = shown.flatMap((one) => (one.time ? [Date.parse(one.time)] : []));
  if (times.length === 0) return null;
  // A second to spare: the end may or may not be within, and records of one second belong together.
  if (where === 'before') return { conversation, sort: '-time', limit: ROUND, to: iso(Math.min(...times) + 1000) };
  return { conversation, sort: 'time', limit: ROUND, from: iso(Math.max(...times) - 1000) };
}

/** Records put together, each once, by time; those without time last, as they came. */
export function together(shown: readonly RecordView[], more: readonly RecordView[]): RecordView[] {
  const seen = new Map<string, RecordView>();
  for (const one of [...shown, ...more]) if (!seen.has(one.id)) seen.set(one.id, one);
  const at = (one: RecordView) => (one.time ? Date.parse(one.time) : Number.POSITIVE_INFINITY);
  const compared = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return [...seen.values()].sort((a, b) => compared(at(a), at(b)));
}

/** The hours to ask for so that about half a page of a busy conversation lies on each side. */
export function narrower(hours: number, total: number): number {
  return Math.max(1 / 60, (hours * ROUND) / (2 * Math.max(total, ROUND)));
}

/** True if the record was written by whoever wrote the one that is looked at: these stand on the right. */
export function sameSide(one: RecordView, marked: RecordView): boolean {
  return one.author !== null && marked.author !== null && one.author.key === marked.author.key;
}

/** What the source itself says of a message's fate. */
export function fateOf(record: RecordView): { edited: string | null; deleted: string | null } {
  let edited: string | null = null;
  let deleted: string | null = null;
  for (const [name, value] of [...Object.entries(record.details), ...Object.entries(record.extra)]) {
    if (/^(false|0|no|none|null|)$/i.test(value.trim())) continue;
    if (/(^|[_. ])(edited|edit|last_edited|edit_date)([_. ]|$)/i.test(name)) edited ??= value;
    if (/(^|[_. ])(deleted|is_deleted|unsent|is_unsent|revoked|removed|deleted_state)([_. ]|$)/i.test(name)) deleted ??= value;
  }
  return { edited, deleted };
}

/** The time as the source writes it, where that says more than UTC does: another zone or no zone at all. */
export function sourceTime(record: RecordView): string | null {
  const text = record.timeText.trim();
  return text === '' || text === record.time || /^\d{9,}$/.test(text) ? null : text;
}
