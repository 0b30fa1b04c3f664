/* Rows of a separated table (RFC 4180 and its relatives) in an excerpt: what stands beside the record's row, as far as it is in scope. Pure. */

export interface Row {
  cells: string[];
  marked: boolean;
  /** True if neighbours are masked here: nothing of the row is in scope. */
  masked: boolean;
  /** False if the excerpt cuts the row off. */
  whole: boolean;
}

export interface Rows {
  /** The first row of the part, where the excerpt reaches it. */
  head: string[] | null;
  rows: Row[];
}

const MARKS = [',', ';', '\t', '|'];

/** The separator that splits the record's row most, quoted cells apart; null if none does. */
export function separatorOf(row: string): string | null {
  const bare = row.replace(/"[^"]*"/g, '');
  const counts = MARKS.map((mark) => bare.split(mark).length);
  const most = Math.max(...counts);
  return most > 1 ? MARKS[counts.indexOf(most)]! : null;
}

/** True if a file is a separated table by its name, and the record a row of it. */
export function looksLikeTable(name: string, marked: string): boolean {
  return /\.(?:csv|tsv|tab|psv)$/i.test(name) && separatorOf(marked.trim()) !== null;
}

interface Cut {
  cells: string[];
  from: number;
  to: number;
  whole: boolean;
}

/** Splits at a separator and at line ends; within quotes neither counts, and a double quote is one. */
function split(text: string, mark: string): Cut[] {
  const out: Cut[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let from = 0;
  const end = (to: number, whole: boolean) => {
    if (cells.length > 0 || cell !== '') out.push({ cells: [...cells, cell], from, to, whole });
    cells = [];
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') { cell += c; i++; }
      else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === mark) { cells.push(cell); cell = ''; }
    else if (c === '\n' || c === '\r') { end(i, true); from = i + 1; }
    else cell += c;
  }
  end(text.length, !quoted);
  return out;
}

/** The rows of an excerpt; begins says whether it begins where the part begins. */
export function rowsOf(before: string, marked: string, after: string, begins: boolean): Rows {
  const mark = separatorOf(marked.trim());
  if (mark === null) return { head: null, rows: [] };
  // Each side is read by itself: a quote that the excerpt cuts open must not swallow the record.
  const side = (text: string, own: boolean): Row[] => split(text, mark).map((one) => ({ cells: one.cells, marked: own, masked: !own && /^[*\s,;|"]*$/.test(one.cells.join('')), whole: one.whole }));
  const rows = [...side(before, false), ...side(marked, true), ...side(after, false)];
  const first = rows[0];
  if (!begins && first && !first.marked && before !== '' && !/^[\r\n]/.test(before)) first.whole = false;
  const last = rows.at(-1);
  if (last && !last.marked && after !== '' && !/[\r\n]$/.test(after)) last.whole = false;
  const head = begins && first && !first.marked && !first.masked ? first.cells : null;
  return { head, rows: head ? rows.slice(1) : rows };
}
