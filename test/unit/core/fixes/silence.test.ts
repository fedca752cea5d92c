import assert from 'node:assert/strict';
import { parseDay } from '../../../../src/core/calendar';
import { checked, withFix } from '../../helpers/fixing';

const options = { today: parseDay('2026-11-24')! };

/** The titles of what silences the first finding of a rule, and the register after each of them, with the reason as it is filled in at first. */
function silenced(text: string, rule = 'name-incomplete'): Record<string, string> {
  const check = checked(text, options);
  const finding = check.findings().find(each => each.rule === rule)!;
  return Object.fromEntries(check.silencers(finding).map(fix => {
    assert.equal(fix.safe, false);
    return [fix.title, withFix(text, fix)];
  }));
}

const here = (text: string, rule = 'name-incomplete') => silenced(text, rule)[`Suppress "${rule}" here, with a reason`];

const entry = (name: string, more = '') => `- name: ${name}\n  email: suharto@contoso.example\n  assigned: 2024-03-04\n  type: Core CAL Suite\n${more}`;

describe('Silencing a finding', () => {
  it('is done by a comment behind its line with a reason to fill in, or by a setting', () => {
    const text = `assignments:\n${entry('Suharto').replace(/^/gm, '  ').trimEnd()}\n`;
    assert.deepEqual(silenced(text), {
      'Suppress "name-incomplete" here, with a reason': text.replace('Suharto', 'Suharto # license-register-disable-line name-incomplete -- reason'),
      'Turn "name-incomplete" off in this register': `settings:\n  severities:\n    name-incomplete: off\n${text}`,
    });
  });

  it('goes above a line that has a comment, and keeps its indentation and line ends', () => {
    const text = entry('Suharto # one name');
    assert.equal(here(text), `# license-register-disable-next-line name-incomplete -- reason\n${text}`);
    const crlf = `assignments:\n${text.replace(/^(?=.)/gm, '  ')}`.replaceAll('\n', '\r\n');
    assert.equal(here(crlf), crlf.replace('  - name', '  # license-register-disable-next-line name-incomplete -- reason\r\n  - name'));
  });

  it('takes no hash within a text for a comment', () => {
    const dated = entry('Ewa Lis').replace('2024-03-04', '"4.3. #1"');
    assert.equal(here(dated, 'date-invalid'), dated.replace('#1"', '#1" # license-register-disable-line date-invalid -- reason'));
    assert.equal(here(entry('"Suharto#1"')), entry('"Suharto#1" # license-register-disable-line name-incomplete -- reason'));
  });

  it('goes above a text of several lines, which no comment may break', () => {
    const folded = entry('Ewa Lis').replace('2024-03-04', '>-\n    4.3.\n    2024');
    assert.equal(here(folded, 'date-invalid'), folded.replace('  assigned', '  # license-register-disable-next-line date-invalid -- reason\n  assigned'));
    const plain = entry('Ewa Lis').replace('2024-03-04', '4.3.\n    2024');
    assert.equal(here(plain, 'date-invalid'), plain.replace('  assigned', '  # license-register-disable-next-line date-invalid -- reason\n  assigned'));
  });

  it('adds the rule to a comment that silences others there', () => {
    for (const [before, after] of [
      ['# license-register-disable-line cal-key -- so it is', '# license-register-disable-line name-incomplete, cal-key -- so it is'],
      ['#license-register-disable-line', '#license-register-disable-line name-incomplete'],
    ] as const) {
      assert.equal(here(entry(`Suharto ${before}`)), entry(`Suharto ${after}`));
    }
    const above = entry('Ewa Lis').replace('  assigned: 2024', '  # license-register-disable-next-line cal-key -- so it is\n  assigned: 04.2024');
    assert.equal(here(above, 'date-invalid'), above.replace('next-line ', 'next-line date-invalid, '));
    const below = entry('Ewa Lis').replace('2024', '04.2024').replace('  type', '  # license-register-disable-next-line cal-key -- so it is\n  type');
    assert.equal(here(below, 'date-invalid'), below.replace('04.2024-03-04', '04.2024-03-04 # license-register-disable-line date-invalid -- reason'));
    const elsewhere = `${entry('Suharto', '  note: x # license-register-disable-line cal-key -- so it is\n')}`;
    assert.equal(here(elsewhere), elsewhere.replace('Suharto', 'Suharto # license-register-disable-line name-incomplete -- reason'));
  });

  it('leaves out a comment of what none can silence, and a setting where none can stand', () => {
    const section = (entries: string) => `assignments:\n${entries}`;
    const offered = (text: string, rule: string) => Object.keys(silenced(text, rule)).map(title => title.replace(rule, 'it'));
    for (const [text, rule] of [
      [section(entry('Suharto Adi # license-register-disable-line cal-key -- no more')), 'unused-suppression'],
      [section(entry('Suharto # license-register-disable-line name-incomplete')), 'suppression-without-reason'],
      [`${section(entry('Ewa Lis'))}---\n${section(entry('Jan Kowal'))}`, 'several-documents'],
      [section('  - name: "Ewa\n'), 'yaml-syntax'],
    ] as const) {
      assert.deepEqual(offered(text, rule), ['Turn "it" off in this register'], rule);
    }
    assert.deepEqual(offered(entry('Suharto'), 'name-incomplete'), ['Suppress "it" here, with a reason'], 'a plain list has no place for settings');
  });
});
