// @vitest-environment node
import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, test } from 'vitest';
import rules from '../../.htmlvalidate.json?raw';
import template from '../../index.html?raw';
import { render } from '@/entry-server';
import { storyAt, storyNames } from '@/features/pages/testing/stories';

const validator = new HtmlValidate(new StaticConfigLoader(JSON.parse(rules) as ConfigData));
const paths = storyNames.flatMap((name) => [`/stories/${name}`, `/de/stories/${name}`]);

test.each(paths)('%s is valid HTML', async (path) => {
  const { language, head, body } = render(storyAt(path));
  const html = template
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replace('<!--head-->', () => head)
    .replace('<!--body-->', () => body);
  const report = await validator.validateString(html);
  const faults = report.results.flatMap((result) => result.messages);
  expect(
    faults.map((fault) => `${fault.ruleId}: ${fault.message} ${fault.selector ?? ''}`),
  ).toEqual([]);
});
