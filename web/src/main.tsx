import { createRoot } from 'react-dom/client';
import { begin } from './language/choice';
import { applyLooks, looksNow } from './parts/looks';
import './styles/base.css';
import './styles/pages.css';
import './styles/workspace.css';
import './styles/looks.css';

/* A page opened before the server was brought up to date asks for files that are there no more: it is fetched anew, once a minute at most, so that a
 * server that does not answer is not asked without end. */
window.addEventListener('vite:preloadError', (gone) => {
  const KEPT = 'sextant.fetched-anew';
  const before = Number(sessionStorage.getItem(KEPT) ?? '0');
  if (Date.now() - before < 60_000) return;
  sessionStorage.setItem(KEPT, String(Date.now()));
  gone.preventDefault();
  window.location.reload();
});

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
applyLooks(looksNow());
// The pages come after the language: what they keep in tables is said in it from the start.
await begin();
const { App } = await import('./frame/app');
createRoot(root).render(<App />);
