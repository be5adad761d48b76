import 'swagger-ui-dist/swagger-ui.css';
import './styles/tokens.css';
import './styles/base.css';
import './app/site-frame.css';
import './app/docs.css';
import SwaggerUI, { type System } from 'swagger-ui-dist/swagger-ui-es-bundle';
import { paths } from './config/paths';
import { isDark } from './lib/theme';

function followTheme(): void {
  document.documentElement.classList.toggle('dark-mode', isDark());
}

/** Names inside the buttons that open an operation are no links: a control within a control confuses readers. */
function plainNames({ React }: System) {
  const DeepLink = ({ text }: { text: string }) => React.createElement('span', null, text);
  return { components: { DeepLink } };
}

followTheme();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', followTheme);

SwaggerUI({
  url: paths.api.contract,
  domNode: document.getElementById('reference'),
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  plugins: [plainNames],
});
