import assert from 'node:assert/strict';
import { cpuSecondsOf } from '../helpers/cpu-seconds';

import { excerptOf } from '../../../src/cli/formats/excerpt';

/** The source above its underline, as a reader sees them. */
function excerpt(line: string, start: number, end: number, columns = 60): [string, string] {
  const { source, underline } = excerptOf(line, start, end, columns);
  return [source, underline];
}

describe('an excerpt', () => {
  it('marks the stretch', () => {
    assert.deepEqual(excerpt('quantity: 10', 10, 12), [
      'quantity: 10', //
      '          ^^',
    ]);
  });

  it('has one caret where nothing is marked, at the end of the line, and behind it', () => {
    assert.deepEqual(excerpt('name:', 2, 2), ['name:', '  ^']);
    assert.deepEqual(excerpt('name:', 5, 5), ['name:', '     ^']);
    assert.deepEqual(excerpt('name:', 900, 901), ['name:', '     ^']);
    assert.deepEqual(excerpt('', 0, 0), ['', '^']);
  });

  it('gives tabs and wide letters the columns they take', () => {
    assert.deepEqual(excerpt('\tname: x', 7, 8), ['    name: x', '          ^']);
    assert.deepEqual(excerpt('日本: 한국', 4, 6), ['日本: 한국', '      ^^^^']);
    assert.deepEqual(excerpt('😀 👩‍👩‍👧 x', 12, 13), ['😀 👩‍👩‍👧 x', '      ^']);
    assert.deepEqual(excerpt('Zoe\u0308 x', 5, 6), ['Zoe\u0308 x', '    ^']);
  });

  it('marks a letter as a whole when the stretch covers a part of it', () => {
    assert.deepEqual(excerpt('a😀b', 2, 3), ['a😀b', ' ^^']);
  });

  it('shows control characters instead of obeying them', () => {
    assert.deepEqual(excerpt('a\u001b[2J\u202eb', 1, 2), ['a\u241b[2J\ufffdb', ' ^']);
  });

  const long = `note: ${'abcdefghij'.repeat(20)}`;

  it('clips a long line at its end when the mark is near its start', () => {
    assert.deepEqual(excerpt(long, 0, 4, 40), [
      'note: abcdefghijabcdefghijabcdefghijab\u2026', //
      '^^^^',
    ]);
  });

  it('clips a long line on both sides of a mark in its middle', () => {
    assert.deepEqual(excerpt(long, 106, 116, 40), [
      '\u2026ijabcdefghijabcdefghijabcdefghijabcdef\u2026',
      `${' '.repeat(13)}${'^'.repeat(10)}`,
    ]);
  });

  it('clips a long line at its start when the mark is at its end', () => {
    const [source, underline] = excerpt(long, long.length - 3, long.length, 40);
    assert.equal(source, `\u2026${long.slice(-15)}`);
    assert.equal(underline, `${' '.repeat(13)}^^^`);
  });

  it('shows the start of a mark that is longer than the space', () => {
    const [source, underline] = excerpt(long, 6, 206, 40);
    assert.equal(source.length, 40 - 1);
    assert.equal(underline, `${' '.repeat(6)}${'^'.repeat(32)}`);
  });

  it('never takes more than its space, nor long', () => {
    const lines = ['x'.repeat(3_000_000), '日本'.repeat(1_000_000), '😀'.repeat(1_000_000), '\t'.repeat(1_000_000)];
    for (const line of lines) {
      const columns = /[日本😀]/u.test(line) ? 2 : 1;
      const seconds = cpuSecondsOf(() => {
        for (const start of [0, 1, 57, 500_000, line.length - 1, line.length]) {
          const { source, underline } = excerptOf(line, start, start + 10, 60);
          assert(Array.from(source.replaceAll('\u2026', '')).length * columns <= 58);
          assert(underline.length <= 60);
          assert.doesNotMatch(source, /\p{Surrogate}/u);
        }
      });
      assert(seconds < 0.5, `${seconds} s`);
    }
  });
});
