import { useState } from 'react';
import { useWorkspace } from '../frame/workspace';
import { useDeed, useLoad } from '../parts/load';
import { Empty, FaultPanel, Field, PageHead, ReasonDialog, Tag, Time } from '../parts/pieces';
import { countOf, plain } from '../parts/words';
import { answerWords, askable, noticeWords, undecided, unseen } from './state';

/** Asks whether another case knows a selector that the permit's authority names. */
export function AskDeconflictionPage() {
  const w = useWorkspace();
  const deed = useDeed();
  const entering = useDeed();
  const selectors = askable(w.permit?.selectors ?? []);
  const [chosen, setChosen] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const [entered, setEntered] = useState<number | null>(null);
  const asked = useLoad('deconfliction-questions', () => w.api.deconflictionQuestions());
  const selector = chosen || (selectors[0] ?? '');
  const mine = (asked.value ?? []).filter((one) => one.caseId === w.caseId);
  return (
    <>
      <PageHead title="Deconfliction" lead="Ask whether another case knows a selector that your authority names. The answer is yes or no; where it is yes, the leads of both cases are told whom to speak to. No content, no record and no case is named." />
      <form className="card" onSubmit={(submit) => {
        submit.preventDefault();
        setSaid(null);
        void deed.run(() => w.api.askDeconfliction(selector), (answer) => { setSaid(answerWords(answer.known)); asked.reload(); });
      }}>
        {selectors.length === 0 && <Empty title="The authority names no selector that means one account, person or device." />}
        {selectors.length > 0 && (
          <Field label="Selector" hint="Those that your authority names and that mean one account, person or device. So many a day; working through numbers is stopped and shown to the overseer.">
            {(ids) => <select {...ids} value={selector} onChange={(change) => setChosen(change.target.value)} data-testid="deconflict-selector">{selectors.map((one) => <option key={one} value={one}>{one}</option>)}</select>}
          </Field>
        )}
        <FaultPanel fault={deed.fault} />
        {said && <p role="status" data-testid="deconflict-answer"><strong>{said}</strong></p>}
        <button type="submit" className="button primary" disabled={deed.busy || selector === ''} data-testid="deconflict-ask">Ask</button>
      </form>
      <section className="card" aria-labelledby="entries">
        <h2 id="entries">What others may learn of your case</h2>
        <p>What your authority names is known by itself. Whoever acts in its records is made known when an exhibit is read here; whoever is only written to, called or mentioned is not.</p>
        <FaultPanel fault={entering.fault} />
        {entered !== null && <p role="status" data-testid="deconflict-entered">{countOf(entered, 'selector')} newly entered.</p>}
        <button type="button" className="button" disabled={entering.busy} data-testid="deconflict-enter"
          onClick={() => void entering.run(() => w.api.enterDeconfliction(), (answer) => setEntered(answer.entered))}>Enter all records again</button>
      </section>
      <section aria-labelledby="asked">
        <h2 id="asked">Asked by you for this case</h2>
        <FaultPanel fault={asked.fault} onRetry={asked.reload} />
        {asked.value && mine.length === 0 && <Empty title="You have asked nothing yet." />}
        {mine.length > 0 && (
          <table>
            <thead><tr><th>When</th><th>Of</th><th>Answer</th></tr></thead>
            <tbody>{mine.map((one) => (
              <tr key={one.id} data-testid="deconflict-question">
                <td><Time at={one.at} /></td><td>{one.house ? 'another house' : 'this house'}</td>
                <td>{one.known ? <Tag tone="warn">known</Tag> : 'not known'}</td>
              </tr>
            ))}</tbody>
          </table>
        )}
        <p><a href={w.href('deconfliction', { caseId: null })}>Whom you must speak to</a></p>
      </section>
    </>
  );
}

/** Whom one must speak to; for officers which cases answer nobody; for overseers what was answered in silence. */
export function DeconflictionPage() {
  const w = useWorkspace();
  const roles = w.actor.roles;
  return (
    <>
      <PageHead title="Deconfliction" lead="Another case knows a selector that yours knows: whom to speak to, and nothing else. You name the selector to each other, each under your own authority." />
      <Notices />
      {roles.includes('OVERSEER') && <Desk />}
      {(roles.includes('OVERSEER') || roles.includes('AUTHORISING_OFFICER')) && <Covers />}
    </>
  );
}

function useCaseName(): (id: string | null) => string {
  const w = useWorkspace();
  return (id) => {
    const found = w.cases.find((one) => one.id === id);
    return found ? `${found.number} ${found.name}` : 'a case';
  };
}

function Notices() {
  const w = useWorkspace();
  const deed = useDeed();
  const nameOf = useCaseName();
  const notices = useLoad('deconfliction-notices', () => w.api.deconflictionNotices());
  const waiting = unseen(notices.value ?? []).length;
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">Notices {waiting > 0 && <Tag tone="warn">{waiting} new</Tag>}</h2>
      <FaultPanel fault={notices.fault ?? deed.fault} onRetry={notices.reload} />
      {notices.value?.length === 0 && <Empty title="No notice for you." />}
      {(notices.value ?? []).length > 0 && (
        <table>
          <thead><tr><th>When</th><th>Your case</th><th>What</th><th>Lead</th><th>Taken note</th></tr></thead>
          <tbody>{(notices.value ?? []).map((one) => (
            <tr key={one.id} data-testid="deconflict-notice">
              <td><Time at={one.at} /></td><td>{nameOf(one.caseId)}</td><td>{noticeWords(one)}</td><td>{one.lead}</td>
              <td>{one.seenBy ?? <button type="button" className="button small" disabled={deed.busy} onClick={() => void deed.run(() => w.api.seeDeconfliction(one.id), notices.reload)}>Take note</button>}</td>
            </tr>
          ))}</tbody>
        </table>
      )}
    </section>
  );
}

function Desk() {
  const w = useWorkspace();
  const deed = useDeed();
  const nameOf = useCaseName();
  const desk = useLoad('deconfliction-desk', () => w.api.deconflictionDesk());
  const [deciding, setDeciding] = useState<{ id: string; decision: 'TOLD' | 'LEFT' } | null>(null);
  const waiting = undecided(desk.value ?? []).length;
  return (
    <section aria-labelledby="desk">
      <h2 id="desk">Answered in silence {waiting > 0 && <Tag tone="warn">{waiting} to decide</Tag>}</h2>
      <p className="hint">Two cases know one selector, and one of them answers nobody. You alone see it. Tell both leads of each other, or leave it.</p>
      <FaultPanel fault={desk.fault} onRetry={desk.reload} />
      {desk.value?.length === 0 && <Empty title="Nothing was answered in silence." />}
      {(desk.value ?? []).length > 0 && (
        <table>
          <thead><tr><th>When</th><th>Asked</th><th>Known to</th><th>Decided</th></tr></thead>
          <tbody>{(desk.value ?? []).map((one) => (
            <tr key={one.id} data-testid="deconflict-silent">
              <td><Time at={one.at} /></td><td>{one.asker ? nameOf(one.asker) : 'another house'}</td><td>{one.known ? nameOf(one.known) : 'another house'}</td>
              <td>{one.decision ? `${plain(one.decision)} by ${one.decidedBy ?? ''}: ${one.reasons}` : (
                <>
                  <button type="button" className="button small" data-testid="deconflict-tell" onClick={() => setDeciding({ id: one.id, decision: 'TOLD' })}>Tell both</button>{' '}
                  <button type="button" className="button small" onClick={() => setDeciding({ id: one.id, decision: 'LEFT' })}>Leave it</button>
                </>
              )}</td>
            </tr>
          ))}</tbody>
        </table>
      )}
      {deciding && (
        <ReasonDialog title={deciding.decision === 'TOLD' ? 'Tell both leads' : 'Leave it silent'} question="Why?" verb={deciding.decision === 'TOLD' ? 'Tell both' : 'Leave it'}
          busy={deed.busy} fault={deed.fault} onClose={() => setDeciding(null)}
          onSay={(reasons) => void deed.run(() => w.api.decideDeconfliction(deciding.id, deciding.decision, reasons), () => { setDeciding(null); desk.reload(); })} />
      )}
    </section>
  );
}

function Covers() {
  const w = useWorkspace();
  const deed = useDeed();
  const nameOf = useCaseName();
  const officer = w.actor.roles.includes('AUTHORISING_OFFICER');
  const covers = useLoad('deconfliction-covers', () => w.api.deconflictionCovers());
  const [chosen, setChosen] = useState('');
  const [covering, setCovering] = useState<string | null>(null);
  const covered = (covers.value ?? []).map((one) => one.caseId);
  const others = w.cases.filter((one) => !covered.includes(one.id));
  const picked = chosen || (others[0]?.id ?? '');
  return (
    <section aria-labelledby="covers">
      <h2 id="covers">Cases that answer nobody</h2>
      <p className="hint">Whoever asks about what such a case knows is told no, and the overseer learns of it.</p>
      <FaultPanel fault={covers.fault} onRetry={covers.reload} />
      {covers.value?.length === 0 && <Empty title="Every case answers." />}
      {(covers.value ?? []).length > 0 && (
        <table>
          <thead><tr><th>Case</th><th>Since</th><th>By</th><th>Why</th>{officer && <th>Change</th>}</tr></thead>
          <tbody>{(covers.value ?? []).map((one) => (
            <tr key={one.caseId} data-testid="deconflict-cover">
              <td>{nameOf(one.caseId)}</td><td><Time at={one.since} /></td><td>{one.by}</td><td>{one.reasons}</td>
              {officer && <td><button type="button" className="button small" disabled={deed.busy} onClick={() => void deed.run(() => w.api.coverCase(one.caseId, false, ''), covers.reload)}>Let it answer</button></td>}
            </tr>
          ))}</tbody>
        </table>
      )}
      {officer && others.length > 0 && (
        <form className="card" onSubmit={(submit) => { submit.preventDefault(); setCovering(picked); }}>
          <Field label="Case">
            {(ids) => <select {...ids} value={picked} onChange={(change) => setChosen(change.target.value)} data-testid="cover-case">{others.map((one) => <option key={one.id} value={one.id}>{`${one.number} ${one.name}`}</option>)}</select>}
          </Field>
          <button type="submit" className="button" data-testid="cover">Let it answer nobody</button>
        </form>
      )}
      {covering && (
        <ReasonDialog title="A case that answers nobody" question="Why must no other case learn of it?" verb="Cover" busy={deed.busy} fault={deed.fault} onClose={() => setCovering(null)}
          onSay={(reasons) => void deed.run(() => w.api.coverCase(covering, true, reasons), () => { setCovering(null); covers.reload(); })} />
      )}
    </section>
  );
}
