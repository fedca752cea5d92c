import assert from 'node:assert/strict';
import { parseDay } from '../../../../src/core/calendar';
import { checked, withFix } from '../../helpers/fixing';

const today = parseDay('2026-11-24')!;

describe('Beginning an entry whose dash was forgotten', () => {
  for (const [name, dash, key] of [['is indented', '  - ', '    '], ['stands at the left edge', '- ', '  '], ['stands far from its keys', '  -   ', '      ']] as const) {
    it(`writes the dash as that above stands, where it ${name}`, () => {
      const text = `assignments:\n${dash}name: Anna Nowak\n${key}email: anna@contoso.example\n${key}name: Jan Kowal  # new\n${key}email: jan@contoso.example\n`;
      const check = checked(text, { today });
      const [finding, ...others] = check.findings().filter(({ rule }) => rule === 'duplicate-key');
      assert.deepEqual(others, []);
      assert.deepEqual(check.fixes(finding!).map(fix => [fix.title, withFix(text, fix)]), [['Begin a new entry here', text.replace(`${key}name: Jan`, `${dash}name: Jan`)]]);
    });
  }

  it('is not offered for a single key that repeats', () => {
    const check = checked('- name: Anna Nowak\n  email: anna@contoso.example\n  name: Anna Nowak\n', { today });
    const [finding] = check.findings().filter(({ rule }) => rule === 'duplicate-key');
    assert.deepEqual(check.fixes(finding!), []);
  });
});
