/* Searching records: what is asked, how it stands in the address, how an answer reads. Pure. */
import type { AccountView, RecordView } from '../api/contract';
import type { RecordQuery } from '../api/calls';
import { plain, timeOfField, timeWords } from '../parts/words';

export const PAGE_SIZE = 100;

export const KINDS = ['PROFILE', 'POST', 'MESSAGE', 'FOLLOW', 'LOGIN', 'CALL', 'PLACE', 'ACTIVITY', 'MEMBERSHIP', 'RELATION'];

/** What the search narrows by; all text, as it stands in the address. */
export interface Search {
  q: string;
  kind: string;
  platform: string;
  account: string;
  conversation: string;
  exhibit: string;
  from: string;
  to: string;
  sort: '' | 'relevance' | 'time' | '-time';
  page: number;
}

export const EVERYTHING: Search = { q: '', kind: '', platform: '', account: '', conversation: '', exhibit: '', from: '', to: '', sort: '', page: 0 };

export function searchOf(params: Record<string, string>): Search {
  const sort = params.sort;
  const page = Number(params.page ?? 0);
  return {
    q: params.q ?? '', kind: params.kind ?? '', platform: params.platform ?? '', account: params.account ?? '',
    conversation: params.conversation ?? '', exhibit: params.exhibit ?? '', from: params.from ?? '', to: params.to ?? '',
    sort: sort === 'relevance' || sort === 'time' || sort === '-time' ? sort : '',
    page: Number.isInteger(page) && page > 0 ? page : 0,
  };
}

export function paramsOf(search: Search): Record<string, string> {
  const { page, ...text } = search;
  return { ...text, page: page > 0 ? String(page) : '' };
}

/** A narrowing starts again at the first page. */
export function narrowed(search: Search, change: Partial<Search>): Search {
  return { ...search, page: 0, ...change };
}

export function queryOf(search: Search): RecordQuery {
  const query: RecordQuery = {
    sort: search.sort || (search.q ? 'relevance' : 'time'),
    offset: search.page * PAGE_SIZE,
    limit: PAGE_SIZE,
  };
  if (search.q) query.q = search.q;
  if (search.kind) query.kind = search.kind;
  if (search.platform) query.platform = search.platform;
  if (search.account) query.account = search.account;
  if (search.conversation) query.conversation = search.conversation;
  if (search.exhibit) query.exhibit = search.exhibit;
  const from = timeOfField(search.from);
  const to = timeOfField(search.to);
  if (from) query.from = from;
  if (to) query.to = to;
  return query;
}

export function narrows(search: Search): boolean {
  return Boolean(search.q || search.kind || search.platform || search.account || search.conversation || search.exhibit || search.from || search.to);
}

export interface Piece {
  text: string;
  marked: boolean;
}

/** Splits a fragment at the marks U+E000 and U+E001 that the search puts round what it found. */
export function pieces(fragment: string): Piece[] {
  const out: Piece[] = [];
  let marked = false;
  for (const part of fragment.split(/([\uE000\uE001])/)) {
    if (part === '\uE000') marked = true;
    else if (part === '\uE001') marked = false;
    else if (part !== '') out.push({ text: part, marked });
  }
  return out;
}

export function accountWords(account: AccountView | null): string {
  if (!account) return '';
  return account.shownAs || account.handle || account.key;
}

/** What a record says in one line, whichever kind it is. */
export function lineOf(record: RecordView): string {
  if (record.text) return record.text;
  const others = record.others.map(accountWords).filter(Boolean).join(', ');
  const details = Object.entries(record.details).map(([name, value]) => `${name} ${value}`).join(' · ');
  const said: Record<string, string> = {
    FOLLOW: others && `to ${others}`,
    CALL: others && `with ${others}`,
    RELATION: others && `with ${others}`,
    MEMBERSHIP: record.conversation ? `in ${record.conversation.title}` : others,
  };
  return [said[record.kind] || others, details].filter(Boolean).join(' · ');
}

/** The label under which a record lies in the basket; holds no words of evidence. */
export function basketLabel(record: RecordView): string {
  return `${record.exhibit.number} ${plain(record.kind)} ${record.time ? timeWords(record.time) : 'no date'}`;
}
