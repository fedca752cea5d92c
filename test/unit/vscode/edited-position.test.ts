import assert from 'node:assert/strict';
import { lineStartsOf, positionAt, withEditsFromEnd } from '../../../src/core/text/text';
import { editedPosition } from '../../../src/vscode/features/edited-position';

const text = 'one\n  two\n    three\nfour\n';

/** Where the `|` comes to when the text between the brackets gives way to `newText`; undefined where it has gone. */
function moved(marked: string, newText: string): string | undefined {
  const plain = marked.replace(/[[\]|]/g, '');
  assert.equal(plain, text);
  const starts = lineStartsOf(text);
  const at = (mark: string) => positionAt(starts, marked.replace(new RegExp(`[${'[]|'.replace(mark, '').replace(/[[\]|]/g, '\\$&')}]`, 'g'), '').indexOf(mark));
  const edit = { range: { start: at('['), end: at(']') }, newText };
  const position = editedPosition(at('|'), [edit]);
  if (!position) {
    return undefined;
  }
  const after = withEditsFromEnd(text, [edit]);
  const offset = lineStartsOf(after)[position.line]! + position.character;
  return `${after.slice(0, offset)}|${after.slice(offset)}`;
}

describe('A position in an edited text', () => {
  it('stays before an edit', () => {
    assert.equal(moved('one\n  |two\n    thr[]ee\nfour\n', 'x\ny'), 'one\n  |two\n    thrx\nyee\nfour\n');
  });

  it('moves with the text behind an edit, on its line and on others', () => {
    assert.equal(moved('[one]\n  |two\n    three\nfour\n', 'a\nb'), 'a\nb\n  |two\n    three\nfour\n');
    assert.equal(moved('one\n [ ]|two\n    three\nfour\n', ''), 'one\n |two\n    three\nfour\n');
    assert.equal(moved('one\n[]  |two\n    three\nfour\n', '- x\n'), 'one\n- x\n  |two\n    three\nfour\n');
    assert.equal(moved('one[\n  ]|two\n    three\nfour\n', ', '), 'one, |two\n    three\nfour\n');
  });

  it('goes with what is taken away around it', () => {
    assert.equal(moved('one\n[  |two\n    three\n]four\n', ''), undefined);
    assert.equal(moved('one\n  t[w|o]\n    three\nfour\n', 'x'), undefined);
  });

  it('stands behind what is typed at it, and before what replaces the text behind it', () => {
    assert.equal(moved('one\n  two[]|\n    three\nfour\n', '1'), 'one\n  two1|\n    three\nfour\n');
    assert.equal(moved('one\n  |[two]\n    three\nfour\n', 'x'), 'one\n  |x\n    three\nfour\n');
  });

  it('follows several edits, each in the text after the ones before it', () => {
    const edit = (line: number, newText: string) => ({ range: { start: { line, character: 0 }, end: { line, character: 0 } }, newText });
    assert.deepEqual(editedPosition({ line: 2, character: 4 }, [edit(1, 'x\n'), edit(0, 'y\nz\n')]), { line: 5, character: 4 });
  });
});
