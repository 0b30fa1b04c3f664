import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { moved, nextOrder, sorted, type Order, type Sortable } from './order';
import { TermHead } from './term';
import { countWords } from './words';

export interface Column<T> {
  name: string;
  title: ReactNode;
  cell: (row: T) => ReactNode;
  /** What to sort by; without it the column does not sort. */
  by?: (row: T) => Sortable;
  downFirst?: boolean;
  className?: string;
}

interface Props<T> {
  caption: string;
  columns: Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  start?: Order;
  current?: string | null;
  /** Enter or click on a row. */
  onOpen?: (row: T) => void;
  onKey?: (key: string, row: T) => void;
  /** Makes rows draggable; says what travels. */
  onDrag?: (transfer: DataTransfer, row: T) => void;
  pageSize?: number;
  empty?: ReactNode;
  testId?: string;
}

/*
 * A table that sorts, pages and can be walked with the arrow keys. Only one page of rows is ever in
 * the document, so its cost does not grow with the rows.
 */
export function Table<T>(props: Props<T>) {
  const { columns, rowKey, pageSize = 100 } = props;
  const [order, setOrder] = useState<Order | null>(props.start ?? null);
  const [page, setPage] = useState(0);
  const [at, setAt] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const by = columns.find((column) => column.name === order?.column)?.by;
  const all = order && by ? sorted(props.rows, by, order.down) : props.rows;
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const shown = all.slice(Math.min(page, pages - 1) * pageSize, Math.min(page, pages - 1) * pageSize + pageSize);
  useEffect(() => setAt((before) => Math.min(before, Math.max(0, shown.length - 1))), [shown.length]);

  const walk = (key: KeyboardEvent<HTMLTableRowElement>, row: T, index: number) => {
    if (key.target !== key.currentTarget) return;
    if (key.key === 'Enter' && props.onOpen) {
      key.preventDefault();
      props.onOpen(row);
      return;
    }
    const to = moved(key.key, index, shown.length);
    if (to !== null) {
      key.preventDefault();
      setAt(to);
      (body.current?.rows[to] as HTMLTableRowElement | undefined)?.focus();
      return;
    }
    props.onKey?.(key.key, row);
  };

  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>;
  const walkable = Boolean(props.onOpen ?? props.onKey);
  return (
    <div className="table-box">
      <div className="table-scroll" tabIndex={walkable ? undefined : 0} role="region" aria-label={props.caption}>
        <table data-testid={props.testId}>
          <caption className="unseen">{props.caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.name}
                  scope="col"
                  className={column.className}
                  aria-sort={order?.column === column.name ? (order.down ? 'descending' : 'ascending') : undefined}
                >
                  <TermHead of={column.title}>{column.by ? (
                    <button type="button" className="sort"
                      onClick={() => setOrder(nextOrder(order, column.name, column.downFirst ?? false))}>
                      {column.title}
                      <span aria-hidden="true">{order?.column === column.name ? (order.down ? ' ↓' : ' ↑') : ''}</span>
                    </button>
                  ) : (
                    column.title
                  )}</TermHead>
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {shown.map((row, index) => (
              <tr
                key={rowKey(row)}
                tabIndex={walkable ? (index === at ? 0 : -1) : undefined}
                className={walkable ? 'walk' : undefined}
                aria-current={props.current === rowKey(row) ? 'true' : undefined}
                draggable={props.onDrag ? true : undefined}
                onDragStart={(drag) => props.onDrag?.(drag.dataTransfer, row)}
                onFocus={() => setAt(index)}
                onClick={(click) => {
                  if (!(click.target as HTMLElement).closest('button,a,input,select,label')) props.onOpen?.(row);
                }}
                onKeyDown={(key) => walk(key, row, index)}
              >
                {columns.map((column) => (
                  <td key={column.name} className={column.className}>{column.cell(row)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && (
        <Pager of={props.caption} page={Math.min(page, pages - 1)} pages={pages} total={all.length} onPage={(to) => { setPage(to); setAt(0); }} />
      )}
    </div>
  );
}

export function Pager(props: { of?: string; page: number; pages: number; total: number; onPage: (page: number) => void }) {
  return (
    <nav className="pager" aria-label={props.of ? `Pages of: ${props.of}` : 'Pages of the table'}>
      <button type="button" className="button small" disabled={props.page === 0} onClick={() => props.onPage(props.page - 1)}>
        Earlier page
      </button>
      <span>
        page {countWords(props.page + 1)} of {countWords(props.pages)} · {countWords(props.total)} in all
      </span>
      <button type="button" className="button small" disabled={props.page >= props.pages - 1}
        onClick={() => props.onPage(props.page + 1)}>
        Later page
      </button>
    </nav>
  );
}
