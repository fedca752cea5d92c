import assert from 'node:assert/strict';
import { normalize } from '../../../src/core/register/identifier';

describe('normalize', () => {
  for (const text of ['', 'a', 'anna.nowak@contoso.example', 'contoso\\anowak', 'po 2024 17', 'żółć łódź', 'あ い']) {
    it(`leaves ${JSON.stringify(text)}`, () => {
      assert.equal(normalize(text), text);
    });
  }

  for (const [text, expected] of [
    ['Anna.Nowak@Contoso.Example', 'anna.nowak@contoso.example'],
    ['CONTOSO\\ANowak', 'contoso\\anowak'],
    [' FV/2024/02/0147 ', 'fv/2024/02/0147'],
    ['PO  2024   17', 'po 2024 17'],
    ['PO\t2024', 'po 2024'],
    ['PO\r\n  2024', 'po 2024'],
    ['PO\u00a02024', 'po 2024'],
    ['PO \u00a0 2024', 'po 2024'],
    ['\u00a0PO 2024\u2003', 'po 2024'],
    ['PO\u20092024', 'po 2024'],
    ['\ufeffPO', 'po'],
    ['   ', ''],
    ['\t', ''],
    ['ŻÓŁĆ', 'żółć'],
    ['ÄÖÜ', 'äöü'],
    ['ИВАН', 'иван'],
    ['あ　い', 'あ い'],
  ] as const) {
    it(`makes ${JSON.stringify(text)} ${JSON.stringify(expected)}`, () => {
      assert.equal(normalize(text), expected);
      assert.equal(normalize(expected), expected);
    });
  }

  it('equals its definition for every blank and its neighbors', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const character = String.fromCharCode(code);
      for (const text of [`a${character}b`, `${character}b`, `a ${character}`]) {
        assert.equal(normalize(text), text.toLowerCase().trim().replace(/\s+/g, ' '));
      }
    }
  });
});
