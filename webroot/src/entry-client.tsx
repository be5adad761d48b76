import './styles/tokens.css';
import './styles/base.css';
import { hydrateRoot } from 'react-dom/client';
import { Site } from './app/site';
import type { View } from './features/pages/view';

const root = document.getElementById('root');
const data = document.getElementById('view')?.textContent;
if (root && data?.trim().startsWith('{'))
  hydrateRoot(root, <Site initial={JSON.parse(data) as View} />);
