import { renderToString } from 'react-dom/server';
import { App } from './app/app';
import { Head } from './app/head';
import { localeOf } from './lib/locale';

export interface Page {
  language: string;
  head: string;
  body: string;
}

export function renderPage(path: string): Page {
  const language = localeOf(path);
  return {
    language,
    head: renderToString(<Head locale={language} />),
    body: renderToString(<App path={path} />),
  };
}
