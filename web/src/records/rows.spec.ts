import { describe, expect, it } from 'vitest';
import { looksLikeTable, rowsOf, separatorOf } from './rows';

describe('rows of a table', () => {
  it('shows the head, the neighbours and the record', () => {
    const { head, rows } = rowsOf('from,to,text\r\n1,2,"a, ""b"""\r\n', '2,3,"two\nlines"', '\r\n*****,*,****\r\n4,5', true);
    expect(head).toEqual(['from', 'to', 'text']);
    expect(rows.map((one) => one.cells)).toEqual([['1', '2', 'a, "b"'], ['2', '3', 'two\nlines'], ['*****', '*', '****'], ['4', '5']]);
    expect(rows.map((one) => one.marked)).toEqual([false, true, false, false]);
    expect(rows.map((one) => one.masked)).toEqual([false, false, true, false]);
    expect(rows.map((one) => one.whole)).toEqual([true, true, true, false]);
  });
  it('has no head where the excerpt begins later, and says that the first row is cut', () => {
    const { head, rows } = rowsOf('of it",2\n', '3;4', '\n', false);
    expect(head).toBeNull();
    expect(rows[0]).toMatchObject({ whole: false, marked: false });
    expect(rows[1]).toMatchObject({ cells: ['3', '4'], marked: true });
  });
  it('is known by its name and what splits it', () => {
    expect(separatorOf('a;b;"c,d,e,f"')).toBe(';');
    expect(looksLikeTable('calls.csv', '1,2')).toBe(true);
    expect(looksLikeTable('calls.csv', 'words')).toBe(false);
    expect(looksLikeTable('x.json', '{"a":1,"b":2}')).toBe(false);
  });
});
