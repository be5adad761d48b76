import './styles/tokens.css';
import './styles/base.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { Site } from './app/site';
import type { View } from './features/pages/view';

const root = document.getElementById('root');
const data = document.getElementById('view')?.textContent;
if (root && data?.trim().startsWith('{')) {
  const site = <Site initial={JSON.parse(data) as View} />;
  // The server sends an empty document when it could not draw the page itself.
  if (root.firstElementChild) hydrateRoot(root, site);
  else createRoot(root).render(site);
}
