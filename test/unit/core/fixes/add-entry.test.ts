import assert from 'node:assert/strict';
import { parseDay } from '../../../../src/core/calendar';
import { checked, withFix } from '../../helpers/fixing';

const options = { today: parseDay('2026-11-24')! };
const assignment = '- name: Info\n    email: info@contoso.example\n    assigned: 2026-01-05\n    type: Exchange Server SE Standard User CAL\n';

/** A register after the first fix of its generic account, with nothing filled in. */
function mended(text: string): string {
  const check = checked(text, options);
  const finding = check.findings().find(({ rule }) => rule === 'generic-account')!;
  const [fix] = check.fixes(finding);
  return fix ? withFix(text, fix) : text;
}

describe('An entry that a fix adds', () => {
  const noCal = '  - email: info@contoso.example\n    reason: service\n';

  it('stands before the first key when no section comes before its own', () => {
    assert.equal(mended(`assignments:\n  ${assignment}`), `noCal:\n${noCal}assignments:\n  ${assignment}`);
  });

  it('begins its section behind the one before it, apart as the others are', () => {
    const mailboxes = 'mailboxes:\n  - email: ewa@contoso.example\n    kind: shared\n\n# Who holds what\n';
    assert.equal(mended(`${mailboxes}assignments:\n  ${assignment}`), `${mailboxes.replace('\n\n', `\n\nnoCal:\n${noCal}\n`)}assignments:\n  ${assignment}`);
  });

  it('stands in an empty section, whatever says that it is empty', () => {
    for (const [empty, begun] of [['', ''], [' []', ''], [' ~', ''], ['  # none yet', '  # none yet'], [' [] # none yet', ' # none yet']]) {
      assert.equal(mended(`noCal:${empty}\nassignments:\n  ${assignment}`), `noCal:${begun}\n${noCal}assignments:\n  ${assignment}`);
    }
  });

  it('stands behind the last entry, before the comments behind it, and as the others are indented', () => {
    assert.equal(
      mended(`noCal:\n-   email: ewa@contoso.example\n    reason: other\n# Who holds what\nassignments:\n-   ${assignment.slice(2)}`),
      `noCal:\n-   email: ewa@contoso.example\n    reason: other\n-   email: info@contoso.example\n    reason: service\n# Who holds what\nassignments:\n-   ${assignment.slice(2)}`);
  });

  it('stands in brackets where the others do', () => {
    assert.equal(
      mended(`noCal: [{ email: ewa@contoso.example, reason: other }]\nassignments:\n  ${assignment}`),
      `noCal: [{ email: ewa@contoso.example, reason: other }, { email: info@contoso.example, reason: service }]\nassignments:\n  ${assignment}`);
  });

  it('stands above a plain list, which goes on under its key', () => {
    const list = assignment.replaceAll('\n    ', '\n  ');
    assert.equal(mended(list), `noCal:\n- email: info@contoso.example\n  reason: service\n\nassignments:\n${list}`);
  });

  it('is not offered where there is no place for it', () => {
    const text = `noCal: &none [{ email: ewa@contoso.example, reason: other }]\nassignments:\n  ${assignment}`;
    assert.equal(mended(text), text);
  });
});
