import assert from 'node:assert/strict';
import { readFile, stat, symlink, chmod, lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

import { run } from '../../../src/cli/run';
import { fakeIo } from './fake-io';
import { inFolder } from './temporary-folder';

const cal = 'Exchange Server 2019 Standard User CAL';
const list = `Imię;Nazwisko;E-mail;Licencja;Data przypisania;Dział\r\nAnna;Nowak;anna@contoso.example;${cal};04.03.2024;IT\r\nEwa;Lis;ewa@contoso.example;${cal};;HR\r\n`;
const register = `- name: Jan Kowal\r\n  email: jan@contoso.example\r\n  assigned: 2024-03-04\r\n  type: ${cal}\r\n`;

const dependencies = { createCheck: () => assert.fail(), rules: [], pagesFolder: '' };

async function importing(files: Readonly<Record<string, string | Uint8Array>>, args: readonly string[], look: (folder: string, outcome: { code: number; output: string; errors: string }) => Promise<void> | void) {
  await inFolder(files, async folder => {
    const io = fakeIo({ cwd: folder });
    const code = await run(['import', ...args], io, dependencies);
    await look(folder, { code, output: io.output(), errors: io.errors() });
  });
}

const text = (folder: string, name: string) => readFile(path.join(folder, name), 'utf8');

describe('import on the command line', () => {
  it('appends rows to a register and tells what it did', () =>
    importing({ 'list.csv': list, 'r.yaml': register }, ['list.csv', '--register', 'r.yaml', '--purchase', 'PO-1'], async (folder, { code, output, errors }) => {
      assert.deepEqual([code, errors], [0, '']);
      assert.equal(await text(folder, 'r.yaml'), `${register}- name: Anna Nowak\r\n  email: anna@contoso.example\r\n  assigned: 2024-03-04\r\n  type: ${cal}\r\n  purchase: PO-1\r\n- name: Ewa Lis\r\n  email: ewa@contoso.example\r\n  type: ${cal}\r\n  purchase: PO-1\r\n`);
      assert.equal(output, [
        'Columns: firstName = "Imię", lastName = "Nazwisko", email = "E-mail", type = "Licencja" and assigned = "Data przypisania". Not used: "Dział".',
        'Row 3: It has no date of assignment.',
        '2 rows: 2 new, 0 in the register already, 0 twice in the list, 0 without a person or device.',
        '2 assignments added to "r.yaml".',
        '',
      ].join('\n'));
      assert.equal(await text(folder, 'list.csv'), list);
      assert.deepEqual((await readdir(folder)).sort(), ['list.csv', 'r.yaml']);
    }));

  it('a second time adds nobody', () =>
    importing({ 'list.csv': list, 'r.yaml': register }, ['list.csv', '--register', 'r.yaml'], async folder => {
      const before = await text(folder, 'r.yaml');
      const io = fakeIo({ cwd: folder });
      assert.equal(await run(['import', 'list.csv', '--register', 'r.yaml'], io, dependencies), 0);
      assert.match(io.output(), /2 in the register already.*\nThere is nothing to add to "r\.yaml"\.\n$/s);
      assert.equal(await text(folder, 'r.yaml'), before);
    }));

  it('shows with --dry-run what it would do, and writes nothing', () =>
    importing({ 'list.csv': list, 'r.yaml': register }, ['list.csv', '--register', 'r.yaml', '--dry-run'], async (folder, { code, output }) => {
      assert.equal(code, 0);
      assert.match(output, /Row 2: Anna Nowak \| anna@contoso\.example \| 2024-03-04 \| Exchange/);
      assert.match(output, /2 assignments would be added to "r\.yaml"; nothing is written\.\n$/);
      assert.equal(await text(folder, 'r.yaml'), register);
    }));

  it('makes a register that is not there', () =>
    importing({ 'list.csv': list }, ['list.csv', '--register', 'new.yaml'], async (folder, { code }) => {
      assert.equal(code, 0);
      assert.match(await text(folder, 'new.yaml'), /^- name: Anna Nowak\n {2}email/);
    }));

  it('keeps the encoding, the mode and links of a register', () =>
    inFolder({ 'list.csv': list, 'real.yaml': Buffer.from(`\ufeff${register}`, 'utf16le') }, async folder => {
      await chmod(path.join(folder, 'real.yaml'), 0o640);
      await symlink('real.yaml', path.join(folder, 'r.yaml'));
      assert.equal(await run(['import', 'list.csv', '--register', 'r.yaml'], fakeIo({ cwd: folder }), dependencies), 0);
      assert.match((await readFile(path.join(folder, 'real.yaml'))).toString('utf16le'), /^\ufeff- name: Jan[^]*Anna Nowak/);
      assert.equal((await stat(path.join(folder, 'real.yaml'))).mode & 0o777, 0o640);
      assert.ok((await lstat(path.join(folder, 'r.yaml'))).isSymbolicLink());
    }));

  it('asks for the order of dates where it is open', () =>
    importing({ 'list.csv': 'Name,Email,Assigned\nAnna Nowak,a@contoso.example,3/4/2024\n' }, ['list.csv', '--register', 'r.yaml'], async (folder, { code, errors }) => {
      assert.equal(code, 2);
      assert.match(errors, /the day first or the month first, as in "3\/4\/2024": add --date-order dmy or --date-order mdy\./);
      assert.equal(await run(['import', 'list.csv', '--register', 'r.yaml', '--date-order', 'mdy'], fakeIo({ cwd: folder }), dependencies), 0);
      assert.match(await text(folder, 'r.yaml'), /assigned: 2024-03-04/);
    }));

  it('takes columns that are named, by name or number', () =>
    importing({ 'list.csv': 'A, b,Since\nx,a@contoso.example,2024-03-04\n' }, ['list.csv', '--register', 'r.yaml', '--columns', 'name=a,note=2,assigned=Since', '--dry-run'], (_folder, { output }) => {
      assert.match(output, /^Columns: name = "A", assigned = "Since" and note = "b"\./);
    }));

  it('says what it can not use, and where types are worded in a way of their own', async () => {
    const errorOf = async (files: Readonly<Record<string, string>>, ...args: string[]) => {
      let said = '';
      await importing(files, args, (_folder, { code, errors }) => {
        said = `${code} ${errors}`;
      });
      return said;
    };
    assert.match(await errorOf({ 'l.csv': list }, 'l.csv'), /^2 --register is missing/);
    assert.match(await errorOf({ 'l.csv': list }, '--register', 'r.yaml'), /^2 "import" needs the CSV file/);
    assert.match(await errorOf({ 'l.csv': list }, 'l.csv', '--register', 'r.yaml', '--columns', 'mail=x'), /^2 --columns cannot be "mail".*Did you mean "email"\?/);
    assert.match(await errorOf({ 'l.csv': list }, 'l.csv', '--register', 'r.yaml', '--columns', 'email=Post'), /^2 There is no column "Post"\. The columns are "Imię"/);
    assert.match(await errorOf({ 'l.csv': list }, 'l.csv', '--register', 'r.yaml', '--type', 'CAL'), /^2 --type cannot be "CAL"/);
    assert.match(await errorOf({}, 'l.csv', '--register', 'r.yaml'), /^3 "l\.csv" does not exist/);
    assert.match(await errorOf({ 'l.csv': '' }, 'l.csv', '--register', 'r.yaml'), /^3 "l\.csv" is empty\. Save or export it again\.\n$/);
    assert.match(await errorOf({ 'l.csv': list, 'r.yaml': '{ assignments: [{ name: Ewa }] }\n' }, 'l.csv', '--register', 'r.yaml'), /^3 "r\.yaml" is written in a way that leaves no place/);
    assert.match(await errorOf({ 'l.csv': list }, '.', '--register', 'r.yaml'), /^3 "\." cannot be read: it is a folder\. Name a file\.\n$/);
    assert.match(await errorOf({ 'l.csv': list }, 'l.csv', '--register', '.'), /^3 "\." cannot be read: it is a folder\. Name a file\.\n$/);
    assert.match(await errorOf({ 'l.csv': list }, 'l.csv', '--register', 'none/r.yaml'), /^3 "none\/r\.yaml" cannot be written: its folder does not exist\.\n$/);
    await importing({ 'l.csv': 'Name,Mail,Type\nZieli?ski,z@contoso.example,Exchange 2019 Standard CAL (User)\n' }, ['l.csv', '--register', 'r.yaml'], (_folder, { output }) => {
      assert.match(output, /"l\.csv" has question marks in place of letters, as in "Zieli\?ski"/);
      assert.match(output, /"Exchange 2019 Standard CAL \(User\)", in 1 row, names no license type\. Is it "Exchange Server 2019/);
    });
  });
});
