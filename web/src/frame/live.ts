/* What the team published while this window was open: kinds and identifiers, counted until one asks to see. Pure. */
import type { LiveChange } from '../api/contract';
import type { Page } from './route';

export interface Live {
  /** By others, and not shown yet; each thing once, the latest act on it. */
  waiting: readonly LiveChange[];
  /** True if something was published that is not known one by one. */
  gap: boolean;
  /** Where the stream would go on from. */
  after: string | null;
  /** Why nothing more is heard; null while it is. */
  over: string | null;
}

export const QUIET: Live = { waiting: [], gap: false, after: null, over: null };

/** One looks at no more at once; the rest are a gap. */
const MOST = 500;

/** Takes one message of the stream. */
export function heard(live: Live, message: { name: string; data: string; id?: string }): Live {
  const next = message.id === undefined ? live : { ...live, after: message.id };
  if (message.name === 'open') return { ...next, over: null };
  if (message.name === 'gap') return { ...next, gap: true, over: null };
  if (message.name === 'over') return { ...next, over: read<{ what?: string }>(message.data)?.what ?? 'the server ended it' };
  const change = message.name === 'change' ? read<LiveChange>(message.data) : null;
  if (change === null || change.mine) return next;
  const others = next.waiting.filter((one) => one.kind !== change.kind || one.id !== change.id);
  return others.length >= MOST ? { ...next, gap: true } : { ...next, waiting: [...others, change] };
}

function read<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null; // No message of ours: a proxy wrote into the stream.
  }
}

/** What remains once those kinds were shown. */
export const shown = (live: Live): Live => ({ ...live, waiting: [], gap: false });

export interface Group {
  kind: string;
  count: number;
  page: Page;
}

const PAGES: Record<string, Page> = {
  view: 'workspace', judgement: /* not said */ 'people', lead: /* not said */ 'people', finding: 'findings', snapshot: 'network', measure: 'network', reading: 'exhibits', note: /* not said */ 'records', person: 'subjects', disclosure: 'disclosure',
};

/** How much of each kind, and on which page it is found. */
export function groups(live: Live): Group[] {
  const counts = new Map<string, number>();
  for (const one of live.waiting) counts.set(one.kind, (counts.get(one.kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count, page: PAGES[kind] ?? 'acts' }));
}

export function groupWords({ kind, count }: Group): string {
  switch (kind) {
    case 'view': return count === 1 ? '1 view' : `${count} views`;
    case 'judgement': return count === 1 ? '1 judgement' : `${count} judgements`;
    case 'lead': return count === 1 ? '1 leading account' : `${count} leading accounts`;
    case 'finding': return count === 1 ? '1 finding' : `${count} findings`;
    case 'snapshot': return count === 1 ? '1 snapshot' : `${count} snapshots`;
    case 'measure': return count === 1 ? '1 measure' : `${count} measures`;
    case 'reading': return count === 1 ? '1 reading of an exhibit' : `${count} readings of exhibits`;
    case 'person': return count === 1 ? '1 subject' : `${count} subjects`;
    case 'note': return count === 1 ? '1 note beside a record' : `${count} notes beside records`;
    case 'disclosure': return count === 1 ? '1 disclosure' : `${count} disclosures`;
    default: return count === 1 ? '1 other change' : `${count} other changes`;
  }
}

export function noticeWords(live: Live): string {
  if (live.waiting.length === 0) return 'Others published changes while you were away.';
  return live.waiting.length === 1 ? 'Somebody else published 1 change.' : `Others published ${live.waiting.length} changes.`;
}

/** How long to wait before trying again: longer each time, and not everybody at once. */
export const pauseOf = (tries: number, chance: number): number => Math.min(30_000, 1_000 * 2 ** Math.min(tries, 5)) * (0.75 + chance / 2);
