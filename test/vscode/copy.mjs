import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Copies a folder to where anything may be written into it; `remove` removes the copy. */
export function copyOf(source) {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'exchange-license-register-workspace-'));
  const folder = path.join(parent, path.basename(source));
  cpSync(source, folder, { recursive: true });
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5 }) };
}
