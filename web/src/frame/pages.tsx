import { Suspense } from 'react';
import { CasePage, CasesPage } from '../cases/view';
import { Empty, Waiting } from '../parts/pieces';
import { AskButton } from './shell';
import { needsPermit, type Route } from './route';
import { useWorkspace } from './workspace';

/** Draws the page of a route; pages with case data only under a permit. */
export function Pages({ route }: { route: Route }) {
  const w = useWorkspace();
  if (route.caseId !== null && !w.cases.some((one) => one.id === route.caseId)) {
    return <Empty title="No such case is open to you."><a href={w.href('cases', { caseId: null })}>Back to the cases</a></Empty>;
  }
  if (needsPermit(route.page) && !w.permit) {
    return (
      <Empty title="This page shows case data. A permit opens it.">
        <p>Say what you are going to do and why; the permit then lasts for that purpose.</p>
        <AskButton />
      </Empty>
    );
  }
  return <Suspense fallback={<Waiting what="Opening the page…" />}>{page(route)}</Suspense>;
}

function page(route: Route) {
  switch (route.page) {
    case 'cases':
    case 'sign-in':
      return <CasesPage />;
    case 'case':
      return <CasePage key={route.caseId} />;
    default:
      return <Empty title="There is no such page."><a href="#/cases">Back to the cases</a></Empty>;
  }
}
