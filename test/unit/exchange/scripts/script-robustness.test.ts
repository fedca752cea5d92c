import assert from 'node:assert/strict';
import { checkScript, type ScriptCheckOptions } from '../../../../src/exchange/scripts/check-script';
import { readScript } from '../../../../src/exchange/scripts/read-script';
import { completeScript } from '../../../../src/exchange/scripts/script-completion';
import { hoverInScript } from '../../../../src/exchange/scripts/script-hover';
import { cmdletIndex } from '../../helpers/cmdlet-index';
import { blocksOf, namesIn, readText } from '../../helpers/examples';

const options: ScriptCheckOptions = { version: 'SE', scope: 'on', today: 20_000 };
const told = (text: string) => checkScript(text, cmdletIndex, options).map(({ rule, range: { start, end } }) => `${start.line}:${start.character}-${end.line}:${end.character} ${rule}`);

const scripts = [
  readText('examples/guide.ps1'),
  ...namesIn('docs/powershell').flatMap(page => blocksOf(readText('docs/powershell', page)).map(({ text }) => text)),
  'switch ($x) { 1 { Get-Mailbox -Archive } }\n$y = @{ a = "b $(Get-Mailbox -id $z) c"; \'d\' = @"\nGet-A $(Set-Mailbox -Type \n"@ }\n',
];

describe('A script', () => {
  it('may be empty, or nothing but blanks', () => {
    for (const text of ['', '\ufeff', ' \t', '\r\n\r\n', '\0']) {
      assert.deepEqual(told(text), []);
      assert.equal(hoverInScript(readScript(text), cmdletIndex, 'SE', text.length), undefined);
    }
  });

  it('may start with a byte order mark, and have line breaks of Windows', () => {
    assert.deepEqual(told('\ufeffGet-UMMailbox\r\nGet-Mailbox `\r\n  -Nonsense x\r\n'), ['0:1-0:14 gone-cmdlet', '2:2-2:11 unknown-parameter']);
  });

  it('may have a here-string that never ends', () => {
    assert.deepEqual(told("Get-UMMailbox\n$x = @'\nGet-UMMailbox\n"), ['0:0-0:13 gone-cmdlet']);
  });

  it('may be cut off anywhere, or lack anything before a place', () => {
    for (const script of scripts) {
      for (let place = 0; place <= script.length; place++) {
        for (const text of [script.slice(0, place), script.slice(place), script.slice(0, place) + script.slice(place + 7)]) {
          assert.doesNotThrow(() => told(text), text);
          const read = readScript(text);
          assert.doesNotThrow(() => hoverInScript(read, cmdletIndex, 'SE', Math.min(place, text.length)), text);
          const completed = completeScript(text, Math.min(place, text.length), cmdletIndex, 'SE');
          assert.ok(!completed || (completed.start <= place && completed.end >= Math.min(place, text.length) && completed.end <= text.length), text);
        }
      }
    }
  });

  it('has its commands and what they are given within its text, in order', () => {
    for (const text of scripts) {
      let last = -1;
      for (const { start, nameEnd, end, elements } of readScript(text).commands) {
        assert.ok(last < start && start < nameEnd && nameEnd <= end && end <= text.length);
        assert.ok(elements.every(element => element.start >= nameEnd && element.end <= text.length));
        last = start;
      }
    }
  });
});
