import assert from 'node:assert/strict';

import { paintFor } from '../../../src/cli/color';

describe('color', () => {
  const cases: readonly [what: string, env: Record<string, string>, isTTY: boolean, noColor: boolean, colored: boolean][] = [
    ['is for terminals', {}, true, false, true],
    ['is not for pipes', {}, false, false, false],
    ['is not for a terminal that knows none', { TERM: 'dumb' }, true, false, false],
    ['gives way to --no-color', { FORCE_COLOR: '1' }, true, true, false],
    ['gives way to NO_COLOR', { NO_COLOR: '1' }, true, false, false],
    ['gives way to NO_COLOR even where FORCE_COLOR is set', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false, false],
    ['ignores an empty NO_COLOR', { NO_COLOR: '' }, true, false, true],
    ['goes into a pipe with FORCE_COLOR', { FORCE_COLOR: '1' }, false, false, true],
    ['is off with FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, false, false],
  ];
  for (const [what, env, isTTY, noColor, colored] of cases) {
    it(what, () => {
      assert.equal(paintFor({ env, isTTY }, noColor)('red', 'x'), colored ? '\u001b[31mx\u001b[39m' : 'x');
    });
  }
});
