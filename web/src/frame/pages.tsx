import { lazy, Suspense, type ComponentType } from 'react';
import { CasePage, CasesPage } from '../cases/view';
import { Empty, PageHead, Waiting } from '../parts/pieces';
import { AskButton, sectionOf } from './shell';
import { needsPermit, type Route } from './route';
import { useWorkspace } from './workspace';

/* Where everybody arrives comes with the first request; each other page, with what only it draws with, when it is opened. */
const later = <P extends object>(fetched: () => Promise<ComponentType<P>>) => lazy(async () => ({ default: await fetched() }));

const ActsPage = later(async () => (await import('../acts/view')).ActsPage);
const OralPage = later(async () => (await import('../authority/urgent')).OralPage);
const WriteUpPage = later(async () => (await import('../authority/urgent')).WriteUpPage);
const AuthorityPage = later(async () => (await import('../authority/view')).AuthorityPage);
const WizardPage = later(async () => (await import('../authority/wizard')).WizardPage);
const RecipientsPage = later(async () => (await import('../disclosure/recipients')).RecipientsPage);
const DisclosurePage = later(async () => (await import('../disclosure/view')).DisclosurePage);
const ExhibitPage = later(async () => (await import('../exhibits/view')).ExhibitPage);
const ExhibitsPage = later(async () => (await import('../exhibits/view')).ExhibitsPage);
const FindingEditor = later(async () => (await import('../findings/editor')).FindingEditor);
const FindingPage = later(async () => (await import('../findings/view')).FindingPage);
const FindingsPage = later(async () => (await import('../findings/view')).FindingsPage);
const MethodsPage = later(async () => (await import('../methods/view')).MethodsPage);
const AskPage = later(async () => (await import('../helpdesk/ask')).AskPage);
const DraftRequestPage = later(async () => (await import('../helpdesk/ask')).DraftRequestPage);
const RequestPage = later(async () => (await import('../helpdesk/view')).RequestPage);
const RequestsPage = later(async () => (await import('../helpdesk/view')).RequestsPage);
const OversightPage = later(async () => (await import('../oversight/view')).OversightPage);
const PeoplePage = later(async () => (await import('../people/view')).PeoplePage);
const PolicyPage = later(async () => (await import('../policy/view')).PolicyPage);
const RecordsPage = later(async () => (await import('../records/view')).RecordsPage);
const RetentionPage = later(async () => (await import('../retention/view')).RetentionPage);
const ConflictsPage = later(async () => (await import('../conflicts/view')).ConflictsPage);
const AskDeconflictionPage = later(async () => (await import('../deconfliction/view')).AskDeconflictionPage);
const DeconflictionPage = later(async () => (await import('../deconfliction/view')).DeconflictionPage);
const FilterPage = later(async () => (await import('../filter/view')).FilterPage);
const SubjectsPage = later(async () => (await import('../subjects/view')).SubjectsPage);
const NetworkPage = later(async () => (await import('../network/view')).NetworkPage);
const SnapshotPage = later(async () => (await import('../network/view')).SnapshotPage);
const WorkspacePage = later(async () => (await import('../workspace/view')).WorkspacePage);

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
      return <FindingPage key={id} id={id} />;
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
