import { render } from './entry-server';

declare global {
  var magnetiqRender: (view: string) => string;
}

globalThis.magnetiqRender = (view) =>
  JSON.stringify(render(JSON.parse(view) as Parameters<typeof render>[0]));
