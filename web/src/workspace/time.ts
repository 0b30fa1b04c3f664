/* Records counted along time. Undated ones are a count of their own and never stand at 1970. Pure. */
import type { Grain } from './state';

export interface Bin {
  from: number;
  to: number;
  count: number;
}

export interface Histogram {
  grain: Exclude<Grain, 'auto'>;
  bins: Bin[];
  undated: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WIDTH: Record<Exclude<Grain, 'auto'>, number> = { hour: HOUR, day: DAY, week: 7 * DAY, month: 30.44 * DAY, year: 365.25 * DAY };
const GRAINS: Exclude<Grain, 'auto'>[] = ['hour', 'day', 'week', 'month', 'year'];
const MOST_BINS = 1_500; // More bars than pixels.
const USUAL_BINS = 200;

/** The beginning of the bin that a moment lies in, in UTC; weeks begin on Monday (ISO 8601). */
export function floorOf(at: number, grain: Exclude<Grain, 'auto'>): number {
  const d = new Date(at);
  if (grain === 'hour') return Math.floor(at / HOUR) * HOUR;
  if (grain === 'day') return Math.floor(at / DAY) * DAY;
  if (grain === 'week') return Math.floor(at / DAY) * DAY - ((d.getUTCDay() + 6) % 7) * DAY;
  return Date.UTC(d.getUTCFullYear(), grain === 'month' ? d.getUTCMonth() : 0, 1);
}

export function nextOf(from: number, grain: Exclude<Grain, 'auto'>): number {
  const d = new Date(from);
  if (grain === 'month') return Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + 1, 1);
  if (grain === 'year') return Date.UTC(d.getUTCFullYear() + 1, 0, 1);
  return from + WIDTH[grain];
}

/** The finest grain that is asked for and still gives no more bars than can be drawn. */
export function grainFor(first: number, last: number, wanted: Grain): Exclude<Grain, 'auto'> {
  const most = wanted === 'auto' ? USUAL_BINS : MOST_BINS;
  const from = wanted === 'auto' ? 0 : GRAINS.indexOf(wanted);
  return GRAINS.slice(from).find((grain) => (last - first) / WIDTH[grain] <= most) ?? 'year';
}

export function histogram(at: Float64Array, of: readonly number[], wanted: Grain, span?: readonly [number, number]): Histogram {
  let [first, last, undated] = [Infinity, -Infinity, 0];
  for (const line of of) {
    const moment = at[line]!;
    if (Number.isNaN(moment)) undated++;
    else {
      first = Math.min(first, moment);
      last = Math.max(last, moment);
    }
  }
  if (span) [first, last] = [Math.min(first, span[0]), Math.max(last, span[1])];
  if (first > last) return { grain: wanted === 'auto' ? 'day' : wanted, bins: [], undated };
  const grain = grainFor(first, last, wanted);
  const bins: Bin[] = [];
  for (let from = floorOf(first, grain); from <= last; from = nextOf(from, grain)) bins.push({ from, to: nextOf(from, grain), count: 0 });
  for (const line of of) {
    const moment = at[line]!;
    if (!Number.isNaN(moment)) bins[binOf(bins, moment)]!.count++;
  }
  return { grain, bins, undated };
}

/** The place of the bin that holds a moment; bins are in order and touch. */
export function binOf(bins: readonly Bin[], at: number): number {
  let [low, high] = [0, bins.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (bins[middle]!.from <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

export interface Lane {
  entity: number;
  counts: Int32Array;
  undated: number;
  total: number;
}

/** One row for each entity, over the same bins. */
export function lanesOf(at: Float64Array, of: readonly number[], who: readonly (readonly number[])[], bins: readonly Bin[], entities: readonly number[]): Lane[] {
  const lanes = new Map(entities.map((entity) => [entity, { entity, counts: new Int32Array(bins.length), undated: 0, total: 0 }]));
  for (const line of of) {
    for (const entity of who[line]!) {
      const lane = lanes.get(entity);
      if (!lane) continue;
      lane.total++;
      if (Number.isNaN(at[line]!)) lane.undated++;
      else lane.counts[binOf(bins, at[line]!)]!++;
    }
  }
  return [...lanes.values()];
}

/** Entities by number of records, most first. */
export function busiest(of: readonly number[], who: readonly (readonly number[])[], most: number): number[] {
  const counts = new Map<number, number>();
  for (const line of of) for (const entity of who[line]!) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most).map(([entity]) => entity);
}

/** Whose lanes are drawn: those chosen come first, then those with most records among what is in sight, each once. */
export const laneEntities = (chosen: Iterable<number>, active: readonly number[], most: number): number[] => [...new Set([...chosen, ...active])].slice(0, most);

/** Whether a bar lies in the window, wholly or in part; a side that is not set is open. */
export const inWindow = (bin: Bin, { from, to }: { from: number | null; to: number | null }): boolean => (from === null || bin.to > from) && (to === null || bin.from < to);

/** A zone beside the time in UTC: what the source stated. */
export const zoneWords = (zone: string): string => (zone === '' ? 'zone not stated' : zone === 'UTC' || zone === 'Z' ? 'stated in UTC' : `stated in ${zone}`);

/** Zones that the records in sight state, by how often, most first; UTC and what is not stated are not among them. */
export function zonesOf(zone: readonly string[], of: readonly number[]): string[] {
  const counts = new Map<string, number>();
  for (const line of of) if (zone[line] && zone[line] !== 'UTC' && zone[line] !== 'Z') counts.set(zone[line]!, (counts.get(zone[line]!) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}

/** A moment on another clock, with its offset then: "2026-03-29 03:30 +02:00"; null if nobody knows the zone. */
export function clockWords(at: number, zone: string): string | null {
  const fixed = /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (fixed) {
    const minutes = (fixed[1] === '-' ? -1 : 1) * (60 * Number(fixed[2]) + Number(fixed[3]));
    return `${new Date(at + minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ')} ${fixed[1]}${fixed[2]}:${fixed[3]}`;
  }
  try {
    const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'longOffset' }).formatToParts(at);
    const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
    const offset = of('timeZoneName').replace('GMT', '').replace('UTC', '') || '+00:00';
    return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')} ${offset}`;
  } catch {
    return null; // The source's own name of a zone, which no table knows.
  }
}

/** What the source's own clock showed, beside UTC. */
export function sourceClock(at: number, zone: string): string {
  const local = zone === '' || zone === 'UTC' || zone === 'Z' ? null : clockWords(at, zone);
  return local === null ? zoneWords(zone) : `${local} as stated${zone.startsWith('+') || zone.startsWith('-') ? '' : ` (${zone})`}`;
}
