import { describe, expect, it } from 'vitest';
import { looksLikeSheet } from './ways';

describe('ways to show bytes', () => {
  it('knows the sheet of a workbook, also within an archive', () => {
    expect(looksLikeSheet('xl/worksheets/sheet1.xml')).toBe(true);
    expect(looksLikeSheet('phone.zip!/docs/log.xlsx!/xl/worksheets/sheet12.xml')).toBe(true);
    expect(looksLikeSheet('xl/sharedStrings.xml')).toBe(false);
    expect(looksLikeSheet('notes/xl-worksheets.xml')).toBe(false);
  });
});
