import { createContext, useContext } from 'react';
import type { Api } from '../api/calls';
import type { CaseSummary, PermitView, Person, Session } from '../api/contract';
import type { Support } from './basket';
import type { Deed } from './deeds';
import type { Following } from './following';
import type { Page } from './route';

/** What the frame gives to every page. Pages know nothing of each other; they meet here. */
export interface Workspace {
  api: Api;
  session: Session;
  actor: Person;
  cases: CaseSummary[];
  reloadCases: () => void;
  /** The case of the page, null outside any. */
  caseId: string | null;
  permit: PermitView | null;
  take: (permit: PermitView) => void;
  go: (page: Page, at?: { id?: string | null; caseId?: string | null; params?: Record<string, string> }) => void;
  href: (page: Page, at?: { id?: string | null; caseId?: string | null; params?: Record<string, string> }) => string;
  basket: Support[];
  support: (support: Support) => void;
  unsupport: (record: string) => void;
  emptyBasket: () => void;
  /** What others publish in this case. */
  following: Following;
  /** What this person did in this case since signing in. */
  deeds: readonly Deed[];
  /** Shows an entity's card over whatever page one is on; what is judged there shows on the page as well. */
  openEntity: (key: string, role: string) => void;
  /** What pages keep while a person is signed in and this window is open; emptied at signing out. */
  desk: Map<string, unknown>;
}

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('a page was drawn outside the workspace');
  return workspace;
}
