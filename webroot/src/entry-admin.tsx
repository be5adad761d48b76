import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './styles/tokens.css';
import './admin/app/admin.css';
import { createRoot } from 'react-dom/client';
import { Admin } from './admin/app/admin';

const root = document.getElementById('root');
if (root) createRoot(root).render(<Admin />);
