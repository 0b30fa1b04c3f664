import { useState } from 'react';
import { ApiFault } from '../api/client';
import type { Api } from '../api/calls';
import type { Session } from '../api/contract';
import { LanguageButtons } from '../frame/help';
import { word } from '../language/say';
import { useDeed } from '../parts/load';
import { FaultPanel, Field } from '../parts/pieces';
import { loginOf, refusalWords } from './state';

/** The way in. Log-ins are listed in training only; passwords never. */
export function SignInPage({ api, session, onSignedIn }: { api: Api; session: Session; onSignedIn: () => void }) {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const deed = useDeed();
  const listed = session.trainingLogins ?? [];
  const refused = deed.fault instanceof ApiFault && (deed.fault.status === 401 || deed.fault.status === 403);
  return (
    <main className="sign-in">
      {session.banner && <p className="banner" role="status">{word(session.banner)}</p>}
      <section className="card sign-in-card">
        <div className="sign-in-mark">
          <img src="./favicon.svg" alt="" width="40" height="40" />
          <div>
            <h1>Sextant</h1>
            <p className="lead">Social media intelligence under law</p>
          </div>
        </div>
        <form
          onSubmit={(submit) => {
            submit.preventDefault();
            void deed.run(() => api.signIn(login.trim(), password), onSignedIn).then((done) => done || setPassword(''));
          }}
        >
          <Field label="Log-in">
            {(ids) => <input {...ids} autoComplete="username" required autoFocus value={login} data-testid="login"
              onChange={(change) => setLogin(change.target.value)} />}
          </Field>
          <Field label="Password" problem={refused ? refusalWords(401) : null}>
            {(ids) => <input {...ids} type="password" autoComplete="current-password" required value={password} data-testid="password"
              onChange={(change) => setPassword(change.target.value)} />}
          </Field>
          {!refused && <FaultPanel fault={deed.fault} />}
          <button type="submit" className="button primary" disabled={deed.busy} data-testid="sign-in">
            {deed.busy ? 'Signing in…' : 'Sign in'}
          </button>
        </form>
        {session.training && (
          <section className="training" aria-label="Training log-ins">
            <h2>Training log-ins</h2>
            <p className="hint">Everybody here is invented. The passwords stand in the terminal that started Sextant.</p>
            {listed.length > 0 && (
              <ul>
                {listed.map((one) => (
                  <li key={one}><button type="button" className="link" onClick={() => setLogin(loginOf(one))}>{loginOf(one)}</button> <span className="muted">{one.slice(loginOf(one).length + 1)}</span></li>
                ))}
              </ul>
            )}
          </section>
        )}
      </section>
      <LanguageButtons />
      <p className="foot muted">Sextant {session.version} · every step is written to a ledger that an overseer can check</p>
    </main>
  );
}
