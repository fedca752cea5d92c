import assert from 'node:assert/strict';
import { reasonOf } from '../../../src/vscode/read-failure';

describe('Why VS Code can\'t read a file', () => {
  const reason = (code: string, message = `${code} (FileSystemError)`) => reasonOf(Object.assign(new Error(message), { code }));

  it('is said in our words where it is known, and in those of the system where it is not', () => {
    assert.equal(reason('FileNotFound'), 'does not exist. Check how it is written.');
    assert.equal(reason('FileIsADirectory'), 'cannot be read: it is a folder. Name a file.');
    assert.equal(reason('NoPermissions'), 'cannot be read: access is denied. Check its permissions.');
    assert.equal(reason('Unavailable', 'the server is gone.'), 'cannot be read: the server is gone. Check it and try again.');
    assert.equal(reasonOf(new TypeError('The encoded data was not valid')), 'is not UTF-8. Save it as UTF-8 ("Save with Encoding").');
  });
});
