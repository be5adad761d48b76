import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { URL } from 'node:url';
import { JSON_SCHEMA, load } from 'js-yaml';
import openapiTypescript, { astToString } from 'openapi-typescript';

const resources = new URL('../../src/main/resources/', import.meta.url);
const contract = new URL('openapi.yaml', resources);
const tables = new URL('../dist/tables/', import.meta.url);
const made = new URL('../src/generated/', import.meta.url);
const drawn = new URL('../node_modules/lucide-react/dist/esm/icons/', import.meta.url);

/** Names of the contract that the icon set has under another one. */
const otherNames = {
  'bar-chart': 'chart-no-axes-column-increasing',
  'line-chart': 'chart-line',
  message: 'message-square',
  'pie-chart': 'chart-pie',
  refresh: 'refresh-cw',
};
const ofTheFrame = [
  'arrow-left',
  'arrow-up-right',
  'chevron-down',
  'chevron-left',
  'chevron-right',
  'copy',
  'external-link',
  'house',
  'languages',
  'maximize-2',
  'menu',
  'monitor',
  'moon',
  'play',
  'plus',
  'sun',
  'x',
];

function namesInContract() {
  const found = /^ {4}Icon:\n {6}type: string\n {6}enum: \[([^\]]+)\]/m.exec(
    readFileSync(contract, 'utf8'),
  );
  if (!found) throw new Error('The contract names no icons: openapi.yaml lacks the schema Icon.');
  return found[1].split(',').map((name) => name.trim());
}

function shape([tag, attributes]) {
  const written = Object.entries(attributes)
    .filter(([name]) => name !== 'key')
    .map(([name, value]) => ` ${name}="${value}"`);
  return `<${tag}${written.join('')} />`;
}

async function symbol(name) {
  const { __iconData } = await import(new URL(`${otherNames[name] ?? name}.mjs`, drawn));
  const shapes = __iconData.node.map(shape).join('');
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
}

function write(name, content) {
  const file = new URL(name, made);
  let before = '';
  try {
    before = readFileSync(file, 'utf8');
  } catch {
    // The first build writes it.
  }
  if (before !== content) writeFileSync(file, content);
}

// The program reads them at every start, and JSON takes a tenth of the time.
mkdirSync(tables, { recursive: true });
for (const table of ['openapi', 'permissions', 'roles']) {
  const yaml = new URL(`${table}.yaml`, resources);
  if (existsSync(yaml)) {
    const tree = load(readFileSync(yaml, 'utf8'), { schema: JSON_SCHEMA });
    writeFileSync(new URL(`${table}.json`, tables), JSON.stringify(tree));
  }
}

mkdirSync(made, { recursive: true });
write('contract.ts', astToString(await openapiTypescript(contract)));

const names = [...new Set([...namesInContract(), ...ofTheFrame])].sort();
const license = readFileSync(
  new URL('../node_modules/lucide-react/LICENSE', import.meta.url),
  'utf8',
).trim();
const symbols = await Promise.all(names.map(symbol));
write(
  'icons.svg',
  `<!-- Lucide\n${license.replaceAll('--', '')}\n-->\n<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`,
);
write('icon-name.ts', `export type IconName = ${names.map((name) => `'${name}'`).join(' | ')};\n`);
