import { createRoot } from 'react-dom/client';
import { App } from './frame/app';
import './styles/base.css';
import './styles/pages.css';
import './styles/workspace.css';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(<App />);
