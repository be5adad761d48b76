declare module 'swagger-ui-dist/swagger-ui-es-bundle' {
  import type * as React from 'react';

  export interface System {
    React: Pick<typeof React, 'createElement'>;
  }
  export interface Plugin {
    components: Record<string, unknown>;
    wrapComponents: Record<string, (original: React.ComponentType) => React.ComponentType>;
  }
  interface Settings {
    url: string;
    domNode: HTMLElement | null;
    deepLinking: boolean;
    docExpansion: 'list' | 'full' | 'none';
    defaultModelsExpandDepth: number;
    validatorUrl: null;
    plugins: ((system: System) => Plugin)[];
  }
  export default function SwaggerUI(settings: Settings): void;
}
