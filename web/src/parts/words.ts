/* Values in words: times in UTC, sizes, counts, durations, enum names. Pure. */

const two = (n: number): string => String(n).padStart(2, '0');

/** A time in UTC to the second; a record without a date says so and never shows 1970. */
export function timeWords(iso: string | null | undefined): string {
  if (!iso) return 'no date';
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${dayWords(iso)} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} UTC`;
}

/** A day in UTC. */
export function dayWords(iso: string | null | undefined): string {
  if (!iso) return 'no date';
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
}

/** A span of two optional ends in words. */
export function spanWords(from: string | null, to: string | null): string {
  if (!from && !to) return 'any time';
  if (!from) return `until ${dayWords(to)}`;
  if (!to) return `from ${dayWords(from)}`;
  return `${dayWords(from)} to ${dayWords(to)}`;
}

/** Bytes in binary units, three figures. */
export function bytesWords(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 ? value : value.toPrecision(3)} ${units[unit]}`;
}

/** A whole number with thin groups of three. */
export function countWords(n: number): string {
  return n.toLocaleString('en-GB');
}

/** A count with its noun, in the right number. */
export function countOf(n: number, one: string, many = `${one}s`): string {
  return `${countWords(n)} ${n === 1 ? one : many}`;
}

/** A duration in seconds as people say it: 2 h 05 min, 4 min 10 s, 9 s. */
export function durationWords(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds));
  if (s >= 3600) return `${Math.floor(s / 3600)} h ${two(Math.floor((s % 3600) / 60))} min`;
  if (s >= 60) return `${Math.floor(s / 60)} min ${two(s % 60)} s`;
  return `${s} s`;
}

/** ORGANISED_CRIME_NETWORK -> Organised crime network. */
export function plain(name: string): string {
  const words = name.replaceAll('_', ' ').toLowerCase();
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(/\butc\b/i, 'UTC').replace(/^Co m/, 'Co-m');
}

/** The first characters of a digest, enough for the eye. */
export function shortDigest(hex: string): string {
  const bare = hex.replace(/^sha256:/, '');
  return bare.length > 16 ? `${bare.slice(0, 12)}…` : bare;
}

/** Numbers of measures: whole ones whole, small ones with four figures. */
export function valueWords(value: number): string {
  if (Number.isInteger(value)) return countWords(value);
  if (value !== 0 && Math.abs(value) < 0.001) return value.toExponential(2);
  return String(Number(value.toPrecision(4)));
}

/** What a datetime-local field holds for an instant, in UTC. */
export function fieldOfTime(iso: string | null | undefined): string {
  if (!iso) return '';
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 16);
}

/** The instant that a datetime-local field says, read as UTC; null when empty or not a time. */
export function timeOfField(text: string): string | null {
  if (text.trim() === '') return null;
  const at = new Date(`${text}${text.length === 10 ? 'T00:00' : ''}${text.length <= 16 ? ':00' : ''}Z`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** What an account is called in a list: a name, else a handle, else its key. */
export function accountName(account: { names: string[]; handles: string[]; key: string }): string {
  return account.names[0] ?? account.handles[0] ?? account.key;
}
