import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Tray } from '../findings/tray';
import { word } from '../language/say';
import { useDeed } from '../parts/load';
import { FaultPanel, ReasonDialog, Tag } from '../parts/pieces';
import { dayWords, durationWords, plain, spanWords } from '../parts/words';
import { LiveNotice } from './following';
import { Help, TourOffer, useTour } from './help';
import { nearness, scopeWords, secondsLeft } from './permit';
import { needsPermit, type Page, type Route } from './route';
import { Tour } from './tour';
import { useWorkspace } from './workspace';

const SECTIONS: { page: Page; title: string; also: Page[] }[] = [
  { page: 'case', title: 'Authorities', also: ['authority', 'authority-new', 'authority-edit', 'authority-renew', 'authority-oral', 'authority-write-up'] },
  { page: 'requests', title: 'Legal process', also: ['request', 'request-new', 'request-edit'] },
  { page: 'workspace', title: 'Workspace', also: [] },
  { page: 'exhibits', title: 'Exhibits', also: ['exhibit'] },
  { page: 'records', title: 'Records', also: [] },
  { page: 'people', title: 'People', also: [] },
  { page: 'subjects', title: 'Subjects', also: [] },
  { page: 'network', title: 'Network', also: ['snapshot'] },
  { page: 'findings', title: 'Findings', also: ['finding', 'finding-new', 'finding-edit'] },
  { page: 'disclosure', title: 'Disclosure', also: [] },
  { page: 'deconflict', title: 'Deconfliction', also: [] },
  { page: 'retention', title: 'Retention', also: [] },
  { page: 'acts', title: 'Acts', also: [] },
];

/** The sections that a person can open: what shows case data asks for a permit, and only analysts can ask for one. */
function sectionsFor(roles: readonly string[]) {
  return SECTIONS.filter((section) => roles.includes('ANALYST') || !needsPermit(section.page));
}

/** The title of the section that a page belongs to. */
export function sectionOf(page: Page): string {
  return SECTIONS.find((section) => section.page === page || section.also.includes(page))?.title ?? 'Sextant';
}

/** The frame round every page: head, permit bar, sections of the case. */
export function Shell(props: {
  route: Route;
  now: number;
  onSignOut: () => void;
  casesFault: unknown;
  onRetryCases: () => void;
  children: ReactNode;
}) {
  const w = useWorkspace();
  const { route } = props;
  const main = useRef<HTMLElement>(null);
  const here = w.cases.find((one) => one.id === route.caseId) ?? null;
  const place = `${route.page}/${route.caseId ?? ''}/${route.id ?? ''}`;
  const first = useRef(place);
  const tour = useTour();
  useEffect(() => {
    // After moving to another page the focus goes to its head, so that keyboard and reader follow.
    if (first.current !== place) main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    first.current = place;
    window.scrollTo(0, 0);
  }, [place]);
  return (
    <div className={route.caseId ? 'frame in-case' : 'frame'}>
      <a className="skip" href="#main" onClick={(click) => { click.preventDefault(); main.current?.focus(); }}>
        Skip to the page
      </a>
      {w.session.banner && <p className="banner" role="status">{word(w.session.banner)}</p>}
      <header className="top">
        <a className="mark" href={w.href('cases', { caseId: null })}>
          <img src="./favicon.svg" alt="" width="22" height="22" /> Sextant
        </a>
        <nav className="crumbs" aria-label="Where you are">
          <a href={w.href('cases', { caseId: null })} aria-current={route.page === 'cases' ? 'page' : undefined}>Cases</a>
          {here && (
            <>
              <span aria-hidden="true">/</span>
              <a href={w.href('case')} title={here.name} data-testid="crumb-case">{here.number} {here.name}</a>
            </>
          )}
          <a className="crumb-right" href={w.href('policy', { caseId: null })} data-testid="nav-law"
            aria-current={route.page === 'policy' ? 'page' : undefined}>Law</a>
          <a href={w.href('recipients', { caseId: null })}
            aria-current={route.page === 'recipients' ? 'page' : undefined}>Recipients</a>
          <a href={w.href('conflicts', { caseId: null })}
            aria-current={route.page === 'conflicts' ? 'page' : undefined}>Conflicts</a>
          <a href={w.href('deconfliction', { caseId: null })}
            aria-current={route.page === 'deconfliction' ? 'page' : undefined}>Deconfliction</a>
          {w.actor.roles.includes('FILTER_OFFICER') && (
            <a href={w.href('filter', { caseId: null })}
              aria-current={route.page === 'filter' ? 'page' : undefined}>Sealed off</a>
          )}
          {w.actor.roles.includes('OVERSEER') && (
            <a href={w.href('oversight', { caseId: null })} data-testid="nav-oversight"
              aria-current={route.page === 'oversight' ? 'page' : undefined}>Oversight</a>
          )}
          <a href={w.href('duty', { caseId: null })}
            aria-current={route.page === 'duty' ? 'page' : undefined}>Duty</a>
          <a href={w.href('methods', { caseId: null })}
            aria-current={route.page === 'methods' ? 'page' : undefined}>Methods</a>
          <a href={w.href('ledger', { caseId: null })}
            aria-current={route.page === 'ledger' ? 'page' : undefined}>Ledger</a>
        </nav>
        <div className="who">
          {w.session.training && !w.session.banner?.startsWith('Training') && <Tag tone="warn">Training</Tag>}
          <span data-testid="actor"><strong>{w.actor.name}</strong> <span className="muted">{w.actor.roles.map(plain).join(', ')}</span></span>
          <Help onTour={tour.start} />
          <button type="button" className="button small" onClick={props.onSignOut} data-testid="sign-out">Sign out</button>
        </div>
      </header>
      {route.caseId && w.actor.roles.includes('ANALYST') && <PermitBar now={props.now} page={route.page} />}
      {route.caseId && (
        <nav className="sections" aria-label="Sections of the case">
          <ul>
            {sectionsFor(w.actor.roles).map((section) => {
              const on = section.page === route.page || section.also.includes(route.page);
              return (
                <li key={section.page}>
                  <a href={w.href(section.page)} aria-current={on ? 'page' : undefined} data-testid={`nav-${section.page}`}>
                    {section.title}
                    {section.page === 'findings' && w.basket.length > 0 && (
                      <span className="count" aria-label={`${w.basket.length} in the basket`}>{w.basket.length}</span>
                    )}
                  </a>
                </li>
              );
            })}
          </ul>
        </nav>
      )}
      <main ref={main} id="main" tabIndex={-1}>
        {route.page === 'cases' && <TourOffer onStart={tour.start} />}
        {route.caseId && <LiveNotice />}
        <FaultPanel fault={props.casesFault} onRetry={props.onRetryCases} />
        {props.children}
      </main>
      {tour.touring && <Tour onEnd={tour.end} />}
      <Tray here={route.page} />
    </div>
  );
}

function PermitBar({ now, page }: { now: number; page: Page }) {
  const w = useWorkspace();
  const [asking, setAsking] = useState(false);
  const [open, setOpen] = useState(false);
  const { permit } = w;
  const here = w.cases.find((one) => one.id === w.caseId);
  if (!permit) {
    return (
      <section aria-label="Permit" className={needsPermit(page) ? 'permit none wanted' : 'permit none'} data-testid="permit-bar">
        <span><strong>No permit held</strong> for {here ? `${here.number} ${here.name}` : 'this case'}. Case data opens with one.</span>
        <AskButton />
      </section>
    );
  }
  const left = secondsLeft(permit, now);
  const near = nearness(left);
  return (
    <section aria-label="Permit" className={`permit ${near}`} data-testid="permit-bar">
      <span className="permit-case"><strong>{permit.caseNumber}</strong> {permit.caseName}</span>
      <a href={w.href('authority', { id: permit.authorityId })}>Authority v{permit.authorityVersion}</a>
      <span className="permit-purpose" title={permit.purpose}>“{permit.purpose}”</span>
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>{scopeWords(permit)}</button>
      <span className="permit-left" role={near === 'calm' ? undefined : 'status'}>
        {near === 'calm' ? '' : 'Ends soon: '}
        <strong data-testid="permit-left">{durationWords(left)}</strong> left
      </span>
      <button type="button" className="button small" onClick={() => setAsking(true)} data-testid="renew-permit">Renew</button>
      {open && (
        <div className="permit-scope">
          <p><strong>Selectors</strong> {permit.selectors.map((one) => <code key={one}>{one}</code>)}</p>
          <p><strong>Platforms</strong> {permit.platforms.join(', ') || 'none'} · <strong>Content</strong> {spanWords(permit.contentFrom, permit.contentTo)}
            {' '}· <strong>Highest level</strong> {permit.maxLevel}</p>
        </div>
      )}
      {asking && <AskDialog authority={permit.authorityId} words={`authority v${permit.authorityVersion}`} purpose={permit.purpose}
        onClose={() => setAsking(false)} />}
    </section>
  );
}

/** Asks for a permit under whichever authority of the case lets this person ask. */
export function AskButton({ authority }: { authority?: string }) {
  const w = useWorkspace();
  const [asking, setAsking] = useState<string | null>(null);
  const here = w.cases.find((one) => one.id === w.caseId);
  const open = (here?.authorities ?? []).filter((one) => one.mayAsk && (!authority || one.id === authority));
  if (open.length === 0) {
    return authority ? null : (
      <span className="muted">
        No authority of this case lets you ask. <a href={w.href('case')}>See its authorities</a>
      </span>
    );
  }
  return (
    <>
      {open.map((one) => (
        <button key={one.id} type="button" className="button primary small" onClick={() => setAsking(one.id)} data-testid="ask-permit">
          Ask for a permit{open.length > 1 ? ` under ${one.number} v${one.version}` : ''}
        </button>
      ))}
      {asking !== null && (
        <AskDialog
          authority={asking}
          words={open.filter((one) => one.id === asking).map((one) => `${one.instrument} ${one.number}, in force until ${dayWords(one.opTo)}`).join()}
          purpose=""
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

function AskDialog(props: { authority: string; words: string; purpose: string; onClose: () => void }) {
  const w = useWorkspace();
  const deed = useDeed();
  return (
    <ReasonDialog
      title="Ask for a permit"
      question="Purpose: what will you do, and why does it serve this case?"
      verb="Ask"
      start={props.purpose}
      busy={deed.busy}
      fault={deed.fault}
      onClose={props.onClose}
      onSay={(purpose) => void deed.run(() => w.api.askPermit(props.authority, purpose), (permit) => {
        w.take(permit);
        props.onClose();
      })}
    >
      <p className="hint">
        Under {props.words}. The permit is yours alone, for this purpose, and ends by itself. What you search, open or
        measure with it is written to the ledger.
      </p>
    </ReasonDialog>
  );
}
