import assert from 'node:assert/strict';
import { readScriptSettings } from '../../../src/vscode/powershell/script-settings';
import { readCodeLenses, readFiles, readInlayHints, readRun, readSchemaFeatures, readSeverities, type Read } from '../../../src/vscode/settings';

/** What `read` makes of `value`, and what it warns of. */
function reading<T>(read: (from: Read, warn: (sentence: string) => void) => T, value: unknown): [T, string[]] {
  const warnings: string[] = [];
  const result = read(
    () => value,
    sentence => warnings.push(sentence),
  );
  return [result, warnings];
}

const severities = (value: unknown) => reading((read, warn) => readSeverities(read, name => name === 'cal-key' || name === 'yaml-syntax', warn), value);

describe('settings of VS Code', () => {
  it('are taken as they are when they can be used', () => {
    assert.deepEqual(reading(readFiles, ['a/*.yaml', '**/b.yml']), [['a/*.yaml', '**/b.yml'], []]);
    assert.deepEqual(reading(readRun, 'onSave'), ['onSave', []]);
    assert.deepEqual(reading(readSchemaFeatures, 'off'), ['off', []]);
    assert.deepEqual(reading(readCodeLenses, false), [false, []]);
    assert.deepEqual(reading(readInlayHints, false), [false, []]);
    assert.deepEqual(severities({ 'cal-key': 'off', 'yaml-syntax': 'hint' }), [{ 'cal-key': 'off', 'yaml-syntax': 'hint' }, []]);
  });

  it('are ignored with a sentence that names setting and value when they are of a wrong type', () => {
    assert.deepEqual(reading(readFiles, '*.yaml'), [
      [],
      ['The setting exchangeLicenseRegister.files has the value "*.yaml", which is not a list of glob patterns: ignored.'],
    ]);
    assert.deepEqual(reading(readRun, true), [
      'onType',
      ['The setting exchangeLicenseRegister.run has the value true, which is not one of onType, onSave: ignored.'],
    ]);
    assert.deepEqual(reading(readSchemaFeatures, 'never'), [
      'auto',
      ['The setting exchangeLicenseRegister.schemaFeatures has the value "never", which is not one of auto, on, off: ignored.'],
    ]);
    assert.deepEqual(reading(readCodeLenses, 'no'), [true, ['The setting exchangeLicenseRegister.codeLenses has the value "no", which is not one of true, false: ignored.']]);
    assert.deepEqual(reading(readInlayHints, null), [true, ['The setting exchangeLicenseRegister.inlayHints has the value null, which is not one of true, false: ignored.']]);
    for (const value of [null, ['cal-key'], 'off', 1]) {
      assert.deepEqual(severities(value), [
        {},
        [`The setting exchangeLicenseRegister.severities has the value ${JSON.stringify(value)}, which is not rules with their severities: ignored.`],
      ]);
    }
  });

  it('say how scripts are checked', () => {
    const scripts = (check: unknown, version: unknown) => {
      const warnings: string[] = [];
      return [readScriptSettings(name => (name === 'exchangeVersion' ? version : check), 1, sentence => warnings.push(sentence)), warnings];
    };
    assert.deepEqual(scripts('on', '2016'), [{ scope: 'on', version: '2016', today: 1 }, []]);
    assert.deepEqual(scripts('off', 'SE'), ['off', []]);
    assert.deepEqual(scripts(true, 2019), [
      { scope: 'auto', version: 'SE', today: 1 },
      [
        'The setting exchangeLicenseRegister.powershell.check has the value true, which is not one of auto, on, off: ignored.',
        'The setting exchangeLicenseRegister.exchangeVersion has the value 2019, which is not one of SE, 2019, 2016: ignored.',
      ],
    ]);
  });

  it("lose only what can't be used of a list", () => {
    const [files, warnings] = reading(readFiles, ['a.yaml', 1, ' ', 'b.yaml']);
    assert.deepEqual(files, ['a.yaml', 'b.yaml']);
    assert.equal(warnings.length, 2);
  });

  it("lose only the severities that can't be used", () => {
    assert.deepEqual(severities({ 'cal-key': 'fatal', 'cal-kye': 'off', __proto__: null, 'yaml-syntax': 'off' }), [
      { 'yaml-syntax': 'off' },
      [
        'The setting exchangeLicenseRegister.severities.cal-key has the value "fatal", which is not one of error, warning, info, hint, off: ignored.',
        'The setting exchangeLicenseRegister.severities names "cal-kye", which is no rule: ignored.',
      ],
    ]);
  });
});
