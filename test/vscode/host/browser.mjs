// Shows the workbench of a VS Code server in a Chromium without a window.
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

/** Starts Chromium. Who starts it must close it: no signal does. */
export async function startBrowser() {
  return chromium.launch({
    executablePath: await findChromium(),
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    args: ['--disable-background-networking', '--disable-component-update', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
}

/** Opens a page that reaches nothing but this machine. */
export async function newPage(browser, { width = 1280, height = 800, scale = 1 } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await context.route(
    url => url.hostname !== '127.0.0.1' && !url.hostname.endsWith('localhost'),
    route => route.abort(),
  );
  return context.newPage();
}
