import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import path from 'node:path';

import { exportFilesOf } from '../../../src/cli/export-files';
import { mainPath } from '../../../src/core/register/inclusion';
import { inFolder } from './temporary-folder';

/** What is said of a file that the register `company/r.yaml` names under `exports`, or what it holds. */
async function outcomeOf(file: string, files: Readonly<Record<string, string>> = {}, links: Readonly<Record<string, string>> = {}): Promise<string> {
  let outcome = '';
  await inFolder({ 'company/r.yaml': '', ...files }, async folder => {
    for (const [link, target] of Object.entries(links)) {
      await symlink(target, path.join(folder, link));
    }
    const read = await exportFilesOf(path.join(folder, 'company/r.yaml')).read({ path: mainPath, kind: 'mailboxes', file });
    outcome = 'problem' in read ? read.problem.text : Buffer.from(read).toString();
  });
  return outcome;
}

describe('An export that a register names', () => {
  it('is read from the folder of the register on, with slashes of either kind', async () => {
    for (const file of ['out/mailboxes.csv', 'out\\mailboxes.csv', './out/mailboxes.csv']) {
      assert.equal(await outcomeOf(file, { 'company/out/mailboxes.csv': 'Name' }), 'Name');
    }
  });

  it('is not read from outside that folder, by a path or a link', async () => {
    const outside = 'lies outside the folder that this register may read: put the exports below that folder.';
    const files = { 'other/mailboxes.csv': 'Name' };
    assert.equal(await outcomeOf('../other/mailboxes.csv', files), outside);
    assert.equal(await outcomeOf('link.csv', files, { 'company/link.csv': '../other/mailboxes.csv' }), outside);
    assert.equal(await outcomeOf('link/mailboxes.csv', files, { 'company/link': '../other' }), outside);
  });

  it('says in words that it is not there, or no file', async () => {
    assert.equal(await outcomeOf('mailboxes.csv'), 'does not exist. Check how it is written: paths start from the folder of the register.');
    assert.equal(await outcomeOf('out', { 'company/out/mailboxes.csv': '' }), 'cannot be read: it is a folder. Name a file.');
  });
});
