/* Sorting and moving in tables. Pure. */

export interface Order {
  column: string;
  down: boolean;
}

/** The order after a click on a column's head: first down or up, then the other way. */
export function nextOrder(order: Order | null, column: string, downFirst: boolean): Order {
  if (order?.column !== column) return { column, down: downFirst };
  return { column, down: !order.down };
}

export type Sortable = string | number | null;

/** Compares two cells; what is missing comes last whichever way one sorts. */
export function compareCells(a: Sortable, b: Sortable, down: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const by = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', { numeric: true });
  return down ? -by : by;
}

/** Rows in order; equal rows keep their places. */
export function sorted<T>(rows: readonly T[], cell: (row: T) => Sortable, down: boolean): T[] {
  return rows
    .map((row, at) => ({ row, at, cell: cell(row) }))
    .sort((a, b) => compareCells(a.cell, b.cell, down) || a.at - b.at)
    .map((entry) => entry.row);
}

/** Where an arrow key leads among `count` rows; null if the key moves nothing. */
export function moved(key: string, at: number, count: number, page = 10): number | null {
  if (count === 0) return null;
  const to: Record<string, number> = {
    ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1, PageDown: at + page, PageUp: at - page,
  };
  const target = to[key];
  return target === undefined ? null : Math.min(count - 1, Math.max(0, target));
}
