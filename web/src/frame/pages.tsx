import { lazy, Suspense } from 'react';
import { ActsPage } from '../acts/view';
import { OralPage, WriteUpPage } from '../authority/urgent';
import { AuthorityPage } from '../authority/view';
import { WizardPage } from '../authority/wizard';
import { CasePage, CasesPage } from '../cases/view';
import { RecipientsPage } from '../disclosure/recipients';
import { DisclosurePage } from '../disclosure/view';
import { ExhibitPage, ExhibitsPage } from '../exhibits/view';
import { FindingEditor } from '../findings/editor';
import { FindingPage, FindingsPage } from '../findings/view';
import { MethodsPage } from '../methods/view';
import { AskPage, DraftRequestPage } from '../helpdesk/ask';
import { RequestPage, RequestsPage } from '../helpdesk/view';
import { OversightPage } from '../oversight/view';
import { Empty, PageHead, Waiting } from '../parts/pieces';
import { PeoplePage } from '../people/view';
import { PolicyPage } from '../policy/view';
import { RecordsPage } from '../records/view';
import { RetentionPage } from '../retention/view';
import { ConflictsPage } from '../conflicts/view';
import { AskDeconflictionPage, DeconflictionPage } from '../deconfliction/view';
import { FilterPage } from '../filter/view';
import { SubjectsPage } from '../subjects/view';
import { AskButton, sectionOf } from './shell';
import { needsPermit, type Route } from './route';
import { useWorkspace } from './workspace';

// The chart's libraries are fetched only when the network is opened.
const NetworkPage = lazy(() => import('../network/view').then((module) => ({ default: module.NetworkPage })));
const SnapshotPage = lazy(() => import('../network/view').then((module) => ({ default: module.SnapshotPage })));

const WorkspacePage = lazy(() => import('../workspace/view').then((module) => ({ default: module.WorkspacePage })));

/** Draws the page of a route; pages with case data only under a permit. */
export function Pages({ route }: { route: Route }) {
  const w = useWorkspace();
  if (route.caseId !== null && !w.cases.some((one) => one.id === route.caseId)) {
    return <Empty title="No such case is open to you."><a href={w.href('cases', { caseId: null })}>Back to the cases</a></Empty>;
  }
  if (needsPermit(route.page) && !w.permit) {
    return (
      <>
        <PageHead title={sectionOf(route.page)} />
        <Empty title="This page shows case data. A permit opens it.">
          <p>Say what you are going to do and why; the permit then lasts for that purpose.</p>
          <AskButton />
        </Empty>
      </>
    );
  }
  // A page of another case, or of another thing, starts afresh.
  return <Suspense fallback={<Waiting what="Opening the page…" />}><div key={`${route.caseId} ${route.page} ${route.id}`}>{page(route)}</div></Suspense>;
}

function page(route: Route) {
  const id = route.id ?? '';
  switch (route.page) {
    case 'cases':
    case 'sign-in':
      return <CasesPage />;
    case 'case':
      return <CasePage />;
    case 'authority':
      return <AuthorityPage id={id} version={route.params.version} />;
    case 'authority-new':
      return <WizardPage id={null} renew={false} step={route.params.step} />;
    case 'authority-edit':
      return <WizardPage id={id} renew={false} step={route.params.step} />;
    case 'authority-renew':
      return <WizardPage id={id} renew step={route.params.step} />;
    case 'authority-oral':
      return <OralPage />;
    case 'authority-write-up':
      return <WriteUpPage id={id} />;
    case 'exhibits':
      return <ExhibitsPage />;
    case 'exhibit':
      return <ExhibitPage id={id} />;
    case 'records':
      return <RecordsPage params={route.params} />;
    case 'people':
      return <PeoplePage params={route.params} />;
    case 'subjects':
      return <SubjectsPage />;
    case 'retention':
      return <RetentionPage />;
    case 'conflicts':
      return <ConflictsPage />;
    case 'deconflict':
      return <AskDeconflictionPage />;
    case 'deconfliction':
      return <DeconflictionPage />;
    case 'filter':
      return <FilterPage />;
    case 'workspace':
      return <WorkspacePage params={route.params} />;
    case 'network':
      return <NetworkPage />;
    case 'snapshot':
      return <SnapshotPage id={id} params={route.params} />;
    case 'findings':
      return <FindingsPage />;
    case 'finding':
      return <FindingPage id={id} />;
    case 'finding-new':
      return <FindingEditor id={null} snapshot={route.params.snapshot ?? null} />;
    case 'finding-edit':
      return <FindingEditor id={id} snapshot={null} />;
    case 'disclosure':
      return <DisclosurePage params={route.params} />;
    case 'acts':
      return <ActsPage all={false} />;
    case 'oversight':
      return <OversightPage />;
    case 'recipients':
      return <RecipientsPage />;
    case 'requests':
      return <RequestsPage />;
    case 'request':
      return <RequestPage id={id} />;
    case 'request-new':
      return <AskPage />;
    case 'request-edit':
      return <DraftRequestPage id={id} />;
    case 'methods':
      return <MethodsPage />;
    case 'ledger':
      return <ActsPage all />;
    case 'policy':
      return <PolicyPage />;
    default:
      return <Empty title="There is no such page."><a href="#/cases">Back to the cases</a></Empty>;
  }
}
