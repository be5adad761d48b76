import './styles/tokens.css';
import './styles/base.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app/app';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root to take over.');

const app = <App path={location.pathname} />;
if (root.firstElementChild) hydrateRoot(root, app);
else createRoot(root).render(app);
