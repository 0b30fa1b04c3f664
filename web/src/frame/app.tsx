/* The composition root: who is signed in, where one is, which permit is held. */
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { createWire } from '../api/client';
import { createApi, uploadByRequest, type Api } from '../api/calls';
import type { Session } from '../api/contract';
import { useLoad, useNow } from '../parts/load';
import { FaultPanel, Waiting } from '../parts/pieces';
import { DutyPage, proofHere, takeUp } from '../session/duty';
import { SignInPage } from '../session/view';
import { basketOf, emptied, put, readBaskets, takeOut, type Baskets } from './basket';
import type { Deed } from './deeds';
import { useFollowing } from './following';
import { noting } from './noting';
import { Pages } from './pages';
import { heldBy, permitFor, readHeld, withoutPermit, withPermit, type HeldPermits } from './permit';
import { hashOf, readRoute, type Route } from './route';
import { Shell } from './shell';
import { WorkspaceContext, type Workspace } from './workspace';

const EntityCard = lazy(async () => ({ default: (await import('../people/card')).EntityCard }));

const PERMITS = 'sextant.permits';
const NO_DEEDS: readonly Deed[] = [];
const BASKETS = 'sextant.baskets';

function useRoute(): Route {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const listen = () => setHash(window.location.hash);
    window.addEventListener('hashchange', listen);
    return () => window.removeEventListener('hashchange', listen);
  }, []);
  return useMemo(() => readRoute(hash), [hash]);
}

/** Kept for this window only, and gone with it. */
function useKept<T>(name: string, read: (text: string | null) => T): [T, (change: (before: T) => T) => void] {
  const [value, setValue] = useState<T>(() => read(sessionStorage.getItem(name)));
  useEffect(() => sessionStorage.setItem(name, JSON.stringify(value)), [name, value]);
  return [value, setValue];
}

export function App() {
  const route = useRoute();
  const [held, setHeld] = useKept<HeldPermits>(PERMITS, readHeld);
  const [baskets, setBaskets] = useKept<Baskets>(BASKETS, readBaskets);
  const [signedOutAt, setSignedOutAt] = useState(0);
  const now = useNow(1000);
  const permit = permitFor(held, route.caseId, now);
  const present = useRef({ permit, caseId: route.caseId });
  present.current = { permit, caseId: route.caseId };

  const [deeds, setDeeds] = useState<Record<string, readonly Deed[]>>({});
  const api: Api = useMemo(() => {
    const wire = createWire({
      fetch: (input, init) => window.fetch(input, init),
      cookie: () => document.cookie,
      permit: () => present.current.permit?.id ?? null,
      proof: proofHere,
      onSignedOut: () => setSignedOutAt(Date.now()),
      onPermitGone: () => {
        const { caseId } = present.current;
        if (caseId !== null) setHeld((before) => withoutPermit(before, caseId));
      },
    });
    return noting(createApi(wire, uploadByRequest), () => {
      // The case in which it was begun, wherever one is once it is done.
      const { caseId } = present.current;
      return (change) => { if (caseId !== null) setDeeds((before) => ({ ...before, [caseId]: change(before[caseId] ?? []) })); };
    });
  }, [setHeld]);

  const session = useLoad<Session>(`session ${signedOutAt}`, () => api.session());
  const signedIn = session.value?.signedIn === true && session.value.actor !== null;
  const actorId = session.value?.actor?.id ?? '';
  useEffect(() => {
    if (session.state !== 'ready') return;
    setHeld((before) => heldBy(before, actorId));
    setDeeds({});
    if (actorId === '') setBaskets(() => ({}));
  }, [session.state, actorId, setHeld, setBaskets]);
  const duty = useLoad(signedIn ? `duty of ${actorId}` : null, async () => takeUp(await api.duty()));
  // A session whose duty is over opens nothing more, not even where working without a device is possible.
  const working = duty.value !== null && (duty.value.onDuty || (!duty.value.required && duty.value.id === null));
  const cases = useLoad(signedIn && working ? `cases of ${actorId}` : null, () => api.cases());
  const following = useFollowing(api, working ? route.caseId : null, permit?.authorityId ?? null, heldBy(held, actorId) === held ? permit?.id ?? null : null);
  const [entity, setEntity] = useState<{ key: string; role: string; of: string } | null>(null);
  const wanted = useRef('');
  const desk = useRef({ of: '', kept: new Map<string, unknown>() });
  if (desk.current.of !== actorId) desk.current = { of: actorId, kept: new Map() };

  if (!session.value) {
    return (
      <main className="alone">
        {session.fault ? <FaultPanel fault={session.fault} onRetry={session.reload} /> : <Waiting what="Opening Sextant…" />}
      </main>
    );
  }
  if (!signedIn || session.value.actor === null) {
    if (route.page !== 'sign-in' && route.page !== 'unknown') wanted.current = window.location.hash;
    return (
      <SignInPage api={api} session={session.value} onSignedIn={() => {
        window.location.hash = wanted.current.startsWith('#/') ? wanted.current : hashOf('cases');
        session.reload();
      }} />
    );
  }

  const caseId = route.caseId;
  const workspace: Workspace = {
    api,
    session: session.value,
    actor: session.value.actor,
    cases: cases.value ?? [],
    reloadCases: cases.reload,
    caseId,
    permit: heldBy(held, actorId) === held ? permit : null,
    take: (taken) => setHeld((before) => withPermit(heldBy(before, actorId), taken)),
    go: (page, at = {}) => {
      window.location.hash = hashOf(page, { caseId, ...at });
    },
    href: (page, at = {}) => hashOf(page, { caseId, ...at }),
    basket: caseId === null ? [] : basketOf(baskets, caseId),
    support: (one) => caseId !== null && setBaskets((before) => put(before, caseId, one)),
    unsupport: (record) => caseId !== null && setBaskets((before) => takeOut(before, caseId, record)),
    emptyBasket: () => caseId !== null && setBaskets((before) => emptied(before, caseId)),
    following,
    openEntity: (key, role) => setEntity({ key, role, of: `${caseId} ${permit?.id}` }),
    deeds: (caseId === null ? undefined : deeds[caseId]) ?? NO_DEEDS,
    desk: desk.current.kept,
  };
  const signOut = () =>
    void api.signOut().finally(() => {
      wanted.current = '';
      setHeld(() => heldBy(held, ''));
      setBaskets(() => ({}));
      window.location.hash = hashOf('sign-in');
      session.reload();
    });
  return (
    <WorkspaceContext.Provider value={workspace}>
      <Shell route={route} now={now} onSignOut={signOut} casesFault={cases.fault} onRetryCases={cases.reload}>
        {duty.value && (route.page === 'duty' || !working)
          ? <DutyPage api={api} duty={duty.value} administrator={session.value.actor.roles.includes('ADMINISTRATOR')} onChange={() => { duty.reload(); cases.reload(); }} onEnd={signOut} />
          : cases.value ? <Pages route={route} /> : cases.fault ? null : <Waiting what="Fetching your cases…" />}
        {entity && workspace.permit && entity.of === `${caseId} ${permit?.id}` && (
          <Suspense fallback={<Waiting what="Opening the page…" />}>
            <EntityCard entityKey={entity.key} role={entity.role} turn={0} onClose={() => setEntity(null)} onChange={following.reload} />
          </Suspense>
        )}
      </Shell>
    </WorkspaceContext.Provider>
  );
}
