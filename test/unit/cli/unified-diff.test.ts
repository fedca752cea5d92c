import assert from 'node:assert/strict';
import { unifiedDiff } from '../../../src/cli/unified-diff';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}\n`);

describe('unifiedDiff', () => {
  it('is empty where nothing differs', () => {
    assert.equal(unifiedDiff('a.yaml', 'a\nb\n', 'a\nb\n'), '');
    assert.equal(unifiedDiff('a.yaml', '', ''), '');
  });

  it('shows a change with three lines around it, and what is far from it in a hunk of its own', () => {
    const before = numbered(20);
    const after = before.with(1, 'two\n').with(16, 'seventeen\n');
    assert.equal(
      unifiedDiff('a.yaml', before.join(''), after.join('')),
      '--- a/a.yaml\n+++ b/a.yaml\n@@ -1,5 +1,5 @@\n 1\n-2\n+two\n 3\n 4\n 5\n@@ -14,7 +14,7 @@\n 14\n 15\n 16\n-17\n+seventeen\n 18\n 19\n 20\n',
    );
  });

  it('counts the lines that went before', () => {
    const before = numbered(20);
    const after = before.filter(line => line !== '2\n').map(line => (line === '17\n' ? '17\r\n' : line));
    assert.equal(
      unifiedDiff('a.yaml', before.join(''), after.join('')),
      '--- a/a.yaml\n+++ b/a.yaml\n@@ -1,5 +1,4 @@\n 1\n-2\n 3\n 4\n 5\n@@ -14,7 +13,7 @@\n 14\n 15\n 16\n-17\n+17\r\n 18\n 19\n 20\n',
    );
  });

  it('tells where the last line has no end', () => {
    assert.equal(
      unifiedDiff('a.yaml', 'a\nb', 'a\nc'),
      '--- a/a.yaml\n+++ b/a.yaml\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n',
    );
    assert.equal(unifiedDiff('a.yaml', 'a\n', ''), '--- a/a.yaml\n+++ b/a.yaml\n@@ -1 +0,0 @@\n-a\n');
  });
});
