import assert from 'node:assert/strict';

import { decodeText, reasonOf } from '../../../src/cli/read-text';

const text = '- name: Łukasz 日本 😀\r\n  email: l@contoso.example\r\n';

function utf16BigEndian(content: string): Buffer {
  return Buffer.from(content, 'utf16le').swap16();
}

describe('decoding a register', () => {
  it('reads UTF-8 and leaves line breaks alone', () => {
    assert.deepEqual(decodeText(Buffer.from(text)), { text });
  });

  it('leaves out the byte order mark of UTF-8', () => {
    assert.deepEqual(decodeText(Buffer.from(`\ufeff${text}`)), { text });
  });

  it('reads UTF-16 of both byte orders by its mark', () => {
    assert.deepEqual(decodeText(Buffer.from(`\ufeff${text}`, 'utf16le')), { text });
    assert.deepEqual(decodeText(utf16BigEndian(`\ufeff${text}`)), { text });
  });

  it('reads an empty file, and one that is only a mark', () => {
    assert.deepEqual(decodeText(Buffer.alloc(0)), { text: '' });
    assert.deepEqual(decodeText(Buffer.from([0xef, 0xbb, 0xbf])), { text: '' });
    assert.deepEqual(decodeText(Buffer.from([0xff, 0xfe])), { text: '' });
  });

  it('reads a replacement character that truly stands in the file', () => {
    assert.deepEqual(decodeText(Buffer.from('a\ufffdb')), { text: 'a\ufffdb' });
  });

  it('names the byte that is not UTF-8, and its line', () => {
    const windows1250 = Buffer.from([...Buffer.from('# \ufffd ok\r\n- name: Zieli'), 0xf1, ...Buffer.from('ski\n')]);
    assert.deepEqual(decodeText(windows1250), {
      problem:
        'is not UTF-8: the byte 0xF1 in line 2 belongs to another encoding. ' +
        'Save it as UTF-8 (in VS Code: "Save with Encoding") and check again.',
    });
  });

  it('takes a letter that is cut off for invalid', () => {
    const cutOff = Buffer.from('name: é').subarray(0, -1);
    assert.match(problemOf(cutOff), /^is not UTF-8: the byte 0xC3 in line 1 /);
  });

  it('refuses UTF-16 that is cut off', () => {
    for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), utf16BigEndian(`\ufeff${text}`)]) {
      assert.match(problemOf(bytes.subarray(0, -1)), /^starts with the mark of UTF-16 but is not UTF-16 throughout; /);
    }
  });

  it('refuses UTF-16 without a mark, and UTF-32', () => {
    assert.match(problemOf(Buffer.from('- name: A', 'utf16le')), /^holds zero bytes: it is UTF-16 without a byte order mark/);
    assert.match(problemOf(utf16BigEndian('- name: A')), /^holds zero bytes: /);
    assert.match(problemOf(Buffer.from([0xff, 0xfe, 0, 0, 0x2d, 0, 0, 0])), /^is UTF-32, which is not read\. /);
  });
});

describe('why a file cannot be read', () => {
  it('is a sentence for what happens often', () => {
    const error = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    assert.equal(reasonOf(error), 'cannot be read: access is denied. Check its permissions.');
  });

  it("is the system's own words for the rest", () => {
    assert.equal(
      reasonOf(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' })),
      'cannot be read: EIO: i/o error, read. Check it and try again.',
    );
  });
});

function problemOf(bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  assert('problem' in decoded);
  return decoded.problem;
}
