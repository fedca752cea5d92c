import assert from 'node:assert/strict';
import { expandSnippet, fillSnippet, parseSnippet } from '../../../../src/exchange/shell/snippet';

const inserted = (body: string) => expandSnippet(parseSnippet(body));

describe('A snippet', () => {
  for (const [body, text] of [
    [String.raw`\$x = \} \\fs`, String.raw`$x = } \fs`],
    ["-Identity '${1:EX01}' $0", "-Identity 'EX01' "],
    ["'${1:\\\\\\\\fs01\\\\a.req}'", "'\\\\fs01\\a.req'"],
    ['-Services ${3|IIS\\,SMTP,SMTP,POP|}', '-Services IIS,SMTP'],
    ['-CustomAttribute${1|1,2|} ${1} $1', '-CustomAttribute1 1 1'],
    ['a\n${2:b}\nc', 'a\nb\nc'],
    ['${', '${'],
    ['', ''],
  ] as const) {
    it(`inserts ${JSON.stringify(text)} for ${JSON.stringify(body)}`, () => assert.equal(inserted(body), text));
  }

  it('lists the choices of a stop', () => {
    assert.deepEqual(parseSnippet('${3|IIS\\,SMTP,SMTP|}'), [{ kind: 'stop', number: 3, text: 'IIS,SMTP', choices: ['IIS,SMTP', 'SMTP'] }]);
  });

  it('takes what is typed at its stops', () => {
    assert.equal(expandSnippet(parseSnippet("'${1:EX01}' ${1} ${2|a,b|}"), number => (number === 1 ? 'EX07' : 'b')), "'EX07' EX07 b");
  });

  it('is the same when nothing is suggested', () => {
    for (const body of [String.raw`\$x = \} \\fs '${'${1:a\\}\\\\b}'}' ${'${2|a\\,b,c\\||}'} ${'${2}'}`, 'plain']) {
      assert.equal(fillSnippet(parseSnippet(body), () => []), body);
    }
  });

  it('offers one suggestion as text, several as choices, and escapes them', () => {
    const parts = parseSnippet("'${1:EX01}' ${1}");
    assert.equal(fillSnippet(parts, () => ['E}$1']), "'${1:E\\}\\$1}' ${1}");
    assert.equal(fillSnippet(parts, () => ['EX1', 'E,X|2']), "'${1|EX1,E\\,X\\|2|}' ${1}");
  });
});
