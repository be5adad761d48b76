import { renderToString } from 'react-dom/server';
import { headHtml, headOf } from './app/head';
import { Site } from './app/site';
import type { View } from './features/pages/view';

export interface Rendered {
  language: string;
  head: string;
  body: string;
}

export function render(view: View): Rendered {
  return {
    language: view.frame.locale,
    head: headHtml(headOf(view)),
    body: renderToString(<Site initial={view} />),
  };
}
