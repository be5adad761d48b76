declare module 'swagger-ui-dist/swagger-ui-es-bundle' {
  export interface System {
    React: typeof import('react');
  }
  interface Settings {
    url: string;
    domNode: HTMLElement | null;
    deepLinking: boolean;
    docExpansion: 'list' | 'full' | 'none';
    defaultModelsExpandDepth: number;
    validatorUrl: null;
    plugins: ((system: System) => { components: Record<string, unknown> })[];
  }
  export default function SwaggerUI(settings: Settings): void;
}
