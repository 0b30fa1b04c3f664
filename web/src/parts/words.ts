/* Values in words, in the language that is spoken: times in UTC, sizes, counts, durations, enum names. Pure. */
import { language, locale, number, wordSaid } from '../language/say';

const two = (n: number): string => String(n).padStart(2, '0');

/** A time in UTC to the second; a record without a date says so and never shows 1970. */
export function timeWords(iso: string | null | undefined): string {
  if (!iso) return 'no date';
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const clock = /* not said */ `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} UTC`;
  return `${dayWords(iso)} ${clock}`;
}

/** A day in UTC: in English as ISO 8601 writes it, in other languages as people there do, the month as a word. */
export function dayWords(iso: string | null | undefined): string {
  if (!iso) return 'no date';
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  if (language() !== 'en') return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
  return `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
}

/** A time as the clock beside this browser shows it, with how far that clock is from UTC; null for what is no time. */
export function localWords(iso: string, zone?: string): string | null {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return null;
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'shortOffset', timeZone: zone }).format(at);
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
  return `${unit === 0 ? value : decimal(value.toPrecision(3))} ${units[unit]}`;
}

/** A whole number with thin groups of three. */
export function countWords(n: number): string {
  return number(n);
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

/** Figures with the decimal sign of the language; they stay as they were rounded. */
export function decimal(figures: string): string {
  return language() === 'en' ? figures : figures.replace('.', ',');
}

/** ORGANISED_CRIME_NETWORK -> Organised crime network, or that word of the house in the language spoken. */
export function plain(name: string): string {
  const said = wordSaid(name);
  if (said !== null) return said;
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
  if (Number.isNaN(value)) return 'not defined';
  if (Number.isInteger(value)) return countWords(value);
  if (value !== 0 && Math.abs(value) < 0.001) return decimal(value.toExponential(2));
  return decimal(String(Number(value.toPrecision(4))));
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
