/* Where in the workspace one is: the part of the address after '#'. Pure. */

export type Page =
  | 'sign-in' | 'cases' | 'case' | 'authority' | 'authority-new' | 'authority-edit' | 'authority-renew' | 'authority-oral' | 'authority-write-up'
  | 'exhibits' | 'exhibit' | 'records'
  | 'people' | 'network' | 'snapshot' | 'findings' | 'finding' | 'finding-new' | 'finding-edit' | 'disclosure' | 'acts'
  | 'ledger' | 'oversight' | 'duty' | 'recipients' | 'requests' | 'request' | 'request-new' | 'request-edit' | 'policy' | 'methods' | 'subjects' | 'retention' | 'conflicts' | 'filter' | 'deconflict' | 'deconfliction' | 'workspace' | 'unknown';

export interface Route {
  page: Page;
  caseId: string | null;
  id: string | null;
  params: Record<string, string>;
}

const PATTERNS: [Page, string][] = [
  ['cases', '/cases'],
  ['sign-in', '/sign-in'],
  ['ledger', '/ledger'],
  ['oversight', '/oversight'],
  ['policy', '/law'],
  ['methods', '/methods'],
  ['duty', '/duty'],
  ['recipients', '/recipients'],
  ['conflicts', '/conflicts'],
  ['filter', '/filter'],
  ['deconfliction', '/deconfliction'],
  ['case', '/cases/:case'],
  ['subjects', '/cases/:case/subjects'],
  ['retention', '/cases/:case/retention'],
  ['deconflict', '/cases/:case/deconfliction'],
  ['authority-new', '/cases/:case/authorities/new'],
  ['authority-oral', '/cases/:case/authorities/oral'],
  ['authority', '/cases/:case/authorities/:id'],
  ['authority-edit', '/cases/:case/authorities/:id/edit'],
  ['authority-renew', '/cases/:case/authorities/:id/renew'],
  ['authority-write-up', '/cases/:case/authorities/:id/write-up'],
  ['exhibits', '/cases/:case/exhibits'],
  ['exhibit', '/cases/:case/exhibits/:id'],
  ['records', '/cases/:case/records'],
  ['people', '/cases/:case/people'],
  ['workspace', '/cases/:case/workspace'],
  ['network', '/cases/:case/network'],
  ['snapshot', '/cases/:case/network/:id'],
  ['findings', '/cases/:case/findings'],
  ['finding-new', '/cases/:case/findings/new'],
  ['finding', '/cases/:case/findings/:id'],
  ['finding-edit', '/cases/:case/findings/:id/edit'],
  ['disclosure', '/cases/:case/disclosure'],
  ['acts', '/cases/:case/acts'],
  ['requests', '/cases/:case/requests'],
  ['request-new', '/cases/:case/requests/new'],
  ['request', '/cases/:case/requests/:id'],
  ['request-edit', '/cases/:case/requests/:id/edit'],
];

/** Reads '#/cases/1/records?q=x'. What it does not know it calls unknown. */
export function readRoute(hash: string): Route {
  const bare = hash.replace(/^#/, '');
  const [path = '', query = ''] = bare.split(/\?(.*)/s);
  const params = Object.fromEntries(new URLSearchParams(query));
  const parts = path.split('/').filter(Boolean);
  if (parts.length === 0) return { page: 'cases', caseId: null, id: null, params };
  for (const [page, pattern] of PATTERNS) {
    const wanted = pattern.split('/').filter(Boolean);
    if (wanted.length !== parts.length) continue;
    const held: Record<string, string> = {};
    const fits = wanted.every((part, at) => {
      const given = parts[at] ?? '';
      if (!part.startsWith(':')) return part === given;
      held[part] = decoded(given);
      return true;
    });
    if (fits) return { page, caseId: held[':case'] ?? null, id: held[':id'] ?? null, params };
  }
  return { page: 'unknown', caseId: null, id: null, params };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // A stray percent sign typed by hand: taken as it stands.
  }
}

/** Writes the address of a page. */
export function hashOf(page: Page, at: { caseId?: string | null; id?: string | null; params?: Record<string, string> } = {}): string {
  const pattern = PATTERNS.find(([name]) => name === page)?.[1] ?? '/cases';
  const path = pattern
    .replace(':case', encodeURIComponent(at.caseId ?? ''))
    .replace(':id', encodeURIComponent(at.id ?? ''));
  const query = new URLSearchParams(Object.entries(at.params ?? {}).filter(([, value]) => value !== '')).toString();
  return `#${path}${query ? `?${query}` : ''}`;
}

/** The pages that show case data, so that a permit must be held there. */
export function needsPermit(page: Page): boolean {
  return !page.startsWith('authority') && !['sign-in', 'cases', 'case', 'acts', 'ledger', 'oversight', 'duty', 'recipients', 'unknown', 'requests', 'request', 'request-new', 'request-edit', 'policy', 'methods', 'retention', 'conflicts', 'filter', 'deconfliction'].includes(page);
}
