#!/usr/bin/env node
// node scripts/screenshots.mjs [--theme dark|light|contrast]… [NAME…]: takes the pictures that scripts/shots/ describes from
// a real VS Code into out/screenshots/, those of README.md, which are dark, into docs/images/ as well; and makes the license position of
// the example in all formats, with a picture of its page, in out/report/.
import { copyFileSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { newPage, startBrowser } from '../test/vscode/host/browser.mjs';
import { installHost } from '../test/vscode/host/install.mjs';
import { withVSCode } from '../test/vscode/host/session.mjs';
import { Workbench } from '../test/vscode/host/workbench.mjs';
import { example } from './support/example.mjs';
import { root, runNode } from './support/run.mjs';

const size = { width: 1280, height: 720 };
const settings = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};
const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern', contrast: 'Default High Contrast' };
const pictures = path.join(root, 'out/screenshots');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { theme: { type: 'string', multiple: true, default: ['dark'] } },
});
const names = positionals.length > 0 ? positionals : readdirSync(path.join(root, 'scripts/shots')).map(file => path.parse(file).name);

try {
  await installHost();
  await report();
  mkdirSync(pictures, { recursive: true });
  for (const theme of options.theme) {
    await withVSCode(path.join(root, 'examples'), { installed: true, settings: { ...settings, 'workbench.colorTheme': themes[theme] } }, async session => {
      for (const name of names) {
        await take(name, theme, session);
      }
    });
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
process.exit();

async function take(name, theme, { server, browser, folder }) {
  const { show } = await import(`./shots/${name}.mjs`);
  const page = await newPage(browser, { ...size, scale: 1.25 });
  const workbench = new Workbench(page);
  const picture = theme === 'dark' ? `${name}.png` : `${name}-${theme}.png`;
  try {
    await workbench.load(server.url({ folder }));
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await show(workbench);
    // The workbench counts findings and fades things in a little later.
    await page.waitForTimeout(2000);
    await page.screenshot({ path: path.join(pictures, picture), animations: 'disabled' });
    console.log(`out/screenshots/${picture}`);
    // What was typed would be there again in the next picture.
    await page.keyboard.press('Escape');
    await workbench.command('View: Revert and Close Editor');
    if (readme.includes(`docs/images/${picture}`)) {
      copyFileSync(path.join(pictures, picture), path.join(root, 'docs/images', picture));
    }
  } catch (error) {
    const failed = path.join('out', `${name}-failed.png`);
    await page.screenshot({ path: path.join(root, failed) });
    throw new Error(`The picture "${name}" can't be taken; what VS Code showed is in ${failed}. ${error.message}`);
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
