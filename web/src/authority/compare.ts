/* How two versions of an authority differ: what would widen, narrow or change, and how alike two texts are. Pure. */

const SHINGLE = 3; // Words in a row that are compared: long enough that common phrases do not count.

/** How alike two texts are, 0 to 1: shared runs of three words among all of them. Case and signs do not count. */
export function likeness(a: string, b: string): number {
  const left = shingles(a);
  const right = shingles(b);
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const one of left) if (right.has(one)) shared++;
  return shared / (left.size + right.size - shared);
}

function shingles(text: string): Set<string> {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((one) => one !== '');
  if (words.length === 0) return new Set();
  const runs = Math.max(1, words.length - SHINGLE + 1);
  return new Set(Array.from({ length: runs }, (_, at) => words.slice(at, at + SHINGLE).join(' ')));
}

const TOPICS: Record<string, string> = {
  who: 'Who', whom: 'Whom', where: 'Where', when: 'Of when', until: 'Until when', level: 'How deep', methods: 'How', reach: 'Beyond the named',
  quota: 'How much', flags: 'Protected', duties: 'Duties',
};

/** The sentences of what becomes possible, gathered by what they are about, in the order they came. */
export function byTopic(lines: { topic: string; sentence: string }[]): { title: string; sentences: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { topic, sentence } of lines) groups.set(topic, [...(groups.get(topic) ?? []), sentence]);
  return [...groups].map(([topic, sentences]) => ({ title: TOPICS[topic] ?? topic, sentences }));
}

const FIELDS: Record<string, string> = {
  'basis.jurisdiction': 'Jurisdiction', 'basis.instrument': 'Instrument', 'basis.number': 'Number', 'basis.issuer': 'Issuer', 'basis.offence': 'Offence',
  'basis.businessCase': 'Business case', selectors: 'Selector', platforms: 'Platform', stableIds: 'Handle bound to its account', 'contentWindow.from': 'Content from',
  'contentWindow.to': 'Content to', 'operationWindow.from': 'In force from', 'operationWindow.to': 'In force to', maxLevel: 'Highest level', methods: 'Method',
  hopLimit: 'Hops', 'quota.items': 'Records at most', 'quota.subjects': 'Subjects at most', 'quota.views': 'Views at most', team: 'On the team',
  reviewEvery: 'Review every', handling: 'Handling', retention: 'Kept after the end', flags: 'May touch',
};

/** A field of a difference in words. */
export function fieldWords(field: string): string {
  return FIELDS[field] ?? field;
}

export interface Change {
  field: string;
  direction: string;
  before: string;
  after: string;
}

const WAY = ['WIDENS', 'CHANGES', 'NARROWS'];

/** What differs beside the six principles, what widens first. */
export function boundChanges(changes: readonly Change[]): Change[] {
  return changes.filter((one) => !one.field.startsWith('principles.')).sort((a, b) => WAY.indexOf(a.direction) - WAY.indexOf(b.direction));
}

/** How a change is called: the word that stands beside its colour. */
export function wayWords(direction: string): 'widens' | 'narrows' | 'changes' {
  return direction === 'WIDENS' ? 'widens' : direction === 'NARROWS' ? 'narrows' : 'changes';
}

/** A value of a difference in words: days for a length of time, the day for a moment. */
export function changeValue(field: string, value: string): string {
  const hours = /^PT(\d+)H$/.exec(value);
  if (hours) return `${Number(hours[1]) / 24} days`;
  if (/Window\.(from|to)$/.test(field) && /^\d{4}-\d\d-\d\dT/.test(value)) return `${value.slice(0, 10)} ${value.slice(11, 16)} UTC`;
  return value;
}

/** How much rests on an authority, kind by kind, in words; kinds of which there is nothing are left out. */
export function restingWords(resting: Record<string, number>): string[] {
  return Object.entries(resting)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => {
      const word = kind.toLowerCase().replaceAll('_', ' ').replace(/s$/, '');
      return `${count.toLocaleString('en-GB')} ${count === 1 ? word : `${word}s`}`;
    });
}
