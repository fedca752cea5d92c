#!/usr/bin/env node
// node scripts/screenshots.mjs [NAME…]: takes the pictures of README.md from a real VS Code into docs/images/, and makes
// the license position of the example in all formats, with a picture of its page, in out/report/.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { newPage, startBrowser } from '../test/vscode/host/browser.mjs';
import { installHost } from '../test/vscode/host/install.mjs';
import { withVSCode } from '../test/vscode/host/session.mjs';
import { Workbench } from '../test/vscode/host/workbench.mjs';
import { root, runNode } from './support/run.mjs';

const example = 'contoso.license-register.yaml';

/** Each picture: its name, and what is done in a fresh workbench before it is taken. */
const shots = {
  async register(workbench) {
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.open(example, lineOf(example, 'Olga Nowicka'));
    await workbench.page.locator('.squiggly-error').first().waitFor();
    await workbench.command('Problems: Focus on Problems View');
    // Without the places that belong to the first finding, the others fit in.
    await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'over-assigned-purchase' }).locator('.monaco-tl-twistie').click();
    await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'unknown-key' }).waitFor();
  },
  async hover(workbench) {
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.open(example, lineOf(example, 'quantity: 4'));
    const squiggle = workbench.page.locator('.squiggly-error').first();
    await squiggle.waitFor();
    await workbench.hoverUntil(squiggle, workbench.page.locator('.monaco-hover', { hasText: 'over-assigned-purchase' }));
  },
  async position(workbench) {
    await workbench.page.setViewportSize({ ...size, height: 900 });
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.open(example, lineOf(example, 'quantity: 4'));
    await workbench.page.locator('.squiggly-error').first().waitFor();
    await workbench.command('Exchange: Show License Position');
    const page = workbench.page.frameLocator('iframe.webview').frameLocator('iframe');
    await page.getByRole('heading', { name: 'Owned and assigned' }).waitFor();
  },
  async snippets(workbench) {
    await workbench.page.setViewportSize({ ...size, height: 360 });
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.open('activate.ps1', 3);
    await workbench.page.keyboard.type('exch');
    await workbench.pressUntil('Control+Space', workbench.page.locator('.suggest-widget.visible', { hasText: 'exchActivation' }));
    // Once more for what the snippet inserts.
    await workbench.page.keyboard.press('Control+Space');
    await workbench.page.locator('.suggest-details').waitFor();
  },
};

const size = { width: 1280, height: 720 };
const settings = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};
const images = path.join(root, 'docs/images');
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(shots);

try {
  await installHost();
  await report();
  await withVSCode(path.join(root, 'examples'), { installed: true, settings }, async (session) => {
    mkdirSync(images, { recursive: true });
    for (const name of names) {
      await take(name, session);
    }
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
process.exit();

async function take(name, { server, browser, folder }) {
  const page = await newPage(browser, { ...size, scale: 1.25 });
  const workbench = new Workbench(page);
  try {
    await workbench.load(server.url({ folder }));
    await shots[name](workbench);
    // The workbench counts findings and fades things in a little later.
    await page.waitForTimeout(2000);
    await page.screenshot({ path: path.join(images, `${name}.png`), animations: 'disabled' });
    console.log(`docs/images/${name}.png`);
  } catch (error) {
    const picture = path.join('out', `${name}-failed.png`);
    await page.screenshot({ path: path.join(root, picture) });
    throw new Error(`The picture "${name}" can't be taken; what VS Code showed is in ${picture}. ${error.message}`);
  } finally {
    await page.context().close();
  }
}

/** Makes the license position of the example in all formats, and a picture of its page. */
async function report() {
  mkdirSync(path.join(root, 'out/report'), { recursive: true });
  for (const ending of ['html', 'md', 'csv', 'json']) {
    await runNode(['dist/cli.js', 'report', `examples/${example}`, '--as-of', '2026-11-24', '--output', `out/report/position.${ending}`, '--force']);
  }
  const browser = await startBrowser();
  try {
    const page = await newPage(browser, { ...size, scale: 1 });
    await page.setContent(readFileSync(path.join(root, 'out/report/position.html'), 'utf8'));
    await page.screenshot({ path: path.join(root, 'out/report/position.png'), fullPage: true });
  } finally {
    await browser.close();
  }
  console.log('out/report/');
}

/** The line of an example on which `text` stands first. */
function lineOf(file, text) {
  const before = readFileSync(path.join(root, 'examples', file), 'utf8').split(text, 1)[0];
  return before.split('\n').length;
}
