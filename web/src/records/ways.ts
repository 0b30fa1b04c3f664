/* Which ways there are to show the bytes behind a record, and which comes first. Pure. */
import type { ExcerptView } from '../api/contract';
import { bytesOf, type Excerpt } from './excerpt';
import { looksLikeHtml, MOST_PAGE } from './markup';
import { pictureType } from './picture';
import { looksLikeTable } from './rows';
import { looksLikeJson } from './tree';

export type Way = 'text' | 'hex' | 'tree' | 'page' | 'table' | 'sheet' | 'picture';

/** The ways that fit the bytes, the best first; hex is always among them, text wherever they are text. */
export function waysOf(view: ExcerptView, text: Excerpt | null, name: string, medium: boolean): Way[] {
  if (text === null) return medium && pictureType(bytesOf(view.base64)) ? ['picture', 'hex'] : ['hex'];
  const file = view.part || name;
  const length = text.before.length + text.marked.length + text.after.length;
  if (!medium && looksLikeSheet(file)) return ['sheet', 'text', 'hex'];
  if (looksLikeTable(file, text.marked)) return ['table', 'text', 'hex'];
  if (looksLikeJson(text.marked)) return ['tree', 'text', 'hex'];
  if (looksLikeHtml(file, text.marked) && length <= MOST_PAGE) return ['page', 'text', 'hex'];
  return ['text', 'hex'];
}

/** True of the part of a workbook that a sheet's rows stand in (ECMA-376, part 1, section 12.3.24), also within an archive. */
export function looksLikeSheet(path: string): boolean {
  return /(?:^|\/)xl\/worksheets\/[^/]+\.xml$/.test(path);
}

/** The key that shows a way: one stroke away from any other. */
export const KEYS: Record<Way, string> = { text: 't', hex: 'h', tree: 'j', page: 'p', table: 'b', sheet: 'b', picture: 'i' };
