/* Redaction: what is marked, how a text reads without it, where a rectangle lies. Pure. */
import type { CarriedPicture, ExhibitView, FindingView, MarkView, MarkableView } from '../api/contract';

/** The part of a text that is chosen, or null where nothing is. */
export function chosen(from: number, to: number, text: string): { from: number; to: number } | null {
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = to - (words.length - words.trimEnd().length);
  return (text.slice(start, end).match(/[\p{L}\p{N}]/gu) ?? []).length >= 2 ? { from: start, to: end } : null;
}

/** A text in pieces: what stays, and the codes of what goes. Marks that overlap go as one. */
export function pieces(text: string, marks: MarkView[], place: string): { text: string; code: string | null }[] {
  const own = marks.filter((one) => one.stands && one.kind === 'WORDS' && one.place === place).sort((a, b) => a.from - b.from);
  const out: { text: string; code: string | null }[] = [];
  let at = 0;
  for (const one of own) {
    if (one.to <= at) continue;
    const from = Math.max(at, one.from);
    if (from > at) out.push({ text: text.slice(at, from), code: null });
    out.push({ text: text.slice(from, one.to), code: one.code });
    at = one.to;
  }
  if (at < text.length) out.push({ text: text.slice(at), code: null });
  return out;
}

/** The record that a text belongs to, as `supports/0`, or null. */
export function recordOf(place: string): string | null {
  return /^(supports|counterSupports)\/\d+(?=\/words$)/.exec(place)?.[0] ?? null;
}

/** What a mark takes out, for people. It never says the words. */
export function markWords(mark: MarkView, of: MarkableView | null, number: (thing: string) => string): string {
  const where = number(mark.thing);
  switch (mark.kind) {
    case 'WORDS': return of?.texts.find((one) => one.place === mark.place)?.label ?? `${where}, words`;
    case 'RECORD': return `${where}, a whole record`;
    case 'PERSON': return `${where}, a person wherever named`;
    case 'AREA': return `${where}${mark.place === '' ? '' : ` ${mark.place}`}, ${mark.width} by ${mark.height} pixels at ${mark.from}, ${mark.to}`;
  }
}

/** Where the words stand that a translation is of: their place, and the stretch of them; null for what is no translation. */
export function originalOf(place: string, finding: FindingView | undefined): { place: string; from: number; to: number } | null {
  const [, side, support, note] = /^(supports|counterSupports)\/(\d+)\/beside\/(\d+)$/.exec(place) ?? [];
  const record = side === undefined || !finding ? undefined : finding[side as 'supports' | 'counterSupports'][Number(support)];
  const beside = record?.beside[Number(note)];
  if (!record || beside?.kind !== 'TRANSLATION') return null;
  const from = beside.original ? record.excerpt.indexOf(beside.original) : -1;
  return { place: `${side}/${support}/words`, from: Math.max(from, 0), to: from < 0 ? record.excerpt.length : from + beside.original.length };
}

/** Whether words are taken out of a translation while the words that it is of stay as they are. */
export function originalStays(place: string, original: { place: string }, marks: MarkView[]): boolean {
  const standing = marks.filter((one) => one.stands);
  const taken = (at: string) => standing.some((one) => one.kind === 'WORDS' && one.place === at);
  const whole = standing.some((one) => one.kind === 'RECORD' && one.place === recordOf(original.place));
  return taken(place) && !taken(original.place) && !whole;
}

/** A picture that can be marked or released. */
export interface Choosable {
  /** Its place; the same whichever record carries it. */
  key: string;
  /** As a release names it. */
  picture: string;
  exhibit: string;
  /** Path within the exhibit; empty where the exhibit is the picture. */
  part: string;
  label: string;
}

/** Marks that stand on a picture: those made at its place, and those made on the same bytes wherever else they lie. */
export function marksOf(of: Choosable, original: string, marks: readonly MarkView[]): MarkView[] {
  return marks.filter((one) => one.kind === 'AREA' && one.stands && ((one.thing === of.exhibit && one.place === of.part) || (original !== '' && one.original === original)));
}

/** Exhibits that are pictures, then those that cited records carry within theirs, each once. */
export function choosable(exhibits: ExhibitView[], carried: CarriedPicture[], isPicture: (name: string) => boolean): Choosable[] {
  const own = exhibits.filter((one) => isPicture(one.name)).map((one): Choosable => ({ key: one.id, picture: one.id, exhibit: one.id, part: '', label: `${one.number} ${one.name}` }));
  const within = new Map<string, Choosable>();
  for (const one of carried) {
    const key = `${one.exhibit} ${one.part}`;
    if (!within.has(key)) within.set(key, { key, picture: one.picture, exhibit: one.exhibit, part: one.part, label: `${one.number} ${one.part}` });
  }
  return [...own, ...within.values()];
}

export interface Area { x: number; y: number; width: number; height: number }

/** The rectangle between two corners, in whole pixels of a picture of that size. */
export function between(a: { x: number; y: number }, b: { x: number; y: number }, width: number, height: number): Area {
  const clamp = (value: number, most: number) => Math.min(Math.max(Math.round(value), 0), most);
  const left = clamp(Math.min(a.x, b.x), width);
  const top = clamp(Math.min(a.y, b.y), height);
  return { x: left, y: top, width: clamp(Math.max(a.x, b.x), width) - left, height: clamp(Math.max(a.y, b.y), height) - top };
}

/** A rectangle moved, or resized with shift, by an arrow key; it stays within the picture. */
export function nudged(area: Area, key: string, resize: boolean, width: number, height: number): Area {
  const step = 8;
  const dx = key === 'ArrowLeft' ? -step : key === 'ArrowRight' ? step : 0;
  const dy = key === 'ArrowUp' ? -step : key === 'ArrowDown' ? step : 0;
  if (resize) {
    return {
      ...area,
      width: Math.min(Math.max(area.width + dx, 1), width - area.x),
      height: Math.min(Math.max(area.height + dy, 1), height - area.y),
    };
  }
  return {
    ...area,
    x: Math.min(Math.max(area.x + dx, 0), width - area.width),
    y: Math.min(Math.max(area.y + dy, 0), height - area.height),
  };
}

/** What keeps a rectangle from being taken out. */
export function areaProblem(area: Area | null, width: number, height: number): string | null {
  if (!area || area.width < 1 || area.height < 1) return 'Draw a rectangle, or write its numbers.';
  if (area.x < 0 || area.y < 0 || area.x + area.width > width || area.y + area.height > height) return 'The rectangle lies outside the picture.';
  return null;
}
