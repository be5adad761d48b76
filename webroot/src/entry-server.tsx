import { renderToString } from 'react-dom/server';
import { App } from './app/app';
import { Head } from './app/head';
import { localeOf } from './lib/locale';

export interface Rendered {
  language: string;
  head: string;
  body: string;
}

export function render({ path }: { path: string }): Rendered {
  const language = localeOf(path);
  return {
    language,
    head: renderToString(<Head locale={language} />),
    body: renderToString(<App path={path} />),
  };
}
