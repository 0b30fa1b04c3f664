/* What publishing a view would change for the team, and how two people's changes come together. Pure. */
import { START, type Area, type View } from './state';

export interface ViewChange {
  field: keyof View;
  label: string;
  /** What comes and what goes, for what is a set. */
  added: string[];
  removed: string[];
  /** What it was and is, for everything else. */
  was: string;
  now: string;
}

const LABELS: [keyof View, string][] = [
  ['snapshot', 'Snapshot'], ['against', 'Held against'], ['words', 'Words searched for'], ['kinds', 'Kinds of record'], ['tieKinds', 'Kinds of tie'], ['from', 'Window from'], ['to', 'Window to'],
  ['undated', 'Undated records'], ['area', 'Area'], ['chosen', 'Entities chosen'], ['shown', 'Entities on the chart'], ['placed', 'Entities placed by hand'], ['pinned', 'Entities pinned'],
  ['layout', 'Layout'], ['folded', 'Entities whose leaves are folded'], ['sizeBy', 'Size by'], ['colourBy', 'Colour by'], ['grain', 'Granularity of the timeline'], ['lanes', 'Lanes'],
];

const SETS = new Set<keyof View>(['kinds', 'tieKinds', 'chosen', 'shown', 'pinned', 'folded']);

/** Turns an identifier into a word that a person knows. */
export type Naming = (field: keyof View, value: string) => string;

const areaWords = (area: Area | null): string =>
  area === null ? 'everywhere' : area.kind === 'circle' ? `within ${(area.metres / 1_000).toFixed(1)} km of ${area.centre[1].toFixed(3)}, ${area.centre[0].toFixed(3)}` : `within a polygon of ${area.corners.length} corners`;

function words(view: View, field: keyof View, name: Naming): string {
  const value = view[field];
  if (field === 'area') return areaWords(view.area);
  if (field === 'from' || field === 'to') return value === null ? 'open' : `${new Date(value as number).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value === null || value === '') return 'none';
  return name(field, String(value));
}

const listOf = (view: View, field: keyof View): readonly string[] => (view[field] as readonly string[] | null) ?? [];

const samePlace = (a: readonly number[] | undefined, b: readonly number[] | undefined): boolean => a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** What is other in one view than in another, field by field; against nothing, against an empty view. */
export function changesOf(before: View | null, after: View, name: Naming): ViewChange[] {
  const old = before ?? START;
  const out: ViewChange[] = [];
  for (const [field, label] of LABELS) {
    if (field === 'placed') {
      const moved = Object.keys(after.placed).filter((key) => !samePlace(old.placed[key], after.placed[key]));
      const freed = Object.keys(old.placed).filter((key) => after.placed[key] === undefined);
      if (moved.length + freed.length > 0) out.push({ field, label, added: moved.map((key) => name(field, key)), removed: freed.map((key) => name(field, key)), was: '', now: '' });
      continue;
    }
    if (same(old[field], after[field])) continue;
    if (SETS.has(field)) {
      const [was, now] = [new Set(listOf(old, field)), new Set(listOf(after, field))];
      const whole = field === 'shown' && (old.shown === null || after.shown === null);
      out.push({
        field, label, added: [...now].filter((one) => !was.has(one)).map((one) => name(field, one)), removed: [...was].filter((one) => !now.has(one)).map((one) => name(field, one)),
        was: whole && old.shown === null ? 'everything' : '', now: whole && after.shown === null ? 'everything' : '',
      });
    } else out.push({ field, label, added: [], removed: [], was: words(old, field, name), now: words(after, field, name) });
  }
  return out;
}

export interface Joined {
  view: View;
  /** Fields that both changed, each otherwise: somebody decides. */
  conflicts: (keyof View)[];
}

/**
 * Joins two people's changes to one view. What only one of them changed is taken from that one; of what both changed
 * otherwise, mine, unless theirs is asked for.
 */
export function joined(base: View | null, theirs: View, mine: View, takeTheirs: ReadonlySet<keyof View> = new Set()): Joined {
  const old = base ?? START;
  const view: View = { ...mine };
  const conflicts: (keyof View)[] = [];
  const put = <K extends keyof View>(field: K, value: View[K]) => { view[field] = value; };
  for (const [field] of LABELS) {
    if (field === 'placed') {
      const placed: Record<string, readonly [number, number]> = {};
      let apart = false;
      for (const key of new Set([...Object.keys(theirs.placed), ...Object.keys(mine.placed)])) {
        const [was, there, here] = [old.placed[key], theirs.placed[key], mine.placed[key]];
        const mineStays = samePlace(was, here) || (was === undefined && here === undefined);
        const theirsStays = samePlace(was, there) || (was === undefined && there === undefined);
        if (!mineStays && !theirsStays && !samePlace(there, here)) apart = true;
        const value = mineStays ? there : theirsStays ? here : takeTheirs.has(field) ? there : here;
        if (value !== undefined) placed[key] = value;
      }
      if (apart) conflicts.push(field);
      put('placed', placed);
      continue;
    }
    if (same(old[field], mine[field])) put(field, theirs[field]);
    else if (same(old[field], theirs[field]) || same(theirs[field], mine[field])) put(field, mine[field]);
    else if (SETS.has(field) && theirs[field] !== null && mine[field] !== null && old[field] !== null) put(field, sets(listOf(old, field), listOf(theirs, field), listOf(mine, field)) as never);
    else {
      conflicts.push(field);
      put(field, (takeTheirs.has(field) ? theirs : mine)[field] as never);
    }
  }
  return { view, conflicts };
}

/* What either added is in, what either took out is not. */
function sets(base: readonly string[], theirs: readonly string[], mine: readonly string[]): string[] {
  const [was, there, here] = [new Set(base), new Set(theirs), new Set(mine)];
  return [...new Set([...theirs, ...mine])].filter((one) => (was.has(one) ? there.has(one) && here.has(one) : true));
}

export const labelOf = (field: keyof View): string => LABELS.find(([one]) => one === field)?.[1] ?? field;

export { words as fieldWords };
