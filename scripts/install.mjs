#!/usr/bin/env node
// node scripts/install.mjs: runs "npm ci" if node_modules isn't what package-lock.json asks for.
import { installModules } from './support/modules.mjs';

try {
  await installModules();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
