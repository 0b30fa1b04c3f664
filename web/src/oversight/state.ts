/* What the overseer's page says of what it was given. Pure. */
import type { FiguresView, OverseenView } from '../api/contract';

/** The groups of figures in the order in which a report tells them; what is not named comes after. */
const ORDER = [
  'authorities', 'granted by instrument', 'granted by jurisdiction', 'granted by business case', 'granted that may touch', 'overseer',
  'denials', 'repetition blocks', 'protections', 'operations', 'steps', 'levels', 'collected', 'sources', 'disclosures', 'erasures', 'errors',
];

export interface Group {
  name: string;
  rows: { name: string; whole: number | null; told: string }[];
}

/** Figures as groups of rows: the whole number, and what may be told of it. */
export function groupsOf(figures: FiguresView): Group[] {
  const names = Object.keys(figures.whole);
  const rank = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return names
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
    .map((name) => {
      const whole = figures.whole[name] ?? {};
      const told = figures.published[name] ?? {};
      const rows = Object.keys(told)
        .filter((row) => row !== 'total')
        .map((row) => ({ name: row, whole: whole[row] ?? null, told: told[row] ?? '' }));
      if (told.total !== undefined) rows.push({ name: 'total', whole: rows.reduce((sum, row) => sum + (row.whole ?? 0), 0), told: told.total });
      return { name, rows };
    });
}

/** Comma-separated text of what may be published, for a report. */
export function publishedText(figures: FiguresView): string {
  // A spreadsheet runs what begins like a formula: an apostrophe makes it a text.
  const plain = (text: string) => (/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]/.test(text) ? `'${text}` : text);
  const quoted = (text: string) => `"${plain(text).replace(/"/g, '""')}"`;
  const lines = groupsOf(figures).flatMap((group) => group.rows.map((row) => [group.name, row.name, row.told].map(quoted).join(',')));
  return ['"group","figure","count"', ...lines, ''].join('\r\n');
}

const DAY = 86_400_000;

/** How long until something is due, in words; and whether it is near or over. */
export function dueWords(at: string, now: number): { words: string; tone: 'plain' | 'warn' | 'bad' } {
  const left = new Date(at).getTime() - now;
  if (left <= 0) return { words: 'overdue: it has stopped', tone: 'bad' };
  if (left < DAY) return { words: `${Math.max(1, Math.floor(left / 3_600_000))} h left`, tone: 'bad' };
  const days = Math.floor(left / DAY);
  return { words: `${days} ${days === 1 ? 'day' : 'days'} left`, tone: days < 3 ? 'warn' : 'plain' };
}

/** Why it is on the overseer's list. */
export function whyWaits(one: OverseenView): string {
  return one.state === 'OVERSIGHT_PENDING' ? 'waits for you before it comes into force' : 'is in force without your word';
}

/** A span as the server writes it (PT24H, P14D) in words; what is written otherwise stands as it is. */
export function spanText(span: string): string {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(span);
  if (!parts) return span;
  const words = (['day', 'hour', 'minute'] as const).flatMap((unit, at) => (parts[at + 1] ? [`${parts[at + 1]} ${unit}${parts[at + 1] === '1' ? '' : 's'}`] : []));
  return words.length > 0 ? words.join(' ') : span;
}

/** A printed page taken apart: the page's policy lets no style stand within markup, so it comes as a sheet of its own. */
export function apart(html: string): { html: string; css: string } {
  const sheets: string[] = [];
  const bare = html.replace(/<style>([\s\S]*?)<\/style>/g, (_, sheet: string) => { sheets.push(sheet); return ''; });
  return { html: bare, css: sheets.join(' ').replaceAll('&gt;', '>').replaceAll('&amp;', '&') };
}
