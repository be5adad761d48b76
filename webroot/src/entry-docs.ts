import 'swagger-ui-dist/swagger-ui.css';
import './styles/tokens.css';
import './styles/base.css';
import './app/site-header.css';
import './app/docs-frame.css';
import './app/docs.css';
import type { ComponentType } from 'react';
import SwaggerUI, { type Plugin, type System } from 'swagger-ui-dist/swagger-ui-es-bundle';
import { paths } from './config/paths';
import { isDark } from './lib/theme';

function followTheme(): void {
  document.documentElement.classList.toggle('dark-mode', isDark());
}

/** What the reference lacks for screen readers: no link within a button, a name around the introduction. */
function accessible({ React }: System): Plugin {
  const DeepLink = ({ text }: { text: string }) => React.createElement('span', null, text);
  const InfoContainer = (Original: ComponentType) => (props: object) =>
    React.createElement(
      'section',
      { 'aria-label': 'Introduction' },
      React.createElement(Original, props),
    );
  return { components: { DeepLink }, wrapComponents: { InfoContainer } };
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
  plugins: [accessible],
});
