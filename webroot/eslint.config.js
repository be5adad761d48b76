import { readdirSync } from 'node:fs';
import { URL } from 'node:url';
import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const shared = ['./src/components', './src/lib', './src/config', './src/testing', './src/styles'];
const entries = [
  'entry-client.tsx',
  'entry-server.tsx',
  'entry-java.ts',
  'entry-docs.ts',
  'entry-admin.tsx',
  'entry-stories.tsx',
].map((name) => `./src/${name}`);

const borders = [
  {
    target: shared,
    from: ['./src/features', './src/app', ...entries],
    message: 'Shared code knows neither features nor the app.',
  },
  {
    target: './src/features',
    from: ['./src/app', ...entries],
    message: 'A feature does not know the app around it.',
  },
  {
    target: './src/features/pages',
    from: './src/features',
    except: ['./pages'],
    message: 'Features do not see each other.',
  },
  {
    target: [...shared, './src/features', './src/app'],
    from: './src/admin',
    message: 'What visitors load knows nothing of the admin.',
  },
  {
    target: ['./src/admin/components', './src/admin/lib'],
    from: ['./src/admin/features', './src/admin/app'],
    message: 'Shared code of the admin knows neither its features nor its shell.',
  },
  {
    target: './src/admin/features',
    from: ['./src/admin/app', './src/features', './src/app'],
    message: 'A feature of the admin knows neither the shell around it nor the public pages.',
  },
  ...readdirSync(new URL('src/admin/features', import.meta.url)).map((name) => ({
    target: `./src/admin/features/${name}`,
    from: './src/admin/features',
    except: [`./${name}`],
    message: 'Features do not see each other.',
  })),
];

const noBarrels = {
  selector: 'ExportAllDeclaration, ExportNamedDeclaration[source]',
  message: 'Import from the file that declares the name; there are no barrels here.',
};

export default defineConfig(
  { ignores: ['dist', 'node_modules', 'src/generated'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  jsxA11y.flatConfigs.strict,
  reactHooks.configs.flat['recommended-latest'],
  {
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.tsx', '.js'],
          tsconfig: { configFile: 'tsconfig.app.json' },
        }),
      ],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', noBarrels],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: borders }],
    },
  },
  {
    files: ['eslint.config.js', 'vite.config.ts', 'src/**/*.d.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    files: ['src/admin/**'],
    ignores: ['src/admin/lib/zod.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: 'zod', message: 'Import z from @/admin/lib/zod, which keeps to the policy.' },
      ],
    },
  },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['src/theme-before-paint.js'],
    languageOptions: {
      sourceType: 'script',
      globals: { document: 'readonly', localStorage: 'readonly' },
    },
  },
);
