import assert from 'node:assert/strict';
import { truncate } from 'node:fs/promises';
import path from 'node:path';
import { exportFilesOf } from '../../../../src/cli/export-files';
import { formatDay, parseDay } from '../../../../src/core/calendar';
import { RegisterCheck } from '../../../../src/core/check';
import { exportKinds, type ExportKind } from '../../../../src/core/exports/exports';
import { mainPath } from '../../../../src/core/register/inclusion';
import { checkWithExports, readExports } from '../../../../src/exchange/exports/bring-exports';
import { inFolder } from '../../cli/temporary-folder';
import { readText, root } from '../../helpers/examples';

const atOnce = () => Promise.resolve();

/** What comes of files, one of each kind. */
async function brought(files: Partial<Record<ExportKind, string>>) {
  const requests = exportKinds.filter(kind => kind in files).map(kind => ({ path: mainPath, kind, file: `${kind}.csv` }));
  return readExports(requests, { read: ({ kind }) => Promise.resolve(Buffer.from(files[kind]!)) }, atOnce);
}

describe('Exports', () => {
  it('of mailboxes are joined with the last logons', async () => {
    const [mailboxes] = await brought({
      mailboxes: 'PrimarySmtpAddress,RecipientTypeDetails,ExchangeGuid\na@contoso.example,UserMailbox,AA\nb@contoso.example,UserMailbox,BB\n',
      logons: 'MailboxGuid,LastLogonTime\naa,2026-11-20T14:03:11\n',
    });
    assert.deepEqual(mailboxes!.mailboxes!.map(({ lastLogon }) => lastLogon && formatDay(lastLogon)), ['2026-11-20', undefined]);
  });

  it('that are cut off or list no mailbox say nothing about anybody', async () => {
    const [cutOff] = await brought({ mailboxes: 'PrimarySmtpAddress,RecipientTypeDetails\na@contoso.example,UserMailbox\nb@cont' });
    assert.deepEqual([cutOff!.isRead, cutOff!.mailboxes], [false, undefined]);
    assert.match(cutOff!.problems[0]!.text, /after 1 whole row,/);
    const [contacts] = await brought({ mailboxes: 'PrimarySmtpAddress,RecipientTypeDetails\na@contoso.example,MailContact\n' });
    assert.deepEqual([contacts!.isRead, contacts!.problems.map(({ text }) => text)], [false, ['lists no mailbox: its rows are other recipients.']]);
  });

  it('are told in sentences', async () => {
    const folder = path.join(root, 'test/rules/export-unreadable/faults');
    const check = new RegisterCheck(readText('test/rules/export-unreadable/faults/license-register.yaml'), { today: parseDay('2026-11-24')! });
    check.work();
    await checkWithExports(check, exportFilesOf(path.join(folder, 'license-register.yaml')));
    assert.deepEqual(check.findings().map(({ message }) => message), [
      '"exports/cut-off.csv" ends in the middle of a row, after 1 whole row, so it is cut off and nothing of it is used. Export again, and copy the file whole.',
      '"exports/format-table.csv" is a table as Format-Table shows it, not a CSV file. Leave Format-Table or Format-List out of the command and end it with: Export-Csv -NoTypeInformation -Encoding UTF8',
      '"exports/header-only.csv" has a header and no rows, so nothing of it is used. Check that the command ran with rights to see everything, and export again.',
      '"exports/ambiguous.csv" has dates such as "3/4/2026 2:03:11 PM", of which it can\'t be told whether the day or the month comes first. Export again with the command of this extension, which writes the year first.',
    ]);
  });

  it('are read in slices', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `p${index}@contoso.example,UserMailbox`).join('\n');
    let breaths = 0;
    await readExports([{ path: mainPath, kind: 'mailboxes', file: 'mailboxes.csv' }], { read: () => Promise.resolve(Buffer.from(`PrimarySmtpAddress,RecipientTypeDetails\n${rows}\n`)) }, () => {
      breaths++;
      return Promise.resolve();
    });
    assert.ok(breaths > 0);
  });
});

describe('Exports on the command line', () => {
  it('lie below the folder of the register', () =>
    inFolder({ 'out.csv': 'a', 'register/in.csv': 'b', 'register/deeper/in.csv': 'c' }, async folder => {
      const files = exportFilesOf(path.join(folder, 'register/license-register.yaml'));
      const read = async (file: string) => {
        const found = await files.read({ path: mainPath, kind: 'cals', file });
        return 'problem' in found ? found.problem.text : Buffer.from(found).toString();
      };
      assert.deepEqual(await Promise.all(['in.csv', 'deeper\\in.csv', './deeper/../in.csv'].map(read)), ['b', 'c', 'b']);
      assert.match(await read('../out.csv'), /^lies outside/);
      assert.match(await read(path.join(folder, 'register/in.csv')), /^lies outside/);
      assert.match(await read('none.csv'), /^does not exist/);
    }));

  it('that are none are told in sentences, whatever they hold', () =>
    inFolder({ 'license-register.yaml': '', 'empty.csv': '', 'blank.csv': '\ufeff\r\n\r\n', 'book.csv': 'PK\x03\x04 and so on', 'zeros.csv': '\0\x01\0\0\x02', 'large.csv': '', 'people.csv': 'First,Last\nAnna,Nowak\n', 'folder.csv/in.csv': '' }, async folder => {
      await truncate(path.join(folder, 'large.csv'), 50_000_001);
      for (const [file, said] of [
        ['empty.csv', 'is empty. Save or export it again.'],
        ['blank.csv', 'is empty. Save or export it again.'],
        ['book.csv', 'is an Excel workbook or another archive'],
        ['zeros.csv', 'holds bytes that are no text'],
        ['large.csv', 'is larger than 50 MB'],
        ['people.csv', 'has no column PrimarySmtpAddress'],
        ['folder.csv', 'cannot be read: it is a folder'],
        ['none.csv', 'does not exist'],
        ['../out.csv', 'lies outside the folder that this register may read'],
      ] as const) {
        const check = new RegisterCheck(`exports: { mailboxes: ${file} }\nassignments: []\n`, { today: parseDay('2026-11-24')! });
        check.work();
        await checkWithExports(check, exportFilesOf(path.join(folder, 'license-register.yaml')));
        assert.deepEqual(check.findings().map(({ rule, message }) => [rule, message.slice(0, file.length + 3 + said.length)]), [['export-unreadable', `"${file}" ${said}`]]);
      }
    }));
});
