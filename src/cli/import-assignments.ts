import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { printable } from '../core/text/printable';
import { withEditsFromEnd } from '../core/text/text';
import { lostLetters } from '../exchange/exports/bring-exports';
import { isGuessed } from '../exchange/exports/decode';
import { appendAssignments } from '../exchange/import/append-assignments';
import { importFields, type ColumnMapping, type ImportField } from '../exchange/import/fields';
import { findHeader, guessMapping, type ImportTable } from '../exchange/import/guess-mapping';
import { orderNames, planImport, type ImportPlan } from '../exchange/import/plan-import';
import { readTable, type Table } from '../exchange/exports/read-table';
import { finish } from '../exchange/steps';
import { WrongArgument, type ImportArguments } from './arguments';
import { exitCode, type ExitCode } from './exit-code';
import type { Io } from './io';
import { decodeText, reasonOf } from './read-text';
import { counted, listed, quoted } from './wording';
import { reasonNotWritten, replaceText } from './write-text';

/** So many rows of a preview, and so many problems, are shown. */
const mostRows = 10;
const mostProblems = 50;

/** A file that can't be read or written; the message says which and why. */
class Failure extends Error {}

/** `import`: adds the assignments that a CSV file lists to a register. The CSV file is only read. */
export async function importAssignments(args: ImportArguments, io: Io): Promise<ExitCode> {
  try {
    const list = await readList(path.resolve(io.cwd, args.list), args.list);
    const register = await readRegisterFile(path.resolve(io.cwd, args.register), args.register);
    const table = findHeader(list);
    const mapping = mappingOf(table, args.columns);
    const plan = planImport(table, { mapping, dateOrder: args.dateOrder, type: args.type, purchase: args.purchase }, register.text);
    if (plan.undecidedDate) {
      const { example, orders } = plan.undecidedDate;
      throw new WrongArgument(
        `The dates may have ${listed(orders.map(order => orderNames[order]), 'or')}, as in ${quoted(example)}: add ${listed(orders.map(order => `--date-order ${order}`), 'or')}.`,
        'import',
      );
    }
    const isWritten = !args.dryRun && (await append(register, plan, args.register));
    await io.stdout.write(reportOf({ list, table, mapping, plan, args, isWritten }));
    return exitCode.fine;
  } catch (error) {
    if (error instanceof Failure) {
      await io.stderr.write(`${error.message}\n`);
      return exitCode.unchecked;
    }
    throw error;
  }
}

async function readList(location: string, name: string): Promise<Table> {
  const table = finish(readTable(await readFile(location).catch((error: unknown) => fail(name, reasonOf(error)))));
  return 'problem' in table ? fail(name, table.problem.text) : table;
}

interface RegisterFile {
  readonly location: string;
  readonly isThere: boolean;
  readonly text: string;
}

async function readRegisterFile(location: string, name: string): Promise<RegisterFile> {
  const bytes = await readFile(location).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : fail(name, reasonOf(error))));
  const decoded = bytes ? decodeText(bytes) : { text: '' };
  return 'problem' in decoded ? fail(name, decoded.problem) : { location, isThere: bytes !== undefined, text: decoded.text };
}

/** Appends the new rows; whether there were any. */
async function append({ location, isThere, text }: RegisterFile, { rows }: ImportPlan, name: string): Promise<boolean> {
  const added = rows.filter(({ status }) => status === 'new').map(({ values }) => values);
  if (added.length === 0) {
    return false;
  }
  const edit = appendAssignments(text, added);
  if ('problem' in edit) {
    return fail(name, edit.problem.text);
  }
  const after = withEditsFromEnd(text, [edit]);
  const problem = isThere ? await replaceText(location, text, after) : await writeNew(location, after);
  return problem === undefined || fail(name, problem);
}

/** Makes a file; what went wrong, as a predicate that follows its name in a sentence. */
function writeNew(location: string, text: string): Promise<string | undefined> {
  return writeFile(location, text, { flag: 'wx' }).then(() => undefined, reasonNotWritten);
}

/** The columns that were named, and those that are guessed for the rest. */
function mappingOf(table: ImportTable, named: ReadonlyMap<ImportField, string>): ColumnMapping {
  const columns = [...named].map(([field, column]) => {
    const byName = table.header.findIndex(name => name.toLowerCase() === column.toLowerCase());
    const index = byName >= 0 || !/^\d+$/.test(column) ? byName : Number(column) - 1;
    if (index < 0 || index >= table.header.length) {
      throw new WrongArgument(`There is no column ${quoted(column)}. The columns are ${listed(table.header.map(quoted))}.`, 'import');
    }
    return [field, index] as const;
  });
  const taken = new Set(columns.map(([, index]) => index));
  const guessed = Object.entries(guessMapping(table)).filter(([, index]) => !taken.has(index));
  return Object.fromEntries([...guessed, ...columns]);
}

interface Outcome {
  readonly list: Table;
  readonly table: ImportTable;
  readonly mapping: ColumnMapping;
  readonly plan: ImportPlan;
  readonly args: ImportArguments;
  readonly isWritten: boolean;
}

function reportOf({ list, table, mapping, plan, args, isWritten }: Outcome): string {
  const count = (status: ImportPlan['rows'][number]['status']) => plan.rows.filter(row => row.status === status).length;
  const added = plan.rows.filter(({ status }) => status === 'new');
  const problems = plan.rows.flatMap(({ row, problems }) => problems.map(problem => `Row ${row}: ${problem.text}`));
  const rows = args.dryRun ? added.map(({ row, values }) => `Row ${row}: ${printable(Object.values(values).join(' | '))}`) : [];
  const used = importFields.flatMap(field => (mapping[field] === undefined ? [] : [`${field} = ${quoted(table.header[mapping[field]]!)}`]));
  const unused = table.header.filter((_, index) => !Object.values(mapping).includes(index));
  const new_ = counted(added.length, 'assignment');
  return [
    `Columns: ${listed(used) || 'none was recognized; name them with --columns'}.${unused.length > 0 ? ` Not used: ${listed(unused.map(quoted))}.` : ''}`,
    ...(list.lostLetters === undefined ? [] : [`${quoted(args.list)} ${lostLetters(list.lostLetters).text}`]),
    ...(list.isCutOff ? [`${quoted(args.list)} ends in the middle of a row; that row is left out.`] : []),
    ...(isGuessed(list.encoding) ? [`${quoted(args.list)} does not say its encoding and was read as ${list.encoding}; look at the names.`] : []),
    ...plan.unreadTypes.map(({ text, count, nearest }) => `${quoted(text)}, in ${counted(count, 'row')}, names no license type.${nearest.length > 0 ? ` Is it ${listed(nearest.map(quoted), 'or')}?` : ''} The \`typeNames\` of the register's settings can say so.`),
    ...shortened(rows, mostRows, 'row'),
    ...shortened(problems, mostProblems, 'problem'),
    `${counted(plan.rows.length, 'row')}: ${count('new')} new, ${count('known')} in the register already, ${count('repeated')} twice in the list, ${count('nobody')} without a person or device.`,
    isWritten ? `${new_} added to ${quoted(args.register)}.` : args.dryRun ? `${new_} would be added to ${quoted(args.register)}; nothing is written.` : `There is nothing to add to ${quoted(args.register)}.`,
    '',
  ].join('\n');
}

function shortened(lines: readonly string[], most: number, what: string): string[] {
  const left = lines.length - most;
  return left > 0 ? [...lines.slice(0, most), `and ${counted(left, `more ${what}`)}`] : [...lines];
}

function fail(name: string, reason: string): never {
  throw new Failure(`${quoted(name)} ${reason}`);
}
