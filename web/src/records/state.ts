/* Searching records: what is asked, how it stands in the address, how an answer reads. Pure. */
import type { AccountView, Facet, RecordPage, RecordView, SelectorView } from '../api/contract';
import type { RecordQuery } from '../api/calls';
import { locale, word } from '../language/say';
import { plain, timeOfField, timeWords } from '../parts/words';

export const PAGE_SIZE = 100;

export const KINDS = ['PROFILE', 'POST', 'MESSAGE', 'FOLLOW', 'LOGIN', 'CALL', 'PLACE', 'ACTIVITY', 'MEMBERSHIP', 'RELATION'];

/** What the search narrows by; all text, as it stands in the address. */
export interface Search {
  q: string;
  like: string;
  kind: string;
  platform: string;
  account: string;
  language: string;
  month: string;
  has: string;
  conversation: string;
  exhibit: string;
  from: string;
  to: string;
  sort: '' | 'relevance' | 'time' | '-time';
  /** Where the page before ended; empty for the first page. */
  after: string;
}

export const EVERYTHING: Search = {
  q: '', like: '', kind: '', platform: '', account: '', language: '', month: '', has: '', conversation: '', exhibit: '', from: '', to: '', sort: '', after: '',
};

export function searchOf(params: Record<string, string>): Search {
  const sort = params.sort;
  const text = (name: keyof Search) => params[name] ?? '';
  return {
    q: text('q'), like: text('like'), kind: text('kind'), platform: text('platform'), account: text('account'), language: text('language'),
    month: text('month'), has: text('has'), conversation: text('conversation'), exhibit: text('exhibit'), from: text('from'), to: text('to'),
    sort: sort === 'relevance' || sort === 'time' || sort === '-time' ? sort : '', after: text('after'),
  };
}

export function paramsOf(search: Search): Record<string, string> {
  return { ...search };
}

/** A search as it is kept: what it narrows by, from its first page. */
export function keptOf(search: Search): string {
  const out = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...search, after: '' })) if (value) out.set(name, value);
  return out.toString();
}

/** The search that was kept. */
export function searchOfKept(query: string): Search {
  return { ...searchOf(Object.fromEntries(new URLSearchParams(query))), after: '' };
}

/** A narrowing starts again at the first page. */
export function narrowed(search: Search, change: Partial<Search>): Search {
  return { ...search, after: '', ...change };
}

export function queryOf(search: Search): RecordQuery {
  const query: RecordQuery = {
    sort: search.sort || (search.q || search.like ? 'relevance' : 'time'),
    limit: PAGE_SIZE,
  };
  if (search.after) query.after = search.after;
  if (search.like) query.like = search.like;
  if (search.language) query.language = search.language;
  if (search.month) query.month = search.month;
  if (search.has) query.has = search.has;
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
  return keptOf({ ...search, sort: '' }) !== '';
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

export type FacetName = 'kind' | 'platform' | 'language' | 'month' | 'has' | 'account';

export interface FacetGroup {
  name: FacetName;
  title: string;
  values: { value: string; words: string; count: number; chosen: boolean }[];
  /** Values beyond those listed. */
  beyond: number;
}

const TITLES: [FacetName, string][] = [
  ['kind', 'Kind'], ['platform', 'Platform'], ['language', 'Language'], ['has', 'Selector in the words'], ['month', 'Month'], ['account', 'Account'],
];

/** The facets in the order in which they are shown, each with what was chosen of it. */
export function facetGroups(page: RecordPage, search: Search): FacetGroup[] {
  const names = new Map<string, string>();
  for (const one of page.items.flatMap((record) => [record.author, ...record.others])) if (one) names.set(one.key, accountWords(one));
  const counted: Record<FacetName, Facet[]> = {
    kind: page.facets.kind, platform: page.facets.platform, language: page.facets.language, has: page.facets.selector,
    month: page.facets.month, account: page.facets.account,
  };
  return TITLES.map(([name, title]) => {
    const chosen = search[name];
    const facets = name === 'month' ? byMonth(counted[name]) : byCount(counted[name]);
    const held = facets.some((one) => one.value === chosen) || chosen === '' ? facets : [{ value: chosen, count: 0 }, ...facets];
    return {
      name, title,
      values: held.map(({ value, count }) => ({ value, count, words: facetWords(name, value, names), chosen: value === chosen })),
      beyond: name === 'account' ? Math.max(0, page.facets.accounts - page.facets.account.length) : 0,
    };
  });
}

function byCount(facets: Facet[]): Facet[] {
  return [...facets].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/* The latest month first; those without time last. */
function byMonth(facets: Facet[]): Facet[] {
  return [...facets].sort((a, b) => (a.value === 'none' ? 1 : b.value === 'none' ? -1 : a.value < b.value ? 1 : -1));
}

const LANGUAGES = new Intl.DisplayNames([locale()], { type: 'language' });

export function languageWords(code: string): string {
  if (code === 'unknown') return word('unknown');
  try {
    return LANGUAGES.of(code) ?? code;
  } catch {
    return code; // A code that the browser does not know is shown as it is.
  }
}

const SELECTORS: Record<string, string> = {
  phone: 'Telephone', email: 'E-mail', handle: 'Handle', url: 'Web address', invite: 'Invitation link', onion: 'Onion service', ip: 'IP address', iban: 'IBAN',
  card: 'Payment card', btc: 'Bitcoin', eth: 'Ethereum', xmr: 'Monero', ltc: 'Litecoin', doge: 'Dogecoin', trx: 'Tron', txid: 'Payment on a chain',
  pgp: 'PGP fingerprint', imei: 'IMEI', plate: 'Plate', coordinates: 'Coordinates',
};

export function selectorWords(kind: string): string {
  return SELECTORS[kind] ?? kind;
}

function facetWords(name: FacetName, value: string, names: Map<string, string>): string {
  if (name === 'kind') return plain(value);
  if (name === 'language') return languageWords(value);
  if (name === 'has') return selectorWords(value);
  if (name === 'month' && value === 'none') return 'without time';
  if (name === 'account') return names.get(value) ?? value.split('#')[0]!;
  return value;
}

/** The query that finds every record with this selector. */
export function selectorQuery(one: SelectorView): string {
  return `${one.kind}:"${one.value.replaceAll('"', '')}"`;
}

/** What the check digits said, in words. */
export function checkWords(check: SelectorView['check']): string {
  return { PASSED: 'check digits agree', FAILED: 'check digits do not agree', NONE: 'no check digits' }[check];
}

/** Words cut where selectors stand in them, so that they can be marked. */
export function selectorPieces(text: string, seen: readonly SelectorView[]): Piece[] {
  const out: Piece[] = [];
  let at = 0;
  for (const one of [...seen].filter((s) => s.part === 'words').sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (one.from < at || one.to > text.length || one.from >= one.to) continue; // Lies inside one that is marked already.
    if (one.from > at) out.push({ text: text.slice(at, one.from), marked: false });
    out.push({ text: text.slice(one.from, one.to), marked: true });
    at = one.to;
  }
  if (at < text.length) out.push({ text: text.slice(at), marked: false });
  return out;
}

/** What of a search the workspace can show as well: words, a kind, a span of time. */
export function drawnOf(search: Search): Record<string, string> {
  const out: Record<string, string> = {};
  if (search.q) out.q = search.q;
  if (search.kind) out.kind = search.kind;
  const from = timeOfField(search.from);
  const to = timeOfField(search.to);
  if (from) out.from = from;
  if (to) out.to = to;
  return out;
}
