// node --import tsx test/bench/exchange.ts: how long it takes to import a spreadsheet, and to read exports of Exchange
// and compare a register with them, with the longest time in one go.
import { parseDay } from '../../src/core/calendar';
import { RegisterCheck } from '../../src/core/check';
import { withEditsFromEnd } from '../../src/core/text/text';
import { readExports } from '../../src/exchange/exports/bring-exports';
import { compareWithExchange } from '../../src/exchange/comparison/comparison';
import { appendAssignments } from '../../src/exchange/import/append-assignments';
import { findHeader, guessMapping } from '../../src/exchange/import/guess-mapping';
import { planImport } from '../../src/exchange/import/plan-import';
import { readTable } from '../../src/exchange/exports/read-table';
import { finish, type Steps } from '../../src/exchange/steps';

const type = 'Exchange Server 2019 Standard User CAL';
const today = parseDay('2026-11-24')!;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const csv = (rows: readonly (readonly string[])[]) => Buffer.from(`\ufeff${rows.map(row => row.map(cell => `"${cell}"`).join(',')).join('\r\n')}\r\n`);

const spreadsheet = csv([
  ['Imię', 'Nazwisko', 'E-mail', 'Licencja', 'Data przypisania', 'Faktura'],
  ...numbers(10_000).map(index => [`Łucja`, `Nowak${index}`, `p${index}@contoso.example`, type, `0${1 + index % 9}.03.2024`, 'PO-1']),
]);
const mailboxes = csv([
  ['DisplayName', 'PrimarySmtpAddress', 'SamAccountName', 'UserPrincipalName', 'RecipientTypeDetails', 'AccountDisabled', 'ExchangeGuid', 'LitigationHoldEnabled', 'ArchiveState', 'EmailAddresses'],
  ...numbers(50_000).map(index => [`Łucja Nowak${index}`, `p${index}@contoso.example`, `p${index}`, `p${index}@contoso.example`, index % 10 === 0 ? 'SharedMailbox' : 'UserMailbox', 'False', `guid-${index}`, 'False', 'None', `SMTP:p${index}@contoso.example;smtp:q${index}@contoso.example;X400:C=PL;A= ;P=Contoso;O=Exchange;S=Nowak${index};`]),
]);
const logons = csv([['MailboxGuid', 'LastLogonTime'], ...numbers(50_000).map(index => [`guid-${index}`, '2026-11-20T14:03:11'])]);
const cals = csv([['Name', 'LicenseName'], ...numbers(50_000).map(index => [`p${index}@contoso.example`, 'Exchange Server 2019 Standard CAL'])]);

/** Slices as the editor makes them: the longest is what it waits for. */
class Slices {
  longest = 0;
  private start = performance.now();

  end(what: string): void {
    if (process.env.SLICES && performance.now() - this.start > 30) {
      console.log(what, Math.round(performance.now() - this.start));
    }
    this.longest = Math.max(this.longest, performance.now() - this.start);
    this.start = performance.now();
  }
}

async function main(): Promise<void> {
  for (const round of ['first', 'second', 'third']) {
    const { took, register } = importRows();
    console.log(`${round} time: 10,000 rows imported in ${took.toFixed(0)} ms`);
    const compared = await compare(`exports: { mailboxes: m.csv, logons: l.csv, cals: c.csv }\n${register}`);
    console.log(`${round} time: 50,000-row exports read in ${compared.read.toFixed(0)} ms, checked with 10,000 assignments in ${compared.check.toFixed(0)} ms, reconciled in ${compared.reconcile.toFixed(0)} ms; longest slice ${compared.longest.toFixed(0)} ms`);
  }
}

function importRows(): { took: number; register: string } {
  const start = performance.now();
  const table = finish(readTable(spreadsheet));
  if ('problem' in table) {
    throw new Error(table.problem.text);
  }
  const list = findHeader(table);
  const register = 'purchases:\n  - { id: PO-1, date: 2024-01-10, type: Exchange Server 2019 Standard User CAL, quantity: 12000, document: x }\n';
  const { rows } = planImport(list, { mapping: guessMapping(list) }, register);
  const edit = appendAssignments(register, rows.map(({ values }) => values));
  if ('problem' in edit) {
    throw new Error(edit.problem.text);
  }
  const text = withEditsFromEnd(register, [edit]);
  return { took: performance.now() - start, register: text };
}

async function compare(register: string): Promise<{ read: number; check: number; reconcile: number; longest: number }> {
  const check = new RegisterCheck(register, { today });
  check.work();
  const slices = new Slices();
  const start = performance.now();
  const brought = await readExports(check.wantedExports(), { read: ({ kind }) => Promise.resolve({ mailboxes, logons, cals, servers: cals }[kind]) }, () => {
    slices.end('read');
    return Promise.resolve();
  });
  slices.end('read');
  const read = performance.now();
  check.bringExports(brought);
  for (let done = false; !done;) {
    const until = performance.now() + 20;
    done = check.work(() => performance.now() >= until);
    slices.end('check');
  }
  const checked = performance.now();
  inSteps(compareWithExchange(check.contents()!), slices);
  return { read: read - start, check: checked - read, reconcile: performance.now() - checked, longest: slices.longest };
}

function inSteps(steps: Steps<unknown>, slices: Slices): void {
  for (let done = false; !done;) {
    const until = performance.now() + 20;
    do {
      done = steps.next().done === true;
    } while (!done && performance.now() < until);
    slices.end('reconcile');
  }
}

void main();
